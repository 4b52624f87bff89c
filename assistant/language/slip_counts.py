"""How often runs of up to four characters stand in right text, and how likely one character is after three others.

The counts lie in a mapped file (resources/slips), rounded to half powers of two. The likelihood goes from the longest
run to the shorter ones (Jelinek and Mercer); how far is told by how often what stands before was seen.
"""

from __future__ import annotations

import json
import math
import mmap
from collections.abc import Sequence
from typing import Any, NamedTuple

from assistant.language.slip_marks import ALPHABET
from assistant.language.static_map import VALUES, StaticMap

Readable = bytes | mmap.mmap
STEPS = 2  # parts of a power of two that a count is rounded to
_KEPT = (
    10_000  # runs remembered, in one million bytes; what stands together is asked for again, a whole material is not
)
_RATIO = [2.0 ** (-less / STEPS) for less in range(64)]


class Header(NamedTuple):
    """What the file's first line says: where its parts lie, and the numbers the finder judges with."""

    sections: dict[str, list[int]]  # offset, bytes, and of a map: seed, length
    backing: list[list[float]]  # for each order from 2 on, by the count before it: the share of the shorter run
    total: float
    weights: list[float]
    bias: float
    threshold: float
    particles: dict[str, list[float]]  # for 地 and 得 in the place of 的 the weights of their signs, the bias last
    sources: list[str]


def read_header(data: Readable) -> Header:
    """Read the first line. Raises ValueError where it is none."""
    view = memoryview(data)
    end = bytes(view[:20_000]).find(b"\n")
    said: dict[str, Any] = json.loads(bytes(view[: max(end, 0)]))
    if said.pop("format", 0) != 1:
        raise ValueError("another format of counts")
    return Header(**said)


def section(data: Readable, header: Header, name: str) -> memoryview:
    """Give one part of the file, nothing copied."""
    start, size = header.sections[name][:2]
    return memoryview(data)[start : start + size]


def read_map(data: Readable, header: Header, name: str) -> StaticMap:
    """Give one of the file's maps."""
    seed, length = header.sections[name][2:]
    return StaticMap(section(data, header, name).cast("H"), seed, length)


class Counts:
    """Counts of runs, rounded: 0 for what was not seen, else 1 + STEPS · log2."""

    def __init__(self, data: Readable, header: Header) -> None:
        self._singles = section(data, header, "singles")
        self._maps = tuple(read_map(data, header, name) for name in ("pairs", "triples", "fours"))
        self._known: dict[int, int] = {}
        self._backing = header.backing
        total = 1 + STEPS * math.log2(header.total)
        self._single = [
            2.0 ** ((count - total) / STEPS) if count else 0.02 / header.total for count in range(VALUES * 2)
        ]

    def single(self, character: int) -> int:
        return self._singles[character]

    def pair(self, a: int, b: int) -> int:
        """Count two characters in a row."""
        key = a << ALPHABET | b
        found = self._known.get(key)
        return self._look_up(0, key) if found is None else found

    def triple(self, a: int, b: int, c: int) -> int:
        """Count three in a row; never more than the two pairs in it."""
        key = (1 << ALPHABET | a) << 2 * ALPHABET | b << ALPHABET | c
        found = self._known.get(key)
        if found is None:
            most = min(self.pair(a, b), self.pair(b, c))
            found = self._look_up(1, key, most) if most else 0
        return found

    def four(self, a: int, b: int, c: int, d: int) -> int:
        """Count four in a row; never more than the two triples in it."""
        key = (1 << ALPHABET | a) << 3 * ALPHABET | b << 2 * ALPHABET | c << ALPHABET | d
        found = self._known.get(key)
        if found is None:
            most = min(self.triple(a, b, c), self.triple(b, c, d))
            found = self._look_up(2, key, most) if most else 0
        return found

    def _look_up(self, order: int, key: int, most: int = VALUES) -> int:
        if len(self._known) > _KEPT:
            self._known.clear()
        found = self._known[key] = min(self._maps[order].get(key), most)
        return found

    def likelihood(self, a: int, b: int, c: int, d: int) -> float:
        """Give the logarithm of how likely d is after a, b, c."""
        before = self._singles[c]
        share = self._backing[0][before]
        likely = share * self._single[self._singles[d]]
        if pair := self.pair(c, d):
            likely += (1 - share) * _RATIO[before - pair if before > pair else 0]
        if before := self.pair(b, c):
            share = self._backing[1][before]
            likely *= share
            triple = self.triple(b, c, d) if pair else 0
            if triple:
                likely += (1 - share) * _RATIO[before - triple]
            if before := self.triple(a, b, c):
                share = self._backing[2][before]
                likely *= share
                if triple and (four := self.four(a, b, c, d)):
                    likely += (1 - share) * _RATIO[before - four]
        return math.log(likely)

    def likelihoods(self, ids: Sequence[int]) -> list[float]:
        """Give it for each character from the fourth on."""
        return [self.likelihood(*ids[place - 3 : place + 1]) for place in range(3, len(ids))]
