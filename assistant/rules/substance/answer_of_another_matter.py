"""所做的似非所针对的问题

检查什么：写作“针对问题3，……”“针对文风不实的问题，……”的，后面所写是否与那个问题说的是同一件事；措施与问题逐条、逐个方面对应的，是否有一句与前面写的都不相干，而同一处又有一条问题没有相应的措施。
为什么：审核时会照着逐条核对；批评不直接，措施却是更换办公桌椅，看不出这个问题怎样改。
怎么改：换成能解决那个问题的做法；这件事属于另一个问题的，移过去或改正序号；换了说法的，可忽略。
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts import (
    answer_statements,
    aspect_matters,
    deeds_of_other_ends,
    exchanged_measure,
    off_the_matter,
    problem_references,
)
from assistant.facts.exchanged_measure import Exchanged
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items, measures_of
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import CLAUSE
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span
from assistant.text_memory import remembered

_ADVICE = "请核对做的是否能解决那个问题；属于另一个问题的，可移过去或改正序号；换了说法的可忽略。"
_FEWEST = 4  # answers that show how the text answers
_SHARED = 2  # pairs of characters that an answer usually takes up of its problem
_PLAINLY = 3  # of another problem, to which it may well belong
_USUALLY = 0.8  # of the answers
_LEAST = 8  # pairs of an answer that could be of a problem
# What can be done about many faults in words of its own
_FOR_MANY = compiled_later("学|读|谈|批评|意见|红脸|辣味|直说|提醒|听|走访|群众|调研|廉|纪律|作风|担当|讲|请示|党课")
# The same of what one says, asks and thinks about: 「要数据先问三句：有没有现成的」
_IN_OTHER_WORDS = compiled_later("学[习一会懂深]|读|谈(?!判)|汇报|批评|问(?!题)|讲|说(?!明书)|思想|检讨")
# Who is there and who is not, which is told in many words: 「缺席15人次」, 「出席率不低于95%，请假的报批」
_PRESENCE = compiled_later("出席|缺席|到会|到场|参会|请假|补课|缺勤|出勤|考勤")
_SO_MANY = compiled_later(
    "(?<![0-9])(?:[2-9]|[1-9][0-9]+)(?:[个名次条项件户处份篇家本台辆亩吨])"
)  # 「4个班」, 「48次」
# What is built, by the words that name it: a measure builds what its problem left unbuilt, 「养老服务中心10月底前建成」
_KINDS_OF_WORKS = (
    "高标准农田|农田水利|水渠|灌渠|泵站|水库",
    "停车场|停车位|停车楼|充电桩",
    "养老(?:服务)?中心|养老院|敬老院|日间照料中心|幸福院",
    "幼儿园|小学|中学|教学楼|综合楼|宿舍楼|校舍",
    "医院|卫生院|卫生室|门诊楼|住院楼|康复楼",
    "污水处理厂|污水管网|雨污管网|垃圾中转站|填埋场",
    "广场|公园|游园|健身步道|体育场|体育馆",
    "农贸市场|菜市场|冷库",
    "公路|桥梁|道路|大桥",
    "图书馆|文化馆|博物馆|文化站",
    "产业园|孵化园|标准厂房",
    "公厕|厕所",
    "安置房|保障房|公租房",
)
_WORKS = compiled_later("|".join(f"({names})" for names in _KINDS_OF_WORKS))  # the number of the group is the kind
_BUILT = compiled_later("建成|完工|竣工|开工|投用|动工|主体封顶|交付使用|投入使用")


class _Answer(NamedTuple):
    """What answers a problem, with what is said of that, and how it is called."""

    said: Span
    problem: str
    called: str


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        by_number = list(_by_number(facts, material))
        named = list(_named(facts, material))
        in_order = list(_in_order(facts, material))
        if in_order and any(each.said.start >= in_order[0].said.start for each in (*by_number, *named)):
            in_order = []  # which problem is meant is said; what is said of last year's says nothing of that
        every = [*by_number, *named, *(in_order if _usually_share(facts.text, in_order) else ())]
        told: list[_Answer] = []
        for answer in every:
            works = _other_works(answer.said.of(facts.text), answer.problem)
            if works:
                told.append(answer)
                yield _finding(Span(*works).shifted(answer.said.start), answer)
        by_aspect = list(_by_aspect(facts, material))
        for answer in (*every, *by_aspect):
            deed = deeds_of_other_ends.first(facts, answer.said, answer.problem)
            if deed and not any(each.said.overlaps(answer.said) for each in told):
                told.append(answer)
                yield _finding(deed, answer)
        for answer in (*_of_another_body(facts, material, by_aspect), *_without_a_word(facts, material)):
            if not any(each.said.overlaps(answer.said) for each in told):
                told.append(answer)
                yield _finding(answer.said, answer)
        alone = _sharing_nothing(facts.text, by_number or in_order)
        if alone and not any(each.said.overlaps(alone.said) for each in told):
            told.append(alone)
            yield _finding(alone.said, alone)
        exchanged = exchanged_measure.find(facts, material)
        if exchanged and not any(each.said.overlaps(exchanged.said) for each in told):
            yield from _exchanged(facts, material, exchanged)


def _exchanged(facts: Facts, material: MaterialFacts, exchanged: Exchanged) -> Iterator[Finding]:
    """Yield the measure that stands where another belongs, unless it is the one that measure_without_problem tells."""
    alone = facts.once(off_the_matter.statement_off_the_matter, material)
    said = exchanged.said.of(facts.text)
    if _are_of_presence(said, exchanged.problem.span.of(facts.text)):
        return
    if not alone or not alone.overlaps(exchanged.said):
        yield RULE.finding(
            _trimmed(facts.text, exchanged.said),
            f"这一句与前面写的暂未见到相同的事，{quoted(exchanged.problem.section.heading)}这一条也暂未见到相应的措施。",
            _ADVICE,
        )


def _finding(said: Span, answer: _Answer) -> Finding:
    return RULE.finding(
        said,
        f"这里针对的是{quoted(answer.called)}，所写似是另一件事。",
        _ADVICE,
    )


def _by_number(facts: Facts, material: MaterialFacts) -> Iterator[_Answer]:
    known = problem_references.by_number(facts, material)
    aspects = problem_references.by_aspect(facts, material)
    for section in material.outline.sections:
        for reference in problem_references.numbered(facts, section):
            found: list[Item] = []
            for number in reference.numbers:
                one = [known[number]] if number in known else []
                found += aspects.get(number, ()) if reference.by_brackets else one
            if found and found[0].start < reference.said.start:
                yield _answer(facts.text, reference.said, found)


def _named(facts: Facts, material: MaterialFacts) -> Iterator[_Answer]:
    known = [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
    for section in material.outline.sections:
        for named in problem_references.named(facts, section):
            same = next((item for item in known if named.name in item.section.heading), None)
            told = same.span.of(facts.text) if same and same.start < named.said.start else ""
            yield _Answer(_trimmed(facts.text, named.said), named.name + told, named.name)


def _in_order(facts: Facts, material: MaterialFacts) -> Iterator[_Answer]:
    """Yield the measures where there are as many of them as problems, in their order."""
    every = items(facts, material)
    problems = [item for item in every if item.kind is ItemKind.PROBLEM]
    measures = [item for item in every if item.kind is ItemKind.MEASURE]
    if len(problems) == len(measures) >= _FEWEST and problems[-1].start < measures[0].start:
        for problem, measure in zip(problems, measures, strict=True):
            yield _answer(facts.text, measure.span, [problem])


def _by_aspect(facts: Facts, material: MaterialFacts) -> Iterator[_Answer]:
    """Yield the measures that are against the problems of an aspect, or one by one."""
    for said, problems in exchanged_measure.answers(facts, material):
        yield _answer(facts.text, said, problems)


def _of_another_body(facts: Facts, material: MaterialFacts, answers: Sequence[_Answer]) -> Iterator[_Answer]:
    """Yield the measure of which nothing below its heading takes up a word of its problems, where nearly all others take up several."""
    labels = {
        item.start: item.section.heading_end
        for item in measures_of(items(facts, material))
        if not off_the_matter.CONCRETE.search(item.section.heading)
    }
    told = []
    for answer in answers:
        body = _trimmed(facts.text, Span(labels.get(answer.said.start, answer.said.start), answer.said.end))
        told.append(answer._replace(said=body) if body.end > body.start else answer)
    shared = [_taken_up(answer.said.of(facts.text), answer.problem) for answer in told]
    if len(told) >= _FEWEST and sum(some >= _SHARED for some in shared) >= _USUALLY * (len(told) - 1):
        alone = [answer for answer, some in zip(told, shared, strict=True) if not some]
        yield from (
            alone
            if len(alone) == 1 and not _may_be_in_other_words(alone[0].said.of(facts.text), alone[0].problem)
            else ()
        )


def _without_a_word(facts: Facts, material: MaterialFacts) -> Iterator[_Answer]:
    """Yield the one measure without a word of its aspect's matter, which takes up nothing of a problem: flood control where discipline is due."""
    strange: list[_Answer] = []
    for said, problems in exchanged_measure.answers(facts, material):
        aspects = {item.aspect for item in problems}
        matters = aspect_matters.of_aspect(aspects.pop()) if len(aspects) == 1 else ()
        closing = answer_statements.CLOSES.search(facts.text, said.start, said.end)
        end = facts.text.rfind("\n", said.start, closing.start()) if closing else said.end
        span = _trimmed(facts.text, Span(said.start, end if end > said.start else said.end))
        body = span.of(facts.text)
        if not matters or any(aspect_matters.words_of(matter).search(body) for matter in matters):
            continue
        if _is_of_another_matter(facts, material, body, problems):
            strange.append(_Answer(span, "", problems[0].section.heading))
    yield from strange if len(strange) == 1 else ()


def _is_of_another_matter(facts: Facts, material: MaterialFacts, body: str, problems: Sequence[Item]) -> bool:
    """Tell whether a measure is concrete and takes up neither its own problems nor plainly another one."""
    if not off_the_matter.CONCRETE.search(body) or len(off_the_matter.telling_pairs(body)) < _LEAST:
        return False
    if _may_be_in_other_words(body, "\n".join(item.span.of(facts.text) for item in problems)):
        return False
    pairs = [off_the_matter.told(body)]
    every = [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
    own = {item.start for item in problems}
    return all(
        off_the_matter.shared_with(item.span.of(facts.text), pairs, most) < most
        for item in every
        for most in (_SHARED if item.start in own else _PLAINLY,)
    )


def _may_be_in_other_words(said: str, problem: str) -> bool:
    """Tell whether an answer that takes up no word of its problem says, asks and thinks, or counts the same."""
    if _IN_OTHER_WORDS.search(said) or _are_of_presence(said, problem):
        return True
    return len({*_SO_MANY.findall(said)} & {*_SO_MANY.findall(problem)}) > 1


def _are_of_presence(said: str, problem: str) -> bool:
    return bool(_PRESENCE.search(said) and _PRESENCE.search(problem))


@remembered(256)
def _taken_up(body: str, problem: str) -> int:
    """Count the pairs and counted things that the body of a measure takes up, up to as many as usual; one that says little has enough."""
    common = off_the_matter.shared_with(problem, off_the_matter.told_in_lines(body), _SHARED)
    plain = common or (off_the_matter.CONCRETE.search(body) and len(off_the_matter.told(body)) >= _LEAST)
    return common if plain else _SHARED


def _answer(text: str, said: Span, problems: Sequence[Item]) -> _Answer:
    problem = "\n".join(f"{item.aspect}{item.span.of(text)}" for item in problems)
    return _Answer(_trimmed(text, said), problem, problems[0].section.heading)


def _trimmed(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip("，：:、。 　）)】"))
    return Span(start, max(start, span.start + len(said.rstrip("；。 \n"))))


@remembered(256)
def _other_works(said: str, problem: str) -> tuple[int, int] | None:
    """Give the first clause that tells of other works to be built than its problem does, relative to the answer."""
    asked_for = {each.lastindex for each in _WORKS.finditer(problem)}
    for clause in CLAUSE.finditer(said) if asked_for else ():
        works = {each.lastindex for each in _WORKS.finditer(clause[0])}
        if works and works.isdisjoint(asked_for) and _BUILT.search(clause[0]):
            return clause.span()
    return None


@remembered(256)
def _shared(said: str, problem: str) -> int:
    """Count the pairs that an answer takes up of its problem, up to as many as usual; one that says little, or may do so in other words, has enough."""
    pairs = off_the_matter.telling_pairs(said)
    common = off_the_matter.shared_with(problem, [pairs], _SHARED)
    return common if common or (len(pairs) >= _LEAST and not _FOR_MANY.search(said)) else _SHARED


def _usually_share(text: str, answers: Sequence[_Answer]) -> bool:
    """Tell whether nearly every answer takes up words of its problem."""
    if len(answers) < _FEWEST:
        return False
    some = sum(_shared(each.said.of(text), each.problem) >= _SHARED for each in answers)
    return some >= _USUALLY * (len(answers) - 1)


def _sharing_nothing(text: str, answers: Sequence[_Answer]) -> _Answer | None:
    """Give the only answer that takes up no word of its problem, where nearly all others take up several."""
    alone = [each for each in answers if not _shared(each.said.of(text), each.problem)]
    if len(alone) != 1 or _may_be_in_other_words(alone[0].said.of(text), alone[0].problem):
        return None
    return alone[0] if _usually_share(text, answers) else None


_BEFORE = UP_TO_MEASURES.replace(
    "学习有时让位于事务。",
    "1.自学少。定的12本原著只读完7本。\n2.报告慢。重大事项隔天才报告。\n3.批评留情面。会上两次想提都没有提。",
).replace("怕得罪人。", "4.怕得罪人。占道经营拖了半年。\n5.用车登记不细。派车单有三次是事后补的。")
_AFTER_LAST_YEAR = "一、上年度整改落实情况\n针对学习松的问题，读书四本。\n" + _BEFORE.replace(
    "拖了半年。", "拖了半年，停车场没有建成。"
).replace("三、整改", "四、整改").replace("二、原因", "三、原因").replace("一、存在", "二、存在")
# Each is taken up by the measure at its place, but for the third.
_EXCHANGED = (
    FIRST_ASPECT
    + "1.报表压着不报。物资盘点表拖了九天，编织袋缺了300条。\n2.路灯的事拖着。柳湾村村口路灯坏了，线路图没有找到。\n3.补贴发得慢。育秧大棚补贴压了半年，账册对不上。\n（二）带头担当作为方面\n4.欠费纠纷压着。物业欠费积了58件，业主委员会没有请来。\n5.渡口抓得松。芦滩渡口救生衣缺了12件，船工证书过期。\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n（一）按时报。物资盘点表每月报一次，编织袋3月底前补足300条。\n（二）修路灯。柳湾村村口路灯3月底前修好，补上线路图。\n（三）补贴的事办实。⟦4月底前改建机关后院，从柳湾村移栽樱花二十株，铺设鹅卵石步道⟧。\n（四）清欠费。物业欠费58件9月底前办完，业主委员会每月请来一次。\n（五）管渡口。芦滩渡口救生衣2月底前补齐12件，船工证书过期的停船。\n"
)
_MEASURES = "（一）加强学习。针对问题1，每月读完1本原著。针对问题2，重大事项当天报告。针对问题3，{}。针对问题4，占道经营6月底前清理。针对问题5，派车单当天填写。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(_BEFORE + _MEASURES.format("⟦3月底前更换办公桌椅⟧，会上提意见两条"), with_template=True),
        Example(_BEFORE + _MEASURES.format("⟦4月底前整理仓库账册，月末盘点入库物资⟧"), with_template=True),
        Example(_BEFORE + _MEASURES.format("每次会上至少提两条意见，写进记录，清单贴在办公桌前"), with_template=True),
        Example(
            f"{_BEFORE}（一）加强学习。针对自学少的问题，⟦组织摄影比赛两次⟧。针对用车登记不细的问题，派车单当天填写。\n",
            with_template=True,
        ),
        Example(
            f"{_AFTER_LAST_YEAR}1.定的12本原著每月读完1本。\n2.重大事项当天报告，⟦2月底前修订机关考勤办法⟧。\n3.会上至少提两条意见，不留情面。\n"
            "⟦4.泵站两座10月底前完工⟧，占道经营怕得罪人的当月清理。\n5.派车单用车当天登记。\n",
            with_template=True,
        ),
        Example(
            f"{_AFTER_LAST_YEAR}1.定的12本原著每月读完1本。\n2.重大事项当天报告。\n3.会上至少提两条意见，不留情面。\n"
            "4.车位10月底前投入使用，占道经营怕得罪人的当月清理。\n5.派车单用车当天登记。\n",
            with_template=True,
        ),
        Example(_EXCHANGED, with_template=True, shown=False),
    ),
    Stage.REVIEW,
)
