"""Numbers that are told again with the noun behind them, one digit off: 「查完39所学校」, where all other places tell 37.

In clean texts two numbers of several digits with the same unit and noun are hardly ever but a digit apart, unless they are
problems, measures or projects, of which there are several sets. So it is told where every other place agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.known_numbers import unit_of
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.figures import CUES, Figure, is_slip
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_NEVER = frozenset(
    (*"%％‰年岁倍元次天页篇", "", "个月", "个百分点", "人次", "小时", "分钟")
)  # units of what is told of anything
_SEVERAL = ("整改", "措施", "项目", "问题", "工作")  # of which there are several sets
_MEANS_NOTHING = frozenset("的了是被已未没有在为由从和与等比占其余另新全各每年月日个以上下内左右")
_OF_OTHERS = compiled_later(
    "其[他余]|另|新|抽|余|剩|减|增|由|从|[到至]$|(?<![前内起后，、])为$|约|近|超|过|以|[去上]年|[0-9]年$"
)
_SOME_OF_THEM = compiled_later("[^，。；]{0,4}[中里]")
_NAME = 4  # characters on each side of a number that name what it counts


class Named(NamedTuple):
    """A number of several digits: the sentence it stands in, its noun, and the pairs of characters behind and before it."""

    figure: Figure
    sentence: Span
    noun: str  # "" where none stands right behind it, or one that may be of others
    behind: tuple[str, ...]
    before: frozenset[str]


@cued(*CUES)
def named(paragraph: ParagraphFacts) -> tuple[Named, ...]:
    """Give the numbers of a paragraph that may be told again elsewhere."""
    return tuple(
        Named(
            each,
            sentence_at(paragraph.text, each.span.start),
            _noun(each.after),
            _pairs(each.after[:_NAME]),
            frozenset(_pairs(each.before[-_NAME:])),
        )
        for each in paragraph.figures
        if each.value >= 10
        and not each.is_round
        and each.unit not in _NEVER
        and not _OF_OTHERS.search(each.before[-_NAME:])
    )


def _pairs(text: str) -> tuple[str, ...]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return tuple(each for each in pairs if each not in _SEVERAL and _MEANS_NOTHING.isdisjoint(each))


def _noun(after: str) -> str:
    """Give the pair right behind a number; none of opinions, which many give, unless they are some of those told."""
    if not _pairs(after[:2]) or (after.startswith("意见") and not _SOME_OF_THEM.match(after)):
        return ""
    return after[:2]


class Differing(NamedTuple):
    """Where a number stands, and its noun, and where another of that noun."""

    span: Span
    noun: str
    other: Span


def find(facts: Facts, material: MaterialFacts) -> Iterator[Differing]:
    """Yield the numbers that differ from all others of their noun, two of them or told before, by a digit."""
    told: list[tuple[int, Named]] = []
    by_pair: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for start, found in facts.where(named):
        if material.outline.start <= start < material.outline.end:
            for each in found:
                unit = unit_of(each.figure)
                for pair in each.before.union(each.behind):
                    by_pair[unit, pair].append(len(told))
                told.append((start, each))
    for at, (start, one) in enumerate(told):
        if not one.noun:
            continue
        beside = by_pair[unit_of(one.figure), one.noun]
        others = _agreeing(one, (told[place] for place in beside if place != at))
        if not others:
            continue  # as nearly all
        begin, other = others[0]
        span, before = one.figure.span.shifted(start), other.figure.span.shifted(begin)
        apart = all((begin, each.sentence) != (start, one.sentence) for begin, each in others)
        first = before.start > span.start  # told before all others, which agree
        if apart and (not first or len(others) > 1) and is_slip(one.figure.value, other.figure.value):
            yield Differing(span, one.noun, before)


def _agreeing(one: Named, beside: Iterable[tuple[int, Named]]) -> list[tuple[int, Named]]:
    """Give the others of the noun of a number; none where one of them is the same number, or they differ among themselves."""
    others: list[tuple[int, Named]] = []
    for start, each in beside:
        if _same(one, each):
            value = each.figure.value
            if value == one.figure.value or (others and value != others[0][1].figure.value):
                return []  # at once: a long text tells the same a thousand times
            others.append((start, each))
    return others


def _same(one: Named, other: Named) -> bool:
    """Tell whether the noun right behind a number stands beside another too."""
    return one.noun in other.behind or (one.noun in other.before and len(other.before.intersection(one.behind)) > 1)
