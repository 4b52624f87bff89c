"""What of another text is taken over into one's own, paragraph by paragraph, and given back again.

The other text stays as it is. One's own changes with every step and is compared anew, so what was taken over is
remembered by its place in the other text, and is told beside what is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from assistant.review.comparison import Comparison, Kind, Piece, Row
from assistant.text import Span

_LONGEST = 16  # characters of a heading that a place is named by
_TO = " → "  # between the two places of what was moved
_FROM_BEFORE = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}  # what a change is, read the other way


class State(Enum):
    """What was decided about a change."""

    OPEN = "open"
    TAKEN = "taken"
    KEPT = "kept"  # one's own wording stays


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


class Entry(NamedTuple):
    """A change as it is listed; `row` is its number in the comparison, None of what is taken over. `old` is its place here.

    `back`: it is told from the other text to this one, for the other is an earlier one; to take it over is to go back.
    """

    key: str
    kind: Kind
    where: str
    section: int
    pieces: tuple[Piece, ...]
    state: State
    row: int | None
    old: Span | None
    back: bool = False


class Same(NamedTuple):
    """Paragraphs one below the other that are the same in both, folded to one line."""

    key: str
    first: str  # where it begins, and ends
    last: str
    texts: tuple[str, ...]


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
    places = _Places(comparison)
    below = _below(comparison, away)
    return Taken(row.kind, old, row.pieces, row.new, below, places.where(number), places.sections[number])


def _below(comparison: Comparison, number: int) -> int:
    """Give where the first paragraph of the new text begins that stands below a row."""
    rows = comparison.rows[number + 1 :]
    return next((row.new.start for row in rows if row.new), len(comparison.new) + 1)


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


def listed(comparison: Comparison, taken: Sequence[Taken], kept: Collection[str]) -> tuple[Entry | Same, ...]:
    """List what differs in the order of the new text, what was decided in its place, what is the same folded."""
    places = _Places(comparison)
    waiting = sorted(taken, key=_place_of)
    found: list[Entry | Same] = []
    same: list[int] = []

    def fold() -> None:
        if same:
            texts = tuple(text for n in same if (text := places.text(n)))
            if texts:
                found.append(Same(f"same:{same[0]}", places.heading(same[0]), places.heading(same[-1]), texts))
            same.clear()

    for number, row in enumerate(comparison.rows):
        here = row.new.start if row.new else _below(comparison, number)
        came = False
        while waiting and _place_of(waiting[0]) <= here:
            fold()
            done = waiting.pop(0)
            found.append(_done(done))
            came = came or (row.new is not None and done.place == row.new)
        if row.kind is Kind.SAME and not came:
            same.append(number)
        elif row.kind not in (Kind.SAME, Kind.MOVED_AWAY) and any(piece.old or piece.new for piece in row.pieces):
            fold()
            found.append(_open(comparison, number, places, kept))
    fold()
    return (*found, *map(_done, waiting))


def told_from_before(entry: Entry) -> Entry:
    """Tell a change from the other text, an earlier one, to one's own: what was written since then is what was added.

    The key stays, so that what is decided about it is the same.
    """
    pieces = tuple(Piece(piece.new, piece.old) for piece in entry.pieces)
    kind = _FROM_BEFORE.get(entry.kind, entry.kind)
    where = _TO.join(reversed(entry.where.split(_TO))) if kind is Kind.MOVED else entry.where
    return entry._replace(kind=kind, pieces=pieces, where=where, back=True)


def key_of(comparison: Comparison, number: int) -> str:
    """Name a change so that it is known again when the old text has changed elsewhere."""
    row = comparison.rows[number]
    if row.new:
        return f"new:{row.new.start}"
    return f"old:{_below(comparison, number)}:{row.old.of(comparison.old) if row.old else ''}"


def _place_of(taken: Taken) -> int:
    return taken.place.start if taken.place else taken.below


def key_of_taken(taken: Taken) -> str:
    """Name a change that was taken over."""
    return f"taken:{_place_of(taken)}:{taken.kind.value}:{taken.old or ''}"


def is_there(comparison: Comparison, taken: Taken) -> bool:
    """Tell whether a change that was taken over still is: undo may have brought back what was."""
    if taken.place is None:
        return not any(
            row.new is None and row.old and row.old.of(comparison.old) == taken.old for row in comparison.rows
        )
    return any(row.new == taken.place and row.kind is Kind.SAME for row in comparison.rows)


def _done(taken: Taken) -> Entry:
    return Entry(key_of_taken(taken), taken.kind, taken.where, taken.section, taken.pieces, State.TAKEN, None, None)


def _open(comparison: Comparison, number: int, places: _Places, kept: Collection[str]) -> Entry:
    row, key = comparison.rows[number], key_of(comparison, number)
    state = State.KEPT if key in kept else State.OPEN
    return Entry(key, row.kind, places.where(number), places.sections[number], row.pieces, state, number, row.old)


class _Places:
    """Names the places of a comparison as a reader would: by the heading, and which paragraph below it."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.sections: dict[int, int] = {}  # of rows, by number
        self._headings: list[str] = []
        self._numbers: dict[int, int] = {}
        for index, section in enumerate(comparison.sections()):
            self._headings.append(section.heading.strip(" \u3000。：") or "开头")
            # Of the new text and of the old one, whose paragraphs that are gone are counted in it
            counts = {True: 0, False: 0}
            for number in section.rows:
                row = comparison.rows[number]
                side = row.new is not None
                self.sections[number] = index
                self._numbers[number] = counts[side] if section.heading else counts[side] + 1
                if self.text(number).strip():
                    counts[True] += row.new is not None
                    counts[False] += row.old is not None and row.kind is not Kind.MOVED

    def text(self, number: int) -> str:
        row = self._comparison.rows[number]
        return row.new.of(self._comparison.new) if row.new else row.old.of(self._comparison.old) if row.old else ""

    def heading(self, number: int) -> str:
        whole = self._headings[self.sections[number]]
        return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"

    def _one(self, number: int) -> str:
        paragraph = self._numbers[number]
        return f"{self.heading(number)}　" + (f"第{paragraph}段" if paragraph else "标题段")

    def where(self, number: int) -> str:
        row = self._comparison.rows[number]
        if row.kind is Kind.MOVED and row.partner is not None:
            return f"{self._one(row.partner)}{_TO}{self._one(number)}"
        return self._one(number)
