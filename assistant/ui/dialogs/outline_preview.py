"""The outline that a template leads to, before anything is written: its parts, and its aspects under the problems."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidgetItem

from assistant.language.numbering import Style, write
from assistant.templates.template import PartKind, Template
from assistant.ui.dialogs.wrapped_tree import WrappedTree


class OutlinePreview(WrappedTree):
    """Shows headings as they will stand in the text; an aspect that no two sources give says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName("提纲预览")

    def show_template(self, template: Template | None) -> None:
        """Show another template's outline; nothing for None."""
        self.clear()
        if template is None:
            return
        value = 0
        for part in template.parts:
            value += part.kind is not PartKind.PREFACE
            label = part.heading if part.kind is PartKind.PREFACE else write(Style.HAN, value) + part.heading
            item = QTreeWidgetItem(self, [label])
            item.setToolTip(0, label)
            for number, aspect in enumerate(template.aspects if part.kind is PartKind.PROBLEMS else (), 1):
                doubt = "" if aspect.certainty.sourced_twice else "　（待核对通知）"
                row = QTreeWidgetItem(item, [f"{write(Style.HAN_PAREN, number)}{aspect.heading}{doubt}"])
                row.setToolTip(0, f"{aspect.heading}\n{aspect.certainty.label}")
        self.expandAll()
