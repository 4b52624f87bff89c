"""A text to be read with what differs from another marked in it: what only it has, and what it has not."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from assistant.review.comparison import Comparison, Kind
from assistant.ui.fonts import page_font
from assistant.ui.theme import Theme

_PIXELS = 15  # of a letter, beside type of the usual size
_LINE_HEIGHT = 125  # per cent
_LINES = {  # what a colour says is said by a line too: in some looks all have the paper's
    "added": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "moved": QTextCharFormat.UnderlineStyle.DashUnderline,
}


class ComparedText(QTextBrowser):
    """Shows the new text of a comparison; what is gone stands struck through where it stood."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("earlier")
        self.setAccessibleName("内容")
        self.document().setUndoRedoEnabled(False)
        self._theme = theme
        self._places: list[int] = []  # where it differs

    @property
    def differs(self) -> bool:
        """Whether anything is marked."""
        return bool(self._places)

    def legend(self, called: str) -> str:
        """Say in HTML what the marks mean, each as it is drawn; the other text is `called` so."""
        words = (
            ("added", "underline", "下划线"),
            ("removed", "line-through", "删除线"),
            ("moved", "none", "虚线"),
        )
        meaning = {"added": "只有这一份有", "removed": f"这一份没有，{called}的有", "moved": "位置不同"}
        ink = self._theme.color("page_text").name()
        return "；".join(
            f'<span style="background-color:{self._theme.color(mark).name()};color:{ink};text-decoration:{line}">'
            f"&nbsp;{name}&nbsp;</span>{escape(meaning[mark])}"
            for mark, line, name in words
        )

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another text, from its beginning."""
        document = self.document()
        document.clear()
        document.setDocumentMargin(self._theme.length(10))
        self._places = []
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for number, row in enumerate(comparison.rows):
            if number:
                cursor.insertBlock(block)
            if row.kind is not Kind.SAME:
                self._places.append(cursor.position())
            for piece in row.pieces:
                if piece.same:
                    cursor.insertText(piece.new, self._format("moved" if row.kind is Kind.MOVED else ""))
                    continue
                cursor.insertText(piece.old, self._format("removed"))
                cursor.insertText(piece.new, self._format("added"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, mark: str) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(page_font("song", self._theme.length(_PIXELS)))
        style.setForeground(self._theme.color("page_text"))
        if mark:
            style.setBackground(self._theme.color(mark))
            style.setUnderlineStyle(_LINES.get(mark, QTextCharFormat.UnderlineStyle.NoUnderline))
            style.setFontStrikeOut(mark == "removed")
        return style

    def go_to_next(self) -> None:
        """Go to the next place that differs, from the top again after the last."""
        here = self.textCursor().position()
        place = next((place for place in self._places if place > here), self._places[0] if self._places else here)
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)
