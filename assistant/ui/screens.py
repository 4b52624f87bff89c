"""Where windows stand: never larger than their screen, never off it, each screen remembered for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QTreeView, QWidget

_FRAME = QSize(16, 40)  # what the system may draw around a window, until it is known
_USUAL_POINTS = 10.5
_SMALL = 1440  # a screen no wider than this is filled at first


class Place(NamedTuple):
    """Where the window stands on its screen, in pixels from the screen's free corner."""

    left: int
    top: int
    width: int
    height: int
    filling: bool  # the whole screen


def key_of(screen: QScreen) -> str:
    """Name a screen so that the same one is known again; another size is another screen."""
    size = screen.availableGeometry().size()
    return f"{screen.name()} {size.width()}×{size.height()}"


def remembered(place: Sequence[int]) -> Place | None:
    """Read a place as settings keep it; None where it is none."""
    if len(place) != len(Place._fields):
        return None
    left, top, width, height, filling = place
    return Place(left, top, width, height, bool(filling))


def place_of(window: QWidget) -> Place:
    """Tell where a window stands; of one that fills the screen, where it would stand else."""
    free, box = window.screen().availableGeometry(), window.normalGeometry()
    filling = window.isMaximized() or window.isFullScreen()
    return Place(box.left() - free.left(), box.top() - free.top(), box.width(), box.height(), filling)


def put(window: QWidget, usual: QSize, place: Place | None, screen: QScreen | None = None) -> bool:
    """Put a window where it stood, or in the middle in its usual size; tell whether it is to fill the screen."""
    screen = screen or window.screen() or QGuiApplication.primaryScreen()
    free = screen.availableGeometry()
    if place:
        box = QRect(free.left() + place.left, free.top() + place.top, place.width, place.height)
    else:
        box = QRect(free.topLeft(), usual.boundedTo(free.size() - _FRAME))
        box.moveCenter(free.center())
    window.setGeometry(within(box, free, _FRAME))
    return place.filling if place else free.width() <= _SMALL


def within(box: QRect, free: QRect, frame: QSize) -> QRect:
    """Make a window's inside as small as it must be, and move it so that its frame too lies within what is free."""
    size = box.size().boundedTo(free.size() - frame)
    side, head = frame.width() // 2, frame.height() - frame.width() // 2
    left = max(free.left() + side, min(box.left(), free.right() + 1 - side - size.width()))
    top = max(free.top() + head, min(box.top(), free.bottom() + 1 - side - size.height()))
    return QRect(left, top, size.width(), size.height())


def keep_on_screen(window: QWidget) -> None:
    """Make a window that is shown fit its screen, now that its frame is known."""
    if window.isMaximized() or window.isFullScreen():
        return
    frame = window.frameGeometry().size() - window.size()
    fitting = within(window.geometry(), window.screen().availableGeometry(), frame)
    if fitting != window.geometry():
        window.setGeometry(fitting)


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its usual size, or as much of it as there is room for on the screen.

    It is larger by as much as its type is larger than the usual.
    """
    parent = dialog.parentWidget()
    screen = (parent.screen() if parent else None) or dialog.screen() or QGuiApplication.primaryScreen()
    scale = max(dialog.font().pointSizeF() / _USUAL_POINTS, 1)
    wanted = QSize(round(width * scale), round(height * scale))
    dialog.resize(wanted.boundedTo(screen.availableGeometry().size() - _FRAME))
    dialog.installEventFilter(_RowsAnew(dialog))


class _RowsAnew(QObject):
    """Lays out the rows of lists when their dialog is shown.

    A list that is filled, unfolded or gone through before it is shown measures its rows without the style sheet, and
    keeps them as low as that.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            for view in watched.findChildren(QTreeView):
                view.doItemsLayout()
        return super().eventFilter(watched, event)
