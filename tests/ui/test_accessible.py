"""What a screen reader is told: every control of every window has a name and a role, and the keyboard reaches it in order."""

import re

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)
from ui.accessible import tree, unnamed
from ui.test_fitting import DIALOGS, looks, with_findings  # noqa: F401  # a fixture

from assistant.ui.dialogs.keys_page import KeysPage
from assistant.ui.panels.side_panel import FINDINGS

Text = QAccessible.Text


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_the_window_names_all_that_is_reached(make_window, answers, tab):
    window = with_findings(make_window(answers))
    window.show()
    window.wiring.side.setCurrentIndex(tab)
    window.wiring.find_bar.open(replacing=True)
    assert unnamed(window) == []
    window.resize(800, 600)  # panels are rails now
    assert unnamed(window) == []


def test_the_texts_compared_say_what_they_are(make_window, answers):
    window = with_findings(make_window(answers))
    answers.name = "初稿"
    window.wiring.compare.versions.save_version()
    window.editor.replace_all(window.editor.text.replace("次", "回", 1), "改")
    window.wiring.compare.toggle(on=True)
    window.show()
    assert unnamed(window) == []
    changes = QAccessible.queryAccessibleInterface(window.wiring.compare.view.changes)
    told = [changes.child(number).text(Text.Name) for number in range(changes.childCount())]
    assert any(each.startswith("改写，") and "左边：" in each and "右边：" in each for each in told)


def test_the_start_page_names_all_that_is_reached(window):
    window.show_start()
    window.show()
    assert unnamed(window) == []


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_a_dialog_names_all_that_is_reached(make_window, answers, qtbot, make):
    dialog = make(with_findings(make_window(answers)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed(dialog) == []


def test_cards_are_list_items_that_say_what_they_say(make_window, answers):
    window = with_findings(make_window(answers))
    window.show()
    side = window.wiring.side
    side.take_focus()
    table = QAccessible.queryAccessibleInterface(side.findings)
    assert table.role() == QAccessible.Role.List
    assert table.text(Text.Name) == "检查结果"
    card = side.findings.selected()
    item = table.child(side.findings.currentIndex().row())
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(Text.Name) == card.spoken()
    assert card.label in item.text(Text.Name)
    assert item.text(Text.Description) == card.offered()


def test_the_outline_says_how_far_each_part_is(make_window, answers):
    window = with_findings(make_window(answers))
    window.show()
    tree = QAccessible.queryAccessibleInterface(window.wiring.outline._tree)
    names = [tree.child(n).text(Text.Name) for n in range(tree.childCount())]
    row = window.wiring.outline.rows()[0]
    assert tree.role() == QAccessible.Role.Tree
    assert f"{row.title}，{row.detail}" in names


def test_every_command_is_listed_with_its_keys(sample, qtbot):
    page = KeysPage(None, sample.menuBar())
    qtbot.addWidget(page)
    rows = page.shown()
    known = {(where, label): keys for where, label, keys in rows}
    assert known["文件", "保存"] == "Ctrl+S"
    assert known["文件", "另存为"] == "F12、Ctrl+Shift+S"
    assert known["编辑", "上移这一节"] == "Alt+Shift+↑"
    assert known["编辑", "剪切"] == "Ctrl+X"
    assert known["查看", "放大"] == "Ctrl+=、Ctrl+＋"
    actions = [each for each in sample.findChildren(QAction) if each.shortcuts() and each.text()]
    listed = {label for _, label, _ in rows}
    assert {each.text().partition("(&")[0].partition("\t")[0].removesuffix("…") for each in actions} <= listed
    used = [key for action in actions for key in action.shortcuts()]
    assert len(used) == len({key.toString() for key in used})  # no key twice
    page._search.setText("f7")
    assert {label for _, label, _ in page.shown()} == {"下一处", "上一处", "转到“检查结果”", "转到“想一想”"}


def test_what_is_not_named_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton(window)
    window.show()
    assert len(unnamed(window)) == 1
    button.setAccessibleName("打开")
    assert unnamed(window) == []


def test_states_are_told_not_only_drawn(make_window, answers):
    """What a picture shows by a tick or a color, the tree says."""
    window = with_findings(make_window(answers))
    window.show()
    window.wiring.side.setCurrentIndex(FINDINGS)
    lines = [each.line().strip() for each in tree(window)]
    assert any(re.match(r"(Button|CheckBox|RadioButton)  必改 ?\d处", line) for line in lines), lines
    assert any(line.startswith("Slider  稿纸大小") for line in lines)
    assert any(line.startswith("PageTab  检查结果 ") for line in lines)
    assert "EditableText  正文" in [line.partition("，")[0] for line in lines]
