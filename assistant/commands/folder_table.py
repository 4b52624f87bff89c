"""The rows of a folder → an Excel file to be read and printed: who, what is missing, what to send back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.commands.folder_outcome import Line, Outcome
from assistant.commands.folder_rows import Folder, Handling, Row, Standing
from assistant.files import disk, naming
from assistant.finding import Severity

if TYPE_CHECKING:  # loaded when a table is written
    from assistant.files.writers.xlsx import Cell, Sheet

NOTHING_DECIDED: Mapping[int, Handling] = MappingProxyType({})


class Shown(Enum):
    """Where a column of the main table stands: paper is narrow, and some of its columns are two in the window."""

    EVERYWHERE = "everywhere"
    ON_PAPER = "on_paper"  # and in Excel
    IN_WINDOW = "in_window"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the main table (总表), all of it: Excel, the printed page and the window show what stands in COLUMNS."""

    title: str
    width: int  # characters in Excel, 0 where it is not there; the window gives each what its cells want
    cell: Callable[[Row, Handling], Cell]
    shown: Shown = Shown.EVERYWHERE
    gives_way: int = 0  # in a narrow window, where its cells stand in the name's tip: 1 goes first; 0 stays


def _read(row: Row) -> Outcome | None:
    return row.latest if row.latest and row.latest.is_read else None


def _standing_and_handling(row: Row, handling: Handling) -> str:
    return row.standing.label + ("" if handling is Handling.WAITING else f"（{handling.value}）")


def _whole_length(row: Row, _: Handling) -> int | None:
    return outcome.length if (outcome := _read(row)) else None


def _counts(row: Row, _: Handling) -> str:
    outcome = _read(row)
    return f"{outcome.count(Severity.ERROR)}／{outcome.count(Severity.ADVICE)}" if outcome else ""


NAME = Column("姓名", 10, lambda row, _: naming.in_table(row.person.name))
STANDING = Column("情况", 0, lambda row, _: row.standing.label, Shown.IN_WINDOW)
COUNTS = Column("必改／建议", 11, _counts)
TOLD = Column("缺什么、要改什么", 60, lambda row, _: row.told)
COLUMNS = (
    Column("序号", 6, lambda row, _: row.number, gives_way=4),
    Column("单位", 16, lambda row, _: naming.in_table(row.person.unit), gives_way=3),
    NAME,
    Column(
        "材料类别、职务", 18, lambda row, _: "，".join(filter(None, (row.subject, row.person.post))), Shown.ON_PAPER
    ),
    Column("材料类别", 0, lambda row, _: row.subject, Shown.IN_WINDOW, gives_way=2),
    Column("职务", 0, lambda row, _: row.person.post, Shown.IN_WINDOW, gives_way=1),
    Column("情况", 14, _standing_and_handling, Shown.ON_PAPER),
    STANDING,
    Column("收交情况", 0, lambda row, handling: handling.value if row.latest else "", Shown.IN_WINDOW),
    Column("字数", 8, _whole_length),
    COUNTS,
    TOLD,
)
ON_PAPER = tuple(column for column in COLUMNS if column.shown is not Shown.IN_WINDOW)
IN_WINDOW = tuple(column for column in COLUMNS if column.shown is not Shown.ON_PAPER)
# Title and width of each column in a row, as they stand side by side
_FINDINGS = (
    ("序号", 6), ("姓名", 10), ("程度", 7), ("所在部分", 26), ("原句开头", 24), ("看到什么", 34), ("为什么、怎么办", 40), ("依据", 24),
)  # fmt: skip
_LENGTHS = (
    ("序号", 6), ("姓名", 10), ("文件", 36), ("按哪份要求", 30), ("问题字数", 10), ("原因字数", 10), ("整改字数", 10), ("整改占比", 10),
)  # fmt: skip
_OTHERS = (("文件", 50), ("原因", 80))
_TONES = {
    Standing.MUST_MEND.label: "red",
    Standing.UNREADABLE.label: "red",
    Standing.NOT_HANDED_IN.label: "red",
    Standing.DOUBTFUL.label: "brown",
    Standing.NOTHING_MUST.label: "green",
    Severity.ERROR.label: "red",
    Severity.ADVICE.label: "brown",
    Severity.HINT.label: "gray",
}


def save(
    folder: Folder, path: Path, handled: Mapping[int, Handling] = NOTHING_DECIDED, more: Sequence[Sheet] = ()
) -> None:
    """Write the table; `handled` is what the person in charge decided, by the row's number. Raises Unwritable.

    `more` are sheets of others, which come last.
    """
    from assistant.files.writers import xlsx

    read = [row for row in folder.rows if row.latest and row.latest.is_read]
    widths = [(column.title, column.width) for column in ON_PAPER]
    sheets = [
        xlsx.Sheet("总表", widths, [cells(row, handled.get(row.number)) for row in folder.rows], _TONES),
        xlsx.Sheet("逐条", _FINDINGS, [each for row in read for each in _finding_rows(row)], _TONES),
        xlsx.Sheet("各部分字数", _LENGTHS, [each for row in read for each in _length_rows(row)]),
    ]
    if folder.others:
        sheets.append(xlsx.Sheet("其他文件", _OTHERS, [_other(each) for each in folder.others]))
    disk.replace_file(path, xlsx.write([*sheets, *more]))


def cells(row: Row, handling: Handling | None = None) -> list[Cell]:
    """Give the cells of a row under ON_PAPER."""
    return [column.cell(row, handling or Handling.WAITING) for column in ON_PAPER]


def _finding_rows(row: Row) -> Iterator[list[str | int]]:
    """Yield what was found, the gravest first, what repeats itself once."""
    assert row.latest
    order = list(Severity)
    counted = Counter(map(_alike, row.latest.findings))
    seen: set[tuple[str, str, str]] = set()
    for line in sorted(row.latest.findings, key=lambda each: order.index(each.severity)):
        if _alike(line) in seen:
            continue
        seen.add(_alike(line))
        count = counted[_alike(line)]
        message = line.message + (f"（同样的共{count}处）" if count > 1 else "")
        place: list[str | int] = [
            row.number,
            naming.in_table(row.person.name),
            line.severity.label,
            line.section,
            line.begins,
        ]
        yield [*place, message, line.advice, line.basis]


def _alike(line: Line) -> tuple[str, str, str]:
    return line.rule, line.message, line.advice


def _length_rows(row: Row) -> Iterator[list[str | int | float | None]]:
    for outcome in (*([row.latest] if row.latest else ()), *reversed(row.earlier)):
        is_guess = outcome.guessed and not outcome.asked.endswith("）")
        asked = f"{outcome.asked}（自动判断）" if is_guess else outcome.asked or "未能判断"
        share = outcome.measures / outcome.length if outcome.measures is not None and outcome.length else None
        lengths = [outcome.problems, outcome.causes, outcome.measures]
        yield [row.number, naming.in_table(row.person.name), naming.in_table(outcome.file), asked, *lengths, share]


def _other(outcome: Outcome) -> list[str]:
    return [naming.in_table(outcome.file), reason(outcome)]


def reason(outcome: Outcome) -> str:
    """Say why a file is in nobody's row."""
    remarks = "；".join(filter(None, (outcome.no_material, *outcome.remarks)))
    return outcome.problem or remarks or "不在名单里"
