"""Starts the program over a file in a process of its own and tells what its frames showed."""

import subprocess
import sys
import textwrap
from pathlib import Path

_SCRIPT = """
import sys, time
from assistant.ui import app as program
from PySide6.QtCore import QEvent, QObject

class Painted(QObject):
    frames = 0
    def eventFilter(self, watched, event):
        self.frames += event.type() == QEvent.Type.Paint
        return False

app = program.application()
app.setCursorFlashTime(0)
window = program.begin(app, {path})
window.files.change_settings(fonts_told=True)
painted, told, join = Painted(), [], window.join
window.installEventFilter(painted)

def watched(seen=lambda: None):
    def both():
{joined}
        painted.frames = 0
    return join(both)

window.join = watched
window.show()
while not told or window.join().tabs is None:
    app.processEvents()
until = time.monotonic() + 0.1
while time.monotonic() < until:
    app.processEvents()
{left}
"""


def words_of_start(path: Path, joined: str, left: str = "") -> list[str]:
    """Give what was told while the panels joined the window, and how many frames were painted after that.

    `joined` is code that calls `seen()`, with which the panels are shown, and appends to `told`; `left` is code for the
    end.
    """
    script = script_of_start(repr(str(path)), joined, f"print(*told, painted.frames)\n{textwrap.dedent(left)}")
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()


def script_of_start(path: str, joined: str, left: str) -> str:
    """Give the code of such a start; `path` is an expression, `painted.frames` in the end the frames after the panels."""
    inside = textwrap.indent(textwrap.dedent(joined).strip(), " " * 8)
    return _SCRIPT.format(path=path, joined=inside, left=textwrap.dedent(left))
