"""The timer by which every window keeps what is not saved: a beat (files/journals) behind the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from assistant.files.journals import BEAT


class UnsavedTimer(QTimer):
    """Calls `keep` at each beat once it is started, for who has to look what has changed; else once for what changed."""

    def __init__(self, parent: QObject, keep: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setInterval(round(BEAT * 1000))
        self.timeout.connect(keep)

    def note_change(self) -> None:
        """Call `keep` a beat after the first change since it last did: who types on without a pause puts nothing off."""
        if not self.isActive():
            self.setSingleShot(True)
            self.start()
