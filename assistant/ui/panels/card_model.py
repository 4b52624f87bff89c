"""The cards of a list, as its model, which changes them row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from assistant.ui.panels.panel_values import Card


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
