"""审改稿: what came back from those who read the material, and the opinions on the writer, card by card.

It is told what to show (ReturnedView) and tells what was chosen; nothing is computed here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.buttons import link_button
from assistant.ui.eliding import ElidedChoice
from assistant.ui.panels.cards import CardList
from assistant.ui.panels.panel_values import Card
from assistant.ui.panels.seen_panel import SeenPanel
from assistant.ui.scrolling import scrolled
from assistant.ui.theme import Theme

_NOTHING = (
    "打开审稿同志改过的Word文件，这里逐条列出批注、修订和未标修订的改动，接受或拒绝都可撤销；原文件不改动。"
    "也可以把征求到的意见粘贴进来，一行一条，逐条写明在哪里答复。"
)
FILTERS = {
    "all": "全部",
    "open": "未处理",
    "comment": "批注",
    "tracked": "修订",
    "silent": "未标修订的改动",
    "opinion": "意见",
}


@dataclass(frozen=True)
class ReturnedView:
    """All that the panel shows: the cards with their headings, how many there are of each filter, what can be accepted, whether that is all."""

    cards: tuple[Card, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    acceptable: int = 0
    undecided: bool = True  # no change was accepted or rejected yet

    @property
    def at_hand(self) -> bool:
        return any(count for _, count in self.counts)


class ReturnedPanel(SeenPanel):
    """Shows the changes and remarks of a file that came back, as cards."""

    open_wanted = Signal()
    opinions_wanted = Signal()
    accept_wanted = Signal()  # all changes that are still open
    chosen = Signal(str, str)  # card's key, button's name
    pointed = Signal(str)
    sifted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("returned")
        self.setAccessibleName("审改稿")
        self._theme = theme
        self._view = ReturnedView()
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolled(self._empty_page()))
        self._pages.addWidget(self._full_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.show_theme()
        theme.changed.connect(self.show_theme)
        self.show_view(self._view)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        intro = QLabel(_NOTHING)
        intro.setWordWrap(True)
        column.addWidget(intro)
        self._open_first = QPushButton("打开审改稿…")
        self._open_first.setProperty("primary", "true")
        self._open_first.clicked.connect(self.open_wanted)
        column.addWidget(self._open_first, 0, Qt.AlignmentFlag.AlignLeft)
        add = link_button("添加意见…")
        add.clicked.connect(self.opinions_wanted)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _full_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._filter = ElidedChoice()
        self._filter.setAccessibleName("列出哪些")
        self._filter.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for name, label in FILTERS.items():
            self._filter.addItem(label, name)
        self._filter.activated.connect(lambda _: self.sifted.emit())
        self._head = QHBoxLayout()
        self._head.addWidget(self._filter, 1)
        more = link_button("打开审改稿…")
        more.clicked.connect(self.open_wanted)
        self._head.addWidget(more)
        column.addLayout(self._head)
        self.cards = CardList(self._theme, "审改稿")
        self.cards.chosen.connect(self.chosen)
        self.cards.pointed.connect(self.pointed)
        self.cards.left.connect(self.left)
        column.addWidget(self.cards, 1)
        foot = QWidget()
        foot.setObjectName("foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot = QHBoxLayout(foot)
        self._accept = QPushButton()
        self._accept.clicked.connect(self.accept_wanted)
        self._foot.addWidget(self._accept)
        self._foot.addStretch(1)
        add = link_button("添加意见…")
        add.clicked.connect(self.opinions_wanted)
        self._foot.addWidget(add)
        column.addWidget(foot)
        return page

    # Showing

    @property
    def wanted(self) -> str:
        """Which filter is in force."""
        return str(self._filter.currentData())

    def choose(self, name: str) -> None:
        """Put a filter in force, as by hand."""
        self._filter.setCurrentIndex(list(FILTERS).index(name))
        self.sifted.emit()

    @property
    def view(self) -> ReturnedView:
        return self._view

    def show_view(self, view: ReturnedView) -> None:
        """Show another state of things."""
        self._view = view
        moved = self.turn(self._pages, 1 if view.at_hand else 0)
        for n, (name, count) in enumerate(view.counts):
            self._filter.setItemText(n, f"{FILTERS[name]} {count}")
        self.cards.show_cards(view.cards)
        self._accept.setText(f"接受{'全部' if view.undecided else '其余'}{view.acceptable}处")
        self._accept.setToolTip("接受还没有处理的修订和未标修订的改动，可以一步撤销；批注不动")
        self._accept.setVisible(view.acceptable > 0)
        if moved:
            self.take_focus()

    def take_focus(self) -> None:
        """Go here with the keyboard."""
        if self._view.at_hand:
            self.cards.take_focus()
        else:
            self._open_first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_theme(self) -> None:
        """Take the sizes in force."""
        side = self._theme.length(12)
        self._head.setContentsMargins(side, side * 2 // 3, side // 2, side // 2)
        self._foot.setContentsMargins(side, side * 2 // 3, side // 2, side * 2 // 3)
