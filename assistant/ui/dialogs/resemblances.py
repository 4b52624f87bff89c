"""相同的材料: which materials of a folder resemble each other, or those of last year's folder. For whoever collects them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.commands import resemblances_told
from assistant.commands.resemblances import Found
from assistant.ui import screens
from assistant.ui.buttons import press_alone
from assistant.ui.dialogs import number_columns
from assistant.ui.theme import Theme

_TOLD = "相同字数和比例都不计规定标题、主题、固定表述，所以比“字数”少。与谁的材料相同，只供收材料的同志查看，不写进退回意见和修改单。"
_NUMBERS = (2, 3, 4)  # columns
_WIDEST = 220  # pixels of a file's name, beside type of the usual size; the rest is in its tip


class ResemblancesDialog(QDialog):
    """Shows the pairs, the longest first; asks for last year's folder to be held against too."""

    last_wanted = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, found: Found) -> None:
        super().__init__(parent)
        self.setWindowTitle("相同的材料")
        self._theme = theme
        self._summary = QLabel()
        intro = QLabel(_TOLD)
        for label in (self._summary, intro):
            label.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("相同的材料")
        self._tree.setHeaderLabels(list(resemblances_told.COLUMNS))
        number_columns.align_headings(self._tree, _NUMBERS)
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        last = QPushButton("与去年的文件夹比较…")
        last.clicked.connect(self.last_wanted)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(last)
        row.addStretch(1)
        row.addWidget(close)
        for button in (last, close):
            press_alone(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._summary)
        layout.addWidget(self._tree, 1)
        layout.addWidget(intro)
        layout.addLayout(row)
        self.show_found(found)
        screens.open_at(self, 900, 460)

    def show_found(self, found: Found) -> None:
        """Show what was found, also after last year's folder has been held against."""
        self._summary.setText(resemblances_told.summary(found))
        self._summary.setToolTip("\n".join(f"{name}：{problem}" for name, problem in found.unread))
        self._tree.clear()
        for each in found.alike:
            file, other, length, share, count, runs = resemblances_told.cells(each)
            cells = [f"{file}", f"{other}", f"{length}字", f"{float(share or 0):.0%}", f"{count}", f"{runs}"]
            item = QTreeWidgetItem(self._tree, [cell.split("\n", 1)[0] for cell in cells])
            for column, cell in enumerate(cells):
                item.setToolTip(column, cell)
            number_columns.align(item, _NUMBERS)
        for column in range(len(resemblances_told.COLUMNS) - 1):
            self._tree.resizeColumnToContents(column)
            self._tree.setColumnWidth(column, min(self._tree.columnWidth(column), self._theme.length(_WIDEST)))

    def rows(self) -> list[list[str]]:
        """Give the cells that are shown."""
        items = (self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount()))
        return [[item.text(column) for column in range(item.columnCount())] for item in items if item]

    def told(self) -> str:
        """Give the sentence above the pairs."""
        return self._summary.text()
