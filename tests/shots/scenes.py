"""What the pictures show: a table of scenes, each a function that brings a window there and gives what is to be seen.

A new picture is a line in `SCENES`. Every dialog that tests/ui/test_fitting.py opens is a scene without a line here.
"""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import panel_scenes
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from stand import SAVED_AT, Scene, Stand, above, caret_at, half_written, over, rested, settle
from ui import test_fitting
from ui.conftest import wish

from assistant import paths
from assistant.decisions import Stage
from assistant.text import Edit
from assistant.ui import input_method
from assistant.ui.dialogs.mending import MendingDialog
from assistant.ui.panels.side_panel import FINDINGS, QUESTIONS
from assistant.ui.work.files import SAMPLE

LAST_YEAR_TEXT = Path(__file__).with_name("last_year.txt")


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
    stand.panels.status.show_idle()
    for _ in range(20):  # seconds; the drafts are read one after the other, on a busy machine slowly
        settle(1.0)
        if not stand.window._starting._waiting:
            break
    settle(1.0)  # and the last of them
    return stand.window


def first(stand: Stand) -> QWidget:
    """The first page as it is seen after the program was installed."""
    stand.window.show_start()
    stand.window._starting.go_on()
    stand.panels.status.show_idle()
    settle(0.5)
    return stand.window


def input_method_told(stand: Stand) -> QWidget:
    """What is said where the input method cannot be reached."""
    first(stand)
    stand.window.bars.show_message(input_method.OUT_OF_REACH)
    settle()
    return stand.window


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
    stand.panels.on_page.step(1)
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
    """全部改正: what would be changed, place by place."""
    made: list[MendingDialog] = []

    def asked(text, planned, where):
        made.append(MendingDialog(stand.window, text, planned, where))
        return ()

    stand.answers.mendings = asked
    test_fitting.with_findings(stand.window)
    rested(stand)
    stand.panels.on_page.mend_all()
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


def blank(stand: Stand) -> QWidget:
    """A material just begun: outline, the first questions, nothing counted as wrong."""
    stand.answers.wish = wish()
    stand.window.files.new()
    settle()
    return rested(stand)


def find(stand: Stand) -> QWidget:
    half_written(stand)
    stand.panels.find_bar.open(replacing=True)
    stand.panels.find_bar._find.setText("自学")
    return rested(stand)


def only_page(stand: Stand) -> QWidget:
    half_written(stand)
    stand.panels.leave_only_page(only=True)
    return rested(stand)


SCENES = (
    Scene("start", start, shown=True),
    Scene("first", first, shown=True),
    Scene("input-method", input_method_told, shown=True),
    Scene("notice", notice, shown=True),
    Scene("new", new, shown=True),
    Scene("writing", writing, shown=True),
    Scene("findings", findings, shown=True),
    Scene("open", still_open, shown=True),
    Scene("last-year", last_year, shown=True),
    Scene("returned", panel_scenes.returned, shown=True),
    Scene("compare", panel_scenes.compare, shown=True),
    Scene("folder", panel_scenes.folder, shown=True),
    Scene("mendings", mendings, shown=True),
    Scene("checks", checks, shown=True),
    Scene("finished", finished, shown=True),
    Scene("blank", blank),
    Scene("find", find),
    Scene("only-page", only_page),
    *panel_scenes.SCENES,
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
