"""Where files are: the folder for the materials of a year, the nearest there is, the whole path, when one was changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.files.disk import nearest_folder

if TYPE_CHECKING:
    from assistant.templates.template import Template


def folder(template: Template | None) -> Path:
    """Give the folder for the materials of a year."""
    from PySide6.QtCore import QStandardPaths

    documents = paths.portable() or Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    return documents / "对照检查材料" / (f"{template.year}年度" if template and template.year else "")


@contextmanager
def offered(path: Path) -> Iterator[Path]:
    """Have the folder that is suggested for saving while a file chooser asks, which forgets the name for one that is not there.

    What was made for it and is not used goes again. Where the folder cannot be made, the nearest there is is suggested.
    """
    made: list[Path] = []
    with suppress(OSError):
        for each in reversed((path.parent, *path.parent.parents)):
            if not each.is_dir():
                each.mkdir()
                made.append(each)
    try:
        yield nearest_folder(path.parent) / path.name
    finally:
        with suppress(OSError):
            for each in reversed(made):
                each.rmdir()  # which it will not if there is something in it


def whole(path: Path) -> Path:
    """Give a path by which the same file is the same, wherever the program was started.

    A network drive keeps its letter, by which its user knows it; Windows would give the name of the server instead.
    """
    with suppress(OSError, RuntimeError, ValueError):  # a link to itself, NUL in the name
        found = path.resolve()
        named = path.absolute()
        return named if named.drive.endswith(":") and named.drive.lower() != found.drive.lower() else found
    return path


def changed_at(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None
