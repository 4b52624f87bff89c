"""Which paragraph of one text is which of another: what stayed, was reworded in its place, or was moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode


_ALIKE = 45.0  # likeness in per cent from which two paragraphs in the same place are one, reworded
_MOVED = 70.0  # the same for paragraphs in different places: there nothing else speaks for it
_KIN = 0.08  # share of the shorter one's pairs of characters that both must have to be looked at closer
_SHORT = 20  # characters; of shorter ones the pairs of characters tell nothing
_MOST_HELD = 250_000  # pairs of paragraphs that are held against each other; texts that differ in more are not related
_LEAST_MOVED = 10  # characters; a shorter paragraph that stands elsewhere is another one


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair paragraphs in order: the same ones, and between them those that are alike."""
    equal = [
        (each.src_start, each.src_end, each.dest_start, each.dest_end)
        for each in steps(old, new)
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


def steps(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
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


def moved(old: Sequence[str], new: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
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


def merged(pairs: Iterable[tuple[int, int]], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield all paragraphs of both texts in one order: what is gone before what came in its place."""
    a = c = 0
    for one, other in [*sorted(pairs), (old, new)]:
        yield from ((each, None) for each in range(a, one))
        yield from ((None, each) for each in range(c, other))
        if one < old:
            yield one, other
        a, c = one + 1, other + 1
