"""How days are written in a notice, and which date each of them is.

A day without a year is placed by the notice's own date, else by the year under review; 「1月底」 is the month's last
day, of 「20日至25日」 the last counts. 「本月25日」 and 「下月5日」 are reckoned from the notice's own date alone.
"""

from __future__ import annotations

import datetime
import re

from assistant.language.numbering import value_of
from assistant.language.years import days_in
from assistant.text import Span

_MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DATE = "[0-3]?[0-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_PART = "(?P<part>底|末|上旬|上中旬|中旬|中下旬|下旬)"
_FROM_ISSUE = "本|这个?|下个?"  # which month, as seen on the notice's own day
_DAY = re.compile(
    rf"(?:(?P<year>20[0-9]{{2}})年)?(?P<month>{_MONTH})月(?:(?P<day>{_DATE})[日号]?(?![0-9个])|{_PART})?"
    rf"(?:（[^（）]{{1,6}}）)?(?:[-—–~～至到]+(?:(?:20[0-9]{{2}}年)?(?P<to_month>{_MONTH})月)?(?P<to_day>{_DATE})日)?"
)
_NEAR_DAY = re.compile(
    rf"(?P<year>(?!))?(?P<month>{_FROM_ISSUE})月(?:(?P<day>{_DATE})[日号](?![0-9个])|{_PART})"
    rf"(?:（[^（）]{{1,6}}）)?(?:[-—–~～至到]+(?:(?P<to_month>{_FROM_ISSUE}|{_MONTH})月)?(?P<to_day>{_DATE})日)?"
)
_DOTTED = re.compile(r"(?<![0-9.])(?P<year>20[0-9]{2})[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>[0-3]?[0-9])(?![0-9])")
# 1.8前, 1/8下班前, 于1.8交: without a year, and only where it is a day by which
_SHORT = re.compile(
    r"(?<![0-9.．/月日第-])(?:(?P<year>20[0-9]{2})年)?"
    r"(?P<month>1[0-2]|0?[1-9])[./-](?P<day>[0-3]?[0-9])(?![0-9./-])"
    r"(?=(?:日|号)?(?:（[^（）]{1,6}）)?(?:上午|下午|中午|晚上?|下班|[0-9]{1,2}[:：点时][0-9]{0,2})*(?:之?前|截止|交|定稿|报))"
)
_WEEKDAY = re.compile("(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
TO = re.compile("[-—–~～至到]+")
_MEETINGS_OF = range(2025, 2032)  # years that a notice without one may be of


def written(flat: str, sentence: Span) -> list[re.Match[str]]:
    """List the days of a sentence in their order: with `day`, or the `part` of a month, or the month alone."""
    found = [match for style in (_DAY, _NEAR_DAY, _DOTTED, _SHORT) for match in style.finditer(flat, *sentence)]
    return sorted(found, key=lambda match: match.start())


def resolved(
    match: re.Match[str], explicit: int | None, year: int | None, base: datetime.date | None
) -> datetime.date | None:
    """Tell which date a day is; `explicit` is the year that the sentence last named. None where no year is known."""
    groups = match.groupdict()
    which, month = explicit, value_of(match["month"])
    if not month:
        if base is None:
            return None
        which, month = _month_from(base, match["month"])
    elif which is None and base is not None:
        which = base.year + (month < base.month)
    elif which is None and year is not None:
        which = year + (month < 6)
    if which is None:
        return None
    if groups.get("to_day"):
        later = _later(groups.get("to_month"), month, base)
        return _made(which + (later < month), later, value_of(groups["to_day"]))
    last = days_in(which, month)
    ends = {"底": last, "末": last, "下旬": last, "中下旬": last, "中旬": 20, "上中旬": 20, "上旬": 10}
    return _made(which, month, ends[groups["part"]] if groups.get("part") else value_of(match["day"]))


def near_day(text: str) -> re.Match[str] | None:
    """Find a day that is reckoned from the notice's own date (「本月25日」)."""
    return _NEAR_DAY.search(text)


def _month_from(base: datetime.date, said: str) -> tuple[int, int]:
    """Give the year and the month that are meant by 本 or 下, as seen on a day."""
    ahead = base.month - 1 + said.startswith("下")
    return base.year + ahead // 12, ahead % 12 + 1


def _later(said: str | None, month: int, base: datetime.date | None) -> int:
    """Give the month in which a stretch of days ends that begins in `month`."""
    if not said:
        return month
    return value_of(said) or (_month_from(base, said)[1] if base else month)


def by_weekday(flat: str, match: re.Match[str]) -> datetime.date | None:
    """Tell the year of a day from its weekday (「周五（1月9日）」), where one year alone has it so."""
    around = flat[max(0, match.start() - 5) : match.start()] + flat[match.end("day") : match.end() + 6]
    weekday = _WEEKDAY.search(around)
    if weekday is None or not match["day"]:
        return None
    wanted = min("一二三四五六日天".index(weekday["day"]), 6)
    days = [_made(year, value_of(match["month"]), value_of(match["day"])) for year in _MEETINGS_OF]
    fitting = [day for day in days if day and day.weekday() == wanted]
    return fitting[0] if len(fitting) == 1 else None


def date_of(match: re.Match[str]) -> datetime.date | None:
    """Give the date of a day that is written with its year; None where there is no such day."""
    return _made(int(match["year"]), int(match["month"]), int(match["day"]))


def _made(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
