"""What a row of the outline is, as a value, and the way to one; `outline_rows` makes them.

Nothing that makes rows is loaded for it: the window shows kept ones first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class RowState(Enum):
    """The sign before a row; it says without color what the color says."""

    WRITTEN = "●"
    FINDINGS = "◐"
    EMPTY = "○"
    MISSING = "✚"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the outline. `start` is where a click leads; for a missing part, where it would be inserted.

    The kind of each field stands in `ui/view_values` too.
    """

    title: str
    state: RowState
    detail: str
    start: int
    end: int
    part: str | None = None
    children: tuple[Row, ...] = ()
    over: bool = False  # it is longer than asked for

    @property
    def missing(self) -> bool:
        return self.state is RowState.MISSING

    def walk(self) -> Iterator[Row]:
        yield self
        for child in self.children:
            yield from child.walk()


def around(rows: Sequence[Row], position: int) -> tuple[Row, ...]:
    """Find the rows whose text holds a position, the outermost first."""
    for row in reversed(rows):  # a place between two belongs to the later, the end of the text to the last
        if not row.missing and row.start <= position <= max(row.end, row.start):
            return (row, *around(row.children, position))
    return ()
