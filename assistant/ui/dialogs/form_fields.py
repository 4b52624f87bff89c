"""Fields of a form that is scrolled: the wheel moves the form and never a value that the pointer happens to be over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

FIRST_YEAR = 2000
_WIDE = 10_000  # pixels: all in one line


class Number(QSpinBox):
    """A number; the least is shown as `special` (不限)."""

    def __init__(self, most: int, value: int, special: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(0, most)
        self.setSpecialValueText(special)
        self.setKeyboardTracking(False)  # 「2」 and 「20」 on the way to 「2026」 are no values
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._indent()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._indent()

    def _indent(self) -> None:
        """Begin where other fields do: Qt before 6.10 puts the line inside as the style sheet says, later ones do not."""
        left = self.fontMetrics().horizontalAdvance("2") - self.lineEdit().x()
        self.lineEdit().setTextMargins(max(0, left), 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the click has set the cursor: typing replaces 「不限」

    def typed(self) -> int:
        """Give the value with what has just been typed."""
        self.interpretText()
        return self.value()


class Year(Number):
    """A year or none; the first step from none goes to `season`, the year under review."""

    def __init__(self, value: int, season: int) -> None:
        super().__init__(2099, value, "未定")
        self._season = season

    def stepBy(self, steps: int) -> None:
        stepped = self.value() + steps if self.value() else self._season
        self.setValue(stepped if stepped >= FIRST_YEAR else 0)
        self.selectAll()


def length(value: int) -> Number:
    """Make a field for a number of characters."""
    box = Number(99999, value, "不限")
    box.setSingleStep(100)
    box.setSuffix(" 字")
    return box


class Remark(QLabel):
    """A remark below a field, in as many lines as it needs where it stands.

    Of itself a label that wraps asks for two lines or three where one would do, how many differs by font and system,
    and a form gives it no less than it asks for.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName("faint")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(_WIDE)) if self.text() else hint


def beside(first: QWidget, *others: QWidget, between: str) -> QWidget:
    """Put fields into one row, with a word after the first."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(first)
    for number, other in enumerate(others):
        if not number:
            row.addWidget(QLabel(between))
        row.addWidget(other)
    row.addStretch(1)
    return whole


def above(first: QWidget, second: QWidget) -> QWidget:
    """Put fields of one row below each other, where a line has no room for both."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(first)
    column.addWidget(second)
    return whole
