"""Two texts beside each other: paragraph by paragraph what stayed, was moved, reworded, added and removed.

Paragraphs that are the same are paired first, then, in the gaps between them, those that are alike; what is left over
and stands elsewhere in the other text was moved. Inside a pair the differences are told by words, cut where a person
would cut: never inside a number or a word, and with no single characters left standing between two changes.

Which rows are listed, `listed_changes` says. The value feeds the window, tracked changes in Word, what comes back from a reader, and versions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.review.paragraph_pairs import merged, moved, paired, steps
from assistant.structure.marks import scan
from assistant.text import Edit, Span, paragraphs

_ISLAND = 2  # characters; what stayed between two changes and is no longer than this, is read with them
_TOKEN = compiled_later(r"[0-9０-９]+(?:[.,．，:：][0-9０-９]+)*[%％]?|[A-Za-z]+|\s+|.", re.DOTALL)

_HAN = compiled_later("[\u4e00-\u9fff]+")

Segment = Callable[[str], Iterable[Span]]  # cuts a text into words


class Kind(Enum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # here now, and there before; its pieces tell whether it was reworded as well
    MOVED_AWAY = "moved_away"  # where it stood before


class Piece(NamedTuple):
    """A stretch of a paragraph: in both texts, only in the new one, or only in the old one."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as both texts have it; `old` and `new` are its places in them, None where it is in one only.

    `partner` is the number of the row that shows a moved paragraph at its other place.
    """

    kind: Kind
    old: Span | None
    new: Span | None
    pieces: tuple[Piece, ...]
    partner: int | None = None

    @property
    def reworded(self) -> bool:
        return not all(piece.same for piece in self.pieces)


class Section(NamedTuple):
    """The rows from one heading to the next; of what comes before the first heading, `heading` is ""."""

    heading: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """What became of one text in another. `rows` are in the order of the new one, what is gone where it stood."""

    old: str
    new: str
    rows: tuple[Row, ...]

    @property
    def same(self) -> bool:
        return self.old == self.new

    def changes(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows that differ, with their numbers; a moved paragraph once, where it stands now."""
        for number, row in enumerate(self.rows):
            if row.kind not in (Kind.SAME, Kind.MOVED_AWAY):
                yield number, row

    def sections(self) -> tuple[Section, ...]:
        """Group the rows under the headings of the new text, and of the old one where a whole section is gone."""
        found: list[tuple[str, list[int]]] = [("", [])]
        for number, row in enumerate(self.rows):
            text = row.new.of(self.new) if row.new else row.old.of(self.old) if row.old else ""
            marks = scan(text)
            if marks and marks[0].ordinal and marks[0].ordinal.leading and marks[0].ordinal.style.level <= 2:
                found.append((text[: marks[0].heading_end], []))
            found[-1][1].append(number)
        return tuple(Section(heading, tuple(rows)) for heading, rows in found if rows)

    def edit(self, number: int) -> tuple[Edit, ...]:
        """Give the edits of the *old* text that make one row as it is in the new text; a moved one leaves its old place."""
        return tuple(_edits(self, number))


def compare(old: str, new: str, segment: Segment | None = None) -> Comparison:
    """Compare two canonical texts. `segment` cuts into words; without it Chinese is cut into single characters."""
    before, after = ([Span(start, start + len(line)) for start, line in paragraphs(text)] for text in (old, new))
    texts = [span.of(old) for span in before], [span.of(new) for span in after]
    pairs = list(paired(*texts))
    moved_to = dict(moved(*texts, pairs))
    rows: list[Row] = []
    numbers: dict[int, int] = {}  # of old paragraphs that were moved, the row at their new place
    for one, other in merged(pairs, len(before), len(after)):
        if one is not None and other is not None:
            pieces = tuple(_pieces(texts[0][one], texts[1][other], segment))
            kind = Kind.SAME if texts[0][one] == texts[1][other] else Kind.CHANGED
            rows.append(Row(kind, before[one], after[other], pieces))
        elif other is not None:
            origin = next((source for source, target in moved_to.items() if target == other), None)
            if origin is None:
                rows.append(Row(Kind.ADDED, None, after[other], (Piece("", texts[1][other]),)))
            else:
                numbers[origin] = len(rows)
                pieces = tuple(_pieces(texts[0][origin], texts[1][other], segment))
                rows.append(Row(Kind.MOVED, before[origin], after[other], pieces))
        elif one is not None:
            kind = Kind.MOVED_AWAY if one in moved_to else Kind.REMOVED
            rows.append(Row(kind, before[one], None, (Piece(texts[0][one], ""),)))
    return Comparison(old, new, tuple(_with_partners(rows, {before[one]: at for one, at in numbers.items()})))


def _with_partners(rows: Sequence[Row], moved_to: dict[Span, int]) -> Iterator[Row]:
    """Let the two rows of each moved paragraph know each other."""
    left = {row.old: number for number, row in enumerate(rows) if row.kind is Kind.MOVED_AWAY}
    for row in rows:
        if row.kind is Kind.MOVED_AWAY and row.old:
            yield replace(row, partner=moved_to[row.old])
        elif row.kind is Kind.MOVED:
            yield replace(row, partner=left[row.old])
        else:
            yield row


# Inside a paragraph


def _pieces(old: str, new: str, segment: Segment | None) -> Iterator[Piece]:
    """Cut two wordings of a paragraph into what stayed and what changed."""
    if old == new:
        yield Piece(old, new)
        return
    before, after = list(_tokens(old, segment)), list(_tokens(new, segment))
    pieces = [
        Piece("".join(before[step.src_start : step.src_end]), "".join(after[step.dest_start : step.dest_end]))
        for step in steps(before, after)
    ]
    yield from _joined(_without_islands(_joined(pieces)))


def _tokens(text: str, segment: Segment | None) -> Iterator[str]:
    """Cut a paragraph into numbers, Latin words, marks, and Chinese words."""
    if segment is None:
        yield from _TOKEN.findall(text)
        return
    at = 0
    for match in _HAN.finditer(text):
        yield from _TOKEN.findall(text[at : match.start()])
        words = [span.of(match[0]) for span in segment(match[0])]
        yield from words if "".join(words) == match[0] else match[0]
        at = match.end()
    yield from _TOKEN.findall(text[at:])


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Make one piece of neighbours that are all changes, or all the same."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].same == piece.same:
            joined[-1] = Piece(joined[-1].old + piece.old, joined[-1].new + piece.new)
        else:
            joined.append(piece)
    return joined


def _without_islands(pieces: Sequence[Piece]) -> list[Piece]:
    """Read what stayed between two changes with them where it is too short to be seen as having stayed."""
    changed: list[Piece] = []
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1
        island = inner and piece.same and len(piece.old) <= _ISLAND
        both = inner and pieces[number - 1].old and pieces[number + 1].old  # two rewordings, not two additions
        # a changed pair that happens to agree is marked by being cut in two, so that it is joined with its neighbours
        changed += [Piece(piece.old, ""), Piece("", piece.new)] if island and both else [piece]
    return changed


def _edits(comparison: Comparison, number: int) -> Iterator[Edit]:
    row = comparison.rows[number]
    if row.kind is Kind.CHANGED and row.old:
        at = row.old.start
        for piece in row.pieces:
            if not piece.same:
                yield Edit(at, at + len(piece.old), piece.new)
            at += len(piece.old)
    if row.kind in (Kind.REMOVED, Kind.MOVED, Kind.MOVED_AWAY) and row.old:
        yield _taken_out(comparison.old, row.old)
    if row.kind in (Kind.ADDED, Kind.MOVED) and row.new:
        place = _place(comparison, number)
        line = row.new.of(comparison.new)
        yield Edit(place, place, f"{line}\n") if place < len(comparison.old) else Edit(place, place, f"\n{line}")


def _taken_out(text: str, span: Span) -> Edit:
    """Take a paragraph out with one of its line breaks."""
    if span.end < len(text):
        return Edit(span.start, span.end + 1, "")
    return Edit(max(0, span.start - 1), span.end, "")


def _place(comparison: Comparison, number: int) -> int:
    """Tell where in the old text a new paragraph belongs: before the next one that stands there."""
    for row in comparison.rows[number + 1 :]:
        if row.old and row.kind is not Kind.MOVED:
            return row.old.start
    return len(comparison.old)
