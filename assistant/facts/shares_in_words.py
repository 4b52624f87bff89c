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
from assistant.language.figures import Figure
from assistant.language.numbering import value_of
from assistant.language.reckoned import PERCENT
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_HAN = "一二两三四五六七八九"
SAID = Sought(
    [
        f"占{each}"
        for each in (
            "了",
            "到",
            "去",
            "比",
            "的",
            "全",
            "总",
            "其",
            "将",
            "近",
            "约",
            "超",
            "不",
            "达",
            "半",
            "大",
            "过",
            *_HAN,
            "十",
        )
    ],
    "(?P<name>[一-龥]{0,16}?)[就只仅约也已]?占(?:了|到|去|比)?(?:全部|总数|总量|其中|总人数)?的?(?P<about>将近|接近|近|约|超过|超|不足|不到|达到?|大约)?"
    f"(?:(?P<tenths>[{_HAN}])成|(?P<low>[{_HAN}十])分之(?P<high>[{_HAN}])|(?P<half>一半|半数|大半|过半))(?P<more>以上|[左上][右下]|还多|多|强|以下)?",
)
_FEWER, _MORE = ("将近", "接近", "近", "不足", "不到", "以下"), ("超过", "超", "以上", "还多", "多", "强")
_NEAR, _STEP = 0.06, 0.15  # how far a share told roughly may be off, and one told as more or fewer
_BESIDE = compiled_later(
    "[一-龥]{0,10}，(?:就|只|仅|约|也|已)?"
)  # between a number and its share, where that has no name
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
    for match in SAID(facts):
        place = Span(match.end("name"), match.end())
        figures = _told_before(facts, place.start)
        part = _part(facts.text, figures, match, place) if len(figures) > 1 else None
        if part is None or part.is_round or _CHANGE.search(part.before):
            continue
        wholes = [each for each in figures if each.unit == part.unit and each.value > part.value]
        least, most = _bounds(match)
        before = [each for each in wholes if each.span.start < part.span.start and not each.is_round]
        if before and not any(least <= part.value / each.value <= most for each in wholes):
            whole = max(before, key=lambda each: each.value)
            yield Share(Span(whole.span.start, place.end), place.of(facts.text), part, whole)


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


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """Give between what a share told in words lies."""
    if match["half"]:
        share = 0.5
    else:
        share = value_of(match["tenths"]) / 10 if match["tenths"] else value_of(match["high"]) / value_of(match["low"])
    if match["half"] in ("大半", "过半"):
        return 0.5, 1.0
    told = (match["about"], match["more"])
    if any(each in _MORE for each in told):
        return share - 0.01, (1.0 if match["half"] else share + _STEP)
    if any(each in _FEWER for each in told):
        return share - _STEP, share + 0.01
    return share - _NEAR, share + _NEAR
