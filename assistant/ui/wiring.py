"""What stands beside the page: outline, questions, findings, status. Made after the first paint, joined here.

The page is on the screen before this is loaded; from then on it follows the text. What is not seen at first comes after
it (`complete`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant import text_memory
from assistant.files.settings import USUAL_ZOOM
from assistant.review.outline_values import RowState
from assistant.ui.last_view import LastView
from assistant.ui.menus import Menus
from assistant.ui.page.desk import Desk
from assistant.ui.page.page_layout import ZOOMS
from assistant.ui.page.underlining import Underlining
from assistant.ui.panels.outline_panel import OutlinePanel
from assistant.ui.panels.side_panel import LAST_YEAR, RETURNED, SidePanel
from assistant.ui.panels.sides import Sides
from assistant.ui.panels.status import StatusLine
from assistant.ui.theme import Theme
from assistant.ui.work.files import Files

if TYPE_CHECKING:  # what reads the text is loaded by `read_along`
    from assistant.ui.page.analyser import Analyser
    from assistant.ui.page.find_bar import FindBar
    from assistant.ui.page.word_steps import WordSteps
    from assistant.ui.panel_feed import PanelFeed
    from assistant.ui.right_tabs import RightTabs
    from assistant.ui.wiring_unseen import Unseen
    from assistant.ui.work.actions import Actions
    from assistant.ui.work.check_windows import CheckWindows
    from assistant.ui.work.compare_page import ComparePage
    from assistant.ui.work.deciding import Deciding
    from assistant.ui.work.findings_on_page import FindingsOnPage
    from assistant.ui.work.stages import Stages
    from assistant.ui.work.template_exchange import TemplateExchange
    from assistant.ui.work.text_windows import TextWindows
    from assistant.ui.work.workplace import Workplace


class Wiring(QObject):
    """Reads along with the writer."""

    analyser: Analyser  # these are made by `read_along`
    actions: Actions
    deciding: Deciding
    exchange: TemplateExchange
    windows: CheckWindows
    stages: Stages
    feed: PanelFeed
    unseen: Unseen  # these by `complete`
    tabs: RightTabs
    on_page: FindingsOnPage
    find_bar: FindBar
    word_steps: WordSteps
    compare: ComparePage
    text_windows: TextWindows

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        *,
        desk: Desk,
        pages: QStackedWidget,
        sides: Sides,
        files: Files,
        menus: Menus,
    ) -> None:
        super().__init__(window)
        self._theme, self._pages, self._desk, self._menus = theme, pages, desk, menus
        self.files, self.sides = files, sides
        editor, session, history, bars = files.editor, files.session, files.history, files.bars
        self.editor, self.session, self._history, self._bars = editor, session, history, bars
        self.underlining = Underlining(self.editor)
        self.outline, self.side = OutlinePanel(theme), SidePanel(theme)
        sides.hold(self.outline, self.side)
        self.status = StatusLine(theme, ZOOMS, USUAL_ZOOM)
        self.status.zoom.show_zoom(editor.zoom)
        for part in (sides, self.status):  # now: the system may turn dark before the rest is made
            theme.changed.connect(part.show_theme)
        self._last = LastView(files, sides, desk, outline=self.outline, side=self.side, status=self.status)
        self._place: Workplace | None = None
        self._completed = False

    def read_along(self) -> None:
        """Load what reads the text, and join it to what is seen, if that is not done."""
        if self._place:
            return
        from assistant.review import progress
        from assistant.ui.page.analyser import Analyser
        from assistant.ui.panel_feed import PanelFeed
        from assistant.ui.work.actions import Actions
        from assistant.ui.work.check_windows import CheckWindows
        from assistant.ui.work.deciding import Deciding
        from assistant.ui.work.stages import Stages
        from assistant.ui.work.template_exchange import TemplateExchange
        from assistant.ui.work.workplace import Workplace

        editor, session, files, bars, history = self.editor, self.session, self.files, self._bars, self._history
        analyser = self.analyser = Analyser(editor, session, files.settings.analysis)
        files.left_told = lambda: progress.told_when_handed_on(analyser.up_to_date())
        self.actions = Actions(editor, session, analyser, bars)
        self.deciding = Deciding(editor, session, analyser, history=history, bars=bars)
        place = self._place = Workplace(self.actions, self.deciding, analyser, editor, session, files, bars, history)
        self.exchange, self.windows = TemplateExchange(place), CheckWindows(place, self._theme)
        self.stages = Stages(self.deciding, bars, self.status.stage.menu())
        self.feed = PanelFeed(
            editor,
            analyser,
            self.underlining,
            outline=self.outline,
            side=self.side,
            sides=self.sides,
            status=self.status,
            desk=self._desk,
        )
        self._connect_showing()
        if not self._last.shown:
            editor.highlighter.use(analyser.spans)

    def show_first(self) -> None:
        """Show the document that the window opens with: as it was left, or else read it before anything is shown."""
        if self._last.show():
            self._show_saved()
        else:
            self.read_along()
            self.show_opened(self.files.notes)

    def settle(self) -> None:
        """Draw all of the page, whose height follows from it, and lay out the lists: Qt would do that later, and paint again."""
        self.editor.highlighter.finish()
        self.outline.settle()
        self.side.questions.doItemsLayout()

    def complete(self) -> None:
        """Make what is not seen yet, if that is not done."""
        if self._completed:
            return
        self._completed = True
        self.read_along()
        assert self._place
        if self._last.shown:
            self.show_opened(self.files.notes)
            self.editor.highlighter.use(self.analyser.spans)
        from assistant.ui.wiring_unseen import Seen, Unseen

        seen = Seen(
            self.outline,
            self.side,
            self.sides,
            self.status,
            self.underlining,
            self.feed,
            self.stages,
            self.exchange,
            self.windows,
        )
        made = Unseen(self._place, self._theme, seen=seen, pages=self._pages, menus=self._menus)
        self.unseen, self.tabs, self.on_page = made, made.tabs, made.on_page
        self.find_bar, self.word_steps, self.compare = made.find_bar, made.word_steps, made.compare
        self.text_windows = made.text_windows
        self._connect_signals()
        self._connect_looks()

    def _connect_showing(self) -> None:
        """Join what shows the text when it is opened."""
        self.editor.caret_moved.connect(self.underlining.note_caret)
        self.underlining.sentence_left.connect(self.feed.show_withheld)
        self.editor.caret_moved.connect(self.feed.follow_caret)
        self.analyser.material_ready.connect(self.feed.show)
        self.feed.shown.connect(lambda now: self.stages.follow(now, resting=self.underlining.resting))
        self.feed.shown.connect(lambda _: self._menus.show_findings(mendable=self.windows.has_mendings))
        self.files.settings_changed.connect(lambda now: self.analyser.follow_settings(now.analysis))
        self.session.choices_changed.connect(self.files.follow_template)  # pages are counted in their layout
        self.session.choices_changed.connect(self.underlining.leave_sentence)  # who decides has typed to the end
        self.session.choices_changed.connect(self.analyser.analyse_now)

    def _connect_signals(self) -> None:
        """Join what is seen at once; the rest is joined where it is made, in `wiring_unseen` and `right_tabs`. No panel knows another."""
        self.editor.text_edited.connect(self.underlining.note_edit)
        self.editor.text_edited.connect(self.analyser.follow)
        self.editor.text_edited.connect(lambda _: self._bars.leave_text())
        self.editor.selectionChanged.connect(self._show_selection)
        self.files.opened.connect(self.show_opened)
        self.files.finishing.connect(self.side.keep_note)
        self.files.finishing.connect(self.underlining.leave_sentence)
        self.files.finishing.connect(self._last.remember_place)
        self.files.leaving.connect(lambda: self._last.keep(self.feed.view))
        self.files.leaving.connect(text_memory.forget)  # after what is kept was made of it
        self.files.saved.connect(self._last.remember_place)  # the first time only now there is a file
        self.files.saved.connect(self._show_saved)
        self.files.saving_changed.connect(self._show_saved)
        self.files.exchange_wanted.connect(self.exchange.choose)
        self.files.safety_changed.connect(self.status.show_safety)
        self.files.exported.connect(self.stages.offer_after_export)
        self._history.cleanChanged.connect(self._show_saved)
        self.session.unfinished_changed.connect(self._show_saved)
        self.outline.row_chosen.connect(self.actions.go_to_row)
        self.side.place_chosen.connect(self.actions.go_to)
        self.side.finding_chosen.connect(self.actions.go_to_finding)
        self.side.finding_pointed.connect(self.actions.show_finding)
        self.side.template_wanted.connect(self.exchange.choose)
        self.side.fix_chosen.connect(self.actions.fix)
        self.side.fix_all_chosen.connect(self.actions.fix_all)
        self.side.aside_chosen.connect(self.deciding.set_aside)
        self.side.explanation_chosen.connect(self.windows.explain)
        self.side.elsewhere_chosen.connect(self.deciding.answer_elsewhere)
        self.side.not_applicable_chosen.connect(self.deciding.mark_not_applicable)
        self.side.note_writing.connect(self.deciding.hold_note)
        self.side.note_written.connect(self.deciding.write_note)
        self.side.note_folded.connect(self.editor.setFocus)
        self.side.left.connect(self.editor.setFocus)
        self.status.focus_ended.connect(self._menus.stop_focus)
        self._bars.left.connect(self.editor.setFocus)  # what the keyboard leaves gives it back to the page
        self.sides.right_fold.left.connect(self.editor.setFocus)
        for fold in (self.sides.left_fold, self.sides.right_fold):
            fold.put_away.connect(self.editor.setFocus)
        self.outline.row_moved.connect(self.actions.move_row)
        self.side.note_into_text.connect(self.actions.insert_note)

    def _connect_looks(self) -> None:
        """Join what only changes how things look and where they stand."""
        self.sides.shown_wanted.connect(lambda name: self.files.change_settings(**{f"{name}_shown": True}))
        self.sides.right_fold.tab_wanted.connect(self.side.setCurrentIndex)
        self.editor.zoom_changed.connect(self.status.zoom.show_zoom)
        self.status.zoom.zoom_wanted.connect(self.editor.set_zoom)
        self.status.zoom.step_wanted.connect(self.editor.step_zoom)
        self._desk.marks.chosen.connect(lambda number: self.actions.go_to_finding(self.feed.marked(number)))

    def show_returned(self, *, shown: bool) -> None:
        """Let the panel 审改稿 be seen, or the questions in its place."""
        self.complete()
        self.tabs.show(RETURNED, shown=shown)

    def show_last_year(self, *, shown: bool) -> None:
        """Let the panel 去年 be seen, or the questions in its place."""
        self.complete()
        self.tabs.show(LAST_YEAR, shown=shown)

    # Showing

    def leave_only_page(self, *, only: bool) -> None:
        """Leave nothing but the page (只看正文), or bring panels and toolbar back; menus and status line stay in reach."""
        self.sides.leave_only_page(only=only)
        self._menus.toolbar.setHidden(only)
        self.status.offer_end_of_focus(offered=only)
        self.editor.setFocus()

    def show_opened(self, notes: str) -> None:
        """Show another document."""
        self.underlining.start_afresh()
        self.stages.start_afresh()
        self.files.follow_template()
        self.analyser.analyse_now()
        if self.session.file is None and self.session.choices.references:
            self.show_last_year(shown=True)  # begun beside it
        if self.session.source:
            from assistant.ui.work import read_message

            read_message.show(
                self.analyser.material,
                notes,
                bars=self._bars,
                session=self.session,
                files=self.files,
                exchange=self.exchange,
            )
        elif self._last.place:
            self._last.return_to_place()
        elif self.feed.rows and self.feed.rows[0].state is RowState.EMPTY and not self.editor.caret:
            self.actions.go_to_row(self.feed.rows[0])  # a fresh page: begin where the first sentence belongs
        self._show_saved()

    def _show_selection(self) -> None:
        start, end = self.editor.selected
        self.status.show_selection(self.editor.text[start:end])

    def _show_saved(self) -> None:
        self.status.show_saved(self.files.saved_at, modified=self.files.modified, saving=self.files.saving)
