"""The file of 批评意见, and what is kept of it while it is not saved.

    {"criticism": 1, "entries": [{"to", "problem", "instance", "wish"}]}

It speaks of others, so it is a file of its own, for the user alone, and goes neither into a draft nor beside one.
Keys that this version does not know survive a save. Half a second behind the keyboard what is not saved yet lies in our
own folder, with a lock that ends with the program; what a window that died left there is offered when the form is next
opened.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

from assistant import paths
from assistant.files.disk import is_path, load_bytes, replace_file
from assistant.files.draft import ChangedOnDisk, fingerprint
from assistant.files.locks import FileLock
from assistant.files.safekeeping import LAST_TIME
from assistant.reading import LARGEST, Unreadable
from assistant.review.criticism import FIELDS, Criticism, Form
from assistant.text import canonical

FORMAT = 1
_KEY, _ENTRIES = "criticism", "entries"
_BROKEN = "批评意见文件已损坏，未能读取。请看有没有另外保存的一份。"
_NEWER = "这份批评意见是用更新版本的程序保存的，请用新版程序打开。"


def encode(form: Form) -> bytes:
    """Write a form as JSON. It begins with its key, by which the file is known whatever its name."""
    entries = [{name: getattr(each, name) for name in FIELDS} | dict(each.extra) for each in form.entries]
    content = {_KEY: FORMAT, _ENTRIES: entries, **form.extra}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def decode(data: bytes) -> Form:
    """Read a form from JSON. Raises Unreadable."""
    try:
        return _form(json.loads(data.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Unreadable(_BROKEN) from None


def _form(content: Mapping[str, Any]) -> Form:
    if int(content[_KEY]) > FORMAT:
        raise Unreadable(_NEWER)
    extra = {key: value for key, value in content.items() if key not in (_KEY, _ENTRIES)}
    return Form(tuple(map(_entry, content[_ENTRIES])), extra)


def _entry(table: Mapping[str, Any]) -> Criticism:
    extra = {key: value for key, value in table.items() if key not in FIELDS}
    said = {name: canonical(str(table.get(name, ""))) for name in FIELDS}
    return Criticism(**said, extra=extra)


class CriticismFile(NamedTuple):
    """A form on disk: where, and what was in it when it was last read or saved."""

    path: Path
    known: bytes = b""

    @staticmethod
    def load(path: Path) -> tuple[CriticismFile, Form]:
        """Read a file. Raises Unreadable."""
        data = load_bytes(path)
        return CriticismFile(path, data), decode(data)

    def save(self, form: Form) -> CriticismFile:
        """Write the form whole. Raises Unwritable; ChangedOnDisk where somebody else has written the file meanwhile."""
        if self.known and _content(self.path) not in (b"", self.known):
            raise ChangedOnDisk(self.path.name)
        data = encode(form)
        replace_file(self.path, data, private=True)
        return self._replace(known=data)


def _content(path: Path) -> bytes:
    with suppress(OSError, ValueError):
        return path.read_bytes()
    return b""


class Unsaved(NamedTuple):
    """A form that a window that died left unsaved, the file it belongs to (None: it has none yet), and when."""

    form: Form
    file: CriticismFile | None
    time: float
    journal: Path

    def discard(self) -> None:
        """Remove what was kept, once it is safe or not wanted."""
        for path in (self.journal, self.journal.with_suffix(".lock")):
            with suppress(OSError):
                path.unlink()


class Keeping:
    """Keeps what is not saved yet; one for each window."""

    def __init__(self) -> None:
        self._path = _folder() / f"{os.urandom(8).hex()}.criticism"
        self._lock = FileLock(self._path.with_suffix(".lock"))
        self._locked = False

    def keep(self, form: Form, file: CriticismFile | None) -> None:
        """Write the form down as it is now. Raises Unwritable."""
        if self._lock.lost:
            self._lock.release()
            self._locked = False
        if not self._locked:
            self._locked = self._lock.acquire()
        head = {"path": str(file.path) if file else None, "time": time.time()}
        if file and file.known:
            head["known"] = fingerprint(file.known)
        replace_file(self._path, json.dumps(head).encode() + b"\n" + encode(form), private=True)

    def clear(self) -> None:
        """Forget: all is saved, or not wanted. The lock goes too."""
        with suppress(OSError):
            self._path.unlink()
        self._lock.release()
        self._locked = False


def _folder() -> Path:
    return paths.home() / "journals"  # with those of drafts, so that it is tidied and closed to others with them


def unsaved() -> list[Unsaved]:
    """List what windows that died left behind, the newest first; what cannot be read is passed over, not removed."""
    found: list[Unsaved] = []
    for path in _kept():
        lock = FileLock(path.with_suffix(".lock"))
        if lock.acquire():
            if (one := _read(path)) and one.form.written:
                found.append(one)
            lock.release()
    return sorted(found, key=lambda one: one.time, reverse=True)


def clear_unsaved() -> None:
    """Remove what no open window has, for ever."""
    for path in _kept():
        lock = FileLock(path.with_suffix(".lock"))
        if lock.acquire():
            with suppress(OSError):
                path.unlink()
            lock.release()


def _kept() -> Iterator[Path]:
    with suppress(OSError, ValueError):
        yield from sorted(_folder().glob("*.criticism"))


def _read(path: Path) -> Unsaved | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        head, _, body = path.read_bytes().partition(b"\n")
        about = cast("dict[str, Any]", json.loads(head))
        origin, when, known = about.get("path"), about.get("time"), str(about.get("known", ""))
        if not (isinstance(when, (int, float)) and 0 <= when < LAST_TIME):
            when = path.stat().st_mtime
        return Unsaved(decode(body), _file(Path(origin), known) if is_path(origin) else None, float(when), path)
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError, Unreadable):
        return None


def _file(path: Path, known: str) -> CriticismFile:
    """Take a file that was known by a fingerprint; if it is another by now, saving finds it changed."""
    data = _content(path)
    return CriticismFile(path, data if not known or fingerprint(data) == known else b"\0")
