"""A measure that is arranged again in other words: the same matter, as often, as many or as high."""

from __future__ import annotations

from random import Random

import pytest

from assistant.facts import measures_said_twice
from assistant.review.material import Memo, analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_BEFORE = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习松。全年自学只有五次。\n"
    "（二）带头担当作为方面\n2.怕得罪人。占道经营拖了半年。\n二、原因剖析\n放松了学习。\n三、整改措施\n"
)


def _found(one, other):
    text = f"{_BEFORE}（一）加强学习。通读党章，做好笔记。{one}。\n（二）强化担当。占道经营3月底前清理到位；{other}。\n"
    facts = analyse(text, EXAMPLE_TEMPLATE).facts
    (asked,) = facts.asked
    return [(each.first.of(text), each.again.of(text)) for each in measures_said_twice.find(facts, asked)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("每月到联系村走访困难户不少于4户", "对困难户的走访每个月至少4户"),
        ("每季度召开一次安全生产分析会", "每三个月开一次会分析安全生产形势"),
        ("2026年底前污水集中处理率提高到95%以上", "把污水集中处理率提升到95%以上"),
        ("采购一律双人询价、双人验收", "采购物资时两个人一起询价、一起验收"),
        ("每半年向机关党委书面报告一次个人重大事项", "半年一次向机关党委汇报个人重大事项"),
        ("每学期听课不少于20节", "坚持每学期听课20节以上"),
        ("3万元以上的维修一律先上会", "超过3万元的维修项目要先经会议研究"),
        ("每季度向支部书记汇报一次思想", "每三个月找支部书记汇报一次自己的思想状况"),
        ("值班记录每日由两人核对签字", "值班记录坚持双人核对、签名确认"),
        ("每月撰写学习心得1篇", "学习心得每个月写一篇"),
        ("全年接访群众不少于24次", "一年接访群众24次以上"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert _found(one, other) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("每月到联系村走访困难户不少于4户", "每月向镇党委报告一次工作进度"),
        ("每季度召开一次安全生产分析会", "每季度召开一次意识形态分析会"),
        ("2026年底前污水集中处理率提高到95%以上", "2026年底前生活垃圾分类覆盖率提高到95%以上"),
        ("新生儿访视率提高到96%以上", "产妇访视率提高到96%以上"),
        ("采购一律双人询价、双人验收", "药品出库坚持双人复核"),
        ("每周自学不少于2小时", "每周到窗口值班不少于2小时"),
        ("每半年向机关党委报告一次个人事项", "每半年向机关党委报告一次支部工作"),
        ("每学期听课不少于20节", "每学期家访不少于20户"),
        ("3万元以上的维修一律先上会", "3万元以上的接待费一律公开"),
        ("重点工程每月调度1次", "重点工程每季度公示一次进展"),
        ("按期办结率不低于95%", "按期办结率达到100%"),
        ("每季度组织1次应急演练", "6月底前完成1次舆情应急演练"),
    ],
)
def test_another_matter_or_another_number(one, other):
    assert _found(one, other) == []


def test_what_goes_on_with_the_clause_before_repeats_nothing():
    assert _found("建立基金使用月度分析制度，每月10日前由我主持分析", "工单当天签收") == []


def test_after_each_edit_the_same_is_found_as_anew():
    """Lines of the measures come, go and change places: what two of them arrange is known from before, or compared now."""
    lines = [
        "每月到联系村走访困难户不少于4户。",
        "对困难户的走访每个月至少4户，每月读书一本。",
        "每学期听课不少于20节；采购一律双人询价、双人验收。",
        "坚持每学期听课20节以上。",
        "采购物资时两个人一起询价、一起验收。",
        "占道经营3月底前清理到位。",
    ]
    chooser, memo, measures, told = Random(7), Memo(), lines[:3], 0
    for _ in range(80):
        at, gone = chooser.randint(0, len(measures)), chooser.randint(0, 2)
        measures = [*measures[:at], *chooser.sample(lines, chooser.randint(0, 2)), *measures[at + gone :]]
        text = f"{_BEFORE}（一）加强学习。\n{chr(10).join(measures)}\n（二）强化担当。当天答复。\n"
        found = []
        for remembered in (memo, None):
            facts = analyse(text, EXAMPLE_TEMPLATE, memo=remembered).facts
            (asked,) = facts.asked
            found.append(measures_said_twice.find(facts, asked))
        assert found[0] == found[1]
        told += len(found[0])
    assert told > 80
