"""职务与署名不一致

检查什么：个人材料里写“作为县长”“作为‘一把手’”“自己是局长”“我任局长后”“任校长以来”的，与署名（或新建材料时填写）的职务是否一致；学校的材料写“担任副县长已满六年”、公司的材料写“任乡党委书记四年来”的；局长自己写“协助局长”的。
为什么：职务前后不一，审核时一般会问到。
怎么改：改为本人的职务；兼任这一职务的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Writer
from assistant.finding import Finding, Quoted, Severity
from assistant.language import posts
from assistant.language.punctuation import quoted
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

_HEADED = "市县区州镇乡村局厅处科股所院校部行站队馆园台厂"
_RANKS = f"[{_HEADED}]长|董事长|总经理|主席|书记|主任|秘书长|“?一把手”?|主要负责人|主要负责同志"
# rarer than 任 and 当, which stand in many words
_RANK_CUES = [*(f"{each}长" for each in f"{_HEADED}事书"), "总经理", "主席", "书记", "主任", "一把手", "主要负责"]
_AS = Sought(
    _RANK_CUES,
    f"(?:作为|身为|我是|自己是|(?<!曾)(?<!先)(?:兼任|担任|当上?(?=[^，。；]{{2,8}}以来)))(?:一名|本?[\u4e00-\u9fff]{{0,6}}的?)?"
    f"(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))"
    "(?=[，。；、“”]|我|抓|更|要|应|对|没|，|的责任|的职责|本应|带头|以来)",
)
_FIRST_OR_SECOND = Sought(
    ("正职", "副"),
    "(?:作为|身为|当|任|干|担任|是)(?:一名)?"
    "(?P<post>正职|副职|副[局处科股所院校站镇乡馆]长|副主任|副书记)"
    "(?=[，。；、]|时间|多年|以来|的(?!同志)|后|这|我|久|期间|[一二两三四五六七八九十0-9])",
)
# How long a post has been held that nobody in a unit of the writer's kind has: 「当院长9年」 under a 副局长's name.
_YEARS_IN = Sought(
    [verb + of for verb in "当任干做" for of in "局校院所站镇乡村厂馆县区市处科行队场"],
    "(?<!曾)(?<!先)(?<!后)[当任干做](?P<post>[局校院所站镇乡村厂馆县区市处科行队场]长)(?:已经?|有|快|近|整整|将近)?(?:[0-9]+|[一二三四五六七八九十]+)多?年",
)
# 「担任县政协副主席4年」, with the body that it is of
_HELD_FOR = Sought(
    [f"{verb}任" for verb in "担出"],
    f"(?<!曾)(?<!先)(?<!后)[担出]任(?P<post>(?:[一-龥]{{0,6}}?)(?:常务副|副)?(?:{_RANKS}))(?:一职|职务)?(?:已经?|有|快|近|整整|将近|了)?(?:[0-9]+|[一二三四五六七八九十]+)多?年",
)
# 「任乡党委书记四年来」 of a firm's man: told of oneself, at the head of its clause, up to this day
_HELD_TO_THIS_DAY = Sought(
    _RANK_CUES,
    "(?:^|(?<=[，。；：]))(?:自|自从|从|因为?|由于|如今|现在)?(?:我|本人|自己|自)?(?:担任|任|当|干)(?:了)?"
    f"(?P<post>[一-龥]{{0,8}}?(?:常务副|副)?(?:{_RANKS}))(?:一职|职务)?"
    "(?:以来|至今|(?:已经?|有|快|近|满|刚|整整|将近|接近|超过|了){0,3}(?:[0-9]+|[一二两三四五六七八九十几]+)(?:个?多)?(?:年|个月|届))",
)
# 「在镇长岗位干了7年」
_AT_THE_POST = Sought(
    ("岗位", "位子", "位置"),
    "在(?P<post>(?:副|常务副)?[局校院所站镇乡村厂馆县区处科]长)(?:的|这个)?(?:岗位|位子|位置)上?(?=干|工作|待|已|有|快|近|[0-9一二三四五六七八九十]+多?年)",
)
# 「我任镇党委书记后去看过6次」
_SINCE_HE_IS = Sought(
    _RANK_CUES,
    f"(?:我|本人|自己)(?:担任|任|当上?)(?:本?[\u4e00-\u9fff]{{0,6}}?)(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))(?=以?后|以来|期间|这[几些]?年|的时候)",
)
# 「2021年3月任校长以来」: held to this day
_HELD_SINCE = Sought(
    _RANK_CUES,
    f"(?<!曾)(?<!先)20[0-9]{{2}}年(?:[0-9]{{1,2}}月)?(?:底|初)?(?:我|起|开始)?(?:接任|担任|任|当上?)(?:本?[局院校镇乡街道党组委]{{0,4}})(?P<post>(?:副|常务副)?(?:{_RANKS}))(?=以来|至今)",
)
# 「协助局长开展研判」, by the 局长 himself
_UNDER_ONESELF = Sought(
    ("协助", "配合", "陪同", "受", "向"),
    "(?:协助|配合|陪同|受|向)(?P<post>[市县区州镇乡村局厅处科股所院校部站馆]长|主任|董事长|总经理)(?=委托|开展|做好?|抓|报告|汇报|请示|主持|推进|研究|落实|把关|完成|统筹|处理|每|定期|调度|建议|提出)",
)
_OF_BODY = compiled_later(".*?(?=(?:常务副|副)?(?:.长|主席|书记|主任|秘书长|总经理|董事长)$)")
_SOMEBODY_ELSE = compiled_later("副|分管|由|股|科|室|办|同志|干部|成员|人员|所长|他|她|有的|个别|负责人")
# Posts held beside the one that is signed
_ELSEWHERE = compiled_later("第一|兼|挂|联系|包联|协会|学会|商会|工会|代表|河长|林长|田长|路长|湖长|链长|点长")
_ANOTHERS = compiled_later(
    f"{FORMERLY}|(?:19|20)[0-9]{{2}}年|参加工作|毕业|调[任到入]|转任|后来|期间|爱人|妻|丈夫|父亲|母亲|儿子|女儿|亲属|某|[他她](?!们)|领导是|前任|案例|案件|通报|同志|总书记|榜样|先进|事迹"
)
_SECOND = compiled_later("支部|总支|机关党委|工会|小组|协会|分管|联系|第一|包联|专班")
_FORMER = compiled_later(f"{FORMERLY}|20[0-9]{{2}}年|从|配合|协助|同|与|和")
_SELF = ("，我", "，本人", "我", "本人")
_BEFORE_RANK = compiled_later("^(?:常务副|副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)")
_FIRST_MAN = ("一把手", "主要负责人", "主要负责同志")
_NEAR = 16  # characters before a post that may tell that it was held once
_LONGEST = 24  # characters of unit and post; of a longer one the posts alone are shown
_HELD_BESIDE = "请核对；兼任这一职务的可忽略。"
_HELD_BEFORE = "请核对；说的是以前任职、上级单位的可忽略，宜写明。"


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        own = writer.of(facts, material)
        told: set[Span] = set()
        for found in _of_another(facts, material, own) if own.post else ():
            if found.span not in told:
                told.add(found.span)
                yield found


def _of_another(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Finding]:
    """Yield the posts that are not the writer's, the surest first; a place may be told several times."""
    head = f"{own.head}\n{writer.head(facts, material)}"
    for span, match in _places(facts, material, _AS):
        agrees = _agrees(match["post"], own) and not posts.is_of_another_kind(match[0], head)
        if not _SECOND.search(match[0]) and not agrees:
            yield _finding(span, match[0], own, RULE.severity, _HELD_BESIDE)
    for span, match in _places(facts, material, _SINCE_HE_IS):
        if not (_is_former(match) or _SECOND.search(match[0]) or _agrees(match["post"], own)):
            yield _finding(span, match[0], own)
    for span, match in _places(facts, material, _HELD_SINCE):
        if not _SECOND.search(match[0]) and not _agrees(match["post"], own):
            yield _finding(span, match[0], own)
    yield from _under_oneself(facts, material, own)
    for span, match in _places(facts, material, _FIRST_OR_SECOND):
        if not _has_been(match["post"], own.post) and not _is_former(match):
            yield _finding(span, match[0], own, RULE.severity)
    yield from _years_in(facts, material, own)
    for span, match in _places(facts, material, _HELD_TO_THIS_DAY):
        told = _ELSEWHERE.search(match[0]) or _ANOTHERS.search(_sentence(facts, span))
        if not told and posts.is_of_another_kind(match["post"], head) and not _tells_own(facts, span, own, match[0]):
            yield _finding(span, match[0], own)


def _places(
    facts: Facts, material: MaterialFacts, sought: Sought, group: str | int = "post"
) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield what is sought and its place, but not where somebody else's case is told."""
    cases = material.answers(PartKind.CASE_ANALYSIS)
    for start, match in sought.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span(group)).shifted(start)
        of_himself = sought is _AS and match.string.startswith(_SELF, match.end())  # also where a case is told
        if of_himself or not any(span.overlaps(each) for each in cases):
            yield span, match


def _is_former(match: re.Match[str]) -> bool:
    """Tell by what stands before whether a post was held once, or is another's."""
    return _FORMER.search(match.string, max(0, match.start() - _NEAR), match.start()) is not None


def _under_oneself(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Finding]:
    """Yield where a head helps, or reports to, the head that he is."""
    for span, match in _places(facts, material, _UNDER_ONESELF, 0) if own.is_first else ():
        clause = clause_at(facts.text, span.start)
        of_others = _SOMEBODY_ELSE.search(facts.text, clause.start, span.start)
        if match["post"] in own.post.split("、") and not of_others:
            yield _finding(span, match[0], own)


def _years_in(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Finding]:
    """Yield for how long a post was held that is not the writer's."""
    for span, match in _places(facts, material, _HELD_FOR):
        former = _FORMER.search(_sentence(facts, span)) or _SECOND.search(match[0]) or "班主任" in match[0]
        mine = _agrees(_OF_BODY.sub("", match["post"]), own) or _tells_own(facts, span, own)
        if not former and not mine:
            yield _finding(span, match[0], own)
    for span, match in (*_places(facts, material, _YEARS_IN), *_places(facts, material, _AT_THE_POST)):
        if match["post"] not in own.head and not _tells_own(facts, span, own) and not _is_former(match):
            yield _finding(span, match[0], own)


def _sentence(facts: Facts, span: Span) -> str:
    return sentence_at(facts.text, span.start).of(facts.text)


def _tells_own(facts: Facts, span: Span, own: Writer, beside: str = "") -> bool:
    """Tell whether the sentence names one of the writer's posts too, beside what is asked of: it tells one after the other."""
    sentence = _sentence(facts, span).replace(beside, "", 1)
    return any(post in sentence for post in own.post.split("、"))


def _finding(
    span: Span, written: str, own: Writer, severity: Severity = Severity.HINT, advice: str = _HELD_BEFORE
) -> Finding:
    signed = own.head if len(own.head) <= _LONGEST else own.post
    message = f"此处写{quoted(written)}，署名的职务是“{signed}”。"
    return RULE.finding(span, message, advice, severity=severity)


def _has_been(written: str, own: str) -> bool:
    """Tell whether one of the writer's posts is a first or a second one, as it is written."""
    held = [post for post in own.split("、") if post != "委员"]
    return any(post.startswith("副") is written.startswith("副") for post in held) or not held


def _agrees(written: str, own: Writer) -> bool:
    """Tell whether a post may be the writer's: the same word, 副 on both sides or on none."""
    bare = written.strip("“”")
    held = own.post.split("、")
    if bare in _FIRST_MAN:
        return any(not post.startswith("副") and post != "委员" for post in held)
    rank = _BEFORE_RANK.sub("", bare)
    deputy = "副" in bare
    return any(post.removeprefix("副") == rank and post.startswith("副") is deputy for post in held)


_TEXT = TITLE + "{}\n" + FIRST_ASPECT + "1.学得浅。{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format(
                "某县水务局党组书记、局长　林知远",
                "作为镇党委⟦书记⟧，我抓得不紧。2020年5月任⟦校长⟧以来松了劲，每月⟦协助局长⟧开展1次研判。作为局党组书记，我管得松。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某县水务局党组书记、局长　林知远",
                "2020年5月任局长以来松了劲，分管副局长协助局长抓落实，由办公室向局长报告。2015年任校长，2020年任支部书记以来讲课少。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("白鹭镇党委书记　林知远", "作为镇党委书记，我抓得不紧，任镇党委书记以来下村少。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "作为⟦县长⟧，我抓得不紧。作为⟦“一把手”⟧，担责不够。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "总觉得自己是⟦局长⟧，我任⟦镇党委书记⟧后去看过6次。总觉得自己是副主任，我任副主任后去看过2次，我曾任局长，任局长后常下乡。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "当⟦正职⟧时间长了，怕得罪人。当副职久了，图省心。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("某县水务局党组书记、局长　张三", "当⟦副局长⟧六年，想着平稳。曾任副局长多年。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某县人民政府党组成员、副县长　张三",
                "参加工作27年，担任⟦县政协副主席⟧4年，松了劲。我担任副县长4年，担任镇党委书记6年，学得浅。此前担任镇党委书记6年，担任班主任3年的妻子常提醒我。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某县卫生健康局党组成员、副局长　张三",
                "当⟦院长⟧9年，求稳，在⟦镇长⟧岗位干了7年。在副局长岗位干了3年，当局长、做县长工作的人不同。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林市供热公司检修党支部书记　张三",
                "任⟦乡党委书记⟧四年来，下班组少。任支部书记四年来，讲党课少。任公司副总经理以来，读书少。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林市第二中学党委委员、副校长　张三",
                "担任⟦副县长⟧已满六年，总觉得路子熟。爱人劝过我，任副镇长以来，她少有闲时。2016年调走，任副乡长五年，常下村。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("某县水务局党组成员、副局长  张三", "作为⟦局长⟧，对分管的事过问少。"), with_template=True),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "作为副主任，我抓得不紧。作为支部书记，讲党课少。作为一名党员干部，作为班子成员，想得不深。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("某镇党委书记  张三", "作为“一把手”，作为书记，担责不够。"), with_template=True),
        Example(_TEXT.format("张三", "作为县长，我抓得不紧。任镇长以来松了劲。"), with_template=True),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "作为主任，担责不够。"),
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
    quoted=Quoted.NEVER,
)
