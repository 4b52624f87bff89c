"""Shares in words: 近八成, 三分之一, 一多半, 不到六成; between what two values each lies.

One vocabulary for all who hold a share in words against numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.language.figures import Figure
from assistant.language.numbering import value_of
from assistant.patterns import compiled_later
from assistant.text import Span

_HAN = "一二两三四五六七八九"
# A share, with what says that it is rough; its groups are what `_bounds` reads
_SHARE = (
    "(?P<about>将近|接近|近|约|超过|超|不足|不到|不及|未到|达到?|大约)?(?:总[一-龥]{1,4}的|全部[一-龥]{0,3}的|其中的|应[一-龥]{1,4}的|(?:计划|任务|目标|预算)[一-龥]{0,2}的)?"
    f"(?:(?P<tenths>[{_HAN}])成|(?P<low>[{_HAN}十])分之(?P<high>[{_HAN}])|(?P<half>一多半|一大半|一小半|一半|半数|大半|过半|多半))"
    "(?P<more>以上|[左上][右下]|还多|都?不到|也不到|多|强|以下)?"
)

# By their ends: 将近 and 都不到 too
_FEWER = ("不足", "不到", "不及", "未到", "不满", "近", "以下")
_MORE = ("超", "过", "突破", "以上", "多", "余")
_MORE_BEHIND = (*_MORE, "强")  # before a share it is the end of 增强
_NEAR, _BY = 0.06, 0.15  # how far a share told roughly may be off, and one told as more or fewer


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """Give between what a share told in words lies."""
    if match["half"] in ("大半", "过半", "一多半", "一大半", "多半"):
        return 0.5, 1.0
    if match["half"] == "一小半":
        return 0.0, 0.5
    if match["half"]:
        share = 0.5
    else:
        share = value_of(match["tenths"]) / 10 if match["tenths"] else value_of(match["high"]) / value_of(match["low"])
    told = match["about"] or "", match["more"] or ""
    if _is_fewer(*told):
        return share - _BY, share + 0.01
    if _is_more(*told):
        return share - 0.01, (1.0 if match["half"] else share + _BY)
    return share - _NEAR, share + _NEAR


WORDED_CUES = (
    *(f"{number}成" for number in _HAN),
    "分之",
    "一半",
    "半数",
    "大半",
    "过半",
    "多半",
    "小半",
    "一番",
    "翻番",
    "翻了番",
)
_WORDED = compiled_later(f"(?<![上前后下大]){_SHARE}(?![年天月个日夜路途点数载夜])|(?<=翻)了?(?P<doubled>一番|番)")
_ROUGH = compiled_later("(?:约|大约|左右|上下|近|将近|大致)")
_BEHIND = compiled_later("(?:以上|还多|多|左右|上下|以下|余|强)")
STEP = 12.0
"""Points of a hundred by which a share may be off that is told as more or fewer."""
_ROUNDED, _WRITTEN_OUT, _WHOLE, _TWICE = 1.5, 0.3, 0.99, 15.0  # in points of a hundred
_OVER_OR_UNDER = 6.0  # the same, of what is told in digits as more or fewer
_PERCENT = frozenset("%％")


class Claim(NamedTuple):
    """What is told: where, between what it lies in points of a hundred, whether in words."""

    span: Span
    least: float
    most: float
    worded: bool


def claims(text: str, figures: Sequence[Figure], worded: bool) -> Iterator[Claim]:
    for figure in figures:
        if figure.unit in _PERCENT and figure.value and not text.endswith("百", 0, figure.span.start):
            yield _in_percent(text, figure)
    for match in _WORDED.finditer(text) if worded else ():
        if match["doubled"]:
            yield Claim(Span(*match.span()), 100 - _TWICE, 100 + _TWICE, True)
        else:
            least, most = _bounds(match)
            yield Claim(Span(*match.span()), 100 * least, 100 * most, True)


def _in_percent(text: str, figure: Figure) -> Claim:
    """Give between what a share in percent lies, by how it is written and what stands beside it."""
    start, end = figure.span
    before, behind = text[max(0, start - 3) : start], _BEHIND.match(text, end)
    told = behind[0] if behind else ""
    off = _WRITTEN_OUT if "." in figure.written else _WHOLE
    if _is_fewer(before, told):
        return Claim(figure.span, figure.value - _OVER_OR_UNDER, figure.value + off, False)
    if _is_more(before, told):
        return Claim(figure.span, figure.value - off, figure.value + _OVER_OR_UNDER, False)
    off = _ROUNDED if _ROUGH.search(before + told) else off
    return Claim(figure.span, figure.value - off, figure.value + off, False)


def _is_fewer(before: str, behind: str) -> bool:
    """Tell by the words beside a share whether there is less than it says: 「近」, 「不到」, 「以下」."""
    return before.endswith(_FEWER) or behind.endswith(_FEWER)


def _is_more(before: str, behind: str) -> bool:
    """Tell by the words beside a share whether there is more than it says: 「超过」, 「以上」, 「强」."""
    return before.endswith(_MORE) or behind.endswith(_MORE_BEHIND)
