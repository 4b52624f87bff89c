"""What stands in an OLE file, by which old Word, Excel and PowerPoint files are told apart."""

from __future__ import annotations

import io

import olefile


def names(data: bytes) -> frozenset[str]:
    """Name what stands in an OLE file by itself, and not in something inserted; nothing of a damaged one."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return frozenset(path[0] for path in file.listdir() if len(path) == 1)
    except Exception:  # olefile meets damaged files with any; the file's reader tells what is wrong
        return frozenset()
