"""A panel that says when it comes into view and when it goes, so that its work is done only while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class SeenPanel(QWidget):
    """What the tabs 去年, 问题—原因—措施 and 审改稿 have in common."""

    seen = Signal(bool)  # whether it can be seen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)
