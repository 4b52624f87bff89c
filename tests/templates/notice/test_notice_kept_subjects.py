"""Whose a length, a share or a day is whose own clause names nobody: the clause before it, the paragraph, the heading above."""

import pytest

from assistant.templates.notice import notice
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n"
ASPECTS = "紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"
BOTH = "关于召开2026年度民主生活会和组织生活会的通知\n各支部：\n现将有关事项通知如下。\n"


def sized(found):
    return {of.value: (each.value.least, each.value.most) for of, each in found.items()}


def read(said):
    (asked,) = notice.read(canonical(HEAD + ASPECTS + said)).templates
    own = {whose.value: sized(found) for whose, found in asked.part_lengths_for.items()}
    return sized(asked.lengths), sized(asked.part_lengths), own


WHOLE = {"leadership": (5000, 0), "individual": (3000, 0)}
PROBLEMS = {"leadership": {"problems": (2000, 0)}, "individual": {"problems": (1500, 0)}}


@pytest.mark.parametrize(
    "said",
    [
        "班子材料不少于5000字，其中问题部分不少于2000字；个人发言提纲不少于3000字，其中问题部分不少于1500字。",
        "班子材料不少于5000字，其中问题部分不少于2000字。个人材料不少于3000字，其中问题部分不少于1500字。",
        "班子材料不少于5000字（其中问题部分不少于2000字），个人材料不少于3000字（其中问题部分不少于1500字）。",
        "班子材料不少于5000字，问题部分不少于2000字，个人材料不少于3000字，问题部分不少于1500字。",
        "（一）班子材料。不少于5000字，其中问题部分不少于2000字。\n（二）个人材料。不少于3000字，其中问题部分不少于1500字。",
        "（一）班子材料\n不少于5000字，其中问题部分不少于2000字。\n（二）个人材料\n不少于3000字，其中问题部分不少于1500字。",
        "（一）领导班子\n1.由主要负责同志主持起草。\n2.不少于5000字。\n3.问题部分不少于2000字。\n（二）班子成员\n1.自己动手。\n2.不少于3000字。\n3.问题部分不少于1500字。",
        "1.班子材料不少于5000字。查摆问题不少于2000字。\n2.个人材料不少于3000字。查摆问题不少于1500字。",
        "班子、个人材料分别不少于5000字、3000字，其中问题部分分别不少于2000字、1500字。",
        "班子材料不少于5000字，个人材料不少于3000字。问题部分，班子不少于2000字，个人不少于1500字。",
        "班子材料不少于5000字，个人材料不少于3000字。其中，班子材料的问题部分2000字以上，个人的1500字以上。",
        "班子材料\n不少于5000字，其中问题部分不少于2000字。\n个人材料\n不少于3000字，其中问题部分不少于1500字。",
    ],
)
def test_a_part_is_of_whose_material_it_is_told(said):
    assert read(said) == (WHOLE, {}, PROBLEMS)


@pytest.mark.parametrize(
    ("said", "of_all", "own"),
    [
        ("班子材料不少于5000字，其中问题部分不少于2000字，个人材料不少于3000字。", {}, {"leadership": {"problems": (2000, 0)}}),
        ("班子材料不少于5000字，个人材料不少于3000字，其中问题部分不少于2000字。", {}, {"individual": {"problems": (2000, 0)}}),
        ("班子材料不少于5000字，个人材料不少于3000字，问题部分不少于2000字。", {"problems": (2000, 0)}, {}),
        ("班子材料不少于5000字，个人材料不少于3000字。其余要求不变，问题部分不少于2000字。", {"problems": (2000, 0)}, {}),
        (
            "班子材料不少于5000字，其中每个方面不少于800字，个人材料不少于3000字，其中每个方面不少于500字。",
            {},
            {"leadership": {"aspect": (800, 0)}, "individual": {"aspect": (500, 0)}},
        ),
        (
            "（一）班子材料\n不少于5000字，原因剖析不少于600字。\n（二）个人材料\n不少于3000字。\n四、其他要求\n各部分要紧扣主题，整改措施不少于300字。",
            {"measure": (300, 0)},
            {"leadership": {"cause": (600, 0)}},
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_all_or_of_one_alone(said, of_all, own):
    assert read(said) == (WHOLE, of_all, own)


@pytest.mark.parametrize("apart", ["；", "。", "，"])
def test_what_is_told_of_each_meeting(apart):
    said = f"班子成员发言提纲3000字以内，其中问题部分1500字以上{apart}党员发言提纲1500字以内，其中问题部分800字以上。"
    found = notice.read(canonical(BOTH + ASPECTS + said)).templates

    assert [sized(asked.lengths) for asked in found] == [{"individual": (0, 3000)}, {"member": (0, 1500)}]
    assert [sized(asked.part_lengths) for asked in found] == [{"problems": (1500, 0)}, {"problems": (800, 0)}]


def test_a_heading_of_the_other_meeting_s_people_keeps_its_lengths():
    said = "（一）班子成员材料\n3000字以内，问题部分不少于1500字。\n（二）党员材料\n1500字以内，问题部分不少于700字。"
    found = notice.read(canonical(BOTH + ASPECTS + said)).templates

    assert [sized(asked.lengths) for asked in found] == [{"individual": (0, 3000)}, {"member": (0, 1500)}]
    assert [sized(asked.part_lengths) for asked in found] == [{"problems": (1500, 0)}, {"problems": (700, 0)}]


@pytest.mark.parametrize(
    "said",
    [
        "班子材料不少于5000字，其中问题部分不少于全文的三分之二；个人材料不少于3000字。",
        "（一）班子材料\n不少于5000字，问题部分不少于全文的三分之二。\n（二）个人材料\n不少于3000字。",
    ],
)
def test_a_share_is_of_whose_material_it_is_told(said):
    (asked,) = notice.read(canonical(HEAD + ASPECTS + said)).templates

    assert [subject.value for subject in asked.share_of] == ["leadership"]


def test_days_below_a_heading_are_its_own():
    said = "（一）班子材料\n1月10日前报县纪委审核。\n（二）班子成员发言提纲\n1月16日前报党办。"
    (asked,) = notice.read(canonical(HEAD + ASPECTS + said)).templates

    assert asked.hand_in.value.isoformat() == "2027-01-10"
    assert {whose.value: each.value.isoformat() for whose, each in asked.hand_in_for.items()} == {
        "individual": "2027-01-16"
    }


def test_a_title_or_those_addressed_are_no_heading():
    said = "关于开好领导班子民主生活会的通知\n各班子成员：\n一、材料\n对照检查材料不少于3000字。\n二、时间\n2027年1月10日前报送。"
    (asked,) = notice.read(canonical(said)).templates

    assert {subject.value for subject in asked.lengths} >= {"leadership"}
    assert not asked.hand_in_for
