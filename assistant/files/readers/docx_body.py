"""The body of a Word file (.docx): its paragraphs, tables, boxes, fields and revisions, put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from assistant.files.readers.docx_styles import Styles, outline
from assistant.files.readers.numbers import Numbers
from assistant.files.readers.refused import BROKEN
from assistant.files.readers.symbols import UNKNOWN, is_symbols, symbol
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript, is_blank, unmarked
from assistant.files.readers.xml import child, is_on, value
from assistant.reading import Reading, Unreadable

TITLE_STYLE = "DuizhaoTitle"
"""The style our own writer gives to titles."""

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_PAGE_BREAK = "\f"  # a line break, once text is canonical; at the end of a paragraph there is one anyway
_DEEPEST = 100  # elements inside each other; Word's own files have a third of that
_MOST_CHUNKS = 20
_LOOKED_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_LEFT = {
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "footnote"),
    **dict.fromkeys(("subDoc", "contentPart"), "chunk"),
}
_SILENT = frozenset(("instrText", "delText", "delInstrText", "rt", "sdtPr", "sdtEndPr", "pPr", "rPr", "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "fldData"))  # fmt: skip
_DRAWN = {"drawing": "drawing", "pict": "drawing", "object": "object"}
# What Word offers of two renderings and everybody can read; the prefixes are the same in all files.
_KNOWN = frozenset(
    [
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "wp14",
        "w14",
        "w15",
        "w16",
        "w16se",
        "w16cid",
        "w16cex",
        "w16sdtdh",
        "a14",
        "a16",
        "v",
        "o",
        "cx",
        "m",
    ]
)


_BLANK_LINES = re.compile("_blank_(before|after)_([0-9]{1,4})_[0-9]{1,9}")
_MOST_BLANK_LINES = 1000


class Noted(NamedTuple):
    """What a comment says."""

    author: str
    date: str
    text: str


class Body:
    """Goes through a document and hands its lines to the transcript."""

    def __init__(
        self,
        transcript: Transcript,
        styles: Styles,
        numbers: Numbers,
        comments: dict[str, Noted],
        inserted: Callable[[str], Reading | None],
    ) -> None:
        self._transcript = transcript
        self._left = transcript.left
        self._styles = styles
        self._numbers = numbers
        self._comments = comments
        self._inserted = inserted
        self._open_comments: dict[str, str] = {}  # number → the mark that ends it
        self._hidden_codes: list[bool] = []  # of the fields of the paragraph still to come: whether each has an end
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._boxes: list[Element] = []
        self._pending = ""  # marks that belong to the beginning of the next line
        self._in_insertion = False
        self._break = "\n"
        self._depth = 0
        self._chunks = 0
        self._run: Element | None = None
        self._handlers: dict[str, Callable[[Element, list[str]], None]] = {
            "br": self._line_break,
            "sym": self._symbol,
            "sdt": self._control,
            "AlternateContent": self._alternate,
            "txbxContent": self._box,
            "oMath": self._formula,
            "fldChar": self._field,
            **dict.fromkeys(("ins", "moveTo"), self._insertion),
            **dict.fromkeys(("del", "moveFrom"), self._deletion),
            "commentRangeStart": self._comment_start,
            "commentRangeEnd": self._comment_end,
            "commentReference": self._comment_reference,
        }

    def read(self, body: Element) -> None:
        """Read the body into the transcript."""
        lines = self._transcript.lines
        self._paragraphs(body, lines)
        closing = self._pending + "".join(self._open_comments.values())
        if closing:
            lines.append(lines.pop() + closing if lines else closing)

    # blocks

    def _paragraphs(self, parent: Element, lines: list[str]) -> None:
        """Gather the lines under a body, cell or text box."""
        self._deeper()
        carried = ""
        blocks: list[Element] = []
        self._blocks(parent, blocks)
        for block in blocks:
            if block.tag == "tbl":
                lines += self._table(block)
                continue
            if block.tag == "altChunk":
                self._chunk(block, lines)
                continue
            if block.tag != "p":
                self._comment_range(block)
                continue
            properties = block.find("pPr")
            blank = _blank_lines(block)
            lines += [""] * blank["before"]
            text = carried + self._paragraph(block, properties)
            carried = ""
            mark = properties.find("rPr") if properties is not None else None
            if self._runs_on(properties, mark, text):
                carried = text + self._deleted_break(mark)
            else:
                if mark is not None and mark.find("ins") is not None:
                    before, after = self._revision("inserted", mark.find("ins"), "")
                    text, self._pending = text + before, self._pending + after
                if text or not self._boxes:
                    lines += [text, *[""] * blank["after"]]
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self._paragraphs(box, lines)
        if carried:
            lines.append(carried)
        self._depth -= 1

    def _blocks(self, parent: Element, found: list[Element]) -> None:
        """List paragraphs and tables, looking through content controls and the like."""
        for element in parent:
            name = element.tag
            if name in ("p", "tbl", "altChunk", "commentRangeStart", "commentRangeEnd"):
                found.append(element)
            elif name in _LOOKED_THROUGH:
                self._deeper()
                self._blocks(element, found)
                self._depth -= 1
            elif name == "AlternateContent":
                self._deeper()
                for rendering in _rendering(element):
                    self._blocks(rendering, found)
                self._depth -= 1
            elif name in _LEFT:
                self._left[_LEFT[name]] += 1

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable(BROKEN)

    def _runs_on(self, properties: Element | None, mark: Element | None, text: str) -> bool:
        """Tell whether a paragraph's end is not shown: deleted, hidden by Word itself, or that of a drop cap."""
        if mark is not None and any(mark.find(name) is not None for name in ("del", "moveFrom")):
            return True
        if mark is not None and is_on(mark.find("specVanish")):
            return True
        frame = properties.find("framePr") if properties is not None else None
        return frame is not None and value(frame, "dropCap") in ("drop", "margin") and len(unmarked(text)) <= 3

    def _deleted_break(self, mark: Element | None) -> str:
        deleted = next((found for name in ("del", "moveFrom") if (found := child(mark, name)) is not None), None)
        return "".join(self._revision("deleted", deleted, "\n")) if deleted is not None else ""

    def _chunk(self, chunk: Element, lines: list[str]) -> None:
        self._chunks += 1
        reading = self._inserted(value(chunk, "id") or "") if self._chunks <= _MOST_CHUNKS else None
        if reading is None or not reading.text.strip():
            self._left["chunk"] += 1
            return
        lines += reading.text.split("\n")
        self._transcript.remarks += [note for note in reading.notes if note not in self._transcript.remarks]
        self._transcript.headings += reading.headings.items()

    def _table(self, table: Element) -> list[str]:
        self._left["table"] += 1
        self._deeper()
        cells: list[list[list[str]]] = []
        for row in self._parts(table, "tr"):
            removed = row.find("trPr/del")
            pending = self._pending
            held = [self._cell(cell) for cell in self._parts(row, "tc")]
            if removed is None:
                cells.append(held)
            else:
                text = unmarked("\t".join("".join(lines) for lines in held))
                self._pending = pending + "".join(self._revision("deleted", removed, f"{text}\n"))
        self._depth -= 1
        lines, labels = rows(cells)
        self._transcript.headings += labels
        return lines

    def _cell(self, cell: Element) -> list[str]:
        lines: list[str] = []
        self._paragraphs(cell, lines)
        return lines

    def _parts(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, looking through content controls."""
        for element in parent:
            if element.tag == wanted:
                yield element
            elif element.tag in _LOOKED_THROUGH:
                yield from self._parts(element, wanted)

    # paragraphs

    def _paragraph(self, paragraph: Element, properties: Element | None) -> str:
        style = value(properties.find("pStyle")) if properties is not None else None
        self._break = "" if style == TITLE_STYLE else "\n"
        self._hidden_codes = _closed_fields(paragraph)
        parts = [self._pending]
        self._pending = ""
        self._inline(paragraph, parts)
        self._fields = [True] * len(self._fields)  # no code runs on into another paragraph
        number = self._numbers.next(properties, style)
        text = "".join(parts).strip(_PAGE_BREAK)
        self._transcript.took(len(text))
        if is_blank(text):
            return text
        if style is not None and self._styles.is_hidden(style):
            self._left["hidden"] += 1
            return ""
        text = number + text
        own = value(properties.find("outlineLvl")) if properties is not None else None
        level = outline(own) if own else self._styles.outline_level(style)
        if level and style != TITLE_STYLE:
            self._transcript.headings.append((text, level))
        return text

    def _inline(self, parent: Element, parts: list[str]) -> None:
        """Gather the pieces of a paragraph's text; text boxes are put aside."""
        self._deeper()
        for element in parent:
            name = element.tag
            if name == "r":
                properties = element.find("rPr")
                if properties is not None and self._is_hidden(properties):
                    self._left["hidden"] += 1
                else:
                    self._run = element
                    self._inline(element, parts)
            elif name == "t":
                if element.text and (not self._fields or all(self._fields)):
                    text = element.text
                    parts.append(text if text.isascii() or not _PRIVATE.search(text) else self._signs(text))
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name not in _SILENT:
                self._special(element, name, parts)
        self._depth -= 1

    def _is_hidden(self, properties: Element) -> bool:
        own = properties.find("vanish")
        if own is not None:
            return is_on(own)
        style = properties.find("rStyle")
        return style is not None and self._styles.is_hidden(value(style))

    def _special(self, element: Element, name: str, parts: list[str]) -> None:
        """Gather what is neither a run nor text."""
        handler = self._handlers.get(name)
        if handler is not None:
            handler(element, parts)
        elif name in _LEFT:
            self._left[_LEFT[name]] += 1
        elif name in _DRAWN:
            before = len(self._boxes), len(parts)
            self._inline(element, parts)
            self._left[_DRAWN[name]] += (len(self._boxes), len(parts)) == before
        else:
            self._inline(element, parts)

    def _line_break(self, element: Element, parts: list[str]) -> None:
        parts.append(self._break if value(element, "type") in (None, "textWrapping") else _PAGE_BREAK)

    def _symbol(self, element: Element, parts: list[str]) -> None:
        code = value(element, "char") or ""
        try:
            sign = symbol(value(element, "font") or "", int(code, 16))
        except ValueError:
            sign = None
        self._left["sign"] += sign is None
        parts.append(sign or UNKNOWN)

    def _signs(self, text: str) -> str:
        """Put what a symbol font shows in the place of its private characters."""
        fonts = self._run.find("rPr/rFonts") if self._run is not None else None
        name = value(fonts, "ascii") or value(fonts, "hAnsi") or value(fonts, "eastAsia") or ""
        return _PRIVATE.sub(lambda match: (symbol(name, ord(match[0])) if is_symbols(name) else "") or match[0], text)

    def _alternate(self, element: Element, parts: list[str]) -> None:
        for rendering in _rendering(element):
            self._inline(rendering, parts)

    def _control(self, element: Element, parts: list[str]) -> None:
        """Take over a content control; its prompt, where nothing has been filled in, is a place to be filled in."""
        if not is_on(element.find("sdtPr/showingPlcHdr")):
            self._inline(element, parts)
            return
        prompt: list[str] = []
        self._inline(element, prompt)
        self._left["prompt"] += 1
        words = unmarked("".join(prompt)).strip().strip("。.【】[]")
        parts.append(f"【{words[:20] or '待填'}】")

    def _formula(self, element: Element, parts: list[str]) -> None:
        self._left["formula"] += 1
        self._inline(element, parts)

    def _box(self, element: Element, _parts: list[str]) -> None:
        self._boxes.append(element)

    # fields, revisions, comments

    def _field(self, element: Element, _parts: list[str]) -> None:
        """Keep track of fields: their code is left out, their result is text."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            ends = self._hidden_codes.pop() if self._hidden_codes else True
            self._fields.append(not ends)  # a code that never ends must not hide the text
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _revision(self, kind: str, element: Element | None, text: str) -> tuple[str, str]:
        self._left["revision"] += 1
        date = (value(element, "date") or "").removesuffix("Z")
        return self._transcript.begin(kind, value(element, "author") or "", date, text)

    def _insertion(self, element: Element, parts: list[str]) -> None:
        before, after = self._revision("inserted", element, "")
        parts.append(before)
        outside, self._in_insertion = self._in_insertion, True
        self._inline(element, parts)
        self._in_insertion = outside
        parts.append(after)

    def _deletion(self, element: Element, parts: list[str]) -> None:
        """Note a deletion; what was inserted and deleted again was never there."""
        text = "".join(
            each.text or "" if each.tag in ("delText", "t") else _SIGNS.get(each.tag, "\n" if each.tag == "br" else "")
            for each in element.iter()
        )
        marks = self._revision("deleted", element, text)
        if text and not self._in_insertion:
            parts += marks

    def _comment_start(self, element: Element, parts: list[str]) -> None:
        number = value(element, "id") or ""
        if (comment := self._comments.get(number)) is not None and number not in self._open_comments:
            before, self._open_comments[number] = self._transcript.begin("comment", *comment)
            parts.append(before)

    def _comment_end(self, element: Element, parts: list[str]) -> None:
        number = value(element, "id") or ""
        if number in self._open_comments:
            parts.append(self._open_comments.pop(number))
            self._comments.pop(number, None)

    def _comment_reference(self, element: Element, parts: list[str]) -> None:
        self._left["comment"] += 1
        number = value(element, "id") or ""
        if (comment := self._comments.get(number)) is not None and number not in self._open_comments:
            parts += self._transcript.begin("comment", *comment)

    def _comment_range(self, element: Element) -> None:
        """Take a range's bound that stands between paragraphs."""
        parts: list[str] = []
        (self._comment_start if element.tag == "commentRangeStart" else self._comment_end)(element, parts)
        self._pending += "".join(parts)


def _closed_fields(paragraph: Element) -> list[bool]:
    """Tell of each field that begins in a paragraph whether its code ends there too; the last one first."""
    closed: list[bool] = []
    opened: list[int] = []
    for sign in paragraph.iter("fldChar"):
        kind = value(sign, "fldCharType")
        if kind == "begin":
            opened.append(len(closed))
            closed.append(False)
        elif opened:
            closed[opened[-1]] = True
            if kind == "end":
                opened.pop()
    return closed[::-1]


def _rendering(alternate: Element) -> list[Element]:
    """Of several renderings of the same thing take the first that Word offers and that is known, else the fallback."""
    for choice in alternate.iterfind("Choice"):
        if set((choice.get("Requires") or "").split()) <= _KNOWN:
            return [choice]
    return alternate.findall("Fallback")[:1]


def _blank_lines(paragraph: Element) -> dict[str, int]:
    """Tell how many blank lines stood before and after a paragraph that our own writer wrote without them."""
    found = {"before": 0, "after": 0}
    for mark in paragraph.iterfind("bookmarkStart"):
        if kept := _BLANK_LINES.fullmatch(value(mark, "name") or ""):
            found[kept[1]] = min(int(kept[2]), _MOST_BLANK_LINES)
    return found
