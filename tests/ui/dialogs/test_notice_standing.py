"""核对本次要求: each row says how it stands to the notice, and what is to be checked is gone through."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from assistant.files import form_journal, kept_file, own_shelf, shipped_shelf
from assistant.strict_toml import DataError
from assistant.templates import own_template, proposal
from assistant.templates.notice import notice
from assistant.templates.template import Subject
from assistant.ui import asking, choosing
from assistant.ui.dialogs.row_band import RowBand
from assistant.ui.dialogs.standing_mark import StandingMark
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.work.prompts import Prompts

JANUARY = datetime.date(2027, 1, 5)
NOTICE = """关于开好2026年度民主生活会的通知
各党支部：
一、会议主题。这次会议的主题是：认真学习，真抓实干😀。
二、撰写材料。重点对照三个方面进行检视：1.带头强化政治忠诚；2.带头固本培元；3.带头干事创业。
班子成员个人材料应包括：①存在的问题；②原因剖析；③整改措施。个人材料一般不超过3500字。材料第一、二部分合计2000字左右。
三、时间安排。2027年1月20日前报送材料，1月下旬召开民主生活会。
"""


@pytest.fixture(autouse=True)
def _given_up(monkeypatch):
    monkeypatch.setattr(asking, "ask", lambda *_, **__: True)


def made(qtbot, text=NOTICE):
    reading = notice.read(text)
    shipped = shipped_shelf.every
    files = [proposal.propose(each, shipped(), f"2026-{n}") for n, each in enumerate(reading.templates)]
    dialog = TemplateDialog(None, files, text=text, reading=reading, today=JANUARY)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


@pytest.fixture
def dialog(qtbot):
    return made(qtbot)


def marks(dialog):
    """Tell what stands at the right of each row that is shown, by its label."""
    form = dialog.sheets[0].rows.form
    return {
        form.labelForField(mark.parentWidget()).text(): mark.text()
        for mark in dialog.sheets[0].findChildren(StandingMark)
        if mark.isVisible()
    }


def labels(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_each_row_says_how_it_stands_to_the_notice(dialog):
    assert marks(dialog) == {
        "会议": "读到",
        "年度": "读到",
        "会议名称": "读到",
        "材料类别": "读到",
        "会议主题": "读到",
        "查摆的方面": "读到",
        "各部分": "读到",
        "领导班子字数": "通知未写",
        "班子成员个人字数": "请核对",
        "问题和原因剖析占全文": "通知未写",
        "每个方面至少几个问题": "通知未写",
        "交稿日期": "读到",
        "开会日期": "请核对",
        "Word版式": "通知未写",
        "文件名": "通知未写",
    }


def test_parts_that_the_notice_does_not_ask_for_never_seem_to_be_read(qtbot, dialog):
    def shown(one):
        tree = one.sheets[0]._parts._tree
        return [(tree.topLevelItem(n).text(0), tree.topLevelItem(n).text(2)) for n in range(tree.topLevelItemCount())]

    assert shown(dialog) == [
        ("前言", "通知未写，按通用提纲"),
        ("存在的问题", "①存在的问题"),
        ("原因剖析", "②原因剖析"),
        ("整改措施", "③整改措施"),
    ]
    bare = made(qtbot, "关于开好2026年度民主生活会的通知\n各党支部：\n班子成员个人材料不超过3500字。")
    assert marks(bare)["各部分"] == "通知未写，\n按通用提纲"
    assert ("上年度民主生活会整改措施落实情况", "通知未写，按通用提纲") in shown(bare)


def test_the_head_counts_what_was_read(dialog):
    told = "从通知里读到10项，需要核对的2项，没有认出的1句。请在左边修改；右边是通知原文，点左边一项，即标出它所依据的一句。"
    assert told in labels(dialog)
    assert not any("暂记1月31日，请核对" in each for each in labels(dialog))  # it stands beside its row


def test_the_next_one_to_be_checked_is_gone_to_until_none_is_left(dialog, qtbot):
    sheet = dialog.sheets[0]
    assert dialog._left.text() == "还有2项需要核对"
    dialog._next.click()
    assert sheet.limits.lengths[Subject.INDIVIDUAL][0].hasFocus()
    assert dialog.shown_sentence() == "个人材料一般不超过3500字。"
    assert dialog._left.text() == "还有2项需要核对"  # one is there, and has not gone through it
    assert dialog._next.text() == "已核对，下一项"

    dialog._next.click()
    assert dialog._next.text() == "已核对"
    assert sheet._meets.line.hasFocus()
    assert marks(dialog)["班子成员个人字数"] == "已核对"
    assert dialog._left.text() == "还有1项需要核对"

    qtbot.keyClick(sheet._meets.line, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert marks(dialog)["开会日期"] == "已核对"
    assert dialog._left.text() == "需要核对的各项都已看过"
    assert not dialog._next.isEnabled()


def test_the_last_one_is_said_to_be_checked_by_the_same_link(dialog):
    for _ in range(3):
        dialog._next.click()

    assert marks(dialog)["开会日期"] == "已核对"
    assert (dialog._left.text(), dialog._next.text()) == ("需要核对的各项都已看过", "下一项")


def test_a_row_without_a_sentence_leaves_none_marked(dialog):
    dialog._next.click()
    assert dialog.shown_sentence()
    dialog.sheets[0]._layout.setFocus()

    assert dialog.shown_sentence() == ""


def test_what_is_changed_is_checked_at_once(dialog, qtbot):
    length = dialog.sheets[0].limits.lengths[Subject.INDIVIDUAL][1]
    described = length.accessibleDescription()
    length.setValue(3000)

    assert described == "请核对：通知写“一般”，是否作硬性要求，请选定。"
    assert length.accessibleDescription().startswith("已核对")
    assert dialog._left.text() == "还有1项需要核对"
    qtbot.keyClicks(dialog.sheets[0]._meets.line, "9")
    assert dialog._left.text() == "需要核对的各项都已看过"


def test_a_reader_hears_how_a_row_stands(dialog):
    sheet = dialog.sheets[0]

    assert sheet._theme.accessibleDescription() == "读到。"
    assert sheet._aspects._tree.accessibleDescription() == "读到。"
    assert sheet._layout.accessibleDescription() == "通知未写。"


def test_what_was_not_understood_is_hatched_and_gone_to(dialog):
    assert dialog._notice.hatched() == ["材料第一、二部分合计2000字左右"]
    (look,) = [each.format.background() for each in dialog._notice.page.extraSelections()]
    assert look.style() is Qt.BrushStyle.BDiagPattern
    assert look.color().rgb() == QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText).rgb()
    link = next(each for each in dialog.findChildren(QPushButton) if each.text() == "没有认出的1句")
    link.click()

    assert dialog.shown_sentence() == "材料第一、二部分合计2000字左右"
    assert {"当前一项的原句", "没有认出，请核对"} <= set(labels(dialog))


def test_two_sheets_are_gone_through_one_after_the_other(qtbot):
    both = NOTICE.replace("2026年度民主生活会的", "2026年度民主生活会和组织生活会的")
    dialog = made(qtbot, both + "四、组织生活会。2027年2月下旬召开组织生活会，党员个人材料一般不超过2000字。\n")
    assert len(dialog.sheets) == 2
    seen = []
    while dialog._next.isEnabled() and len(seen) < 20:
        dialog._next.click()
        seen.append(dialog._tabs.currentIndex())

    assert dialog._open() == 0
    assert {*seen} == {0, 1}
    assert seen == sorted(seen)


def test_a_form_filled_by_hand_shows_no_standing(qtbot):
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    dialog = TemplateDialog(None, [empty], title="照着通知填写", today=JANUARY)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert marks(dialog) == {}
    assert not dialog._left.isVisible()
    assert not dialog._next.isVisible()
    tree = dialog.sheets[0]._parts._tree
    assert {tree.topLevelItem(n).text(2) for n in range(tree.topLevelItemCount())} == {""}


def test_the_band_stands_behind_the_row_one_is_at(dialog):
    sheet = dialog.sheets[0]
    band = sheet.findChild(RowBand)
    sheet._theme.setFocus()
    row = next(line.whole for line in sheet.rows._lines if line.whole.isAncestorOf(sheet._theme))

    assert band.isVisible()
    assert band.geometry().contains(row.geometry())
    assert band.geometry().contains(sheet.rows.form.labelForField(row).geometry())
    assert (band.x(), band.width()) == (0, band.parentWidget().width())
    dialog._next.click()
    assert not band.geometry().contains(row.geometry())


def test_a_row_says_how_it_stands_by_its_value(qtbot):
    """What is filled in by hand, changed or cleared, and what other years fill in, is said so."""
    shown = made(qtbot, "关于开好2025年度民主生活会的通知\n各党支部：\n班子成员个人材料不超过3500字。")
    sheet = shown.sheets[0]
    assert sheet._theme.toPlainText()  # that year's, which this notice does not write
    assert marks(shown)["会议主题"] == "通知未写，\n按通用提纲"

    before = sheet._theme.toPlainText()
    for words, state in (("真抓实干", "已修改"), ("", "通知未写"), (before, "通知未写，\n按通用提纲")):
        sheet._theme.setPlainText(words)
        assert marks(shown)["会议主题"] == state
    for words, state in (("2026年1月20日", "已填写"), ("", "通知未写")):
        sheet._hand_in.line.setText(words)
        assert marks(shown)["交稿日期"] == state
    length = sheet.limits.lengths[Subject.INDIVIDUAL][1]
    for most, state in ((3000, "已修改"), (0, "已清空"), (3500, "读到")):
        length.setValue(most)
        assert marks(shown)["班子成员个人字数"] == state
    assert length.accessibleDescription() == "读到。"


def test_long_names_are_shown_whole(qtbot):
    long = "带头强化政治忠诚、提高政治能力，坚定拥护“两个确立”，坚决做到“两个维护”，始终同党中央保持高度一致"
    shown = made(qtbot, NOTICE.replace("带头强化政治忠诚", long))
    tree = shown.sheets[0]._aspects._tree
    first, second = tree.topLevelItem(0), tree.topLevelItem(1)

    assert tree.height_of(first) >= 2 * tree.fontMetrics().height() > tree.height_of(second) - 8
    assert first.toolTip(0) == long
    rows = sum(tree.visualItemRect(tree.topLevelItem(n)).height() for n in range(3))
    assert tree.viewport().height() >= rows  # nothing is to be scrolled within


def test_another_notice_takes_the_place_of_this_one(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(choosing, "file_to_open", lambda *_, **__: None)
    dialog._other.click()
    assert (dialog.isVisible(), dialog.other) == (True, None)  # none was chosen

    monkeypatch.setattr(choosing, "file_to_open", lambda *_, **__: tmp_path / "通知.docx")
    dialog._other.click()
    assert (dialog.isVisible(), dialog.other, dialog.kept) == (False, tmp_path / "通知.docx", ())


def test_what_is_filled_in_is_written_to_a_file_of_its_own(dialog, monkeypatch, tmp_path):
    target, told = tmp_path / "要求.duizhaotpl", []
    monkeypatch.setattr(choosing, "file_to_write", lambda *_, **__: target)
    monkeypatch.setattr(asking, "tell", lambda *words: told.append(words[2]))
    dialog.sheets[0].limits.lengths[Subject.INDIVIDUAL][1].setValue(3000)
    dialog._write.click()

    assert own_shelf.read(target).file.lengths["individual"].most == 3000
    assert told == ["已导出：要求.duizhaotpl。对方双击打开，或拖进窗口，即可使用。"]
    assert (dialog.isVisible(), dialog.kept) == (True, ())
    dialog.sheets[0]._name.clear()
    dialog._write.click()
    assert told[1:] == ["还没有填会议名称。"]


def test_a_form_that_was_left_says_again_what_is_to_be_checked(dialog, qtbot, monkeypatch):
    dialog.go_to_next()
    dialog.go_to_next()
    dialog.sheets[0]._theme.setPlainText("另一个主题")
    assert dialog._left.text() == "还有1项需要核对"
    before = marks(dialog)
    assert (before["会议主题"], before["班子成员个人字数"], before["开会日期"]) == ("已修改", "已核对", "请核对")
    dialog.hold()
    dialog._journal.kept.release()  # as the system does when the program dies
    (left,) = form_journal.left()
    assert left.checked == (("length:individual",),)

    shown = []
    monkeypatch.setattr(asking, "answered", shown.append)
    Prompts(None).form_left(left)
    (again,) = shown
    qtbot.addWidget(again)
    again.show()
    assert again.sheets[0]._theme.toPlainText() == "另一个主题"
    assert marks(again) == before
    assert again._left.text() == "还有1项需要核对"
    assert again._notice.hatched() == dialog._notice.hatched() != []
    assert again._notice.to_unread.text() == "没有认出的1句"
    assert again._intro.text().startswith("已找回")
    assert "没有认出的1句" in again._intro.text()
    older = left._replace(notice="一份没有要求的通知")  # or an older version read it otherwise
    Prompts(None).form_left(older)
    qtbot.addWidget(shown[1])
    assert shown[1].sheets[0]._theme.toPlainText() == "另一个主题"


def test_what_was_only_gone_through_is_found_again_too(dialog, qtbot, monkeypatch):
    values = dialog.sheets[0].file()
    dialog.hold()
    assert form_journal.left() == kept_file.listed("*.requirement") == []
    dialog.go_to_next()
    dialog.hold()
    assert kept_file.listed("*.requirement") == []  # one is there, and has not gone through it
    dialog.go_to_next()
    before = marks(dialog)
    dialog.hold()
    dialog._journal.kept.release()  # as the system does when the program dies
    (left,) = form_journal.left()
    assert (left.files, left.checked) == ((values,), (("length:individual",),))

    shown = []
    monkeypatch.setattr(asking, "answered", shown.append)
    Prompts(None).form_left(left)
    qtbot.addWidget(shown[0])
    shown[0].show()
    assert marks(shown[0]) == before
    assert shown[0].sheets[0].file() == values


def test_who_has_only_gone_through_rows_is_asked_nothing_on_leaving(dialog, monkeypatch):
    """He may have come to 取消 by the Tab key."""
    monkeypatch.setattr(asking, "ask", None)
    dialog.go_to_next()
    dialog.go_to_next()
    dialog.hold()
    dialog.reject()
    assert not dialog.isVisible()
    assert kept_file.listed("*.requirement") == []


def test_a_day_of_one_kind_of_material_stands_below_that_of_all(qtbot):
    text = (
        "关于召开2026年度组织生活会的通知\n材料\t字数\t报送时间\n支部班子材料\t2500字\t2027年1月12日\n党员材料\t1000字\t2027年1月15日\n"
        "一、对照方面\n1. 政治信仰方面\n2. 党员意识方面"
    )
    dialog = made(qtbot, text)
    (sheet,) = dialog.sheets
    first = sheet.file()
    assert (marks(dialog)["交稿日期"], marks(dialog)["党员个人交稿日期"]) == ("读到", "读到")

    (field,) = sheet.own_days.fields.values()
    assert (sheet._hand_in.line.text(), field.line.text()) == ("2027年1月12日", "2027年1月15日")
    field.line.setText("1月18日")
    changed = {each.subject.value: each.dates.hand_in.day for each in shipped_shelf.resolve(sheet.file())}
    assert changed == {"branch": 12, "member": 18}
    field.line.setText("")
    assert sheet.file().dates_for is None
    field.line.setText("1月")
    with pytest.raises(DataError, match="没有认出党员个人交稿日期“1月”"):
        sheet.file()
    field.line.setText("2027年1月15日")
    assert sheet.file() == first
