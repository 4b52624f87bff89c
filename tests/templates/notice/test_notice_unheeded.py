"""Clauses that may ask something of the material and that no value keeps are shown; how well it is to be written is not."""

import pytest

from assistant.templates.notice import notice
from assistant.text import canonical

HEAD = "中共某局党组关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n"
REST = (
    "\n紧扣“三个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众。\n个人材料3000字以内。2027年1月5日前交材料。"
)


def unheeded(said):
    return [each.said for each in notice.read(canonical(HEAD + said + REST)).unread]


@pytest.mark.parametrize(
    "said",
    [
        "会上提倡脱稿发言，每人控制在十分钟左右。",
        "对照检查材料一式三份，用A4纸打印。",
        "材料标题统一为“对照检查材料”，落款署名并注明日期。",
    ],
)
def test_each_clause_of_a_sentence(said):
    assert unheeded(said) == said.rstrip("。").split("，")


@pytest.mark.parametrize(
    "said",
    [
        "个人材料须经支部书记审阅签字后报送。",
        "材料要写明个人成长经历和家庭情况。",
        "发言材料还应当反映联系点工作情况。",
        "每个问题后面要附上两条改进举措。",
        "发言稿用仿宋三号字。",
        "材料要体现本单位特色。",
        "个人剖析材料中至少写出三条意见的采纳情况。",
        "每名党员至少提出2条改进措施。",
        "要把“四下基层”落实情况写进材料。",
        "材料需附近三年个人述廉情况。",
        "请把初稿打印出来带到会场。",
    ],
)
def test_a_whole_sentence(said):
    assert unheeded(said) == [said.rstrip("。")]


def test_of_a_sentence_only_what_was_not_taken():
    assert unheeded("同时要对照巡察反馈意见，深入检视存在的突出问题。") == ["同时要对照巡察反馈意见"]
    assert unheeded("班子材料不超过5000字，一式两份。") == ["一式两份"]


@pytest.mark.parametrize(
    "said",
    [
        "撰写材料要实事求是、开门见山，不遮不掩。",
        "要充分认识开好民主生活会的重要意义，切实加强组织领导。",
        "会后15日内报送整改清单和会议情况报告一式两份。",
        "请各位同志认真撰写材料，切实把自己摆进去、把职责摆进去、把工作摆进去。",
        "谈心谈话不少于2次，征求意见不少于10条。",
        "材料应包含以下内容：存在的问题、原因剖析、整改措施。",
        "三、材料格式\n行距固定值28磅。",
        "查摆问题和剖析原因的篇幅不少于三分之二。",
        "要明确整改措施，提出努力方向。",
        "请于1月3日前将个人材料一份报党办。",
    ],
)
def test_what_sets_nothing_more_is_not_shown(said):
    assert unheeded(said) == []
