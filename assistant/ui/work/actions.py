"""What the writer does about findings, questions and missing parts: fix, ignore, note, insert. Each is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from assistant.decisions import Decisions, Stage
from assistant.facts import insertion
from assistant.facts.facts import PartFact
from assistant.files import template_shelf
from assistant.files.draft import Reference, TemplateChoice
from assistant.files.template_shelf import OwnFile
from assistant.finding import Finding
from assistant.review import exchange, mending, moving, setting_aside
from assistant.review.exchange import Exchange
from assistant.review.mending import Mending
from assistant.review.progress import Open, Row, RowState
from assistant.review.setting_aside import Entry, Way
from assistant.strict_toml import DataError
from assistant.templates.template import Template
from assistant.text import Edit, canonical
from assistant.ui.document.history import ChoiceCommand, Choices
from assistant.ui.document.session import Session
from assistant.ui.page.analyser import Analyser
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import Choice, MessageBars

if TYPE_CHECKING:  # dialogs are loaded when something is first asked
    from assistant.ui.work.prompts import Prompts

_EXCHANGE = "更换本次要求"


class Actions(QObject):
    """Carries out what was chosen, always on the text as it is now."""

    def __init__(
        self,
        editor: Editor,
        session: Session,
        analyser: Analyser,
        *,
        history: QUndoStack,
        bars: MessageBars,
        prompts: Prompts,
    ) -> None:
        super().__init__(editor)
        self._editor, self._session, self._analyser = editor, session, analyser
        self._history, self._bars, self._prompts = history, bars, prompts
        self._off = ""  # the check that was switched off last, as long as a bar says so
        session.choices_changed.connect(self._follow_decisions)
        self._visited: tuple[Finding | None, tuple[int, int]] = (None, (0, 0))

    # Text

    def go_to(self, start: int, end: int) -> None:
        """Go to a place on the page and stay there with the keyboard; where nothing is written yet, below the heading."""
        self._show(start, end)
        self._editor.setFocus()

    def _show(self, start: int, end: int) -> None:
        if self._editor.awaits_text(start) and "\n" not in self._editor.text[start:end].rstrip("\n"):
            self._editor.go_below(start)
        else:
            self._editor.go_to(start, end)

    def go_to_finding(self, finding: Finding) -> None:
        """Go to a finding and stay there with the keyboard."""
        self.show_finding(finding)
        self._editor.setFocus()

    def show_finding(self, finding: Finding) -> None:
        """Bring a finding into view. What is typed then may take its place, but never that of a heading.

        What is missing has no text of its own, so the caret waits at its place; of a heading, below it. F7 goes on
        from here.
        """
        start, end = finding.span
        if start == end:
            self._editor.go_between(start)
        elif self._editor.awaits_text(start) or not self._is_heading(finding):
            self._show(start, end)
        else:
            past = self._editor.text.find("\n", start)
            self._editor.go_between(past if past >= 0 else len(self._editor.text))
        self._visited = (finding, self._editor.selected)

    def _is_heading(self, finding: Finding) -> bool:
        sections = self._analyser.up_to_date().facts.outline.walk()
        return any(each.leading and finding.span.start <= each.start < finding.span.end for each in sections)

    def go_to_open(self, what: Open) -> None:
        """Go to one of the things still to do."""
        if what.missing:
            self.go_between(what.start)
        else:
            self.go_to(what.start, what.start)

    def go_between(self, place: int) -> None:
        """Be ready to write at a place between two paragraphs."""
        self._editor.go_between(place)
        self._editor.setFocus()

    def go_to_row(self, row: Row) -> None:
        """Go to a row of the outline; insert a missing part."""
        material = self._analyser.up_to_date()
        fact = material.part(row.part) if row.part else None
        if row.missing and fact:
            self.insert(fact)
        elif row.mark is RowState.EMPTY:
            self._editor.go_below(row.start)
            self._editor.setFocus()
        else:
            self.go_to(row.start, row.start)

    def move_row(self, row: Row, beside: Row, after: bool) -> None:
        """Put a section of the outline elsewhere, as one step of undo."""
        self._move(row.start, beside.start, row.title, after=after)

    def move_section(self, row: Row | None, step: int) -> None:
        """Put a section before the one above it, or after the one below."""
        beside = moving.neighbour(self._analyser.up_to_date().facts, row.start, step) if row else None
        if row and beside is not None:
            self._move(row.start, beside, row.title, after=step > 0)

    def _move(self, start: int, beside: int, title: str, *, after: bool) -> None:
        text, session = self._editor.text, self._session
        try:
            decisions = session.choices.decisions
            now = moving.moved(text, start, beside, after=after, template=session.template, decisions=decisions)
        except moving.CannotMove as error:
            self._bars.show_message(f"“{title}”没有移动。{error}", key="insert")
            return
        if now.text == text:
            return
        self._editor.replace_all(now.text, f"移动“{title}”")
        self._editor.go_to(now.start)
        more = f"，前后的数字改了{now.claims}处" if now.claims else ""
        self._bars.show_message(f"“{title}”连同内容已移动，序号重排{more}，可撤销。", key="insert")

    def go_where_missing(self, part: str) -> None:
        """Go to where a part is answered inside other text, or where it belongs and can be inserted."""
        material = self._analyser.up_to_date()
        for facts in material.facts.materials:
            fact = facts.part(part)
            if fact and fact.spans:
                self.go_to(*fact.spans[0])
                return
            if fact:
                self.go_between(insertion.place(facts, fact))
                told = f"文中还没有“{fact.part.short}”，光标已移到应写的位置。"
                self._bars.show_message(told, [("插入标题", partial(self.insert, fact))], key="insert")
                return

    def insert(self, fact: PartFact) -> None:
        """Insert a missing part's heading and put the caret behind it."""
        material = self._analyser.up_to_date()
        for facts in material.facts.materials:
            wanted = facts.part(fact.part.id)
            edits = insertion.edits(material.facts, facts, wanted) if wanted else None
            if edits:
                self._editor.apply(edits, f"插入“{fact.part.short}”")
                place = edits[0].start + len(edits[0].replacement.rstrip("\n"))
                self.go_to(place, place)
                return
        self._bars.show_message("前后的内容连在一段里，请在合适的地方自行插入标题。", key="insert")

    def findings_at(self, position: int) -> list[Finding]:
        """List the findings whose text holds a position, those of places left out."""
        found = self._analyser.up_to_date().findings
        return [f for f in found if f.span.start <= position <= f.span.end and f.span.start < f.span.end]

    def next_finding(self, step: int = 1) -> Finding | None:
        """Go to the next place worth a look, or with -1 to the one before, round and round."""
        findings = sorted(self._analyser.up_to_date().findings, key=lambda finding: finding.span)
        if not findings:
            self._bars.show_message("目前没有要看的地方。", key="next")
            return None
        here, (last, left_at) = self._editor.selected, self._visited
        if last in findings and here == left_at:  # several may lie at one place
            chosen = findings[(findings.index(last) + step) % len(findings)]
        elif step > 0:
            chosen = next((finding for finding in findings if finding.span > here), findings[0])
        else:
            chosen = next((finding for finding in reversed(findings) if finding.span < here), findings[-1])
        self.go_to_finding(chosen)
        return chosen

    def fix(self, finding: Finding) -> None:
        """Carry out a finding's fix, if it is still there."""
        if finding.fix and finding in self._analyser.up_to_date().findings:
            self._editor.apply(finding.fix.edits, finding.fix.title)

    def fix_here(self) -> None:
        """Mend what is at the caret; a missing part, if F7 has just led to its place."""
        last, left_at = self._visited
        led_here = [last] if last in self._analyser.up_to_date().findings and self._editor.selected == left_at else []
        for finding in (*led_here, *self.findings_at(self._editor.caret)):
            if finding and finding.fix:
                self.fix(finding)
                return

    def fix_all(self, alike: Sequence[Finding]) -> None:
        """Mend several findings alike as one step, those that are still there; none of them changes the sense."""
        wanted = set(alike)
        self.mend(mending.plan(self._editor.text, lambda text: [f for f in self._findings(text) if f in wanted]))

    def mendings(self) -> tuple[Mending, ...]:
        """List all changes of 全部改正 beforehand."""
        return mending.plan(self._editor.text, self._findings)

    def _findings(self, text: str) -> Sequence[Finding]:
        if text == self._editor.text:
            return self._analyser.up_to_date().findings
        return self._analyser.look_at(text).findings

    def mend(self, mendings: Sequence[Mending]) -> None:
        """Carry out changes as one step; the caret stays by the letters where it was."""
        edits = sorted(edit for each in mendings for edit in each.edits)
        caret = self._editor.caret
        moved = sum(len(edit.replacement) - (edit.end - edit.start) for edit in edits if edit.end <= caret)
        if edits:
            self._editor.apply(edits, f"改正{len(mendings)}处")
            self._editor.go_to(caret + moved)

    # Decisions

    def ignore(self, finding: Finding) -> None:
        """Ignore one finding, here and only here, if it is still there."""
        self.set_aside(Way.HERE, finding, (finding,))

    def set_aside(self, way: Way, finding: Finding, alike: Sequence[Finding]) -> None:
        """Set a finding aside in one of the ways, if it is still there; `alike` are its repeats, itself among them."""
        if finding in self._analyser.up_to_date().findings:
            decisions, listed = self._session.choices.decisions, len(self._analyser.material.findings)
            self._decide(setting_aside.set_aside(decisions, way, finding, alike, self._editor.text), way.label)
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
        told = f"本材料不再检查“{setting_aside.title_of(rule)}”，少提示{fewer}处。"
        self._bars.show_message(told, [("撤销", take_back)], key="aside")

    def _follow_decisions(self) -> None:
        if self._off and self._off not in self._session.choices.decisions.rules_off:
            self._off = ""
            self._bars.clear("aside")

    def take_back(self, entry: Entry) -> None:
        """Take back one thing that was set aside."""
        self._decide(setting_aside.taken_back(self._session.choices.decisions, entry), f"重新提示“{entry.title}”")

    def switch_rule(self, rule: str, *, on: bool) -> None:
        """Switch a check on or off in this material."""
        decisions = self._session.choices.decisions
        off = decisions.rules_off - {rule} if on else decisions.rules_off | {rule}
        if off != decisions.rules_off:
            self._decide(decisions._replace(rules_off=off), "重新检查这一项" if on else Way.RULE.label)

    @property
    def stage(self) -> Stage:
        return self._session.choices.decisions.stage

    def set_stage(self, stage: Stage) -> None:
        """Say how far the material is, and go on writing: the keys must not stay with the button that was clicked."""
        self._editor.setFocus()
        decisions = self._session.choices.decisions
        self._bars.clear("stage")
        if stage is not decisions.stage:
            self._decide(decisions._replace(stage=stage), f"按{stage.label}阶段检查")

    def choose_links(self, decisions: Decisions, title: str) -> None:
        """Keep what the writer says belongs together, if that is something else than before."""
        if decisions != self._session.choices.decisions:
            self._decide(decisions, title)

    def answer_elsewhere(self, part: str) -> None:
        """Take a part as answered elsewhere."""
        decisions = self._session.choices.decisions
        self._decide(decisions._replace(answered={**decisions.answered, part: "已在别处说明"}), "已在别处说明")

    def mark_not_applicable(self, key: str) -> None:
        """Mark a question 不适用, or take the mark back."""
        decisions = self._session.choices.decisions
        self._decide(decisions._replace(not_applicable=decisions.not_applicable ^ {key}), "不适用")

    def write_note(self, key: str, note: str) -> None:
        """Keep a private note to a question; an empty one is taken away."""
        decisions = self._session.choices.decisions
        notes = {name: text for name, text in {**decisions.notes, key: note}.items() if text}
        self._decide(decisions._replace(notes=notes), "记一笔")

    def insert_note(self, part: str, note: str) -> None:
        """Let a note stand in the text: below the caret's paragraph if that is in its part, else at the part's end."""
        fact = self._analyser.up_to_date().part(part)
        sections = fact.answer.sections if fact else ()
        if not sections:
            self.go_where_missing(part)
            return
        text, caret = self._editor.text, self._editor.caret
        here = next((each for each in sections if each.heading_end < caret < each.end), None)
        if here:
            place = text.find("\n", caret) if "\n" in text[caret:] else len(text)
        else:
            last = sections[-1]
            place = last.start + len(text[last.start : last.end].rstrip())
        written = canonical(note)
        self._editor.apply([Edit(place, place, f"\n{written}")], "随记写进正文")
        self.go_to(place + 1, place + 1 + len(written))

    def take_all_back(self) -> None:
        """Take back all that was set aside, said to be elsewhere, or marked 不适用."""
        decisions = self._session.choices.decisions
        cleared = setting_aside.all_taken_back(decisions)
        if cleared != decisions:
            self._decide(cleared, "全部重新提示")

    # Template

    def exchange_template(self, own: OwnFile | None = None, notice: str = "") -> bool:
        """Ask for another template, or take one from a notice, and put it in the place of this one.

        `own` are those proposed. False where none were chosen.
        """
        new_material = self._prompts.other_template(self._session.template, own, notice)
        if new_material:
            self.follow(new_material.template, new_material.choice)
        return new_material is not None

    def follow(self, template: Template, choice: TemplateChoice) -> None:
        """Put another template in the place of this one, with the headings it asks for, as one step of undo."""
        former, text, caret = self._session.template, self._editor.text, self._editor.caret
        decisions = self._session.choices.decisions
        planned = exchange.plan(text, former, template, decisions)
        carried = exchange.carried(decisions, former, template)
        after = self._session.choices._replace(decisions=carried, template=choice)
        self._history.beginMacro(_EXCHANGE)
        self._choose(after, _EXCHANGE)
        self._editor.replace_all(planned.text, _EXCHANGE)
        self._history.endMacro()
        self._go_back_to(text, caret)
        self._bars.clear("read")
        self._tell_exchanged(planned, former, template, choice)

    def correct_template(self) -> None:
        """Show the template that the draft carries; once it is corrected, the draft follows it."""
        choice = self._session.choices.template
        if choice is None:
            choices = [("选定…", self.exchange_template)]
            self._bars.show_message("这份材料还没有选定本次要求。", choices, key="exchange")
            return
        try:
            file, former = template_shelf.to_correct(choice)
        except DataError as error:
            self._bars.show_message(f"未能打开草稿里的本次要求。{error}", key="exchange")
            return
        kept = self._prompts.corrected(file, former)
        if kept:
            self._follow_corrected(choice, kept)

    def show_templates(self) -> None:
        """Show all templates; where that of the open draft is corrected there, offer to follow it."""
        choice = self._session.choices.template
        known = {own.path for own in template_shelf.own_files() if choice and own.source == choice.source}
        self._prompts.templates()
        now = next((own for own in template_shelf.own_files() if own.path in known and own.templates), None)
        if choice and now and now.source != choice.source:
            update = partial(self._follow_corrected, choice, now)
            told = "正在写的材料用的是这份要求，是否一并更新？写过的不动。"
            self._bars.show_message(told, [("一并更新", update)], key="exchange")

    def _follow_corrected(self, choice: TemplateChoice, kept: OwnFile) -> None:
        subject = self._session.template.subject if self._session.template else kept.templates[0].subject
        after = template_shelf.in_place_of(choice, kept, subject)
        template = template_shelf.chosen(after)
        if template:
            self.follow(template, after)

    def _go_back_to(self, former: str, caret: int) -> None:
        """Bring the caret back to the paragraph where it was, if that is still there."""
        start = former.rfind("\n", 0, caret) + 1
        paragraph = former[start:].partition("\n")[0]
        place = self._editor.text.find(paragraph) if paragraph else -1
        self._editor.go_to(place + caret - start if place >= 0 else caret)

    def _tell_exchanged(
        self, planned: Exchange, former: Template | None, template: Template, choice: TemplateChoice
    ) -> None:
        name = template.label.partition(" · ")[0]
        counts = ((planned.aspects, "个方面"), (planned.parts, "个部分"))
        new = "、".join(f"{count}{unit}" for count, unit in counts if count)
        done = [f"新列{new}"] if new else []
        done += [f"删去{planned.removed}个没有写的旧标题"] if planned.removed else []
        told = f"：{'，'.join(done)}；写过的都在。" if done else "，写过的都在。"
        choices: list[Choice] = []
        if former and exchange.rewordings(self._analyser.up_to_date().facts, former):
            label = "各方面标题改用通知的提法" if choice.source else "各方面标题改用新的提法"
            choices.append((label, lambda: self._reword(former, label)))
        self._bars.show_message(f"已换成“{name}”{told}可撤销。", choices, key="exchange")

    def _reword(self, former: Template, title: str) -> None:
        self._editor.apply(exchange.rewordings(self._analyser.up_to_date().facts, former), title)

    def choose_references(self, references: tuple[Reference, ...], title: str) -> None:
        """Hold the draft against other earlier materials."""
        if references != self._session.choices.references:
            self._choose(self._session.choices._replace(references=references), title)

    def decide(self, decisions: Decisions, title: str) -> None:
        """Take other decisions, as one step of undo."""
        self._decide(decisions, title)

    def _decide(self, decisions: Decisions, title: str) -> None:
        self._choose(self._session.choices._replace(decisions=decisions), title)

    def _choose(self, after: Choices, title: str) -> None:
        before = self._session.choices
        self._history.push(ChoiceCommand(before, after, self._session.show_choices, title))
