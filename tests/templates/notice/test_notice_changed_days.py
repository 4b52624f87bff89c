"""Days that another is put in place of behind their own clause, in the same sentence or the next."""

import pytest

from assistant.templates.notice import notice
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"


def days(said):
    (asked,) = notice.read(canonical(HEAD + said)).templates
    return tuple(day.value.strftime("%-d") if day else "" for day in (asked.hand_in, asked.meets))


@pytest.mark.parametrize(
    "said",
    [
        "班子材料于1月10日前报送，因故推迟至1月14日。",
        "个人材料请于1月10日前报党办，现延期到1月14日。",
        "发言提纲1月20日前报送，因会期变动提前到1月14日。",
        "对照检查材料1月10日前报送改为1月14日前报送。",
        "材料1月10日前报县纪委，因放假顺延至1月14日。",
        "材料于1月10日前报送（因故推迟至1月14日）。",
        "材料1月10日前报送，后因工作需要延至1月14日下班前。",
        "请于1月10日前将材料报送党办，因系统维护，时间推迟到1月14日。",
        "材料报送截止日期1月10日（后改为1月14日）。",
        "材料报送时间：1月10日→1月14日。",
        "材料报送截止日期1月10日，调整为1月14日。",
        "材料1月10日前报送，经研究决定宽限到1月14日。",
        "材料原计划1月10日报，因故1月14日报。",
        "个人材料1月10日前报送。因故延期，请于1月14日前报送。",
        "请于1月10日前（因故延期至1月14日前）报送材料。",
        "班子材料于1月10日前报送，个人材料于1月12日前报送，因故均推迟至1月14日。",
    ],
)
def test_the_later_day_holds(said):
    assert days(said) == ("14", "")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("民主生活会于1月20日召开，因故推迟至1月28日。", ("", "28")),
        ("会议时间为1月20日，现改为1月28日；材料于1月10日前报送，相应顺延至1月18日。", ("18", "28")),
        ("于1月10日前报送材料，因故推迟至1月14日报送，会议相应推迟至1月20日召开。", ("14", "20")),
        ("民主生活会召开时间1月20日，因故顺延至1月27日，材料报送时间相应顺延至1月17日。", ("17", "27")),
        ("材料由原定的1月10日前报送，统一推迟到1月14日前报送，会议时间不变，仍为1月20日召开。", ("14", "20")),
        ("1月10日前报送材料的要求不变，会议由1月20日改到1月24日。", ("10", "24")),
    ],
)
def test_each_day_is_changed_for_itself(said, found):
    assert days(said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("材料1月10日前报送，如遇特殊情况可延期至1月14日。", ("10", "")),
        ("材料1月10日前报送，各单位不得推迟。", ("10", "")),
        ("材料1月10日前报送，确需延期的，应书面说明。", ("10", "")),
        ("材料1月10日前报送，并提前3天与党办联系。", ("10", "")),
        ("材料1月10日前报送初稿，1月14日前报送定稿。", ("10", "")),
        ("材料务于1月10日前报送，逾期不候，会议推迟至1月28日召开。", ("10", "28")),
        ("民主生活会原则上1月25日前召开，确有困难的可推迟至1月31日。", ("", "25")),
        ("各支部于1月8日前完成学习，因故推迟至1月12日，材料1月15日前报送。", ("15", "")),
    ],
)
def test_what_is_said_of_some_or_of_other_things_changes_nothing(said, found):
    assert days(said) == found


def test_a_day_of_one_subject_that_is_put_off_is_its_own():
    (asked,) = notice.read(canonical(f"{HEAD}班子材料1月10日前报送，个人材料推迟至1月14日。")).templates

    assert asked.hand_in.value.day == 10
    assert {whose.value: each.value.day for whose, each in asked.hand_in_for.items()} == {"individual": 14}


@pytest.mark.parametrize("said", ["推迟4天", "因故推迟", "因故推迟一周", "现提前至本月8日"])
def test_a_day_put_off_to_none_that_is_written_out_is_told(said):
    found = notice.read(canonical(f"{HEAD}材料于1月10日前报送，{said}。"))

    assert found.templates[0].hand_in is None
    assert [(each.value, each.said) for each in found.unread] == [("时间", f"材料于1月10日前报送，{said}")]
