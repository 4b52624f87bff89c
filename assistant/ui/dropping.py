"""Files that are dropped on the window, taken as copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Accept what is dragged in or dropped as a copy: of a move, whoever it comes from would delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def welcome_files(event: QDragEnterEvent) -> None:
    """Let files be dropped here, as copies."""
    if event.mimeData().hasUrls():
        take_copy(event)


def dropped_file(event: QDropEvent) -> str:
    """Take the first file that is dropped, as a copy; "" where what is dropped is none of this machine's."""
    found = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    if found:
        take_copy(event)
    return next(iter(found), "")
