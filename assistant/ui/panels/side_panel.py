"""The panel at the right: 想一想 (questions of the section the caret is in) and 检查结果 (all findings), 去年, 问题—原因—措施, 审改稿."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from assistant.finding import Finding
from assistant.ui.panels.cards import CardList
from assistant.ui.panels.note_box import NoteBox
from assistant.ui.panels.panel_values import Card
from assistant.ui.theme import Theme

if TYPE_CHECKING:  # the panel is shown before anything is known that reads a text
    from assistant.review.checklist import Item
    from assistant.review.material import Material
    from assistant.review.outline_values import Row
    from assistant.ui.panels.finding_cards import Repeated
    from assistant.ui.panels.findings_panel import FindingsPanel
    from assistant.ui.panels.last_year_panel import LastYearPanel
    from assistant.ui.panels.links_panel import LinksPanel
    from assistant.ui.panels.returned_panel import ReturnedPanel
    from assistant.ui.panels.side_cards import SideCards

QUESTIONS, FINDINGS, LAST_YEAR, LINKS, RETURNED = range(5)  # tabs
_TITLES = ("想一想", "检查结果", "去年", "措施", "审改稿")


class SidePanel(QTabWidget):
    """The right panel: 想一想 follows the caret, 检查结果 lists all findings; `ui/right_tabs` decides which tab is in front."""

    results: FindingsPanel  # these are made by `complete`
    findings: CardList
    last_year: LastYearPanel
    links: LinksPanel
    returned: ReturnedPanel

    place_chosen = Signal(int, int)  # go there: start, end
    unfinished_chosen = Signal(object)  # go to what is still to do: Unfinished
    finding_chosen = Signal(Finding)  # go there
    finding_pointed = Signal(Finding)  # show it on the page; the keyboard stays here
    fix_chosen = Signal(Finding)
    fix_all_chosen = Signal(tuple)  # of findings alike
    aside_chosen = Signal(object, Finding, tuple)  # set this one aside so (Way); the findings alike, itself among them
    explanation_chosen = Signal(str)  # of a rule
    elsewhere_chosen = Signal(str)  # the part is answered elsewhere
    template_wanted = Signal()  # 本次要求 is to be chosen
    not_applicable_chosen = Signal(str)  # question's key: mark it, or take the mark back
    note_writing = Signal(str, str)  # the same, of what is not kept yet
    note_written = Signal(str, str)
    note_into_text = Signal(str, str)  # part, note
    note_folded = Signal()
    left = Signal()  # by the keyboard

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAccessibleName("右栏")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.questions = CardList(theme, "想一想")
        self._note = NoteBox()
        self._layouts = [self._page(title) for title in _TITLES]
        self._layouts[QUESTIONS].addWidget(self.questions, 1)
        self._layouts[QUESTIONS].addWidget(self._note)
        self.setTabToolTip(LINKS, "问题—原因—措施")
        self._theme = theme
        self._material: Material | None = None
        self._rows: Sequence[Row] = ()
        self._path: Sequence[Row] = ()
        self._join_cards(self.questions)
        self._note.writing.connect(self.note_writing)
        self._note.written.connect(self.note_written)
        self._note.into_text.connect(self.note_into_text)
        self._note.folded.connect(self.note_folded)

    def _page(self, title: str) -> QVBoxLayout:
        """Add a tab, still empty: what goes into another is styled anew with all in it."""
        page = QWidget()
        self.addTab(page, title)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        return layout

    def complete(self) -> None:
        """Make what stands in the other tabs, which the window opens without."""
        from assistant.ui.panels.findings_panel import FindingsPanel
        from assistant.ui.panels.last_year_panel import LastYearPanel
        from assistant.ui.panels.links_panel import LinksPanel
        from assistant.ui.panels.returned_panel import ReturnedPanel

        self.results, self.last_year = FindingsPanel(self._theme), LastYearPanel(self._theme)
        self.links, self.returned = LinksPanel(self._theme), ReturnedPanel(self._theme)
        panels = (self.results, self.last_year, self.links, self.returned)
        for layout, panel in zip(self._layouts[FINDINGS:], panels, strict=True):
            layout.addWidget(panel)
        self.findings = self.results.cards
        self._join_cards(self.findings)
        self.results.sifted.connect(self._show)
        self.currentChanged.connect(lambda _: self._show())

    def _join_cards(self, cards: CardList) -> None:
        cards.chosen.connect(self._choose)
        cards.pointed.connect(self._point)
        cards.left.connect(self.left)

    @cached_property
    def _cards(self) -> SideCards:
        from assistant.ui.panels.side_cards import SideCards

        return SideCards()

    # Showing

    def show_kept(self, cards: Sequence[Card], title: str, tip: str) -> None:
        """Show cards of 想一想 that were kept, and what 检查结果 was called, until the text is read: nothing can be chosen yet."""
        self._name_findings(title, tip)
        self.questions.show_cards(cards)

    def titles(self) -> list[str]:
        """List what the tabs are called."""
        return [self.tabText(n) for n in range(self.count())]

    def _name_findings(self, title: str, tip: str) -> None:
        if self.tabText(FINDINGS) != title:  # Qt would paint all of the panel for the same one, too
            self.setTabText(FINDINGS, title)
        self.setTabToolTip(FINDINGS, tip)

    def show_material(self, material: Material, rows: Sequence[Row], path: Sequence[Row]) -> None:
        """Show a new Material with its outline and the path to the caret's row."""
        self._material, self._rows, self._path = material, rows, path
        self._name_findings(*self._cards.findings_named(material))
        self._show()

    def _list(self) -> CardList:
        return self.questions if self.currentIndex() == QUESTIONS else self.findings

    def cards(self) -> Sequence[Card]:
        """List the cards of the tab in front."""
        return self._list().shown()

    def _show(self) -> None:
        """Fill the tab in front; the other one waits until it is wanted."""
        material = self._material
        if material is None:
            return
        self._cards.forget()
        if self.currentIndex() == QUESTIONS:
            self.questions.show_cards(self._cards.of_section(material, self._path))
        elif self.currentIndex() == FINDINGS:
            from assistant.review import setting_aside

            safe = sum(bool(finding.fix and finding.fix.safe) for finding in material.findings)
            aside = len(setting_aside.entries(material.decisions, material.template))
            self.results.show_counts(material, mendable=safe, aside=aside)
            self.findings.show_cards(self._cards.of_findings(material, self._rows, self.results.filter.wanted))

    def _turn(self, key: str, at: int) -> None:
        """Let a card of several alike show another of them."""
        self._cards.turn(key, at)
        self._show()

    # Following

    def take_focus(self, tab: int = FINDINGS) -> None:
        """Go to the list of findings with the keyboard, or to the questions."""
        self.setCurrentIndex(tab)
        if tab == LAST_YEAR:
            self.last_year.take_focus()
        elif tab == LINKS:
            self.links.take_focus()
        elif tab == RETURNED:
            self.returned.take_focus()
        else:
            self._list().take_focus()

    def point_out(self, finding: Finding) -> bool:
        """Open a finding's card and bring it into view; False where the tab in front has none or is not to be seen."""
        key = next((key for key, found in self._cards.found.items() if finding in found.findings), "")
        if not key or self.visibleRegion().isEmpty():
            return False
        if finding != self._cards.found[key].current:
            self._turn(key, self._cards.found[key].findings.index(finding))
        return self._list().select(key)

    def follow(self, position: int) -> None:
        """Open the card of what the caret is in, if the list of findings is in front and the hands are not in it."""
        if self.currentIndex() != FINDINGS or self.findings.hasFocus() or self.visibleRegion().isEmpty():
            return
        for repeated in self._cards.found.values():
            for finding in repeated.findings:
                if finding.span.start <= position <= finding.span.end and finding.span.start < finding.span.end:
                    self.point_out(finding)
                    return

    # Choosing

    def _point(self, key: str) -> None:
        if key in self._cards.found:
            self.finding_pointed.emit(self._cards.found[key].current)

    def _choose(self, key: str, link: str) -> None:
        from assistant.ui.panels import question_cards
        from assistant.ui.panels.question_cards import Deed

        if key in self._cards.items:
            self._choose_question(self._cards.items[key], link)
        elif key in self._cards.unfinished and question_cards.deed_of(link, Deed.GO) is Deed.GO:
            self.unfinished_chosen.emit(self._cards.unfinished[key])
        elif key in self._cards.found:
            self._choose_finding(key, self._cards.found[key], link)
        elif key == question_cards.CHOOSE and question_cards.deed_of(link, Deed.CHOOSE) is Deed.CHOOSE:
            self.template_wanted.emit()

    def _choose_finding(self, key: str, repeated: Repeated, link: str) -> None:
        from assistant.ui.panels.finding_cards import Deed, deed_of, way_of

        finding = repeated.current
        if way := way_of(link):
            self.aside_chosen.emit(way, finding, repeated.findings)
            return
        deed = deed_of(link)
        if deed in (Deed.PREVIOUS, Deed.NEXT):
            self._turn(key, repeated.at + (1 if deed is Deed.NEXT else -1))
            self.finding_pointed.emit(self._cards.found[key].current)
        elif deed is Deed.ELSEWHERE and finding.part:
            self.elsewhere_chosen.emit(finding.part)
        elif deed is Deed.FIX:
            self.fix_chosen.emit(finding)
        elif deed is Deed.FIX_ALL:
            self.fix_all_chosen.emit(repeated.findings)
        elif deed is Deed.WHY:
            self.explanation_chosen.emit(finding.rule)
        elif deed is Deed.GO:
            self.finding_chosen.emit(finding)

    def keep_note(self) -> None:
        """Keep the note that is being written."""
        self._note.keep()

    def _choose_question(self, item: Item, link: str) -> None:
        from assistant.ui.panels.question_cards import Deed, deed_of, leading_of

        deed = deed_of(link, leading_of(item))
        if deed is Deed.GO and item.mention:
            self.place_chosen.emit(item.mention.start, item.mention.end)
        elif deed is Deed.NOTE:
            self._note.open(item)
        elif deed is Deed.NOT_APPLICABLE:
            self.not_applicable_chosen.emit(item.key)
