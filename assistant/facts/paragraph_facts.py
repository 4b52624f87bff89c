"""What one paragraph's text alone decides, with positions relative to the paragraph, so that it may be remembered with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from assistant.language import figures, markdown, phrases, placeholders, years
from assistant.language.cues import standing_in
from assistant.language.figures import Date, Figure
from assistant.language.phrase_hits import Hit
from assistant.language.placeholders import Placeholder
from assistant.language.punctuation import Pairing, pairing
from assistant.language.sentences import CLAUSE_STOPS
from assistant.language.signs import Sign
from assistant.patterns import compiled_later
from assistant.structure.marks import Mark, scan
from assistant.text import Span, length

_LONG_CLAUSE = compiled_later(f"[^{CLAUSE_STOPS}\n]{{6,}}")  # shorter ones stand in any text

_NOT_MADE: Any = object()

T = TypeVar("T")


@dataclass(frozen=True)
class ParagraphFacts:
    """What a paragraph's text alone decides; what few rules ask for is found when first wanted, and kept."""

    text: str
    marks: tuple[Mark, ...]
    placeholders: tuple[Placeholder, ...]
    phrases: tuple[Hit, ...]
    length: int
    _signs: dict[Sign, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)
    _kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def cues(self) -> frozenset[str]:
        """The known cues that stand in it."""
        return standing_in(self.text)

    def signs(self, sign: Sign) -> tuple[Span, ...]:
        """Give the signs of one kind."""
        found = self._signs.get(sign)
        if found is None:
            there = sign.cues is None or not sign.cues.isdisjoint(self.cues)
            found = self._signs[sign] = sign.find(self.text) if there else ()
        return found

    def kept(self, make: Callable[[ParagraphFacts], T]) -> T:
        """Give what a rule over the whole text makes of this paragraph alone; it is made once and kept with the paragraph.

        `make` is a function of a module: of one made anew at each call nothing would ever be found again.
        """
        made: T = self._kept.get(make, _NOT_MADE)
        if made is _NOT_MADE:
            made = self._kept[make] = make(self)
        return made

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers with their units."""
        return () if figures.CUES.isdisjoint(self.cues) else figures.find(self.text)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates that name a month."""
        return figures.dates(self.text)

    @cached_property
    def clauses(self) -> tuple[tuple[int, str], ...]:
        """The longer clauses, with where each begins."""
        found: list[tuple[int, str]] = []
        at = 0
        for clause in self.kept(said):
            at = self.text.index(clause, at)
            found.append((at, clause))
            at += len(clause)
        return tuple(found)

    @cached_property
    def pairing(self) -> Pairing:
        """Which of its marks belong together."""
        return pairing(self.text)

    @cached_property
    def markdown(self) -> tuple[markdown.Mark, ...]:
        """The marks of Markdown, or what looks like them."""
        return markdown.marks(self.text)


def said(paragraph: ParagraphFacts) -> tuple[str, ...]:
    """Give the longer clauses of a paragraph, for a quick look whether it has any in common with another."""
    return tuple(_LONG_CLAUSE.findall(paragraph.text))


def with_years_in_digits(paragraph: ParagraphFacts) -> str:
    """Give a paragraph's text with its years in digits; no position moves."""
    return years.plain(paragraph.text)


def has_years_otherwise(paragraph: ParagraphFacts) -> bool:
    """Tell whether a paragraph has a year in any other figures."""
    return years.plain(paragraph.text) != paragraph.text


def observe(paragraphs: Sequence[str]) -> list[ParagraphFacts]:
    """Look at some paragraphs: for one thing in all of them before the next, which is faster than one after another."""
    looks = (scan, placeholders.find, phrases.shipped().find, length)
    columns = [[look(paragraph) for paragraph in paragraphs] for look in looks]
    return [ParagraphFacts(*found) for found in zip(paragraphs, *columns, strict=True)]


def remembering() -> Callable[[Sequence[str]], list[ParagraphFacts]]:
    """Give an `observe` that looks at no paragraph twice."""
    seen: dict[str, ParagraphFacts] = {}

    def look(paragraphs: Sequence[str]) -> list[ParagraphFacts]:
        new = list(dict.fromkeys(each for each in paragraphs if each not in seen))
        seen.update(zip(new, observe(new), strict=True))
        return [seen[each] for each in paragraphs]

    return look
