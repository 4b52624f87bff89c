"""What goes back to one person of a folder: its text, to be edited and copied, and the things that it may tell."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
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
from assistant.files.folder_notes import Letter
from assistant.files.known_file import fingerprint
from assistant.ui.buttons import link_button, press_alone
from assistant.ui.dialogs.wrapped_rows import WrappedRows
from assistant.ui.eliding import ElidedChoice
from assistant.ui.theme import Theme
from assistant.ui.unsaved_timer import UnsavedTimer

_LEAST = 44  # pixels; what does not fit is scrolled
_MOST = 9  # letters of one person that are kept; one is added where the program writes another and that is changed too


class ReturnLetter(QWidget):
    """Shows one row at a time. What was typed stays with its row; another tick writes the text anew, which Ctrl+Z takes back.

    What was typed is told half a second behind the keyboard, to be kept. A letter that was kept stands there again as
    long as the program would write the same; where it would write another by now, and where another tick has written
    one, it is offered, and stays so whatever is typed into that one.
    """

    handled = Signal(int, str)  # a row's number, and what was decided
    word_wanted = Signal(int, str)  # a row's number, and the text
    changed = Signal(int, object)  # a row's number, and its letters that were changed by hand (tuple[Letter, …])

    def __init__(self, theme: Theme, hand_in: datetime.date | None, letters: Mapping[int, Sequence[Letter]]) -> None:
        super().__init__()
        self._letters = {number: tuple(each) for number, each in letters.items()}
        self._others: list[Letter] = []  # of the row that is shown: changed by hand, and not what stands there
        self._made = Letter("", (), "")  # what the program has written there last, before any hand
        self._theme, self._hand_in = theme, hand_in
        self._row: Row | None = None
        self._told: tuple[folder_letter.Item, ...] = ()
        self._who = QLabel()
        self._who.setWordWrap(True)
        self._handling = ElidedChoice()
        self._handling.setAccessibleName("收交情况")
        self._handling.addItems([each.value for each in Handling])
        self._handling.activated.connect(self._decide)
        self._make_text(theme)
        self._items = QListWidget()
        self._items.setItemDelegate(WrappedRows(self._items))
        self._items.setAccessibleName("写进意见的各条")
        self._items.setWordWrap(True)
        self._items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are broken instead
        self._items.setMinimumHeight(theme.length(_LEAST))
        self._items.itemChanged.connect(self._write)
        self._lay_out()

    def _make_text(self, theme: Theme) -> None:
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("退回意见")
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(theme.length(_LEAST))
        self._unsaved = UnsavedTimer(self, self.keep)
        self._text.textChanged.connect(self._unsaved.note_change)
        self._former = link_button("换回上次修改过的意见")
        self._former.setToolTip("材料或勾选的各条和上次不同，这里是重新生成的意见。改过几次的，再点换回更早的一次")
        press_alone(self._former)
        self._former.clicked.connect(self._take_former)

    def _lay_out(self) -> None:
        copy = QPushButton("复制意见")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        word = QPushButton("意见存为Word…")
        word.clicked.connect(self._ask_for_word)
        returned = QPushButton("记为已退回")
        returned.clicked.connect(lambda: self._set(Handling.RETURNED))
        head, above, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(QLabel("收交情况"))
        head.addWidget(self._handling)
        above.addWidget(QLabel("退回意见（可以修改）"), 1)
        above.addWidget(self._former)
        for button in (returned, copy, word):
            press_alone(button)
            foot.addWidget(button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addLayout(above)
        layout.addWidget(self._text, 3)
        layout.addWidget(QLabel("写进意见的各条"))
        layout.addWidget(self._items, 2)
        layout.addLayout(foot)

    def show_row(self, row: Row, folder: Folder, handling: Handling) -> None:
        """Show what could be told to one person."""
        self.keep()
        self._row = row
        self._told = folder_letter.items(row, folder)
        letters = self._letters.get(row.number, ())
        letter = next(filter(self._is_as_made, letters), None)
        self._others = [each for each in letters if each is not letter]
        ticks = letter.ticks if letter else self._first_ticks()
        lines = [
            row.person.name,
            row.person.unit,
            f"{row.latest.length}字" if row.latest and row.latest.is_read else "",
        ]
        self._who.setText(" · ".join(filter(None, lines)))
        self._handling.setCurrentText(handling.value)
        self._items.blockSignals(True)
        self._items.clear()
        for number, each in enumerate(self._told):
            item = QListWidgetItem(f"{each.severity.sign} {each.severity.label}　{each.told}{each.advice}", self._items)
            item.setForeground(self._theme.color(each.severity.value))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if ticks[number] else Qt.CheckState.Unchecked)
        self._items.blockSignals(False)
        self._made = self._as_made(ticks)
        self._text.setPlainText(letter.text if letter else self._made.text)
        self._text.document().setModified(False)
        self._unsaved.stop()
        self._former.setVisible(bool(self._others))

    def show_nobody(self) -> None:
        """Show nothing, as beside a file that is nobody's."""
        self.keep()
        self._row, self._told = None, ()
        self._who.clear()
        self._items.clear()
        self._text.clear()
        self._former.hide()

    def text(self) -> str:
        """Give the text as it was edited."""
        return self._text.toPlainText()

    def tick(self, number: int, *, on: bool) -> None:
        """Tick one of the things that could be told, or take its tick away."""
        self._items.item(number).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def keep(self) -> None:
        """Keep what was typed or ticked since for the row that is shown; what the program would write itself needs no keeping."""
        self._unsaved.stop()
        if self._row is None or not self._text.document().isModified():
            return
        self._text.document().setModified(False)
        others = [each for each in self._others if each.text != self.text()]
        plain = self.text() == self._made.text and self._made.ticks == self._first_ticks()
        if not plain or any(map(self._is_as_made, others)):  # one of which would stand there instead
            others.insert(0, self._made._replace(text=self.text()))
        self._letters[self._row.number] = kept = tuple(others[:_MOST])
        self.changed.emit(self._row.number, kept)

    def _is_as_made(self, letter: Letter) -> bool:
        """Tell whether the program would write the same now as what a letter was once made of."""
        return len(letter.ticks) == len(self._told) and self._as_made(letter.ticks).made == letter.made

    def _take_former(self) -> None:
        """Put the letter there that was changed by hand, at the next click the one before it; Ctrl+Z takes it back."""
        self._set_aside()
        texts = [each.text for each in self._others]
        at = texts.index(self.text()) if self.text() in texts else -1
        self._insert(texts[(at + 1) % len(texts)])

    def _set_aside(self) -> None:
        """Let what was typed be found again when another text takes its place."""
        text = self.text()
        if text != self._made.text and all(text != each.text for each in self._others):
            self._others.insert(0, self._made._replace(text=text))

    def _first_ticks(self) -> tuple[bool, ...]:
        return tuple(each.ticked for each in self._told)

    def _ticks(self) -> tuple[bool, ...]:
        return tuple(self._items.item(n).checkState() == Qt.CheckState.Checked for n in range(self._items.count()))

    def _as_made(self, ticks: tuple[bool, ...]) -> Letter:
        """Give the letter that the program writes of what is ticked."""
        assert self._row is not None
        chosen = [each for each, ticked in zip(self._told, ticks, strict=True) if ticked]
        text = folder_letter.letter(self._row, chosen, self._hand_in)
        return Letter(text, ticks, _mark(text))

    def _insert(self, text: str) -> None:
        cursor = self._text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _write(self) -> None:
        """Write the text anew with what is ticked now."""
        if self._row:
            self._set_aside()
            self._made = self._as_made(self._ticks())
            self._insert(self._made.text)
            self._former.setVisible(bool(self._others))

    def _ask_for_word(self) -> None:
        if self._row:
            self.word_wanted.emit(self._row.number, self.text())

    def _decide(self) -> None:
        self._set(Handling(self._handling.currentText()))

    def _set(self, handling: Handling) -> None:
        if self._row:
            self._handling.setCurrentText(handling.value)
            self.handled.emit(self._row.number, handling.value)


def _mark(text: str) -> str:
    return fingerprint(text.encode("utf-8", "replace"))
