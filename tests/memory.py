"""How much memory this process has: what is in the machine's, and what of the C library's own is in use."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import cast


def resident() -> tuple[float, float]:
    """Give the memory of this process that is in the machine's, and what of it are files; 0 where the system does not tell."""
    if sys.platform != "linux":  # in Wine there is a /proc too
        return 0.0, 0.0
    _, pages, shared = map(int, Path("/proc/self/statm").read_text().split()[:3])
    size = os.sysconf("SC_PAGE_SIZE") / 1e6
    return pages * size, shared * size


class _Mallinfo(ctypes.Structure):
    _names = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
    _fields_ = tuple(zip(_names, (ctypes.c_size_t,) * len(_names), strict=True))


def in_use() -> float:
    """Give what is in use of the memory that the C library has taken; 0 where it does not tell (before glibc 2.33)."""
    told = _told()
    return (told.uordblks + told.hblkhd) / 1e6 if told else 0.0


def standing_alone() -> float:
    """Give what of that are pieces that go back to the system when they are freed; 0 where the C library does not tell."""
    told = _told()
    return told.hblkhd / 1e6 if told else 0.0


def _told() -> _Mallinfo | None:
    library = _c_library()
    tell = getattr(library, "mallinfo2", None) if library else None
    if not tell:
        return None
    tell.restype = _Mallinfo
    return cast("_Mallinfo", tell())


@cache  # ctypes makes classes anew each time that a library is asked for
def _c_library() -> ctypes.CDLL | None:
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            return ctypes.CDLL("libc.so.6")
    return None


def places() -> int:
    """Count the places (arenas) that the C library has given threads, the window's among them; 0 where it does not tell."""
    if not sys.platform.startswith("linux"):
        return 0
    library = ctypes.CDLL(None)
    if not hasattr(library, "malloc_info"):
        return 0
    library.open_memstream.restype = ctypes.c_void_p
    told, size = ctypes.c_char_p(), ctypes.c_size_t()
    stream = ctypes.c_void_p(library.open_memstream(ctypes.byref(told), ctypes.byref(size)))
    library.malloc_info(0, stream)
    library.fclose(stream)
    return (told.value or b"").count(b"<heap nr=")
