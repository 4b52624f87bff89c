"""A file behind the keyboard, in our own folder: what is not saved yet, with a lock that ends with the program.

Its first line tells of what file it is and when it was written; the rest is that file's content. Drafts and 批评意见 are
kept so alike; what else each needs is with them (journals, criticism_file).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.known_file import fingerprint
from assistant.files.locks import FileLock
from assistant.files.naming import is_path

LAST_TIME = 32503680000.0  # the year 3000; what is later no clock has told
SURELY_LEFT = 86400.0  # seconds without a change, after which one is left behind whose owner cannot be asked for
DRAFT, CRITICISM, REQUIREMENT = ".journal", ".criticism", ".requirement"  # the suffixes: of what each holds

T = TypeVar("T")


def folder() -> Path:
    """Give the folder that holds them."""
    return paths.home() / "journals"


def listed(pattern: str, where: Path | None = None) -> list[Path]:
    """List those in our own folder, or in another, that are named so; none where it cannot be read."""
    with suppress(OSError, ValueError):
        return sorted((where or folder()).glob(pattern))
    return []


def all_kept() -> list[Path]:
    """List all in our own folder, of every kind."""
    return [path for suffix in (DRAFT, CRITICISM, REQUIREMENT) for path in listed(f"*{suffix}")]


def clear_left() -> None:
    """Remove all that no open window has, those that cannot be read too, for ever.

    One that may be a window's on another machine, as in a home that several share and that knows no locks, stays a day.
    """
    for path in all_kept():
        if left(path, lambda one: one, _changed):
            discard(path)


def _changed(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def head_of(path: Path | None, known: bytes) -> dict[str, Any]:
    """Begin a head: the file that the content belongs to, as the window knew it, and now."""
    head: dict[str, Any] = {"path": str(path) if path else None, "time": time.time()}
    return {**head, "known": fingerprint(known)} if path and known else head


class KeptFile:
    """One for each window; its name is its own."""

    def __init__(self, suffix: str) -> None:
        self.name = os.urandom(8).hex()
        self.path = folder() / f"{self.name}{suffix}"
        self._lock = FileLock(self.path.with_suffix(".lock"))
        self._locked = False

    def write(self, head: Mapping[str, Any], content: bytes) -> None:
        """Write it whole, under its lock: somebody may have cleared our folder meanwhile. Raises Unwritable."""
        if self._lock.lost:
            self.release()
        if not self._locked:
            self._locked = self._lock.acquire() and not self._lock.unsure
        replace_file(self.path, json.dumps(head).encode() + b"\n" + content, private=True)  # a name may be no UTF-8

    def remove(self) -> None:
        """Take the file away; the lock stays."""
        with suppress(OSError):
            self.path.unlink()

    def release(self) -> None:
        """Give up the lock."""
        self._lock.release()
        self._locked = False


class Found(NamedTuple):
    """What one holds: its head, when it was written, and the content."""

    head: Mapping[str, Any]
    time: float
    content: bytes

    @property
    def path(self) -> Path | None:
        """The file that the content belongs to; None where it has none yet."""
        return self.path_at("path")

    @property
    def known(self) -> str:
        """The fingerprint of that file as the window had last read or saved it."""
        return str(self.head.get("known", ""))

    def path_at(self, key: str) -> Path | None:
        """Give a path that the head names; None where it names none that there can be."""
        value = self.head.get(key)
        return Path(value) if is_path(value) else None


def read(path: Path) -> Found:
    """Read one. Raises OSError, ValueError, TypeError or RecursionError where it is none, whatever is in it."""
    head, _, content = bytes_of(path).partition(b"\n")
    about = json.loads(head)
    if not isinstance(about, dict):
        raise TypeError(path.name)
    about = cast("dict[str, Any]", about)
    when = about.get("time")
    if not (isinstance(when, (int, float)) and 0 <= when < LAST_TIME):
        when = path.stat().st_mtime
    return Found(about, float(when), content)


def left(path: Path, take: Callable[[Path], T | None], when: Callable[[T], float]) -> T | None:
    """Take what a window that died left behind; None where its window is, or may be, still open, or nothing is taken."""
    lock = FileLock(path.with_suffix(".lock"))
    if not lock.acquire():
        return None
    try:
        found = take(path)
    finally:
        lock.release()
    return found if found and not (lock.unsure and abs(time.time() - when(found)) < SURELY_LEFT) else None


def discard(path: Path) -> None:
    """Remove one with its lock, once its content is safe or not wanted."""
    for each in (path, path.with_suffix(".lock")):
        with suppress(OSError):
            each.unlink()
