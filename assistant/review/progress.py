"""How far the writer has come: the rows of the outline beside the editor, and what is still open in one line.

The rows merge what the template asks for with what the text has: own sections stay where they are, a missing part
stands where it would be inserted. While drafting nothing is blamed: a part is 已写, 未写 or 缺.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from assistant.certainty import Certainty
from assistant.decisions import Stage
from assistant.facts import insertion
from assistant.facts.facts import MaterialFacts, PartFact, State
from assistant.facts.last_year import last_year
from assistant.finding import Finding, Severity
from assistant.review import opinions
from assistant.review.material import Material
from assistant.rules.registry import about
from assistant.rules.rule import About
from assistant.structure.outline import Section
from assistant.templates.template import Dates, Need, PartKind
from assistant.text import Span

_UNASKED = "通知未写，按通用提纲"
_SHORTEST = 12  # characters of a heading shown in the status line


class RowState(Enum):
    """The sign before a row; it says without color what the color says."""

    WRITTEN = "●"
    FINDINGS = "◐"
    EMPTY = "○"
    MISSING = "✚"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the outline. `start` is where a click leads; for a missing part, where it would be inserted."""

    title: str
    mark: RowState
    detail: str
    start: int
    end: int
    part: str | None = None
    children: tuple[Row, ...] = ()
    over: bool = False  # it is longer than asked for

    @property
    def missing(self) -> bool:
        return self.mark is RowState.MISSING

    def walk(self) -> Iterator[Row]:
        yield self
        for child in self.children:
            yield from child.walk()


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
        found = [self._section(section) for section in self._facts.outline.sections]
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
                over=_is_over(fact),
            )
            found.insert(0, row)
        top_aspects = any(f.part.kind is PartKind.ASPECT for s in self._facts.outline.sections for f in self._at(s))
        missing = [self._missing(f) for f in self._facts.parts if _is_open(f) and (f.parent is None or top_aspects)]
        return _merged(found, missing)

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
            mark = RowState.WRITTEN if self._material.facts.is_written(section) else RowState.EMPTY
            detail = (
                f"{self._material.facts.length(section.start, section.end)}字" if mark is RowState.WRITTEN else "未写"
            )
            return Row(_titled(section), mark, detail, section.start, section.end, None, tuple(children))
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


@dataclass(frozen=True, slots=True)
class Open:
    """One thing still to do, and where to go for it; what is `missing` has nothing there yet, `opinions` have their list.

    `parts` is how many of the parts that are asked for it stands for: none, where it is something else that is to be done.
    """

    label: str
    start: int
    missing: bool = False
    opinions: bool = False
    parts: int = 1


def outstanding(material: Material) -> tuple[Open, ...]:
    """List what is still to do: parts not written, parts missing, the placeholders and the opinions as one each."""
    found: list[Open] = []
    for facts in material.facts.materials:
        whole = [f for f in facts.parts if f.part.kind is PartKind.PROBLEMS and f.state in (State.EMPTY, State.MISSING)]
        for fact in facts.parts:
            unasked = material.template is not None and material.template.unasked(fact.part)
            if (
                fact.part.need is Need.OPTIONAL
                or unasked
                or (fact.parent and whole and whole[0].state is State.MISSING)
            ):
                continue
            if fact.part.kind is PartKind.PROBLEMS and fact.state is State.EMPTY and _has_asked_aspects(facts.parts):
                continue  # its aspects are listed one by one
            if fact.state is State.MISSING:
                own = sum(_counts(material, each) for each in facts.parts if each.parent) if fact in whole else 0
                told = f"（缺，{own}个方面）" if own else "（缺）"
                label = f"{_short(fact.part.short)}{told}"
                found.append(Open(label, insertion.place(facts, fact), missing=True, parts=max(own, 1)))
            elif fact.state is State.EMPTY:
                place = fact.answer.sections[0].start if fact.answer.sections else facts.outline.preface_span.start
                found.append(Open(f"{_short(fact.part.short)}（未写）", place))
    placeholders = [finding for finding in material.findings if about(finding) is About.UNFILLED]
    if placeholders:
        found.append(Open(f"待填{len(placeholders)}处", placeholders[0].span.start, parts=0))
    if count := opinions.unanswered(material.decisions.opinions):
        found.append(Open(f"未答复的意见{count}条", 0, opinions=True, parts=0))
    return tuple(found)


def number(left: Iterable[Open]) -> int:
    """Count what is still to do: each part that is asked for (those of `completed` that are not written), else one each."""
    return sum(max(each.parts, 1) for each in left)


def told(left: Sequence[Open]) -> str:
    """Say what the number is made of, where that is not parts alone: 「未写11个部分，待填2处」."""
    parts, others = sum(each.parts for each in left), [each.label for each in left if not each.parts]
    return "，".join([*([f"未写{parts}个部分"] if parts else []), *others]) if others and parts else ""


def noticed(material: Material) -> tuple[Finding, ...]:
    """Give what is found in the text, as it is counted: while drafting without what is not written yet.

    That is no fault then, and counted as what is still to do.
    """
    if material.decisions.stage is not Stage.DRAFT:
        return material.findings
    return tuple(each for each in material.findings if not about(each).is_unwritten)


def counted(material: Material, finding: Finding) -> bool:
    """Tell whether what is found not to be written is of a part that `outstanding` counts.

    What only the general outline proposes, and headings of the writer's own, are not.
    """
    if not about(finding).is_unwritten:
        return False
    at = finding.span.start

    def meant(fact: PartFact) -> bool:
        if finding.part:
            return fact.part.id == finding.part
        return any(section.start == at for section in fact.answer.sections)

    return any(_counts(material, fact) for fact in material.parts if meant(fact))


def unwritten_parts(material: Material) -> int:
    """Count the parts that are asked for and not written, as `told` tells them."""
    return sum(each.parts for each in outstanding(material))


def told_of_findings(material: Material) -> str:
    """Say what the number of findings counts, so that nobody adds it to what is still to do."""
    unwritten = sum(counted(material, each) for each in material.findings)
    number = len(noticed(material))
    if not unwritten:
        return f"文中要看的{number}处"
    if material.decisions.stage is Stage.DRAFT:
        return f"文中要看的{number}处；未写的部分另计在“还差”里"
    return f"{number}处，其中未写的部分{unwritten}处，也计入“还差”"


def told_of_grave(material: Material) -> str:
    """Say what the number of 必改 counts besides faults of what is written; "" where it counts nothing else."""
    unwritten = sum(about(f).is_unwritten for f in noticed(material) if f.severity is Severity.ERROR)
    return f"其中未写的部分{unwritten}处" if unwritten else ""


def begun(material: Material) -> bool:
    """Tell whether anything is written besides title and headings, which a new material begins with."""
    facts = material.facts
    return any(
        each.outline.preface_span.of(material.text).strip() or any(map(facts.is_written, each.outline.sections))
        for each in facts.materials
    )


def unfinished(material: Material) -> str:
    """Say what a text still lacks that is about to be handed on: 「未写3个部分、文中2处必改」; "" where there is nothing.

    What is not written is no fault of the text besides, and what is to be filled in is counted among the faults.
    """
    unanswered = opinions.unanswered(material.decisions.opinions)
    parts = unwritten_parts(material)
    grave = [each for each in material.findings if each.severity is Severity.ERROR]
    faults = [each for each in grave if not about(each).is_unwritten]
    last = material.facts.last
    kept = last_year.untouched(material.text, last, material.template) if last else ()
    counts = (
        (parts, f"{parts}个部分未写"),
        (len(faults), f"{len(faults)}处必改"),
        (len(kept), f"去年原句{len(kept)}句"),
        (unanswered, f"{unanswered}条意见未答复"),
    )
    return "、".join(told for count, told in counts if count)


def _has_asked_aspects(parts: Iterable[PartFact]) -> bool:
    """Tell whether aspects are asked for by a notice; the general outline only proposes some."""
    return any(fact.parent and fact.part.need is not Need.OPTIONAL for fact in parts)


def _short(title: str) -> str:
    title = title.removeprefix("带头")
    return title if len(title) <= _SHORTEST else f"{title[: _SHORTEST - 1]}…"


def completed(material: Material) -> tuple[int, int]:
    """Count the parts that are written, and all that are asked for; a part with aspects counts by them."""
    whole = _has_asked_aspects(material.parts)
    counted = [
        fact
        for fact in material.parts
        if _counts(material, fact) and not (fact.part.kind is PartKind.PROBLEMS and whole)
    ]
    return sum(fact.state in (State.WRITTEN, State.FINDINGS) for fact in counted), len(counted)


def _counts(material: Material, fact: PartFact) -> bool:
    """Tell whether a part is asked for, and not only proposed by the general outline."""
    return fact.part.need is not Need.OPTIONAL and not (material.template and material.template.unasked(fact.part))


def around(rows: Sequence[Row], position: int) -> tuple[Row, ...]:
    """Find the rows whose text holds a position, the outermost first."""
    for row in reversed(rows):  # a place between two belongs to the later, the end of the text to the last
        if not row.missing and row.start <= position <= max(row.end, row.start):
            return (row, *around(row.children, position))
    return ()


def findings_of(material: Material, row: Row) -> tuple[Finding, ...]:
    """List the findings in the text of a row."""
    span = Span(row.start, row.end)
    return tuple(
        f for f in material.findings if span.start <= f.span.start < span.end or f.part == row.part is not None
    )


_LONG_PAST = 30  # days after which a deadline is of another year


def deadline(dates: Dates, today: datetime.date) -> str:
    """Tell how long there is until the material is to be handed in, or until the meeting: 「距交稿 6 天」."""
    for day, what in ((dates.hand_in, "交稿"), (dates.meeting, "开会")):
        if day is None:
            continue
        left = (day - today).days
        if left > 0:
            return f"距{what}还有{left}天"
        if left == 0:
            return f"今天{what}"
        if what == "交稿" and left >= -_LONG_PAST and (dates.meeting is None or dates.meeting < today):
            return f"交稿日期已过{-left}天"
    return ""
