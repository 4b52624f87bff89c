"""Which of many materials resemble each other: the runs that two of them share word for word.

From each text some of its eight-character pieces are taken, those of least hash among their neighbours, so that two
texts that share a run of twenty characters have one of them in common. Only pairs that have are looked at, and each
shared piece is read on to both sides as far as both texts agree. Headings, what templates prescribe, themes and
fixed formulations are not counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from rapidfuzz.distance import Postfix, Prefix

from assistant.facts.nobodys_words import NobodysWords
from assistant.text import Span, paragraphs

LEAST_RUN = 20  # characters that must agree in one place; shorter ones everybody writes
LEAST = 100  # characters in all from which two materials are told
SHARE = 0.10  # of the shorter one; a long material has more that it may share
_SEED = 8
_WINDOW = LEAST_RUN - _SEED + 1  # neighbours of which one is taken, so that no run is missed
_STEP = 256  # characters compared at once, at first
_NONE = 1 << 64  # more than any hash
_AGAIN = 6  # places of a piece that a text has more often, which are tried


class Run(NamedTuple):
    """A stretch that stands in both texts; `length` without what is fixed."""

    first: Span
    second: Span
    length: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that resemble each other, by their numbers; `share` is that of the shorter one. The longest run is first."""

    first: int
    second: int
    length: int
    share: float
    runs: tuple[Run, ...]


class Prepared:
    """A text made ready to be held against many others."""

    def __init__(self, text: str, fixed: NobodysWords) -> None:
        free = bytearray(b"\1" * len(text))
        for start, paragraph in paragraphs(text):
            for span in fixed.within(paragraph):
                free[start + span.start : start + span.end] = bytes(span.end - span.start)
        for blank in "\n \u3000":
            at = text.find(blank)
            while at >= 0:
                free[at] = 0
                at = text.find(blank, at + 1)
        self.text = text
        self._counts = (0, *accumulate(free))  # how many free characters stand before each place
        self.length = self._counts[-1]
        chosen = tuple(self._chosen())
        self.hashes, self.starts = tuple(seed for seed, _ in chosen), tuple(place for _, place in chosen)
        self.seeds: dict[int, list[int]] = {}  # where each piece stands
        for seed, place in chosen:
            if len(known := self.seeds.setdefault(seed, [])) < _AGAIN:
                known.append(place)

    def count(self, start: int, end: int) -> int:
        """Count the characters of a stretch that are neither blank nor fixed."""
        return self._counts[end] - self._counts[start]

    def _chosen(self) -> Iterator[tuple[int, int]]:
        """Choose the pieces that the text is known by: hash and place, in their order. The same in every run of the program."""
        data, counts = self.text.encode("utf-32-le", "surrogatepass"), self._counts
        hashes = [
            crc32(data[4 * at : 4 * (at + _SEED)]) if counts[at + _SEED] > counts[at] else _NONE
            for at in range(len(self.text) - _SEED + 1)
        ]
        place, least = -1, _NONE
        for at in range(max(len(hashes) - _WINDOW + 1, 1 if hashes else 0)):
            now = min(hashes[at : at + _WINDOW])
            if now == _NONE or (now == least and place >= at):
                continue
            place, least = hashes.index(now, at), now
            yield now, place


def pairs(texts: Sequence[Prepared], former: Sequence[Prepared] = ()) -> Iterator[Pair]:
    """Find which texts resemble each other; or, where `former` ones are given, which of them (`second`)."""
    for number, one in enumerate(texts):
        others = former or texts[:number]
        for other_number, other in enumerate(others):
            found = _shared(one, other)
            if found is None:
                continue
            length, share, runs = found
            placed = [(Span(here, here + size), Span(there, there + size), count) for here, there, size, count in runs]
            if former:
                yield Pair(number, other_number, length, share, tuple(map(Run._make, placed)))
            else:
                turned = tuple(Run(second, first, count) for first, second, count in placed)
                yield Pair(other_number, number, length, share, turned)


# Where it stands in the one and in the other, how long it is, and what of it counts
_Stretch = tuple[int, int, int, int]


def _shared(one: Prepared, other: Prepared) -> tuple[int, float, list[_Stretch]] | None:
    if one.seeds.keys().isdisjoint(other.seeds):
        return None
    runs = list(_runs(one, other))
    length = sum(count for _, _, _, count in runs)
    shorter = min(one.length, other.length)
    share = length / shorter if shorter else 0.0
    if length < min(LEAST, shorter) or share < SHARE:
        return None
    return length, min(share, 1.0), sorted(runs, key=lambda run: -run[3])


def _runs(one: Prepared, other: Prepared) -> Iterator[_Stretch]:
    """Read each shared piece on to both sides; where the other text has it more often, to the longest run.

    What one text has twice counts twice. What lies inside a run is passed over, so that two texts that are nearly the
    same are as soon compared as two that are not.
    """
    theirs, starts = other.seeds, one.starts
    past = number = 0
    while number < len(starts):
        known = theirs.get(one.hashes[number])
        if known is None:
            number += 1
            continue
        here, best = starts[number], None
        for there in known:
            run = _run(one, other, here, there, past)
            if best is None or run[3] > best[3]:
                best = run
        if best and best[3] >= LEAST_RUN:
            yield best
            past = best[0] + best[2]
            number = bisect_left(starts, past, number + 1)
        else:
            number += 1


def _run(one: Prepared, other: Prepared, here: int, there: int, past: int) -> _Stretch:
    room = min(here - past, there)
    before = Postfix.similarity(one.text[here - room : here], other.text[there - room : there]) if room else 0
    begin, end = here - before, here + _agreeing(one.text, here, other.text, there)
    return begin, there - before, end - begin, one.count(begin, end)


def _agreeing(one: str, here: int, other: str, there: int) -> int:
    """Count the characters that agree from two places on, in steps that grow as long as they do."""
    size, step = 0, _STEP
    while True:
        found: int = Prefix.similarity(one[here + size : here + size + step], other[there + size : there + size + step])
        size += found
        if found < step:
            return size
        step *= 4
