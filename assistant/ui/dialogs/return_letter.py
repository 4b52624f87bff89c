"""What goes back to one person of a folder: its text, to be edited and copied, and the things that it may tell."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.commands import folder_letter
from assistant.commands.folder_rows import Folder, Handling, Row
from assistant.ui import drawn_signs
from assistant.ui.dialogs.wrapped_rows import WrappedRows
from assistant.ui.theme import Theme

_LEAST = 44  # pixels; what does not fit is scrolled


class ReturnLetter(QWidget):
    """Shows one row at a time. What was typed stays with its row; another tick writes the text anew, which Ctrl+Z takes back."""

    handled = Signal(int, str)  # a row's number, and what was decided
    word_wanted = Signal(int, str)  # a row's number, and the text

    def __init__(self, theme: Theme, hand_in: datetime.date | None) -> None:
        super().__init__()
        self._theme, self._hand_in = theme, hand_in
        self._row: Row | None = None
        self._told: tuple[folder_letter.Item, ...] = ()
        self._kept: dict[int, tuple[list[bool], str]] = {}  # by a row's number: ticks and text as he left them
        self._who = QLabel()
        self._who.setWordWrap(True)
        self._handling = QComboBox()
        self._handling.setAccessibleName("收交情况")
        self._handling.addItems([each.value for each in Handling])
        self._handling.activated.connect(self._decide)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("退回意见")
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(theme.length(_LEAST))
        self._items = QListWidget()
        self._items.setItemDelegate(WrappedRows(self._items))
        self._items.setAccessibleName("写进意见的各条")
        self._items.setWordWrap(True)
        self._items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are broken instead
        self._items.setMinimumHeight(theme.length(_LEAST))
        self._items.itemChanged.connect(self._write)
        copy = QPushButton("复制意见")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        word = QPushButton("意见存为Word…")
        word.clicked.connect(lambda: self._row and self.word_wanted.emit(self._row.number, self.text()))
        returned = QPushButton("记为已退回")
        returned.clicked.connect(lambda: self._set(Handling.RETURNED))
        for button in (copy, word, returned):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(QLabel("收交情况"))
        head.addWidget(self._handling)
        foot = QHBoxLayout()
        for button in (returned, copy, word):
            foot.addWidget(button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(QLabel("退回意见（可以修改）"))
        layout.addWidget(self._text, 3)
        layout.addWidget(QLabel("写进意见的各条"))
        layout.addWidget(self._items, 2)
        layout.addLayout(foot)

    def show_row(self, row: Row, folder: Folder, handling: Handling) -> None:
        """Show what could be told to one person."""
        self._keep()
        self._row = row
        ticks, text = self._kept.get(row.number, ([], ""))
        lines = [
            row.person.name,
            row.person.unit,
            f"{row.latest.length}字" if row.latest and row.latest.is_read else "",
        ]
        self._who.setText(" · ".join(filter(None, lines)))
        self._handling.setCurrentText(handling.value)
        self._items.blockSignals(True)
        self._items.clear()
        self._told = folder_letter.items(row, folder)
        for number, each in enumerate(self._told):
            sign = drawn_signs.GRAVE[each.severity.value]
            item = QListWidgetItem(f"{sign} {each.severity.label}　{each.told}{each.advice}", self._items)
            item.setForeground(self._theme.color(each.severity.value))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = ticks[number] if number < len(ticks) else each.ticked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._items.blockSignals(False)
        self._text.setPlainText(text or self._written())
        self._text.document().setModified(bool(text))

    def show_nobody(self) -> None:
        """Show nothing, as beside a file that is nobody's."""
        self._keep()
        self._row, self._told = None, ()
        self._who.clear()
        self._items.clear()
        self._text.clear()

    def text(self) -> str:
        """Give the text as it was edited."""
        return self._text.toPlainText()

    def tick(self, number: int, *, on: bool) -> None:
        """Tick one of the things that could be told, or take its tick away."""
        self._items.item(number).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _keep(self) -> None:
        """Keep what was typed or ticked for the row that is left."""
        if self._row and self._text.document().isModified():
            self._kept[self._row.number] = (self._ticks(), self.text())

    def _ticks(self) -> list[bool]:
        return [self._items.item(n).checkState() == Qt.CheckState.Checked for n in range(self._items.count())]

    def _written(self) -> str:
        assert self._row is not None
        chosen = [each for each, ticked in zip(self._told, self._ticks(), strict=True) if ticked]
        return folder_letter.letter(self._row, chosen, self._hand_in)

    def _write(self) -> None:
        """Write the text anew with what is ticked now."""
        if self._row:
            cursor = self._text.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self._written())

    def _decide(self) -> None:
        self._set(Handling(self._handling.currentText()))

    def _set(self, handling: Handling) -> None:
        if self._row:
            self._handling.setCurrentText(handling.value)
            self.handled.emit(self._row.number, handling.value)
