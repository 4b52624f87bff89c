"""How a row of the outline is drawn: its sign and the color of that, its title, what is said at its right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.finding import Severity
from assistant.review.outline_values import Row, RowState
from assistant.ui import drawn_signs
from assistant.ui.theme import Theme

# What an item holds: the row; whether something in it must be changed
ROW, GRAVE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
# The color of each state's sign, a role of the theme; the sign itself is the state's value, its form in `drawn_signs`.
_ROLES = {RowState.WRITTEN: "text", RowState.FINDINGS: "text", RowState.EMPTY: "faint", RowState.MISSING: "accent"}
_HEIGHT, _SIGN, _GRAVE_SIGN, _EDGE = 30, 12, 9, 12  # pixels beside type of the usual size
_TITLE_FIRST = 9  # characters of a title that must be left before its detail is told in full


class RowDelegate(QStyledItemDelegate):
    """Draws a row: sign, title cut to fit, whether something must be changed, length or what is lacking at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, max(self._theme.length(_HEIGHT), option.fontMetrics.height() + 8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setFont(option.font)  # the one that is measured with, whatever the system gives lists
        self._fill(painter, option)
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        side, edge = self._theme.length(_SIGN), self._theme.length(_EDGE)
        box = option.rect.adjusted(2, 0, -edge, 0)
        sign = QRectF(box.left(), box.center().y() - side / 2 + 0.5, side, side)
        drawn_signs.paint(painter, row.state.value, sign, self._theme.color(_ROLES[row.state]))
        detail = self._fitting(row, metrics, box.width() - side - 8)
        painter.setPen(self._theme.color("accent" if row.missing else "error" if row.over else "faint"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, detail)
        room = QRect(box.left() + side + 8, box.top(), box.width() - side - 16, box.height())
        room.setWidth(room.width() - metrics.horizontalAdvance(detail))
        if index.data(GRAVE):
            small = self._theme.length(_GRAVE_SIGN)
            place = QRectF(room.right() - small, box.center().y() - small / 2, small, small)
            drawn_signs.paint(painter, Severity.ERROR.sign, place, self._theme.color("error"))
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
    def _fitting(row: Row, metrics: QFontMetrics, room: int) -> str:
        """Shorten what a row says at its right to the room there is, a length to a bare number; the tip tells the rest."""
        whole = row.detail.split(" · ")[0]
        whole = whole.removesuffix("字") if whole[:1].isdigit() and "，" not in whole else whole
        title = min(metrics.horizontalAdvance(row.title), _TITLE_FIRST * metrics.horizontalAdvance("国"))
        return whole if metrics.horizontalAdvance(whole) + title + 16 <= room else whole.split("，")[0]
