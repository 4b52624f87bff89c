"""How much a heading speaks of one aspect (带头) of a frame."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.templates.template import Frame
from assistant.text_memory import remembered

SURE = 0.6  # likeness that needs nothing else
# How far the two sides of a likeness count: a heading is short and says mostly its aspect; a long wording is seldom said whole.
OF_HEADING, OF_WORDING = 0.6, 0.4
ENOUGH = 2.5  # shared pairs, each by its weight, that are full evidence: some four characters in a row

_NOISE = compiled_later(
    r"[\s“”‘’\"'（）()《》【】、，,。；;：:．.·/／*#—…-]|带头|方面|情况|存在|主要|突出|问题|不足|差距|对照检查|检视|查摆|具体|还有|不够|不强"
)


def likeness(frame: Frame, heading: str, number: int) -> float:
    """Tell from 0 to 1 how much a heading speaks of one aspect of a frame.

    What counts are pairs of neighbouring characters, the more the fewer aspects share them: how much of the heading
    belongs to the aspect, and how much of the aspect's nearest wording the heading covers.
    """
    return likenesses(frame, heading)[number]


@remembered(256)  # after a key the same headings stand there
def likenesses(frame: Frame, heading: str) -> tuple[float, ...]:
    """Give the likeness of a heading and each aspect of a frame."""
    weights, own, core = _weights(frame), _pairs(heading), _core(heading)
    return tuple(1.0 if core and core in aspect.cores else _shared(weights, own, aspect) for aspect in _known(frame))


def _shared(weights: Mapping[str, float], own: frozenset[str], aspect: _Known) -> float:
    """Weigh what the pairs of a heading share with an aspect."""
    wordings = aspect.wordings
    shared = own & aspect.every
    if len(shared) < 2:
        return 0.0
    weight = sum(weights.get(pair, 1.0) for pair in own)
    of_heading = sum(weights[pair] for pair in shared) / weight
    covered = max(
        sum(weights[pair] for pair in own & wording) / sum(weights[pair] for pair in wording)
        for wording in wordings
        if wording
    )
    evidence = min(1.0, sum(weights[pair] for pair in shared) / ENOUGH)
    return (OF_HEADING * of_heading + OF_WORDING * covered) * evidence


@remembered(128)  # the headings of a material; a long one holds some four kilobytes
def _core(wording: str) -> str:
    """Take marks, and what every heading says, off a wording."""
    return _NOISE.sub("", wording)


class _Known(NamedTuple):
    """What an aspect's wordings come to: without noise, as pairs each, and all their pairs."""

    cores: frozenset[str]
    wordings: tuple[frozenset[str], ...]
    every: frozenset[str]


@lru_cache(maxsize=64)
def _known(frame: Frame) -> tuple[_Known, ...]:
    known: list[_Known] = []
    for aspect in frame.aspects:
        wordings = tuple(_pairs(wording) for wording in aspect.wordings)
        known.append(_Known(frozenset(map(_core, aspect.wordings)), wordings, frozenset[str]().union(*wordings)))
    return tuple(known)


@lru_cache(maxsize=32)
def _weights(frame: Frame) -> dict[str, float]:
    counts: dict[str, int] = {}
    for aspect in frame.aspects:
        for pair in frozenset[str]().union(*(_pairs(wording) for wording in aspect.wordings)):
            counts[pair] = counts.get(pair, 0) + 1
    return {pair: 1.0 / count for pair, count in counts.items()}


@remembered(128)  # the headings of a material; a long one holds some four kilobytes
def _pairs(wording: str) -> frozenset[str]:
    """Cut a wording into pairs of neighbouring characters, without marks and without what every heading says."""
    pieces = (piece for piece in _NOISE.split(wording) if piece)
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
