"""与去年材料相同的内容较多

检查什么：附有去年材料的，各节和全文有多少字与去年相同，有几句只换了个别词。规定标题、会议主题、引文和固定表述不计；“去年已查摆、今年仍存在”的一节不计。
为什么：审核时常会问到是否照用往年内容；只换标题和年份的，一般要求重写。
怎么改：按今年的事重写相同之处；问题确属反复出现的，写明“去年已查摆、今年仍存在”及原因。情况没有变、仍然合适的可忽略。
"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.last_year import copied
from assistant.facts.last_year.copied import Shared
from assistant.facts.material_facts import MaterialFacts, PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import CopiedShare, PartKind
from assistant.text import Span

_JUDGED = (PartKind.PROBLEMS, PartKind.ASPECT, PartKind.CASE_ANALYSIS, PartKind.CAUSE, PartKind.MEASURE)
_STILL = compiled_later(
    "(?:去年|上年度?)[^。]{0,12}(?:查摆|检视|提出|指出)[^。]{0,16}(?:今年|目前|至今)?[^。]{0,6}(?:仍|还|依然|反复)"
)
_SECTION = 60  # characters of a section from which a share means something
_WHOLE = 120  # the same for a material
_MENTIONED = 60  # characters from which so few are mentioned at all
_REWORDED = 0.6  # share of a section that is last year's with words exchanged

_WHY = "审核时常会问到是否照用往年内容。"
_UNCHANGED = "只更换了标题和年份的材料，审核时一般会要求重写。"
_SAME = "情况没有变、仍然合适的可忽略。"
_HOW = "请按今年的事重写相同之处；问题确属反复出现的，请写明“去年已查摆、今年仍存在”及原因。"


def check(facts: Facts) -> Iterator[Finding]:
    limits = facts.template.copied_share if facts.template else CopiedShare()
    for material in facts.materials:
        found = copied.of_material(facts, material)
        if found is None or found.whole.length < _WHOLE:
            continue
        whole, length = found.whole, facts.length(material.outline.start, material.outline.end)
        if whole.share >= limits.unchanged:
            yield _finding(facts, _title(material), whole, _Told("全文", length, _UNCHANGED))
            continue
        of_sections = [finding for fact, shared in found.parts for finding in _section(facts, fact, shared, limits)]
        yield from of_sections
        if whole.share >= limits.whole:
            yield _finding(facts, _title(material), whole, _Told("全文", length, _WHY))
        elif not of_sections and whole.copied >= _MENTIONED:
            told = _Told("全文", length, _SAME, Severity.HINT)
            yield _finding(facts, whole.runs[0].here, whole, told)


def _section(facts: Facts, fact: PartFact, shared: Shared, limits: CopiedShare) -> Iterator[Finding]:
    if fact.part.kind not in _JUDGED or shared.length < _SECTION:
        return
    if any(_STILL.search(facts.text, span.start, span.end) for span in fact.spans):
        return
    section = fact.answer.sections[0]
    place, name = Span(section.start, section.heading_end), f"{quoted(fact.part.short)}"
    if shared.share >= limits.section:
        length = sum(facts.length(*span) for span in fact.spans)
        yield _finding(facts, place, shared, _Told(name, length, _WHY))
    elif shared.reworded_share >= _REWORDED:
        called = facts.last.called if facts.last else ""
        message = f"{name}有{len(shared.reworded)}句与{called}大体相同，只换了部分词。"
        yield RULE.finding(place, message, _WHY + _HOW, part=fact.part.id, severity=Severity.HINT)


class _Told(NamedTuple):
    """Of what a finding tells, of how many 字数 as they are told everywhere else, why, and how gravely."""

    name: str
    length: int
    why: str
    severity: Severity = Severity.ADVICE


def _finding(facts: Facts, place: Span, shared: Shared, told: _Told) -> Finding:
    called = facts.last.called if facts.last else ""
    counted = (
        f"{told.name}共{told.length}字，扣除规定标题、引文和固定表述后按{shared.length}字计，"
        f"其中{shared.copied}字与{called}相同（{len(shared.runs)}处）。"
    )
    return RULE.finding(place, counted, told.why + _HOW, severity=told.severity)


def _title(material: MaterialFacts) -> Span:
    outline = material.outline
    return outline.title_span if outline.title else Span(outline.start, outline.start)


_TITLE = "年度民主生活会个人对照检查材料"
_HEAD = "\n我对照检查如下。\n"
_STUDY = "1.学习抓得不紧，全年自学只有五次，书目上的三本书读完一本，笔记抄得多、想得少，写的体会是赶出来的，同分管的水利工作联系不上。"
_AGAIN = "1.学习抓得不严，全年自学只有六次，书单上的三本书读完两本，笔记记得多、想得少，写的心得是赶出来的，同手头的水利工作联系不上。"
_CANAL = (
    "1.灌区改线牵涉三个部门，自己不愿牵头，四月该定的方案拖到八月，错过了一季灌溉，群众到乡里问过两回，都没有答复清楚。"
)
_CAUSE = (
    "1.总想着事情能缓一缓，把群众等水的急难看轻了，遇事先想自己方便不方便，没有把职责放在前头，思想上松了劲，怕担风险。"
)
_HABIT = "1.习惯坐在屋里听汇报，一年下来到田头不过三四回，对渠道哪一段漏水、哪一户浇不上地心里没有数，安排工作也就不在点子上。"
_LAST = f"2024{_TITLE}{_HEAD}一、存在的突出问题\n{_STUDY}\n二、原因剖析\n{_CAUSE}\n"


def _example(title: str, problems: str, cause: str) -> Example:
    marked = f"{title}{_HEAD}{problems}\n二、原因剖析\n{cause}\n"
    return Example(marked, with_template=True, last_year=_LAST)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公开的审核意见提到的“与往年材料雷同”，请以本单位通知为准",
    (
        _example(f"⟦2025{_TITLE}⟧", f"一、存在的突出问题\n{_STUDY}", _CAUSE),
        _example(f"⟦2025{_TITLE}⟧", f"⟦一、存在的突出问题⟧\n{_STUDY}", _HABIT),
        _example(f"2025{_TITLE}", f"⟦一、存在的突出问题⟧\n{_AGAIN}", _HABIT),
        _example(f"2025{_TITLE}", f"一、存在的突出问题\n{_CANAL}", _HABIT),
    ),
    stage=Stage.REVIEW,
)
