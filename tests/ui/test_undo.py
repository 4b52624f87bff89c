"""One undo stack over keys, composition, paste, fixes and decisions: back to the start and forth to the end."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.test_editor import commit, compose

from assistant.material import analyse
from assistant.ui import looks
from assistant.ui.highlighter import look_of

EDITS = 300


def shown(window):
    """Give text, choices and looks as they are on the screen, the underlines settled."""
    window.guidance.marking.start_afresh()
    window.guidance.analyser.analyse_now()
    editor = window.editor
    aligned = [block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter for block in editor.blocks()]
    return editor.text, window.session.choices, [look_of(block) for block in editor.blocks()], aligned


def computed(window):
    """Give the looks that the text ought to have."""
    choices = window.session.choices
    return looks.of(analyse(window.editor.text, window.session.template, decisions=choices.decisions))


def act(window, chooser):
    """Do one thing that a person could do."""
    editor = window.editor
    editor.go_to(chooser.randrange(len(editor.text) + 1))
    kind = chooser.choice(
        ["key", "key", "key", "enter", "delete", "backspace", "paste", "compose", "cut", "fix", "ignore", "note"]
    )
    if kind == "key":
        QTest.keyClicks(editor, chooser.choice(["a", "X", "9", ".", " "]))
    elif kind == "enter":
        QTest.keyClick(editor, Qt.Key.Key_Return)
    elif kind in ("delete", "backspace"):
        QTest.keyClick(editor, Qt.Key.Key_Delete if kind == "delete" else Qt.Key.Key_Backspace)
    elif kind == "paste":
        QApplication.clipboard().setText(
            chooser.choice(["一、问题\n有XX个。", "（二）敬畏人民方面", "三是𠮷。", "\n\n"])
        )
        editor.paste()
    elif kind == "compose":
        compose(editor, "dui zhao")
        commit(editor, chooser.choice(["对照", "检查。", "【待补】"]))
    elif kind == "cut":
        start = chooser.randrange(len(editor.text))
        editor.go_to(start, min(len(editor.text), start + chooser.randrange(60)))
        editor.cut()
    elif kind == "note":
        window.guidance.deeds.write_note("loyalty/report", str(chooser.random()))
    else:
        findings = window.guidance.analyser.up_to_date().findings
        fixable = [f for f in findings if f.fix]
        if kind == "fix" and fixable:
            window.guidance.deeds.fix(chooser.choice(fixable))
        elif kind == "ignore" and findings:
            window.guidance.deeds.ignore(chooser.choice(findings))


@pytest.mark.parametrize("seed", range(4))
def test_undo_to_the_start_and_redo_to_the_end(sample, seed):
    chooser = random.Random(seed)
    history = sample.history
    states = {0: shown(sample)}
    for _ in range(EDITS):
        act(sample, chooser)
        states[history.index()] = shown(sample)
        _, _, shown_looks, centred = states[history.index()]
        assert shown_looks == computed(sample)
        assert [bool(each) for each in centred] == [look.kind.value in ("title", "byline") for look in shown_looks]
    last = history.index()
    assert last > EDITS / 2

    for index in range(last - 1, -1, -1):
        history.undo()
        assert history.index() == index
        assert shown(sample) == states[index]
    assert not history.canUndo()
    for index in range(1, last + 1):
        history.redo()
        assert shown(sample) == states[index]
    assert not history.canRedo()
