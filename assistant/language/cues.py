"""Which of the words that somebody looks for stand in a paragraph: one pass tells it for all of them.

To go through a paragraph with a pattern costs microseconds, and there are hundreds of patterns. So whoever looks for
something names words of which one is in all that he could find, his *cues*, and does not look where none of them stands.
All modules that know cues are loaded before the first text is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from assistant.language.multi_pattern import MultiPattern

_known: set[str] = set()
_lists: list[Callable[[], frozenset[str]]] = []


def known(words: Iterable[str]) -> frozenset[str]:
    """Give cues as a set, and have them looked for from now on."""
    cues = frozenset(words)
    _known.update(cues)
    return cues


def known_later(read: Callable[[], Iterable[str]]) -> Callable[[], frozenset[str]]:
    """Have the words of a list looked for that is not read before the first text is looked at; give what gives them."""
    words = cache(lambda: known(read()))
    _lists.append(words)
    return words


def standing_in(paragraph: str) -> frozenset[str]:
    """Give the known cues that stand in a paragraph."""
    for words in _lists:
        words()
    return _finder(len(_known)).standing_in(paragraph)


@lru_cache(maxsize=1)
def _finder(_: int) -> MultiPattern:
    """Make what finds all cues; made anew as soon as more of them are known."""
    return MultiPattern(_known)
