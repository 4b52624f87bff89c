"""What a screen reader sees of the program, from another process: `session FILE` shows a window, `read` lists it.

`session` needs Xvfb and a session bus (dbus-run-session), `read` is run by the system's Python, which has pyatspi.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = "/usr/bin/python3"
_PATIENCE = 60  # seconds
_STATES = ("focused", "checked", "selected", "expanded", "editable", "expandable")


def session(file: str) -> int:
    """Open a file in a window on a screen of its own, and print what is read there."""
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with tempfile.TemporaryDirectory() as home:
        screen = subprocess.Popen(command, pass_fds=[writable], stderr=subprocess.DEVNULL)
        number = os.read(readable, 16).decode().strip()
        environment = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "DISPLAY": f":{number}",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "DUIZHAO_HOME": home,
            "XDG_RUNTIME_DIR": home,
        }
        program = subprocess.Popen([sys.executable, "-m", "assistant", file], env=environment)
        try:
            done = subprocess.run([SYSTEM_PYTHON, __file__, "read"], env=environment, check=False)
        finally:
            for each in (program, screen):
                each.terminate()
                each.wait()
    return done.returncode


def read() -> int:
    """Print all that is shown in the first window found, as JSON: depth, role, name, description, states."""
    pyatspi = import_module("pyatspi")  # which only Debian's own Python has
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        desktop = pyatspi.Registry.getDesktop(0)
        found = [each for n in range(desktop.childCount) if (each := desktop.getChildAtIndex(n)) and each.childCount]
        told = [] if not found else list(_walk(pyatspi, found[0], 0))
        if any(role == "list item" for _, role, *_ in told):  # the panels are there
            print(json.dumps(told, ensure_ascii=False))
            return 0
        time.sleep(0.5)
    return 1


def _walk(pyatspi: Any, thing: Any, depth: int) -> Iterator[tuple[int, str, str, str, list[str]]]:
    states = [pyatspi.stateToString(each) for each in thing.getState().getStates()]
    if depth > 1 and "showing" not in states:
        return
    yield depth, thing.getRoleName(), thing.name, thing.description, [each for each in _STATES if each in states]
    for number in range(min(thing.childCount, 200)):
        child = thing.getChildAtIndex(number)
        if child is not None:
            yield from _walk(pyatspi, child, depth + 1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(read() if sys.argv[1] == "read" else session(sys.argv[2]))
