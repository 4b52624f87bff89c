"""What functions remember of the text that is open: after a key nearly all of it is what it was.

What they were asked about another text is of no use any more once that has gone, and of a day's many texts it would
come to some megabytes; `forget` lets go of all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_forgetting: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Function], Function]:
    """Have a function remember what it was last asked, that often at most, until the text goes."""

    def remembering(function: Function) -> Function:
        made = lru_cache(maxsize=most)(function)
        _forgetting.append(made.cache_clear)
        return made  # type: ignore[return-value]  # what it takes and gives is the same

    return remembering


def forget() -> None:
    """Let go of all that was remembered: another text is about to be open."""
    for each in _forgetting:
        each()
