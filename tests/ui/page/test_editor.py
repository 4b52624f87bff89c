import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QUndoStack,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import wish

from assistant.files import layouts
from assistant.text import Edit
from assistant.ui import theme
from assistant.ui.page import looks
from assistant.ui.page.editor import Editor
from assistant.ui.page.highlighter import Highlighter, look_of
from assistant.ui.page.looks import Look


@pytest.fixture
def editor(window):
    window.editor.load("")
    return window.editor


def test_typing_is_text(editor):
    QTest.keyClicks(editor, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "d")

    assert editor.text == "abc\nd"
    assert editor.caret == 5


def test_a_line_break_is_a_paragraph(editor):
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "b")

    assert editor.text == "a\nb"
    assert editor.document().blockCount() == 2


@pytest.mark.parametrize("blank", ["\t", " ", "\u3000"])
def test_blanks_at_a_paragraphs_start_become_the_indent(editor, blank):
    if blank == "\t":
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    elif blank == " ":
        QTest.keyClick(editor, Qt.Key.Key_Space)
    else:
        commit(editor, blank * 2)
    QTest.keyClicks(editor, "a b")

    assert editor.text == "a b"


def right_click(editor, at, reason=QContextMenuEvent.Reason.Mouse):
    cursor = editor.textCursor()
    cursor.setPosition(at)
    place = editor.cursorRect(cursor).center()
    QApplication.sendEvent(editor.viewport(), QContextMenuEvent(reason, place, editor.mapToGlobal(place)))


def test_the_menu_of_the_right_button_is_about_the_place_that_was_hit(window, editor):
    """What is pasted from it must not go to where the caret was, perhaps pages away."""
    window.show()
    editor.load("一、问题\n第一段的话。\n第二段的话。")
    asked = []
    editor.menu_wanted.connect(lambda position, _point: asked.append(position))
    editor.go_to(0)
    right_click(editor, 8)
    assert (editor.caret, editor.selected) == (8, (8, 8))
    editor.go_to(5, 9)
    right_click(editor, 7)
    assert editor.selected == (5, 9)
    right_click(editor, 14)
    assert editor.selected == (14, 14)
    right_click(editor, 2, QContextMenuEvent.Reason.Keyboard)
    assert editor.caret == 14
    assert asked == [8, 7, 14, 2]


def test_what_another_program_drops_stays_there_too(editor):
    data = QMimeData()
    data.setText("　　拖来的话。\r\n第二段。")
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)  # to be moved
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    begun, moved = (made(QPoint(9, 9), both, data, *held) for made in (QDragEnterEvent, QDragMoveEvent))
    dropped = QDropEvent(QPointF(9, 9), both, data, *held)
    QApplication.sendEvent(editor.viewport(), begun)
    QApplication.sendEvent(editor.viewport(), moved)
    QApplication.sendEvent(editor.viewport(), dropped)

    assert editor.text == "拖来的话。\n第二段。"
    for each in (begun, moved, dropped):  # some systems tell the other program of one, some of another
        assert (each.isAccepted(), each.dropAction()) == (True, Qt.DropAction.CopyAction)


def test_paste_is_canonical(editor):
    QApplication.clipboard().setText("　　一、问题\r\n\u00a0有\u200b。\v二、措施  ")
    editor.paste()

    assert editor.text == "一、问题\n有。\n二、措施"


def test_what_nobody_sees_is_changed_in_what_is_pasted_and_told(window, editor, qtbot):
    QApplication.clipboard().setText("⼀、提⾼政治能⼒，民\u200c主，２０２５年，㈠①㎡")
    with qtbot.waitSignal(editor.paste_changed) as told:
        editor.paste()
    assert editor.text == "一、提高政治能力，民主，２０２５年，㈠①㎡"
    assert told.args == [3, 1]
    assert window.bars.messages() == ["粘贴的文字中的字形相近的特殊字3个、不显示的符号1个已换成通用的字或删去。"]

    window.bars.clear()
    editor.selectAll()
    editor.copy()
    editor.paste()
    assert window.bars.messages() == []


def test_of_a_web_page_alone_the_text_is_pasted(editor):
    data = QMimeData()
    data.setHtml("<style>p {color: red}</style><p>一、<b>问题</b></p><p>有。</p>")
    QApplication.clipboard().setMimeData(data)
    editor.paste()

    assert editor.text == "一、问题\n有。"


def test_what_would_make_the_text_too_long_is_not_pasted(editor, monkeypatch, qtbot):
    monkeypatch.setattr("assistant.files.too_large.MOST_CHARACTERS", 10)
    editor.load("一、问题\n有。")
    QApplication.clipboard().setText("三、其他的。")
    with qtbot.waitSignal(editor.paste_refused):
        editor.paste()
    assert editor.text == "一、问题\n有。"

    editor.selectAll()
    editor.paste()
    assert editor.text == "三、其他的。"


def test_copy_is_plain_text(editor):
    editor.load("一\n二")
    editor.selectAll()
    editor.copy()

    assert QApplication.clipboard().text() == "一\n二"
    assert not QApplication.clipboard().mimeData().hasHtml()


def compose(editor, preedit):
    QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def test_nothing_happens_while_an_input_method_composes(window, qtbot):
    editor = window.editor
    editor.load("")
    edits = []
    editor.text_edited.connect(edits.append)
    compose(editor, "dui")
    compose(editor, "duizhao")

    assert (editor.text, edits, editor.composing, window.history.count()) == ("", [], True, 0)
    material = window.wiring.analyser.material
    window.wiring.analyser.follow(Edit(0, 0, "x"))
    qtbot.wait(260)
    assert window.join().analyser.material is material
    commit(editor, "对照")
    assert (editor.text, editor.composing, len(edits)) == ("对照", False, 1)


def test_positions_survive_characters_outside_the_basic_plane(editor):
    editor.load("姓𠮷名XX次")
    editor.go_to(3, 5)

    assert editor.selected == (3, 5)
    assert editor.textCursor().selectedText() == "XX"
    editor.apply([Edit(3, 5, "3")], "改")
    assert editor.text == "姓𠮷名3次"


def test_several_edits_are_one_step(editor, window):
    editor.load("一二三四五")
    editor.apply([Edit(0, 1, "壹"), Edit(3, 4, "")], "改")
    assert editor.text == "壹二三五"

    window.history.undo()
    assert editor.text == "一二三四五"
    window.history.redo()
    assert editor.text == "壹二三五"


def test_typing_merges_up_to_the_end_of_a_sentence(editor, window):
    for character in "去年下乡。今年":
        commit(editor, character)
    assert window.history.count() == 2

    window.history.undo()
    assert editor.text == "去年下乡。"


def test_a_dropped_file_is_not_pasted(editor):
    data = QMimeData()
    data.setText("file:///x")
    data.setUrls([QUrl.fromLocalFile("/x.docx")])

    assert not editor.canInsertFromMimeData(data)


def test_a_hint_that_is_cut_is_told_whole_under_the_pointer(window):
    window.files.begin(wish())
    window.show()
    editor = window.editor
    editor.highlighter.finish()
    blocks = [editor.document().findBlockByNumber(n) for n in range(editor.document().blockCount())]
    hinted = [block for block in blocks if look_of(block).hint]
    width = {
        block.blockNumber(): QFontMetricsF(editor._hint_font()).horizontalAdvance(look_of(block).hint)
        for block in hinted
    }
    for block in hinted[:4]:
        place = editor.hint_box(block)
        cut = width[block.blockNumber()] > place.width()
        assert editor.cut_hint_at(place.center()) == (look_of(block).hint if cut else "")
    assert any(width[block.blockNumber()] > editor.hint_box(block).width() for block in hinted[:4])
    assert editor.cut_hint_at(QPointF(5, editor.hint_box(hinted[0]).center().y())) == ""


def test_a_click_on_a_hint_begins_to_write(window, qtbot):
    window.files.begin(wish())
    window.show()
    editor = window.editor
    heading = editor.document().findBlock(editor.text.index("一、"))
    point = editor.hint_box(heading).center().toPoint()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.keyClicks(editor, "x")

    lines = editor.text.split("\n")
    assert lines[lines.index("一、2024年度民主生活会整改措施落实情况") + 1] == "x"


def test_zoom_keeps_28_characters_a_line(sample, qtbot):
    sample.resize(2400, 900)  # room for the page at its widest
    sample.show()
    editor = sample.editor
    editor.load("国" * 100)
    for zoom in (70, 100, 150):
        editor.set_zoom(zoom)
        qtbot.wait(10)
        assert editor.document().firstBlock().layout().lineCount() > 1
        line = editor.document().firstBlock().layout().lineAt(1)
        assert line.textLength() == 28


def test_the_page_never_makes_the_window_wider(sample, qtbot):
    sample.resize(1000, 700)
    sample.show()
    sample.editor.set_zoom(200)
    qtbot.wait(10)
    assert sample.width() == 1000


def test_undo_and_redo_keys_work_where_the_hands_are(sample, qtbot):
    assert sample.join()
    with qtbot.waitActive(sample):
        sample.show()
        sample.activateWindow()
    editor = sample.editor
    editor.setFocus()
    before = editor.text
    qtbot.keyClicks(editor, "abc")
    after = editor.text
    QTest.keyClick(sample.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == before != after
    QTest.keyClick(sample.windowHandle(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == after


def test_going_below_a_heading_changes_nothing_until_a_key_comes(sample, qtbot):
    editor = sample.editor
    editor.load("标题\n一、问题\n二、措施")
    editor.go_below(3)
    assert editor.waiting
    assert editor.text == "标题\n一、问题\n二、措施"
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(editor, "x")
    assert editor.text == "标题\n一、问题\nx\n二、措施"
    editor.go_below(3)
    editor.go_to(0)
    assert not editor.waiting


def test_a_blank_line_below_a_heading_is_taken(sample):
    editor = sample.editor
    editor.load("一、问题\n\n二、措施")
    editor.go_below(0)
    assert not editor.waiting
    assert editor.caret == 5


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("一、问题\n有。\n二、措施", 8, "一、问题\n有。\nxy\n二、措施"),
        ("一、问题\n\n二、措施", 6, "一、问题\nxy\n二、措施"),
        ("二、措施", 0, "xy\n二、措施"),
        ("一、问题", 4, "一、问题\nxy"),
        ("一、问题\n", 5, "一、问题\nxy"),
        ("一、问题。二、措施", 5, "一、问题。\nxy\n二、措施"),
    ],
)
def test_what_is_typed_between_two_paragraphs_is_one_of_its_own(sample, qtbot, text, place, expected):
    editor = sample.editor
    editor.load(text)
    editor.go_between(place)
    assert editor.text == text
    if editor.waiting:
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, "xy")
    assert editor.text == expected


def test_the_line_between_paragraphs_is_not_taken_for_the_hint_below_one(window, answers):
    answers.wish = wish()
    window.files.new()
    editor = window.editor
    assert window.join()
    heading = editor.text.index("二、")
    editor.go_below(heading)
    assert editor.waiting
    assert editor.gap() is None
    editor.go_between(heading)
    assert editor.waiting
    block = editor.document().findBlock(heading)
    assert (
        editor.gap().bottom()
        <= editor.hint_box(block).top() - editor.document().documentLayout().blockBoundingRect(block).height() + 2
    )


def test_waiting_ends_when_something_else_is_done(sample, qtbot):
    editor = sample.editor
    editor.load("一、问题\n有。\n二、措施")
    editor.go_between(8)
    assert editor.waiting
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert not editor.waiting
    editor.go_between(8)
    editor.load("二、措施")
    assert not editor.waiting


def test_a_change_out_of_sight_is_shown_with_lines_around_it(sample):
    sample.show()
    editor = sample.editor
    lines = editor.viewport().height() * 0.1
    for part in (0.3, 0.5, 0.7):
        editor.go_to(0)
        at = round(len(editor.text) * part)
        editor.apply([Edit(at, at + 2, "改")], "改为")
        box = editor.cursorRect()
        assert lines < box.top() < box.bottom() < editor.viewport().height() - lines
        editor.go_to(0)
        sample.history.undo()
        box = editor.cursorRect()
        assert lines < box.top() < box.bottom() < editor.viewport().height() - lines


def test_a_text_shown_while_another_is_still_being_drawn_is_drawn_whole(qtbot):
    """The places of the first are no places in the second, though Qt takes them for valid ones."""
    editor = Editor(theme.load(), QUndoStack())
    qtbot.addWidget(editor)
    editor.highlighter = Highlighter(editor.document(), theme.load(), lambda text, kind: looks.spans(text, (), kind))
    editor.set_layout(layouts.named(layouts.STANDARD))
    editor.set_zoom(100)
    faded = [Look(faded=True)] * 300  # of other letters only: for another place on the line Qt draws all of them
    editor.load("\n".join(["第一篇"] * 300))
    editor.show_looks([Look()] * 300)
    editor.show_looks(faded)
    assert editor.highlighter._slices.isActive()
    editor.load("\n".join(["第二篇"] * 300))
    editor.show_looks(faded)
    editor.go_to(0, 40)
    QTest.keyClick(editor, Qt.Key.Key_Delete)  # the rest moves up while it waits
    editor.highlighter.finish()

    drawn = [[span.length for span in block.layout().formats()] for block in editor.blocks()]
    assert drawn == [[3]] * 290


def test_an_edit_is_told_when_its_lines_are_laid_out(window, editor):
    """Who hears of it may paint at once; before, the lines on the screen are those of paragraphs that are gone."""
    heard = []
    window.show()
    editor.load("甲\n乙")
    editor.text_edited.connect(lambda _: heard.append([block.layout().lineCount() for block in editor.blocks()]))
    data = QMimeData()
    data.setText("一\n" * 40)
    editor.insertFromMimeData(data)

    assert heard == [[1] * 42]


def test_another_text_is_waited_for_nowhere(editor):
    editor.load("一、问题\n二、措施")
    editor.go_below(0)
    assert editor.waiting
    editor.load("三、别的\n四、另外的")

    assert not editor.waiting


def test_the_caret_is_painted_anew_only_when_the_lines_are(sample, monkeypatch):
    """In the middle of an edit Qt would look for its place in lines that are freed, and crash at times."""
    editor, widths, comparing = sample.editor, [], []
    set_width, compare = type(editor).setCursorWidth, editor._compare
    document = editor.document()
    document.contentsChange.disconnect(editor._compare)

    def compare_watched(*change):
        comparing.append(True)
        compare(*change)
        comparing.pop()

    def width_watched(page, width):
        widths.append((width, bool(comparing)))
        set_width(page, width)

    document.contentsChange.connect(compare_watched)
    monkeypatch.setattr(type(editor), "setCursorWidth", width_watched, raising=False)
    editor.apply([Edit(0, 0, "一、")], "添")
    editor.go_to(5)
    editor._wait()
    assert editor.waiting
    sample.history.undo()

    assert not editor.waiting
    assert widths == [(0, False), (1, False)]


def test_many_headings_are_shown_in_one_go(window, tmp_path):
    """After each change of a format everybody would look through the whole text: minutes for a few thousand headings."""
    path, changes = tmp_path / "稿.txt", []
    path.write_text("一、存在的问题，学得不深，抓落实不够有力。\n" * 400, "utf-8")
    window.editor.document().contentsChange.connect(lambda *_: changes.append(1))
    window.open_file(str(path))

    assert window.editor.document().blockCount() >= 400
    assert len(changes) < 40
