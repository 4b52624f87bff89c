"""What is left over where a text answers its problems one by one, aspect by aspect."""

from __future__ import annotations

import pytest

from assistant.facts import unpaired
from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_ASPECTS = ("带头强化政治忠诚方面", "带头担当作为方面", "改进作风方面", "自律方面")
_PROBLEMS = (
    ("报表压着不报。物资盘点表拖了九天", "路灯的事拖着。柳湾村村口路灯坏了"),
    ("欠费纠纷压着。物业欠费积了58件", "防汛名单旧了。转移晚了四个小时，责任人换了没有登", "水渠堵着。三个村浇不上地"),
    ("渡口抓得松。芦滩渡口救生衣缺了12件", "公示栏不更新。低保名单还贴着前年的"),
    ("用车不登记。派车单补签了三次", "接待管得不严。陪餐多了两人"),
)
_MEASURES = (
    ("物资盘点表每月报一次", "柳湾村村口路灯3月底前修好"),
    ("物业欠费58件9月底前办完", "防汛责任人名单4月底前重登，转移演练两次", "三个村的水渠5月底前清淤"),
    ("芦滩渡口救生衣2月底前补齐12件", "低保名单每月更新，公示栏重做"),
    ("派车单当天登记签字", "陪餐不超一人，接待先报"),
)
_NUMBERS = "一二三四"


def _found(problems=_PROBLEMS, measures=_MEASURES):
    text = "一、存在的突出问题\n"
    for number, name in enumerate(_ASPECTS):
        text += f"（{_NUMBERS[number]}）{name}\n" + "".join(
            f"{n}.{each}。\n" for n, each in enumerate(problems[number], 1)
        )
    text += "二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
    for number, name in enumerate(_ASPECTS):
        text += f"（{_NUMBERS[number]}）{name[:-2]}\n" + "".join(
            f"{n}.{each}。\n" for n, each in enumerate(measures[number], 1)
        )
    facts = analyse(text, EXAMPLE_TEMPLATE).facts
    (asked,) = facts.asked
    found = unpaired.find(facts, asked)
    return found and found.section.heading


def _without(groups, group, number):
    return [[each for n, each in enumerate(those) if (g, n) != (group, number)] for g, those in enumerate(groups)]


@pytest.mark.parametrize(("group", "number"), [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (3, 0)])
def test_the_problem_whose_measure_is_gone(group, number):
    assert _found(measures=_without(_MEASURES, group, number)) == _PROBLEMS[group][number].split("。")[0]


@pytest.mark.parametrize(("group", "number"), [(0, 1), (1, 1), (3, 1)])
def test_the_measure_whose_problem_is_gone(group, number):
    assert _found(problems=_without(_PROBLEMS, group, number)) in _MEASURES[group][number]


def test_each_has_its_own():
    assert _found() is None


def test_where_two_aspects_differ_nothing_is_said():
    assert _found(measures=_without(_without(_MEASURES, 0, 0), 2, 0)) is None


def test_a_measure_that_answers_two_problems_leaves_none_over():
    both = (
        _MEASURES[0],
        ("物业欠费58件9月底前办完", "防汛责任人名单4月底前重登，三个村的水渠5月底前清淤，浇上地"),
        *_MEASURES[2:],
    )
    assert _found(measures=both) != "水渠堵着"
