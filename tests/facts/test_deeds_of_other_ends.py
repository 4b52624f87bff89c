"""What is done for other ends than to mend the faults of its aspect."""

from __future__ import annotations

import pytest

from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_TEXT = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.报送慢。三份报表拖了九天才送到县里。\n2.数据不准。两次统计错了11处，没有复核。\n"
    "（二）带头担当作为方面\n3.欠费纠纷压着。物业欠费积了58件，怕得罪人。\n4.渡口抓得松。芦滩渡口救生衣缺了12件，船工夜里还在摆渡。\n"
    "（三）改进作风方面\n5.回话慢。村口路灯坏了四个月，答应的日子过了两次。\n6.名单不更新。低保名单还贴着前年的。\n"
    "二、原因剖析\n图省事，总想往后放。\n三、整改措施\n"
    "（一）守时报数。报表当天送到县里，数据由两人复核{0}。\n（二）动真碰硬。物业欠费58件9月底前办完，芦滩渡口救生衣3月底前补齐{1}。\n（三）说到做到。村口路灯3月底前修好，低保名单每月更新。\n"
)


def _found(place, deed):
    text = _TEXT.format(*("；" + deed if n == place else "" for n in range(2)))
    found = analyse(text, EXAMPLE_TEMPLATE).findings
    return [each.span.of(text) for each in found if each.rule == "answer_of_another_matter"]


@pytest.mark.parametrize(
    ("place", "deed"),
    [
        (0, "每周到县体育馆打球3次"),
        (0, "为民警配齐防寒服和手套"),
        (0, "补植行道树80株"),
        (0, "更换档案柜20组"),
        (0, "选派3名骨干外出进修"),
        (0, "组织一次消防演练"),
        (0, "完成公务车辆保养"),
        (1, "举办一次书法展"),
        (1, "每学期讲1次党课"),
        (1, "添置健身器材10套"),
        (1, "看望老干部4次"),
        (1, "更换办公桌椅15套"),
        (1, "组织一次亲子活动"),
    ],
)
def test_a_deed_for_which_no_problem_of_the_aspect_asks(place, deed):
    assert _found(place, deed) == [deed]


@pytest.mark.parametrize(
    ("place", "deed"),
    [
        (0, "统计台账由档案室每月核对一次"),
        (1, "为船工发放救生衣和手套"),
        (1, "每月到渡口夜查两次"),
        (1, "渡口安全大检查每季度一次"),
    ],
)
def test_a_deed_that_one_asks_for(place, deed):
    text = _TEXT.replace("没有复核", "档案没有复核").replace("摆渡。", "摆渡，安全隐患没有查。")
    found = analyse(text.format(*("；" + deed if n == place else "" for n in range(2))), EXAMPLE_TEMPLATE).findings
    assert not [each for each in found if each.rule == "answer_of_another_matter"]
