"""A day's job by the keyboard alone: a notice becomes a page, the page is written, what is found is gone through, Word is made."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from ui import conftest
from ui.conftest import Answers
from ui.test_fitting import NOTICE

from assistant.files.readers import docx
from assistant.ui.dialogs.new_material import NewMaterialDialog
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.work.prompts import Prompts

WINDOWS: list[QWidget] = []
WRITTEN = "下乡走访XX次，比去年少。群众反应的问题拖了半年。"


class Asked(Answers):
    """Asks for a new material as the program does, with its own dialog; files are named beforehand."""

    window: QWidget

    def new_material(self, *given):
        return Prompts(self.window).new_material(*given)


def keys(*pressed):
    """Press keys one after the other, each where the keyboard is."""
    for each in pressed:
        if QApplication.focusWidget() is None:  # where there is no screen, no system gives it back to the window before
            (QApplication.activeModalWidget() or WINDOWS[-1]).activateWindow()
            QTest.qWait(50)
        to = QApplication.focusWidget()
        assert to is not None
        assert to.isVisible(), to
        combination = QKeySequence(each)[0]
        QTest.keyClick(to, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def commit(text):
    """Type as an input method does."""
    QApplication.clipboard().setText(text)
    keys("Ctrl+V")


def go_to(told, most=30):
    """Press Tab until the keyboard is at what is called so."""
    for _ in range(most):
        at = QApplication.focusWidget()
        if told in (at.accessibleName(), at.text() if isinstance(at, QAbstractButton) else ""):
            return
        keys("Tab")
    raise AssertionError(told)


def when_open(kind, work):
    """Do something in a dialog once it is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isAncestorOf(QApplication.focusWidget()):
            try:
                work()
            finally:
                dialog.close()  # else a failure would wait for ever
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


@pytest.fixture(params=["standard", "huge"])
def looks(request, qapp):
    with conftest.looking(qapp, "light", request.param) as made:
        yield made


@pytest.fixture
def page(looks, qapp, qtbot, make_themed_window):
    """A material begun from a notice, without the mouse."""
    answers = Asked()
    window = answers.window = make_themed_window(looks.theme, answers)
    window.resize(1366, 728)
    WINDOWS.append(window)
    window.show()
    window.activateWindow()
    window.editor.setFocus()
    qtbot.waitUntil(window.editor.hasFocus)
    qapp.clipboard().setText(NOTICE)
    done = []

    def check_notice():
        keys("Tab", "Tab", *["Shift+Tab"] * 5)  # round to what ends it
        go_to("存为本次要求")
        keys("Return")

    def begin():
        when_open(TemplateDialog, check_notice)
        go_to("粘贴通知")
        keys("Space")
        assert not isinstance(QApplication.activeModalWidget(), TemplateDialog)
        for value in ("市住房保障中心", "副主任", "林知远"):  # the keyboard is where they are asked for
            commit(value)
            keys("Tab")
        go_to("开始写")
        done.append(QApplication.activeModalWidget())
        keys("Return")

    when_open(NewMaterialDialog, begin)
    keys("Ctrl+N")
    assert isinstance(done[0], QDialog)
    yield window, answers
    WINDOWS.clear()


def test_from_the_notice_to_word(page, tmp_path, qtbot):
    window, answers = page
    assert window.session.template.label.startswith("2026年度民主生活会")
    assert window.focusWidget() is window.editor
    keys("Ctrl+G", "Down", "Down", "Return")  # 定位: to a part of the outline
    assert window.focusWidget() is window.editor
    commit(WRITTEN)
    qtbot.waitUntil(lambda: WRITTEN in window.wiring.analyser.material.text)

    window.wiring.underlining.start_afresh()  # the hands rest
    window.wiring.analyser.analyse_now()
    keys("Ctrl+Shift+F7")  # 想一想: down to the second question, a note, back
    questions = window.wiring.side.questions
    assert window.focusWidget() is questions
    keys("Down", "Up", "Escape")
    assert window.focusWidget() is window.editor

    keys("Shift+F7", "Alt+Return")  # what stands just before the caret, put right
    qtbot.waitUntil(lambda: "群众反映的问题" in window.editor.text)
    keys("Shift+F7")
    assert window.editor.textCursor().selectedText() == "XX"
    commit("12")
    keys("F7")
    assert window.editor.textCursor().selectedText() != "XX"

    answers.save_path, answers.export_path = tmp_path / "稿.duizhao", tmp_path / "稿.docx"
    keys("Ctrl+S", "Ctrl+E")
    qtbot.waitUntil(answers.export_path.exists)
    assert answers.save_path.exists()
    assert "下乡走访12次，比去年少。" in docx.read(answers.export_path.read_bytes()).text
