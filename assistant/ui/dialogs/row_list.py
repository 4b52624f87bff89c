"""A short list the writer corrects, reorders, adds to and deletes from; each row beside the sentence it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.buttons import link_button, press_alone
from assistant.ui.dialogs.wrapped_tree import WrappedTree

_MOST_ROWS = 9
_SENTENCE = 10  # characters of a sentence that are shown, where there is room


class ListRow(NamedTuple):
    """`data` is whatever the caller wants back with the row; None in one that the writer added.

    A `remark` stands where there is no sentence of the notice; `size` is how long it is to be, in words.
    """

    text: str
    said: str = ""
    data: Any = None
    remark: str = ""
    size: str = ""


class RowList(QWidget):
    """Rows of one text each, and where it is `sized` how long that is to be. F2 or a double click edits, the buttons do the rest."""

    sentence_wanted = Signal(str)
    changed = Signal()

    def __init__(self, name: str, new_text: str, *, sized: bool = False) -> None:
        super().__init__()
        self._new_text, self._sized = new_text, sized
        self._said = 2 if sized else 1  # the column of the notice's sentence
        self._tree = WrappedTree(edited=self._said)
        self._tree.setAccessibleName(name)
        self._tree.setRootIsDecorated(False)
        self._tree.setHeaderLabels([name, *(["字数"] if sized else []), "通知原句"])
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self._said + 1):
            self._tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().sectionResized.connect(self._fit)  # names go on in a second line, or need it no longer
        self._tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._tree.currentItemChanged.connect(self._show_sentence)
        self._tree.itemChanged.connect(self._take_edit)
        self._buttons = QHBoxLayout()
        for label, slot in (
            ("添加", self._add),
            ("上移", lambda: self._move(-1)),
            ("下移", lambda: self._move(1)),
            ("删除", self._delete),
        ):
            button = link_button(label)
            press_alone(button)
            button.clicked.connect(slot)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._tree)
        layout.addLayout(self._buttons)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Put rows in the place of those that stand here."""
        self._tree.blockSignals(True)  # a list is exchanged, not edited
        self._tree.clear()
        for row in rows:
            self._tree.addTopLevelItem(self._item(row))
        self._tree.blockSignals(False)
        self._fit()

    def rows(self) -> list[ListRow]:
        """List the rows as they stand, without those that were left empty."""
        items = (self._tree.topLevelItem(index) for index in range(self._tree.topLevelItemCount()))
        found = (self._row(item) for item in items if item)
        return [row for row in found if row.text]

    def held(self) -> list[ListRow]:
        """List the rows with what is being typed into a cell and not taken over yet, for the journal."""
        items = (self._tree.topLevelItem(index) for index in range(self._tree.topLevelItemCount()))
        rows = [self._row(item) for item in items if item]
        at, field = self._tree.currentIndex(), self._tree.viewport().findChild(QLineEdit)
        if field and at.isValid():
            typed = field.text().strip()
            row = rows[at.row()]
            rows[at.row()] = row._replace(size=typed) if at.column() else row._replace(text=typed)
        return [row for row in rows if row.text]

    def reword(self, before: str, after: str) -> None:
        """Put words in the place of others in every row; the rows stay what they are."""
        for index in range(self._tree.topLevelItemCount()):
            if (item := self._tree.topLevelItem(index)) and before in item.text(0):
                item.setText(0, item.text(0).replace(before, after))

    def insert(self, index: int, row: ListRow) -> None:
        """Put a row before the one that stands at a place, and go to it."""
        item = self._item(row)
        self._tree.insertTopLevelItem(index, item)
        self._tree.setCurrentItem(item)
        self._fit()
        self.changed.emit()

    def put_button(self, button: QWidget) -> None:
        """Put a button of the caller's beside 添加."""
        self._buttons.insertWidget(1, button)
        if (first := self._buttons.itemAt(0)) and (add := first.widget()):
            QWidget.setTabOrder(add, button)

    def _take_edit(self, item: QTreeWidgetItem) -> None:
        item.setToolTip(0, item.text(0))
        self._fit()
        self.changed.emit()

    def _add(self) -> None:
        self.insert(self._tree.topLevelItemCount(), ListRow(self._new_text))
        if item := self._tree.currentItem():
            self._tree.editItem(item, 0)

    def _move(self, step: int) -> None:
        item = self._tree.currentItem()
        index = self._tree.indexOfTopLevelItem(item) if item else -1
        if item is None or not 0 <= index + step < self._tree.topLevelItemCount():
            return
        self._tree.takeTopLevelItem(index)
        self._tree.insertTopLevelItem(index + step, item)
        self._tree.setCurrentItem(item)
        self.changed.emit()

    def _delete(self) -> None:
        if item := self._tree.currentItem():
            self._tree.takeTopLevelItem(self._tree.indexOfTopLevelItem(item))
            self._fit()
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = _SENTENCE * self.fontMetrics().horizontalAdvance("国")
        self._tree.header().resizeSection(self._said, min(wanted, self.width() // 3))
        if self._sized:
            self._tree.header().resizeSection(1, min(wanted, self.width() // 4))

    def _show_sentence(self, item: QTreeWidgetItem | None) -> None:
        if item:
            self.sentence_wanted.emit(self._row(item).said)

    def _fit(self, *_: int) -> None:
        items = (self._tree.topLevelItem(index) for index in range(self._tree.topLevelItemCount()))
        heights = [self._tree.height_of(item) for item in items if item]
        line = max(min(heights, default=0), self._tree.fontMetrics().height() + 4)
        inside = min(max(sum(heights), 2 * line), _MOST_ROWS * line)
        self._tree.setFixedHeight(inside + self._tree.header().sizeHint().height() + 2 * self._tree.frameWidth())

    def _item(self, row: ListRow) -> QTreeWidgetItem:
        cells = [row.text, *([row.size] if self._sized else []), row.said or row.remark]
        item = QTreeWidgetItem(cells)
        item.setData(0, Qt.ItemDataRole.UserRole, row)
        item.setToolTip(0, row.text)
        if self._sized:
            item.setToolTip(1, "这一项的字数，如“300至500”“不少于400”“300左右”；双击可填写")
        item.setToolTip(self._said, row.said or row.remark)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)  # rows are put between rows, never into one
        return item

    def _row(self, item: QTreeWidgetItem) -> ListRow:
        known: ListRow = item.data(0, Qt.ItemDataRole.UserRole)
        return known._replace(text=item.text(0).strip(), size=item.text(1).strip() if self._sized else known.size)
