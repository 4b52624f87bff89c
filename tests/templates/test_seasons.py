"""From November to March the meetings are about the year that ends or has ended."""

import datetime

import pytest

from assistant.templates import seasons


@pytest.mark.parametrize(
    ("year", "month", "meant"),
    [(2025, 11, 2025), (2025, 12, 2025), (2026, 1, 2025), (2026, 3, 2025), (2026, 4, None), (2026, 10, None)],
)
def test_a_month_tells_the_year_under_review(year, month, meant):
    assert seasons.under_review(year, month) == meant
    assert seasons.of_day(datetime.date(year, month, 1)) == (meant or year)
    assert meant is None or seasons.year_of_month(month, meant) == year
