"""The measure that stands where another belongs: strange to all told before, where a problem is left without its own."""

from __future__ import annotations

import pytest

from assistant.facts import exchanged_measure
from assistant.review.material import Memo, analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

_PROBLEMS = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n"
    "1.报表压着不报。防汛物资盘点表拖了九天，仓库编织袋缺了300条，水务站催过两次。\n"
    "2.路灯的事拖了四个月。柳湾村村口路灯坏了，供电所来看过，线路图一直没有找到。\n"
    "3.补贴发得慢。育秧大棚补贴压了半年，账册对不上，农户跑了三趟。\n"
    "（二）带头担当作为方面\n"
    "4.欠费纠纷压着不办。物业欠费积了58件，调解员只有两人，业主委员会没有请来。\n"
    "5.渡口安全抓得松。芦滩渡口救生衣缺了12件，船工证书过期，夜间还在摆渡。\n"
    "二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
)
_ANSWERS = (
    "防汛物资盘点表每月报一次，仓库编织袋3月底前补足300条",
    "柳湾村村口路灯3月底前修好，请供电所把线路图补上",
    "育秧大棚补贴2月底前发到农户手里，账册当月对清",
    "物业欠费58件9月底前调解完，业主委员会每月请来一次",
    "芦滩渡口救生衣2月底前补齐12件，船工证书过期的停止摆渡",
)
_GARDEN = "4月底前改建机关花园，移栽樱花二十株，铺设鹅卵石步道"


def _text(answers, opening="（{}）把事办好。"):
    numbers = "一二三四五"
    return _PROBLEMS + "".join(f"{opening.format(numbers[n])}{each}。\n" for n, each in enumerate(answers))


def _by_number(answers):
    return _PROBLEMS + "（一）逐条改。" + "".join(f"针对问题{n}，{each}。" for n, each in enumerate(answers, 1)) + "\n"


def _found(text, memo=None):
    facts = analyse(text, EXAMPLE_TEMPLATE, memo=memo).facts
    (asked,) = facts.asked
    found = exchanged_measure.find(facts, asked)
    return found and (found.said.of(text).lstrip("，"), found.problem.section.heading)


def _with(place, answer):
    return [*_ANSWERS[:place], answer, *_ANSWERS[place + 1 :]]


@pytest.mark.parametrize("written", [_text, _by_number])
@pytest.mark.parametrize(("place", "problem"), [(0, "报表压着不报"), (2, "补贴发得慢"), (4, "渡口安全抓得松")])
def test_a_measure_of_another_matter_leaves_its_problem_alone(written, place, problem):
    assert _found(written(_with(place, _GARDEN))) == (_GARDEN, problem)


@pytest.mark.parametrize("written", [_text, _by_number])
def test_measures_that_take_up_their_problems_are_right(written):
    assert _found(written(_ANSWERS)) is None


@pytest.mark.parametrize(
    "answer",
    [
        f"{_ANSWERS[2]}；{_GARDEN}",  # the problem has its own beside it
        "4月底前改建机关花园，移栽樱花，育秧大棚、账册、农户、补贴一并看",  # takes up words told before
        "每周到机关花园读原著两小时，写心得二十篇",  # may be done about any fault
        "改建机关花园，移栽樱花，铺设鹅卵石步道",  # nothing that can be looked for afterwards
    ],
)
def test_one_end_alone_is_not_said(answer):
    assert _found(_text(_with(2, answer))) is None


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        (f"育秧、大棚、补贴、账册、农户另说；{_GARDEN}", None),
        ("大棚、账册、农户另说；4月底前改建小学花园，移栽樱花二十株，铺设鹅卵石步道", "补贴发得慢"),  # 小学 is no study
        ("大棚、账册、农户另说；4月底前改建机关花园，仓库边移栽樱花，铺设鹅卵石步道", None),
    ],
)
def test_less_of_a_problem_must_be_missing_where_nothing_at_all_is_shared(measure, found):
    assert (_found(_text(_with(2, measure))) or (None, None))[1] == found


def test_a_text_that_answers_in_other_words_is_not_judged():
    others = ["月底前办结", "每月看两次，坏了就修", "当月发完，逐户告知", "9月底前谈成八成", "2月底前配齐，停一停"]
    assert _found(_text([*others[:4], _GARDEN])) is None


def test_where_it_is_not_known_what_answers_what_nothing_is_said():
    assert _found(_text(_with(2, _GARDEN)[:4])) is None  # four measures against five problems of two aspects


def test_what_is_told_is_counted_again_where_it_changed():
    memo = Memo()
    strange = _text(_with(2, _GARDEN))
    known = strange.replace("农户跑了三趟", "农户跑了三趟，机关花园、樱花、鹅卵石步道倒是都改建了")

    assert [_found(text, memo) is None for text in (strange, known, strange, known)] == [False, True, False, True]


# By aspects: three measures, each against the two problems of an aspect.
_SIX = (
    _PROBLEMS.replace(
        "二、原因剖析\n",
        "（三）改进作风方面\n6.培训走过场不实。渔政执法证考前培训只开了半天，题库没有印发。\n7.公示栏不更新。低保名单还贴着前年的，玻璃碎了两块没有换。\n二、原因剖析\n",
    )
    + "（一）{}。\n（二）欠费58件9月底前调解完，业主委员会每月请来一次；芦滩渡口救生衣2月底前补齐12件，船工证书过期的停止摆渡。\n"
    "（三）渔政执法证考前培训每次两天，题库印发到人；公示栏低保名单每月更新，玻璃3月底前换好。\n"
)
_OF_FIRST = f"{_ANSWERS[0]}；{_ANSWERS[1]}；{{}}"


def _left(text):
    facts = analyse(text, EXAMPLE_TEMPLATE).facts
    (asked,) = facts.asked
    left = exchanged_measure.left_alone(facts, asked)
    return left and left.section.heading


def test_the_problem_of_which_the_measures_at_its_place_take_up_nothing_is_left_alone():
    assert _left(_SIX.format(_OF_FIRST.format("月底前逐项办好"))) == "补贴发得慢"
    assert _left(_SIX.format(_OF_FIRST.format(_ANSWERS[2]))) is None


def test_it_is_not_said_twice_of_an_exchanged_measure():
    text = _SIX.format(_OF_FIRST.format(_GARDEN))

    assert _found(text) == (_GARDEN, "补贴发得慢")
    assert _left(text) is None


@pytest.mark.parametrize(
    "elsewhere",
    [
        "育秧大棚补贴账册压了半年的，农户跑了三趟，也一并了结",  # it is taken up at another place
        "把事办好",  # more than one is left alone
    ],
)
def test_what_may_be_meant_elsewhere_is_not_said_to_be_left_alone(elsewhere):
    text = _SIX.format(_OF_FIRST.format("月底前逐项办好"))
    text = text.replace("公示栏低保名单每月更新，玻璃3月底前换好", elsewhere)

    assert _left(text) is None


def test_a_measure_that_takes_up_a_word_of_its_problem_is_in_its_place():
    assert _found(_text(_with(2, f"补贴的事以外，{_GARDEN}"))) is None
