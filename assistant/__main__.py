"""The entrance: `duizhao COMMAND …`."""

from __future__ import annotations

import sys
from typing import TextIO

from assistant import cli


def main() -> int:
    """Run a command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    return cli.main(sys.argv[1:])


def _speak_utf8(stream: TextIO | None) -> None:
    """Write UTF-8 whatever the system's code page; a windowed program on Windows has no streams at all."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
