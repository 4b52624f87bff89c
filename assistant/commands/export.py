"""The command `export`: a file as Word in official layout."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.reading_notes import tell
from assistant.files import disk, layouts, opening, template_shelf
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "把一份材料导出为Word"
    command = commands.add_parser("export", help=summary, description=summary)
    command.add_argument("file", type=Path, metavar="FILE", help="要导出的材料")
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.docx", help="存为这个Word文件")
    kept = "版式：gb9704（国家标准）或 fixed28（固定值28磅）；不写时按本次要求写明的，没有写明的用 gb9704"
    command.add_argument("--layout", metavar="ID", help=kept)


def run(options: argparse.Namespace) -> int:
    """Write the Word file, in the layout named or else in the one that the template asks for."""
    from assistant.files.writers import docx

    _refuse_to_replace(options.out, options.file)
    opened = opening.open_file(options.file, guessing=False)
    tell(options.file, opened.reading.notes)
    if not opened.reading.text.strip():
        raise Unreadable("文件里没有读到文字，没有导出。请打开原文件，查看内容是否在图片或文本框里。")
    layout = layouts.wanted(template_shelf.chosen(opened.template), options.layout)
    decisions = opened.decisions
    data = docx.write(opened.reading.text, layout, author=decisions.profile.name, headings=decisions.headings)
    disk.replace_file(options.out, data)
    return 0


def _refuse_to_replace(out: Path, source: Path) -> None:
    """Raise Unwritable unless only a Word file, and not the one that is read, would be replaced."""
    if out.suffix.lower() != ".docx":
        raise Unwritable(f"导出的是Word，文件名须以 .docx 结尾，不能是“{out.name}”。")
    if not out.exists():
        return
    if source.exists() and out.samefile(source):
        raise Unwritable("导出的文件与原文件同名，程序不覆盖原文件。请换一个文件名。")
    if out.is_dir() or (out.stat().st_size and not zipfile.is_zipfile(out)):
        raise Unwritable(f"已有的“{out.name}”不是Word文件，程序不覆盖。请换一个文件名。")
