"""The system's printers: asked for only when something is to go on paper.

What is printed into a file is the user's as what is exported is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assistant.files import permissions, print_service
from assistant.ui import asking

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_on_one(
    parent: QWidget | None,
    name: str,
    draw: Callable[[QPrinter], object],
    *,
    prepare: Callable[[QPrinter], object] = lambda _: None,
    private: bool = False,
) -> None:
    """Ask for a printer, made ready by `prepare`, and draw on it. `name` is what the list of its jobs shows.

    `private`: what concerns nobody else, into whatever file it is printed.
    """
    with print_service.of_this_machine():
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # which ask the system for its printers

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        prepare(printer)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("打印")
        if not asking.answered(dialog):
            return
    into = printer.outputFileName()
    path = Path(into) if into else None
    before = _state(path) if path else None
    with permissions.kept_in(path, private=private):
        draw(printer)
    if path is not None:
        _tell_where(parent, path, written=_state(path) not in (None, before))


def _state(path: Path) -> tuple[int, int] | None:
    """Give by what a file is seen to have been written; None where there is none."""
    with suppress(OSError):
        known = path.stat()
        return known.st_mtime_ns, known.st_size
    return None


def _tell_where(parent: QWidget | None, path: Path, *, written: bool) -> None:
    """Tell where a file lies that was printed into: the system's dialog suggests a place that few would look for."""
    if written:
        asking.tell(parent, "打印", f"已存为文件“{path.name}”，没有送往打印机。", f"存放位置：{path.parent}")
    else:
        asking.tell(parent, "打印", f"没有写成“{path.name}”。请换个文件夹再打印。", f"存放位置：{path.parent}")
