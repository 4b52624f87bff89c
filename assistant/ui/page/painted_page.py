"""What is painted on the page beside the letters, and what a point of it means.

A hint under what is not written is painted, not written, so it can neither be saved nor printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCursor

from assistant.ui.fonts import page_font
from assistant.ui.page import underline_drawing
from assistant.ui.page.highlighter import look_of
from assistant.ui.page.page_layout import PageLayout
from assistant.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextBlock


class PaintedPage(PageLayout):
    """Shows a text as a page. What the text is, is the editor's business."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._waiting = False

    # Pointing

    def in_line(self, point: QPointF) -> QPointF:
        """Move a point that lies between two lines into the nearer one, where Qt would take the line's end for meant.

        Far from any line, as below the last one, the point stays.
        """
        scrolled = self.verticalScrollBar().value()
        at = point.y() + scrolled
        here = self.cursorForPosition(point.toPoint()).block()
        lines = [line for block in (here.previous(), here, here.next()) if block.isValid() for line in _lines(block)]
        if not lines:
            return point
        nearest = min(lines, key=lambda line: max(line.top() - at, at - line.bottom()))
        away = max(nearest.top() - at, at - nearest.bottom())
        if not -1 < away < self._pixels:  # well within the line, or far from all
            return point
        edge = max(nearest.top() + 1, min(at, nearest.bottom() - 1))  # no further: the hand has hardly moved
        return QPointF(point.x(), edge - scrolled)

    def cursor_at(self, point: QPointF) -> QTextCursor:
        """Find the place in the text that a point means."""
        return self.cursorForPosition(self.in_line(point).toPoint())

    # Hints

    @property
    def waiting(self) -> bool:
        """Whether the next key begins a paragraph of its own where the caret is."""
        return self._waiting

    def set_waiting(self, *, waiting: bool) -> None:
        """Show the caret in the place of its heading's hint, else as a line between two paragraphs; or where it is."""
        self._waiting = waiting
        self.show_caret()

    def end_waiting(self) -> None:
        """Wait no longer, in the middle of an edit: the caret follows (`show_caret`) once the lines are laid out anew.

        Where Qt has to paint another caret it asks the lines for its place, and those of before the edit are freed.
        """
        self._waiting = False

    def show_caret(self) -> None:
        """Show the caret as it is to be seen now."""
        width = 0 if self._waiting else 1
        if self.cursorWidth() != width:
            self.setCursorWidth(width)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._waiting:  # a caret without width is still a hair where the screen is scaled
            painter.fillRect(QRectF(self.cursorRect()).adjusted(-1, 0, 1, 0), self._theme.color("page"))
        scrolled = self.verticalScrollBar().value()
        for block in self._visible_blocks():
            look = look_of(block)
            if look.underlines:
                underline_drawing.draw(
                    painter, block, look.underlines, theme=self._theme, pixels=self._pixels, scrolled=scrolled
                )
            if look.hint:
                self._draw_hint(painter, block, look.hint)
        if gap := self.gap():
            painter.fillRect(gap, self._theme.color("page_accent"))
        painter.end()

    def _draw_hint(self, painter: QPainter, block: QTextBlock, hint: str) -> None:
        painter.setFont(self._hint_font())
        painter.setPen(self._theme.color("page_faint"))
        place = self.hint_box(block)
        shown = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._waiting and self.textCursor().block() == block and self.hasFocus() and self.gap() is None:
            caret = QRectF(place.left() - 2, place.top() + 4, 1, place.height() - 8)
            painter.fillRect(caret, self._theme.color("page_text"))

    def gap(self) -> QRectF | None:
        """Give the line to be drawn where a paragraph would be put in; None where none is waited for, or below a hint."""
        if not self._waiting:
            return None
        cursor, margin = self.textCursor(), self.document().documentMargin()
        block = cursor.block()
        box = self.box(block)
        if cursor.atBlockEnd():
            if look_of(block).hint:
                return None
            following = block.next()
            top = self.box(following).top() if following.isValid() else box.bottom() + self._pixels / 3
        elif cursor.atBlockStart():
            top = box.top()
        else:  # within a paragraph
            return QRectF(self.cursorRect().left(), self.cursorRect().top(), 2, self.cursorRect().height())
        return QRectF(margin, top - 1, self.viewport().width() - 2 * margin, 2)

    def hint_box(self, block: QTextBlock) -> QRectF:
        """Give the place of a block's hint: below a heading, or in an empty paragraph itself."""
        box = self.box(block)
        height = self._line_pitch
        top = box.top() if block.length() <= 1 else box.bottom()  # the box is without the margin made for it
        left = self.document().documentMargin() + 2 * self._pixels
        return QRectF(left, top, self.viewport().width() - left - self.document().documentMargin() / 2, height)

    def _visible_blocks(self) -> Iterator[QTextBlock]:
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()  # its hint may hang into view
        while block.isValid() and self.box(block).top() <= self.viewport().height():
            yield block
            block = block.next()

    def cut_hint_at(self, point: QPointF) -> str:
        """Give the whole of a hint at a point that has no room in its line; "" where none is cut there."""
        for block in self._visible_blocks():
            place = self.hint_box(block)
            if (hint := look_of(block).hint) and place.contains(point):
                wanted = QFontMetricsF(self._hint_font()).horizontalAdvance(hint)
                return hint if wanted > place.width() else ""
        return ""

    def _hint_font(self) -> QFont:
        return page_font("name", self._pixels * 0.85)

    def block_of_hint(self, point: QPointF) -> QTextBlock | None:
        """Find the heading whose hint lies at a point."""
        for block in self._visible_blocks():
            if look_of(block).hint and block.length() > 1 and self.hint_box(block).contains(point):
                return block
        return None


def _lines(block: QTextBlock) -> list[QRectF]:
    """List where the letters of a block's lines stand in the document, without what is left free between them."""
    layout = block.layout()
    return [layout.lineAt(n).naturalTextRect().translated(layout.position()) for n in range(layout.lineCount())]
