"""Starts the window: first the page, then, once that is painted, everything that reads along."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from assistant import NAME, kept_modules  # noqa: F401  # the second before all else: what is imported next it finds
from assistant.ui import plain_imports  # noqa: F401  # before all else of Qt

# isort: split
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from assistant import paths
from assistant.files import disk, settings
from assistant.ui import first_reading, fonts, free_memory, input_method
from assistant.ui.appearance import Appearance
from assistant.ui.document import file_places
from assistant.ui.main_window import MainWindow

if TYPE_CHECKING:
    from assistant.ui.work.prompts import Prompts

_SETTLED_MS = 1000  # after the panels are there; until then nothing beside them takes the processor
_NESTED = 5  # layouts within layouts
_ALL_BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents  # that waits until there is all it may want
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def application() -> QApplication:
    """Make the application, or take the one there is."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb;wayland")  # input methods work best over X on UOS and Kylin
        input_method.reach_fcitx()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setDesktopFileName("duizhao")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "duizhao.svg")))
    return app


def make_window(app: QApplication, prompts: Prompts | None = None) -> MainWindow:
    """Make the window, looking as the writer has chosen."""
    known = settings.load()
    appearance = Appearance(app, known.theme, known.type_size)
    window = MainWindow(appearance.theme, prompts)
    appearance.watch(window)
    window.files.settings_changed.connect(lambda now: appearance.choose(now.theme, now.type_size))
    return window


def run(path: str | None) -> int:
    """Open the window, with a file if one is given, and run until it is closed."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        print("本机没有图形界面，未能打开窗口。命令行仍可使用，用法见 duizhao --help。", file=sys.stderr)
        return 2  # Qt would abort without a word that the user knows
    app = application()
    window = begin(app, path)
    window.open_up()
    return app.exec()


def begin(app: QApplication, path: str | None) -> MainWindow:
    """Make the window with a file, or its first page; once it is painted, what reads along joins it."""
    window = make_window(app)
    if not (path and window.open_file(path)):
        window.show_start()
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _look_around(app, window)))
    return window


class _Sweeper(QObject):
    """Collects garbage when the hands rest; in the middle of typing it would hold up a key by 70 ms.

    __main__ switches the collector off. What the start has made is there to stay and is never looked at again.
    """

    REST_MS = 3000

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        gc.freeze()
        free_memory.keep_compact()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(self.REST_MS)
        self._rest.timeout.connect(free_memory.sweep)
        window.editor.text_edited.connect(lambda _: self._rest.start())
        window.files.opened.connect(lambda _: self._rest.start())


class _Held(QObject):
    """Holds the window's painting back until all of it is there, and then paints once.

    To switch updates off and on again has Qt paint a window twice on some systems.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window: QWidget | None = window
        window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest

    def paint(self) -> None:
        """Paint the window, if that is not done."""
        if window := self._window:
            self._window = None
            window.removeEventFilter(self)
            # Qt believes that what was held back is still to come, be the window to be seen or not
            QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
            self.deleteLater()


def _watch(window: MainWindow) -> None:
    """Catch what nobody has foreseen."""
    from assistant.ui.mishaps import Mishaps

    def keep() -> bool:
        return not window.files.modified or window.session.keep_journal_now(window.editor.text, window.files.name)

    def ask_where(name: str) -> Path | None:
        folder = disk.nearest_folder(file_places.folder(None))
        return window.files.prompts.file_for_result("保存故障报告", folder / name, {".txt": "文本文件"})

    Mishaps(window, keep, ask_where).watch()


def _look_around(app: QApplication, window: MainWindow) -> None:
    """Do what could wait until the window was on the screen."""
    from assistant.ui import chinese, screens

    def paint_once() -> None:
        for _ in range(_NESTED):
            app.sendPostedEvents()  # layouts and styles first; each layout tells the one around it by an event
        if window.wiring:
            window.wiring.settle()
        app.processEvents(_ALL_BUT_INPUT)  # what lists put off till the next moment
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # where something goes, Qt paints once more
        held.paint()  # now, before what is not seen is made

    free_memory.let_go_of_files()  # what the page was laid out with; little of it is looked at again
    screens.keep_on_screen(window)
    held = _Held(window)
    try:
        chinese.speak(app)
        app.sendPostedEvents()  # every widget is told of the language, and there are few as yet
        steps = window.join(paint_once).word_steps
    finally:
        held.paint()
    first_reading.let_go()  # if it was not wanted
    free_memory.let_go_of_files()  # as much again, of laying out the rest
    QTimer.singleShot(_SETTLED_MS, steps.load)  # the list of words is long; first the panels, then what few keys need
    _Sweeper(window)
    _watch(window)
    window.offer_recovery()
    window.files.left_forms.offer_criticisms()
    window.files.left_forms.offer_templates()
    from assistant.files import housekeeping

    recent = [Path(name).parent for name in window.files.settings.recent]
    tidy = Thread(target=housekeeping.tidy, args=(recent,), name="tidy", daemon=True)
    QTimer.singleShot(_SETTLED_MS, tidy.start)
    if not fonts.has_chinese():
        print(
            "本机没有找到中文字体，文字会显示为方块。请联系单位维护人员安装中文字体（Debian一类系统：apt install fonts-noto-cjk）。",
            file=sys.stderr,
        )
    missing = fonts.missing_fonts()
    if missing and not window.files.settings.fonts_told:
        message = (
            f"本机没有{'、'.join(missing)}，屏幕上用相近字体代替。导出的Word已设为这些字体，"
            "在装有这些字体的电脑上打开、打印，即为规定的字体。"
        )
        told = partial(window.files.change_settings, fonts_told=True)
        window.bars.show_message(message, key="fonts", seen=told, quiet=True)  # it waits behind all others
    if input_method.is_out_of_reach():  # last, to be seen first: of these nothing matters more
        window.bars.show_message(input_method.OUT_OF_REACH, key="input", quiet=True)
