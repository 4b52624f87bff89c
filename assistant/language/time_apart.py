"""How far two dates are apart, where the text says it too: 「原定10月封顶，实际12月封顶，推迟2个月」, 「从3月10日到14日，共5天」.

A month without more may be its beginning or its end. Two of them are as many months apart as their numbers; beside 月初,
中旬, 月底 or a day the other may lie anywhere in its month. Where a year is not written, it is the one before, or the
next if the month would else lie back.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.language.figures import Date
from assistant.language.numbering import value_of
from assistant.patterns import compiled_later
from assistant.text import Span

_NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_TELLING = "等|压|搁置|搁|停|推迟|延迟|延期|延后|延误|滞后|逾期|超期|拖期|拖延|拖|晚|迟|提前|早|历时|用时|耗时|间隔|相隔|隔|差|跨度|长达|持续|足足|整整|前后"
_JOINTS = "至到—－~～-"
CUES = ("个月", "个半月", *(f"{number}天" for number in "0123456789一二两三四五六七八九十"))  # of `find`
YEAR_CUES = tuple(f"{joint}20" for joint in _JOINTS)  # of `years`
# what is said after the second date, and nothing else counted in between
_SAID = compiled_later(
    f"(?P<when>月?(?:底|末|初|[上中下]旬)?)[^。；0-9]{{0,26}}[，（](?!个别|有的|最)[^，。；0-9]{{0,2}}?(?P<word>{_TELLING})(?:[报交开办缴到补批][报交了到]?)?(?:了|达)?(?P<about>近|将近|约|大约|整整|足足)?"
    f"(?P<number>{_NUMBER})(?P<more>多|余)?(?P<unit>个月|个半月|天)(?![之以]?[内前])"
)
_BETWEEN = compiled_later("[^。；0-9]{0,24}(?:20[0-9]{2}年)?[^。；0-9]{0,2}")
# Between two days what happened may be told at length, with other numbers in it
_BETWEEN_DAYS = compiled_later("[^。；]{0,70}")
# Between two days of two sentences: what was let lie is told to have come on the second at last
_BETWEEN_SENTENCES = compiled_later("[^；]{0,90}")
_AT_LAST = compiled_later("才|方才|直到|[到至]$")
_FROM_ONE_TO_THE_OTHER = ("前后", "间隔", "相隔", "隔")
_NOT_OF_THEM = compiled_later("每|分别|平均|比|其他|另")
_PART = {"初": 0.0, "上旬": 0.2, "中旬": 0.5, "下旬": 0.8, "底": 1.0, "末": 1.0}
_WHEN = compiled_later("份?(?P<part>底|末|初|[上中下]旬)")
# All the time between, not 逾期: of a term
_WHOLE_TIME = (
    "等",
    "压",
    "搁置",
    "搁",
    "停",
    "拖",
    "拖延",
    "历时",
    "用时",
    "耗时",
    "前后",
    "间隔",
    "相隔",
    "隔",
    "足足",
    "整整",
    "持续",
    "长达",
    "跨度",
)
_SOONER = ("提前", "早")
_SLACK = 0.4  # of a month
_YEARS = compiled_later(
    f"(?<![0-9])(?P<first>20[0-9]{{2}})年?(?:度)?[{_JOINTS}](?P<last>20[0-9]{{2}})年度?，?(?:的|这|连续|历时|前后|共|整整)?(?P<number>{_NUMBER})(?:个)?(?P<unit>年)(?=间|内|来|里|时间|，|。|连续|都|共|均)"
)


class Apart(NamedTuple):
    """Two dates, how far apart they are told to be, and how far they are."""

    span: Span
    first: str
    last: str
    said: str
    due: str


def find(text: str, dates: Sequence[Date]) -> Iterator[Apart]:
    """Yield the pairs of dates that are not as far apart as is said behind them.

    Where more dates are told, it may be said of an earlier one: 「原定10月，调整到3月，又推迟到6月，前后晚了8个月」.
    """
    for at, (first, last) in enumerate(pairwise(dates)):
        said = _SAID.match(text, last.span.end)
        between = text[first.span.end : last.span.start]
        if said is None or not (first.exists and last.exists):
            continue
        of_days = first.day and last.day and said["unit"] == "天" and said["word"] in _WHOLE_TIME
        of_two = of_days and "。" in between and _comes_at_last(text, last, said)
        if not (_BETWEEN_SENTENCES if of_two else _BETWEEN_DAYS if of_days else _BETWEEN).fullmatch(between):
            continue
        if _NOT_OF_THEM.search(between + said[0]) or said["more"]:
            continue
        due = _off(text, first, last, said)
        begin = 0 if of_two else text.rfind("。", 0, first.span.start) + 1
        earlier = (each for each in dates[:at] if each.span.start >= begin and each.exists)
        if due and all(_off(text, each, last, said) != "" for each in earlier):
            yield _apart(text, first, last, said, due)


def _comes_at_last(text: str, last: Date, said: re.Match[str]) -> bool:
    """Tell whether the time behind a day is told to be the one that went by until then, and not what began with it."""
    before = text[max(0, last.span.start - 3) : last.span.start]
    told = text[last.span.end : said.start("word")]
    return said["word"] in _FROM_ONE_TO_THE_OTHER or bool(_AT_LAST.search(before) or _AT_LAST.search(told))


def _off(text: str, first: Date, last: Date, said: re.Match[str]) -> str | None:
    """Tell how far two dates are apart where it is not what is told; empty where it is, None where that is open."""
    told = value_of(said["number"]) + 0.5 * ("半" in said["unit"])
    if said["unit"] == "天":
        days = _days(first, last)
        if days is None:
            return _off_in_days(text, first, last, said, told)
        right = told in (days, days + 1) or (said["about"] and abs(days - told) <= 0.2 * told)
        return "" if right else f"{days}天"
    ranges = list(_months(text, first, last, said["word"]))
    slack = 1.0 if said["about"] in ("近", "将近", "约", "大约") else _SLACK
    if any(most <= 0 or least - slack <= told <= most + slack for least, most in ranges):
        return ""
    return "或".join(_told(*each) for each in ranges)


def _apart(text: str, first: Date, last: Date, said: re.Match[str], due: str) -> Apart:
    span = Span(first.span.start, said.end())
    return Apart(span, first.span.of(text), last.span.of(text), f"{said['number']}{said['unit']}", due)


def _off_in_days(text: str, first: Date, last: Date, said: re.Match[str], told: float) -> str | None:
    """Do the same of dates without a day: 「5月底」, 「7月上旬」. It is open where one is told as a month and no more."""
    ranges = list(_months(text, first, last, said["word"]))
    if any(most <= 0 or (least - _SLACK) * 30 <= told <= (most + _SLACK) * 30 for least, most in ranges):
        return ""
    if said["word"] not in _WHOLE_TIME or _in_month(text, first) is None or _in_month(text, last) is None:
        return None
    return "或".join(f"约{round(least * 30)}天" for least, _ in ranges)


def years(text: str) -> Iterator[Apart]:
    """Yield spans of years that are told to be another number of years: 「2022年至2024年五年间」."""
    for match in _YEARS.finditer(text):
        due = int(match["last"]) - int(match["first"])
        if due > 0 and value_of(match["number"]) not in (due, due + 1):
            said = f"{match['number']}年"
            yield Apart(Span(*match.span()), f"{match['first']}年", f"{match['last']}年", said, f"{due + 1}年")


def _days(first: Date, last: Date) -> int | None:
    if first.day is None or last.day is None:
        return None
    year = first.year or 2025
    begin = datetime.date(year, first.month, first.day)
    end = datetime.date(last.year or year, last.month, last.day)
    if end < begin and last.year is None:
        end = end.replace(year=year + 1)
    return abs((end - begin).days)


def _months(text: str, first: Date, last: Date, word: str) -> Iterator[tuple[float, float]]:
    """Yield how many months lie between two dates at least and at most; two answers where the year is open."""
    one, other = _in_month(text, first), _in_month(text, last)
    whole = last.month - first.month
    if first.year and last.year:
        whole += 12 * (last.year - first.year)
    wholes = [whole] if whole >= 0 else [-whole] if word in _SOONER else [whole + 12, -whole]
    begin, end = one or (0.0, 1.0), other or (0.0, 1.0)
    for each in wholes:
        yield (each, each) if one is None and other is None else (each + end[0] - begin[1], each + end[1] - begin[0])


def _told(least: float, most: float) -> str:
    low, high = max(0, round(least)), round(most)
    return f"{high}个月" if low == high else f"{low}至{high}个月"


def _in_month(text: str, date: Date) -> tuple[float, float] | None:
    """Give where in its month a date lies; nothing where that is not said."""
    if date.day is not None:
        return (date.day - 1) / 30, date.day / 30
    when = _WHEN.match(text, date.span.end)
    return (_PART[when["part"]], _PART[when["part"]]) if when else None
