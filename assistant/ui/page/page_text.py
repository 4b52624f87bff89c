"""The text on the page: a Python copy of it, its positions, and one undo stack.

The document holds nothing but the text; a Python copy is kept beside it, and every change, however it came about, is
found by comparing the two. Positions outside this file are indexes into that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QTextCursor

from assistant.text import Edit, difference, from_utf16, utf16
from assistant.ui.document.history import TextCommand
from assistant.ui.page import looks
from assistant.ui.page.highlighter import BlockLook, lay_out_all, look_of
from assistant.ui.page.painted_page import PaintedPage
from assistant.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack


class PageText(PaintedPage):
    """Holds the text of a material and carries out edits of it."""

    text_edited = Signal(Edit)  # the text has changed so; `text` is the new one
    caret_moved = Signal(int)

    def __init__(self, theme: Theme, history: QUndoStack) -> None:
        super().__init__(theme)
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

    def awaits_text(self, position: int) -> bool:
        """Tell whether the paragraph at a position is a heading with nothing written below it."""
        block = self.document().findBlock(utf16(self._text, min(position, len(self._text))))
        return bool(look_of(block).hint)

    def _note_caret(self) -> None:
        self._tell()
        if self.waiting and self.textCursor().position() != self._waits_at:
            self.set_waiting(waiting=False)
        self.caret_moved.emit(self.caret)

    def _position_at(self, point: QPoint) -> int:
        return from_utf16(self._text, self.cursor_at(QPointF(point)).position())

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
        lay_out_all(self.document())
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
            self._history.push(TextCommand(edit.start, old, edit.replacement, self._replace, typed=self.typing))
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
