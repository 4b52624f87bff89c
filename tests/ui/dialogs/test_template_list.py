"""全部要求: told apart, deleted, handed on, taken over."""

import datetime
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QWidget,
)
from ui.dialogs.test_new_material import NOVEMBER, Profile

from assistant.certainty import Certainty
from assistant.files import own_shelf, template_shelf
from assistant.templates import own_template
from assistant.templates.template import MeetingKind, Subject
from assistant.templates.template_file import AspectEntry
from assistant.ui import asking
from assistant.ui.dialogs.new_material import NewMaterialDialog
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.dialogs.template_list import TemplateList


def test_template_of_a_notice_are_chosen_for_the_new_material(qtbot, dialog):
    dialog._keep()
    new = NewMaterialDialog(None, NOVEMBER, Profile("某公司", "经理", "李大明"))
    qtbot.addWidget(new)
    new.strip.kept.emit(dialog.kept)
    wish = new.chosen()

    assert wish.template.id == "2025-democratic-notice-individual"
    assert template_shelf.chosen(wish.choice) == wish.template


def _own(year=2026, **changes):
    """Keep a template of the writer's own."""
    aspects = (AspectEntry("learn", "带头学习", "学习", Certainty.NOTICE),)
    identifier = template_shelf.free_id(f"{year}-own")
    file = replace(own_template.by_hand(identifier, year, "2025年度民主生活会"), aspects=aspects, **changes)
    return own_shelf.keep(file)


def test_the_years_line_no_longer_says_that_the_notice_has_not_come(qtbot):
    new = NewMaterialDialog(None, NOVEMBER, Profile())
    qtbot.addWidget(new)
    assert new._year.currentText() == "2026年度（通知未到，先用通用提纲）"
    new.strip.kept.emit((_own(),))
    assert new._year.currentText() == "2026年度"
    assert new.chosen().template.id == "2026-own-individual"
    new.choose(2026, MeetingKind.ORGANIZATIONAL, Subject.MEMBER)

    assert new._year.currentText() == "2026年度（通知未到，先用通用提纲）"


@pytest.mark.parametrize("year", [2026, None])
def test_own_template_of_the_season_come_first(qtbot, year):
    _own(year, subjects=(Subject.BRANCH,), meeting=MeetingKind.ORGANIZATIONAL, base="organizational")
    new = NewMaterialDialog(None, NOVEMBER, Profile())
    qtbot.addWidget(new)

    assert new._year.currentText() == "2026年度"
    assert new.chosen().template.subject is Subject.BRANCH
    assert new.chosen().choice.source


def _lines(shelf):
    group = shelf._list.topLevelItem(0)
    return [group.child(n).text(0) for n in range(group.childCount())]


def test_template_of_one_name_can_be_told_apart(qtbot):
    first = _own(subjects=(Subject.LEADERSHIP,))
    second = _own(subjects=(Subject.INDIVIDUAL,))
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    assert sorted(_lines(shelf)) == ["2026年度民主生活会（班子成员个人）", "2026年度民主生活会（领导班子）"]
    third = _own(subjects=(Subject.INDIVIDUAL,))
    for path, day in ((first.path, 1), (second.path, 2), (third.path, 3)):
        os.utime(path, (datetime.datetime(2026, 11, day, 14, 5).timestamp(),) * 2)  # noqa: DTZ001
    new = NewMaterialDialog(None, NOVEMBER, Profile())
    qtbot.addWidget(new)

    assert [new._variant.itemText(n) for n in range(new._variant.count())] == [
        "据本单位通知：1个方面，11月3日14:05保存",
        "据本单位通知：1个方面，11月2日14:05保存",
    ]
    os.utime(third.path, (second.path.stat().st_mtime,) * 2)
    assert len(set(own_shelf.labels(own_shelf.every()))) == 3


def test_what_was_built_and_the_tabs_are_called_by_their_subjects(qtbot, file, monkeypatch):
    files = [replace(file, id=str(each), subjects=(each,)) for each in (Subject.LEADERSHIP, Subject.INDIVIDUAL)]
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)

    def keep(dialog):
        assert [dialog._tabs.tabText(n) for n in range(2)] == ["民主生活会·领导班子", "民主生活会·班子成员个人"]
        dialog.kept = tuple(own_shelf.keep(each) for each in files)
        return 1

    monkeypatch.setattr(TemplateDialog, "exec", keep)
    shelf.strip.correct(files)
    assert shelf.strip._done.text() == (
        "已按通知建好：2025年度民主生活会（领导班子）、2025年度民主生活会（班子成员个人）。"
    )


def test_deleting_asks_with_the_line_on_the_screen(qtbot, said):
    _own()
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    shelf._delete_chosen()
    assert said.told == ["删除“2026年度民主生活会”？删除后不能恢复。已经按这份要求写的草稿不受影响，草稿里留有一份。"]
    assert len(own_shelf.every()) == 1
    said.answer = True
    shelf._delete_chosen()
    assert own_shelf.every() == ()


def test_the_question_is_in_chinese_and_stays_by_itself(qtbot):
    seen = []

    def look():
        box = QApplication.activeModalWidget()
        seen.extend(button.text() for button in box.buttons())
        seen.append(box.defaultButton().text())
        box.reject()

    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, look)
    assert not asking.ask(parent, "删除本次要求", "删除？", go_on="删除", stay="取消")
    assert sorted(seen) == sorted(["删除", "取消", "取消"])


@pytest.mark.parametrize("source", ['format = 1\nid = "x"\nname = "半', 'format = 1\nid = "x"\nmeeting = "other"'])
def test_a_broken_file_is_said_plainly_and_named_once(qtbot, said, tmp_path, source):
    path = tmp_path / "同事给的.duizhaoreq"
    path.write_text(source, "utf-8")
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    assert not shelf.take(path)
    shelf.strip.read_file(path)

    for told in said.told:
        assert told.startswith(
            "这份“本次要求”文件不完整，或者内容已被改动，没有导入。由同事发来的，请对方重新发送；自行改过的，请删除后照通知重新填写。"
        )
        assert told.count("同事给的.duizhaoreq") == 1
    assert len(said.told) == 2


def test_what_is_handed_on_is_confirmed(qtbot, said, tmp_path, monkeypatch):
    own = _own()
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "交给同事")])
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    shelf._export()

    assert said.told[0].startswith("已导出：交给同事.duizhaoreq。")
    assert (tmp_path / "交给同事.duizhaoreq").read_text("utf-8") == own.source


def test_the_shelf_lists_shows_and_takes_over(qtbot, dialog, tmp_path):
    dialog._keep()
    handed_on = tmp_path / "同事给的.duizhaoreq"
    handed_on.write_text(dialog.kept[0].source.replace("2025-democratic-notice", "from-colleague"), "utf-8")
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)

    assert shelf.take(handed_on)
    assert "from-colleague-individual" in {entry.id for entry in template_shelf.entries()}
    assert shelf.take(handed_on)
    assert len(own_shelf.every()) == 2  # the same file is not taken twice
    shelf.choose("班子成员个人 · 2025")
    assert "带头固本培元" in shelf._preview.toPlainText()
    assert not shelf._delete.isEnabled()
