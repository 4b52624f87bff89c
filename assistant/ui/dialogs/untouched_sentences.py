"""去年原句: the sentences that are still as they were last year, each with what in it is of another year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.review.beside import Kept
from assistant.review.material import Material
from assistant.ui import screens
from assistant.ui.buttons import plain_button

_PLACE = Qt.ItemDataRole.UserRole
_LONGEST = 200  # characters of a sentence


class UntouchedDialog(QDialog):
    """Lists them; stays open beside the text and follows it: who changes a sentence sees it go."""

    place_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("去年原句")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("去年原句")
        self._tree.setHeaderLabels(["句子", "所在部分", "需要核对的内容"])
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setStretchLastSection(False)
        character = self.fontMetrics().horizontalAdvance("国")
        for column, characters in ((1, 9), (2, 12)):
            self._tree.header().resizeSection(column, characters * character)
        self._tree.itemActivated.connect(self._go)
        self._tree.itemClicked.connect(self._go)
        go = QPushButton("去看")
        go.clicked.connect(self._go)
        close = plain_button("关闭", self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(go)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._told)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row)
        screens.open_at(self, 720, 420)

    def show_sentences(self, material: Material, kept: Sequence[Kept], where: Callable[[int], str]) -> None:
        """List the sentences as they are now, and stay at the same place of the list."""
        item = self._tree.currentItem()
        at = self._tree.indexOfTopLevelItem(item) if item else 0
        self._tree.clear()
        for each in kept:
            words = " ".join(each.span.of(material.text)[:_LONGEST].split("\n")).strip()
            stale = "、".join(dict.fromkeys(f"“{place.span.of(material.text)}”" for place in each.stale))
            row = QTreeWidgetItem(self._tree, [words, where(each.span.start), stale])
            row.setData(0, _PLACE, (each.span.start, each.span.end))
            row.setToolTip(0, words)
            row.setToolTip(2, "\n".join(place.message for place in each.stale))
        if kept:
            if again := self._tree.topLevelItem(min(max(at, 0), len(kept) - 1)):
                self._tree.setCurrentItem(again)
            dated = sum(bool(each.stale) for each in kept)
            summary = f"这{len(kept)}句与去年的材料一字不差" + (
                f"，其中{dated}句里的年份、会议或提法待核对" if dated else ""
            )
            self._told.setText(f"{summary}。改过的句子不再列出；情况没有变、仍然合适的可以保留。")
        else:
            self._told.setText("已没有与去年一字不差的句子。")

    def sentences(self) -> list[str]:
        """Give the sentences listed."""
        items = (self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount()))
        return [item.text(0) for item in items if item]

    def choose(self, number: int) -> None:
        """Go to a sentence of the list, as a click would."""
        if item := self._tree.topLevelItem(number):
            self._tree.setCurrentItem(item)
            self._go()

    def _go(self) -> None:
        if item := self._tree.currentItem():
            self.place_chosen.emit(*item.data(0, _PLACE))
