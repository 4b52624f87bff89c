"""Which tab of the right panel is in front; and the work of those that have some: 去年, 问题—原因—措施, 审改稿.

Four names for four things: `right_tabs` decides which tab comes forward, `panels/side_panel` is the panel that holds the
five, `panels/sides` keeps room for it in a `right_fold`, and `wiring_unseen` makes all of this once the window is painted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assistant.ui.page.edge_labels import EdgeLabels
from assistant.ui.page.place_marks import PlaceMarks
from assistant.ui.panels.side_panel import LAST_YEAR, LINKS, QUESTIONS, RETURNED
from assistant.ui.work.beside_files import BesideFiles
from assistant.ui.work.last_year_work import LastYearWork
from assistant.ui.work.links_work import LinksWork
from assistant.ui.work.returned_work import ReturnedWork

if TYPE_CHECKING:
    from assistant.review.progress import Unfinished
    from assistant.ui.menus import Menus
    from assistant.ui.panels.side_panel import SidePanel
    from assistant.ui.panels.sides import Sides
    from assistant.ui.theme import Theme
    from assistant.ui.work.workplace import Workplace


class RightTabs(QObject):
    """Brings a tab to the front when it is asked for, and keeps menus and widths in step with the one that is there."""

    def __init__(self, place: Workplace, theme: Theme, *, side: SidePanel, sides: Sides, menus: Menus) -> None:
        super().__init__(place.actions)
        self._place, self._right_panel, self._sides = place, side, sides
        self.beside = BesideFiles(place, side.last_year)
        marks = PlaceMarks(place.editor, theme)
        self.last_year = LastYearWork(place, side.last_year, marks)
        self.links = LinksWork(place, side.links)
        self.returned = ReturnedWork(place, side.returned, marks, EdgeLabels(place.editor, theme))
        self.beside.shown_wanted.connect(partial(self.show, LAST_YEAR, shown=True))
        self.returned.shown_wanted.connect(partial(self.show, RETURNED, shown=True))
        place.editor.caret_moved.connect(self.last_year.follow_caret)
        place.editor.caret_moved.connect(self.links.follow_caret)
        place.editor.caret_moved.connect(self.returned.follow_caret)
        side.last_year.seen.connect(lambda seen: menus.show_tab("last_year", seen=seen))
        side.links.seen.connect(lambda seen: menus.show_tab("links", seen=seen))
        side.returned.seen.connect(lambda seen: menus.show_tab("returned", seen=seen))
        menus.links_toggled.connect(lambda on: self.show(LINKS, shown=on))
        if place.files.has_document:  # opened before there was anybody to be told
            self.last_year.start_afresh()
            self.returned.start_afresh()
        side.currentChanged.connect(lambda tab: sides.widen(text=tab == LAST_YEAR, table=tab == LINKS))

    def show(self, tab: int, *, shown: bool) -> None:
        """Bring a tab to the front, or 想一想 in its place where `shown` is False.

        A panel that the writer has put away comes back beside the page; where there is no room beside it, it opens over
        the page and takes the keyboard.
        """
        self._right_panel.setCurrentIndex(tab if shown else QUESTIONS)
        if shown:
            if not (self._place.files.settings.side_shown or self._sides.right_fold.narrow):
                self._place.files.change_settings(side_shown=True)
            if (
                self._sides.right_fold.folded
            ):  # a panel over the page closes as soon as the keyboard leaves it, so it takes the keyboard below
                self._sides.right_fold.reveal()
                for work in (self.last_year, self.links, self.returned):
                    work.look_now()  # what takes the keyboard is what will be seen
                self._right_panel.take_focus(tab)
        else:
            self._place.editor.setFocus()  # the panel that is left may stand over the page
            self._sides.put_side_back()

    def go_to_unfinished(self, what: Unfinished) -> None:
        """Go to one of the things still to do: to its place, or to the list of opinions."""
        if what.opinions:
            self.returned.show_opinions()
        else:
            self._place.actions.go_to_unfinished(what)
