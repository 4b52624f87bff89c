"""职务与署名不一致

检查什么：个人材料里写“作为县长”“作为‘一把手’”“自己是局长”“我任局长后”“任校长以来”的，与署名（或新建材料时填写）的职务是否一致；局长自己写“协助局长”的。
为什么：职务前后不一，审核时一般会问到。
怎么改：改为本人的职务；兼任这一职务的，可忽略。
"""

from collections.abc import Iterator, Sequence

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.facts.writer import Writer
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at, sentence_at
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
    ("协助", "配合", "陪同", "提醒", "受", "向"),
    "(?P<what>协助|配合|陪同|受|向)(?P<post>[市县区州镇乡村局厅处科股所院校部站馆]长|主任|董事长|总经理)(?=委托|开展|做好?|抓|报告|汇报|请示|主持|推进|研究|落实|把关|完成|统筹|处理|每|定期|调度|建议|提出)",
)
_OF_BODY = compiled_later(".*?(?=(?:常务副|副)?(?:.长|主席|书记|主任|秘书长|总经理|董事长)$)")
_SOMEBODY_ELSE = compiled_later("副|分管|由|股|科|室|办|同志|干部|成员|人员|所长|他|她|有的|个别|负责人")
# Posts held beside the one that is signed
_SECOND = compiled_later("支部|总支|机关党委|工会|小组|协会|分管|联系|第一|包联|专班")
_FORMER = compiled_later("曾|原来|以前|过去|此前|当时|那时|20[0-9]{2}年|年前|先后|从|配合|协助|同|与|和")
_SELF = ("，我", "，本人", "我", "本人")
_BEFORE_RANK = compiled_later("^(?:常务副|副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)")
_OF_A_TOWN = compiled_later("[镇乡](?=党委)")
_OF_NO_TOWN = compiled_later("[局院校厅]|公司|集团|中心|街道|委员会")
_FIRST_MAN = ("一把手", "主要负责人", "主要负责同志")


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        own = writer.of(facts, material)
        if not own.post:
            continue
        said: set[Span] = set()
        cases = material.answers(PartKind.CASE_ANALYSIS)
        body = Span(material.outline.front_end, material.outline.end)
        for start, match in _AS.between(facts, *body):
            span = Span(*match.span("post")).shifted(start)
            speaks = match.string.startswith(_SELF, match.end())  # of himself also where a case is told
            of_a_case = not speaks and any(span.overlaps(s) for s in cases)
            if _SECOND.search(match[0]) or _agrees(match["post"], own, match[0]) or of_a_case:
                continue
            said.add(span)
            written = match[0].replace("“", "‘").replace("”", "’")
            message = f"此处写“{written}”，署名的职务是“{own.head[-16:]}”。"
            advice = "请核对；兼任这一职务的可忽略。"
            yield RULE.finding(span, message, advice)
        for start, match in _SINCE_HE_IS.between(facts, *body):
            span = Span(*match.span("post")).shifted(start)
            before = match.string[max(0, match.start() - 16) : match.start()]
            former = _FORMER.search(before) or _SECOND.search(match[0]) or any(span.overlaps(s) for s in cases)
            if span not in said and not former and not _agrees(match["post"], own):
                said.add(span)
                message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
                yield RULE.finding(span, message, "请核对；说的是以前任职的可忽略，宜写明。", severity=Severity.HINT)
        yield from _held_since(facts, body, own, said, cases)
        yield from _under_oneself(facts, body, own, cases)
        for start, match in _FIRST_OR_SECOND.between(facts, *body):
            span = Span(*match.span("post")).shifted(start)
            if span in said:
                continue
            before = match.string[max(0, match.start() - 16) : match.start()]
            if _has_been(match["post"], own.post) or _FORMER.search(before) or any(span.overlaps(s) for s in cases):
                continue
            message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
            advice = "请核对；说的是以前任职的可忽略。"
            yield RULE.finding(span, message, advice)
        yield from _years_in(facts, body, own, cases)


def _held_since(facts: Facts, body: Span, own: Writer, said: set[Span], cases: Sequence[Span]) -> Iterator[Finding]:
    """Yield another's post that is held to this day, where `said` has not named it; adds it there."""
    for start, match in _HELD_SINCE.between(facts, *body):
        span = Span(*match.span("post")).shifted(start)
        known = span in said or any(span.overlaps(each) for each in cases)
        if not known and not _SECOND.search(match[0]) and not _agrees(match["post"], own):
            said.add(span)
            yield _told(match[0], own.head, span)


def _under_oneself(facts: Facts, body: Span, own: Writer, cases: Sequence[Span]) -> Iterator[Finding]:
    """Yield where a head helps, or reports to, the head that he is."""
    for start, match in _UNDER_ONESELF.between(facts, *body) if own.is_first else ():
        span = Span(*match.span()).shifted(start)
        before = clause_at(facts.text, span.start)
        of_others = _SOMEBODY_ELSE.search(facts.text, before.start, span.start)
        if match["post"] in own.post.split("、") and not of_others and not any(span.overlaps(each) for each in cases):
            yield _told(match[0], own.head, span)


def _years_in(facts: Facts, body: Span, own: Writer, cases: Sequence[Span]) -> Iterator[Finding]:
    """Yield for how long a post was held that is not the writer's."""
    for start, match in _HELD_FOR.between(facts, *body):
        span = Span(*match.span("post")).shifted(start)
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        rank = _OF_BODY.sub("", match["post"])
        mine = _agrees(rank, own) or any(post in sentence for post in own.post.split("、"))  # one after the other
        former = _FORMER.search(sentence) or _SECOND.search(match[0]) or "班主任" in match[0]
        if not mine and not former and not any(span.overlaps(s) for s in cases):
            yield _told(match[0], own.head, span)
    held_for = (*_YEARS_IN.between(facts, *body), *_AT_THE_POST.between(facts, *body))
    for start, match in held_for:
        span = Span(*match.span("post")).shifted(start)
        before = match.string[max(0, match.start() - 16) : match.start()]
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        held = match["post"] in own.head or any(post in sentence for post in own.post.split("、"))
        if held or _FORMER.search(before) or any(span.overlaps(s) for s in cases):
            continue
        message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
        yield RULE.finding(span, message, "请核对；说的是以前任职的可忽略，宜写明。", severity=Severity.HINT)


def _told(written: str, head: str, span: Span) -> Finding:
    message = f"此处写“{written}”，署名的职务是“{head[-16:]}”。"
    return RULE.finding(span, message, "请核对；说的是以前任职、上级单位的可忽略，宜写明。", severity=Severity.HINT)


def _has_been(written: str, own: str) -> bool:
    """Tell whether one of the writer's posts is a first or a second one, as it is written."""
    posts = [post for post in own.split("、") if post != "委员"]
    return any(post.startswith("副") is written.startswith("副") for post in posts) or not posts


def _agrees(written: str, own: Writer, clause: str = "") -> bool:
    """Tell whether a post may be the writer's: the same word, 副 on both sides or on none, and by its clause no town's in a 局."""
    bare = written.strip("“”")
    posts = own.post.split("、")
    town = _OF_A_TOWN.search(clause)
    if town and town[0] not in own.head and _OF_NO_TOWN.search(own.head):
        return False
    if bare in _FIRST_MAN:
        return any(not post.startswith("副") and post != "委员" for post in posts)
    rank = _BEFORE_RANK.sub("", bare)
    deputy = "副" in bare
    return any(post.removeprefix("副") == rank and post.startswith("副") is deputy for post in posts)


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
        Example(_TEXT.format("某县水务局党组成员、副局长  张三", "作为⟦局长⟧，对分管的事过问少。"), with_template=True),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "作为副主任，我抓得不紧。作为支部书记，讲党课少。作为一名党员干部，作为班子成员，想得不深。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("某镇党委书记  张三", "作为“一把手”，作为书记，担责不够。"), with_template=True),
        Example(_TEXT.format("张三", "作为县长，我抓得不紧。"), with_template=True),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "作为主任，担责不够。"),
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
)
