"""Where each piece of last year's text belongs under this year's template.

Chapters go by what they are (problems, causes, measures). Problems go one by one to the aspect that they speak of: what
decides are the topics of heading and text, what the aspect's own questions ask for, and the aspect under which the
writer had put them. An aspect that nothing falls to gets the problem that is nearest to it, unless none is near. What
tells of the year before, or has no namesake, goes nowhere and is kept at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from assistant.facts import topics
from assistant.facts.alignment import ACCEPTED, align, half, nearest
from assistant.facts.part_cues import part_named
from assistant.facts.topics import Profile
from assistant.patterns import compiled_later
from assistant.structure.outline import MaterialOutline, Section
from assistant.templates.aspect_likeness import SURE, likeness
from assistant.templates.template import Frame, Part, PartKind, Template
from assistant.text import Span


class Role(Enum):
    PREFACE = "preface"
    HEADING = "heading"  # a heading alone: this year's stands in its place
    LEAD = "lead"  # what stands between a heading and its first item
    WHOLE = "whole"  # a section with all below it


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of last year's text that moves as one; all pieces of a material, in order, are all its text.

    `part` is the id of this year's part, None where there is none for it. `keeps_heading` says that the heading is the
    writer's own sentence and not the name of an aspect or a chapter. `group` is the section among the problems it came from.
    """

    span: Span
    role: Role
    part: str | None
    section: Section | None = None
    keeps_heading: bool = False
    problem: bool = False
    group: Section | None = None


_LABEL = compiled_later("^在?(?:带头|对照|聚焦|围绕)|(?:方面|情况|问题|说明|剖析|原因|措施|打算|方向)$")
_STATEMENT = compiled_later("(?:情况|说明|事项|承诺)$")
_AS_IT_WAS = 0.95  # likeness from which an aspect is the same as last year's

# What speaks for an aspect, and how much; between half and double of each the placements hardly differ.
_HEADING, _TEXT, _FORMER, _NAMESAKE, _ASKED = 0.9, 0.9, 0.8, 0.5, 0.7
_HINT, _QUESTIONS = 0.35, 0.3  # of an aspect's profile, beside its wordings
_GIVEN_UP = 0.4  # how much less likely a problem may be for an aspect that would else stay bare
_OWN_RIGHT = 0.45  # what must speak for that aspect all the same


def place(text: str, material: MaterialOutline, former: Template | None, new: Template) -> tuple[Piece, ...]:
    """Find a place for every piece of a material of last year. Never fails.

    `former` is the template that it was written for, where that is known.
    """
    kinds = _chapters(text, material, former, new)
    pieces: list[Piece] = []
    if text[material.preface_span.start : material.preface_span.end].strip():
        preface = next((part.id for part in new.parts if part.kind is PartKind.PREFACE), None)
        pieces.append(Piece(material.preface_span, Role.PREFACE, preface))
    frame = _frame(new, material)
    problems: list[Section] = []
    for section in material.chapters:
        kind = kinds.get(section.start)
        if kind in (PartKind.PROBLEMS, PartKind.ASPECT):
            problems.append(section)
        else:
            pieces += _chapter(section, kind, new)
    pieces += _Problems(text, former, new, frame).place(problems, kinds)
    return tuple(sorted(pieces, key=lambda piece: piece.span))


def _chapters(
    text: str, material: MaterialOutline, former: Template | None, new: Template
) -> dict[int, PartKind | None]:
    """Tell what each section that answers a part is: by last year's template, and by this year's where that is silent."""
    kinds: dict[int, PartKind | None] = {}
    for template in (former, new) if former else (new,):
        by_chapter: dict[int, PartKind | None] = {}
        for answer in align(text, material, template).answers:
            for section in answer.sections:
                if by_chapter.get(section.start) is not PartKind.PROBLEMS:
                    by_chapter[section.start] = answer.part.kind
        kinds = {**by_chapter, **kinds}
    found = {kinds.get(section.start) for section in material.sections}
    if not found & {PartKind.PROBLEMS, PartKind.ASPECT}:
        for section in material.sections:  # aspects for chapters: what comes before causes and measures
            if kinds.get(section.start) in (PartKind.CAUSE, PartKind.MEASURE):
                break
            kinds.setdefault(section.start, PartKind.ASPECT)
    return kinds


def _frame(new: Template, material: MaterialOutline) -> Frame | None:
    """Choose the aspects to sort by: those that the text already follows, else those that are asked for.

    Where several sets are merely customary none is asked for: the problems stay as they are, under their own headings.
    """
    headings = [section.heading for section in material.walk() if section.level <= 2]
    for frame in new.frames:
        met = sum(
            any(likeness(frame, heading, number) >= SURE for heading in headings)
            for number in range(len(frame.aspects))
        )
        if met * 2 > len(frame.aspects):
            return frame
    first = next(iter(new.frames), None)
    return first if first and (first.name == new.name or len(new.frames) == 1) else None


def _chapter(section: Section, kind: PartKind | None, new: Template) -> Iterator[Piece]:
    """Place a chapter that is not about problems: its heading, what leads in, and its items."""
    part = next((part.id for part in new.parts if part.kind is kind), None)
    if kind is PartKind.PREVIOUS_RECTIFICATION:
        part = None  # it tells of the year before last
    if kind is PartKind.OTHER:  # what a campaign found: only of the same campaign
        part = next((part.id for part in new.parts if part.kind is kind and part.heading == section.heading), None)
    if part is None:
        yield Piece(Span(section.start, section.end), Role.WHOLE, None, section)
        return
    yield from _opened(section, part)
    for child in section.children:
        own = None if _is_previous(new, child.heading) else part
        yield Piece(Span(child.start, child.end), Role.WHOLE, own, child, keeps_heading=True)


def _opened(section: Section, part: str, *, keeps_heading: bool = False) -> Iterator[Piece]:
    """Take a section's heading off what stands below it."""
    yield Piece(Span(section.start, section.heading_end), Role.HEADING, part, section, keeps_heading=keeps_heading)
    if section.own_end > section.heading_end:
        yield Piece(Span(section.heading_end, section.own_end), Role.LEAD, part, section)


def _is_previous(new: Template, heading: str) -> bool:
    named = part_named(new, heading)
    return named is not None and named.kind is PartKind.PREVIOUS_RECTIFICATION


def is_label(heading: str, *frames: Frame) -> bool:
    """Tell whether a heading only names an aspect or a chapter, and is no sentence of the writer's own."""
    if _LABEL.search(heading):
        return True
    return any(nearest(frame, heading) >= ACCEPTED for frame in frames)


class _Problems:
    """Sorts last year's problems under this year's aspects."""

    def __init__(self, text: str, former: Template | None, new: Template, frame: Frame | None) -> None:
        self._text, self._former, self._new, self._frame = text, former, new, frame
        self._frames = tuple(each for template in (former, new) if template for each in template.frames)
        self._whole = next(part.id for part in new.parts if part.kind is PartKind.PROBLEMS)
        self._declarations = next((part.id for part in new.parts if part.kind is PartKind.DECLARATIONS), None)

    def place(self, chapters: Sequence[Section], kinds: Mapping[int, PartKind | None]) -> list[Piece]:
        pieces: list[Piece] = []
        groups: list[Section] = []
        for chapter in chapters:
            if kinds[chapter.start] is PartKind.ASPECT or not (chapter.children or self._is_heading(chapter)):
                groups.append(chapter)
                continue
            pieces += _opened(chapter, self._whole)
            groups += chapter.children
        for group in list(groups):
            if (elsewhere := self._elsewhere(group)) is not None:
                groups.remove(group)
                pieces.append(elsewhere)
        if self._frame is None:
            whole = [Piece(Span(g.start, g.end), Role.WHOLE, self._whole, g, True, True, g) for g in groups]
            return pieces + whole
        return pieces + self._sorted(groups, self._frame)

    def _is_heading(self, chapter: Section) -> bool:
        """Tell whether a chapter without items is 「一、存在的问题」 above running text."""
        return is_label(chapter.heading)

    def _elsewhere(self, group: Section) -> Piece | None:
        """Find what stands among the problems and is none: a declaration, a report on last year's measures."""
        named = self._named(group.heading)
        if group.level > 2 or named is None or any(nearest(frame, group.heading) >= SURE for frame in self._frames):
            return None
        span = Span(group.start, group.end)
        if named.kind is PartKind.PREVIOUS_RECTIFICATION:
            return Piece(span, Role.WHOLE, None, group, keeps_heading=True)
        if named.kind is PartKind.DECLARATIONS and _STATEMENT.search(group.heading):
            return Piece(span, Role.WHOLE, self._declarations, group, keeps_heading=True)
        return None

    def _named(self, heading: str) -> Part | None:
        """Give the part that a heading names, of either year's template."""
        found = (part_named(each, heading) for each in (self._former, self._new) if each)
        return next((part for part in found if part), None)

    def _sorted(self, groups: Sequence[Section], frame: Frame) -> list[Piece]:
        units = [unit for group in groups for unit in self._units(group)]
        if not self._as_before(groups, frame):
            scores = [self._scores(unit, frame) for unit in units]
            chosen = [max(range(len(each)), key=each.__getitem__) for each in scores]
            _cover(chosen, scores)
        else:
            same = {group.start: _best(frame, group.heading) for group in groups}
            chosen = [same[unit.group.start if unit.group else 0] for unit in units]
        placed = [replace(unit, part=frame.aspects[number].id) for unit, number in zip(units, chosen, strict=True)]
        return [*placed, *(piece for group in groups for piece in self._above(group, placed))]

    def _as_before(self, groups: Sequence[Section], frame: Frame) -> bool:
        """Tell whether this year's aspects are last year's, one to one, so that all may stay where it is."""
        found = [_best(frame, group.heading) for group in groups]
        sure = all(likeness(frame, g.heading, n) >= _AS_IT_WAS for g, n in zip(groups, found, strict=True))
        return sure and sorted(found) == list(range(len(frame.aspects)))

    def _units(self, group: Section) -> Iterator[Piece]:
        """Give what moves by itself: the items of an aspect, or a section without any."""
        for each in group.children or (group,):
            own = each is not group or not is_label(group.heading, *self._frames)
            yield Piece(Span(each.start, each.end), Role.WHOLE, None, each, own, True, group)

    def _above(self, group: Section, placed: Sequence[Piece]) -> Iterator[Piece]:
        """Let the heading of a group, and what leads in, go with most of its items."""
        if not group.children:
            return
        parts = [piece.part for piece in placed if piece.group is group]
        most = max(parts, key=lambda part: (parts.count(part), -parts.index(part)))
        own = not is_label(group.heading, *self._frames)
        for piece in _opened(group, most or self._whole, keeps_heading=own):
            yield replace(piece, group=group)

    def _scores(self, unit: Piece, frame: Frame) -> list[float]:
        section, group = unit.section, unit.group
        assert section
        assert group
        own = self._text[section.start + len(section.number) : section.end]
        former = "" if group is section else self._text[group.start : group.heading_end]
        known = topics.shipped()
        profiles = known.profile(section.heading), known.profile(own), known.profile(former)
        label = former or (section.heading if not unit.keeps_heading else "")
        scores: list[float] = []
        for number, (profile, words) in enumerate(_aspects(frame)):
            said = [topics.likeness(each, profile) for each in profiles]
            asked = min(1.0, sum(min(2, own.count(word)) * len(word) / 3 for word in words) / (6 + len(own) / 50))
            namesake = half(frame, label, number) if label else 0.0
            scores.append(
                _HEADING * said[0] + _TEXT * said[1] + _FORMER * said[2] + _NAMESAKE * namesake + _ASKED * asked
            )
        return scores


def _best(frame: Frame, heading: str) -> int:
    return max(range(len(frame.aspects)), key=lambda number: likeness(frame, heading, number))


def _cover(chosen: list[int], scores: Sequence[Sequence[float]]) -> None:
    """Give an aspect that nothing fell to the problem that loses least by it, if that one is near enough."""
    for bare in range(len(scores[0]) if scores else 0):
        if bare in chosen:
            continue
        losses = [
            (scores[unit][number] - scores[unit][bare], unit)
            for unit, number in enumerate(chosen)
            if chosen.count(number) > 1 and scores[unit][bare] >= _OWN_RIGHT
        ]
        if losses and min(losses)[0] <= _GIVEN_UP:
            chosen[min(losses)[1]] = bare


@lru_cache(maxsize=16)
def _aspects(frame: Frame) -> tuple[tuple[Profile, tuple[str, ...]], ...]:
    """Give what each aspect speaks of, topics near by included, and the words that its questions look for."""
    known = topics.shipped()
    found: list[tuple[Profile, tuple[str, ...]]] = []
    for aspect in frame.aspects:
        asked = "\n".join(f"{question.ask} {' '.join(question.words)}" for question in aspect.questions)
        profile = topics.mixed(
            (
                (1.0, known.profile("\n".join(aspect.wordings))),
                (_QUESTIONS, known.profile(asked)),
                (_HINT, known.profile(aspect.hint)),
            )
        )
        found.append((known.spread(profile), _asked_for(aspect)))
    return tuple(found)


def _asked_for(aspect: Part) -> tuple[str, ...]:
    words = {word for question in aspect.questions for entry in question.words for word in entry.split()}
    return tuple(sorted(word for word in words if len(word) > 1 and not word.startswith("-")))
