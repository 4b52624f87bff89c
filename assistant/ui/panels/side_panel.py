"""The panel at the right: 想一想 (questions of the section the caret is in) and 问题 (all findings)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from assistant.decisions import Stage, text_of
from assistant.facts.facts import PartFact
from assistant.finding import Finding
from assistant.review import progress
from assistant.review.checklist import Item
from assistant.review.material import Material
from assistant.review.progress import Row
from assistant.review.repeats import repeats
from assistant.review.setting_aside import Way
from assistant.ui.panels import finding_cards
from assistant.ui.panels.bars import link_button
from assistant.ui.panels.card_model import Card, Link
from assistant.ui.panels.cards import CardList
from assistant.ui.panels.finding_cards import TURNS, Repeated
from assistant.ui.theme import Theme

_LONGEST_QUOTE = 30  # characters of a sentence that is pointed to


class NoteBox(QWidget):
    """Where a private note to a question is written (记一笔). It stays in the draft and never leaves it."""

    written = Signal(str, str)  # question's key, note
    folded = Signal()  # by the writer's own hand

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._before = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._edit = QPlainTextEdit()
        self._edit.setObjectName("note")
        self._edit.setAccessibleName("记一笔")
        self._edit.setPlaceholderText("只留在草稿里，不会导出。")
        self._edit.setMaximumHeight(96)
        self._edit.setTabChangesFocus(True)
        self._edit.installEventFilter(self)
        close = link_button("收起")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the box folds when it loses the focus: the click would be lost
        close.setToolTip("也可按Esc")
        close.clicked.connect(self._fold)
        head = QHBoxLayout()
        head.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self._edit)
        self.hide()

    def open(self, item: Item) -> None:
        """Write the note of a question."""
        self.close_note()
        self._key, self._before = item.key, item.note
        self._label.setText(f"记一笔：{item.question.ask}")
        self._edit.setPlainText(item.note)
        self.show()
        self._edit.setFocus()

    def keep(self) -> None:
        """Keep what was written so far; a save in the middle of a note must not lose it."""
        note = self._edit.toPlainText().strip()
        if self._key and note != self._before:
            self._before = note
            self.written.emit(self._key, note)

    def close_note(self) -> None:
        """Keep what was written and fold the box away."""
        self.keep()
        self._key = ""
        self.hide()

    def _fold(self) -> None:
        self.close_note()
        self.folded.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self.keep()  # a menu or another program: he comes back
            else:
                self.close_note()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            done = event.key() == Qt.Key.Key_Escape or (
                event.key() == Qt.Key.Key_Return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            )
            if done:
                self._fold()
                return True
        return super().eventFilter(watched, event)


class SidePanel(QTabWidget):
    """Follows the caret with questions, and lists all findings."""

    place_chosen = Signal(int, int)  # go there: start, end
    finding_chosen = Signal(Finding)  # go there
    fix_chosen = Signal(Finding)
    fix_all_chosen = Signal(tuple)  # of findings alike
    aside_chosen = Signal(Way, Finding, tuple)  # set this one aside so; the findings alike, itself among them
    explanation_chosen = Signal(str)  # of a rule
    elsewhere_chosen = Signal(str)  # the part is answered elsewhere
    not_applicable_chosen = Signal(str)  # question's key: mark it, or take the mark back
    note_written = Signal(str, str)
    note_folded = Signal()
    left = Signal()  # by the keyboard

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.questions = CardList(theme, "想一想")
        self.findings = CardList(theme, "问题")
        self._note = NoteBox()
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.questions, 1)
        layout.addWidget(self._note)
        self.addTab(first, "想一想")
        self.addTab(self.findings, "问题")
        self.setMinimumWidth(220)
        self._material: Material | None = None
        self._rows: Sequence[Row] = ()
        self._path: Sequence[Row] = ()
        self._items: dict[str, Item] = {}
        self._found: dict[str, Repeated] = {}
        self._turned: dict[str, int] = {}  # which of several alike a card shows
        for cards in (self.questions, self.findings):
            cards.chosen.connect(self._choose)
            cards.left.connect(self.left)
        self._note.written.connect(self.note_written)
        self._note.folded.connect(self.note_folded)
        self.currentChanged.connect(lambda _: self._show())

    def show_material(self, material: Material, rows: Sequence[Row], path: Sequence[Row]) -> None:
        """Show a new Material with its outline and the path to the caret's row."""
        self._material, self._rows, self._path = material, rows, path
        self.setTabText(1, f"问题 {len(material.findings)}" if material.findings else "问题")
        self._show()

    def cards(self) -> Sequence[Card]:
        """List the cards of the tab in front."""
        return (self.questions if self.currentIndex() == 0 else self.findings).shown()

    def _show(self) -> None:
        """Fill the tab in front; the other one waits until it is wanted."""
        material = self._material
        if material is None:
            return
        self._items, self._found = {}, {}
        if self.currentIndex() == 0:
            self.questions.show_cards(self._section_cards(material))
        else:
            self.findings.show_cards(self._finding_cards(material))

    def _section_cards(self, material: Material) -> list[Card]:
        row = next((row for row in reversed(self._path) if row.part), None)
        fact = material.part(row.part) if row and row.part else None
        if fact is None:
            told = (
                "把光标放到某一部分里，这里就列出对应的问题。"
                if material.template
                else "选定本次要求后，这里按部分列出可想一想的问题。"
            )
            cards = [Card("none", told, heading=True, told=True)]
        else:
            cards = [Card("part", fact.part.short, heading=True), *self._question_cards(material, fact)]
        findings = progress.findings_of(material, row) if row else ()
        if findings:
            cards.append(Card("here", f"本节问题 {len(findings)}", heading=True))
            cards += [self._finding_card(material, alike) for alike in repeats(findings, material.text)]
        return cards

    def _question_cards(self, material: Material, fact: PartFact) -> list[Card]:
        cards: list[Card] = []
        for item in material.items(fact):
            key = f"q:{item.key}"
            self._items[key] = item
            cards.append(_question_card(key, item, material.text))
        if not cards:
            cards.append(Card("none", "这一部分没有另列问题。", heading=True, told=True))
        return cards

    def _finding_cards(self, material: Material) -> list[Card]:
        cards: list[Card] = []
        title = None
        for alike in repeats(material.findings, material.text):
            group = self._group(material, alike[0])
            if group != title:
                cards.append(Card(f"group:{group}", group, heading=True))
                title = group
            cards.append(self._finding_card(material, alike))
        if not cards:
            later = "送审前要看的，换到送审阶段后列出。" if material.decisions.stage is Stage.DRAFT else ""
            cards.append(Card("none", f"目前没有要看的问题。{later}", heading=True, told=True))
        if material.unheard:
            told = f"安静模式只列必改，另有{material.unheard}处没有列出。可在「检查」菜单里关闭。"
            cards.append(Card("unheard", told, heading=True, told=True))
        return cards

    def _group(self, material: Material, finding: Finding) -> str:
        path = progress.around(self._rows, finding.span.start) if finding.part is None else ()
        return path[-1].title if path else (_part_title(material, finding) or "全文")

    def take_focus(self) -> None:
        """Go to the list of findings with the keyboard."""
        self.setCurrentIndex(1)
        self.findings.take_focus()

    def point_out(self, finding: Finding) -> bool:
        """Mark a finding's card and bring it into view; False where the tab in front has none or is not to be seen."""
        key = next((key for key, found in self._found.items() if finding in found.findings), "")
        if not key or self.visibleRegion().isEmpty():
            return False
        if finding != self._found[key].current:
            self._turn(key, self._found[key].findings.index(finding))
        return (self.questions if self.currentIndex() == 0 else self.findings).select(key)

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

    def _choose(self, key: str, link: str) -> None:
        if key in self._items:
            self._choose_question(self._items[key], link)
        elif key in self._found:
            self._choose_finding(key, self._found[key], link)

    def _choose_finding(self, key: str, repeated: Repeated, link: str) -> None:
        finding = repeated.current
        if link in TURNS:
            self._turn(key, repeated.at + TURNS[link])
            self.finding_chosen.emit(self._found[key].current)
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
        if link == "go" and item.mention:
            self.place_chosen.emit(item.mention.start, item.mention.end)
        elif link == "note":
            self._note.open(item)
        elif link == "not_applicable":
            self.not_applicable_chosen.emit(item.key)


def _part_title(material: Material, finding: Finding) -> str:
    fact = material.part(finding.part) if finding.part else None
    return fact.part.short if fact else ""


def _question_card(key: str, item: Item, text: str) -> Card:
    note = Link("note", "改记的一笔" if item.note else "记一笔")
    if item.not_applicable:
        return Card(key, item.question.ask, "–", "faint", ("不适用",), (Link("not_applicable", "恢复"),))
    lines: list[str] = []
    links: list[Link] = []
    if item.mention:
        quote = item.mention.of(text)
        lines.append(f"文中提到：「{quote[:_LONGEST_QUOTE]}{'…' if len(quote) > _LONGEST_QUOTE else ''}」")
        links.append(Link("go", "去看"))
    if item.note:
        lines.append(f"记：{item.note}")
    links += [note, Link("not_applicable", "不适用")]
    return Card(
        key, item.question.ask, *(("✓", "done") if item.mention else ("○", "faint")), tuple(lines), tuple(links)
    )
