"""Regular expressions that are compiled when they are first used, and not even then if the build has done it.

To compile one takes from 0.1 to 11 milliseconds, and there are hundreds: with `re.compile` in the modules all of them
are waited for at every start, half of them in vain: most texts never come to use them, because something rarer is
looked for first. So a module says `compiled_later` in its place.

What Python's compiler makes of a pattern is a list of numbers. Those of all patterns are kept (see kept_code), and a
pattern is ready in some microseconds; that takes 100 ms off the opening of the window. What it finds can begin with is
put in front of it before (see first_characters).
"""

from __future__ import annotations

import importlib
import re
from array import array
from typing import Any, ClassVar, cast
from weakref import WeakSet

from assistant import kept_code
from assistant.first_characters import guarded

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


class Later:
    """Compiled by the first look for one of a pattern's methods, which are its own from then on."""

    every: ClassVar[WeakSet[Later]] = WeakSet()  # some are made of what stands in a text, and go with it

    def __init__(self, pattern: str, flags: int) -> None:
        self.made_of = pattern, int(flags)
        self.every.add(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        pattern, flags = self.made_of
        made = _kept(pattern, flags) or re.compile(guarded(pattern, flags), flags)
        self.__dict__.update({each: getattr(made, each) for each in _USED} | {"pattern": pattern})
        return self.__dict__[name]


def compiled_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used, by its methods: to `re.sub` and `match.re is …` it is none."""
    return cast("re.Pattern[str]", Later(pattern, flags))


def compile_all() -> None:
    """Compile all patterns of the modules that are loaded, and note what they are made of now."""
    compile_ = _sre.compile

    def noting(source: str, flags: int, code: list[int], *rest: Any) -> re.Pattern[str]:
        name, given = wanted
        kept_code.note_pattern(name, given, (flags, array("I", code).tobytes(), *rest))
        return cast("re.Pattern[str]", compile_(source, flags, code, *rest))

    re.purge()  # what `re` remembers it does not compile
    _sre.compile = noting
    try:
        for wanted in {each.made_of for each in Later.every}:
            pattern, flags = wanted
            re.compile(guarded(pattern, flags), flags)
    finally:
        _sre.compile = compile_


def _kept(pattern: str, flags: int) -> re.Pattern[str] | None:
    if not (made := kept_code.pattern(pattern, flags)):
        return None
    try:
        flags, code, *rest = made
        return cast("re.Pattern[str]", _sre.compile(pattern, flags, array("I", code).tolist(), *rest))
    except (RuntimeError, TypeError, ValueError, OverflowError):  # Python looks whether the numbers are sound
        return None
