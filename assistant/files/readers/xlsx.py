"""Excel files (.xlsx, .xlsm) → tables of what their cells show as text.

Taken over: texts, numbers and the results of formulas as the file holds them, a day as 2026年6月30日. Of merged cells the
first that is to be seen holds the text, the others are empty. Left out and said so: rows, columns and sheets that are
hidden, as rows are that a filter does not show; comments; columns beyond those of any list that people read. Left out:
pictures. A list with more rows than any of one person is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from assistant.files.readers.office_package import Package, unpacked
from assistant.files.readers.transcript import Transcript
from assistant.files.readers.xlsx_dates import Days
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.reading import Table, Tables, Unreadable

_NOT_EXCEL = (
    "这个文件里没有Excel表格的内容。请确认选的是.xlsx文件；是旧格式的，请用WPS或Excel另存为.xlsx，再选新存的文件。"
)
_COLUMNS = 64
_ROWS = 20_000
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_COMMENTS = re.compile(r"(?:.*/)?comments/?(?:comment)?[0-9]*\.xml")
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")  # how a control character stands in a text


def tables(data: bytes) -> Tables:
    """Read what of an Excel file is to be seen. Raises Unreadable."""
    return unpacked(data, _read)


def _read(package: Package) -> Tables:
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    book = package.xml(main)
    if book is None:
        raise Unreadable(_NOT_EXCEL)
    targets = _targets(package, main)
    strings = _strings(package.xml(_beside(folder, "sharedStrings.xml")))
    from_1904 = any(_is_on(each, "date1904") for each in book.iter("workbookPr"))
    days = Days(package.xml(_beside(folder, "styles.xml")), from_1904=from_1904)
    found: list[Table] = []
    transcript = Transcript()
    left_out = transcript.left_out
    for sheet in book.iter("sheet"):
        number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        part = _beside(folder, targets.get(number, ""))
        if part not in package:
            continue
        state = sheet.get("state", "visible")
        left_out["hidden_sheet"] += state == "hidden"  # one that is "veryHidden" a program keeps there, for itself
        if state == "visible" and (rows := tuple(_rows(package.xml(part), strings, days, left_out))):
            found.append(rows)
    for name in filter(_COMMENTS.fullmatch, package.names):
        part_of_comments = package.xml(name)
        left_out["comment"] += sum(1 for _ in part_of_comments.iter("comment")) if part_of_comments is not None else 0
    return Tables(tuple(found), transcript.notes(""))


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


def _rows(
    root: Element | None, strings: Sequence[str], days: Days, left_out: Counter[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows down to the last that holds anything; an empty one between keeps no place."""
    data = root.find("sheetData") if root is not None else None
    if root is None or data is None:
        return
    rows = dict(_numbered(data))
    hidden = frozenset(_hidden_columns(root))
    moved = _moved(root, rows, hidden)
    waiting: defaultdict[int, dict[int, str]] = defaultdict(dict)  # of the lines to come
    unseen: set[int] = set()
    count = 0
    for number, row in rows.items():
        is_hidden, lost = _is_on(row, "hidden"), False
        for column, cell in _cells(row):
            text = _shown(cell, strings, days)
            if not text:
                continue
            if column >= _COLUMNS:
                left_out["far"] += 1
            elif (number, column) in moved or not (is_hidden or column in hidden):
                line, place = moved.get((number, column), (number, column))
                waiting[line][place] = text
            elif is_hidden:
                lost = True
            else:
                unseen.add(column)
        left_out["hidden_row"] += lost
        if cells := waiting.pop(number, None):
            count += 1
            if count > _ROWS:
                raise Unreadable(CONTENT_TOO_LARGE)
            yield tuple(cells.get(each, "") for each in range(max(cells) + 1))
    left_out["hidden_column"] += len(unseen)


def _numbered(data: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows with their number from 1; one that states none follows the one before."""
    number = 0
    for row in data:
        stated = row.get("r", "")
        number = max(int(stated), number + 1) if stated.isdecimal() else number + 1
        yield number, row


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells with the number of their column from 0."""
    column = -1
    for cell in row:
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = _number(place[1]) if place else column + 1
        if cell.tag == "c":
            yield column, cell


def _hidden_columns(root: Element) -> Iterator[int]:
    for each in root.iterfind("cols/col"):
        first, last = each.get("min", ""), each.get("max", "")
        if _is_on(each, "hidden") and first.isdecimal() and last.isdecimal():
            yield from range(int(first) - 1, min(int(last), _COLUMNS))


def _moved(
    root: Element, rows: Mapping[int, Element], hidden: Collection[int]
) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Give for the first of merged cells, where that is hidden, the first that is to be seen: there Excel shows the text."""
    shown = [number for number, row in rows.items() if not _is_on(row, "hidden")]  # in their order
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for each in root.iterfind("mergeCells/mergeCell"):
        first, _, last = each.get("ref", "").partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if not begin or not end:
            continue
        top, left = int(begin[2]), _number(begin[1])
        at = bisect_left(shown, top)
        lines = shown[at : at + 1]
        columns = [each for each in range(left, min(_number(end[1]) + 1, _COLUMNS)) if each not in hidden][:1]
        seen = bool(lines and columns) and lines[0] <= int(end[2])
        if seen and (lines[0], columns[0]) != (top, left):
            found[top, left] = lines[0], columns[0]
    return found


def _is_on(element: Element, switch: str) -> bool:
    return element.get(switch, "") in ("1", "true")


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
