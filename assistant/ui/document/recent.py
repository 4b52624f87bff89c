"""The recent files as far as a look at the file system tells: what they are called, when they were changed, where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

from assistant.files import kinds
from assistant.files.kinds import DRAFT_SUFFIX, Use
from assistant.files.naming import shown_name
from assistant.ui.clock import clock
from assistant.ui.document import file_places

_FOLDERS = (
    (QStandardPaths.StandardLocation.DocumentsLocation, "文档"),
    (QStandardPaths.StandardLocation.DesktopLocation, "桌面"),
    (QStandardPaths.StandardLocation.DownloadLocation, "下载"),
    (QStandardPaths.StandardLocation.HomeLocation, "个人文件夹"),
)
_SEEN = 2  # folders of a place that are named


class Recent(NamedTuple):
    """A recent file: its path, what it is called, when it was changed, how far it is, where it lies; `told` is all of it in a line.

    `former`: it cannot be read, and something of it can be found again.
    """

    path: str
    name: str
    when: str
    progress: str
    place: str
    told: str = ""
    former: bool = False


def recent(paths: Sequence[str]) -> list[Recent]:
    """List the recent files that are there, as far as a look at the file system tells.

    The last draft leads, for it is gone on with: a notice or an old material that was only looked at since is not.
    """
    found = list(_there(paths))
    draft = next((number for number, each in enumerate(found) if Path(each.path).suffix == DRAFT_SUFFIX), 0)
    return [*found[draft : draft + 1], *found[:draft], *found[draft + 1 :]]


def _there(paths: Sequence[str]) -> Iterator[Recent]:
    known = [(Path(QStandardPaths.writableLocation(where)), label) for where, label in _FOLDERS]
    for name in paths:
        path = Path(name)
        try:
            when = file_places.changed_at(path)
        except ValueError:  # a name that cannot be
            when = None
        if when is not None:
            shown = shown_name(path.with_suffix("") if path.suffix == DRAFT_SUFFIX else path)
            yield Recent(name, shown, clock(when), _kind(path), _place(path.parent, known))


def _kind(path: Path) -> str:
    """Say what a file is that is no draft, as far as its name tells."""
    if path.suffix == DRAFT_SUFFIX:
        return ""
    if "通知" in path.stem:
        return "通知"
    return "整改清单" if path.suffix.lower() in kinds.suffixes(Use.TABLE) else "参考"


def _place(folder: Path, known: Sequence[tuple[Path, str]]) -> str:
    """Name a folder as people know it, by the last of its names below one that everybody has."""
    for base, label in known:
        if str(base) not in ("", ".") and folder.is_relative_to(base):
            return " › ".join((label, *folder.relative_to(base).parts[-_SEEN:]))
    return " › ".join(folder.parts[-_SEEN:])
