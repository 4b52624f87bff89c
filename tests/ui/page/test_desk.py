"""What the page lies on: scroll bar at the edge, marks beside it, zoom that keeps the place."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.finding import Severity
from assistant.text import Edit


@pytest.fixture
def shown(sample):
    sample.resize(1366, 700)
    sample.show()
    QApplication.processEvents()
    return sample


def leave_open(window, *ordinals):
    for ordinal in ordinals:
        at = window.editor.text.index(ordinal)
        window.editor.apply([Edit(at, at + 1, "XX")], "")
    window.editor.go_to(0)
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()


def test_the_bar_at_the_edge_moves_the_page_and_follows_it(shown):
    bar, inner = shown.desk.bar, shown.editor.verticalScrollBar()
    assert not inner.isVisible()
    assert bar.mapTo(shown.desk, bar.rect().topRight()).x() == shown.desk.width() - 1
    assert (bar.minimum(), bar.maximum()) == (inner.minimum(), inner.maximum())
    bar.setValue(200)
    assert inner.value() == 200
    shown.editor.go_to(len(shown.editor.text))
    assert bar.value() == inner.value() > 200


@pytest.mark.parametrize("height", [500, 740, 620])
def test_a_click_beside_the_slider_leaves_out_no_line(shown, height):
    shown.resize(1366, height)
    QApplication.processEvents()
    line = shown.editor._line_pitch
    assert line <= shown.editor.viewport().height() - shown.desk.bar.pageStep() < line + 1


def test_findings_are_marked_where_they_are_and_a_click_leads_there(shown):
    leave_open(shown, "9人次", "162件")
    marks = shown.desk.marks
    assert [mark.severity for mark in marks._marks] == [Severity.ERROR, Severity.ERROR]
    assert marks._marks[0].told.startswith("必改：")
    first, second = marks.places()
    places = [shown.editor.text.index("XX人次"), shown.editor.text.index("XX62件")]
    for at, place in zip(places, (first, second), strict=True):
        assert place / marks.height() == pytest.approx(at / len(shown.editor.text), abs=0.12)
    QTest.mouseClick(marks, Qt.MouseButton.LeftButton, pos=QPointF(6, second).toPoint())
    assert shown.editor.selected[0] == places[1]
    shown.editor.go_to(0)
    QTest.mouseClick(marks, Qt.MouseButton.LeftButton, pos=QPointF(6, marks.height() - 3).toPoint())
    assert shown.editor.selected == (0, 0)


@pytest.mark.parametrize("zoom", [70, 125, 200])
def test_zoom_keeps_the_caret_where_it_is(shown, zoom):
    editor = shown.editor
    editor.go_to(editor.text.index("批评放不开"))
    before = editor.cursorRect().top()
    assert 0 < before < editor.viewport().height()
    editor.set_zoom(zoom)
    assert editor.cursorRect().top() == pytest.approx(before, abs=4)
    assert editor.caret == editor.text.index("批评放不开")


def test_zoom_keeps_what_is_read_where_the_caret_is_out_of_view(shown):
    editor = shown.editor
    editor.go_to(0)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    read = editor.cursorForPosition(QPointF(300, 5).toPoint()).block().text()
    editor.set_zoom(125)
    assert editor.cursorForPosition(QPointF(300, 5).toPoint()).block().text() == read


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_what_is_read_stays_in_view_where_a_panel_makes_the_page_narrower(shown, share):
    editor = shown.editor
    editor.go_to(round(len(editor.text) * share))
    height = editor.cursorRect().top()
    assert 0 <= height < editor.viewport().height()
    for width in (600, editor.viewport().width()):
        editor.resize(width, editor.height())
        assert editor.viewport().rect().contains(editor.cursorRect().center())
        if share < 1:  # below the last line there is nothing to scroll to
            assert editor.cursorRect().top() == pytest.approx(height, abs=editor.cursorRect().height())


def test_the_status_line_shows_and_sets_the_zoom(shown, qtbot):
    zoom = shown.wiring.status.zoom
    assert zoom._figure.text() == "90%"
    zoom._more.click()
    assert shown.editor.zoom == 100
    assert zoom._figure.text() == "100%"
    zoom.slider.setValue(30)
    qtbot.waitUntil(lambda: shown.editor.zoom == 150)
    zoom._figure.click()
    assert shown.editor.zoom == 90
    assert zoom.slider.value() == 18


def test_short_lines_are_not_torn_open(shown):
    """A line of few characters is not justified: the gaps between them would be seen."""

    def alignment():
        block = shown.editor.document().findBlock(shown.editor.text.index("批评放不开"))
        return block.blockFormat().alignment()

    assert alignment() == Qt.AlignmentFlag.AlignJustify
    shown.editor.set_zoom(200)
    assert alignment() == Qt.AlignmentFlag.AlignLeft
    shown.editor.set_zoom(90)
    assert alignment() == Qt.AlignmentFlag.AlignJustify
