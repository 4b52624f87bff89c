"""A 整改清单 as a table: read from a file's sheets or from what was pasted, and written so that it is read again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from assistant.facts.last_year.earlier_material import Row
from assistant.text import solid, usual

NO_LIST = "没有认出整改清单。表里要有一行列名，其中有“问题”（或“意见”）和“措施”两列。"
NO_PROBLEM = "—"  # in a list: this measure is against no problem in particular
_NO_PROBLEM = frozenset({NO_PROBLEM, "－", "-", "/", "无"})
# By what words in its title a column is known: the problem, the measures, and what problems are grouped by.
_PROBLEM = "问题|意见"
_MEASURE = "措施|打算|办法"
_GROUP = "方面|类别|来源"
# Columns of lists that tell something about problems or measures: 问题来源, 问题类别, 措施落实情况.
_ABOUT_PROBLEM = "来源|类[别型]|分类|性质|编号|序号|个数|数量|提出|问题数|对象|整改意见|处理意见|审核意见"
_ABOUT_MEASURE = "落实|完成|进展|是否|成效|情况$"
# What was done: 完成情况, 整改措施落实情况, 整改进展, 办理结果.
_DONE = "(?:完成|落实|整改|办理|推进|执行)(?:情况|结果|成效|效果)|进展|进度"
_ABOUT_DONE = "是否|责任|计划"
_LONGEST_TITLE = 12  # characters
_KEPT = ("方面", "问题", "措施")
_KEPT_DONE = "完成情况"


def of_table(table: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单: columns whose titles name the problem and the measures, and what was done; others are passed over.

    The title row is the first that names both problem and measures; a problem cell left empty, as merged cells are read, goes
    on with the one above; a dash in it says that the measure is against no problem in particular. Gives nothing where no
    such row is found.
    """
    at: _Columns | None = None
    found: list[Row] = []
    for cells in table:
        texts = [usual(solid(cell)) for cell in cells]
        if at is None:
            at = _Columns.titled(texts)
            continue
        if at.problem >= len(texts) or len(texts) == 1:
            continue  # a note below the list; a row whose last cells are empty is shorter in Excel files
        row = at.row(texts)
        if row.problem in _NO_PROBLEM and row.measures:
            found.append(replace(row, problem="", group="" if row.group in _NO_PROBLEM else row.group))
        elif found and (row.measures or row.done) and row.problem in ("", found[-1].problem):
            above = found[-1]
            found[-1] = replace(above, measures=above.measures + row.measures, done=_joined((above.done, row.done)))
        elif row.problem:
            found.append(row)
    return tuple(found)


class _Columns(NamedTuple):
    """Where what is read stands in the rows of a list; several columns may tell what was done."""

    problem: int
    measure: int
    group: int
    done: tuple[int, ...]

    @classmethod
    def titled(cls, titles: Sequence[str]) -> _Columns | None:
        """Know the columns by their titles; None where these do not name both problem and measures."""
        problem = next(_named(titles, _PROBLEM, but=_ABOUT_PROBLEM), -1)
        measure = next(_named(titles, _MEASURE, but=_ABOUT_MEASURE), -1)
        if problem < 0 or measure < 0:
            return None
        done = tuple(each for each in _named(titles, _DONE, but=_ABOUT_DONE) if each not in (problem, measure))
        return cls(problem, measure, next(_named(titles, _GROUP), -1), done)

    def row(self, texts: Sequence[str]) -> Row:
        def cell(at: int) -> str:
            return texts[at] if 0 <= at < len(texts) else ""

        measure, done = cell(self.measure), _joined(map(cell, self.done))
        return Row(cell(self.problem), (measure,) if measure else (), cell(self.group), done=done)


def _joined(done: Iterable[str]) -> str:
    """Put what several cells tell into one; merged cells may be read as often as there are rows."""
    told = [each.rstrip("。；") for each in done if each not in _NO_PROBLEM]
    return "；".join(dict.fromkeys(filter(None, told)))


def of_tables(tables: Iterable[Iterable[Sequence[str]]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单 that may stand in any of some tables: those of a file's sheets."""
    return tuple(row for table in tables for row in of_table(table))


def of_pasted(text: str) -> tuple[Row, ...]:
    """Read the rows of a 整改清单 copied from Excel, WPS or Word, with its row of titles; nothing where that is not found.

    Excel puts a cell of several lines in quotation marks; Word does not, so a line goes on with the row
    before until that has as many cells as the titles, and so does one that is no row itself.
    """
    if '"' in text:
        with suppress(csv.Error):
            quoted = tuple(csv.reader(io.StringIO(text), "excel-tab", strict=True))
            if found := of_table(quoted):
                return found
    joined: list[list[str]] = []
    width = 0
    for line in text.splitlines():
        cells = line.split("\t")
        if width and (len(joined[-1]) < width or len(cells) == 1):
            joined[-1] = [*joined[-1][:-1], joined[-1][-1] + cells[0], *cells[1:]]
            continue
        joined.append(cells)
        width = width or (len(cells) if of_table([cells, ["甲"] * len(cells)]) else 0)
    return of_table(joined)


def told(rows: Sequence[Row]) -> str:
    """Say how much of a 整改清单 was read, 「读到3条，其中2条写有完成情况。」, so that a row that was not is missed at once."""
    done = sum(bool(row.done) for row in rows)
    return f"读到{len(rows)}条" + (f"，其中{done}条写有完成情况。" if done else "。")


def listing(rows: Sequence[Row]) -> str:
    """Write rows as lines of a table that `of_pasted` reads again."""
    told = any(
        row.done for row in rows
    )  # else as lists were kept before there was this column: by their text they are known
    lines = ["\t".join((*_KEPT, *((_KEPT_DONE,) if told else ())))]
    for row in rows:
        for number, measure in enumerate(row.measures or ("",)):
            done = row.done if told and not number else ""
            lines.append("\t".join((row.group, row.problem or NO_PROBLEM, measure, *((done,) if told else ()))))
    return "\n".join(lines) + "\n"


def _named(titles: Sequence[str], named: str, but: str = "(?!)") -> Iterator[int]:
    """Yield the columns that are called so and not something about it."""
    for at, title in enumerate(titles):
        if len(title) <= _LONGEST_TITLE and re.search(named, title) and not re.search(but, title):
            yield at
