"""Two parts of a dialog beside each other; where it is narrow one at a time, under tabs, each with all the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

_CHARACTERS = 56  # in a line; a dialog that has less room shows one part at a time


class SideOrTabs(QWidget):
    """Parts its width as `shares` say; the writer may draw it otherwise. Ctrl+Tab changes the tabs where there are some."""

    def __init__(self, parts: tuple[tuple[str, QWidget], tuple[str, QWidget]], *, shares: tuple[int, int]) -> None:
        super().__init__()
        self._parts, self._shares = parts, shares
        self._drawn = False
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for (title, part), share in zip(parts, shares, strict=True):
            self.tabs.addTab(title)
            self._split.addWidget(part)
            self._split.setStretchFactor(self._split.count() - 1, share)
        self.tabs.setAccessibleName("、".join(title for title, _ in parts))
        self.tabs.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._split, 1)
        self.tabs.currentChanged.connect(self._show_parts)
        self._split.splitterMoved.connect(self._note_hand)

    @property
    def one_at_a_time(self) -> bool:
        """Whether there is room for one part only."""
        return self.width() < _CHARACTERS * self.fontMetrics().horizontalAdvance("国")

    def _note_hand(self) -> None:
        self._drawn = True

    def _show_parts(self) -> None:
        narrow = self.one_at_a_time
        self.tabs.setVisible(narrow)
        for number, (_, part) in enumerate(self._parts):
            part.setVisible(not narrow or number == self.tabs.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()
        if not self._drawn:
            self._split.setSizes([self.width() * share // sum(self._shares) for share in self._shares])
