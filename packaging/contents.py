"""What a built program holds: which of the collected files stay, to what each belongs, and what none of them may be.

Read by the PyInstaller specification while it builds and by package.py of what was built. contents.toml is the list.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

FOLDER = Path(__file__).resolve().parent


class Unaccounted(Exception):
    """A file was collected that contents.toml does not know."""


@cache
def _listed() -> Mapping[str, Any]:
    return tomli.loads((FOLDER / "contents.toml").read_text("utf-8"))


def owner(path: str) -> str | None:
    """Name the part that a file below _internal belongs to; None if none does."""
    left_out = _matches(path, _listed()["left_out"]["first"])
    for part in _listed()["parts"]:
        if not left_out and _matches(path, part["files"]):
            return str(part["name"])
    return None


def is_wanted(path: str) -> bool:
    """Tell whether a collected file stays; raise Unaccounted where nobody has said."""
    if owner(path):
        return True
    if any(_matches(path, patterns) for patterns in _listed()["left_out"].values()):
        return False
    raise Unaccounted(f"packaging/contents.toml 没有说明这个文件属于什么：{path}")


def is_of_the_system(path: str, source: str) -> bool:
    """Tell a library that PyInstaller took from this Debian: the user's system has its own, which fits the rest of it.

    Python's parts stay even if they are a system's: where the program runs there may be no Python, or another.
    """
    return source.startswith(("/lib", "/usr/lib")) and owner(path) is None


def owners(program: Path) -> dict[str, str]:
    """Name the part that each file of a built program belongs to; raise Unaccounted if there is one too many."""
    found: dict[str, str] = {}
    for path in sorted(program.rglob("*")):
        if not path.is_dir():
            name = path.relative_to(program).as_posix()
            part = owner(name.removeprefix("_internal/"))
            if part is None:
                raise Unaccounted(f"packaging/contents.toml 没有说明这个文件属于什么：{name}")
            found[name] = part
    return found


def unpacked(program: Path) -> int:
    """Count the bytes of all files of a built program; a link counts nothing."""
    return sum(path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink())


def packages_for(libraries: Iterable[str]) -> tuple[list[str], list[str]]:
    """Name the Debian packages that must be there for these libraries, and those that had better be there.

    Raises Unaccounted for a library that contents.toml does not know.
    """
    required, wished = (
        {library: name for name, held in _listed()[table].items() for library in held}
        for table in ("system", "system_if_there")
    )
    if unknown := set(libraries) - set(required) - set(wished):
        raise Unaccounted(f"packaging/contents.toml 没有说明这些系统库由哪个软件包提供：{'、'.join(sorted(unknown))}")
    needed = {required[library] for library in libraries if library in required}
    return sorted(needed), sorted({wished[library] for library in libraries if library in wished})


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)
