"""What is not seen when the window opens: the other tabs of the right panel, the find bar, 对比, the menus' contents.

Made once the panels are on the screen. No event comes in between: whoever presses a key meanwhile finds all of it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from assistant.review import outline_rows
from assistant.text import Span
from assistant.ui.page.find_bar import FindBar
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
        self._connect()
        self._fill_menus()

    def _connect(self) -> None:
        seen, editor, side = self._seen, self._place.editor, self._seen.side
        side.open_chosen.connect(self.tabs.go_to_open)
        side.results.step_wanted.connect(self.on_page.step)
        side.results.mend_wanted.connect(self.on_page.mend_all)
        side.results.aside_wanted.connect(seen.windows.list_aside)
        seen.status.open_chosen.connect(self.tabs.go_to_open)
        self.find_bar.closed.connect(editor.setFocus)
        self._menus.page_wanted.connect(self.compare.leave)
        ParagraphSteps(editor).told.connect(seen.status.say)

    def _fill_menus(self) -> None:
        seen, place = self._seen, self._place
        self._menus.fill(
            fix_here=place.actions.fix_here,
            exchange=seen.exchange,
            windows=seen.windows,
            last_year=self.tabs.last_year,
            links=self.tabs.links,
            returned=self.tabs.returned,
            beside=self.tabs.beside,
            compare=self.compare,
            stages=seen.stages,
            find_bar=self.find_bar,
            panes=Panes(place.editor, seen.outline, seen.side, seen.status, seen.sides, bars=place.bars),
            next_finding=self.on_page.step,
            mend_all=self.on_page.mend_all,
            show_notes=self.text_windows.show_notes,
            move_section=self.move_section,
            show_lengths=self.text_windows.show_lengths,
            up_to_date=place.analyser.up_to_date,
        )

    def order_tabs(self) -> None:
        """Let Tab lead from part to part as one reads, once all of them are in the window."""
        order_tabs(self._seen.outline, self._place.editor, self.find_bar.stops, self._seen.status)

    def move_section(self, step: int) -> None:
        """Move the section that the caret is in up or down among those beside it."""
        path = outline_rows.around(outline_rows.rows(self._place.analyser.up_to_date()), self._place.editor.caret)
        self._place.actions.move_section(path[-1] if path else None, step)

    def _section(self) -> tuple[Span, str] | None:
        """Give the innermost section that the caret is in, with its title; None outside of all."""
        rows = outline_rows.rows(self._place.analyser.up_to_date())
        path = outline_rows.around(rows, self._place.editor.caret)
        return (Span(path[-1].start, path[-1].end), path[-1].title) if path else None
