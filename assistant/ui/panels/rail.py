"""The narrow rail at the window's side that a panel folds into where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from assistant.ui import icons
from assistant.ui.theme import Theme

RAIL = 40  # wide, beside type of the usual size
_CLOSEST = 0.68  # of the usual distance of lines, where a window is low: the characters then stand without a gap
_LOOSE = 0.9  # of it, down to which words are told apart with one character a line
_LEAST = 0.4  # of that distance: where there is less room than for the closest, the characters are smaller


class _UprightButton(QAbstractButton):
    """A button whose label is written downwards, a character a line or, where it is `close`, two; figures stay together."""

    def __init__(self, theme: Theme, label: str) -> None:
        super().__init__()
        self._theme = theme
        self.close_set = False
        self.setText(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def lines(self, *, close_set: bool) -> list[str]:
        """Give what stands in each line."""
        lines: list[str] = []
        for character in self.text():
            last = lines[-1] if lines else ""
            if last.isdigit() if character.isdigit() else close_set and len(last) == 1 and not last.isdigit():
                lines[-1] += character
            elif not character.isspace():
                lines.append(character)
        return lines

    def height_wanted(self, *, close_set: bool) -> int:
        """Tell how high the label is."""
        lines = len(self.lines(close_set=close_set))
        return lines * QFontMetrics(self.font()).height() + self._theme.length(8)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(RAIL), self.height_wanted(close_set=self.close_set))

    def minimumSizeHint(self) -> QSize:
        usual = self.sizeHint()
        return QSize(usual.width(), round(self.height_wanted(close_set=True) * _LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), self._theme.color("selected" if self.isDown() else "hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(3, 3, -3, -3))
        painter.setPen(self._theme.color("border"))
        # Where lines stand close, words would run together
        painter.drawLine(self.width() // 4, 0, self.width() * 3 // 4, 0)
        painter.setPen(self._theme.color("text"))
        lines = self.lines(close_set=self.close_set)
        height, top = painter.fontMetrics().height(), self._theme.length(4)
        room = self.height() - 2 * top
        if room < height * len(lines):
            usual, (height, top) = height, (self.height() // max(len(lines), 1), 0)
            if height < usual * _CLOSEST:
                font = painter.font()
                font.setPixelSize(max(round(QFontInfo(font).pixelSize() * height / (usual * _CLOSEST)), 1))
                painter.setFont(font)
        for number, line in enumerate(lines):
            box = QRect(0, top + number * height, self.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Rail(QWidget):
    """Stands in for a panel: a button that opens it, and its tabs written downwards."""

    wanted = Signal(int)  # a tab, -1 for the one in front

    def __init__(self, theme: Theme, name: str, picture: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._picture = theme, picture
        self._open = QToolButton()
        self._open.setAutoRaise(True)
        self._open.setToolTip(f"展开{name}")
        self._open.setAccessibleName(f"展开{name}")
        self._open.clicked.connect(lambda: self.wanted.emit(-1))
        self._tabs: list[_UprightButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._open)
        self._column.addStretch(1)
        self.show_theme()

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        self._open.setIcon(icons.icon(self._theme, self._picture))
        self._open.setIconSize(QSize(self._theme.length(icons.PIXELS), self._theme.length(icons.PIXELS)))
        self._open.setFixedSize(self._theme.length(RAIL), self._theme.length(RAIL))
        self.setFixedWidth(self._theme.length(RAIL))
        self._set_lines()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Show the names of the panel's tabs."""
        while len(self._tabs) < len(labels):
            made = _UprightButton(self._theme, "")
            made.clicked.connect(partial(self._want, len(self._tabs)))
            self._column.insertWidget(self._column.count() - 1, made)
            self._tabs.append(made)
        for button, label in zip(self._tabs, labels, strict=True):
            if button.text() != label:
                button.setText(label)
                button.updateGeometry()

        self._set_lines()

    def labels(self) -> list[str]:
        return [button.text() for button in self._tabs]

    def _set_lines(self) -> None:
        """Write two characters a line where with one the lines would stand so close that the labels run together."""
        room = self.height() - self._open.height()
        close_set = sum(button.height_wanted(close_set=False) for button in self._tabs) * _LOOSE > room
        for button in self._tabs:
            if button.close_set is not close_set:
                button.close_set = close_set
                button.updateGeometry()
                button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_lines()

    def _want(self, tab: int, _checked: bool = False) -> None:
        self.wanted.emit(tab)
