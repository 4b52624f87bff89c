"""The outline beside the page: what is asked for and what is there, row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.review.outline_values import Row
from assistant.ui.panels.outline_drawing import GRAVE, ROW, RowDelegate
from assistant.ui.theme import Theme


class _Tree(QTreeWidget):
    """Lets a row be dragged; where it is dropped is told, the tree itself follows the text."""

    dropped = Signal(Row, Row, bool)  # a row, the one beside which it is to stand, and whether after it

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QTreeWidget.DragDropMode.DragDrop)
        self._dragged: Row | None = None

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the row; of a move of its own Qt would take the row out of the tree."""
        item = self.currentItem()
        row: Row | None = item.data(0, ROW) if item else None
        if row is None or row.missing or row.end <= row.start:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([self.currentIndex()]))
        self._dragged = row
        drag.exec(Qt.DropAction.CopyAction)
        self._dragged = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dragged:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        other = self.itemAt(event.position().toPoint())
        if self._dragged and other:
            beside: Row = other.data(0, ROW)
            above = self.dropIndicatorPosition() is QTreeWidget.DropIndicatorPosition.AboveItem
            self.setState(QTreeWidget.State.NoState)
            if beside != self._dragged:
                self.dropped.emit(self._dragged, beside, not above)
            event.accept()


class OutlinePanel(QWidget):
    """Shows the rows; a click leads to the text, a click on a missing part inserts it, a row dragged takes its text along."""

    row_chosen = Signal(Row)
    row_moved = Signal(Row, Row, bool)  # beside another, after it or before

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        title = QLabel("提纲")
        title.setObjectName("panelTitle")
        self._count = QLabel()
        self._count.setObjectName("panelCount")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._tree = _Tree()
        self._tree.dropped.connect(self.row_moved)
        self._tree.setObjectName("outline")
        self._tree.setAccessibleName("提纲")
        self._tree.setHeaderHidden(True)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._tree.setMouseTracking(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setItemDelegate(RowDelegate(theme))
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.itemClicked.connect(lambda item: self.row_chosen.emit(item.data(0, ROW)))
        self._delegate = self._tree.itemDelegate()  # Qt does not keep it alive
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        for widget in (self._bar, self._tree):
            layout.addWidget(widget)
        self._show_theme()
        theme.changed.connect(self._show_theme)

    def _show_theme(self) -> None:
        self._tree.setIndentation(self._theme.length(16))
        self._tree.scheduleDelayedItemsLayout()  # the rows are as high as their type asks

    def settle(self) -> None:
        """Lay out the rows now, and make room for the scroll bar that they may need."""
        self._tree.doItemsLayout()
        self._tree.updateGeometries()

    def show_rows(self, rows: Sequence[Row], completed: tuple[int, int], grave: Sequence[int] = ()) -> None:
        """Show other rows; where the tree has the same shape only what differs is touched.

        `grave` are places of the text that must be changed, in order.
        """
        done, asked = completed
        self._count.setText(f"已写 {done}／{asked}项" if asked else "")
        self._count.setToolTip(f"本次要求的{asked}个部分，已写{done}个；未写的列在“还差”里" if asked else "")
        self._bar.setMaximum(max(asked, 1))
        self._bar.setValue(done)
        if self._shapes() != [_shape_of(row) for row in rows]:
            folded = {path for path, item in self._paths() if item.childCount() and not item.isExpanded()}
            self._tree.clear()
            root = self._tree.invisibleRootItem()  # held while it is cleared, it would keep the items for ever
            for row in rows:
                _add(root, row)
            for path, item in self._paths():
                if item.childCount():  # a reader says of what is open that it is; what has nothing below is not
                    item.setExpanded(path not in folded)
        else:
            for item, row in zip(_children(self._tree.invisibleRootItem()), rows, strict=True):
                _update(item, row)
        for item in self._items():
            _mark(item, grave)

    def _shapes(self) -> list[tuple[object, ...]]:
        return [_shape(item) for item in _children(self._tree.invisibleRootItem())]

    def select(self, path: Sequence[Row]) -> None:
        """Select the row that the caret is in; the path leads there from the outermost."""
        for item in self._items() if path else ():
            row: Row = item.data(0, ROW)
            if (row.start, row.title) == (path[-1].start, path[-1].title):
                if self._tree.currentItem() is not item:
                    self._tree.setCurrentItem(item)
                return
        self._tree.setCurrentIndex(QModelIndex())

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab stops at, in its order."""
        return (self._tree,)

    def take_focus(self) -> None:
        """Go to the outline with the keyboard (定位): type a title's beginning, Enter leads there."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first = self._tree.topLevelItem(0)
        if first is not None and not self._tree.currentIndex().isValid():
            self._tree.setCurrentItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._tree.currentItem()
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_chosen.emit(item.data(0, ROW))
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[Row]:
        """List the rows shown, from top to bottom."""
        return [item.data(0, ROW) for item in self._items()]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        return (item for _, item in self._paths())

    def _paths(self) -> Iterator[tuple[tuple[str, ...], QTreeWidgetItem]]:
        """Give each item with the titles that lead to it, from the outermost down."""

        def below(item: QTreeWidgetItem, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], QTreeWidgetItem]]:
            for child in _children(item):
                here = (*path, child.text(0))
                yield here, child
                yield from below(child, here)

        yield from below(self._tree.invisibleRootItem(), ())


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for n in range(item.childCount()) if (child := item.child(n)) is not None]


def _shape(item: QTreeWidgetItem) -> tuple[object, ...]:
    return (item.data(0, ROW).title, *(_shape(child) for child in _children(item)))


def _shape_of(row: Row) -> tuple[object, ...]:
    return (row.title, *(_shape_of(child) for child in row.children))


def _add(parent: QTreeWidgetItem, row: Row) -> None:
    item = QTreeWidgetItem(parent)
    _set(item, row)
    for child in row.children:
        _add(item, child)


def _update(item: QTreeWidgetItem, row: Row) -> None:
    if item.data(0, ROW) != row:
        _set(item, row)
    for below, child in zip(_children(item), row.children, strict=True):
        _update(below, child)


def _mark(item: QTreeWidgetItem, grave: Sequence[int]) -> None:
    """Mark a row in whose own text something must be changed; what lies in a row below it is marked there."""
    row: Row = item.data(0, ROW)
    below = sum(_count(grave, child) for child in row.children)
    found = _count(grave, row) > below
    if bool(item.data(0, GRAVE)) != found:
        item.setData(0, GRAVE, found)


def _count(grave: Sequence[int], row: Row) -> int:
    """Count the places within a row's text; they come in order."""
    return bisect_left(grave, row.end) - bisect_left(grave, row.start)


def _set(item: QTreeWidgetItem, row: Row) -> None:
    item.setData(0, ROW, row)
    item.setText(0, row.title)  # for typing ahead
    item.setToolTip(0, f"{row.title}　{row.detail}")
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{row.title}，{row.detail}")
