"""问题—原因—措施 row by row: problems under their aspects, beside each its causes and measures.

A cause or measure is dragged to the problem it answers, or a problem to it; what the menus below the table do, too.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from assistant.facts.items import Item
from assistant.review.correspondence import CAUSE, MEASURE, PROBLEM, Correspondence, Line, State
from assistant.ui.panels.links_drawing import SHOWN, Delegate, Shown, line_height, shown
from assistant.ui.theme import Theme

_KINDS = (PROBLEM, CAUSE, MEASURE)
_LEAST = 29  # pixels of a row, beside type of the usual size


class LinksTable(QTableWidget):
    """Shows the lines; choosing a cell leads to its item on the page, the keyboard stays here until Enter."""

    item_pointed = Signal(object)
    item_entered = Signal(object)  # by Enter or a double click: go there with the keyboard
    line_chosen = Signal()
    joined = Signal(object, object)  # an item was dragged to another
    left = Signal()  # by Escape

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(_KINDS))
        self._theme = theme
        self._lines: dict[int, Line] = {}
        self._filling = False
        self._pressed = QPoint()
        self._dragged: Item | None = None
        self.setObjectName("links")
        self.setAccessibleName("问题、原因、措施对应表")
        self.setHorizontalHeaderLabels(["问题", "原因", "整改措施"])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setItemDelegate(Delegate(theme, self))
        self.currentCellChanged.connect(self._note_current)
        self.cellClicked.connect(self._tell)
        self.cellDoubleClicked.connect(self._enter)
        theme.changed.connect(self._fit_rows)

    # Showing

    def show_lines(self, found: Correspondence, *, only: frozenset[State] = frozenset()) -> None:
        """Show the lines, or only those of which a cell is in one of some states; the chosen one stays chosen."""
        current = self.current_line
        column = max(self.currentColumn(), 0)
        rows: list[str | Line] = []
        for name, lines in found.groups:
            wanted = [line for line in lines if not only or any(cell.state in only for cell in line.cells)]
            rows += [name, *wanted] if wanted and name else wanted
        self._filling = True
        self.clearSpans()
        self.setRowCount(len(rows))
        self._lines = {}
        for number, row in enumerate(rows):
            if isinstance(row, str):
                self._put(number, 0, Shown((row,), heading=True))
                self._put(number, 1, None)
                self._put(number, 2, None)
                self.setSpan(number, 0, 1, len(_KINDS))
            else:
                self._lines[number] = row
                for at, kind in enumerate(_KINDS):
                    self._put(number, at, shown(found, row, kind))
        self._fit_rows()
        again = next((n for n, line in self._lines.items() if current and line.item == current.item), -1)
        if again < 0 and current:  # its text has changed, its place has not
            again = next((n for n, line in self._lines.items() if line.item.start == current.item.start), -1)
        self.setCurrentCell(again, column)
        self._filling = False

    def _put(self, row: int, column: int, what: Shown | None) -> None:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setData(SHOWN, what)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, what.said if what else "")
        cell.setToolTip(what.said if what else "")
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell.setFlags(flags if what is None or not what.heading else Qt.ItemFlag.NoItemFlags)

    def shown(self) -> list[tuple[str, ...]]:
        """List what each row says."""
        rows = []
        for row in range(self.rowCount()):
            cells = [self._at(row, column) for column in range(len(_KINDS))]
            rows.append(tuple(cell.said for cell in cells if cell))
        return rows

    def _at(self, row: int, column: int) -> Shown | None:
        cell = self.item(row, column)
        return cell.data(SHOWN) if cell else None

    def _fit_rows(self) -> None:
        for row in range(self.rowCount()):
            cells = [self._at(row, column) for column in range(len(_KINDS))]
            most = max((len(cell.titles) for cell in cells if cell), default=1)
            self.setRowHeight(
                row, max(self._theme.length(_LEAST), most * line_height(self._theme, self) + self._theme.length(6))
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    # Choosing

    @property
    def current_line(self) -> Line | None:
        return self._lines.get(self.currentRow())

    def choose(self, item: Item) -> None:
        """Choose an item's line without leading anywhere."""
        row = next((row for row, line in self._lines.items() if line.item == item), -1)
        if row >= 0 and row != self.currentRow():
            self._filling = True
            self.setCurrentCell(row, max(self.currentColumn(), 0))
            self._filling = False
            self.line_chosen.emit()

    def _note_current(self, row: int, column: int, before: int, _column: int) -> None:
        self.viewport().update()
        if not self._filling:
            if row != before:
                self.line_chosen.emit()
            if not QApplication.mouseButtons():  # a click tells itself
                self._tell(row, column)

    def _tell(self, row: int, column: int) -> None:
        if item := self._item_at(row, column):
            self.item_pointed.emit(item)

    def _enter(self, row: int, column: int) -> None:
        if item := self._item_at(row, column):
            self.item_entered.emit(item)

    def _item_at(self, row: int, column: int, y: int | None = None) -> Item | None:
        """Give what a cell shows, or shows at a height; of an empty one what its line is about."""
        cell, line = self._at(row, column), self._lines.get(row)
        if line is None:
            return None
        if cell is None or not cell.items:
            return line.item if y is None else None
        at = 0 if y is None else (y - self.rowViewportPosition(row)) * len(cell.items) // max(self.rowHeight(row), 1)
        return cell.items[min(max(at, 0), len(cell.items) - 1)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentRow(), self.currentColumn())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Dragging

    def item_under(self, point: QPoint) -> Item | None:
        """Give the item that is shown at a point."""
        return self._item_at(self.rowAt(point.y()), self.columnAt(point.x()), point.y())

    def line_under(self, point: QPoint) -> Line | None:
        return self._lines.get(self.rowAt(point.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        item = self.item_under(self._pressed) if far and event.buttons() & Qt.MouseButton.LeftButton else None
        if item is not None:
            self._dragged = item
            drag, data = QDrag(self), QMimeData()
            data.setText(item.section.heading)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.LinkAction)
            self._dragged = None

    def may_join(self, item: Item | None, line: Line | None) -> bool:
        """Tell whether an item can belong to what a line is about."""
        return item is not None and line is not None and line.cell(item.kind) is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.source() is self)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self.may_join(self._dragged, self.line_under(event.position().toPoint())))

    def dropEvent(self, event: QDropEvent) -> None:
        line = self.line_under(event.position().toPoint())
        if line is not None and self.may_join(self._dragged, line):
            event.acceptProposedAction()
            self.joined.emit(self._dragged, line.item)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.length(_LEAST) * 3)
