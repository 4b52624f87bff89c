"""The season of the meetings: from November to March they are about the year that ends or has ended, the year under review."""

from __future__ import annotations

import datetime

_BEGINS, _ENDS = 11, 3  # months


def of_day(today: datetime.date) -> int:
    """Give the year under review on a day; between two seasons it is the year itself."""
    return under_review(today.year, today.month) or today.year


def under_review(year: int, month: int) -> int | None:
    """Give the year that a meeting of a month is about; None between two seasons, when only special ones are held."""
    if month <= _ENDS:
        return year - 1
    return year if month >= _BEGINS else None


def year_of_month(month: int, season: int) -> int:
    """Give the year of a month that is named without one, in the season of a year under review."""
    return season + (month <= _ENDS)
