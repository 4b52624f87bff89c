"""What stands at the two sides of the page, and which of it there is room for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from assistant.ui.panels.fold import Fold
from assistant.ui.panels.rail import RAIL
from assistant.ui.theme import Theme

# Widths beside type of the usual size, in pixels: below this the outline folds.
_FOLDS_OUTLINE = 900
_READABLE = 600  # pixels of the page, whatever the type, beside both panels
_LEAST_PAGE = 420  # beside one of them, where there is no room for two; its lines are broken to that
_OUTLINE, _NARROW_OUTLINE, _SIDE = 256, 200, 344
_BESIDE_TEXT = (220, 456)  # outline and right panel while last year's text is read there
_BESIDE_TABLE = (RAIL, 726)  # while a table is worked on; the outline gives its room
_PAGE = 420  # of the page at least, beside a table
_TABLE_SHARE = 0.54  # of the window, which a table may have all the same


class Sides(QObject):
    """Keeps room for the panels in the splitter and folds them as the window's width asks and as the writer wishes.

    Where there is room for one of them beside a page that can be read, the one that was asked for last stands there and
    the other is a rail; where there is for none, a panel opens over the page.
    The room is there before the first paint: when the panels are made and come in, the page does not move. The folds are
    that room and not the panels: `left_fold` holds the OutlinePanel, `right_fold` the SidePanel.
    """

    shown_wanted = Signal(str)  # "outline" or "side": the writer wants it beside the page again

    def __init__(self, work: QSplitter, theme: Theme) -> None:
        super().__init__(work)
        self._work, self._theme = work, theme
        self._shown = {"outline": True, "side": True}
        self._alone = False
        over = work.parentWidget() or work  # a splitter would take what opens over the page for one of its own
        self.left_fold = Fold(theme, "提纲", over=over, at_right=False, width=_OUTLINE)
        self.right_fold = Fold(theme, "右栏", over=over, at_right=True, width=_SIDE)
        work.insertWidget(0, self.left_fold)
        work.addWidget(self.right_fold)
        self._front = "outline"  # which stands beside the page where there is room for one
        self._only_one = False
        for name, fold in (("outline", self.left_fold), ("side", self.right_fold)):
            fold.shown_wanted.connect(lambda name=name: self.shown_wanted.emit(name))
            fold.front_wanted.connect(partial(self._bring_forward, name))
        self.right_fold.left.connect(self.put_side_back)
        self._room = 0
        self._wanted = (_OUTLINE, _SIDE)  # widths
        work.installEventFilter(self)
        self.fit(afresh=True)

    def hold(self, outline: QWidget, side: QWidget) -> None:
        """Take the panels in, once they are made."""
        self.left_fold.hold(outline)
        self.right_fold.hold(side)

    def show_wanted(self, *, outline: bool, side: bool) -> None:
        """Fold what the writer does not want beside the page."""
        for name, shown in (("outline", outline), ("side", side)):
            if shown and not self._shown[name]:
                self._front = name  # what is wanted back is seen
        self._shown = {"outline": outline, "side": side}
        self.fit()

    def put_side_back(self) -> None:
        """Give the room of the right panel back to the outline, where only one of them has some."""
        if self._only_one:
            self._bring_forward("outline")

    def _bring_forward(self, name: str) -> None:
        if self._front != name:
            self._front = name
            self.fit()

    def leave_only_page(self, *, only: bool) -> None:
        """Put both sides away, or bring them back."""
        self._alone = only
        for fold in (self.left_fold, self.right_fold):
            fold.conceal()
            fold.setHidden(only)

    def widen(self, *, text: bool = False, table: bool = False) -> None:
        """Give the right panel the room that a text or a table wants, or its usual one."""
        wanted = _BESIDE_TABLE if table else _BESIDE_TEXT if text else (_OUTLINE, _SIDE)
        if wanted != self._wanted:
            self._wanted = wanted
            self.right_fold.wish_width(wanted[1])
            self.fit(afresh=True)

    def show_theme(self) -> None:
        """Take the sizes in force."""
        for fold in (self.left_fold, self.right_fold):
            fold.show_theme()
        self.fit(afresh=True)

    def fit(self, *, afresh: bool = False) -> None:
        """Fold what there is no room for; `afresh`: in the usual widths, whatever the hand has drawn them to."""
        width, before = self._work.width(), (self.left_fold.folded, self.right_fold.folded)
        rail, usual = self._theme.length(RAIL), self._theme.length(_SIDE)
        outline = self._theme.length(_OUTLINE) if self._shown["outline"] else rail
        self.right_fold.narrow = width < rail + _LEAST_PAGE + usual
        self.left_fold.narrow = width < self._theme.length(_FOLDS_OUTLINE)
        self._only_one = not self.right_fold.narrow and width < outline + _READABLE + usual
        side_waits = self._only_one and self._front == "outline"
        side_folds = self.right_fold.narrow or not self._shown["side"] or side_waits
        gives_room = not side_folds and (self._only_one or self._wanted is _BESIDE_TABLE)
        outline_folds = self.left_fold.narrow or not self._shown["outline"] or gives_room
        for fold, folds in ((self.left_fold, outline_folds), (self.right_fold, side_folds)):
            fold.waits = self._only_one
            fold.fold(folded=folds)
        if afresh or before != (self.left_fold.folded, self.right_fold.folded):
            self._share(width)

    def _share(self, width: int) -> None:
        """Give each part its width; the page keeps one that can be read."""
        length, table = self._theme.length, self._wanted is _BESIDE_TABLE
        narrow = self.right_fold.narrow or self._only_one
        outline = length(RAIL if self.left_fold.folded else _NARROW_OUTLINE if narrow else self._wanted[0])
        free = width - length(RAIL) - (length(_PAGE) if table or not self._only_one else _READABLE)
        least = max(length(_SIDE), round(width * _TABLE_SHARE) if table else 0)
        side = length(RAIL) if self.right_fold.folded else min(length(self._wanted[1]), max(least, free))
        self._work.setSizes([outline, max(width - outline - side, 1), side])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._work.width() != self._room:
            self._room = self._work.width()
            self.fit()
        return super().eventFilter(watched, event)
