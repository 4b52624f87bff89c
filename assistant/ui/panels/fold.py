"""A panel at the window's side: beside the page, or folded into its rail where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from assistant.ui.panels.rail import RAIL, Rail
from assistant.ui.theme import Theme


class Fold(QWidget):
    """Holds a panel beside the page. Folded, it is a rail, and the panel opens over the page until it is left.

    One that only waits for the room of the other panel takes that instead.
    """

    tab_wanted = Signal(int)
    front_wanted = Signal()  # beside the page, in the other panel's place
    left = Signal()  # by Escape
    put_away = Signal()  # with the keyboard in it, which Qt would give to whatever comes next
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
        focused = self.window().focusWidget()
        held = folded and focused is not None and self.panel.isAncestorOf(focused)
        self.folded = folded
        self._edge.hide()
        self._put(shown=not folded)
        self.rail.setVisible(folded)
        self._fix_width()
        if held:
            self.put_away.emit()

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
