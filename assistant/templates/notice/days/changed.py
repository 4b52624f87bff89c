"""Days that a notice only mentions: those it puts off or brings forward, and those on which an earlier notice was issued.

「原定1月15日报送，现推迟到1月22日」 sets the later day alone, wherever between the two its words stand, in the same sentence
or at the beginning of the next; what the first day was for is what the other is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.language.sentences import piece_start
from assistant.templates.notice.days.changed_later import (
    ALL_ALIKE,
    MATERIAL,
    MEETING,
    NEXT,
    TO_ANOTHER,
    VERB,
    is_changed_behind,
    is_changed_next,
)
from assistant.templates.notice.nearby import REACH
from assistant.templates.notice.page import Page
from assistant.text import Span

_WEEKDAY = "(?:（[^（）]{1,6}）)?"
_PUT_OFF = re.compile(f"{_WEEKDAY}(?:日|号)?前?{TO_ANOTHER}")
# 「由1月16日推迟召开，具体时间另行通知」
_CALLED_OFF = re.compile(
    f"{_WEEKDAY}(?:日|号)?(?:前|[上下]午)?(?:的[^，。；]{{0,12}})?(?:推迟|延期|顺延|延后|延迟|暂缓|取消)(?:召开|举行|报送|提交|上报)?(?=[，。；]|$)"
)
_AT_ONCE = re.compile(f"[^，。；：、\\n]{{0,24}}?{TO_ANOTHER}[^，。；：\\n]{{0,6}}$|前?(?:→|⇒|->|—>)$")
_FORMER = re.compile(
    "原(?:定|拟|计划|通知|要求|来|先|时间|为|在|于|是|报送|交稿|发|安排|本)|(?<![日号])前发|前次|前一次|上次通知|此前|先前|早先|前期|(?<![0-9一二三四五六七八九十])日前|曾(?:要求|通知|定)|已(?:发|下发|印发)(?:的)?《|"
    "(?:之前|以前)(?:的|所)?(?:通知|要求|定|发)|(?:把|将|由)(?=[^，。；]{0,20}(?:时间|日期|期限)[^，。；]{0,4}$)"
)
_CHANGED = re.compile(
    # it is put off, to a day or by so many
    f"{TO_ANOTHER}|(?:{VERB})[一二两三四五六七0-9]{{1,2}}(?:天|日|周|个?星期|个?工作日)"
    f"|(?:现|今|经研究|决定|请)[^，。；]{{0,10}}(?:推迟|顺延|延期|延后|延迟|延长|变更)"
    # it is set anew
    f"|现定[于为在]|现(?:要求|请|确定)|以[^，。；]{{0,10}}为准"
    # it is left open, or nothing comes of it
    "|(?:时间|日期|何时)?另行(?:通知|确定|安排|告知)|暂缓|取消|作废|不再执行|待定"
)
_OTHERWISE = re.compile("[，；](?:因[^，；]{1,16}|现|今|后|经[^，；]{1,10}|改)[^，；]{0,12}$")
# a change that names nothing new, so that it is of the day before it
_ONLY_CHANGED = re.compile(
    f"[，；](?:因[^，；]{{1,16}}，|经[^，；]{{1,10}}，)?(?:现|今|已|请|将|拟|统一|一律|决定|经研究|报送|提交|截止|时间|日期|期限){{0,6}}{TO_ANOTHER}"
)
_BEGINS_CHANGED = re.compile(
    f"(?:[^，。；]{{0,16}}，)?(?:经[^，。；]{{1,8}}，?)?(?:现|今|请|决定|已|统一|该?(?:时间|日期|期限))[^，。；]{{0,12}}?(?:{TO_ANOTHER}|定[于为在]|另行|暂缓)|(?:具体)?(?:时间|日期)?(?:另行通知|待定)"
)
# the day of an earlier paper: 「《通知》（1月6日）」「1月6日发的通知」
_OF_A_PAPER = re.compile("(?:》|通知|文件|方案|函|文)[^，。；（）]{0,4}（[^（）0-9]{0,6}$")
_ITS_ISSUE = re.compile(
    "(?:日|号)?[^，。；（）]{0,4}(?:印发|下发|发出|所发|发布|群发|转发|发)[^，。；、]{0,8}(?:《|通知|文件|方案|函)|(?:日|号)?的?(?:《|通知(?![^，。；]{0,8}(?:报|交))|文件)"
)


_NOT_IT = re.compile("(?:不是|并非|而非|不再是|原)$")
_OLD_BESIDE_NEW = re.compile("[日号]前?（原[^，。；（）0-9]{0,6}$")
_SIGNS = re.compile(f"{_FORMER.pattern}|{_CHANGED.pattern}|不再执行|作废|不是|并非")
_A_DAY = re.compile("月[0-9一二三四五六七八九十]{1,3}[日号]")


def is_unsettled(sentence: str, at: int) -> bool:
    """Tell whether another day than the one `at` a place may be meant: something was changed, and a day comes after it."""
    end = sentence.find("月", at)
    around = sentence[:at].rpartition("，")[2] + sentence[at : max(end, at)]
    later = len(_A_DAY.findall(sentence, max(end, at))) > 1
    changed = _SIGNS.search(sentence)
    return bool(changed and (later or _FORMER.search(around)))


def is_past_paper(flat: str, start: int, end: int) -> bool:
    """Tell whether a day is that of an earlier paper, or the old one beside the new: both set nothing themselves."""
    before = flat[max(0, start - 24) : start]
    if _NOT_IT.search(before) or (_OLD_BESIDE_NEW.search(before) and re.match("[^（）]{0,8}）", flat[end : end + 9])):
        return True
    return bool(_OF_A_PAPER.search(flat[max(0, start - 24) : start]) or _ITS_ISSUE.match(flat[end : end + 24]))


def superseded(page: Page, sentence: Span, places: Sequence[Span]) -> set[int]:
    """Give the numbers of those of the days of a sentence, at `places`, that the notice puts another in place of."""
    flat = page.flat
    found: set[int] = set()
    since = sentence.start  # what stands after it may name a former day
    told_before = False  # by an earlier paper
    following = _next_begins_changed(page, sentence)
    for n, place in enumerate(places):
        later = places[n + 1].start if n + 1 < len(places) else sentence.end
        before = flat[max(since, place.start - REACH) : place.start]
        rest = flat[place.end : min(sentence.end, place.end + REACH)]
        at_once = n + 1 < len(places) and _AT_ONCE.fullmatch(flat, place.end, later)
        former = _FORMER.search(before)
        between = flat[place.end : min(later, place.end + REACH)]
        said = flat[max(sentence.start, place.start - REACH) : place.start]
        change = _CHANGED.search(rest)
        changed = change and not _of_another(before, rest, change)
        if (
            _PUT_OFF.match(flat, place.end)
            or _CALLED_OFF.match(flat, place.end, sentence.end)
            or at_once
            or is_changed_behind(said, between, next_day=n + 1 < len(places))
            or (n + 1 == len(places) and is_changed_next(said + rest, _following(page, sentence)))
            or (former and n + 1 < len(places) and _OTHERWISE.search(between))
            or (former and (changed or (following and not change)))
            or (told_before and (_ONLY_CHANGED.search(rest) or following))
        ):
            found.add(n)
            if n + 1 < len(places) and ALL_ALIKE.search(between):
                found.update(_of_one_row(flat, places, n))
        told_before = told_before or is_past_paper(flat, *place)
        if change and place.end + change.start() < later:
            since = later
    return found


def _of_one_row(flat: str, places: Sequence[Span], n: int) -> Iterator[int]:
    """Yield the numbers of the days before one that stand in its half of the sentence: 「…12日前，均推迟至16日」."""
    for k in range(n - 1, -1, -1):
        if places[k + 1].start - places[k].end > REACH or re.search(
            "[；。]", flat[places[k].end : places[k + 1].start]
        ):
            return
        yield k


def _of_another(before: str, rest: str, change: re.Match[str]) -> bool:
    """Tell whether what is changed is not what the day was set for: 「原定1月15日报送的提纲请抓紧，会议改在1月28日」."""
    begins = piece_start(rest, change.start(), "，；")
    if begins == 0:
        return False
    was, now = before + rest[: begins - 1], rest[begins : change.end()]
    alone = (MEETING, MATERIAL) if MEETING.search(now) else (MATERIAL, MEETING) if MATERIAL.search(now) else None
    return bool(alone and not alone[0].search(was) and alone[1].search(was))


def carried(page: Page, sentence: Span, places: Sequence[Span], former: set[int], n: int) -> str:
    """Give the words that say what a day is for which comes in the place of a former one, "" where it does not."""
    flat = page.flat
    before = flat[places[n - 1].end if n else sentence.start : places[n].start]
    if n and n - 1 in former and _CHANGED.search(before):
        settled = next((places[k].end for k in range(n - 1, -1, -1) if k not in former), sentence.start)
        stop = re.compile("[，；]").search(flat, settled, places[n].start) if settled > sentence.start else None
        return flat[stop.end() if stop else sentence.start : places[n].start]
    return continued(page, sentence) if n == 0 else ""


def continued(page: Page, sentence: Span) -> str:
    """Give the sentence before one that changes its day (「…。因工作需要，现顺延至1月22日」), "" for any other."""
    by_itself = NEXT.match(sentence.of(page.flat))
    if not by_itself and not _BEGINS_CHANGED.match(sentence.of(page.flat)):
        return ""
    last = page.sentence(max(sentence.start - 1, 0))
    words = last.of(page.flat)
    of_the_same = page.line(sentence.start).start <= last.start < sentence.start
    sets = by_itself or _FORMER.search(words) or _ITS_ISSUE.search(words)
    return words.rstrip("。；\n") if of_the_same and sets else ""


def _next_begins_changed(page: Page, sentence: Span) -> bool:
    return _BEGINS_CHANGED.match(_following(page, sentence)) is not None


def _following(page: Page, sentence: Span) -> str:
    """Give the words of the next sentence, "" where there is none."""
    following = page.sentence(sentence.end)
    return page.flat[following.start : following.end].lstrip() if following.start >= sentence.end else ""
