"""What may be the name of a file, which names are free, and how a name is shown that is no UTF-8."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeGuard

from assistant.patterns import compiled_later
from assistant.text import canonical

_FORBIDDEN = compiled_later(r'[\\/:*?"<>|\x00-\x1f]')  # in file names on Windows
_NAMES = compiled_later("([“”\n])")  # what parts names from the rest of a message


def resolved(path: Path) -> Path:
    """Give the path of a file itself, where links lead to it; as it stands where the system does not tell.

    It may refuse for paths of more than 260 characters, drives that are gone, links to themselves and NUL in a name.
    """
    with suppress(OSError, RuntimeError, ValueError):
        return path.resolve()
    return path


def allowed_name(name: str) -> str:
    """Leave out of a name what no file may bear on Windows, so that it can be carried there."""
    return _FORBIDDEN.sub("", name).strip()


def shown_name(path: Path) -> str:
    """Give a file's name as people know it: on Linux one from a Chinese Windows may be in GBK, which is no UTF-8."""
    return _as_read(path.name)


def shown_path(path: Path) -> str:
    """Give a path as people know it, each folder by itself: those on the way may be named by this system."""
    return str(Path(*map(_as_read, path.parts)))


def in_table(path: str) -> str:
    """Write a path, or a name made of one, as text without what no table can hold; nothing where there is none."""
    return path and canonical(shown_path(Path(path))).replace("\n", " ")


def _as_read(name: str) -> str:
    with suppress(UnicodeEncodeError):
        name.encode("utf-8")
        return name
    with suppress(UnicodeEncodeError):
        return os.fsencode(name).decode("gb18030", "replace")
    return name.encode("utf-8", "replace").decode("utf-8")


def readable(text: str) -> str:
    """Give what is said of files as people read it: names between quotation marks, or in a line of their own, that are no UTF-8."""
    return "".join(map(_as_read, _NAMES.split(text)))


def is_path(value: object) -> TypeGuard[str]:
    """Tell what may be a file's path on this system, be it one that is no UTF-8."""
    if not isinstance(value, str) or not value or "\0" in value:
        return False
    with suppress(UnicodeEncodeError):
        return bool(os.fsencode(value))
    return False


def free_path(path: Path) -> Path:
    """Give a path that no file has yet: 检查结果-2.xlsx."""
    number, free = 2, path
    while exists(free):
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


def exists(path: Path) -> bool:
    """Tell whether anything is at a path; of a place that cannot be asked nothing is known to be there."""
    with suppress(OSError, ValueError):
        return path.exists()
    return False
