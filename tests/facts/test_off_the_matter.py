"""The one statement of the measures that takes up nothing told before, also while the text before it changes."""

from __future__ import annotations

import pytest

from assistant.facts import off_the_matter
from assistant.review.material import Memo, analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_TEXT = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学让位于报表。定的12本书只读完7本，体会写了3篇。\n2.路灯的事拖了四个月。柳湾村答应下个月亮，到十月才亮。\n"
    "（二）带头担当作为方面\n1.欠费纠纷压着不办。积了58件，家长来问过三次，谈成的只有9件。{told}\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
    "（一）把书读完。定的12本书每月读完1本；每季度写体会1篇。\n（二）把事办好。柳湾村的路灯每月去看一次；{measure}；水泵3月底前修好。\n"
    "（三）了结欠费纠纷。58件欠费纠纷逐件谈成；家长来问的当天答；水泵每周看一次。\n"
)
_TILES = "4月底前给院墙贴瓷砖，刷仿古漆两遍"
_PUMP = "水泵坏了没有修。"


def _alone(text, memo=None):
    material = analyse(text, EXAMPLE_TEMPLATE, memo=memo)
    (asked,) = material.facts.asked
    span = off_the_matter.statement_off_the_matter(material.facts, asked)
    return span and span.of(text)


@pytest.mark.parametrize(
    ("told", "measure", "alone"),
    [
        (_PUMP, _TILES, _TILES),
        (f"{_PUMP}院墙也旧了。", _TILES, None),
        (f"{_PUMP}漏水的有17扇。", "4月底前把7扇彩窗贴瓷砖刷仿古漆", None),  # a pair stands in it: it may be another number
        (f"{_PUMP}漏水的有117栋。", "4月底前把17栋彩窗贴瓷砖刷仿古漆", "4月底前把17栋彩窗贴瓷砖刷仿古漆"),
        (f"{_PUMP}漏水的有17栋。", "4月底前把17栋彩窗贴瓷砖刷仿古漆", None),
    ],
)  # fmt: skip
def test_what_is_told_before_is_no_other_matter(told, measure, alone):
    assert _alone(_TEXT.format(told=told, measure=measure)) == alone


def test_what_is_told_is_looked_for_again_where_it_was_changed():
    memo = Memo()
    shared, apart = (_TEXT.format(told=told, measure=_TILES) for told in (f"{_PUMP}院墙也旧了。", _PUMP))

    assert [_alone(text, memo) for text in (shared, apart, shared, apart)] == [None, _TILES, None, _TILES]


def test_what_is_told_of_several_lines_is_what_each_tells():
    lines = ["一、整改措施", "（一）修路灯58盏。柳湾村的路灯每月去看一次，", "", "12盏还没有亮；水泵3月底前修好。"]

    told = off_the_matter.told("\n".join(lines))

    assert told == frozenset().union(*map(off_the_matter.told, lines)) >= {"路灯", "58盏", "12盏", "水泵"}
    assert off_the_matter.told("") == frozenset()


@pytest.mark.parametrize(
    ("problem", "shared"), [("路灯坏了。", 1), ("柳湾村路灯坏了。", 2), ("学习抓得松。", 0), ("", 0)]
)
def test_no_more_is_counted_than_is_enough(problem, shared):
    assert off_the_matter.shared_with(problem, off_the_matter.told_in_lines("柳湾村的路灯\n修好路灯"), 2) == shared
