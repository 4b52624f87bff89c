"""Facts + template → the questions of the side panel (想一想), and where the text speaks to them.

「文中提到」 is said, never 「已覆盖」: a hit shows that the text comes to speak of it, not that it is answered. Open
questions are never counted among what is missing. A wrong pointer costs more than none: words must stand close
together, and headings are never quoted. How often it is right: docs/questions.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.facts import Facts, PartFact
from assistant.numbering import markers
from assistant.outline import Section
from assistant.template import Part, PartKind, Question
from assistant.text import Span

_SENTENCE = re.compile(r"[^。！？；\n]+")
# it tells of something
_INSTANCE = re.compile("比如|例如|譬如|有一次|有一回|[0-9０-９]+(?:次|个|项|件|条|名|月|天|年)")
# 「坚决反对错误言论。」 under the problems: of the matter, but nothing that happened
_SHORT = "(?!.*(?:[0-9０-９不没少缺但却才]|有时))"
_VOW = re.compile(f"{_SHORT}我?(?:要|应|必须|一定|始终|坚持|坚决|严格|自觉|积极)")
_NEAR = 12  # characters within which the words of an entry must stand
_TITLE_LENGTH = 20  # characters; the leading sentence of an item up to here only names what follows


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
    sentences, titles = _sentences(facts.text, fact)
    return tuple(
        Item(
            fact.part,
            question,
            _mention(facts.text, question, sentences, titles),
            notes.get(name := key(fact.part, question), ""),
            name in not_applicable,
        )
        for question in fact.part.questions
    )


def _sentences(text: str, fact: PartFact) -> tuple[list[Span], list[tuple[str, Span]]]:
    """List the sentences that answer a part, and its headings, each with the first sentence under it.

    The heading of a part is the notice's wording and speaks to nothing; only where matters are declared one by one
    does it name the matter.
    """
    sentences: list[Span] = []
    titles: list[tuple[str, Span]] = []
    declares = fact.part.kind is PartKind.DECLARATIONS
    told = fact.part.kind is PartKind.ASPECT
    for section in fact.answer.sections:
        for each in section.walk():
            own = list(_split(text, each.heading_end, each.own_end))
            if _is_title(each):
                if own and (declares or each is not section or each.level > 2):
                    titles.append((each.heading, own[0]))
            else:
                own[:0] = _split(text, each.start, each.heading_end)
            sentences += (span for span in own if not (told and _VOW.match(text, span.start, span.end)))
    for span in fact.answer.mentions if not fact.answer.sections else ():
        sentences += _split(text, span.start, span.end)
    return sentences, titles


def _is_title(section: Section) -> bool:
    return section.level <= 2 or len(section.heading) <= _TITLE_LENGTH


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch without the numbers before them; what is too short says nothing."""
    for match in _SENTENCE.finditer(text, start, end):
        number = next((marker.end for marker in markers(match[0]) if marker.leading), 0)
        rest = match[0][number:]
        if len(rest.strip(" *#：:")) > 1:
            yield Span(match.end() - len(rest.lstrip()), match.end())


def _mention(
    text: str, question: Question, sentences: Sequence[Span], titles: Sequence[tuple[str, Span]]
) -> Span | None:
    """Find the sentence that speaks to a question: where most of its entries meet, better one that tells of something.

    Where no sentence does but the heading of an item, it is what stands right under the heading.
    """
    entries = [entry.split() for entry in question.words]
    best, most = None, (0, False)
    for span in sentences if entries else ():
        sentence = span.of(text)
        hits = sum(_speaks(entry, sentence) for entry in entries)
        if hits and (found := (hits, bool(_INSTANCE.search(sentence)))) > most:
            best, most = span, found
    if best is None:
        best = next((span for title, span in titles if any(_speaks(entry, title) for entry in entries)), None)
    return best


def _speaks(entry: Sequence[str], sentence: str) -> bool:
    """Tell whether all words of an entry stand close together; a word after a minus sign must not occur at all."""
    wanted = [word for word in entry if word[0] != "-"]
    if any(word[1:] in sentence for word in entry if word[0] == "-"):
        return False
    first, rest = wanted[0], wanted[1:]
    at = sentence.find(first)
    while at >= 0:
        low, high = max(0, at - _NEAR), at + len(first) + _NEAR
        if all(sentence.find(word, low, high) >= 0 for word in rest):
            return True
        at = sentence.find(first, at + 1)
    return False
