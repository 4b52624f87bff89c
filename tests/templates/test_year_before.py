"""What the meeting of the year before asked for."""

import pytest

from assistant.templates import year_before
from assistant.templates.template import MeetingKind


def test_the_aspects_of_a_year_are_read_with_their_names():
    (asked,) = year_before.asked(MeetingKind.DEMOCRATIC, 2024)
    assert asked.leads == 4
    assert ("带头增强党性、严守纪律、砥砺作风",) * 2 in asked.names


@pytest.mark.parametrize(("year", "leads"), [(2022, [6]), (2023, [0, 0]), (2016, [])])
def test_each_batch_counts_its_own(year, leads):
    assert [asked.leads for asked in year_before.asked(MeetingKind.DEMOCRATIC, year)] == leads
