"""Which of the days that a notice names are whose: the first of all, and those of a subject that has a later one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from assistant.templates.notice.days.named import NamedDay
from assistant.templates.notice.kept_subjects import heading_subjects
from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.notice.values import Found
from assistant.templates.template import MeetingKind, Subject

_OF_THE_LEADER = re.compile(
    "(?:[0-9]{1,2}[.、]|（[^（）]{1,3}）|[①-⑳])?[^，。；、和及与班成员]{0,8}(?:书记|主要负责(?:同志|人)|主要领导|一把手)(?:同志)?的?(?:个人)?(?:对照检查|检视剖析|发言)*(?:材料|提纲)"
)
_STOP = re.compile("[，。；：\n]")


def first(page: Page, found: Iterable[NamedDay]) -> Found[datetime.date] | None:
    """Give the earliest day, so that no deadline passes unseen."""
    earliest = min(found, key=lambda each: each.day, default=None)
    return page.found(earliest.day, *earliest.span) if earliest else None


def by_subject(
    page: Page, kind: MeetingKind, subjects: tuple[Subject, ...], found: list[NamedDay]
) -> Mapping[Subject, Found[datetime.date]]:
    """Give the subjects whose first day is not the first of all (「班子材料25日前，个人提纲30日前」)."""
    whose = _whose(page, kind, subjects, found)
    own: dict[Subject, Found[datetime.date]] = {}
    for subject in subjects:
        mine = first(page, (each for each, names in zip(found, whose, strict=True) if subject in names))
        if mine and mine.value != min(each.day for each in found):
            own[subject] = mine
    return MappingProxyType(own)


def of_these(page: Page, kind: MeetingKind, subjects: tuple[Subject, ...], found: list[NamedDay]) -> list[NamedDay]:
    """Keep the days that are not another subject's alone."""
    whose = _whose(page, kind, subjects, found)
    return [each for each, names in zip(found, whose, strict=True) if {*names} & {*subjects}] or found


def _whose(
    page: Page, kind: MeetingKind, subjects: tuple[Subject, ...], found: list[NamedDay]
) -> list[tuple[Subject, ...]]:
    return [() if (whose := _of_one_day(page, kind, each)) is None else whose or subjects for each in found]


def _of_one_day(page: Page, kind: MeetingKind, day: NamedDay) -> tuple[Subject, ...] | None:
    """Tell whose a day is; none where nothing says it, None where it is of the one who leads them alone."""
    for words in _nearest(page, day):
        if named := subjects_in(words, kind):
            return None if _OF_THE_LEADER.match(words) else named
    return heading_subjects(page, day.span.start, kind) or ()


def _nearest(page: Page, day: NamedDay) -> Iterator[str]:
    """Yield the words that may say whose a day is: its clause, those before it, all it governs, the row it stands in."""
    flat, at = page.flat, day.at or day.span.start
    if not day.of:
        stop = _STOP.search(flat, at, day.span.end)
        ends = stop.start() if stop else max(day.span.end, at)
        begins = max(clause_start(flat, at, "，。；：\n"), day.span.start)
        yield flat[begins:at]
        yield flat[begins:ends]
        # 「发言提纲9日前交初稿，16日前交定稿」: the second is of the same
        yield from reversed(_STOP.split(flat[clause_start(flat, at, "。；\n") : at]))
    yield day.words
    yield page.row_name(at)
