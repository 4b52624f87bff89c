"""整改清单 of this year: the material's problems with their measures, and what was said to the writer at the meeting.

A view of `correspondence` and of the opinions that the draft keeps. Next year's `carry` reads it back: the columns bear
the names that facts/last_year/list_table looks for, and each measure has a row of its own, so that it has its own deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.anchors import locate
from assistant.decisions import Profile
from assistant.facts import items
from assistant.facts.items import Item
from assistant.facts.last_year.list_table import NO_PROBLEM
from assistant.patterns import compiled_later
from assistant.review.correspondence import CAUSE, MEASURE, PROBLEM, Correspondence, Line
from assistant.review.opinions import names_proposer
from assistant.rounds import AT_MEETING, Answer, Opinion
from assistant.templates.template import Template

COLUMNS = ("序号", "方面、来源", "问题", "原因", "整改措施", "完成时限", "责任人")
_SAID_AT_IT = "会上批评意见"
_MONTH = "(?:(?:20[0-9]{2}年|今年|明年|本年|次年)?[0-9一二三四五六七八九十]{1,3}月(?:[0-9]{1,2}日|份)?|(?:今|明|本|次|当)?年|[一二三四]季度|上半年|下半年|本月|当月|月)"
_DEADLINE = compiled_later(
    f"{_MONTH}(?:底|末|上旬|中旬|下旬)?(?:之?前|以内)|{_MONTH}(?:底|末|内)|会后[0-9一二两三十半]+(?:个)?(?:工作日|天|日|周|月)(?:之?内|以内)?"
)
# 「2026年每季度驻村2天，6月底前办结」: the year is said once, for what follows in the sentence
_YEAR_FOR_ALL = compiled_later(
    "(?:^|(?<=[。；，、：.）\\s]))(?:[在自从])?(?P<year>20[0-9]{2}年)(?=每|起|内|全年|上半年|下半年|[一二三四]季度|[0-9一二三四五六七八九十]{1,2}月|，)[^。；\n]*$"
)
_WITHOUT_YEAR = compiled_later("[0-9一二三四五六七八九十]{1,3}月|[一二三四]季度|[上下]半年")


class Entry(NamedTuple):
    """A row of the list; rows of one problem have the same number."""

    number: int
    group: str
    problem: str
    cause: str
    measure: str
    deadline: str
    owner: str
    source: str = ""  # of what somebody said; "" for what the material itself says


def of(found: Correspondence, text: str, opinions: Iterable[Opinion], owner: str = "") -> tuple[Entry, ...]:
    """List what is to be put right. `owner` is who does it, where one person speaks; a deadline is what a measure itself says."""
    entries: list[Entry] = []
    for name, lines in found.groups:
        for line in lines:
            entries += _of_line(len({each.number for each in entries}) + 1, name, line, text, owner)
    for opinion in opinions:
        if taken_up(opinion):
            measure = _answering(opinion, found, text)
            words, until = (items.named(text, measure), _deadline(text, measure)) if measure else ("", "")
            number = len({each.number for each in entries}) + 1
            source = _SAID_AT_IT if opinion.source == AT_MEETING else opinion.source or "意见"
            entries.append(Entry(number, source, opinion.text, "", words, until, owner, source))
    return tuple(entries)


def taken_up(opinion: Opinion) -> bool:
    """Tell what is put right after the meeting: what was said at it, and what the writer has put off until then."""
    return opinion.source == AT_MEETING or opinion.answer is Answer.AFTER


def _of_line(number: int, group: str, line: Line, text: str, owner: str) -> Iterator[Entry]:
    if line.item.kind is PROBLEM:
        causes, measures = ((cell.others if cell else ()) for cell in map(line.cell, (CAUSE, MEASURE)))
        cause = "；".join(items.named(text, each) for each in causes)
        problem = items.named(text, line.item)
        for measure in measures or (None,):
            said = items.named(text, measure) if measure else ""
            yield Entry(number, group, problem, cause, said, _deadline(text, measure), owner)
    elif line.item.kind is MEASURE:  # it was promised, whichever problem it is against
        said = items.named(text, line.item)
        yield Entry(number, NO_PROBLEM, NO_PROBLEM, "", said, _deadline(text, line.item), owner)


def _deadline(text: str, measure: Item | None) -> str:
    """Give the times by which a measure says it is to be done, in its order; "" where it names none."""
    said = measure.span.of(text) if measure else ""
    found = dict.fromkeys(_with_year(said, match) for match in _DEADLINE.finditer(said))
    return "；".join(found)


def _with_year(said: str, deadline: re.Match[str]) -> str:
    before = _YEAR_FOR_ALL.search(said[: deadline.start()]) if _WITHOUT_YEAR.match(deadline[0]) else None
    return f"{before['year']}{deadline[0]}" if before else deadline[0]


def _answering(opinion: Opinion, found: Correspondence, text: str) -> Item | None:
    """Give the measure that an opinion was taken into (并入整改措施)."""
    span = locate(opinion.anchor, text) if opinion.answer is Answer.MEASURE and opinion.anchor else None
    measures = found.of_kind(MEASURE)
    return next((each for each in measures if span and each.start <= span.start < each.span.end), None)


def table(entries: Iterable[Entry]) -> list[tuple[str, ...]]:
    """Lay the list out under COLUMNS."""
    return [
        (str(each.number), each.group, each.problem, each.cause, each.measure, each.deadline, each.owner)
        for each in entries
    ]


def title(profile: Profile, template: Template | None) -> str:
    """Name the list by who puts right and for which year, as far as that is known: 「林知远2025年度整改清单」."""
    alone = template is not None and template.subject.of_one
    who = profile.name if alone and profile.name else profile.unit
    year = f"{template.year}年度" if template and template.year else ""
    return f"{who}{year}整改清单"


def told(entries: Iterable[Entry]) -> str:
    """Say what stands in the list, and what is left to fill in."""
    entries = tuple(entries)
    counts = (
        (len({each.number for each in entries if not each.source and each.problem != NO_PROBLEM}), "个问题"),
        (sum(each.source == _SAID_AT_IT for each in entries), f"条{_SAID_AT_IT}"),
        (sum(each.source not in ("", _SAID_AT_IT) for each in entries), "条记为“会后整改”的意见"),
    )
    held = "、".join(f"{count}{unit}" for count, unit in counts if count)
    gaps = {
        "整改措施": sum(not each.measure for each in entries),
        "完成时限": sum(not each.deadline for each in entries),
        "责任人": sum(not each.owner for each in entries),
    }
    empty = "、".join(f"“{name}”{count}处" for name, count in gaps.items() if count)
    named = "、".join(dict.fromkeys(name for each in entries if each.source and (name := names_proposer(each.problem))))
    return (
        f"列入{held}。"
        + (f"尚未填写的有{empty}，请按本单位要求填写。" if empty else "")
        + (f"意见里写有提意见人的姓名（{named}），请核对是否需要保留。" if named else "")
    )
