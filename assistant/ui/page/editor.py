"""Typing: what keys, input methods, the mouse and the clipboard do to the text, and where the next paragraph begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor

from assistant.files import too_large
from assistant.text import canonical, from_utf16, strange_characters, utf16
from assistant.ui import dropping, pasted
from assistant.ui.page.highlighter import lay_out_all
from assistant.ui.page.page_text import PageText
from assistant.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QInputMethodEvent,
        QUndoStack,
    )

_INDENTS = " \t\u3000"
_MAY_CHANGE_TEXT = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Editor(PageText):
    """Edits the text of a material."""

    menu_wanted = Signal(int, QPoint)  # at a position of the text, at a point of the screen
    tip_wanted = Signal(int, QPoint)
    file_dropped = Signal(str)
    paste_refused = Signal()  # the text would be longer than can be worked on
    paste_changed = Signal(int, int)  # look-alikes and unseen characters of what was pasted that stand there no more

    def __init__(self, theme: Theme, history: QUndoStack) -> None:
        super().__init__(theme, history)
        self.setAccessibleName("正文")

    # Where the next paragraph begins

    def go_below(self, heading: int) -> None:
        """Be ready to write below the heading at this position; its paragraph is made when the first key comes.

        Looking around in the outline must not change the text.
        """
        block = self.document().findBlock(utf16(self._text, heading))
        below = block.next()
        if below.isValid() and below.length() <= 1:
            self.go_to(from_utf16(self._text, below.position()))
            return
        self.go_to(from_utf16(self._text, block.position() + block.length() - 1))
        self._wait()

    def go_between(self, place: int) -> None:
        """Be ready to write a paragraph of its own at this place, where a heading may follow at once.

        An empty paragraph before the place is taken as it is; any other is made when the first key comes.
        """
        self.go_to(place)
        cursor = self.textCursor()
        before = cursor.block().previous()
        if cursor.atBlockStart() and before.isValid() and before.length() <= 1:
            self.go_to(from_utf16(self._text, before.position()))
        self._wait()

    def _wait(self) -> None:
        """Wait for the first key to make a paragraph at the caret, unless that stands in an empty one."""
        if self.textCursor().block().length() > 1:
            self._waits_at = self.textCursor().position()
            self.set_waiting(waiting=True)

    def _start_paragraph(self) -> None:
        """Make the paragraph that was waited for, parted from what stands before and after the caret."""
        if not self.waiting:
            return
        cursor = self.textCursor()
        follows = not cursor.atBlockEnd()
        if not cursor.atBlockStart():
            cursor.insertBlock()
        if follows:
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        self.setTextCursor(cursor)

    # What the hands do

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: Qt would take the keys for the document's own undo, which is off.

        Before what may change the text, all of it is laid out.
        """
        undoing = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if isinstance(event, QKeyEvent) and any(map(event.matches, undoing)):
            event.ignore()
            return False
        if event.type() in _MAY_CHANGE_TEXT:
            lay_out_all(self.document())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returning = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returning and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # a command of the menu, even where that has nothing to do just now
            return
        if self.waiting and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            return  # there is nothing yet to take away
        if self.waiting and returning:
            self._start_paragraph()
            return
        if event.text() >= " " and not event.modifiers() & _COMMANDS:
            self._start_paragraph()
        if returning and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()  # a line break is a paragraph: Qt's own would be unseen in the text
            return
        if event.text() in tuple(_INDENTS) and self._at_indent() and not event.modifiers() & _COMMANDS:
            return  # the paragraph is indented already
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and not event.commitString().strip(_INDENTS) and self._at_indent():
            event.setCommitString("")
        if event.preeditString() or event.commitString():
            self._start_paragraph()
        super().inputMethodEvent(event)

    def _at_indent(self) -> bool:
        """Tell whether the caret stands at a paragraph's start, where blanks become the indent."""
        cursor = self.textCursor()
        return not cursor.hasSelection() and cursor.positionInBlock() == 0

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, in canonical form."""
        if not pasted.has_text(source):
            return
        copied = pasted.text_of(source)
        new = canonical(copied)
        start, end = self.selected
        if len(self._text) - (end - start) + len(new) > too_large.MOST_CHARACTERS:
            self.paste_refused.emit()
            return
        self._pasting = True
        lay_out_all(self.document())
        self._start_paragraph()
        self.textCursor().insertText(new)
        self._pasting = False
        self.ensureCursorVisible()
        if any(changed := strange_characters(copied)):
            self.paste_changed.emit(*changed)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return pasted.has_text(source) and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        start, end = self.selected
        data.setText(self._text[start:end])
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            dropping.take_copy(event)
        else:
            super().dragEnterEvent(event)
            _copy_of_others(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            dropping.take_copy(event)
        else:
            super().dragMoveEvent(event)
            _copy_of_others(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropping.dropped_file(event):
            self.file_dropped.emit(path)
            return
        super().dropEvent(event)
        _copy_of_others(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write where a hint is clicked: below its heading."""
        heading = self.block_of_hint(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if heading is None:
            super().mousePressEvent(self._pointing(event))
            return
        self.go_below(from_utf16(self._text, heading.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._pointing(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._pointing(event))

    def _pointing(self, event: QMouseEvent) -> QMouseEvent:
        """Give an event that means a character as one that hits it; outside the page the text is scrolled, not hit."""
        point = event.position()
        if not self.viewport().rect().contains(point.toPoint()) or (hit := self.in_line(point)) == point:
            return event
        at, buttons = event.globalPosition(), (event.button(), event.buttons(), event.modifiers())
        return QMouseEvent(event.type(), hit, at, *buttons, event.pointingDevice())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a place. The caret goes there, lest what is pasted went elsewhere; a selection hit stays."""
        position = self._position_at(event.pos())
        start, end = self.selected
        if event.reason() is event.Reason.Mouse and not start <= position <= end:
            self.setTextCursor(self.cursor_at(QPointF(event.pos())))
        self.menu_wanted.emit(position, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type().name == "ToolTip":
            from PySide6.QtGui import QHelpEvent

            assert isinstance(event, QHelpEvent)
            self.tip_wanted.emit(self._position_at(event.pos()), event.globalPos())
            return True
        return super().viewportEvent(event)


def _copy_of_others(event: QDropEvent) -> None:
    """Take what another program has dragged in as a copy: it would delete what was moved."""
    if event.isAccepted() and event.source() is None:
        dropping.take_copy(event)
