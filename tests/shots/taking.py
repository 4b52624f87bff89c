"""Plays scene after scene, each in a window of its own and in every look, and keeps a picture of it."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import palette
import scenes
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from ui.conftest import Answers

from assistant.files import settings
from assistant.ui import app as program
from assistant.ui import chinese
from assistant.ui.appearance import Appearance


class Wanted(NamedTuple):
    """Which pictures: the screen in logical points, the looks, the size of type, names (all where there are none)."""

    screen: tuple[int, int]
    looks: list[str]
    size: str
    only: list[str]
    documented: bool  # only those that guide and README show


def take(wanted: Wanted, folder: Path, suffix: str) -> int:
    """Take them and say how large they are."""
    os.environ.pop("DUIZHAO_HOME", None)
    app = program.application()
    chinese.speak(app)
    if "contrast" in wanted.looks and sys.platform != "win32":  # without a screen there is no system that has it
        Appearance._palette_of_system = lambda _: _black()  # type: ignore[method-assign]
    listed = (
        [each for each in scenes.SCENES if each.shown] if wanted.documented else [*scenes.SCENES, *scenes.dialogs()]
    )
    total = 0
    for look in wanted.looks:
        for scene in listed:
            if wanted.only and scene.name not in wanted.only:
                continue
            path = folder / (scene.name + ("" if look == "light" else f"-{look}") + suffix + ".png")
            total += palette.save(_picture(app, scene, look, wanted), path)
    print(f"{folder}：共{total / 1e6:.2f}兆", flush=True)
    return 0


def _black() -> QPalette:
    """Make the palette of a system set to white on black, as Windows has it."""
    made, roles = QPalette(), QPalette.ColorRole
    for role in (roles.Window, roles.Base, roles.AlternateBase, roles.Button, roles.ToolTipBase):
        made.setColor(role, QColor("black"))
    for role in (roles.WindowText, roles.Text, roles.ToolTipText, roles.ButtonText, roles.BrightText):
        made.setColor(role, QColor("white"))
    made.setColor(roles.Highlight, QColor("#1aebff"))
    made.setColor(roles.HighlightedText, QColor("black"))
    made.setColor(roles.Link, QColor("#ffff00"))
    made.setColor(roles.PlaceholderText, QColor("#3ff23f"))
    return made


def _picture(app: QApplication, scene: scenes.Scene, look: str, wanted: Wanted) -> QImage:
    """Play a scene in a home of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=sys.platform == "win32") as name:
        os.environ["DUIZHAO_HOME"] = str(Path(name) / "home")
        known = settings.load()._replace(theme=look, type_size=wanted.size, fonts_told=True)
        settings.save(known)
        answers = Answers()
        window = program.make_window(app, answers)
        window.join()
        window.resize(*wanted.screen)
        window.show()
        scenes.settle()
        window.resize(*wanted.screen)
        seen = scene.play(scenes.Stand(window, answers, Path(name)))
        picture = seen if isinstance(seen, QImage) else seen.grab().toImage()
        window.history.setClean()
        window.close()
        window.deleteLater()
        for each in app.findChildren(Appearance):  # else each would go on putting its own look in force
            app.styleHints().colorSchemeChanged.disconnect(each._follow_system)
            each.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return picture
