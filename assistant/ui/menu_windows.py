"""What menus open beside the page: windows, printing, reports. Each is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from assistant.ui.document.session import Session
from assistant.ui.panels.bars import MessageBars
from assistant.ui.theme import Theme
from assistant.ui.work.files import Files

if TYPE_CHECKING:
    from assistant.review.material import Material
    from assistant.ui.work.folder_results import FolderResults


class MenuWindows(QObject):
    """Opens the windows that menus name, one of each."""

    folder_checked = Signal()  # a folder was checked: what was found can be shown again

    def __init__(self, window: QMainWindow, theme: Theme, *, files: Files, session: Session, bars: MessageBars) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._files, self._session, self._bars = files, session, bars
        self._folder_results: FolderResults | None = None

    @staticmethod
    def answer(dialog: QDialog) -> None:
        """Show a dialog until it is answered."""
        from assistant.ui import asking

        asking.answered(dialog)

    def export_report(self, up_to_date: Callable[[], Material]) -> None:
        """Write a report of the checks."""
        from assistant.ui.work import report_and_pdf

        report_and_pdf.export_report(up_to_date, files=self._files, session=self._session, bars=self._bars)

    def export_pdf(self, up_to_date: Callable[[], Material]) -> None:
        """Write the text as PDF."""
        from assistant.ui.work import report_and_pdf

        report_and_pdf.export_pdf(up_to_date, files=self._files, session=self._session, bars=self._bars)

    def clean(self) -> None:
        """List what is kept on this machine, to be cleared."""
        from assistant.ui.work import privacy

        privacy.clean(self._window, self._files)

    def set_public(self, on: bool) -> None:
        """Take this machine for one that others use too, or no longer."""
        from assistant.ui.work import privacy

        privacy.set_public(self._files, self._bars, public=on)

    def show_guide(self) -> None:
        """Open the guide; it stays open beside the text."""
        from assistant.ui.dialogs.guide import GuideDialog

        dialog = GuideDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_safety(self) -> None:
        """Open the page 本机安全."""
        from assistant.ui.work import privacy

        privacy.show_page(self._window)

    def check_folder(self) -> None:
        """Ask for a folder and check all that is in it."""
        from assistant.ui.work import folder_checking

        folder_checking.begin(self._files, self._session, self._bars, self._theme, self._keep_folder_results)

    def _keep_folder_results(self, results: FolderResults) -> None:
        self._folder_results = results
        self.folder_checked.emit()

    def show_folder_results(self) -> None:
        """Show again what was found in the folder that was checked last."""
        if self._folder_results:
            self._folder_results.show(self._window)

    def print_text(self, up_to_date: Callable[[], Material]) -> None:
        """Print the text."""
        from assistant.ui.page import printing

        printing.print_text(self._window, up_to_date(), self._files.layout, self._files.name)

    def show_keys(self) -> None:
        """List all keys."""
        from assistant.ui.dialogs.keys_page import KeysPage

        self.answer(KeysPage(self._window, self._window.menuBar()))

    def show_about(self) -> None:
        """Tell what this program is and of what it is made."""
        from assistant.ui.dialogs.about import AboutDialog

        self.answer(AboutDialog(self._window))
