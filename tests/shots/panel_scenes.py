"""Scenes of the panels and windows that stand beside the text: 审改稿, 意见, 各稿对比, 措施, a folder that was checked."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget
from stand import Scene, Stand, above, caret_at, half_written, over, rested, settle

from assistant.commands import folder_owners
from assistant.commands.folder_outcome import Line, Outcome
from assistant.decisions import Profile
from assistant.facts.roll import Person
from assistant.files import layouts
from assistant.files.writers import tracked
from assistant.finding import Severity
from assistant.review.comparison import compare as differences
from assistant.text import Edit
from assistant.ui.dialogs.folder_window import FolderWindow, Shown
from assistant.ui.panels.side_panel import LINKS, RETURNED

WHEN = datetime.datetime(2026, 1, 9, 9, 30, tzinfo=datetime.timezone.utc)
OPINIONS = "群众意见：\n1.到东郊片区少，来之前都打招呼。\n2.报修电话回得慢。\n\n班子成员意见：\n3.开展批评放不开，提意见多是希望。"


def _changed(text: str) -> str:
    """Change a text as one who reads it before it is handed in would."""
    return (
        text.replace("10月和11月一共", "四季度一共")
        .replace("赶报表、接检查一忙就停，事后也没有补上。", "一忙就停，事后没有补。")
        .replace("给科室同志提的意见多是", "给科室同志提意见，多是")
    )


def returned(stand: Stand) -> QWidget:
    """A file that came back, change by change."""
    half_written(stand)
    text = stand.window.editor.text
    path = stand.folder / "2025年度个人对照检查材料-书记审后.docx"
    path.write_bytes(tracked.write(differences(text, _changed(text)), layouts.named("gb9704"), "周明达", WHEN))
    stand.answers.earlier = path
    stand.panels.tabs.returned.open_file()
    caret_at(stand, "10月和11月一共")
    stand.panels.show_returned(shown=True)
    settle(1.0)
    cards = [card.key for card in stand.panels.side.returned.view.cards if card.key.startswith("r:")]
    stand.panels.side.returned.cards.select(cards[0])
    return rested(stand)


def opinions(stand: Stand) -> QWidget:
    """意见 on the writer, of which one card is open."""
    half_written(stand)
    stand.answers.said = OPINIONS
    stand.panels.tabs.returned.add_opinions()
    stand.panels.show_returned(shown=True)
    settle(1.0)
    stand.panels.side.returned.cards.select("o:0")
    return rested(stand)


def compare(stand: Stand) -> QWidget:
    """The draft beside one of its versions, change by change."""
    half_written(stand)
    stand.answers.name = "初稿"
    stand.panels.compare.versions.save_version()
    text = stand.window.editor.text
    stand.window.editor.apply([Edit(0, len(text), _changed(text))], "改")
    stand.window.bars.clear()
    stand.panels.compare.toggle(on=True)
    settle(1.0)
    return rested(stand)


def links(stand: Stand) -> QWidget:
    """问题—原因—措施 as a table."""
    half_written(stand)
    stand.panels.side.setCurrentIndex(LINKS)
    stand.panels.tabs.show(LINKS, shown=True)
    settle(1.0)
    return rested(stand)


def nothing_returned(stand: Stand) -> QWidget:
    """审改稿 before anything came back."""
    half_written(stand)
    stand.panels.tabs.show(RETURNED, shown=True)
    return rested(stand)


def message(stand: Stand) -> QWidget:
    """A message above the page that has two buttons."""
    half_written(stand)
    caret_at(stand, "开展批评放不开")
    told = "导出的Word在14:20被改过，没有覆盖。是否把Word里的修改带回草稿？"
    stand.window.bars.show_message(told, [("带回修改", list), ("另存Word…", list)])
    return rested(stand)


def folder(stand: Stand) -> QImage:
    """A folder that was checked, as the one sees it who collects the materials."""
    half_written(stand)
    rested(stand)
    return above(stand, folder_window(stand))


def folder_window(stand: Stand) -> FolderWindow:
    """Make the window of a folder in which one has handed in twice, one not at all, and one file cannot be read."""
    unit = "市住房保障中心"
    people = (
        Person("领导班子", unit),
        Person("周明达", unit, "党组书记、主任"),
        Person("林知远", unit, "副主任"),
        Person("高语宁", unit, "副主任"),
        Person("杜文博", unit, "总工程师"),
        Person("许静怡", unit, "纪检组长"),
    )
    must = Line(
        "a",
        "二、存在的问题（二）",
        14,
        "共只有",
        Severity.ERROR,
        "清稿",
        "“XX”尚未填写。",
        "请填上实际内容。",
        "",
        "XX",
    )
    order = replace(must, rule="c", begins="四是谈心", message="“二是”之后未见“三是”。", advice="请看是否漏了一条。")
    may = Line(
        "b",
        "五、整改措施",
        31,
        "进一步加强学习",
        Severity.ADVICE,
        "内容",
        "三条措施都暂未见完成时间或标准。",
        "",
        "",
        "进一步加强",
    )
    asked = "2025年度民主生活会个人对照检查材料"
    member = partial(Outcome, subject="班子成员个人", asked=asked)
    scanned = "这是扫描件，里面只有图片，没有文字。"
    outcomes = (
        Outcome("班子对照检查材料.docx", subject="领导班子", of_body=True, asked=asked, length=4862, findings=(may,)),
        member("林知远.docx", by=Profile(name="林知远"), length=3120, findings=(must, order, may)),
        member("林知远第二稿.docx", by=Profile(name="林知远"), length=3344, findings=(must, may)),
        member("高语宁.docx", by=Profile(name="高语宁"), length=3471, findings=()),
        member("周明达（定稿）.wps", by=Profile(name="周明达"), length=3507, findings=(may,)),
        Outcome("许静怡.pdf", problem=scanned, by=Profile(name="许静怡")),
    )
    window = FolderWindow(
        None, stand.window._theme, Shown("2025年度对照检查材料", folder_owners.of(outcomes, people), {})
    )
    window.choose(3)
    return window


def _menu(title: str, stand: Stand) -> QImage:
    half_written(stand)
    rested(stand)
    bar = stand.window.menuBar()
    action = next(each for each in bar.actions() if each.text().startswith(title))
    menu: QMenu = QMenu.menuInAction(action)
    menu.aboutToShow.emit()
    return over(stand.window, menu, QPoint(bar.actionGeometry(action).left(), bar.height()))


SCENES = (
    Scene("opinions", opinions),
    Scene("nothing-returned", nothing_returned),
    Scene("links", links),
    Scene("message", message),
    *(Scene(f"menu-{n}", partial(_menu, title)) for n, title in enumerate(("文件", "编辑", "检查", "去年", "查看"))),
)
