"""The command `report`: what was found in one material, as a page or a Word file for people."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import options as options_of
from assistant.commands.checking import check_file
from assistant.commands.reading_notes import tell
from assistant.files import disk
from assistant.files.trouble import Unwritable
from assistant.finding import Severity
from assistant.review import report

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "把一份材料的检查结果写成网页或Word报告"
    command = commands.add_parser("report", help=summary, description=summary)
    command.add_argument("file", type=Path, metavar="FILE", help="要检查的材料")
    command.add_argument(
        "-o", dest="out", type=Path, required=True, metavar="OUT", help="报告存为这个文件（.html或.docx）"
    )
    options_of.add_template_and_stage(command)


def run(options: argparse.Namespace) -> int:
    """Write the report of one material."""
    from assistant.files.writers import report as writer

    out: Path = options.out
    form = writer.form_of(out)
    if out.exists() and options.file.exists() and out.samefile(options.file):
        raise Unwritable("报告与原文件同名，程序不覆盖原文件。请换一个文件名。")
    checked = check_file(options.file, options_of.templates(options), options.stage, with_slips=True)
    tell(options.file, checked.notes)
    today = datetime.date.today()  # noqa: DTZ011  # the day where the reader sits
    disk.replace_file(out, form(report.of(checked.material, options.file.name, today, checked.notes)))
    return 1 if checked.material.count(Severity.ERROR) else 0
