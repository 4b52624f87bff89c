"""A length as a value: its range, how it is worded, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from assistant.templates.notice.values import LengthRange

TOLERANCE = 10  # percent


class Bound(Enum):
    """How a notice words a length."""

    RANGE = "range"  # 3000至4000字
    LEAST = "least"  # 不少于3000字
    MOST = "most"  # 不超过3000字
    ABOUT = "about"  # 3000字左右
    BARE = "bare"  # 3000字: what stands beside it may bound it


@dataclass(frozen=True, slots=True)
class Size:
    """A length as worded, and where it stands.

    `said` is its first number as the notice has it, `said_at` where that stands; `row` numbers the rows of lengths that
    are set 分别 for one thing after the other, 0 is none.
    """

    start: int
    end: int
    range: LengthRange
    bound: Bound
    said: int = 0
    said_at: int = 0
    row: int = 0


def about(number: int) -> LengthRange:
    """Give the range that 「3000字左右」 leaves."""
    return LengthRange(number * (100 - TOLERANCE) // 100, number * (100 + TOLERANCE) // 100)


def bounded(size: Size, bound: Bound) -> Size:
    """Give a bare number the bound of the one beside it."""
    if size.bound is not Bound.BARE or bound not in (Bound.LEAST, Bound.MOST):
        return size
    bounds = LengthRange(least=size.said) if bound is Bound.LEAST else LengthRange(most=size.said)
    return replace(size, range=bounds, bound=bound)
