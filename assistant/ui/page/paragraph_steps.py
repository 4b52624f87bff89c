"""The caret by paragraphs (Ctrl+↑, Ctrl+↓, with Shift selecting), and the keys of Word that have no use here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from assistant.ui.page.editor import Editor

_NO_LOOKS = {
    Qt.Key.Key_B: "这里不设粗体：标题、正文的字体按公文版式自动设定，导出的Word里即为规定的字体。",
    Qt.Key.Key_I: "这里不设斜体：字体按公文版式自动设定。",
    Qt.Key.Key_U: "这里不设下划线：字体按公文版式自动设定。",
}

# not "all but" some: for Windows the mask of all is a negative number, and ~ShiftModifier is without Ctrl
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ParagraphSteps(QObject):
    """Moves as Word does: up to the paragraph's start, then to that of the one before; down to that of the next."""

    told = Signal(str)  # why a key does nothing

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & _HELD
        if held == Qt.KeyboardModifier.ControlModifier and event.key() in _NO_LOOKS:
            self.told.emit(_NO_LOOKS[Qt.Key(event.key())])
            return True
        shift = Qt.KeyboardModifier.ShiftModifier
        moves = held | shift == Qt.KeyboardModifier.ControlModifier | shift
        if not moves or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if not self._editor.composing:
            self._step(forward=event.key() == Qt.Key.Key_Down, select=bool(held & shift))
        return True

    def _step(self, *, forward: bool, select: bool) -> None:
        cursor = self._editor.textCursor()
        anchor = QTextCursor.MoveMode.KeepAnchor if select else QTextCursor.MoveMode.MoveAnchor
        if not forward and cursor.positionInBlock():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, anchor)
        elif not forward:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock, anchor)
        elif not cursor.movePosition(QTextCursor.MoveOperation.NextBlock, anchor):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, anchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
