"""Two parts of a dialog beside each other, or one above the other where the dialog is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from assistant.ui.dialogs.shared_width import SharedWidth, is_narrow


class SideBySide(SharedWidth):
    """Parts its width between two widgets as `shares` say; the writer may draw it otherwise."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.turn(Qt.Orientation.Vertical if is_narrow(self) else Qt.Orientation.Horizontal)
        super().resizeEvent(event)
