"""The command `compare`: what became of one file in another, for the eye, for programs, or as tracked changes in Word."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands.reading_notes import tell
from assistant.files import disk, layouts, opening
from assistant.files.naming import shown_name
from assistant.files.trouble import Unwritable
from assistant.language.words import Words
from assistant.reading import Unreadable
from assistant.review import comparison
from assistant.review.comparison import Comparison, Kind, Row

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only

_SIGNS = {Kind.ADDED: "＋", Kind.REMOVED: "－", Kind.CHANGED: "～", Kind.MOVED: "↷"}


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = (
        "对照两份文件，列出改写、移动、增加、删去的段落；用 -o 存为带修订的Word。用 --all 比较一个文件夹里的全部材料"
    )
    command = commands.add_parser("compare", help=summary, description=summary)
    command.add_argument("file", type=Path, nargs="?", metavar="A", help="原来的一份")
    command.add_argument("other", type=Path, nargs="?", metavar="B", help="后来的一份")
    command.add_argument("--all", dest="folder", type=Path, metavar="FOLDER", help="查看一个文件夹里哪些材料大段相同")
    command.add_argument("--last", type=Path, metavar="FOLDER", help="与 --all 同用：也与去年的这个文件夹比较")
    command.add_argument(
        "-o", dest="out", type=Path, metavar="OUT", help="带修订的Word，可逐处接受或拒绝；与 --all 同用时是Excel表"
    )
    command.add_argument("--json", action="store_true", help="输出JSON")


def run(options: argparse.Namespace) -> int:
    """Compare; exit code 1 where the texts differ, or materials of a folder resemble each other."""
    if options.folder:
        return _compare_all(options)
    if not (options.file and options.other) or options.last:
        raise Unreadable("请写明两份文件，或用 --all 写明一个文件夹；--last 须与 --all 同用。")
    readings = [opening.open_file(path, guessing=False).reading for path in (options.file, options.other)]
    for path, reading in zip((options.file, options.other), readings, strict=True):
        tell(path, reading.notes)
    words = Words()
    words.load()
    found = comparison.compare(readings[0].text, readings[1].text, words.segment)
    if options.out:
        _write(found, options.out, options.file, options.other)
    if options.json:
        print(json.dumps(_table(found), ensure_ascii=False))
    else:
        _print(found)
        if options.out:
            print(f"已存为带修订的“{shown_name(options.out)}”。")
    return 0 if found.same else 1


def _compare_all(options: argparse.Namespace) -> int:
    """Hold all files of a folder against each other."""
    from assistant.commands import folder_check, resemblances, resemblances_told

    out: Path | None = options.out
    if options.file:
        raise Unreadable("用 --all 时，请不要再写单份的文件。")
    if out and out.suffix.lower() != ".xlsx":
        raise Unwritable(f"结果写成Excel表，文件名须以 .xlsx 结尾，不能是“{out.name}”。")
    found = resemblances.find(options.folder, folder_check.files_in(options.folder), options.last)
    for name, problem in found.unread:
        print(f"{name}：{problem}", file=sys.stderr)
    if out:
        from assistant.files.writers import xlsx

        disk.replace_file(out, xlsx.write([resemblances_told.sheet(found)]))
    if options.json:
        print(json.dumps(resemblances_told.table(found), ensure_ascii=False))
    else:
        print("\n".join(resemblances_told.lines(found)))
    return 2 if found.unread else 1 if found.alike else 0


def _write(found: Comparison, out: Path, *sources: Path) -> None:
    from assistant.files.writers import tracked

    if out.suffix.lower() != ".docx":
        raise Unwritable(f"带修订的是Word，文件名须以 .docx 结尾，不能是“{out.name}”。")
    if out.exists():
        same = any(source.exists() and out.samefile(source) for source in sources)
        why_not = "与原文件同名，程序不覆盖原文件" if same else "已经存在，程序不覆盖"
        raise Unwritable(f"“{out.name}”{why_not}。请换一个文件名。")
    now = datetime.datetime.now(datetime.timezone.utc)
    disk.replace_file(out, tracked.write(found, layouts.wanted(None), "", now))


def _print(found: Comparison) -> None:
    for section in found.sections():
        rows = [found.rows[number] for number in section.rows]
        differing = [row for row in rows if row.kind in _SIGNS]
        if not differing:
            continue
        print(section.heading or "（标题和前言）")
        for row in differing:
            moved = "（移来）" if row.kind is Kind.MOVED else ""
            print(f"  {_SIGNS[row.kind]}{moved}{_wording(row)}")
    counts = [sum(row.kind is kind for row in found.rows) for kind in _SIGNS]
    counted = "，".join(
        f"{what}{count}段" for what, count in zip(("增加", "删去", "改写", "移动"), counts, strict=True) if count
    )
    print(counted or "两份文字完全相同。")


def _wording(row: Row) -> str:
    """Write a paragraph with what went in [-…-] and what came in {+…+}, as far as it differs inside."""
    if row.kind in (Kind.ADDED, Kind.REMOVED):
        return "".join(piece.new or piece.old for piece in row.pieces)
    return "".join(
        piece.new
        if piece.same
        else (f"[-{piece.old}-]" if piece.old else "") + (f"{{+{piece.new}+}}" if piece.new else "")
        for piece in row.pieces
    )


def _table(found: Comparison) -> dict[str, Any]:
    return {
        "same": found.same,
        "rows": [
            {
                "kind": row.kind.value,
                "old": [row.old.start, row.old.end] if row.old else None,
                "new": [row.new.start, row.new.end] if row.new else None,
                "pieces": [[piece.old, piece.new] for piece in row.pieces],
                "partner": row.partner,
            }
            for row in found.rows
        ],
    }
