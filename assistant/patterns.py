"""Regular expressions that are compiled when they are first used.

To compile one takes from 0.1 to 5 milliseconds, and there are hundreds: with `re.compile` in the modules all of them
are waited for at every start, half of them in vain: most texts never come to use them, because something rarer is
looked for first. So a module says `compiled_later` in its place.
"""

from __future__ import annotations

import re
from typing import Any, cast

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


class Later:
    """Compiled by the first look for one of a pattern's methods, which are its own from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        made = re.compile(*self._made_of)
        self.__dict__.update((each, getattr(made, each)) for each in _USED)
        return self.__dict__[name]


def compiled_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used, by its methods: to `re.sub` and `match.re is …` it is none."""
    return cast("re.Pattern[str]", Later(pattern, flags))
