"""Lengths side by side: those of a row after 分别, and those of a list, with the bound that one of them has for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.templates.notice.lengths.size import Bound, Size, about, bounded
from assistant.templates.notice.nearby import clause_start

AROUND = "左右|上下|前后|出头"
SOFT_AFTER = re.compile(f"{AROUND}|为宜|为好|为佳|最好")
CHANGED_TO = "(?:调整|修改|更改|变更|压缩|放宽|缩减|改)(?:为|到|至)"
_RESPECTIVE = re.compile("分别|依次")
_LISTED = re.compile("[、和与及][^，。；：、（）0-9]{1,12}?(?:为|在)?")
_UPPER_OR_LOWER = re.compile("(?P<most>上限|最高|最多|至多)|(?P<least>下限|最低|最少|至少)")
_BESIDE = re.compile("[、和与及]|以及")
_PLAIN = {Bound.ABOUT, Bound.RANGE}  # these need no 分别 to be each of its own
_GOES_ON = re.compile(f"，?(?:但|且|并|也|同时|最高|最多|又|应|要|可){{0,4}}(?:{CHANGED_TO})?")


def in_rows(text: str, found: Sequence[Size]) -> Iterator[Size]:
    """Yield the lengths, those that stand in a row after 分别 with its number and the bound that one of them has.

    A second row of as many right behind the first is of the same things: 「分别不少于2000字、1000字，不超过3000字、1500字」.
    """
    runs: list[list[Size]] = []
    for each in found:
        if runs and _BESIDE.fullmatch(text, runs[-1][-1].end, each.start):
            runs[-1].append(each)
        else:
            runs.append([each])
    row = 0
    before: Sequence[Size] = []
    for each_run in _with_those_behind(text, runs):
        run = each_run
        bounds = {each.bound for each in run} - {Bound.BARE}
        since = max(before[-1].end if before else 0, clause_start(text, run[0].start, "；。"))
        said = _RESPECTIVE.search(text, since, run[0].said_at)
        goes_on = before and before[0].row and len(before) == len(run) and _GOES_ON.fullmatch(text, since, run[0].start)
        if len(run) > 1 and not _is_one_range(run, bounds) and (said or goes_on or len(bounds) < 2 or bounds == _PLAIN):
            row += 1
            run = [replace(each, row=row) for each in _alike(text, run, bounds, text[since : run[0].start])]
        before = run
        yield from run


def _is_one_range(run: Sequence[Size], bounds: set[Bound]) -> bool:
    """Tell whether what stands side by side bounds one thing from both sides: 「不少于3000字、不超过4000字」."""
    return (
        bounds == {Bound.LEAST, Bound.MOST}
        and len(run) == 2
        and run[0].range.least <= (run[1].range.most or run[0].said)
    )


def _alike(text: str, run: Sequence[Size], bounds: set[Bound], before: str) -> Iterator[Size]:
    """Yield the lengths of a row, with the bound that one of them has for all; 左右 behind the last holds for all too."""
    around = SOFT_AFTER.search(text[run[-1].start : run[-1].end])
    first_bound = run[0].bound if run[0].start < run[0].said_at else Bound.BARE
    if around and all(each.bound is Bound.BARE or (each is run[0] and first_bound is each.bound) for each in run[:-1]):
        for each in run:
            yield replace(each, range=replace(about(each.said), soft=around[0]), bound=Bound.ABOUT)
        return
    bound = (next(iter(bounds), None) or _bound_of_all(before)) if len(bounds) <= 1 else first_bound
    yield from (bounded(each, bound) for each in run)


def _bound_of_all(before: str) -> Bound:
    """Tell the bound that stands before a row and its names: 「字数上限：班子、个人分别为5000字、4000字」."""
    said = list(_UPPER_OR_LOWER.finditer(before))
    return Bound(said[-1].lastgroup) if said else Bound.BARE


def _with_those_behind(text: str, runs: Sequence[Sequence[Size]]) -> list[Sequence[Size]]:
    """Give the last of a list's bound, or its 左右, to those before it: 「班子5000字、个人3000字以内」."""
    found = list(runs)
    for n in range(len(found) - 2, -1, -1):
        (last, *more), (behind, *others) = found[n], found[n + 1]
        listed = not (more or others) and _LISTED.fullmatch(text, last.end, behind.start)
        if listed and last.bound is Bound.BARE and behind.start == behind.said_at:
            found[n] = [_as_behind(text, last, behind)]
    return found


def _as_behind(text: str, last: Size, behind: Size) -> Size:
    soft = behind.range.soft or (around[0] if (around := SOFT_AFTER.search(text[behind.start : behind.end])) else "")
    if behind.bound is Bound.ABOUT and soft:
        return replace(last, range=replace(last.range, soft=soft), bound=Bound.ABOUT)
    return bounded(last, behind.bound)
