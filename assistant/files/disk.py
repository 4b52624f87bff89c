"""Bytes from the disk and onto it.

Every file is written whole beside its place, then put there in one step.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from assistant.files import permissions, processes, trouble
from assistant.files.naming import shown_name
from assistant.files.too_large import LARGEST
from assistant.files.trouble import Trouble, Unwritable, WriteProtected
from assistant.patterns import compiled_later
from assistant.reading import Unreadable

_PAUSES = (0.05, 0.1, 0.2) if os.name == "nt" else ()  # seconds; a virus scanner lets go of a new file soon

_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)  # which Windows alone has
_NOTHING = b"\x00\xef\xbb\xbf\xff\xfe"  # zeros and byte order marks
_TEMPORARY = compiled_later(rf"\..*\.(?P<mark>{processes.MARK})\.[0-9a-f]{{8}}\.tmp", re.DOTALL)
_ABANDONED = 3600.0  # seconds; nobody writes one file for so long
_MARKS_OF_OPEN_FILES = ("~$", ".~lock.")
_NO_DOCUMENT = "这是办公软件打开文件时留下的临时文件，里面没有正文。请打开同一个文件夹里名字开头没有“~$”的那一份。"
_LARGEST_MARK = 1024  # bytes; a document is larger
_TRIES = 5  # names for a new file; each is free but for a chance of one in four billion


def load_bytes(path: Path) -> bytes:
    """Read a file's bytes. Raises Unreadable with the reason in Chinese."""
    if trouble.is_device(path):
        raise trouble.name_refused()
    try:
        if _marks_open_file(path):
            raise Unreadable(_NO_DOCUMENT)
        if path.is_dir():
            raise Unreadable("这是一个文件夹，请选择其中的文件。")
        if path.exists() and not path.is_file():
            raise Unreadable("这不是普通的文件，是系统的设备或通道，里面没有材料。请选择材料所在的文件。")
        data = bytes_of(path)
    except ValueError:  # NUL in its name
        raise trouble.name_refused() from None
    except OSError as error:
        raise trouble.unreadable(error) from None
    if not data.strip(_NOTHING):
        raise Unreadable("文件是空的，里面没有内容。请确认所选的文件是否正确。")
    return data


def bytes_of(path: Path) -> bytes:
    """Give what a file holds, if that is no more than any file of ours.

    Raises OSError, too where it is no file but a device or a pipe, which may have no end.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as file:
        data = file.read(found.st_size + 1) if found.st_size <= LARGEST else b""  # room is taken for all that is asked
        if len(data) > found.st_size:  # it has grown, or its system does not tell how long it is
            data += file.read(LARGEST)
    if found.st_size > LARGEST or len(data) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def nearest_folder(folder: Path) -> Path:
    """Give the nearest folder there is and may be looked into; a file chooser forgets the name for one that is not there."""
    for each in (folder, *folder.parents):
        with suppress(OSError):
            if each.is_dir():
                return each
    return Path.home()  # a drive that is gone has no folder at all


def leads_away(folder: Path) -> bool:
    """Tell a junction of Windows, such as My Music in a folder of documents: no folder of its own, and mostly locked.

    Files of OneDrive that are not on this machine have a mark of the same kind, but another one.
    """
    try:
        found = folder.lstat()
    except OSError:
        return False  # whoever walks into it is told why it cannot be
    return getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


def _marks_open_file(path: Path) -> bool:
    """Tell the file by which Word, WPS or LibreOffice remembers that one of its own is open."""
    return path.name.startswith(_MARKS_OF_OPEN_FILES) and path.stat().st_size <= _LARGEST_MARK


def replace_file(path: Path, data: bytes, *, private: bool = False, insisting: bool = False) -> bool:
    """Write a file so that at every moment either the old or the new one is there, whole. Raises Unwritable.

    `private`: a new file and its folders are for the user alone wherever they are (see permissions); an old one stays
    as open as it was. A symbolic link is followed. A read-only file is replaced only if the user is `insisting` (else WriteProtected). False: the place renames
    no files, so this one was written where it stands, and a power cut meanwhile breaks it.
    """
    if trouble.is_device(path):
        raise Unwritable(f"“{path.stem}”是系统保留的名称，不能用作文件名。请换一个名称。")
    try:
        path = path.resolve() if path.is_symlink() else path
        if path.exists() and not path.is_file():
            raise Unwritable(f"“{shown_name(path)}”是一个文件夹或设备的名称，不能用作文件名。请换一个名称。")
        if _is_read_only(path):
            _unprotect(path, insisting=insisting)
        make_folder(path.parent, private=private)
        handle, temporary = _new_beside(path)
    except OSError as error:
        raise trouble.unwritable(error, path) from None
    except RuntimeError:  # how Python tells of a link that leads to itself
        raise trouble.unwritable(OSError(errno.ELOOP, ""), path) from None
    except ValueError:  # NUL in its name
        raise trouble.unwritable(OSError(errno.EILSEQ, ""), path) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, temporary, private=private)
        whole = _put(temporary, path, data)
    except OSError as error:
        _remove(temporary)
        raise trouble.unwritable(error, path) from None
    _sync_folder(path.parent)
    return whole


def _is_read_only(path: Path) -> bool:
    """Tell a file that is marked as read-only; whether the system lets it be written is another matter."""
    with suppress(OSError):
        return path.is_file() and not path.stat().st_mode & stat.S_IWUSR
    return False


def _unprotect(path: Path, *, insisting: bool) -> None:
    if not insisting:
        raise WriteProtected(f"“{shown_name(path)}”是只读文件，没有改动。", "文件是只读的")
    if os.name == "nt":
        path.chmod(stat.S_IWRITE)  # Windows puts nothing in the place of one that is read-only


def make_folder(folder: Path, *, private: bool) -> None:
    """Make a folder and those above it; private ones are for the user alone."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(0o700 if private else 0o777, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.chmod(0o600)  # Windows removes nothing that is read-only
    with suppress(OSError):
        temporary.unlink()


def _new_beside(path: Path) -> tuple[int, Path]:
    """Make a new file beside the place; that of tempfile tries two billion names in a folder that Windows says is locked."""
    for left in reversed(range(_TRIES)):
        temporary = path.with_name(f".{path.name[:40]}.{processes.own_mark()}.{os.urandom(4).hex()}.tmp")
        try:
            return os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), temporary
        except FileExistsError:
            if not left:
                raise
    raise AssertionError


def leftovers(folder: Path) -> Iterator[Path]:
    """Yield the files that a program killed while writing left in a folder; nobody is writing them any more."""
    with suppress(OSError):
        for path in folder.iterdir():
            if found := _TEMPORARY.fullmatch(path.name):
                running = processes.is_running(found["mark"])
                if running is False or (running is None and _age(path) > _ABANDONED):
                    yield path


def _age(path: Path) -> float:
    with suppress(OSError):
        return abs(time.time() - path.stat().st_mtime)
    return 0.0


def _put(temporary: Path, path: Path, data: bytes) -> bool:
    for pause in _PAUSES:
        with suppress(PermissionError):
            temporary.replace(path)
            return True
        time.sleep(pause)
    try:
        temporary.replace(path)
    except OSError as error:
        if trouble.of(error) in (Trouble.FULL, Trouble.GONE) or trouble.is_in_use(error):
            raise
        if path.is_file():
            _write_over(path, data)
        else:
            _write_new(path, data, temporary.stat().st_mode & 0o777)
        _remove(temporary)
        return False
    return True


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file at its place where nothing can be put there, as on some mounted telephones; none is left if it fails."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, data)
    except OSError:
        _remove(path)
        raise


def _write_over(path: Path, data: bytes) -> None:
    """Write into the old file where none can take its place, as on some network shares; put back what was there if it fails."""
    before = bytes_of(path)
    with path.open("r+b") as file:
        try:
            _fill(file, data)
        except OSError:
            with suppress(OSError):
                file.seek(0)
                _fill(file, before)
            raise


def _fill(file: IO[bytes], data: bytes) -> None:
    file.write(data)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


def _keep_mode(path: Path, temporary: Path, *, private: bool) -> None:
    """Give a new file the permissions of such a place, and a replaced one those it had.

    A network share may refuse; the file is written all the same.
    """
    with suppress(OSError):
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        elif os.name == "posix":
            temporary.chmod(permissions.of_new(path, private=private))


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
