"""Which program wrote something: a mark by which a later one can tell whether that is still running.

Where a folder knows no locks, and for what a killed program left half written, the mark is all there is to go by.
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

MARK = r"[0-9a-f]{1,8}-[0-9a-f]{8}-[0-9a-f]{8}"  # process, machine, when it was started


def own_mark() -> str:
    """Give the mark of this program."""
    return _mark(os.getpid())


def is_running(mark: str) -> bool | None:
    """Tell whether the program of a mark is running; None where that cannot be known, as on another machine."""
    number, machine, started = mark.split("-")
    if machine != _machine() or sys.platform == "win32":
        return None
    process = int(number, 16)
    if _started(process):
        return _started(process) == started
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return None
    return None  # somebody has that number


def _mark(process: int) -> str:
    return f"{process:x}-{_machine()}-{_started(process) or '0' * 8}"


def _machine() -> str:
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode('utf-8', 'replace')):08x}"


def _started(process: int) -> str:
    """Tell when a process was started, in a form that no other of that number ever has; "" where nothing tells it."""
    try:
        start = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()[19]
        boot = Path("/proc/sys/kernel/random/boot_id").read_bytes()
    except (OSError, IndexError):
        return ""
    return f"{zlib.crc32(boot + start):08x}"
