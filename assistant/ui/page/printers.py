"""The system's printers: asked for only when something is to go on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assistant.files import print_service
from assistant.ui import asking

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def chosen(
    parent: QWidget | None, name: str, prepare: Callable[[QPrinter], object] = lambda _: None
) -> QPrinter | None:
    """Ask for a printer, made ready by `prepare`; None where none was chosen. `name` is what the list of its jobs shows."""
    with print_service.of_this_machine():
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # which ask the system for its printers

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        prepare(printer)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("打印")
        return printer if asking.answered(dialog) else None
