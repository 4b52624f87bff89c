"""Last year's problems, their measures and what was done → a table for the office, in Excel or Word."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import docx

from assistant.facts.rectification import COLUMNS
from assistant.files.disk import Unwritable
from assistant.files.writers import package, report, xlsx

_WIDTHS = (6, 20, 36, 36, 40, 24)  # characters, of an Excel sheet
_WIDTHS_MM = (12, 32, 60, 60, 62, 30)  # on A4 laid crosswise


def form_of(path: Path) -> Callable[[str, Sequence[Sequence[str]]], bytes]:
    """Tell by a file's name how the table is written: from its title and its rows. Raises Unwritable for other names."""
    form = {".xlsx": _excel, ".docx": _word}.get(path.suffix.lower())
    if form is None:
        raise Unwritable(f"表格只能写成Excel（.xlsx）或Word（.docx），文件名不能是“{path.name}”。")
    return form


def _excel(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    return xlsx.write([xlsx.Sheet(title[:31], tuple(zip(COLUMNS, _WIDTHS, strict=True)), rows)])


def _word(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    page = report.PAPER.page
    crosswise = replace(page, width_mm=page.height_mm, height_mm=page.width_mm)
    document = docx.Document(io.BytesIO(package.empty(replace(report.PAPER, page=crosswise))))
    report.styled(document, title, package.TITLE)
    report.add_table(document, [COLUMNS, *rows], _WIDTHS_MM, heads=1)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
