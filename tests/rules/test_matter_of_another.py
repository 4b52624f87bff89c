"""Whose people, bodies and places a text speaks of is held against the unit that was filled in too, and so it is said."""

import pytest

from assistant.decisions import Decisions, Profile
from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE
from assistant.rules.voice import matter_of_another

TEXT = (
    "2025年度民主生活会个人对照检查材料\n林知远\n按照通知要求，检查如下。\n一、存在的突出问题\n（一）带头固本培元方面\n"
    "1.学得浅。8月区里约谈后才改，教务处的意见听得少，查房也少。\n"
)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("白鹭县第二中学", ["区里", "查房"]),
        ("白鹭区人民医院", ["教务处"]),
        ("", []),
    ],
)
def test_the_unit_that_was_filled_in_tells_whose_text_it_is(unit, said):
    told = analyse(
        TEXT, EXAMPLE_TEMPLATE, decisions=Decisions(profile=Profile(unit=unit)), rules=[matter_of_another.RULE]
    ).findings

    assert [each.span.of(TEXT) for each in told] == said
    people = [each.message for each in told if each.span.of(TEXT) == "查房"]
    assert people == [f"此处写“查房”，新建材料时填写的单位是“{unit}”。"] * ("查房" in said)
