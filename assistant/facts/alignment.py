"""Which parts of the template each section of a text answers.

Writers shorten, reword and reorder, so headings are matched by meaning: parts by the words that such headings use,
aspects (带头) by the share of their characteristic pairs of characters. A part may be answered by several sections, a
section may answer several parts, and a part may be answered inside other text, in one sentence of the preface.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assistant.facts import chapter_leads, parts_inside
from assistant.facts.part_cues import JOINTS, STRONG, WEAK, parts_named
from assistant.structure import unnumbered
from assistant.structure.outline import MaterialOutline, Section
from assistant.templates.aspect_likeness import SURE, likeness, likenesses
from assistant.templates.template import Frame, Part, PartKind, Template
from assistant.text import Span
from assistant.text_memory import remembered

# Each number is held by a row of tests/cases/alignment or a test beside them, which fails where it is changed.
ACCEPTED = 0.34  # likeness from which a heading answers an aspect: half of its words, seen in one wording
IN_PLACE = 0.2  # the same for a heading that stands where the aspect is due, which is evidence itself
DEPTH = (
    0.08  # likeness lost with each level below （一）: an item that touches an aspect does not take it from a heading
)
LONGEST_WEAK = 16  # characters of a heading that a single word may tell; a sentence speaks of 问题 by chance
CLEARLY = 0.01  # by which a later frame has to fit better than the first, which is the meeting's usual one

_MAY_STAND_INSIDE = (PartKind.PREVIOUS_RECTIFICATION, PartKind.DECLARATIONS, PartKind.CASE_ANALYSIS, PartKind.OTHER)


@dataclass(frozen=True, slots=True)
class Answer:
    """How a text answers a part: by sections of its own, or inside other text (`mentions`), or not at all."""

    part: Part
    parent: Part | None
    sections: tuple[Section, ...]
    mentions: tuple[Span, ...] = ()

    @property
    def missing(self) -> bool:
        return not self.sections and not self.mentions


@dataclass(frozen=True, slots=True)
class Alignment:
    """The answers of one material to all parts of a template, in the template's order."""

    frame: Frame | None
    answers: tuple[Answer, ...]

    @property
    def matched_aspects(self) -> int:
        return sum(answer.part.kind is PartKind.ASPECT and not answer.missing for answer in self.answers)


class _Row(NamedTuple):
    """A section as the matching sees it; `parent` is the index of its parent's row, `rank` its place among siblings."""

    heading: str
    parent: int | None
    depth: int
    rank: int


def align(text: str, material: MaterialOutline, template: Template) -> Alignment:
    """Match one material with a template."""
    sections = list(material.walk())
    rows: list[_Row] = []
    _add_rows(rows, material.sections, None, 0)
    frame_index, matches = _match(template, tuple(rows))
    frame = template.frames[frame_index] if template.frames else None
    answers: list[Answer] = []
    for part, parent in template.all_parts(frame):
        found = tuple(sections[index] for index in matches.get(part.id, ()))
        mentions: tuple[Span, ...] = ()
        if not found:
            problems = tuple(s for each in answers if each.part.kind is PartKind.PROBLEMS for s in each.sections)
            mentions = parts_inside.mentions(text, material, template, part, frame=frame, problems=problems)
        answers.append(Answer(part, parent, found, mentions))
    return Alignment(frame, tuple(_cut(answers)))


def _cut(answers: Sequence[Answer]) -> Iterator[Answer]:
    """End the problems where the first sentence of a paragraph opens the causes or the measures."""
    behind = (PartKind.CAUSE, PartKind.MEASURE)
    opened = [span.start for each in answers if each.part.kind in behind for span in each.mentions]
    for each in answers:
        if opened and each.part.kind in (PartKind.PROBLEMS, PartKind.ASPECT):
            yield replace(each, sections=tuple(chapter_leads.cut(s, min(opened)) for s in each.sections))
        else:
            yield each


def _add_rows(rows: list[_Row], sections: Sequence[Section], parent: int | None, depth: int) -> None:
    for rank, section in enumerate(sections):
        index = len(rows)
        rows.append(_Row(unnumbered.squeezed(section.heading), parent, depth, rank))
        _add_rows(rows, section.children, index, depth + 1)


@remembered(64)
def _match(template: Template, rows: tuple[_Row, ...]) -> tuple[int, Mapping[str, tuple[int, ...]]]:
    """Match rows with parts: the index of the fitting frame, and for each part the rows that answer it."""
    top = [index for index, row in enumerate(rows) if row.parent is None]
    chosen = {index: parts_named(template, rows[index].heading) for index in top}
    best: tuple[float, int, dict[str, list[int]], set[int]] | None = None
    for number, frame in enumerate(template.frames or (Frame("", ()),)):
        total, found, as_problems = _aspects(template, frame, rows, chosen)
        if best is None or total > best[0] + CLEARLY:
            best = (total, number, found, as_problems)
    assert best is not None
    _, number, matches, as_problems = best
    for part in template.parts:
        strong = [index for index in top if chosen[index].get(part.id) == STRONG]
        weak = [
            index
            for index in top
            if chosen[index].get(part.id) == WEAK and STRONG not in chosen[index].values()
            if len(rows[index].heading) <= LONGEST_WEAK
        ]
        if part.kind is PartKind.PROBLEMS:
            strong = sorted({*strong, *as_problems}) if as_problems else strong
            strong = [index for index in strong if index in as_problems] or strong
        matches[part.id] = strong or weak[:1]
    for part in template.parts:
        if not matches[part.id] and part.kind in _MAY_STAND_INSIDE:
            matches[part.id] = _nested(template, part, rows, matches)
    return number, {part: tuple(indexes) for part, indexes in matches.items() if indexes}


def _aspects(
    template: Template, frame: Frame, rows: Sequence[_Row], chosen: Mapping[int, Mapping[str, float]]
) -> tuple[float, dict[str, list[int]], set[int]]:
    """Assign rows to the aspects of a frame; also tell which top rows thereby show themselves to be the problems."""
    barred = _barred(template, rows, chosen)
    open_rows = [index for index in range(len(rows)) if index not in barred]
    near = {
        (index, number): value
        for index in open_rows
        for number, raw in enumerate(likenesses(frame, rows[index].heading))
        if raw >= IN_PLACE and (value := _placed(raw, rows[index], number)) >= ACCEPTED
    }
    near = {place: value for place, value in near.items() if not _is_of_a_heading(place, near, rows)}
    total, pairs = _assign(open_rows, len(frame.aspects), near)
    found: dict[str, list[int]] = {frame.aspects[number].id: [index] for index, number in pairs}
    _share(frame, rows, open_rows, pairs, found)
    tops: set[int] = set()
    for index, _ in pairs:
        row = index
        while (parent := rows[row].parent) is not None:
            row = parent
        tops.add(row)
    return total, found, tops


def _is_of_a_heading(place: tuple[int, int], near: Mapping[tuple[int, int], float], rows: Sequence[_Row]) -> bool:
    """Tell whether an item only touches an aspect that the heading above it answers, or another heading surely does."""
    index, number = place
    if rows[index].depth < 2:
        return False
    if any(key[1] == number and rows[key[0]].depth < 2 and value >= SURE for key, value in near.items()):
        return True
    above = rows[index].parent
    while above is not None and near[place] < SURE:
        if (above, number) in near:
            return True
        above = rows[above].parent
    return False


def _barred(template: Template, rows: Sequence[_Row], chosen: Mapping[int, Mapping[str, float]]) -> set[int]:
    """List the rows that cannot be aspects: those under last year's measures, causes, measures and declarations."""
    kinds = {part.id: part.kind for part in template.parts}
    barred: set[int] = set()
    for index, row in enumerate(rows):
        if row.parent is None:
            named = {kinds[part] for part, score in chosen[index].items() if score == STRONG}
            if named and PartKind.PROBLEMS not in named:
                barred.add(index)
        elif row.parent in barred:
            barred.add(index)
    return barred


def _placed(value: float, row: _Row, number: int) -> float:
    """Weigh the likeness of a heading and an aspect: less for deep items, and a lower threshold where it is due."""
    if IN_PLACE <= value < ACCEPTED and row.rank == number and row.depth <= 1:
        return ACCEPTED
    return value - DEPTH * max(0, row.depth - 1)


def _assign(
    indexes: Sequence[int], count: int, likeness: Mapping[tuple[int, int], float]
) -> tuple[float, list[tuple[int, int]]]:
    """Pair rows and aspects so that the sum of likenesses is greatest; each is used once."""
    useful = [index for index in indexes if any((index, number) in likeness for number in range(count))]
    states: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}
    for index in useful:
        following = dict(states)
        for taken, (total, pairs) in states.items():
            for number in range(count):
                value = likeness.get((index, number))
                if value is None or taken >> number & 1:
                    continue
                key = taken | 1 << number
                # of two equally like rows the earlier keeps the aspect
                if total + value > following.get(key, (0.0, ()))[0] + 1e-9:
                    following[key] = (total + value, (*pairs, (index, number)))
        states = following
    total, pairs = max(states.values(), key=lambda state: state[0])
    return total, list(pairs)


def _share(
    frame: Frame,
    rows: Sequence[_Row],
    open_rows: Sequence[int],
    pairs: Sequence[tuple[int, int]],
    found: dict[str, list[int]],
) -> None:
    """Let one row answer several aspects, and several neighbouring rows one, where the wording leaves no doubt."""
    used = {index for index, _ in pairs}
    for number, aspect in enumerate(frame.aspects):
        if aspect.id not in found:
            both = [index for index in used if half(frame, rows[index].heading, number) >= SURE]
            if both:
                found[aspect.id] = [min(both)]
            continue
        index = found[aspect.id][0]
        for other in open_rows:
            beside = rows[other].parent == rows[index].parent and abs(rows[other].rank - rows[index].rank) == 1
            if other not in used and beside and likeness(frame, rows[other].heading, number) >= SURE:
                found[aspect.id] = sorted([*found[aspect.id], other])


def nearest(frame: Frame, heading: str) -> float:
    """Give the likeness of a heading and the aspect that it is most like."""
    return max(likenesses(frame, heading), default=0.0)


def half(frame: Frame, heading: str, number: int) -> float:
    """Give the likeness of the best piece of a heading that joins several: 「政治忠诚 / 担当作为」."""
    return max((likeness(frame, piece, number) for piece in JOINTS.split(heading) if piece), default=0.0)


def _nested(template: Template, part: Part, rows: Sequence[_Row], matches: Mapping[str, Sequence[int]]) -> list[int]:
    """Find a part among the subsections of other parts: 「（一）上年度整改」 under 「有关情况说明」."""
    aspects = {index for key in matches for index in matches[key] if template.part_of_id(key) is None}
    hosts = {
        index
        for other in template.parts
        if other.kind in (PartKind.PROBLEMS, PartKind.DECLARATIONS) and other.id != part.id
        for index in matches.get(other.id, ())
    }
    return [
        index
        for index, row in enumerate(rows)
        if row.depth == 1 and row.parent in hosts and index not in aspects
        if parts_named(template, row.heading).get(part.id) == STRONG
    ]
