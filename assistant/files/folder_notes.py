"""What the person in charge decided about each material of a folder (已退回, 已收, 已报书记), kept in our own folder.

The folder itself is others' place and stays as it is. Where nothing can be kept, the window still works.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from assistant import paths
from assistant.files.disk import Unwritable, replace_file
from assistant.files.safekeeping import key_of

_MOST = 2000


def load(folder: Path) -> dict[str, str]:
    """Give what is known of a folder's people: who, and what was decided; nothing of a file that is damaged."""
    with suppress(OSError, ValueError, RecursionError):
        held = json.loads(_place(folder).read_bytes())
        if isinstance(held, dict) and isinstance(known := cast("dict[str, Any]", held).get("handled"), dict):
            return {str(who): what for who, what in known.items() if isinstance(what, str)}
    return {}


def save(folder: Path, handled: Mapping[str, str]) -> None:
    """Keep what was decided; where that cannot be, it is known as long as the window is open."""
    kept = {"folder": str(folder), "handled": dict(list(handled.items())[:_MOST])}
    with suppress(Unwritable):
        replace_file(
            _place(folder), json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace"), private=True
        )


def forget() -> None:
    """Forget all folders."""
    with suppress(OSError):
        for path in (paths.home() / "folders").glob("*.json"):
            path.unlink()


def _place(folder: Path) -> Path:
    mark = key_of(folder)
    return paths.home() / "folders" / f"{mark}.json"
