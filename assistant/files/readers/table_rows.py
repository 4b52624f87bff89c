"""Tables as lines: a ledger stays rows, a form gives its labels and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.files.readers.transcript import is_blank, unmarked
from assistant.language.part_names import CAUSES, MEASURES

# What a form calls the parts of a material, beside the cell that holds them. A bare 不足 may be said of anything in it.
_PART = re.compile(
    rf"(?:[一二三四五六七八九十]+、)?[^，。；：\s]{{0,14}}(?:问题|{CAUSES}|{MEASURES}"
    "|剖析|分析|措施|打算|整改|承诺|落实情况|整改情况|存在不足|说明)[：:]?"
)
_SHORT = 16
_PIECE = 6  # characters of a label written down the page: 存／在／问／题, 原因／剖析


def rows(table: Iterable[Iterable[list[str]]]) -> tuple[list[str], list[tuple[str, int]]]:
    """Write a table as lines, and give those of its labels that head what stands beside them.

    A ledger (a row of short heads above rows of as many cells) stays rows, whatever a cell holds; in a form the label
    of a cell with several paragraphs, or of a part of the material, stands on a line of its own above them.
    """
    cells = [[[line for line in cell if not is_blank(line)] for cell in row] for row in table]
    ledger = _is_ledger(cells)
    lines: list[str] = []
    labels: list[tuple[str, int]] = []
    for row in cells:
        if not ledger and len(row) > 1:
            row[0] = _in_one_line(row[0])
        if ledger or (all(len(cell) <= 1 for cell in row) and len(row) > 1 and not _is_labelled(row)):
            lines.append("\t".join(_joined(cell) for cell in row))
            continue
        if len(row) > 1 and len(row[0]) == 1 and _PART.fullmatch(unmarked(row[0][0]).strip()):
            labels.append((row[0][0], 1))
        lines += [line for cell in row for line in cell] or [""]
    return lines, labels


def _in_one_line(label: list[str]) -> list[str]:
    """Put a label that is broken to fit a narrow cell into one line."""
    pieces = [piece.strip() for line in label for piece in line.split("\n") if piece.strip()]
    whole = "".join(pieces)
    broken = len(pieces) > 1 and all(len(unmarked(piece)) <= _PIECE for piece in pieces)
    return [whole] if broken and _PART.fullmatch(unmarked(whole)) else label


def _is_ledger(table: list[list[list[str]]]) -> bool:
    if len(table) < 2:
        return False
    head = table[0]
    filled = [cell for cell in head if cell]
    return (
        len(filled) >= 2
        and all(len(cell) <= 1 and len(unmarked(_joined(cell))) <= _SHORT for cell in head)
        and sum(len(row) == len(head) for row in table) * 2 > len(table)
        and (len(head) >= 3 or all(_PART.fullmatch(unmarked(_joined(cell)).strip()) for cell in head))
    )


def _is_labelled(row: list[list[str]]) -> bool:
    """Tell a label of a part with its one paragraph from two cells of a row."""
    if len(row) != 2 or not row[0] or not row[1]:
        return False
    return bool(_PART.fullmatch(unmarked(row[0][0]).strip())) and bool(re.search("[。；]|.{30}", row[1][0]))


def _joined(cell: list[str]) -> str:
    """Put the paragraphs of a cell on one line; a stop stands between two that have none."""
    joined = ""
    for line in (each.strip() for each in cell):
        if joined and unmarked(joined)[-1:] not in tuple("。；！？：，、;:,.!?…”）)"):
            joined += "；" if "\u3000" <= unmarked(joined)[-1:] <= "\u9fff" else " "
        joined += line
    return joined
