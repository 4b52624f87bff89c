"""The paragraphs of a binary Word file, put in order, with the marks of revisions and comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from assistant.files.readers import word_binary as binary
from assistant.files.readers import word_binary_runs as binary_runs
from assistant.files.readers.doc_character_marks import (
    CODE,
    DELETED,
    HIDDEN,
    SPECIAL,
    STRUCK,
    UNSTRUCK,
    Change,
    CharacterMarks,
)
from assistant.files.readers.doc_comments import comments
from assistant.files.readers.doc_tables import Table
from assistant.files.readers.doc_text import Text
from assistant.files.readers.transcript import Transcript, is_blank
from assistant.files.readers.word_binary import Header
from assistant.files.readers.word_binary_lists import OUTLINE, PICKS_LEVEL, PICKS_LIST, Lists, Styles
from assistant.files.readers.word_binary_runs import Orders, Piece
from assistant.reading import Reading, Said

# The orders by their numbers ([MS-DOC] 2.6.2).
_DROP_CAP, _OLD_LIST, _OLD_LEVEL = 0x442C, 0xC63E, 0x250D
_ENDS = re.compile("[\r\x07\x0c\x0e]")
_COUNTED = {"\x01": "drawing", "\x02": "footnote", "\x08": "drawing"}
_PLAIN = str.maketrans(
    {
        "\x1e": "-",
        "\x1f": None,
        "\x0b": "\n",
        "\xa0": " ",
        **dict.fromkeys("\x01\x02\x03\x04\x05\x06\x08\x13\x14\x15", None),
    }
)


class Document:
    """A document whose streams have been read."""

    def __init__(self, header: Header, document: bytes, table: bytes, data: bytes) -> None:
        self._header = header
        self._table = table
        self._pieces = binary_runs.pieces(header, table, len(document))
        self._text = Text(header, document, table, self._pieces)
        self._runs = binary_runs.character_runs(header, document, table)
        self._paragraphs = binary_runs.paragraph_runs(header, document, table, data)
        self._paragraph_starts = [run.start for run in self._paragraphs]
        self._piece_starts = [piece.start for piece in self._pieces]
        self._styles = Styles(header, table)
        self._lists = Lists(header, table)
        self._transcript = Transcript()
        authors = binary.strings(table, header.place("revision_authors"))
        self._characters = CharacterMarks(self._text, self._styles, authors, self._transcript.left_out)
        self._marks: dict[int, str] = {}  # marks of revisions and comments, by the character they stand before
        self._mark_places: list[int] = []
        self._merged: dict[int, Orders] = {}

    def reading(self) -> Reading:
        """Go through the document and give what it says."""
        self._characters.note(self._pieces, self._runs)
        self._characters.hide_codes()
        self._mark_changes()
        for comment in comments(self._header, self._table, self._text):
            before, after = self._transcript.begin("comment", comment.said)
            self._marks[comment.start] = self._marks.get(comment.start, "") + before
            self._marks[comment.end] = after + self._marks.get(comment.end, "")
        self._mark_places = sorted(self._marks)
        self._transcript.lines = self._story("text", self._boxes())
        start = self._header.start_of("headers")
        self._transcript.header(self._text.plain(start, start + self._header.stories["headers"]))
        left_out = self._transcript.left_out
        left_out["numbering"] += self._lists.uncertain
        start, length = self._header.start_of("text"), self._header.stories["text"]
        shown = self._text.raw[start : start + length]
        for sign, label in _COUNTED.items():
            left_out[label] += shown.count(sign)
        return self._transcript.reading()

    def _mark_changes(self) -> None:
        """Put marks where revisions begin and end; neighbours by one hand at one time are one revision."""
        merged: list[Change] = []
        for change in sorted(self._characters.changes, key=lambda each: (each.kind, each.start)):
            last = merged[-1] if merged else None
            if last and last.end >= change.start and last[2:] == change[2:]:
                merged[-1] = last._replace(end=max(last.end, change.end))
            else:
                merged.append(change)
        main = self._header.stories["text"]
        for change in sorted(merged):
            if change.start >= main:
                continue
            self._transcript.left_out["revision"] += 1
            text = self._text.plain(change.start, change.end).replace("\r", "\n").translate(_PLAIN)
            before, after = self._transcript.begin(change.kind, Said(change.author, change.date, text))
            if change.kind == "deleted":
                self._marks[change.start] = self._marks.get(change.start, "") + before + after
            else:
                self._marks[change.start] = self._marks.get(change.start, "") + before
                self._marks[change.end] = after + self._marks.get(change.end, "")

    # paragraphs

    def _boxes(self) -> list[tuple[int, list[str]]]:
        """Give the lines of each text box and the position in the text that it is anchored at."""
        header = self._header
        bounds, entries = binary.plc(self._table, header.place("box_texts"), 22)
        anchors, shapes = binary.plc(self._table, header.place("shapes"), 26)
        anchored = {binary.i32(shape, 0): anchors[at] for at, shape in enumerate(shapes)}
        first = header.start_of("boxes")
        found: list[tuple[int, list[str]]] = []
        for at, entry in enumerate(entries):
            start, end = first + bounds[at], first + bounds[at + 1]
            if 0 <= bounds[at] < bounds[at + 1] and bounds[at + 1] <= header.stories["boxes"]:
                lines = self._lines(start, end, [])
                if any(not is_blank(line) for line in lines):
                    found.append((anchored.get(binary.i32(entry, 14), header.stories["text"]), lines))
        return sorted(found)

    def _story(self, name: str, boxes: list[tuple[int, list[str]]]) -> list[str]:
        start = self._header.start_of(name)
        lines = self._lines(start, start + self._header.stories[name], boxes)
        for _, box in boxes:
            lines += box
        while lines and is_blank(lines[-1]):
            lines.pop()
        return lines

    def _lines(self, start: int, end: int, boxes: list[tuple[int, list[str]]]) -> list[str]:
        """Go through the paragraphs of a stretch of the text; text boxes anchored in one follow it."""
        lines: list[str] = []
        table = Table(self._transcript)
        carried = ""
        cap = False
        at = start
        while at < min(end, len(self._text.raw)):
            match = _ENDS.search(self._text.raw, at, end)
            stop = match.start() if match else end
            if match and match[0] in "\x0c\x0e" and self._text.raw.startswith("\r", stop + 1, end):
                match, stop = _ENDS.match(self._text.raw, stop + 1), stop + 1  # a page ends with the paragraph
            orders, style = self._properties(stop if match else max(stop - 1, at))
            text = carried + self._shown(at, stop, strikes=self._characters.strikes(style)).strip("\f")
            carried = ""
            if "\n" in text and self._styles.is_own_title(style):
                text = text.replace("\n", "")
            last = at = stop + 1
            if match and match[0] in "\r\x07" and self._characters.flags[stop] & (DELETED | CODE):
                carried = text  # the paragraph's end was deleted: it runs on into the next
                continue
            if cap and lines:
                text, cap = lines.pop() + text, False
            text += self._marks.pop(stop, "")
            text = self._numbered(text, orders, style)
            into = table.lines if table.takes(orders, match[0] if match else "") else lines
            if into is lines and table.is_open:
                lines += table.close()
            if not (match and match[0] in "\x0c\x0e" and is_blank(text)) and not table.ends_row(orders):
                into.append(text)
                cap = bool(orders.get(_DROP_CAP, b"\0")[0:1].strip(b"\0")) and len(text) <= 3
            table.mark(orders, match[0] if match else "")
            while boxes and boxes[0][0] < last:
                into += boxes.pop(0)[1]
        if table.is_open:
            lines += table.close()
        return [*lines, carried] if carried else lines

    def _properties(self, cp: int) -> tuple[Orders, int]:
        """Give the paragraph properties at the end of a paragraph, and its style."""
        at = bisect_right(self._piece_starts, cp) - 1
        piece: Piece | None = self._pieces[at] if at >= 0 and cp < self._pieces[at].end else None
        if piece is None:
            return {}, 0
        run = binary_runs.covering(
            self._paragraphs, self._paragraph_starts, piece.at + (cp - piece.start) * piece.width
        )
        if run is None:
            return piece.orders, 0
        key = id(run.orders) ^ run.style << 48
        if key not in self._merged:
            self._merged[key] = {**self._styles.paragraph(run.style), **run.orders}
        own = self._merged[key]
        return ({**own, **piece.orders} if piece.orders else own), run.style

    def _numbered(self, text: str, orders: Orders, style: int) -> str:
        if is_blank(text):
            return text
        number = self._lists.next(orders) if PICKS_LIST in orders or PICKS_LEVEL in orders else ""
        if not number and (_OLD_LIST in orders or orders.get(_OLD_LEVEL, b"\0") > b"\0") and PICKS_LIST not in orders:
            self._transcript.left_out["numbering"] += 1
        text = number + text
        own = orders.get(OUTLINE, b"\x09")[:1]
        level = own[0] + 1 if own and own[0] < 9 else self._styles.heading(style)
        if 0 < level < 10:
            self._transcript.headings.append((text, level))
        return text

    def _shown(self, start: int, end: int, *, strikes: bool) -> str:
        """Give a paragraph's text as a reader sees it, with its marks of revisions and comments; its style may strike it through."""
        self._transcript.end_line()
        place = bisect_left(self._mark_places, start)
        marked = place < len(self._mark_places) and self._mark_places[place] < end
        if not (marked or strikes or any(self._characters.flags[start:end])):
            return self._text.plain(start, end).translate(_PLAIN)
        flags, symbols = self._characters.flags, self._characters.symbols
        parts: list[str] = []
        at = start
        while at < end:
            flag = flags[at]
            last = at + 1
            while last < end and flags[last] == flag and last not in self._marks and last not in symbols:
                last += 1
            parts.append(self._marks.pop(at, ""))
            if flag & HIDDEN and not flag & CODE:
                self._transcript.left_out["hidden"] += 1
            elif not flag & (DELETED | CODE):
                is_symbol = flag & SPECIAL and at in symbols
                text = symbols[at] if is_symbol else self._text.plain(at, last).translate(_PLAIN)
                parts.append(text)
                self._transcript.strike(text, is_struck=bool(flag & STRUCK or (strikes and not flag & UNSTRUCK)))
            at = last
        return "".join(parts)
