"""The toolbar: icons with words; where it is narrow some words go first, then what is last goes behind ».

What does not stand here is in the menus.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import SIGNAL, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionEvent, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton

from assistant.ui import icons
from assistant.ui.theme import Theme


class ToolBar(QToolBar):
    """Shows groups of actions, each with the name of its icon; `wordless` are those that give up their word."""

    def __init__(
        self, theme: Theme, groups: Sequence[Sequence[tuple[QAction, str]]], wordless: Sequence[QAction]
    ) -> None:
        super().__init__("工具栏")
        self._theme, self._wordless = theme, wordless
        self._pictures = {action: picture for group in groups for action, picture in group}
        self.setMovable(False)
        # Qt's own would offer to hide the toolbar for good.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for number, group in enumerate(groups):
            if number:
                self.addSeparator()
            for action, _ in group:
                self.addAction(action)
                self.widgetForAction(action).installEventFilter(self)
        self.show_theme()
        theme.changed.connect(self.show_theme)

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        side = self._theme.length(icons.PIXELS)
        self.setIconSize(QSize(side, side))
        for action, picture in self._pictures.items():
            action.setIcon(icons.icon(self._theme, picture))
            action.setIconVisibleInMenu(False)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a button listen to its action once: Qt 6.11 connects it anew at each change, of which each key may be one.

        That is memory for each, and each change would be told as often as there were changes before it.
        """
        if event.type() == QEvent.Type.ActionChanged and isinstance(event, QActionEvent):
            # None: whatever listens there. The button does so again at once.
            QObject.disconnect(event.action(), SIGNAL("changed()"), watched, None)  # type: ignore[call-overload]
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out words as long as the rest does not fit."""
        styles = Qt.ToolButtonStyle
        buttons = [button for each in self._wordless if isinstance(button := self.widgetForAction(each), QToolButton)]
        for button in buttons:
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon)
        for button in buttons:
            if self.sizeHint().width() <= self.width():
                return
            button.setToolButtonStyle(styles.ToolButtonIconOnly)
