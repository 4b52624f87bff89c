"""Whether the post by which a text calls its writer is one of his, by what his name lines say."""

import pytest

from assistant.facts import told_posts
from assistant.facts.writer import Writer


@pytest.mark.parametrize(
    ("head", "called", "held"),
    [
        ("某公司党委委员、副总经理", "副总经理", True),
        ("某公司党委委员、副总经理", "总经理", False),
        ("某县水务局党组成员、副局长", "县水务局常务副局长", True),
        ("某县卫生健康局党组成员、副局长", "县卫健局副局长", True),
        ("某县水务局党组成员、副局长", "县财政局副局长", False),
        ("某县水务局党组书记、局长", "局党组成员、副局长", False),
        ("某县白鹭镇党委副书记、镇长", "镇政府主要负责人", True),
        ("某县白鹭镇党委副书记、镇长", "镇党委主要负责人", False),
        ("某县公安局党委委员、副局长", "县检察院副检察长", False),
    ],
)
def test_what_he_calls_himself_is_held_against_his_posts(head, called, held):
    match = told_posts.CALLED.pattern.search(f"我作为{called}，没有细看。")

    assert match is not None
    assert told_posts.is_held(match, Writer(head, "")) is held


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("作为县安委会副主任，", True),
        ("作为机关党支部书记，", True),
        ("作为分管副校长，", False),
        ("作为村委会主任，", False),
    ],
)
def test_posts_that_are_held_beside_another(sentence, beside):
    match = told_posts.CALLED.pattern.search(sentence)

    assert match is not None
    assert told_posts.is_beside(match) is beside


@pytest.mark.parametrize(
    ("head", "body", "held"),
    [
        ("某省水利厅规划处党支部书记、处长", "厅党组", False),
        ("某省水利厅规划处党支部书记、处长", "机关党委", True),
        ("某县水务局党组书记、局长", "县水务局党组", True),
        ("某县公安局派出所民警", "局党委", False),
        ("某县水务局副局长", "局党组", True),
        ("某公司检修党支部书记", "公司党委", True),
    ],
)
def test_of_which_party_bodies_he_may_be(head, body, held):
    assert Writer(head, "").may_be_of(body) is held


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("到任镇党委书记已有5年，", "镇党委书记"),
        ("在支行行长任上干了五年，", "支行行长"),
        ("2021年3月任校长以来，", "校长"),
        ("走上镇长岗位3年多，", "镇长"),
        ("新任乡党委书记到任近一年，", None),
        ("局长到任两年来，", None),
        ("曾担任镇长6年，", None),
        ("担任镇长6年后到局里，", None),
    ],
)
def test_for_how_long_a_post_is_held(sentence, said):
    match = told_posts.TENURE.pattern.search(sentence)

    assert (match and match["of"] + match["post"]) == said


def test_the_first_secretary_of_a_village_is_not_the_towns():
    match = told_posts.CALLED.pattern.search("作为镇党委书记，")

    assert match is not None
    assert not told_posts.is_held(match, Writer("石门镇岩坪村驻村第一书记", ""))
