"""The body of a Word file (.docx): its paragraphs, tables and boxes, put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from assistant.files.readers.docx_inline import NOT_READ, Inline, readable_rendering
from assistant.files.readers.docx_numbers import Numbers
from assistant.files.readers.docx_styles import Styles, outline
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript, is_blank, unmarked
from assistant.files.readers.xml import child, is_on, value
from assistant.reading import Reading, Said

_MOST_CHUNKS = 20
_LOOKED_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_BLANK_LINES = re.compile("_blank_(before|after)_([0-9]{1,4})_[0-9]{1,9}")
_MOST_BLANK_LINES = 1000


class Body:
    """Goes through a document and hands its lines to the transcript."""

    def __init__(
        self,
        transcript: Transcript,
        styles: Styles,
        numbers: Numbers,
        comments: dict[str, Said],
        inserted: Callable[[str], Reading | None],
    ) -> None:
        self._transcript = transcript
        self._left_out = transcript.left_out
        self._styles = styles
        self._numbers = numbers
        self._inserted = inserted
        self._inline = Inline(transcript, styles, comments)
        self._chunks = 0

    def read(self, body: Element) -> None:
        """Read the body into the transcript."""
        lines = self._transcript.lines
        self._paragraphs(body, lines)
        closing = self._inline.closing()
        if closing:
            lines.append(lines.pop() + closing if lines else closing)

    def _paragraphs(self, parent: Element, lines: list[str]) -> None:
        """Gather the lines under a body, cell or text box."""
        self._inline.deeper()
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
                self._inline.comment_range(block)
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
                    before, after = self._inline.revision("inserted", mark.find("ins"), "")
                    text, self._inline.pending = text + before, self._inline.pending + after
                if text or not self._inline.boxes:
                    lines += [text, *[""] * blank["after"]]
            boxes, self._inline.boxes = self._inline.boxes, []
            for box in boxes:
                self._paragraphs(box, lines)
        if carried:
            lines.append(carried)
        self._inline.depth -= 1

    def _blocks(self, parent: Element, found: list[Element]) -> None:
        """List paragraphs and tables, looking through content controls and the like."""
        for element in parent:
            name = element.tag
            if name in ("p", "tbl", "altChunk", "commentRangeStart", "commentRangeEnd"):
                found.append(element)
            elif name in _LOOKED_THROUGH:
                self._inline.deeper()
                self._blocks(element, found)
                self._inline.depth -= 1
            elif name == "AlternateContent":
                self._inline.deeper()
                for rendering in readable_rendering(element):
                    self._blocks(rendering, found)
                self._inline.depth -= 1
            elif name in NOT_READ:
                self._left_out[NOT_READ[name]] += 1

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
        return "".join(self._inline.revision("deleted", deleted, "\n")) if deleted is not None else ""

    def _chunk(self, chunk: Element, lines: list[str]) -> None:
        self._chunks += 1
        reading = self._inserted(value(chunk, "id") or "") if self._chunks <= _MOST_CHUNKS else None
        if reading is None or not reading.text.strip():
            self._left_out["chunk"] += 1
            return
        lines += reading.text.split("\n")
        self._transcript.remarks += [note for note in reading.notes if note not in self._transcript.remarks]
        self._transcript.headings += reading.headings.items()

    def _table(self, table: Element) -> list[str]:
        self._left_out["table"] += 1
        self._inline.deeper()
        cells: list[list[list[str]]] = []
        for row in self._parts(table, "tr"):
            removed = row.find("trPr/del")
            pending = self._inline.pending
            held = [self._cell(cell) for cell in self._parts(row, "tc")]
            if removed is None:
                cells.append(held)
            else:
                text = unmarked("\t".join("".join(lines) for lines in held))
                self._inline.pending = pending + "".join(self._inline.revision("deleted", removed, f"{text}\n"))
        self._inline.depth -= 1
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

    def _paragraph(self, paragraph: Element, properties: Element | None) -> str:
        style = value(properties.find("pStyle")) if properties is not None else None
        text = self._inline.text(paragraph, style)
        number = self._numbers.next(properties, style)
        if is_blank(text):
            return text
        if style is not None and self._styles.is_hidden(style):
            self._left_out["hidden"] += 1
            return ""
        text = number + text
        own = value(properties.find("outlineLvl")) if properties is not None else None
        level = outline(own) if own else self._styles.outline_level(style)
        if level and not self._styles.is_own_title(style):
            self._transcript.headings.append((text, level))
        return text


def _blank_lines(paragraph: Element) -> dict[str, int]:
    """Tell how many blank lines stood before and after a paragraph that our own writer wrote without them."""
    found = {"before": 0, "after": 0}
    for mark in paragraph.iterfind("bookmarkStart"):
        if kept := _BLANK_LINES.fullmatch(value(mark, "name") or ""):
            found[kept[1]] = min(int(kept[2]), _MOST_BLANK_LINES)
    return found
