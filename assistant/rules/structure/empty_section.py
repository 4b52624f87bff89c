"""有标题、没有正文的部分

检查什么：已有标题、还没有写正文的部分和方面。
为什么：通知要求的内容，审核时要逐项核对。
怎么改：问题部分和各方面，对照要求写出具体问题；上年度整改，逐项写明做到哪一步；原因、措施，对应前面的问题来写。有关情况说明中确实没有的事项，写“不涉及”即可。
"""

from collections.abc import Iterator, Mapping

from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import Need, Part, PartKind
from assistant.text import Span

_PROGRESS, _PROBLEMS = "请逐项写明做到哪一步。", "请对照要求写出具体问题。"
_DECLARATIONS = "请逐项如实说明；确实没有的事项，写“不涉及”即可。"
_ADVICE = {
    PartKind.PREVIOUS_RECTIFICATION: _PROGRESS,
    PartKind.DECLARATIONS: _DECLARATIONS,
    **dict.fromkeys((PartKind.PROBLEMS, PartKind.ASPECT), _PROBLEMS),
    PartKind.CASE_ANALYSIS: "请写出案例反映的问题，再对照本职工作，写明有哪些相近之处。",
    PartKind.CAUSE: "请对应查摆出的问题，写出原因。",
    PartKind.MEASURE: "请对应查摆出的问题，写出措施和完成时间。",
}


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        asked: dict[int, list[PartFact]] = {}
        for fact in material.parts:
            for section in fact.answer.sections:
                asked.setdefault(section.start, []).append(fact)
        yield from _empty(facts, asked, material.outline.sections)


def _empty(
    facts: Facts, asked: Mapping[int, list[PartFact]], sections: tuple[Section, ...], within: Part | None = None
) -> Iterator[Finding]:
    """Report the outermost empty headings; what has written siblings only counts where it stands alone on its line."""
    written = {1: True}  # by level; an empty section is a bare heading among written ones, not a list of bare phrases
    for section in sections:
        answered = asked.get(section.start, [])
        part = answered[0].part if answered else within
        heading_alone = section.heading_end >= section.paragraph_end - 1 and section.leading
        listed = facts.text[section.paragraph_end - 1 : section.paragraph_end] in "；;"  # an item of a list
        if section.level <= 2 and (answered or heading_alone) and not listed and facts.is_blank(section):
            level = section.level
            if level not in written:
                written[level] = any(facts.body(other) for other in sections if other.level == level)
            if any(f.elsewhere for f in answered) or not (answered or written[level]):
                continue
            if not section.children:
                if answered and facts.template and all(facts.template.unasked(fact.part) for fact in answered):
                    yield _unasked(section)
                else:
                    required = any(fact.part.need is Need.REQUIRED for fact in answered)
                    yield _finding(section, part, required=required)
        yield from _empty(facts, asked, section.children, part)


def _finding(section: Section, part: Part | None, *, required: bool) -> Finding:
    return RULE.finding(
        Span(section.start, section.heading_end),
        f"{quoted(_short(section.heading))}还没有写。",
        _advice(part),
        severity=Severity.ERROR if required else Severity.ADVICE,
    )


def _unasked(section: Section) -> Finding:
    """Tell of a heading that is of the general outline alone, as `missing_part` does of one that is not there."""
    return RULE.finding(
        Span(section.start, section.heading_end),
        f"{quoted(_short(section.heading))}还没有写。",
        "通知未写这一项，按通用提纲列出。需要的请写，不需要的可删去标题。",
        severity=Severity.HINT,
        basis="通用提纲，本次通知未写这一项",
    )


def _advice(part: Part | None) -> str:
    """Say what to write there; 「不涉及」 answers only what is to be declared."""
    if part and part.kind is PartKind.OTHER:
        return _PROGRESS if "整" in part.heading else _DECLARATIONS if "说明" in part.heading else "请写出具体内容。"
    return _ADVICE.get(part.kind, "请写出具体内容。") if part else "请写出具体内容。"


def _short(heading: str) -> str:
    return heading if len(heading) <= 20 else f"{heading[:20]}…"


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "本次要求列出的部分须逐项写明",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n⟦（二）带头担当作为方面⟧\n"
            "二、原因剖析\n放松了学习。\n⟦三、整改措施⟧\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n不涉及。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n（一）每月自学两次。\n（二）每季度下基层一次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的问题\n（一）学习方面。抓得不紧。\n（二）作风方面\n会上有三种情形。\n（三）会前不准备；\n（四）会后不落实；\n（五）过后不检查。\n"
        ),
    ),
    about=About.EMPTY_SECTION,
)
