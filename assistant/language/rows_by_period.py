"""Rows told by the periods or batches that a whole is done in: 「目标5000万元，四个季度依次为1200万元、…」.

The row is of the whole where it has as many numbers as periods are told, or where it names each of them and the whole is
told as what is left (「余下的37个村按一季度12个、二季度15个、三季度10个推进」): then it comes to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.language.figures import Figure, standing_in
from assistant.language.numbering import value_of
from assistant.language.reckoned import EVEN, PERCENT, Reckoned, alike
from assistant.language.rows_of_figures import LEAVES_OVER
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later

_N = "[2-9]|1[0-2]|[两二三四五六七八九十]"
_PERIOD = "季度|批次?|期|个月|阶段|轮|步|年|个年度"
# 「四个季度依次为」, 「分三批进行，依次为」, 「一至四季度分别完成」, 「3月、4月、10月分别植」
_IN_TURN = "(?:依次|分别|先后|逐[季月批年]|每[季月批年][^，。；0-9]{0,2}依次)(?:[^，。；：、0-9多少增减]{0,5})"
_TOLD = compiled_later(
    f"(?:[^。；0-9]{{0,16}}?(?:(?P<split>分(?:成|为|作)?)?(?<![0-9第、前后近头首一二三四五六七八九十])(?P<n>{_N})个?(?P<period>{_PERIOD})|(?P<all>一(?:至|到|—|-)四季度|[全各每]个?季度|四季))"
    f"(?:[^。；：0-9不]{{0,10}}，)?[^，。；：、0-9率量]{{0,2}}?"
    f"|[^。；：]{{0,16}}?(?P<months>(?:[0-9]{{1,2}}月份?[、和]){{1,11}}[0-9]{{1,2}}月份?)){_IN_TURN}$"
)
_NAMED = compiled_later(
    "(?:第?[一二三四]季度|[0-9]{1,2}月份?|第[一二三四五六]批|[上下]半年|首批|20[0-9]{2}年)[^，。；：、0-9多少增减率]{0,4}$"
)
_JOINT = compiled_later(
    "[、和，](?![^，。；0-9]*(?:依次|分别|先后|其中|共))(?:[^，。；：、0-9]{0,6}|[^，。；：、]{0,3}月份?[^，。；：、0-9]{0,2})"
)
_IS_PERIOD = compiled_later(_PERIOD)  # 四个季度 are no number of the row
_WHAT_IS_LEFT = compiled_later("余下|剩|其余|全部|所有|尚有|还有")
_OPEN = compiled_later("不少于|不低于|至少|以上|累计|达到|比|率|同比|最")
_QUARTERS = 4
_FEWEST = 2  # a whole and a row of two are three
_WORDS = ("依次", "分别", "先后", "逐", "余下", "剩", "其余", "全部", "所有", "尚有", "还有")
_NO_WHOLE = frozenset((*PERCENT, "", "年", "个百分点", "个月", "季度"))


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield the rows that do not come to the whole whose periods they name or count."""
    if len(figures) <= _FEWEST or not any(word in text for word in _WORDS):
        return  # as of nearly all
    at = 0
    while at < len(figures) - 1:
        row = _row(text, figures, at)
        if len(row) > 1:
            yield from _judged(text, figures[:at], row)
        at += max(len(row), 1)


def _row(text: str, figures: Sequence[Figure], at: int) -> list[Figure]:
    """Give the numbers of one unit that are joined by 、 from one on."""
    row = [figures[at]]
    for each in figures[at + 1 :]:
        if not alike(row[0], each) or each.is_round or not _JOINT.fullmatch(text, row[-1].span.end, each.span.start):
            break
        row.append(each)
    return row


def _judged(text: str, before: Sequence[Figure], row: list[Figure]) -> Iterator[Reckoned]:
    begin = piece_start(text, row[0].span.start, "。；\n")
    here = standing_in(before, begin, row[0].span.start)
    wholes = [each for each in here if alike(each, row[0]) and not _IS_PERIOD.match(text, each.span.end)]
    if not wholes or row[0].unit in _NO_WHOLE or row[0].is_round or wholes[-1].is_round:
        return
    whole = wholes[-1]
    lead = text[whole.span.end : row[0].span.start]
    due = sum(each.value for each in row)
    if (
        _OPEN.search(lead)
        or any(abs(due - each.value) <= EVEN * due for each in wholes)
        or max(each.value for each in row) > whole.value
    ):
        return
    told = _TOLD.search(lead)
    counted = told is not None and _periods(told) == len(row)
    named = [
        _NAMED.search(text, piece_start(text, each.span.start, "，。；：、", whole.span.end), each.span.start)
        for each in row
    ]
    of_rest = all(named) and _WHAT_IS_LEFT.search(whole.before)
    complete = of_rest or (told is not None and _is_complete(told))
    if (counted or of_rest) and (due > whole.value or (complete and not LEAVES_OVER.match(text, row[-1].span.end))):
        yield Reckoned((whole, *row[:-1]), row[-1], due)


def _is_complete(told: re.Match[str]) -> bool:
    """Tell whether the periods are all there are: a year's four quarters, or those that the whole is split into."""
    return bool(told["all"] or told["split"] or (told["period"] == "季度" and _periods(told) == _QUARTERS))


def _periods(told: re.Match[str]) -> int:
    """Tell how many periods are told: by their number, as all quarters of a year, or by the months named."""
    if told["months"]:
        return told["months"].count("月")
    return _QUARTERS if told["all"] else value_of(told["n"])
