"""What nobody has foreseen: an exception that reaches the top is caught there, and the text is safe.

The text goes into the journal at once, a box says what to do, and a report can be kept for whoever helps. The report
tells where in the program it happened and never a word of the draft: values and messages are left out, since either may
hold some.
"""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant import NAME, __version__
from assistant.files.disk import replace_file
from assistant.files.trouble import Unwritable
from assistant.ui import asking, keys

_PACKAGE = Path(__file__).resolve().parents[1]
_TOLD = (
    "程序出了故障。{kept}\n\n"
    "请先保存（{save}），再关闭程序、重新打开。同样的故障再次出现的，可以把故障报告存为文件，由本人交给维护人员。"
    "报告里只有程序本身的信息，没有正文；程序不会自行发出。"
)
_KEPT = "正文还在窗口里，已写入断电备份。"
_NOT_KEPT = "正文还在窗口里，但断电备份未能写入。"


class Caught(NamedTuple):
    """An exception that reached the top, without what it says."""

    kind: str
    places: tuple[str, ...]  # from the outermost call to the innermost: file, line, function
    number: int | None = None  # of the system, where it came from there


def caught(error: BaseException) -> Caught:
    """Take from an exception what may be told."""
    frames = traceback.extract_tb(error.__traceback__)
    places = tuple(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    cause = error.__cause__ or error.__context__
    if cause is not None:
        places = (*caught(cause).places, f"{type(cause).__name__} →", *places)
    return Caught(type(error).__name__, places[-60:], error.errno if isinstance(error, OSError) else None)


def report(found: Caught) -> str:
    """Write what whoever helps has to know."""
    number = f"（系统编号{found.number}）" if found.number is not None else ""
    lines = (
        f"{NAME} 故障报告",
        "本报告没有正文，也没有文件名。",
        "",
        f"程序 {__version__}　Python {platform.python_version()}　Qt {qVersion()}",
        f"系统 {sys.platform} {platform.release()} {platform.machine()}",
        f"故障 {found.kind}{number}",
        *found.places,
    )
    return "\n".join(lines) + "\n"


def _short(name: str) -> str:
    """Name a file of the program by its place in it, and one of others by its name alone: folders tell who he is."""
    path = Path(name)
    try:
        return path.resolve().relative_to(_PACKAGE.parent).as_posix()
    except (ValueError, OSError):
        return path.name


class Mishaps(QObject):
    """Waits for such exceptions in a window; each place in the program is told of once."""

    happened = Signal(Caught)  # from any thread

    def __init__(self, window: QWidget, keep: Callable[[], bool], ask_where: Callable[[str], Path | None]) -> None:
        super().__init__(window)
        self._window, self._keep, self._ask_where = window, keep, ask_where
        self._told: set[str] = set()
        self._telling = False
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take what is raised from now on, in threads too."""
        sys.excepthook = self._take
        threading.excepthook = lambda raised: self._take(
            raised.exc_type, raised.exc_value or raised.exc_type(), raised.exc_traceback
        )

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        found = caught(error.with_traceback(trace))
        print(report(found), file=sys.stderr)
        self.happened.emit(found)

    def _tell(self, found: Caught) -> None:
        """Keep the text, then say what to do; while that is said nothing else is."""
        kept = self._keep()
        if self._telling or (found.places[-1:] and found.places[-1] in self._told):
            return
        self._told.update(found.places[-1:])
        self._telling = True
        try:
            box = QMessageBox(self._window)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle("程序故障")
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(_TOLD.format(save=keys.SAVE, kept=_KEPT if kept else _NOT_KEPT))
            save = box.addButton("保存故障报告…", QMessageBox.ButtonRole.ActionRole)
            known = box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
            box.setDefaultButton(known)
            box.setEscapeButton(known)
            asking.answered(box)
            if box.clickedButton() is save:
                self._save(found)
        finally:
            self._telling = False

    def _save(self, found: Caught) -> None:
        if path := self._ask_where("故障报告.txt"):
            try:
                replace_file(path, report(found).encode("utf-8"))
            except Unwritable as error:
                QMessageBox.warning(self._window, "故障报告", str(error))
