"""Menus that list what there is just now: the recent files, the layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from assistant.ui.work.files import Files


class RecentFiles:
    """Lists the recent files; choosing one opens it."""

    def __init__(self, menu: QMenu, open_path: Callable[[Path], object]) -> None:
        self._menu, self._open = menu, open_path
        self._shown: Sequence[str] = ()

    def show_files(self, recent: Sequence[str]) -> None:
        """List these files, the last used first."""
        if self._shown != recent:
            self._shown = recent
            self._menu.clear()
            for path in recent:
                self._menu.addAction(path, partial(self._open, Path(path)))
        self._menu.setEnabled(bool(recent))


def list_layouts(menu: QMenu, files: Files) -> None:
    """List the layouts when the menu is opened; until then nobody needs them read."""
    from assistant.files import layouts

    menu.clear()
    menu.setToolTipsVisible(True)  # a layout says what it is for
    group = QActionGroup(menu)
    for layout in layouts.every():
        action = menu.addAction(layout.name, partial(files.change_settings, layout=layout.id))
        action.setCheckable(True)
        action.setChecked(layout.id == files.settings.layout)
        action.setToolTip(layout.description)
        group.addAction(action)
