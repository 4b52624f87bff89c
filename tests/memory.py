"""How much memory this process has: what is in the machine's, and what of the C library's own is in use."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path


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
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            tell = ctypes.CDLL("libc.so.6").mallinfo2
            tell.restype = _Mallinfo
            told = tell()
            return (told.uordblks + told.hblkhd) / 1e6
    return 0.0


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
