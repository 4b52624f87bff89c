"""The panel at the right: 想一想 (questions of the section the caret is in) and 检查结果 (all findings), 去年, 问题—原因—措施, 审改稿."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from assistant.decisions import text_of
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding
from assistant.review import outline_rows, progress, setting_aside
from assistant.review.checklist import Item
from assistant.review.material import Material
from assistant.review.outline_rows import Row
from assistant.review.progress import Open
from assistant.review.repeats import repeats
from assistant.review.setting_aside import Way
from assistant.ui.panels import finding_cards, question_cards
from assistant.ui.panels.card_model import Card
from assistant.ui.panels.cards import CardList
from assistant.ui.panels.finding_cards import TURNS, Repeated
from assistant.ui.panels.note_box import NoteBox
from assistant.ui.theme import Theme

if TYPE_CHECKING:
    from assistant.ui.panels.findings_panel import FindingsPanel
    from assistant.ui.panels.last_year_panel import LastYearPanel
    from assistant.ui.panels.links_panel import LinksPanel
    from assistant.ui.panels.returned_panel import ReturnedPanel

QUESTIONS, FINDINGS, LAST_YEAR, LINKS, RETURNED = range(5)  # tabs
_TITLES = ("想一想", "检查结果", "去年", "措施", "审改稿")


class SidePanel(QTabWidget):
    """Follows the caret with questions, and lists all findings."""

    results: FindingsPanel  # these are made by `complete`
    findings: CardList
    last_year: LastYearPanel
    links: LinksPanel
    returned: ReturnedPanel

    place_chosen = Signal(int, int)  # go there: start, end
    open_chosen = Signal(Open)  # go to what is still to do
    finding_chosen = Signal(Finding)  # go there
    finding_pointed = Signal(Finding)  # show it on the page; the keyboard stays here
    fix_chosen = Signal(Finding)
    fix_all_chosen = Signal(tuple)  # of findings alike
    aside_chosen = Signal(Way, Finding, tuple)  # set this one aside so; the findings alike, itself among them
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
        self._items: dict[str, Item] = {}
        self._open: dict[str, Open] = {}
        self._found: dict[str, Repeated] = {}
        self._turned: dict[str, int] = {}  # which of several alike a card shows
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

    # Showing

    def show_material(self, material: Material, rows: Sequence[Row], path: Sequence[Row]) -> None:
        """Show a new Material with its outline and the path to the caret's row."""
        self._material, self._rows, self._path = material, rows, path
        count = len(progress.noticed(material)) if progress.begun(material) else 0  # an empty page is no fault
        self.setTabText(FINDINGS, f"检查结果 {count}" if count else "检查结果")
        self.setTabToolTip(FINDINGS, progress.told_of_findings(material) if count else "")
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
        self._items, self._open, self._found = {}, {}, {}
        if self.currentIndex() == QUESTIONS:
            self.questions.show_cards(self._section_cards(material))
        elif self.currentIndex() == FINDINGS:
            safe = sum(bool(finding.fix and finding.fix.safe) for finding in material.findings)
            aside = len(setting_aside.entries(material.decisions, material.template))
            self.results.show_counts(material, mendable=safe, aside=aside)
            self.findings.show_cards(self._finding_cards(material))

    def _section_cards(self, material: Material) -> list[Card]:
        row = next((row for row in reversed(self._path) if row.part), None)
        fact = material.part(row.part) if row and row.part else None
        if fact is None:
            left = progress.outstanding(material)
            cards = question_cards.lacking(left, asked=material.template is not None)
            self._open = dict(zip((card.key for card in cards if card.key.startswith("open:")), left, strict=False))
        else:
            cards = [Card("part", fact.part.short, heading=True), *self._question_cards(material, fact)]
        findings = outline_rows.findings_of(material, row) if row else ()
        if findings:
            cards.append(Card("here", "本节的提示", heading=True, count=f"{len(findings)}处"))
            cards += [self._finding_card(material, alike) for alike in repeats(findings, material.text)]
        return cards

    def _question_cards(self, material: Material, fact: PartFact) -> list[Card]:
        cards: list[Card] = []
        for item in material.items(fact):
            key = f"q:{item.key}"
            self._items[key] = item
            cards.append(question_cards.question(key, item, material.text))
        if not cards:
            cards.append(Card("none", "这一部分没有另列提问。", heading=True, told=True))
        return cards

    def _finding_cards(self, material: Material) -> list[Card]:
        wanted = self.results.filter.wanted
        noticed = progress.noticed(material)
        shown = [each for each in noticed if wanted in (None, each.severity)]
        unwritten = [each for each in material.findings if each not in noticed and wanted in (None, each.severity)]
        groups: dict[str, list[Card]] = {}
        counts: dict[str, int] = {}
        for alike in repeats(shown, material.text):
            group = self._group(material, alike[0])
            groups.setdefault(group, []).append(self._finding_card(material, alike))
            counts[group] = counts.get(group, 0) + len(alike)
        cards: list[Card] = []
        for group, own in groups.items():
            cards += [Card(f"group:{group}", group, heading=True, count=f"{counts[group]}处"), *own]
        if unwritten:  # they are no faults while drafting, and counted elsewhere
            cards += self._unwritten_cards(material, unwritten, whole=wanted is None)
        return cards + finding_cards.told_below(material, nothing=not cards)

    def _unwritten_cards(self, material: Material, findings: list[Finding], *, whole: bool) -> list[Card]:
        """Group what is not written by whether 还差 counts it; of a selection only that can be told, not how many."""
        asked = [each for each in findings if progress.counted(material, each)]
        others = [each for each in findings if each not in asked]
        number = f"{progress.unwritten_parts(material)}个部分，" if whole else ""
        cards: list[Card] = []
        for key, title, count, own in (
            ("unwritten", "未写的部分", f"{number}计入“还差”", asked),
            ("unasked", "其他未写的部分", f"{len(others)}处，不计入“还差”", others),
        ):
            if own:
                cards.append(Card(f"group:{key}", title, heading=True, count=count))
                cards += [self._finding_card(material, alike) for alike in repeats(own, material.text)]
        return cards

    def _group(self, material: Material, finding: Finding) -> str:
        path = outline_rows.around(self._rows, finding.span.start) if finding.part is None else ()
        return path[-1].title if path else (_part_title(material, finding) or "全文")

    def _finding_card(self, material: Material, alike: tuple[Finding, ...]) -> Card:
        first = alike[0]
        key = f"f:{first.rule}:{text_of(first, material.text)}"  # the same wherever it moves
        at = min(self._turned.get(key, 0), len(alike) - 1)
        repeated = self._found[key] = Repeated(alike, at)
        return finding_cards.card(key, repeated, material)

    def _turn(self, key: str, at: int) -> None:
        """Let a card of several alike show another of them."""
        self._turned[key] = at % len(self._found[key].findings)
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
        key = next((key for key, found in self._found.items() if finding in found.findings), "")
        if not key or self.visibleRegion().isEmpty():
            return False
        if finding != self._found[key].current:
            self._turn(key, self._found[key].findings.index(finding))
        return self._list().select(key)

    def follow(self, position: int) -> None:
        """Open the card of what the caret is in, if the list of findings is in front and the hands are not in it."""
        if self.currentIndex() != FINDINGS or self.findings.hasFocus() or self.visibleRegion().isEmpty():
            return
        for repeated in self._found.values():
            for finding in repeated.findings:
                if finding.span.start <= position <= finding.span.end and finding.span.start < finding.span.end:
                    self.point_out(finding)
                    return

    # Choosing

    def _point(self, key: str) -> None:
        if key in self._found:
            self.finding_pointed.emit(self._found[key].current)

    def _choose(self, key: str, link: str) -> None:
        if key in self._items:
            self._choose_question(self._items[key], link)
        elif key in self._open:
            self.open_chosen.emit(self._open[key])
        elif key in self._found:
            self._choose_finding(key, self._found[key], link)
        elif key == "choose":
            self.template_wanted.emit()

    def _choose_finding(self, key: str, repeated: Repeated, link: str) -> None:
        finding = repeated.current
        if link in TURNS:
            self._turn(key, repeated.at + TURNS[link])
            self.finding_pointed.emit(self._found[key].current)
        elif link == "elsewhere" and finding.part:
            self.elsewhere_chosen.emit(finding.part)
        elif link == "fix":
            self.fix_chosen.emit(finding)
        elif link == "fix_all":
            self.fix_all_chosen.emit(repeated.findings)
        elif link == "why":
            self.explanation_chosen.emit(finding.rule)
        elif way := finding_cards.way_of(link):
            self.aside_chosen.emit(way, finding, repeated.findings)
        else:
            self.finding_chosen.emit(finding)

    def keep_note(self) -> None:
        """Keep the note that is being written."""
        self._note.keep()

    def _choose_question(self, item: Item, link: str) -> None:
        if link in ("go", "") and item.mention:
            self.place_chosen.emit(item.mention.start, item.mention.end)
        elif link in ("note", ""):
            self._note.open(item)
        elif link == "not_applicable":
            self.not_applicable_chosen.emit(item.key)


def _part_title(material: Material, finding: Finding) -> str:
    fact = material.part(finding.part) if finding.part else None
    return fact.part.short if fact else ""
