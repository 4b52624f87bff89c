"""The caret by Chinese words: double click, Ctrl+arrows, Ctrl+Backspace and Ctrl+Delete.

Qt takes a Chinese sentence for one word. Here each step is done with the editor's own cursor, so a deletion is found,
remembered and undone like any other change. What is typed, and what an input method composes, does not come through.
"""

from __future__ import annotations

from enum import Enum
from threading import Thread

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor

from assistant.language.words import Words
from assistant.text import Span, from_utf16, utf16
from assistant.ui.document.session import Session
from assistant.ui.page.editor import Editor
from assistant.ui.page.highlighter import lay_out_all

PAUSE = 0.001  # seconds left to the hands after each slice of the list of words


class Step(Enum):
    MOVE = "move"
    SELECT = "select"
    DELETE = "delete"


_KEYS = {
    QKeySequence.StandardKey.MoveToNextWord: (Step.MOVE, True),
    QKeySequence.StandardKey.MoveToPreviousWord: (Step.MOVE, False),
    QKeySequence.StandardKey.SelectNextWord: (Step.SELECT, True),
    QKeySequence.StandardKey.SelectPreviousWord: (Step.SELECT, False),
    QKeySequence.StandardKey.DeleteEndOfWord: (Step.DELETE, True),
    QKeySequence.StandardKey.DeleteStartOfWord: (Step.DELETE, False),
}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier  # Alt on a Mac


class WordSteps(QObject):
    """Moves, selects and deletes by words in an editor."""

    def __init__(self, editor: Editor, session: Session) -> None:
        super().__init__(editor)
        self._editor, self._session = editor, session
        self.words = Words()
        self._held: Span | None = None  # the word double-clicked, in Qt's positions, until the button is let go
        self._held_in = ""  # the text it is in; another may be shown meanwhile
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def load(self) -> None:
        """Load the list of words while the writer goes on; a program that ends meanwhile does not wait for it."""
        Thread(target=self.words.load, args=(PAUSE,), name="words", daemon=True).start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys and clicks that go by words; leave all others to the editor."""
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and bool(event.modifiers() & _HELD) and self._take_key(event)
        if isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        return False

    def _own_words(self) -> frozenset[str]:
        """Give what this writer knows for one word: the unit's words and his own name."""
        decisions = self._session.choices.decisions
        return decisions.unit_words | {decisions.profile.name}

    # Keys

    def _take_key(self, event: QKeyEvent) -> bool:
        wanted = next((meant for key, meant in _KEYS.items() if event.matches(key)), None)
        if wanted is None:
            return False
        if self._editor.composing:
            return True  # Qt would go by its own words, past what is being composed
        step, forward = wanted
        if step is Step.DELETE and self._editor.waiting:
            return False  # a paragraph that is only hinted at has nothing to take away
        cursor = self._editor.textCursor()
        if step is not Step.DELETE or not cursor.hasSelection():
            anchor = QTextCursor.MoveMode.MoveAnchor if step is Step.MOVE else QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self._stop(cursor, forward=forward), anchor)
        if step is Step.DELETE:
            lay_out_all(self._editor.document())
            cursor.removeSelectedText()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def _stop(self, cursor: QTextCursor, *, forward: bool) -> int:
        """Tell where a step leads: inside the paragraph by a word, at its edge over the break."""
        block = cursor.block()
        text, own = block.text(), self._own_words()
        at = from_utf16(text, cursor.positionInBlock())
        if forward:
            if at == len(text):
                return cursor.position() + block.next().isValid()
            stop = self.words.next_stop(text, at, own)
        else:
            if at == 0:
                return max(cursor.position() - 1, 0)
            stop = self.words.previous_stop(text, at, own)
        return block.position() + utf16(text, stop)

    # Clicks

    def _take_mouse(self, event: QMouseEvent) -> bool:
        """Let the editor have the event first, for its triple click and scrolling, then select by words."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
            self._editor.mouseDoubleClickEvent(event)
            if not self._editor.composing and not self._editor.waiting:
                self._held, self._held_in = self._word_under(event.position()), self._editor.text
                self._select(self._held, forward=True)
            return True
        if self._held_in != self._editor.text:
            self._held = None
        if kind == QEvent.Type.MouseMove and self._held and event.buttons() & Qt.MouseButton.LeftButton:
            self._editor.mouseMoveEvent(event)
            here = self._word_under(event.position())
            both = Span(min(here.start, self._held.start), max(here.end, self._held.end))
            self._select(both, forward=here.start >= self._held.start)
            return True
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self._held = None
        return False

    def _word_under(self, point: QPointF) -> Span:
        """Find the word under a point of the page, in Qt's positions."""
        point = self._editor.in_line(point)
        cursor = self._editor.cursor_at(point)
        caret = self._editor.cursorRect(cursor)
        at = cursor.positionInBlock()
        if at and (point.x() < caret.left() or point.y() < caret.top()):
            at -= 1  # on the right half of a character the nearest place is behind it, at a line's end a line further down
        block = cursor.block()
        text = block.text()
        word = self.words.word_at(text, from_utf16(text, at), self._own_words())
        return Span(utf16(text, word.start), utf16(text, word.end)).shifted(block.position())

    def _select(self, place: Span, *, forward: bool) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(place.start if forward else place.end)
        cursor.setPosition(place.end if forward else place.start, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
