"""Printing a table: crosswise, in the largest type in which it takes one page, but never so small that it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from assistant.ui.fonts import page_font
from assistant.ui.page.printers import print_on_one

_MARGIN_MM = 15
_POINTS = (14.0, 12.0, 10.5, 9.0)  # 四号 to 小五
_WIDEST = 24  # characters that a column is made wide for beside others


def print_table(
    parent: QWidget, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, private: bool = False
) -> None:
    """Ask for a printer and print a table; a `private` one concerns nobody else, into whatever file it is printed."""
    print_on_one(
        parent,
        title,
        lambda printer: print_to(printer, title, columns, rows),
        private=private,
        prepare=_crosswise,
    )


def print_to(device: QPagedPaintDevice, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Print a table; give the number of its pages."""
    _crosswise(device)
    for points in _POINTS:
        document = laid_out(title, columns, rows, points, device)
        if document.pageCount() == 1:
            break
    document.print_(device)
    return document.pageCount()


def _crosswise(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    device.setPageMargins(QMarginsF(*(_MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)


def laid_out(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], points: float, device: QPagedPaintDevice
) -> QTextDocument:
    """Lay a table out for a device in type of a size."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    room = device.pageLayout().paintRectPixels(device.logicalDpiX()).size()
    document.setPageSize(QSizeF(room))
    cursor = QTextCursor(document)
    _insert_title(cursor, title, points + 4)
    form = QTextTableFormat()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellPadding(4)  # pixels of a screen, which Qt scales
    form.setHeaderRowCount(1)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shares = [_share([name, *(cells[at] for cells in rows)]) for at, name in enumerate(columns)]
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * share / sum(shares)) for share in shares]
    )
    table = cursor.insertTable(1 + len(rows), len(columns), form)
    for row, cells in enumerate([columns, *rows]):
        for column, text in enumerate(cells):
            style = QTextCharFormat()
            style.setFont(_font(points, bold=row == 0))
            table.cellAt(row, column).firstCursorPosition().insertText(text, style)
    return document


def _share(cells: Sequence[str]) -> int:
    """Give a column width by its longest cell, one more for what stands beside the words; a long text takes more lines."""
    return min(max(map(len, cells)) + 1, _WIDEST)


def _insert_title(cursor: QTextCursor, title: str, points: float) -> None:
    middle = QTextBlockFormat()
    middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    middle.setBottomMargin(points)
    style = QTextCharFormat()
    style.setFont(_font(points, bold=True))
    cursor.setBlockFormat(middle)
    cursor.insertText(title, style)


def _font(points: float, *, bold: bool) -> QFont:
    font = page_font("song", 12)
    font.setPointSizeF(points)  # of the device, not of the page on the screen
    font.setBold(bold)
    return font
