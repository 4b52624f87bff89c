"""Where any of many words occurs in a text, all of them in one pass.

At first each pair of characters of the text is looked up among pairs of the words: as a number, for to make a string of
each takes three times as long. A word's pair is its second and third character, where one word meets another: a quarter
as many words share it as begin with the same two. ahocorasick_rs finds words faster still, in compiled code; but its
automaton is long in the making, and the window is to open soon. So it is made when much has been read; there is no
wheel of it for every machine. Both ways give the same answers, in the same order.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ahocorasick_rs

_NO_WORD = "\0"  # in none of the words
SOON_READ = 100_000  # characters; a material has 10,000, and each key brings a paragraph


def _automaton(words: Sequence[str]) -> ahocorasick_rs.AhoCorasick | None:
    """Make the automaton of the kind that is soon made: the default takes twice as long, and finds no faster here.

    It holds on to the words, so as to answer with them at once.
    """
    try:
        import ahocorasick_rs  # noqa: PLC0415  # few read so much
    except ImportError:  # LoongArch and the like
        return None
    kind = ahocorasick_rs.Implementation.ContiguousNFA
    return ahocorasick_rs.AhoCorasick(words, store_patterns=True, implementation=kind)


class MultiPattern:
    """Words to look for; an occurrence is told by its start and the word, overlapping ones too.

    `compiled`: whether an automaton may be made, and after how many characters.
    """

    def __init__(self, words: Iterable[str], *, compiled: bool = True, soon_read: int = SOON_READ) -> None:
        self.every: Sequence[str] = list(dict.fromkeys(words))
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._until_compiled = soon_read if compiled else None
        self._single = frozenset(word for word in self.every if len(word) == 1)
        longer = [word for word in self.every if len(word) > 1]
        pairs = _codes("".join([word[1:3] if len(word) > 2 else word for word in longer]))
        self._by_pair = dict(zip(pairs, longer, strict=True))  # nearly all have theirs alone: lists of one take 0.5 MB
        self._sharing: defaultdict[int, list[str]] = defaultdict(list)
        for pair, word in zip(pairs, longer, strict=True):
            if self._by_pair[pair] is not word:
                self._sharing[pair].append(word)

    def find(self, text: str) -> list[tuple[int, str]]:
        """List all occurrences in the order of their starts, at one start the shorter first."""
        if automaton := self._compiled(text):
            found = automaton.find_matches_as_indexes(_of_its_own(text), overlapping=True)
            return sorted([(start, self.every[index]) for index, start, _ in found])
        return sorted([(start, word) for word in self._standing(text) for start in starts(text, word)])

    def words(self, text: str) -> list[str]:
        """List the words that occur, each as often as it does, in an order that says nothing.

        Where they stand is not asked of the automaton, which takes most of its time.
        """
        if automaton := self._compiled(text):
            return automaton.find_matches_as_strings(_of_its_own(text), overlapping=True)
        return [word for word in self._standing(text) for _ in starts(text, word)]

    def standing_in(self, text: str) -> frozenset[str]:
        """Give the words that occur."""
        if automaton := self._compiled(text):
            return frozenset(automaton.find_matches_as_strings(_of_its_own(text), overlapping=True))
        return frozenset(self._standing(text))

    def _compiled(self, text: str) -> ahocorasick_rs.AhoCorasick | None:
        """Give the automaton, once enough was read for it to be made."""
        if self._until_compiled is not None:
            self._until_compiled -= len(text)
            if self._until_compiled < 0:
                self._until_compiled = None
                self._automaton = _automaton(self.every) if self.every else None
        return self._automaton

    def _standing(self, text: str) -> Iterator[str]:
        if len(self._single) < len(text):
            yield from [word for word in self._single if word in text]
        else:
            yield from self._single.intersection(text)
        pairs = _codes(text)
        pairs.extend(_codes(text[1:]))
        by_pair = self._by_pair
        for pair in {pair for pair in pairs if pair in by_pair}:
            for word in (by_pair[pair], *self._sharing.get(pair, ())):
                if len(word) == 2 or word in text:
                    yield word


def _codes(text: str) -> array[int]:
    """Give a number for each two characters of a text, the first and second, the third and fourth; one left over has none."""
    return array("Q", text[: len(text) & -2].encode("utf-32-le", "surrogatepass"))


def _of_its_own(text: str) -> str:
    """Make another text of it: Python keeps with a text the UTF-8 that compiled code asks for, for as long as the text lasts.

    That is half as much again, and what is found in a paragraph is kept with it.
    """
    return text + _NO_WORD


def starts(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands, also where it overlaps itself."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)
