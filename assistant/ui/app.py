"""Starts the window: Chinese for all of Qt, fonts looked after, the file on the command line opened."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from assistant.ui import theme
from assistant.ui.main_window import MainWindow


def application() -> QApplication:
    """Make the application, or take the one there is."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb;wayland")  # input methods work best over X on UOS and Kylin
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("对照检查写作助手")
    app.setDesktopFileName("duizhao")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def make_window(app: QApplication) -> MainWindow:
    """Make the window in the program's colors."""
    font = QFont()
    font.setFamilies(
        ["Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]
    )
    font.setPointSizeF(10.5)
    app.setFont(font)
    colors = theme.load()
    app.setStyleSheet(colors.style_sheet())
    palette = app.palette()
    palette.setColor(QPalette.ColorRole.Link, colors.color("accent"))
    app.setPalette(palette)
    return MainWindow(colors)


def run(path: str | None) -> int:
    """Open the window, with a file if one is given, and run until it is closed."""
    app = application()
    window = make_window(app)
    if path:
        window.open_file(path)
    window.show()
    _AfterFirstPaint(window)
    return app.exec()


class _AfterFirstPaint(QObject):
    """Does what can wait until the window is on the screen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._look_around)
        return super().eventFilter(watched, event)

    def _look_around(self) -> None:
        window = self._window
        window.offer_recovery()
        if not theme.has_chinese():
            print("没有找到中文字体，文字会显示成方块。请安装一种，例如：apt install fonts-noto-cjk", file=sys.stderr)
        missing = theme.missing_fonts()
        if missing and not window.files.settings.fonts_told:
            window.files.change_settings(fonts_told=True)
            told = f"本机没有{'、'.join(missing)}，屏幕上用相近的字体代替；导出的Word仍写明这些字体。"
            window.bars.show_message(told, key="fonts")
