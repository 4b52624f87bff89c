"""What the pictures show: a table of scenes, each a function that brings a window there and gives what is to be seen.

A new picture is a line in `SCENES`. Every dialog that tests/ui/test_fitting.py opens is a scene without a line here.
"""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from ui import test_fitting
from ui.conftest import Answers, wish

from assistant import paths
from assistant.decisions import Stage
from assistant.text import Edit
from assistant.ui.dialogs.mending import MendingDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.panels.side_panel import FINDINGS, QUESTIONS
from assistant.ui.work.files import SAMPLE

SAVED_AT = (14, 3)  # o'clock, in every picture
LAST_YEAR_TEXT = Path(__file__).with_name("last_year.txt")


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


# Scenes


def start(stand: Stand) -> QWidget:
    """The first page, with what was written lately."""
    names = (
        "2025年度民主生活会个人对照检查材料-林知远",
        "2025年度组织生活会个人对照检查材料-林知远",
        "2024年度民主生活会个人对照检查材料-林知远",
    )
    folder = stand.folder / "对照检查材料" / "2025年度"
    folder.mkdir(parents=True)
    recent = [folder / f"{name}.duizhao" for name in names]
    text = (paths.resources() / "samples" / f"{SAMPLE}.txt").read_text("utf-8")
    for number, path in enumerate(recent):
        half = text[: text.index("（四）带头干事创业")] if number == 0 else text
        kept = {"format": 1, "text": half, "template": {"id": SAMPLE}, "decisions": {}}
        path.write_text(json.dumps(kept), "utf-8")
        changed = datetime.datetime(2026, 1, 12 - 2 * number, *SAVED_AT).timestamp()  # noqa: DTZ001  # where the writer sits
        os.utime(path, (changed, changed))
    stand.window.files.change_settings(recent=tuple(map(str, recent)))
    stand.window.show_start()
    stand.window._starting.go_on()
    settle(1.0)
    return stand.window


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


def writing(stand: Stand) -> QWidget:
    """The whole window: outline, page, questions of the section with the caret."""
    half_written(stand)
    rested(stand)
    caret_at(stand, "开展批评放不开")
    stand.panels.side.setCurrentIndex(QUESTIONS)
    return rested(stand)


def findings(stand: Stand) -> QWidget:
    """检查结果 with one card open, before it is handed in."""
    half_written(stand)
    stand.panels.deciding.set_stage(Stage.REVIEW)
    rested(stand)
    caret_at(stand, "10月和11月一共")
    stand.panels.side.setCurrentIndex(FINDINGS)
    rested(stand)
    stand.panels.next_finding(1)
    return rested(stand)


def still_open(stand: Stand) -> QImage:
    """The list behind 还差N项."""
    half_written(stand)
    rested(stand)
    status = stand.panels.status
    menu = status._count.menu()
    menu.aboutToShow.emit()
    place = status._count.mapTo(stand.window, QPoint(0, 0))
    return over(stand.window, menu, place - QPoint(0, menu.sizeHint().height()))


def last_year(stand: Stand) -> QWidget:
    """A material begun beside last year's."""
    stand.answers.wish = wish(source=of_last_year(stand))
    window = stand.window
    window.files.new()
    settle()
    window.editor.apply(
        [Edit(at := window.editor.text.index("固本培元、增强党性方面") + len("固本培元、增强党性方面"), at, SAME)], "写"
    )
    window.editor.go_to(at + 30)
    stand.panels.show_last_year(shown=True)
    rested(stand)
    settle(1.0)  # what is copied is looked for beside the window
    return rested(stand)


SAME = "\n1.自学不够经常。原计划每周自学两个半天，赶报表、接检查一忙就停，事后也没有补上。今年10月和11月一共只有5次。"


def notice(stand: Stand) -> QImage:
    """A notice read: what is asked for, beside the sentences that say so."""
    stand.window.show_start()
    return above(stand, test_fitting.templates(stand.window))


def of_last_year(stand: Stand) -> Path:
    """Give last year's material under the name that a writer gives it."""
    path = stand.folder / "2024年度个人对照检查材料.txt"
    path.write_bytes(LAST_YEAR_TEXT.read_bytes())
    return path


def new(stand: Stand) -> QImage:
    """A new material, beside last year's."""
    stand.window.show_start()
    dialog = test_fitting.new_material(stand.window)
    dialog._earlier.open(of_last_year(stand), "林知远")
    return above(stand, dialog)


def mendings(stand: Stand) -> QImage:
    """全部修正: what would be changed, place by place."""
    made: list[MendingDialog] = []

    def asked(text, planned, where):
        made.append(MendingDialog(stand.window, text, planned, where))
        return ()

    stand.answers.mendings = asked
    test_fitting.with_findings(stand.window)
    rested(stand)
    stand.panels.mend_all()
    return above(stand, made[0])


def checks(stand: Stand) -> QImage:
    half_written(stand)
    rested(stand)
    return above(stand, test_fitting.checks(stand.window))


def finished(stand: Stand) -> QWidget:
    """The finished sample, exported: what is left to look at before it is handed in."""
    stand.window.files.open_sample()
    settle()
    stand.panels.deciding.set_stage(Stage.FINAL)
    stand.answers.export_path = stand.folder / "2025年度民主生活会个人对照检查材料-林知远.docx"
    rested(stand)
    stand.window.files.export()
    settle(0.5)
    stand.panels.side.setCurrentIndex(FINDINGS)
    return rested(stand)


def find(stand: Stand) -> QWidget:
    half_written(stand)
    stand.panels.find_bar.open(replacing=True)
    return rested(stand)


def only_page(stand: Stand) -> QWidget:
    half_written(stand)
    stand.panels.leave_only_page(only=True)
    return rested(stand)


SCENES = (
    Scene("start", start, shown=True),
    Scene("notice", notice, shown=True),
    Scene("new", new, shown=True),
    Scene("writing", writing, shown=True),
    Scene("findings", findings, shown=True),
    Scene("open", still_open, shown=True),
    Scene("last-year", last_year, shown=True),
    Scene("mendings", mendings, shown=True),
    Scene("checks", checks, shown=True),
    Scene("finished", finished, shown=True),
    Scene("find", find),
    Scene("only-page", only_page),
)


def dialogs() -> list[Scene]:
    """Make a scene of each dialog that is known to fit every screen."""

    def of(number: int) -> Scene:
        make = test_fitting.DIALOGS[number]

        def play(stand: Stand) -> QImage:
            test_fitting.with_findings(stand.window)
            rested(stand)
            return above(stand, make(stand.window))

        plain = make.__name__.isidentifier()
        return Scene(f"dialog-{make.__name__ if plain else number}", play)

    return [of(number) for number in range(len(test_fitting.DIALOGS))]


# Pictures of more than one window


def above(stand: Stand, dialog: QWidget) -> QImage:
    """Picture a dialog over its window, in the middle as it opens."""
    stand.window.ensurePolished()
    dialog.ensurePolished()
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
