"""Count runs of up to four characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from assistant.language.slip_marks import ALPHABET, PAD, numbers

ORDERS = (1, 2, 3, 4)


def runs(texts: Iterable[tuple[Sequence[str], int]]) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Count the runs of each order in paragraphs that count so many times; keys in order, and their counts."""
    totals: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for paragraphs, weight in texts:
        ids = np.array([each for paragraph in paragraphs for each in (*PAD, *numbers(paragraph))] + list(PAD), np.int64)
        key = ids
        for order in ORDERS:
            if order > 1:
                key = (key[:-1] << ALPHABET) | ids[order - 1 :]
            found = key[1:] if order == 4 else key
            values, counts = np.unique(found, return_counts=True)
            totals[order] = _added(totals.get(order), (values, counts * weight))
    return totals


def _added(
    one: tuple[np.ndarray, np.ndarray] | None, other: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    if one is None:
        return other
    keys = np.concatenate([one[0], other[0]])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], np.concatenate([one[1], other[1]])[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[first], np.add.reduceat(counts, first)
