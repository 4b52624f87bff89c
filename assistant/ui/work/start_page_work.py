"""The first page follows what is found out while it is shown: recent files, how far they are, what was left unsaved.

Each is looked for beside the window: a share that hangs holds up no start.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from assistant.ui.document import recent
from assistant.ui.document.recent import Recent
from assistant.ui.panels.start_page import StartPage
from assistant.ui.waiting import later
from assistant.ui.work.files import Files

_READ = 5  # drafts of which it is said how far they are


class StartPageWork(QObject):
    """Fills the first page; it ends with it."""

    def __init__(self, page: StartPage, files: Files) -> None:
        super().__init__(page)
        self._page, self._files = page, files
        self._waiting: list[Recent] = []
        self._joined = False
        paths = files.settings.recent
        later(lambda: recent.recent(paths), self._show, self)

    def _show(self, found: Sequence[Recent]) -> None:
        self._waiting = list(found[:_READ])
        self._page.show_recent(found)
        if self._joined:
            self._read_next()

    def go_on(self) -> None:
        """Look further once the window is there: read the drafts, look for what was left unsaved."""
        self._joined = True
        later(self._files.recovery.told_of_unsaved, self._page.offer_recovery, self)
        self._files.recovery.looked_through.connect(self._look_again)
        self._read_next()

    def _look_again(self) -> None:
        """Say anew what was left unsaved, if that is still said: it may be less by now."""
        if self._page.recovery.isVisible():
            later(self._files.recovery.told_of_unsaved, self._page.offer_recovery, self)

    def _read_next(self) -> None:
        if self._waiting:
            one = self._waiting.pop(0)
            later(self._reading(one), self._tell, self)

    def _reading(self, one: Recent) -> Callable[[], Recent]:
        from assistant.ui.work import draft_progress

        caret = self._files.settings.carets.get(one.path, 0)
        today = datetime.date.today()  # noqa: DTZ011  # where the writer sits
        return lambda: draft_progress.of_draft(one, caret, today)

    def _tell(self, one: Recent) -> None:
        self._page.tell(one)
        self._read_next()
