"""Puts a theme and a size of type in force: those the writer has chosen, or those the system asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assistant.ui import fonts, theme
from assistant.ui.theme import Theme

FOLLOW_SYSTEM, CONTRAST = "system", "contrast"
CHOICES = {
    FOLLOW_SYSTEM: "跟随系统",
    "light": "浅色",
    "dark": "深色，稿纸仍是白底",
    "night": "夜间，稿纸也变暗",
    CONTRAST: "高对比度，用系统的颜色",
}
# What Windows gives fonts of its own, which a font of the whole application does not reach.
_OWN_FONTS: tuple[Any, ...] = (  # PySide6 says that it wants bytes, and takes str alone
    "QMenu",
    "QMenuBar",
    "QMessageBox",
    "QStatusBar",
    "QTipLabel",
    "QAbstractItemView",
    "QHeaderView",
    "QToolButton",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QComboMenuItem",
)


def _known(wanted: str) -> str:
    """Give a choice that there is: another version may have kept one that is unknown here."""
    return wanted if wanted in CHOICES else FOLLOW_SYSTEM


class Appearance(QObject):
    """Keeps the application looking as chosen. `theme` is what everything is drawn with."""

    def __init__(self, app: QApplication, wanted: str = FOLLOW_SYSTEM, size: str = "standard") -> None:
        super().__init__(app)
        self._app = app
        self._wanted, self._size = _known(wanted), size
        self._busy = True  # what the next lines set is no wish of the system
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")  # the others draw parts in colors of their own
        self._system = self._palette_of_system()
        self.theme = Theme(self._colors())
        self._put_in_force()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def watch(self, window: QWidget) -> None:
        """Learn from a window that the system looks otherwise now."""
        window.installEventFilter(self)

    def choose(self, wanted: str, size: str) -> None:
        """Take a choice of the writer's."""
        wanted = _known(wanted)
        if (wanted, size) != (self._wanted, self._size):
            self._wanted, self._size = wanted, size
            self._put_in_force()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the system; with its colors it has put its own fonts in the place of ours."""
        if event.type() == QEvent.Type.ThemeChange:
            self._follow_system()
        return super().eventFilter(watched, event)

    def _follow_system(self) -> None:
        if not self._busy:
            self._busy = True
            self._system = self._palette_of_system()
            self._put_in_force()

    def _palette_of_system(self) -> QPalette:
        self._app.setPalette(QPalette())  # ours hides it
        return self._app.palette()

    def _put_in_force(self) -> None:
        self._busy = True
        self._frame_windows()
        self.theme.take(self._colors(), self._size)
        self._app.setPalette(self._system if self._named == CONTRAST else self.theme.palette())
        self._set_fonts()  # before the style sheet, which takes over the font in force
        # In the place of another, Qt styles each widget once for each one it lies in: four times as long
        self._app.setStyleSheet("")
        self._app.setStyleSheet(self.theme.style_sheet())
        self._set_fonts()  # after the first style sheet, which brings the system's fonts back on Windows
        self.theme.changed.emit()  # now, for who hears of it measures letters
        self._busy = False

    def _set_fonts(self) -> None:
        font = fonts.interface_font(self.theme.sizes.body)
        if self._app.font() != font:
            self._app.setFont(font)
        for name in _OWN_FONTS:
            if self._app.font(name) != font:
                self._app.setFont(font, name)

    @property
    def _named(self) -> str:
        return self._asked_by_system() if self._wanted == FOLLOW_SYSTEM else self._wanted

    def _colors(self) -> dict[str, str]:
        named = self._named
        return theme.colors_of_palette(self._system) if named == CONTRAST else theme.colors(named)

    def _asked_by_system(self) -> str:
        hints = self._app.styleHints()
        if accessibility := getattr(hints, "accessibility", None):  # since Qt 6.10
            preference = accessibility().contrastPreference()
            if preference == type(preference).HighContrast:
                return CONTRAST
        scheme = hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown:  # the system does not say, but its colors may
            roles = QPalette.ColorRole
            text, window = self._system.color(roles.WindowText), self._system.color(roles.Window)
            return "dark" if text.lightness() > window.lightness() else "light"
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _frame_windows(self) -> None:
        """Let the system draw the frames of windows light or dark as what is inside them."""
        hints, schemes = self._app.styleHints(), Qt.ColorScheme
        if self._wanted in (FOLLOW_SYSTEM, CONTRAST):
            hints.unsetColorScheme()
            return
        scheme = schemes.Light if self._wanted == "light" else schemes.Dark
        if hints.colorScheme() != scheme:
            hints.setColorScheme(scheme)
