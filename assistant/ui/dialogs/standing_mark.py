"""How a row of a form stands to the notice, by a sign, a word and a color."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from assistant.templates.notice.standing import Standing
from assistant.ui import drawn_signs

SETTLED = "已核对"
_SIGNS = {Standing.READ: "✓", Standing.CHECK: "？", Standing.UNSAID: "–", Standing.OUTLINE: "–"}
Look = tuple[str, str, str]  # sign, words, color
CHANGED: Look = ("✓", "已修改", "read")
FILLED: Look = ("✓", "已填写", "read")
CLEARED: Look = ("–", "已清空", "unsaid")
_WIDEST = "按通用提纲"  # all are as wide, so that they stand below each other


def look(standing: Standing) -> Look:
    """Give how a standing is shown."""
    return _SIGNS[standing], standing.value.replace("，", "，\n"), standing.name.lower()


class StandingMark(QLabel):
    """A word after its sign; the style sheet gives the color by the property `standing`."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing.value.replace("，", "，\n"))
        self._sign = _SIGNS[standing]
        self.setProperty("standing", standing.name.lower())
        self._make_room()

    def settle(self) -> None:
        """Say that the writer has seen to it."""
        self.show_as("✓", SETTLED, "read")

    def show_as(self, sign: str, text: str, standing: str) -> None:
        """Say something else."""
        self._sign = sign
        self.setText(text)
        self.setProperty("standing", standing)
        self.style().unpolish(self)
        self.style().polish(self)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        metrics = self.fontMetrics()
        left, above = metrics.height() * 5 // 4, metrics.height() // 5  # beside the words of a field
        if self.contentsMargins().left() != left:
            self.setContentsMargins(left, above, 0, 0)
        widest = max(metrics.horizontalAdvance(each) for each in (_WIDEST, *self.text().split("\n")))
        if self.minimumWidth() != left + widest + 2:
            self.setMinimumWidth(left + widest + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self.fontMetrics().height()
        side = 0.7 * line
        inside = self.contentsRect()
        # one line stands in the middle of its room, two fill it
        lines = 1 + self.text().count("\n")
        top = inside.top() + max(0.0, (inside.height() - lines * line) / 2)
        box = QRectF(inside.left() - line, top + (line - side) / 2, side, side)
        painter = QPainter(self)
        painter.setFont(self.font())
        drawn_signs.paint(painter, self._sign, box, self.palette().color(self.foregroundRole()))
        painter.end()
