"""The keys of all commands: those of WPS and Word; F7 goes to the next place. Texts that name a key take it from here.

A bar parts several keys of one command, of which texts name the first.
"""

from __future__ import annotations

NEW = "Ctrl+N"
OPEN = "Ctrl+O"
SAVE = "Ctrl+S"
SAVE_AS = "F12|Ctrl+Shift+S"
SAVE_VERSION = "Ctrl+Shift+D"
COMPARE_VERSIONS = "Ctrl+D"
EXPORT = "Ctrl+E"
PRINT = "Ctrl+P"
QUIT = "Ctrl+Q"

UNDO = "Ctrl+Z"
REDO = "Ctrl+Y|Ctrl+Shift+Z"
CUT = "Ctrl+X"
COPY = "Ctrl+C"
PASTE = "Ctrl+V"
SELECT_ALL = "Ctrl+A"
FIND = "Ctrl+F"
REPLACE = "Ctrl+H"
FIND_NEXT = "F3"
FIND_PREVIOUS = "Shift+F3"
NOTES = "Ctrl+Shift+N"
GO_TO = "Ctrl+G"
MOVE_UP = "Alt+Shift+Up"
MOVE_DOWN = "Alt+Shift+Down"

NEXT_FINDING = "F7"
PREVIOUS_FINDING = "Shift+F7"
MEND_HERE = "Alt+Return"
MEND_ALL = "Alt+Shift+Return"
LENGTHS = "Ctrl+Shift+G"
LINKS = "Ctrl+M"
RETURNED = "Ctrl+R"
LAST_YEAR = "Ctrl+L"
NEXT_CHANGE = "Alt+Down"
PREVIOUS_CHANGE = "Alt+Up"

ENLARGE = "Ctrl+=|Ctrl++"
REDUCE = "Ctrl+-"
USUAL_SIZE = "Ctrl+0"
NEXT_PANE = "F6"
PREVIOUS_PANE = "Shift+F6"
TO_RESULTS = "Ctrl+F7"
TO_QUESTIONS = "Ctrl+Shift+F7"
UNFINISHED = "Ctrl+F6"
TO_MESSAGE = "Ctrl+Shift+F6"
ONLY_PAGE = "F11"

EXPLAIN = "F1"
LIST_KEYS = "Shift+F1"

ADD_CRITICISM = "Ctrl+Return"  # in its own window

_SPOKEN = {"Return": "回车", "Up": "↑", "Down": "↓"}


def every(keys: str) -> list[str]:
    """Give the keys of a command, one by one."""
    return keys.split("|")


def spoken(keys: str) -> str:
    """Say the first key of a command as texts name it: Alt+↑."""
    first = every(keys)[0].replace("++", "+＋")
    return "+".join(_SPOKEN.get(each, each) for each in first.split("+"))


def with_key(label: str, keys: str) -> str:
    """Put the key behind what it does, as tips show it: 下一处（F7）."""
    return f"{label.removesuffix('…')}（{spoken(keys)}）"
