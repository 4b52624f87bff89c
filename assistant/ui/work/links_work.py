"""问题—原因—措施: keeps the table beside the text, goes where it points, keeps what the writer corrects in it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.items import Item, ItemKind
from assistant.files import disk, naming, trouble
from assistant.files.trouble import Unwritable, not_done
from assistant.review import correspondence, rectification_list
from assistant.review.correspondence import MEASURE, Correspondence
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.panels.links_panel import LinksPanel
from assistant.ui.work.panel_work import PanelWork
from assistant.ui.work.workplace import Workplace

_TITLE = "更正对应关系"  # a step of undo
_KEY = "correspondence"  # of bars


class LinksWork(PanelWork):
    """Fills the panel and does what is chosen there."""

    def __init__(self, place: Workplace, panel: LinksPanel) -> None:
        super().__init__(place, panel)
        self._panel = panel
        self._found: Correspondence | None = None
        panel.seen.connect(lambda seen: self._soon.start(0) if seen else None)
        panel.item_pointed.connect(self._show)
        panel.item_entered.connect(lambda item: self._actions.go_to(item.heading_span[1], item.heading_span[1]))
        panel.chosen.connect(self.choose)
        panel.joined.connect(self._join)
        panel.write_wanted.connect(self._write)
        panel.automatic_wanted.connect(self.take_all_back)
        panel.table_wanted.connect(self.export_table)
        panel.left.connect(self._editor.setFocus)

    def follow_caret(self, position: int) -> None:
        """Choose the line of what the caret is in."""
        if self._panel.isVisible() and self._analyser.material.text == self._editor.text and not self.busy:
            self._panel.follow(position)

    def refresh(self) -> None:
        """Show what belongs together in the text now."""
        material = self._analyser.material
        if material.text == self._editor.text and self._panel.isVisible():  # else the next analysis is coming
            self._found = correspondence.of(material, self._editor.caret)
            self._panel.show_found(self._found)

    def _show(self, item: Item) -> None:
        """Show an item on the page; the keyboard stays in the table."""
        if self._analyser.material.text == self._editor.text:
            start, end = item.span
            self._editor.go_to(start, start + len(self._editor.text[start:end].rstrip()))

    # Correcting

    def choose(self, item: Item, kind: ItemKind, others: Sequence[Item] | None) -> None:
        """Keep what the writer says belongs to an item."""
        found = self._looked_up()
        if found and item in found.titles:
            decisions = self._session.choices.decisions
            after = correspondence.decided(
                decisions, found.links, self._editor.text, item=item, kind=kind, others=others
            )
            self._deciding.decide(after, _TITLE)

    def _join(self, dragged: Item, target: Item) -> None:
        """Keep that a dragged item belongs to another as well, beside what does already."""
        found = self._looked_up()
        line = next((each for each in found.lines if each.item == target), None) if found else None
        cell = line.cell(dragged.kind) if line else None
        if cell and dragged not in cell.others:
            self.choose(target, dragged.kind, (*cell.others, dragged))

    def take_all_back(self) -> None:
        """Forget what the writer has said about these items."""
        if found := self._looked_up():
            decisions = self._session.choices.decisions
            self._deciding.decide(correspondence.automatic(decisions, found.links, self._editor.text), "恢复自动对应")

    def _looked_up(self) -> Correspondence | None:
        """Give the table of the text as it is now: an item of an older one is in it no longer."""
        material = self._analyser.up_to_date()
        return correspondence.of(material, self._editor.caret) if self._found else None

    def _write(self) -> None:
        """Go to the end of the measures, or to where they belong."""
        found, material = self._looked_up(), self._analyser.material
        measures = found.of_kind(MEASURE) if found else ()
        if measures:
            text, end = self._editor.text, measures[-1].span.end
            self._actions.go_between(
                end if end == len(text) or text[end - 1 : end] == "\n" else text.find("\n", end) + 1
            )
            return
        part = next((each.part.id for each in material.parts if each.part.kind.value == MEASURE.value), None)
        if part:
            self._actions.go_where_missing(part)
        else:
            self._bars.show_message("本次要求里没有整改措施这一部分，请在合适的地方自行补写。", key=_KEY)

    def export_table(self) -> None:
        """Write the 整改清单: problems with causes and measures, and what was said at the meeting."""
        from assistant.files.writers import rectification_table

        material = self._analyser.up_to_date()
        found = correspondence.of(material, self._editor.caret)
        decisions, template = material.decisions, material.template
        owner = decisions.profile.name if template and template.subject.of_one else ""
        entries = rectification_list.of(found, material.text, decisions.opinions, owner)
        if not entries:
            self._bars.show_message("材料里还没有认出查摆的问题，也没有会上批评意见，没有可导出的内容。", key=_KEY)
            return
        near = self._session.path or self._session.source
        folder = disk.nearest_folder(near.parent) if near else self._files.suggested("").parent
        kinds = {".docx": "Word文档", ".xlsx": "Excel表格"}
        title = rectification_list.title(decisions.profile, template)
        suggested = folder / f"{naming.allowed_name(title)}.docx"
        path = self._files.prompts.file_for_result("导出整改清单", suggested, kinds)
        if path is None:
            return
        try:
            form = rectification_table.form_of(path, rectification_list.COLUMNS)
            if self._session.is_source(path):
                raise trouble.is_original()
            disk.replace_file(path, form(title, rectification_list.table(entries)))
        except Unwritable as error:
            again: list[Choice] = [("换个位置导出…", self.export_table)]
            self._bars.show_message(not_done(error, "导出"), again, key=_KEY, lasts=Lasts.DOCUMENT)
            return
        self._bars.show_message(f"已导出“{path.name}”，{rectification_list.told(entries)}", key=_KEY)
