"""How two parts of a dialog share its room, and when there is too little of it for both beside each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_CHARACTERS = 56  # in a line, for both beside each other


def is_narrow(whole: QWidget) -> bool:
    """Tell whether there is room for one part only."""
    return whole.width() < _CHARACTERS * whole.fontMetrics().horizontalAdvance("国")


class SharedWidth(QSplitter):
    """Parts its room between two widgets as `shares` say, until the writer draws it otherwise."""

    def __init__(self, first: QWidget, second: QWidget, *, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._shares = shares
        self._drawn = False
        self.setChildrenCollapsible(False)
        for number, (part, share) in enumerate(zip((first, second), shares, strict=True)):
            self.addWidget(part)
            self.setStretchFactor(number, share)
        self.splitterMoved.connect(self._note_hand)

    def _note_hand(self) -> None:
        self._drawn = True

    def turn(self, orientation: Qt.Orientation) -> None:
        """Put the parts beside each other or one above the other; what was drawn the other way counts no more."""
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self._drawn = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._drawn:
            room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
            self.setSizes([room * share // sum(self._shares) for share in self._shares])
        super().resizeEvent(event)
