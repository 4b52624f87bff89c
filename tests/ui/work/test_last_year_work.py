"""The panel 去年 in the window: it follows the caret, marks what is copied, fills in last year's problems."""

import pytest
from file_samples import with_hidden_row
from PySide6.QtCore import QSize, QUrl
from PySide6.QtWidgets import QApplication
from ui.conftest import wish
from ui.fitting import show_at

from assistant import paths
from assistant.decisions import Stage
from assistant.facts.last_year.answering import Answered
from assistant.files import kinds, opening, references
from assistant.files.kinds import Use
from assistant.files.writers import xlsx
from assistant.text import Edit
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.document import recent
from assistant.ui.page.place_marks import Kind
from assistant.ui.panels.answer_list import AnswerRow
from assistant.ui.panels.last_year_panel import LastYearView
from assistant.ui.panels.side_panel import LAST_YEAR, QUESTIONS

COPIED = "理论学习不够经常。全年自学只有五次，读原著少，书目上的三本书读完一本。"
LAST = (
    "2024年度民主生活会个人对照检查材料\n林知远\n按照通知要求，对照检查如下。\n"
    f"一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n1.{COPIED}\n"
    "（二）带头履行全面从严治党政治责任方面\n1.廉政提醒不够及时。一年只谈了两次。\n二、原因剖析\n放松了学习的要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.按季度开展廉政提醒。"
)
ASPECT = "带头固本培元、增强党性方面"


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "2024年度材料.txt"
    path.write_text(LAST, "utf-8")
    return path


@pytest.fixture
def anew(window, answers, own, qtbot):
    """A new material beside last year's, on the screen."""
    answers.wish = wish(source=own)
    window.resize(1366, 728)
    window.show()
    window.files.new()
    settle(window, qtbot)
    return window


def settle(window, qtbot):
    window.wiring.analyser.analyse_now()
    qtbot.waitUntil(lambda: not window.wiring.tabs.last_year.busy, timeout=2000)


def put(window, qtbot, after, words):
    at = window.editor.text.index(after) + len(after)
    window.editor.apply([Edit(at, at, words)], "写")
    window.editor.go_to(at + 2)
    settle(window, qtbot)


def panel(window):
    return window.wiring.side.last_year


def selected(window):
    return window.editor.text[slice(*window.editor.selected)]


def test_a_material_begun_beside_last_year_shows_it(anew):
    assert anew.wiring.side.currentIndex() == LAST_YEAR
    assert panel(anew).view.names[0][1] == "2024年度材料.txt"
    assert [(row.title, row.state) for row in panel(anew).rows.answers.rows()] == [
        ("理论学习不够经常", Answered.NO),
        ("廉政提醒不够及时", Answered.NO),
    ]
    assert panel(anew).rows.fill.text() == "去填【完成情况】（2处）"
    assert anew.menus.last_year.isChecked()


def test_what_is_to_be_filled_in_is_counted_by_its_places(anew, qtbot):
    """One of them may stand for several rows, and a row may wait for something else."""
    at = anew.editor.text.index("【完成情况】")
    anew.editor.apply([Edit(at, at + 6, "XX次。")], "写")
    settle(anew, qtbot)

    assert panel(anew).rows.fill.text() == "去填【完成情况】（1处）"
    told = [row.said for row in panel(anew).rows.answers.rows()]
    assert told == ["已列出，还有待填处", "已列出，【完成情况】待填"]
    assert anew.wiring.status.told().partition(" · ")[0].endswith("待填2处")


def test_it_follows_the_caret_and_marks_both_sides(anew, qtbot):
    put(anew, qtbot, ASPECT, f"\n1.{COPIED}今年补了课。")

    assert panel(anew)._told.text() == "本节相同1处36字，全文相同1处36字"
    assert panel(anew)._section.text() == "去年对应的一节"
    assert panel(anew).text.shown().split("\n") == ["（一）带头增强党性、严守纪律、砥砺作风方面", f"1.{COPIED}"]
    assert anew.wiring.tabs.last_year._marks.marked(Kind.COPIED) == [f"1.{COPIED}"]
    assert len(anew.editor.extraSelections()) == 1
    panel(anew).text.anchorClicked.emit(QUrl(f"run:{LAST.index(COPIED) - 2}"))
    assert selected(anew) == f"1.{COPIED}"
    anew.editor.go_to(anew.editor.text.index("原因剖析"))
    settle(anew, qtbot)
    assert "放松了学习的要求。" in panel(anew).text.shown()
    anew.editor.go_to(anew.editor.text.index("学习教育"))
    settle(anew, qtbot)
    assert panel(anew)._section.text() == "去年没有对应的一节"
    panel(anew).show_whole()
    assert panel(anew).text.shown().startswith("2024年度民主生活会")


def test_marks_are_there_only_while_the_panel_is_seen(anew, qtbot):
    put(anew, qtbot, ASPECT, f"\n1.{COPIED}")
    anew.wiring.side.setCurrentIndex(QUESTIONS)
    assert anew.editor.extraSelections() == []
    assert not anew.menus.last_year.isChecked()
    anew.menus.last_year.trigger()
    settle(anew, qtbot)

    assert anew.wiring.side.currentIndex() == LAST_YEAR
    assert len(anew.editor.extraSelections()) == 1


def test_each_row_is_told_with_its_sentence(anew, qtbot):
    text = anew.editor.text.replace("【完成情况】", "今年自学41次。", 1).replace("【完成情况】", "还差一次没有谈。", 1)
    anew.editor.replace_all(text, "写")
    settle(anew, qtbot)

    assert [(row.state, row.said) for row in panel(anew).rows.answers.rows()] == [
        (Answered.YES, "文中：今年自学41次。"),
        (Answered.UNFINISHED, "文中：还差一次没有谈。"),
    ]
    assert panel(anew).rows.counts.text() == "上年度整改2条：已写1条，已说明未完成1条"
    assert panel(anew).rows.fill.isHidden()
    panel(anew).rows.answers.setCurrentRow(1)
    panel(anew).rows.answers.row_chosen.emit(1)
    assert "还差一次没有谈。" in selected(anew)
    panel(anew).rows.original_wanted.emit(0)
    assert panel(anew).text.shown() == f"1.{COPIED}\n1.坚持每周自学理论。读完两本原著。"


def test_a_row_is_told_in_two_lines_where_there_is_height_for_them(anew, qtbot):
    """In a low window in one, so that rows are seen at all; the tip tells the whole."""
    anew.show()
    anew.resize(1300, 1000)
    answers = panel(anew).rows.answers
    long = "群众反映的路灯报修拖了两个月，登记以后没有人回复，也没有人到现场看过一次，更没有向上级说明原因。" * 3
    panel(anew).rows.answers.show_rows([AnswerRow(long, Answered.NO, long), AnswerRow("短", Answered.NO, "短")])
    settle(anew, qtbot)
    answers.show_rows([AnswerRow(long, Answered.NO, long), AnswerRow("短", Answered.NO, "短")])
    high, low = answers.sizeHintForRow(0), answers.sizeHintForRow(1)
    assert high == pytest.approx(2 * low, abs=12)
    assert answers.item(0).toolTip() == f"{long}\n{long}"
    answers.stand_close(close=True)
    assert answers.sizeHintForRow(0) == answers.sizeHintForRow(1) == low


def test_what_is_shown_of_last_year_is_named_also_where_height_is_scarce(anew, qtbot):
    anew.show()
    for height, above in ((1000, True), (520, False)):
        anew.resize(1300, height)
        settle(anew, qtbot)
        assert panel(anew)._section.isVisible() is above
        assert panel(anew).text.shown().startswith("去年") is not above
    assert panel(anew).text.shown().split("\n")[0] == panel(anew).view.section


def test_only_what_is_not_written_is_filled_in(anew, qtbot):
    """The paragraph that is there stays; undo takes the added one back."""
    start = anew.editor.text.index("2.关于“廉政提醒不够及时”")
    end = anew.editor.text.index("\n", start) + 1
    anew.editor.apply([Edit(start, end, "")], "删")
    settle(anew, qtbot)
    before = anew.editor.text
    assert panel(anew).rows.fill.text() == "带入未写的1条"
    panel(anew).rows.fill.click()

    assert anew.editor.text == before.replace(
        "【完成情况】\n",
        "【完成情况】\n2.关于“廉政提醒不够及时”的问题。当时提出“按季度开展廉政提醒”。【完成情况】\n",
        1,
    )
    assert selected(anew) == "【完成情况】"
    anew.history.undo()
    assert anew.editor.text == before


def test_the_rows_go_to_the_office_as_a_table(anew, answers, tmp_path):
    answers.result_path = tmp_path / "表.xlsx"
    panel(anew).rows.table_wanted.emit()

    assert answers.result_path.stat().st_size > 0
    assert "已导出“表.xlsx”" in anew.bars.messages()[0]


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_the_table_tells_until_when_and_by_whom_as_the_list_does(anew, answers, qtbot, tmp_path, suffix):
    """The draft keeps it beside the text, so it is there again when the draft is opened."""
    titles = ("问题", "措施", "完成时限", "责任人")
    rows = [("走访少", "每月走访一次", "2025年6月底前", "何静宜"), ("讲话长", "不超过十分钟", "", "何静宜")]
    listed = tmp_path / "清单.xlsx"
    listed.write_bytes(xlsx.write([xlsx.Sheet("清单", tuple((each, 9) for each in titles), rows)]))
    anew.open_file(str(listed))
    settle(anew, qtbot)
    assert "“清单.xlsx”已添加到“去年”一栏。读到2条，其中1条写有完成时限、2条写有责任人。" in anew.bars.messages()
    answers.result_path = tmp_path / f"表{suffix}"
    panel(anew).rows.table_wanted.emit()

    (table,) = opening.read_tables(answers.result_path).found
    assert table[0] == ("序号", "方面", "查摆的问题", "整改措施", "完成时限", "责任人", "完成情况", "佐证")
    assert [row[4:6] for row in table[1:]] == [("2025年6月底前", "何静宜"), ("", "何静宜")]
    held = references.held(anew.session.choices.references)
    assert [(row.deadline, row.owner) for row in held.last.listed] == [("2025年6月底前", "何静宜"), ("", "何静宜")]


def test_files_are_added_exchanged_and_taken_away(anew, answers, qtbot, tmp_path):
    answers.earlier = tmp_path / "2023年度材料.txt"
    answers.earlier.write_text(LAST.replace("2024", "2023").replace("五次", "三次"), "utf-8")
    panel(anew).add_wanted.emit()
    settle(anew, qtbot)
    assert [name for _, name in panel(anew).view.names] == ["2024年度材料.txt"]  # another year's is asked about
    doubt = "这是2023年度的材料，不是上一年度（2024年度）的，请核对所选是否正确。"
    assert f"“2023年度材料.txt”：{doubt}" in anew.bars.messages()
    anew.bars.choose("仍然添加")
    settle(anew, qtbot)
    assert [name for _, name in panel(anew).view.names] == ["2023年度材料.txt", "2024年度材料.txt"]
    assert anew.session.last.year == 2023
    panel(anew).chosen.emit(panel(anew).view.names[1][0])
    assert anew.session.last.year == 2024
    answers.earlier = tmp_path / "清单.xlsx"
    rows = [("讲话长", "不超过十分钟")]
    answers.earlier.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), rows)]))
    panel(anew).list_wanted.emit()
    settle(anew, qtbot)
    assert [row.title for row in panel(anew).rows.answers.rows()] == ["讲话长"]
    assert "“清单.xlsx”已添加到“去年”一栏。读到1条。" in anew.bars.messages()
    QApplication.clipboard().setText("问题\t措施\n话说得少\t会前写提纲\n")
    panel(anew).paste_wanted.emit()
    told = "“粘贴的整改清单”已添加到“去年”一栏。读到1条。原来的“清单.xlsx”已换下，可撤销。"
    assert told in anew.bars.messages()
    anew.history.undo()
    settle(anew, qtbot)
    assert [row.title for row in panel(anew).rows.answers.rows()] == ["讲话长"]
    for identifier, _ in panel(anew).view.files:
        panel(anew).removed.emit(identifier)
    settle(anew, qtbot)
    assert panel(anew)._pages.currentIndex() == 0
    assert answers.earlier.exists()
    anew.history.undo()
    assert len(anew.session.choices.references) == 1


@pytest.mark.parametrize("name", ["清单.xlsx", "清单.et", "清单.ETT"])
def test_a_list_that_is_dropped_on_the_draft_is_taken_whichever_program_named_it(anew, qtbot, tmp_path, name):
    """WPS saves .et as .xlsx is, or as .xls was: the one is read, the other says what to do."""
    path = tmp_path / name
    path.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), [("讲话长", "不超过十分钟")])]))
    before = anew.editor.text
    anew.open_file(str(path))
    settle(anew, qtbot)
    assert [row.title for row in panel(anew).rows.answers.rows()] == ["讲话长"]
    assert anew.editor.text == before
    assert [each.progress for each in recent.recent([str(path)])] == ["整改清单"]
    assert f"*{path.suffix.lower()} " in kinds.dialog_filter("整改清单", (Use.TABLE, Use.MATERIAL))


def test_what_the_list_tells_was_done_is_seen_and_taken_over(anew, qtbot, tmp_path):
    """Where 【完成情况】 stands, and for what stands nowhere yet; one step of undo takes all back."""
    rows = [("理论学习不够经常", "每周自学理论", "自学41次"), ("开会讲话长", "不超过十分钟", "已完成")]
    path = tmp_path / "清单.xlsx"
    path.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9), ("整改进展", 9)), rows)]))
    before = anew.editor.text
    anew.open_file(str(path))
    settle(anew, qtbot)
    assert [row.said for row in panel(anew).rows.answers.rows()] == [
        "清单里写的完成情况：自学41次",
        "清单里写的完成情况：已完成",
    ]
    assert panel(anew).rows.fill.text() == "带入未写的2条"
    panel(anew).rows.fill.click()
    settle(anew, qtbot)

    first = before.index("【完成情况】")
    assert anew.editor.text[first - 1 :].startswith("。自学41次。\n")
    assert "关于“开会讲话长”的问题。当时提出“不超过十分钟”。已完成。【完成情况】\n" in anew.editor.text
    assert "清单里写的完成情况已带入1项，请核对。" in anew.bars.messages()
    assert [row.state for row in panel(anew).rows.answers.rows()] == [Answered.YES, Answered.NO]
    anew.history.undo()
    assert anew.editor.text == before


def test_what_is_hidden_in_a_list_that_is_dropped_is_said(anew, qtbot, tmp_path):
    rows = [("讲话长", "不超过十分钟"), ("走访少", "每月一次")]
    path = tmp_path / "清单.xlsx"
    path.write_bytes(with_hidden_row(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), rows)]), 2))
    anew.open_file(str(path))
    settle(anew, qtbot)
    assert [row.title for row in panel(anew).rows.answers.rows()] == ["走访少"]
    told = "“清单.xlsx”已添加到“去年”一栏。读到1条。隐藏或筛选掉的行未带入（1处）。"
    assert told in anew.bars.messages()


def test_anothers_material_is_not_put_there_unasked(anew, answers, tmp_path):
    answers.earlier = tmp_path / "别人的.txt"
    answers.earlier.write_text(LAST.replace("林知远", "周平"), "utf-8")
    panel(anew).add_wanted.emit()
    assert "署名是“周平”" in anew.bars.messages()[0]
    assert len(anew.session.choices.references) == 1
    anew.bars.choose("是本人的，添加")

    assert len(anew.session.choices.references) == 2


def test_a_text_that_is_not_here_is_asked_for_again(anew, answers, own, qtbot):
    reference = anew.session.choices.references[0]
    references._place(reference.sha256).unlink()
    anew.session.look_again()
    settle(anew, qtbot)
    assert panel(anew).view.missing == ((reference.id, "2024年度材料.txt"),)
    assert panel(anew)._pages.currentIndex() == 0
    assert anew.session.last is None
    answers.earlier = own
    panel(anew).again_wanted.emit(reference.id)
    assert anew.session.last.text == LAST
    references._place(reference.sha256).unlink()
    anew.session.look_again()
    own.write_text(LAST + "后来添的。", "utf-8")
    panel(anew).again_wanted.emit(reference.id)

    assert "内容与原来那份" in anew.bars.messages()[0]
    assert len(anew.session.choices.references) == 1


def test_what_is_still_last_years_is_listed_before_it_is_handed_in(window, answers, own, qtbot):
    answers.wish = wish(source=own, way=Way.REVISE)
    window.files.new()
    window.wiring.deciding.set_stage(Stage.REVIEW)
    qtbot.waitUntil(lambda: any("一字不差" in told for told in window.bars.messages()), timeout=1000)
    window.bars.choose("逐句查看…")
    dialog = window.wiring.tabs.last_year.untouched.dialog
    before = dialog.sentences()
    assert "全年自学只有五次，读原著少，书目上的三本书读完一本。" in before
    dialog.choose(before.index("一年只谈了两次。"))
    assert selected(window) == "一年只谈了两次。"
    start = window.editor.selected[0]
    window.editor.apply([Edit(start, start + 2, "全年")], "改")
    settle(window, qtbot)

    assert dialog.sentences() == [each for each in before if each != "一年只谈了两次。"]
    dialog.reject()
    assert window.wiring.tabs.last_year.untouched.dialog is None


def test_nothing_is_there_before_a_file_is_given(sample, qtbot):
    sample.show()
    sample.menus.last_year.trigger()
    settle(sample, qtbot)

    assert panel(sample)._pages.currentIndex() == 0
    sample.wiring.tabs.last_year.fill_in()
    assert "没有需要带入的" in sample.bars.messages()[0]


def test_last_year_on_a_usual_screen(window, answers):
    """As drawn: nothing of the section is scrolled there, and several rows are seen."""
    answers.wish = wish(source=paths.resources() / "samples" / "2025-democratic-individual.txt")
    window.files.new()
    show_at(window, QSize(1366, 700))
    window.wiring.tabs.last_year.refresh()
    QApplication.processEvents()
    panel = window.wiring.side.last_year
    rows = [panel.rows.answers.visualItemRect(panel.rows.answers.item(n)) for n in range(panel.rows.answers.count())]
    seen = [row for row in rows if panel.rows.answers.viewport().rect().contains(row)]

    assert panel.isVisible()
    assert not panel._pages.currentWidget().verticalScrollBar().isVisible()
    assert len(seen) >= 3
    assert panel._section.isVisible()
    assert panel.rows.counts_row.isVisible()


def test_the_keyboard_goes_on_to_what_was_added(anew):
    shown = panel(anew)
    anew.show()
    anew.wiring.show_last_year(shown=True)
    view = shown.view
    shown.show_view(LastYearView())
    shown.take_focus()
    assert anew.focusWidget().text() == "选去年的材料…"
    shown.show_view(view)
    assert anew.focusWidget() in (shown.rows.answers, shown.text)
