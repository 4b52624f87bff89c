"""What is scrolled where type is large and the window small."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(sheet: QWidget) -> QScrollArea:
    """Let a form or a page of a panel be scrolled where there is no room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    sheet.setObjectName("sheet")
    area.setWidget(sheet)
    return area
