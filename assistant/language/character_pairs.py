"""Pairs of neighbouring characters, by which two stretches of text are seen to speak of the same, without cutting words.

Characters that only join words (的, 了, 在) part what stands on both sides of them: what pairs have in common is matter.
"""

from __future__ import annotations

from itertools import pairwise
from operator import add

from assistant.patterns import compiled_later

_FIRST, _LAST = 0x4E00, 0x9FFF  # of the Chinese characters


class CharacterPairs:
    """Cuts text into pairs, at all that is no Chinese character and at some that are."""

    def __init__(self, parting: str, more: str = "") -> None:
        """Take the characters that part, and what pairs are made of beside Chinese characters, as inside a class."""
        self._runs = compiled_later(f"[{_all_but(parting)}{more}]{{2,}}")

    def of(self, text: str) -> frozenset[str]:
        """Give the pairs of a text."""
        return frozenset(self.gathered(text))

    def gathered(self, text: str) -> set[str]:
        """Give the same as a set of the caller's own: to copy that of a short text takes as long as to gather it."""
        found: set[str] = set()
        for run in self._runs.findall(text):
            found.update(map(add, run, run[1:]))
        return found


def _all_but(characters: str) -> str:
    """Give the ranges of a class; one with a look ahead in front of each character takes twice as long."""
    ends = sorted({_FIRST - 1, *map(ord, characters), _LAST + 1})
    ranges = [(one + 1, other - 1) for one, other in pairwise(ends) if other - one > 1]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
