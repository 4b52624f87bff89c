"""The command line: the same core without a window. Stable; the forms of its answers are described in docs/.

Exit codes: 0 nothing 必改, 1 必改 findings, 2 a file that cannot be read or written.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from assistant import NAME, __version__
from assistant.commands.command_names import COMMANDS
from assistant.files import trouble
from assistant.files.naming import readable, shown_path
from assistant.files.trouble import Trouble, Unwritable
from assistant.reading import Unreadable
from assistant.strict_toml import DataError

_CLOSED = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}
_HEADS = {
    "usage: ": "用法：",
    "positional arguments:": "参数：",
    "optional arguments:": "选项：",
    "options:": "选项：",
    "show this help message and exit": "显示用法说明",
}
_WRONG = (
    (r"the following arguments are required: (.+)", r"还要写明 \1"),
    (r"argument 命令: invalid choice: '(.*?)' .*", r"没有“\1”这个命令"),
    (r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)", r"\1 不能是“\2”，可用 \3"),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 须是整数，不能是“\2”"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面还要写明内容"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
    (r"unrecognized arguments: (.+)", r"没有 \1 这个选项"),
    (r"ambiguous option: (.+) could match (.+)", r"“\1”可能是 \2，请写全"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不能写“\2”"),
    (r"one of the arguments (.+) is required", r"还要写明其中一个：\1"),
    (r"argument (.+?): (.+)", r"\1 \2"),  # what our own check of a value says
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    try:
        options = _parser().parse_args(arguments)
        code = int(_module(options.command).run(options))
        sys.stdout.flush()
    except OSError as error:
        full = trouble.of(error) is Trouble.FULL
        if error.filename or not (full or error.errno in _CLOSED):
            raise
        if full:
            print(f"结果没有写全：{trouble.cause(error)}。", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read it has seen enough
        return 2
    except (Unreadable, Unwritable, DataError) as error:
        file = getattr(options, "file", None)
        message = readable(str(error))
        print(f"{shown_path(file)}：{message}" if file else message, file=sys.stderr)
        return 2
    else:
        return code


class _Parser(argparse.ArgumentParser):
    """Speaks Chinese: argparse has no other words than its own."""

    def error(self, message: str) -> NoReturn:
        for wrong, chinese in _WRONG:
            if found := re.fullmatch(wrong, message, re.DOTALL):
                message = found.expand(chinese)
                break
        print(f"{self.format_usage()}没有认出这条命令：{message}。", file=sys.stderr)
        sys.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write a message, and do not hide that it could not be written, as argparse does."""
        if message and file is not None:
            file.write(message)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            print(message, file=sys.stderr)
        sys.stdout.flush()
        sys.exit(status)

    def format_usage(self) -> str:
        return _in_chinese(super().format_usage())

    def format_help(self) -> str:
        return _in_chinese(super().format_help())


def _in_chinese(text: str) -> str:
    for english, chinese in _HEADS.items():
        text = text.replace(english, chinese)
    return text


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser("duizhao", description=f"{NAME}的命令行。不带命令时打开窗口。")
    parser.add_argument("--version", action="version", version=__version__, help="显示版本")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for name in COMMANDS:
        _module(name).add_command(commands)
    return parser


def _module(name: str) -> ModuleType:
    """Load the file of a command."""
    return import_module(f"assistant.commands.{name}")
