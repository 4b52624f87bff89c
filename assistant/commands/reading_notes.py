"""What a reader could not take over, told on stderr by every command that reads a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from assistant.files.naming import shown_path


def tell(path: Path, notes: Iterable[str]) -> None:
    """Print the notes of a file's reading, so that nothing is dropped without a word."""
    for note in notes:
        print(f"{shown_path(path)}：{note}", file=sys.stderr)
