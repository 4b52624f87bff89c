"""What a clipboard or something that is dropped holds: its text, or the file that it names."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_LONGEST_PATH = 1000  # characters


def has_text(data: QMimeData) -> bool:
    """Tell whether there is text, be it only as that of a web page."""
    return data.hasText() or data.hasHtml()


def text_of(data: QMimeData | None) -> str:
    """Give the text; some programs put only that of a web page there, and before anything was copied there is nothing."""
    if data is None:
        return ""
    if data.hasText() or not data.hasHtml():
        return data.text()
    from PySide6.QtGui import QTextDocumentFragment

    return QTextDocumentFragment.fromHtml(data.html()).toPlainText()


def file_of(data: QMimeData | None) -> Path | None:
    """Give the file that was copied, or whose path was; None where it is none that is there."""
    if data is None:
        return None
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    written = data.text().strip().strip("\"'“”") if data.hasText() else ""
    if not written or "\n" in written or len(written) > _LONGEST_PATH:
        return None
    path = Path(QUrl(written).toLocalFile() if written.startswith("file:") else written)
    with suppress(OSError, ValueError):
        if path.is_absolute() and path.is_file():
            return path
    return None
