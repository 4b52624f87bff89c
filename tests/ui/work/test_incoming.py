"""Notices and templates that come in: over the first page, over an open draft."""

from pathlib import Path

from PySide6.QtWidgets import (
    QPushButton,
)
from templates.test_proposal import NOTICE
from ui.dialogs.conftest import handed_on
from ui.dialogs.test_new_material import NOVEMBER, Profile
from word_files import with_hidden

from assistant.files import own_shelf, template_shelf
from assistant.templates.template import Subject
from assistant.text import Edit
from assistant.ui.dialogs.new_material import NewMaterial, NewMaterialDialog
from assistant.ui.work.prompts import Closing


def test_a_notice_that_is_opened_is_offered_as_template(window, answers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "utf-8")
    window.open_file(str(path))

    assert any("疑为会议通知" in message for message in window.bars.messages())
    window.bars.choose("按通知新建…")
    assert answers.notice == NOTICE.strip()


def test_template_that_come_in_at_the_start_are_taken_in_over_the_start_page(window, answers, tmp_path):
    assert not window.open_file(handed_on(tmp_path))  # no document: the start page is shown

    assert window.bars.messages() == ["已导入“2026年度民主生活会”。"]
    assert not window.working
    assert not shown_choices(window) & {"用于正在写的材料…"}
    window.bars.choose("按这份要求新建…")
    assert answers.own.path.parent == own_shelf.folder()
    assert answers.own.templates[0].name == "2026年度民主生活会"


def test_template_that_are_dropped_can_be_exchanged_for_those_of_the_open_draft(sample, answers, tmp_path):
    before = sample.editor.text
    sample.editor.file_dropped.emit(handed_on(tmp_path))
    assert sample.editor.text == before
    own = own_shelf.every()[0]
    template = next(each for each in own.templates if each.subject is Subject.INDIVIDUAL)
    entry = next(each for each in template_shelf.entries() if each.id == template.id)
    answers.wish = NewMaterial(template, entry.choice(), Profile(), None)
    sample.bars.choose("用于正在写的材料…")

    assert answers.own == own
    assert sample.session.template == template


def test_template_that_cannot_be_used_are_told_and_the_start_page_stays(window, answers, tmp_path):
    path = tmp_path / "坏的.duizhaoreq"
    path.write_text("这不是要求", "utf-8")

    assert not window.open_file(str(path))
    assert window.bars.messages()[0].startswith("“坏的.duizhaoreq”不能用作本次要求，没有导入。")
    assert not window.open_file(str(tmp_path / "没有.duizhaoreq"))
    assert not window.working
    assert own_shelf.every() == ()


def test_the_dialog_comes_with_what_came_in_chosen(qtbot, tmp_path):
    own = own_shelf.take_over(Path(handed_on(tmp_path)))
    new = NewMaterialDialog(None, NOVEMBER, Profile("某公司", "经理", "李大明"))
    qtbot.addWidget(new)
    new.take_own((own,))

    assert new.chosen().template.name == "2026年度民主生活会"
    last = tmp_path / "去年.txt"
    last.write_text(
        "2025年度组织生活会个人对照检查材料\n周平\n一、存在的问题\n1.学习少。没有学。\n二、整改措施\n1.多学。\n",
        "utf-8",
    )
    new._earlier.open(last)
    assert new.chosen().earlier is not None
    assert new.chosen().template.name == "2026年度民主生活会"  # and is not lost for a file chosen after it


def shown_choices(window):
    return {button.text() for button in window.bars.findChildren(QPushButton)}


def test_a_notice_that_comes_while_a_draft_is_open_does_not_take_its_place(sample, answers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "utf-8")
    before = sample.editor.text
    sample.editor.apply([Edit(0, 0, "新")], "写")
    assert not sample.open_file(str(path))
    assert sample.editor.text == "新" + before
    assert answers.told == []
    assert sample.bars.messages() == ["“通知.txt”疑为会议通知，不是材料。正在写的材料没有变动。"]
    sample.bars.choose("用于正在写的材料…")
    assert answers.notice == NOTICE.strip()
    (tmp_path / "通知.docx").write_bytes(with_hidden(NOTICE))
    assert not sample.open_file(str(tmp_path / "通知.docx"))
    assert sample.bars.messages()[-1].endswith("正在写的材料没有变动。隐藏文字未带入（1处）。")

    answers.closing = Closing.CANCEL
    sample.open_file(str(path))
    sample.bars.choose("仍作为材料打开")
    assert len(answers.told) == 1  # the usual question
    assert sample.editor.text == "新" + before
    answers.closing = Closing.DISCARD
    sample.open_file(str(path))
    sample.bars.choose("仍作为材料打开")
    assert sample.editor.text == NOTICE.strip()
