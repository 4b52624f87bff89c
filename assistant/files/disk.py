"""Material → files. Every file is written whole beside its place, then put there in one step."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PAUSES = (0.05, 0.1, 0.2) if os.name == "nt" else ()  # seconds; a virus scanner lets go of a new file soon


class Unwritable(Exception):
    """A file that could not be written; the message is for the user, and what was there before is unharmed."""


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole. Raises Unwritable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise Unwritable(_reason(error, path)) from None
    temporary = Path(name)
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
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"磁盘已满，没有存上「{path.name}」。请清理磁盘，或另存到别的盘。原来的文件没有变动。"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有写入「{path.parent.name}」文件夹的权限，或文件正被WPS、Word打开。请关闭后再试，或另存到「文档」。"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO):
        return f"存放「{path.name}」的位置找不到了。请检查U盘或网络盘是否还连着，或另存到「文档」。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长，存不下。请换一个短一些的文件名。"
    return f"没有存上「{path.name}」（{error.strerror or error}）。请另存到别的位置。"
