"""All private notes (记一笔) of a draft in one place: searched, gone to, copied. They leave the draft only where the writer puts one into the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.files import template_shelf
from assistant.review import checklist
from assistant.review.material import Material
from assistant.templates.template import Template
from assistant.ui import screens
from assistant.ui.buttons import plain_button

_ELSEWHERE = "本次要求中已无此提问"


class Note(NamedTuple):
    """A note with the question it answers; `part` is "" where the present template does not ask it."""

    key: str
    part: str
    where: str
    ask: str
    text: str


def all_notes(material: Material) -> Iterator[Note]:
    """Yield the notes of a draft in the order of the outline, then those to questions of another template.

    One that an exchange of template has carried to the same question is not told twice.
    """
    left = dict(material.decisions.notes)
    seen: set[tuple[str, str]] = set()
    for key, (part, where, ask) in _asked(material.template).items():
        if text := left.pop(key, ""):
            seen.add((ask, text))
            yield Note(key, part, where, ask, text)
    if left:
        others = {key: found for each in template_shelf.known() for key, found in _asked(each).items()}
        for key, text in left.items():
            _, where, ask = others.get(key, ("", "", ""))
            if (ask, text) not in seen:
                yield Note(key, "", f"{where}（{_ELSEWHERE}）" if where else _ELSEWHERE, ask, text)


def _asked(template: Template | None) -> Mapping[str, tuple[str, str, str]]:
    """List the questions of a template by their key: part, its short name, what is asked."""
    return {
        checklist.key(part, question): (part.id, part.short, question.ask)
        for part, _ in (template.all_parts() if template else ())
        for question in part.questions
    }


class NotesDialog(QDialog):
    """Lists the notes; a line narrows them down, a double click goes to the part they belong to."""

    part_wanted = Signal(str)
    into_text = Signal(str, str)  # part, note

    def __init__(self, parent: QWidget | None, material: Material) -> None:
        super().__init__(parent)
        self.setWindowTitle("随记")
        screens.open_at(self, 760, 420)
        self._search = QLineEdit()
        self._search.setPlaceholderText("查找随记和提问")
        self._search.setAccessibleName("查找随记")
        self._search.textChanged.connect(self._narrow)
        self._list = QTreeWidget()
        self._list.setAccessibleName("随记")
        self._list.setRootIsDecorated(False)
        self._list.setWordWrap(True)
        self._list.setProperty("ruled", "true")
        self._list.setHeaderLabels(["部分", "提问", "随记"])
        for column in (1, 2):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._list.itemActivated.connect(self._go)
        for note in all_notes(material):
            item = QTreeWidgetItem(self._list, [note.where, note.ask, note.text])
            item.setData(0, Qt.ItemDataRole.UserRole, note.part)
            for column, text in enumerate((note.where, note.ask, note.text)):
                item.setToolTip(column, text)
        self._list.currentItemChanged.connect(lambda *_: self._enable())
        intro = "双击可转到那一部分。随记只留在草稿里；点“写进正文”，即加到那一部分的末尾，可撤销。"
        if not self._list.topLevelItemCount():
            intro = "还没有随记。在“想一想”的提问下点“记一笔”，就会列在这里。"
        label = QLabel(intro)
        label.setObjectName("faint")
        label.setWordWrap(True)
        self._insert = QPushButton("写进正文")
        self._insert.clicked.connect(self._put_into_text)
        close = plain_button("关闭", self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._insert)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        for widget in (self._search, self._list, label):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._enable()

    def shown(self) -> list[str]:
        """List the notes that are shown."""
        items = (self._list.topLevelItem(index) for index in range(self._list.topLevelItemCount()))
        return [item.text(2) for item in items if item and not item.isHidden()]

    def _narrow(self, wanted: str) -> None:
        for index in range(self._list.topLevelItemCount()):
            if item := self._list.topLevelItem(index):
                item.setHidden(not any(wanted.strip() in item.text(column) for column in range(3)))

    def _enable(self) -> None:
        item = self._list.currentItem()
        self._insert.setEnabled(bool(item and item.data(0, Qt.ItemDataRole.UserRole)))

    def _put_into_text(self) -> None:
        if item := self._list.currentItem():
            self.into_text.emit(item.data(0, Qt.ItemDataRole.UserRole), item.text(2))
            self.accept()

    def _go(self, item: QTreeWidgetItem) -> None:
        if part := item.data(0, Qt.ItemDataRole.UserRole):
            self.part_wanted.emit(part)
            self.accept()
