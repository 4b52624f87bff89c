"""Shares in words: 近八成, 三分之一, 一多半, 不到六成; between what two values each lies.

One vocabulary for all who hold a share in words against numbers.
"""

from __future__ import annotations

import re

from assistant.language.numbering import value_of

HAN = "一二两三四五六七八九"
WORDED = (
    "(?P<about>将近|接近|近|约|超过|超|不足|不到|不及|未到|达到?|大约)?(?:总[一-龥]{1,4}的|全部[一-龥]{0,3}的|其中的|应[一-龥]{1,4}的)?"
    f"(?:(?P<tenths>[{HAN}])成|(?P<low>[{HAN}十])分之(?P<high>[{HAN}])|(?P<half>一多半|一大半|一小半|一半|半数|大半|过半|多半))"
    "(?P<more>以上|[左上][右下]|还多|都?不到|也不到|多|强|以下)?"
)
"""A share, with what says that it is rough. Its groups are what `bounds` reads."""

_FEWER, _MORE = (
    ("将近", "接近", "近", "不足", "不到", "不及", "未到", "以下", "都不到", "也不到"),
    ("超过", "超", "以上", "还多", "多", "强"),
)
_NEAR, _STEP = 0.06, 0.15  # how far a share told roughly may be off, and one told as more or fewer


def bounds(match: re.Match[str]) -> tuple[float, float]:
    """Give between what a share told in words lies."""
    if match["half"] in ("大半", "过半", "一多半", "一大半", "多半"):
        return 0.5, 1.0
    if match["half"] == "一小半":
        return 0.0, 0.5
    if match["half"]:
        share = 0.5
    else:
        share = value_of(match["tenths"]) / 10 if match["tenths"] else value_of(match["high"]) / value_of(match["low"])
    told = (match["about"], match["more"])
    if any(each in _FEWER for each in told):
        return share - _STEP, share + 0.01
    if any(each in _MORE for each in told):
        return share - 0.01, (1.0 if match["half"] else share + _STEP)
    return share - _NEAR, share + _NEAR
