"""Facts + template → the questions of the side panel (想一想), and where the text speaks to them.

「文中提到」 is said, never 「已覆盖」: a hit shows that the text comes to speak of it, not that it is answered. Open
questions are never counted among what is missing. A wrong pointer costs more than none: words must stand close
together, and headings are never quoted. How often it is right: docs/questions.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.language.numbering import ordinals
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.templates.template import Part, PartKind, Question
from assistant.text import Span

_INSTANCE = compiled_later("比如|例如|譬如|有一次|有一回|[0-9０-９]")  # it tells of something that happened
# 「坚决反对错误言论。」 under the problems: of the matter, but nothing that happened
_NOTHING_LACKS = "(?!.*(?:[0-9０-９不没少缺但却才]|有时))"
_VOW = compiled_later(f"{_NOTHING_LACKS}我?(?:要(?![过求点么])|应|必须|一定|始终|坚持|坚决|严格|自觉|积极)")
_NAMING = (PartKind.DECLARATIONS, PartKind.CAUSE)  # under such headings stands what the heading says
_NEAR = 12  # characters within which the words of an entry must stand
_EDGE = " *#：:，,"  # what may stand round a sentence
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
    said = _Said.of(facts.text, fact)
    return tuple(
        Item(
            fact.part,
            question,
            said.mention(question),
            notes.get(name := key(fact.part, question), ""),
            name in not_applicable,
        )
        for question in fact.part.questions
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says in answer to a part: its sentences, and headings with the sentence right under them."""

    text: str
    whole: str  # from the first sentence to the last
    sentences: tuple[tuple[Span, str], ...]
    titles: tuple[tuple[str, Span], ...]  # only those under which stands what they name

    @staticmethod
    def of(text: str, fact: PartFact) -> _Said:
        """Gather what is said.

        Headings are never quoted: the part's own is the notice's wording, others name what follows. What they name is
        found under them where matters or causes are taken one by one, and where it begins with something that happened.
        A vow under the problems tells of nothing.
        """
        spans: list[Span] = []
        titles: list[tuple[str, Span]] = []
        kind = fact.part.kind
        for section in fact.answer.sections:
            for each in section.walk():
                own = list(_split(text, each.heading_end, each.own_end))
                if _is_title(each):
                    if own and (kind in _NAMING or (each is not section and _INSTANCE.search(own[0].of(text)))):
                        titles.append((each.heading, own[0]))
                else:
                    own[:0] = _split(text, each.start, each.heading_end)
                spans += own
        for span in fact.answer.mentions if not fact.answer.sections else ():
            spans += _split(text, span.start, span.end)
        sentences = ((span, span.of(text)) for span in spans)
        kept = tuple(
            (span, sentence) for span, sentence in sentences if not (kind is PartKind.ASPECT and _VOW.match(sentence))
        )
        whole = text[min(span.start for span in spans) : max(span.end for span in spans)] if spans else ""
        return _Said(text, whole, kept, tuple(titles))

    def mention(self, question: Question) -> Span | None:
        """Find the sentence that speaks to a question: where most entries meet, better one that tells of something.

        Where no sentence does but a heading, it is the sentence under the heading.
        """
        entries = [words for entry in question.words if (words := entry.split())]
        best, most = None, (0, False)
        hits = self._hits([entry for entry in entries if _all_in(entry, self.whole)])
        for index in sorted(hits):
            span, sentence = self.sentences[index]
            if (weight := (hits[index], bool(_INSTANCE.search(sentence)))) > most:
                best, most = span, weight
        if best is None:
            best = next((span for title, span in self.titles if any(_speaks(entry, title) for entry in entries)), None)
        return best and _without_number(self.text, best)

    def _hits(self, entries: Sequence[Sequence[str]]) -> Counter[int]:
        """Count the entries that each sentence speaks of, by its number; only where an entry's first word stands is looked."""
        found: Counter[int] = Counter()
        if not entries or not self.sentences:
            return found
        starts = [span.start for span, _ in self.sentences]
        past = self.sentences[-1][0].end
        for entry in entries:
            at = self.text.find(entry[0], starts[0], past)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                span, sentence = self.sentences[index]
                if at < span.end:
                    found[index] += _speaks(entry, sentence)
                at = self.text.find(entry[0], max(at + 1, span.end), past)
        return +found


def _is_title(section: Section) -> bool:
    return section.level <= 2 or len(section.heading) <= _TITLE_LENGTH


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch; what is too short says nothing."""
    for match in STATEMENT.finditer(text, start, end):
        if match.end() - match.start() > 3 or len(match[0].strip(_EDGE)) > 1:
            yield Span(match.start(), match.end())


def _without_number(text: str, span: Span) -> Span:
    sentence = span.of(text)
    number = next((ordinal.end for ordinal in ordinals(sentence) if ordinal.leading), 0)
    return Span(span.end - len(sentence[number:].lstrip(_EDGE)), span.end)


def _all_in(entry: Sequence[str], text: str) -> bool:
    """Tell whether all words occur at all, which is quickly found out and mostly not so."""
    return all(word in text for word in entry if word[0] != "-")


def _speaks(entry: Sequence[str], sentence: str) -> bool:
    """Tell whether all words of an entry stand close together; a word after a minus sign must not occur at all."""
    first = entry[0]
    at = sentence.find(first)
    if at < 0 or len(entry) == 1:
        return at >= 0
    if any(word[0] == "-" and word[1:] in sentence for word in entry):
        return False
    rest = [word for word in entry[1:] if word[0] != "-"]
    while at >= 0:
        low, high = max(0, at - _NEAR), at + len(first) + _NEAR
        if all(sentence.find(word, low, high) >= 0 for word in rest):
            return True
        at = sentence.find(first, at + 1)
    return False
