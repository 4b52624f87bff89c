"""Where shipped files and the user's files are. The only module that knows.

Shipped files lie in `resources`: inside the package where it was installed or frozen, beside it in a checkout.
The user's own files (journal, backups, settings) lie in one folder, moved by DUIZHAO_HOME. A program unpacked from the
portable zip, which has portable.txt beside it, keeps them in the folder Data beside itself: it may run from a USB stick, and
leaves nothing on a machine that it only visits.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Find the folder of shipped files."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def shipped(folder: str, pattern: str) -> Iterator[Path]:
    """Yield the shipped files of a folder in the order of their names."""
    yield from sorted((resources() / folder).glob(pattern))


def home() -> Path:
    """Find the folder for what the program keeps: journals, backups, settings. It may not exist yet."""
    if chosen := os.environ.get("DUIZHAO_HOME"):
        return Path(chosen)
    if carried := portable():
        return carried
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "duizhao"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "duizhao"


def portable() -> Path | None:
    """Find the folder that a portable program keeps everything in, drafts too; None where the program is installed."""
    program = Path(sys.executable).parent
    return program / "Data" if getattr(sys, "frozen", False) and (program / "portable.txt").is_file() else None
