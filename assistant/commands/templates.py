"""The command `templates`: all templates there are."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from assistant.files import template_shelf
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "列出全部要求"
    command = commands.add_parser("templates", help=summary, description=summary)
    command.add_argument("--json", action="store_true", help="输出JSON")


def run(options: argparse.Namespace) -> int:
    """List them."""
    entries = template_shelf.entries()
    if options.json:
        rows = [
            {"id": e.id, "year": e.year, "meeting": e.meeting.value, "subject": e.subject.value, "name": e.name}
            for e in entries
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for entry in entries:
        kind = filter(None, (MEETING_LABELS[entry.meeting], SUBJECT_LABELS[entry.subject], entry.variant))
        print(f"{entry.id:36} {entry.name}（{'，'.join(kind)}）")
    return 0
