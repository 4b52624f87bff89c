"""Words for a deadline that name no day: 「下周五前」「会议召开前5个工作日」「时间另行通知」; they are left to the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.templates.notice.days.named import issued
from assistant.templates.notice.days.purposes import GIVEN, HELD, MATERIAL
from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.days.written import near_day
from assistant.templates.notice.nearby import clause_after, clause_before
from assistant.templates.notice.page import Page
from assistant.text import Span

_NUMBER = "[0-9一二三四五六七八九十]+"
_VAGUE = re.compile(
    f"(?:会议?|召开)前{_NUMBER}(?:个工作日|[天日])"  # reckoned from the meeting
    r"|(?:下周|本周|下个?月|次月|当月|本月|近期|(?<![0-9一二三十])月底)[^，。；\n]{0,6}?前"  # in this week, in the next month
    f"|(?:春节|元旦|学期结束|放假)前(?:{_NUMBER}(?:个工作日|[天日]))?"  # before a holiday, or so many days before it
    "|(?<![月0-9年至到—-])(?<!工作)[0-3]?[0-9][号日](?:下班)?(?:之|以)?前"  # a day of no month
    r"|(?:今[天晚日]|明[天早晚日]|后天)[^，。；、\n]{0,6}前"  # reckoned from the notice's own day
    r"|(?<![（日号])(?:周|星期)[一二三四五六日天](?!（)[^，。；、\n]{0,6}前"  # a weekday that stands beside no date
)
_TOLD_LATER = re.compile(
    "(?:会议?|生活会|召开|开会|报送|提交|上报|交稿|提纲|材料)[^，。；：\n]{0,4}(?:时间|日期)[^。；：\n]{0,6}?(?P<words>另行(?:通知|确定|告知|安排)|待定|待通知)"
)
_MEETS = re.compile("会|召开")
_AFTERWARDS = re.compile("会后|整改方案|情况报告")


def deadlines(page: Page, wanted: list[Span]) -> Iterator[tuple[DayOf, str]]:
    """Yield the words for a deadline that name no day, after what it is a deadline of.

    「本月25日前」 names one where the notice tells its own date.
    """
    is_dated = issued(page) is not None
    for sentence in wanted:
        text = sentence.of(page.flat)
        if MATERIAL.search(text) and GIVEN.search(text) and not _AFTERWARDS.search(text):
            for match in _VAGUE.finditer(text):
                if is_dated and (day := near_day(match[0])) and day.start() == 0:
                    continue
                clause = clause_before(text, match.start()) + match[0] + clause_after(text, match.end())
                held = HELD.search(clause) and not GIVEN.search(clause)
                yield DayOf.MEETING if held else DayOf.HANDING_IN, match[0]


def told_later(page: Page, wanted: list[Span]) -> Iterator[tuple[DayOf, str]]:
    """Yield the words by which a day is left to a later notice, after what it is the day of."""
    for sentence in wanted:
        for match in _TOLD_LATER.finditer(page.flat, *sentence):
            yield DayOf.MEETING if _MEETS.search(match[0]) else DayOf.HANDING_IN, match["words"]
