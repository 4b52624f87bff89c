"""How near a heading of the text comes to the words of the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.text import Edit, Span
from assistant.text_memory import remembered

OWN = 2  # of an aspect's wordings, the full and the short one are the template's
NEAR = 0.8  # likeness of two wordings from which the one is a miswriting of the other

# 「…方面存在的问题」「…方面还不够」「…不够有力」「…上有差距」: what writers add to the wording
_SHORT = "(?:不够.{0,3}|不足|差距|不力|不严|不到位|欠缺|薄弱|弱化|有待.{2,4}|需.{0,2}加强)"
_AFTER = rf"(?:(?:这一)?方面.{{0,14}}|(?:查摆|查找|检视)[出的]*.{{0,6}}(?:问题|不足|差距)|(?:上|还|仍|存在|有|做得)*{_SHORT}|上)?[\s*。：:]*$"
_CORE = compiled_later(r"[\s*#]*(?:在|关于|聚焦|围绕|对照)?(?:“(?P<quoted>.+)”|(?P<plain>.+?))" + _AFTER)
_QUOTES = compiled_later(r"[\s“”‘’\"']")
_LEAD = compiled_later("^(?:对照|围绕)?(?:带头)?")
_VERB = compiled_later("^(?:履行|落实|扛起|坚持|增强|加强|提高|强化|严守|践行|发扬|做到|深刻|坚决)")
_MARKS = "、，,；;"
_VERBS = compiled_later("(?:带头|坚决|强化|增强|加强|提高|履行|落实|扛起|坚持|严守|践行|发扬)+")
_LONGEST = 30  # characters of a wording that a heading gives in full
_PIECES = compiled_later("[、，,；;]|[和与及]")


class Wording(NamedTuple):
    """The words of a heading that speak of its aspect, and those of the template that they should be."""

    span: Span  # in the heading
    due: str
    near: bool  # a miswriting; else worded in the writer's own way
    dropped: bool = False  # said as far as it goes, with elements of the template left out


@remembered(64)  # after a key the same headings stand there
def differing(heading: str, wordings: Sequence[str], kept: int) -> Wording | None:
    """Compare a heading with the wordings of its aspect; None where it is one of them or a part of one.

    The first `kept` wordings are the template's own, of which one is proposed; the others are only accepted.
    """
    span = _core(heading)
    core = span.of(heading)
    bare = _bare(core)
    cores = [_core(wording).of(wording) for wording in wordings]
    every = [_bare(each) for each in cores]
    if len(bare) < 4 or bare in every:
        return None
    for number in sorted(range(min(kept, len(every))), key=lambda n: ("带头" in cores[n]) != ("带头" in core)):
        if _dropped(core, bare, every[number]):
            return Wording(span, _quoted(cores[number], core), near=False, dropped=True)
    if any(_accepted(bare, each) for each in every):
        return None
    from difflib import SequenceMatcher  # noqa: PLC0415  # few headings have several they could be

    likeness = [SequenceMatcher(None, bare, each, autojunk=False).ratio() for each in every[:kept]]
    best = max(range(len(likeness)), key=likeness.__getitem__)
    near = likeness[best] >= NEAR
    if not near and any(each in bare and len(each) * 10 >= len(bare) * 6 for each in every):
        return None
    return Wording(span, _quoted(cores[best], core), near)


@remembered(64)  # as above
def is_verbatim(heading: str, wordings: Sequence[str], kept: int) -> bool:
    """Tell whether a heading is one of the template's own wordings, word for word."""
    return _bare(_core(heading).of(heading)) in [_bare(_core(wording).of(wording)) for wording in wordings[:kept]]


def whole_words(here: str, edit: Edit) -> tuple[str, str]:
    """Give what is written and what is asked from mark to mark, so that no word is cut; without verbs before it."""
    gone, low, high = here[edit.start : edit.end], edit.start, edit.end
    at_mark = [any(text[place] in _MARKS for text in (gone, edit.replacement) if text) for place in (0, -1)]
    while at_mark[0] and low and here[low - 1] in _MARKS:
        low -= 1
    while low and here[low - 1] not in _MARKS:
        low -= 1
    while at_mark[1] and high < len(here) and here[high] in _MARKS:
        high += 1
    while high < len(here) and here[high] not in _MARKS:
        high += 1
    verbs = _VERBS.match(here, low, edit.start)
    low = verbs.end() if verbs and verbs.end() < edit.start else low
    return here[low:high], here[low : edit.start] + edit.replacement + here[edit.end : high]


def _core(heading: str) -> Span:
    """Tell where in a heading its aspect is named."""
    found = _CORE.match(heading)
    return Span(*found.span(found.lastgroup or 0)) if found else Span(0, len(heading))


def _bare(wording: str) -> str:
    return _LEAD.sub("", _QUOTES.sub("", wording)).removesuffix("方面")


def _accepted(bare: str, wording: str) -> bool:
    """Tell whether a heading says a wording, all its pieces or some of them; a mark left out is a miswriting."""
    if wording == _VERB.sub("", bare):
        return True
    pieces = [piece for piece in _PIECES.split(bare) if piece]
    shortened = bare in wording and (len(bare) * 10 <= len(wording) * 6 or _between_marks(bare, wording))
    return shortened or all(piece in _PIECES.split(wording) for piece in pieces)


def _dropped(core: str, bare: str, wording: str) -> bool:
    """Tell whether a heading leaves out elements of a short wording: 「敬畏人民、敬畏法纪」, 「带头固本培元」.

    A single element without 带头 is a short name and no miswriting; of the long wordings of some years all headings say less.
    """
    said, asked = _elements(bare), _elements(wording)
    quoting = len(said) > 1 or "带头" in core
    return quoting and len(wording) <= _LONGEST and len(said) < len(asked) and said <= asked


def _elements(bare: str) -> set[str]:
    return {piece for piece in _PIECES.split(bare) if piece}


def _between_marks(bare: str, wording: str) -> bool:
    start = wording.index(bare)
    around = wording[max(0, start - 1) : start] + wording[start + len(bare) : start + len(bare) + 1]
    return all(_PIECES.match(mark) for mark in around)


def _quoted(wording: str, core: str) -> str:
    """Give a wording the quotes that it needs inside the quotes of a heading."""
    if "‘" in core and "“" not in core:
        return wording.translate(str.maketrans("“”", "‘’"))
    return wording
