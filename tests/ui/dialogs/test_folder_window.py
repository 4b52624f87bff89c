"""The window of a folder that was checked: rows, filters, what goes back to a person, what was decided."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from assistant.commands import folder_check, folder_rows
from assistant.commands.folder_check import Line, Outcome
from assistant.commands.folder_rows import Handling
from assistant.decisions import Profile
from assistant.facts.roll import Person
from assistant.files import folder_notes
from assistant.finding import Severity
from assistant.ui import theme
from assistant.ui.dialogs.folder_window import FolderWindow, Shown
from assistant.ui.work import folder_results
from assistant.ui.work.folder_results import Checked, FolderResults, page

PEOPLE = (Person("张三", "办公室", "主任"), Person("李四", "财务科"), Person("领导班子"))
MUST = Line("a", "一、问题", 3, "下乡走访", Severity.ERROR, "清稿", "“XX”尚未填写。", "请填写。", "", "XX")
MAY = replace(MUST, rule="b", severity=Severity.ADVICE, message="三条措施未写时间。", advice="")
OUTCOMES = (
    Outcome(
        "张三.docx",
        by=Profile(name="张三"),
        subject="班子成员个人",
        asked="要求",
        length=2460,
        findings=(MUST, MUST, MAY),
    ),
    Outcome(
        "张三第二稿.docx",
        by=Profile(name="张三"),
        subject="班子成员个人",
        asked="要求",
        length=2500,
        findings=(MUST, MAY),
    ),
    Outcome("班子.docx", subject="领导班子", of_body=True, asked="要求", length=4000),
    Outcome("座次表.xlsx", aside=folder_check.NO_MATERIAL),
)


@pytest.fixture
def shown(qtbot):
    made = FolderWindow(None, theme.load(), Shown("收到的材料", folder_rows.of(OUTCOMES, PEOPLE), {}))
    qtbot.addWidget(made)
    made.show()
    return made


def test_everyone_has_a_row(shown):
    rows = shown.rows()

    assert [row[2] for row in rows] == ["张三", "李四", "领导班子"]
    assert rows[0][3:9] == ["班子成员个人", "主任", "■ 有必改", "待看", "2,500", "1／1"]
    assert rows[0][9].startswith("第2稿，上次2条：已改1")
    assert rows[1][5:9] == ["○ 未交", "", "", ""]


def test_filters_and_decisions(shown, qtbot):
    assert shown.filters()[:2] == ["全部 3", "有必改 1"]
    shown.choose_filter(1)
    assert [row[2] for row in shown.rows()] == ["张三"]
    shown.choose_filter(0)
    shown.choose(1)
    with qtbot.waitSignal(shown.handled, check_params_cb=lambda number, what: (number, what) == (1, "已退回")):
        shown.letter._set(Handling.RETURNED)

    assert shown.rows()[0][6] == "已退回"
    assert "已退回 1" in shown.filters()


def test_what_goes_back_may_be_ticked_edited_and_copied(shown):
    shown.choose(1)
    assert (
        shown.letter.text() == "张三同志：\n材料已看，请补充、修改后再交：\n1. “下乡走访”一句：“XX”尚未填写。请填写。"
    )
    shown.letter.tick(1, on=True)
    assert shown.letter.text().endswith("2. “下乡走访”一句：三条措施未写时间。")
    shown.choose(2)
    assert shown.letter.text() == "李四同志：\n还没有收到您的材料。"
    shown._copy_missing()
    assert QGuiApplication.clipboard().text() == "李四（财务科）"


def test_a_double_click_opens_the_last_draft(shown, qtbot):
    shown.choose(1)
    with qtbot.waitSignal(shown.file_wanted, check_params_cb=lambda name: name == "张三第二稿.docx"):
        shown._open()


def test_what_was_decided_is_kept_in_our_own_folder_and_everything_is_written(window, answers, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(folder_results, "open_outside", opened.append)
    folder = tmp_path / "收到"
    folder.mkdir()
    results = FolderResults(window.files, window.bars, theme.load(), Checked(folder, OUTCOMES, PEOPLE))
    results.show(None)
    results.window.handled.emit(1, "已收")
    assert folder_notes.load(folder) == {"办公室｜张三": "已收"}
    assert list(folder.iterdir()) == []
    results.show(None)
    assert results.window.rows()[0][6] == "已收"

    answers.result_path = tmp_path / "总表.xlsx"
    results.window.table_wanted.emit()
    assert answers.result_path.read_bytes().startswith(b"PK")
    answers.result_path = tmp_path / "张三.docx"
    results.window.word_wanted.emit(1, "张三同志：\n请改。")
    assert answers.result_path.read_bytes().startswith(b"PK")
    results.window.sheets_wanted.emit()
    assert [each.name for each in (tmp_path / "收到-修改单").iterdir()] == ["修改单-1-办公室-张三.docx"]
    answers.earlier = tmp_path / "名单.txt"
    answers.earlier.write_text("何静宜\n陆远山\n秦立新\n", "utf-8")
    results.window.list_wanted.emit()
    assert [row[2] for row in results.window.rows()][:3] == ["何静宜", "陆远山", "秦立新"]
    folder_notes.forget()
    assert folder_notes.load(folder) == {}
    results.window.close()


def test_on_paper_whatever_a_name_holds_is_shown(tmp_path):
    made = folder_rows.of(OUTCOMES, (Person("<b>张"), *PEOPLE))

    assert "&lt;b&gt;张" in page("夹", made, {})
    assert "有必改（已退回）" in page("夹", made, {2: Handling.RETURNED})
