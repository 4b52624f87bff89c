"""From a notice to this year's template in the window: its form, corrected and kept."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
)
from templates.test_proposal import NOTICE
from ui.dialogs.test_new_material import Profile

from assistant.certainty import Certainty
from assistant.files import form_journal, kept_file, own_shelf, shipped_shelf, template_shelf
from assistant.templates import own_template, seasons
from assistant.templates.template import Length, Subject
from assistant.ui.dialogs.new_material import NewMaterial
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.dialogs.template_list import TemplateList
from assistant.ui.document import suggested_names

JANUARY = datetime.date(2026, 1, 5)


def test_what_is_not_touched_stays_as_it_was_read(dialog, file):
    assert dialog.sheets[0].file() == file


def test_what_is_typed_is_kept_behind_the_keyboard_and_offered_again(qtbot, window, answers, file, said):
    dialog = TemplateDialog(None, [file], text=NOTICE, today=JANUARY)
    dialog.hold()
    assert form_journal.left() == kept_file.listed("*.requirement") == []  # nothing was changed
    sheet = dialog.sheets[0]
    sheet._name.setText("")
    sheet._hand_in.line.setText("1月")
    sheet._words.setText("河东局")
    rows = sheet._parts._tree
    rows.setCurrentItem(rows.topLevelItem(0))
    rows.topLevelItem(0).setText(1, "三百到")
    rows.editItem(rows.topLevelItem(0), 0)
    rows.viewport().findChild(QLineEdit).setText("前面的话")  # and no key yet that ends it
    dialog.hold()
    dialog._journal.kept.release()  # as the system does when the program dies
    (left,) = form_journal.left()
    assert (left.files[0].name, left.files[0].unit_words, left.notice) == ("", ("河东局",), NOTICE)
    assert left.files[0].parts[0].heading == "前面的话"
    assert left.files[0].dates == file.dates

    window.files.left_forms.offer_templates()
    assert "上次填写的本次要求没有保存" in window.bars.messages()[0]
    again = TemplateDialog(None, left.files, text=left.notice, found=left, today=JANUARY)
    qtbot.addWidget(again)
    assert again.sheets[0]._words.text() == "河东局"
    again.reject()
    assert "还没有保存" in said.told[-1]
    assert form_journal.left() == [left]
    again.hold()
    assert form_journal.left() == []  # in its own journal now
    again.sheets[0]._name.setText("2026年度专题民主生活会")
    again._keep()
    assert kept_file.listed("*.requirement") == []
    answers.form_kept = again.kept
    window.files.left_forms.go_on_with(left)
    assert "已存为本次要求“2026年度专题民主生活会" in window.bars.messages()[0]


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
    sheet.add_part(next(row for row in sheet.parts_to_add() if "学习教育" in row.text))
    sheet.limits.lengths[Subject.INDIVIDUAL][1].setValue(3000)
    sheet._file_name.line.setText("01-{单位}-{姓名}")
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
    assert template.aspects[0].questions == template_shelf.find("2025-democratic-individual").aspects[0].questions
    assert [part.heading for part in template.parts][1:3] == [
        "上年度民主生活会整改落实情况",
        "学习教育查摆问题整改情况",
    ]
    assert template.length.most == 3000
    assert (template.file_name, template.unit_words) == ("01-{单位}-{姓名}", ("双提升", "智慧住建"))


def _wheel(widget):
    turn = QPoint(0, -120)
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        turn,
        turn,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget.wheelEvent(event)
    return event


def test_the_wheel_scrolls_the_form_and_changes_no_value(dialog, file, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    sheet = dialog.sheets[0]
    fields = [*sheet.findChildren(QComboBox), *sheet.findChildren(QAbstractSpinBox)]
    assert len(fields) > 8
    for field in fields:
        field.setFocus()
        assert not _wheel(field).isAccepted()  # so that it goes on to the form

    assert sheet.file() == file


def test_a_date_that_is_past_or_after_the_meeting_is_asked_about_once(dialog, said):
    sheet = dialog.sheets[0]
    sheet._hand_in.line.setText("2012年12月30日")
    dialog._keep()
    assert said.told == ["交稿日期2012年12月30日已过，请核对。"]
    assert own_shelf.every() == ()
    sheet._hand_in.line.setText("1月26日")
    said.answer = True
    dialog._keep()

    assert said.told[1:] == ["交稿日期2026年1月26日在开会日期2026年1月25日之后，请核对。"]
    (own,) = dialog.kept
    again = TemplateDialog(None, [own.file], former=own, today=datetime.date(2026, 3, 1))
    again._keep()
    assert len(said.told) == 2


def test_usual_parts_are_added_where_they_usually_stand(by_hand):
    sheet = by_hand.sheets[0]
    for word in ("案例", "学习教育"):
        sheet.add_part(next(row for row in sheet.parts_to_add() if word in row.text))
    (template, _) = shipped_shelf.resolve(sheet.file())

    assert [part.heading for part in template.parts] == [
        "前言",
        "2025年度民主生活会整改措施落实情况",
        "学习教育查摆问题整改情况",
        "有关情况说明",
        "存在的突出问题",
        "典型案例剖析",
        "原因剖析",
        "努力方向和整改措施",
    ]


def test_another_meeting_brings_its_own_name_people_and_parts(by_hand):
    sheet = by_hand.sheets[0]
    sheet._meeting.setCurrentIndex(1)
    sheet.add_part(next(row for row in sheet.parts_to_add() if "案例" in row.text))
    made = shipped_shelf.resolve(sheet.file())

    assert [each.label for each in made] == ["2026年度组织生活会 · 党员个人", "2026年度组织生活会 · 支部班子"]
    assert [part.heading for part in made[1].parts] == [
        "前言",
        "2025年度组织生活会整改措施落实情况",
        "存在的主要问题",
        "典型案例剖析",
        "原因剖析",
        "整改措施",
    ]
    sheet._meeting.setCurrentIndex(0)
    assert [each.label for each in shipped_shelf.resolve(sheet.file())] == [
        "2026年度民主生活会 · 领导班子",
        "2026年度民主生活会 · 班子成员个人",
    ]


def test_another_meeting_keeps_the_parts_that_the_notice_lists(dialog, file):
    sheet = dialog.sheets[0]
    sheet._meeting.setCurrentIndex(1)
    _, branch = shipped_shelf.resolve(sheet.file())

    assert [part.heading for part in branch.parts] == [
        "前言",
        "上年度民主生活会整改落实情况",
        "个人有关事项说明",
        "存在的突出问题",
        "典型案例剖析",
        "原因分析",
        "整改措施",
    ]
    assert all(part.cues for part in branch.parts)
    sheet._year.setValue(2027)
    assert sheet.file().previous == "2026年度组织生活会"
    sheet._year.setValue(2025)
    sheet._meeting.setCurrentIndex(0)
    assert sheet.file() == file


def test_what_is_lacking_is_said_and_nothing_is_kept(dialog, said):
    dialog.sheets[0]._name.clear()
    dialog._keep()

    assert said.told == ["还没有填会议名称。"]
    assert own_shelf.every() == ()


def test_a_notice_typed_by_hand_gives_template(qtbot):
    base = shipped_shelf.read("democratic")
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    made = TemplateDialog(None, [empty])
    qtbot.addWidget(made)
    sheet = made.sheets[0]
    sheet._theme.setPlainText("认真学习，真抓实干")
    for text in ("带头学习", "带头落实"):
        sheet._aspects._add()
        sheet._aspects._tree.currentItem().setText(0, text)
    made._keep()

    (kept,) = made.kept
    assert kept.templates[0].label == "2026年度民主生活会 · 领导班子"
    assert [part.id for part in kept.templates[0].parts] == [part.id for part in base.parts]


@pytest.mark.parametrize(
    ("typed", "pattern", "shown"),
    [
        (
            "单位+姓名+2026年度民主生活会发言提纲",
            "{单位}+{姓名}+2026年度民主生活会发言提纲",
            "市水务局+陈国栋+2026年度民主生活会发言提纲",
        ),
        ("01-单位-姓名.docx", "01-{单位}-{姓名}", "01-市水务局-陈国栋"),
        ("姓名_单位情况", "{姓名}_单位情况", "陈国栋_单位情况"),
        ("｛职务｝姓名", "{职务}姓名", "副局长姓名"),
        ("", "", "2025年度民主生活会个人对照检查材料-陈国栋"),
    ],
)
def test_the_name_of_files_is_typed_in_plain_words(dialog, typed, pattern, shown):
    sheet = dialog.sheets[0]
    sheet._file_name.line.setText(typed)

    assert sheet.file().file_name == pattern
    assert sheet._file_name.example.text() == f"如：{shown}.docx"


def test_an_unknown_field_in_the_name_of_files_is_refused(dialog, said):
    dialog.sheets[0]._file_name.line.setText("{编号}-{姓名}")
    dialog._keep()

    assert said.told == ["文件名里的“{编号}”不能使用。花括号里可写：{标题}、{年度}、{单位}、{职务}、{姓名}。"]
    assert own_shelf.every() == ()


def test_what_is_not_known_of_a_file_name_is_left_out():
    general = template_shelf.find("general-democratic-individual")
    assert (general.year, general.title) == (None, "年度民主生活会个人对照检查材料")
    assert suggested_names.suggested(general, Profile(), "x").name == "民主生活会个人对照检查材料"
    template = replace(template_shelf.find("2025-democratic-individual"), file_name="单位+姓名+{年度}")
    assert suggested_names.suggested(template, Profile(), "x").name == "单位+姓名+2025"
    template = replace(template, file_name="单位+姓名+发言提纲")
    assert suggested_names.suggested(template, Profile("", "", "李大明"), "x").name == "李大明+发言提纲"


def _copied(name, year, qtbot):
    copied = own_template.copy(shipped_shelf.read(name))
    dialog = TemplateDialog(None, [replace(copied, id="copy")], today=JANUARY)
    qtbot.addWidget(dialog)
    dialog.sheets[0]._year.setValue(year)
    return dialog


@pytest.mark.parametrize(
    ("name", "year", "previous"),
    [
        ("2025-democratic", 2026, "2025年度民主生活会"),
        ("2024-democratic", 2026, "2025年度民主生活会"),
        ("2025-democratic", 2022, "党史学习教育专题民主生活会"),
        ("2025-organizational", 2027, "2026年度组织生活会"),
    ],
)
def test_another_year_reports_on_the_meeting_before_it(qtbot, name, year, previous):
    dialog = _copied(name, year, qtbot)
    sheet = dialog.sheets[0]
    shown = [row.text for row in sheet._parts.rows() if "整改措施落实" in row.text]
    kept = sheet.file()

    assert shown == [f"{previous}整改措施落实情况"]
    assert (kept.previous, kept.parts, kept.order) == (previous, (), ())
    assert shown[0] in [part.heading for template in shipped_shelf.resolve(kept) for part in template.parts]
    former = shipped_shelf.read(name)
    assert former.name in kept.note
    sheet._year.setValue(former.year)
    assert (sheet.file().previous, sheet.file().sources) == (former.previous, former.sources)


def test_a_copy_is_not_filed_as_of_the_notice(qtbot, dialog):
    dialog._keep()
    _copied("2025-democratic", 2026, qtbot)._keep()
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    groups = [shelf._list.topLevelItem(n) for n in range(2)]

    assert [(each.text(0), each.childCount()) for each in groups] == [
        ("据本单位通知填写的要求", 1),
        ("本人修改的要求", 1),
    ]


def test_filling_by_hand_begins_with_the_season(qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(TemplateDialog, "exec", lambda dialog: opened.append(dialog) or 0)
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    shelf.strip._by_hand()
    season = seasons.of_day(datetime.date.today())  # noqa: DTZ011

    assert opened[0].windowTitle() == "照着通知填写"
    assert opened[0].sheets[0]._year.value() == season
    assert opened[0].sheets[0]._name.text() == f"{season}年度民主生活会"


def test_the_year_goes_from_none_to_the_season_and_back(by_hand, said):
    year = by_hand.sheets[0]._year
    year.setValue(0)
    year.stepUp()
    assert year.value() == 2026
    year.stepDown()
    assert year.value() == 2025
    year.setValue(2000)
    year.stepDown()
    assert year.text() == "未定"
    year.setValue(26)
    by_hand._keep()
    assert said.told == ["年度请写成四位数，如2026。"]


def test_a_length_left_open_stays_open(by_hand):
    sheet = by_hand.sheets[0]
    assert all(
        template.length == Length(certainty=Certainty.NOTICE) for template in shipped_shelf.resolve(sheet.file())
    )
    sheet._meeting.setCurrentIndex(1)
    member, _ = shipped_shelf.resolve(sheet.file())
    assert (member.length.least, member.length.most) == (0, 0)


def test_a_length_taken_away_does_not_bring_the_customary_one_back(dialog):
    sheet = dialog.sheets[0]
    shown = [label.text() for label in sheet.findChildren(QLabel) if "往年通行做法" in label.text()]
    assert shown[0] == "往年通行做法4000至6000字，仅供参考"
    sheet.limits.lengths[Subject.INDIVIDUAL][1].setValue(0)
    template = next(t for t in shipped_shelf.resolve(sheet.file()) if t.subject is Subject.INDIVIDUAL)

    assert (template.length.least, template.length.most) == (0, 0)


def test_what_was_filled_in_is_not_lost_by_a_slip(by_hand, said):
    by_hand.reject()
    assert said.told == ["填好的内容还没有保存，放弃后不能恢复。"]
    ended = []
    by_hand.finished.connect(ended.append)
    by_hand.reject()
    assert ended == []
    said.answer = True
    by_hand.reject()
    assert ended == [0]


def test_leaving_what_was_not_touched_asks_nothing(dialog, said):
    dialog.reject()
    assert said.told == []


def test_exchanging_for_own_template_is_one_step_and_loses_nothing(sample, dialog, answers):
    dialog._keep()
    before = sample.editor.text
    entry = template_shelf.entries()[0]
    answers.wish = NewMaterial(entry.load(), entry.choice(), Profile(), None)
    sample.wiring.exchange.choose()

    assert sample.session.template.id == entry.id
    assert sample.editor.text == before.replace("个人", "领导班子", 1)  # the title
    sample.history.undo()
    assert sample.editor.text == before
    assert sample.session.template.id == "2025-democratic-individual"
