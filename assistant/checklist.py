"""Facts + template → the questions of the side panel (想一想), and where the text speaks to them.

「文中提到」 is said, never 「已覆盖」: a hit shows that the text comes to speak of it, not that it is answered. Open
questions are never counted among what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.facts import Facts, PartFact
from assistant.numbering import markers
from assistant.template import Part, Question
from assistant.text import Span

_SENTENCE = re.compile(r"[^。！？；\n]+")


@dataclass(frozen=True, slots=True)
class Item:
    """A question beside the text: where the text speaks to it, the writer's note, and whether he marked it 不适用."""

    part: Part
    question: Question
    mention: Span | None
    note: str
    not_applicable: bool

    @property
    def key(self) -> str:
        """How decisions name it."""
        return key(self.part, self.question)


def key(part: Part, question: Question) -> str:
    """Name a question in the decisions of a draft."""
    return f"{part.id}/{question.id}"


def items(facts: Facts, fact: PartFact, notes: Mapping[str, str], not_applicable: frozenset[str]) -> tuple[Item, ...]:
    """List the questions of one part in their order."""
    places = list(_places(fact))
    return tuple(
        Item(
            fact.part,
            question,
            _mention(facts.text, question, places),
            notes.get(name := key(fact.part, question), ""),
            name in not_applicable,
        )
        for question in fact.part.questions
    )


def _places(fact: PartFact) -> Iterator[Span]:
    """Yield the stretches that answer a part; its heading is the notice's wording and speaks to nothing."""
    for section in fact.answer.sections:
        yield Span(section.heading_end if section.level <= 2 else section.start, section.end)
    if not fact.answer.sections:
        yield from fact.answer.mentions


def _mention(text: str, question: Question, places: Iterable[Span]) -> Span | None:
    """Find the first sentence that holds all words of an entry."""
    for place in places:
        entries = [words for entry in question.words if _all_in(words := entry.split(), text, place)]
        for match in _SENTENCE.finditer(text, place.start, place.end) if entries else ():
            sentence = match[0]
            if any(all(word in sentence for word in words) for words in entries):
                number = next((marker.end for marker in markers(sentence) if marker.leading), 0)
                blanks = len(sentence) - len(sentence[number:].lstrip())
                return Span(match.start() + blanks, match.end())
    return None


def _all_in(words: Sequence[str], text: str, place: Span) -> bool:
    """Tell whether all words occur at all, which is quickly found out and mostly not so."""
    return all(text.find(word, place.start, place.end) >= 0 for word in words)
