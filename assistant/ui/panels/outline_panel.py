"""The outline beside the page: what is asked for and what is there, row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.review.outline_values import Row, RowState
from assistant.ui import drawn_signs
from assistant.ui.theme import Theme

# The row; whether something in it must be changed
_ROW, _GRAVE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROLES = {RowState.WRITTEN: "text", RowState.FINDINGS: "text", RowState.EMPTY: "faint", RowState.MISSING: "accent"}
_HEIGHT, _SIGN, _GRAVE_SIGN, _EDGE = 30, 12, 9, 12  # pixels beside type of the usual size
_TITLE_FIRST = 9  # characters of a title that must be left before its detail is told in full


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: sign, title cut to fit, whether something must be changed, length or what is lacking at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, max(self._theme.length(_HEIGHT), option.fontMetrics.height() + 8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(_ROW)
        painter.save()
        painter.setFont(option.font)  # the one that is measured with, whatever the system gives lists
        self._fill(painter, option)
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        side, edge = self._theme.length(_SIGN), self._theme.length(_EDGE)
        box = option.rect.adjusted(2, 0, -edge, 0)
        sign = QRectF(box.left(), box.center().y() - side / 2 + 0.5, side, side)
        drawn_signs.paint(painter, row.state.value, sign, self._theme.color(_ROLES[row.state]))
        detail = self._detail(row, metrics, box.width() - side - 8)
        painter.setPen(self._theme.color("accent" if row.missing else "error" if row.over else "faint"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, detail)
        room = QRect(box.left() + side + 8, box.top(), box.width() - side - 16, box.height())
        room.setWidth(room.width() - metrics.horizontalAdvance(detail))
        if index.data(_GRAVE):
            small = self._theme.length(_GRAVE_SIGN)
            place = QRectF(room.right() - small, box.center().y() - small / 2, small, small)
            drawn_signs.paint(painter, drawn_signs.GRAVE["error"], place, self._theme.color("error"))
            room.setWidth(room.width() - small - 6)
        painter.setPen(self._theme.color("text" if row.state is not RowState.EMPTY else "faint"))
        painter.drawText(room, middle, metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()

    def _fill(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Show what the pointer is over, and by an edge and a ground where the caret is."""
        whole = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, self._theme.color("selected"))
            painter.fillRect(QRect(0, whole.top(), 3, whole.height()), self._theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, self._theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(whole.adjusted(4, 2, -3, -2))

    @staticmethod
    def _detail(row: Row, metrics: QFontMetrics, room: int) -> str:
        """Say at the right what there is room for, a length as a bare number; the tip tells the rest."""
        whole = row.detail.split(" · ")[0]
        whole = whole.removesuffix("字") if whole[:1].isdigit() and "，" not in whole else whole
        title = min(metrics.horizontalAdvance(row.title), _TITLE_FIRST * metrics.horizontalAdvance("国"))
        return whole if metrics.horizontalAdvance(whole) + title + 16 <= room else whole.split("，")[0]


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
        row: Row | None = item.data(0, _ROW) if item else None
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
            beside: Row = other.data(0, _ROW)
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
        self._tree.setItemDelegate(_RowDelegate(theme))
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.itemClicked.connect(lambda item: self.row_chosen.emit(item.data(0, _ROW)))
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
            self._tree.clear()
            root = self._tree.invisibleRootItem()  # held while it is cleared, it would keep the items for ever
            for row in rows:
                _add(root, row)
            for item in self._items():
                if item.childCount():
                    item.setExpanded(True)  # a reader says of what is open that it is; what has nothing below is not
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
            row: Row = item.data(0, _ROW)
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
            self.row_chosen.emit(item.data(0, _ROW))
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[Row]:
        """List the rows shown, from top to bottom."""
        return [item.data(0, _ROW) for item in self._items()]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        def below(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
            for child in _children(item):
                yield child
                yield from below(child)

        yield from below(self._tree.invisibleRootItem())


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for n in range(item.childCount()) if (child := item.child(n)) is not None]


def _shape(item: QTreeWidgetItem) -> tuple[object, ...]:
    return (item.data(0, _ROW).title, *(_shape(child) for child in _children(item)))


def _shape_of(row: Row) -> tuple[object, ...]:
    return (row.title, *(_shape_of(child) for child in row.children))


def _add(parent: QTreeWidgetItem, row: Row) -> None:
    item = QTreeWidgetItem(parent)
    _set(item, row)
    for child in row.children:
        _add(item, child)


def _update(item: QTreeWidgetItem, row: Row) -> None:
    if item.data(0, _ROW) != row:
        _set(item, row)
    for below, child in zip(_children(item), row.children, strict=True):
        _update(below, child)


def _mark(item: QTreeWidgetItem, grave: Sequence[int]) -> None:
    """Mark a row in whose own text something must be changed; what lies in a row below it is marked there."""
    row: Row = item.data(0, _ROW)
    below = sum(_count(grave, child) for child in row.children)
    found = _count(grave, row) > below
    if bool(item.data(0, _GRAVE)) != found:
        item.setData(0, _GRAVE, found)


def _count(grave: Sequence[int], row: Row) -> int:
    """Count the places within a row's text; they come in order."""
    return bisect_left(grave, row.end) - bisect_left(grave, row.start)


def _set(item: QTreeWidgetItem, row: Row) -> None:
    item.setData(0, _ROW, row)
    item.setText(0, row.title)  # for typing ahead
    item.setToolTip(0, f"{row.title}　{row.detail}")
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{row.title}，{row.detail}")
