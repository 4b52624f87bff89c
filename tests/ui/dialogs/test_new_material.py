import datetime

import pytest
from doc_files import ole
from file_samples import with_hidden_row
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from assistant.decisions import Profile
from assistant.files.writers import xlsx
from assistant.templates.template import MeetingKind, Subject
from assistant.ui import pasted
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.dialogs.new_material import NewMaterialDialog
from assistant.ui.dialogs.notice_strip import NoticeStrip

NOVEMBER = datetime.date(2026, 11, 21)


@pytest.fixture
def dialog(qtbot):
    made = NewMaterialDialog(None, NOVEMBER, Profile("某局", "局长", "李大明"))
    qtbot.addWidget(made)
    return made


def test_the_season_is_offered_first_with_the_general_outline(dialog):
    wish = dialog.chosen()

    assert dialog._year.currentText() == "2026年度（通知未到，先用通用提纲）"
    assert wish.template.title == "2026年度民主生活会个人对照检查材料"
    assert (wish.choice.id, wish.choice.year) == ("general-democratic-individual", 2026)
    assert wish.profile == Profile("某局", "局长", "李大明")


@pytest.mark.parametrize(
    ("today", "year"),
    [(datetime.date(2027, 1, 15), "2026"), (datetime.date(2026, 3, 31), "2025"), (datetime.date(2026, 7, 1), "2026")],
)
def test_the_year_goes_by_season(qtbot, today, year):
    made = NewMaterialDialog(None, today, Profile())
    qtbot.addWidget(made)

    assert made._year.currentText().startswith(year)


def test_a_known_year_shows_its_outline(dialog):
    dialog.choose(2025, MeetingKind.DEMOCRATIC, Subject.LEADERSHIP)

    assert dialog.chosen().choice.id == "2025-democratic-leadership"
    headings = [dialog._preview.topLevelItem(n).text(0) for n in range(dialog._preview.topLevelItemCount())]
    assert headings[1] == "一、2024年度民主生活会整改措施落实情况"
    problems = dialog._preview.topLevelItem(4)
    assert problems.child(0).text(0) == "（一）带头强化政治忠诚、提高政治能力方面"
    assert "主题：" in dialog._told.text()


def test_variants_and_frames_can_be_chosen(dialog):
    dialog.choose(2022, MeetingKind.ORGANIZATIONAL, Subject.MEMBER)
    dialog._frame.setCurrentIndex(dialog._frame.findText("六个是否"))
    wish = dialog.chosen()
    assert (wish.choice.frame, wish.template.frames[0].name) == ("六个是否", "六个是否")
    dialog.choose(2023, MeetingKind.DEMOCRATIC, Subject.INDIVIDUAL)
    dialog._variant.setCurrentIndex(dialog._variant.findText("第二批"))

    assert dialog.chosen().choice.id == "2023-democratic-2-individual"


def test_doubt_is_shown(dialog):
    dialog.choose(2017, MeetingKind.DEMOCRATIC, Subject.INDIVIDUAL)

    items = dialog._preview.findItems("存在", Qt.MatchFlag.MatchContains)
    assert items[0].child(0).text(0).endswith("（待核对通知）")
    assert "往年通行做法" in items[0].child(0).toolTip(0)


LAST = (
    "2024年度组织生活会党员个人对照检查材料\n县水务局副局长　周平\n按照通知要求，对照检查如下。\n一、存在的突出问题\n1.理论学习不够。全年自学只有五次。\n"
    "二、整改措施\n1.每周自学。"
)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "2024年度材料.txt"
    path.write_text(LAST, "utf-8")
    return path


def test_an_earlier_material_fills_the_form(dialog, old):
    assert dialog._form.isRowVisible(dialog._earlier._ways) is False
    dialog._earlier.open(old, "李大明")
    wish = dialog.chosen()

    assert wish.profile == Profile("县水务局", "副局长", "周平")
    assert (wish.template.year, wish.template.meeting, wish.template.subject) == (
        2026,
        MeetingKind.ORGANIZATIONAL,
        Subject.MEMBER,
    )
    assert (wish.source, wish.earlier.text, wish.way) == (old, LAST, Way.ANEW)
    read = "读到2节、1个问题；原文件未改。署名是“周平”，请核对是否为本人的材料。"
    told = "这是2024年度的材料，不是上一年度（2025年度）的，请核对所选是否正确。"
    assert dialog._earlier._told.text() == told + read
    dialog.choose(2025, MeetingKind.ORGANIZATIONAL, Subject.MEMBER)
    assert dialog._earlier._told.text() == read  # now it is that of the year before
    dialog.choose(2026, MeetingKind.ORGANIZATIONAL, Subject.MEMBER)
    assert dialog._form.isRowVisible(dialog._earlier._ways)
    dialog._earlier.choose_way(Way.REVISE)
    assert dialog.chosen().way is Way.REVISE
    dialog._earlier._clear()
    assert (dialog.chosen().source, dialog.chosen().earlier) == (None, None)


def test_an_earlier_material_leaves_a_template_chosen_by_hand(dialog, old):
    dialog.choose(2025, MeetingKind.DEMOCRATIC, Subject.LEADERSHIP)
    dialog._year.activated.emit(dialog._year.currentIndex())  # as a click or a key does
    dialog._earlier.open(old, "李大明")
    wish = dialog.chosen()

    assert wish.choice.id == "2025-democratic-leadership"
    assert wish.profile.name == "周平"


def test_what_cannot_be_read_is_said_in_the_form(dialog, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    dialog._earlier.open(broken)

    assert "坏.docx" in dialog._earlier._told.text()
    assert dialog.chosen().earlier is None


def test_a_list_is_pasted_or_opened(dialog, qapp, tmp_path):
    qapp.clipboard().setText("学习不够")
    dialog._earlier.paste_list()
    assert "“措施”两列" in dialog._earlier._list_told.text()
    qapp.clipboard().setText("问题\t措施\n学习不够\t每周自学\n")
    dialog._earlier.paste_list()
    assert dialog._earlier._list_name.text() == "粘贴的整改清单"
    assert dialog._earlier._list_told.text() == "“粘贴的整改清单”读到1条。"
    assert [row.problem for row in dialog.chosen().listed.last.listed] == ["学习不够"]
    dialog._earlier.open_list(tmp_path / "没有.xlsx")
    assert dialog._earlier._list_told.text().startswith("未能读取“没有.xlsx”。没有找到")
    assert dialog._earlier._list_name.text() == "粘贴的整改清单"
    assert dialog.chosen().listed is not None
    dialog._earlier._clear_list()
    assert dialog.chosen().listed is None
    assert not dialog._form.isRowVisible(dialog._earlier._list_told)


LIST = xlsx.write(
    [
        xlsx.Sheet(
            "清单",
            (("问题", 9), ("措施", 9), ("完成情况", 9)),
            [("走访少", "每月走访一次", "去了6户"), ("讲话长", "不超过十分钟", "")],
        )
    ]
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ole({"Workbook": b"x"}), "要用作整改清单、应交名单的，请用WPS或Excel打开它，另存为.xlsx；"),
        (LIST, "“去年的整改清单.et”读到2条，其中1条写有完成情况。"),
    ],
)
def test_what_came_of_a_list_is_read_in_full(dialog, qtbot, tmp_path, data, told):
    """In as many lines as it needs, whatever the window is: a field beside three buttons shows only the first words."""
    path = tmp_path / "去年的整改清单.et"
    path.write_bytes(data)
    dialog.show()
    dialog.resize(900, 340)
    dialog._earlier.open_list(path)
    qtbot.wait(50)
    shown = dialog._earlier._list_told

    assert told in shown.text()
    assert shown.isVisible()
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert shown.visibleRegion().boundingRect() == shown.rect()  # scrolled to, where the form is higher than the window


def test_what_is_hidden_in_a_list_is_not_taken_and_said(dialog, tmp_path):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(with_hidden_row(LIST, 3))
    dialog._earlier.open_list(path)
    told = "“清单.xlsx”读到1条，其中1条写有完成情况。隐藏或筛选掉的行未带入（1处）。"
    assert dialog._earlier._list_told.text() == told
    path.write_bytes(with_hidden_row(LIST, 1))
    dialog._earlier.open_list(path)
    assert dialog._earlier._list_told.text().endswith("“措施”两列。隐藏或筛选掉的行未带入（1处）。")


@pytest.mark.parametrize("held", ["text", "file", "path", "web page", "name", "text elsewhere"])
def test_a_notice_or_its_file_is_pasted_anywhere_in_the_window(dialog, qtbot, tmp_path, monkeypatch, held):
    text = "关于开好2026年度民主生活会的通知\n一、会议主题。主题是：真抓实干。"
    path = tmp_path / "通知.txt"
    path.write_text(text, "utf-8")
    data = QMimeData()
    if held == "file":
        data.setUrls([QUrl.fromLocalFile(str(path))])
    elif held == "web page":
        data.setHtml("<p>" + "</p><p>".join(text.split("\n")) + "</p>")
    else:
        data.setText({"path": str(path), "name": "周平"}.get(held, text))
    QApplication.clipboard().setMimeData(data)
    read = []
    monkeypatch.setattr(NoticeStrip, "read_text", lambda _strip, text, *_, **__: read.append(text))
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    dialog._name.clear()
    focused = dialog._begin if "elsewhere" in held else dialog._name
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (read, dialog._name.text()) == (([], "周平") if held == "name" else ([text], ""))


def test_a_clipboard_in_which_nothing_was_put_yet_holds_nothing():
    assert (pasted.text_of(None), pasted.file_of(None)) == ("", None)
