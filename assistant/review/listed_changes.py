"""What 对比 lists of two texts: each change with what was decided about it, and what is the same, folded between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import NamedTuple

from assistant.review.adoption import Taken
from assistant.review.comparison import Comparison, Kind, Piece
from assistant.review.row_places import TO, Places, below
from assistant.text import Span

_FROM_BEFORE = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}  # what a change is, read the other way


class State(Enum):
    """What was decided about a change."""

    OPEN = "open"
    TAKEN = "taken"
    KEPT = "kept"  # one's own wording stays


class ListedChange(NamedTuple):
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


class FoldedSame(NamedTuple):
    """Paragraphs one below the other that are the same in both, folded to one line."""

    key: str
    first: str  # where it begins, and ends
    last: str
    texts: tuple[str, ...]


class Listing(NamedTuple):
    """What is listed of a comparison; `nothing` says why no change is among it, "" where one is."""

    rows: tuple[ListedChange | FoldedSame, ...]
    nothing: str


def of(comparison: Comparison, taken: Sequence[Taken], kept: Collection[str]) -> Listing:
    """List what differs in the order of the new text, what was decided in its place, what is the same folded.

    Empty lines that came or went are no change that anyone decides on.
    """
    places = Places(comparison)
    waiting = sorted(taken, key=_place_of)
    found: list[ListedChange | FoldedSame] = []
    same: list[int] = []

    def fold() -> None:
        if same:
            texts = tuple(text for n in same if (text := places.text(n)))
            if texts:
                found.append(FoldedSame(f"same:{same[0]}", places.heading(same[0]), places.heading(same[-1]), texts))
            same.clear()

    for number, row in enumerate(comparison.rows):
        here = row.new.start if row.new else below(comparison, number)
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
    rows = (*found, *map(_done, waiting))
    return Listing(rows, "" if any(isinstance(each, ListedChange) for each in rows) else _nothing(comparison))


def _nothing(comparison: Comparison) -> str:
    """Say why no change is listed."""
    return "两份完全相同。" if comparison.same else "两份文字相同，只有空行不同。"


def told_from_before(entry: ListedChange) -> ListedChange:
    """Tell a change from the other text, an earlier one, to one's own: what was written since then is what was added.

    The key stays, so that what is decided about it is the same.
    """
    pieces = tuple(Piece(piece.new, piece.old) for piece in entry.pieces)
    kind = _FROM_BEFORE.get(entry.kind, entry.kind)
    where = TO.join(reversed(entry.where.split(TO))) if kind is Kind.MOVED else entry.where
    return entry._replace(kind=kind, pieces=pieces, where=where, back=True)


def key_of(comparison: Comparison, number: int) -> str:
    """Name a change so that it is known again when the old text has changed elsewhere."""
    row = comparison.rows[number]
    if row.new:
        return f"new:{row.new.start}"
    return f"old:{below(comparison, number)}:{row.old.of(comparison.old) if row.old else ''}"


def _place_of(taken: Taken) -> int:
    return taken.place.start if taken.place else taken.below


def key_of_taken(taken: Taken) -> str:
    """Name a change that was taken over."""
    return f"taken:{_place_of(taken)}:{taken.kind.value}:{taken.old or ''}"


def _done(taken: Taken) -> ListedChange:
    return ListedChange(
        key_of_taken(taken), taken.kind, taken.where, taken.section, taken.pieces, State.TAKEN, None, None
    )


def _open(comparison: Comparison, number: int, places: Places, kept: Collection[str]) -> ListedChange:
    row, key = comparison.rows[number], key_of(comparison, number)
    state = State.KEPT if key in kept else State.OPEN
    return ListedChange(
        key, row.kind, places.where(number), places.sections[number], row.pieces, state, number, row.old
    )
