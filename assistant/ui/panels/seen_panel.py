"""A panel that says when it comes into view and when it goes, so that its work is done only while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class SeenPanel(QWidget):
    """What the tabs 去年, 问题—原因—措施 and 审改稿 have in common."""

    seen = Signal(bool)  # whether it can be seen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)

    def turn(self, pages: QStackedWidget, number: int) -> bool:
        """Show another page; tell whether that takes the keyboard's place away, for it to be given another.

        Qt would give it to whatever comes next, a list of choices even, whose value the next key changes.
        """
        focused, goes = self.window().focusWidget(), number != pages.currentIndex()
        held = goes and focused is not None and pages.isAncestorOf(focused)
        pages.setCurrentIndex(number)
        return held
