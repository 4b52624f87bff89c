"""Bytes from the disk and onto it, and what may be the name of a file.

Every file is written whole beside its place, then put there in one step.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from assistant.files import trouble
from assistant.files.trouble import Trouble
from assistant.reading import LARGEST, Unreadable

_PAUSES = (0.05, 0.1, 0.2) if os.name == "nt" else ()  # seconds; a virus scanner lets go of a new file soon

_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)  # which Windows alone has
_NOTHING = b"\x00\xef\xbb\xbf\xff\xfe"  # zeros and byte order marks
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in file names on Windows


_UNREADABLE = {
    Trouble.MISSING: "没有找到这个文件，可能已被移走或改名。请重新选择。",
    Trouble.REFUSED: "没有读取这个文件的权限，或它正被别的程序独占。请关闭占用它的程序，或复制到“文档”后再打开。",
    Trouble.GONE: "文件所在的位置读不到了。请检查U盘或网络盘是否还连着，然后再试。",
    Trouble.TOO_LONG: "文件所在的路径太长，系统打不开。请把文件复制到“文档”再打开。",
    Trouble.NAME: "系统不允许文件叫这个名字，打不开。请改名后再打开。",
    Trouble.INFECTED: "杀毒软件认为这个文件有病毒，不让打开。请先请管理员查看。",
}
_TRIES = 5  # names for a new file; each is free but for a chance of one in four billion


class Unwritable(Exception):
    """A file that could not be written; the message is for the user, and what was there before is unharmed."""


def load_bytes(path: Path) -> bytes:
    """Read a file's bytes. Raises Unreadable with the reason in Chinese."""
    if trouble.is_device(path):
        raise Unreadable(_UNREADABLE[Trouble.NAME])
    try:
        if path.is_dir():
            raise Unreadable("这是一个文件夹，请选择其中的文件。")
        if path.stat().st_size > LARGEST:
            raise Unreadable("文件超过64兆，不像是一份对照检查材料。请确认选的是不是这个文件。")
        data = path.read_bytes()
    except OSError as error:
        kind = trouble.of(error)
        told = _UNREADABLE.get(kind) or f"文件没有读成（{trouble.told(error)}）。请复制到“文档”后再打开。"
        raise Unreadable(told) from None
    if not data.strip(_NOTHING):
        raise Unreadable("文件是空的，里面没有内容。请确认选的是不是这个文件。")
    return data


def allowed_name(name: str) -> str:
    """Leave out of a name what no file may bear on Windows, so that it can be carried there."""
    return _FORBIDDEN.sub("", name).strip()


def free_path(path: Path) -> Path:
    """Give a path that no file has yet: 检查结果-2.xlsx."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


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


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole. Raises Unwritable."""
    if trouble.is_device(path):
        raise Unwritable(f"“{path.stem}”是系统留给设备的名字，文件不能叫这个。请换一个名字。")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = _new_beside(path)
    except OSError as error:
        raise Unwritable(_reason(error, path)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, temporary)
        _put(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.chmod(0o600)  # Windows removes nothing that is read-only
            temporary.unlink()
        raise Unwritable(_reason(error, path)) from None
    _sync_folder(path.parent)


def _new_beside(path: Path) -> tuple[int, Path]:
    """Make a new file beside the place; that of tempfile tries two billion names in a folder that Windows says is locked."""
    for left in reversed(range(_TRIES)):
        temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.tmp")
        try:
            return os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), temporary
        except FileExistsError:
            if not left:
                raise
    raise AssertionError


def _put(temporary: Path, path: Path) -> None:
    for pause in _PAUSES:
        with suppress(PermissionError):
            temporary.replace(path)
            return
        time.sleep(pause)
    temporary.replace(path)


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give a new file the usual permissions, and a replaced one those it had."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError, path: Path) -> str:
    return {
        Trouble.FULL: f"磁盘已满，没有存上“{path.name}”。请清理磁盘，或另存到别的盘。原来的文件没有变动。",
        Trouble.REFUSED: f"没有写入“{path.parent.name}”文件夹的权限，或文件正被WPS、Word打开。请关闭后再试，或另存到“文档”。",
        Trouble.GONE: f"存放“{path.name}”的位置找不到了。请检查U盘或网络盘是否还连着，或另存到“文档”。",
        Trouble.MISSING: f"存放“{path.name}”的位置找不到了。请检查U盘或网络盘是否还连着，或另存到“文档”。",
        Trouble.TOO_LONG: "文件名或所在的路径太长，存不下。请换一个短一些的文件名，或另存到“文档”。",
        Trouble.NAME: f"系统不允许文件叫“{path.name}”。请换一个名字。",
        Trouble.INFECTED: f"杀毒软件没有让存“{path.name}”。请另存到“文档”，或请管理员查看。",
    }.get(trouble.of(error)) or f"没有存上“{path.name}”（{trouble.told(error)}）。请另存到别的位置。"
