"""How an entry of a menu is made: with its keys, its tip, whether it needs a document, and the setting it switches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from assistant.files.settings import Settings
from assistant.ui import keys
from assistant.ui.work.files import Files


class MenuActions(QObject):
    """Makes the actions of a window and keeps in step those that follow the document or a setting."""

    page_wanted = Signal()  # what was chosen is done on the page, which has to be seen for it

    def __init__(self, window: QMainWindow, files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._working: list[QAction] = []  # make sense only with a document
        self._choices: list[QAction] = []  # each a value of a setting

    def make(self, label: str, slot: Callable[[], object], *, always: bool = False, stays: bool = False) -> QAction:
        """Make an action; one that `stays` leaves what stands in the place of the page where it is."""
        action = QAction(label, self._window)
        if not (always or stays):
            action.triggered.connect(lambda *_: self.page_wanted.emit())
        action.triggered.connect(lambda *_: slot())
        if not always:
            self._working.append(action)
        return action

    def make_toggle(self, label: str, slot: Callable[[bool], object]) -> QAction:
        """Make an action that shows something or puts it away."""
        action = self.make(label, lambda: slot(action.isChecked()))
        action.setCheckable(True)
        return action

    @staticmethod
    def name(action: QAction, label: str, shortcuts: str = "") -> QAction:
        """Give an action the full name that it has in a menu, and its keys."""
        action.setIconText(action.text())
        action.setText(label)
        if shortcuts:
            action.setShortcuts([QKeySequence(key) for key in keys.every(shortcuts)])
            action.setToolTip(keys.with_key(label, shortcuts))  # in the toolbar
        return action

    def add(
        self,
        menu: QMenu,
        label: str,
        slot: Callable[[], object],
        shortcuts: str = "",
        *,
        always: bool = False,
        stays: bool = False,
    ) -> QAction:
        """Make an action and put it into a menu; one that is there `always` needs no document."""
        action = self.make(label, slot, always=always, stays=stays)
        menu.addAction(self.name(action, label, shortcuts))
        return action

    def add_switch(self, menu: QMenu, label: str, setting: str) -> QAction:
        """Offer a setting that is on or off."""
        action = menu.addAction(label)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._files.change_settings(**{setting: on}))
        action.setData((setting, True))
        self._choices.append(action)
        return action

    def add_choices(self, menu: QMenu, labels: Mapping[str, str], setting: str) -> None:
        """Offer the values of a setting, of which one is in force."""
        group = QActionGroup(menu)
        for value, label in labels.items():
            action = menu.addAction(label, partial(self._files.change_settings, **{setting: value}))
            action.setCheckable(True)
            action.setData((setting, value))
            self._choices.append(group.addAction(action))

    def need_document(self, *actions: QAction) -> None:
        """Let actions that were made elsewhere be chosen only with a document, too."""
        self._working += actions

    def enable(self, *, working: bool) -> None:
        """Let the actions that need a document be chosen only when there is one."""
        for action in self._working:
            action.setEnabled(working)

    def show_in_force(self, settings: Settings) -> None:
        """Show which values are in force."""
        for action in self._choices:
            setting, value = action.data()
            action.setChecked(getattr(settings, setting) == value)
