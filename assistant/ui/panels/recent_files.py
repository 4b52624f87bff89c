"""The recent files on the first page: name, when changed, how far, where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem

from assistant.ui import icons
from assistant.ui.document.recent import Recent
from assistant.ui.theme import Theme

_ROW = 36  # pixels beside type of the usual size
_WIDTHS = (0, 136, 108, 164)  # of the columns; the first takes what is left
_PATH = Qt.ItemDataRole.UserRole


class RecentFiles(QTreeWidget):
    """Lists files; a click or Enter opens one. It is as high as its rows, the page scrolls."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("recent")
        self.setAccessibleName("最近的文件")
        self.setHeaderLabels(["最近的文件", "改动时间", "进度", "位置"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self._theme = theme
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS[1:], 1):
            header.resizeSection(column, theme.length(width))
        self.itemClicked.connect(self._choose)

    def show_files(self, files: Sequence[Recent]) -> None:
        """List other files."""
        self.clear()
        picture = icons.icon(self._theme, "file", "faint")
        for each in files:
            item = QTreeWidgetItem(self)
            item.setIcon(0, picture)
            item.setSizeHint(0, QSize(0, self._theme.length(_ROW)))
            self._fill(item, each)
        self.setVisible(bool(files))
        self.updateGeometry()

    def show_file(self, one: Recent) -> None:
        """Tell more of a file that is listed."""
        for n in range(self.topLevelItemCount()):
            item = self.topLevelItem(n)
            if item and item.data(0, _PATH) == one.path:
                self._fill(item, one)

    def _fill(self, item: QTreeWidgetItem, one: Recent) -> None:
        item.setData(0, _PATH, one.path)
        for column, text in enumerate((one.name, one.when, one.progress, one.place)):
            item.setText(column, text)
            item.setToolTip(column, one.path)
        for column in range(1, len(_WIDTHS)):
            item.setForeground(column, self._theme.color("faint"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        self.chosen.emit(item.data(0, _PATH))

    def sizeHint(self) -> QSize:
        rows = self.topLevelItemCount() * self._theme.length(_ROW)
        return QSize(self._theme.length(300), self.header().sizeHint().height() + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.length(200), self.sizeHint().height())
