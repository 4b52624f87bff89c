"""What is free of this process's memory goes back to the system, so that a day of typing takes no more than an hour."""

from __future__ import annotations

import gc
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from assistant.patterns import compiled_later

if TYPE_CHECKING:
    import ctypes

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3  # as malloc.h has them
_LARGE = 128 * 1024  # bytes; where the C library itself begins
_DONT_NEED = 4  # as mman.h has it
# What is only ever read, by the window's own thread, a few pages here and there; never a library: of those a part has
# been written to.
_LOOKED_UP = compiled_later(r"^(\w+)-(\w+) r--[ps] .*(?:\.tt[cf]|\.otf|/slips\.bin)$", re.MULTILINE)


def sweep() -> None:
    """Collect the garbage, and give back what is free to the system, and what it can read from files again.

    The C library of Linux keeps what was freed between two pieces that are in use, which grows over a day of typing.
    """
    gc.collect()
    _let_go_of_glyphs()
    _tell_c_library("malloc_trim", 0)
    let_go_of_files()


def _let_go_of_glyphs() -> None:
    """Let Qt drop what it has drawn of letters: 6 to 8 MB after an hour of windows, sizes and zooms.

    Qt itself keeps each size of each font for minutes after its last use, without a bound. To set the families for
    emoji, to what they are, is the public way to have all go at once (Qt 6.9; an older one keeps them). What is painted
    next draws its letters anew: 1 ms for a line, 3 ms for a page.
    """
    if set_families := getattr(QFontDatabase, "setApplicationEmojiFontFamilies", None):
        set_families(QFontDatabase.applicationEmojiFontFamilies())


def let_go_of_files() -> None:
    """Give back the pages of fonts and counts: 9 MB once the page is painted, 33 after some minutes; a day brings in the rest.

    The system still has them for the next look, which takes no longer than a key.
    """
    library = _c_library()
    if not library:
        return
    import ctypes

    with suppress(OSError):
        for start, end in _LOOKED_UP.findall(Path("/proc/self/maps").read_text("utf-8", "replace")):
            first, length = int(start, 16), int(end, 16) - int(start, 16)
            library.madvise(ctypes.c_void_p(first), ctypes.c_size_t(length), _DONT_NEED)


def keep_compact() -> None:
    """Let threads take memory from where the window does, and large pieces stand alone; to be called before many threads start.

    The C library of Linux gives up to eight for each processor a place of their own. Each file is opened, each journal
    written by a thread, and what stays of it keeps such a place in memory. A piece of 128 kB goes back to the system
    when it is freed, until one larger has been: from then on up to that size they are put between the small ones,
    and leave holes there. A size that is set stays.
    """
    _tell_c_library("mallopt", _ARENA_MAX, 1)
    _tell_c_library("mallopt", _MMAP_THRESHOLD, _LARGE)


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
