"""What an error of the system means to whoever wanted to read or write a file.

Windows has far more numbers than the errno that Python makes of them, and some fall under the wrong one: a path that is too
long comes as "not found", a drive without a disk as "no permission". So its own number is asked first.
Source: System Error Codes, Microsoft Learn.
"""

from __future__ import annotations

import errno
import sys
from enum import Enum, auto
from pathlib import Path

from assistant.patterns import compiled_later


class Trouble(Enum):
    """What is in the way."""

    FULL = auto()
    REFUSED = auto()  # no permission, or another program has the file
    GONE = auto()  # the place is no longer there: a stick pulled out, a network drive that does not answer
    MISSING = auto()  # the file alone
    TOO_LONG = auto()
    NAME = auto()  # no file may be called so
    INFECTED = auto()  # the virus scanner stopped it
    OTHER = auto()


_OF_WINDOWS = {
    Trouble.FULL: (39, 112, 1295),
    Trouble.REFUSED: (5, 19, 32, 33, 1314),
    Trouble.GONE: (3, 15, 20, 21, 31, 51, 53, 55, 59, 64, 65, 67, 71, 121, 433, 483, 1006, 1117, 1167, 1222, 1231, 1232, 1236, 1450),
    Trouble.MISSING: (2,),
    Trouble.TOO_LONG: (111, 206),
    Trouble.NAME: (123, 161, 267),
    Trouble.INFECTED: (225, 226),
}  # fmt: skip
_OF_ERRNO = {
    Trouble.FULL: (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
    Trouble.REFUSED: (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY),
    Trouble.GONE: (errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ETIMEDOUT),
    Trouble.MISSING: (errno.ENOENT,),
    Trouble.TOO_LONG: (errno.ENAMETOOLONG,),
    Trouble.NAME: (errno.EILSEQ,),
}  # fmt: skip
_WINDOWS = {number: trouble for trouble, numbers in _OF_WINDOWS.items() for number in numbers}
_ERRNO = {number: trouble for trouble, numbers in _OF_ERRNO.items() for number in numbers}
# Windows keeps these for devices, whatever stands behind the first dot; writing to such a "file" loses everything
_DEVICES = compiled_later(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])( *\..*)?")


def of(error: OSError) -> Trouble:
    """Tell what an error means."""
    number = getattr(error, "winerror", None)
    if number in _WINDOWS:
        return _WINDOWS[number]
    return _ERRNO.get(error.errno or 0, Trouble.OTHER)


def is_in_use(error: OSError) -> bool:
    """Tell whether Windows says that another program has the file open."""
    return getattr(error, "winerror", None) in (32, 33)


def is_device(path: Path) -> bool:
    """Tell a name that Windows keeps for a device; elsewhere there are none."""
    return sys.platform == "win32" and bool(_DEVICES.fullmatch(path.name.rstrip(" ")))


def told(error: OSError) -> str:
    """Give the system's own words and number, for whoever helps."""
    number = getattr(error, "winerror", None) or error.errno
    return f"系统的说明是“{error.strerror or error}”，编号{number}"
