"""Locks that end with the program: on each open draft, on each kept file.

The system keeps them, so they vanish however the program ends. Some network homes know no locks (ENOLCK); there the
lock's file names its owner instead, who is asked for by his mark; of its own the program knows itself which it has.
"""

from __future__ import annotations

import errno
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from assistant import paths
from assistant.files import processes
from assistant.files.disk import make_folder
from assistant.files.file_keys import key_of
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable

_claimed: set[Path] = set()  # by this program, where there are no locks
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)  # how systems say that somebody else has a lock


class FileLock:
    """A lock that is given up by itself when the program ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self.unsure = False  # whether it was taken without knowing that nobody else has it
        self._before = b""  # who may have it besides

    def acquire(self) -> bool:
        """Take the lock; False if another program has it. Where there can be none, go on without, unsure of it."""
        self.unsure, self._before = False, b""
        try:
            make_folder(self._path.parent, private=True)
            file = self._path.open("a+b")
        except (OSError, ValueError):
            self.unsure = True
            return True
        try:
            _lock(file)
        except OSError as error:
            if error.errno in _HELD or not self._claim(file):
                file.close()
                return False
        if self._file is not None:
            self._file.close()
        self._file = file
        return True

    def _claim(self, file: IO[bytes]) -> bool:
        """Write down who has it, where there are no locks; False if somebody who is running has."""
        own = processes.own_mark().encode()
        with suppress(OSError):
            file.seek(0)
            owner = file.read(80)
            if owner == own and self._path in _claimed and self._file is None:
                return False  # a window of ours has it
            running = processes.is_running(owner.decode("ascii")) if _is_mark(owner) and owner != own else False
            if running:
                return False
            self.unsure = running is None
            self._before = owner if self.unsure else b""
            file.truncate(0)
            file.write(own)
            file.flush()
            _claimed.add(self._path)
        return True

    @property
    def lost(self) -> bool:
        """Whether the lock's file was taken away, so that another program would not see it."""
        return self._file is not None and not self._path.exists()

    def release(self) -> None:
        """Give the lock back and remove its file, or leave it to whoever may have it besides."""
        if self._file is None:
            return
        _claimed.discard(self._path)
        if self._before:
            with suppress(OSError):
                self._file.truncate(0)
                self._file.write(self._before)
        with suppress(OSError):
            if sys.platform != "win32" and not self._before:
                self._path.unlink()  # while still held, so that nobody locks a file about to vanish
        self._file.close()
        self._file = None
        with suppress(OSError):
            if sys.platform == "win32" and not self._before:
                self._path.unlink()


def _is_mark(owner: bytes) -> bool:
    return bool(re.fullmatch(processes.MARK.encode(), owner))


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def draft_lock(path: Path) -> FileLock:
    """Make the lock of a draft file, held while a window has it open."""
    return FileLock(paths.home() / "locks" / f"{key_of(path)}.lock")


def locked_to_open(path: Path) -> FileLock:
    """Take the lock of a draft that is to be opened. Raises Unreadable where another window has it open."""
    lock = draft_lock(path)
    if not lock.acquire():
        raise Unreadable("这份草稿已在另一个窗口打开。请到那个窗口继续，或关闭那个窗口再打开。")
    return lock


def locked_to_replace(path: Path) -> FileLock:
    """Take the lock of a file that a draft is to be written over. Raises Unwritable where another window has it open."""
    lock = draft_lock(path)
    if not lock.acquire():
        raise Unwritable("这个文件正在另一个窗口打开，请换一个文件名。")
    return lock
