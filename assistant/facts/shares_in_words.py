"""Shares told in words that the numbers told of the same do not come to: 「286件，其中等候时间长118件、…，等候时间长的占六成以上」.

Of what a share is said stands before it, or in the number right before. That number is held against every whole in its
sentence and the one before: what any of them comes to is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language import reckoned, shares
from assistant.language.figures import Figure
from assistant.language.reckoned import PERCENT
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_TELLS = f"了到去比的全总其将接近约超不未达半大过多应{shares.HAN}十"
SAID = Sought(
    [f"占{each}" for each in _TELLS],
    f"(?P<name>[一-龥]{{0,16}}?)[就只仅约也已]?占(?:了|到|去|比)?(?:全部|总数|总量|其中|总人数)?的?{shares.WORDED}",
)
# 「实际走访1770户，不到总户数的六成」: told right behind its number, and without 占
_BARE = Sought(
    ("成", "分之", "半"),
    f"(?<=，)(?P<name>)(?:还|连|就|也|已|才|却|只有|仅有|只是|仅)*(?=将近|接近|近|超|不[足到及]|未到|总|一[^，。；]{{0,3}}不到){shares.WORDED}(?=[，。；、）]|$)",
)
# 「由48张减到36张，减少三分之一」
_CHANGED = Sought(
    ("成", "分之", "半", "番"),
    "[，、（](?:同比|一共|整整|足足|总共)?(?:减少|压减|下降|降低|砍掉|砍去|砍|减掉|减去|缩短|缩减|压缩|精简|削减|省下|少|减|降|增加|增长|提高|上升|多|增|涨)了?(?:出|去)?(?:了)?"
    f"(?:{shares.WORDED}(?=[，。；、）]|$))|[，、（]翻了?(?P<doubled>一番|一倍|番)(?=[，。；、）]|$)",
)
_TWICE = 0.15  # how far what is doubled may be off
_BESIDE = compiled_later(
    "[^，。；：0-9]{0,30}，(?:就|只|仅|约|也|已)?"
)  # between a number and its share, where that has no name
_NO_MORE_THAN_ITS_NOUN = compiled_later("[^，。；：0-9]{0,8}")
_OWN_NAME = compiled_later("(?:其中|[涉属是有和为的、]|^)(?P<name>[一-龥]{3,8}?)(?:的|方面|类|共|有)?$")
_CHANGE = compiled_later("(?:减少|增加|下降|提高|多|少|增|减)[了出]?$")


class Share(NamedTuple):
    """A share in words, where it stands, and the part and the whole that come to another."""

    span: Span
    said: str
    part: Figure
    whole: Figure

    @property
    def due(self) -> float:
        """In points of a hundred."""
        return 100 * self.part.value / self.whole.value


def find(facts: ParagraphFacts) -> Iterator[Share]:
    """Yield the shares of a paragraph that what they are said of has in no whole told before it."""
    for match in (*SAID(facts), *_BARE(facts)):
        place = Span(match.end("name"), match.end())
        figures = _told_before(facts, place.start)
        part = _part(facts.text, figures, match, place) if len(figures) > 1 else None
        if part is None or part.is_round or _CHANGE.search(part.before):
            continue
        wholes = [each for each in figures if each.unit == part.unit and each.value > part.value]
        least, most = shares.bounds(match)
        before = [each for each in wholes if each.span.start < part.span.start and not each.is_round]
        if before and not any(least <= part.value / each.value <= most for each in wholes):
            whole = max(before, key=lambda each: each.value)
            yield Share(Span(whole.span.start, place.end), place.of(facts.text), part, whole)


def changes(facts: ParagraphFacts) -> Iterator[Share]:
    """Yield the shares by which one number is said to have become another, that the two do not come to."""
    for match in _CHANGED(facts):
        at = next((at for at, each in enumerate(facts.figures) if each.span.start >= match.start()), len(facts.figures))
        if at < 2:
            continue
        one, other = facts.figures[at - 2 : at]
        between = facts.text[one.span.end : other.span.start]
        if (
            one.unit != other.unit
            or one.is_round
            or other.is_round
            or not one.value
            or not reckoned.became(one, between)
        ):
            continue
        if not _NO_MORE_THAN_ITS_NOUN.fullmatch(facts.text, other.span.end, match.start()):
            continue
        if match["doubled"]:
            right = abs(other.value / one.value - 2) <= _TWICE
        else:
            least, most = shares.bounds(match)
            right = least <= abs(one.value - other.value) / one.value <= most
        if not right:
            yield Share(Span(one.span.start, match.end()), match[0][1:], other, one)


def _told_before(facts: ParagraphFacts, end: int) -> list[Figure]:
    sentence = sentence_at(facts.text, end)
    begin = sentence_at(facts.text, sentence.start - 1).start if sentence.start else 0
    return [
        each
        for each in facts.figures
        if begin <= each.span.start < end and each.unit and each.unit not in PERCENT and each.unit != "年"
    ]


def _part(text: str, figures: Sequence[Figure], match: re.Match[str], place: Span) -> Figure | None:
    """Give the number of which a share is told: the one before its comma, or the only one with the same name."""
    name = match["name"]
    if not name or len(name) == 1:
        last = figures[-1]
        return last if _BESIDE.fullmatch(text, last.span.end, place.start) else None
    named = [
        each
        for each in figures
        if (own := _OWN_NAME.search(each.before)) and (own["name"] in name or name in own["name"])
    ]
    return named[0] if len({each.value for each in named}) == 1 else None
