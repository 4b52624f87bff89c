"""Characters that look alike, so that one is taken for the other: 遂 for 逐, 暇 for 瑕."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.strict_toml import DataError


@dataclass(frozen=True, slots=True)
class ShapeFile:
    """`groups`: characters that look alike, a blank or a line between two groups.

    `near`: a character and those that look like it, and it like them, but not all of them like one another; found by
    comparing pictures.
    """

    format: int
    source: str
    groups: str
    near: str = ""


def parse(source: str, name: str) -> Mapping[str, str]:
    """Read groups: to each character those that look like it. `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(ShapeFile, source, name)
    found: dict[str, dict[str, None]] = {}
    for group in file.groups.split():
        if len(group) < 2 or len(set(group)) < len(group):
            raise DataError(f"{name}：“{group}”应为两个以上不同的字")
        for each in group:
            found.setdefault(each, {}).update(dict.fromkeys(group.replace(each, "")))
    for group in file.near.split():
        each, others = group[0], list(group[1:])
        if each in others or len(set(others)) < len(others):
            raise DataError(f"{name}：“{each}{''.join(others)}”应为不同的字")
        found.setdefault(each, {}).update(dict.fromkeys(others))
        for other in others:
            found.setdefault(other, {})[each] = None
    return {each: "".join(others) for each, others in found.items()}


@cache
def shipped() -> Mapping[str, str]:
    """Read the shipped groups, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("slips", "shapes.toml")
    return parse(path.read_text("utf-8"), path.name)


def alike(span: str) -> Iterator[str]:
    """Yield what a span reads with one of its characters taken for another that looks like it."""
    shapes = shipped()
    for at, character in enumerate(span):
        for other in shapes.get(character, ""):
            yield span[:at] + other + span[at + 1 :]
