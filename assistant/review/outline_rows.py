"""Makes the rows of the outline beside the editor out of a material; what a row is stands in `outline_values`.

They merge what the template asks for with what the text has: own sections stay where they are, a missing part stands
where it would be inserted. While drafting nothing is blamed: a part is 已写, 未写 or 缺.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.certainty import Certainty
from assistant.facts import insertion
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.finding import Finding
from assistant.review.material import Material
from assistant.review.outline_values import Row, RowState
from assistant.structure.outline import Section
from assistant.templates.template import Need, PartKind
from assistant.text import Span

_UNASKED = "通知未写，按通用提纲"


def rows(material: Material) -> tuple[Row, ...]:
    """List the rows of the outline in the order of the text."""
    return tuple(row for facts in material.facts.materials for row in _Rows(material, facts).all())


class _Rows:
    """Makes the rows of one material."""

    def __init__(self, material: Material, facts: MaterialFacts) -> None:
        self._material = material
        self._facts = facts
        self._by_start: dict[int, list[PartFact]] = {}
        for fact in facts.parts:
            current = material.part_of(facts, fact.part.id) or fact
            for section in fact.answer.sections:
                self._by_start.setdefault(section.start, []).append(current)

    def all(self) -> tuple[Row, ...]:
        found = [self._section(section) for section in self._facts.outline.chapters]
        preface = self._facts.of_kind(PartKind.PREFACE)
        if preface and not preface.answer.sections:
            span = self._preface_span()
            fact = self._material.part_of(self._facts, preface.part.id) or preface
            row = Row(
                fact.part.short,
                _ROW_STATES[fact.state],
                self._detail(fact),
                span.start,
                span.end,
                fact.part.id,
                self._told_in_preface(),
                _is_over(fact),
            )
            found.insert(0, row)
        top_aspects = any(f.part.kind is PartKind.ASPECT for s in self._facts.outline.chapters for f in self._at(s))
        missing = [self._missing(f) for f in self._facts.parts if _is_open(f) and (f.parent is None or top_aspects)]
        return _merged(found, missing)

    def _told_in_preface(self) -> tuple[Row, ...]:
        """Give the items of the preface that are all there is of a part, which else would stand nowhere."""
        outline = self._facts.outline
        items = [each for each in outline.sections if each.start < outline.preface_span.end and self._at(each)]
        rows = [self._section(each) for each in items]
        return tuple(replace(row, children=tuple(each for each in row.children if not each.missing)) for row in rows)

    def _preface_span(self) -> Span:
        """Give where the preface stands; of one that is not written also the empty lines, where the caret waits for it."""
        span, outline = self._facts.outline.preface_span, self._facts.outline
        if span.of(self._material.text).strip() or not outline.sections:
            return span
        return Span(span.start, max(span.end, outline.sections[0].start - 1))

    def _at(self, section: Section) -> Sequence[PartFact]:
        return self._by_start.get(section.start, ())

    def _section(self, section: Section) -> Row:
        answered = self._at(section)
        children = [self._section(child) for child in section.children if child.level <= 2 or self._at(child)]
        if any(fact.part.kind is PartKind.PROBLEMS for fact in answered):
            missing = [self._missing(f) for f in self._facts.parts if f.parent and _is_open(f)]
            children = list(_merged(children, missing))
        if not answered:
            state = RowState.WRITTEN if self._material.facts.is_written(section) else RowState.EMPTY
            detail = (
                f"{self._material.facts.length(section.start, section.end)}字" if state is RowState.WRITTEN else "未写"
            )
            return Row(_titled(section), state, detail, section.start, section.end, None, tuple(children))
        fact = answered[0]
        if len(fact.answer.sections) > 1:
            fact = replace(fact, length=self._material.facts.length(section.start, section.end))
        title = "、".join(dict.fromkeys(each.part.short for each in answered))
        if fact.part.kind is PartKind.DECLARATIONS and len(fact.answer.sections) > 1:
            title = _titled(section)
        start, end = section.start, section.end
        return Row(
            title,
            _ROW_STATES[fact.state],
            self._detail(fact),
            start,
            end,
            fact.part.id,
            tuple(children),
            _is_over(fact),
        )

    def _detail(self, fact: PartFact) -> str:
        """Say what stands at the right of a row: length and limit, number of problems, 未写."""
        if fact.state in (State.EMPTY, State.MISSING):
            return f"未写，{_UNASKED}" if self._unasked(fact) else "未写"
        if fact.elsewhere and not fact.length:
            return fact.elsewhere
        limit = f"／{fact.part.length.most}字" if fact.part.length and fact.part.length.most else ""
        if _is_over(fact) and fact.part.length and fact.part.length.most:
            limit += f"，超{fact.length - fact.part.length.most}字"
        problems = f" · {fact.problems}个问题" if fact.part.kind is PartKind.ASPECT and fact.problems else ""
        return f"{fact.length}{limit or '字'}{problems}"

    def _missing(self, fact: PartFact) -> Row:
        place = insertion.place(self._facts, fact)
        detail = f"{_UNASKED}，点此插入" if self._unasked(fact) else "缺，点此插入"
        return Row(fact.part.short, RowState.MISSING, detail, place, place, fact.part.id)

    def _unasked(self, fact: PartFact) -> bool:
        template = self._material.template
        return template is not None and template.unasked(fact.part)


_ROW_STATES = {
    State.WRITTEN: RowState.WRITTEN,
    State.FINDINGS: RowState.FINDINGS,
    State.EMPTY: RowState.EMPTY,
    State.MISSING: RowState.MISSING,
}


def _is_over(fact: PartFact) -> bool:
    asked = fact.part.length
    return bool(asked and asked.certainty is not Certainty.MEMORY and asked.most and fact.length > asked.most)


def _is_open(fact: PartFact) -> bool:
    return fact.state is State.MISSING and fact.part.need is not Need.OPTIONAL


def _titled(section: Section) -> str:
    return section.heading or section.number


def _merged(found: Sequence[Row], missing: Sequence[Row]) -> tuple[Row, ...]:
    """Put the missing parts among the found ones: each where it would be inserted, in the template's order."""
    ordered = list(found)
    for row in missing:
        at = next(
            (n for n, other in enumerate(ordered) if not other.missing and other.start >= row.start), len(ordered)
        )
        ordered.insert(at, row)
    return tuple(ordered)


def findings_of(material: Material, row: Row) -> tuple[Finding, ...]:
    """List the findings in the text of a row."""
    span = Span(row.start, row.end)
    return tuple(
        f for f in material.findings if span.start <= f.span.start < span.end or f.part == row.part is not None
    )
