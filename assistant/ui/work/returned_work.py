"""What is done with files that came back (审改稿) and with opinions on the writer (意见台账)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from assistant.anchors import Anchor
from assistant.decisions import Decisions
from assistant.review import accepting, opinions
from assistant.review.material import Material
from assistant.rounds import AT_MEETING, Answer, Opinion, Reply, Verdict
from assistant.templates.template import PartKind
from assistant.text import Edit, Span
from assistant.ui.page.edge_labels import EdgeLabels
from assistant.ui.page.place_marks import Mark, PlaceMarks
from assistant.ui.panels import returned_cards
from assistant.ui.panels.returned_cards import Deed
from assistant.ui.panels.returned_panel import ReturnedPanel
from assistant.ui.work import returned_places, returned_view
from assistant.ui.work.panel_work import PanelWork
from assistant.ui.work.returned_anchors import ReturnedAnchors
from assistant.ui.work.returned_files import ReturnedFiles
from assistant.ui.work.workplace import Workplace

_KEY = "returned"  # of bars
_OPINIONS = "意见"  # the field whose text the journal holds


class ReturnedWork(PanelWork):
    """Fills the panel 审改稿 and does what is chosen there."""

    shown_wanted = Signal()

    def __init__(self, place: Workplace, panel: ReturnedPanel, marks: PlaceMarks, labels: EdgeLabels) -> None:
        super().__init__(place, panel)
        self._panel, self._marks, self._labels = panel, marks, labels
        self._pointing = False  # from a card to its place, so not back to a card
        self._anchors = ReturnedAnchors(self._editor, self._history)
        self.incoming = ReturnedFiles(place, self._anchors, self._decide)
        self.incoming.listed.connect(self._show_all)
        self.incoming.shown_wanted.connect(self.shown_wanted)
        panel.open_wanted.connect(self.open_file)
        panel.opinions_wanted.connect(self.add_opinions)
        panel.accept_wanted.connect(self.accept_rest)
        panel.chosen.connect(self._choose)
        panel.pointed.connect(self._point)
        panel.sifted.connect(self.refresh)
        panel.seen.connect(self._follow_panel)
        panel.cards.selectionModel().currentChanged.connect(self._show_labels)
        self._labels.chosen.connect(self._open_card)
        panel.left.connect(self._editor.setFocus)
        self._session.choices_changed.connect(self._follow)
        self._files.opened.connect(lambda _: self.start_afresh())
        self._files.finishing.connect(self._keep_places)
        self._files.returned_wanted.connect(self.take_in)

    @property
    def _decisions(self) -> Decisions:
        return self._session.choices.decisions

    def start_afresh(self) -> None:
        """Forget what was known of the text: another document is open."""
        self._anchors.begin()
        self._soon.start(0)

    def _keep_places(self) -> None:
        """Before it is saved, describe the places as they are; that is no step of undo, for nothing was decided."""
        if self._decisions.rounds or self._decisions.opinions:
            now = self._anchors.anchored(self._decisions)
            if now != self._decisions:
                self._session.choices = self._session.choices._replace(decisions=now)

    def _decide(self, decisions: Decisions, title: str, edits: Sequence[Edit] = ()) -> None:
        """Take edits and decisions as one step of undo, which leads back to the places as they are now."""
        self._keep_places()
        self._history.beginMacro(title)
        if edits:
            self._editor.apply(edits, title)
        self._deciding.decide(decisions, title)
        self._history.endMacro()
        self._anchors.forget()
        self._soon.start(0)

    # What came back

    def open_file(self) -> bool:
        """Ask for a file that came back, and list what it says."""
        return self.incoming.open_file()

    def take_in(self, path: Path) -> bool:
        """List what a file says. Tells whether it is listed."""
        return self.incoming.take_in(path)

    def _show_all(self) -> None:
        self._panel.choose("all")
        self.shown_wanted.emit()

    @property
    def has_rest(self) -> bool:
        """Whether any change is still open."""
        return any(accepting.open_changes(each) for each in self._decisions.rounds)

    def accept_rest(self) -> None:
        """Accept all changes that are still open, as one step of undo."""
        if not self.has_rest:
            return
        decisions, text = self._anchors.anchored(self._decisions), self._editor.text
        rounds, edits, lost = list(decisions.rounds), list[Edit](), 0
        for number, each in enumerate(rounds):
            decided = accepting.decide(each, accepting.open_changes(each), Verdict.ACCEPTED, text)
            if decided.edits and edits:
                break  # the next file's changes are decided on the text as this one's leave it
            rounds[number], lost = decided.round, lost + decided.lost
            edits += decided.edits
        self._decide(self._anchors.after(decisions, rounds, edits), "接受未处理的修订", edits)
        if lost:
            self._bars.show_message(f"有{lost}处的原文已不在或相互重叠，没有改动，仍列在“审改稿”一栏里。", key=_KEY)

    # Opinions

    def add_opinions(self) -> None:
        """Ask for opinions, one a line, and list them."""
        self._ask_opinions("添加意见")

    def add_criticisms(self) -> None:
        """Ask for what was said to the writer at the meeting, and keep it for the 整改清单."""
        self._ask_opinions("添加会上批评意见", AT_MEETING)

    def _ask_opinions(self, title: str, source: str = "") -> None:
        try:
            said = self._files.prompts.opinions(source, partial(self._hold_opinions, source))
        finally:
            self._session.let_go(_OPINIONS)
        given = opinions.parsed(said or "", source)
        if given:
            self._decide(_with_opinions(self._decisions, given), title)
            if source:
                self._panel.choose("opinion")
            self.shown_wanted.emit()

    def _hold_opinions(self, source: str, said: str) -> None:
        """Let the journal hold what is being typed, which may be the whole of a meeting."""
        if given := opinions.parsed(said, source):
            self._session.hold(_OPINIONS, lambda kept: kept._replace(decisions=_with_opinions(kept.decisions, given)))
        else:
            self._session.let_go(_OPINIONS)

    def show_opinions(self) -> None:
        """Let the opinions be seen."""
        self._panel.choose("opinion")
        self.shown_wanted.emit()

    # Showing

    def refresh(self) -> None:
        """Show how things stand."""
        if not self._panel.isVisible():
            return
        view = returned_view.of(
            self._decisions, self._analyser.material, self._editor.text, self._anchors, wanted=self._panel.wanted
        )
        self._panel.show_view(view)
        self._marks.show_marks(_KEY, (mark for card in view.cards for mark in self._marks_of(card.key)))
        self._show_labels()

    def _follow_panel(self, seen: bool) -> None:  # as the signal gives it
        """Mark the page while the panel is seen."""
        if seen:
            self._soon.start(0)
        else:
            self._marks.show_marks(_KEY)
            self._labels.show_labels()

    def _show_labels(self) -> None:
        """Say at the page's edge which line is spoken of in which card."""
        chosen, cards = self._panel.cards.selected(), self._panel.view.cards
        found = returned_places.labels(cards, self._decisions, self._anchors, self._editor.text)
        self._labels.show_labels(found if self._panel.isVisible() else (), chosen.key if chosen else "")

    def _open_card(self, key: str) -> None:
        self._panel.cards.select(key)
        self._point(key)

    # Choosing

    def _place(self, key: str) -> Span | None:
        return returned_places.place(key, self._decisions, self._anchors)

    def _point(self, key: str) -> None:
        """Show a card's place on the page; the keyboard stays in the list. An opinion leaves the caret where it is."""
        if key[:2] in ("c:", "r:") and (span := self._place(key)):
            self._pointing = True
            self._editor.go_to(*span)
            self._pointing = False

    def follow_caret(self, position: int) -> None:
        """Open the card of the place that was clicked on or gone to; of several the one that says it of the fewest words."""
        if self._pointing or not self._panel.isVisible() or self._editor.textCursor().hasSelection():
            return
        held = [(mark, card.key) for card in self._panel.view.cards for mark in self._marks_of(card.key)]
        around = [(mark.span, key) for mark, key in held if mark.span.start <= position <= mark.span.end]
        if around:
            self._panel.cards.select(min(around, key=lambda each: each[0].end - each[0].start)[1])

    def _marks_of(self, key: str) -> list[Mark]:
        return returned_places.marks(key, self._decisions, self._anchors, self._editor.text)

    def told_at(self, position: int) -> list[str]:
        """Say what came back about a place of the page, while that is marked there."""
        if not self._panel.isVisible():
            return []
        cards = [card for card in self._panel.view.cards if not card.heading]
        return [
            "，".join(filter(None, (card.label, card.signed))) + f"：{card.title}"
            for card in cards
            if any(mark.span.start <= position <= mark.span.end for mark in self._marks_of(card.key))
        ]

    def _choose(self, key: str, link: str) -> None:
        if key[:2] not in ("c:", "r:", "o:"):
            return
        if returned_cards.goes(link):
            if span := self._place(key):
                self._actions.go_to(*span)
        elif key.startswith("o:"):
            self._answer(int(key[2:]), link)
        else:
            at, number = map(int, key[2:].split(":"))
            if key.startswith("c:"):
                self._reply(at, number, returned_cards.reply_of(link))
            else:
                self._settle(at, number, returned_cards.verdict_of(link))

    def _reply(self, at: int, number: int, reply: Reply) -> None:
        decisions = self._anchors.anchored(self._decisions)
        round_ = decisions.rounds[at]
        comments = list(round_.comments)
        comments[number] = comments[number]._replace(reply=reply)
        rounds = list(decisions.rounds)
        rounds[at] = round_._replace(comments=tuple(comments))
        self._decide(decisions._replace(rounds=tuple(rounds)), f"批注{reply.label}")

    def _settle(self, at: int, number: int, verdict: Verdict) -> None:
        decisions = self._anchors.anchored(self._decisions)
        decided = accepting.decide(decisions.rounds[at], [number], verdict, self._editor.text)
        if decided.lost:
            self._bars.show_message(
                "这一处的原文已删去或已改动，未能自动接受。请照修订的内容在文中自行修改；改好后可点“拒绝”，只表示这一条不再提示，文中的文字不变。",
                key=_KEY,
            )
            return
        rounds = list(decisions.rounds)
        rounds[at] = decided.round
        title = "接受修订" if verdict is Verdict.ACCEPTED else "拒绝修订"
        self._decide(self._anchors.after(decisions, rounds, decided.edits), title, decided.edits)

    def _answer(self, number: int, link: str) -> None:
        decisions = self._anchors.anchored(self._decisions)
        given = list(decisions.opinions)
        one = given[number]
        if link == Deed.REMOVE.value:
            del given[number]
        elif source := returned_cards.source_of(link):
            given[number] = one._replace(source=source)
        else:
            answer = returned_cards.answer_of(link)
            given[number] = one._replace(
                answer=answer, anchor=_answering(answer, self._analyser.up_to_date(), self._editor.caret)
            )
        self._decide(decisions._replace(opinions=tuple(given)), "意见台账")


def _answering(answer: Answer, material: Material, caret: int) -> Anchor | None:
    """Describe the place that answers an opinion: the caret's paragraph; for a measure, one of the measures."""
    text = material.text
    if answer not in (Answer.WRITTEN, Answer.MEASURE):
        return None
    if answer is Answer.MEASURE:
        spans = [span for fact in material.parts if fact.part.kind is PartKind.MEASURE for span in fact.spans]
        if spans and not any(span.start <= caret <= span.end for span in spans):
            caret = spans[0].start
    start = text.rfind("\n", 0, caret) + 1
    end = text.find("\n", start)
    return Anchor.of(text, start, min(end if end >= 0 else len(text), start + 40))


def _with_opinions(decisions: Decisions, given: Sequence[Opinion]) -> Decisions:
    return decisions._replace(opinions=(*decisions.opinions, *given))
