"""By which key a file of the user's is known in the program's own folder."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from assistant.files.naming import is_path, resolved


def key_of(path: Path) -> str:
    """Name a file in our own folder: short, and the same for the same file; a name that no file can have, too."""
    named = os.path.normcase(resolved(path))
    whole = os.fsencode(named) if is_path(named) else named.encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(whole):08x}{zlib.crc32(whole[::-1]):08x}"
