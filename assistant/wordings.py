"""How near a heading of the text comes to the words of the requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from assistant.text import Span

NEAR = 0.8  # likeness of two wordings from which the one is a slip of the other

_AFTER = (
    r"(?:(?:这一|一)?方面(?:(?:主要)?(?:存在|检视|查摆)?的?(?:突出|主要)?(?:问题|不足|差距|情况)?)?|上)?[\s*。：:]*$"
)
_CORE = re.compile(r"[\s*#]*(?:在|对照|围绕|关于)?(?:“(?P<quoted>.+)”|(?P<plain>.+?))" + _AFTER)
_NOISE = re.compile(r"[\s“”‘’\"']|^带头|方面$")
_PIECES = re.compile("[、，,；;]|[和与及]")


class Wording(NamedTuple):
    """The words of a heading that speak of its aspect, and those of the requirement that they should be."""

    span: Span  # in the heading
    due: str
    near: bool  # a slip; else worded in the writer's own way


@lru_cache(maxsize=512)
def differing(heading: str, wordings: Sequence[str], kept: int) -> Wording | None:
    """Compare a heading with the wordings of its aspect; None where it is one of them or a part of one.

    The first `kept` wordings are the requirement's own, of which one is proposed; the others are only accepted.
    """
    found = _CORE.match(heading)
    span = Span(*found.span(found.lastgroup or 0)) if found else Span(0, len(heading))
    core = span.of(heading)
    bare = _bare(core)
    every = [_bare(wording) for wording in wordings]
    if len(bare) < 4 or any(_accepted(bare, each) for each in every):
        return None
    likeness = [SequenceMatcher(None, bare, each, autojunk=False).ratio() for each in every[:kept]]
    best = max(range(len(likeness)), key=likeness.__getitem__)
    return Wording(span, _quoted(wordings[best].removesuffix("方面"), core), likeness[best] >= NEAR)


def _bare(wording: str) -> str:
    return _NOISE.sub("", wording)


def _accepted(bare: str, wording: str) -> bool:
    """Tell whether a heading says a wording, all its pieces or some of them; a mark left out is a slip."""
    pieces = [piece for piece in _PIECES.split(bare) if piece]
    mostly = wording in bare and len(wording) * 10 >= len(bare) * 6
    return mostly or bare in wording or all(piece in _PIECES.split(wording) for piece in pieces)


def _quoted(wording: str, core: str) -> str:
    """Give a wording the quotes that it needs inside the quotes of a heading."""
    if "‘" in core and "“" not in core:
        return wording.translate(str.maketrans("“”", "‘’"))
    return wording
