"""Hotlines that are known to the public: whose a number is, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml


@dataclass(frozen=True, slots=True)
class Hotline:
    """A hotline. `units`: what of a unit's name tells that it answers there; `says`: what it is called by. Both are patterns."""

    number: str
    called: str
    units: str
    says: str


@dataclass(frozen=True, slots=True)
class HotlineFile:
    """A shipped table of hotlines."""

    format: int
    source: str
    hotlines: tuple[Hotline, ...]


@cache
def shipped() -> dict[str, Hotline]:
    """Read the shipped hotlines by their numbers, when they are first wanted. Raises DataError."""
    path = paths.resources() / "hotlines.toml"
    file = strict_toml.load(HotlineFile, path.read_text("utf-8"), path.name)
    return {each.number: each for each in file.hotlines}
