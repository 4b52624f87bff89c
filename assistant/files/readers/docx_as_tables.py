"""A Word file as the tables in it, in rows of cells, for lists (整改清单) whose columns matter; as a text it is docx's.

A cell that goes on from the one above is empty, and so are those that a wide one covers, so that columns keep their
number. What was deleted with revisions on and what is hidden does not count, and that is said; what stands in a table
inside a cell is that cell's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assistant.files.readers.docx import main_part
from assistant.files.readers.docx_styles import Styles
from assistant.files.readers.office_package import Package, unpacked
from assistant.files.readers.transcript import Transcript
from assistant.files.readers.xml import child, value
from assistant.files.trouble import BROKEN
from assistant.reading import Tables, Unreadable

_MOST_COLUMNS = 64
_AROUND = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")  # elements that merely hold others
_DELETED = ("del", "moveFrom")
_BREAKS = {"p": "\n", "br": "\n", "cr": "\n", "tab": " "}


def tables(data: bytes) -> Tables:
    """Read the tables of a Word file. Raises Unreadable."""
    return unpacked(data, _read)


def _read(package: Package) -> Tables:
    main = main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise Unreadable(BROKEN)
    cells = _Cells(Styles(package.xml(f"{main.rpartition('/')[0]}/styles.xml".lstrip("/"))))
    found = tuple(rows for table in _held(body, "tbl") if (rows := tuple(_rows(table, cells))))
    return Tables(found, cells.transcript.notes(""))


def _held(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the children of a name, those inside content controls and the like too; nested deeper than any office does, none."""
    waiting = list(reversed(parent))
    while waiting:
        each = waiting.pop()
        if each.tag == wanted:
            yield each
        elif each.tag in _AROUND:
            waiting += reversed(each)


def _rows(table: Element, read: _Cells) -> Iterator[tuple[str, ...]]:
    for row in _held(table, "tr"):
        cells = [""] * _count(child(child(row, "trPr"), "gridBefore"), 0)
        for cell in _held(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            cells.append("" if goes_on else read.text(cell))
            cells += [""] * (_count(child(properties, "gridSpan"), 1) - 1)
        if any(cells):
            yield tuple(cells[:_MOST_COLUMNS])


def _count(element: Element | None, usual: int) -> int:
    stated = value(element) or ""
    return min(int(stated), _MOST_COLUMNS) if stated.isdecimal() else usual


class _Cells:
    """Gathers the text of cells, and counts what is left out of them."""

    def __init__(self, styles: Styles) -> None:
        self.transcript = Transcript()
        self._styles = styles

    def text(self, cell: Element) -> str:
        pieces: list[str] = []
        waiting = list(reversed(cell))
        while waiting:
            each = waiting.pop()
            if each.tag == "Fallback" or self._is_left_out(each):
                continue
            if each.tag == "t":
                pieces.append(each.text or "")
            elif each.tag in _BREAKS:
                pieces.append(_BREAKS[each.tag])
            waiting += reversed(each)
        return "".join(pieces).strip()

    def _is_left_out(self, element: Element) -> bool:
        left_out = self.transcript.left_out
        if element.tag in _DELETED:
            left_out["revision"] += next(element.iter("r"), None) is not None
            return True
        is_hidden = element.tag == "r" and self._styles.hides(element.find("rPr"))
        if element.tag == "p":
            is_hidden = self._styles.is_hidden(value(element.find("pPr/pStyle")))
        left_out["hidden"] += is_hidden
        return is_hidden
