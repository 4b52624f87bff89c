"""What stands at the two sides of the page, and which of it there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from assistant.ui.panels.rail import RAIL, Fold
from assistant.ui.theme import Theme

# Widths beside type of the usual size, in pixels: below these the right panel folds, and then the outline too.
_FOLDS_SIDE, _FOLDS_OUTLINE = 1200, 900
_OUTLINE, _NARROW_OUTLINE, _SIDE = 256, 200, 344
_BESIDE_TEXT = (220, 456)  # outline and right panel while last year's text is read there
_BESIDE_TABLE = (RAIL, 726)  # while a table is worked on; the outline gives its room
_PAGE = 420  # of the page at least, beside a table


class Sides(QObject):
    """Keeps room for the panels in the splitter and folds them as the window's width asks and as the writer wishes.

    The room is there before the first paint: when the panels are made and come in, the page does not move.
    """

    shown_wanted = Signal(str)  # "outline" or "side": the writer wants it beside the page again

    def __init__(self, work: QSplitter, theme: Theme) -> None:
        super().__init__(work)
        self._work, self._theme = work, theme
        self._shown = {"outline": True, "side": True}
        self._alone = False
        over = work.parentWidget() or work  # a splitter would take what opens over the page for one of its own
        self.outline = Fold(theme, "提纲", over=over, at_right=False, width=_OUTLINE)
        self.side = Fold(theme, "右栏", over=over, at_right=True, width=_SIDE)
        work.insertWidget(0, self.outline)
        work.addWidget(self.side)
        for name, fold in (("outline", self.outline), ("side", self.side)):
            fold.shown_wanted.connect(lambda name=name: self.shown_wanted.emit(name))
        self._room = 0
        self._wanted = (_OUTLINE, _SIDE)  # widths
        work.installEventFilter(self)
        self.fit(afresh=True)

    def hold(self, outline: QWidget, side: QWidget) -> None:
        """Take the panels in, once they are made."""
        self.outline.hold(outline)
        self.side.hold(side)

    def show_wanted(self, *, outline: bool, side: bool) -> None:
        """Fold what the writer does not want beside the page."""
        self._shown = {"outline": outline, "side": side}
        self.fit()

    def leave_only_page(self, *, only: bool) -> None:
        """Put both sides away, or bring them back."""
        self._alone = only
        for fold in (self.outline, self.side):
            fold.conceal()
            fold.setHidden(only)

    def widen(self, *, text: bool = False, table: bool = False) -> None:
        """Give the right panel the room that a text or a table wants, or its usual one."""
        wanted = _BESIDE_TABLE if table else _BESIDE_TEXT if text else (_OUTLINE, _SIDE)
        if wanted != self._wanted:
            self._wanted = wanted
            self.side.wish_width(wanted[1])
            self.fit(afresh=True)

    def show_theme(self) -> None:
        """Take the sizes in force."""
        for fold in (self.outline, self.side):
            fold.show_theme()
        self.fit(afresh=True)

    def fit(self, *, afresh: bool = False) -> None:
        """Fold what there is no room for; `afresh`: in the usual widths, whatever the hand has drawn them to."""
        width, before = self._work.width(), (self.outline.folded, self.side.folded)
        self.side.narrow = width < self._theme.length(_FOLDS_SIDE)
        self.outline.narrow = width < self._theme.length(_FOLDS_OUTLINE)
        for name, fold in (("outline", self.outline), ("side", self.side)):
            gives_room = fold is self.outline and self._wanted is _BESIDE_TABLE and not self.side.narrow
            fold.fold(folded=fold.narrow or gives_room or not self._shown[name])
        if afresh or before != (self.outline.folded, self.side.folded):
            outline, side = self._wanted
            outline = _NARROW_OUTLINE if self.side.narrow else outline
            side = min(side, max(_SIDE, round(width / self._theme.length(1000) * 1000) - RAIL - _PAGE))
            wide = ((self.outline, outline), (self.side, side))
            left, right = (self._theme.length(RAIL if fold.folded else pixels) for fold, pixels in wide)
            self._work.setSizes([left, max(width - left - right, 1), right])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._work.width() != self._room:
            self._room = self._work.width()
            self.fit()
        return super().eventFilter(watched, event)
