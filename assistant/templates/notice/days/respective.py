"""Days that are named one after the other for things named one after the other.

「会议召开时间、材料报送时间分别为1月22日、1月18日」: the first day is the meeting's, the second the materials'. Where both are
changed (「分别由1月15日、1月10日调整为1月22日、1月18日」), the days in the last row count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from assistant.templates.notice.page import Page
from assistant.text import Span


class DayOf(Enum):
    """What a day is set for."""

    MEETING = "meeting"
    HANDING_IN = "handing in"
    OTHER = "other"


class Named(NamedTuple):
    """The name in whose place a day stands, and what it is of."""

    name: str
    of: DayOf


_NAMES = "(?:[^，。；：、和与及分依各\n]{2,18}(?:[、和与及]|以及)){1,5}[^，。；：、和与及分依各\n]{2,18}"
_RESPECTIVELY = re.compile("，?(?:分别|依次)")
_ROW = re.compile(f"(?P<names>{_NAMES})$")
_LONGEST = 100  # characters of a row of names
_BETWEEN = re.compile("[^，。；：、]{0,12}?(?:[、和与及]|以及)|，")
_AND = re.compile("[、和与及]|以及")
_HANDING_IN = re.compile("报送|提交|上报|上交|交稿|截稿|材料|提纲|报审|送审")
_MEETING = re.compile("会议|生活会|召开|开会")
_WHOSE = re.compile("班子|个人|党员|支部|成员")
_OTHER = re.compile("初稿|学习|谈心|谈话|征求|动员|整改|测评|评议|方案|议程|记录")


def respective(page: Page, sentence: Span, places: Sequence[Span]) -> dict[int, Named]:
    """Tell what those of the days of a sentence, at `places`, are for that stand in a row beside a row of names.

    Of a row of former days and one of new days the former are of nothing. Where the rows do not match, no day is known
    to be the meeting's or the materials' if both are named; else the names do not matter, and nothing is told.
    """
    said = _RESPECTIVELY.search(page.flat, *sentence)
    row = _ROW.search(page.flat, max(sentence.start, said.start() - _LONGEST), said.start()) if said else None
    after = [n for n, place in enumerate(places) if said and place.start >= said.end()]
    if row is None or not after:
        return {}
    names = _AND.split(row["names"])
    if _HANDING_IN.search(row["names"]):
        kinds = [DayOf.HANDING_IN if _WHOSE.search(name) else _kind(name) for name in names]
    else:
        kinds = [_kind(name) for name in names]
    rows = _rows(page.flat, [(n, places[n]) for n in after])
    if len(rows) > 2 or any(len(each) != len(names) for each in rows):
        mixed = DayOf.MEETING in kinds and DayOf.HANDING_IN in kinds
        return dict.fromkeys(after, Named("", DayOf.OTHER)) if mixed else {}
    former = {n: Named("", DayOf.OTHER) for each in rows[:-1] for n in each}
    return former | {n: Named(name, of) for n, name, of in zip(rows[-1], names, kinds, strict=True)}


def _rows(flat: str, days: Sequence[tuple[int, Span]]) -> list[list[int]]:
    rows = [[days[0][0]]]
    for (_, before), (n, place) in pairwise(days):
        if _BETWEEN.fullmatch(flat, before.end, place.start):
            rows[-1].append(n)
        else:
            rows.append([n])
    return rows


def _kind(name: str) -> DayOf:
    if _OTHER.search(name):
        return DayOf.OTHER
    if _HANDING_IN.search(name):
        return DayOf.HANDING_IN
    return DayOf.MEETING if _MEETING.search(name) else DayOf.OTHER
