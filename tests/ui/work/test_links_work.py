"""问题—原因—措施 beside the page: it leads to the text, and what the writer corrects in it is kept and undone."""

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.review import rectification_list
from assistant.review.correspondence import CAUSE, MEASURE, PROBLEM
from assistant.text import Edit
from assistant.ui.panels.links_panel import _ChoiceButton
from assistant.ui.panels.side_panel import LINKS, QUESTIONS


@pytest.fixture
def table(sample, qtbot):
    sample.resize(1366, 728)
    sample.show()
    sample.menus.links.trigger()
    settle(sample, qtbot)
    return sample.wiring.side.links.table


def settle(window, qtbot):
    window.wiring.analyser.analyse_now()
    qtbot.waitUntil(lambda: not window.wiring.tabs.links.busy, timeout=2000)


def panel(window):
    return window.wiring.side.links


def row_of(table, words):
    return next(n for n, row in enumerate(table.shown()) if row and words in row[0])


def said(table, words):
    return table.shown()[row_of(table, words)]


def selected(window):
    return window.editor.text[slice(*window.editor.selected)]


def choose(window, table, words, kind, *titles):
    """Tick entries of the menu below the table, one after another."""
    table.setCurrentCell(row_of(table, words), 0)
    for title in titles:
        menu = panel(window)._choices[kind][1].menu()
        panel(window)._fill_menu(menu, kind)
        next(action for action in menu.actions() if title in action.text()).trigger()
        window.wiring.tabs.links.refresh()


def test_the_table_stands_beside_the_page(sample, table):
    assert sample.wiring.side.currentIndex() == LINKS
    assert sample.menus.links.isChecked()
    assert sample.wiring.sides.left_fold.folded  # its room is the table's
    assert panel(sample)._counts.text() == "10个问题 · 4条原因 · 5条措施"
    assert table.shown()[0] == ("强化政治忠诚、提高政治能力",)
    assert said(table, "学法用法") == (
        "2.学法用法还不够主动",
        "（四）纪律之弦绷得不紧",
        "（三）回应走在前",
    )
    sample.menus.links.trigger()
    assert sample.wiring.side.currentIndex() == QUESTIONS
    assert not sample.wiring.sides.left_fold.folded


def test_choosing_a_cell_leads_to_its_text_and_the_keyboard_stays(sample, table):
    table.setFocus()
    table.setCurrentCell(row_of(table, "老办法用得多"), 0)
    assert selected(sample).startswith("2.老办法用得多。")
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert selected(sample).startswith("（三）担当精神有所弱化")
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert selected(sample).startswith("（二）难题到现场解决")
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert sample.editor.hasFocus()


def test_the_table_follows_the_caret_and_the_text(sample, table, qtbot):
    sample.editor.setFocus()
    sample.editor.go_to(sample.editor.text.index("租金催缴仍靠打电话"))
    assert table.shown()[table.currentRow()][0] == "2.老办法用得多"

    at = sample.editor.text.index("老办法用得多")
    sample.editor.apply([Edit(at, at + 3, "旧路子")], "改")
    settle(sample, qtbot)
    assert table.shown()[table.currentRow()][0] == "2.旧路子用得多"


def test_a_choice_is_kept_in_the_draft_and_undone(sample, table, tmp_path, qtbot):
    choose(sample, table, "听取意见", MEASURE, "难题到现场解决")
    settle(sample, qtbot)
    assert "（二）难题到现场解决" in said(table, "听取意见")[2]
    assert said(table, "听取意见")[2].endswith("（本人定）")
    assert panel(sample)._automatic.text() == "本人定的1处恢复自动对应"
    kept = sample.session.choices.decisions.links
    assert sample.files.modified

    sample.history.undo()
    settle(sample, qtbot)
    assert "本人定" not in said(table, "听取意见")[2]
    assert panel(sample)._automatic.isHidden()
    sample.history.redo()
    settle(sample, qtbot)
    assert sample.session.choices.decisions.links == kept
    panel(sample)._automatic.click()
    settle(sample, qtbot)
    assert sample.session.choices.decisions.links == ()


def test_what_needs_none_is_said_so_and_taken_back(sample, table, qtbot):
    choose(sample, table, "学法用法", CAUSE, "不必对应")
    assert said(table, "学法用法")[1] == "不必对应（本人定）"
    choose(sample, table, "学法用法", CAUSE, "恢复自动对应")
    assert said(table, "学法用法")[1] == "（四）纪律之弦绷得不紧"


def drop(table, item, row):
    """Let go of a dragged item over a row."""
    table._dragged = item
    place = QPointF(table.visualRect(table.model().index(row, 0)).center())
    actions = Qt.DropAction.LinkAction
    QApplication.processEvents()
    table.dropEvent(QDropEvent(place, actions, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    table._dragged = None


def test_a_measure_is_dragged_to_another_problem(sample, table, qtbot):
    measure = next(each for each in sample.wiring.tabs.links._found.of_kind(MEASURE) if "批评" in each.section.heading)
    target = row_of(table, "应对舆情")
    table.scrollToItem(table.item(target, 0))
    drop(table, measure, target)
    settle(sample, qtbot)
    assert said(table, "应对舆情")[2] == "（三）回应走在前\n（四）批评讲真话（本人定）"
    before = sample.session.choices
    drop(table, sample.wiring.tabs.links._found.of_kind(PROBLEM)[0], target)  # a problem answers no problem
    assert sample.session.choices == before


def test_one_writes_a_measure_at_the_end_of_them(sample, table):
    measure = sample.wiring.tabs.links._found.of_kind(MEASURE)[-1]
    choose(sample, table, "学法用法", MEASURE, "不必对应")
    assert panel(sample)._write.isVisibleTo(panel(sample))
    panel(sample)._write.click()
    assert abs(sample.editor.caret - measure.span.end) <= 1
    assert sample.editor.hasFocus()


def test_only_what_is_not_linked_is_listed_when_wanted(sample, table):
    panel(sample)._filter.button(1).click()
    lines = [row for row in table.shown() if len(row) > 1]
    assert all("没有对应" in " ".join(row) for row in lines)
    assert len(lines) == sample.wiring.tabs.links._found.unclear


def test_the_list_for_the_office_is_written(sample, table, answers, tmp_path):
    answers.result_path = tmp_path / "整改清单.docx"
    panel(sample)._export.click()
    written = docx.Document(str(answers.result_path)).tables[0]
    assert [cell.text for cell in written.rows[0].cells] == list(rectification_list.COLUMNS)
    numbers = [row.cells[0].text for row in written.rows[1:]]
    assert len(set(numbers)) == 10
    owners = {row.cells[6].text for row in written.rows[1:]}
    assert owners == {sample.session.choices.decisions.profile.name}


def test_a_text_without_problems_says_what_will_stand_here(window, qtbot):
    window.show()
    window.files.open_sample()
    window.menus.links.trigger()
    window.editor.replace_all("标题\n几句话。", "改")
    settle(window, qtbot)
    assert panel(window)._nothing.isVisible()
    assert not panel(window).table.isVisible()


def test_what_is_chosen_does_not_stand_at_the_very_edge(qtbot):
    button = _ChoiceButton()
    qtbot.addWidget(button)
    button.resize(400, 30)
    for said, shown in (("没有对应的原因", "\u2002没有对应的原因"), ("（一）理论学习", "（一）理论学习")):
        button.show_text(said)
        assert (button.text(), button.accessibleName()) == (shown, said)
