"""Regular expressions that are compiled when they are first used, and not even then if the build has done it.

To compile one takes from 0.1 to 11 milliseconds, and there are hundreds: with `re.compile` in the modules all of them
are waited for at every start, half of them in vain: most texts never come to use them, because something rarer is
looked for first. So a module says `compiled_later` in its place.

What Python's compiler makes of a pattern is a list of numbers. `dev.py` and the build keep those of all patterns in one
file beside the compiled modules (packaging/compile_patterns.py), from which a pattern is ready in some microseconds; that
takes 100 ms off the opening of the window. Where the file is missing or another Python's, or a pattern has
changed since, the pattern is compiled as ever: the file can only be of no use, never wrong.
"""

from __future__ import annotations

import importlib
import marshal
import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, cast
from weakref import WeakSet

KEPT = Path(__file__).parent / "__pycache__" / f"patterns.{sys.implementation.cache_tag}.bin"
_USED = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "split",
    "sub",
    "subn",
    "pattern",
    "flags",
    "groupindex",
)
_sre: Any = importlib.import_module("_sre")  # what `re` itself builds patterns with

_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class Later:
    """Compiled by the first look for one of a pattern's methods, which are its own from then on."""

    every: ClassVar[WeakSet[Later]] = WeakSet()  # some are made of what stands in a text, and go with it

    def __init__(self, pattern: str, flags: int) -> None:
        self.made_of = pattern, int(flags)
        self.every.add(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        made = _kept(*self.made_of) or re.compile(*self.made_of)
        self.__dict__.update((each, getattr(made, each)) for each in _USED)
        return self.__dict__[name]


def compiled_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used, by its methods: to `re.sub` and `match.re is …` it is none."""
    return cast("re.Pattern[str]", Later(pattern, flags))


def compiled_all() -> bytes:
    """Compile all patterns of the modules that are loaded, and give what the file KEPT is to hold."""
    compile_, made = _sre.compile, dict[tuple[str, int], _Made]()

    def noting(pattern: str, flags: int, code: list[int], *rest: Any) -> re.Pattern[str]:
        made[wanted] = (flags, array("I", code).tobytes(), *rest)
        return cast("re.Pattern[str]", compile_(pattern, flags, code, *rest))

    re.purge()  # what `re` remembers it does not compile
    _sre.compile = noting
    try:
        for wanted in {each.made_of for each in Later.every}:
            re.compile(*wanted)
    finally:
        _sre.compile = compile_
    return marshal.dumps((sys.version, made))


@cache
def all_kept() -> Mapping[tuple[str, int], _Made]:
    """Read what was compiled beforehand by this very Python, to which alone the numbers mean something; else nothing."""
    try:
        python, made = marshal.loads(KEPT.read_bytes())  # noqa: S302  # as trusted as the compiled modules it lies beside
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return cast("Mapping[tuple[str, int], _Made]", made) if python == sys.version else {}


def _kept(pattern: str, flags: int) -> re.Pattern[str] | None:
    if not (made := all_kept().get((pattern, flags))):
        return None
    try:
        flags, code, *rest = made
        return cast("re.Pattern[str]", _sre.compile(pattern, flags, array("I", code).tolist(), *rest))
    except (RuntimeError, TypeError, ValueError, OverflowError):  # Python looks whether the numbers are sound
        return None
