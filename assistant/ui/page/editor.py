"""Typing, positions, one undo stack.

The document holds nothing but the text; a Python copy is kept beside it, and every change, however it came about, is
found by comparing the two. Positions outside this file are indexes into that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor

from assistant.text import Edit, canonical, difference, from_utf16, utf16
from assistant.ui import choosing
from assistant.ui.document import opened
from assistant.ui.document.history import TextCommand
from assistant.ui.page import looks
from assistant.ui.page.highlighter import BlockLook, look_of
from assistant.ui.page.page import Page
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


class Editor(Page):
    """Edits the text of a material."""

    text_edited = Signal(Edit)  # the text has changed so; `text` is the new one
    caret_moved = Signal(int)
    menu_wanted = Signal(int, QPoint)  # at a position of the text, at a point of the screen
    tip_wanted = Signal(int, QPoint)
    file_dropped = Signal(str)
    paste_refused = Signal()  # the text would be longer than can be worked on

    def __init__(self, theme: Theme, history: QUndoStack) -> None:
        super().__init__(theme)
        self.setAccessibleName("正文")
        self._history = history
        self._text = ""
        self._replaying = self._pasting = False
        self.loading = False  # whether another text is being shown; whoever shows it looks at it afterwards
        self._waits_at = 0
        self._untold: list[Edit] = []
        self.document().contentsChange.connect(self._compare)  # before the highlighter hears of the change
        self.document().contentsChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._note_caret)

    @property
    def text(self) -> str:
        return self._text

    @property
    def caret(self) -> int:
        return from_utf16(self._text, self.textCursor().position())

    @property
    def selected(self) -> tuple[int, int]:
        """The selection as (start, end); equal where there is none."""
        cursor = self.textCursor()
        return from_utf16(self._text, cursor.selectionStart()), from_utf16(self._text, cursor.selectionEnd())

    @property
    def composing(self) -> bool:
        """Whether an input method is composing; what it shows is not text yet."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    @property
    def typing(self) -> bool:
        """Whether the change being told of comes from the keys, and not whole: by paste, undo, fix or replacement."""
        return not (self._replaying or self._pasting)

    # Showing and moving

    def load(self, text: str) -> None:
        """Show another text; what was before cannot be brought back by undo."""
        self._replaying = self.loading = True
        whole = Edit(0, len(self._text), text)
        self._text = text
        self.set_waiting(waiting=False)
        self.setPlainText(text)
        self.format_blocks()
        self._history.clear()
        self.text_edited.emit(whole)
        self._replaying = self.loading = False

    def go_to(self, start: int, end: int | None = None) -> None:
        """Put the caret at a place, select up to `end`, and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(utf16(self._text, min(start, len(self._text))))
        if end is not None:
            cursor.setPosition(utf16(self._text, min(end, len(self._text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._show_around()

    def _show_around(self) -> None:
        """Scroll so that the caret has lines above and below it, unless it has."""
        box, height = self.cursorRect(), self.viewport().height()
        if not height * 0.1 < box.top() < height * 0.8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - height // 3)

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

    def awaits_text(self, position: int) -> bool:
        """Tell whether the paragraph at a position is a heading with nothing written below it."""
        block = self.document().findBlock(utf16(self._text, min(position, len(self._text))))
        return bool(look_of(block).hint)

    def _note_caret(self) -> None:
        self._tell()
        if self.waiting and self.textCursor().position() != self._waits_at:
            self.set_waiting(waiting=False)
        self.caret_moved.emit(self.caret)

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

    # Changing

    def apply(self, edits: Sequence[Edit], title: str) -> None:
        """Carry out edits, given in positions of the text as it is, as one step of undo."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if not ordered:
            return
        start, end = ordered[0].start, max(edit.end for edit in ordered)
        new, at = "", start
        for edit in ordered:
            new += self._text[at : edit.start] + edit.replacement
            at = edit.end
        new += self._text[at:end]
        old, caret = self._text[start:end], self.caret
        self._replace(start, len(old), new, start + len(ordered[0].replacement))
        back_to = caret if len(ordered) > 1 else None  # of changes all over the text none is the place to go to
        self._history.push(TextCommand(start, old, new, self._replace, title=title, back_to=back_to))

    def replace_all(self, text: str, title: str) -> None:
        """Put another text in the place of this one, as one step of undo."""
        edit = difference(self._text, text)
        if edit:
            self.apply([edit], title)

    def _replace(self, start: int, length: int, new: str, caret: int) -> None:
        """Put `new` in the place of `length` characters; undo and redo come through here too."""
        cursor = QTextCursor(self.document())
        self._replaying = True
        cursor.beginEditBlock()
        cursor.setPosition(utf16(self._text, start))
        cursor.setPosition(utf16(self._text, start + length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        cursor.endEditBlock()
        self._replaying = False
        cursor.setPosition(utf16(self._text, caret))
        self.setTextCursor(cursor)
        self._show_around()

    def _compare(self, _position: int, _removed: int, _added: int) -> None:
        """Find out what changed; preedit and formats change the document too, but not the text.

        Another text comes by way of an empty document, which is no edit of anybody's.
        """
        if self.loading:
            return
        new = self.toPlainText()
        edit = difference(self._text, new)
        if edit is None:
            return
        old = self._text[edit.start : edit.end]
        self._text = new
        if self.waiting:
            self.end_waiting()  # the paragraph is made, or something else was done
        self._shift_underlines(edit)
        if not self._replaying:
            self._history.push(TextCommand(edit.start, old, edit.replacement, self._replace))
        self._untold.append(edit)

    def _tell(self) -> None:
        """Tell of the edits once their lines are laid out anew; whoever paints before that reads freed memory."""
        if self._untold:
            self.show_caret()
        while self._untold:
            self.text_edited.emit(self._untold.pop(0))

    def _shift_underlines(self, edit: Edit) -> None:
        block = self.document().findBlock(utf16(self._text, edit.start))
        look = look_of(block)
        if look.underlines or look.faded:
            start = edit.start - from_utf16(self._text, block.position())
            moved = looks.shifted(look, start, edit.end - edit.start, len(edit.replacement))
            block.setUserData(BlockLook(moved))

    # What the hands do

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: Qt would take the keys for the document's own undo, which is off."""
        undoing = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if isinstance(event, QKeyEvent) and any(map(event.matches, undoing)):
            event.ignore()
            return False
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
        if not source.hasText():
            return
        new = canonical(source.text())
        start, end = self.selected
        if len(self._text) - (end - start) + len(new) > opened.MOST_CHARACTERS:
            self.paste_refused.emit()
            return
        self._pasting = True
        self._start_paragraph()
        self.textCursor().insertText(new)
        self._pasting = False
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        start, end = self.selected
        data.setText(self._text[start:end])
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            choosing.take_copy(event)
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            choosing.take_copy(event)
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if path := choosing.dropped_file(event):
            self.file_dropped.emit(path)
        else:
            super().dropEvent(event)

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
        self.menu_wanted.emit(self._position_at(event.pos()), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type().name == "ToolTip":
            from PySide6.QtGui import QHelpEvent

            assert isinstance(event, QHelpEvent)
            self.tip_wanted.emit(self._position_at(event.pos()), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _position_at(self, point: QPoint) -> int:
        return from_utf16(self._text, self.cursor_at(QPointF(point)).position())


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
