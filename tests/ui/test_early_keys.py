"""What is typed before the window is complete goes where the caret is then, and is never lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.files import former_states, kept_views, settings
from assistant.files.draft import Draft, DraftFile, TemplateChoice, encode
from assistant.ui import theme
from assistant.ui.main_window import MainWindow
from assistant.ui.work.prompts import Closing

TEMPLATE = TemplateChoice("2025-democratic-individual")


@pytest.fixture
def begin(qtbot, answers):
    """Open a window with a draft, as far as its first frame."""

    def make(path):
        window = MainWindow(theme.load(), answers)
        qtbot.addWidget(window, before_close_func=lambda w: w.history.setClean())
        assert window.open_file(str(path))
        window.show()
        return window

    return make


@pytest.fixture
def draft(tmp_path, finished_sample):
    path = tmp_path / "稿.duizhao"
    content = Draft(finished_sample, TEMPLATE)
    former_states.keep_state(path, content)
    path.write_bytes(encode(content))
    return path


def compose(editor, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def type_early(window):
    """Type as by hand and by an input method, one after the other."""
    editor = window.editor
    QTest.keyClicks(editor, "ab")
    compose(editor, "xue")
    compose(editor, "", "学习")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "12")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)


TYPED = "ab学习\n1"


@pytest.mark.parametrize("kept", [True, False])
def test_in_a_draft_it_goes_where_the_caret_was_left(begin, draft, kept):
    before = DraftFile.load(draft)[1].text
    place = before.index("学习", 300)
    first = begin(draft)
    first.join()
    first.editor.go_to(place)
    first.close()
    assert kept_views.kept()
    if not kept:
        kept_views.forget()
    window = begin(draft)
    type_early(window)
    assert window.editor.text == before
    window.join()

    assert window.editor.text == before[:place] + TYPED + before[place:]
    assert window.editor.caret == place + len(TYPED)
    assert window.wiring.analyser.up_to_date().text == window.editor.text
    window.history.undo()
    QTest.keyClicks(window.editor, "z")
    assert "z" in window.editor.text  # it waits for nothing any more


def test_on_a_fresh_page_it_goes_where_the_first_sentence_belongs(begin, tmp_path):
    path = tmp_path / "新.duizhao"
    path.write_bytes(encode(Draft("标题\n一、存在的问题\n二、整改措施\n", TEMPLATE)))
    window = begin(path)
    QTest.keyClicks(window.editor, "ab")
    compose(window.editor, "", "学习")
    window.join()

    lines = window.editor.text.split("\n")
    assert "ab学习" in lines[1:]
    assert [each for each in lines if each != "ab学习"] == ["标题", "一、存在的问题", "二、整改措施", ""]


def test_whoever_clicks_on_the_page_before_types_there(begin, draft):
    settings.save(settings.Settings(carets={str(draft): 500}))
    window = begin(draft)
    window.editor.go_to(20)
    QTest.keyClicks(window.editor, "ab")
    window.join()

    assert window.editor.text[20:22] == "ab"


def test_what_was_typed_is_in_what_is_saved_and_asked_about_at_once(begin, draft, answers):
    settings.save(settings.Settings(carets={str(draft): 500}))
    before = DraftFile.load(draft)[1].text
    window = begin(draft)
    type_early(window)
    assert window.files.save()
    assert DraftFile.load(draft)[1].text == before[:500] + TYPED + before[500:]
    window.close()
    another = begin(draft)
    QTest.keyClicks(another.editor, "ab")
    answers.closing = Closing.CANCEL
    assert not another.close()
    assert answers.told[-1].startswith("是否保存对“稿”")


def test_what_the_page_does_not_take_goes_on_to_the_window(begin, draft):
    window, seen = begin(draft), []
    window.keyPressEvent = lambda event: seen.append(event.key())
    QApplication.sendEvent(
        window.editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F20, Qt.KeyboardModifier.NoModifier)
    )
    assert seen == []
    window.join()
    assert seen == [Qt.Key.Key_F20]
