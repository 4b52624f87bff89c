"""检查一个文件夹: everyone who is to hand in, in a row; what goes back to him; what was decided."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
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

from assistant.commands import folder_table
from assistant.commands.folder_rows import Folder, Handling, Row, Standing, number_of
from assistant.ui import screens
from assistant.ui.dialogs.kept_color import KeptColor
from assistant.ui.dialogs.return_letter import ReturnLetter
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.theme import Theme

COLUMNS = ("序号", "单位", "姓名", "材料类别", "职务", "情况", "处理", "字数", "必改／建议", "缺什么、要改什么")
_STANDING = COLUMNS.index("情况")
_WIDEST = 150  # pixels of a column that is not the last, beside type of the usual size
_LEAST_TOLD = 230  # pixels for what is missing; where there are fewer, other columns give way, these first:
_GIVING_WAY = (4, 3, 1, 0)  # 职务, 材料类别, 单位, 序号: they stand in the name's tip too
_NUMBER = Qt.ItemDataRole.UserRole
_SIGNS = {
    Standing.MUST_MEND: ("■", "error"),
    Standing.DOUBTFUL: ("▲", "advice"),
    Standing.NOTHING_MUST: ("✓", "done"),
    Standing.UNREADABLE: ("×", "error"),
    Standing.NOT_HANDED_IN: ("○", "faint"),
}
_MOST_NAMED = 8


class Shown(NamedTuple):
    """What the window is about: the folder's name, what was found, what was decided by the row's number, by when to hand in."""

    name: str
    folder: Folder
    handled: Mapping[int, Handling]
    hand_in: datetime.date | None = None


class FolderWindow(QDialog):
    """Stays open beside the text. Double click, or Enter, opens the file of a row."""

    file_wanted = Signal(str)
    handled = Signal(int, str)
    word_wanted = Signal(int, str)
    table_wanted = Signal()
    print_wanted = Signal()
    sheets_wanted = Signal()
    alike_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, shown: Shown) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"检查一个文件夹：{shown.name}")
        self._theme, self._shown = theme, shown
        self.decided = dict(shown.handled)
        self._drawn = self._fitting = False  # the columns: by hand, and by this program just now
        self.owner: object = None  # who does what the window asks for; lives as long as it does
        self._filter = QComboBox()
        self._filter.setAccessibleName("只看")
        self._filter.activated.connect(self._sift)
        self._tree = self._made_tree()
        self.letter = ReturnLetter(theme, shown.hand_in)
        self.letter.handled.connect(self._decide)
        self.letter.word_wanted.connect(self.word_wanted)
        columns = SideBySide(self._left(), self.letter, shares=(5, 2))
        layout = QVBoxLayout(self)
        layout.addWidget(columns, 1)
        layout.addLayout(self._buttons())
        self._fill()
        theme.changed.connect(self._fill)
        screens.open_at(self, 1240, 660)

    def _made_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("应交材料的各人")
        tree.setHeaderLabels(list(COLUMNS))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setItemDelegateForColumn(_STANDING, KeptColor(tree))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the last column takes what is left
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        tree.header().sectionResized.connect(self._note_hand)
        tree.viewport().installEventFilter(self)
        tree.currentItemChanged.connect(self._show_row)
        tree.itemActivated.connect(self._open)
        return tree

    def _left(self) -> QWidget:
        left = QWidget()
        head = QHBoxLayout()
        told = QLabel(self._shown.folder.counted + ("" if self._shown.folder.by_list else "（没有名单）"))
        head.addWidget(told)
        head.addStretch(1)
        head.addWidget(QLabel("只看"))
        head.addWidget(self._filter)
        foot = QHBoxLayout()
        below = QLabel(_below(self._shown.folder))
        below.setWordWrap(True)
        below.setToolTip("\n".join(f"{each.file}：{folder_table.reason(each)}" for each in self._shown.folder.others))
        foot.addWidget(below, 1)
        if self._shown.folder.not_handed_in:
            foot.addWidget(_button("复制未交名单", self._copy_missing))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._tree, 1)
        column.addLayout(foot)
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
        items = (self._tree.topLevelItem(number) for number in range(self._tree.topLevelItemCount()))
        return [[item.text(column) for column in range(len(COLUMNS))] for item in items if item and not item.isHidden()]

    def filters(self) -> list[str]:
        """List what can be chosen to look at."""
        return [self._filter.itemText(number) for number in range(self._filter.count())]

    def choose_filter(self, number: int) -> None:
        """Show only the rows of a kind."""
        self._filter.setCurrentIndex(number)
        self._sift()

    def choose(self, number: int) -> None:
        """Go to a row by its number."""
        if item := self._tree.topLevelItem(number - 1):
            self._tree.setCurrentItem(item)

    def _fill(self) -> None:
        chosen = self._tree.currentItem()
        number = chosen.data(0, _NUMBER) if chosen else 1
        self._tree.clear()
        for row in self._shown.folder.rows:
            item = QTreeWidgetItem(self._tree)
            item.setData(0, _NUMBER, row.number)
            self._fill_item(item, row)
        self._count()
        self._sift()
        self.choose(number)
        self._fit_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._tree.viewport():
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _note_hand(self, column: int) -> None:
        """Leave the columns as they were drawn by hand; the last one is always as wide as there is room."""
        self._drawn = self._drawn or not (self._fitting or column == len(COLUMNS) - 1)

    def _fit_columns(self) -> None:
        """Make the columns as wide as what they hold; what is missing, the last of them, is told in the rest of the width."""
        if self._drawn:
            return
        self._fitting = True
        tree, header, last = self._tree, self._tree.header(), len(COLUMNS) - 1
        items = [item for n in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(n))]
        widths: dict[int, int] = {}
        for column in range(last):
            header.setSectionHidden(column, not any(item.text(column) for item in items))
            if not header.isSectionHidden(column):
                wanted = max(tree.sizeHintForColumn(column), header.sectionSizeHint(column))
                widths[column] = min(wanted, self._theme.length(_WIDEST))
        for column in _GIVING_WAY:
            if tree.viewport().width() - sum(widths.values()) < self._theme.length(_LEAST_TOLD) and column in widths:
                header.setSectionHidden(column, True)
                del widths[column]
        for column, width in widths.items():
            header.resizeSection(column, width)
        self._fitting = False

    def _fill_item(self, item: QTreeWidgetItem, row: Row) -> None:
        plain = folder_table.cells(row)
        sign, role = _SIGNS[row.standing]
        cells = [plain[0], plain[1], plain[2], row.subject, row.person.post, f"{sign} {row.standing.label}"]
        cells += [self._of(row).value if row.latest else "", plain[5], plain[6], plain[7]]
        for column, cell in enumerate(cells):
            item.setText(column, "" if cell is None else f"{cell:,}" if isinstance(cell, int) else str(cell))
            item.setToolTip(column, item.text(column))
        item.setToolTip(
            2, "\n".join(filter(None, (f"{row.number}", *map(str, (plain[2], plain[1], row.subject, row.person.post)))))
        )
        item.setForeground(_STANDING, self._theme.color(role))

    def _of(self, row: Row) -> Handling:
        return self.decided.get(row.number, Handling.WAITING)

    def _kinds(self) -> list[tuple[str, Callable[[Row], bool]]]:
        standing = [(each.label, partial(_stands, each)) for each in Standing]
        handling = [(each.value, partial(self._is_handled, each)) for each in Handling]
        return [("全部", lambda _row: True), *standing, *handling]

    def _is_handled(self, handling: Handling, row: Row) -> bool:
        return row.latest is not None and self._of(row) is handling

    def _count(self) -> None:
        chosen = max(self._filter.currentIndex(), 0)
        self._filter.clear()
        self._filter.addItems([f"{name} {sum(map(fits, self._shown.folder.rows))}" for name, fits in self._kinds()])
        self._filter.setCurrentIndex(chosen)

    def _sift(self) -> None:
        _, fits = self._kinds()[max(self._filter.currentIndex(), 0)]
        for number, row in enumerate(self._shown.folder.rows):
            if item := self._tree.topLevelItem(number):
                item.setHidden(not fits(row))

    def _current(self) -> Row | None:
        item = self._tree.currentItem()
        return self._shown.folder.rows[item.data(0, _NUMBER) - 1] if item else None

    def _show_row(self) -> None:
        if row := self._current():
            self.letter.show_row(row, self._shown.folder, self._of(row))

    def _decide(self, number: int, decided: str) -> None:
        self.decided[number] = Handling(decided)
        if item := self._tree.topLevelItem(number - 1):
            self._fill_item(item, self._shown.folder.rows[number - 1])
        self._count()
        self.handled.emit(number, decided)

    def _open(self) -> None:
        if (row := self._current()) and row.latest:
            self.file_wanted.emit(row.latest.file)

    def _copy_missing(self) -> None:
        QGuiApplication.clipboard().setText("、".join(_named(row) for row in self._shown.folder.not_handed_in))


def _button(label: str, slot: Callable[[], object]) -> QPushButton:
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: slot())
    return button


def _stands(standing: Standing, row: Row) -> bool:
    return row.standing is standing


def _named(row: Row) -> str:
    return row.person.name + (f"（{row.person.unit}）" if row.person.unit else "")


def _below(folder: Folder) -> str:
    """Say who has not handed in, and which files are in no row."""
    told: list[str] = []
    if folder.not_handed_in:
        names = [_named(row) for row in folder.not_handed_in]
        more = f"等{len(names)}人" if len(names) > _MOST_NAMED else ""
        told.append(f"未交{number_of(folder.not_handed_in)}：{'、'.join(names[:_MOST_NAMED])}{more}")
    if folder.others:
        names = [folder_table.plain(each.file) for each in folder.others]
        more = "等" if len(names) > _MOST_NAMED else ""
        told.append(f"另有{len(names)}个文件不在表里：{'、'.join(names[:_MOST_NAMED])}{more}")
    return "\n".join(told)
