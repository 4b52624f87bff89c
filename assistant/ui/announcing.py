"""What a screen reader is told of its own accord: what comes up beside the place where the keyboard is."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, said: str) -> None:
    """Let a reader say something once it has ended its sentence; nothing happens where none listens, or before Qt 6.8."""
    from PySide6.QtGui import QAccessible  # 200 names, which the window opens without

    event = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if said and event and QAccessible.isActive():
        QAccessible.updateAccessibility(event(source, said))
