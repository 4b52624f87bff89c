"""From a notice to this year's template in the window."""

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from templates.test_proposal import NOTICE
from ui.dialogs.test_new_material import NOVEMBER, Profile

from assistant import paths
from assistant.certainty import Certainty
from assistant.files import form_journal, kept_file, own_shelf, shipped_shelf, template_shelf
from assistant.review.checklist import Item
from assistant.strict_toml import DataError
from assistant.templates import own_template, proposal, seasons
from assistant.templates.notice import notice
from assistant.templates.template import Length, MeetingKind, Subject
from assistant.templates.template_file import AspectEntry, LengthEntry, PartEntry
from assistant.text import Edit, Span
from assistant.ui import asking, theme
from assistant.ui.dialogs import part_sizes
from assistant.ui.dialogs.date_field import nearest_to, of_season, read_date
from assistant.ui.dialogs.new_material import NewMaterial, NewMaterialDialog
from assistant.ui.dialogs.notice_strip import NoticeStrip
from assistant.ui.dialogs.row_list import ListRow
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.dialogs.template_list import TemplateList
from assistant.ui.document import suggested_names
from assistant.ui.panels import question_cards
from assistant.ui.panels.start_page import StartPage
from assistant.ui.work.prompts import Closing

JANUARY = datetime.date(2026, 1, 5)


@pytest.fixture
def said(monkeypatch):
    """What the dialogs say and ask; the answer to a question is `said.answer`."""
    found = Said()
    monkeypatch.setattr(asking, "tell", lambda _parent, _title, told, details="": found.told.append(told + details))
    monkeypatch.setattr(asking, "ask", lambda _parent, _title, told, **_: found.told.append(told) or found.answer)
    return found


class Said:
    def __init__(self):
        self.told = []
        self.answer = False


@pytest.fixture
def file():
    return made_of(NOTICE)


def made_of(text):
    (asked,) = notice.read(text).templates
    return proposal.propose(asked, shipped_shelf.every(), "2025-democratic-notice")


@pytest.fixture
def dialog(qtbot, file):
    made = TemplateDialog(None, [file], text=NOTICE, intro="读到6个方面", today=JANUARY)
    qtbot.addWidget(made)
    return made


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
    assert "“本次要求”要求没有保存" in window.bars.messages()[0]
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


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-30", (2026, 12, 30)),
        ("2026/12/30", (2026, 12, 30)),
        ("2026.12.30", (2026, 12, 30)),
        ("2026年12月30日", (2026, 12, 30)),
        (" ２０２６年１２月３０日前", (2026, 12, 30)),
        ("12月30日", (2026, 12, 30)),
        ("11月5号", (2026, 11, 5)),
        ("1月20日", (2027, 1, 20)),
        ("3-31", (2027, 3, 31)),
    ],
)
def test_a_date_is_typed_as_people_write_it(typed, day):
    assert read_date(typed, of_season(2026)) == datetime.date(*day)


def test_no_date_is_undecided_and_none_is_guessed():
    assert read_date("", of_season(2026)) is None
    assert read_date("未定", of_season(2026)) is None
    for typed in ("月底", "2026年13月1日", "2月30日", "2026年12月", "12", "30/12/2026", "0月3日", "13.1"):
        for year_of in (of_season(2026), nearest_to(JANUARY)):
            with pytest.raises(ValueError):  # noqa: PT011
                read_date(typed, year_of)


@pytest.mark.parametrize(
    ("typed", "today", "year"),
    [
        ("12月5日", (2027, 1, 10), 2026),
        ("12.5", (2027, 1, 10), 2026),
        ("1.8", (2027, 1, 10), 2027),
        ("12月5日", (2026, 11, 29), 2026),
        ("1月8日", (2026, 12, 20), 2027),
        ("8.20", (2023, 9, 1), 2023),
        ("2月29日", (2027, 1, 10), 2028),
        ("2025.12.5", (2027, 1, 10), 2025),
        ("12月31日", (9999, 12, 31), 9999),
    ],
)
def test_what_was_sent_is_dated_near_to_today(typed, today, year):
    read = read_date(typed, nearest_to(datetime.date(*today)))
    assert read is not None
    assert read.year == year


def test_dates_of_the_form_are_typed_picked_and_refused(dialog, said):
    sheet = dialog.sheets[0]
    sheet._hand_in.line.setText("12月30日")
    sheet._hand_in.line.editingFinished.emit()
    sheet._meets.pick(QDate(2026, 1, 8))
    assert sheet._hand_in.line.text() == "2025年12月30日"
    assert sheet.file().dates.meeting == datetime.date(2026, 1, 8)
    sheet._meets.line.setText("月底")
    dialog._keep()
    assert said.told == ["没有认出开会日期“月底”，请写成2025年12月30日"]
    sheet._meets.line.clear()
    assert sheet.file().dates.meeting is None


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


@pytest.fixture
def by_hand(qtbot):
    """The dialog that 照着通知填写 opens, in November 2026, with an aspect filled in."""
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    made = TemplateDialog(None, [empty], title="照着通知填写", today=NOVEMBER)
    qtbot.addWidget(made)
    made.sheets[0]._aspects.insert(0, ListRow("带头学习"))
    return made


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


def test_template_of_a_notice_are_chosen_for_the_new_material(qtbot, dialog):
    dialog._keep()
    new = NewMaterialDialog(None, NOVEMBER, Profile("某公司", "经理", "李大明"))
    qtbot.addWidget(new)
    new.strip.kept.emit(dialog.kept)
    wish = new.chosen()

    assert wish.template.id == "2025-democratic-notice-individual"
    assert template_shelf.chosen(wish.choice) == wish.template


def _own(year=2026, **changes):
    """Keep template of the writer's own."""
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


def test_the_strip_says_what_to_do_instead(qtbot, said):
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    QApplication.clipboard().setText(" ")
    shelf.strip.paste()
    assert said.told == ["剪贴板里没有文字。请先在通知里全选、复制，再点“粘贴通知”。"]
    shelf.strip.read_text(next(iter(paths.shipped("samples", "*.txt"))).read_text("utf-8"))
    assert "要在这份材料的基础上修改的，请在“新建材料”的“以往的材料”里选它。" in said.told[1]


MARKED = "秘密★1年\n关于开好2026年度民主生活会的通知\n一、会议主题。主题是：真抓实干。\n二、撰写材料。3500字以内。"


@pytest.mark.parametrize("way", ["file", "paste", "opened"])
def test_a_notice_with_a_mark_of_secrecy_is_asked_about_as_a_material_is(qtbot, tmp_path, monkeypatch, way):
    asked, shown = [], []
    monkeypatch.setattr("assistant.ui.asking.ask", lambda _parent, title, told, **_: asked.append((title, told)))
    monkeypatch.setattr(NoticeStrip, "correct", lambda *_, **rest: shown.append(rest))
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    if way == "file":
        path = tmp_path / "通知.txt"
        path.write_text(MARKED, "utf-8")
        strip.read_file(path)
    elif way == "paste":
        QApplication.clipboard().setText(MARKED)
        strip.paste()
    else:
        strip.read_text(MARKED, asked=True)  # it was, when it was opened in the window
    name = {"file": "“通知.txt”", "paste": "这份通知"}
    if way == "opened":
        assert (asked, len(shown)) == ([], 1)
    else:
        ((title, told),) = asked
        assert title == "请先核对是否涉密"
        assert told.startswith(f"{name[way]}里似有密级标志“秘密★1年”。")
        assert "程序会在本机留存按通知建好的本次要求" in told
        assert shown == []
        monkeypatch.setattr("assistant.ui.asking.ask", lambda *_, **__: True)
        strip.read_text(MARKED)
        assert len(shown) == 1


def test_the_start_page_names_the_ways_a_notice_is_given(qtbot):
    page = StartPage(theme.load())
    qtbot.addWidget(page)

    tile = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "收到通知，新建")
    assert tile.accessibleDescription() == "粘贴、打开通知，读出要求，核对后列出提纲"


def test_what_begins_with_a_quote_is_not_quoted_twice():
    part = template_shelf.find("2025-democratic-individual").aspects[0]
    text = "“老办法”用得多。"
    card = question_cards.question(
        "q", Item(part, part.questions[0], Span(0, len(text)), "", not_applicable=False), text
    )

    assert card.quote == ("文中提到：", "“老办法”用得多。", "")
    assert not card.peek
    noted = question_cards.question(
        "q", Item(part, part.questions[0], None, "三月\n读书会", not_applicable=False), text
    )
    assert (noted.lines, noted.peek) == (("随记：三月\n读书会",), True)  # seen on the closed card, too


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


def test_a_notice_that_is_opened_is_offered_as_template(window, answers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "utf-8")
    window.open_file(str(path))

    assert any("疑为会议通知" in message for message in window.bars.messages())
    window.bars.choose("按通知新建…")
    assert answers.notice == NOTICE.strip()


def handed_on(folder):
    """Write template as a colleague hands them on."""
    path = folder / "本次要求.duizhaoreq"
    path.write_text(own_shelf.source_of(replace(made_of(NOTICE), name="2026年度民主生活会", year=2026)), "utf-8")
    return str(path)


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

    answers.closing = Closing.CANCEL
    sample.open_file(str(path))
    sample.bars.choose("仍作为材料打开")
    assert len(answers.told) == 1  # the usual question
    assert sample.editor.text == "新" + before
    answers.closing = Closing.DISCARD
    sample.open_file(str(path))
    sample.bars.choose("仍作为材料打开")
    assert sample.editor.text == NOTICE.strip()


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


def test_a_file_of_limits_alone_shows_the_aspects_of_its_base(qtbot):
    made = TemplateDialog(
        None, [replace(own_template.by_hand("x", 2025, "2024年度民主生活会"), base="2025-democratic")]
    )
    qtbot.addWidget(made)

    assert [row.text for row in made.sheets[0]._aspects.rows()] == [
        aspect.full for aspect in shipped_shelf.read("2025-democratic").aspects
    ]


def sized(qtbot, size, row=0):
    """The file that the form gives where a part is to be as long as is written beside it."""
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    made = TemplateDialog(None, [empty], today=NOVEMBER)
    qtbot.addWidget(made)
    sheet = made.sheets[0]
    sheet._aspects.insert(0, ListRow("带头学习"))
    sheet._parts._tree.topLevelItem(row).setText(1, size)
    return sheet.file()


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ("300左右", (270, 330)),
        ("不少于400", (400, 0)),
        ("500字以内", (0, 500)),
        ("300-500", (300, 500)),
        ("", None),
    ],
)
def test_how_long_a_part_is_to_be_is_written_beside_it(qtbot, size, wanted):
    file = sized(qtbot, size)
    if wanted is None:
        assert (file.parts, file.order) == ((), ())
        return
    (entry,) = file.parts
    assert (entry.length.least, entry.length.most, entry.heading) == (*wanted, None)
    part = next(each for each in shipped_shelf.resolve(file)[0].parts if each.id == entry.id)
    assert (part.length.least, part.length.most) == wanted
    again = TemplateDialog(None, [file], today=NOVEMBER)
    qtbot.addWidget(again)
    assert again.sheets[0]._parts.rows()[0].size == part_sizes.told(part.length)
    assert again.sheets[0].file().parts == file.parts
    again.sheets[0]._parts._tree.topLevelItem(0).setText(1, "")
    (entry,) = again.sheets[0].file().parts
    assert part_sizes.told(entry.length) == ""


def test_subjects_whose_parts_and_aspects_differ_in_length_keep_theirs(qtbot):
    own = {"leadership": LengthEntry(Certainty.NOTICE, 800), "individual": LengthEntry(Certainty.NOTICE, 500)}
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    aspects = (
        AspectEntry("a", "带头学习", "学习", Certainty.NOTICE, length_for=own),
        AspectEntry("b", "带头担当", "担当", Certainty.NOTICE, length=LengthEntry(Certainty.NOTICE, 0, 600)),
    )
    file = replace(empty, aspects=aspects, parts=(PartEntry("cause", length_for=own),))
    made = TemplateDialog(None, [file], today=NOVEMBER)
    qtbot.addWidget(made)
    (sheet,) = made.sheets
    both = "领导班子不少于800字，班子成员个人不少于500字"

    assert [row.size for row in sheet._aspects.rows()] == [both, "不超过600字"]
    (cause,) = (n for n, row in enumerate(sheet._parts.rows()) if row.size)
    assert sheet._parts.rows()[cause].size == both
    assert (sheet.file().aspects, sheet.file().parts) == (aspects, file.parts)

    sheet._aspects._tree.topLevelItem(0).setText(1, "领导班子900左右，班子成员个人不少于500字")
    sheet._aspects._tree.topLevelItem(1).setText(1, "")
    sheet._parts._tree.topLevelItem(cause).setText(1, "700以内")
    first, second = sheet.file().aspects
    assert {who: (each.least, each.most) for who, each in first.length_for.items()} == {
        "leadership": (810, 990),
        "individual": (500, 0),
    }
    assert (second.length, second.length_for) == (None, None)
    (part,) = sheet.file().parts
    assert (part.length.most, part.length_for) == (700, None)
    sheet._aspects._tree.topLevelItem(0).setText(1, "领导班子，班子成员个人500字")
    with pytest.raises(DataError, match="没有认出“带头学习”的字数"):
        sheet.file()


def test_what_is_no_length_is_told(qtbot):
    with pytest.raises(DataError, match=r"没有认出“.+”的字数“适当”"):
        sized(qtbot, "适当")
