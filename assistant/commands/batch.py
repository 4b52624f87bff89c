"""The command `batch`: all materials of a folder, into one table."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import options as options_of
from assistant.files.trouble import Unwritable
from assistant.finding import Severity
from assistant.reading import Unreadable

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only

    from assistant.facts.roll import Person


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "检查一个文件夹里的全部材料，结果写成一张Excel表"
    command = commands.add_parser("batch", help=summary, description=summary)
    command.add_argument("folder", type=Path, metavar="FOLDER", help="放材料的文件夹")
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.xlsx", help="结果存为这个Excel表")
    command.add_argument(
        "--roll", type=Path, metavar="ROLL", help="应交名单（txt、Word、Excel）；不写时用文件夹里的名单"
    )
    command.add_argument("--sheets", type=Path, metavar="DIR", help="每人写一份修改单（Word），存在这个文件夹里")
    options_of.add_template_and_stage(command)
    command.add_argument("--slips", action="store_true", help="同时检查输入时选错的同音字，每万字约多用1秒")


def run(options: argparse.Namespace) -> int:
    """Check a folder, tell the progress on stderr, and write the table."""
    from assistant.commands import (
        correction_sheet,
        folder_check,
        folder_outcome,
        folder_owners,
        folder_table,
        resemblances,
        resemblances_told,
    )

    out: Path = options.out
    if out.suffix.lower() != ".xlsx":
        raise Unwritable(f"结果写成Excel表，文件名须以 .xlsx 结尾，不能是“{out.name}”。")
    people = _listed(options.roll) if options.roll else ()
    templates = options_of.templates(options)
    files = folder_check.files_in(options.folder)
    outcomes: list[folder_outcome.Outcome] = []
    try:
        for outcome in folder_check.run(options.folder, files, templates, options.stage, with_slips=options.slips):
            outcomes.append(outcome)
            print(f"{len(outcomes)}/{len(files)} {outcome.called}：{outcome.told}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"检查到第{len(outcomes)}份时停止，没有保存结果。", file=sys.stderr)
        return 2
    folder_check.still_there(options.folder)
    people = people or folder_owners.people_of(options.folder, outcomes)
    folder = folder_owners.of(outcomes, people)
    alike = resemblances.find(options.folder, folder.files(options.folder), wanted=templates)
    folder = resemblances.noted(folder, alike)
    folder_table.save(folder, out, more=resemblances_told.sheets(alike, folder))
    missing = [row.person.name for row in folder.not_handed_in]
    lines = [folder.summary, *([f"未交的是{'、'.join(missing)}"] if missing else [])]
    if options.sheets:
        lines.append(
            f"修改单{correction_sheet.write_all(folder, options.sheets, templates)}份，存在{os.fspath(options.sheets)}"
        )
    print(f"{'；'.join(lines)}；结果已存为{os.fspath(out)}")
    if any(outcome.problem for outcome in outcomes):
        return 2
    return 1 if any(row.latest and row.latest.count(Severity.ERROR) for row in folder.rows) else 0


def _listed(given: Path) -> tuple[Person, ...]:
    """Read the list of people that was named. Raises Unreadable."""
    from assistant.commands import folder_no_materials
    from assistant.commands.reading_notes import tell
    from assistant.facts import roll

    try:
        people, notes = folder_no_materials.people_in(given)
    except Unreadable as error:
        raise Unreadable(f"{given}：{error}") from None
    if not people:
        raise Unreadable(f"{given}：{roll.no_roll(notes)}")
    tell(given, notes)
    return people
