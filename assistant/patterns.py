"""Regular expressions that are compiled when they are first used, and not even then if the build has done it.

To compile one takes from 0.1 to 11 milliseconds, and there are hundreds: with `re.compile` in the modules all of them
are waited for at every start, half of them in vain: most texts never come to use them, because something rarer is
looked for first. So a module says `compiled_later` in its place.

What Python's compiler makes of a pattern is a list of numbers. Those of all patterns are kept (see kept_code), and a
pattern is ready in some microseconds; that takes 100 ms off the opening of the window. What it finds can begin with is
put at its head before (see first_characters).
"""

from __future__ import annotations

import gc
import importlib
import re
from array import array
from typing import Any, cast

from assistant import kept_code
from assistant.first_characters import numbers

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
    """Compiled by the first look for one of a pattern's methods; each that is looked for is its own from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.made_of = pattern, int(flags)
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        if self._made is None:
            self._made = _compiled(*self.made_of)
        found = self.__dict__[name] = getattr(self._made, name)
        return found


def compiled_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used, by its methods: to `re.sub` and `match.re is …` it is none."""
    return cast("re.Pattern[str]", Later(pattern, flags))


def every() -> list[Later]:
    """List all patterns there are; only the build asks, so no list of them is kept."""
    return [
        each for each in gc.get_objects() if type(each) is Later
    ]  # a proxy whose object is gone may be asked nothing else


def compile_all() -> None:
    """Compile all patterns of the modules that are loaded, and note what they are made of now."""
    for pattern, flags in {each.made_of for each in every()}:
        all_flags, code, groups, names, groups_by_number = numbers(pattern, flags)
        made = all_flags, array("I", code).tobytes(), groups, names, groups_by_number
        kept_code.note_pattern(pattern, flags, made)


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        if made := kept_code.pattern(pattern, flags):
            all_flags, kept, *rest = made
            return cast("re.Pattern[str]", _sre.compile(pattern, all_flags, array("I", kept).tolist(), *rest))
    except (RuntimeError, TypeError, ValueError, OverflowError):  # Python looks whether the numbers are sound
        pass
    return cast("re.Pattern[str]", _sre.compile(pattern, *numbers(pattern, flags)))
