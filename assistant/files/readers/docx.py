"""Word files (.docx, .docm, .dotx) → text.

Taken over: paragraphs, run-in and soft line breaks, tables row by row, text boxes after their paragraph, content
controls, fields' results, automatic numbers (they are not in the text), inserted text of tracked changes.
Left out and said so: deleted text of tracked changes, comments, footnotes, pictures, hidden text.
A soft break in a title of our own making is for balance only and reads back as nothing.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from assistant.files.readers.numbers import Numbers
from assistant.files.readers.xml import child, is_on, local, value
from assistant.reading import LARGEST, Reading, Unreadable
from assistant.text import canonical

TITLE_STYLE = "DuizhaoTitle"
"""The style our own writer gives to titles."""

_BROKEN = "文件已损坏或不完整，打不开。可试着用WPS或Word打开并另存一份；如从U盘或微信复制来，请重新复制一次原文件。"
_NOT_WORD = "这个文件里没有Word文档的内容。请确认选的是.docx文件；表格、演示稿请先把文字复制到Word里。"

# What stands in a paragraph and is not its text, and under which head it is reported.
_NOT_TEXT = {
    **dict.fromkeys(("del", "moveFrom"), "del"),
    "commentReference": "comment",
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "footnote"),
    **dict.fromkeys(("instrText", "delText", "rt", "sdtPr", "pPr", "rPr"), ""),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_NOTE_LABELS = {
    "del": "有修订：删除的文字未带入，插入的文字已带入",
    "comment": "批注未带入",
    "footnote": "脚注、尾注未带入",
    "drawing": "图片未带入",
    "hidden": "隐藏文字未带入",
    "table": "表格已按行转成文字",
}


def read(data: bytes) -> Reading:
    """Read a Word file from its bytes. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable(_BROKEN) from None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Unreadable(_BROKEN) from None
    except (ElementTree.ParseError, LookupError, ValueError):
        raise Unreadable(_BROKEN) from None


def _read(archive: zipfile.ZipFile) -> Reading:
    names = {name.lstrip("/"): name for name in archive.namelist()}
    if "mimetype" in names and b"opendocument" in archive.read(names["mimetype"]):
        raise Unreadable(
            "这是ODF格式的文件（.odt等），暂不能直接读。请用WPS或LibreOffice打开它，另存为「Word 文档（.docx）」，再打开新存的文件。"
        )
    main = _main_part(archive, names)
    folder = main.rpartition("/")[0]
    document = _xml(archive, names[main])

    def beside(name: str) -> Element | None:
        path = names.get(f"{folder}/{name}" if folder else name)
        return _xml(archive, path) if path else None

    styles = _Styles(beside("styles.xml"))
    body = child(document, "body")
    if body is None:
        raise Unreadable(_NOT_WORD)
    walker = _Walker(styles, Numbers(beside("numbering.xml"), styles.numbering))
    lines = list(walker.paragraphs(body))
    headings = {canonical(text): level for text, level in walker.headings if canonical(text)}
    notes = tuple(f"{label}（{walker.left[key]}处）" for key, label in _NOTE_LABELS.items() if walker.left[key])
    text = canonical("\n".join(lines))
    if not text.strip():
        notes = ("文件里没有找到文字", *notes)
    return Reading(text, notes, headings)


def _main_part(archive: zipfile.ZipFile, names: dict[str, str]) -> str:
    """Find the document's main part through the package's relationships, else at its usual place."""
    if "_rels/.rels" in names:
        for relation in _xml(archive, names["_rels/.rels"]):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = relation.get("Target", "").lstrip("/")
                if target in names and _xml(archive, names[target]).tag.endswith("}document"):
                    return target
    if "word/document.xml" in names:
        return "word/document.xml"
    raise Unreadable(_NOT_WORD)


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > LARGEST:
        raise Unreadable("文件内容超过64兆，不像是一份对照检查材料。请确认选的是不是这个文件。")
    data = archive.read(name)
    if b"<!DOCTYPE" in data[:1024] or b"<!ENTITY" in data:
        raise Unreadable(_BROKEN)  # never in a Word file; a way to eat memory
    return ElementTree.fromstring(data)


class _Styles:
    """What paragraph styles say of numbers and heading levels, their ancestors' word included."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        for style in root if root is not None else ():
            if local(style) == "style" and (identifier := value(style, "styleId")):
                self._styles[identifier] = style

    def _chain(self, identifier: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while identifier and identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            style = self._styles[identifier]
            yield style
            identifier = value(child(style, "basedOn"))

    def numbering(self, identifier: str | None) -> tuple[str | None, str | None]:
        """Give the (numId, ilvl) that a style brings along."""
        number: str | None = None
        level: str | None = None
        for style in self._chain(identifier):
            properties = child(child(style, "pPr"), "numPr")
            number = number or value(child(properties, "numId"))
            level = level or value(child(properties, "ilvl"))
        return number, level

    def outline_level(self, identifier: str | None) -> int:
        """Give the heading level of a style, from 1; 0 for none."""
        for style in self._chain(identifier):
            level = value(child(child(style, "pPr"), "outlineLvl"))
            if level is not None:
                return int(level) + 1 if level.isdigit() and int(level) < 9 else 0
        return 0


class _Walker:
    """Goes through a document and gathers its lines, its heading lines and what was left out."""

    def __init__(self, styles: _Styles, numbers: Numbers) -> None:
        self._styles = styles
        self._numbers = numbers
        self._field_depth: list[bool] = []  # of each open field: whether its result has begun
        self._current: Element | None = None
        self.left: Counter[str] = Counter()
        self.headings: list[tuple[str, int]] = []

    def paragraphs(self, parent: Element) -> Iterator[str]:
        """Yield the lines under a body, cell or text box."""
        carried = ""
        for block in self._blocks(parent):
            if local(block) == "tbl":
                self.left["table"] += 1
                yield from self._table(block)
                continue
            boxes: list[Element] = []
            text = carried + self._paragraph(block, boxes)
            mark = child(child(block, "pPr"), "rPr")
            if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
                carried = text  # the paragraph's end was deleted: it runs on into the next
                continue
            carried = ""
            yield text
            for box in boxes:
                yield from self.paragraphs(box)
        if carried:
            yield carried

    def _blocks(self, parent: Element) -> Iterator[Element]:
        """Yield paragraphs and tables, looking through content controls and the like."""
        for element in parent:
            name = local(element)
            if name in ("p", "tbl"):
                yield element
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                yield from self._blocks(element)
            elif name == "AlternateContent":
                yield from self._blocks(_choice(element))

    def _table(self, table: Element) -> Iterator[str]:
        """Write a row of short cells as one line, and cells that hold text one below the other."""
        for row in self._rows(table):
            cells = [list(self.paragraphs(cell)) for cell in row]
            if any(len([line for line in cell if line.strip()]) > 1 for cell in cells) or len(cells) == 1:
                yield from (line for cell in cells for line in cell)
            else:
                yield "\t".join("".join(cell) for cell in cells)

    def _rows(self, table: Element) -> Iterator[list[Element]]:
        for element in table:
            name = local(element)
            if name == "tr":
                yield list(self._cells(element))
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self._rows(element)

    def _cells(self, row: Element) -> Iterator[Element]:
        for element in row:
            name = local(element)
            if name == "tc":
                yield element
            elif name in ("sdt", "sdtContent", "customXml"):
                yield from self._cells(element)

    def _paragraph(self, paragraph: Element, boxes: list[Element]) -> str:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        self._current = paragraph
        text = "".join(self._inline(paragraph, boxes, "" if style == TITLE_STYLE else "\n"))
        self._field_depth = [True] * len(self._field_depth)  # no code runs on into another paragraph
        number = self._numbers.next(properties, style)
        if not text.strip():
            return text
        text = number + text
        own_level = value(child(properties, "outlineLvl"))
        level = int(own_level) + 1 if own_level and own_level.isdigit() else self._styles.outline_level(style)
        if 0 < level < 10 and style != TITLE_STYLE:
            self.headings.append((text, level))
        return text

    def _inline(self, parent: Element, boxes: list[Element], soft_break: str) -> Iterator[str]:
        """Yield the pieces of a paragraph's text; text boxes are put aside in `boxes`."""
        for element in parent:
            name = local(element)
            if name in _NOT_TEXT:
                self.left[_NOT_TEXT[name]] += 1
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "t":
                yield (element.text or "") if all(self._field_depth) else ""
            elif name in ("br", "cr"):
                yield soft_break if value(element, "type") in (None, "textWrapping") else ""
            elif name == "fldChar":
                self._field(element)
            elif name == "txbxContent":
                boxes.append(element)
            elif name == "AlternateContent":
                yield from self._inline(_choice(element), boxes, soft_break)
            elif name == "r" and is_on(child(child(element, "rPr"), "vanish")):
                self.left["hidden"] += 1
            else:
                before = len(boxes)
                yield from self._inline(element, boxes, soft_break)
                self.left["drawing"] += name in ("drawing", "pict", "object") and len(boxes) == before

    def _field(self, element: Element) -> None:
        """Keep track of fields: their code is left out, their result is text."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._field_depth.append(not self._closes())
        elif kind == "separate" and self._field_depth:
            self._field_depth[-1] = True
        elif kind == "end" and self._field_depth:
            self._field_depth.pop()

    def _closes(self) -> bool:
        """Tell whether some field's code ends in this paragraph; one that never ends must not hide the text."""
        signs = self._current.iter() if self._current is not None else ()
        return any(local(each) == "fldChar" and value(each, "fldCharType") in ("separate", "end") for each in signs)


def _choice(alternate: Element) -> Element:
    """Of two renderings of the same thing take the first that Word offers."""
    choices = [each for each in alternate if local(each) in ("Choice", "Fallback")]
    return choices[0] if choices else alternate
