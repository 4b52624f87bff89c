"""What a list of cards shows: the cards, their links, and the model that changes them row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

_ENDS = tuple("。？！；…")  # of what is a sentence already


@dataclass(frozen=True, slots=True)
class Link:
    """What can be chosen on a card; with `choices` it is the name of a menu and is not chosen itself.

    In a menu a link that makes no sense just now is greyed, so that each has its place; `apart`: below a line. The kind
    of each field stands in `ui/view_values` too.
    """

    name: str
    label: str
    choices: tuple[Link, ...] = ()
    enabled: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows.

    Closed it shows sign, label and title, and in one line the quote: what stands before, what is meant, what stands
    behind. Open it shows `lines` too and its links as buttons, the first as the one to be pressed. With `peek` the first
    of the lines begins to show when it is closed, too. A heading has neither frame nor links, and `count` at its right;
    `told` is one in plain faint letters. The kind of each field stands in `ui/view_values` too.
    """

    key: str
    title: str
    sign: str = ""  # painted, see signs
    label: str = ""  # in the color of `role`, as the sign
    role: str = "text"
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    heading: bool = False
    told: bool = False
    count: str = ""
    quote: tuple[str, str, str] | None = None
    peek: bool = False
    signed: str = ""  # who said it and when, beside the label; the title then has the lines below

    def spoken(self) -> str:
        """Say the card for a screen reader."""
        quoted = ("".join(self.quote),) if self.quote else ()
        parts = [each for each in (self.label, self.signed, self.title, *quoted, *self.lines, self.count) if each]
        return "".join(each if each.endswith(_ENDS) else f"{each}，" for each in parts).removesuffix("，")

    def offered(self) -> str:
        """Say for a screen reader what can be done."""
        return "、".join(link.label for link in self.links)


class CardModel(QAbstractListModel):
    """Holds the cards; rows are changed one by one so that the view keeps its place."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return card
        if role == Qt.ItemDataRole.ToolTipRole and card.heading and not card.told:
            return card.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.spoken()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return card.offered()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self.cards[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def show(self, cards: Sequence[Card]) -> None:
        """Show other cards; what is the same at the beginning and the end stays, and so does which one is marked."""
        old, new = self.cards, list(cards)
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        tail = 0
        while tail < min(len(old), len(new)) - first and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        between = slice(first, len(old) - tail)
        if len(old) == len(new) and [c.key for c in old[between]] == [c.key for c in new[between]]:
            self.cards = new
            if first < len(old) - tail:
                self.dataChanged.emit(self.index(first), self.index(len(old) - tail - 1))
            return
        if first < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), first, len(old) - tail - 1)
            del self.cards[first : len(old) - tail]
            self.endRemoveRows()
        if first < len(new) - tail:
            self.beginInsertRows(QModelIndex(), first, len(new) - tail - 1)
            self.cards[first:first] = new[first : len(new) - tail]
            self.endInsertRows()
