"""The outline beside the page: what is asked for and what is there, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
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

from assistant.review.progress import Row, RowState
from assistant.ui.theme import Theme

_ROW = Qt.ItemDataRole.UserRole
_ROLES = {RowState.WRITTEN: "text", RowState.FINDINGS: "text", RowState.EMPTY: "faint", RowState.MISSING: "accent"}


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: sign, title cut to fit, detail at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, option.fontMetrics.height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(_ROW)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selected"))
        box = option.rect.adjusted(2, 0, -8, 0)
        metrics = option.fontMetrics
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.color(_ROLES[row.mark]))
        sign_width = metrics.horizontalAdvance("●") + 8
        painter.drawText(box, middle, row.mark.value)
        detail = row.detail
        if box.width() < metrics.horizontalAdvance(detail) + 8 * metrics.horizontalAdvance("国"):
            detail = detail.split(" · ")[0].split("，")[0]  # where there is little room the title comes first
        detail_width = metrics.horizontalAdvance(detail)
        room = QRect(box.left() + sign_width, box.top(), box.width() - sign_width - detail_width - 10, box.height())
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, title)
        painter.setPen(self._theme.color("accent" if row.missing else "faint"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()


class OutlinePanel(QWidget):
    """Shows the rows; a click leads to the text, a click on a missing part inserts it."""

    row_chosen = Signal(Row)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._count = QLabel()
        self._count.setObjectName("panelTitle")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._tree = QTreeWidget()
        self._tree.setObjectName("outline")
        self._tree.setAccessibleName("提纲")
        self._tree.setHeaderHidden(True)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._tree.setIndentation(14)
        self._tree.setUniformRowHeights(True)
        self._tree.setItemDelegate(_RowDelegate(theme))
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.itemClicked.connect(lambda item: self.row_chosen.emit(item.data(0, _ROW)))
        self._delegate = self._tree.itemDelegate()  # Qt does not keep it alive
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._count, self._bar, self._tree):
            layout.addWidget(widget)
        self.setMinimumWidth(180)

    def show_rows(self, rows: Sequence[Row], completed: tuple[int, int]) -> None:
        """Show other rows; where the tree has the same shape only what differs is touched."""
        done, asked = completed
        self._count.setText(f"提纲　　已写 {done}／{asked}" if asked else "提纲")
        self._bar.setMaximum(max(asked, 1))
        self._bar.setValue(done)
        if self._shapes() != [_shape_of(row) for row in rows]:
            self._tree.clear()
            root = self._tree.invisibleRootItem()  # held while it is cleared, it would keep the items for ever
            for row in rows:
                _add(root, row)
            self._tree.expandAll()
        else:
            for item, row in zip(_children(self._tree.invisibleRootItem()), rows, strict=True):
                _update(item, row)

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


def _set(item: QTreeWidgetItem, row: Row) -> None:
    item.setData(0, _ROW, row)
    item.setText(0, row.title)  # for typing ahead
    item.setToolTip(0, f"{row.title}　{row.detail}")
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{row.title}，{row.detail}")
