"""Buttons as dialogs and panels need them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton


def plain_button(label: str, slot: Callable[..., object] | SignalInstance) -> QPushButton:
    """Make a button that is pressed by itself alone: Return in a field beside it does not."""
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button


def link_button(label: str) -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(label)
    button.setProperty("link", "true")
    button.setFlat(True)
    return button
