"""The weights of the signs, and from which sum on a slip is told: a logistic regression on slips made by chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from injection import Slipped

from assistant.language.slip_found import Slip, apart
from assistant.language.slip_scene import Candidate
from assistant.language.slips import Finder

Row = tuple[tuple[float, ...], bool, float]  # signs, whether what they speak for is right, how much that weighs
_STEPS = 40
_GENTLY = 1.0  # how much large weights are held back
_CLEAN = 3.0  # how much heavier than a slip missed it weighs that right text is accused


class Judgement(NamedTuple):
    """Weights, and what is added to their sum."""

    weights: list[float]
    bias: float

    def slips(self, candidates: Iterable[Candidate]) -> list[Slip]:
        """Give the slips that would be told were there no threshold."""
        told = (Slip(each.span, each.word, self.score(each), each.gain) for each in candidates)
        return apart(told)

    def score(self, candidate: Candidate) -> float:
        return self.bias + sum(map(float.__mul__, candidate.signs, self.weights))


def candidates(finder: Finder, paragraphs: Iterable[str]) -> list[list[Candidate]]:
    return [[each for each in finder.candidates(paragraph) if each] for paragraph in paragraphs]


def fitted(finder: Finder, slipped: Sequence[Slipped], clean: Iterable[str]) -> Judgement:
    """Fit the weights: what mends a slip is right, what is proposed elsewhere or in clean text is wrong."""
    rows: list[Row] = []
    for slip, found in zip(slipped, candidates(finder, (each.text for each in slipped)), strict=True):
        for each in found:
            mended = slip.text[: each.span.start] + each.word + slip.text[each.span.end :] == slip.clean
            if mended or each.span.end <= slip.at or slip.end <= each.span.start:
                rows.append((each.signs, mended, 1.0))
    rows += [(each.signs, False, _CLEAN) for found in candidates(finder, clean) for each in found]
    return weighed(rows)


def weighed(rows: Sequence[Row]) -> Judgement:
    """Fit the weights of signs."""
    signs = np.array([row[0] for row in rows])
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    table = np.column_stack([(signs - middle) / spread, np.ones(len(rows))])
    weights = _regression(table, np.array([row[1] for row in rows], float), np.array([row[2] for row in rows]))
    plain = weights[:-1] / spread
    bias = float(weights[-1] - plain @ middle)
    return Judgement([round(float(each), 4) for each in plain], round(bias, 4))


def _regression(table: np.ndarray, right: np.ndarray, heavy: np.ndarray) -> np.ndarray:
    """Fit by Newton's method."""
    weights = np.zeros(table.shape[1])
    gently = np.full(table.shape[1], _GENTLY)
    gently[-1] = 0
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (heavy * (likely - right)) + gently * weights
        bend = (table * (heavy * likely * (1 - likely))[:, None]).T @ table + np.diag(gently + 1e-9)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights
