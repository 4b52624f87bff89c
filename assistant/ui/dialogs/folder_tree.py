"""The rows of a folder that was checked: one for each person, and the files that are in none, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from assistant.commands import folder_table
from assistant.commands.folder_rows import Folder, Handling, Row, Standing
from assistant.files import naming
from assistant.ui.dialogs.kept_color import KeptColor
from assistant.ui.theme import Theme

COLUMNS = folder_table.IN_WINDOW
_NAME, _STANDING = COLUMNS.index(folder_table.NAME), COLUMNS.index(folder_table.STANDING)
_TOLD = len(COLUMNS) - 1
_WIDEST = 150  # pixels of a column that is not the last, beside type of the usual size
_MOST_LINES = 20
_BETWEEN = 8  # pixels between rows of several lines
_LEAST_TOLD = 230  # pixels for what is missing; where there are fewer, other columns give way
_GIVING_WAY = sorted(
    (number for number, column in enumerate(COLUMNS) if column.gives_way), key=lambda number: COLUMNS[number].gives_way
)
_IN_NAMES_TIP = sorted({_NAME, *_GIVING_WAY})  # so that nothing is hidden that cannot be read
_NUMBER = Qt.ItemDataRole.UserRole
_SIGNS = {
    Standing.MUST_MEND: ("■", "error"),
    Standing.DOUBTFUL: ("▲", "advice"),
    Standing.NOTHING_MUST: ("✓", "done"),
    Standing.UNREADABLE: ("×", "error"),
    Standing.NOT_HANDED_IN: ("○", "faint"),
}


class _Wrapping(QStyledItemDelegate):
    """Lets what is missing, and the reason of a file that is in no row, go on in the next line while the tree wraps."""

    def __init__(self, tree: FolderTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def _wraps(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._tree.wraps and (index.column() == _TOLD or self._is_spanned(index))

    def _is_spanned(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._tree.isFirstColumnSpanned(index.row(), QModelIndex())

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._wraps(index):
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the room at the width that the last column is about to have; the view itself asks for it at no width at all."""
        if not self._wraps(index):
            return super().sizeHint(option, index)
        tree, given = self._tree, QStyleOptionViewItem(option)
        width = tree.viewport().width() - (0 if self._is_spanned(index) else tree.header().sectionPosition(_TOLD))
        free = 2 * tree.fontMetrics().horizontalAdvance(
            "国"
        )  # at both sides together, beside the mark of what is chosen
        given.rect = QRect(0, 0, max(width - free, 1), tree.height())
        given_room = super().sizeHint(given, index)
        return QSize(
            given_room.width(),
            min(given_room.height(), tree.most_lines * tree.fontMetrics().lineSpacing()) + _BETWEEN,
        )


class FolderTree(QTreeWidget):
    """Shows the rows that are asked for; the files that are in no row come after all rows, and are hidden at first.

    Where all that is shown fits into the window with nothing cut, nothing is; else the rows have as many lines as fit, at least one.
    """

    def __init__(self, theme: Theme, folder: Folder) -> None:
        super().__init__()
        self._theme, self._folder = theme, folder
        self._held = self._drawn = False  # the columns: a hand is on their headings, one has drawn them
        self.setAccessibleName("应交材料的各人")
        self.setHeaderLabels([column.title for column in COLUMNS])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.most_lines = 1
        self.setItemDelegate(_Wrapping(self))
        self.setItemDelegateForColumn(_STANDING, KeptColor(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the last column takes what is left
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().sectionResized.connect(self._note_hand)
        self.header().viewport().installEventFilter(self)
        self.viewport().installEventFilter(self)

    @property
    def wraps(self) -> bool:
        """Whether a row may have more than one line."""
        return self.most_lines > 1

    def fill(self, decided: Mapping[int, Handling]) -> None:
        """Show everything anew, in the colors in force; the row that was chosen stays so."""
        chosen = self.currentItem()
        at = self.indexOfTopLevelItem(chosen) if chosen else 0
        self.clear()
        for row in self._folder.rows:
            item = QTreeWidgetItem(self)
            item.setData(0, _NUMBER, row.number)
            self.fill_item(row, decided.get(row.number, Handling.WAITING))
        for number, each in enumerate(self._folder.others):
            line = f"{naming.in_table(each.file)}：{folder_table.reason(each)}"
            item = QTreeWidgetItem(self, [line])
            item.setToolTip(0, line)
            item.setData(0, _NUMBER, -1 - number)
            item.setFirstColumnSpanned(True)
        self.choose(at + 1)
        self.fit_columns()

    def fill_item(self, row: Row, handling: Handling) -> None:
        """Show a row as it stands now."""
        item = self.topLevelItem(row.number - 1)
        if item is None:
            return
        sign, role = _SIGNS[row.standing]
        for number, column in enumerate(COLUMNS):
            cell = column.cell(row, handling)
            shown = "" if cell is None else str(cell)
            item.setText(number, f"{sign} {shown}" if column is folder_table.STANDING else shown)
            item.setToolTip(number, item.text(number))
        item.setToolTip(_NAME, "\n".join(filter(None, (item.text(number) for number in _IN_NAMES_TIP))))
        item.setForeground(_STANDING, self._theme.color(role))

    def sift(self, fits: Callable[[Row], bool] | None) -> None:
        """Show the rows that fit; None shows the files that are in no row."""
        for item in self._items():
            number = item.data(0, _NUMBER)
            item.setHidden(
                not (fits(self._folder.rows[number - 1]) if fits and number > 0 else not fits and number < 0)
            )
        self.setHeaderHidden(fits is None)
        self._wrap_where_there_is_room()
        chosen = self.currentItem()
        if chosen is None or chosen.isHidden():
            seen = next((item for item in self._items() if not item.isHidden()), None)
            if seen:
                self.setCurrentItem(seen)
            else:
                self.setCurrentIndex(self.model().index(-1, 0))

    def choose(self, number: int) -> None:
        """Go to a row by its number."""
        if item := self.topLevelItem(number - 1):
            self.setCurrentItem(item)

    @property
    def row(self) -> Row | None:
        """Give the row that is chosen."""
        item = self.currentItem()
        number = item.data(0, _NUMBER) if item else 0
        return self._folder.rows[number - 1] if number > 0 else None

    @property
    def file(self) -> str:
        """Give the file that is chosen: the last draft of a row, or one that is in no row; "" where there is none."""
        item = self.currentItem()
        number = item.data(0, _NUMBER) if item else 0
        if number < 0:
            return self._folder.others[-1 - number].file
        row = self.row
        return row.latest.file if row and row.latest else ""

    def shown(self) -> list[list[str]]:
        """Give the cells of the rows that are shown."""
        return [[item.text(column) for column in range(len(COLUMNS))] for item in self._items() if not item.isHidden()]

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for number in range(self.topLevelItemCount()) if (item := self.topLevelItem(number))]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport():
            if event.type() == QEvent.Type.Resize:
                self.fit_columns()
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._held = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._held = False
        return super().eventFilter(watched, event)

    def _note_hand(self, column: int) -> None:
        """Leave the columns as they were drawn by hand; the last one is always as wide as there is room.

        Qt itself makes columns wider, as where their headings get another style.
        """
        self._drawn = self._drawn or (self._held and column != len(COLUMNS) - 1)
        if self._held:
            self._wrap_where_there_is_room()

    def fit_columns(self) -> None:
        """Make the columns as wide as what they hold; what is missing, the last of them, is told in the rest of the width."""
        if self._drawn:
            return
        header, last = self.header(), len(COLUMNS) - 1
        rows = self._items()[: len(self._folder.rows)]
        widths: dict[int, int] = {}
        for column in range(last):
            header.setSectionHidden(column, not any(item.text(column) for item in rows))
            if not header.isSectionHidden(column):
                widths[column] = min(self._wanted(column, rows), self._theme.length(_WIDEST))
        for column in _GIVING_WAY:
            if self.viewport().width() - sum(widths.values()) < self._theme.length(_LEAST_TOLD) and column in widths:
                header.setSectionHidden(column, True)
                del widths[column]
        for column, width in widths.items():
            header.resizeSection(column, width)
        self._wrap_where_there_is_room()

    def _wrap_where_there_is_room(self) -> None:
        """Give each row as many lines as it needs, or as many as fit where not all have what they need."""
        shown, room = [item for item in self._items() if not item.isHidden()], self.viewport().height()
        line = self.fontMetrics().lineSpacing()
        self.most_lines = (
            _MOST_LINES if len(shown) * 2 * line < room else 1
        )  # none has two where they could not all have
        if self.wraps:
            heights = [self.indexRowSizeHint(self.indexFromItem(item)) for item in shown]
            fitting = (
                lines
                for lines in range(_MOST_LINES, 1, -1)
                if sum(min(each, lines * line + _BETWEEN) for each in heights) <= room
            )
            self.most_lines = next(fitting, 1)
        self.setUniformRowHeights(not self.wraps)
        self.scheduleDelayedItemsLayout()

    def _wanted(self, column: int, rows: list[QTreeWidgetItem]) -> int:
        """Tell how wide a column wants to be; a file that is in no row lies across all of them."""
        cells = max((self.sizeHintForIndex(self.indexFromItem(item, column)).width() for item in rows), default=0)
        return max(cells, self.header().sectionSizeHint(column))
