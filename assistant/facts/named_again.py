"""Numbers that are told again with the noun behind them, one digit off: 「查完39所学校」, where all other places tell 37.

In clean texts two numbers of several digits with the same unit and noun are hardly ever but a digit apart, unless they are
problems, measures or projects, of which there are several sets. So it is told where every other place agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
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
_OF_OTHERS = compiled_later("其[他余]|另|新|抽|余|剩|减|增|由|从|[到至为]$|约|近|超|过|以|[去上]年|[0-9]年$")
_SOME_OF_THEM = compiled_later("[^，。；]{0,4}[中里]")
_NAME = 4  # characters on each side of a number that name what it counts


class Named(NamedTuple):
    """A number of several digits: the sentence it stands in, and the pairs of characters behind and before it."""

    figure: Figure
    sentence: Span
    behind: tuple[str, ...]
    before: frozenset[str]


@cued(*CUES)
def named(paragraph: ParagraphFacts) -> tuple[Named, ...]:
    """Give the numbers of a paragraph that may be told again elsewhere."""
    return tuple(
        Named(
            each,
            sentence_at(paragraph.text, each.span.start),
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


class Differing(NamedTuple):
    """Where a number stands, and its noun, and where another of that noun."""

    span: Span
    noun: str
    other: Span


def find(facts: Facts, material: MaterialFacts) -> Iterator[Differing]:
    """Yield the numbers that differ from all others of their noun, told before, by a digit."""
    by_unit: dict[str, list[tuple[int, Named]]] = {}
    for start, found in facts.where(named):
        if material.outline.start <= start < material.outline.end:
            for each in found:
                by_unit.setdefault(unit_of(each.figure), []).append((start, each))
    for told in by_unit.values():
        for at, (start, one) in enumerate(told):
            others = [each for place, each in enumerate(told) if place != at and _same(one, each[1])]
            if not others or len({each.figure.value for _, each in others}) > 1:
                continue  # as nearly all
            begin, other = others[0]
            span, before = one.figure.span.shifted(start), other.figure.span.shifted(begin)
            apart = all((begin, each.sentence) != (start, one.sentence) for begin, each in others)
            if apart and before.start < span.start and is_slip(one.figure.value, other.figure.value):
                yield Differing(span, one.behind[0], before)


def _same(one: Named, other: Named) -> bool:
    """Tell whether the noun right behind a number stands beside another too."""
    if not one.behind or not one.figure.after.startswith(one.behind[0]):
        return False
    if one.behind[0] == "意见" and not _SOME_OF_THEM.match(one.figure.after):
        return False  # which many give
    return one.behind[0] in other.behind or (
        one.behind[0] in other.before and len(other.before.intersection(one.behind)) > 1
    )
