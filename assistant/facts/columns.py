"""What functions of a paragraph make of all paragraphs of a text; after a key only the changed paragraphs are looked at.

A rule over the whole text mostly wants to know which paragraphs show a thing. `Columns` keeps, for each such function,
one answer a paragraph, and hands over to the columns of the next text what stands before and behind the change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from operator import is_
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from assistant.facts.cued import Cued, Standing
from assistant.facts.paragraph_facts import ParagraphFacts

T = TypeVar("T")


class _Tally(NamedTuple):
    """How often each thing of a column occurs, and what occurs more than once."""

    counts: dict[Any, int]
    often: set[Any]

    def changed(self, gone: Iterable[Sequence[Any]], come: Iterable[Sequence[Any]]) -> _Tally:
        """Give the tally of a column that has lost some and got others."""
        counts, often = self.counts.copy(), self.often.copy()
        for each in chain.from_iterable(come):
            counts[each] = count = counts.get(each, 0) + 1
            if count == 2:
                often.add(each)
        for each in chain.from_iterable(gone):
            counts[each] -= 1
            if counts[each] == 1:
                often.discard(each)
            elif not counts[each]:
                del counts[each]
        return _Tally(counts, often)


class Columns:
    """For each function one column: what it makes of each paragraph."""

    def __init__(
        self,
        paragraphs: Sequence[ParagraphFacts],
        before: Mapping[object, list[Any]] = MappingProxyType({}),
        tallies: Mapping[object, _Tally] = MappingProxyType({}),
        same: tuple[int, int] = (0, 0),
    ) -> None:
        """Begin with what the text before made, of which so many paragraphs at the beginning and the end are the same."""
        self._paragraphs = paragraphs
        self._made: dict[object, list[Any]] = {}
        self._telling: dict[object, list[tuple[int, Any]]] = {}
        self._tallies: dict[object, _Tally] = {}
        self._before, self._tallies_before, self._same = before, tallies, same

    def of_next(self, paragraphs: Sequence[ParagraphFacts]) -> Columns:
        """Give the columns of the text that comes after this one."""
        return Columns(paragraphs, self._made, self._tallies, _unchanged(self._paragraphs, paragraphs))

    def of(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        """Give what a function of a module makes of each paragraph, in their order."""
        made = self._made.get(make)
        if made is None:
            made = self._made[make] = self._column(make)
        return made

    def telling(self, make: Callable[[ParagraphFacts], T | None]) -> list[tuple[int, T]]:
        """Give the paragraphs, by their index, of which a function makes anything but nothing."""
        found = self._telling.get(make)
        if found is None:
            found = self._telling[make] = [pair for pair in enumerate(self.of(make)) if pair[1]]
        return found

    def shared(self, make: Callable[[ParagraphFacts], Sequence[T]]) -> AbstractSet[T]:
        """Give what a function makes of several paragraphs, or more than once of one."""
        return self._tally(make).often

    def all(self, make: Callable[[ParagraphFacts], Sequence[T]]) -> AbstractSet[T]:
        """Give all that a function makes of any paragraph."""
        return self._tally(make).counts.keys()

    def _tally(self, make: Callable[[ParagraphFacts], Sequence[Any]]) -> _Tally:
        tally = self._tallies.get(make)
        if tally is None:
            made, before = self.of(make), self._before.get(make)
            known = self._tallies_before.get(make)
            if before is None or known is None:
                counts = Counter(chain.from_iterable(made))
                tally = _Tally(counts, {each for each, count in counts.items() if count > 1})
            else:
                first, last = self._same
                tally = known.changed(before[first : len(before) - last], made[first : len(made) - last])
            self._tallies[make] = tally
        return tally

    def _column(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        before = self._before.get(make)
        if before is None:
            return self._where_cued(make) if isinstance(make, Cued) else list(map(make, self._paragraphs))
        first, last = self._same
        changed = self._paragraphs[first : len(self._paragraphs) - last]
        return [*before[:first], *map(make, changed), *before[len(before) - last :]]

    def _where_cued(self, asked: Cued[Any]) -> list[Any]:
        column: list[Any] = [()] * len(self._paragraphs)
        for index in self._standing.of(asked.cues):
            column[index] = asked.make(self._paragraphs[index])
        return column

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self._paragraphs)


def _unchanged(before: Sequence[ParagraphFacts], now: Sequence[ParagraphFacts]) -> tuple[int, int]:
    """Count the paragraphs that are the same from the beginning, and from the end."""
    most = min(len(before), len(now))
    first = _agreeing(before[:most], now[:most])
    rest = most - first
    return first, _agreeing(before[: -rest - 1 : -1], now[: -rest - 1 : -1])


def _agreeing(one: Sequence[ParagraphFacts], other: Sequence[ParagraphFacts]) -> int:
    """Count the paragraphs from the beginning that are the same objects: equal ones are remembered as one."""
    same = list(map(is_, one, other))
    return len(same) if all(same) else same.index(False)
