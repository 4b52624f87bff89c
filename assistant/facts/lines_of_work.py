"""Lines of work: by which words of its name a unit stands in one, and by which words a text speaks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.patterns import compiled_later
from assistant.text_memory import remembered


@dataclass(frozen=True, slots=True)
class Line:
    """A line of work.

    `names`: how texts call it; `units`: what of a unit's name tells it; `words`: what is spoken of in
    it. The latter two are patterns. `marks`: people and things that nobody else deals with day by day. `held`: houses
    that its people are in charge of, and what these people are; `callings`: by what name they stand for that.
    `matters`: things, people and rooms of it, of which others speak by the way; only a frame makes them the writer's own;
    `trade`: those of which hardly anybody else speaks.
    `narrow`: whether its texts speak of no other line's, but for the lines `near` it.
    `inside`: who works in it, with what and at what, `served`: whom it serves or sees to, as no other line does; `own`: a
    pattern of what in a unit's name, or elsewhere in a text, tells that the text has to do with it. Of a line of which no
    unit is known by its name these alone are told.
    """

    names: tuple[str, ...]
    units: str = ""
    words: str = ""
    marks: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()
    narrow: bool = False
    near: tuple[str, ...] = ()
    own: str = ""
    inside: tuple[str, ...] = ()
    served: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesFile:
    """A shipped table of lines of work."""

    format: int
    source: str
    lines: tuple[Line, ...]


@cache
def shipped() -> tuple[Line, ...]:
    """Read the shipped lines of work, when they are first wanted. Raises DataError."""
    path = paths.resources() / "lines_of_work.toml"
    return strict_toml.load(LinesFile, path.read_text("utf-8"), path.name).lines


# What 教育 is in everybody's material
_NO_SCHOOLING = compiled_later(
    "(?:学习|主题|专题|警示|集中|党性|廉政|廉洁|纪律|法治|思想|政治|家庭|家风|宣传|党员|受|再|批评|提醒)教育(?!系统|战线|行业)|教育(?:管理|引导|监督|培训|期间|整顿|帮助|提醒|活动)"
)


def names() -> list[str]:
    """List how texts call lines of work, the longest first."""
    return sorted((name for line in shipped() if line.units for name in line.names), key=len, reverse=True)


def named(name: str) -> Line | None:
    """Give the line of work that texts call so."""
    return next((line for line in shipped() if name in line.names), None)


def of_places() -> Line:
    """Give what those of a 镇, a 街道, a 村 are busy with; no name of a unit tells it, since they see to everything."""
    return next(line for line in shipped() if "街道社区" in line.names)


@remembered(16)  # after a key the same lines stand there
def of_unit(unit: str) -> tuple[Line, ...]:
    """Give the lines of work of a unit by its name: two for 水务, none for a 镇 or a 办公室."""
    return tuple([line for line in shipped() if line.units and _pattern(line.units).search(unit)])


def count(name: str, text: str) -> int:
    """Count how often a text names a line of work; the 教育 of 学习教育, 警示教育 and the like is none."""
    return (_NO_SCHOOLING.sub("", text) if name == "教育" else text).count(name)


def whose(words: Callable[[Line], Iterable[str]]) -> dict[str, Line]:
    """Give the line of each of some words that all lines have: their marks, what they hold, their callings."""
    return {word: line for line in shipped() for word in words(line)}


def is_apart(line: Line, own: Sequence[Line]) -> bool:
    """Tell whether a text of some lines of work has nothing to do with another."""
    near = {name for each in own for name in each.near}
    return bool(own) and line not in own and all(each.narrow for each in own) and near.isdisjoint(line.names)


def is_kin(line: Line, own: Sequence[Line]) -> bool:
    """Tell whether a line is one of some lines, or stands near one of them, whichever of the two says so."""
    near = {name for each in own for name in each.near}
    names = {name for each in own for name in each.names}
    return line in own or not near.isdisjoint(line.names) or not names.isdisjoint(line.near)


def is_spoken_of(line: Line, text: str) -> bool:
    """Tell whether a text speaks of a line of work at all."""
    return bool(line.words) and _pattern(line.words).search(text) is not None


def spoken_of(line: Line, text: str) -> list[str]:
    """List the words by which a text speaks of a line of work, each as often as it stands there."""
    return _pattern(line.words).findall(text)


def most_spoken_of(text: str) -> tuple[Line, list[str]]:
    """Give the line of work that a text speaks of most, with the words."""
    told = [(line, spoken_of(line, text)) for line in shipped() if line.words]
    return max(told, key=lambda each: len(each[1]))


def has_to_do_with(line: Line, unit: str) -> bool:
    """Tell by the name of a unit whether it may have to do with a line."""
    return _pattern(line.own).search(unit) is not None


def is_told_of(line: Line, text: str) -> bool:
    """Tell whether a text has any word that one line alone has, or more than one character that units are known by."""
    return _pattern(_told(line)).search(text) is not None


def _told(line: Line) -> str:
    told = [each for each in line.own.split("|") if len(each) > 1]
    return "|".join((*told, *map(re.escape, (*line.inside, *line.served))))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return compiled_later(pattern)
