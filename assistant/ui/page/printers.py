"""The system's printers: asked for only when something is to go on paper.

What is printed into a file is the user's as what is exported is.
"""

from __future__ import annotations

from collections.abc import Callable
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
    with permissions.kept_in(Path(into) if into else None, private=private):
        draw(printer)
