"""The command `batch`: all materials of a folder, into one table."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import options as options_of
from assistant.files.disk import Unwritable
from assistant.finding import Severity

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    told = "检查一个文件夹里的全部材料，结果写成一张Excel表"
    command = commands.add_parser("batch", help=told, description=told)
    command.add_argument("folder", type=Path, metavar="FOLDER")
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.xlsx")
    options_of.add_template_and_stage(command)
    command.add_argument("--slips", action="store_true", help="也查输入时选错的同音字，每万字约多用1秒")


def run(options: argparse.Namespace) -> int:
    """Check a folder, tell the progress on stderr, and write the table."""
    from assistant.commands import folder_check, resemblances  # the other commands need no processes

    out: Path = options.out
    if out.suffix.lower() != ".xlsx":
        raise Unwritable(f"结果写成Excel表，文件名须以 .xlsx 结尾，不能是“{out.name}”。")
    templates = options_of.templates(options)
    files = folder_check.files_in(options.folder)
    outcomes: list[folder_check.Outcome] = []
    try:
        for outcome in folder_check.run(options.folder, files, templates, options.stage, with_slips=options.slips):
            outcomes.append(outcome)
            print(f"{len(outcomes)}/{len(files)} {outcome.file}：{outcome.told}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"查到第{len(outcomes)}份时停下，没有保存结果。", file=sys.stderr)
        return 2
    alike = resemblances.find(options.folder, files, wanted=templates)
    folder_check.save(outcomes, out, [resemblances.sheet(alike)])
    print(f"{folder_check.summary(outcomes)}；结果已存为{os.fspath(out)}")
    if any(outcome.problem for outcome in outcomes):
        return 2
    return 1 if any(outcome.count(Severity.ERROR) for outcome in outcomes) else 0
