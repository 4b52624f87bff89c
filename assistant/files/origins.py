"""Where the files lie that drafts were begun from. A draft tells their name only; the places stay on this machine."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.file_keys import key_of
from assistant.files.naming import is_path
from assistant.files.trouble import Unwritable

MOST = 300  # drafts, those last saved


def remember(draft: Path, source: Path) -> None:
    """Note the file that a draft was begun from; where that cannot be noted, its content is still known."""
    known = _load()
    entry = {"draft": str(draft), "source": str(source)}
    if known.get(key_of(draft)) == entry:
        return
    known.pop(key_of(draft), None)
    known[key_of(draft)] = entry
    with suppress(Unwritable):
        replace_file(_file(), json.dumps(dict(list(known.items())[-MOST:]), indent=1).encode(), private=True)


def recall(draft: Path) -> Path | None:
    """Tell where the file lies that a draft was begun from; None where that is not known on this machine."""
    entry = _load().get(key_of(draft))
    if not isinstance(entry, dict):
        return None
    source = cast("dict[str, Any]", entry).get("source")
    return Path(source) if is_path(source) else None


def forget() -> None:
    """Forget all places."""
    with suppress(OSError):
        _file().unlink()


def _load() -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        known = json.loads(bytes_of(_file()))
        return cast("dict[str, Any]", known) if isinstance(known, dict) else {}
    return {}


def _file() -> Path:
    return paths.home() / "origins.json"
