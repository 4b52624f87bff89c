"""The files that hold what the window showed of the drafts that were left last; what is in them `ui/view_values` says.

A draft that is opened unchanged shows it at once, until the text is read anew a fifth of a second later, and only where
all it depends on is as it was: the checksum in front of it is of that too. What is damaged, of another draft, version or
place is not there. Never anything that is not to be had from the draft again.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.file_keys import key_of
from assistant.files.trouble import Unwritable
from assistant.kept_code import digest

MOST = 8  # drafts
_LARGEST = 1 << 20  # bytes; of the longest material it is a tenth
_SUFFIX = ".view"


def read(draft: Path, about: bytes) -> bytes | None:
    """Give what was kept of a draft, if all that it is `about` is as it was then."""
    with suppress(OSError):
        return unsealed(about, bytes_of(_file(draft)))
    return None


def keep(draft: Path, about: bytes, view: bytes) -> None:
    """Keep what is shown of a draft, in the place of that which was left longest ago; where it cannot be, there is none."""
    with suppress(Unwritable):
        if len(view) <= _LARGEST:
            replace_file(_file(draft), sealed(about, view), private=True)
        else:
            _remove(_file(draft))
    for path in sorted(kept(), key=_written)[:-MOST]:
        _remove(path)


def sealed(about: bytes, view: bytes) -> bytes:
    """Put the checksum before a view that is of all it is `about` too."""
    return digest(about + view) + view


def unsealed(about: bytes, found: bytes) -> bytes | None:
    """Give the view behind its checksum; None where it is damaged, or about anything else."""
    checksum, view = found[: len(digest(b""))], found[len(digest(b"")) :]
    return view if checksum == digest(about + view) else None


def kept() -> list[Path]:
    """List the files there are."""
    with suppress(OSError):
        return sorted(_folder().glob(f"*{_SUFFIX}"))
    return []


def forget() -> None:
    """Remove all of them."""
    for path in kept():
        _remove(path)


def _written(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _folder() -> Path:
    return paths.home() / "views"


def _file(draft: Path) -> Path:
    return _folder() / f"{key_of(draft)}{_SUFFIX}"
