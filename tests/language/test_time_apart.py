"""Dates and how far they are told to be apart."""

import pytest

from assistant.language import figures, time_apart

WRONG = [
    "二期住院楼原定2025年10月封顶，实际到12月封顶，推迟3个月。",
    "原计划6月完工，8月才完工，晚了四个月。",
    "合同约定2025年3月交付，到2025年9月才交付，逾期8个月。",
    "2022年至2024年五年间，没有开展过轮训。",
    "从2024年3月到2025年5月，历时16个月才批下来。",
    "应于3月底前报送，实际5月报送，迟报4个月。",
    "原定9月投用，7月就投用，提前5个月。",
    "3月5日要求整改，3月30日才整改完，晚了35天。",
    "2023—2025年，五年共谈话12次。",
    "读书班从3月10日到3月14日，前后9天。",
    "应在2025年6月交账，拖到2025年11月才交，整整拖了七个月。",
    "2024年11月立项，2025年4月才开工，间隔8个月。",
]
RIGHT = [
    "二期住院楼原定2025年10月封顶，实际到12月封顶，推迟2个月。",
    "原计划6月完工，8月才完工，晚了两个月。",
    "原定9月投用，7月就投用，提前2个月。",
    "应于3月底前报送，实际5月报送，迟报1个月。",
    "应于3月底前报送，实际5月报送，晚了两个月。",
    "2022年至2024年三年间，没有开展过轮训；2022年至2024年两年时间，换了三任。",
    "从2024年3月到2025年5月，历时14个月才批下来。",
    "2023—2025年，三年共谈话9次。",
    "读书班从3月10日到3月14日，前后5天。",
    "3月5日要求整改，3月30日才整改完，晚了25天。",
    "11月申报，次年2月才批复，晚了3个月。",
    "3月开会、5月培训，比上年推迟2个月。",
    "6月检查、8月复查，有1家整改超期3个月。",
    "6月查出问题，8月通报，个别单位拖了7个月没有改。",
    "2021年至2025年，五年规划完成一半；2019年至2024年，有两年没有达标。",
    "2月底前要报的方案，到4月上旬才报，晚了1个多月。",
]


def found(text):
    return [*time_apart.find(text, figures.dates(text)), *time_apart.years(text)]


@pytest.mark.parametrize("text", WRONG)
def test_another_time_than_lies_between_is_found_once(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_the_time_that_lies_between_or_is_of_something_else_is_let_be(text):
    assert not found(text)


def test_what_lies_between_is_told():
    (apart,) = found("应于3月底前报送，实际5月报送，迟报4个月。")
    assert (apart.first, apart.last, apart.said, apart.due) == ("3月", "5月", "4个月", "1至2个月")
    (apart,) = found("3月5日要求整改，3月30日才整改完，晚了35天。")
    assert apart.due == "25天"
