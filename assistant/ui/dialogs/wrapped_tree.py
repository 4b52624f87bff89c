"""A list one column of which is shown whole: what is too long for its line goes on in the next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget


class WrappedTree(QTreeWidget):
    """Wraps what stands in the column `wrapped`, the names; other columns keep to one line, with an ellipsis.

    The first `edited` columns can be edited, where an item can at all.
    """

    def __init__(self, *, edited: int = 1, wrapped: int = 0) -> None:
        super().__init__()
        self.edited, self.wrapped = edited, wrapped
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_Wrapping(self))
        self.header().sectionResized.connect(self._lay_out_soon)

    def _lay_out_soon(self, *_: int) -> None:
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def height_of(self, item: QTreeWidgetItem) -> int:
        """Tell how high the row of an item is, at the width the columns have now."""
        return self.indexRowSizeHint(self.indexFromItem(item))


class _Wrapping(QStyledItemDelegate):
    def __init__(self, tree: WrappedTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def createEditor(  # type: ignore[override]  # none is made where there is nothing to be edited
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget | None:
        return super().createEditor(parent, option, index) if index.column() < self._tree.edited else None

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() != self._tree.wrapped:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the room at the width of the column; the view itself asks for it at no width at all."""
        given = QStyleOptionViewItem(option)
        depth, above = int(self._tree.rootIsDecorated()), index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.columnWidth(index.column()) - depth * self._tree.indentation() * (index.column() == 0)
        width -= self._tree.fontMetrics().horizontalAdvance("国")  # what stands free at both sides
        given.rect = QRect(0, 0, max(width, 1), self._tree.height())
        return super().sizeHint(given, index)
