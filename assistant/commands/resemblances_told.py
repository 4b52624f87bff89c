"""How it is told which materials of a folder are alike: in lines, as JSON, as a sheet for Excel."""

from __future__ import annotations

from typing import Any

from assistant.commands.folder_rows import Folder
from assistant.commands.resemblances import Alike, Found, between_people
from assistant.files import naming
from assistant.files.writers.xlsx import Cell, Sheet
from assistant.language.punctuation import quoted

_QUOTED = 60  # characters of a run in the table
_RUNS = 3  # the longest, in the table
# Title and width of each column in a row, as they stand side by side
_COLUMNS = (
    ("材料", 36), ("与它相同的材料", 36), ("相同字数", 10), ("占较短一份的比例（固定表述不计）", 18), ("相同处数", 9), ("最长的相同文字", 90),
)  # fmt: skip
COLUMNS = tuple(
    title.partition("（")[0] for title, _ in _COLUMNS
)  # in the window, which says below what is not counted
SHEET = "相同的材料"
NONE_FOUND = "没有发现大段相同的材料。"
_EDGES = " \n\u3000，。、；：！？”’）》"  # of a run, left out where it is quoted


# Telling


def lines(found: Found) -> list[str]:
    """Say it for the eye."""
    found_lines: list[str] = []
    for each in found.alike:
        other = f"{_whose(each)}的 {naming.in_table(each.other)}" if each.last else naming.in_table(each.other)
        found_lines.append(
            f"{naming.in_table(each.file)} 与 {other}：相同{len(each.runs)}处{each.length}字，占较短一份的{round(each.share * 100)}%（固定表述不计）"
        )
        found_lines.append(f"  最长一处：{_quoted(each.runs[0])}")
    return [*found_lines, summary(found)]


def summary(found: Found) -> str:
    """Say in one sentence how many there are."""
    among = sum(not each.last for each in found.alike)
    former = len(found.alike) - among
    counts = [f"材料之间有大段相同的{among}对"] if among else []
    counts += [f"与去年的材料有大段相同的{former}对"] if former else []
    counts += [f"其中{own}对是与本人去年的材料相同"] if (own := sum(each.own for each in found.alike)) else []
    said = f"比较了{found.files}份：" + ("，".join(counts) + "。" if counts else NONE_FOUND)
    return said + (f"另有{len(found.unread)}份未能读取。" if found.unread else "")


def table(found: Found) -> dict[str, Any]:
    """Give it as JSON has it."""
    return {
        "files": found.files,
        "unread": [{"file": name, "problem": problem} for name, problem in found.unread],
        "pairs": [
            {
                "first": each.file,
                "second": each.other,
                "last": each.last,
                "own": each.own,
                "length": each.length,
                "share": each.share,
                "runs": [
                    {"text": text, "first": list(place[:2]), "second": list(place[2:])}
                    for text, place in zip(each.runs, each.places, strict=True)
                ],
            }
            for each in found.alike
        ],
    }


def cells(each: Alike) -> list[Cell]:
    """Give the cells of two that are alike, under COLUMNS."""
    return [
        naming.in_table(each.file),
        (f"{_whose(each)}：" if each.last else "") + naming.in_table(each.other),
        each.length,
        each.share,
        len(each.runs),
        "\n".join(map(_quoted, each.runs[:_RUNS])),
    ]


def _whose(each: Alike) -> str:
    return "本人去年" if each.own else "去年"


def sheet(found: Found) -> Sheet:
    """Give it as a sheet of a table."""
    rows = [cells(each) for each in found.alike]
    return Sheet(SHEET, _COLUMNS, rows or [[NONE_FOUND, *[None] * (len(_COLUMNS) - 1)]])


def sheets(found: Found | None, folder: Folder) -> list[Sheet]:
    """Give the sheet that goes with a folder's table; none where nothing was compared."""
    return [sheet(between_people(found, folder))] if found else []


def _quoted(text: str) -> str:
    whole = text.strip(_EDGES).replace("\n", " ")
    return quoted(f"{whole[:_QUOTED]}{'…' if len(whole) > _QUOTED else ''}")
