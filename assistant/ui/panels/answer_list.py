"""Last year's problems row by row, each with what became of it: 已写, 未写, 已说明未完成, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.facts.last_year.answering import Answered
from assistant.ui import drawn_signs
from assistant.ui.theme import Theme

_ROW = Qt.ItemDataRole.UserRole
_SIGN = 13  # pixels of the sign beside a state, beside type of the usual size
_WRAP = int(Qt.TextFlag.TextWrapAnywhere)
_MOST_LINES = 2  # of what was promised, and of what became of it, where there is height for them
_NO_LIMIT = 100_000  # pixels down
_SIGNS = {Answered.YES: ("✓", "done"), Answered.NO: ("○", "faint"), Answered.UNFINISHED: ("◷", "advice")}


class AnswerRow(NamedTuple):
    """A row as it is shown: what was promised, what became of it, and where this year's text says so."""

    title: str
    state: Answered
    said: str


_ANY = AnswerRow("问题", Answered.NO, "说明")  # as high as any of one line each


class _Drawn(NamedTuple):
    """A row laid out for a width: what is written from `left` on, and how high it is; the state stands at the right."""

    left: int
    title: str
    title_box: QRect
    said: str
    said_box: QRect
    height: int


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: AnswerList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(self._theme.sizes.small)
        return font

    def _lay_out(self, row: AnswerRow, width: int) -> _Drawn:
        theme, metrics, small = self._theme, QFontMetrics(self._view.font()), QFontMetrics(self._small())
        edge, top = theme.length(10), theme.length(5)
        left = edge + max(metrics.horizontalAdvance("88"), theme.length(18)) + theme.length(6)
        state = metrics.horizontalAdvance(row.state.label) + theme.length(_SIGN) + theme.length(12)
        title, lines = _clipped(row.title, metrics, width - edge - state - left, self._view.most_lines)
        title_box = QRect(left, top, width - edge - state - left, lines * metrics.lineSpacing())
        said, lines = _clipped(row.said, small, width - edge - left, self._view.most_lines)
        said_box = QRect(left, title_box.bottom() + theme.length(2), width - edge - left, lines * small.lineSpacing())
        return _Drawn(left, title, title_box, said, said_box, said_box.bottom() + theme.length(5))

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._lay_out(index.data(_ROW) or _ANY, self._view.viewport().width()).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: AnswerRow = index.data(_ROW)
        theme, box = self._theme, option.rect
        drawn = self._lay_out(row, box.width())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.color("selected" if chosen else "card"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("border"))
        painter.translate(box.topLeft())
        edge, (sign, role), side = theme.length(10), _SIGNS[row.state], theme.length(_SIGN)
        metrics = QFontMetrics(self._view.font())
        first = QRect(edge, drawn.title_box.top(), box.width() - 2 * edge, metrics.height())
        painter.setFont(self._view.font())
        painter.setPen(theme.color("faint"))
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft, f"{index.row() + 1}")
        painter.setPen(theme.color(role))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, row.state.label)
        state_width = metrics.horizontalAdvance(row.state.label)
        mark = QRectF(
            first.right() - state_width - side - theme.length(4), first.center().y() - side / 2 + 1, side, side
        )
        drawn_signs.paint(painter, sign, mark, theme.color(role))
        painter.setPen(theme.color("text"))
        painter.drawText(drawn.title_box, _WRAP, drawn.title)
        painter.setFont(self._small())
        painter.setPen(theme.color("faint"))
        painter.drawText(drawn.said_box, _WRAP, drawn.said)
        painter.restore()


def _clipped(text: str, metrics: QFontMetrics, width: int, most: int) -> tuple[str, int]:
    """Keep a text to some lines, and tell how many it takes; the tip tells the whole."""
    height = metrics.boundingRect(QRect(0, 0, max(width, 1), _NO_LIMIT), _WRAP, text).height()
    lines = round(height / metrics.lineSpacing())  # a font that stands in for another may be a pixel higher
    if lines <= most:
        return text, max(lines, 1)
    room = most * width - (most - 1) * 2 * metrics.height()  # a line may end a character early
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), most


class AnswerList(QListWidget):
    """Shows the rows; choosing one leads to what this year's text says, the keyboard stays here until Enter."""

    row_chosen = Signal(int)
    entered_row = Signal(int)  # by Enter or a double click: go there with the keyboard
    left = Signal()  # by Escape

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("answers")
        self.setAccessibleName("上年度整改事项")
        self.most_lines = _MOST_LINES
        self.setItemDelegate(_Delegate(theme, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda item: self.row_chosen.emit(self.row(item)))
        self.itemDoubleClicked.connect(lambda item: self.entered_row.emit(self.row(item)))
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self._rows: tuple[AnswerRow, ...] = ()

    def sizeHint(self) -> QSize:
        """Ask for one row; it takes what room there is."""
        return QSize(0, self._row_height() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def whole_height(self) -> int:
        """Say how high it would be with nothing to be scrolled."""
        return sum(self.sizeHintForRow(number) for number in range(len(self._rows))) + 2

    def _row_height(self) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def stand_close(self, *, close: bool) -> None:
        """Keep each text to one line where height is scarce."""
        most = 1 if close else _MOST_LINES
        if most != self.most_lines:
            self.most_lines = most
            self.scheduleDelayedItemsLayout()

    def rows(self) -> tuple[AnswerRow, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other rows; the chosen one stays chosen."""
        if self._rows == (wanted := tuple(rows)):
            return
        self._rows, at = wanted, self.currentRow()
        while self.count() > len(wanted):
            self.takeItem(self.count() - 1)
        for number, row in enumerate(wanted):
            item = self.item(number) or QListWidgetItem(self)
            spoken = "，".join(filter(None, (row.title, row.state.label, row.said)))
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"第{number + 1}条，{spoken}")
            item.setToolTip("\n".join(filter(None, (row.title, row.said))))
        if 0 <= at < len(wanted):
            self.setCurrentRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.entered_row.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
                self.row_chosen.emit(self.currentRow())
