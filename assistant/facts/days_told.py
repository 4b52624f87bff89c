"""Days that the calendar, or each other, contradict: 「1月8日、15日、22日三个星期四」, 「8月2日至6日，探亲五天」, 「第二天即10月15日」."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.facts.times_between import Told
from assistant.language.numbering import value_of
from assistant.language.sentences import sentence_at
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_WEEKDAYS = "一二三四五六日"
_WEEKDAY = Sought(
    [name + day for name in ("星期", "礼拜", "周") for day in (*_WEEKDAYS, "天")],
    "(?<![0-9])(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<days>[0-9]{1,2}日(?:[、和及][0-9]{1,2}日)*)"
    "(?:这|，|都是|均为|是|（|的)?(?:(?P<many>[0-9两二三四五六七八九十])个)?(?:星期|礼拜|周)(?P<day>[一二三四五六日天])",
)
_RANGE = "(?P<month>[0-9]{1,2})月(?P<first>[0-9]{1,2})日[至到—-](?:(?P<until>[0-9]{1,2})月)?(?P<last>[0-9]{1,2})日"
# 「8月2日至6日，我到外地探亲五天」
_LASTED = Sought(
    ("日至", "日到", "日—", "日-"),
    f"(?<![0-9]){_RANGE}(?P<between>[^。；，0-9]{{0,12}}，?[^。；，0-9]{{0,14}}?)(?P<days>[0-9]{{1,3}}|[两二三四五六七八九十]{{1,3}})天(?![之以]?[内前后中]|左右|多|才|就)",
)
_NOT_ALL = compiled_later("[有只仅第每约近达前后头超过中]$|其中|每|分别|连续|提前|推迟|晚|隔|下午|上午|夜|周末")
# 「10月11日至14日…，返院后第二天即10月15日」
_DAY_AFTER = Sought(
    ("第二天即", "次日即", "翌日即", "第二天（", "次日（", "第二天也就是", "次日也就是"),
    "(?:第二天|次日|翌日)(?:即|（|也就是)(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日",
)
_NUMBER = compiled_later("[0-9]+")
_DATED = compiled_later("(20[0-9]{2})年[0-9]{1,2}月")
_NO_LEAP_YEAR = 2025
CUES = _WEEKDAY.cues | _LASTED.cues | _DAY_AFTER.cues


def find(facts: ParagraphFacts) -> Iterator[Told]:
    """Yield the days of a paragraph that cannot be as they are told."""
    for match in _WEEKDAY(facts):
        yield from _weekdays(facts.text, match)
    for match in _LASTED(facts):
        yield from _lasted(match)
    for match in _DAY_AFTER(facts):
        yield from _day_after(facts, match)


def _weekdays(text: str, match: re.Match[str]) -> Iterator[Told]:
    month, days = int(match["month"]), [int(each) for each in _NUMBER.findall(match["days"])]
    span = Span(*match.span())
    many = value_of(match["many"]) if match["many"] else len(days)
    if many != len(days):
        yield Told(span, f"此处列出{len(days)}天，又写“{match['many']}个”。")
    elif any((each - days[0]) % 7 for each in days):
        yield Told(span, f"“{match['month']}月{match['days']}”不是同一个星期几。")
    else:
        year = match["year"] or _year_before(text, match.start())
        weekday = _WEEKDAYS.index(match["day"].replace("天", "日"))
        if year and 1 <= month <= 12 and 1 <= days[0] <= days_in(int(year), month):
            due = datetime.date(int(year), month, days[0]).weekday()
            if due != weekday:
                yield Told(span, f"{year}年{month}月{days[0]}日是星期{_WEEKDAYS[due]}，此处写“{match['day']}”。")


def _year_before(text: str, place: int) -> str | None:
    """Give the year of the date told last before a place in its sentence."""
    begin = sentence_at(text, place).start
    years = _DATED.findall(text, begin, place)
    return years[-1] if years else None


def _lasted(match: re.Match[str]) -> Iterator[Told]:
    month, until = int(match["month"]), int(match["until"] or match["month"])
    first, last = int(match["first"]), int(match["last"])
    if not (1 <= month <= 12 and 1 <= until <= 12) or _NOT_ALL.search(match["between"]):
        return
    if first > days_in(_NO_LEAP_YEAR, month) or last > days_in(_NO_LEAP_YEAR, until):
        return
    begin = datetime.date(_NO_LEAP_YEAR, month, first)
    due = (datetime.date(_NO_LEAP_YEAR + (until < month), until, last) - begin).days + 1
    if due > 1 and value_of(match["days"]) != due:
        told = match[0][: match.start("between") - match.start()]
        yield Told(Span(*match.span()), f"“{told}”首尾共{due}天，又写“{match['days']}天”。")


def _day_after(facts: ParagraphFacts, match: re.Match[str]) -> Iterator[Told]:
    """Yield the day after, where none of the days before it in its sentence is the one before."""
    begin = sentence_at(facts.text, match.start()).start
    month, day = int(match["month"]), int(match["day"])
    before = facts.text[begin : match.start()]
    ends = [(int(end["until"] or end["month"]), int(end["last"])) for end in _RANGES.finditer(before)]
    if not ends:
        ends = [(int(each["month"]), int(each["day"])) for each in _DAYS.finditer(before)]
    if not ends or not (1 <= month <= 12 and 1 <= day <= days_in(_NO_LEAP_YEAR, month)):
        return
    eve = datetime.date(_NO_LEAP_YEAR, month, day) - datetime.timedelta(days=1)
    if all((eve.month, eve.day) != each for each in ends):
        told = "{}月{}日".format(*ends[-1])
        yield Told(Span(*match.span()), f"前面写到{told}，此处写“{match[0]}”。")


_RANGES = compiled_later(_RANGE)
_DAYS = compiled_later("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
