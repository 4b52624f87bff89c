"""A document as it comes from outside. Knows nothing of what is open, so that another thread can read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant.decisions import Stage
from assistant.files import naming, opening, origins, too_large
from assistant.files.draft import Draft, DraftFile, Source
from assistant.files.journals import Recovered
from assistant.reading import Unreadable
from assistant.ui.document import file_places
from assistant.ui.document.history import Choices


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
    if len(reading.text) > too_large.MOST_CHARACTERS:
        raise Unreadable(too_large.text_too_long(len(reading.text)))
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
