"""What the people of a unit may call it."""

import pytest

from assistant.language import units


@pytest.mark.parametrize(
    ("head", "own", "others"),
    [
        ("石门镇岩坪村驻村第一书记", ("镇", "村"), ("街道", "乡")),
        ("柳塘街道派出所", ("街道", "社区"), ("镇", "乡")),
        ("县公安局柳河派出所", ("局", "镇", "街道"), ("校",)),
    ],
)
def test_whoever_is_in_a_town_is_in_no_street(head, own, others):
    kinds = units.own_names(head)[1]

    assert kinds.issuperset(own)
    assert kinds.isdisjoint(others)
