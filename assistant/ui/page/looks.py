"""How each paragraph of a text looks on the page: title, name line, level of heading. Computed, never stored.

The look of a paragraph's text is decided by itself (`spans`); only what it is, title or body, by the whole outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the page is painted before there is anything to analyse with
    from assistant.finding import Severity
    from assistant.review.material import Material
    from assistant.structure.marks import Mark

_FACES = {"PART": "hei", "HAN": "hei", "HAN_PAREN": "kai"}  # numbering.Style → face


class Kind(Enum):
    """What a paragraph is, as far as its own text does not say."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    CONTENTS = "contents"  # a line of contents, of attachments, of a list: no heading, though it reads like one


class FaceSpan(NamedTuple):
    """A stretch of a paragraph in one of the page's fonts."""

    start: int
    end: int
    face: str


class Underline(NamedTuple):
    """A finding's stretch within a paragraph."""

    start: int
    end: int
    severity: Severity


class Look(NamedTuple):
    """How a paragraph looks.

    `faded` is the heading of a section not yet written; `hint` is the grey line under it, which is no text and never
    prints. The kind of each field stands in `ui/view_values` too, as those of `FaceSpan` and `Underline` do.
    """

    kind: Kind = Kind.BODY
    underlines: tuple[Underline, ...] = ()
    faded: bool = False
    hint: str = ""


def spans(paragraph: str, marks: Sequence[Mark], kind: Kind) -> tuple[FaceSpan, ...]:
    """Give the fonts of a paragraph's text; what is not named is body."""
    if kind in (Kind.TITLE, Kind.BYLINE):
        return (FaceSpan(0, len(paragraph), "title" if kind is Kind.TITLE else "name"),)
    first = marks[0] if marks and kind is Kind.BODY else None
    if first is None or first.ordinal is None or not first.ordinal.leading:
        return ()
    face = _FACES.get(first.ordinal.style.name)
    if face is None:
        return ()
    return (FaceSpan(first.start, min(len(paragraph), first.heading_end + 1), face),)


def shifted(look: Look, start: int, removed: int, added: int) -> Look:
    """Move a paragraph's underlines along with an edit in it, and take away those that the edit touched."""
    past, by = start + removed, added - removed
    kept = [
        line if line.end <= start else line._replace(start=line.start + by, end=line.end + by)
        for line in look.underlines
        if line.end <= start or line.start >= past
    ]
    return look._replace(underlines=tuple(kept))


def of(material: Material) -> list[Look]:
    """Give the look of every paragraph of a text, in order."""
    from assistant.rules.registry import about
    from assistant.rules.rule import About

    facts = material.facts
    kinds = [Kind.BODY] * len(facts.starts)
    for each in facts.outline.materials:
        for span, kind in ((each.title_span, Kind.TITLE), (each.byline_span, Kind.BYLINE)):
            if span.end > span.start:
                for index in range(facts.paragraph_at(span.start), facts.paragraph_at(span.end - 1) + 1):
                    kinds[index] = kind
    for span in facts.outline.contents:
        for index in range(facts.paragraph_at(span.start), facts.paragraph_at(max(span.start, span.end - 1)) + 1):
            kinds[index] = Kind.CONTENTS
    for section in facts.outline.walk():
        if section.leading and section.style and section.style.name == "HAN_ITEM":
            kinds[facts.paragraph_at(section.start)] = Kind.CONTENTS
    underlines: dict[int, list[Underline]] = {}
    for finding in material.findings:
        if finding.span.end > finding.span.start and about(finding) is not About.EMPTY_SECTION:
            index = facts.paragraph_at(finding.span.start)
            begin = facts.starts[index]
            end = min(finding.span.end - begin, len(facts.paragraphs[index].text))
            underlines.setdefault(index, []).append(Underline(finding.span.start - begin, end, finding.severity))
    hints = _hints(material)
    return [
        Look(
            kind,
            tuple(underlines.get(index, ())),
            index in hints and bool(facts.paragraphs[index].text),
            hints.get(index, ""),
        )
        for index, kind in enumerate(kinds)
    ]


def _hints(material: Material) -> dict[int, str]:
    """Give for the headings of parts not yet written, and for a missing preface, what to think of."""
    from assistant.facts.material_facts import State
    from assistant.templates.template import PartKind

    facts = material.facts
    found: dict[int, str] = {}
    for fact in material.parts:
        if fact.state is not State.EMPTY:
            continue
        for section in fact.answer.sections:
            if not section.children and facts.is_blank(section):
                found[facts.paragraph_at(section.start)] = fact.part.hint
        if fact.part.kind is PartKind.PREFACE and not fact.answer.sections:
            below = facts.paragraph_at(facts.outline.materials[0].preface_span.start) + 1
            if below < len(facts.paragraphs) and not facts.paragraphs[below].text:
                found[below] = fact.part.hint
    return found
