"""The page 对比 in the window: made when it is first wanted, and put in the place of what is written on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QStackedWidget

from assistant.ui.work.keeping_versions import KeepingVersions

if TYPE_CHECKING:
    from assistant.language.words import Words
    from assistant.ui.document.session import Session
    from assistant.ui.page.editor import Editor
    from assistant.ui.panels.bars import MessageBars
    from assistant.ui.panels.compare_view import CompareView
    from assistant.ui.theme import Theme
    from assistant.ui.work.actions import Actions
    from assistant.ui.work.comparing import Comparing
    from assistant.ui.work.files import Files


class ComparePage(QObject):
    """Shows the page and leaves it."""

    shown_changed = Signal(bool)

    def __init__(
        self,
        pages: QStackedWidget,
        theme: Theme,
        actions: Actions,
        *,
        editor: Editor,
        session: Session,
        files: Files,
        history: QUndoStack,
        bars: MessageBars,
        words: Words,
    ) -> None:
        super().__init__(actions)
        self._pages, self._theme, self._actions = pages, theme, actions
        self._editor, self._session, self._files = editor, session, files
        self._history, self._bars, self._words = history, bars, words
        self.versions = KeepingVersions(editor, session, files=files, history=history, bars=bars)
        self.view: CompareView | None = None
        self._work: Comparing | None = None
        files.opened.connect(lambda _: self._start_afresh())

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
            self._work = Comparing(
                view,
                self._actions,
                editor=self._editor,
                session=self._session,
                files=self._files,
                bars=self._bars,
                words=self._words,
                history=self._history,
                leave=self.leave,
            )
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
            self._editor.setFocus()
        self.shown_changed.emit(False)

    def _start_afresh(self) -> None:
        if self._work:
            self._work.start_afresh()
        self.leave()
