"""A list of cards with links, drawn and not built of widgets, so that a hundred cost no more than those in view.

A card is a value. Choosing a link emits the card's key and the link's name; Enter chooses the first one, the menu key
shows all, Escape leaves. A link with choices opens them as a menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from itertools import takewhile

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.ui.panels.card_model import Card, CardModel, Link
from assistant.ui.theme import Theme

_MARGIN = 6
_PADDING = 10
_AT_ONCE = 12  # new cards laid out in one go
_KEPT_HEIGHTS = 4000
_SHORT_LABEL = 8
_JOINER = "\u2060"  # unseen; no line breaks beside it


class CardDelegate(QStyledItemDelegate):
    """Draws cards. Laid out texts are kept as long as they fit."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._laid_out: dict[tuple[Card, int], QTextDocument] = {}
        self._heights: dict[tuple[Card, int], int] = {}  # of many more cards than those whose text is kept

    def forget(self) -> None:
        """Lay out everything anew; the font has changed."""
        self._laid_out.clear()
        self._heights.clear()

    def document(self, card: Card, width: int) -> QTextDocument:
        """Lay out a card for a width of the list."""
        known = self._laid_out.get((card, width))
        if known is not None:
            return known
        if len(self._laid_out) > 400:
            self._laid_out.clear()
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._view.font())
        document.setHtml(self._html(card, width - 2 * (_MARGIN + _PADDING)))
        document.setTextWidth(width - 2 * (_MARGIN + _PADDING))
        self._laid_out[card, width] = document
        return document

    def _elided(self, heading: str, width: int) -> str:
        """Keep a heading to two lines; the whole is its tip."""
        font = self._view.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        room = 2 * width - 2 * metrics.height()  # a line may end a character early
        return metrics.elidedText(heading, Qt.TextElideMode.ElideRight, max(room, width))

    def _html(self, card: Card, width: int) -> str:
        color, faint, accent = (self._theme.colors[role] for role in (card.role, "faint", "accent"))
        sign = f'<span style="color:{color}">{escape(card.sign)}&nbsp;</span>' if card.sign else ""
        if card.told:
            return f'<span style="color:{faint}">{escape(card.title)}</span>'
        if card.heading:
            return f"{sign}<b>{escape(self._elided(card.title, width))}</b>"
        quote = ""
        if card.quote:
            before, meant, after = map(escape, card.quote)
            quote = f"{before}<b><u>{meant}</u></b>{after}"
        below = (quote, *map(escape, card.lines)) if quote else map(escape, card.lines)
        lines = "".join(f'<div style="color:{faint}; font-size:small">{line}</div>' for line in below)
        links = "&nbsp;&nbsp; ".join(
            f'<a href="{link.name}" style="color:{accent}; text-decoration:none">{_unbroken(link)}</a>'
            for link in card.links
        )
        return f"<div>{sign}{escape(card.title)}</div>{lines}" + (
            f'<div style="font-size:small">{links}</div>' if links else ""
        )

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        height = self._heights.get((card, width))
        if height is None:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            height = self._heights[card, width] = round(self.document(card, width).size().height())
        return QSize(width, height + 2 * (_MARGIN // 2 + (4 if card.heading else _PADDING)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not card.heading:
            frame = option.rect.adjusted(_MARGIN, _MARGIN // 2, -_MARGIN, -(_MARGIN // 2))
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(QPen(self._theme.color("accent" if chosen else "border"), 1))
            painter.setBrush(self._theme.color("selected" if chosen else "window"))
            painter.drawRoundedRect(frame, 5, 5)
            if card.edge:
                painter.fillRect(
                    QRect(frame.left(), frame.top() + 4, 3, frame.height() - 8), self._theme.color(card.role)
                )
        painter.translate(self._origin(option.rect, card))
        self.document(card, self._view.viewport().width()).drawContents(painter)
        painter.restore()

    def link_at(self, card: Card, rectangle: QRect, point: QPoint, width: int) -> str:
        """Give the name of the link at a point, "" for none."""
        inside = QPointF(point) - QPointF(self._origin(rectangle, card))
        return self.document(card, width).documentLayout().anchorAt(inside)

    def _origin(self, rectangle: QRect, card: Card) -> QPoint:
        top = _MARGIN // 2 + (4 if card.heading else _PADDING)
        return rectangle.topLeft() + QPoint(_MARGIN + _PADDING, top)


def _unbroken(link: Link) -> str:
    """Keep a short label on one line; between Chinese characters a line may break anywhere else."""
    label = f"{link.label}▾" if link.choices else link.label
    joined = _JOINER.join(label) if len(label) <= _SHORT_LABEL else label
    return escape(joined)


class CardList(QListView):
    """Shows cards."""

    chosen = Signal(str, str)  # card's key, link's name; "" for the card itself
    left = Signal()  # by Escape

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("cards")
        self.setAccessibleName(name)
        self.setModel(CardModel())
        self.setItemDelegate(CardDelegate(theme, self))
        theme.changed.connect(self._redraw)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wanted: tuple[Card, ...] = ()
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._show_more)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; of hundreds of new ones the first at once, the others between two keys."""
        if self._wanted == (wanted := tuple(cards)):
            return
        places = self._places() if self.verticalScrollBar().value() else ()
        self._wanted = wanted
        self._show_more()
        self._keep_place(places)

    def _places(self) -> tuple[tuple[str, int], ...]:
        """List the cards in view from the top, each with its place."""
        first = self.indexAt(QPoint(self.viewport().width() // 2, _MARGIN))
        if not first.isValid():
            return ()
        rows = range(first.row(), self.model().rowCount())
        tops = ((self._cards().cards[n].key, self.visualRect(self.model().index(n, 0)).top()) for n in rows)
        return tuple(takewhile(lambda place: place[1] < self.viewport().height(), tops))

    def _keep_place(self, places: Sequence[tuple[str, int]]) -> None:
        """Let the first of some cards that is still there stand where it stood: the eye is on it."""
        rows = {card.key: n for n, card in enumerate(self._cards().cards)}
        stayed = next((place for place in places if place[0] in rows), None)
        if stayed:
            self.executeDelayedItemsLayout()
            key, top = stayed
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.model().index(rows[key], 0)).top() - top)

    def _show_more(self) -> None:
        ready = self._cards().rowCount() + _AT_ONCE
        self._cards().show(self._wanted[:ready])
        if ready < len(self._wanted):
            self._filling.start()

    def shown(self) -> Sequence[Card]:
        """List the cards in view order."""
        return self._wanted

    def select(self, key: str) -> bool:
        """Mark a card and bring it into view; tell whether there is one of this key."""
        row = next((n for n, card in enumerate(self.shown()) if card.key == key), None)
        if row is None:
            return False
        if row >= self._cards().rowCount():
            self._cards().show(self._wanted)
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def take_focus(self) -> None:
        """Go to the list with the keyboard, to the card that is marked or the first."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first = next((card for card in self._wanted if not card.heading), None)
        if first and self._current() is None:
            self.select(first.key)

    def selected(self) -> Card | None:
        """Give the card that is marked."""
        return self._current()

    def _cards(self) -> CardModel:
        model: QAbstractItemModel = self.model()
        assert isinstance(model, CardModel)
        return model

    def _delegate(self) -> CardDelegate:
        delegate = self.itemDelegate()
        assert isinstance(delegate, CardDelegate)
        return delegate

    def _under(self, point: QPoint) -> tuple[Card, str] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        return card, self._delegate().link_at(card, self.visualRect(index), point, self.viewport().width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._under(event.position().toPoint())):
            card, name = hit
            link = next((link for link in card.links if link.name == name), None)
            if link and link.choices:
                self._open_menu(card, link.choices, event.globalPosition().toPoint())
            else:
                self.chosen.emit(card.key, name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hit = self._under(event.position().toPoint())
        pointing = Qt.CursorShape.PointingHandCursor if hit and hit[1] else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(pointing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._current()
        if card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(card.key, card.links[0].name if card.links else "")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self._under(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        card = hit[0] if hit else self._current()
        if card and card.links:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            box = self.visualRect(self.currentIndex())
            self._open_menu(card, card.links, self.mapToGlobal(box.center()) if by_key else event.globalPos())

    def _open_menu(self, card: Card, links: Sequence[Link], point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, card, links)
        menu.popup(point)

    def _fill(self, menu: QMenu, card: Card, links: Sequence[Link]) -> None:
        for link in links:
            if link.choices:
                self._fill(menu.addMenu(link.label), card, link.choices)
            else:
                if link.apart:
                    menu.addSeparator()
                menu.addAction(link.label, partial(self.chosen.emit, card.key, link.name)).setEnabled(link.enabled)

    def _current(self) -> Card | None:
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _redraw(self) -> None:
        self._delegate().forget()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate().forget()
