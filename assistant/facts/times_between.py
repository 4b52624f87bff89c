"""Times that lie otherwise than is told: hours between two, days until a date, months within a span, what came before it began.

Each pair is told with both its ends; what another pair of the sentence explains is right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language.figures import Date
from assistant.language.numbering import value_of
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
# 「上午9时已经报告，下午3时才会商，整整耽误了9个小时」, 「14时10分接报，15时50分报出，用时2小时40分」
_LASTS = "耽误|耽搁|拖|晚|迟|等|用|用时|耗时|历时|前后|相隔|相距|间隔|过|延误|滞后|整整|足足|持续|长达|花"
_HOURS = Sought(
    ("个小时", "个多小时", "小时", "个钟头", "分钟"),
    f"(?:{_LASTS})了?(?:近|约|将近|整整|足足)?(?:(?P<number>{_N})(?P<more>个?多|余|个半)?个?(?:小时|钟头)(?:零?(?P<minutes>[0-9]{{1,2}})分钟?)?|(?P<only>[0-9]{{1,3}})(?P<over>多|余)?分钟)(?![之以]?[内前])",
)
_CLOCK = compiled_later(
    "(?:(?:(?<![0-9])(?P<month>[0-9]{1,2})月)?(?<![0-9])(?P<day>[0-9]{1,2})日，?)?(?P<part>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|当晚)?(?<![0-9])(?P<hour>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:时|点钟?)(?![间段候期代])(?:(?P<minute>[0-9]{1,2})分|(?P<half>半))?"
)
_AFTERNOON = ("下午", "傍晚", "晚上", "晚", "夜里", "当晚")
_CLOCKS = 2
# 「离11月1日试供热还有一个多月」
_UNTIL = Sought(
    ("离", "距"),
    f"[离距](?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})日[^，。；0-9]{{0,10}}?(?:已经?|就)?(?P<word>还有|还剩|只有|只剩|仅剩|仅有|不到|不足|已不足|超过)(?:近|约|将近|不到|不足)?"
    f"(?:(?P<number>{_N})(?P<more>多)?(?P<unit>天|周|个星期)|(?P<half>半个月)|(?P<months>{_N})个(?P<over>多)?(?P<and_half>半)?月)",
)
# 「2024年3月至2024年12月，…冒领补贴22个月」
_WITHIN = Sought(
    ("个月",),
    "(?<![0-9])(?P<year>20[0-9]{2})年(?P<first>[0-9]{1,2})月(?:份|底|初)?[至到—－~-](?:(?P<until>20[0-9]{2})年)?(?P<last>[0-9]{1,2})月(?P<between>[^。；]{0,60}?)(?<![0-9第前近约过每])(?P<months>[0-9]{1,3})个月(?![以之]?[前内])",
)
# 「方案2024年10月就已提出，…，到2025年12月已经拖了4个月」
_SINCE_THEN = Sought(
    ("个月",),
    "(?<![0-9])(?P<year>20[0-9]{2})年(?P<first>[0-9]{1,2})月[^。；]{2,60}?(?:到|至|截至|直到)(?P<until>20[0-9]{2})年(?P<last>[0-9]{1,2})月(?:底|初|份)?，?(?P<between>(?:已经?|就|整整|足足|一共|前后|还|仍|又)*(?:拖|过去|历时|搁置|等|压|欠|停|闲置|逾期|超期|空|持续)[^，。；0-9]{0,4}?)了?(?P<months>[0-9]{1,3})个月",
)
# 「2025年4月至6月开展巡察，3月18日反馈问题」
_BEFORE_IT = Sought(
    ("月至", "月到", "月—", "月-"),
    "(?<![0-9])(?P<first>[0-9]{1,2})月(?:[0-9]{1,2}日)?[至到—-](?P<last>[0-9]{1,2})月(?:[0-9]{1,2}日)?[^。；0-9]{2,40}，[^，。；0-9]{0,3}(?P<then>[0-9]{1,2})月(?P<day>[0-9]{1,2}日)?[^，。；]{0,6}?(?:反馈|通报|出具|移交|整改|验收|评估|总结|印发|公布|公示|回访|复查|回头看|下发)",
)
# 「7月18日报上来，7月2日才批下去」: a day of the same month that lies before the one told first
_DAY_BEFORE = Sought(
    ("日才", "号才", "日方才", "日随即", "日随后"),
    "(?<![0-9])(?P<first>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号](?![前至到—])[^。；0-9]{1,40}(?<![0-9])(?P<last>(?P=first))月(?P<then>[0-9]{1,2})[日号](?:方才|才|随即|随后)",
)
_TOLD_BACK = compiled_later("[去上前明今次翌]年|第二年|[0-9]年|每|计划|原定|比")
_LATE = 8  # the month from which a year may end in between
_NOON, _DAY, _NO_LEAP_YEAR = 12, 24, 2025
_A_DAY = compiled_later("[0-9][日号]")
_ANOTHER_DAY = ("每", "次日", "第二天", "隔天", "隔日", "翌日")
_PART_OF_IT = compiled_later("其中|[只仅].{0,4}$|[，。；].{0,8}(?:谈|讲|学|会)[^，。；]{0,6}$")
_HOUR, _MINUTES = 1.0, 0.1  # by which hours may be off, and where both are told to the minute


CUES = _DAY_BEFORE.cues | _HOURS.cues | _UNTIL.cues | _WITHIN.cues | _SINCE_THEN.cues | _BEFORE_IT.cues


class Told(NamedTuple):
    """Where a time is told that is none, and what is to be said of it."""

    span: Span
    message: str


def find(facts: ParagraphFacts) -> Iterator[Told]:
    """Yield the times of a paragraph that are not what its dates and hours come to."""
    for match in _HOURS(facts):
        yield from _hours(facts.text, match)
    for match in _UNTIL(facts):
        yield from _until(facts, match)
    for match in _WITHIN(facts):
        yield from _within(match)
    for match in _SINCE_THEN(facts):
        due = 12 * (int(match["until"]) - int(match["year"])) + int(match["last"]) - int(match["first"])
        if due > 0 and abs(due - int(match["months"])) > 1:
            message = f"此处写{match['year']}年{match['first']}月到{match['until']}年{match['last']}月，相隔{due}个月，又写“{match['months']}个月”。"
            yield Told(Span(*match.span()), message)
    for match in _DAY_BEFORE(facts):
        if int(match["then"]) < int(match["day"]) and not _TOLD_BACK.search(match[0]):
            message = (
                f"此处先写{match['first']}月{match['day']}日，后写“{match['last']}月{match['then']}日”，先后似颠倒。"
            )
            yield Told(Span(*match.span()), message)
    for match in _BEFORE_IT(facts):
        first = int(match["first"])
        then = int(match["then"])
        if not (1 <= first <= 12 and 1 <= then < first) or _TOLD_BACK.search(match[0]):
            continue
        if first >= _LATE and then <= first - _LATE + 1:
            continue  # which may be of the next year
        yield Told(Span(*match.span()), f"此处先写{first}月，后写“{then}月”，月份的先后似颠倒。")


def _hours(text: str, said: re.Match[str]) -> Iterator[Told]:
    """Yield how long something took, where no two hours of its sentence are so far apart."""
    begin = sentence_at(text, said.start()).start
    clocks = list(_CLOCK.finditer(text, begin, said.start()))
    if len(clocks) < _CLOCKS or any(word in text[begin : said.end()] for word in _ANOTHER_DAY):
        return
    if _PART_OF_IT.search(text, clocks[-1].end(), said.start()):
        return
    if any(_A_DAY.search(text, one.end(), other.start()) for one, other in pairwise(clocks)):
        return  # on which of the days the second was is not told beside it
    told = int(said["only"]) / 60 if said["only"] else value_of(said["number"]) + int(said["minutes"] or 0) / 60
    told += 0.5 * ("半" in (said["more"] or ""))
    exact = (said["only"] or said["minutes"]) and all(clock["minute"] for clock in clocks)
    off = _MINUTES if exact else min(_HOUR, told) if said["only"] else _HOUR
    if any(abs(each - told) <= off for one, other in combinations(clocks, 2) for each in _apart(one, other)):
        return
    apart = min(_apart(*clocks[-2:]), default=0.0)
    rough = said["more"] or said["over"]
    if apart > 0 and (told > apart + off or not rough):
        message = f"此处写“{clocks[-2][0]}”到“{clocks[-1][0]}”，相隔约{_in_words(apart)}，又写“{said[0]}”。"
        yield Told(Span(clocks[-2].start(), said.end()), message)


def _in_words(apart: float) -> str:
    hours, minutes = divmod(round(apart * 60), 60)
    return (f"{hours}小时" if hours else "") + (f"{minutes}分钟" if minutes or not hours else "")


def _apart(one: re.Match[str], other: re.Match[str]) -> tuple[float, ...]:
    """Give how many hours may lie between two clocks; of the second it need not be said that it is in the afternoon."""
    days = _days(one, other)
    if days is None:
        return ()
    apart = days * _DAY + _of_day(other) - _of_day(one)
    return tuple(each for each in ((apart,) if other["part"] else (apart, apart + _NOON)) if each > 0)


def _days(one: re.Match[str], other: re.Match[str]) -> int | None:
    """Give how many days lie between two clocks; a second one without a date is of the same day, None where it is open."""
    if not other["day"]:
        return 0
    month = one["month"] or other["month"] or "1"
    dates = [Date(Span(0, 0), None, int(each["month"] or month), int(each["day"] or 0)) for each in (one, other)]
    if not all(each.day and each.exists for each in dates):
        return None
    begin, end = (
        datetime.date(_NO_LEAP_YEAR, each.month, min(each.day or 1, 28 if each.month == 2 else 31)) for each in dates
    )
    return (end - begin).days if end >= begin else None


def _of_day(clock: re.Match[str]) -> float:
    hour = value_of(clock["hour"]) + (int(clock["minute"]) / 60 if clock["minute"] else 0.5 if clock["half"] else 0)
    return hour + _NOON if clock["part"] in _AFTERNOON and hour < _NOON else hour


def _until(facts: ParagraphFacts, match: re.Match[str]) -> Iterator[Told]:
    """Yield what is told to be left until a date, held against the date told last before it."""
    begin = sentence_at(facts.text, match.start()).start
    before = [each for each in facts.dates if begin <= each.span.start < match.start() and each.day and each.exists]
    if not before:
        return
    goal = Date(Span(0, 0), before[-1].year, int(match["month"]), int(match["day"]))
    if not goal.exists or before[-1].day is None:
        return
    days = (
        datetime.date(2025, goal.month, min(int(match["day"]), 28))
        - datetime.date(2025, before[-1].month, min(before[-1].day, 28))
    ).days
    if days < 0:
        days += 365
    least, most = _lasting(match)
    if not least - 3 <= days <= most + 3:
        message = f"此处由{before[-1].month}月{before[-1].day}日到{match['month']}月{match['day']}日约{days}天，又写“{match[0][match.start('word') - match.start() :]}”。"
        yield Told(Span(before[-1].span.start, match.end()), message)


def _lasting(match: re.Match[str]) -> tuple[float, float]:
    """Give between how many days what is told lies; of 不到 up to it."""
    if match["half"]:
        days, over = 15.0, 0.0
    elif match["months"]:
        days, over = 30.0 * value_of(match["months"]) + 15 * bool(match["and_half"]), 30.0 * bool(match["over"])
    else:
        each = 1.0 if match["unit"] == "天" else 7.0
        days, over = each * value_of(match["number"]), 0.5 * each * value_of(match["number"]) * bool(match["more"])
    if "不" in match[0][match.start("word") - match.start() :]:
        return 0.0, days
    return (days * 0.85, days + over) if match["word"] != "超过" else (days, 2 * days + 30)


_OTHER_TIMES = compiled_later("[0-9]月|[0-9]年|共[0-9]+人|分别")


def _within(match: re.Match[str]) -> Iterator[Told]:
    year, until = int(match["year"]), int(match["until"] or match["year"])
    due = 12 * (until - year) + int(match["last"]) - int(match["first"]) + 1
    if 0 < due < int(match["months"]) and not _OTHER_TIMES.search(match["between"]):
        message = f"此处写{match['year']}年{match['first']}月至{until}年{match['last']}月，只有{due}个月，又写“{match['months']}个月”。"
        yield Told(Span(*match.span()), message)
