"""The view by pages (Page Up, Page Down, with Shift selecting): the last line of one is the first of the next.

Qt goes on by more than what is seen, and a line or two is never read.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from assistant.ui.page.editor import Editor
from assistant.ui.page.highlighter import lay_out_all

_KEYS = {
    QKeySequence.StandardKey.MoveToNextPage: (True, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.MoveToPreviousPage: (False, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.SelectNextPage: (True, QTextCursor.MoveMode.KeepAnchor),
    QKeySequence.StandardKey.SelectPreviousPage: (False, QTextCursor.MoveMode.KeepAnchor),
}


class PageSteps(QObject):
    """Scrolls an editor by pages; the caret goes along and stays at its height on the screen."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        wanted = next((meant for key, meant in _KEYS.items() if event.matches(key)), None)
        if wanted is None:
            return False
        if not self._editor.composing:
            self._step(*wanted)
        return True

    def _step(self, forward: bool, mode: QTextCursor.MoveMode) -> None:
        editor, bar = self._editor, self._editor.verticalScrollBar()
        lay_out_all(editor.document())
        editor.ensureCursorVisible()
        cursor, here = editor.textCursor(), editor.cursorRect()
        x = cursor.verticalMovementX()  # from where lines begin; that of the line where one went up or down first
        begin = cursor.block().layout().position().x()
        before = bar.value()
        wanted = before + (editor.page_step if forward else -editor.page_step)
        bar.setValue(wanted)
        rest = wanted - bar.value()  # where the text ends before
        there = editor.cursor_at(QPointF(begin + x, here.center().y() + rest))
        if before == bar.value():  # nothing more to be seen
            there.movePosition(QTextCursor.MoveOperation.End if forward else QTextCursor.MoveOperation.Start)
        cursor.setPosition(there.position(), mode)
        cursor.setVerticalMovementX(x)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
