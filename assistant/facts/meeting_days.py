"""The days of a meeting as its material tells them: when it is held, what was done before it, when it was signed.

Of most of them the year is not written. What is held of a year under review is held from its last months to the first
of the next, so a month tells the year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.language import figures
from assistant.language.figures import Date
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_HELD = compiled_later(
    "(?:（[^（）]{1,4}）)?(?:上午|下午|晚上)?[^，。；0-9]{0,6}?(?:召开|举行|召集|开)[^，。；]{0,24}?(?:(?P<year>20[0-9]{2})年度?[^，。；]{0,12}?)?(?:民主|组织)生活会"
)
_NOT_DONE = compiled_later("将|拟|定于|定在|原定|计划|准备|打算|预计|会后|要求|通知|要在|底?前(?!，)")
_YET_TO_COME = compiled_later("(?:底|中旬|上旬|下旬|初)?(?:之?前|以前)|起|[^，。；]{0,3}(?:将|拟|要)")
_ELSEWHEN = compiled_later("去年|上年|前年|往年|以来|学习教育|主题教育|印发|文件|第[0-9]+号")
_LAST_EARLY = 4  # the last month that belongs to the year after the one under review
_FIRST_LATE = 9  # the first month in which the meeting of a year is prepared


class Told(NamedTuple):
    """A day as it is written, and the first day that is meant."""

    span: Span
    day: datetime.date
    sentence: Span


def signed(facts: Facts, material: MaterialFacts) -> datetime.date | None:
    """Give the last day that the name lines, or the date below the text, can mean; nothing where they name no year and month."""
    lines = material.outline.byline_span.of(facts.years_in_digits)
    date = next((each for each in figures.dates(lines) if each.year and each.exists), None)
    if date is None:
        last = facts.years_in_digits[material.outline.start : material.outline.end].rstrip().rpartition("\n")[2]
        alone = last.strip("（() ）")
        date = next((each for each in figures.dates(alone) if each.year and each.exists), None)
        date = date if date and date.span.of(alone) == alone else None
    if date is None or date.year is None:
        return None
    return datetime.date(date.year, date.month, date.day or days_in(date.year, date.month))


def signed_day(facts: Facts, material: MaterialFacts) -> datetime.date | None:
    """Give the day of the name lines, where they name one and not the month alone."""
    lines = material.outline.byline_span.of(facts.years_in_digits)
    date = next((each for each in figures.dates(lines) if each.year and each.day and each.exists), None)
    return datetime.date(date.year, date.month, date.day) if date and date.year and date.day else None


def held(facts: Facts, material: MaterialFacts) -> Told | None:
    """Give the day on which the preface says that the meeting of the year under review is held."""
    return facts.once(_held, material)


def _held(facts: Facts, material: MaterialFacts) -> Told | None:
    year = facts.year(material)
    if year is None:
        return None
    for start, date in _dates(facts, material):
        match = _HELD.match(facts.years_in_digits, start + date.span.end)
        if match and date.day and (match["year"] is None or int(match["year"]) == year):
            return _told(facts, start, date, year)
    return None


def is_usual(facts: Facts, year: int) -> bool:
    """Tell whether the meeting is the usual one of a year; a special one may be at any time."""
    return facts.template is not None and facts.template.name.startswith(f"{year}年度")


def usually_held(year: int) -> str:
    """Say when the usual meetings of a year are held."""
    return f"{year}年度的会议一般在{year}年12月至{year + 1}年3月召开"


def is_in_season(day: datetime.date, year: int) -> bool:
    """Tell whether the meeting of a year may be prepared or held on a day: from its second half to the middle of the next."""
    return datetime.date(year, 7, 1) <= day < datetime.date(year + 1, 7, 1)


def prepared(facts: Facts, material: MaterialFacts) -> Sequence[Told]:
    """Give the days on which the preface says that something was done for the meeting of the year under review."""
    return facts.once(_prepared, material)


def _prepared(facts: Facts, material: MaterialFacts) -> Sequence[Told]:
    year = facts.year(material)
    if year is None:
        return ()
    found: list[Told] = []
    for start, date in _dates(facts, material):
        told = _told(facts, start, date, year)
        if told is None or _HELD.match(facts.years_in_digits, told.span.end):
            continue
        clause = clause_at(facts.text, told.span.start)
        before = facts.text[clause.start : told.span.start]
        if _NOT_DONE.search(before) or _YET_TO_COME.match(facts.text, told.span.end):
            continue
        if not _ELSEWHEN.search(told.sentence.of(facts.text)):
            found.append(told)
    return found


def _dates(facts: Facts, material: MaterialFacts) -> Iterator[tuple[int, Date]]:
    preface = material.outline.preface_span
    for start, paragraph in facts.paragraphs_from(preface.start, preface.end):
        for date in paragraph.dates:
            if date.exists:
                yield start, date


def _told(facts: Facts, start: int, date: Date, year: int) -> Told | None:
    """Give a day with its year, where that is written or follows from the month."""
    if date.year is None and _LAST_EARLY < date.month < _FIRST_LATE:
        return None
    stated = date.year or (year + 1 if date.month <= _LAST_EARLY else year)
    if date.day and date.day > days_in(stated, date.month):
        return None
    span = date.span.shifted(start)
    return Told(span, datetime.date(stated, date.month, date.day or 1), sentence_at(facts.text, span.start))
