"""Numbers of which a text has another with two digits exchanged: 「86户」 beside 「68户」. The rule counted_differently asks what they count.

Most numbers of a text could never be held against another; for speed only those are given that could.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.known_numbers import unit_of
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.figures import Figure
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span
from assistant.text_memory import remembered

NAMING = 6  # characters after a number that name what is counted: 「7个吃水最难的村」
_NEVER_AGAIN = frozenset((*"%％‰年岁倍", "", "个月", "个百分点"))  # what these count is no thing that is told again
_SEVERAL_DIGITS = compiled_later("[1-9][0-9.]*[0-9](?![0-9.]|[多余来])")


class Stated(NamedTuple):
    """A figure of several digits in a paragraph, and the number with its unit."""

    figure: Figure
    digits: str


class Count(NamedTuple):
    """What a paragraph says, where that begins in the text, and the paragraph."""

    start: int
    said: Stated
    paragraph: ParagraphFacts

    @property
    def figure(self) -> Figure:
        return self.said.figure

    @property
    def digits(self) -> str:
        return self.said.digits

    @property
    def span(self) -> Span:
        return self.said.figure.span.shifted(self.start)


def turned_numbers(written: AbstractSet[str]) -> frozenset[str]:
    """Give the numbers that stand with two digits exchanged too."""
    return frozenset(each for each in written if not written.isdisjoint(exchanged(each)))


@remembered(1024)
def exchanged(written: str) -> tuple[str, ...]:
    """Give what a number is where two digits beside each other are exchanged: 「785户」 is 「875户」, 「758户」."""
    return tuple(
        f"{written[:at]}{second}{first}{written[at + 2 :]}"
        for at, (first, second) in enumerate(pairwise(written))
        if first != second and first.isdecimal() and second.isdecimal() and (at or second != "0")
    )


def of_this_year(facts: Facts, material: MaterialFacts, turned: frozenset[str]) -> tuple[list[Count], list[Count]]:
    """Give what is counted this year, as far as it may be turned round, and what the report on last year's measures counts."""
    of_year: list[Count] = []
    of_last: list[Count] = []
    previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
    begin = facts.starts[facts.paragraph_at(material.outline.start)]
    for start, held in facts.where(_held(turned), begin, material.outline.end):
        paragraph = facts.paragraphs[facts.paragraph_at(start)]
        here = Span(start, start + len(paragraph.text))
        near = [span for span in previous if span.overlaps(here)]
        for said in held:
            reported = any(said.figure.span.shifted(start).overlaps(other) for other in near)
            (of_last if reported else of_year).append(Count(start, said, paragraph))
    return of_year, of_last


@lru_cache(maxsize=4)  # so it stays the same function, of which is remembered what it gives of each paragraph
def _held(turned: frozenset[str]) -> Callable[[ParagraphFacts], tuple[Stated, ...]]:
    """Give what gives what a paragraph counts, as far as it may be turned round."""

    def held(paragraph: ParagraphFacts) -> tuple[Stated, ...]:
        return tuple(said for said in paragraph.kept(_stated_in) if said.digits in turned)

    return held


def numbers_of_digits(paragraph: ParagraphFacts) -> tuple[str, ...]:
    """Give the numbers of two digits and more, with their units, 人 for 名 and 位."""
    return tuple([said.digits for said in paragraph.kept(_stated_in)])


def _stated_in(paragraph: ParagraphFacts) -> tuple[Stated, ...]:
    """Give the numbers of a paragraph of which two digits could be exchanged."""
    return tuple(
        [
            Stated(each, each.written.removesuffix(each.unit) + unit_of(each))
            for each in paragraph.figures
            if each.unit not in _NEVER_AGAIN and not each.is_round
            if len(each.written) > 2 and _SEVERAL_DIGITS.match(each.written)
        ]
    )
