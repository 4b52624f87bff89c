"""Page Up and Page Down: all of a long text comes into view, line by line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

UP, DOWN, SHIFT = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(window):
    window.join()
    window.resize(1100, 640)
    window.show()
    window.editor.load("一、存在的问题\n" + f"{'深入查摆不足，联系实际不够紧密。' * 12}\n" * 60)
    QApplication.processEvents()
    window.editor.setFocus()
    return window.editor


def whole_lines(editor):
    """Tell which lines are seen whole, by block and number."""
    height = editor.viewport().height()
    for block in editor.blocks():
        top = editor.box(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if top + line.y() >= -1 and top + line.y() + line.height() <= height + 1:
                yield block.blockNumber(), number


def every_line(editor):
    return {(block.blockNumber(), n) for block in editor.blocks() for n in range(block.layout().lineCount())}


@pytest.mark.parametrize("zoom", [80, 90, 150, 200])
@pytest.mark.parametrize("height", [480, 640, 777])
def test_no_line_is_left_out(editor, qtbot, zoom, height, long):
    if not long and (zoom in (80, 150)) == (height == 640):
        pytest.skip("另一半用 dev.py test --long")
    editor.set_zoom(zoom)
    editor.window().resize(1100, height)
    qtbot.wait(100)  # all is laid out, and the bar knows of it; on a busy machine, later
    bar = editor.verticalScrollBar()
    for key in (DOWN, UP):
        editor.go_to(0 if key == DOWN else len(editor.text))
        bar.setValue(0 if key == DOWN else bar.maximum())
        seen = set(whole_lines(editor))
        for _ in range(400):
            if bar.value() == (bar.maximum() if key == DOWN else 0):
                break
            QTest.keyClick(editor, key)
            seen |= set(whole_lines(editor))
            assert 0 <= editor.cursorRect().top() < editor.viewport().height()
        assert every_line(editor) - seen == set()


def test_the_caret_goes_along_at_its_height_and_at_its_place_in_the_line(editor):
    editor.go_to(180)
    before = editor.cursorRect()
    for key in (DOWN, DOWN, DOWN, UP, UP, UP):
        QTest.keyClick(editor, key)
        assert abs(editor.cursorRect().top() - before.top()) < 2 * before.height()
    assert editor.cursorRect() == before


def test_at_the_ends_the_caret_goes_to_the_very_end(editor):
    for _ in range(60):
        QTest.keyClick(editor, DOWN)
    assert editor.caret == len(editor.text)
    for _ in range(60):
        QTest.keyClick(editor, UP)
    assert editor.caret == 0


def test_shift_selects(editor):
    editor.go_to(40)
    QTest.keyClick(editor, DOWN, SHIFT)
    QTest.keyClick(editor, DOWN, SHIFT)
    start, end = editor.selected
    assert (start, end > 400) == (40, True)
    QTest.keyClick(editor, UP, SHIFT)
    assert editor.selected[1] < end
