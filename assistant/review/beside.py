"""What stands beside a text while it is held against last year's: what both share, which of last year's sections answers
which part, what became of last year's problems, and which sentences nobody has touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.facts.last_year import answering, copied, earlier_material, promises
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.copied import Copied, Shared
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.last_year.placement import Piece, Role
from assistant.facts.material_facts import MaterialFacts
from assistant.patterns import compiled_later
from assistant.review.material import Material
from assistant.review.stale import Stale, stale
from assistant.templates.template import PartKind, Template
from assistant.text import Span
from assistant.text_memory import remembered


@dataclass(frozen=True)
class Beside:
    """What one material of the text comes to beside last year's."""

    last: LastYear
    facts: MaterialFacts
    copied: Copied
    answers: tuple[Answer, ...]

    def shared(self, part: str | None) -> Shared | None:
        """Tell what a part shares with last year's; None where it has no sections, or the parts below it tell."""
        return next((shared for fact, shared in self.copied.parts if fact.part.id == part), None)

    def count(self, state: Answered) -> int:
        return sum(each.state is state for each in self.answers)


_PROMISE = compiled_later("^(?:关于[“‘]|(?:当时|去年)提出[“‘]|关于(?:当时|去年)提出)")
_SENTENCE = compiled_later("[^。！？\n]+[。！？]?[”’]?")
_NUMBERED = compiled_later("^(?:[0-9]{1,2}[.．、]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]是)")


def of(material: Material, position: int = 0) -> Beside | None:
    """Hold the material at a place of the text against last year's; None where that is not at hand."""
    facts = material.facts
    if facts.last is None:
        return None
    own = next((each for each in reversed(facts.materials) if each.outline.start <= position), facts.materials[0])
    found = copied.of_material(facts, own)
    if found is None:
        return None
    rows = promises.rows(facts.last, facts.template) if facts.template else ()
    return Beside(facts.last, own, found, answering.answers(facts, own, rows))


class Passage(NamedTuple):
    """A stretch of last year's text; a `heading` names what follows it."""

    span: Span
    heading: bool = False


def passages(last: LastYear, new: Template, part: str) -> tuple[Passage, ...]:
    """Find in last year's text what answers a part of this year's, in the order it stood there, under its own headings.

    Beside this year's report on last year's measures stand these measures.
    """
    wanted = _wanted(new, part)
    main = last.main(new)
    found: list[Passage] = []
    headed: set[int] = set()
    for piece in _placed(last, new):
        inside = main.start <= piece.span.start < main.end
        if piece.part not in wanted or not inside or not piece.span.of(last.text).strip():
            continue
        group = piece.group
        if group and group.start not in headed:
            headed.add(group.start)
            if group.start != piece.span.start:
                found.append(Passage(Span(group.start, group.heading_end), heading=True))
        found.append(Passage(piece.span, heading=piece.role is Role.HEADING))
    return tuple(_joined(found))


def _wanted(new: Template, part: str) -> frozenset[str]:
    kinds = {each.id: each.kind for each in new.parts}
    if kinds.get(part) is PartKind.PREVIOUS_RECTIFICATION:
        return frozenset(each for each, kind in kinds.items() if kind is PartKind.MEASURE)
    if kinds.get(part) is PartKind.PROBLEMS:
        return frozenset((part, *(aspect.id for frame in new.frames for aspect in frame.aspects)))
    return frozenset((part,))


@remembered(4)  # asked for whenever the caret enters another section
def _placed(last: LastYear, new: Template) -> tuple[Piece, ...]:
    return last.placed(new)


def _joined(found: Sequence[Passage]) -> Iterator[Passage]:
    """Join stretches that follow each other; a heading stays by itself."""
    before: Passage | None = None
    for each in found:
        if before and not (before.heading or each.heading) and before.span.end == each.span.start:
            before = Passage(Span(before.span.start, each.span.end))
            continue
        if before:
            yield before
        before = each
    if before:
        yield before


def said(text: str, answer: Answer) -> str:
    """Give what this year's text says of one of last year's problems, without the words that only name it."""
    if answer.span is None:
        return ""
    paragraph = _NUMBERED.sub("", answer.span.of(text))
    done = [each.strip() for each in _SENTENCE.findall(paragraph) if not _PROMISE.match(each.strip())]
    return "".join(done) or paragraph


class Kept(NamedTuple):
    """A sentence of last year's that nobody has touched, and what in it is of another year."""

    span: Span
    stale: tuple[Stale, ...]


def untouched(material: Material) -> tuple[Kept, ...]:
    """List the sentences that are still last year's, in the order of the text, with what in each wants bringing up to date."""
    last = material.facts.last
    if last is None:
        return ()
    old = stale(material, last)
    return tuple(
        Kept(span, tuple(each for each in old if each.span.overlaps(span)))
        for span in earlier_material.untouched(material.text, last, material.template)
    )
