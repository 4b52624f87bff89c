"""Excel files (.xlsx, .xlsm) → tables of what their cells show as text.

Taken over: texts, numbers and the results of formulas as the file holds them, a day as 2026年6月30日. Of merged cells the
first holds the text, the others are empty. Left out: hidden sheets, comments, pictures, columns beyond those of any
list that people read, rows beyond those of any list of one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from assistant.files.readers.office_package import Package, unpacked
from assistant.files.readers.xlsx_dates import Days
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.reading import Table, Unreadable

_NOT_EXCEL = (
    "这个文件里没有Excel表格的内容。请确认选的是.xlsx文件；是旧格式的，请用WPS或Excel另存为.xlsx，再选新存的文件。"
)
_COLUMNS = 64
_ROWS = 20_000
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")  # how a control character stands in a text


def tables(data: bytes) -> tuple[Table, ...]:
    """Read the sheets of an Excel file that are to be seen. Raises Unreadable."""
    return unpacked(data, _read)


def _read(package: Package) -> tuple[Table, ...]:
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    book = package.xml(main)
    if book is None:
        raise Unreadable(_NOT_EXCEL)
    targets = _targets(package, main)
    strings = _strings(package.xml(_beside(folder, "sharedStrings.xml")))
    from_1904 = any(each.get("date1904", "") in ("1", "true") for each in book.iter("workbookPr"))
    days = Days(package.xml(_beside(folder, "styles.xml")), from_1904=from_1904)
    found: list[Table] = []
    for sheet in book.iter("sheet"):
        number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        part = _beside(folder, targets.get(number, ""))
        if sheet.get("state", "visible") == "visible" and part in package:
            rows = tuple(_rows(package.xml(part), strings, days))
            if rows:
                found.append(rows)
    return tuple(found)


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target in package:
            return target
    if "xl/workbook.xml" in package:
        return "xl/workbook.xml"
    raise Unreadable(_NOT_EXCEL)


def _targets(package: Package, main: str) -> dict[str, str]:
    """Give the parts that the workbook names by a number; what lies outside the archive is not looked at."""
    folder, _, name = main.rpartition("/")
    relations = package.xml(_beside(folder, f"_rels/{name}.rels"))
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in (relations if relations is not None else ())
        if relation.get("TargetMode") != "External"
    }


def _beside(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"


def _strings(root: Element | None) -> list[str]:
    """Give the texts that cells refer to by number."""
    return [_text(each) for each in root if each.tag == "si"] if root is not None else []


def _text(holder: Element) -> str:
    """Join the pieces of a text; how it is pronounced (rPh) is none."""
    pieces = [each.text or "" for child in holder if child.tag != "rPh" for each in child.iter("t")]
    return _CODED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _rows(root: Element | None, strings: Sequence[str], days: Days) -> Iterator[tuple[str, ...]]:
    """Yield the rows down to the last that holds anything; an empty one between keeps no place."""
    data = root.find("sheetData") if root is not None else None
    count = 0
    for row in data if data is not None else ():
        cells: dict[int, str] = {}
        column = -1
        for cell in row:
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _number(place[1]) if place else column + 1
            if cell.tag == "c" and column < _COLUMNS and (text := _shown(cell, strings, days)):
                cells[column] = text
        if cells:
            count += 1
            if count > _ROWS:
                raise Unreadable(CONTENT_TOO_LARGE)
            yield tuple(cells.get(number, "") for number in range(max(cells) + 1))


def _number(letters: str) -> int:
    """Tell the number of a column, from 0: of AA, that is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: Element, strings: Sequence[str], days: Days) -> str:
    kind, held = cell.get("t", "n"), cell.find("v")
    if kind == "inlineStr":
        inline = cell.find("is")
        return _text(inline).strip() if inline is not None else ""
    value = (held.text or "").strip() if held is not None else ""
    if kind == "s":
        return strings[int(value)].strip() if value.isdigit() and int(value) < len(strings) else ""
    if kind == "e":  # #N/A and its like say nothing
        return ""
    if kind == "str":
        return _CODED.sub(lambda match: chr(int(match[1], 16)), value)
    return (days.written(value, cell.get("s", "")) if kind == "n" else "") or value
