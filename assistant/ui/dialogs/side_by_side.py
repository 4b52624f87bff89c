"""Two parts of a dialog beside each other, or one above the other where the dialog is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_CHARACTERS = 56  # in a line; a dialog that has less room puts one part below the other


class SideBySide(QSplitter):
    """Parts its width between two widgets as `shares` say; the writer may draw it otherwise."""

    def __init__(self, first: QWidget, second: QWidget, *, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._shares = shares
        self._drawn = False
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        for index, share in enumerate(shares):
            self.setStretchFactor(index, share)
        self.splitterMoved.connect(self._note_hand)

    def _note_hand(self) -> None:
        self._drawn = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _CHARACTERS * self.fontMetrics().horizontalAdvance("国")
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._drawn = False
        if not self._drawn:
            room = self.height() if narrow else self.width()
            self.setSizes([room * share // sum(self._shares) for share in self._shares])
        super().resizeEvent(event)
