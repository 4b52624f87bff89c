"""A document as it comes from outside. Knows nothing of what is open, so that another thread can read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant.decisions import Stage
from assistant.files import naming, opening, origins
from assistant.files.draft import Draft, DraftFile, Source
from assistant.files.journals import Recovered
from assistant.reading import Unreadable
from assistant.ui.document import file_places
from assistant.ui.document.history import Choices

MOST_CHARACTERS = 200_000
"""Beyond this looking at the text keeps the window waiting for a second or more; forty materials have as many."""


_TOO_LONG = (
    f"文件有约{{}}万字，窗口里一次最多打开{MOST_CHARACTERS // 10_000}万字。请在Word或WPS里把要写的那一份另存为一个文件，再打开；"
    "要检查许多人的材料，请一人一份存在一个文件夹里，再用“检查—检查一批文件”。"
)
TOO_LONG_TO_PASTE = f"没有粘贴：粘贴后全文超过{MOST_CHARACTERS // 10_000}万字，超出一份材料的篇幅。请只复制要用的部分。"


class Opened(NamedTuple):
    """A draft with its file, or a text that was read from another file."""

    text: str
    choices: Choices
    file: DraftFile | None = None
    source: Path | None = None
    notes: tuple[str, ...] = ()
    exported: str = ""
    extra: Mapping[str, Any] = MappingProxyType({})
    origin: Source | None = None  # the file that a draft was once begun from, or a new one is made of
    saved_at: float | None = None  # when its file was written


def read(path: Path) -> Opened:
    """Read a file. Raises Unreadable, too where the text is longer than can be worked on; a draft is never too long."""
    found = opening.open_file(path)
    if found.draft:
        return of_draft(found.draft, found.file)._replace(saved_at=file_places.changed_at(path))
    reading = found.reading
    if len(reading.text) > MOST_CHARACTERS:
        raise Unreadable(_TOO_LONG.format(len(reading.text) // 10_000))
    choices = Choices(found.decisions._replace(stage=Stage.DRAFT), found.template)
    return Opened(reading.text, choices, source=path, notes=reading.notes)


def of_draft(content: Draft, file: DraftFile | None) -> Opened:
    """Take what a draft holds; of the file it was begun from, only this machine knows where that lies."""
    choices = Choices(content.decisions, content.template, content.references)
    origin = content.source
    if origin and origin.path is None and file:
        origin = origin._replace(path=origins.recall(file.path))
    return Opened(content.text, choices, file, exported=content.exported, extra=content.extra, origin=origin)


def kept(content: Draft, path: Path | None) -> Opened:
    """Take a state of a draft that was kept, to be saved anew: of one that is there and cannot be read, else of none."""
    opened = of_draft(content, DraftFile.unread(path) if path and naming.exists(path) else None)
    return opened if opened.file else opened._replace(exported="")


def recovered(found: Recovered) -> Opened:
    """Take over what a window that died left behind; its file may have been saved by another since."""
    file = DraftFile.known_as(found.path, found.known) if found.path else None
    return of_draft(found.draft, file)._replace(saved_at=file_places.changed_at(found.path) if found.path else None)
