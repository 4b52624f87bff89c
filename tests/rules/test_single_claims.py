"""One false number, date, meeting or name at a time is put into a finished text: it is found at its place, and nothing else is."""

import re

import pytest

from assistant.decisions import Decisions, Profile
from assistant.review.material import analyse

LIN = Decisions(profile=Profile("市住房保障中心", "副主任", "林知远"))
LAST = "查清7月那件事，该教育的当面教育。"  # the sample's end

# The rule that must see it; what stands in the sample, and what comes there.
FIGURES = [
    ("impossible_date", "10月和11月一共只有5次", "13月和11月一共只有5次"),
    ("impossible_date", "11月东郊片区", "11月31日东郊片区"),
    ("impossible_date", "2月底前走完东郊86户", "2月30日前走完东郊86户"),
    ("impossible_date", "6月底前结合", "2026年2月29日前结合"),
    ("year_out_of_sense", "4月一处应急抢修", "2052年4月一处应急抢修"),
    ("year_out_of_sense", "今年无新增变化", "2205年无新增变化"),
    ("year_out_of_sense", "去年我查摆问题8个", "2062年度我查摆问题8个"),
    ("part_more_than_whole", "全年下小区14次，其中11次", "全年下小区14次，其中41次"),
    ("part_more_than_whole", "全年回访162件，其中14件", "全年回访162件，其中164件"),
    ("part_more_than_whole", "公租房投诉回访由抽查改为逐件回访", "公租房投诉回访率达到120%"),
    ("parts_do_not_add_up", "制定措施10条。逐条对账，已完成9条：", "制定措施10条，已完成9条，还有2条正在推进。其中："),
    ("parts_do_not_add_up", "制定措施10条。逐条对账", "制定措施10条，完成8条，其余1条没有完成。逐条对账"),
    (
        "parts_do_not_add_up",
        "学习教育中我对照查出3个问题：",
        "学习教育中我对照查出十个问题，八个已经改好，另有三个正在整改：",
    ),
    ("all_beside_exception", "逐条对账，已完成9条：", "逐条对账，已全部完成，还差1条："),
    ("all_beside_exception", "前两个已经改过来，", "均已整改到位，还有1个正在推进，"),
    ("all_beside_exception", "已于9月整改并报送材料", "都已整改完毕，尚有1件没有办结"),
    (
        "counted_differently",
        "2.请示报告不够及时。",
        "2.请示报告不够及时。会前同班子成员、分管科室负责人谈心谈话12人次。",
    ),
    ("counted_differently", "等来等去，86户的事", "等来等去，68户的事"),
    ("counted_differently", "2月底前走完东郊86户", "2月底前走完东郊68户"),
    ("deadline_already_past", "2月底前走完", "2025年12月底前走完"),
    ("deadline_already_past", "3月底前试签", "力争2025年三季度末前试签"),
    ("deadline_already_past", "年底前清收到九成", "2025年底前清收到九成"),
    ("years_do_not_agree", "1.自学常给事务让路。", "1.自学常给事务让路。我2010年入党，入党19年，"),
    ("years_do_not_agree", "当副职时间长了，", "1999年参加工作，工龄二十年，当副职时间长了，"),
    ("years_do_not_agree", "1.自学常给事务让路。", "1.自学常给事务让路。党龄35年了，2010年6月入党时的劲头淡了。"),
    ("unit_left_out", "涉及分管的维修科", "涉及维修资金37万元，核减的37万，由维修科说明"),
    ("unit_left_out", "金额不大，", "金额12.5万元不大，核销12.5万。"),
    ("unit_left_out", "零星工程全年有230多单", "零星工程全年3亿元，也就是3亿，有230多单"),
]
MEETINGS = [
    ("meeting_never_held", "四中全会公报读过两遍", "二十一届四中全会公报读过两遍"),
    ("meeting_never_held", "四中全会公报读过两遍", "党的第二十大报告读过两遍"),
    ("meeting_never_held", "四中全会公报读过两遍", "十八届八中全会公报读过两遍"),
    ("meeting_of_another_time", "四中全会公报读过两遍", "党的二十届五中全会公报读过两遍"),
    ("meeting_of_another_time", "四中全会公报读过两遍", "今年以来，十九届六中全会公报读过两遍"),
    ("meeting_of_another_time", "全年下小区14次", "10月份以来，学习十九届五中全会精神，全年下小区14次"),
    ("meeting_of_another_time", "全年下小区14次", "今年以来，按照党纪学习教育的要求，全年下小区14次"),
    ("meeting_of_another_time", "全年下小区14次", "正在开展的党史学习教育抓得不紧，全年下小区14次"),
]
FAULTS = FIGURES + MEETINGS


@pytest.mark.parametrize(("rule", "old", "new"), FAULTS)
def test_a_single_fault_is_found_at_its_place(rule, old, new, finished_sample, individual_2025):
    assert finished_sample.count(old) == 1
    text = finished_sample.replace(old, new)
    at, end = text.index(new), text.index(new) + len(new)
    found = [f for f in analyse(text, individual_2025, decisions=LIN).findings if f.rule == rule]

    assert len(found) == 1, [f.message for f in found]
    assert found[0].span.start < end
    assert at <= found[0].span.end
    assert re.search("[\u4e00-\u9fff]", found[0].message)


def test_the_finished_sample_itself_is_left_alone(finished_sample, individual_2025):
    rules = {rule for rule, *_ in FAULTS}
    found = analyse(finished_sample, individual_2025, decisions=LIN).findings
    assert [f.message for f in found if f.rule in rules] == []


def test_every_kind_has_three_faults():
    kinds = [rule for rule, *_ in FAULTS]
    assert {kind for kind in kinds if kinds.count(kind) < 3} == set()
