"""Buttons as dialogs and panels need them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class _Return(QObject):
    """Presses a button that has the keyboard; Qt would give the key to the dialog, which presses its default."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            if not event.isAutoRepeat():
                self._button.click()
            return True
        return super().eventFilter(watched, event)


def press_alone(button: QPushButton) -> None:
    """Have Return press a button where it has the keyboard itself, and in no field beside it."""
    button.setAutoDefault(False)
    _Return(button)


def plain_button(label: str, slot: Callable[..., object] | SignalInstance) -> QPushButton:
    """Make a button that is pressed by itself alone: Return in a field beside it does not."""
    button = QPushButton(label)
    press_alone(button)
    button.clicked.connect(slot)
    return button


def link_button(label: str) -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(label)
    button.setProperty("link", "true")
    button.setFlat(True)
    return button
