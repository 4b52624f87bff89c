"""Draws what was computed before: level fonts. It never changes the document.

What a block is, where its underlines lie and whether they are drawn travels with the block; the fonts follow from its
text at once. Only blocks whose look has changed are drawn anew, those on the screen first, the rest in slices that leave
room for the next key. No block is kept from one slice to the next: another document may be shown in between, and Qt
takes a block that is gone for a valid one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextBlockUserData, QTextCharFormat, QTextDocument

from assistant.text import utf16
from assistant.ui.fonts import page_font
from assistant.ui.page.looks import FaceSpan, Kind, Look
from assistant.ui.theme import Theme

SLICE_SECONDS = 0.008
Spans = Callable[[str, Kind], Sequence[FaceSpan]]


class BlockLook(QTextBlockUserData):
    """The look of one block, kept by Qt with the block itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.drawn = False


def look_of(block: QTextBlock) -> Look:
    """Give the look that was set for a block."""
    data = block.userData()
    return data.look if isinstance(data, BlockLook) else Look()


def lay_out_all(document: QTextDocument) -> None:
    """Lay out what Qt still puts off, as it must be before anything changes.

    After another width or margin Qt lays a text out bit by bit, for some hundredths of a second. Where a paragraph
    changes meanwhile, it takes all that it has not come to for laid out: those paragraphs have no lines and are not
    seen until the width changes again (Qt 6.11). Where nothing is put off this is one comparison.
    """
    document.size()


def _letters(look: Look) -> Look:
    """Give what a look says of the letters themselves; lines under findings are painted over them by the page."""
    return look._replace(underlines=())


class Highlighter(QSyntaxHighlighter):
    """Shows looks in a document. `spans` gives the fonts of a paragraph of a kind, from memory where it can."""

    def __init__(self, document: QTextDocument, theme: Theme, spans: Spans) -> None:
        super().__init__(document)
        self._spans = spans
        self._theme = theme
        self._faces: dict[str, QTextCharFormat] = {}
        self._faint = theme.color("page_faint")
        self._next = 0  # the number of the block from which on some may wait to be drawn
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._draw_slice)
        theme.changed.connect(self._recolor)
        document.blockCountChanged.connect(self._start_over)

    def set_size(self, pixels: float, title: float) -> None:
        """Set the size of the body's font; the others follow, the title's by so many times as large."""
        for face in ("title", "name", "kai", "hei"):
            style = QTextCharFormat()
            style.setFont(page_font(face, pixels * (title if face == "title" else 1)))
            self._faces[face] = style

    def highlightBlock(self, text: str) -> None:
        """Draw one block; Qt calls this for each block that was edited."""
        data = self.currentBlock().userData()
        look = Look()
        if isinstance(data, BlockLook):
            data.drawn, look = True, data.look
        for span in self._spans(text, look.kind):
            self._format(text, span.start, span.end, self._faces[span.face])
        if look.faded:
            self._fade(text)

    def _fade(self, text: str) -> None:
        """Grey the heading of a section that is not written yet."""
        style = QTextCharFormat(self.format(0))
        style.setForeground(self._faint)
        self._format(text, 0, len(text), style)

    def _recolor(self) -> None:
        """Draw in other colors what has a color of its own, if the page's are others now; the text is untouched."""
        before, self._faint = self._faint, self._theme.color("page_faint")
        if self._faint == before:
            return
        block = self.document().firstBlock()
        while block.isValid():
            data = block.userData()
            if isinstance(data, BlockLook) and data.look.faded:
                data.drawn = False
            block = block.next()
        self._draw_later()

    def use(self, spans: Spans) -> None:
        """Take the fonts of paragraphs from elsewhere from now on; what is drawn in others waits to be drawn anew.

        Where nothing is drawn yet the first looks, which come next, draw everything.
        """
        before, self._spans = self._spans, spans
        block = self.document().firstBlock()
        while block.isValid():
            data = block.userData()
            if isinstance(data, BlockLook) and data.drawn:
                text, kind = block.text(), data.look.kind
                data.drawn = tuple(before(text, kind)) == tuple(spans(text, kind))
            block = block.next()
        self._draw_later()

    def _format(self, text: str, start: int, end: int, style: QTextCharFormat) -> None:
        first = utf16(text, start)
        self.setFormat(first, utf16(text, end) - first, style)

    @staticmethod
    def take_looks(changed: Iterable[tuple[QTextBlock, Look]]) -> None:
        """Give blocks new looks; they are drawn as they are to look now by whatever draws them next."""
        for block, look in changed:
            data, made = block.userData(), BlockLook(look)
            made.drawn = isinstance(data, BlockLook) and data.drawn and _letters(data.look) == _letters(look)
            block.setUserData(made)

    def draw_looks(self, blocks: Iterable[QTextBlock], visible: Callable[[QTextBlock], bool]) -> None:
        """Draw those of the blocks that still wait for it: those on the screen now, the others bit by bit."""
        waiting = False
        for block in blocks:
            data = block.userData()
            if isinstance(data, BlockLook) and not data.drawn:
                waiting = True
                if visible(block):
                    self._draw(block, data)
        if waiting:
            self._draw_later()

    def _draw(self, block: QTextBlock, data: BlockLook) -> None:
        """Draw a block; one that looks as if nobody had drawn it is let alone, for Qt would lay it out anew."""
        text = block.text()
        if data.look.faded or block.layout().formats() or self._spans(text, data.look.kind):
            lay_out_all(self.document())
            self.rehighlightBlock(block)
        data.drawn = True

    def _draw_later(self) -> None:
        self._start_over()
        self._slices.start()

    def finish(self) -> None:
        """Draw at once all that is waiting."""
        while self._slices.isActive():
            self._draw_slice()

    def _start_over(self, _count: int = 0) -> None:
        """Look for what waits from the top: blocks have other numbers now, or others wait."""
        self._next = 0

    def _draw_slice(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        block = self.document().findBlockByNumber(self._next)
        while block.isValid() and time.perf_counter() < until:
            data = block.userData()
            if isinstance(data, BlockLook) and not data.drawn:
                self._draw(block, data)
            block = block.next()
        self._next = block.blockNumber()
        if not block.isValid():
            self._slices.stop()
