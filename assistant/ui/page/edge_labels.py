"""Small labels at the page's edge, beside the lines that a panel speaks of; a click leads to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QTextCursor
from PySide6.QtWidgets import QWidget

from assistant.text import utf16_of
from assistant.ui.page.editor import Editor
from assistant.ui.theme import Theme

_GAP = 2  # pixels between two labels
_SIDE = 6  # pixels beside the words of a label
_LINE = 60  # characters; a line of any page has fewer
_EDGE = 10  # pixels from the page's edge, where there is so much room


class EdgeLabel(NamedTuple):
    """One label: where it belongs in the text, what it says, in short where there is little room, and for which card it stands."""

    start: int
    told: str
    short: str
    key: str
    settled: bool = False


class EdgeLabels(QWidget):
    """Lies over the page's right margin; between the labels the page is reached as if nothing lay there."""

    chosen = Signal(str)  # a card's key

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._labels: tuple[EdgeLabel, ...] = ()
        self._current = ""
        self._boxes: list[tuple[QRect, EdgeLabel, str]] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list beside the page says the same, and is reached by keys
        editor.installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(self.place)
        editor.document().documentLayout().documentSizeChanged.connect(self.place)
        theme.changed.connect(self.place)
        self.hide()

    def show_labels(self, labels: Sequence[EdgeLabel] = (), current: str = "") -> None:
        """Show other labels for the text as it is now, `current` the key of that which is chosen; none: take them away."""
        self._labels = tuple(labels)
        self._current = current
        self.place()

    def shown(self) -> list[tuple[str, int]]:
        """Give what the labels say that are in sight, and how far down they are, in pixels."""
        return [(words, box.top()) for box, _, words in self._boxes]

    def place(self) -> None:
        """Lay the labels beside their lines, as far as these are in sight, none over another."""
        self._boxes = list(self._laid()) if self._labels else []
        self.setVisible(bool(self._boxes))
        if self._boxes:
            viewport = self._editor.viewport().geometry()
            margin = round(self._editor.document().documentMargin())
            self.setGeometry(viewport.right() + 1 - margin, viewport.top(), margin, viewport.height())
            region = QRegion()
            for box, _, _ in self._boxes:
                region += QRegion(box)
            self.setMask(region)
            self.raise_()
            self.update()

    def _laid(self) -> list[tuple[QRect, EdgeLabel, str]]:
        room = round(self._editor.document().documentMargin()) - 2 * _GAP
        metrics, height = QFontMetrics(self._font()), self._editor.viewport().height()
        lines = []
        cursor = QTextCursor(self._editor.document())
        for label, position in self._in_sight():
            cursor.setPosition(position)
            lines.append((self._editor.cursorRect(cursor), label))
        found: list[tuple[QRect, EdgeLabel, str]] = []
        below = -height
        for line, label in sorted(lines, key=lambda each: each[0].top()):
            if line.bottom() < 0 or line.top() > height:
                continue
            shown = f"✓{label.told}" if label.settled else label.told
            words = shown if metrics.horizontalAdvance(shown) + 2 * _SIDE <= room else label.short
            width = min(metrics.horizontalAdvance(words) + 2 * _SIDE, room)
            tall = metrics.height() + 2
            box = QRect(max(_GAP, room - width - _EDGE), max(line.center().y() - tall // 2, below + _GAP), width, tall)
            below = box.bottom()
            found.append((box, label, words))
        return found

    def _in_sight(self) -> Iterator[tuple[EdgeLabel, int]]:
        """Yield the labels whose places are on the screen, with these as Qt counts; nothing else is laid out for them.

        Till the next look at the text their places are those of the last one.
        """
        text, height = self._editor.text, self._editor.viewport().height()
        counted = utf16_of(text)
        last = self._editor.document().characterCount() - 1  # another text may just be coming in
        first, end = (self._editor.cursor_at(QPointF(self.width(), y)).position() for y in (0, height))
        for label in self._labels:
            position = min(counted(label.start), last)
            if first - _LINE <= position <= end + _LINE:
                yield label, position

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._theme.sizes.small)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for box, label, words in self._boxes:
            color = self._theme.color("page_faint" if label.settled else "page_accent")
            current = label.key == self._current
            painter.setPen(QPen(color, 1))
            painter.setBrush(color if current else self._theme.color("page"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(self._theme.color("page") if current else color)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for box, label, _ in self._boxes:
            if box.contains(event.position().toPoint()):
                self.chosen.emit(label.key)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._editor:
            self.place()
        return super().eventFilter(watched, event)
