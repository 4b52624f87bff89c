"""A measure of which nothing below its heading is about the problem at its place."""

from __future__ import annotations

import pytest

from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_BEFORE = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n"
    "1.报表压着不报。防汛物资盘点表拖了九天，仓库编织袋缺了300条，水务站催过两次。\n2.路灯的事拖了四个月。柳湾村村口路灯坏了，供电所来看过，线路图一直没有找到。\n"
    "3.补贴发得慢。育秧大棚补贴压了半年，账册对不上，农户跑了三趟。\n（二）带头担当作为方面\n"
    "4.欠费纠纷压着不办。物业欠费积了58件，调解员只有两人，业主委员会没有请来。\n5.渡口安全抓得松。芦滩渡口救生衣缺了12件，船工证书过期，夜间还在摆渡。\n"
    "二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
)
_HEADINGS = "守时报数", "点亮路灯", "补贴到户", "了结欠费", "守住渡口"
_BODIES = (
    "防汛物资盘点表每月报一次，仓库编织袋3月底前补足300条",
    "柳湾村村口路灯3月底前修好，请供电所把线路图补上",
    "育秧大棚补贴2月底前发到农户手里，账册当月对清",
    "物业欠费58件9月底前调解完，业主委员会每月请来一次",
    "芦滩渡口救生衣2月底前补齐12件，船工证书过期的停止摆渡",
)


def _found(place, body, before=_BEFORE):
    bodies = [*_BODIES[:place], body, *_BODIES[place + 1 :]]
    text = before + "".join(
        f"（{'一二三四五'[n]}）{heading}。{each}。\n"
        for n, (heading, each) in enumerate(zip(_HEADINGS, bodies, strict=True))
    )
    found = analyse(text, EXAMPLE_TEMPLATE).findings
    return [each.span.of(text) for each in found if each.rule == "answer_of_another_matter"]


@pytest.mark.parametrize(
    ("place", "body"),
    [
        (0, "全年走访企业40家，逐家登记用工缺口，5月底前牵线招工200名"),
        (1, "3月底前把三个片区的雨水篦子清掏一遍，堵点逐处拍照存查"),
        (2, "每季度抽查食品摊点60个，过期食品当场封存"),
        (3, "4月底前完成22所小学的校车线路复核，超员车辆停运"),
        (4, "6月底前把9个村卫生室的药柜清点一遍，缺药逐项补足"),
    ],
)
def test_a_body_of_another_matter(place, body):
    assert _found(place, body) == [body]


@pytest.mark.parametrize(
    ("place", "body"),
    [
        (0, "盘点表当天送到水务站，晚一天在会上说明"),
        (1, "路灯坏了三天内修好，修不好的挂牌公布"),
        (3, "每月到小区坐一晚，调解员由两人增加到5人"),
        (4, "夜间停渡，每月上船查两次"),
    ],
)
def test_a_body_in_other_words_of_the_same(place, body):
    assert _found(place, body) == []


def test_who_is_there_is_told_in_other_words():
    before = _BEFORE.replace(
        "路灯的事拖了四个月。柳湾村村口路灯坏了，供电所来看过，线路图一直没有找到。",
        "支部的会到得不齐。应到84人次，缺席15人次，多半推说下村。",
    )
    assert _found(1, "出席率不低于95%，确需请假的先报书记批准，两周内补课", before) == []
