"""Files that are written anew only where they are still what was last read or saved: drafts, 批评意见."""

from __future__ import annotations

import errno
from pathlib import Path

from assistant.files.disk import bytes_of, replace_file
from assistant.files.trouble import Unwritable


class ChangedOnDisk(Exception):
    """The file is no longer the one that was read or saved; writing it would destroy somebody's work."""


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 by which a file's content is known again."""
    import hashlib  # loads OpenSSL, which takes longer than reading a draft

    return hashlib.sha256(data).hexdigest()


def fingerprint_of(path: Path) -> str:
    """Give the fingerprint of a file on disk, "" where there is none."""
    data = content_of(path)
    return fingerprint(data) if data else ""


_NOT_OURS = b"\0"  # for a file that no draft is as large as


def content_of(path: Path) -> bytes:
    """Give what is in a file now: nothing where it cannot be read, what no draft holds where it is too large."""
    try:
        return bytes_of(path)
    except OSError as error:
        return _NOT_OURS if error.errno == errno.EFBIG else b""
    except ValueError:
        return b""


FOLDER_GONE = "文件所在的文件夹“{}”不在原处，可能已改名或移走。没有在原处另建一份，以免成为两份。请另存到改名后的文件夹，或者把文件夹改回原名再保存。"


def _folder_is_gone(folder: Path) -> bool:
    """Tell a folder that was renamed or moved away; where it stood is still there, unlike a drive that was pulled out."""
    try:
        return not folder.exists() and folder.parent.exists()
    except OSError:
        return False


def write_known(path: Path, known: bytes, data: bytes, *, insisting: bool = False) -> bool:
    """Write a file of the user's own whole, over what was `known` in it, and tell whether that was one step.

    Raises ChangedOnDisk where somebody else has written it meanwhile; Unwritable, also where its folder was moved away.
    """
    if known and content_of(path) not in (b"", known):
        raise ChangedOnDisk(path.name)
    if known and _folder_is_gone(path.parent):
        raise Unwritable(FOLDER_GONE.format(path.parent.name), "文件夹不在原处")
    return replace_file(path, data, private=True, insisting=insisting)
