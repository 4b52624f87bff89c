"""The tables of a notice, as they come out of Word, Excel or Markdown: lines with tabs between their cells.

Above the rows may stand one line of heads, or two where the upper one joins several columns. A row whose number was put
before its name (「1.上年度整改情况」) stands under the head of the name.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.text import Span

_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_NO_HEAD = re.compile("[0-9]{3}|[0-9]月|[。；]|^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.、]?$")
_LONGEST_HEAD = 24  # characters
_OF_NUMBERS = re.compile("(?:序号|编号|号|NO|No|#)[.．]?$")
_NUMBER = re.compile("[0-9]{3}")
_DAY = re.compile("[0-9]月|20[0-9]{2}[-./][0-9]")
_NUMBERED = re.compile("[0-9]{1,2}\\.")
TOTAL = re.compile("合计|总计|共计|全文|总字数")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells in `flat`, empty ones too, and the head of each cell's column, "" where there is none.

    `group` is what stands in the first column of a row above that holds for this one too, "" where it has its own.
    """

    cells: tuple[Span, ...]
    heads: tuple[str, ...]
    group: str = ""

    @property
    def span(self) -> Span:
        return Span(self.cells[0].start, self.cells[-1].end)

    def cell_at(self, position: int) -> int:
        """Give the number of the cell that holds a place."""
        return max(bisect_right(self.cells, Span(position, sys.maxsize)) - 1, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `start` is where its heads begin, or its first row."""

    start: int
    rows: tuple[Row, ...]


class Tables:
    """The tables of a text, found once; rows are looked up by a place in it."""

    def __init__(self, flat: str) -> None:
        self.all = tuple(_table(flat, lines) for lines in _runs(flat))
        self._rows = [row for table in self.all for row in table.rows]
        self._starts = [row.span.start for row in self._rows]

    def row(self, position: int) -> Row | None:
        """Give the row that holds a place; None where it stands in no table, or in a table's heads."""
        n = bisect_right(self._starts, position) - 1
        return self._rows[n] if n >= 0 and position <= self._rows[n].span.end else None

    def start(self, position: int) -> int:
        """Give where the heads of a table begin whose first row holds a place, for any other place itself."""
        n = bisect_right(self.all, position, key=_first_row) - 1
        first = self.all[n].rows[0].span if n >= 0 and self.all[n].rows else None
        return self.all[n].start if first and first.start <= position <= first.end else position


def _first_row(table: Table) -> int:
    return table.rows[0].span.start if table.rows else table.start


def name_cell(flat: str, row: Row) -> int | None:
    """Give the number of the first cell with words, which names the row."""
    return next((n for n, cell in enumerate(row.cells) if _WORDS.search(flat, *cell)), None)


def _runs(flat: str) -> Iterator[list[Span]]:
    run: list[Span] = []
    start = 0
    for line in flat.split("\n"):
        if "\t" in line.strip("\t"):
            run.append(Span(start, start + len(line)))
        elif run:
            yield run
            run = []
        start += len(line) + 1
    if run:
        yield run


def _table(flat: str, lines: Sequence[Span]) -> Table:
    rows = [tuple(_cells(flat, line)) for line in lines]
    heads: list[str] = []
    count = 0
    for cells in rows[:2]:
        above = [cell.of(flat).strip() for cell in cells]
        if len(rows) < count + 2 or not _is_head(above) or (count and above[0]):
            break
        heads = _under(heads, above) if count else above
        count += 1
    found: list[Row] = []
    group, last = "", ""
    for cells in rows[count:]:
        moved = _moved(flat, cells, heads, last)
        joined = moved > 0 and not _NUMBERED.match(flat, cells[0].start)
        if not joined and cells[0].of(flat).strip():
            group = cells[0].of(flat).strip()
        within = joined or not cells[0].of(flat).strip()
        shown = tuple(heads[n + moved] if n + moved < len(heads) else "" for n in range(len(cells)))
        found.append(Row(cells, shown, group if within else ""))
        last = last if joined else _shape(flat, cells)
    return Table(lines[0].start, tuple(found))


def _cells(flat: str, line: Span) -> Iterator[Span]:
    start = line.start
    for cell in line.of(flat).split("\t"):
        yield Span(start, start + len(cell))
        start += len(cell) + 1


def _is_head(cells: Sequence[str]) -> bool:
    return all(len(cell) <= _LONGEST_HEAD and not _NO_HEAD.search(cell) for cell in cells)


def _under(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Put the upper of two heads before the lower; one that is left empty above goes on from its left."""
    joined: list[str] = []
    last = ""
    for n in range(max(len(upper), len(lower))):
        last = (upper[n] if n < len(upper) else "") or last
        joined.append(last + (lower[n] if n < len(lower) else ""))
    return joined


def _moved(flat: str, cells: Sequence[Span], heads: Sequence[str], last: str) -> int:
    """Tell how many columns a row begins further right: blanks at the edge of a line are not kept.

    It lacks the cell of its number, which was put before its name, or of what a total counts, or the one that it shares
    with the row above.
    """
    if heads and _OF_NUMBERS.search(heads[0]) and _NUMBERED.match(flat, cells[0].start):
        return 1
    if TOTAL.search(flat, *cells[0]) and len(cells) < len(heads):
        return len(heads) - len(cells)
    shape = _shape(flat, cells)
    return len(last) - len(shape) if len(shape) > 1 and last.endswith(shape) and not last.startswith(shape) else 0


def _shape(flat: str, cells: Sequence[Span]) -> str:
    """Tell the cells of a row with a number, and those with a day, from those without."""
    return "".join("d" if _DAY.search(flat, *cell) else "9" if _NUMBER.search(flat, *cell) else "x" for cell in cells)
