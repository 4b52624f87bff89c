"""What of another text is taken over into one's own, paragraph by paragraph, and given back again.

The other text stays as it is. One's own changes with every step and is compared anew, so what was taken over is
remembered by its place in the other text; `listed_changes` tells it beside what is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from assistant.review.comparison import Comparison, Kind, Piece, Row
from assistant.review.row_places import Places, below
from assistant.text import Span


class Taken(NamedTuple):
    """A change that was taken over: what stood here, what stands there now, and where in the other text.

    `place` is that of the paragraph that came, None of one that went; `below` is the start of the first paragraph of
    the other text that stands below what went, past its end where there is none.
    """

    kind: Kind
    old: str | None
    pieces: tuple[Piece, ...]
    place: Span | None
    below: int
    where: str
    section: int


def adopted(comparison: Comparison, rows: Collection[int]) -> str:
    """Give the old text with some rows as they are in the new one. All of them: the new text; none: the old one."""
    return "\n".join(line for _, line in _lines(comparison, lambda number: number in rows))


def _lines(comparison: Comparison, wanted: Callable[[int], bool]) -> Iterator[tuple[Row, str]]:
    """Yield the paragraphs that there are when some rows are taken over; a moved one is at one of its two places."""
    for number, row in enumerate(comparison.rows):
        partner = row.partner if row.kind is Kind.MOVED_AWAY else None
        took = wanted(number if partner is None else partner)
        if row.new and (took or row.kind is Kind.SAME):
            yield row, row.new.of(comparison.new)
        elif row.old and not took and row.kind is not Kind.MOVED:
            yield row, row.old.of(comparison.old)


def every(comparison: Comparison) -> frozenset[int]:
    """List the rows that differ."""
    return frozenset(number for number, _ in comparison.changes())


def snapshot(comparison: Comparison, number: int) -> Taken:
    """Remember a change, as it is before it is taken over."""
    row = comparison.rows[number]
    away = row.partner if row.kind is Kind.MOVED and row.partner is not None else number
    old = row.old.of(comparison.old) if row.old else None
    places = Places(comparison)
    return Taken(
        row.kind, old, row.pieces, row.new, below(comparison, away), places.where(number), places.sections[number]
    )


def given_back(comparison: Comparison, taken: Taken) -> str:
    """Give the old text, into which a change was taken over, as it was without that."""
    lines: list[str] = []
    went = taken.old if taken.kind is not Kind.CHANGED else None  # it stands nowhere now
    for row, line in _lines(comparison, lambda _: False):
        if went is not None and row.new and row.new.start >= taken.below:
            lines.append(went)
            went = None
        if row.new is None or row.new != taken.place:
            lines.append(line)
        elif taken.kind is Kind.CHANGED and taken.old is not None:
            lines.append(taken.old)
    return "\n".join(lines if went is None else [*lines, went])


def is_there(comparison: Comparison, taken: Taken) -> bool:
    """Tell whether a change that was taken over still is: undo may have brought back what was."""
    if taken.place is None:
        return not any(
            row.new is None and row.old and row.old.of(comparison.old) == taken.old for row in comparison.rows
        )
    return any(row.new == taken.place and row.kind is Kind.SAME for row in comparison.rows)
