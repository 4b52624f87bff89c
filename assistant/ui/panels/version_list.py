"""What a draft can be held against: its versions, what was saved before, last year's material, any file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assistant.ui.buttons import plain_button
from assistant.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_WIDTH = 232  # pixels, beside type of the usual size
_AROUND, _BESIDE = 16, 30  # what is left above and below, at both sides of an entry


class Other(NamedTuple):
    """A text that the draft can be held against; `own`: an earlier one of the same draft, which can be taken back whole."""

    key: str
    name: str
    told: str  # when, how long
    group: str
    own: bool = False
    named: bool = False  # a version, which can be renamed and removed


class VersionList(QWidget):
    """Lists them in groups."""

    chosen = Signal(str)
    save_wanted = Signal()
    open_wanted = Signal()
    whole_wanted = Signal()
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Other, ...] | None = None  # nothing was listed yet, not even that there is nothing
        title = QLabel("各稿")
        title.setObjectName("panelTitle")
        self._list = _List()
        self._list.setObjectName("versions")
        self._list.setAccessibleName("各稿")
        self._list.currentItemChanged.connect(self._choose)
        self._list.left.connect(self.left)
        self._whole = plain_button("改回这一稿", self.whole_wanted.emit)
        self._rename = plain_button("这一稿改名…", lambda: self.rename_wanted.emit(self.current()))
        self._remove = plain_button("删去这一稿…", lambda: self.remove_wanted.emit(self.current()))
        other = plain_button("打开其他文件…", self.open_wanted.emit)
        save = plain_button("另存一稿…", self.save_wanted.emit)
        buttons = QGridLayout()
        buttons.setContentsMargins(8, 4, 8, 8)
        buttons.setSpacing(6)
        for number, button in enumerate((save, other, self._whole, self._rename, self._remove)):
            buttons.addWidget(button, number // 2, number % 2)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        self.show_theme()
        theme.changed.connect(self.show_theme)
        self._enable()

    def show_theme(self) -> None:
        """Take the sizes in force."""
        self._layout.activate()  # the buttons' grid knows the size of their letters only then
        self.setFixedWidth(max(self._theme.length(_WIDTH), self.minimumSizeHint().width()))
        entries = {each.key: each for each in self._shown or ()}
        for item in map(self._list.item, range(self._list.count())):
            if each := entries.get(item.data(_KEY)):
                self._measure(item, each)

    def show_others(self, others: Sequence[Other], current: str) -> None:
        """List texts, the one of this key chosen."""
        if tuple(others) != self._shown:
            self._shown = tuple(others)
            self._list.blockSignals(True)
            self._list.clear()
            group = ""
            for each in others:
                if each.group != group:
                    group = each.group
                    self._add_heading(group)
                item = QListWidgetItem(self._list)
                item.setToolTip(f"{each.name}\n{each.told}")
                item.setData(_KEY, each.key)
                self._measure(item, each)
            if not others:
                self._add_heading("还没有可以对比的版本。可以另存一稿，或打开其他文件。")
            self._list.blockSignals(False)
        row = next((n for n in range(self._list.count()) if self._list.item(n).data(_KEY) == current), -1)
        if row >= 0:
            self._list.setCurrentRow(row)
        self._enable()

    def _measure(self, item: QListWidgetItem, other: Other) -> None:
        """Show a name, cut to one line, and what is told of it; wrapped, it would push the second out of the row."""
        metrics, room = self._list.fontMetrics(), self.width() - self._theme.length(_BESIDE)
        cut = Qt.TextElideMode.ElideMiddle
        item.setText("\n".join(metrics.elidedText(each, cut, room) for each in (other.name, other.told)))
        item.setSizeHint(QSize(0, 2 * metrics.lineSpacing() + self._theme.length(_AROUND)))

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self._list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def rows(self) -> list[str]:
        """List what is shown."""
        return [self._list.item(n).text() for n in range(self._list.count())]

    def choose(self, wanted: str) -> None:
        """Choose by key, or the first of a name, as a click would."""
        key = next(each.key for each in self._shown or () if wanted in (each.key, each.name))
        for n in range(self._list.count()):
            if self._list.item(n).data(_KEY) == key:
                self._list.setCurrentRow(n)

    def current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(_KEY) or "") if item else ""

    def take_focus(self) -> None:
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, *_: object) -> None:
        self._enable()
        if key := self.current():
            self.chosen.emit(key)

    def _enable(self) -> None:
        other = next((each for each in self._shown or () if each.key == self.current()), None)
        self._whole.setEnabled(other is not None and other.own)
        for button in (self._rename, self._remove):
            button.setEnabled(other is not None and other.named)


class _List(QListWidget):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
