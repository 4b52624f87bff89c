"""Facts + template → the questions of the side panel (想一想), and where the text speaks to them.

「文中提到」 is said, never 「已覆盖」: a hit shows that the text comes to speak of it, not that it is answered. Open
questions are never counted among what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    sentences = list(_sentences(facts, fact))
    return tuple(
        Item(
            fact.part,
            question,
            _mention(question, sentences),
            notes.get(name := key(fact.part, question), ""),
            name in not_applicable,
        )
        for question in fact.part.questions
    )


def _sentences(facts: Facts, fact: PartFact) -> Iterator[tuple[Span, str]]:
    """Yield the sentences that answer a part; its heading is the notice's wording and speaks to nothing."""
    for section in fact.answer.sections:
        heading_end = section.heading_end if section.level <= 2 else section.start
        for match in _SENTENCE.finditer(facts.text, heading_end, section.end):
            yield Span(*match.span()), match[0]
    for span in fact.answer.mentions if not fact.answer.sections else ():
        for match in _SENTENCE.finditer(facts.text, span.start, span.end):
            yield Span(*match.span()), match[0]


def _mention(question: Question, sentences: list[tuple[Span, str]]) -> Span | None:
    entries = [entry.split() for entry in question.words]
    for span, sentence in sentences:
        if any(all(word in sentence for word in words) for words in entries):
            number = next((marker.end for marker in markers(sentence) if marker.leading), 0)
            blanks = len(sentence) - len(sentence[number:].lstrip())
            return Span(span.start + blanks, span.end)
    return None
