"""The entrance: `duizhao COMMAND …` is the command line, anything else opens the window."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path

from assistant import kept_modules  # noqa: F401  # before all else: what is imported next it finds

# isort: split
from assistant.commands.command_names import COMMANDS
from assistant.files import kinds
from assistant.files.kinds import Use


def main() -> int:
    """Choose between command line, self-check and window; give the exit code."""
    windowed = _open_streams()
    arguments = sys.argv[1:]
    if arguments and arguments[0] == "--self-check":
        from assistant.ui import self_check

        return self_check.run()
    if arguments and (arguments[0].startswith("-") or arguments[0] in COMMANDS):
        from assistant.commands import cli

        gc.set_threshold(20_000, 20, 20)  # nearly all that a command makes stays to its end: looked through less often
        return cli.main(arguments)
    if arguments and not _could_be_file(arguments[0]):
        message = (
            f"没有“{arguments[0]}”这个命令，也没有这个文件。命令有：{'、'.join(COMMANDS)}；用法见 duizhao --help。"
        )
        print(message, file=sys.stderr)
        return 2
    if arguments and sys.stderr.isatty() and not Path(arguments[0]).exists():
        # whoever typed it reads the answer here; a vanished file that was clicked on is told in the window
        print(f"没有找到“{arguments[0]}”这个文件。", file=sys.stderr)
        return 2
    gc.disable()  # the window collects garbage when the hands rest
    try:
        from assistant.ui import first_reading

        if arguments:
            first_reading.begin(arguments[0])  # before anything of Qt
        from assistant.ui import app
    except ImportError as error:
        if windowed:
            raise  # there is nowhere to print, but PyInstaller shows what is raised
        print(f"未能打开窗口：{error}。命令行仍可使用，用法见 duizhao --help。", file=sys.stderr)
        return 2
    return app.run(arguments[0] if arguments else None)


def _could_be_file(argument: str) -> bool:
    """Tell a file, be it one that is gone, from a mistyped command."""
    path = Path(argument)
    try:
        return path.suffix.lower() in kinds.suffixes(*Use) or path.exists()
    except OSError:  # too long a name
        return False


def _open_streams() -> bool:
    """Write UTF-8 and plain newlines into files and pipes whatever the system; tell whether nobody can see what is written.

    A console of Windows takes what Python has found out it takes: everything, or in an old one its code page. A windowed program on Windows has no streams at all, and not all that writes to them, such as argparse, asks first.
    """
    windowed = sys.stderr is None
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            console = sys.platform == "win32" and stream.isatty()
            stream.reconfigure(encoding=None if console else "utf-8", errors="backslashreplace", newline="\n")
    return windowed


if __name__ == "__main__":
    sys.exit(main())
