"""A 整改清单 as a table: read from a file's sheets or from what was pasted, and written so that it is read again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from assistant.facts.last_year.earlier_material import Row
from assistant.patterns import compiled_later
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
_LONGEST_TITLE = 12  # characters
_KEPT = ("方面", "问题", "措施")
# Blanks and breaks that part nothing: in a time or after a mark, in a name of two characters.
_MIDST = compiled_later(
    r"(?<=[、，；])\s+|(?<=[0-9])\s+(?=[年月日])|(?<=年)\s+(?=[0-9]+\s*月)|(?<=月)\s+(?=[0-9]+\s*日|[底末初])"
)
_SPREAD = compiled_later(r"(?<!\S)(\w)[ \u3000]+(\w)(?!\S)")


class _Told(NamedTuple):
    """Something more that a list may tell, as a field of Row: its column where rows are kept, and the words that name it."""

    field: str
    kept: str
    named: str
    but: str


_TOLD = (
    # 完成情况, 整改措施落实情况, 整改进展, 办理结果
    _Told("done", "完成情况", "(?:完成|落实|整改|办理|推进|执行)(?:情况|结果|成效|效果)|进展|进度", "是否|责任|计划"),
    # 整改时限, 办结期限, 计划完成时间, 截止日期
    _Told("deadline", "完成时限", "时限|期限|(?:完成|整改|办结|办理|落实)(?:时间|日期)|截止|时间(?:要求|节点|安排)", "实际|是否|超期|剩余|责任"),
    # 责任部门, 牵头单位, 主办科室
    _Told("unit", "责任单位", "(?:责任|牵头|主办|承办|整改|落实)(?:单位|部门|科室|处室|股室|主体)", "人|领导|是否"),
    # 整改责任人, 责任单位（人）, 牵头领导, 承办人
    _Told("owner", "责任人", "责任.{0,4}人|负责人|(?:牵头|承办|整改|落实|包保|包抓)人|(?:责任|牵头|整改|包保|包抓|分管)领导", "是否"),
)  # fmt: skip


def of_table(table: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单: columns whose titles name the problem and the measures, and what Row holds of them.

    Others are passed over. The title row is the first that names both problem and measures; a problem cell left empty, as
    merged cells are read, goes on with the one above; a dash in it says that the measure is against no problem in particular. Gives nothing where no
    such row is found.
    """
    at: _Columns | None = None
    found: list[list[_Line]] = []  # for each problem the lines that tell of it
    for cells in table:
        texts = [usual(cell) for cell in cells]
        if at is None:
            at = _Columns.titled([solid(text) for text in texts])
            continue
        if at.problem >= len(texts) or len(texts) == 1:
            continue  # a note below the list; a row whose last cells are empty is shorter in Excel files
        line = at.line(texts)
        if line.problem in _NO_PROBLEM and line.measure:
            found.append([line._replace(problem="", group="" if line.group in _NO_PROBLEM else line.group)])
        elif found and (line.measure or any(line.told["done"])) and line.problem in ("", found[-1][0].problem):
            found[-1].append(line)
        elif line.problem:
            found.append([line])
    return tuple(map(_row, found))


class _Line(NamedTuple):
    """A row of a list as it is read; `told` is what the columns of each field of `_TOLD` say, "" what is left open."""

    problem: str
    measure: str
    group: str
    told: Mapping[str, Sequence[str]]


class _Columns(NamedTuple):
    """Where what is read stands in the rows of a list; several columns may tell one field of `_TOLD`."""

    problem: int
    measure: int
    group: int
    told: Mapping[str, Sequence[int]]

    @classmethod
    def titled(cls, titles: Sequence[str]) -> _Columns | None:
        """Know the columns by their titles; None where these do not name both problem and measures."""
        problem = next(_named(titles, _PROBLEM, but=_ABOUT_PROBLEM), -1)
        measure = next(_named(titles, _MEASURE, but=_ABOUT_MEASURE), -1)
        if problem < 0 or measure < 0:
            return None
        taken = {problem, measure}
        told: dict[str, list[int]] = {}
        for each in _TOLD:
            told[each.field] = [at for at in _named(titles, each.named, but=each.but) if at not in taken]
            taken.update(told[each.field])
        return cls(problem, measure, next(_named(titles, _GROUP), -1), told)

    def line(self, texts: Sequence[str]) -> _Line:
        def cell(at: int) -> str:
            return texts[at] if 0 <= at < len(texts) else ""

        problem, measure, group = (solid(cell(at)) for at in (self.problem, self.measure, self.group))
        told = {field: [_said(cell(at), field) for at in places] for field, places in self.told.items()}
        return _Line(problem, measure, group, told)


def _said(cell: str, field: str) -> str:
    """Give what a cell says, "" where that is nothing (—, 无).

    Names and times keep one blank where a break may part two of them; not where it is in the midst of one (2026年 3月底) or
    spreads a name (李　明).
    """
    words = solid(cell) if field == "done" else " ".join(_MIDST.sub("", _SPREAD.sub(r"\1\2", cell)).split())
    return "" if words in _NO_PROBLEM else words.rstrip("。；")


def _row(lines: Sequence[_Line]) -> Row:
    """Make a row of the lines that tell of one problem."""
    done = ""
    for each in lines:
        done = _joined((done, _joined(each.told["done"])))

    def beside_measures(field: str) -> str:
        told = [each.told[field] for each in lines if each.measure or any(each.told[field])]
        return _joined((_in_order(column) for column in zip(*told, strict=True)), "、")

    measures = tuple(each.measure for each in lines if each.measure)
    deadline, unit, owner = map(beside_measures, ("deadline", "unit", "owner"))
    return Row(lines[0].problem, measures, lines[0].group, done=done, deadline=deadline, unit=unit, owner=owner)


def _in_order(cells: Sequence[str]) -> str:
    """Put together what a column says beside several measures, as they stand; where one says nothing, what is told at all."""
    return "；".join(cells) if all(cells) and len(set(cells)) > 1 else _joined(cells)


def _joined(told: Iterable[str], mark: str = "；") -> str:
    """Put what several cells tell into one, each once; merged cells may be read as often as there are rows."""
    return mark.join(dict.fromkeys(filter(None, told)))


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
    """Say how much of a 整改清单 was read, 「读到3条，其中2条写有完成情况。」, so that what was not is missed at once."""
    counts = ((sum(bool(getattr(row, each.field)) for row in rows), each.kept) for each in _TOLD)
    told = "、".join(f"{count}条写有{kept}" for count, kept in counts if count)
    return f"读到{len(rows)}条" + (f"，其中{told}。" if told else "。")


def no_list(notes: Iterable[str]) -> str:
    """Say that no 整改清单 was found in a file, and what was not taken over from it: the list may be there."""
    return "".join((NO_LIST, *(f"{note}。" for note in notes)))


def listing(rows: Sequence[Row]) -> str:
    """Write rows as lines of a table that `of_pasted` reads again."""
    # Only what is told: else as lists were kept before there was this column, for by their text they are known
    told = [each for each in _TOLD if any(getattr(row, each.field) for row in rows)]
    lines = ["\t".join((*_KEPT, *(each.kept for each in told)))]
    for row in rows:
        for number, measure in enumerate(row.measures or ("",)):
            more = ("" if number else getattr(row, each.field) for each in told)
            lines.append("\t".join((row.group, row.problem or NO_PROBLEM, measure, *more)))
    return "\n".join(lines) + "\n"


def _named(titles: Sequence[str], named: str, but: str = "(?!)") -> Iterator[int]:
    """Yield the columns that are called so and not something about it."""
    for at, title in enumerate(titles):
        if len(title) <= _LONGEST_TITLE and re.search(named, title) and not re.search(but, title):
            yield at
