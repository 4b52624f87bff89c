"""The sets whose members and number are fixed, as resources/sets lists them: 四个意识, 六项纪律, 三会一课."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.certainty import Certainty
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError


@dataclass(frozen=True, slots=True)
class FixedSet:
    """A set.

    `after`: its name is only meant after this word; `also`: other names of it; `plain`: it needs no quotation marks to be
    known; `beside`: words of which one stands near where this set is meant and no other; `wrong`: names that are mixed
    up in other ways than by a number; `lead`: what is said before its members; `nameless`: its name is only used here, is
    no wording in use, and is neither shown nor held against its number; `in_order`: its members are everyday words, so that
    a row is held against it only where all others stand at their places; `lone`: one member may stand alone behind its name;
    `closed`: any word of its shape that is no member is wrong beside its name, however many stand there.
    """

    name: str
    source: str
    certainty: Certainty
    members: tuple[str, ...] = ()
    shape: str = ""
    without: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    after: str = ""
    plain: bool = False
    beside: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    lead: str = ""
    nameless: bool = False
    in_order: bool = False
    lone: bool = False
    closed: bool = False

    @property
    def told(self) -> str:
        """Say what its members are; by its name only where that is a wording in use."""
        members = "、".join(self.members)
        if self.lead or self.nameless:
            return f"{self.lead or '通行表述是'}“{members}”"
        return f"“{self.name}”的各项是{members}"


@dataclass(frozen=True, slots=True)
class SetFile:
    """The shipped sets."""

    format: int
    sets: tuple[FixedSet, ...]


def parse(source: str, name: str) -> SetFile:
    """Read the sets; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(SetFile, source, name)
    for each in file.sets:
        if bool(each.members) != bool(each.shape):
            raise DataError(f"{name}：{each.name} 的 members 和 shape 须同时写")
        if each.shape and not all(one_of(each.shape).fullmatch(member) for member in each.members):
            raise DataError(f"{name}：{each.name} 的成员有不合 shape 的")
    return file


@cache
def shipped() -> tuple[FixedSet, ...]:
    """Read the shipped sets, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("sets", "sets.toml")
    return parse(path.read_text("utf-8"), path.name).sets


@cache
def one_of(shape: str) -> re.Pattern[str]:
    """Give what finds one word of a shape."""
    return compiled_later(shape)
