"""What is scrolled where type is large and the window small, and bars that show only what there is to scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QScrollBar, QWidget


def scrolled(sheet: QWidget) -> QScrollArea:
    """Let a form or a page of a panel be scrolled where there is no room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    # The keyboard would stand where nothing shows it; fields scroll into sight
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    sheet.setObjectName("sheet")
    area.setWidget(sheet)
    return area


def show_whole(widget: QWidget) -> None:
    """Scroll to what has just come up in a sheet that is scrolled, once it is laid out."""

    def scroll() -> None:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and widget.isVisible():
            above.ensureWidgetVisible(widget)

    QTimer.singleShot(0, widget, scroll)


class QuietBar(QScrollBar):
    """A bar whose place is kept, but which is drawn only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_place_for_bar(area: QAbstractScrollArea) -> None:
    """Let what is shown keep its width whether it is longer than the room for it or not."""
    area.setVerticalScrollBar(QuietBar(Qt.Orientation.Vertical, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
