"""Which program wrote something: a mark by which a later one can tell whether that is still running.

Where a folder knows no locks, and for what a killed program left half written, the mark is all there is to go by.
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

MARK = r"[0-9a-f]{1,8}-[0-9a-f]{8}-[0-9a-f]{8}"  # process, machine, when it was started
_UNTOLD = "0" * 8
# of Windows: a right that is given for all processes, an error, the exit code of what runs
_QUERY, _NO_SUCH_PROCESS, _STILL_ACTIVE = 0x1000, 87, 259


def own_mark() -> str:
    """Give the mark of this program."""
    return _mark(os.getpid())


def is_running(mark: str) -> bool | None:
    """Tell whether the program of a mark is running; None where that cannot be known, as on another machine."""
    number, machine, started = mark.split("-")
    if machine != _machine():
        return None
    process = int(number, 16)
    if (now := _started(process)) and started != _UNTOLD:
        return now == started
    return None if _may_exist(process) else False  # somebody has that number


def _mark(process: int) -> str:
    return f"{process:x}-{_machine()}-{_started(process) or _UNTOLD}"


def _machine() -> str:
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode('utf-8', 'replace')):08x}"


if sys.platform == "win32":

    def _started(process: int) -> str:
        start = _ask(process)
        return f"{zlib.crc32(start.to_bytes(8, 'little')):08x}" if start else ""

    def _may_exist(process: int) -> bool:
        return _ask(process) != 0

    def _ask(process: int) -> int | None:
        """Ask Windows when a process was started, in 100 ns; 0 where there is none any more, None where it does not say."""
        import ctypes
        from ctypes import wintypes

        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.OpenProcess.restype = wintypes.HANDLE
        opened = system.OpenProcess(_QUERY, False, wintypes.DWORD(process))
        if not opened:
            return 0 if ctypes.get_last_error() == _NO_SUCH_PROCESS else None
        handle, code, times = wintypes.HANDLE(opened), wintypes.DWORD(), [ctypes.c_uint64() for _ in range(4)]
        try:
            if not system.GetExitCodeProcess(handle, ctypes.byref(code)):
                return None
            if code.value != _STILL_ACTIVE:
                return 0  # somebody still holds what is left of it
            return times[0].value if system.GetProcessTimes(handle, *map(ctypes.byref, times)) else None
        finally:
            system.CloseHandle(handle)

else:

    def _started(process: int) -> str:
        """Tell when a process was started, in a form that no other of that number ever has; "" where nothing tells it."""
        try:
            start = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()[19]
            boot = Path("/proc/sys/kernel/random/boot_id").read_bytes()
        except (OSError, IndexError):
            return ""
        return f"{zlib.crc32(boot + start):08x}"

    def _may_exist(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True
        return True
