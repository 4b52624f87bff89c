"""The page on the screen has the characters and the line pitch of the layout that Word gets."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.files import layouts
from assistant.text import Edit
from assistant.ui.page.highlighter import look_of
from assistant.ui.page.looks import Kind


def first_line(editor):
    """Give how many characters stand on the first line of a long paragraph."""
    layout = editor.document().findBlock(editor.document().characterCount() // 2).layout()
    return layout.lineAt(1).textLength()


def shown(window):
    window.show()
    window.resize(1600, 900)
    window.editor.load("一、存在的问题\n" + "国" * 400 + "\n")
    window.editor.set_zoom(100)
    return window.editor


def test_a_line_holds_what_the_layout_says(window):
    editor = shown(window)
    for identifier in ("gb9704", "fixed28"):
        window.files.change_settings(layout=identifier)
        layout = layouts.named(identifier)

        assert first_line(editor) == layout.characters_per_line, identifier
        pitch = editor.document().findBlock(10).blockFormat()
        assert pitch.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
        expected = layout.line_twips / 20 / layout.body.size_pt
        assert abs(pitch.lineHeight() / editor.fontInfo().pixelSize() - expected) < 0.06


def test_a_message_above_the_page_does_not_hide_the_line_that_is_written(window, qtbot):
    editor = shown(window)
    editor.load("一、存在的问题\n" + "国\n" * 60)
    editor.go_to(len(editor.text))
    QApplication.processEvents()  # the window has its size
    window.wiring.analyser.analyse_now()
    bar, height = editor.verticalScrollBar(), editor.viewport().height()
    bar.setValue(bar.value() + editor.cursorRect().bottom() + 2 - height)  # it is the last line in view
    assert editor.cursorRect().bottom() == height - 2
    window.bars.show_message("已导出。", key="export")
    qtbot.waitUntil(lambda: editor.viewport().height() < height)
    assert editor.cursorRect().bottom() < editor.viewport().height()
    bar.setValue(0)
    window.bars.show_message("先看前面。\n两行", key="export")
    qtbot.wait(1)
    assert bar.value() == 0  # the caret was out of sight: what is read stays


def paste(editor):
    held = QMimeData()
    held.setText("甲\n乙")
    editor.insertFromMimeData(held)


def look_otherwise(editor):
    editor.show_looks([look_of(block)._replace(kind=Kind.TITLE) for block in editor.blocks()][:1])


CHANGES = {
    "a key": lambda editor: QTest.keyClicks(editor, "a"),
    "a word taken away": lambda editor: QTest.keyClick(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    "a paste": paste,
    "an edit": lambda editor: editor.apply([Edit(3, 5, "甲")], "改正"),
    "a look": look_otherwise,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "begin", [lambda editor: editor.resize(500, 400), lambda editor: editor.document().setDocumentMargin(33)]
)
def test_nothing_stays_unseen_that_is_changed_while_a_text_is_laid_out(window, qtbot, begin, change):
    """Qt lays a long text out bit by bit, and forgets the rest where a paragraph changes meanwhile."""
    editor = shown(window)
    editor.load("一、存在的问题\n" + f"{'坚持问题导向深入查摆不足，联系实际不够紧密。' * 12}\n" * 60)
    window.wiring.analyser.analyse_now()
    editor.highlighter.finish()
    editor.go_to(2)
    qtbot.wait(60)  # all is laid out
    begin(editor)
    CHANGES[change](editor)
    qtbot.wait(60)
    assert [block.blockNumber() for block in editor.blocks() if not block.layout().lineCount()] == []
