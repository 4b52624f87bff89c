"""A 整改清单 as a table: read from a file's sheets or from what was pasted, and written so that it is read again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress

from assistant.facts.last_year.earlier_material import Row
from assistant.text import solid

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
_LONGEST_TITLE = 12  # characters
_KEPT = ("方面", "问题", "措施")


def of_table(table: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单: columns whose titles name the problem and the measures; others are passed over.

    The title row is the first that names both; a problem cell left empty, as merged cells are read, goes on with the one
    above; a dash in it says that the measure is against no problem in particular. Gives nothing where no such row is found.
    """
    problem_at = measure_at = group_at = -1
    found: list[Row] = []
    for cells in table:
        texts = [solid(cell) for cell in cells]
        if problem_at < 0 or measure_at < 0:
            problem_at = _column(texts, _PROBLEM, but=_ABOUT_PROBLEM)
            measure_at = _column(texts, _MEASURE, but=_ABOUT_MEASURE)
            group_at = _column(texts, _GROUP)
            continue
        if problem_at >= len(texts) or len(texts) == 1:
            continue  # a note below the list; a row whose last cells are empty is shorter in Excel files
        texts += [""] * (measure_at + 1 - len(texts))
        problem, measure = texts[problem_at], texts[measure_at]
        group = texts[group_at] if 0 <= group_at < len(texts) else ""
        measures = (measure,) if measure else ()
        if problem in _NO_PROBLEM and measures:
            found.append(Row("", measures, "" if group in _NO_PROBLEM else group))
        elif found and measures and problem in ("", found[-1].problem):
            found[-1] = Row(found[-1].problem, found[-1].measures + measures, found[-1].group)
        elif problem:
            found.append(Row(problem, measures, group))
    return tuple(found)


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


def listing(rows: Iterable[Row]) -> str:
    """Write rows as lines of a table that `of_pasted` reads again."""
    lines = ["\t".join(_KEPT)]
    for row in rows:
        lines += [f"{row.group}\t{row.problem or NO_PROBLEM}\t{each}" for each in row.measures or ("",)]
    return "\n".join(lines) + "\n"


def _column(titles: Sequence[str], named: str, but: str = "(?!)") -> int:
    """Give the first column that is called so and not something about it; -1 where none is."""
    called = (at for at, title in enumerate(titles) if re.search(named, title) and not re.search(but, title))
    return next((at for at in called if len(titles[at]) <= _LONGEST_TITLE), -1)
