"""A panel at the window's side, and the narrow rail it folds into where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from assistant.ui import icons
from assistant.ui.theme import Theme

RAIL = 40  # wide, beside type of the usual size
_CLOSEST = 0.68  # of the usual distance of lines, where a window is low: the characters then stand without a gap
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
        painter.drawLine(
            self.width() // 4, 0, self.width() * 3 // 4, 0
        )  # where lines stand close, words would run together
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
        """Write two characters a line where the labels are higher than the rail with one."""
        room = self.height() - self._open.height()
        close_set = sum(button.height_wanted(close_set=False) for button in self._tabs) > room
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


class Fold(QWidget):
    """Holds a panel beside the page. Folded, it is a rail, and the panel opens over the page until it is left.

    One that only waits for the room of the other panel takes that instead.
    """

    tab_wanted = Signal(int)
    front_wanted = Signal()  # beside the page, in the other panel's place
    left = Signal()  # by Escape
    shown_wanted = Signal()  # beside the page again, for there is room

    def __init__(self, theme: Theme, name: str, *, over: QWidget, at_right: bool, width: int) -> None:
        super().__init__()
        self._theme, self._over, self._at_right, self._usual = theme, over, at_right, width
        self.panel = QWidget()  # keeps the room until `hold`
        self.rail = Rail(theme, name, "panel-right" if at_right else "panel-left")
        self.rail.wanted.connect(self._open)
        self.folded = False
        self.narrow = False  # whether there is no room beside the page
        self.waits = False  # whether there is, if the other panel gives its own
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.panel)
        self._row.addWidget(self.rail)
        self.rail.hide()
        self._edge = QWidget(over)  # a line between the page and what lies over it
        self._edge.setObjectName("edge")
        self._edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._edge.hide()
        over.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]  # a window is shown

    def hold(self, panel: QWidget) -> None:
        """Take the panel in, once it is made, where room was kept for it."""
        room, self.panel = self.panel, panel
        panel.installEventFilter(self)
        self._put(shown=not self.folded)
        room.hide()
        room.deleteLater()

    @property
    def usual_width(self) -> int:
        return self._theme.length(self._usual)

    def wish_width(self, pixels: int) -> None:
        """Take another usual width, beside type of the usual size; what stands over the page takes it at once."""
        self._usual = pixels
        self._follow_rail()

    def show_theme(self) -> None:
        """Take the sizes in force."""
        self.rail.show_theme()
        self._fix_width()

    def fold(self, *, folded: bool) -> None:
        """Fold the panel into its rail, or bring it back beside the page."""
        if folded == self.folded:
            return
        self.folded = folded
        self._edge.hide()
        self._put(shown=not folded)
        self.rail.setVisible(folded)
        self._fix_width()

    def _put(self, *, shown: bool) -> None:
        """Put the panel beside the page, or hide it until it stands over the page."""
        if shown:
            self._row.insertWidget(0, self.panel)
        else:
            self._row.removeWidget(self.panel)
            self.panel.setParent(self._over)
        self.panel.setVisible(shown)
        self.panel.setAutoFillBackground(not shown)  # over the page nothing may shine through

    def _fix_width(self) -> None:
        if self.folded:
            self.setFixedWidth(self._theme.length(RAIL))
        else:
            self.setMinimumWidth(self._theme.length(180))
            self.setMaximumWidth(16777215)  # as Qt has it: no limit

    def _open(self, tab: int) -> None:
        if tab >= 0:
            self.tab_wanted.emit(tab)
        if self.folded and not self.narrow:
            self.shown_wanted.emit()
        self.reveal()
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def revealed(self) -> bool:
        """Whether the panel can be seen."""
        return self.panel.isVisible()

    def reveal(self) -> None:
        """Let the panel be seen, over the page where it is folded."""
        if self.folded and self.waits:
            self.front_wanted.emit()
        if self.folded and not self.panel.isVisible():
            self._place()
            self.panel.show()
            self.panel.raise_()
            self._edge.show()

    def conceal(self) -> None:
        """Put a panel away that stands over the page."""
        if self.folded:
            self.panel.hide()
        self._edge.hide()

    def _place(self) -> None:
        """Put the panel over the page, beside the rail."""
        width = min(self.usual_width, self._over.width() - self.width() - self._theme.length(120))
        corner = self.mapTo(self._over, QPoint(0, 0))
        left = corner.x() - width if self._at_right else corner.x() + self.width()
        self.panel.setGeometry(left, corner.y(), width, self.height())
        self._edge.setGeometry(left - 1 if self._at_right else left + width, corner.y(), 1, self.height())
        self._edge.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_rail()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another page is shown in place of this one, and not that the window is put away
            self.conceal()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow_rail()

    def _follow_rail(self) -> None:
        if self.folded and self.panel.isVisibleTo(self._over):  # also while the window itself is not seen yet
            self._place()

    def _note_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and (self.panel.isAncestorOf(now) or self.panel is now or self.rail.isAncestorOf(now))
        if self.folded and now is not None and now.window() is self.window() and not inside:
            self.conceal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._follow_rail()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is self.panel
            and event.key() == Qt.Key.Key_Escape
        ):
            self.conceal()
            self.left.emit()
        return super().eventFilter(watched, event)
