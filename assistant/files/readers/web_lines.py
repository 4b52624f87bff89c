"""The lines of a web page as they come together."""

from __future__ import annotations

import re

from assistant.files.readers.list_numbers import Counting, Level, spaced
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript, is_blank, unmarked
from assistant.reading import Reading, Said

BLOCKS = frozenset(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "address", "section", "article", "header", "footer", "main", "aside", "nav", "body", "html", "center", "dl", "dt", "dd", "fieldset", "form", "figure", "figcaption", "hr", "details", "summary"])  # fmt: skip
_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])")
_DEEPEST = 100


class _Table:
    """A table that is open: what it interrupts, and what it holds so far."""

    def __init__(self, outside: list[str]) -> None:
        self.outside = outside
        self.rows: list[list[list[str]]] = []
        self.row: list[list[str]] = []
        self.in_cell = False


class Lines:
    """Gathers text into lines and hands them to the transcript."""

    def __init__(self) -> None:
        self.transcript = Transcript()
        self.left_out = self.transcript.left_out
        self.preformatted = False
        self._strikes = 0  # elements that are open and strike their text through
        self._parts: list[str] = []
        self._level = 0
        self._lists: list[tuple[dict[int, Level], Counting] | None] = []
        self._number = ""
        self._number_from: int | None = None
        self._tables: list[_Table] = []
        self._lines = self.transcript.lines
        self._has_text = False  # whether the line has anything but blanks

    def put(self, text: str) -> None:
        """Add text to the line; blanks at its start or after a blank are none."""
        if not self.preformatted and text.startswith(" ") and (not self._has_text or self._parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.transcript.took(len(text))
            self.transcript.strike(text, is_struck=self._strikes > 0)
            self._parts.append(text)
            self._has_text = True

    def line_break(self) -> None:
        self._parts.append("\n")
        self._has_text = self._has_text or bool(self._number)

    def _end_line(self) -> None:
        self.transcript.end_line()
        text = "".join(self._parts)
        self._parts, self._has_text = [], False
        if text.endswith("\n") and not self.preformatted:
            text = text[:-1]  # a break before the end of a block is not shown
        if is_blank(text) and not text:
            return
        if not is_blank(text):
            text, self._number = self._number + text, ""
            if self._level:
                self.transcript.headings.append((text, self._level))
        elif unmarked(text).strip(" \n") == "" and "\xa0" not in text and "\u3000" not in text and "\n" not in text:
            self._lines.append(text) if "\ufdd0" in text else None
            return
        self._lines.append(text)

    def begin_block(self, name: str, style: str) -> None:
        self._end_line()
        if name == "pre":
            self.preformatted = True
        outline = _OUTLINE.search(style)
        if name[0] == "h" and name[1:].isdigit():
            self._level = int(name[1:])
        elif name == "p":
            self._level = int(outline[1]) if outline else 0

    def end_block(self, name: str) -> None:
        self._end_line()
        if name == "pre":
            self.preformatted = False
        if name[0] in "hp":
            self._level = 0

    # lists

    def begin_list(self, *, ordered: bool, kind: str, start: str) -> None:
        self._end_line()
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        levels = {0: Level(start=first, kind=_KINDS.get(kind, "decimal"), pattern="%1.")}
        if len(self._lists) < _DEEPEST:
            self._lists.append((levels, Counting()) if ordered else None)

    def end_list(self) -> None:
        self._end_line()
        self._number = ""
        if self._lists:
            self._lists.pop()

    def item(self, value: str) -> None:
        self._end_line()
        self._number = ""
        if self._lists and (numbered := self._lists[-1]) is not None:
            levels, counting = numbered
            if value.isdecimal() and len(value) < 6:
                counting.set(0, int(value))
            self._number = counting.next(levels, 0)

    def begin_number(self) -> None:
        """Begin the number that Word writes into a page."""
        self._number_from = len(self._parts)

    def end_number(self) -> None:
        """Take it as the number of its paragraph; bullets are none."""
        if self._number_from is None:
            return
        number = "".join(self._parts[self._number_from :]).replace("\xa0", " ").strip()
        del self._parts[self._number_from :]
        self._number_from = None
        if re.search(r"[0-9A-Za-z一-龥①-⒛㈠-㈩Ⅰ-Ⅻ]", number) and not re.fullmatch("[lnuvwØoqp§]", number):
            self._parts.append(spaced(number))

    # tables

    def begin_table(self) -> None:
        self._end_line()
        if len(self._tables) < _DEEPEST:
            self._tables.append(_Table(self._lines))
            self._lines = []

    def begin_row(self) -> None:
        self.end_row()

    def begin_cell(self) -> None:
        self.end_cell()
        if self._tables:
            self._tables[-1].in_cell = True

    def end_cell(self) -> None:
        self._end_line()
        if self._tables and self._tables[-1].in_cell:
            self._tables[-1].row.append(self._lines)
            self._tables[-1].in_cell = False
            self._lines = []

    def end_row(self) -> None:
        self.end_cell()
        if self._tables and self._tables[-1].row:
            self._tables[-1].rows.append(self._tables[-1].row)
            self._tables[-1].row = []

    def end_table(self) -> None:
        self.end_row()
        if not self._tables:
            return
        table = self._tables.pop()
        lines, labels = rows(table.rows)
        self.left_out["table"] += bool(table.rows)
        self.transcript.headings += labels
        stray, self._lines = self._lines, table.outside
        self._lines += [*stray, *lines]

    # what is struck through, revisions

    def begin_strike(self) -> None:
        self._strikes += 1

    def end_strike(self) -> None:
        self._strikes = max(self._strikes - 1, 0)

    def revise(self, name: str, author: str, date: str) -> str:
        """Begin a tracked change and give the mark that ends it."""
        self.left_out["revision"] += 1
        author = author.removeprefix("mailto:")
        before, after = self.transcript.begin("inserted" if name == "ins" else "deleted", Said(author, date))
        self._parts.append(before)
        return f"{before}{after}"

    def end_revision(self, name: str, marks: str) -> None:
        before, after = marks[: len(marks) // 2], marks[len(marks) // 2 :]
        if name == "del" and before in self._parts:
            start = len(self._parts) - 1 - self._parts[::-1].index(before)
            self.transcript.fill(before, text="".join(self._parts[start + 1 :]))
            del self._parts[start + 1 :]
        self._parts.append(after)

    def reading(self) -> Reading:
        """End what is still open and give all."""
        while self._tables:
            self.end_table()
        self._end_line()
        return self.transcript.reading()
