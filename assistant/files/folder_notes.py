"""What the person in charge decided about each material of a folder (已退回, 已收, 已报书记), kept in our own folder.

With it the letters (退回意见) that he changed by hand, kept as he types, and the table of results that was last left in
the folder, so that the next one may take its place.

The folder itself is others' place and stays as it is. Where nothing can be kept, the window still works.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
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


class Letter(NamedTuple):
    """A letter that was changed by hand; `ticks` tell which things it was made of, `made` is the mark of how it then read."""

    text: str
    ticks: tuple[bool, ...]
    made: str


class Known(NamedTuple):
    """What is kept of one folder: our file, the folder as far as that tells, of how many people, and its size in bytes."""

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


def letters(folder: Path) -> dict[str, tuple[Letter, ...]]:
    """Give the letters to a folder's people that were changed by hand, by whom they are for, the last first."""
    return _letters(_held(_place(folder)))


def _letters(held: Mapping[str, Any]) -> dict[str, tuple[Letter, ...]]:
    found: dict[str, tuple[Letter, ...]] = {}
    known = held.get("letters")
    for who, kept in known.items() if isinstance(known, dict) else ():
        with suppress(TypeError, KeyError, AttributeError):
            each = kept if isinstance(kept, list) else [kept]  # one alone, as an earlier version has kept it
            found[str(who)] = tuple(
                Letter(str(one["text"]), tuple(map(bool, one["ticks"])), str(one["made"])) for one in each
            )
    return found


def save_letters(folder: Path, who: str, kept: Sequence[Letter]) -> None:
    """Keep somebody's letters as they stand now, or forget them where there is none."""
    known = {name: each for name, each in letters(folder).items() if name != who}
    if kept:
        known = {who: tuple(kept), **known}  # the oldest go first
    tables = {name: [one._asdict() for one in each] for name, each in list(known.items())[:_MOST]}
    _change(folder, letters=tables)


def know_table(folder: Path, table: Path) -> None:
    """Keep which table of results was left in a folder, with its fingerprint."""
    _change(folder, table=[table.name, fingerprint_of(table)])


def own_table(folder: Path) -> Path | None:
    """Give the table of results that was last left in a folder if nobody has changed it since; None where there is none."""
    match _held(_place(folder)).get("table"):
        case [str(name), str(sha256)] if sha256 and Path(name).name == name and fingerprint_of(folder / name) == sha256:
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
            number = len({*handled, *_letters(_held(place))})
            found.append(Known(place, folder, number, place.stat().st_size))
    return sorted(found, key=lambda each: (each.folder is None, str(each.folder)))


def forget(known: Iterable[Known] | None = None) -> None:
    """Forget some folders, or all."""
    for each in kept() if known is None else known:
        with suppress(OSError):
            each.file.unlink()


def _place(folder: Path) -> Path:
    mark = key_of(folder)
    return paths.home() / "folders" / f"{mark}.json"
