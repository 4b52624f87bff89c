"""What the program has left on this machine: kept private, tidied at each start, counted, and cleared when asked.

All of it lies in the user's own folder (paths.home), but for half-written files beside drafts, left by a program that
was killed. Nothing here ever touches a draft, a Word file, or a journal whose window is open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from assistant import paths
from assistant.files import folder_notes, former_states, journals, kept_file, kept_views, origins, settings
from assistant.files.disk import leftovers
from assistant.files.locks import FileLock
from assistant.files.naming import exists

_FOLDERS = ("journals", "locks", "backups", "requirements", "references", "folders", "views")


class Kept(NamedTuple):
    """The former states of one draft: their folder, number and size; `there`: whether the draft is where it was saved."""

    folder: Path
    draft: Path | None
    number: int
    size: int
    there: bool


def tidy(beside: Iterable[Path] = ()) -> None:
    """Close our folders to others and take away what killed programs left there and in other folders. Never fails."""
    home = paths.home()
    for folder in (home, *(home / name for name in _FOLDERS), *_folders(home / "backups")):
        for path in leftovers(folder):
            _remove(path)
        _close(folder)
    for folder in dict.fromkeys(beside):
        for path in leftovers(folder):
            _remove(path)
    guarding = {path.with_suffix(".lock") for path in kept_file.all_kept()}
    for path in (*_files(home / "locks", "*.lock"), *_files(kept_file.folder(), "*.lock")):
        if path not in guarding:
            lock = FileLock(path)
            if lock.acquire():
                lock.release()


def _close(folder: Path) -> None:
    """Let nobody but the user read a folder of ours; on Windows his profile is closed by the system."""
    if os.name != "posix":
        return
    with suppress(OSError):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o700)
            for path in folder.iterdir():
                if path.is_file() and not path.is_symlink():
                    path.chmod(0o600)


def former() -> list[Kept]:
    """List the former states there are, draft by draft; those of drafts that are gone too."""
    found: list[Kept] = []
    for folder in _folders(paths.home() / "backups"):
        states = former_states.states_in(folder)
        if states:
            draft = former_states.draft_of(folder)
            size = sum(map(_size, _files(folder, "*")))
            found.append(Kept(folder, draft, len(states), size, draft is not None and exists(draft)))
    return sorted(found, key=lambda kept: (kept.there, str(kept.draft)))


def clear_former(folders: Iterable[Path]) -> None:
    """Remove former states, for ever."""
    for folder in folders:
        for path in _files(folder, "*"):
            _remove(path)
        with suppress(OSError):
            folder.rmdir()


def left_journals() -> list[journals.Recovered]:
    """List what windows that died left behind in our own folder."""
    return list(journals.abandoned())


def references() -> list[Path]:
    """List the texts of earlier materials that drafts are held against (去年)."""
    return list(_files(paths.home() / "references", "*.txt"))


def clear_references() -> None:
    """Remove them, for ever; a draft that is held against one asks for its file again."""
    for path in references():
        _remove(path)


def clear_all() -> None:
    """Leave nothing of any draft but the draft itself (公用电脑); other windows that are open keep their journals."""
    clear_former([kept.folder for kept in former()])
    kept_file.clear_left()
    clear_references()
    kept_views.forget()
    origins.forget()
    folder_notes.forget()
    settings.save(settings.load().without_traces())
    tidy()


def size_of(path: Path) -> int:
    """Give the bytes that a file, or all in a folder of ours, takes."""
    return _size(path) if path.is_file() else sum(map(_size, _files(path, "**/*")))


def _folders(folder: Path) -> list[Path]:
    return [path for path in _files(folder, "*") if path.is_dir()]


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError, ValueError):
        yield from sorted(folder.glob(pattern))


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size if path.is_file() else 0
    return 0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def components() -> list[str]:
    """List the components that the program's own code imports, as a test has found them in it."""
    return (paths.resources() / "components.txt").read_text("utf-8").split()
