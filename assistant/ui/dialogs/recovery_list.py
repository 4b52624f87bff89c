"""找回以前保存的版本: what was never saved and what each save has kept, with date, size and where it differs; read before it is taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.files.recoverable import Former
from assistant.reading import Unreadable
from assistant.review import former
from assistant.review.comparison import compare
from assistant.text import length
from assistant.ui import screens
from assistant.ui.buttons import plain_button
from assistant.ui.clock import clock
from assistant.ui.dialogs import number_columns
from assistant.ui.dialogs.compared_text import ComparedText
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.dialogs.wrapped_tree import WrappedTree
from assistant.ui.theme import Theme

_FORMER = Qt.ItemDataRole.UserRole
_TIME = 16  # characters of the first column, at most
_BESIDE = 24  # pixels that a cell leaves free
_NEVER = "还没有保存过，没有可对比的内容"
_UNREADABLE = "草稿文件未能读取，没有可对比的内容"
_TOLD = "选一份，右边显示它的内容。查看、换用以后，这些版本仍然保留；不再需要的，可在“文件—清理本机留存的内容”里清除。"


class Held(NamedTuple):
    """The text that a former one is held against, and what it is called: 现在, 保存."""

    text: str
    called: str


class RecoveryDialog(QDialog):
    """Lists all that can be found again. Nothing is removed here."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        found: Sequence[Former],
        held: Callable[[Former], Held | None],
        groups: Callable[[Former], str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("找回以前保存的版本")
        screens.open_at(self, 1080, 600)
        self._held = held
        self._texts: dict[int, str] = {}  # by the number of the row
        self._shown: tuple[str, str] = ("", "")
        intro = QLabel(_TOLD)
        intro.setWordWrap(True)
        self._tree = WrappedTree(edited=0, wrapped=2)
        self._tree.setAccessibleName("以前保存的版本")
        self._tree.setHeaderLabels(["时间", "字数", "不同之处"])
        self._tree.setProperty("ruled", "true")  # a row may have two lines
        number_columns.align_headings(self._tree, [1])
        self._tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setStretchLastSection(False)
        self._preview = ComparedText(theme)
        self._differs = QLabel()
        self._differs.setWordWrap(True)
        self._legend = QLabel()
        self._legend.setWordWrap(True)
        self._mark = QCheckBox("标出不同")
        self._mark.setChecked(True)
        self._mark.toggled.connect(self._draw)
        self._next = plain_button("下一处不同", self._preview.go_to_next)
        self._take = QPushButton("找回这一份")
        self._take.setDefault(True)
        self._take.clicked.connect(self.accept)
        self._lay_out(intro)
        self._rows = self._fill(found, groups)
        self._tree.currentItemChanged.connect(self._show)
        self._tree.itemDoubleClicked.connect(lambda item: self.accept() if item.data(0, _FORMER) else None)
        if self._rows:
            self._tree.setCurrentItem(self._rows[0])
        theme.changed.connect(self._show)
        self._measured = 0
        self._measuring = QTimer(self)  # a long history is read row by row; the window is there meanwhile
        self._measuring.timeout.connect(self._measure_next)
        self._measuring.start(0)

    def _lay_out(self, intro: QLabel) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._differs)
        column.addWidget(self._preview, 1)
        column.addWidget(self._mark)
        column.addWidget(self._legend)
        close = plain_button("关闭", self.reject)
        row = QHBoxLayout()
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._take)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(SideBySide(self._tree, right, shares=(5, 6)), 1)
        layout.addLayout(row)

    def _fill(self, found: Sequence[Former], groups: Callable[[Former], str]) -> list[QTreeWidgetItem]:
        tops: dict[str, QTreeWidgetItem] = {}
        rows: list[QTreeWidgetItem] = []
        for each in found:
            label = groups(each)
            if label not in tops:
                top = tops[label] = QTreeWidgetItem(self._tree, [label])
                top.setFlags(Qt.ItemFlag.ItemIsEnabled)
                top.setFirstColumnSpanned(True)
                top.setToolTip(0, label)
                top.setExpanded(len(tops) <= 2)
            when = clock(each.time) + time.strftime(":%S", time.localtime(each.time))
            item = QTreeWidgetItem(tops[label], [f"{when}\n{self._short(each.name)}" if each.unsaved else when, "", ""])
            item.setData(0, _FORMER, each)
            item.setToolTip(0, f"{when}　{each.name}\n{each.draft or '还没有保存过'}")
            rows.append(item)
        character = self.fontMetrics().horizontalAdvance("国")
        self._tree.resizeColumnToContents(0)
        self._tree.setColumnWidth(0, min(self._tree.columnWidth(0), _TIME * character))
        self._tree.setColumnWidth(1, 5 * character)
        return rows

    def _short(self, name: str) -> str:
        """Keep a name to one line of its column; its end tells names apart that begin alike."""
        metrics = self.fontMetrics()
        room = _TIME * metrics.horizontalAdvance("国") - 2 * self._tree.indentation() - _BESIDE
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)

    # Reading

    def _measure_next(self) -> None:
        """Read one more, and say how long it is and where it differs."""
        if self._measured >= len(self._rows):
            self._measuring.stop()
            return
        self._measure(self._rows[self._measured])
        self._measured += 1

    def _measure(self, item: QTreeWidgetItem) -> str:
        """Give the text of a row, read once; "" where it cannot be read, which the row says."""
        if id(item) in self._texts:
            return self._texts[id(item)]
        one: Former = item.data(0, _FORMER)
        text = ""
        try:
            text = one.load().text
        except Unreadable as error:
            item.setText(2, str(error))
            item.setDisabled(True)
        else:
            item.setText(1, f"{length(text)}")
            held = self._held(one)
            told = held and former.told(text, held.text, called=held.called, unsaved=one.unsaved)
            item.setText(2, told or (_UNREADABLE if one.draft else _NEVER))
        number_columns.align(item, [1])
        item.setToolTip(2, item.text(2))
        self._texts[id(item)] = text
        return text

    def _show(self, *_: object) -> None:
        item = self._tree.currentItem()
        one: Former | None = item.data(0, _FORMER) if item else None
        text = self._measure(item) if item and one else ""
        held = self._held(one) if one and text else None
        self._shown = (held.text if held else text, text)
        self._legend.setText(self._preview.legend(held.called) if held else "")
        self._differs.setText(f"“{one.name}”：{item.text(2)}" if item and one else "")
        self._take.setEnabled(bool(text))
        self._draw()

    def _draw(self, *_: object) -> None:
        beside, text = self._shown
        self._preview.show_comparison(compare(beside if self._mark.isChecked() else text, text))
        self._next.setEnabled(self._preview.differs)
        self._legend.setVisible(self._preview.differs)

    # Asked

    def choose(self, number: int) -> None:
        """Choose a row."""
        self._tree.setCurrentItem(self._rows[number])

    def rows(self) -> list[tuple[str, str, str]]:
        """List what is told of each, all read."""
        for item in self._rows:
            self._measure(item)
        return [(item.text(0), item.text(1), item.text(2)) for item in self._rows]

    def preview(self) -> str:
        return self._preview.toPlainText()

    @property
    def chosen(self) -> Former | None:
        """The one that is chosen, which can be read."""
        item = self._tree.currentItem()
        return item.data(0, _FORMER) if item and self._take.isEnabled() else None
