"""What the writer does to the text from a panel: go there, fix, insert, move a section. Each is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from assistant.facts import insertion
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding
from assistant.language.punctuation import quoted
from assistant.review import mending, outline_rows, outline_values, progress
from assistant.review.mending import Mending
from assistant.review.outline_values import Row, RowState
from assistant.review.progress import Unfinished
from assistant.text import Edit, canonical
from assistant.ui.document.session import Session
from assistant.ui.page.analyser import Analyser
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import MessageBars


class Actions(QObject):
    """Carries out what was chosen, always on the text as it is now."""

    def __init__(self, editor: Editor, session: Session, analyser: Analyser, bars: MessageBars) -> None:
        super().__init__(editor)
        self._editor, self._session, self._analyser, self._bars = editor, session, analyser, bars
        self._visited: tuple[Finding | None, tuple[int, int]] = (None, (0, 0))

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

    def go_to_unfinished(self, what: Unfinished) -> None:
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
        elif row.state is RowState.EMPTY:
            self._editor.go_below(row.start)
            self._editor.setFocus()
        else:
            self.go_to(row.start, row.start)

    def move_row(self, row: Row, beside: Row, after: bool) -> None:
        """Put a section of the outline elsewhere, as one step of undo."""
        self._move(row.start, beside.start, row.title, after=after)

    def row_here(self) -> Row | None:
        """Give the row of the innermost section that the caret is in; None outside of all."""
        path = outline_values.around(outline_rows.rows(self._analyser.up_to_date()), self._editor.caret)
        return path[-1] if path else None

    def move_section_here(self, step: int) -> None:
        """Put the section that the caret is in before the one above it, or after the one below."""
        from assistant.review import moving

        row = self.row_here()
        beside = moving.neighbour(self._analyser.up_to_date().facts, row.start, step) if row else None
        if row and beside is not None:
            self._move(row.start, beside, row.title, after=step > 0)

    def _move(self, start: int, beside: int, title: str, *, after: bool) -> None:
        from assistant.review import moving

        text, session = self._editor.text, self._session
        try:
            decisions = session.choices.decisions
            now = moving.moved(text, start, beside, after=after, template=session.template, decisions=decisions)
        except moving.CannotMove as error:
            self._bars.show_message(f"{quoted(title)}没有移动。{error}", key="insert")
            return
        if now.text == text:
            return
        self._editor.replace_all(now.text, f"移动{quoted(title)}")
        self._editor.go_to(now.start)
        more = f"，前后所写的数字也改了{now.claims}处" if now.claims else ""
        self._bars.show_message(f"{quoted(title)}连同内容已移动，序号已重排{more}，可撤销。", key="insert")

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
                message = f"文中还没有{quoted(fact.part.short)}，光标已移到应写的位置。"
                self._bars.show_message(message, [("插入标题", partial(self.insert, fact))], key="insert")
                return

    def insert(self, fact: PartFact) -> None:
        """Insert a missing part's heading and put the caret behind it."""
        material = self._analyser.up_to_date()
        for facts in material.facts.materials:
            wanted = facts.part(fact.part.id)
            edits = insertion.edits(material.facts, facts, wanted) if wanted else None
            if edits:
                self._editor.apply(edits, f"插入{quoted(fact.part.short)}")
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
            self._bars.show_message(progress.NO_FINDINGS, key="next")
            return None
        self._bars.clear("next")
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
