"""Two texts beside each other: paragraph by paragraph what stayed, was moved, reworded, added and removed.

Paragraphs that are the same are paired first, then, in the gaps between them, those that are alike; what is left over
and stands elsewhere in the other text was moved. Inside a pair the differences are told by words, cut where a person
would cut: never inside a number or a word, and with no single characters left standing between two changes.

The value feeds the window, tracked changes in Word, what comes back from a reader, and versions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from assistant.patterns import compiled_later
from assistant.structure.marks import scan
from assistant.text import Edit, Span, paragraphs

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

_ALIKE = 45.0  # likeness in per cent from which two paragraphs in the same place are one, reworded
_MOVED = 70.0  # the same for paragraphs in different places: there nothing else speaks for it
_KIN = 0.08  # share of the shorter one's pairs of characters that both must have to be looked at closer
_SHORT = 20  # characters; of shorter ones the pairs of characters tell nothing
_MOST_HELD = 250_000  # pairs of paragraphs that are held against each other; texts that differ in more are not related
_LEAST_MOVED = 10  # characters; a shorter paragraph that stands elsewhere is another one
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
    pairs = list(_paired(*texts))
    moved = dict(_moved(*texts, pairs))
    rows: list[Row] = []
    numbers: dict[int, int] = {}  # of old paragraphs that were moved, the row at their new place
    for one, other in _merged(pairs, len(before), len(after)):
        if one is not None and other is not None:
            pieces = tuple(_pieces(texts[0][one], texts[1][other], segment))
            kind = Kind.SAME if texts[0][one] == texts[1][other] else Kind.CHANGED
            rows.append(Row(kind, before[one], after[other], pieces))
        elif other is not None:
            origin = next((source for source, target in moved.items() if target == other), None)
            if origin is None:
                rows.append(Row(Kind.ADDED, None, after[other], (Piece("", texts[1][other]),)))
            else:
                numbers[origin] = len(rows)
                pieces = tuple(_pieces(texts[0][origin], texts[1][other], segment))
                rows.append(Row(Kind.MOVED, before[origin], after[other], pieces))
        elif one is not None:
            kind = Kind.MOVED_AWAY if one in moved else Kind.REMOVED
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


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair paragraphs in order: the same ones, and between them those that are alike."""
    equal = [
        (each.src_start, each.src_end, each.dest_start, each.dest_end)
        for each in _steps(old, new)
        if each.tag == "equal"
    ]
    for a, b, c, d in equal:
        yield from zip(range(a, b), range(c, d), strict=True)
    gaps = zip([(0, 0, 0, 0), *equal], [*equal, (len(old), 0, len(new), 0)], strict=True)
    for (_, a, _, c), (b, _, d, _) in gaps:
        yield from _alike(old, new, range(a, b), range(c, d))


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Tell in per cent how much two texts have in common; less than `least` is 0."""
    from rapidfuzz import fuzz  # loaded when first wanted: most drafts are compared with nothing

    return fuzz.ratio(one, other, score_cutoff=least)


def _steps(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """List what makes one row of strings of another, each string taken whole."""
    from rapidfuzz.distance import Indel

    return list(Indel.opcodes(old, new))


def _alike(old: Sequence[str], new: Sequence[str], rows: range, columns: range) -> Iterator[tuple[int, int]]:
    """Pair the paragraphs of a gap so that what they have in common is greatest and their order stays."""
    if not rows or not columns or len(rows) * len(columns) > _MOST_HELD:
        return
    best: list[list[float]] = [[0.0] * (len(columns) + 1)]
    gain = {
        (a, c): ratio - _ALIKE + 1
        for a, c in _kin([old[a] for a in rows], [new[c] for c in columns])
        if (ratio := likeness(old[rows[a]], new[columns[c]], _ALIKE))
    }
    for a in range(len(rows)):
        line = [0.0]
        for c in range(len(columns)):
            line.append(max(best[a][c + 1], line[c], best[a][c] + gain.get((a, c), 0.0)))
        best.append(line)
    a, c = len(rows), len(columns)
    while a and c:
        if best[a][c] == best[a - 1][c]:
            a -= 1
        elif best[a][c] == best[a][c - 1]:
            c -= 1
        else:
            a, c = a - 1, c - 1
            yield rows[a], columns[c]


def _kin(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of paragraphs, by their numbers, that share some pairs of characters: no others can be alike.

    Of short paragraphs these tell nothing; they are held against all.
    """
    shapes = [frozenset(map("".join, pairwise(text))) for text in new]
    having: dict[str, list[int]] = {}
    short = [c for c, shape in enumerate(shapes) if len(shape) < _SHORT and new[c]]
    for c, shape in enumerate(shapes):
        for pair in shape if len(shape) >= _SHORT else ():
            having.setdefault(pair, []).append(c)
    for a, text in enumerate(old):
        shape = frozenset(map("".join, pairwise(text)))
        if not text:
            continue
        if len(shape) < _SHORT:
            yield from ((a, c) for c in range(len(new)) if new[c])
            continue
        shared = Counter(chain.from_iterable(having.get(pair, ()) for pair in shape))
        yield from ((a, c) for c, count in shared.items() if count >= _KIN * min(len(shape), len(shapes[c])))
        yield from ((a, c) for c in short)


def _moved(old: Sequence[str], new: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pair what is left over in both texts and is nearly the same: it was moved."""
    taken_old, taken_new = {a for a, _ in pairs}, {c for _, c in pairs}
    left = [a for a in range(len(old)) if a not in taken_old and len(old[a]) >= _LEAST_MOVED]
    came = [c for c in range(len(new)) if c not in taken_new and len(new[c]) >= _LEAST_MOVED]
    if len(left) * len(came) > _MOST_HELD:
        same = {old[a]: a for a in left}
        yield from ((same.pop(new[c]), c) for c in came if new[c] in same)
        return
    scored = [
        (likeness(old[left[a]], new[came[c]], _MOVED), left[a], came[c])
        for a, c in sorted(_kin([old[a] for a in left], [new[c] for c in came]))
        if 0.5 < len(old[left[a]]) / len(new[came[c]]) < 2
    ]
    open_new = set(came)
    used: set[int] = set()
    for ratio, a, c in sorted(scored, key=lambda each: -each[0]):
        if ratio and a not in used and c in open_new:
            used.add(a)
            open_new.discard(c)
            yield a, c


def _merged(pairs: Iterable[tuple[int, int]], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield all paragraphs of both texts in one order: what is gone before what came in its place."""
    a = c = 0
    for one, other in [*sorted(pairs), (old, new)]:
        yield from ((each, None) for each in range(a, one))
        yield from ((None, each) for each in range(c, other))
        if one < old:
            yield one, other
        a, c = one + 1, other + 1


# Inside a paragraph


def _pieces(old: str, new: str, segment: Segment | None) -> Iterator[Piece]:
    """Cut two wordings of a paragraph into what stayed and what changed."""
    if old == new:
        yield Piece(old, new)
        return
    before, after = list(_tokens(old, segment)), list(_tokens(new, segment))
    pieces = [
        Piece("".join(before[step.src_start : step.src_end]), "".join(after[step.dest_start : step.dest_end]))
        for step in _steps(before, after)
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
