"""What the page lies on: the page in the middle, the scroll bar at the window's edge, beside it where findings are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QToolTip, QWidget

from assistant.finding import Severity
from assistant.text import utf16
from assistant.ui import drawn_signs
from assistant.ui.page.editor import Editor
from assistant.ui.panels.panel_values import ScrollMark
from assistant.ui.theme import Theme

_SIGN = 9  # pixels; small, for there may be hundreds
_REACH = 12  # a hand need not hit the middle


class ScrollMarks(QWidget):
    """Shows where findings are in the whole text; a click leads there."""

    chosen = Signal(int)  # which of those shown

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self._marks: Sequence[ScrollMark] = ()
        self.setFixedWidth(theme.length(_SIGN + 3))
        self.setAccessibleName("检查结果在全文里的位置")
        editor.document().documentLayout().documentSizeChanged.connect(lambda _: self.update())

    def show_marks(self, marks: Sequence[ScrollMark]) -> None:
        """Show other marks; the graver ones lie on top."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    def places(self) -> list[float]:
        """Tell at what height each mark lies, in pixels.

        Lines are counted, not measured, so that no part of a long text is laid out for the marks alone.
        """
        document = self._editor.document()
        lines, height = max(document.lineCount(), 1), self.height() - 2 * _SIGN
        found = []
        for mark in self._marks:
            position = utf16(self._editor.text, min(mark.start, len(self._editor.text)))
            block = document.findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
            inside = line.lineNumber() if line.isValid() else 0
            found.append(_SIGN + (block.firstLineNumber() + inside) / lines * height)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        order = list(reversed(Severity))
        for mark, place in sorted(
            zip(self._marks, self.places(), strict=True), key=lambda m: order.index(m[0].severity)
        ):
            box = QRectF((self.width() - _SIGN) / 2, place - _SIGN / 2, _SIGN, _SIGN)
            drawn_signs.paint(painter, mark.severity.sign, box, self._theme.color(mark.severity.value))

    def _nearest(self, point: QPointF) -> int:
        away = [(abs(place - point.y()), number) for number, place in enumerate(self.places())]
        nearest, number = min(away, default=(_REACH + 1, -1))
        return number if nearest <= _REACH else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (number := self._nearest(event.position())) >= 0:
            self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._nearest(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._marks[number].told if number >= 0 else "", self)
            return True
        return super().event(event)


class Desk(QWidget):
    """Holds the page. Its own scroll bar is not shown; this one moves it and follows it."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self.marks = ScrollMarks(editor, theme)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.setAccessibleName("滚动")
        self._inner = editor.verticalScrollBar()
        self._inner.rangeChanged.connect(self._take_range)
        self._inner.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(self._inner.setValue)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(editor, 1000)  # as wide as it may be, on a narrow desk the whole of it
        row.addStretch(1)
        row.addWidget(self.marks)
        row.addWidget(self.bar)

    def _take_range(self, least: int, most: int) -> None:
        self.bar.setPageStep(self._editor.page_step)
        self.bar.setSingleStep(self._inner.singleStep())
        self.bar.setRange(least, most)
        self.bar.setValue(self._inner.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page from beside it too."""
        self._editor.wheelEvent(event)
