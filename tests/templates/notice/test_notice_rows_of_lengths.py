"""Lengths side by side for things side by side, and a second length of the same thing."""

import pytest

from assistant.templates.notice import notice
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"


def read(said):
    found = notice.read(canonical(HEAD + said))
    (asked,) = found.templates
    lengths = {
        whose.value: (each.value.least, each.value.most, each.value.soft) for whose, each in asked.lengths.items()
    }
    return lengths, [each.said for each in found.unread]


@pytest.mark.parametrize(
    ("said", "leadership", "individual"),
    [
        ("分别为5000字以内、3000字左右", (0, 5000, ""), (2700, 3300, "左右")),
        ("分别为5000字左右、3000字以内", (4500, 5500, "左右"), (0, 3000, "")),
        ("分别为5000字、3000字左右", (4500, 5500, "左右"), (2700, 3300, "左右")),
        ("分别为5000字、3000字上下", (4500, 5500, "上下"), (2700, 3300, "上下")),
        ("分别控制在5000字、3000字左右", (4500, 5500, "左右"), (2700, 3300, "左右")),
        ("分别以5000字、3000字为宜", (4500, 5500, "为宜"), (2700, 3300, "为宜")),
        ("分别不少于5000字、不超过3000字", (5000, 0, ""), (0, 3000, "")),
        ("依次为4000至5000字、3000字左右", (4000, 5000, ""), (2700, 3300, "左右")),
        ("分别为四五千字、三千字左右", (4000, 5000, ""), (2700, 3300, "左右")),
        ("5000字、3000字左右", (4500, 5500, "左右"), (2700, 3300, "左右")),
        ("为5000字和3000字", (4500, 5500, ""), (2700, 3300, "")),
        ("各5000字、3000字", (4500, 5500, ""), (2700, 3300, "")),
        ("不超过5000字、3000字", (0, 5000, ""), (0, 3000, "")),
        ("分别不少于4000字、3000字", (4000, 0, ""), (3000, 0, "")),
    ],
)
def test_each_of_a_row_is_its_own(said, leadership, individual):
    assert read(f"班子、个人材料{said}。") == ({"leadership": leadership, "individual": individual}, [])


def test_what_bounds_one_thing_from_both_sides_is_no_row():
    assert read("个人材料不少于3000字、不超过4000字。") == ({"individual": (3000, 4000, "")}, [])


@pytest.mark.parametrize(
    "said",
    [
        "个人发言提纲、班子对照检查材料、个人检视剖析材料分别不超过2000字、5000字、3000字。",
        "班子材料、个人发言提纲、个人剖析材料分别不超过5000字、2000字、3000字。",
        "班子材料、个人剖析材料、发言提纲分别不超过5000字、3000字、2000字。",
    ],
)
def test_of_a_material_and_an_outline_of_one_person_the_material_holds_and_the_row_is_told(said):
    assert read(said) == ({"leadership": (0, 5000, ""), "individual": (0, 3000, "")}, [said.rstrip("。")])


@pytest.mark.parametrize(
    ("said", "individual", "told"),
    [
        ("个人对照检查材料3000字以内，发言提纲1500字以内。", (0, 3000, ""), "发言提纲1500字以内"),
        ("个人发言提纲1500字以内，个人对照检查材料3000字以内。", (0, 3000, ""), "个人发言提纲1500字以内"),
        ("个人材料3000字以内，处级以上党员领导干部4000字以内。", (0, 3000, ""), "处级以上党员领导干部4000字以内"),
        ("处级以上党员领导干部4000字以内，个人材料3000字以内。", (0, 3000, ""), "处级以上党员领导干部4000字以内"),
    ],
)
def test_a_second_length_of_the_same_is_told(said, individual, told):
    assert read(said) == ({"individual": individual}, [told])


def test_an_outline_is_the_whole_material_where_no_other_of_the_same_is_asked():
    said = "对照检查材料不超过5000字，发言提纲不超过3000字。班子材料由主要负责同志起草。"

    assert read(said) == ({"leadership": (0, 5000, ""), "individual": (0, 3000, "")}, [])


def test_a_part_that_is_set_apart_has_its_own_length():
    (asked,) = notice.read(canonical(f"{HEAD}个人材料3000字左右。去年整改情况单独一段，200字以内。")).templates

    assert {kind.value: each.value.most for kind, each in asked.part_lengths.items()} == {"previous_rectification": 200}
    assert {whose.value: each.value.most for whose, each in asked.lengths.items()} == {"individual": 3300}


def test_records_of_talks_set_no_length_of_a_material():
    assert read("个人材料3000字以内。谈话记录不少于500字。") == ({"individual": (0, 3000, "")}, [])
