"""职务与署名不一致

检查什么：个人材料里写“作为县长”“作为‘一把手’”“自己是局长”“我任局长后”“任校长以来”的，与署名（或新建材料时填写）的职务是否一致；学校的材料写“担任副县长已满六年”、公司的材料写“任乡党委书记四年来”、副院长写“担任副检察长已7年”的；处长兼支部书记写“作为厅党组书记”、民警写“作为局党委委员”的；副局长写“我作为局长审签时”“当了局长以后”“立足镇长岗位”的，镇长写“我是镇党委主要负责人”的；写“作为支部书记”而又“与支部书记谈心”的；镇长自己写“与镇长谈心”、副主任写“向分管副主任汇报”、局里的写“同各镇党委书记谈话”“校长负责制”的；局长自己写“协助局长”的；副职写“主政一县”“主持全局工作”“作为班子的班长”“身为一局之长”“没有扛起局长的责任”的，正职写“自己一个副局长”“班子副职”“作为分管领导”的。
为什么：职务前后不一，审核时一般会问到。
怎么改：改为本人的职务；兼任这一职务的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts import implied_posts, told_posts, writer
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

_SOMEBODY_ELSE = compiled_later("副|分管|由|股|科|室|办|同志|干部|成员|人员|所长|他|她|有的|个别|负责人")
# Posts held beside the one that is signed
_ELSEWHERE = compiled_later("第一|兼|挂|联系|包联|协会|学会|商会|工会|代表|河长|林长|田长|路长|湖长|链长|点长")
_BRANCH = compiled_later("(?:支部|总支)书记")
_MOVED = compiled_later(f"{FORMERLY}|转[业行岗任]|改行|调|后来|出身|父|母|妻|丈夫|爱人|儿|女儿|他|她|同学|[名位]")
_OF_OTHERS = compiled_later("选[配任拔用]|配备|考[核察评]|人选|评价|各|新任|他们|教育|督促|引导|帮助|指导|[0-9]+[名位]")
_FORMER = compiled_later(f"{FORMERLY}|20[0-9]{{2}}年|从|配合|协助|同|与|和")
_SELF = ("，我", "，本人", "我", "本人")
_PARTS_OF_UNITS = ("科", "室", "系", "所", "站", "队", "中心")  # of which one may well be the head as well
_NEAR = 16  # characters before a post that may tell that it was held once
_LONGEST = 24  # characters of unit and post; of a longer one the posts alone are shown
_HELD_BESIDE = "请核对；兼任这一职务的可忽略。"
_HELD_BEFORE = "请核对；说的是以前任职、上级单位的可忽略，宜写明。"


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None:
        return
    for material in facts.asked:
        kinds = implied_posts.of_another_kind(facts, material)
        if not facts.template.subject.of_one:
            yield from (_of_another_kind(facts, material, span) for span in kinds)
            continue
        own = told_posts.or_told_first(facts, material, writer.of(facts, material))
        told: list[Span] = []
        posts_of_his = _of_another(facts, material, own) if own.post else ()
        of_kinds = (_of_another_kind(facts, material, span) for span in kinds)
        for found in (*_in_the_branch(facts, material), *posts_of_his, *of_kinds):
            if not any(found.span.overlaps(each) for each in told):
                told.append(found.span)
                yield found


def _of_another(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Finding]:
    """Yield the posts that are not the writer's, the surest first; a place may be told several times."""
    head = f"{own.head}\n{writer.head(facts, material)}"
    for span, match in _places(facts, material, told_posts.AS):
        agrees = told_posts.is_held(match, own) and not posts.is_of_another_kind(match[0], head)
        if not told_posts.SECOND.search(match[0]) and not agrees:
            yield _finding(span, match[0], own, RULE.severity, _HELD_BESIDE)
    for span, match in _places(facts, material, told_posts.SINCE_HE_IS):
        if not (_is_former(match) or told_posts.SECOND.search(match[0]) or told_posts.agrees(match["post"], own)):
            yield _finding(span, match[0], own)
    yield from _under_oneself(facts, material, own)
    for span, match in _places(facts, material, told_posts.FIRST_OR_SECOND):
        if not told_posts.has_been(match["post"], own.post) and not _is_former(match):
            yield _finding(span, match[0], own, RULE.severity)
    yield from _held_for_years(facts, material, own, head)
    yield from _called(facts, material, own, head)
    for span in implied_posts.of_another(facts, material, own):
        yield _finding(span, span.of(facts.text), own, advice=_HELD_BESIDE)


def _called(facts: Facts, material: MaterialFacts, own: Writer, head: str) -> Iterator[Finding]:
    """Yield by what the writer calls himself, became or works as, where he is not."""
    for span, match in _places(facts, material, told_posts.CALLED, told_posts.NAMED_SO):
        kept = told_posts.is_held(match, own) and not posts.is_of_another_kind(match["of"] + match["post"], head)
        if not kept and not told_posts.is_beside(match) and not told_posts.is_once(match):
            told_sure = match[0].startswith(_SELF) or match.string.startswith(("，", *_SELF), match.end())
            sure = told_sure and not match["of"].endswith(_PARTS_OF_UNITS)
            yield _finding(span, match[0], own, RULE.severity if sure else Severity.HINT, _HELD_BESIDE)
    for span, match in _places(facts, material, told_posts.AMONG_LEADERS):
        if not own.may_be_of(match["of"]) and not told_posts.is_once(match):
            yield _finding(span, match[0], own, advice=_HELD_BESIDE)
    for span, match in _places(facts, material, told_posts.BECAME):
        apart = posts.is_of_another_kind(match["of"] + match["post"], head) or told_posts.is_rank_above(match, own)
        once = told_posts.ANOTHERS.search(_sentence(facts, span)) or _tells_own(facts, span, own, match[0])
        if apart and not once and not told_posts.is_beside(match):
            yield _finding(span, match[0], own)
    for span, match in _places(facts, material, told_posts.OF_THE_POST):
        kept = told_posts.is_held(match, own) and not posts.is_of_another_kind(match["of"] + match["post"], head)
        if not (
            kept
            or told_posts.is_beside(match)
            or told_posts.is_once(match)
            or _OF_OTHERS.search(_sentence(facts, span))
        ):
            yield _finding(span, match[0], own, advice=_HELD_BESIDE)
    for span, match in _places(facts, material, told_posts.IN_A_TRADE):
        if posts.is_of_another_kind(match["post"], head) and not _MOVED.search(_sentence(facts, span)):
            yield _finding(span, match["post"], own)


def _of_another_kind(facts: Facts, material: MaterialFacts, span: Span) -> Finding:
    message = f"此处写“{span.of(facts.text)}”，{writer.unit_is_from(facts)}“{writer.home(facts, material).unit}”。"
    return RULE.finding(span, message, _HELD_BEFORE, severity=Severity.HINT)


def _in_the_branch(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield where one calls himself secretary of the branch whose secretary he talked with, or whose plain member he is."""
    called = [each for each in _places(facts, material, told_posts.CALLED) if _BRANCH.search(each[1][0])]
    plain, talked = (told_posts.PLAIN, "作为{}"), (told_posts.TALKED_WITH, "与{}谈心")
    for span, match in (*called, *_places(facts, material, told_posts.IN_THE_BRANCH)):
        for sought, beside in (plain, talked) if _BRANCH.search(match[0]) else (plain,):  # others talk with him
            for _, other in _places(facts, material, sought):
                message = f"此处写{quoted(match[0])}，另一处写“{beside.format(other['post'])}”。"
                yield RULE.finding(span, message, _HELD_BESIDE)
                break


def _places(
    facts: Facts, material: MaterialFacts, *soughts: Sought, group: str | int = "post"
) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield what is sought and its place, but not where somebody else's case is told."""
    cases = material.answers(PartKind.CASE_ANALYSIS)
    for sought in soughts:
        for start, match in sought.between(facts, material.outline.front_end, material.outline.end):
            span = Span(*match.span(group)).shifted(start)
            as_himself = sought in (told_posts.AS, told_posts.CALLED) and match.string.startswith(_SELF, match.end())
            of_himself = as_himself or match[0].startswith(_SELF)  # also where a case is told
            if of_himself or not any(span.overlaps(each) for each in cases):
                yield span, match


def _is_former(match: re.Match[str]) -> bool:
    """Tell by what stands before whether a post was held once, or is another's."""
    return _FORMER.search(match.string, max(0, match.start() - _NEAR), match.start()) is not None


def _under_oneself(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Finding]:
    """Yield where a head helps, or reports to, the head that he is."""
    for span, match in _places(facts, material, told_posts.UNDER_ONESELF, group=0) if own.is_first else ():
        clause = clause_at(facts.text, span.start)
        of_others = _SOMEBODY_ELSE.search(facts.text, clause.start, span.start)
        if match["post"] in own.post.split("、") and not of_others:
            yield _finding(span, match[0], own)


def _held_for_years(facts: Facts, material: MaterialFacts, own: Writer, head: str) -> Iterator[Finding]:
    """Yield for how long a post was held, up to this day, that is not the writer's."""
    for span, match in _places(facts, material, told_posts.TENURE):
        apart = posts.is_of_another_kind(match["of"] + match["post"], head)
        mine = not apart and (told_posts.is_held(match, own) or not own.tells_all)
        beside = told_posts.is_beside(match) or _ELSEWHERE.search(match[0])
        if mine or beside or _tells_own(facts, span, own, match[0]):
            continue
        before = not match[0].endswith(told_posts.TO_THIS_DAY) and _is_former(match)
        if not (before or told_posts.is_past(match)):
            yield _finding(Span(span.start - len(match["of"]), span.end), match[0], own)


def _sentence(facts: Facts, span: Span) -> str:
    return sentence_at(facts.text, span.start).of(facts.text)


def _tells_own(facts: Facts, span: Span, own: Writer, beside: str = "") -> bool:
    """Tell whether the sentence names one of the writer's posts too, beside what is asked of: it tells one after the other."""
    sentence = _sentence(facts, span).replace(beside, "", 1)
    return any(re.search(f"[任当为做到是上名][^，。；]{{0,8}}{post}", sentence) for post in own.post.split("、"))


def _finding(
    span: Span, written: str, own: Writer, severity: Severity = Severity.HINT, advice: str = _HELD_BEFORE
) -> Finding:
    signed = own.head if len(own.head) <= _LONGEST else own.post
    message = f"此处写{quoted(written)}，署名的职务是“{signed}”。"
    return RULE.finding(span, message, advice, severity=severity)


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
        Example(
            _TEXT.format(
                "某县水务局党组书记、局长　张三",
                "作为⟦分管领导⟧，我过问少。把难题交给分管同志后，各开过一次会，没有扛起⟦副主任⟧的责任。我没有督促分管领导，报分管领导审签。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("某县水务局党组成员、副局长  张三", "作为分管领导，我过问少。"),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("某县水务局党组成员、副局长  张三", "作为⟦局长⟧，对分管的事过问少。"), with_template=True),
        Example(
            _TEXT.format(
                "某县水务局党组成员、副局长　林知远",
                "我作为⟦局长⟧审签时没有细看，我这个⟦局长⟧不称职。当了⟦镇长⟧以后，下村少了。立足乡镇党委⟦书记⟧岗位想得浅，总觉得⟦校长⟧抓好业务就行。作为县财政局⟦副局长⟧，我过问少。⟦从教⟧多年，经⟦乡长⟧同意后补手续。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某县水务局党组成员、副局长　林知远",
                "作为分管副局长，我过问少，局长作为第一责任人常提醒我。作为县安委会副主任，我督促少。在乡镇工作时，作为镇长，我常下村。考核股长，对照股长岗位职责打分。作为局长的助手，他提醒过我。从教8年后转行，报县长批准。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林省水利厅规划处党支部书记、处长　林知远",
                "作为厅党组⟦书记⟧，我讲党课少，身为⟦厅党组成员⟧，我提意见少。到任⟦副厅长⟧已近三年，劲头松了。作为支部书记已有5年。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("林知远", "作为支部⟦书记⟧，我讲党课少。会前与支部书记、科室同志谈心6人次。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "作为副主任，我抓得不紧。作为支部书记，讲党课少。作为一名党员干部，作为班子成员，想得不深。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("张三", "作为县长，我抓得不紧。任镇长以来松了劲。"), with_template=True),
        Example(
            f"枫林县水务局领导班子2025年度民主生活会对照检查材料\n{FIRST_ASPECT}1.党组领导下的⟦校长⟧负责制落实不好。到农商银行请行长座谈一次。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
            shown=False,
        ),
    ),
    quoted=Quoted.NEVER,
)
