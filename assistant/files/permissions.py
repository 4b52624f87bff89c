"""Who may read what the program writes: the user alone, unless the place is meant for others too.

One rule for all that is saved, exported or printed into a file. A file that is replaced stays as open as it was. Windows
has rights of another kind, which a new file takes from its folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ALONE = 0o600
_FOR_OTHERS = 0o077  # what a mask takes away, so that a file is the user's alone


def of_new(path: Path, *, private: bool) -> int:
    """Give the permissions of a file that is not there yet.

    `private` is what concerns nobody else wherever it is put, such as a draft or 批评意见. All else is for the user
    alone too, except in a folder that several people write into: there it is put for them to read.
    """
    if private or not _is_shared(path.parent):
        return ALONE
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_shared(folder: Path) -> bool:
    """Tell a folder that others may write into: all, or a group that is not the user's own; /tmp is none."""
    try:
        found = folder.stat()
    except OSError:
        return False
    if found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX:
        return True
    return os.name == "posix" and bool(found.st_mode & stat.S_IWGRP) and found.st_gid != os.getgid()


@contextmanager
def kept_in(path: Path | None, *, private: bool) -> Iterator[None]:
    """Have a file that is written by others than us, as by a printer's driver, get the permissions of ours.

    Without a path, what goes to a printer is meant, of which the system may keep files while it waits.
    """
    if os.name != "posix" or (path is not None and of_new(path, private=private) != ALONE):
        yield
        return
    mask = os.umask(_FOR_OTHERS)
    try:
        yield
    finally:
        os.umask(mask)
