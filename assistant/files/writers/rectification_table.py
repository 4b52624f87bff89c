"""Problems and their measures, last year's with what was done, and 批评意见 → a table in Excel or Word."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
from docx.table import Table

from assistant.files.trouble import Unwritable
from assistant.files.writers import docx_frame, report, xlsx

_NARROW, _MIDDLE, _WIDE = 1.5, 2.5, 6  # shares of a column; the narrow one has room for its heading in one line
_SHARES = {
    "序号": _NARROW,
    "方面": _MIDDLE,
    "佐证": _MIDDLE,
    "查摆的问题": 5,
    "责任单位": _MIDDLE,
    "责任人": 2,
    "完成时限": _MIDDLE,
    "批评对象": 2,
    "方面、来源": _MIDDLE,
    "原因": 4,
}
_NOT_OF_SHEETS = re.compile(r"[\[\]:*?/\\']")  # in a sheet's name
_EXCEL_CHARACTERS, _WORD_MM = 170, 256  # of a sheet; on A4 laid crosswise


def form_of(path: Path, columns: Sequence[str]) -> Callable[[str, Sequence[Sequence[str]]], bytes]:
    """Tell by a file's name how a table is written: from its title and its rows. Raises Unwritable for other names."""
    form = {".xlsx": _excel, ".docx": _word}.get(path.suffix.lower())
    if form is None:
        raise Unwritable(f"表格只能写成Excel（.xlsx）或Word（.docx），文件名不能是“{path.name}”。")
    return partial(form, columns=columns)


def _widths(columns: Sequence[str], whole: int) -> list[int]:
    shares = [_SHARES.get(name, _WIDE) for name in columns]
    return [int(whole * share / sum(shares)) for share in shares]


def _excel(title: str, rows: Sequence[Sequence[str]], *, columns: Sequence[str]) -> bytes:
    widths = _widths(columns, _EXCEL_CHARACTERS)
    return xlsx.write([xlsx.Sheet(_NOT_OF_SHEETS.sub("", title)[-31:], tuple(zip(columns, widths, strict=True)), rows)])


def _word(title: str, rows: Sequence[Sequence[str]], *, columns: Sequence[str]) -> bytes:
    page = report.PAPER.page
    crosswise = replace(page, width_mm=page.height_mm, height_mm=page.width_mm)
    document = docx.Document(io.BytesIO(docx_frame.empty(replace(report.PAPER, page=crosswise))))
    report.styled(document, title, docx_frame.TITLE)
    table = report.add_table(document, [columns, *rows], _widths(columns, _WORD_MM), heads=1)
    _join(table, columns, rows)
    return docx_frame.saved(document)


def _join(table: Table, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Make one cell of those that say the same in the rows of one number: one problem beside all its measures."""
    last = columns.index("整改措施") if "整改措施" in columns else 0
    for first, row in enumerate(rows):
        if first and rows[first - 1][0] == row[0]:
            continue
        end = next((n for n in range(first + 1, len(rows)) if rows[n][0] != row[0]), len(rows))
        for column in range(last if end - first > 1 else 0):
            for number in range(first + 1, end):
                table.cell(number + 1, column).paragraphs[0].clear()  # an empty one adds no line to what it joins
            table.cell(first + 1, column).merge(table.cell(end, column))
