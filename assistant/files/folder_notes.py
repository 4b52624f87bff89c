"""What the person in charge decided about each material of a folder (已退回, 已收, 已报书记), kept in our own folder.

With it the table of results that was last left in the folder, so that the next one may take its place.

The folder itself is others' place and stays as it is. Where nothing can be kept, the window still works.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.file_keys import key_of
from assistant.files.known_file import fingerprint_of
from assistant.files.naming import is_path
from assistant.files.trouble import Unwritable

_MOST = 2000


class Known(NamedTuple):
    """What is kept of one folder: our file, the folder as far as that tells, how many decisions, and its size in bytes."""

    file: Path
    folder: Path | None
    number: int
    size: int


def load(folder: Path) -> dict[str, str]:
    """Give what is known of a folder's people: who, and what was decided; nothing of a file that is damaged."""
    return _read(_place(folder))[1]


def _held(place: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        held = json.loads(bytes_of(place))
        if isinstance(held, dict):
            return cast("dict[str, Any]", held)
    return {}


def _read(place: Path) -> tuple[Path | None, dict[str, str]]:
    held = _held(place)
    folder, known = held.get("folder"), held.get("handled")
    handled = (
        {str(who): what for who, what in known.items() if isinstance(what, str)} if isinstance(known, dict) else {}
    )
    return (Path(folder) if is_path(folder) else None), handled


def save(folder: Path, handled: Mapping[str, str]) -> None:
    """Keep what was decided; where that cannot be, it is known as long as the window is open."""
    _change(folder, handled=dict(list(handled.items())[:_MOST]))


def know_table(folder: Path, table: Path) -> None:
    """Keep which table of results was left in a folder, with its fingerprint."""
    _change(folder, table=[table.name, fingerprint_of(table)])


def own_table(folder: Path) -> Path | None:
    """Give the table of results that was last left in a folder if nobody has changed it since; None where there is none."""
    match _held(_place(folder)).get("table"):
        case [str(name), str(mark)] if mark and Path(name).name == name and fingerprint_of(folder / name) == mark:
            return folder / name
    return None


def _change(folder: Path, **changes: object) -> None:
    kept = {"handled": {}, **_held(_place(folder)), "folder": str(folder), **changes}
    with suppress(Unwritable):
        replace_file(
            _place(folder), json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace"), private=True
        )


def kept() -> list[Known]:
    """List the folders of which something is kept, those that cannot be read too."""
    found: list[Known] = []
    with suppress(OSError):
        for place in sorted((paths.home() / "folders").glob("*.json")):
            folder, handled = _read(place)
            found.append(Known(place, folder, len(handled), place.stat().st_size))
    return sorted(found, key=lambda each: (each.folder is None, str(each.folder)))


def forget(known: Iterable[Known] | None = None) -> None:
    """Forget some folders, or all."""
    for each in kept() if known is None else known:
        with suppress(OSError):
            each.file.unlink()


def _place(folder: Path) -> Path:
    mark = key_of(folder)
    return paths.home() / "folders" / f"{mark}.json"
