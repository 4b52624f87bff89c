"""One undo stack over keys, composition, paste, fixes and decisions: back to the start and forth to the end."""

import gc
import random
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.page.test_editor import commit, compose

from assistant.decisions import Stage
from assistant.finding import Fix
from assistant.review.material import analyse
from assistant.review.repeats import repeats
from assistant.review.setting_aside import ways
from assistant.rules.registry import RULES
from assistant.rules.structure import numbering_gap
from assistant.ui.document.history import TextCommand
from assistant.ui.page import looks
from assistant.ui.page.highlighter import look_of


def shown(window):
    """Give text, choices and looks as they are on the screen, the underlines settled."""
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()
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
        ["key"] * 3
        + ["enter", "delete", "backspace", "paste", "compose", "cut", "fix", "ignore", "note", "mend", "stage", "rule"]
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
    else:
        decide(window, chooser, kind)


def decide(window, chooser, kind):
    """Do one thing that does not come from the keyboard."""
    actions, deciding = window.wiring.actions, window.wiring.deciding
    findings = window.wiring.analyser.up_to_date().findings
    if kind == "note":
        deciding.write_note("loyalty/report", str(chooser.random()))
    elif kind == "mend":
        window.wiring.on_page.mend_all()
    elif kind == "stage":
        deciding.set_stage(chooser.choice(list(Stage)))
    elif kind == "rule":
        deciding.switch_rule(chooser.choice(RULES).name, on=chooser.random() < 0.8)
    elif kind == "fix" and (fixable := [f for f in findings if f.fix]):
        actions.fix(chooser.choice(fixable))
    elif kind == "ignore" and findings:
        finding = chooser.choice(findings)
        alike = next(group for group in repeats(findings, window.editor.text) if finding in group)
        way = chooser.choice(ways(finding, alike, window.wiring.analyser.material))
        deciding.set_aside(way, finding, alike)


@pytest.mark.parametrize("seed", range(4))
def test_undo_to_the_start_and_redo_to_the_end(sample, seed, monkeypatch, long):
    """Random edits and decisions, each looked at; `dev.py test --long` makes more of them with more seeds."""
    edits = 300 if long else 80
    if not long and seed > 0:
        pytest.skip("长的一轮用 dev.py test --long")
    monkeypatch.setattr(numbering_gap, "Fix", partial(Fix, safe=True))
    chooser = random.Random(seed)
    history = sample.history
    states = {0: shown(sample)}
    for _ in range(edits):
        act(sample, chooser)
        states[history.index()] = shown(sample)
        _, _, shown_looks, centred = states[history.index()]
        assert shown_looks == computed(sample)
        assert [bool(each) for each in centred] == [look.kind.value in ("title", "byline") for look in shown_looks]
    last = history.index()
    assert last > edits / 2

    for index in range(last - 1, -1, -1):
        history.undo()
        assert history.index() == index
        assert shown(sample) == states[index]
    assert not history.canUndo()
    for index in range(1, last + 1):
        history.redo()
        assert shown(sample) == states[index]
    assert not history.canRedo()


def test_keys_that_went_into_one_step_leave_nothing_in_memory(sample):
    def kept():
        gc.collect()
        return sum(isinstance(each, TextCommand) for each in gc.get_objects())

    before = kept()
    sample.editor.go_to(0)
    QTest.keyClicks(sample.editor, "a" * 200)
    assert sample.history.count() == 1
    assert kept() - before == 1
    sample.history.undo()
    QTest.keyClicks(sample.editor, "b")
    assert sample.editor.text.startswith("b2")
    sample.history.undo()
    sample.history.redo()
    QTest.keyClicks(sample.editor, "c")
    assert (sample.history.count(), sample.editor.text[:3]) == (1, "bc2")


def test_what_an_input_method_writes_is_one_step_up_to_the_end_of_a_sentence(window, qtbot):
    editor, history = window.editor, window.history
    editor.load("")
    for word in ("学习", "抓得", "不紧", "。", "调研", "不", "深"):
        compose(editor, "pinyin")
        commit(editor, word)
    QTest.keyClicks(editor, "9")
    assert (editor.text, history.count()) == ("学习抓得不紧。调研不深9", 2)

    QApplication.clipboard().setText("入")
    editor.paste()
    commit(editor, "户少")
    assert history.count() == 4  # what is pasted is a step of its own, be it one character
    texts = []
    while history.canUndo():
        history.undo()
        texts.append(editor.text)
    assert texts == ["学习抓得不紧。调研不深9入", "学习抓得不紧。调研不深9", "学习抓得不紧。", ""]


def test_words_taken_away_at_once_are_steps_of_their_own(window):
    editor, history = window.editor, window.history
    editor.load("学习抓得不紧，调研不深。")
    editor.go_to(len(editor.text))
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert history.count() == 2
