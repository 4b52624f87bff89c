"""The command `new`: an empty material by a template."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.decisions import AT_THE_BEGINNING
from assistant.facts import insertion
from assistant.files import disk, draft, kinds, template_shelf
from assistant.files.disk import Unwritable
from assistant.files.draft import Draft

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    told = "按要求新建一份空白材料"
    command = commands.add_parser("new", help=told, description=told)
    command.add_argument("--template", required=True, metavar="ID")
    command.add_argument("--year", type=int, metavar="YEAR", help="通用提纲用于哪个年度")
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Write it, as draft, Word or text by the suffix named."""
    entry = template_shelf.named(options.template)[0]
    template, choice = entry.load(), entry.choice(options.year)
    if options.year:
        template = template_shelf.for_year(template, options.year)
    if options.out.exists():
        raise Unwritable(f"「{options.out.name}」已经存在，不会被覆盖。请换一个文件名。")
    text = insertion.fresh(template)
    suffix = options.out.suffix.lower()
    if suffix == ".docx":
        from assistant.files.writers import docx

        data = docx.write(text, template_shelf.layout_for(template))
    elif suffix in (".txt", ".md"):
        data = text.encode("utf-8")
    elif suffix == kinds.DRAFT_SUFFIX:
        data = draft.encode(Draft(text, choice, AT_THE_BEGINNING))
    else:
        raise Unwritable(f"不认识的文件类型「{options.out.suffix}」，请用 .duizhao、.docx、.txt 或 .md。")
    disk.replace_file(options.out, data)
    return 0
