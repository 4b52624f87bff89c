"""What is asked before a text is let go: Enter saves, Esc stays, and nothing is lost by either."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.ui.work.prompts import Closing, Prompts

QUESTIONS = {
    "更改": lambda prompts: prompts.save_before_closing("稿"),
    "再存": lambda prompts: prompts.save_again("草稿文件已不在原处。", anew=True),
    "另存": lambda prompts: prompts.save_again("草稿文件已不在原处。", anew=False),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, Closing.SAVE), (Qt.Key.Key_Escape, Closing.CANCEL)])
def test_enter_saves_and_escape_stays(qtbot, monkeypatch, question, key, answer):
    def press(box):
        box.show()
        assert box.defaultButton().text() in ("保存", "再保存一次", "另存为…")
        assert box.escapeButton().text() == "取消"
        QTest.keyClick(box, key)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    window = QWidget()
    qtbot.addWidget(window)

    assert QUESTIONS[question](Prompts(window)) is answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_not_saved_is_let_go_only_by_its_own_button(qtbot, monkeypatch, question):
    def press(box):
        next(button for button in box.buttons() if button.text() == "不保存").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    window = QWidget()
    qtbot.addWidget(window)

    assert QUESTIONS[question](Prompts(window)) is Closing.DISCARD


def test_a_file_called_like_html_is_asked_about_by_its_name(qtbot, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.textFormat())))
    window = QWidget()
    qtbot.addWidget(window)
    prompts = Prompts(window)
    prompts.save_before_closing("<b>稿")
    prompts.save_again("草稿文件“<b>稿.duizhao”已不在原处。", anew=True)
    prompts._may_replace(tmp_path / "<b>稿.docx")

    assert len(shown) == 3
    for text, form in shown:
        assert "“<b>稿" in text
        assert form is Qt.TextFormat.PlainText
