"""Problems and their measures, last year's with what was done → a table for the office, in Excel or Word."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx

from assistant.facts.rectification import COLUMNS
from assistant.files.disk import Unwritable
from assistant.files.writers import package, report, xlsx

_NARROW, _MIDDLE, _WIDE = 1, 3, 6  # shares of a column
_SHARES = {"序号": _NARROW, "方面": _MIDDLE, "佐证": _MIDDLE, "责任人": 2, "完成时限": 2}
_EXCEL_CHARACTERS, _WORD_MM = 170, 256  # of a sheet; on A4 laid crosswise


def form_of(path: Path, columns: Sequence[str] = COLUMNS) -> Callable[[str, Sequence[Sequence[str]]], bytes]:
    """Tell by a file's name how a table is written: from its title and its rows. Raises Unwritable for other names."""
    form = {".xlsx": _excel, ".docx": _word}.get(path.suffix.lower())
    if form is None:
        raise Unwritable(f"表格只能写成Excel（.xlsx）或Word（.docx），文件名不能是“{path.name}”。")
    return partial(form, columns=columns)


def _widths(columns: Sequence[str], whole: int) -> list[int]:
    shares = [_SHARES.get(name, _WIDE) for name in columns]
    return [whole * share // sum(shares) for share in shares]


def _excel(title: str, rows: Sequence[Sequence[str]], *, columns: Sequence[str] = COLUMNS) -> bytes:
    widths = _widths(columns, _EXCEL_CHARACTERS)
    return xlsx.write([xlsx.Sheet(title[:31], tuple(zip(columns, widths, strict=True)), rows)])


def _word(title: str, rows: Sequence[Sequence[str]], *, columns: Sequence[str] = COLUMNS) -> bytes:
    page = report.PAPER.page
    crosswise = replace(page, width_mm=page.height_mm, height_mm=page.width_mm)
    document = docx.Document(io.BytesIO(package.empty(replace(report.PAPER, page=crosswise))))
    report.styled(document, title, package.TITLE)
    report.add_table(document, [columns, *rows], _widths(columns, _WORD_MM), heads=1)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
