"""The command `notice`: what a meeting's notice asks for, told with its sentences or kept as a template."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.reading_notes import tell
from assistant.files import disk, kinds, opening, own_shelf, shipped_shelf, template_shelf, trouble
from assistant.files.trouble import Unwritable

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "读一份会议通知，列出它要求的各项和依据的原句；用 -o 存为本次要求"
    reading = commands.add_parser("notice", help=summary, description=summary)
    reading.add_argument("file", type=Path, metavar="FILE", help="会议通知")
    reading.add_argument(
        "-o", dest="out", type=Path, metavar="T.toml", help="存为本次要求；通知里有几次会议的，依次各存一份"
    )
    reading.add_argument("--json", action="store_true", help="输出JSON")


def run(options: argparse.Namespace) -> int:
    """Read a notice; exit code 1 where it is none."""
    from assistant.templates import proposal  # no other command needs them, and they take long to load
    from assistant.templates.notice import notice, written_out

    reading = opening.read(options.file)
    tell(options.file, reading.notes)
    found = notice.read(reading.text)
    files = [
        proposal.propose(asked, shipped_shelf.every(), template_shelf.free_id(f"notice{number}"))
        for number, asked in enumerate(found.templates, 1)
    ]
    written: list[str] = []
    for number, file in enumerate(files if options.out else (), 1):
        out = options.out if number == 1 else options.out.with_stem(f"{options.out.stem}-{number}")
        if out.suffix.lower() not in (".toml", kinds.TEMPLATE_SUFFIX):
            raise Unwritable(f"本次要求文件的名称请以 .toml 或 {kinds.TEMPLATE_SUFFIX} 结尾。")
        if out.exists():
            raise trouble.is_there(out)
        disk.replace_file(out, own_shelf.source_of(file).encode("utf-8"))
        written.append(out.name)
    if options.json:
        unread = [{"about": each.value, "said": each.said, "start": each.span.start} for each in found.unread]
        asked_for = [written_out.as_table(each) for each in found.templates]
        print(
            json.dumps(
                {"asked": asked_for, "told": found.told, "unread": unread, "written": written}, ensure_ascii=False
            )
        )
    else:
        lines = (line for asked in found.templates for line in written_out.as_lines(asked))
        for each in (*found.told, *lines):
            print(each)
        for name in written:
            print(f"已存为“{name}”。")
    return 0 if files else 1
