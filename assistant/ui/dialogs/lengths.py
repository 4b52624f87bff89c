"""字数统计: how long the text, what is selected and each section are, as Word counts, and what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.certainty import Certainty
from assistant.review import outline_rows
from assistant.review.material import Material
from assistant.review.outline_rows import Row, RowState
from assistant.templates.layout import Layout
from assistant.templates.template import Length
from assistant.text import length, paragraph_count, solid
from assistant.ui import screens
from assistant.ui.dialogs import number_columns
from assistant.ui.theme import Theme

_COLUMNS = ("部分", "字数", "要求", "字符（不计空格）", "字符（计空格）")
_NUMBERS = (1, 3, 4)  # which of them
_TOLD = "字数与Word“字数统计”的“字数”一致：一个汉字、一个标点算一个字，一串数字或字母算一个字。"


class LengthsDialog(QDialog):
    """Shows the lengths at the time it is opened; what is longer than asked for is told in words and color."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, material: Material, layout: Layout, selected: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("字数统计")
        screens.open_at(self, 720, 520)
        self._theme, self._text = theme, material.text
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("字数统计")
        self._tree.setHeaderLabels(list(_COLUMNS))
        number_columns.align_headings(self._tree, _NUMBERS)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._add(
            None,
            "全文",
            material.text,
            _limits(material.template.length if material.template else None, material.length),
        )
        if selected:
            self._add(None, "选中的文字", selected, ("", False))
        for row in outline_rows.rows(material):
            self._add_row(None, row, material)
        self._tree.expandAll()
        pages = layout.pages(fact.length for fact in material.facts.paragraphs)
        summary = QLabel(f"{paragraph_count(material.text)}个自然段，按“{layout.name}”约{pages}页。{_TOLD}")
        summary.setWordWrap(True)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._tree, 1)
        column.addWidget(summary)
        column.addLayout(foot)

    def _add_row(self, parent: QTreeWidgetItem | None, row: Row, material: Material) -> None:
        if row.missing:
            return
        fact = material.part(row.part) if row.part else None
        asked = fact.part.length if fact else None
        size = length(self._text[row.start : row.end])
        limit = _limits(asked, size)
        item = self._add(
            parent,
            row.title + ("（未写）" if row.mark is RowState.EMPTY else ""),
            self._text[row.start : row.end],
            limit,
        )
        for child in row.children:
            self._add_row(item, child, material)

    def _add(self, parent: QTreeWidgetItem | None, title: str, text: str, asked: tuple[str, bool]) -> QTreeWidgetItem:
        limit, over = asked
        written = text.replace("\n", "")
        bare = solid(written)
        cells: Sequence[str] = (title, f"{length(text)}", limit, f"{len(bare)}", f"{len(written)}")
        item = QTreeWidgetItem(parent or self._tree.invisibleRootItem(), list(cells))
        item.setToolTip(0, title)
        number_columns.align(item, _NUMBERS)
        if over:
            for column in (1, 2):
                item.setForeground(column, self._theme.color("error"))
        return item

    def rows(self) -> list[tuple[str, ...]]:
        """List what is shown, from top to bottom."""
        found: list[tuple[str, ...]] = []

        def add(item: QTreeWidgetItem) -> None:
            for child in (item.child(n) for n in range(item.childCount())):
                if child:
                    found.append(tuple(child.text(column) for column in range(len(_COLUMNS))))
                    add(child)

        add(self._tree.invisibleRootItem())
        return found


def _limits(asked: Length | None, size: int) -> tuple[str, bool]:
    """Say what is asked for, and whether and by how much a length exceeds it; what is only usual is never exceeded."""
    if asked is None:
        return "", False
    least, most = asked.least, asked.most
    limit = (
        f"{least}至{most}字" if least and most else f"不少于{least}字" if least else f"不超过{most}字" if most else ""
    )
    if asked.certainty is Certainty.MEMORY:
        return f"一般{limit}" if limit else "", False
    return (f"{limit}，超{size - most}字", True) if most and size > most else (limit, False)
