"""Trades by what nobody else deals with day by day: the people, tools and work of each (resources/trades.toml).

`lines_of_work` tells of which line a unit is and by which words texts speak of it; here are far more words, of more trades,
but only such as no other trade has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.patterns import compiled_later


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade.

    `own` is a pattern: what in a unit's name, or elsewhere in a text, tells that the text has to do with it. `inside`: who
    works in it, with what and at what; `served`: whom it serves or sees to.
    """

    name: str
    own: str
    inside: tuple[str, ...]
    served: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TradesFile:
    """A shipped table of trades."""

    format: int
    source: str
    trades: tuple[Trade, ...]


@cache
def shipped() -> tuple[Trade, ...]:
    """Read the shipped trades, when they are first wanted. Raises DataError."""
    path = paths.resources() / "trades.toml"
    return strict_toml.load(TradesFile, path.read_text("utf-8"), path.name).trades


@cache
def by_word() -> dict[str, Trade]:
    """Give the trade of each word, of people, tools or work."""
    return {word: trade for trade in shipped() for word in (*trade.inside, *trade.served)}


def is_own(trade: Trade, unit: str) -> bool:
    """Tell by the name of a unit whether it may have to do with a trade."""
    return _pattern(trade.own).search(unit) is not None


def is_spoken_of(trade: Trade, text: str) -> bool:
    """Tell whether a text speaks of a trade: by a word of it, or by more than one character that units are known by."""
    return _pattern(_spoken(trade)).search(text) is not None


def _spoken(trade: Trade) -> str:
    told = [each for each in trade.own.split("|") if len(each) > 1]
    return "|".join((*told, *map(re.escape, (*trade.inside, *trade.served))))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return compiled_later(pattern)
