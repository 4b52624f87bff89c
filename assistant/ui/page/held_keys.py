"""Keys that come while the window is still being made: they wait until it is known where in the text they belong.

The page is on the screen before the caret is where it was left, or on a fresh page where the first sentence belongs.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from assistant.ui.page.editor import Editor

_TYPED = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)


class HeldKeys(QObject):
    """Keeps what is typed into the page, also by an input method, and gives it to the page in its order."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._held: list[QEvent] = []
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor or event.type() not in _TYPED:
            return False
        self._held.append(event.clone())
        return True

    def give(self) -> None:
        """Give the page what was typed, and keep nothing any more."""
        self._editor.removeEventFilter(self)
        held, self._held = self._held, []
        for event in held:
            QCoreApplication.sendEvent(self._editor, event)
