"""What is told of a file that cannot be read or written: what the system's error means, and what readers say of damage.

Windows has far more numbers than the errno that Python makes of them, and some fall under the wrong one: a path that is too
long comes as "not found", a drive without a disk as "no permission". So its own number is asked first.
Source: System Error Codes, Microsoft Learn.
"""

from __future__ import annotations

import errno
import sys
from enum import Enum, auto
from pathlib import Path

from assistant.files.naming import exists, shown_name
from assistant.files.too_large import FILE_TOO_LARGE
from assistant.patterns import compiled_later
from assistant.reading import Unreadable

SAVE_AS = "请用WPS或Word打开它，“另存为”选“Word 文档（.docx）”，再打开新存的文件。"
BROKEN = (
    "文件已损坏或不完整，未能打开。可试着用WPS或Word打开并另存一份；如果是从U盘或微信复制的，请重新复制一次原文件。"
)
ENCRYPTED = "文件设了打开密码。请先用WPS或Word凭密码打开，取消密码后另存一份，再打开新存的文件。"


class Trouble(Enum):
    """What is in the way."""

    FULL = auto()
    REFUSED = auto()  # no permission, or another program has the file
    GONE = auto()  # the place is no longer there: a stick pulled out, a network drive that does not answer
    MISSING = auto()  # the file alone
    TOO_LONG = auto()
    NAME = auto()  # no file may be called so
    LOOP = auto()  # a symbolic link that leads to itself
    INFECTED = auto()  # the virus scanner stopped it
    OTHER = auto()


_OF_WINDOWS = {
    Trouble.FULL: (39, 112, 1295),
    Trouble.REFUSED: (5, 19, 32, 33, 1314),
    Trouble.GONE: (3, 15, 20, 21, 31, 51, 53, 55, 59, 64, 65, 67, 71, 121, 433, 483, 1006, 1117, 1167, 1222, 1231, 1232, 1236, 1450),
    Trouble.MISSING: (2,),
    Trouble.TOO_LONG: (111, 206),
    Trouble.NAME: (123, 161, 267),
    Trouble.LOOP: (1921,),
    Trouble.INFECTED: (225, 226),
}  # fmt: skip
_OF_ERRNO = {
    Trouble.FULL: (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
    Trouble.REFUSED: (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY),
    Trouble.GONE: (errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ETIMEDOUT),
    Trouble.MISSING: (errno.ENOENT,),
    Trouble.TOO_LONG: (errno.ENAMETOOLONG,),
    Trouble.NAME: (errno.EILSEQ,),
    Trouble.LOOP: (errno.ELOOP,),
}  # fmt: skip
_WINDOWS = {number: trouble for trouble, numbers in _OF_WINDOWS.items() for number in numbers}
_ERRNO = {number: trouble for trouble, numbers in _OF_ERRNO.items() for number in numbers}
_UNREADABLE = {
    Trouble.MISSING: "没有找到这个文件，可能已被移走或改名。请重新选择。",
    Trouble.REFUSED: "没有读取这个文件的权限，或它正被其他程序占用。请关闭占用它的程序，或复制到“文档”后再打开。",
    Trouble.GONE: "没有找到文件所在的位置。请检查U盘或网络盘是否已连接，再试一次。",
    Trouble.TOO_LONG: "文件所在的路径太长，系统未能打开。请把文件复制到“文档”再打开。",
    Trouble.NAME: "系统不允许文件用这个名称，未能打开。请改名后再打开。",
    Trouble.LOOP: "这是一个指向自身的链接，没有指向任何文件。请打开文件本身。",
    Trouble.INFECTED: "杀毒软件判断这个文件可能有病毒，已阻止打开。请联系管理员查看。",
}
_CAUSES = {
    Trouble.FULL: "磁盘已满",
    Trouble.REFUSED: "没有写入的权限",
    Trouble.GONE: "没有找到存放的位置",
    Trouble.MISSING: "没有找到存放的位置",
    Trouble.TOO_LONG: "路径太长",
    Trouble.LOOP: "链接指向自身",
    Trouble.INFECTED: "被杀毒软件阻止",
}
_UNSAVED = "没有保存"
# Windows keeps these for devices, whatever stands behind the first dot; writing to such a "file" loses everything
_DEVICES = compiled_later(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])( *\..*)?")


class Unwritable(Exception):
    """A file that could not be written; the message is for the user, and what was there before is unharmed.

    `cause` says in a few words what is in the way, for messages that say themselves what it means.
    """

    def __init__(self, message: str, cause: str = "未能写入") -> None:
        super().__init__(message)
        self.cause = cause


class WriteProtected(Unwritable):
    """A file that somebody has marked as read-only. It is not written unless the user insists."""


def of(error: OSError) -> Trouble:
    """Tell what an error means."""
    number = getattr(error, "winerror", None)
    if number in _WINDOWS:
        return _WINDOWS[number]
    return _ERRNO.get(error.errno or 0, Trouble.OTHER)


def cause(error: OSError) -> str:
    """Say in a few words what is in the way of writing."""
    return _CAUSES.get(of(error), "未能写入")


def is_in_use(error: OSError) -> bool:
    """Tell whether Windows says that another program has the file open."""
    return getattr(error, "winerror", None) in (32, 33)


def is_device(path: Path) -> bool:
    """Tell a name that Windows keeps for a device; elsewhere there are none."""
    return sys.platform == "win32" and bool(_DEVICES.fullmatch(path.name.rstrip(" ")))


def told_by_system(error: OSError) -> str:
    """Give the system's own words and number, for whoever helps."""
    number = getattr(error, "winerror", None) or error.errno
    return f"系统的说明是“{error.strerror or error}”，编号{number}"


def unreadable(error: OSError) -> Unreadable:
    """Say why a file could not be read, and what can be done."""
    if error.errno == errno.EFBIG:
        return Unreadable(FILE_TOO_LARGE)
    message = _UNREADABLE.get(of(error)) or f"未能读取文件（{told_by_system(error)}）。请复制到“文档”后再打开。"
    return Unreadable(message)


def name_refused() -> Unreadable:
    """Say that no file can be called so."""
    return Unreadable(_UNREADABLE[Trouble.NAME])


def unwritable(error: OSError, path: Path) -> Unwritable:
    """Say why a file could not be written; the message names it and its folder."""
    name, folder, kind = shown_name(path), shown_name(path.parent), of(error)
    unharmed = "原来的文件没有变动。" if exists(path) else ""
    message = {
        Trouble.FULL: f"{_CAUSES[Trouble.FULL]}，没有保存“{name}”。请清理磁盘，或另存到其他磁盘。{unharmed}",
        Trouble.REFUSED: f"没有写入“{folder}”文件夹的权限，或文件正被WPS、Word打开，没有保存。请在WPS、Word里关闭这个文件后再试，或另存到“文档”。",
        Trouble.GONE: f"没有找到存放“{name}”的位置，没有保存。请检查U盘或网络盘是否已连接，或另存到“文档”。",
        Trouble.MISSING: f"没有找到存放“{name}”的位置，没有保存。请检查U盘或网络盘是否已连接，或另存到“文档”。",
        Trouble.TOO_LONG: "文件名或所在的路径太长，没有保存。请换一个短一些的文件名，或另存到“文档”。",
        Trouble.NAME: f"系统不允许文件用“{name}”这个名称，没有保存。请换一个名称。",
        Trouble.LOOP: f"“{name}”是一个指向自身的链接，没有指向任何文件，没有保存。请换一个名称，或删除这个链接后再试。",
        Trouble.INFECTED: f"杀毒软件阻止写入“{name}”，没有保存。请另存到“文档”，或请管理员查看。",
    }.get(kind) or f"没有保存“{name}”（{told_by_system(error)}）。请另存到其他位置。"
    return Unwritable(message, cause(error))


def is_original() -> Unwritable:
    """Say that the file which was opened to be revised is never written."""
    return Unwritable("这是原文件，程序不覆盖。请换一个文件名。")


def is_there(path: Path) -> Unwritable:
    """Say that a command replaces no file."""
    return Unwritable(f"“{path.name}”已经存在，程序不覆盖。请换一个文件名。")


def not_kept(error: Unwritable) -> str:
    """Say in a window that what is not saved in it could not be kept behind the keyboard either."""
    return f"断电备份未能写入（{error.cause}），请及时保存。"


def not_done(why: object, deed: str = "保存") -> str:
    """Say that something was not done, and why: most reasons say it themselves, of saving, and then it is said once."""
    said = f"{why}"
    return said.replace(_UNSAVED, f"没有{deed}", 1) if _UNSAVED in said else f"没有{deed}。{said}"
