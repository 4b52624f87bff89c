"""What is done with the writer's earlier materials: following the caret in them, going through last year's problems.
Which files they are is `beside_files`' business, what of them still stands as it was `untouched_work`'.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.facts.last_year import answering, previous_section, unsaid_rows
from assistant.facts.last_year.answering import Answered
from assistant.facts.last_year.previous_section import TO_FILL
from assistant.files import disk, trouble
from assistant.files.draft import LIST, MATERIAL
from assistant.files.trouble import Unwritable, not_done
from assistant.review import beside, outline_rows, outline_values
from assistant.review.beside import Beside, Passage
from assistant.review.material import Material
from assistant.text import Span
from assistant.ui.page.place_marks import Kind, Mark, PlaceMarks
from assistant.ui.panels.answer_list import AnswerRow
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.panels.last_year_panel import LastYearPanel, LastYearView
from assistant.ui.work.panel_work import PanelWork
from assistant.ui.work.untouched_work import UntouchedSentences
from assistant.ui.work.workplace import Workplace

# What stands before what this year's text says of a row, or in its place
_TOLD_FIRST = {Answered.NO: "“上年度整改”里未见写到", Answered.YES: "文中：", Answered.UNFINISHED: "文中："}
_TO_FILL = "已列出，【完成情况】待填"
_OPEN = "已列出，还有待填处"
_LISTED = "清单里写的完成情况："
_KEY = "beside"  # of bars


class LastYearWork(PanelWork):
    """Fills the panel 去年 and does what is chosen there."""

    def __init__(self, place: Workplace, panel: LastYearPanel, marks: PlaceMarks) -> None:
        super().__init__(place, panel)
        self._panel, self._marks = panel, marks
        self.untouched = UntouchedSentences(place)
        self._beside: Beside | None = None
        self._part: str | None = None
        self._row: int | None = None  # whose words of last year are shown
        self._whole = False
        self._connect()

    def _connect(self) -> None:
        panel = self._panel
        panel.seen.connect(self._note_seen)
        panel.run_chosen.connect(lambda run: self._actions.go_to(*run.here))
        panel.rows.row_chosen.connect(self._show_row)
        panel.rows.row_entered.connect(self._go_to_row)
        panel.rows.original_wanted.connect(self._show_original)
        panel.whole_wanted.connect(self._choose_whole)
        panel.rows.fill_wanted.connect(self.fill_in)
        panel.rows.next_unfilled_wanted.connect(self.go_to_unfilled)
        panel.kept_wanted.connect(self.untouched.list)
        panel.rows.table_wanted.connect(self.export_table)
        panel.left.connect(self._editor.setFocus)
        self._files.opened.connect(lambda _: self.start_afresh())

    @property
    def wanted(self) -> bool:
        """Whether anybody sees what would be shown, in the panel or in the list of 去年原句."""
        return super().wanted or self.untouched.is_listed

    # Following the text

    def start_afresh(self) -> None:
        """Forget what was known of the text: another document is open."""
        self._part, self._row = None, None
        self._soon.start(0)

    def follow_caret(self, position: int) -> None:
        """Show what answers the section that the caret is in."""
        if not self._panel.isVisible() or self._analyser.material.text != self._editor.text:
            return
        if self._part_at(self._analyser.material, position) != self._part:
            self._row = None
            self._soon.start(0)

    def _part_at(self, material: Material, position: int) -> str | None:
        path = outline_values.around(outline_rows.rows(material), position)
        return next((row.part for row in reversed(path) if row.part), None)

    def _note_seen(self, seen: bool) -> None:
        if seen:
            self._soon.start(0)
        else:
            self._marks.show_marks(_KEY)

    def refresh(self) -> None:
        """Show how the text stands beside last year's now."""
        material = self._analyser.material
        if material.text != self._editor.text:
            return  # the next analysis is coming
        kept = beside.untouched(material)
        self.untouched.show(material, kept)
        if not self._panel.isVisible():
            return
        self._beside = found = beside.of(material, self._editor.caret)
        self._part = self._part_at(material, self._editor.caret)
        self._panel.show_view(self._view(material, found, len(kept)))
        copied: Iterable[Span] = (run.here for run in found.copied.whole.runs) if found else ()
        stale = (each.span for sentence in kept for each in sentence.stale)
        marks = [*(Mark(span, Kind.COPIED) for span in copied), *(Mark(span, Kind.STALE) for span in stale)]
        self._marks.show_marks(_KEY, marks)

    def _view(self, material: Material, found: Beside | None, kept: int) -> LastYearView:
        own = self._session.choices.references
        names = tuple((each.id, each.name) for each in own if each.kind == MATERIAL)
        listed = next(((each.id, each.name) for each in own if each.kind == LIST), None)
        missing = tuple((each.id, each.name) for each in self._session.held.missing)
        if found is None:
            return LastYearView(names, listed, missing)
        section, passages = self._passages(material, found)
        unsaid = len(unsaid_rows.of(found.answers)) + len(unsaid_rows.told_by_list(material.text, found.answers))
        return LastYearView(
            names,
            listed,
            missing,
            told=_told(found, self._part) if found.last.text else "",
            section=section,
            text=found.last.text,
            passages=passages,
            runs=found.copied.whole.runs,
            rows=tuple(_row(material.text, each) for each in found.answers),
            unsaid=unsaid,
            unfilled=material.text.count(TO_FILL),
            kept=kept,
        )

    def _passages(self, material: Material, found: Beside) -> tuple[str, tuple[Passage, ...]]:
        """Choose what of last year's text is shown, and say what it is."""
        last, template = found.last, material.template
        if self._row is not None and self._row < len(found.answers):
            row = found.answers[self._row].row
            spans = [each for each in (row.problem_span, *row.measure_spans) if each]
            if spans:
                return "去年的问题和措施", tuple(Passage(span) for span in spans)
        if self._whole or template is None:
            return "去年全文", (Passage(Span(0, len(last.text))),)
        passages = beside.passages(last, template, self._part) if self._part else ()
        return ("去年对应的一节" if passages else "去年没有对应的一节"), passages

    # The rows

    def _show_row(self, number: int) -> None:
        """Show on the page what this year's text says of a row; the keyboard stays in the list."""
        answer = self._answer(number)
        if answer and answer.span:
            self._editor.go_to(*answer.span)
        self._row = None
        self._soon.start(0)

    def _go_to_row(self, number: int) -> None:
        answer = self._answer(number)
        if answer and answer.span:
            self._actions.go_to(*answer.span)
        elif answer:
            self._bars.show_message("“上年度整改”里还没有写到这一条，可点“带入未写的”补一段。", key=_KEY)

    def _answer(self, number: int) -> answering.Answer | None:
        answers = self._beside.answers if self._beside else ()
        return answers[number] if 0 <= number < len(answers) else None

    def _show_original(self, number: int) -> None:
        answer = self._answer(number)
        if answer and not (answer.row.problem_span or answer.row.measure_spans):
            self._bars.show_message("这一条出自整改清单，去年的材料里没有单列。", key=_KEY)
            return
        self._row = number
        self.refresh()

    def _choose_whole(self, on: bool) -> None:
        self._whole, self._row = on, None
        self.refresh()

    def fill_in(self) -> None:
        """Add a paragraph for each row of which nothing is said yet, and what the 整改清单 says was done, as one step of undo; go to the first to be filled."""
        material = self._analyser.up_to_date()
        found = beside.of(material, self._editor.caret)
        answers = found.answers if found else ()
        rows, listed = unsaid_rows.of(answers), unsaid_rows.told_by_list(material.text, answers)
        edits = unsaid_rows.edits(material.facts, found.facts, rows) if found else ()
        edits += unsaid_rows.filling(material.text, answers)
        if not edits:
            none = (
                "没有需要带入的问题和措施。" if found else "还没有添加去年的材料或整改清单，没有需要带入的问题和措施。"
            )
            message = "今年没有要求写上年度整改，或者前后的内容连在一段里。请自行插入标题后再带入。" if rows else none
            self._bars.show_message(message, key=_KEY)
            return
        self._editor.apply(edits, "带入去年的问题和措施")
        if not self.go_to_unfilled(edits[0].start):
            self._actions.go_to(edits[0].start, edits[0].start + len(edits[0].replacement))
        if told := previous_section.told([*rows, *(each.row for each in listed)]):
            self._bars.show_message(told, key=_KEY)

    def go_to_unfilled(self, position: int | None = None) -> bool:
        """Select the next 【完成情况】, from the caret or a place on, round and round; tell whether there is one."""
        text = self._editor.text
        start = self._editor.selected[1] if position is None else position
        at = text.find(TO_FILL, start)
        at = at if at >= 0 else text.find(TO_FILL)
        if at >= 0:
            self._actions.go_to(at, at + len(TO_FILL))
        return at >= 0

    def export_table(self) -> None:
        """Write the rows as a table for the office."""
        from assistant.files.writers import rectification_table

        material = self._analyser.up_to_date()
        found = beside.of(material, self._editor.caret)
        if found is None or not found.answers:
            self._bars.show_message("还没有添加去年的材料或整改清单，没有可导出的内容。", key=_KEY)
            return
        near = self._session.path or self._session.source
        folder = disk.nearest_folder(near.parent) if near else self._files.suggested("").parent
        kinds = {".docx": "Word文档", ".xlsx": "Excel表格"}
        suggested = folder / "上年度整改落实情况.docx"
        path = self._files.prompts.file_for_result("导出上年度整改落实情况表", suggested, kinds)
        if path is None:
            return
        try:
            table = answering.table(found.answers, material.text)
            form = rectification_table.form_of(path, table.columns)
            if self._session.is_source(path):
                raise trouble.is_original()
            disk.replace_file(path, form("上年度整改落实情况", table.rows))
        except Unwritable as error:
            again: list[Choice] = [("换个位置导出…", self.export_table)]
            self._bars.show_message(not_done(error, "导出"), again, key=_KEY, lasts=Lasts.DOCUMENT)
            return
        message = f"已导出“{path.name}”。“佐证”一列没有填写，请按本单位要求补填。"
        self._bars.show_message(message, key=_KEY)


def _told(found: Beside, part: str | None) -> str:
    """Say what the section and the whole have in common with last year's."""
    here = found.shared(part)
    section = f"本节{here.told}，" if here and here.length else ""
    return f"{section}全文{found.copied.whole.told}"


def _row(text: str, answer: answering.Answer) -> AnswerRow:
    title = answer.row.problem or answer.row.measures[0]
    listed_only = answer.state is Answered.NO and answer.row.done not in (answer.span.of(text) if answer.span else "")
    if answer.row.done and listed_only:
        return AnswerRow(title, answer.state, f"{_LISTED}{answer.row.done}")
    if answer.state is Answered.NO:
        listed = _TO_FILL if answer.span and TO_FILL in answer.span.of(text) else _OPEN
        return AnswerRow(title, answer.state, listed if answer.span else _TOLD_FIRST[answer.state])
    return AnswerRow(title, answer.state, _TOLD_FIRST[answer.state] + beside.said(text, answer))
