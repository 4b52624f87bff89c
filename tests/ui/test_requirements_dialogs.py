"""From a notice to this year's requirements in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from assistant import notice, proposal, requirements
from assistant.template import Subject
from assistant.text import Edit
from assistant.ui.new_material_dialog import NewMaterialDialog, Wish
from assistant.ui.prompts import Closing
from assistant.ui.requirements_dialog import RequirementsDialog
from assistant.ui.requirements_shelf import RequirementsShelf
from tests.test_proposal import NOTICE
from tests.ui.test_new_material_dialog import NOVEMBER, Profile


@pytest.fixture
def file():
    return made_of(NOTICE)


def made_of(text):
    (asked,) = notice.read(text).asked
    return proposal.propose(asked, requirements.shipped_files(), "2025-democratic-notice")


@pytest.fixture
def dialog(qtbot, file):
    made = RequirementsDialog(None, [file], text=NOTICE, told=["读到6个方面"])
    qtbot.addWidget(made)
    return made


def test_what_is_not_touched_stays_as_it_was_read(dialog, file):
    assert dialog.sheets[0].file() == file


def test_the_sentence_a_value_came_from_is_shown_in_the_notice(dialog, file):
    sheet = dialog.sheets[0]
    sheet._aspects._tree.setCurrentItem(sheet._aspects._tree.topLevelItem(5))

    assert dialog.shown_sentence() == file.aspects[5].said


def test_the_writer_corrects_adds_reorders_and_deletes(dialog, qtbot):
    sheet = dialog.sheets[0]
    tree = sheet._aspects._tree
    tree.topLevelItem(0).setText(0, "带头强化政治忠诚")
    tree.setCurrentItem(tree.topLevelItem(5))
    sheet._aspects._move(-1)
    tree.setCurrentItem(tree.topLevelItem(1))
    sheet._aspects._delete()
    sheet._aspects._add()
    tree.currentItem().setText(0, "带头深化国企党建")
    sheet._parts.append([row for row in sheet.parts_to_add() if "学习教育" in row.text])
    sheet._lengths[Subject.INDIVIDUAL][1].setValue(3000)
    sheet._file_name.setText("01-{单位}-{姓名}")
    sheet._words.setText("双提升、智慧住建")
    dialog._keep()

    template = next(t for t in dialog.kept[0].templates if t.subject is Subject.INDIVIDUAL)
    assert [aspect.short for aspect in template.aspects] == [
        "强化政治忠诚",
        "敬畏人民、敬畏组织、敬畏法纪",
        "干事创业、担当作为",
        "推动企业深化改革、提升核心竞争力",
        "坚决扛起管党治党责任",
        "深化国企党建",
    ]
    assert template.aspects[0].questions == requirements.find("2025-democratic-individual").aspects[0].questions
    assert template.parts[-1].heading == "学习教育查摆问题整改情况"
    assert template.length.most == 3000
    assert (template.file_name, template.unit_words) == ("01-{单位}-{姓名}", ("双提升", "智慧住建"))


def test_what_is_lacking_is_said_and_nothing_is_kept(dialog, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *arguments: told.append(arguments[-1]))
    dialog.sheets[0]._name.clear()
    dialog._keep()

    assert told == ["还没有填会议名称。"]
    assert requirements.own_files() == ()


def test_a_notice_typed_by_hand_gives_requirements(qtbot):
    base = requirements.shipped_file("democratic")
    empty = proposal.by_hand(requirements.free_id("2026-democratic-notice"))
    made = RequirementsDialog(None, [empty])
    qtbot.addWidget(made)
    sheet = made.sheets[0]
    sheet._year.setValue(2026)
    sheet._theme.setPlainText("认真学习，真抓实干")
    for text in ("带头学习", "带头落实"):
        sheet._aspects._add()
        sheet._aspects._tree.currentItem().setText(0, text)
    made._keep()

    (kept,) = made.kept
    assert kept.templates[0].label == "2026年度民主生活会 · 领导班子"
    assert [part.id for part in kept.templates[0].parts] == [part.id for part in base.parts]


def test_requirements_of_a_notice_are_chosen_for_the_new_material(qtbot, dialog):
    dialog._keep()
    new = NewMaterialDialog(None, NOVEMBER, Profile("某公司", "经理", "李大明"))
    qtbot.addWidget(new)
    new.strip.kept.emit(dialog.kept)
    wish = new.wish()

    assert wish.template.id == "2025-democratic-notice-individual"
    assert requirements.chosen(wish.choice) == wish.template


def test_the_shelf_lists_shows_and_takes_over(qtbot, dialog, tmp_path):
    dialog._keep()
    handed_on = tmp_path / "同事给的.duizhaoreq"
    handed_on.write_text(dialog.kept[0].source.replace("2025-democratic-notice", "from-colleague"), "utf-8")
    shelf = RequirementsShelf(None)
    qtbot.addWidget(shelf)

    assert shelf.take(handed_on)
    assert "from-colleague-individual" in {entry.id for entry in requirements.entries()}
    assert shelf.take(handed_on)
    assert len(requirements.own_files()) == 2  # the same file is not taken twice
    shelf.choose("班子成员个人 · 2025")
    assert "带头固本培元" in shelf._preview.toPlainText()
    assert not shelf._delete.isEnabled()


def test_a_notice_that_is_opened_is_offered_as_requirements(window, answers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "utf-8")
    window.open_file(str(path))

    assert any("像一份会议通知" in message for message in window.bars.messages())
    window.bars.choose("按通知新建…")
    assert answers.notice == NOTICE.strip()


def handed_on(folder):
    """Write requirements as a colleague hands them on."""
    path = folder / "本次要求.duizhaoreq"
    path.write_text(requirements.source_of(replace(made_of(NOTICE), name="2026年度民主生活会", year=2026)), "utf-8")
    return str(path)


def test_requirements_that_come_in_at_the_start_are_taken_in_over_the_start_page(window, answers, tmp_path):
    assert not window.open_file(handed_on(tmp_path))  # no document: the start page is shown

    assert window.bars.messages() == ["已收下“2026年度民主生活会”。"]
    assert not window.working
    assert not shown_choices(window) & {"更换当前稿子的要求…"}
    window.bars.choose("按它新建…")
    assert answers.own.path.parent == requirements.own_folder()
    assert answers.own.templates[0].name == "2026年度民主生活会"


def test_requirements_that_are_dropped_can_be_exchanged_for_those_of_the_open_draft(sample, answers, tmp_path):
    before = sample.editor.text
    sample.editor.file_dropped.emit(handed_on(tmp_path))
    assert sample.editor.text == before
    own = requirements.own_files()[0]
    template = next(each for each in own.templates if each.subject is Subject.INDIVIDUAL)
    entry = next(each for each in requirements.entries() if each.id == template.id)
    answers.wish = Wish(template, entry.choice(), Profile(), None)
    sample.bars.choose("更换当前稿子的要求…")

    assert answers.own == own
    assert sample.session.template == template


def test_requirements_that_cannot_be_used_are_told_and_the_start_page_stays(window, answers, tmp_path):
    path = tmp_path / "坏的.duizhaoreq"
    path.write_text("这不是要求", "utf-8")

    assert not window.open_file(str(path))
    assert window.bars.messages()[0].startswith("没有收下「坏的.duizhaoreq」，它不能用作本次要求。")
    assert not window.open_file(str(tmp_path / "没有.duizhaoreq"))
    assert not window.working
    assert requirements.own_files() == ()


def test_the_dialog_comes_with_what_came_in_chosen(qtbot, tmp_path):
    own = requirements.take_over(Path(handed_on(tmp_path)))
    new = NewMaterialDialog(None, NOVEMBER, Profile("某公司", "经理", "李大明"))
    qtbot.addWidget(new)
    new.take_own((own,))

    assert new.wish().template.name == "2026年度民主生活会"


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
    assert sample.bars.messages() == ["「通知.txt」像一份会议通知，不是材料。正在写的稿子没有动。"]
    sample.bars.choose("更换当前稿子的要求…")
    assert answers.notice == NOTICE.strip()

    answers.closing = Closing.CANCEL
    sample.open_file(str(path))
    sample.bars.choose("仍当作材料打开")
    assert len(answers.told) == 1  # the usual question
    assert sample.editor.text == "新" + before
    answers.closing = Closing.DISCARD
    sample.open_file(str(path))
    sample.bars.choose("仍当作材料打开")
    assert sample.editor.text == NOTICE.strip()


def test_exchanging_for_own_requirements_is_one_step_and_loses_nothing(sample, dialog, answers):
    dialog._keep()
    before = sample.editor.text
    entry = requirements.entries()[0]
    answers.wish = Wish(entry.load(), entry.choice(), Profile(), None)
    sample.guidance.deeds.exchange_requirements()

    assert sample.session.template.id == entry.id
    assert sample.editor.text == before.replace("个人", "领导班子", 1)  # the title
    sample.history.undo()
    assert sample.editor.text == before
    assert sample.session.template.id == "2025-democratic-individual"
