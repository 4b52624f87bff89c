"""Which of the words that somebody looks for stand in a paragraph: one pass tells it for all of them.

To go through a paragraph with a pattern costs microseconds, and there are hundreds of patterns. So whoever looks for
something names words of which one is in all that he could find, his *cues*, and does not look where none of them stands.
All modules that know cues are loaded before the first text is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from assistant.language.multi_pattern import MultiPattern

_new: set[str] = set()  # cues that are not looked for yet
_finders: list[MultiPattern] = []  # what finds all others; one, as soon as there are any
_lists: list[Callable[[], frozenset[str]]] = []


def known(words: Iterable[str]) -> frozenset[str]:
    """Give cues as a set, and have them looked for from now on."""
    cues = frozenset(words)
    _new.update(cues)
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
    if _new or not _finders:
        every = {*_new, *(_finders.pop().every if _finders else ())}
        _finders.append(MultiPattern(every))
        _new.clear()
    return _finders[0].standing_in(paragraph)
