"""Files and folders that are shown outside: by the programs that the system has for them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from assistant.ui.panels.bars import Choice


def open_outside(path: Path) -> None:
    """Open a file or folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def ways_to(path: Path) -> list[Choice]:
    """Offer, below what was written, to open it or its folder."""
    return [("打开文件", partial(open_outside, path)), ("打开所在文件夹", partial(open_outside, path.parent))]
