"""A window that goes leaves nothing of its fields in memory."""

from statistics import median

import memory
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QVBoxLayout, QWidget
from ui import conftest

from assistant.ui.dismissing import dismiss

AT_ONCE = 60  # each at a place of its own: what was kept for one before is found again by another in its place


@pytest.fixture(scope="module")
def own_looks(qapp):
    with conftest.looking(qapp, "light"):
        yield


def fields(kind):
    window = QWidget()
    column = QVBoxLayout(window)
    for _ in range(AT_ONCE):
        column.addWidget(kind())
    return window


def kept(kind):
    """Give how many bytes for each field stay in use after a window with some of them."""
    before = memory.in_use()
    dismiss(fields(kind))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (memory.in_use() - before) * 1e6 / AT_ONCE


@pytest.mark.skipif(not memory.in_use(), reason="这里的C库不报告在用的内存")
@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_nothing_is_kept_of_a_field_for_each_window(own_looks, kind):
    kept(kind)  # the first time there is much else

    assert median(kept(kind) for _ in range(5)) < 500  # what is kept is 1,000
