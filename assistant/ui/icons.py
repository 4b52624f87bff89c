"""Icons of the toolbar and the buttons: outlines in resources/icons, in the colors of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QImageReader, QPixmap

from assistant import paths
from assistant.ui.theme import Theme

PIXELS = 18  # beside type of the usual size
_INK = b"currentColor"


def icon(theme: Theme, name: str, role: str = "text", pixels: int = PIXELS) -> QIcon:
    """Give an icon in the color of a role; where its action cannot be chosen it is faint.

    It keeps its colors: who shows it asks for another when the theme has changed.
    """
    drawn = QIcon()
    outline = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    drawn.addPixmap(_drawn(outline, theme, role, pixels))
    drawn.addPixmap(_drawn(outline, theme, "faint", pixels), QIcon.Mode.Disabled)
    return drawn


def _drawn(outline: bytes, theme: Theme, role: str, pixels: int) -> QPixmap:
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return QPixmap.fromImage(_image(outline, theme.colors[role], round(theme.length(pixels) * ratio), ratio))


@lru_cache(maxsize=200)  # those of the window and its dialogs, in one theme
def _image(outline: bytes, color: str, side: int, ratio: float) -> QImage:
    data = QByteArray(outline.replace(_INK, color.encode()))  # the buffer does not keep it
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    image = reader.read()
    if image.isNull():  # Qt without SVG: a button has its word
        image = QImage(side, side, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    return image
