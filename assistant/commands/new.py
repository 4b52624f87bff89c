"""The command `new`: an empty material by a template; and how commands write a text that somebody begins with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import options as options_of
from assistant.decisions import AT_THE_BEGINNING, Decisions
from assistant.facts import insertion
from assistant.files import disk, draft, kinds, layouts, template_shelf, trouble
from assistant.files.draft import Draft, TemplateChoice
from assistant.files.trouble import Unwritable
from assistant.templates.template import Template

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "按要求新建一份空白材料"
    command = commands.add_parser("new", help=summary, description=summary)
    command.add_argument("--template", required=True, metavar="ID", help="按哪份要求（名称或文件）")
    options_of.add_new_material(command, "FILE", required=True)


def run(options: argparse.Namespace) -> int:
    """Write it."""
    entry = template_shelf.named(options.template)[0]
    template, choice = entry.load(), entry.choice(options.year)
    if options.year:
        template = template_shelf.for_year(template, options.year)
    write(options.out, insertion.fresh(template), template, choice)
    return 0


def write(
    out: Path, text: str, template: Template, choice: TemplateChoice, decisions: Decisions = AT_THE_BEGINNING
) -> None:
    """Write a text that somebody begins with, as draft, Word or text by the suffix named. Raises Unwritable."""
    if out.exists():
        raise trouble.is_there(out)
    suffix = out.suffix.lower()
    if suffix == ".docx":
        from assistant.files.writers import docx

        data = docx.write(text, layouts.wanted(template), headings=decisions.headings)
    elif suffix in (".txt", ".md"):
        data = text.encode("utf-8")
    elif suffix == kinds.DRAFT_SUFFIX:
        data = draft.encode(Draft(text, choice, decisions))
    else:
        raise Unwritable(f"不能存为“{out.suffix}”这类文件，请用 .duizhao、.docx、.txt 或 .md。")
    disk.replace_file(out, data)
