"""Panels fold to a rail where there is no room, or where the writer does not want them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from assistant.ui import theme
from assistant.ui.panels.rail import Rail
from assistant.ui.panels.side_panel import LAST_YEAR, LINKS


@pytest.fixture
def sides(sample):
    sample.show()
    return sample.wiring.sides


def at_width(window, width):
    window.resize(width, 700)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("width", "outline", "side"), [(1366, False, False), (1200, False, False), (1024, False, True), (800, True, True)]
)
def test_the_side_folds_first_and_then_the_outline(sample, sides, width, outline, side):
    at_width(sample, width)
    assert (sides.left_fold.folded, sides.right_fold.folded) == (outline, side)
    assert sample.wiring.outline.isVisible() is not outline
    assert sample.desk.width() > 0.48 * width  # the page has what is left
    at_width(sample, 1366)
    assert not sides.right_fold.folded
    assert sides.right_fold.width() == pytest.approx(344, abs=3)


def test_a_rail_writes_two_characters_a_line_where_it_is_low(qtbot):
    """As below a message on a small screen: the labels keep their size and do not run into each other."""
    rail = Rail(theme.load(), "右栏", "panel-right")
    qtbot.addWidget(rail)
    rail.show_labels(["想一想", "检查结果 12", "去年"])
    rail.show()
    button = rail._tabs[1]
    seen = []
    for height in (600, rail._open.height() + sum(each.height_wanted(close_set=True) for each in rail._tabs)):
        rail.resize(rail.width(), height)
        QApplication.processEvents()
        seen.append(button.lines(close_set=button.close_set))
        assert button.height() >= button.sizeHint().height()

    assert seen == [["检", "查", "结", "果", "12"], ["检查", "结果", "12"]]


def test_where_there_is_room_for_one_panel_the_one_asked_for_stands_beside_the_page(sample, sides):
    """The page keeps a width in which it can be read; the other panel is a rail meanwhile."""
    at_width(sample, 1024)
    sides.right_fold.rail._tabs[0].click()
    assert (sides.left_fold.folded, sides.right_fold.folded) == (True, False)
    assert sample.desk.width() >= 600
    sample.editor.setFocus()
    assert sample.wiring.side.isVisible()  # one reads both
    sides.left_fold.rail._open.click()
    assert (sides.left_fold.folded, sides.right_fold.folded) == (False, True)
    sample.wiring.tabs.show(LAST_YEAR, shown=True)
    assert (sides.right_fold.folded, sample.desk.width() >= 590) == (False, True)
    QTest.keyClick(sample.wiring.side, Qt.Key.Key_Escape)
    assert (sides.left_fold.folded, sides.right_fold.folded) == (False, True)
    assert sample.focusWidget() is sample.editor
    sample.wiring.tabs.show(LINKS, shown=True)
    sample.wiring.tabs.show(LINKS, shown=False)
    assert (sides.left_fold.folded, sides.right_fold.folded) == (False, True)


def test_a_panel_that_is_wanted_back_is_seen(sample, sides):
    at_width(sample, 1024)
    switch = next(a for a in sample.findChildren(QAction) if a.text() == "右栏")
    for _ in range(2):
        switch.trigger()
    assert (sides.left_fold.folded, sides.right_fold.folded) == (True, False)


def test_what_lies_over_the_page_goes_where_another_page_is_shown(sample, sides):
    at_width(sample, 790)
    sides.right_fold.rail._tabs[0].click()
    assert sample.wiring.side.isVisible()
    sides.right_fold.hide()  # as the page of comparing does with all that stands around the text
    assert not sample.wiring.side.isVisible()


def test_a_folded_panel_opens_over_the_page_and_goes_when_one_writes(sample, sides):
    at_width(sample, 790)
    sample.editor.setFocus()
    desk = sample.desk.width()
    rail = sides.right_fold.rail
    assert rail.labels() == ["想一想", sample.wiring.side.tabText(1), "去年", "措施", "审改稿"]
    rail._tabs[1].click()
    assert sample.wiring.side.isVisible()
    assert sample.wiring.side.currentIndex() == 1
    assert sample.desk.width() == desk  # nothing moves under the hand
    assert (
        sample.wiring.side.geometry().right()
        < sides.right_fold.mapTo(sample.work.parentWidget(), sides.right_fold.rect().topLeft()).x() + 1
    )
    sample.editor.setFocus()
    assert not sample.wiring.side.isVisible()


def test_escape_closes_what_lies_over_the_page(sample, sides):
    at_width(sample, 790)
    sides.right_fold.rail.findChild(QToolButton).click()
    assert sample.wiring.side.isVisible()
    QTest.keyClick(sample.wiring.side, Qt.Key.Key_Escape)
    assert not sample.wiring.side.isVisible()
    assert sample.focusWidget() is sample.editor


def test_the_writer_may_fold_a_panel_and_have_it_back(sample, sides):
    at_width(sample, 1366)
    switch = next(a for a in sample.findChildren(QAction) if a.text() == "右栏")
    assert switch.isChecked()
    switch.trigger()
    assert sides.right_fold.folded
    assert not sample.files.settings.side_shown
    sides.right_fold.rail.findChild(QToolButton).click()
    assert not sides.right_fold.folded
    assert sample.wiring.side.isVisible()
    assert switch.isChecked()


def test_a_panel_that_folds_gives_the_keyboard_to_the_page(sample, sides):
    at_width(sample, 1366)
    sample.wiring.show_last_year(shown=True)
    sample.wiring.tabs.last_year._panel.take_focus()
    assert sides.right_fold.isAncestorOf(sample.focusWidget())
    at_width(sample, 800)
    assert sides.right_fold.folded
    assert sample.focusWidget() is sample.editor
    at_width(sample, 1366)
    sample.wiring.outline._tree.setFocus()
    at_width(sample, 800)
    assert sample.focusWidget() is sample.editor


def test_words_of_a_rail_do_not_run_together(qtbot):
    """One character a line only where the lines keep nearly their usual distance."""
    rail = Rail(theme.load(), "右栏", "panel-right")
    qtbot.addWidget(rail)
    rail.show_labels(["想一想", "检查结果 139", "去年", "措施", "审改稿"])
    rail.show()
    wanted = rail._open.height() + sum(each.height_wanted(close_set=False) for each in rail._tabs)
    for height in range(wanted // 2, wanted + 20, 15):
        rail.resize(rail.width(), height)
        QApplication.processEvents()
        for each in rail._tabs:
            lines = each.lines(close_set=each.close_set)
            if not each.close_set:
                assert each.height() > 0.8 * len(lines) * each.fontMetrics().height()
