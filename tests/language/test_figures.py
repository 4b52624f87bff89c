"""Numbers with units, and dates, read as values."""

import calendar

import pytest

from assistant.language import figures
from assistant.language.years import days_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("集中学习4次", [(4, "次", "集中学习", "")]),
        ("东郊片区86户拖欠租金", [(86, "户", "东郊片区", "拖欠租金")]),
        ("投入37.5万元，惠及1,200人", [(375000, "元", "投入", ""), (1200, "人", "惠及", "")]),
        ("占比105％、３户", [(105, "％", "占比", ""), (3, "户", "", "")]),
        ("制定措施八条，两条没有完成", [(8, "条", "制定措施", ""), (2, "条", "", "没有完成")]),
        ("十五个问题", [(15, "个", "", "问题")]),
        ("谈心谈话31人次", [(31, "人次", "谈心谈话", "")]),
        ("核减37万", [(370000, "", "核减", "")]),
        ("报表22张，走访120多户", [(22, "张", "报表", ""), (120, "户", "走访", "")]),
        ("过手2300多万元，2300万余元", [(23000000, "元", "过手", ""), (23000000, "元", "", "")]),
        ("涉及120多，3多", [(120, "", "涉及", "多"), (3, "", "", "多")]),
    ],
)
def test_figures(text, told):
    assert [(f.value, f.unit, f.before, f.after) for f in figures.find(text)] == told


@pytest.mark.parametrize("text", ["第3条", "7月15日", "GB2312", "第二个", "十九届", "一个个", "百分之三"])
def test_what_is_no_figure(text):
    assert not [f for f in figures.find(text) if f.unit]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025年2月30日", [(2025, 2, 30, False)]),
        ("2024 年 2 月 29 日", [(2024, 2, 29, True)]),
        ("2月29日前", [(None, 2, 29, True)]),
        ("13月、6月0日、4月31号", [(None, 13, None, False), (None, 6, 0, False), (None, 4, 31, False)]),
        ("12月底", [(None, 12, None, True)]),
        ("6月份31日前，6月份", [(None, 6, 31, False), (None, 6, None, True)]),
        ("历时13个月，1-3月", [(None, 3, None, True)]),
        ("二月三十日，2月三日，二月3日", [(None, 2, 30, False), (None, 2, 3, True), (None, 2, 3, True)]),
        ("二〇二六年元月，二○二五年十一月二十八日", [(2026, 1, None, True), (2025, 11, 28, True)]),
        ("一月底前、十二月份、三月中旬、五月初", [(None, m, None, True) for m in (1, 12, 3, 5)]),
        ("一个月，三月读书会，历时三月，几月底，闰六月底，每一月末，三五月份，正月初八", []),
        ("农历九月初九日，三月三，五月初五，十三月底，第三月底，一月一结，一月两次，一九九四年六月十四日", []),
    ],
)
def test_dates(text, told):
    assert [(d.year, d.month, d.day, d.exists) for d in figures.dates(text)] == told


def test_a_round_number_is_known():
    assert [f.is_round for f in figures.find("120多户、10余次、20来天、31户")] == [True, True, True, False]


def test_places_are_those_of_the_paragraph():
    text = "全年回访１６２件，12月31日前办结"
    assert [f.span.of(text) for f in figures.find(text) if f.unit] == ["１６２件"]
    assert [d.span.of(text) for d in figures.dates(text)] == ["12月31日"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("4.33件问题案卷", [("33件", 33)]),
        ("12．40名党员", [("40名", 40)]),
        ("4.5公里的路", [("4.5公里", 4.5)]),
        ("每户4.33件", [("4.33件", 4.33)]),
    ],
)
def test_the_number_of_an_item_is_no_part_of_a_figure(text, told):
    assert [(f.span.of(text), f.value) for f in figures.find(text)] == told


def test_months_have_the_days_that_the_calendar_gives_them():
    every = [(year, month) for year in (1900, 2000, 2023, 2024, 2026, 2100) for month in range(1, 13)]
    assert [days_in(*each) for each in every] == [calendar.monthrange(*each)[1] for each in every]
