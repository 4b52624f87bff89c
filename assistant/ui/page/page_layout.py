"""How the text lies on the page: by the layout that it will have in Word, with its indents and margins, and the zoom.

Indents, alignment and line height are formats of blocks, never characters.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from assistant.files.settings import USUAL_ZOOM
from assistant.templates.layout import Layout
from assistant.ui.fonts import page_font
from assistant.ui.page.highlighter import Highlighter, lay_out_all, look_of
from assistant.ui.page.looks import Kind, Look
from assistant.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QTextBlock, QWheelEvent

_PIXELS_PER_POINT = 96 / 72  # at 100 %, as large as on paper
_LEAST_MARGIN = 1.2  # on a desk that is narrower than the page; the line is kept as long as it can be
_JUSTIFIED = 24  # characters on a line; of fewer, the few gaps would be torn open
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200)


class PageLayout(QTextEdit):
    """Lays a text out as a page."""

    zoom_changed = Signal(int)  # per cent

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the desk has one at its edge
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setUndoRedoEnabled(False)
        self._theme = theme
        self._zoom = USUAL_ZOOM
        self._justified = True
        self.highlighter: Highlighter  # given by the window, which knows where marks come from
        self._layout: Layout  # given by `set_layout`

    # Size

    def set_layout(self, layout: Layout) -> None:
        """Show as many characters on a line, and lines as far apart, as the layout says that they will be on paper."""
        self._layout = layout
        self._show_size()

    @property
    def shown_layout(self) -> Layout:
        return self._layout

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def zoom(self) -> int:
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller; the caret, or else the first line in view, stays where it is."""
        self._zoom = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._show_size()
        self.zoom_changed.emit(self._zoom)

    def _show_size(self) -> None:
        place = self._kept_place()
        font = page_font("song", self._pixels)
        self.document().setDefaultFont(font)
        self.setFont(font)
        width = self._pixels * (self._layout.characters_per_line + 2 * self._layout.margin_characters)
        # On a narrow desk the page is narrower than paper, not the window wider
        self.setMaximumWidth(round(width) + 2 + 2 * self.frameWidth())
        self.updateGeometry()
        self.highlighter.set_size(self._pixels, self._layout.title.size_pt / self._layout.body.size_pt)
        self._fit_margins()
        self.format_blocks()
        self.highlighter.rehighlight()
        self._keep_place(*place)

    def _kept_place(self) -> tuple[QTextCursor, int]:
        """Give the caret, or where it is out of view the first line in view, with its height on the screen."""
        cursor = self.textCursor()
        top = self.cursorRect(cursor).top()
        if not 0 <= top < self.viewport().height():
            cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 1))
            top = self.cursorRect(cursor).top()
        return cursor, top

    def _keep_place(self, cursor: QTextCursor, top: int) -> None:
        bar = self.verticalScrollBar()
        top = min(top, max(0, self.viewport().height() - round(self._line_pitch)))
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - top)

    def _fit_margins(self) -> None:
        """Let the margins give way before the line does, and justify only lines that are long enough."""
        characters = (self.viewport().width() - 2) / self._pixels  # two pixels, lest rounding cost a character
        spare = (characters - self._layout.characters_per_line) / 2
        margin = min(self._layout.margin_characters, max(_LEAST_MARGIN, spare))
        if abs(self.document().documentMargin() - margin * self._pixels) >= 1:
            self.document().setDocumentMargin(margin * self._pixels)
        justified = characters - 2 * margin >= _JUSTIFIED
        if justified != self._justified:
            self._justified = justified
            self.format_blocks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out in the new width; what was read stays in view, as where a panel opens beside the page.

        Where the page only gets lower, as below a message, the line that is being written stays in view.
        """
        if event.size().width() == event.oldSize().width():
            seen = 0 <= self.cursorRect().top() < event.oldSize().height()
            super().resizeEvent(event)
            if seen and (hidden := self.cursorRect().bottom() + 1 - self.viewport().height()) > 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + hidden)
            return
        place = self._kept_place() if event.oldSize().isValid() else None
        self._fit_margins()
        super().resizeEvent(event)
        if place:
            self._keep_place(*place)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the page's font: while widgets get their style, Qt puts the interface's in its place, several times.

        It is not told to the document then, nor what the document has already: it would lay all of the text out anew.
        """
        if event.type() == QEvent.Type.FontChange:
            font = page_font("song", self._pixels)
            if self.font() != font:
                self.setFont(font)
                return
            if self.document().defaultFont() == font:
                return
        super().changeEvent(event)

    def step_zoom(self, steps: int) -> None:
        """Go some steps up or down the usual sizes."""
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self._zoom))
        self.set_zoom(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    @property
    def _pixels(self) -> float:
        return round(self._layout.body.size_pt * _PIXELS_PER_POINT * self._zoom / 100)

    @property
    def _line_pitch(self) -> float:
        return self._pixels * self._layout.line_height

    @property
    def page_step(self) -> int:
        """How far the next page of the view is, in pixels: what was cut at its edge is then seen whole."""
        height = self.viewport().height()
        return max(height - math.ceil(self._line_pitch), height // 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # Looks

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield all blocks in order."""
        block = self.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def format_blocks(self) -> None:
        """Give every block the format of its kind; for a text newly shown, or another size."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._format(Look()))
        looks = ((block, look_of(block)) for block in self.blocks())
        special = [each for each in looks if each[1].kind in (Kind.TITLE, Kind.BYLINE) or each[1].hint]
        self._put_formats([(block, self._format(look, block)) for block, look in special])

    def show_looks(self, wanted: Sequence[Look]) -> None:
        """Show the looks of all paragraphs, in order; touch only those that differ."""
        changed: list[tuple[QTextBlock, Look]] = []
        formats: list[tuple[QTextBlock, QTextBlockFormat]] = []
        for block, look in zip(self.blocks(), wanted, strict=False):
            known = block.userData() is not None
            if known and look == look_of(block):
                continue
            changed.append((block, look))
            style = self._format(look, block)
            current = block.blockFormat()
            if current.alignment() != style.alignment() or current.bottomMargin() != style.bottomMargin():
                formats.append((block, style))
        self.highlighter.take_looks(changed)
        self._put_formats(formats)  # for which Qt draws what lies between them, once
        if changed:
            self.highlighter.draw_looks([block for block, _ in changed], self.is_visible)
            self.viewport().update()

    def _put_formats(self, formats: Sequence[tuple[QTextBlock, QTextBlockFormat]]) -> None:
        """Change the formats of blocks in one go: after each change everybody would look through the whole text."""
        if not formats:
            return
        lay_out_all(self.document())
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        for block, style in formats:
            QTextCursor(block).setBlockFormat(style)
        whole.endEditBlock()

    def _format(self, look: Look, block: QTextBlock | None = None) -> QTextBlockFormat:
        style = QTextBlockFormat()
        height = self._line_pitch
        style.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if look.kind in (Kind.TITLE, Kind.BYLINE):
            style.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        else:
            style.setAlignment(Qt.AlignmentFlag.AlignJustify if self._justified else Qt.AlignmentFlag.AlignLeft)
            style.setTextIndent(2 * self._pixels)
        if look.hint and block is not None and block.length() > 1:
            style.setBottomMargin(height)  # room for the hint
        return style

    def is_visible(self, block: QTextBlock) -> bool:
        """Tell whether any of a block is on the screen."""
        box = self.box(block)
        return box.bottom() >= 0 and box.top() <= self.viewport().height()

    def box(self, block: QTextBlock) -> QRectF:
        """Give a block's place in the viewport."""
        rectangle = self.document().documentLayout().blockBoundingRect(block)
        return rectangle.translated(0, -self.verticalScrollBar().value())
