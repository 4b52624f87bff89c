"""What is made of a paragraph only where one of its cues stands (language/cues): for `Facts.where`, and for rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.cues import known

R = TypeVar("R")


class Cued(Generic[R]):
    """A function of a paragraph that gives nothing where none of its cues stands, and is not even asked there."""

    def __init__(self, cues: Iterable[str], make: Callable[[ParagraphFacts], R]) -> None:
        self.cues = known(cues)
        self.make = make

    def __call__(self, paragraph: ParagraphFacts) -> R | tuple[()]:
        return () if self.cues.isdisjoint(paragraph.cues) else self.make(paragraph)


def cued(*cues: str) -> Callable[[Callable[[ParagraphFacts], R]], Cued[R]]:
    """Say of a function that one of these stands in each paragraph of which it makes anything."""
    return lambda make: Cued(cues, make)


class Standing:
    """In which of some paragraphs which cues stand."""

    def __init__(self, paragraphs: Sequence[ParagraphFacts]) -> None:
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        for index, paragraph in enumerate(paragraphs):
            for cue in paragraph.cues:
                self._where[cue].append(index)
        self._all = frozenset(self._where)  # to be compared as a set, of which the smaller one is gone through

    def of(self, cues: Iterable[str]) -> list[int]:
        """Give the paragraphs, by their index in order, in which one of these stands."""
        places = [self._where[cue] for cue in self._all.intersection(cues)]
        return sorted(set().union(*places)) if len(places) > 1 else places[0] if places else []
