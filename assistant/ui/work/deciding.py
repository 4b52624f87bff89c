"""What the writer decides about findings, questions and parts: ignore, note, answered elsewhere. Each is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from assistant.decisions import Decisions, Stage
from assistant.files.draft import Reference
from assistant.finding import Finding
from assistant.language.punctuation import quoted
from assistant.review import setting_aside
from assistant.review.setting_aside import Entry, Way
from assistant.rules.registry import named
from assistant.ui.document.history import ChoiceCommand, Choices
from assistant.ui.document.session import Session
from assistant.ui.page.analyser import Analyser
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import MessageBars

_NOTE = "记一笔"  # the field whose text the journal holds


class Deciding(QObject):
    """Changes what is kept beside the text: decisions, template, earlier materials."""

    def __init__(
        self, editor: Editor, session: Session, analyser: Analyser, *, history: QUndoStack, bars: MessageBars
    ) -> None:
        super().__init__(editor)
        self._editor, self._session, self._analyser = editor, session, analyser
        self._history, self._bars = history, bars
        self._off = ""  # the check that was switched off last, as long as a bar says so
        self._followed = session.choices.template  # the template when last looked
        session.choices_changed.connect(self._follow_decisions)

    def ignore(self, finding: Finding) -> None:
        """Ignore one finding, here and only here, if it is still there."""
        self.set_aside(Way.HERE, finding, (finding,))

    def set_aside(self, way: Way, finding: Finding, alike: Sequence[Finding]) -> None:
        """Set a finding aside in one of the ways, if it is still there; `alike` are its repeats, itself among them."""
        if finding in self._analyser.up_to_date().findings:
            decisions, listed = self._session.choices.decisions, len(self._analyser.material.findings)
            self.decide(setting_aside.set_aside(decisions, way, finding, alike, self._editor.text), way.label)
            if way is Way.RULE:
                self._tell_off(finding.rule, listed - len(self._analyser.up_to_date().findings))

    def _tell_off(self, rule: str, fewer: int) -> None:
        """Say what switching off a check has taken from sight, and offer the way back."""
        step = self._history.index()

        def take_back() -> None:
            if self._history.index() == step:
                self._history.undo()
            else:
                self.switch_rule(rule, on=True)

        self._off = rule
        message = f"本材料不再检查{quoted(setting_aside.title_of(rule))}，少提示{fewer}处。"
        self._bars.show_message(message, [("撤销", take_back)], key="aside")

    def _follow_decisions(self) -> None:
        self._bars.clear("next")  # there may be something to be seen now
        if self._session.choices.template != self._followed:
            self._followed = self._session.choices.template
            self._bars.clear("exchange")  # what was said of the template before
        off = named(self._off)
        if off and off.is_on(self._session.choices.decisions):
            self._off = ""
            self._bars.clear("aside")

    def take_back(self, entry: Entry) -> None:
        """Take back one thing that was set aside."""
        self.decide(setting_aside.taken_back(self._session.choices.decisions, entry), f"重新提示{quoted(entry.title)}")

    def switch_rule(self, rule: str, *, on: bool) -> None:
        """Switch a check on or off in this material."""
        if known := named(rule):
            decisions = known.switched(self._session.choices.decisions, on=on)
            self.decide(decisions, "检查这一项" if on else Way.RULE.label)

    @property
    def stage(self) -> Stage:
        return self._session.choices.decisions.stage

    def set_stage(self, stage: Stage) -> None:
        """Say how far the material is, and go on writing: the keys must not stay with the button that was clicked."""
        self._editor.setFocus()
        decisions = self._session.choices.decisions
        self._bars.clear("stage")
        self.decide(decisions._replace(stage=stage), f"按{stage.label}阶段检查")

    def answer_elsewhere(self, part: str) -> None:
        """Take a part as answered elsewhere."""
        decisions = self._session.choices.decisions
        self.decide(decisions._replace(answered={**decisions.answered, part: "已在别处说明"}), "已在别处说明")

    def mark_not_applicable(self, key: str) -> None:
        """Mark a question 不适用, or take the mark back."""
        decisions = self._session.choices.decisions
        self.decide(decisions._replace(not_applicable=decisions.not_applicable ^ {key}), "不适用")

    def hold_note(self, key: str, note: str) -> None:
        """Let the journal hold a note as it stands in its box, key by key; it is one step of undo once it is kept."""
        if self._session.choices.decisions.notes.get(key, "") == note:
            self._session.let_go(_NOTE)
        else:
            self._session.hold(_NOTE, lambda draft: draft._replace(decisions=_with_note(draft.decisions, key, note)))

    def write_note(self, key: str, note: str) -> None:
        """Keep a private note to a question; an empty one is taken away."""
        self._session.let_go(_NOTE)
        self.decide(_with_note(self._session.choices.decisions, key, note), "记一笔")

    def take_all_back(self) -> None:
        """Take back all that was set aside, said to be elsewhere, or marked 不适用."""
        self.decide(setting_aside.all_taken_back(self._session.choices.decisions), "全部重新提示")

    def choose_references(self, references: tuple[Reference, ...], title: str) -> None:
        """Hold the draft against other earlier materials."""
        if references != self._session.choices.references:
            self.choose(self._session.choices._replace(references=references), title)

    def decide(self, decisions: Decisions, title: str) -> None:
        """Take other decisions, as one step of undo; the same as before are none."""
        if decisions != self._session.choices.decisions:
            self.choose(self._session.choices._replace(decisions=decisions), title)

    def choose(self, after: Choices, title: str) -> None:
        """Take another choice of decisions, template or earlier materials, as one step of undo."""
        before = self._session.choices
        self._history.push(ChoiceCommand(before, after, self._session.show_choices, title))


def _with_note(decisions: Decisions, key: str, note: str) -> Decisions:
    notes = {name: text for name, text in {**decisions.notes, key: note}.items() if text}
    return decisions._replace(notes=notes)
