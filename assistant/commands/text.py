"""The command `text`: the canonical text of a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.reading_notes import tell
from assistant.files import opening

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "输出整理后的正文"
    commands.add_parser("text", help=summary, description=summary).add_argument(
        "file", type=Path, metavar="FILE", help="要看的材料"
    )


def run(options: argparse.Namespace) -> int:
    """Print the text."""
    reading = opening.open_file(options.file, guessing=False).reading
    tell(options.file, reading.notes)
    print(reading.text)
    return 0
