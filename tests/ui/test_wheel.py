"""The wheel scrolls; no value changes because the pointer is over it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox
from ui import conftest
from ui.test_fitting import DIALOGS, folder_checked, with_findings
from ui.test_other_looks import main_window


@pytest.fixture(scope="module")
def looks(qapp):
    with conftest.looking(qapp, "light") as made:
        yield made


def turned(window):
    """Turn the wheel over every list and number; tell how often there was one, and which changed."""
    changed, over = [], [each for kind in (QComboBox, QAbstractSpinBox) for each in window.findChildren(kind)]
    for each in over:
        signal = each.currentIndexChanged if isinstance(each, QComboBox) else each.valueChanged
        signal.connect(lambda *_, each=each: changed.append(each))
        each.setFocus()
        middle = QPointF(each.rect().center())
        for turn in (-120, 120):
            held = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
            at = QPointF(each.mapToGlobal(middle.toPoint()))
            QApplication.sendEvent(each, QWheelEvent(middle, at, QPoint(), QPoint(0, turn), *held))
    return len(over), changed


@pytest.mark.parametrize("make", [*DIALOGS, folder_checked])
def test_a_dialog(looks, make_themed_window, qtbot, make):
    dialog = make(with_findings(make_themed_window(looks.theme)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert turned(dialog)[1] == []


def test_the_window(looks, make_themed_window):
    number, changed = turned(main_window(make_themed_window(looks.theme), 4))
    assert number
    assert changed == []
