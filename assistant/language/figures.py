"""Numbers with their unit, and dates, as values: what sums, repeats and deadlines are judged on.

A figure keeps the words around it in its clause, since what is counted stands before the number (集中学习3次) or after
it (86户租户). Numbers in characters are read where they have a unit (八条, 两项), for in lists of done and undone they mix
with digits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from assistant.language import years
from assistant.language.cues import known
from assistant.language.numbering import value_of
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_HAN = "一二两三四五六七八九十"
_LONG_UNITS = "个百分点|个小时|个月|个半天|人次|平方米|平方公里|公里|小时|分钟|万元|亿元|千元|户次|场次|课时|学时|公斤"
# looked for as a class, in one step
_SHORT_UNITS = "元％%‰份篇场次条项个件户人名位家天起亩字页遍期本批处例吨米岁年周倍成门站套台辆封单村宗节轮班栋间所支块笔张座趟道盏棵株头只组队床桌桶箱袋斤口顿部回种类堂幅枚艘架顶"
_UNITS = f"{_LONG_UNITS}|[{_SHORT_UNITS}]"
# Both begin with a plain class, which is looked for much faster; what must not stand before it is asked behind that.
_IN_DIGITS = compiled_later(
    r"(?P<number>[0-9](?<![0-9.．A-Za-z第].)(?:[0-9]{0,2}(?:,[0-9]{3})+|[0-9]*(?:[.．][0-9]+)?))(?![0-9月日号时点届])\s?"
    rf"(?P<scale>[百千万亿]*(?:[多余来](?=[万亿]|{_UNITS})[万亿]*)?)(?P<unit>{_UNITS}|(?=[^0-9.．A-Za-z]|$))"
)
_COUNTED = "条项个件户次份篇场家名位处座起"
_COUNTED_IN_CHARACTERS = compiled_later(f"[{_COUNTED}](?<=[{_HAN}].)(?<!一起)(?![个月]|一(?!直))")
CUES = known((*"0123456789０１２３４５６７８９", *(number + unit for number in _HAN for unit in _COUNTED)))
_NOT_BEFORE = frozenset("第百千万零几数")
_LONGEST = 3  # characters of such a number
_WIDE_DIGIT = compiled_later("[０-９]")
_ITEM = compiled_later("[0-9]{1,2}[.．](?=[1-9])")  # the number of an item, where its text begins with a number
_WHOLE = frozenset((*"条项个件户名人家次份篇场位处", "人次", "户次"))  # units of which there is no half
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_NO_WORD = compiled_later("[^\u4e00-\u9fff“”]")
_AFTER = compiled_later("[\u4e00-\u9fff“”]*")
_WIDE = {ord(wide): digit for wide, digit in zip("０１２３４５６７８９", "0123456789", strict=True)}
_ROUND = frozenset("多余来")
_new = tuple.__new__  # in half the time that the classes themselves take, of which there are thousands
_FURTHEST = 12  # characters of a clause that are kept on each side
_DAY = "[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
# A month in characters is one only with its year, a day, or its end: 「历时三月」 are three, 「三月三」 is of the old calendar.
_DATE = compiled_later(
    f"(?<![0-9.．])(?:(?P<year>[0-9]{{4}}) ?年 ?)?(?P<month>[0-9]{{1,2}}) ?月(?!刊|份?牙)(?:份? ?(?P<day>{_DAY}) ?[日号])?"
    "|(?<![0-9一二三四五六七八九十几第闰每这那近前逐])(?<!农历|阴历|旧历)(?<![一二三四五六七八九十〇零]年)"
    "(?:(?P<han_year>[0-9]{4}) ?年 ?)?(?P<han_month>元|十[一二]?|[一二三四五六七八九]) ?月"
    f"(?:份? ?(?P<han_day>{_DAY}) ?[日号]|(?(han_year)(?![一二三四五六七八九十])|(?=份|底|末|初(?![一二三四五六七八九十])|[上中下]旬)))"
)
_NUMBERED_MONTH = compiled_later("[0-9元一二三四五六七八九十] ?月")  # in all that `_DATE` finds


class Figure(NamedTuple):
    """A number: where it stands with its unit, how it is written there, and its value."""

    span: Span
    written: str
    value: float
    unit: str
    paragraph: str

    @property
    def is_round(self) -> bool:
        """Whether it says 「120多户」, which may be 126 as well."""
        return not _ROUND.isdisjoint(self.written)

    @property
    def before(self) -> str:
        """Up to twelve characters of its clause before it; looked for when asked, since of most numbers nobody does."""
        start = self.span.start
        return _NO_WORD.split(self.paragraph[max(0, start - _FURTHEST) : start])[-1]

    @property
    def after(self) -> str:
        """Up to twelve characters of its clause after it."""
        end = self.span.end
        found = _AFTER.match(self.paragraph, end, end + _FURTHEST)
        return found[0] if found else ""


class Date(NamedTuple):
    """A month, or a day, with the year where it is written."""

    span: Span
    year: int | None
    month: int
    day: int | None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; the 29th of February may be of a leap year where none is written."""
        if not 1 <= self.month <= 12:
            return False
        year = self.year or 2000
        return self.day is None or 1 <= self.day <= days_in(year, self.month)


def _narrow(paragraph: str) -> str:
    return paragraph.translate(_WIDE) if _WIDE_DIGIT.search(paragraph) else paragraph


def find(paragraph: str) -> tuple[Figure, ...]:
    """Find the figures of a paragraph, in order."""
    text = _narrow(paragraph)
    found: list[Figure] = []
    for match in _IN_DIGITS.finditer(text):
        number, scales, unit = match.groups()
        start, end = match.span()
        if not start and unit in _WHOLE and (item := _ITEM.match(number)):
            start, number = item.end(), number[item.end() :]  # 「4.33件问题案卷」 is the fourth item, and 33
        value = float(number if number.isdecimal() else number.replace(",", "").replace("．", "."))
        for scale in scales:
            value *= _SCALES.get(scale, 1)  # 「多」 says no more than that it is round
        found.append(_new(Figure, (_new(Span, (start, end)), paragraph[start:end], value, unit, paragraph)))
    in_digits = len(found)
    for match in _COUNTED_IN_CHARACTERS.finditer(text):
        start = end = match.start()
        while start and text[start - 1] in _HAN:
            start -= 1
        if end - start <= _LONGEST and not (start and text[start - 1] in _NOT_BEFORE):
            value = float(value_of(text[start:end]))
            span = _new(Span, (start, end + 1))
            found.append(_new(Figure, (span, text[start : end + 1], value, text[end], paragraph)))
    return tuple(sorted(found) if 0 < in_digits < len(found) else found)


def standing_in(figures: Sequence[Figure], begin: int, end: int) -> Sequence[Figure]:
    """Give those of some figures, in order, that begin in a stretch; none of the others is looked at."""
    return figures[bisect_left(figures, ((begin,),)) : bisect_left(figures, ((end,),))]


def dates(paragraph: str) -> tuple[Date, ...]:
    """Find the dates of a paragraph that name a month, in order; in characters where nothing else can be meant."""
    if "月" not in paragraph:
        return ()
    text = _narrow(paragraph)
    if not _NUMBERED_MONTH.search(text):
        return ()
    return tuple(map(_date, _DATE.finditer(years.plain(text))))


def _date(match: re.Match[str]) -> Date:
    year, month, day = (match[name] or match[f"han_{name}"] for name in ("year", "month", "day"))
    return Date(Span(*match.span()), int(year) if year else None, month_of(month), value_of(day) if day else None)


def month_of(written: str) -> int:
    """Read the number of a month, in digits or characters; 元月 is the first."""
    return 1 if written == "元" else value_of(written)


def is_slip(one: float, other: float) -> bool:
    """Tell whether one number is another with one digit changed, or two exchanged."""
    digits, others = f"{one:g}", f"{other:g}"
    differing = [at for at, (a, b) in enumerate(zip(digits, others, strict=False)) if a != b]
    exchanged = len(differing) == 2 and sorted(digits) == sorted(others)
    return len(digits) == len(others) and (len(differing) == 1 or exchanged)
