"""Tables → an Excel file. Text stays text: nothing that a file or a material says can become a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | None
_LONGEST = 32_767  # characters in a cell; what is longer would make Excel call the file damaged
_OMINOUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: columns with their title and width in characters, and rows. A float is a share, shown as a percentage."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell]]


def write(sheets: Sequence[Sheet]) -> bytes:
    """Give the bytes of an Excel file."""
    stream = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(stream, plain)
    looks = _Looks.of(book)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for column, (title, width) in enumerate(sheet.columns):
            page.set_column(column, column, width)
            page.write_string(0, column, title, looks.head)
        for row, cells in enumerate(sheet.rows, 1):
            for column, cell in enumerate(cells):
                _write(page, row, column, cell, looks)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    book.close()
    return stream.getvalue()


class _Looks(NamedTuple):
    """How cells look; `ominous` bears the mark by which text like a formula stays text when the cell is edited."""

    head: Format
    text: Format
    ominous: Format
    number: Format
    share: Format

    @staticmethod
    def of(book: Workbook) -> _Looks:
        look = {"font_name": "宋体", "font_size": 11, "valign": "top"}
        wrapped = {**look, "text_wrap": True}
        return _Looks(
            book.add_format({**look, "bold": True, "bottom": 1, "bg_color": "silver"}),
            book.add_format(wrapped),
            book.add_format({**wrapped, "quote_prefix": True}),
            book.add_format(look),
            book.add_format({**look, "num_format": "0%"}),
        )


def _write(page: Worksheet, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell[:_LONGEST], looks.ominous if cell.startswith(_OMINOUS) else looks.text)
    elif cell is not None:
        page.write_number(row, column, cell, looks.share if isinstance(cell, float) else looks.number)
