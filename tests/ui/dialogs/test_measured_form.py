"""Rows keep their heights where another gets higher: Qt gave the difference to a row that wraps, and took it from the next."""

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from assistant.ui.dialogs.measured_form import MeasuredForm
from assistant.ui.scrolling import scrolled


def held(inside):
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    return whole


def test_a_list_that_gets_higher_takes_no_room_from_the_next(qtbot):
    wrapped, first, second = QLabel("通知原句：认真学习。" * 20), QFrame(), QFrame()
    wrapped.setWordWrap(True)
    for each in (first, second):
        each.setFixedHeight(120)
    sheet = QWidget()
    column, form = QVBoxLayout(sheet), MeasuredForm()
    column.addLayout(form)
    column.addStretch(1)
    rows = [held(each) for each in (wrapped, first, second)]
    for number, row in enumerate(rows):
        form.addRow(f"第{number}行", row)
    area = scrolled(sheet)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    QApplication.processEvents()
    high = rows[0].height()
    first.setFixedHeight(180)
    qtbot.waitUntil(lambda: rows[1].height() == 180)
    QApplication.processEvents()
    assert [each.height() for each in rows] == [high, 180, 120]
