"""Marks on the page what stands there as it stood last year, and what in it is of another year, while the panel 去年 is seen.

They are laid over the text and change nothing in it; where one types inside, they grow with the text until the next look.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from assistant.text import Span, utf16
from assistant.ui.page.editor import Editor
from assistant.ui.theme import Theme


class CopiedMarks(QObject):
    """Shows them."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._copied: tuple[Span, ...] = ()
        self._stale: tuple[Span, ...] = ()
        theme.changed.connect(self._draw)

    def show_marks(self, copied: Sequence[Span], stale: Sequence[Span] = ()) -> None:
        """Mark other stretches of the text as it is now; none: take all marks away."""
        wanted = (tuple(copied), tuple(stale))
        if wanted != (self._copied, self._stale) or any(wanted):
            self._copied, self._stale = wanted
            self._draw()

    def marked(self) -> list[str]:
        """Give the words that are marked as copied."""
        return [each.of(self._editor.text) for each in self._copied]

    def _draw(self) -> None:
        copied, stale = QTextCharFormat(), QTextCharFormat()
        copied.setBackground(self._theme.color("copied"))
        copied.setFontUnderline(True)
        copied.setUnderlineColor(self._theme.color("page_advice"))
        stale.setForeground(self._theme.color("page_error"))
        text = self._editor.text
        alike = utf16(text, len(text)) == len(text)  # then Qt counts as Python does, and nothing need be counted
        wanted = [(span, copied) for span in self._copied] + [(span, stale) for span in self._stale]
        found: list[QTextEdit.ExtraSelection] = []
        for span, style in wanted:
            start, end = min(span.start, len(text)), min(span.end, len(text))
            places = (start, end) if alike else (utf16(text, start), utf16(text, end))
            found.append(self._over(*places, style))
        self._editor.setExtraSelections(found)

    def _over(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, style
        return selection
