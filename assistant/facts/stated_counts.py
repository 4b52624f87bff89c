"""What a text counts, and what each count is of: 「集中学习12次」, 「86户租户」. The rule counted_differently holds them against each other.

Most numbers of a text could never be held against another; for speed only those are given that are of the same as one
with another value, or have two digits of another exchanged.
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
from assistant.language.sentences import piece_start, sentence_at
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span
from assistant.text_memory import remembered

TELLING = 4  # characters before a number that say what is counted
NAMING = 6  # characters after a number that name what is counted: 「7个吃水最难的村」
_NAMED = compiled_later(f"[\u4e00-\u9fff“”]{{{NAMING}}}")
_COUNTED = frozenset((*"次条件户场名人家份篇个项亩元所栋村间台封张", "人次", "场次", "户次", "公里", "万元"))
_NEVER_AGAIN = frozenset((*"%％‰年岁倍", "", "个月", "个百分点"))  # what these count is no thing that is told again
# What makes two counts two matters: another time, another part of the whole, a comparison.
_PART = compiled_later(
    "上半年|下半年|去年|上年|上一?年度|前年|季度|月|每|其中|只有|仅|最多|最少|人均|平均|由|从|到|至|超过|不足|近|以上|以下|原|计划|力争|确保|达到|不少于|不低于|再|又|另|有的|分别|各|第|以前|此前|增加|减少|多|少|对(?:领导)?班子|对(?:本人|我|自己|个人|分管)|涉及|都是|全是|[里中]$"
)
_SEVERAL_DIGITS = compiled_later("[1-9][0-9.]*[0-9](?![0-9.]|[多余来])")
_VERBS = "了着过有共计是为达约出到"
_TOTALS = ("累计", "一共", "总共", "合计", "全年", "先后")


class Stated(NamedTuple):
    """A figure of a paragraph, what is counted, and the number with its unit where two of its digits could be exchanged.

    `keys`: counts that have one in common are of the same; by what stands before the number, and by what it names.
    """

    figure: Figure
    counted: str
    keys: tuple[tuple[str, ...], ...]
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
    def counted(self) -> str:
        return self.said.counted

    @property
    def span(self) -> Span:
        return self.said.figure.span.shifted(self.start)


def keys_with_several_numbers(counted: AbstractSet[tuple[tuple[str, ...], float]]) -> frozenset[tuple[str, ...]]:
    """Give what is counted with different numbers anywhere in the text: of all else nothing need be put side by side."""
    values: dict[tuple[str, ...], float] = {}
    return frozenset(key for key, value in counted if values.setdefault(key, value) != value)


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


def of_this_year(
    facts: Facts, material: MaterialFacts, telling: frozenset[tuple[str, ...]], turned: frozenset[str]
) -> tuple[list[Count], list[Count]]:
    """Give what is counted this year, as far as it can differ, and what the report on last year's measures counts."""
    of_year: list[Count] = []
    of_last: list[Count] = []
    previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
    begin = facts.starts[facts.paragraph_at(material.outline.start)]
    for start, held in facts.where(_held(telling, turned), begin, material.outline.end):
        paragraph = facts.paragraphs[facts.paragraph_at(start)]
        here = Span(start, start + len(paragraph.text))
        near = [span for span in previous if span.overlaps(here)]
        for said in held:
            reported = any(said.figure.span.shifted(start).overlaps(other) for other in near)
            (of_last if reported else of_year).append(Count(start, said, paragraph))
    return of_year, of_last


@lru_cache(maxsize=4)  # so it stays the same function, of which is remembered what it gives of each paragraph
def _held(
    telling: frozenset[tuple[str, ...]], turned: frozenset[str]
) -> Callable[[ParagraphFacts], tuple[Stated, ...]]:
    """Give what gives what a paragraph counts, as far as it can differ from other counts."""

    def held(paragraph: ParagraphFacts) -> tuple[Stated, ...]:
        return tuple(
            said for said in paragraph.kept(_stated_in) if not telling.isdisjoint(said.keys) or (said.digits in turned)
        )

    return held


def numbers_by_key(paragraph: ParagraphFacts) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Give what a paragraph counts, by each of its keys, with the number."""
    return tuple([(key, said.figure.value) for said in paragraph.kept(_stated_in) for key in said.keys])


def numbers_of_digits(paragraph: ParagraphFacts) -> tuple[str, ...]:
    """Give the numbers of two digits and more, with their units, 人 for 名 and 位."""
    return tuple([said.digits for said in paragraph.kept(_stated_in) if said.digits])


def _stated_in(paragraph: ParagraphFacts) -> tuple[Stated, ...]:
    """Give what a paragraph counts, as far as it could be held against another count: most numbers could not."""
    counted = [each for each in paragraph.figures if each.unit not in _NEVER_AGAIN and not each.is_round]
    return tuple([said for each in counted if (said := _stated_by(each))])


def _stated_by(figure: Figure) -> Stated | None:
    keys: list[tuple[str, ...]] = []
    several = len(figure.written) > 2 and _SEVERAL_DIGITS.match(figure.written)
    digits = figure.written.removesuffix(figure.unit) + unit_of(figure) if several else ""
    if figure.unit not in _COUNTED:
        return Stated(figure, "", (), digits) if digits else None
    counted = _without_verb(_without_verb(figure.before))
    if len(counted) >= TELLING:
        keys.append((figure.unit, counted[-TELLING:]))
    if after := _NAMED.match(figure.paragraph, figure.span.end):
        keys.append((figure.unit, "", after[0]))
    return Stated(figure, counted, tuple(keys), digits) if keys or digits else None


def _without_verb(before: str) -> str:
    """Take off the verb, or the word for a total, that stands right before a number."""
    return before[:-2] if before.endswith(_TOTALS) else before.rstrip(_VERBS)


def partial_counts(paragraph: ParagraphFacts) -> frozenset[Span]:
    """Give the figures whose clause counts only a part, or at another time, so that they agree with no other count."""
    return frozenset(said.figure.span for said in paragraph.kept(_stated_in) if _is_part(paragraph.text, said.figure))


def _is_part(text: str, figure: Figure) -> bool:
    sentence = sentence_at(text, figure.span.start)
    begin = piece_start(text, figure.span.start, "，；：、", sentence.start)
    clause = text[begin : figure.span.end] + figure.after[:2]
    return bool(_PART.search(clause))
