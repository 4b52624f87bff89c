"""检查一批文件: everyone who is to hand in, in a row; what goes back to him; what was decided."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.commands.folder_rows import Folder, Handling, Row, Standing, number_of
from assistant.files import naming
from assistant.files.folder_notes import Letter
from assistant.ui import screens
from assistant.ui.buttons import plain_button
from assistant.ui.dialogs.folder_tree import FolderTree
from assistant.ui.dialogs.return_letter import ReturnLetter
from assistant.ui.dialogs.side_or_tabs import SideOrTabs
from assistant.ui.eliding import ElidedChoice, ElidedLabel
from assistant.ui.theme import Theme

_MOST_NAMED = 8
_ALIKE, _OTHERS = "与同批相同", "其他文件"


class Shown(NamedTuple):
    """What the window is about: the folder's name, what was found, what was decided and written by the row's number, by when to hand in."""

    name: str
    folder: Folder
    handled: Mapping[int, Handling]
    hand_in: datetime.date | None = None
    letters: Mapping[int, Sequence[Letter]] = MappingProxyType({})


class FolderWindow(QDialog):
    """Stays open beside the text. Double click, or Enter, opens the file of a row."""

    file_wanted = Signal(str)
    handled = Signal(int, str)
    letters_changed = Signal(
        int, object
    )  # a row's number, and its letters that were changed by hand (tuple[Letter, …])
    word_wanted = Signal(int, str)
    table_wanted = Signal()
    print_wanted = Signal()
    sheets_wanted = Signal()
    alike_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, shown: Shown) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"检查一批文件：{shown.name}")
        self._shown = shown
        self.decided = dict(shown.handled)
        self.owner: object = None  # who does what the window asks for; lives as long as it does
        self._filter = ElidedChoice()
        self._filter.setAccessibleName("只看")
        self._filter.activated.connect(self._sift)
        self._tree = FolderTree(theme, shown.folder)
        self._tree.currentItemChanged.connect(self._show_row)
        self._tree.itemActivated.connect(self._open)
        self.letter = ReturnLetter(theme, shown.hand_in, shown.letters)
        self.letter.changed.connect(self.letters_changed)
        self.letter.handled.connect(self._decide)
        self.letter.word_wanted.connect(self.word_wanted)
        self.parts = SideOrTabs((("各人", self._left()), ("退回意见", self.letter)), shares=(5, 2))
        layout = QVBoxLayout(self)
        layout.addWidget(self.parts, 1)
        layout.addLayout(self._buttons())
        self._fill()
        theme.changed.connect(self._fill)
        self._tree.setFocus()  # and not the filter above it, which the arrows would change
        screens.open_at(self, 1240, 660)

    def _left(self) -> QWidget:
        left = QWidget()
        head = QHBoxLayout()
        counts = ElidedLabel(self._shown.folder.counted + ("" if self._shown.folder.by_list else "（没有名单）"))
        head.addWidget(counts, 1)
        head.addWidget(QLabel("只看"))
        head.addWidget(self._filter)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._tree, 1)
        if self._shown.folder.not_handed_in:
            column.addLayout(_told(_missing(self._shown.folder), _button("复制未交名单", self._copy_missing)))
        if self._shown.folder.others:
            column.addLayout(_told(_beside(self._shown.folder), _button("逐个查看原因", self._show_others)))
        return left

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for label, signal in (
            ("应交名单…", self.list_wanted),
            ("导出总表…", self.table_wanted),
            ("打印…", self.print_wanted),
            ("每人一份修改单…", self.sheets_wanted),
            ("相同的材料…", self.alike_wanted),
        ):
            row.addWidget(_button(label, signal.emit))
        row.addStretch(1)
        row.addWidget(_button("打开文件", self._open))
        row.addWidget(_button("关闭", self.reject))
        return row

    def rows(self) -> list[list[str]]:
        """Give the cells of the rows that the filter leaves."""
        return self._tree.shown()

    def filters(self) -> list[str]:
        """List what can be chosen to look at."""
        return [self._filter.itemText(number) for number in range(self._filter.count())]

    def choose_filter(self, number: int) -> None:
        """Show only the rows of a kind."""
        self._filter.setCurrentIndex(number)
        self._sift()

    def choose(self, number: int) -> None:
        """Go to a row by its number."""
        self._tree.choose(number)

    def _fill(self) -> None:
        self._count()
        self._tree.fill(self.decided)
        self._sift()

    def _of(self, row: Row) -> Handling:
        return self.decided.get(row.number, Handling.WAITING)

    def _kinds(self) -> list[tuple[str, Callable[[Row], bool]]]:
        standing = [(each.label, partial(_stands, each)) for each in Standing]
        handling = [(each.value, partial(self._is_handled, each)) for each in Handling]
        return [("全部", lambda _row: True), *standing, (_ALIKE, lambda row: row.shared > 0), *handling]

    def _is_handled(self, handling: Handling, row: Row) -> bool:
        return row.latest is not None and self._of(row) is handling

    def done(self, result: int) -> None:
        """Close; what is being typed is kept."""
        self.letter.keep()
        super().done(result)

    def _count(self) -> None:
        chosen, folder = max(self._filter.currentIndex(), 0), self._shown.folder
        self._filter.clear()
        self._filter.addItems([f"{name} {sum(map(fits, folder.rows))}" for name, fits in self._kinds()])
        if folder.others:
            self._filter.addItem(f"{_OTHERS} {len(folder.others)}")
        self._filter.setCurrentIndex(chosen)

    def _sift(self) -> None:
        kinds, chosen = self._kinds(), max(self._filter.currentIndex(), 0)
        self._tree.sift(kinds[chosen][1] if chosen < len(kinds) else None)

    def _show_others(self) -> None:
        self.choose_filter(len(self._kinds()))
        self._tree.setFocus()

    def _show_row(self) -> None:
        row = self._tree.row
        self.letter.setEnabled(row is not None)
        if row:
            self.letter.show_row(row, self._shown.folder, self._of(row))
        else:
            self.letter.show_nobody()

    def _decide(self, number: int, decided: str) -> None:
        self.decided[number] = Handling(decided)
        self._tree.fill_item(self._shown.folder.rows[number - 1], self.decided[number])
        self._count()
        self.handled.emit(number, decided)

    def _open(self) -> None:
        if file := self._tree.file:
            self.file_wanted.emit(file)

    def _copy_missing(self) -> None:
        QGuiApplication.clipboard().setText("、".join(_named(row) for row in self._shown.folder.not_handed_in))


def _button(label: str, slot: Callable[[], object]) -> QPushButton:
    return plain_button(label, lambda _checked: slot())


def _stands(standing: Standing, row: Row) -> bool:
    return row.standing is standing


def _named(row: Row) -> str:
    return row.person.name + (f"（{row.person.unit}）" if row.person.unit else "")


def _told(words: str, button: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(ElidedLabel(words), 1)
    line.addWidget(button)
    return line


def _missing(folder: Folder) -> str:
    """Say who has not handed in."""
    names = [_named(row) for row in folder.not_handed_in]
    more = f"等{len(names)}人" if len(names) > _MOST_NAMED else ""
    return f"未交{number_of(folder.not_handed_in)}：{'、'.join(names[:_MOST_NAMED])}{more}"


def _beside(folder: Folder) -> str:
    """Say which files are in no row."""
    names = [naming.in_table(each.file) for each in folder.others]
    more = "等" if len(names) > _MOST_NAMED else ""
    return f"另有{len(names)}个文件未列入表中：{'、'.join(names[:_MOST_NAMED])}{more}"
