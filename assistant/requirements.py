"""The shipped requirements (本次要求) and layouts: which there are, and reading them when they are wanted.

Files are read once each and only when asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant import layout as layouts
from assistant import paths, template_file
from assistant.draft import TemplateChoice
from assistant.layout import Layout
from assistant.template import Frame, MeetingKind, Subject, Template
from assistant.template_file import TemplateFile

GENERAL = {MeetingKind.DEMOCRATIC: "general-democratic", MeetingKind.ORGANIZATIONAL: "general-organizational"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A requirement in the list of those there are, before it is read."""

    id: str
    file: str
    year: int | None
    meeting: MeetingKind
    subject: Subject
    name: str
    variant: str

    def load(self) -> Template:
        """Read it. Raises DataError."""
        return next(each for each in _resolved(self.file) if each.id == self.id)


@cache
def _heads() -> dict[str, tuple[Path, TemplateFile]]:
    heads = (
        (path, template_file.parse_head(path.read_text("utf-8"), path.name))
        for path in paths.shipped("templates", "*.toml")
    )
    return {head.id: (path, head) for path, head in heads}


@cache
def _file(identifier: str) -> TemplateFile:
    path, _ = _heads()[identifier]
    return template_file.parse(path.read_text("utf-8"), path.name)


@cache
def _resolved(identifier: str) -> tuple[Template, ...]:
    file = _file(identifier)
    bases: dict[str, TemplateFile] = {}
    base = file.base
    while base is not None and base in _heads() and base not in bases:
        bases[base] = _file(base)
        base = bases[base].base
    return template_file.resolve(file, bases)


@cache
def entries() -> tuple[Entry, ...]:
    """List the shipped requirements, the newest year first, those without a year last. Raises DataError."""
    found = [
        Entry(f"{head.id}-{subject.value}", head.id, head.year, head.meeting, subject, head.name, head.variant)
        for _, head in _heads().values()
        for subject in head.subjects
    ]
    return tuple(sorted(found, key=lambda each: (-(each.year or 0), each.meeting.value, each.id)))


def shipped() -> tuple[Template, ...]:
    """Read all shipped requirements, in the order of `entries`. Raises DataError."""
    return tuple(entry.load() for entry in entries())


def find(identifier: str) -> Template | None:
    """Find a shipped requirement by its id."""
    return next((entry.load() for entry in entries() if entry.id == identifier), None)


def for_year(general: Template, year: int) -> Template:
    """Put a year into a requirement that has none: 「2026年度民主生活会」."""
    if general.year is not None:
        return general
    return replace(general, year=year, name=f"{year}{general.name}", title=f"{year}{general.title}")


def chosen(choice: TemplateChoice | None) -> Template | None:
    """Give the requirement that a draft follows; None for none, or one that this version does not have."""
    wanted = find(choice.id) if choice else None
    if choice is None or wanted is None:
        return None
    if choice.year:
        wanted = for_year(wanted, choice.year)
    return with_frame(wanted, choice.frame)


def with_frame(wanted: Template, name: str) -> Template:
    """Put the frame that the writer has chosen first."""
    first = [frame for frame in wanted.frames if frame.name == name]
    rest: list[Frame] = [frame for frame in wanted.frames if frame.name != name]
    return replace(wanted, frames=(*first, *rest)) if first else wanted


def season(today: datetime.date) -> int:
    """Give the year under review: from November to March the meetings are about the year that ends or has ended."""
    return today.year - 1 if today.month <= 3 else today.year


def choices(year: int, meeting: MeetingKind, subject: Subject) -> Iterator[Template]:
    """Yield the requirements for a year's meeting; where its notice is not known, the general one."""
    known = [e for e in entries() if (e.year, e.meeting, e.subject) == (year, meeting, subject)]
    yield from (entry.load() for entry in known)
    if not known:
        general = find(f"{GENERAL[meeting]}-{subject.value}")
        if general:
            yield for_year(general, year)


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Read the layouts, the national standard first. Raises DataError."""
    found = [layouts.parse(path.read_text("utf-8"), path.name) for path in paths.shipped("layouts", "*.toml")]
    return tuple(sorted(found, key=lambda each: (not each.grid, each.id)))


def layout(identifier: str) -> Layout:
    """Find a layout by its id; an unknown one is the national standard."""
    return next((each for each in all_layouts() if each.id == identifier), all_layouts()[0])
