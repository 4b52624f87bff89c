"""Each day that a sentence names, with the words that say what it is for.

Those are the words from the beginning of its clause to the next day. A day that another is put in place of, that of an
earlier paper and the one beside the signature set nothing and are left out. In a table it is the words of its cell, with the
names of its row and column before them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.templates.notice.days.changed import carried, is_past_paper, superseded
from assistant.templates.notice.days.of_tasks import task_at
from assistant.templates.notice.days.respective import DayOf, respective
from assistant.templates.notice.days.written import TO, by_weekday, date_of, resolved, written
from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.page import Page
from assistant.text import Span

_ISSUED = re.compile(
    r"(?:^|\n|[。！](?=[^\n，。；：]{0,20}20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*(?:\Z|\n附件)))(?:(?:发布|印发|发文)(?:时间|日期)：\s?|[^\n，。；：]{0,40}?)(?P<year>20[0-9]{2})(?:年|[-./])(?P<month>1[0-2]|0?[1-9])(?:月|[-./])(?P<day>[0-3]?[0-9])日?"
    r"(?=$|\n|[^\n，。；]{0,25}(?:来源|浏览|点击|作者)|\s)"
)
_SIGNATURE = re.compile(r"[^，。；：、\n]{0,24}20[0-9]{2}(?:年|[-./])[0-9]{1,2}(?:月|[-./])[0-9]{1,2}日?")
_ABOUT = re.compile("材料|提纲|生活会|会议(?!室)")
_AT_LATEST = re.compile("(?:最[晚迟]|至迟|务必)(?:不得?[晚迟]于|在|于|为)?|不得?[晚迟]于")
_SHARED = 60  # characters behind the next day
_LONGEST_ROW = 6  # days
_BESIDE = re.compile("[^，。；\n]{0,10}、[^，。；\n]{0,16}")
_LONGEST_SIGNATURE = 60  # characters
# of something that is over: 「1月15日召开的」
PAST = re.compile("召开的|以来|印发|通过的|制定的|〔|号）|上一?年度|去年")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day and the clause of `flat` that names it; `of` is what it is for where a row of names says so."""

    day: datetime.date
    span: Span
    words: str
    of: DayOf | None = None
    at: int = 0


def issued(page: Page) -> tuple[datetime.date, Span] | None:
    """Find the notice's own date: the line at its end, else one under its title."""
    found = [match for match in _ISSUED.finditer(page.flat) if date_of(match) is not None]
    if not found:
        return None
    last = found[-1]
    place = last if last.start() > len(page.flat) * 0.6 or last.start() > len(page.flat) - 200 else found[0]
    if place is not last and place.start() > 600:
        return None
    day = date_of(place)
    return (day, Span(place.start("year"), place.end())) if day else None


def named_days(page: Page, sentence: Span, year: int | None, base: datetime.date | None) -> Iterator[NamedDay]:
    """Yield the days that a sentence sets; `year` is the one under review, `base` the notice's own date."""
    flat = page.flat
    matches = [match for match in written(flat, sentence) if match["day"] or match.groupdict().get("part")]
    places = [Span(*match.span()) for match in matches]
    former, rows = superseded(page, sentence, places), respective(page, sentence, places)
    explicit: int | None = None  # the year that was named last
    for n, match in enumerate(matches):
        explicit = int(match["year"]) if match["year"] else explicit
        replaced = n in former and n not in rows  # 「由1月10日推迟至1月14日」
        if replaced or is_past_paper(flat, *match.span()) or _is_signature(page, sentence, match):
            continue
        if n + 1 < len(matches) and TO.fullmatch(flat, match.end(), matches[n + 1].start()):
            continue  # 「12月中旬至1月中旬」: the last day counts
        day = resolved(match, explicit, year, base) or by_weekday(flat, match)
        if day is None or PAST.search(re.split("[\n\t]", flat[match.end() : match.end() + 6])[0]):
            continue
        place = _governed(flat, sentence, places, n)
        if n in rows:
            words = rows[n].name + flat[match.start() : place.end]
            yield NamedDay(day, sentence, words, rows[n].of, match.start())
        elif task := task_at(page, match.start()):
            place, _ = _within_cell(page, places, n, place)
            yield NamedDay(day, place, task.words + flat[match.start() : place.end], task.of, match.start())
        else:
            place, label = _within_cell(page, places, n, place)
            words = label + place.of(flat) + _shared_with_next(flat, sentence, places, n, place)
            if before := carried(page, sentence, places, former, n):
                words = f"{words}，{before}" if _ABOUT.search(words) else f"{before}{words}"
            yield NamedDay(day, place, words, at=match.start())


def _governed(flat: str, sentence: Span, places: Sequence[Span], n: int) -> Span:
    """Give the words that a day governs: from its clause's beginning, or the day before it, to where the next day's begin."""
    begins = clause_start(flat, places[n].start, "，；。\n", sentence.start)
    if _AT_LATEST.fullmatch(flat, begins, places[n].start):  # 「…报机关党委，最晚不迟于2月24日」
        begins = clause_start(flat, begins - 1, "，；。\n", sentence.start)
    if n:
        ranged = TO.fullmatch(flat, places[n - 1].end, places[n].start)
        begins = max(begins, places[n - 1].start if ranged else places[n - 1].end)
    following = places[n + 1].start if n + 1 < len(places) else sentence.end
    stop = flat.find("；", places[n].end, following)
    ends = stop if stop >= 0 else following
    if n + 1 < len(places) and ends == following:
        cut = max(flat.rfind(stop, places[n].end, ends) for stop in "，、")
        ends = cut if cut > 0 else ends
    return Span(begins, ends)


def _within_cell(page: Page, places: Sequence[Span], n: int, place: Span) -> tuple[Span, str]:
    """Keep to the cell of a row that has days in several, and give the names of its row and column."""
    row = page.tables.row(places[n].start)
    if row is None:
        return place, ""
    cell = row.cells[row.cell_at(places[n].start)]
    beside = (*places[max(0, n - 1) : n], *places[n + 1 : n + 2])
    if all(cell.start <= each.start < cell.end or not row.span.start <= each.start < row.span.end for each in beside):
        return place, ""
    label = f"{page.column_head(places[n].start)}{page.row_name(places[n].start)}"
    return Span(max(place.start, cell.start), min(place.end, cell.end)), label


def _shared_with_next(flat: str, sentence: Span, places: Sequence[Span], n: int, place: Span) -> str:
    """Give what stands behind the last day of a row for all: 「民主生活会1月底前、组织生活会3月底前召开」."""
    if n + 1 == len(places) or flat[place.end : place.end + 1] != "、":
        return ""
    last = n + 1
    while last + 1 < min(len(places), n + _LONGEST_ROW) and _BESIDE.fullmatch(
        flat, places[last].end, places[last + 1].start
    ):
        last += 1
    behind = flat[places[last].end : min(sentence.end, places[last].end + _SHARED)]
    return "，" + re.split("[，。；、\n]", behind)[0]


def _is_signature(page: Page, sentence: Span, match: re.Match[str]) -> bool:
    """Tell whether a day is the notice's own at the end of a paragraph: 「会议时间另行通知。某局党组2026年1月5日」."""
    if not match["year"] or sentence.end - sentence.start > _LONGEST_SIGNATURE:
        return False
    line = page.line(sentence.start)
    alone = _SIGNATURE.fullmatch(page.flat[sentence.start : sentence.end].rstrip())
    return bool(alone and line.start < sentence.start and sentence.end >= line.end)
