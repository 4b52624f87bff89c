"""批评意见: what the writer will say to others at the meeting, entry by entry. Nothing of it stands in the material."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
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

from assistant.language.punctuation import quoted
from assistant.review import criticism
from assistant.review.criticism import Criticism, Form
from assistant.ui import dropping, keys, screens
from assistant.ui.buttons import link_button, plain_button, press_alone
from assistant.ui.dialogs.criticism_entry import CriticismEntry
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.scrolling import scrolled

_TOLD = "会上要向其他同志提的批评意见，一条写一件事。单独保存为一个文件，不写进材料，也不随材料导出；提示只给本人看，是否修改由本人决定。"


_NOBODY = "（未填）"


class CriticismWindow(QDialog):
    """Shows a form and tells what is wanted of it; whoever made it keeps and saves."""

    changed = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    dropped = Signal(str)
    save_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None, may_close: Callable[[], bool] = lambda: True) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        screens.open_at(self, 980, 600)
        self._may_close = may_close
        self._extra = Form().extra
        self._removed: tuple[int, Criticism] | None = None
        intro = QLabel(_TOLD)
        intro.setWordWrap(True)
        self._list = QTreeWidget()
        self._list.setAccessibleName("批评意见各条")
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels(["批评对象", "问题", "提示"])
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setColumnWidth(0, 7 * self.fontMetrics().horizontalAdvance("国"))
        self._list.currentItemChanged.connect(self._show_entry)
        self.entry = CriticismEntry()
        self._list.itemActivated.connect(lambda *_: self.entry.take_focus())
        self.entry.changed.connect(self._take_entry)
        self._state = QLabel()
        self._state.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(SideBySide(self._left(), scrolled(self.entry), shares=(5, 7)), 1)
        layout.addWidget(self._state)
        layout.addLayout(self._foot())
        self._state.hide()
        self.show_form(Form())

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        self._restore = link_button("恢复删除的一条")
        steps = (("添加", self.add), ("上移", lambda: self._move(-1)), ("下移", lambda: self._move(1)))
        for label, slot in (*steps, ("删除", self._remove)):
            button = link_button(label)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self._restore.clicked.connect(self._put_back)
        self._restore.hide()
        column.addLayout(row)
        column.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        for button in left.findChildren(QPushButton):
            press_alone(button)
        QShortcut(QKeySequence(keys.ADD_CRITICISM), self, self.add)
        return left

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        wanted = (
            ("新建", keys.NEW, self.new_wanted),
            ("打开…", keys.OPEN, self.open_wanted),
            ("保存", keys.SAVE, self.save_wanted),
            ("导出Word…", keys.EXPORT, self.export_wanted),
            ("打印…", keys.PRINT, self.print_wanted),
        )
        for label, key, signal in wanted:
            button = QPushButton(label)
            press_alone(button)
            button.setToolTip(keys.with_key(label, key))
            button.clicked.connect(signal)
            QShortcut(QKeySequence(key), self, button.click)
            row.addWidget(button)
            if label == "打开…":
                row.addStretch(1)
            if label == "保存":
                button.setProperty("primary", "true")
        close = plain_button("关闭", self.reject)
        row.addWidget(close)
        return row

    # What is shown

    def show_form(self, form: Form) -> None:
        """Show a form; a blank entry stands ready where there is none."""
        self._extra, self._removed = form.extra, None
        self._restore.hide()
        self._list.blockSignals(True)
        self._list.clear()
        for each in form.entries or (Criticism(),):
            self._list.addTopLevelItem(_item(each))
        self._list.blockSignals(False)
        self.choose(0)
        self.entry.take_focus()

    @property
    def form(self) -> Form:
        """The form as it stands, blank entries left out."""
        items = (self._list.topLevelItem(n) for n in range(self._list.topLevelItemCount()))
        return Form(tuple(each for item in items if item and not (each := _entry(item)).is_blank), self._extra)

    def say(self, message: str) -> None:
        """Say something below the form; "" takes it away."""
        self._state.setText(message)
        self._state.setVisible(bool(message))

    @property
    def said(self) -> str:
        return self._state.text()

    def show_name(self, name: str, *, modified: bool) -> None:
        """Show in the title what is open."""
        title = name if name.startswith(criticism.TITLE) else f"{name} — {criticism.TITLE}"
        self.setWindowTitle(f"{'*' if modified else ''}{title}")

    # What the hands do

    def add(self) -> None:
        """Begin another entry, below the one that is chosen; a blank one is used first."""
        current = self._list.currentItem()
        if current and _entry(current).is_blank:
            self.entry.take_focus()
            return
        at = self._list.indexOfTopLevelItem(current) + 1 if current else 0
        self._insert(at, Criticism())
        self.entry.take_focus()

    def choose(self, number: int) -> None:
        """Choose an entry, as a click would."""
        if item := self._list.topLevelItem(number):
            self._list.setCurrentItem(item)

    def _insert(self, at: int, entry: Criticism) -> None:
        item = _item(entry)
        self._list.insertTopLevelItem(at, item)
        self._list.setCurrentItem(item)

    def _remove(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        at, entry = self._list.indexOfTopLevelItem(item), _entry(item)
        self._list.takeTopLevelItem(at)
        if not entry.is_blank:
            self._removed = (at, entry)
            named = (entry.to or entry.problem)[:8]
            self._restore.setText(f"恢复删除的{quoted(named)}" if named else "恢复删除的一条")
            self._restore.show()
            self.changed.emit()
        if not self._list.topLevelItemCount():
            self._insert(0, Criticism())

    def _put_back(self) -> None:
        if self._removed:
            self._insert(*self._removed)
            self._removed = None
            self._restore.hide()
            self.changed.emit()

    def _move(self, step: int) -> None:
        item = self._list.currentItem()
        at = self._list.indexOfTopLevelItem(item) if item else -1
        if item is None or not 0 <= at + step < self._list.topLevelItemCount():
            return
        self._list.takeTopLevelItem(at)
        self._list.insertTopLevelItem(at + step, item)
        self._list.setCurrentItem(item)
        self.changed.emit()

    def _show_entry(self, item: QTreeWidgetItem | None) -> None:
        if item:
            self.entry.show_entry(_entry(item))

    def _take_entry(self) -> None:
        if item := self._list.currentItem():
            _fill(item, self.entry.entry)
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        dropping.welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if local := dropping.dropped_file(event):
            self.dropped.emit(local)

    # Leaving

    def reject(self) -> None:
        """Close, as Esc and × do; what is not saved is asked about first."""
        if self._may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
        if not self.isVisible():
            event.accept()


def _item(entry: Criticism) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    _fill(item, entry)
    return item


def _fill(item: QTreeWidgetItem, entry: Criticism) -> None:
    item.setData(0, Qt.ItemDataRole.UserRole, entry)
    count = len(criticism.hints(entry))
    problem = (entry.problem or entry.instance or entry.wish).replace("\n", " ")
    for column, text in enumerate((entry.to or _NOBODY, problem, f"{count}处" if count else "")):
        item.setText(column, text)
        item.setToolTip(column, text)


def _entry(item: QTreeWidgetItem) -> Criticism:
    held: Criticism = item.data(0, Qt.ItemDataRole.UserRole)
    return held
