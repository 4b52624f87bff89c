"""Numbers, times and shares in other words than the usual: a rule sees them, and is silent on the near misses."""

import pytest

from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

HEAD = "2025年度民主生活会个人对照检查材料\n张三\n（2026年1月20日）\n"
PROBLEMS = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n"
CAUSES = "二、原因剖析\n放松了学习。\n三、整改措施\n"


def told(rule: str, problems: str, measures: str = "每月自学两次。") -> list[str]:
    """Give the messages of a rule on a text with these problems and measures."""
    text = HEAD + PROBLEMS.format(problems) + CAUSES + measures + "\n"
    return [each.message for each in analyse(text, EXAMPLE_TEMPLATE).findings if each.rule == rule]


@pytest.mark.parametrize(
    "measure",
    [
        "去年年底前拿出方案。",
        "上年第四季度内修订清单。",
        "元旦前由2名未讲党课的成员补讲。",
        "本月10日前逐一登记责任人。",
        "1月10日前逐一登记责任人。",
        "2026年1月上旬补读3篇文章。",
        "赶在“十四五”收官之前配齐。",
        "上个月底前拿出方案。",
        "去年国庆节前拿出方案。",
        "2025年四季度拿出方案。",
        "把整改情况在2025年7月的党员大会上作报告。",
    ],
)
def test_deadlines_that_are_past(measure: str) -> None:
    assert told("deadline_already_past", "", f"{measure}每月自学两次。")


@pytest.mark.parametrize(
    "measure",
    [
        "对去年底前积压的申请，6月底前办完。",
        "去年年底前没有办结的6件，3月底前办完。",
        "去年12月摸底的缺口，6月底前补上。",
        "2025年四季度审计发现的问题，6月底前改完。",
        "每年春节前走访困难职工，春节前再走访一遍。",
        "本月28日前登记责任人，本月底前公示。",
        "“十五五”收官前建成2所学校。",
        "明年元旦前拿出方案。",
        "2025年12月已完成招标，今年6月底前配齐。",
    ],
)
def test_deadlines_to_come(measure: str) -> None:
    assert not told("deadline_already_past", "", f"{measure}每月自学两次。")
