"""帮助: the guide is that of docs and speaks of what the menus have; the keys of the README are those of the actions."""

import re
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from assistant import paths
from assistant.ui.dialogs.guide import GuideDialog
from assistant.ui.dialogs.keys_page import KeysPage

ROOT = Path(__file__).resolve().parents[3]


def actions_of(menu):
    for action in menu.actions():
        if isinstance(QMenu.menuInAction(action), QMenu):
            yield from actions_of(QMenu.menuInAction(action))
        elif not action.isSeparator():
            yield action


def chosen(window, label):
    next(each for each in window.findChildren(QAction) if each.text() == label).trigger()


def test_the_guide_is_one_text(qtbot):
    assert (ROOT / "docs" / "guide.md").read_bytes() == (paths.resources() / "guide.md").read_bytes(), "dev.py docs"
    dialog = GuideDialog(None)
    qtbot.addWidget(dialog)
    told = dialog.told()
    assert len(told) == 3
    assert "涉密内容请勿在本机起草" in told[0]
    assert not any("pictures" in page or "#" in page for page in told)
    assert sum(map(len, told)) < 3000  # five minutes


def test_what_the_guide_names_is_in_the_menus(window):
    """Names in “菜单—动作” are those of the window."""
    labels = {
        (re.sub(r"\(&.\)", "", top.text()), re.sub("…$", "", action.text()))
        for top in window.menuBar().actions()
        for action in actions_of(QMenu.menuInAction(top))
    }
    menus = {menu for menu, _ in labels}
    named = re.findall("“([^”—]+)—([^”]+)”", (paths.resources() / "guide.md").read_text("utf-8"))
    assert len(named) > 5
    assert [each for each in named if each[0] in menus and each not in labels] == []


def test_keys_of_the_readme_are_those_of_the_actions(window):
    table = (ROOT / "README.md").read_text("utf-8").partition("## 快捷键")[2].partition("\n## ")[0]
    shown = set(re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|回车|[A-Z0-9](?![a-z+]))|\bF\d+", table))
    assert len(shown) > 20
    known = {key for _, _, keys in KeysPage(None, window.menuBar()).shown() for key in keys.split("、")}
    assert shown - known == set()


def test_the_guide_stays_open_beside_the_text(window):
    window.show()
    chosen(window, "使用说明")
    dialog = window.findChildren(GuideDialog)[0]
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.close()
