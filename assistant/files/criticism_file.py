"""The file of 批评意见, and what is kept of it while it is not saved.

    {"criticism": 1, "entries": [{"to", "problem", "instance", "wish"}]}

It speaks of others, so it is a file of its own, for the user alone, and goes neither into a draft nor beside one.
Keys that this version does not know survive a save. Half a second behind the keyboard what is not saved yet lies in our
own folder, with a lock that ends with the program; what a window that died left there is offered when the form is next
opened.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from assistant.files import kept_file
from assistant.files.disk import load_bytes
from assistant.files.kept_file import KeptFile
from assistant.files.known_file import content_of, fingerprint, write_known
from assistant.reading import Unreadable
from assistant.review.criticism import FIELDS, Criticism, Form
from assistant.text import canonical

FORMAT = 1
_KEY, _ENTRIES = "criticism", "entries"
_BROKEN = "批评意见文件已损坏，未能读取。另外保存过的，请打开那一份。"
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
    """A form on disk: where, what was in it when it was last read or saved, and where what was damaged was put then."""

    path: Path
    known: bytes = b""
    damaged: Path | None = None

    @staticmethod
    def load(path: Path) -> tuple[CriticismFile, Form]:
        """Read a file. Raises Unreadable."""
        data = load_bytes(path)
        return CriticismFile(path, data), decode(data)

    def save(self, form: Form, *, anew: bool = False) -> CriticismFile:
        """Write the form whole; over a file that was emptied or damaged only `anew`.

        Raises Unwritable; ChangedOnDisk where somebody else has written the file meanwhile.
        """
        data = encode(form)
        return self._replace(known=data, damaged=write_known(self.path, self.known, data, anew=anew).damaged)


class Unsaved(NamedTuple):
    """A form that a window that died left unsaved, the file it belongs to (None: it has none yet), and when."""

    form: Form
    file: CriticismFile | None
    time: float
    journal: Path

    def discard(self) -> None:
        """Remove what was kept, once it is safe or not wanted."""
        kept_file.discard(self.journal)


class Keeping:
    """Keeps what is not saved yet; one for each window."""

    def __init__(self) -> None:
        self.kept = KeptFile(kept_file.CRITICISM)

    def keep(self, form: Form, file: CriticismFile | None) -> None:
        """Write the form down as it is now. Raises Unwritable."""
        self.kept.write(kept_file.head_of(file and file.path, file.known if file else b""), encode(form))

    def clear(self) -> None:
        """Forget: all is saved, or not wanted. The lock goes too."""
        self.kept.remove()
        self.kept.release()


def unsaved() -> list[Unsaved]:
    """List what windows that died left behind, the newest first; what cannot be read is passed over, not removed."""
    found = (kept_file.left(each, _read, lambda one: one.time) for each in kept_file.listed(f"*{kept_file.CRITICISM}"))
    return sorted((one for one in found if one and one.form.written), key=lambda one: one.time, reverse=True)


def _read(path: Path) -> Unsaved | None:
    try:
        found = kept_file.read(path)
        file = _file(found.path, found.known) if found.path else None
        return Unsaved(decode(found.content), file, found.time, path)
    except (OSError, ValueError, TypeError, RecursionError, Unreadable):
        return None


def _file(path: Path, known: str) -> CriticismFile:
    """Take a file that was known by a fingerprint; if it is another by now, saving finds it changed."""
    data = content_of(path)
    return CriticismFile(path, data if not known or fingerprint(data) == known else b"\0")
