"""What functions make of single sections; of those in which and beside which nothing changed it is remembered.

A section is what it was in the text before if its paragraphs, and the ones before and after them, are the same, and if
it is read as the same heading with the same items next below it, be it further down or up. So what is remembered of it is
made of these paragraphs and headings alone, and does not say where in the text they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from assistant.structure.outline import Section

_READ_AS = attrgetter("level", "style", "value", "number", "heading", "leading")


class _Known(NamedTuple):
    """A section, whether it stands under a heading that speaks of a case, and what was made of it."""

    section: Section
    in_case: bool
    made: dict[object, Any]


class SectionMemory:
    """For each section that somebody asks about, what was made of it."""

    def __init__(self, length: int) -> None:
        """Take the length of a text of which nothing is remembered yet."""
        self._length = length
        # by where the section begins and ends: of one that is cut (chapter_leads) another end is known too
        self._known: dict[tuple[int, int], _Known] = {}
        # what was made of each section that somebody has asked about in this text
        self.made: dict[tuple[int, int], dict[object, Any]] = {}
        self._before: dict[tuple[int, int], _Known] = {}
        self._moved = self._until = self._since = 0

    def of_next(self, length: int, paragraphs: int, same: tuple[int, int]) -> SectionMemory:
        """Give the memory of the text after this one; `same` are how many of its paragraphs are the same at both ends."""
        after = SectionMemory(length)
        after._before, after._moved = self._known, length - self._length
        # paragraphs that have an unchanged one on the other side too
        after._until, after._since = same[0] - 1, paragraphs - same[1] + 1
        return after

    def of(self, section: Section, last: Callable[[Section], int], in_case: Callable[[int], bool]) -> dict[object, Any]:
        """Give what was made of a section, to be looked at and added to; `last` tells its last paragraph."""
        place = section.start, section.end
        known = self._known.get(place)
        if known is None:
            case = in_case(section.start)
            made = self._still(section, last(section), case)
            known = self._known[place] = _Known(section, case, {} if made is None else made)
            self.made[place] = known.made
        return known.made

    def _still(self, section: Section, last: int, in_case: bool) -> dict[object, Any] | None:
        """Give what was made of a section of the text before, if it is still the same."""
        moved = 0 if last < self._until else self._moved
        if last >= self._until and section.line <= self._since:
            return None
        before = self._before.get((section.start - moved, section.end - moved))
        return (
            before.made if before and before.in_case == in_case and _is_same(before.section, section, moved) else None
        )


def _is_same(before: Section, now: Section, moved: int) -> bool:
    """Tell whether a section is what it was, with the same items next below it, so many characters further down."""
    return (
        before.heading_end + moved == now.heading_end
        and before.paragraph_end + moved == now.paragraph_end
        and _READ_AS(before) == _READ_AS(now)
        and [each.start + moved for each in before.children] == [each.start for each in now.children]
        and list(map(_READ_AS, before.children)) == list(map(_READ_AS, now.children))
    )
