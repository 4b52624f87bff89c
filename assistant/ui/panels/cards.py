"""A list of cards, drawn and not built of widgets, so that hundreds cost no more than those in view.

A card is a value; the current one is open and has buttons. The arrows go from card to card, left and right from button
to button; Enter presses the button the keys are at, else it goes to the card's place. The menu key shows all buttons,
Escape leaves. A button with choices opens them as a menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu

from assistant.ui.panels.card_drawing import CardDelegate
from assistant.ui.panels.card_model import CardModel
from assistant.ui.panels.panel_values import Card, Link
from assistant.ui.scrolling import keep_place_for_bar
from assistant.ui.theme import Theme

_EDGE = 6  # pixels from the top, within the first card in view
_AT_ONCE = 12  # new cards laid out in one go


class CardList(QListView):
    """Shows cards below each other, of which one may be open."""

    chosen = Signal(str, str)  # card's key, button's name; "" for the card itself
    pointed = Signal(str)  # a card was opened by hand; the keyboard stays here
    left = Signal()  # by Escape

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._wanted: tuple[Card, ...] = ()
        self._by_hand = False
        self._pressed: tuple[str, str] | None = None  # card and button under the pointer when it went down
        self.setObjectName("cards")
        self.setAccessibleName(name)
        self.setItemDelegate(CardDelegate(theme, self))
        self.setModel(CardModel())
        theme.changed.connect(self._redraw)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_place_for_bar(self)  # cards keep their width
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._show_more)

    # Showing

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
        first = self.indexAt(QPoint(self.viewport().width() // 2, _EDGE))
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
        """Open a card and bring it into view; tell whether there is one of this key."""
        row = next((n for n, card in enumerate(self.shown()) if card.key == key), None)
        if row is None:
            return False
        if row >= self._cards().rowCount():
            self._cards().show(self._wanted)
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.executeDelayedItemsLayout()
        self.scrollTo(index)
        return True

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Open the current card and close the other; the one that the eye is on does not move."""
        top = self.visualRect(current).top() if current.isValid() else 0
        super().currentChanged(current, previous)
        self._delegate().marked = -1
        self.scheduleDelayedItemsLayout()
        if self._by_hand and current.isValid():
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(current).top() - top)
            self.scrollTo(current)
            self.pointed.emit(current.data(Qt.ItemDataRole.UserRole).key)

    def take_focus(self) -> None:
        """Go to the list with the keyboard, to the card that is open or the first."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._open_first()

    def _open_first(self) -> None:
        first = next((card for card in self._wanted if not card.heading), None)
        current = self._current()  # a heading, where Qt chose the first row as the focus came
        if first and (current is None or current.heading):
            self.select(first.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._open_first()
        self.viewport().update()

    def selected(self) -> Card | None:
        """Give the card that is open."""
        return self._current()

    def _cards(self) -> CardModel:
        model: QAbstractItemModel = self.model()
        assert isinstance(model, CardModel)
        return model

    def _delegate(self) -> CardDelegate:
        delegate = self.itemDelegate()
        assert isinstance(delegate, CardDelegate)
        return delegate

    def _current(self) -> Card | None:
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    # Hands

    def _under(self, point: QPoint) -> tuple[Card, str] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        return card, self._delegate().link_at(card, self.visualRect(index), point, self.viewport().width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._under(event.position().toPoint())
        self._pressed = (hit[0].key, hit[1]) if hit and event.button() == Qt.MouseButton.LeftButton else None
        self._by_hand = True
        super().mousePressEvent(event)
        self._by_hand = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button that was pointed to from the first; the card that opened then may lie under others now."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        hit = self._under(event.position().toPoint())
        if not pressed or not hit or not pressed[1] or (hit[0].key, hit[1]) != pressed:
            return
        self._press(hit[0], hit[1], event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the card's place; on a button it is a second click."""
        hit = self._under(event.position().toPoint())
        if hit and not hit[1] and not hit[0].heading:
            self.chosen.emit(hit[0].key, "")
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hit = self._under(event.position().toPoint())
        hot = (hit[0].key, hit[1]) if hit and hit[1] else ("", "")
        if hot != self._delegate().hot:
            self._delegate().hot = hot
            self.viewport().update()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot[1] else Qt.CursorShape.ArrowCursor)

    def _press(self, card: Card, name: str, point: QPoint) -> None:
        link = next((link for link in card.links if link.name == name), None)
        if link and link.choices:
            self._open_menu(card, link.choices, point)
        elif link:
            self.chosen.emit(card.key, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card, delegate = self._current(), self._delegate()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if card and card.links and event.key() in steps:
            delegate.marked = min(max(delegate.marked + steps[Qt.Key(event.key())], -1), len(card.links) - 1)
            self.viewport().update()
        elif card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if 0 <= delegate.marked < len(card.links):
                middle = self.visualRect(self.currentIndex()).center()
                self._press(card, card.links[delegate.marked].name, self.viewport().mapToGlobal(middle))
            else:
                self.chosen.emit(card.key, "")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self._by_hand = True
            super().keyPressEvent(event)
            self._by_hand = False

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

    # Size

    def _redraw(self) -> None:
        self._delegate().forget()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate().forget()
