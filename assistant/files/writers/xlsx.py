"""Tables → an Excel file. Text stays text: nothing that a file or a material says can become a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | None
_LONGEST = 32_767  # characters in a cell; what is longer would make Excel call the file damaged
_OMINOUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: columns with their title and width in characters, and rows. A float is a share, shown as a percentage.

    A cell whose words, up to a bracket, are one of `tones` is written in that color (of xlsxwriter's names), bold.
    """

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell]]
    tones: Mapping[str, str] = field(default_factory=dict)


_LINE = 15.0  # points
_HIGHEST = 409.0  # a row of Excel's cannot be higher
_PLAIN = {"font_name": "宋体", "font_size": 11, "valign": "top", "border": 1}


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
        tones = {words: looks.toned(book, color) for words, color in sheet.tones.items()}
        for row, cells in enumerate(sheet.rows, 1):
            page.set_row(row, _height(cells, sheet.columns))
            for column, cell in enumerate(cells):
                tone = tones.get(cell.partition("（")[0]) if isinstance(cell, str) else None
                _write(page, (row, column), cell, looks._replace(text=tone or looks.text))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&C第&P页，共&N页")
    book.close()
    return stream.getvalue()


def _height(cells: Sequence[Cell], columns: Sequence[tuple[str, int]]) -> float:
    """Give the height at which every cell of a row shows whole."""
    lines = [_lines(cell, width) for cell, (_, width) in zip(cells, columns, strict=False) if isinstance(cell, str)]
    return min(_LINE * max(lines, default=1) + 3, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """Count the lines that a text takes in a column, a Chinese character as wide as two digits; a little more rather than less."""
    wide = max(width - 2, 2)
    return sum(max(1, -(-sum(1 if letter.isascii() else 2 for letter in line) // wide)) for line in text.split("\n"))


class _Looks(NamedTuple):
    """How cells look; `ominous` bears the mark by which text like a formula stays text when the cell is edited."""

    head: Format
    text: Format
    ominous: Format
    number: Format
    share: Format

    @staticmethod
    def of(book: Workbook) -> _Looks:
        wrapped = {**_PLAIN, "text_wrap": True}
        return _Looks(
            book.add_format({**wrapped, "bold": True, "bg_color": "silver", "valign": "vcenter", "align": "center"}),
            book.add_format(wrapped),
            book.add_format({**wrapped, "quote_prefix": True}),
            book.add_format(_PLAIN),
            book.add_format({**_PLAIN, "num_format": "0%"}),
        )

    @staticmethod
    def toned(book: Workbook, color: str) -> Format:
        return book.add_format({**_PLAIN, "text_wrap": True, "bold": True, "font_color": color})


def _write(page: Worksheet, place: tuple[int, int], cell: Cell, looks: _Looks) -> None:
    if isinstance(cell, str):
        page.write_string(*place, cell[:_LONGEST], looks.ominous if cell.startswith(_OMINOUS) else looks.text)
    elif cell is None:
        page.write_blank(*place, None, looks.text)  # its borders are drawn all the same
    else:
        page.write_number(*place, cell, looks.share if isinstance(cell, float) else looks.number)
