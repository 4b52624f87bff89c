"""Talks, visits, checks told group by group, and what they come to: 「与书记谈1次，与主任和3名副职各谈2次，共9次」.

A group is told by its number, or by names that no number counts; names may also stand for the number behind them
(「党群部、工会2个部门的负责人」). So there is more than one reading, and what any of them comes to is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import prod
from typing import NamedTuple

from assistant.language.numbering import value_of
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later
from assistant.text import Span

_N = "[0-9]+|[一二两三四五六七八九十]{1,2}"
_DONE = compiled_later(f"(?<![0-9.第一二三四五六七八九十])(?P<n>{_N})(?:人次|户次|村次|家次|[次场遍轮回])")
_GROUP = compiled_later(f"(?<![0-9.第一二三四五六七八九十])(?P<n>{_N})(?:[名位人户家所处]|个(?!月|季|工作日))")
_OF_EACH = compiled_later("各(?![级类项地界方])|每[人名位个户家所处]|分别|逐[一个户人]")
_ALL = compiled_later("(?:共计?|合计|总计|累计)[^，。；、0-9]{0,6}$")
_BETWEEN = compiled_later("以及|[、和与及]")
_BEFORE_THEM = compiled_later("^[^、0-9]{0,14}?[与同和跟对向]")
_OTHERS = compiled_later("(?:其他|其余|另外|另|分管的?|联系的?|本)?")
_AMONG_THEM = compiled_later("两两|相互|互相|互谈")
# How often it comes to is told in another way too: so often a month, of some of them less, once or twice
_NOT_ALONE = compiled_later(
    "每(?:个)?(?:年|半年|季|月|旬|周|星期|天|日|[次场遍轮回])|(?:季度|半年)各|其中|[只仅](?!是)|[0-9一二两三四五六七八九十](?:至|到|[-—–~～、])[0-9一二两三四五六七八九十]+[次场遍轮回]"
    "|[次场遍轮回](?:以上|左右|上下|不等|多)|不少于|至少|平均|[约近][0-9]"
)
_OWNED = compiled_later("的(?=[^的]+$)")
_MOST_GROUPS = 8  # counted one behind the other; what is longer is no such sentence
_LONGEST = 600  # characters of it before its total


class Several(NamedTuple):
    """What the groups before a total come to: `likely` all together, `any` by every reading, of the last of them too."""

    likely: int
    any: frozenset[int]


def before_total(clauses: str) -> Several | None:
    """Give what is told before the last number of times in some clauses of one sentence, which is the total.

    None where it is no total, or nothing is told group by group.
    """
    counts = list(_DONE.finditer(clauses))[-_MOST_GROUPS:]
    if not counts or is_open(clauses) or not _ALL.search(clauses, 0, counts[-1].start()):
        return None
    groups = [each for each in _groups(clauses, counts) if each]
    sums = {0}
    reached: set[int] = set()
    for group in reversed(groups):
        sums = {one + other for one in sums for other in group}
        reached |= sums
    return Several(sum(group[0] for group in groups), frozenset(reached)) if groups else None


def is_open(clauses: str) -> bool:
    """Tell whether it is not told group by group alone, so that what it comes to is not known: 「每季度各1次」, 「与班子成员各谈1次」."""
    if _AMONG_THEM.search(clauses) or _NOT_ALONE.search(clauses):
        return True
    return any(
        len(pieces := _pieces(clauses[piece_start(clauses, each.start(), "，；。") : each.start()])) == 1
        and not _GROUP.search(pieces[0])
        for each in _OF_EACH.finditer(clauses)
    )


def explains(text: str, total: Span, value: float) -> bool:
    """Tell whether a total is that of groups told in its sentence, and comes to it or is judged as such (`reckoned_totals`)."""
    told = text[piece_start(text, total.start, "。；：\n", max(0, total.start - _LONGEST)) : total.end]
    if "各" in told and is_open(told):
        return True
    several = before_total(told)
    return several is not None and (value in several.any or "各" in told)


def _groups(clauses: str, counts: list[re.Match[str]]) -> Iterator[tuple[int, ...]]:
    """Yield how often something was done with each group, the likeliest reading first."""
    begin = 0
    for count in counts[:-1]:
        told = clauses[max(clauses.rfind(stop, begin, count.start()) for stop in "，；") + 1 or begin : count.start()]
        begin, times = count.end(), value_of(count["n"])
        of_each = _OF_EACH.search(told)
        yield tuple(people * times for people in _people(told[: of_each.start()])) if of_each else (times,)
    told = _ALL.sub("", clauses[begin : counts[-1].start()]).rstrip("，")
    told = told[told.rfind("，") + 1 :]
    yield _people(told) if _GROUP.search(told) else ()


def _people(told: str) -> tuple[int, ...]:
    """Give how many may be meant: those counted and the names that no number counts, or those counted alone."""
    pieces = _pieces(told)
    groups = [_GROUP.search(piece) for piece in pieces]
    counted = sum(value_of(each["n"]) for each in groups if each)
    named = groups.count(None)
    stood_for = any(
        each
        and value_of(each["n"]) == at + 1 > 1
        and not any(groups[:at])
        and not _OTHERS.fullmatch(pieces[at][: each.start()])
        for at, each in enumerate(groups)
    )
    likely = counted if stood_for else counted + named
    among = range(counted, counted + named) if any("等" in piece for piece in pieces) else ()
    return tuple(
        dict.fromkeys((likely, counted, *among, *_of_others(pieces)) if counted else (likely, *_of_others(pieces)))
    )


def _pieces(told: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(_BEFORE_THEM.sub("", told)) if piece.strip()]


def _of_others(pieces: Sequence[str]) -> Iterator[int]:
    """Yield how many they are where some are of others: 「3个科室的科长、副科长」, 「4名副职中的3名」, 「3个股室12名同志」."""
    each = [[value_of(group["n"]) for group in _GROUP.finditer(piece)] or [1] for piece in pieces]
    if any(len(numbers) > 1 for numbers in each):
        yield sum(numbers[-1] for numbers in each)
        yield sum(prod(numbers) for numbers in each)
    owned = next((at for at, piece in enumerate(pieces) if _OWNED.search(piece)), None)
    if owned is not None:
        yield sum(numbers[0] for numbers in each[: owned + 1]) * (len(pieces) - owned)
