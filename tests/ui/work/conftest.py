"""What the tests of work in the window have in common."""

import pytest
from PySide6.QtWidgets import QPushButton

from assistant.text import Edit


@pytest.fixture
def last_year(tmp_path, finished_sample):
    path = tmp_path / "去年.txt"
    path.write_text(finished_sample, "utf-8")
    return path


def add(window, text):
    window.editor.apply([Edit(len(window.editor.text), len(window.editor.text), text)], "添")


def press(window, label):
    next(each for each in window.bars.findChildren(QPushButton) if each.text() == label).click()
