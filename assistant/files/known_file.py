"""Files that are written anew only where they are still what was last read or saved: drafts, 批评意见."""

from __future__ import annotations

import errno
import json
import stat
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from assistant.files.disk import bytes_of, replace_file
from assistant.files.naming import free_path
from assistant.files.trouble import Unwritable


class ChangedOnDisk(Exception):
    """The file is no longer the one that was read or saved; writing it would destroy somebody's work."""


class GoneFromDisk(ChangedOnDisk):
    """The file stands no more where it was read or saved; writing it would make a second one, beside a renamed one.

    `renamed` is what it seems to be called now, None where that is not known.
    """

    def __init__(self, name: str, renamed: Path | None) -> None:
        super().__init__(name)
        self.renamed = renamed


class EmptiedOnDisk(ChangedOnDisk):
    """The file is still there, but nothing is in it any more; whoever emptied it may have meant that."""


class DamagedOnDisk(ChangedOnDisk):
    """The file is cut off or full of what is no file of ours; nobody can have written that, and no window can open it."""


class Written(NamedTuple):
    """How a file was written: `whole` in one step, and where its damaged content was put before, if it had any."""

    whole: bool
    damaged: Path | None = None


_NOT_OURS = b"\0"  # for a file that no draft is as large as
FOLDER_GONE = (
    "文件所在的文件夹“{}”不在原处，可能已改名或移走，也可能是U盘、网络盘没有连接。没有在原处另建一份，以免成为两份。"
    "请另存到改名后的文件夹，或者把文件夹改回原名、接好U盘再保存。"
)
_LARGEST = 64 << 20  # bytes of a file that is read to see whether it is the renamed one
_MOST_BESIDE = 2000  # files of a folder that are looked at for it


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 by which a file's content is known again."""
    import hashlib  # loads OpenSSL, which takes longer than reading a draft

    return hashlib.sha256(data).hexdigest()


def fingerprint_of(path: Path) -> str:
    """Give the fingerprint of a file on disk, "" where there is none."""
    data = content_of(path)
    return fingerprint(data) if data else ""


def content_of(path: Path) -> bytes:
    """Give what is in a file now: nothing where it cannot be read, what no draft holds where it is too large."""
    try:
        return bytes_of(path)
    except OSError as error:
        return _NOT_OURS if error.errno == errno.EFBIG else b""
    except ValueError:
        return b""


def _missing(folder: Path) -> Path | None:
    """Give the folder that was renamed or moved away, the outermost on the way to a file; None where none was.

    Where it stood is still there, unlike a drive of Windows that was pulled out.
    """
    missing = None
    with suppress(OSError):
        for each in (folder, *folder.parents):
            if each.exists():
                return missing
            missing = each
    return None


def _is_gone(path: Path) -> bool:
    """Tell a file that was renamed, moved away or removed; its folder is there, unlike a drive that was pulled out."""
    try:
        return not path.exists() and path.parent.exists()
    except OSError:
        return False


def _is_another(path: Path, known: bytes) -> bool:
    """Tell a file that holds something else than what was `known`; of one that cannot be read its size may tell it."""
    if found := content_of(path):
        return found != known
    try:
        about = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size not in (0, len(known))


def _is_emptied(path: Path) -> bool:
    """Tell a file that is there and has not one byte in it."""
    try:
        found = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and not found.st_size


def is_changed(path: Path, known: bytes) -> bool:
    """Tell whether what was last saved in a file stands no more there, nor in one beside that it was renamed to.

    Of a folder that is not there nothing is told: a drive that was pulled out has it still.
    """
    if not known:
        return False
    if _is_gone(path):
        return renamed_to(path, known) is None
    return _is_another(path, known) or _is_emptied(path)


def is_damaged(path: Path, known: bytes) -> bool:
    """Tell a file that holds something, and nothing that was ever written as a file of ours: cut off, or overwritten.

    What can still be read as one may be somebody's work, and so may what is too large to be looked at.
    """
    found = content_of(path)
    return found not in (b"", known, _NOT_OURS) and not _is_table(found)


def _is_table(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def renamed_to(path: Path, known: bytes) -> Path | None:
    """Give the one file beside where a file stood that has its kind and holds what was `known` in it; None for several."""
    found: list[Path] = []
    with suppress(OSError, ValueError):
        for each in islice(path.parent.iterdir(), _MOST_BESIDE):
            if each.suffix.lower() == path.suffix.lower() and each != path and not each.name.startswith("."):
                with suppress(OSError):
                    if each.stat().st_size == len(known) <= _LARGEST and content_of(each) == known:
                        found.append(each)
    return found[0] if len(found) == 1 else None


def write_known(path: Path, known: bytes, data: bytes, *, insisting: bool = False, anew: bool = False) -> Written:
    """Write a file of the user's own whole, over what was `known` in it.

    One that is gone, was emptied or damaged is written again only `anew`; what a damaged one held is put beside it
    before. Raises ChangedOnDisk where somebody else has written it meanwhile, DamagedOnDisk where what is in it cannot
    be read, EmptiedOnDisk where nothing is left in it, GoneFromDisk where it is gone; Unwritable, also where its folder
    was moved away.
    """
    damaged = None
    if known and _is_another(path, known):
        if not is_damaged(path, known):
            raise ChangedOnDisk(path.name)
        if not anew:
            raise DamagedOnDisk(path.name)
        damaged = _put_beside(path)
    if known and not anew and _is_emptied(path):
        raise EmptiedOnDisk(path.name)
    if known and (missing := _missing(path.parent)):
        raise Unwritable(FOLDER_GONE.format(missing.name), "文件夹不在原处")
    if known and not anew and _is_gone(path):
        raise GoneFromDisk(path.name, renamed_to(path, known))
    return Written(replace_file(path, data, private=True, insisting=insisting), damaged)


def _put_beside(path: Path) -> Path | None:
    """Write what a damaged file holds to one beside it; None where that is nothing but zeros.

    Raises Unwritable, and ChangedOnDisk where it cannot be read again: nothing may be written over it then.
    """
    held = content_of(path)
    if held in (b"", _NOT_OURS):
        raise ChangedOnDisk(path.name)
    if not held.strip(b"\0"):
        return None
    beside = free_path(path.with_stem(f"{path.stem}-受损"))
    replace_file(beside, held, private=True)
    return beside
