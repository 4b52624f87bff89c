"""Where files are: the nearest folder there is, the one name of a file, when it was changed."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path


def with_folder(path: Path) -> Path:
    """Make the folder that is suggested for saving; where that cannot be, suggest the nearest there is."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return nearest(path.parent) / path.name


def nearest(folder: Path) -> Path:
    for each in (folder, *folder.parents):
        with suppress(OSError):
            if each.is_dir():
                return each
    return Path.home()  # a drive that is gone has no folder at all


def whole(path: Path) -> Path:
    """Give a path by which the same file is the same, wherever the program was started."""
    with suppress(OSError, RuntimeError):
        return path.resolve()
    return path


def changed_at(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def clock(seconds: float) -> str:
    """Write a time as the clock on the wall shows it, with the date if that is not today's."""
    then = time.localtime(seconds)
    date = f"{then.tm_mon}月{then.tm_mday}日" if then[:3] != time.localtime()[:3] else ""
    return date + time.strftime("%H:%M", then)
