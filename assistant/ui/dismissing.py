"""Lets a window go for good: with what Qt would keep of its fields for as long as the program runs."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget


def dismiss(window: QWidget) -> None:
    """Delete a window when the event is over, so that what was chosen in it can still be asked for.

    Qt looks up the style sheet for the list of a QComboBox and the line of a QSpinBox while it makes them, before it
    knows that they have no style of their own, and does not watch for their end: 1 kB is kept for each. A style sheet
    given and taken back makes it forget.
    """
    lists = [box.view().window() for box in window.findChildren(QComboBox)]
    lines = [line for box in window.findChildren(QAbstractSpinBox) for line in box.findChildren(QLineEdit)]
    for part in (*lists, *lines):
        if part is not window:
            part.setStyleSheet(" ")
            part.setStyleSheet("")
    window.deleteLater()
