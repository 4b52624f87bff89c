"""What is free of this process's memory goes back to the system, so that a day of typing takes no more than an hour."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

_ARENA_MAX = -8  # as malloc.h has it


def sweep() -> None:
    """Collect the garbage, and give the memory that is free back to the system.

    The C library of Linux keeps what was freed between two pieces that are in use, which grows over a day of typing.
    """
    gc.collect()
    _tell_c_library("malloc_trim", 0)


def share() -> None:
    """Let threads take memory from where the window does; to be called before many have been started.

    The C library of Linux gives up to eight for each processor a place of their own. Each file is opened, each journal
    written by a thread, and what stays of it keeps such a place in memory.
    """
    _tell_c_library("mallopt", _ARENA_MAX, 1)


def _tell_c_library(name: str, *values: int) -> None:
    if (library := _c_library()) and (function := getattr(library, name, None)):  # others than glibc have no such thing
        function(*values)


@cache  # ctypes makes classes anew each time that a library is asked for
def _c_library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    with suppress(OSError):
        return ctypes.CDLL("libc.so.6")
    return None
