"""Starts the window: first the page, then, once that is painted, everything that reads along."""

from __future__ import annotations

import gc
import os
import sys

from PySide6.QtCore import QTimer
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
    if not (path and window.open_file(path)):
        window.show_start()
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _look_around(app, window)))
    window.show()
    return app.exec()


def _look_around(app: QApplication, window: MainWindow) -> None:
    """Do what could wait until the window was on the screen."""
    from assistant.ui import chinese

    gc.enable()  # switched off by __main__ for the start
    chinese.speak(app)
    assert window.guidance
    window.offer_recovery()
    if not theme.has_chinese():
        print("没有找到中文字体，文字会显示成方块。请安装一种，例如：apt install fonts-noto-cjk", file=sys.stderr)
    missing = theme.missing_fonts()
    if missing and not window.files.settings.fonts_told:
        window.files.change_settings(fonts_told=True)
        told = f"本机没有{'、'.join(missing)}，屏幕上用相近的字体代替；导出的Word仍写明这些字体。"
        window.bars.show_message(told, key="fonts")
