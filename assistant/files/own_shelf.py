"""The writer's own templates: files in his folder, few and small, read again when they have changed.

One that cannot be used keeps nobody from the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant import paths
from assistant.files.disk import load_bytes, replace_file
from assistant.files.kinds import TEMPLATE_SUFFIX
from assistant.files.naming import allowed_name, free_path
from assistant.files.shipped_shelf import resolve, understand
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates import template_file
from assistant.templates.template import SUBJECT_LABELS, Template
from assistant.templates.template_file import TemplateFile


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the writer's own templates; `problem` says why it cannot be used."""

    path: Path
    source: str = ""
    file: TemplateFile | None = None
    templates: tuple[Template, ...] = ()
    problem: str = ""


def folder() -> Path:
    """Find where the writer's own templates are kept. It may not exist yet."""
    return paths.home() / "requirements"


def every() -> tuple[OwnFile, ...]:
    """Read the writer's own templates, the newest first; those that cannot be used say why."""
    found: list[tuple[float, OwnFile]] = []
    for path in folder().glob(f"*{TEMPLATE_SUFFIX}"):
        try:
            known = path.stat()
        except OSError:
            continue
        found.append((known.st_mtime, _own_file(path, known.st_mtime_ns, known.st_size)))
    return tuple(own for _, own in sorted(found, key=lambda each: (-each[0], each[1].path.name)))


@lru_cache(64)
def _own_file(path: Path, _changed: int, _size: int) -> OwnFile:
    try:
        return read(path)
    except (Unreadable, DataError) as error:
        return OwnFile(path, problem=str(error))


def labels(own: Sequence[OwnFile]) -> list[str]:
    """Call own templates so that each can be told from the others: equal names say more, as far as they must."""
    details = distinctions(own)
    return [_name(each) + (f"（{detail}）" if detail else "") for each, detail in zip(own, details, strict=True)]


def distinctions(own: Sequence[OwnFile]) -> list[str]:
    """Say of each what tells it from those of the same name; nothing where the name does."""
    details = ["" for _ in own]
    names = [_name(each) for each in own]
    for says in (_subjects, _size_and_time, lambda each: _size_and_time(each, ":%S"), lambda each: each.path.stem):
        called = list(zip(names, details, strict=True))
        details = [
            says(each) if called.count(name) > 1 else detail
            for each, name, detail in zip(own, called, details, strict=True)
        ]
    return details


def _name(own: OwnFile) -> str:
    return own.templates[0].label.partition(" · ")[0] if own.templates else f"{own.path.name}（暂不能使用）"


def _subjects(own: OwnFile) -> str:
    return "、".join(SUBJECT_LABELS[each.subject] for each in own.templates)


def _size_and_time(own: OwnFile, seconds: str = "") -> str:
    kept = datetime.datetime.fromtimestamp(own.path.stat().st_mtime)  # noqa: DTZ006  # the clock on the wall
    return f"{len(own.templates[0].aspects)}个方面，{kept.month}月{kept.day}日{kept.strftime('%H:%M' + seconds)}保存"


def read(path: Path) -> OwnFile:
    """Read a template file from anywhere. Raises Unreadable, DataError."""
    try:
        source = load_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{path.name}：不是本程序的本次要求文件。") from None
    file, templates = understand(source, path.name)
    return OwnFile(path, source, file, templates)


def keep(file: TemplateFile, former: OwnFile | None = None) -> OwnFile:
    """Keep a template among the writer's own, in the place of a former one where it is given.

    Raises DataError where it cannot be used, Unwritable.
    """
    name = allowed_name(file.name + (f"（{file.variant}）" if file.variant else "")) or "本次要求"
    path = former.path if former else free_path(folder() / f"{name}{TEMPLATE_SUFFIX}")
    source = source_of(file)
    replace_file(path, source.encode("utf-8"), private=True)
    return OwnFile(path, source, file, resolve(file))


def take_over(path: Path) -> OwnFile:
    """Keep a template file from elsewhere among the writer's own; one that is there already is not kept twice.

    Raises Unreadable, DataError, Unwritable.
    """
    coming = read(path)
    same = next((own for own in every() if own.source == coming.source), None)
    if same or coming.file is None:
        return same or coming
    target = free_path(folder() / f"{allowed_name(path.stem)}{TEMPLATE_SUFFIX}")
    replace_file(target, coming.source.encode("utf-8"), private=True)
    return replace(coming, path=target)


def source_of(file: TemplateFile) -> str:
    """Write a template as text, after making sure that it can be used. Raises DataError."""
    source = template_file.write(file)
    understand(source, file.id)
    return source


def forget(own: OwnFile) -> None:
    """Delete a template of the writer's own; drafts that follow it carry their own copy."""
    own.path.unlink(missing_ok=True)
