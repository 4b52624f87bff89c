"""The page 对比 in the window: made when it is first wanted, and put in the place of what is written on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from assistant.ui.work.keeping_versions import KeepingVersions

if TYPE_CHECKING:
    from assistant.language.words import Words
    from assistant.ui.panels.compare_view import CompareView
    from assistant.ui.theme import Theme
    from assistant.ui.work.comparing import Comparing
    from assistant.ui.work.workplace import Workplace


class ComparePage(QObject):
    """Shows the page and leaves it."""

    shown_changed = Signal(bool)

    def __init__(self, place: Workplace, pages: QStackedWidget, theme: Theme, words: Words) -> None:
        super().__init__(place.actions)
        self._place, self._pages, self._theme, self._words = place, pages, theme, words
        self.versions = KeepingVersions(place)
        self.view: CompareView | None = None
        self._work: Comparing | None = None
        place.files.opened.connect(lambda _: self._start_afresh())

    @property
    def shown(self) -> bool:
        """Whether it is seen instead of the page."""
        return self.view is not None and self._pages.currentWidget() is self.view

    @property
    def work(self) -> Comparing:
        """What is done there."""
        if self._work is None:
            from assistant.ui.panels.compare_view import CompareView
            from assistant.ui.work.comparing import Comparing

            view = self.view = CompareView(self._theme)
            self._pages.addWidget(view)
            view.versions.save_wanted.connect(self.versions.save_version)
            view.versions.rename_wanted.connect(self.versions.rename)
            view.versions.remove_wanted.connect(self.versions.remove)
            self._work = Comparing(self._place, view, self._words, self.leave)
        return self._work

    def toggle(self, *, on: bool) -> None:
        """Show it, or go back to the page."""
        if not on:
            self.leave()
            return
        work = self.work
        assert self.view
        self._pages.setCurrentWidget(self.view)
        work.show()
        self.shown_changed.emit(True)

    def leave(self) -> None:
        """Go back to the page, if it is not there already."""
        if self.shown:
            self._pages.setCurrentIndex(0)
            self._place.editor.setFocus()
        self.shown_changed.emit(False)

    def _start_afresh(self) -> None:
        if self._work:
            self._work.start_afresh()
        self.leave()
