"""Two parts of a dialog beside each other; where it is narrow one at a time, under tabs, each with all the room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from assistant.ui.dialogs.shared_width import SharedWidth, is_narrow


class SideOrTabs(QWidget):
    """Parts its width as `shares` say; the writer may draw it otherwise. Ctrl+Tab changes the tabs where there are some."""

    def __init__(self, parts: tuple[tuple[str, QWidget], tuple[str, QWidget]], *, shares: tuple[int, int]) -> None:
        super().__init__()
        self._parts = parts
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title, _ in parts:
            self.tabs.addTab(title)
        self.tabs.setAccessibleName("、".join(title for title, _ in parts))
        self.tabs.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(SharedWidth(*(part for _, part in parts), shares=shares), 1)
        self.tabs.currentChanged.connect(self._show_parts)

    @property
    def one_at_a_time(self) -> bool:
        """Whether there is room for one part only."""
        return is_narrow(self)

    def _show_parts(self) -> None:
        narrow = self.one_at_a_time
        self.tabs.setVisible(narrow)
        for number, (_, part) in enumerate(self._parts):
            part.setVisible(not narrow or number == self.tabs.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()
