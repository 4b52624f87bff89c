"""What is not seen when the window opens: the other tabs of the right panel, the find bar, 对比, the menus' contents.

Made once the panels are on the screen. No event comes in between: whoever presses a key meanwhile finds all of it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from assistant.text import Span
from assistant.ui.menu_entries import MenuEntries, Reached
from assistant.ui.page.find_bar import FindBar
from assistant.ui.page.page_steps import PageSteps
from assistant.ui.page.paragraph_steps import ParagraphSteps
from assistant.ui.page.word_steps import WordSteps
from assistant.ui.panels.panes import Panes, order_tabs
from assistant.ui.right_tabs import RightTabs
from assistant.ui.work.compare_page import ComparePage
from assistant.ui.work.findings_on_page import FindingsOnPage
from assistant.ui.work.text_windows import TextWindows

if TYPE_CHECKING:
    from assistant.ui.menus import Menus
    from assistant.ui.page.underlining import Underlining
    from assistant.ui.panel_feed import PanelFeed
    from assistant.ui.panels.outline_panel import OutlinePanel
    from assistant.ui.panels.side_panel import SidePanel
    from assistant.ui.panels.sides import Sides
    from assistant.ui.panels.status import StatusLine
    from assistant.ui.theme import Theme
    from assistant.ui.work.check_windows import CheckWindows
    from assistant.ui.work.stages import Stages
    from assistant.ui.work.template_exchange import TemplateExchange
    from assistant.ui.work.workplace import Workplace


class Seen(NamedTuple):
    """What stands in the window already."""

    outline: OutlinePanel
    side: SidePanel
    sides: Sides
    status: StatusLine
    underlining: Underlining
    feed: PanelFeed
    stages: Stages
    exchange: TemplateExchange
    windows: CheckWindows


class Unseen(QObject):
    """Makes these parts and joins them to those that are seen."""

    def __init__(self, place: Workplace, theme: Theme, *, seen: Seen, pages: QStackedWidget, menus: Menus) -> None:
        super().__init__(place.actions)
        self._place, self._seen, self._menus = place, seen, menus
        seen.side.complete()
        self.tabs = RightTabs(place, theme, side=seen.side, sides=seen.sides, menus=menus)
        self.on_page = FindingsOnPage(
            place,
            underlining=seen.underlining,
            side=seen.side,
            windows=seen.windows,
            editing=lambda: menus.editing,
            more=self.tabs.returned.told_at,
        )
        self.text_windows = TextWindows(place, seen.side)
        self.find_bar = FindBar(place.editor, self._section)
        self.word_steps = WordSteps(place.editor, place.session)
        self.compare = ComparePage(place, pages, theme, self.word_steps.words)
        self._connect_signals()
        self._fill_menus()

    def _connect_signals(self) -> None:
        """Join what is made here, and what of the right panel leads to it; the tabs are joined in `right_tabs`."""
        seen, editor, side = self._seen, self._place.editor, self._seen.side
        side.unfinished_chosen.connect(self.tabs.go_to_unfinished)
        side.results.step_wanted.connect(self.on_page.step)
        side.results.mend_wanted.connect(self.on_page.mend_all)
        side.results.aside_wanted.connect(seen.windows.list_aside)
        seen.status.unfinished_chosen.connect(self.tabs.go_to_unfinished)
        self.find_bar.closed.connect(editor.setFocus)
        self._menus.page_wanted.connect(self.compare.leave)
        self._menus.mend_all_wanted.connect(self.on_page.mend_all)
        PageSteps(editor)
        ParagraphSteps(editor).told.connect(seen.status.say)

    def _fill_menus(self) -> None:
        seen, place = self._seen, self._place
        panes = Panes(place.editor, seen.outline, seen.side, seen.status, seen.sides, bars=place.bars)
        MenuEntries(
            self._menus,
            Reached(
                place,
                self.tabs,
                self.on_page,
                seen.exchange,
                seen.windows,
                seen.stages,
                self.compare,
                self.find_bar,
                panes,
                self.text_windows,
            ),
        )

    def order_tabs(self) -> None:
        """Let Tab lead from part to part as one reads, once all of them are in the window."""
        order_tabs(self._seen.outline, self._place.editor, self.find_bar.stops, self._seen.status)

    def _section(self) -> tuple[Span, str] | None:
        """Give the innermost section that the caret is in, with its title; None outside of all."""
        row = self._place.actions.row_here()
        return (Span(row.start, row.end), row.title) if row else None
