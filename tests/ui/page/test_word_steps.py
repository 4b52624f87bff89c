import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import wish
from ui.page.test_editor import commit, compose

from assistant.language.words import Words
from assistant.ui import app as program
from assistant.ui import chinese

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def loaded():
    words = Words()
    words.load()
    return words


@pytest.fixture
def editor(window, loaded):
    window.wiring.word_steps.words = loaded
    window.editor.load("带头强化政治忠诚，回访162件。\n\n召开民主生活会")
    return window.editor


def press(editor, key, modifiers=CTRL, times=1):
    for _ in range(times):
        QTest.keyClick(editor, key, modifiers)


def middle(editor, position):
    """Give the point in the middle of the character behind a position."""
    cursor = editor.textCursor()
    cursor.setPosition(position)
    here = editor.cursorRect(cursor)
    cursor.setPosition(position + 1)
    there = editor.cursorRect(cursor)
    right = there.left() if there.top() == here.top() else here.left() + here.height() // 2
    return QPoint((here.left() + right) // 2, here.center().y())


def double_click(editor, point):
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_ctrl_right_goes_from_word_to_word_and_over_paragraph_ends(editor):
    stops = []
    for _ in range(13):
        press(editor, Qt.Key.Key_Right)
        stops.append(editor.caret)
    #                 强 政 忠 ， 回 1  件  。  end 2nd 3rd 民 end
    assert stops == [2, 4, 6, 8, 9, 11, 14, 15, 16, 17, 18, 20, 25]
    press(editor, Qt.Key.Key_Right)
    assert editor.caret == 25


def test_ctrl_left_goes_the_same_way_back(editor):
    editor.go_to(25)
    stops = []
    for _ in range(13):
        press(editor, Qt.Key.Key_Left)
        stops.append(editor.caret)
    assert stops == [20, 18, 17, 16, 15, 14, 11, 9, 8, 6, 4, 2, 0]
    press(editor, Qt.Key.Key_Left)
    assert editor.caret == 0


def test_shift_selects(editor):
    editor.go_to(4)
    press(editor, Qt.Key.Key_Right, CTRL | SHIFT, 2)
    assert editor.textCursor().selectedText() == "政治忠诚"
    press(editor, Qt.Key.Key_Left, CTRL | SHIFT, 3)
    assert editor.textCursor().selectedText() == "强化"
    press(editor, Qt.Key.Key_Left)
    assert editor.selected == (0, 0)


def test_a_word_deleted_is_one_step_of_undo(editor, window):
    before = editor.text
    editor.go_to(8)
    press(editor, Qt.Key.Key_Backspace)
    press(editor, Qt.Key.Key_Delete)
    assert editor.text.startswith("带头强化政治回访162件。")
    assert window.history.count() == 2

    window.history.undo()
    assert editor.text.startswith("带头强化政治，回访")
    window.history.undo()
    assert (editor.text, editor.caret) == (before, 8)
    window.history.redo()
    window.history.redo()
    assert editor.text.startswith("带头强化政治回访162件。")


def test_typing_goes_on_after_a_word_was_deleted(editor, window):
    editor.load("抓得不紧")
    editor.go_to(4)
    commit(editor, "好")
    press(editor, Qt.Key.Key_Backspace)
    commit(editor, "严")
    text = editor.text
    while window.history.canUndo():
        window.history.undo()
    assert editor.text == "抓得不紧"
    while window.history.canRedo():
        window.history.redo()
    assert editor.text == text


def test_a_selection_is_deleted_as_it_is(editor):
    editor.go_to(1, 3)
    press(editor, Qt.Key.Key_Backspace)
    assert editor.text.startswith("带化政治忠诚")


def test_paragraph_breaks_are_deleted_one_at_a_time(editor, window):
    editor.go_to(18)
    press(editor, Qt.Key.Key_Backspace)
    assert editor.text.endswith("件。\n召开民主生活会")
    press(editor, Qt.Key.Key_Backspace)
    assert editor.text.endswith("件。召开民主生活会")
    editor.go_to(0)
    press(editor, Qt.Key.Key_Backspace)
    window.history.undo()
    assert editor.text.endswith("件。\n\n召开民主生活会")  # two keys that go on at one place are one step


def test_nothing_is_deleted_at_the_ends(editor):
    before = editor.text
    press(editor, Qt.Key.Key_Backspace)
    editor.go_to(len(before))
    press(editor, Qt.Key.Key_Delete)
    assert editor.text == before


def test_characters_outside_the_basic_plane(editor):
    editor.load("𠮷𠮷路改造，𠮷祥里漏水")
    editor.go_to(len(editor.text))
    press(editor, Qt.Key.Key_Backspace)
    assert editor.text == "𠮷𠮷路改造，𠮷祥里"
    editor.go_to(3)
    press(editor, Qt.Key.Key_Right)
    assert editor.caret == 5


def test_the_units_own_words_count_whole(editor, window):
    editor.load("智慧住建平台")
    choices = window.session.choices
    window.session.show_choices(
        choices._replace(decisions=choices.decisions._replace(unit_words=frozenset({"智慧住建"})))
    )
    press(editor, Qt.Key.Key_Right)
    assert editor.caret == 4


def test_the_writers_name_counts_whole(editor, window):
    window.files.begin(wish())
    editor.load("林知远同志")
    press(editor, Qt.Key.Key_Right)
    assert editor.caret == 3


def test_an_input_method_is_left_alone(editor):
    before = editor.text
    editor.go_to(4)
    compose(editor, "zhengzhi")
    press(editor, Qt.Key.Key_Backspace)
    assert (editor.text, editor.composing) == (before, True)
    commit(editor, "讲")
    assert editor.text.startswith("带头强化讲政治")


def test_a_hint_has_nothing_to_delete(editor, window):
    window.files.begin(wish())
    before = editor.text
    editor.go_below(editor.text.index("一、"))
    assert editor.waiting
    press(editor, Qt.Key.Key_Backspace)
    assert (editor.text, bool(editor.waiting)) == (before, True)


@pytest.mark.parametrize(
    ("position", "word"),
    [
        (0, "带头"),
        (1, "带头"),
        (2, "强化"),
        (7, "忠诚"),
        (8, "，"),
        (11, "162"),
        (13, "162"),
        (21, "民主生活会"),
        (24, "民主生活会"),
    ],
)
def test_a_double_click_selects_the_word_under_it(editor, window, position, word):
    window.show()
    point = middle(editor, position)
    for off in (-4, 4):  # on the character's left half and on its right
        double_click(editor, point + QPoint(off, 0))
        assert editor.textCursor().selectedText() == word


def test_a_double_click_at_the_end_of_a_line_that_goes_on(editor, window):
    window.show()
    editor.load("国" * 25 + "，民主生活会" * 3)
    layout = editor.document().firstBlock().layout()
    assert layout.lineCount() > 1
    end = layout.lineAt(0).textLength()
    cursor = editor.textCursor()
    cursor.setPosition(end - 1)
    box = editor.cursorRect(cursor)
    double_click(editor, QPoint(box.left() + 14, box.center().y()))
    start, stop = editor.selected
    assert start <= end - 1 < stop


def test_a_double_click_that_is_held_grows_by_words(editor, window):
    window.show()
    view = editor.viewport()
    double_click_point, right, left = middle(editor, 5), middle(editor, 12), middle(editor, 1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=double_click_point)
    send(view, "MouseButtonDblClick", double_click_point)
    send(view, "MouseMove", double_click_point + QPoint(2, 0))
    assert editor.textCursor().selectedText() == "政治"
    send(view, "MouseMove", right)
    assert editor.textCursor().selectedText() == "政治忠诚，回访162"
    send(view, "MouseMove", left)
    assert editor.textCursor().selectedText() == "带头强化政治"
    send(view, "MouseButtonRelease", left)
    send(view, "MouseMove", right, held=False)
    assert editor.textCursor().selectedText() == "带头强化政治"


def send(view, kind, point, *, held=True):
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    moving = kind == "MouseMove"
    event = QMouseEvent(
        getattr(QEvent.Type, kind),
        point.toPointF(),
        view.mapToGlobal(point).toPointF(),
        none if moving else left,
        left if held and kind != "MouseButtonRelease" else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_the_third_click_takes_the_paragraph(editor, window):
    window.show()
    point = middle(editor, 5)
    double_click(editor, point)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.textCursor().selectedText().startswith("带头强化政治忠诚，回访162件。")


def test_before_the_list_is_there_a_word_is_a_run(window):
    window.editor.load("带头强化政治忠诚，回访162件")
    press(window.editor, Qt.Key.Key_Right)
    assert window.editor.caret == 8


def test_the_list_is_loaded_after_the_first_paint(window, qapp, qtbot, monkeypatch):
    monkeypatch.setattr(program, "_Sweeper", lambda _: None)  # this process has other tests' garbage
    monkeypatch.setattr(chinese, "speak", lambda _: None)
    steps = window.wiring.word_steps
    assert not steps.words.loaded
    program._look_around(qapp, window)
    qtbot.waitUntil(lambda: steps.words.loaded, timeout=20_000)
    window.editor.load("带头强化")
    press(window.editor, Qt.Key.Key_Right)
    assert window.editor.caret == 2


@pytest.mark.parametrize("zoom", [70, 100, 125, 200])
def test_a_click_between_two_lines_means_the_character_under_it(editor, window, zoom):
    editor.set_zoom(zoom)
    window.show()
    editor.load("召开民主生活会回访群众六件。" * 20)
    size = editor.document().defaultFont().pixelSize()
    points = [QPoint(11 * size, y) for y in range(middle(editor, 5).y(), middle(editor, 100).y())]
    for point in points:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        here = editor.cursorRect().center()
        assert abs(here.x() - point.x()) <= size
        assert abs(here.y() - point.y()) <= size
    for point in points:
        QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        start, end = editor.selected
        assert start <= editor._position_at(point) <= end
        first = editor.textCursor()
        first.setPosition(start)
        assert editor.cursorRect(first).left() - 2 <= point.x()
