"""The headings under which each place of a notice stands, the nearest first.

A heading is a short line of its own, or the short sentence that opens a numbered paragraph (「（二）个人材料。自己动手…」);
one of a higher number holds on under those of lower ones: 一、 （一） 1. （1） ①.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_RANKS = (
    re.compile("[一二三四五六七八九十]{1,3}[、.．]"),
    re.compile("（[一二三四五六七八九十]{1,3}）[、.]?"),
    re.compile("[0-9]{1,2}[.、](?![0-9])"),
    re.compile("（[0-9]{1,2}）|[0-9]{1,2}）"),
    re.compile("[①-⑳]"),
)
_UNNUMBERED = len(_RANKS)
_ALONE = re.compile("[^。；，！？\t]{2,24}[：。]?")
_OPENING = re.compile("[^。；，：！？\t]{2,24}[。：]")
_NO_HEADING = re.compile("(?:通知|提示|方案|安排|函)$|^各|[0-9]{3}|20[0-9]{2}年[0-9]{1,2}月")


class _Line(NamedTuple):
    """A paragraph: the headings above it, and where its own opening ends, after which it holds for the paragraph too."""

    above: tuple[str, ...]
    own: str
    opened: int


class Headings:
    """The headings of a text, found once; asked for by a place in it."""

    def __init__(self, flat: str) -> None:
        self._starts: list[int] = []
        self._lines: list[_Line] = []
        open_ones: list[tuple[int, str]] = []  # rank and words
        start = 0
        for line in flat.split("\n"):
            rank, body = _numbered(line)
            end = _heading_end(line, body, rank)
            words = line[body:end].rstrip("：。")
            if words or rank < _UNNUMBERED:
                open_ones = [each for each in open_ones if each[0] < rank]
            above = tuple(said for _, said in reversed(open_ones) if said)
            self._starts.append(start)
            self._lines.append(_Line(above, words, start + end))
            if words or rank < _UNNUMBERED:
                open_ones.append((rank, words))
            start += len(line) + 1

    def above(self, position: int) -> tuple[str, ...]:
        """Give the headings under which a place stands, the nearest first."""
        line = self._lines[max(bisect_right(self._starts, position) - 1, 0)]
        return (line.own, *line.above) if line.own and position >= line.opened else line.above


def _numbered(line: str) -> tuple[int, int]:
    """Tell the rank of a line by its number, and where its words begin."""
    for rank, number in enumerate(_RANKS):
        if match := number.match(line):
            return rank, match.end()
    return _UNNUMBERED, 0


def _heading_end(line: str, body: int, rank: int) -> int:
    """Tell where the heading ends that a line is, or opens with; where its words begin if there is none."""
    found = _ALONE.fullmatch(line, body) or (_OPENING.match(line, body) if rank < _UNNUMBERED else None)
    return found.end() if found and not _NO_HEADING.search(found[0].rstrip("：。")) else body
