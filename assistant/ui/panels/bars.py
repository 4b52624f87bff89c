"""The yellow bar above the page: one sentence and what can be done about it. It waits; it never stops the hands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

Choice = tuple[str, Callable[[], object]]  # an action that returns False was cancelled, so its message stays
_MOST = 2  # shown at a time


def link_button(label: str) -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(label)
    button.setProperty("link", "true")
    button.setFlat(True)
    return button


class MessageBars(QWidget):
    """Holds the messages that wait for the writer, the newest on top; the older ones come when there is room again."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_message(
        self, message: str, choices: Sequence[Choice] = (), *, key: str = "", close: str = "知道了"
    ) -> None:
        """Show a message until it is answered or put away with `close`; one with the same key takes its place."""
        self.clear(key or message)
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setProperty("key", key or message)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 8, 4)
        label = QLabel(message)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>
        label.setWordWrap(True)
        row.addWidget(label, 1)
        for title, action in choices:
            button = link_button(title)
            button.clicked.connect(partial(self._answer, bar, action))
            row.addWidget(button)
        away = link_button(close)
        away.clicked.connect(partial(self._remove, bar))
        row.addWidget(away)
        self._layout.insertWidget(0, bar)
        self._make_room()

    def change_message(self, message: str, *, key: str) -> None:
        """Say something else in the bar of a key, if it is still there; its buttons stay under the hand."""
        for bar in self._bars():
            if bar.property("key") == key:
                for label in bar.findChildren(QLabel):
                    label.setText(message)

    def messages(self) -> list[str]:
        """List what is shown, from the top."""
        return [label.text() for bar in self._bars()[:_MOST] for label in bar.findChildren(QLabel)]

    def choose(self, title: str) -> None:
        """Press the topmost button of a title, as a click would."""
        for bar in self._bars():
            for button in bar.findChildren(QPushButton):
                if button.text() == title:
                    button.click()
                    return

    def clear(self, key: str = "") -> None:
        """Put away the message of a key, or all."""
        for bar in self._bars():
            if not key or bar.property("key") == key:
                self._remove(bar)

    def _bars(self) -> list[QWidget]:
        items = (self._layout.itemAt(n) for n in range(self._layout.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _make_room(self) -> None:
        for n, bar in enumerate(self._bars()):
            bar.setVisible(n < _MOST)

    def _answer(self, bar: QWidget, action: Callable[[], object], _checked: bool = False) -> None:
        if action() is not False and bar in self._bars():
            self._remove(bar)

    def _remove(self, bar: QWidget, _checked: bool = False) -> None:
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self._make_room()
