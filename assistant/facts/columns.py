"""What functions of a paragraph make of all paragraphs of a text; after a key only the changed paragraphs are looked at.

A rule over the whole text mostly wants to know which paragraphs show a thing. `Columns` keeps, for each such function,
one answer a paragraph, and hands over to the columns of the next text what stands before and behind the change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import is_
from types import MappingProxyType
from typing import Any, TypeVar

from assistant.facts.paragraph_facts import ParagraphFacts

T = TypeVar("T")


class Columns:
    """For each function one column: what it makes of each paragraph."""

    def __init__(
        self,
        paragraphs: Sequence[ParagraphFacts],
        before: Mapping[object, list[Any]] = MappingProxyType({}),
        same: tuple[int, int] = (0, 0),
    ) -> None:
        """Begin with what the text before made, of which so many paragraphs at the beginning and the end are the same."""
        self._paragraphs = paragraphs
        self._made: dict[object, list[Any]] = {}
        self._telling: dict[object, list[tuple[int, Any]]] = {}
        self._before, self._same = before, same

    def of_next(self, paragraphs: Sequence[ParagraphFacts]) -> Columns:
        """Give the columns of the text that comes after this one."""
        return Columns(paragraphs, self._made, _unchanged(self._paragraphs, paragraphs))

    def of(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        """Give what a function of a module makes of each paragraph, in their order."""
        made = self._made.get(make)
        if made is None:
            made = self._made[make] = self._column(make)
        return made

    def telling(self, make: Callable[[ParagraphFacts], T]) -> list[tuple[int, T]]:
        """Give the paragraphs, by their index, of which a function makes anything but nothing."""
        found = self._telling.get(make)
        if found is None:
            found = self._telling[make] = [pair for pair in enumerate(self.of(make)) if pair[1]]
        return found

    def _column(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        before = self._before.get(make)
        if before is None:
            return [paragraph.kept(make) for paragraph in self._paragraphs]
        first, last = self._same
        changed = self._paragraphs[first : len(self._paragraphs) - last]
        return [*before[:first], *[each.kept(make) for each in changed], *before[len(before) - last :]]


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
