"""How the table 问题—原因—措施 is drawn: what a cell says, a line for each item, and whether the writer has said so."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from assistant.facts.items import Item, ItemKind
from assistant.review.correspondence import Correspondence, Line
from assistant.ui.theme import Theme

SHOWN = Qt.ItemDataRole.UserRole
_OWN = "本人定"


def line_height(theme: Theme, table: QTableWidget) -> int:
    return table.fontMetrics().height() + theme.length(4)


class Shown(NamedTuple):
    """What a cell shows: items, each a line, or what is said in their place."""

    titles: tuple[str, ...]
    items: tuple[Item, ...] = ()
    role: str = "text"
    own: bool = False
    heading: bool = False

    @property
    def said(self) -> str:
        return "\n".join(self.titles) + (f"（{_OWN}）" if self.own else "")


class Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: QTableWidget) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Shown | None = index.data(SHOWN)
        theme, box = self._theme, option.rect
        here = index.row() == self._table.currentRow()
        painter.save()
        heading = shown is not None and shown.heading
        painter.fillRect(box, theme.color("window" if heading else "selected" if here else "card"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("border"))
        if shown is not None:
            self._paint_lines(painter, box, shown)
        if option.state & QStyle.StateFlag.State_HasFocus and not heading:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_lines(self, painter: QPainter, box: QRect, shown: Shown) -> None:
        theme, edge = self._theme, self._theme.length(10)
        font = QFont(self._table.font())
        font.setBold(shown.heading)
        metrics, height = QFontMetrics(font), line_height(self._theme, self._table)
        top = box.top() + max(0, (box.height() - height * len(shown.titles)) // 2)
        for number, title in enumerate(shown.titles):
            line = QRect(box.left() + edge, top + number * height, box.width() - 2 * edge, height)
            if shown.own:
                line.setRight(line.right() - self._paint_own(painter, line))
            painter.setFont(font)
            painter.setPen(theme.color(shown.role))
            elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_own(self, painter: QPainter, line: QRect) -> int:
        """Write at the right that the writer has said so; give the room it takes."""
        font = QFont(self._table.font())
        font.setPointSizeF(self._theme.sizes.small)
        painter.setFont(font)
        painter.setPen(self._theme.color("faint"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _OWN)
        return QFontMetrics(font).horizontalAdvance(_OWN) + self._theme.length(8)


def shown(found: Correspondence, line: Line, kind: ItemKind) -> Shown | None:
    """Say what a line shows in a column: itself, what belongs to it, or why there is nothing."""
    if line.item.kind is kind:
        return Shown((found.titles[line.item],), (line.item,))
    cell = next((cell for cell in line.cells if cell.kind is kind), None)
    if cell is None:
        return None
    if cell.others:
        return Shown(tuple(found.titles[other] for other in cell.others), cell.others, own=cell.chosen)
    return Shown((cell.state.told(cell.kind),), role="faint", own=cell.chosen)
