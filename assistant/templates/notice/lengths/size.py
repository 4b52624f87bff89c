"""A length as a value: its range, how it is worded, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.templates.notice.values import LengthRange

TOLERANCE = 10  # percent


@dataclass(frozen=True, slots=True)
class Size:
    """A length as worded, and where it stands; `kind` is how: a range, the least, the most, about, or bare.

    `said` is its first number as the notice has it, `said_at` where that stands; `row` numbers the rows of lengths that
    are set 分别 for one thing after the other, 0 is none.
    """

    start: int
    end: int
    range: LengthRange
    kind: str
    said: int = 0
    said_at: int = 0
    row: int = 0


def about(number: int) -> LengthRange:
    """Give the range that 「3000字左右」 leaves."""
    return LengthRange(number * (100 - TOLERANCE) // 100, number * (100 + TOLERANCE) // 100)


def bounded(size: Size, kind: str) -> Size:
    """Give a bare number the bound of the one beside it."""
    if size.kind != "bare" or kind not in ("least", "most"):
        return size
    bounds = LengthRange(least=size.said) if kind == "least" else LengthRange(most=size.said)
    return replace(size, range=bounds, kind=kind)
