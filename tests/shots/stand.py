"""What scenes stand on: a window with nobody's settings, how it comes to rest, and pictures of one window over another."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from ui.conftest import Answers

from assistant.text import Edit
from assistant.ui.main_window import MainWindow

SAVED_AT = (14, 3)  # o'clock, in every picture


class Stand(NamedTuple):
    """Where a scene is played: a window fresh from the start, with nobody's settings, who answers it, a folder of its own."""

    window: MainWindow
    answers: Answers
    folder: Path

    @property
    def panels(self):
        return self.window.join()


class Scene(NamedTuple):
    """A picture: its name, what brings a window there, and whether guide or README show it."""

    name: str
    play: Callable[[Stand], QWidget | QImage]
    shown: bool = False


def settle(seconds: float = 0.0) -> None:
    """Let everything happen that is on its way."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    for _ in range(5):
        QApplication.processEvents()


def rested(stand: Stand) -> MainWindow:
    """Show everything as if the hands had rested, saved at the same time of day in every picture."""
    window, panels = stand.window, stand.panels
    panels.underlining.start_afresh()
    panels.analyser.analyse_now()
    window.editor.highlighter.finish()
    settle(0.3)
    window.editor.setCursorWidth(0)  # a caret blinks
    now = time.localtime()
    at = datetime.datetime(now.tm_year, now.tm_mon, now.tm_mday, *SAVED_AT)  # noqa: DTZ001  # where the writer sits
    panels.status.show_saved(at.timestamp(), modified=False)
    settle()
    return window


def caret_at(stand: Stand, words: str) -> None:
    """Put the caret behind words of the text, which stand a third down the page."""
    at = stand.window.editor.text.index(words) + len(words)
    stand.panels.actions.go_to(at, at)


def half_written(stand: Stand) -> MainWindow:
    """Open the sample with what a writer in the middle of his work would have left open."""
    window = stand.window
    window.files.open_sample()
    settle()
    text = window.editor.text
    changed = (
        text.replace("共只有5次", "共只有XX次", 1)
        .replace("反应维修班", "反映维修班")
        .replace("6月底前完工", "6月31日前完工")
    )
    start, end = changed.index("1.听取意见还不够主动"), changed.index("（四）带头干事创业")
    changed = changed[:start] + changed[end:]
    start, end = changed.index("（五）带头坚决"), changed.index("五、反面典型")
    changed = changed[:start] + changed[end:]
    window.editor.apply([Edit(0, len(text), changed)], "写到一半")
    return window


# Pictures of more than one window


def above(stand: Stand, dialog: QWidget) -> QImage:
    """Picture a dialog over its window, in the middle as it opens."""
    stand.window.ensurePolished()
    dialog.ensurePolished()
    if not dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
        dialog.adjustSize()
    size = dialog.size().boundedTo(stand.window.size())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.resize(size)
    dialog.show()
    settle(0.3)
    middle = (stand.window.size() - dialog.size()) / 2
    picture = over(stand.window, dialog, QPoint(middle.width(), middle.height()), named=True)
    dialog.close()
    return picture


def over(window: QWidget, front: QWidget, place: QPoint, *, named: bool = False) -> QImage:
    """Picture a window that stands over another; `named` draws its title above it, which else the system does."""
    picture = window.grab()
    if isinstance(front, QMenu):
        front.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        front.popup(window.mapToGlobal(place))
        settle()
    shot = front.grab()
    painter = QPainter(picture)
    box = QRect(place, front.size())
    if named:
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
        head = (
            QRect(box.left(), box.top() - 30, box.width(), 30)
            if box.top() >= 30
            else QRect(box.topLeft(), box.topLeft())
        )
        painter.fillRect(head.adjusted(-1, -1, 1, 0), front.palette().mid())
        painter.fillRect(head, front.palette().window())
        painter.setPen(front.palette().windowText().color())
        painter.drawText(head.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter, front.windowTitle())
    painter.fillRect(box.adjusted(-1, 0 if named else -1, 1, 1), front.palette().mid())
    painter.drawPixmap(place, shot)
    painter.end()
    front.close()
    return picture.toImage()
