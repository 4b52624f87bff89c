"""Printing from the window, on paper and into a PDF: the page as Word would have it, without Word.

The system's printers (CUPS on Linux) are asked for only when something is to be printed on paper; a PDF needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from assistant import NAME
from assistant.facts import paper
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.files.writers import title
from assistant.language import markdown
from assistant.review.material import Material, analyse
from assistant.structure.closing_places import Placing
from assistant.templates.layout import Layout, Side
from assistant.ui.fonts import page_font
from assistant.ui.page import looks
from assistant.ui.page.looks import Kind
from assistant.ui.page.printers import print_on_one

_ALIGNMENT = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
    Side.CENTER: Qt.AlignmentFlag.AlignHCenter,
}
_POINTS_PER_MM = 72 / 25.4
_LINE_BREAK = "\u2028"  # within a paragraph
_PDF_DOTS_PER_INCH = 1200


def print_text(parent: QWidget, material: Material, layout: Layout, name: str) -> None:
    """Ask for a printer and print a material; `name` is what the list of the printer's jobs shows."""
    print_on_one(parent, name, lambda printer: print_to(printer, material, layout))


def pdf(material: Material, layout: Layout, name: str) -> bytes:
    """Give a material as a PDF whose title is `name`; no printer is asked for."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DOTS_PER_INCH)
    writer.setTitle(name)
    writer.setCreator(NAME)
    print_to(writer, material, layout)
    return bytes(buffer.data().data())


def print_to(device: QPagedPaintDevice, material: Material, layout: Layout) -> None:
    """Print a material in a layout, with page numbers on the outer side."""
    device.setPageSize(QPageSize(QSizeF(layout.page.width_mm, layout.page.height_mm), QPageSize.Unit.Millimeter))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    document = laid_out(without_markdown(material), layout)
    size = document.pageSize()
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / 72
        painter.scale(scale, scale)
        page = layout.page
        for number in range(1, document.pageCount() + 1):
            if number > 1:
                device.newPage()
            painter.save()
            painter.translate(
                page.left_mm * _POINTS_PER_MM, page.top_mm * _POINTS_PER_MM - (number - 1) * size.height()
            )
            document.drawContents(painter, QRectF(0, (number - 1) * size.height(), size.width(), size.height()))
            painter.restore()
            _number(painter, layout, number)
    finally:
        painter.end()


def without_markdown(material: Material) -> Material:
    """Take the marks of Markdown off a material; what they alone made a heading stays one."""
    if not material.facts.markdown:
        return material
    text, headings = markdown.plain(material.text)
    known = {**headings, **material.decisions.headings}
    return analyse(text, material.template, decisions=material.decisions._replace(headings=known))


def laid_out(material: Material, layout: Layout) -> QTextDocument:
    """Lay a material out on pages of the layout's text area; one unit is a point. No heading ends a page."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    line = layout.line_twips / 20
    width = (layout.page.width_mm - layout.page.left_mm - layout.page.right_mm) * _POINTS_PER_MM
    document.setPageSize(QSizeF(width, layout.lines_per_page * line))
    cursor = QTextCursor(document)
    shown, every, closing = paper.shown(material.facts), looks.of(material), paper.closing(material.facts, layout)
    for number in shown:
        fact, look = material.facts.paragraphs[number], every[number]
        block = QTextBlockFormat()
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        centred = look.kind in (Kind.TITLE, Kind.BYLINE)
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignJustify)
        block.setTextIndent(0 if centred else 2 * layout.body.size_pt)
        if number in closing:
            _place(block, closing[number], layout)
        if number == shown[0]:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        _insert(cursor, fact, look.kind, layout)
    _keep_headings(document, material, shown)
    return document


def _place(block: QTextBlockFormat, placing: Placing, layout: Layout) -> None:
    """Set where a closing line stands, as in the Word file."""
    character = layout.body.size_pt + layout.spacing_twips / 20
    block.setLeftMargin(placing.left * character)
    block.setRightMargin(placing.right * character)
    block.setTextIndent(-placing.hanging * character)
    if placing.begins:
        block.setTopMargin(layout.line_twips / 20)
    if placing.to_the_right:
        block.setAlignment(Qt.AlignmentFlag.AlignRight)


def _insert(cursor: QTextCursor, fact: ParagraphFacts, kind: Kind, layout: Layout) -> None:
    """Insert a paragraph in its fonts; a long title is broken where the Word file breaks it."""
    text, at = fact.text, 0
    for span in looks.spans(text, fact.marks, kind):
        cursor.insertText(text[at : span.start], _style("song", layout.body.size_pt, layout))
        if kind is Kind.TITLE:
            places = title.breaks(text, cursor.document().pageSize().width() / layout.title.size_pt)
            lines = [text[start:end] for start, end in pairwise((0, *places, len(text)))]
            cursor.insertText(_LINE_BREAK.join(lines), _style("title", layout.title.size_pt, layout))
        else:
            cursor.insertText(text[span.start : span.end], _style(span.face, layout.body.size_pt, layout))
        at = span.end
    cursor.insertText(text[at:], _style("song", layout.body.size_pt, layout))


def _keep_headings(document: QTextDocument, material: Material, shown: Sequence[int]) -> None:
    """Move each heading that would end a page to the next one, with the headings right above it; `shown` are the paragraphs."""
    headings = paper.headings(
        material.facts
    )  # where text follows in the same paragraph, Qt keeps nothing of it together
    first: QTextBlock | None = None  # of the headings that stand together
    block = document.begin()
    while block.isValid():
        if shown[block.blockNumber()] in headings:
            first = first or block
        elif block.text():
            if first and _page(document, first) != _page(document, block) and _stands_below(document, first):
                style = first.blockFormat()
                style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(first).setBlockFormat(style)
                # Qt lays out from the change on only, and leaves some paragraphs without a line then
                document.markContentsDirty(0, document.characterCount())
            first = None
        block = block.next()


def _page(document: QTextDocument, block: QTextBlock, *, last: bool = False) -> int:
    """Tell the page on which the first, or the last, line of a paragraph stands, from 0."""
    top = document.documentLayout().blockBoundingRect(block).top()
    layout = block.layout()
    line = layout.lineAt(layout.lineCount() - 1 if last else 0)
    within = line.y() if line.isValid() else 0  # of a line that is none, Qt reads freed memory
    return int((top + within + 1) // document.pageSize().height())


def _stands_below(document: QTextDocument, block: QTextBlock) -> bool:
    """Tell whether anything stands above a paragraph on its page."""
    before = block.previous()
    return before.isValid() and _page(document, before, last=True) == _page(document, block)


def _style(face: str, points: float, layout: Layout) -> QTextCharFormat:
    font = page_font(face, points)  # one pixel of the document is a point of the page
    font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, layout.spacing_twips / 20)
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(Qt.GlobalColor.black)  # else Qt takes the window's, which is pale where the window is dark
    return style


def _number(painter: QPainter, layout: Layout, number: int) -> None:
    page = layout.page
    size = layout.page_number.size_pt
    painter.setFont(page_font("song", size))
    left, right = page.left_mm * _POINTS_PER_MM + size, (page.width_mm - page.right_mm) * _POINTS_PER_MM - size
    bottom = (page.height_mm - page.footer_mm) * _POINTS_PER_MM
    side = _ALIGNMENT[layout.number_side(number)]
    before, after = layout.around_number
    painter.drawText(
        QRectF(left, bottom - 2 * size, right - left, 2 * size),
        side | Qt.AlignmentFlag.AlignBottom,
        f"{before}{number}{after}",
    )
