"""The table of congresses, plenary sessions and campaigns."""

import datetime

import pytest

from assistant.facts import congresses
from assistant.strict_toml import DataError


def test_sessions_are_read_in_characters_and_digits():
    found = list(congresses.plenums("二十届四中全会、19届6中全会、十一届三中全会、十九届八中全会"))

    assert [(each.congress, each.number) for each in found] == [(20, 4), (19, 6), (11, 3), (19, 8)]
    assert found[0].begin == datetime.date(2025, 10, 20)
    assert found[1].end == datetime.date(2021, 11, 11)
    assert [each.can_exist for each in found] == [True, True, True, False]
    assert found[2].begin is None


def test_the_table_is_in_order():
    table = congresses.shipped()
    for congress in table.congresses:
        days = [datetime.date.fromisoformat(session[:10]) for session in congress.plenums]
        assert days == sorted(days)
        assert congress.begin <= congress.end < days[0]
    assert congresses.latest().number == 20
    assert all(campaign.begin < campaign.end for campaign in table.campaigns)


def test_a_session_must_have_two_days():
    wrong = (
        'format = 1\nsource = "s"\ncampaigns = []\n[[congresses]]\nnumber = 20\nbegin = 2022-10-16\nend = 2022-10-22\n'
        'certainty = "memory"\nplenums = ["2022-10"]\n'
    )
    with pytest.raises(DataError, match="plenums"):
        congresses.parse(wrong, "congresses.toml")
