"""字数统计: how long the text, what is selected and each section are, as Word counts, and what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

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
from assistant.facts import paper
from assistant.review import outline_rows
from assistant.review.material import Material
from assistant.review.outline_values import Row, RowState
from assistant.templates.layout import Layout
from assistant.templates.template import Length
from assistant.text import length, paragraph_count, solid
from assistant.ui import screens
from assistant.ui.dialogs import number_columns
from assistant.ui.theme import Theme


class _Line(NamedTuple):
    """A stretch of text, by its title, and what is asked of its length; `over` where it is longer."""

    title: str
    text: str
    limit: str = ""
    over: bool = False

    @property
    def written(self) -> str:
        """Its characters without the ends of lines."""
        return self.text.replace("\n", "")


class _Column(NamedTuple):
    title: str
    cell: Callable[[_Line], str]
    number: bool = False  # stands to the right
    warns: bool = False  # in color where the text is longer than asked for


_COLUMNS = (
    _Column("部分", lambda line: line.title),
    _Column("字数", lambda line: f"{length(line.text)}", number=True, warns=True),
    _Column("要求", lambda line: line.limit, warns=True),
    _Column("字符（不计空格）", lambda line: f"{len(solid(line.written))}", number=True),
    _Column("字符（计空格）", lambda line: f"{len(line.written)}", number=True),
)
_NUMBERS = [number for number, column in enumerate(_COLUMNS) if column.number]
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
        self._too_long: list[QTreeWidgetItem] = []
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("字数统计")
        self._tree.setHeaderLabels([column.title for column in _COLUMNS])
        number_columns.align_headings(self._tree, _NUMBERS)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        asked = material.template.length if material.template else None
        self._add(None, _Line("全文", material.text, *_limit(asked, material.length)))
        if selected:
            self._add(None, _Line("选中的文字", selected))
        for row in outline_rows.rows(material):
            self._add_row(None, row, material)
        self._tree.expandAll()
        self._warn()
        theme.changed.connect(self._warn)
        pages = paper.pages(material.facts, layout)
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
        fact, text = material.part(row.part) if row.part else None, self._text[row.start : row.end]
        title = row.title + ("（未写）" if row.state is RowState.EMPTY else "")
        limit = _limit(fact.part.length if fact else None, length(text))
        item = self._add(parent, _Line(title, text, *limit))
        for child in row.children:
            self._add_row(item, child, material)

    def _add(self, parent: QTreeWidgetItem | None, line: _Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent or self._tree.invisibleRootItem(), [column.cell(line) for column in _COLUMNS])
        item.setToolTip(0, line.title)
        number_columns.align(item, _NUMBERS)
        if line.over:
            self._too_long.append(item)
        return item

    def _warn(self) -> None:
        """Color what is longer than asked for."""
        for item in self._too_long:
            for number, column in enumerate(_COLUMNS):
                if column.warns:
                    item.setForeground(number, self._theme.color("error"))

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


def _limit(asked: Length | None, size: int) -> tuple[str, bool]:
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
