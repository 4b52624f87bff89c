"""Printing from the window: the page as Word would have it, without Word."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from assistant.language import markdown
from assistant.review.material import Material, analyse
from assistant.templates.layout import Layout
from assistant.ui.page import looks
from assistant.ui.page.looks import Kind
from assistant.ui.theme import page_font

_POINTS_PER_MM = 72 / 25.4


def print_text(parent: QWidget, material: Material, layout: Layout) -> None:
    """Ask for a printer and print a material."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_to(printer, material, layout)


def print_to(printer: QPrinter, material: Material, layout: Layout) -> None:
    """Print a material in a layout, with page numbers on the outer side."""
    printer.setPageSize(QPageSize(QSizeF(layout.page.width_mm, layout.page.height_mm), QPageSize.Unit.Millimeter))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    document = laid_out(without_markdown(material), layout)
    size = document.pageSize()
    painter = QPainter(printer)
    try:
        scale = printer.logicalDpiX() / 72
        painter.scale(scale, scale)
        page = layout.page
        for number in range(1, document.pageCount() + 1):
            if number > 1:
                printer.newPage()
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
    """Lay a material out on pages of the layout's text area; one unit is a point."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    line = layout.line_twips / 20
    document.setPageSize(
        QSizeF(
            (layout.page.width_mm - layout.page.left_mm - layout.page.right_mm) * _POINTS_PER_MM,
            layout.lines_per_page * line,
        )
    )
    cursor = QTextCursor(document)
    for number, (fact, look) in enumerate(zip(material.facts.paragraphs, looks.of(material), strict=True)):
        block = QTextBlockFormat()
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        centred = look.kind in (Kind.TITLE, Kind.BYLINE)
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignJustify)
        block.setTextIndent(0 if centred else 2 * layout.body.size_pt)
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        at = 0
        for span in looks.spans(fact.text, fact.marks, look.kind):
            cursor.insertText(fact.text[at : span.start], _style("song", layout.body.size_pt, layout))
            size = layout.title.size_pt if span.face == "title" else layout.body.size_pt
            cursor.insertText(fact.text[span.start : span.end], _style(span.face, size, layout))
            at = span.end
        cursor.insertText(fact.text[at:], _style("song", layout.body.size_pt, layout))
    return document


def _style(face: str, points: float, layout: Layout) -> QTextCharFormat:
    font = page_font(face, points)  # one pixel of the document is a point of the page
    font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, layout.spacing_twips / 20)
    style = QTextCharFormat()
    style.setFont(font)
    return style


def _number(painter: QPainter, layout: Layout, number: int) -> None:
    page = layout.page
    size = layout.page_number.size_pt
    painter.setFont(page_font("song", size))
    left, right = page.left_mm * _POINTS_PER_MM + size, (page.width_mm - page.right_mm) * _POINTS_PER_MM - size
    bottom = (page.height_mm - page.footer_mm) * _POINTS_PER_MM
    side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
    painter.drawText(
        QRectF(left, bottom - 2 * size, right - left, 2 * size), side | Qt.AlignmentFlag.AlignBottom, f"— {number} —"
    )
