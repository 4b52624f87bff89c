"""What Windows shows under 属性—详细信息 of the program, in the task manager, and to whoever asks which program a file is."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assistant import __version__

NAME = "对照检查写作助手"


def texts(program: str) -> dict[str, str]:
    """Give the entries for one of the programs of the folder."""
    return {
        "CompanyName": NAME,
        "FileDescription": NAME if program == "duizhao" else f"{NAME}（命令行）",
        "FileVersion": __version__,
        "InternalName": program,
        "LegalCopyright": "MIT 许可，所含组件的许可见程序的“帮助”菜单",
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": __version__,
    }


def numbers() -> tuple[int, int, int, int]:
    """Give the version as the four numbers that Windows compares."""
    first, second, third = re.findall(r"\d+", __version__)
    return int(first), int(second), int(third), 0


def of(program: str) -> Any:
    """Make PyInstaller's description of the resource; only PyInstaller on Windows has the classes for it."""
    from PyInstaller.utils.win32 import versioninfo as made  # noqa: PLC0415

    simplified_chinese, unicode = 0x0804, 1200
    table = made.StringTable(
        f"{simplified_chinese:04X}{unicode:04X}",
        [made.StringStruct(key, value) for key, value in texts(program).items()],
    )
    fixed = made.FixedFileInfo(filevers=numbers(), prodvers=numbers(), mask=0x3F, flags=0, OS=0x40004, fileType=1)
    languages = made.VarStruct("Translation", [simplified_chinese, unicode])
    return made.VSVersionInfo(ffi=fixed, kids=[made.StringFileInfo([table]), made.VarFileInfo([languages])])
