"""How far the counts of a longer run are believed: shares that make held-back text most likely (deleted interpolation)."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language.slip_counts import STEPS, Counts
from assistant.language.slip_marks import PAD, numbers

_ROUNDS = 12
_CELLS = 64


def fitted(counts: Counts, paragraphs: Iterable[str], total: float) -> list[list[float]]:
    """Fit the shares of the three orders, the shorter first."""
    places = [_place(counts, ids[at - 3 : at + 1]) for ids in _ids(paragraphs) for at in range(3, len(ids))]
    shorter = [2.0 ** ((single - 1) / STEPS) / total if single else 0.02 / total for single, _ in places]
    shares: list[list[float]] = []
    for order in range(3):
        cells: list[list[tuple[float, float, int]]] = [[] for _ in range(_CELLS)]
        for number, (_, pairs) in enumerate(places):
            before, both = pairs[order]
            if before:
                seen = 2.0 ** (min(0, both - before) / STEPS) if both else 0.0
                cells[before].append((seen, shorter[number], number))
        shares.append([_share(cell) for cell in cells])
        for cell, share in zip(cells, shares[-1], strict=True):
            for seen, less, number in cell:
                shorter[number] = share * less + (1 - share) * seen
    return shares


def _share(cell: list[tuple[float, float, int]]) -> float:
    share = 0.5
    for _ in range(_ROUNDS if cell else 0):
        share = sum(share * less / (share * less + (1 - share) * seen) for seen, less, _ in cell) / len(cell)
    return round(min(0.999, max(0.001, share)), 4)


def _ids(paragraphs: Iterable[str]) -> Iterable[list[int]]:
    return ([*PAD, *numbers(paragraph), *PAD] for paragraph in paragraphs)


def _place(counts: Counts, ids: list[int]) -> tuple[int, list[tuple[int, int]]]:
    a, b, c, d = ids
    pair, context = counts.pair(c, d), counts.pair(b, c)
    triple, context_three = counts.triple(b, c, d), counts.triple(a, b, c)
    known = [(counts.single(c), pair), (context, triple), (context_three, counts.four(a, b, c, d) if triple else 0)]
    return counts.single(d), known
