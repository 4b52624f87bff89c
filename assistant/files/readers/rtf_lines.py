"""The lines of a file of rich text as they come together: paragraphs, cells, rows, boxes, revisions, comments."""

from __future__ import annotations

import re

from assistant.files.readers.list_numbers import spaced
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript, is_blank
from assistant.reading import Reading, Revised, Said

_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLETS = frozenset("•·⁃●○■□◆◇▪▫➢➤✓√-–—*oOuvlnØ§Ø\uf0b7\uf0a7\uf06c\uf06e\uf0d8\uf076\uf0fc")


class Lines:
    """Gathers text into lines and hands them to the transcript."""

    def __init__(self, headings: dict[int, int], own_titles: frozenset[int]) -> None:
        self.transcript = Transcript()
        self.left_out = self.transcript.left_out
        self._headings = headings
        self._own_titles = own_titles
        self._parts: list[str] = []
        self._number = ""
        self._level = 0
        self._style = 0
        self._in_table = False
        self._list = 0
        self._cell: list[str] = []
        self._cells: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        self._inner: list[str] = []
        self._boxes: list[str] = []
        self._outside: list[tuple[list[str], str, bool]] = []  # what a text box interrupts
        self._revision: tuple[Revised, str, str] | None = None
        self._revision_end = ""
        self._deleted: list[str] = []
        self._comments: dict[str, tuple[str, str]] = {}

    # characters

    def put(self, text: str) -> None:
        """Add text to the line."""
        if self._revision is not None:
            self._end_revision()
        self.transcript.took(len(text))
        self._parts.append(text)

    def revised(self, kind: Revised, author: str, date: str, text: str) -> None:
        """Add text of a tracked change; neighbours by one hand at one time are one change."""
        self.transcript.took(len(text))
        if self._revision != (kind, author, date):
            self._end_revision()
            self._revision = kind, author, date
            self.left_out["revision"] += 1
            if kind == "inserted":
                before, self._revision_end = self.transcript.begin(kind, Said(author, date))
                self._parts.append(before)
        (self._deleted if kind == "deleted" else self._parts).append(text)

    def _end_revision(self) -> None:
        if self._revision is not None and self._revision[0] == "deleted":
            kind, author, date = self._revision
            self._parts += self.transcript.begin(kind, Said(author, date, "".join(self._deleted)))
            self._deleted = []
        self._parts.append(self._revision_end)
        self._revision, self._revision_end = None, ""

    def number(self, text: str) -> None:
        """Take the number that a list draws before the line; bullets are none."""
        text = text.strip()
        self._number = "" if text in _BULLETS or not text else spaced(text)
        self._list = 0

    # paragraphs

    def plain_paragraph(self) -> None:
        self._level = self._style = self._list = 0
        self._in_table = False

    def in_table(self) -> None:
        self._in_table = True

    def in_list(self, number: int) -> None:
        self._list = number

    def outline(self, level: int | None) -> None:
        self._level = level + 1 if level is not None and 0 <= level < 9 else 0

    def style(self, number: int | None) -> None:
        self._style = number or 0

    def _line(self) -> str:
        self._end_revision()
        self.transcript.end_line()
        text = "".join(self._parts).strip("\f")
        if _SURROGATE.search(text):  # characters beyond the basic plane come in two halves
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._parts = []
        if self._style in self._own_titles:
            text = text.replace("\n", "")
        if not is_blank(text):
            text = self._number + text
            level = self._level or self._headings.get(self._style, 0)
            if level:
                self.transcript.headings.append((text, level))
        self._number = ""
        return text

    def paragraph(self) -> None:
        """End a paragraph."""
        text = self._line()
        if self._outside:
            self._boxes.append(text)
            return
        if self._in_table:
            self._cell.append(text)
        else:
            self._end_table()
            self.transcript.lines.append(text)
            self.transcript.lines += self._boxes
            self._boxes = []

    # tables

    def cell(self) -> None:
        text = self._line()
        if not is_blank(text) or not self._cell:
            self._cell.append(text)
        self._cell += self._boxes
        self._boxes = []
        self._cells.append(self._cell)
        self._cell = []

    def row(self) -> None:
        if self._cells:
            self._rows.append(self._cells)
        self._cells = []

    def inner_cell(self) -> None:
        self._inner.append(self._line())

    def inner_row(self) -> None:
        self._cell.append("\t".join(self._inner))
        self._inner = []

    def _end_table(self) -> None:
        self.row()
        if not self._rows:
            return
        self.left_out["table"] += 1
        lines, labels = rows(self._rows)
        self.transcript.lines += lines
        self.transcript.headings += labels
        self._rows = []

    # boxes

    def begin_box(self) -> None:
        """Put aside the line that a text box interrupts."""
        self._end_revision()
        self._outside.append((self._parts, self._number, self._in_table))
        self._parts, self._number = [], ""

    def end_box(self) -> None:
        """Go on with the line that the text box interrupted."""
        text = self._line()
        if not is_blank(text):
            self._boxes.append(text)
        if self._outside:
            self._parts, self._number, self._in_table = self._outside.pop()

    # comments

    def comment_starts(self, identifier: str) -> None:
        marks = self.transcript.begin("comment")
        self._comments[identifier.strip()] = marks
        self.put(marks[0])

    def comment_ends(self, identifier: str) -> None:
        if marks := self._comments.get(identifier.strip()):
            self._end_revision()
            self._parts.append(marks[1])

    def comment(self, about: dict[str, str], text: str) -> None:
        """Note what a comment says, at the stretch that it names or here."""
        self.left_out["comment"] += 1
        marks = self._comments.pop(about.get("atnref", "").strip(), None)
        if marks is None:
            marks = self.transcript.begin("comment")
            self._end_revision()
            self._parts += marks
        self.transcript.fill(marks[0], author=about.get("atnauthor", "").strip(), text=text.strip())

    def reading(self) -> Reading:
        """End what is still open and give all."""
        if self._parts or self._revision is not None:
            self.paragraph()
        if self._cell:
            self._cells.append(self._cell)
        self._end_table()
        self.transcript.lines += self._boxes
        return self.transcript.reading()
