"""Tables of a binary Word file: paragraphs whose ends close cells and rows ([MS-DOC] 2.4.3)."""

from __future__ import annotations

from assistant.files.readers import word_binary as binary
from assistant.files.readers.table_rows import rows
from assistant.files.readers.transcript import Transcript
from assistant.files.readers.word_binary_runs import Orders, is_on

# The orders by their numbers ([MS-DOC] 2.6.2).
_IN_TABLE, _ROW_END, _NESTING, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C


class Table:
    """The rows of the table that is being gone through."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._rows: list[list[list[str]]] = []
        self._cells: list[list[str]] = []
        self._inner: list[str] = []
        self.lines: list[str] = []

    @property
    def is_open(self) -> bool:
        return bool(self._rows or self._cells or self.lines)

    def takes(self, orders: Orders, end: str) -> bool:
        """Tell whether a paragraph belongs to a table."""
        return end == "\x07" or is_on(orders.get(_IN_TABLE)) or binary.i32(orders.get(_NESTING, b""), 0) > 0

    def ends_row(self, orders: Orders) -> bool:
        """Tell the mark of a row's end, which has no text, from that of a cell's."""
        return is_on(orders.get(_ROW_END)) or is_on(orders.get(_INNER_ROW_END))

    def mark(self, orders: Orders, end: str) -> None:
        """Close the cell or row that a paragraph's end closes."""
        if is_on(orders.get(_INNER_ROW_END)):
            self.lines.append("\t".join(self._inner))
            self._inner = []
        elif is_on(orders.get(_INNER_CELL)):
            self._inner.append(self.lines.pop() if self.lines else "")
        elif end == "\x07" and is_on(orders.get(_ROW_END)):
            self._rows.append(self._cells)
            self._cells, self.lines = [], []
        elif end == "\x07":
            self._cells.append(self.lines)
            self.lines = []

    def close(self) -> list[str]:
        """Give the lines of the table and begin anew."""
        if self.lines:
            self._cells.append(self.lines)
        if self._cells:
            self._rows.append(self._cells)
        lines, labels = rows(self._rows)
        self._transcript.left_out["table"] += 1
        self._transcript.headings += labels
        self._rows, self._cells, self._inner, self.lines = [], [], [], []
        return lines
