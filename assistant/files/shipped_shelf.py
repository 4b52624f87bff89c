"""The template files that are shipped: a base for each meeting and a file for each year's. Each is read once, when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from assistant import paths
from assistant.strict_toml import DataError
from assistant.templates import resolving, template_file
from assistant.templates.own_template import MEETING_NAMES
from assistant.templates.template import MeetingKind, Template
from assistant.templates.template_file import TemplateFile


@cache
def files() -> Mapping[str, Path]:
    """Find the files by their ids, which are their names too."""
    return {path.stem: path for path in paths.shipped("templates", "*.toml")}


@cache
def heads() -> Mapping[str, TemplateFile]:
    """Give the head of each file by its id: what lists need, read without the rest."""
    return {name: template_file.parse_head(path.read_text("utf-8"), path.name) for name, path in files().items()}


@cache
def read(identifier: str) -> TemplateFile:
    """Read a shipped file, a base or a year's meeting. Raises DataError."""
    path = files()[identifier]
    return template_file.parse(path.read_text("utf-8"), path.name)


@cache
def resolved(identifier: str) -> tuple[Template, ...]:
    """Read the templates of a shipped file. Raises DataError."""
    return resolve(read(identifier))


def _others(file: TemplateFile) -> Mapping[str, TemplateFile]:
    """Read the shipped files that a file builds on."""
    found: dict[str, TemplateFile] = {}
    wanted = template_file.names_used(file)
    while wanted:
        name = wanted.pop()
        if name in files() and name not in found:
            found[name] = read(name)
            wanted |= template_file.names_used(found[name])
    return found


def understand(source: str, name: str) -> tuple[TemplateFile, tuple[Template, ...]]:
    """Make the templates of a template file's text; `name` is how messages call it. Raises DataError."""
    file = template_file.parse(source, name)
    templates = resolve(file)
    if not templates:
        raise DataError(f"{name}.subjects：没有写明用于哪几类材料")
    return file, templates


def resolve(file: TemplateFile) -> tuple[Template, ...]:
    """Make the templates of a file with the shipped files that it builds on. Raises DataError."""
    return resolving.resolve(file, _others(file))


def every() -> Iterator[TemplateFile]:
    """Read the shipped files one after the other: the bases, then the newest year first."""
    for head in sorted(heads().values(), key=lambda each: (not each.abstract, -(each.year or 0), each.id)):
        yield read(head.id)


def previous_meeting(year: int, meeting: MeetingKind) -> str:
    """Name the meeting before a year's one, whose measures are reported on; not every one was a 年度会."""
    usual = (f"{year}{MEETING_NAMES[meeting]}", year, meeting)
    known = (head.id for head in heads().values() if (head.name, head.year, head.meeting) == usual)
    name = min(known, default="")
    return read(name).previous if name else f"{year - 1}{MEETING_NAMES[meeting]}"
