"""How cards are drawn in their list; where everything stands in them is `card_layout`'s business."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.ui import drawn_signs
from assistant.ui.panels.card_layout import ARROW_ROOM, WRAP, Button, CardLayout, Drawn, Text
from assistant.ui.panels.panel_values import Card
from assistant.ui.theme import Theme

MARGIN, GAP = 12, 8  # beside a card and between two, in pixels beside type of the usual size
_KEPT = 200  # laid out and no longer shown


class CardDelegate(QStyledItemDelegate):
    """Draws cards. Laid out ones are kept as long as they fit."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._known: dict[tuple[Card, int, bool], Drawn] = {}
        self.hot: tuple[str, str] = ("", "")  # card and button under the pointer
        self.marked = -1  # which button of the open card the keys are at

    def forget(self) -> None:
        """Lay out everything anew; the font has changed."""
        self._known.clear()

    def drawn(self, card: Card, width: int, *, opened: bool) -> Drawn:
        """Lay a card out for a width of the list."""
        key = (card, width, opened)
        if (known := self._known.get(key)) is not None:
            return known
        if len(self._known) > _KEPT + 2 * self._view.model().rowCount():
            self._known.clear()
        inside = width - 2 * self._theme.length(MARGIN)
        layout = CardLayout(card, inside, self._theme, self._view.font(), opened=opened)
        made = self._known[key] = layout.heading() if card.heading else layout.card()
        return made

    def _opened(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return index.row() == self._view.currentIndex().row()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        height = self.drawn(card, width, opened=self._opened(index)).height
        return QSize(width, height if card.heading else height + self._theme.length(GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        opened = self._opened(index)
        drawn = self.drawn(card, self._view.viewport().width(), opened=opened)
        frame = self._frame(option.rect, drawn)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not card.heading:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.setPen(QPen(self._theme.color("accent" if opened else "border"), 2 if opened else 1))
            painter.setBrush(self._theme.color("hover" if hovered and not opened else "card"))
            painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if opened and self._view.hasFocus():  # a second line: the keyboard is here
                painter.setPen(QPen(self._theme.color("accent"), 1))
                painter.drawRoundedRect(QRectF(frame).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3)
        painter.translate(frame.topLeft())
        if drawn.bar:
            painter.fillRect(drawn.bar, self._theme.color("border"))
        if drawn.sign is not None:
            drawn_signs.paint(painter, card.sign, drawn.sign, self._theme.color(card.role))
        for text in drawn.texts:
            self._write(painter, text)
        for number, button in enumerate(drawn.buttons):
            self._draw_button(painter, card, button, marked=opened and number == self.marked and self._view.hasFocus())
        painter.restore()

    def _write(self, painter: QPainter, text: Text) -> None:
        font = QFont(self._view.font())
        font.setBold(text.bold)
        font.setUnderline(text.underlined)
        if text.small:
            font.setPointSizeF(self._theme.sizes.small)
        painter.setFont(font)
        painter.setPen(self._theme.color(text.role))
        painter.drawText(text.box, int(WRAP.value), text.text)

    def _draw_button(self, painter: QPainter, card: Card, button: Button, *, marked: bool) -> None:
        hot = self.hot == (card.key, button.link.name)
        painter.setPen(Qt.PenStyle.NoPen)
        if button.primary:
            painter.setBrush(self._theme.color("accent_hover" if hot else "accent"))
            painter.drawRoundedRect(button.box, 4, 4)
        elif hot:
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(button.box, 4, 4)
        if marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text" if button.primary else "accent"), 2))
            painter.drawRoundedRect(button.box.adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(self._view.font())
        painter.setPen(self._theme.color("on_accent" if button.primary else "accent"))
        label = button.box
        if button.link.choices:
            label = label.adjusted(0, 0, -self._theme.length(ARROW_ROOM), 0)
            self._draw_arrow(painter, QPoint(label.right(), label.center().y()))
        shown = painter.fontMetrics().elidedText(button.label, Qt.TextElideMode.ElideRight, label.width() - 8)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_arrow(self, painter: QPainter, place: QPoint) -> None:
        """Draw behind a word the arrow that other buttons with a menu have; `place` is where it begins."""
        half = self._theme.length(4)
        pen = QPen(painter.pen())
        pen.setWidthF(1.5)
        painter.save()
        painter.setPen(pen)
        left, middle = place + QPoint(0, -half // 2), place + QPoint(half, half // 2)
        painter.drawPolyline([left, middle, left + QPoint(2 * half, 0)])
        painter.restore()

    def _frame(self, rectangle: QRect, drawn: Drawn) -> QRect:
        side = self._theme.length(MARGIN)
        return QRect(rectangle.left() + side, rectangle.top(), rectangle.width() - 2 * side, drawn.height)

    def link_at(self, card: Card, rectangle: QRect, point: QPoint, width: int) -> str:
        """Give the name of the open card's button at a point, "" for none."""
        current = self._view.currentIndex()
        if not current.isValid() or current.data(Qt.ItemDataRole.UserRole) != card:
            return ""
        drawn = self.drawn(card, width, opened=True)
        inside = point - self._frame(rectangle, drawn).topLeft()
        return next((each.link.name for each in drawn.buttons if each.box.contains(inside)), "")
