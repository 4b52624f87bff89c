"""Marks on the page what panels speak of, while they are seen: what stands there as last year, what came back changed.

They are laid over the text and change nothing in it; where one types inside, they grow with the text until the next look.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from assistant.text import Span, utf16_of
from assistant.ui.page.editor import Editor
from assistant.ui.theme import Theme


class Kind(Enum):
    """What a stretch of the text is marked as."""

    COPIED = "copied"  # as it stood last year
    STALE = "stale"  # of another year
    COMMENT = "comment"  # somebody has commented on it
    REMOVED = "removed"  # somebody would take it away, or put something else there
    ADDED = "added"  # somebody has put it there, and it was accepted
    POINT = "point"  # somebody would put something behind it
    SETTLED = "settled"  # what was said of it is answered


class Mark(NamedTuple):
    span: Span
    kind: Kind


_UNDER = QTextCharFormat.UnderlineStyle
# The color behind, the line below with its color: by form too, so that nothing is told by color alone.
_LOOKS: dict[Kind, tuple[str, QTextCharFormat.UnderlineStyle, str]] = {
    Kind.COPIED: ("copied", _UNDER.SingleUnderline, "page_advice"),
    Kind.STALE: ("", _UNDER.NoUnderline, "page_error"),
    Kind.COMMENT: ("current", _UNDER.DotLine, "page_accent"),
    Kind.REMOVED: ("removed", _UNDER.NoUnderline, "page_error"),
    Kind.ADDED: ("added", _UNDER.SingleUnderline, "page_hint"),
    Kind.POINT: ("added", _UNDER.DashUnderline, "page_hint"),
    Kind.SETTLED: ("", _UNDER.DotLine, "page_faint"),
}


class PlaceMarks(QObject):
    """Shows the marks of several panels together."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._layers: dict[str, tuple[Mark, ...]] = {}
        theme.changed.connect(self._draw)

    def show_marks(self, layer: str, marks: Iterable[Mark] = ()) -> None:
        """Mark other stretches of the text as it is now on behalf of one panel; none: take its marks away."""
        wanted = tuple(marks)
        if wanted or self._layers.get(layer):
            self._layers[layer] = wanted
            self._draw()

    def marked(self, *kinds: Kind) -> list[str]:
        """Give the words that are marked so."""
        return [
            each.span.of(self._editor.text) for layer in self._layers.values() for each in layer if each.kind in kinds
        ]

    def _draw(self) -> None:
        text = self._editor.text
        counted = utf16_of(text)
        looks = {kind: self._look(kind) for kind in Kind}
        found: list[QTextEdit.ExtraSelection] = []
        for layer in self._layers.values():
            for span, kind in layer:
                found.append(self._over(counted(span.start), counted(span.end), looks[kind]))
        self._editor.setExtraSelections(found)

    def _look(self, kind: Kind) -> QTextCharFormat:
        behind, line, color = _LOOKS[kind]
        style = QTextCharFormat()
        if behind:
            style.setBackground(self._theme.color(behind))
        if kind is Kind.STALE:
            style.setForeground(self._theme.color(color))
        elif kind is Kind.REMOVED:
            style.setFontStrikeOut(True)
        else:
            style.setUnderlineStyle(line)
            style.setUnderlineColor(self._theme.color(color))
        return style

    def _over(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, style
        return selection
