"""Going from part to part of the window by keys: page, outline, right panel, what is still to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from assistant.ui.panels.bars import MessageBars
from assistant.ui.panels.outline_panel import OutlinePanel
from assistant.ui.panels.side_panel import SidePanel
from assistant.ui.panels.sides import Sides
from assistant.ui.panels.status import StatusLine


class Panes:
    """Brings a folded panel out before it goes there."""

    def __init__(
        self,
        page: QWidget,
        outline: OutlinePanel,
        side: SidePanel,
        status: StatusLine,
        sides: Sides,
        *,
        bars: MessageBars,
    ) -> None:
        self._page, self._outline, self._right_panel, self._status, self._sides = page, outline, side, status, sides
        self._bars = bars

    def go_to_outline(self) -> None:
        """Go to the outline: type a title's beginning, Enter leads there."""
        self._sides.left_fold.reveal()
        self._outline.take_focus()

    def go_to_side(self, tab: int) -> None:
        """Go to a tab of the right panel."""
        self._sides.right_fold.reveal()
        self._right_panel.take_focus(tab)

    def go_to_message(self) -> None:
        """Go to the message above the page, if there is one; Esc leads back to the page and leaves it there."""
        self._bars.take_focus()

    def show_unfinished(self) -> None:
        """Open the list of what is still to do."""
        self._status.show_unfinished()

    def step(self, step: int) -> None:
        """Go to the next part in the order as read, or to the one before."""
        focus = QApplication.focusWidget()
        panes: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self._outline, self.go_to_outline),
            (self._page, lambda: self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (self._right_panel, lambda: self.go_to_side(self._right_panel.currentIndex())),
            (self._status, self._status.take_focus),
            *([(self._bars, self.go_to_message)] if self._bars.messages() else []),
        )
        inside = [pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane, _ in panes]
        here = inside.index(True) if True in inside else 1
        panes[(here + step) % len(panes)][1]()


def order_tabs(outline: OutlinePanel, page: QWidget, below: Sequence[QWidget], status: StatusLine) -> None:
    """Let Tab go on as one reads: outline, page, the bar below it, then the rest as it was made, the status line last."""
    for before, after in pairwise((*outline.stops, page, *below)):
        QWidget.setTabOrder(before, after)
    last, policy = page.window().previousInFocusChain(), Qt.FocusPolicy.NoFocus
    while last is not None and last.focusPolicy() == policy:
        last = last.previousInFocusChain()
    stops = [each for each in status.findChildren(QWidget) if each.focusPolicy() != policy]
    for before, after in pairwise((last or page, *stops)):
        QWidget.setTabOrder(before, after)
