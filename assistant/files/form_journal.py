"""What stands in the form of 本次要求 while it is not kept: half a second behind the keyboard it lies in our own folder.

    {"requirement": 1, "files": [TOML, …], "notice": …, "checked": [[row, …], …], "former": …}

A form has nothing to do with the draft that may be open, so this is a file of its own, with a lock that ends with the
program; what a window that died left there is offered at the next start.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.files import kept_file, own_shelf
from assistant.files.kept_file import KeptFile
from assistant.files.known_file import fingerprint
from assistant.files.own_shelf import OwnFile
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates import template_file
from assistant.templates.template_file import TemplateFile
from assistant.text import canonical

FORMAT = 1
_KEY = "requirement"
_UNNAMED = "本次要求"


class FormLeft(NamedTuple):
    """A form that a window that died left: its files, the notice they were made of, what they were to replace, and when.

    `checked` names for each file the rows that the writer has gone through.
    """

    files: tuple[TemplateFile, ...]
    notice: str
    former: OwnFile | None
    time: float
    journal: Path
    checked: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """How the writer knows it: as 本次要求, with the meeting's name where that is filled in."""
        return f"{_UNNAMED}“{self.files[0].name}”" if self.files[0].name else _UNNAMED

    def discard(self) -> None:
        """Remove it, once it is kept among the templates or not wanted."""
        kept_file.discard(self.journal)


class FormJournal:
    """Keeps what is not kept as a template yet; one for each form."""

    def __init__(self) -> None:
        self.kept = KeptFile(kept_file.REQUIREMENT)

    def keep(
        self,
        files: Sequence[TemplateFile],
        notice: str,
        former: OwnFile | None,
        checked: Sequence[Sequence[str]] = (),
    ) -> None:
        """Write the form down as far as it is filled in. Raises Unwritable."""
        content = {
            _KEY: FORMAT,
            "files": [template_file.write(each) for each in files],
            "notice": notice,
            "checked": [list(each) for each in checked],
        }
        data = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
        head = kept_file.head_of(former.path, former.source.encode()) if former else kept_file.head_of(None, b"")
        self.kept.write(head, data)

    def clear(self) -> None:
        """Forget: it is kept as a template, or not wanted. The lock goes too."""
        self.kept.remove()
        self.kept.release()


def left() -> list[FormLeft]:
    """List what windows that died left behind, the newest first; what cannot be read is passed over, not removed."""
    listed = kept_file.listed(f"*{kept_file.REQUIREMENT}")
    found = (kept_file.left(each, _read, lambda one: one.time) for each in listed)
    return sorted((one for one in found if one), key=lambda one: one.time, reverse=True)


def _read(path: Path) -> FormLeft | None:
    try:
        found = kept_file.read(path)
        content = json.loads(found.content.decode("utf-8"))
        files = tuple(template_file.parse(str(each), path.name) for each in content["files"])
        if int(content[_KEY]) > FORMAT or not files:
            return None
        notice, former = canonical(str(content.get("notice", ""))), _former(found.path, found.known)
        checked = tuple(tuple(map(str, each)) for each in content.get("checked", ()))
        return FormLeft(files, notice, former, found.time, path, checked)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # DataError is a ValueError


def _former(path: Path | None, known: str) -> OwnFile | None:
    """Give the template that the form was to replace, where it is still there as it was then; else it is a new one."""
    if path is None:
        return None
    try:
        own = own_shelf.read(path)
    except (Unreadable, DataError):
        return None
    return own if fingerprint(own.source.encode()) == known else None
