"""Panels fold to a rail where there is no room, or where the writer does not want them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton


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
    assert (sides.outline.folded, sides.side.folded) == (outline, side)
    assert sample.wiring.outline.isVisible() is not outline
    assert sample.desk.width() > 0.48 * width  # the page has what is left
    at_width(sample, 1366)
    assert not sides.side.folded
    assert sides.side.width() == pytest.approx(344, abs=3)


def test_a_folded_panel_opens_over_the_page_and_goes_when_one_writes(sample, sides):
    at_width(sample, 1024)
    sample.editor.setFocus()
    desk = sample.desk.width()
    rail = sides.side.rail
    assert rail.labels() == ["想一想", sample.wiring.side.tabText(1), "去年", "措施", "审改稿"]
    rail._tabs[1].click()
    assert sample.wiring.side.isVisible()
    assert sample.wiring.side.currentIndex() == 1
    assert sample.desk.width() == desk  # nothing moves under the hand
    assert (
        sample.wiring.side.geometry().right()
        < sides.side.mapTo(sample.work.parentWidget(), sides.side.rect().topLeft()).x() + 1
    )
    sample.editor.setFocus()
    assert not sample.wiring.side.isVisible()


def test_escape_closes_what_lies_over_the_page(sample, sides):
    at_width(sample, 1024)
    sides.side.rail.findChild(QToolButton).click()
    assert sample.wiring.side.isVisible()
    QTest.keyClick(sample.wiring.side, Qt.Key.Key_Escape)
    assert not sample.wiring.side.isVisible()


def test_the_writer_may_fold_a_panel_and_have_it_back(sample, sides):
    at_width(sample, 1366)
    switch = next(a for a in sample.findChildren(QAction) if a.text() == "右栏")
    assert switch.isChecked()
    switch.trigger()
    assert sides.side.folded
    assert not sample.files.settings.side_shown
    sides.side.rail.findChild(QToolButton).click()
    assert not sides.side.folded
    assert sample.wiring.side.isVisible()
    assert switch.isChecked()
