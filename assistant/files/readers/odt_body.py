"""The body of an OpenDocument file: its paragraphs, lists, tables, boxes and revisions, put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element

from assistant.files.readers.list_numbers import Counting, Level
from assistant.files.readers.odt_styles import Styles
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript, is_blank
from assistant.files.readers.xml import value
from assistant.files.trouble import BROKEN
from assistant.reading import Revised, Said, Unreadable

_DEEPEST = 100
_MOST_REPEATED = 1000
_BLANKS = re.compile("[ \t\r\n]+")
_REGIONS: tuple[tuple[Revised, str], ...] = (("inserted", "insertion"), ("deleted", "deletion"))
# Elements without text for the reader: a list of words, so in one line
_SILENT = frozenset(("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "ruby-text", "annotation-end", "soft-page-break", "desc", "title", "event-listeners", "dde-connection-decls", "alphabetical-index-auto-mark-file", "table-column", "table-columns"))  # fmt: skip
_NOT_READ = {"note": "footnote", "image": "drawing", "object": "object", "object-ole": "object", "plugin": "object"}


class Body:
    """Goes through a document and hands its lines to the transcript."""

    def __init__(self, transcript: Transcript, styles: Styles, body: Element) -> None:
        self._transcript = transcript
        self._left_out = transcript.left_out
        self._styles = styles
        self._body = body
        self._changes: dict[str, tuple[Revised, Said]] = {}
        self._ends: dict[str, str] = {}
        self._countings: dict[str, Counting] = {}  # by the identifier of a list
        self._last: dict[str, Counting] = {}  # by the name of its style
        self._outline = Counting()
        self._boxes: list[Element] = []
        self._depth = 0
        self._is_struck = False
        self._handlers: dict[str, Callable[[Element, list[str]], None]] = {
            "s": self._spaces,
            "tab": lambda _, parts: parts.append("\t"),
            "line-break": lambda _, parts: parts.append("\n"),
            "span": self._span,
            "a": self._span,
            "text-box": lambda element, _: self._boxes.append(element),
            "annotation": self._annotation,
            "change": self._deletion,
            "change-start": self._insertion,
            "change-end": self._ended,
            "hidden-text": self._hidden,
            "hidden-paragraph": self._hidden,
        }

    def read(self) -> None:
        """Read the body into the transcript."""
        for region in self._body.iterfind("tracked-changes/changed-region"):
            self._note_change(region)
        self._blocks(self._body, self._transcript.lines)
        if self._ends:
            self._transcript.lines.append("".join(self._ends.values()))

    def _note_change(self, region: Element) -> None:
        for kind, name in _REGIONS:
            if (change := region.find(name)) is None:
                continue
            lines = ["".join(each.itertext()) for each in change if each.tag in ("p", "h")]
            said = _said(change.find("change-info/creator"), change.find("change-info/date"), lines)
            self._changes[value(region, "id") or ""] = (kind, said)

    # blocks

    def _blocks(self, parent: Element, lines: list[str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable(BROKEN)
        for element in parent:
            name = element.tag
            if name in ("p", "h"):
                self._add(element, "", lines)
            elif name == "list":
                self._list(element, lines)
            elif name == "table":
                self._table(element, lines)
            elif name in _NOT_READ:
                self._left_out[_NOT_READ[name]] += 1
            elif name in ("frame", "change", "change-start", "change-end"):
                parts: list[str] = []
                self._one(element, parts)
                self._add_line("".join(parts), lines)
            elif name not in _SILENT:
                self._blocks(element, lines)
        self._depth -= 1

    def _add(self, paragraph: Element, number: str, lines: list[str]) -> None:
        parts: list[str] = []
        self._transcript.end_line()
        self._span(paragraph, parts)
        text = "".join(parts)
        if "\n" in text and self._styles.is_own_title(value(paragraph, "style-name")):
            text = text.replace("\n", "")
        if not is_blank(text):
            if paragraph.tag == "h":
                level = value(paragraph, "outline-level") or "1"
                at = int(level) if level.isdecimal() and 0 < int(level) < 10 else 1
                number = number or self._heading_number(paragraph, at)
                text = number + text
                self._transcript.headings.append((text, at))
            else:
                text = number + text
        self._add_line(text, lines)

    def _add_line(self, text: str, lines: list[str]) -> None:
        self._transcript.took(len(text))
        boxes, self._boxes = self._boxes, []
        if text or not boxes:
            lines.append(text)
        for box in boxes:
            self._blocks(box, lines)

    def _heading_number(self, heading: Element, level: int) -> str:
        if level - 1 not in self._styles.outline or value(heading, "is-list-header") == "true":
            return ""
        return self._outline.next(self._styles.outline, level - 1)

    # lists

    def _list(self, element: Element, lines: list[str]) -> None:
        name = value(element, "style-name") or ""
        if not name:
            first = next((each for each in element.iter() if each.tag in ("p", "h")), None)
            name = self._styles.list_of(value(first, "style-name")) or ""
        continued = value(element, "continue-list")
        before = self._countings.get(continued) if continued else None
        if before is None and value(element, "continue-numbering") == "true":
            before = self._last.get(name)
        counting = before or Counting()
        self._countings[value(element, "id") or ""] = self._last[name] = counting
        self._items(element, self._styles.lists.get(name, {}), counting, 0, lines)

    def _items(
        self, element: Element, levels: Mapping[int, Level], counting: Counting, level: int, lines: list[str]
    ) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable(BROKEN)
        levels = self._styles.lists.get(value(element, "style-name") or "", levels)
        for item in element:
            numbered = item.tag == "list-item" and level in levels
            start = value(item, "start-value")
            if numbered and start and start.isdecimal():
                counting.set(level, min(int(start), 32767))
            own = self._styles.lists.get(value(item, "style-override") or "", levels)
            for block in item:
                if block.tag == "list":
                    self._items(block, levels, counting, level + 1, lines)
                elif block.tag in ("p", "h"):
                    self._add(block, counting.next(own, level) if numbered and level in own else "", lines)
                    numbered = False
                elif block.tag == "table":
                    self._table(block, lines)
        self._depth -= 1

    # tables

    def _table(self, table: Element, lines: list[str]) -> None:
        self._left_out["table"] += 1
        cells: list[list[list[str]]] = []
        self._rows(table, cells)
        written, labels = rows(cells)
        lines += written
        self._transcript.headings += labels

    def _rows(self, parent: Element, cells: list[list[list[str]]]) -> None:
        for element in parent:
            if element.tag == "table-row":
                row: list[list[str]] = []
                for cell in element:
                    if cell.tag != "table-cell":
                        continue
                    held: list[str] = []
                    self._blocks(cell, held)
                    repeated = value(cell, "number-columns-repeated") or "1"
                    row += [held] * (min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() and held else 1)
                cells.append(row)
            elif element.tag in ("table-header-rows", "table-rows", "table-row-group"):
                self._rows(element, cells)

    # what stands in a paragraph

    def _inline(self, parent: Element, parts: list[str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable(BROKEN)
        self._put(parent.text, parts)
        for element in parent:
            self._one(element, parts)
            self._put(element.tail, parts)
        self._depth -= 1

    def _put(self, text: str | None, parts: list[str]) -> None:
        if text:
            parts.append(_BLANKS.sub(" ", text))
            self._transcript.strike(text, is_struck=self._is_struck)

    def _one(self, element: Element, parts: list[str]) -> None:
        name = element.tag
        if (handler := self._handlers.get(name)) is not None:
            handler(element, parts)
        elif name in _NOT_READ:
            self._left_out[_NOT_READ[name]] += 1
        elif name not in _SILENT:
            self._inline(element, parts)
        if name == "annotation-end" and (end := self._ends.pop(f"comment {value(element, 'name')}", None)):
            parts.append(end)

    def _spaces(self, element: Element, parts: list[str]) -> None:
        count = value(element, "c") or "1"
        parts.append(" " * (min(int(count), _MOST_REPEATED) if count.isdecimal() else 1))

    def _span(self, element: Element, parts: list[str]) -> None:
        """Take over what has a style of its own: a paragraph, a part of one, a link."""
        style = value(element, "style-name")
        if self._styles.is_hidden(style):
            self._left_out["hidden"] += 1
            return
        around, said = self._is_struck, self._styles.is_struck(style)
        self._is_struck = around if said is None else said
        self._inline(element, parts)
        self._is_struck = around

    def _hidden(self, element: Element, parts: list[str]) -> None:
        if value(element, "is-hidden") != "false":
            self._left_out["hidden"] += 1
        else:
            self._inline(element, parts)

    def _annotation(self, element: Element, parts: list[str]) -> None:
        self._left_out["comment"] += 1
        lines = ["".join(each.itertext()) for each in element.iter("p")]
        said = _said(element.find("creator"), element.find("date"), lines)
        before, after = self._transcript.begin("comment", said._replace(text=said.text.strip()))
        parts.append(before)
        name = value(element, "name")
        if name and f"comment {name}" not in self._ends:
            self._ends[f"comment {name}"] = after
        else:
            parts.append(after)

    def _deletion(self, element: Element, parts: list[str]) -> None:
        change = self._changes.get(value(element, "change-id") or "")
        if change is not None and change[0] == "deleted":
            self._left_out["revision"] += 1
            parts += self._transcript.begin(*change)

    def _insertion(self, element: Element, parts: list[str]) -> None:
        identifier = value(element, "change-id") or ""
        change = self._changes.get(identifier)
        if change is not None and change[0] == "inserted" and identifier not in self._ends:
            self._left_out["revision"] += 1
            before, self._ends[identifier] = self._transcript.begin(change[0], change[1]._replace(text=""))
            parts.append(before)

    def _ended(self, element: Element, parts: list[str]) -> None:
        parts.append(self._ends.pop(value(element, "change-id") or "", ""))


def _said(creator: Element | None, date: Element | None, lines: Sequence[str]) -> Said:
    """Put together who said what and when; the part of a second is left out."""
    author, when = ((each.text or "") if each is not None else "" for each in (creator, date))
    return Said(author, when.partition(".")[0], "\n".join(lines))
