"""What functions of a paragraph make of all paragraphs of a text; after a key only the changed paragraphs are looked at.

A rule over the whole text mostly wants to know which paragraphs show a thing. `Columns` keeps, for each such function,
one answer a paragraph, and hands over to the columns of the next text what stands before and behind the change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from operator import is_
from typing import Any, NamedTuple, TypeVar

from assistant.facts.cued import Cued, Standing
from assistant.facts.paragraph_facts import ParagraphFacts

T = TypeVar("T")
R = TypeVar("R")


class _Tally:
    """How often each thing of a column occurs, what occurs more than once, and what was reckoned from either."""

    def __init__(self, column: Iterable[Sequence[Any]]) -> None:
        self.counts: dict[Any, int] = Counter(chain.from_iterable(column))
        self.often = {each for each, count in self.counts.items() if count > 1}
        self.reckoned: dict[object, Any] = {}
        self.of_often: dict[object, Any] = {}

    def change(self, gone: Iterable[Sequence[Any]], come: Iterable[Sequence[Any]]) -> None:
        """Count anew what a column has lost and got."""
        counts, self.reckoned = self.counts, {}
        more, fewer = set(), set()
        for each in chain.from_iterable(come):
            counts[each] = count = counts.get(each, 0) + 1
            if count == 2:
                more.add(each)
        for each in chain.from_iterable(gone):
            counts[each] -= 1
            if counts[each] == 1:
                fewer.add(each)
            elif not counts[each]:
                del counts[each]
        if more != fewer:
            self.often = (self.often | more) - fewer
            self.of_often = {}


class _Looked(NamedTuple):
    """At which paragraphs a function has looked, a byte for each, and of which of these it makes anything."""

    at: bytearray
    telling: list[tuple[int, Any]]


class _Before(NamedTuple):
    """What was made of the text before, and how many of its paragraphs at the beginning and the end are the same now."""

    made: Mapping[object, list[Any]]
    telling: Mapping[object, list[tuple[int, Any]]]
    looked: Mapping[object, _Looked]
    tallies: dict[object, _Tally]
    resumed: Mapping[object, Any]
    size: int  # of the text, in paragraphs
    first: int
    last: int


_NOTHING = _Before({}, {}, {}, {}, {}, 0, 0, 0)


class Columns:
    """For each function one column: what it makes of each paragraph."""

    def __init__(self, paragraphs: Sequence[ParagraphFacts], before: _Before = _NOTHING) -> None:
        self._paragraphs = paragraphs
        self._made: dict[object, list[Any]] = {}
        self._telling: dict[object, list[tuple[int, Any]]] = {}
        self._looked: dict[object, _Looked] = {}
        self._tallies: dict[object, _Tally] = {}
        self._resumed: dict[object, Any] = {}
        self._before = before

    def of_next(self, paragraphs: Sequence[ParagraphFacts]) -> Columns:
        """Give the columns of the text that comes after this one."""
        same = _unchanged(self._paragraphs, paragraphs)
        size = len(self._paragraphs)
        before = _Before(self._made, self._telling, self._looked, self._tallies, self._resumed, size, *same)
        return Columns(paragraphs, before)

    def of(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        """Give what a function of a module makes of each paragraph, in their order."""
        made = self._made.get(make)
        if made is None:
            before = self._before.made.get(make)
            if before is None:
                made = list(map(make, self._paragraphs))
            else:
                first, last = self._before.first, self._before.last
                made = [*before[:first], *map(make, self._changed), *before[len(before) - last :]]
            self._made[make] = made
        return made

    def telling(self, make: Callable[[ParagraphFacts], T | None]) -> list[tuple[int, T]]:
        """Give the paragraphs, by their index, of which a function makes anything but nothing."""
        found = self._telling.get(make)
        if found is None:
            before = self._before.telling.get(make)
            if before is None:
                found = self._all_telling(make)
            elif not before and isinstance(make, Cued) and make.cues.isdisjoint(self._changed_cues):
                found = before  # as of most
            else:
                found = self._still(make, before)
            self._telling[make] = found
        return found

    def telling_in(self, make: Callable[[ParagraphFacts], T | None], first: int, past: int) -> Iterable[tuple[int, T]]:
        """Give the same of the paragraphs from one to another, in their order; no others are looked at, nor more than are wanted."""
        looked = self._looked.get(make)
        if looked is None:
            looked = self._looked[make] = self._still_looked(make)
        if looked.at.find(0, first, past) >= 0:
            return self._looking(make, looked, first, past)
        return looked.telling[bisect_left(looked.telling, (first,)) : bisect_left(looked.telling, (past,))]

    def _looking(
        self, make: Callable[[ParagraphFacts], T | None], looked: _Looked, first: int, past: int
    ) -> Iterator[tuple[int, T]]:
        at = first
        while at < past:
            new = looked.at.find(0, at, past)
            if new != at:
                begin, end = (bisect_left(looked.telling, (each,)) for each in (at, new if new >= 0 else past))
                yield from looked.telling[begin:end]
            if new < 0:
                return
            looked.at[new] = 1
            if made := make(self._paragraphs[new]):
                looked.telling.insert(bisect_left(looked.telling, (new,)), (new, made))
                yield new, made
            at = new + 1

    def reckoned(self, make: Callable[[ParagraphFacts], Sequence[T]], reckon: Callable[[AbstractSet[T]], R]) -> R:
        """Give what a function reckons from all that another makes of any paragraph; kept as long as that stays the same."""
        tally = self._tally(make)
        if reckon not in tally.reckoned:
            tally.reckoned[reckon] = reckon(tally.counts.keys())
        found: R = tally.reckoned[reckon]
        return found

    def of_shared(self, make: Callable[[ParagraphFacts], Sequence[T]], reckon: Callable[[AbstractSet[T]], R]) -> R:
        """Give the same from what a function makes of several paragraphs, or more than once of one."""
        tally = self._tally(make)
        if reckon not in tally.of_often:
            tally.of_often[reckon] = reckon(tally.often)
        found: R = tally.of_often[reckon]
        return found

    def resumed(self, key: object, make: Callable[[R | None], R]) -> R:
        """Give what is made under a key from what was made under it of the text before; kept as long as each text asks for it."""
        if key not in self._resumed:
            self._resumed[key] = make(self._before.resumed.get(key))
        made: R = self._resumed[key]
        return made

    @property
    def unchanged(self) -> tuple[int, int]:
        """How many paragraphs at the beginning and the end of the text are those of the text before."""
        return self._before.first, self._before.last

    @property
    def _changed(self) -> Sequence[ParagraphFacts]:
        return self._paragraphs[self._before.first : len(self._paragraphs) - self._before.last]

    def _tally(self, make: Callable[[ParagraphFacts], Sequence[Any]]) -> _Tally:
        tally = self._tallies.get(make)
        if tally is None:
            made, before = self.of(make), self._before.made.get(make)
            # It is taken over, not copied: for the text before, if anybody still asks, all is counted again.
            tally = self._before.tallies.pop(make, None) if before is not None else None
            if before is None or tally is None:
                tally = _Tally(made)
            else:
                first, last = self._before.first, self._before.last
                gone, come = before[first : len(before) - last], made[first : len(made) - last]
                if gone != come:
                    tally.change(gone, come)
            self._tallies[make] = tally
        return tally

    def _all_telling(self, make: Callable[[ParagraphFacts], T | None]) -> list[tuple[int, T]]:
        if isinstance(make, Cued):
            return [
                (index, made) for index in self.standing.of(make.cues) if (made := make.make(self._paragraphs[index]))
            ]
        return [(index, made) for index, made in enumerate(self.of(make)) if made]

    def _still(self, make: Callable[[ParagraphFacts], T | None], before: list[tuple[int, T]]) -> list[tuple[int, T]]:
        """Look at the changed paragraphs alone; what stands behind them has moved with them."""
        changed = [(index, made) for index, each in self._changed_by_index if (made := make(each))]
        if not before:
            return changed
        first, moved = self._before.first, len(self._paragraphs) - self._before.size
        begin, end = (bisect_left(before, (at,)) for at in (first, self._before.size - self._before.last))
        if begin == end and not changed and (not moved or end == len(before)):
            return before
        behind = [(index + moved, made) for index, made in before[end:]] if moved else before[end:]
        return [*before[:begin], *changed, *behind]

    def _still_looked(self, make: object) -> _Looked:
        """Give what is known of the paragraphs that did not change."""
        size, before = len(self._paragraphs), self._before.looked.get(make)
        if before is None:
            return _Looked(bytearray(size), [])
        first, last, moved = self._before.first, self._before.last, size - self._before.size
        looked = bytearray(size)
        looked[:first] = before.at[:first]
        looked[size - last :] = before.at[self._before.size - last :]
        begin, end = (bisect_left(before.telling, (at,)) for at in (first, self._before.size - last))
        behind = [(index + moved, made) for index, made in before.telling[end:]]
        return _Looked(looked, [*before.telling[:begin], *behind])

    @cached_property
    def _changed_by_index(self) -> list[tuple[int, ParagraphFacts]]:
        return list(enumerate(self._changed, self._before.first))

    @cached_property
    def _changed_cues(self) -> frozenset[str]:
        """The cues that stand in any changed paragraph."""
        return frozenset().union(*[each.cues for each in self._changed])

    @cached_property
    def standing(self) -> Standing:
        """In which of the paragraphs which cues stand."""
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
