"""Where any of many words occurs in a text, all of them in one pass.

ahocorasick_rs does it in compiled code, but there is no wheel of it for every machine; where it is missing one
regular expression does the same, slower. Both give the same answers, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

try:
    import ahocorasick_rs
except ImportError:  # LoongArch and the like
    ahocorasick_rs = None  # type: ignore[assignment]

_NO_WORD = "\0"  # in none of the words


def _automaton(words: Sequence[str]) -> ahocorasick_rs.AhoCorasick:
    """Make the automaton of the kind that is soon made: the default takes twice as long, and finds no faster here.

    It holds on to the words, so as to answer with them at once.
    """
    kind = ahocorasick_rs.Implementation.ContiguousNFA
    return ahocorasick_rs.AhoCorasick(words, store_patterns=True, implementation=kind)


class MultiPattern:
    """Words to look for; an occurrence is told by its start and the word, overlapping ones too."""

    def __init__(self, words: Iterable[str], *, compiled: bool = True) -> None:
        self._words: Sequence[str] = list(dict.fromkeys(words))
        self._automaton = _automaton(self._words) if compiled and ahocorasick_rs and self._words else None
        self._pattern: re.Pattern[str] | None = None
        self._inside: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> list[tuple[int, str]]:
        """List all occurrences in the order of their starts, at one start the shorter first."""
        if not self._words:
            return []
        if self._automaton is None:
            return self._find_plainly(text)
        # A text of its own: Python keeps with a text the UTF-8 that compiled code asks for, half as much again, for as
        # long as the text lasts, and what is found in a paragraph is kept with it.
        found = self._automaton.find_matches_as_indexes(text + _NO_WORD, overlapping=True)
        return sorted([(start, self._words[index]) for index, start, _ in found])

    def words(self, text: str) -> list[str]:
        """List the words that occur, each as often as it does, in an order that says nothing.

        Where they stand is not asked of the automaton, which takes most of its time.
        """
        if self._automaton is None:
            return [word for _, word in self.find(text)]
        return self._automaton.find_matches_as_strings(text + _NO_WORD, overlapping=True)

    def _find_plainly(self, text: str) -> list[tuple[int, str]]:
        """Find the longest word at each place, and with it those that it begins with."""
        if self._pattern is None:
            self._pattern = self._expression()
        found: list[tuple[int, str]] = []
        for match in self._pattern.finditer(text):
            found += [(match.start(), word) for word in self._inside[match[1]]]
        return found

    def _expression(self) -> re.Pattern[str]:
        """Make the expression; words are grouped by their first character, which decides at most places."""
        known = set(self._words)
        for word in self._words:
            self._inside[word] = tuple(word[:end] for end in range(1, len(word) + 1) if word[:end] in known)
        first: dict[str, list[str]] = {}
        for word in self._words:
            first.setdefault(word[0], []).append(re.escape(word[1:]))
        branches = (
            re.escape(begin) + "(?:" + "|".join(sorted(rests, key=len, reverse=True)) + ")"
            for begin, rests in first.items()
        )
        some = "".join(map(re.escape, first))
        return re.compile(f"(?=[{some}])(?=({'|'.join(branches)}))")
