"""Rows of the new-material form: an earlier material of the writer's own, how it is to serve, last year's 整改清单."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assistant.decisions import Profile
from assistant.facts import name_lines
from assistant.facts.last_year import list_table, promises
from assistant.files import kinds, references
from assistant.files.kinds import Use
from assistant.files.references import Read
from assistant.reading import Unreadable
from assistant.ui import choosing, pasted, waiting
from assistant.ui.announcing import announce
from assistant.ui.buttons import plain_button
from assistant.ui.dialogs.form_fields import Remark
from assistant.ui.eliding import ElidedLabel
from assistant.ui.scrolling import show_whole
from assistant.ui.waiting import GivenUp

PASTED = "粘贴的整改清单"
NOT_PASTED = f"剪贴板里没有整改清单。请在表格里连列名一起选中、复制，再点“粘贴整改清单”。{list_table.NO_LIST}"


class Way(Enum):
    """How an earlier material serves the new one."""

    ANEW = "对照去年的材料新写"
    REVISE = "在去年的材料上改"


_TOLD = {
    Way.ANEW: "只列提纲，去年的内容在右栏“去年”里对照；上年度整改里列出去年的问题和措施，逐条填写。",
    Way.REVISE: "去年的内容移到今年的各部分下，一句不少；没有改过的句子，送审前逐句列出。",
}


class EarlierFile(QObject):
    """Asks for the files. They are read at once, so that a form can be filled with what they tell."""

    read = Signal()  # an earlier material was read

    def __init__(self, form: QFormLayout) -> None:
        super().__init__(form)
        self.path: Path | None = None
        self.earlier: Read | None = None
        self.listed: Read | None = None
        self._form = form
        self._year: int | None = None  # of the new material
        self._known = ""
        self._near: Path | None = None  # where the other file was found, for who has never chosen this one
        self._name, self._list_name = ElidedLabel(), ElidedLabel()
        self._told = Remark()
        self._put_away = plain_button("不用这份材料", self._clear)
        self._put_list_away = plain_button("不用这份清单", self._clear_list)
        self._ways = self._way_rows()
        form.addRow("以往的材料", _row(self._name, plain_button("选以往的材料…", self._choose), self._put_away))
        form.addRow("", self._told)
        form.addRow("怎样写", self._ways)
        paste = plain_button("粘贴整改清单", self.paste_list)
        self._list_row = _row(
            self._list_name, plain_button("选整改清单…", self._choose_list), paste, self._put_list_away
        )
        form.addRow("整改清单", self._list_row)
        self._list_told = Remark()
        form.addRow("", self._list_told)
        self._show()

    def _way_rows(self) -> QWidget:
        self._group = QButtonGroup(self)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, way in enumerate(Way):
            button = QRadioButton(way.value)
            button.setToolTip(_TOLD[way])
            button.setAccessibleDescription(_TOLD[way])
            self._group.addButton(button, number)
            column.addWidget(button)
        self._group.buttons()[0].setChecked(True)
        remark = Remark(_TOLD[Way.ANEW])
        self._group.idToggled.connect(lambda _id, on: remark.setText(_TOLD[self.way]) if on else None)
        column.addWidget(remark)
        return whole

    @property
    def way(self) -> Way:
        return list(Way)[self._group.checkedId()]

    def choose_way(self, way: Way) -> None:
        """Choose how the file serves, as a click would."""
        self._group.button(list(Way).index(way)).setChecked(True)

    def profile(self) -> Profile:
        """Give who wrote the earlier material, as far as it tells."""
        if self.earlier is None or self.path is None:
            return Profile()
        last = self.earlier.last
        return name_lines.of(last.text, last.outline.materials[0], self.path.name)

    # Reading

    def open(self, path: Path, known: str = "") -> None:
        """Read an earlier material; `known` is the writer's name, if he has told it before."""
        try:
            read = self._reading(path, references.read)
        except GivenUp:
            return
        except Unreadable as error:
            self._told.setText(f"未能打开“{path.name}”。{error}")
            self._form.setRowVisible(self._told, True)
            show_whole(self._told)
            return
        self.path, self.earlier, self._known = path, read, known
        self._tell()
        self._show()
        show_whole(self._told)
        self.read.emit()

    def hold_against(self, year: int | None) -> None:
        """Say of an earlier material whether it is that of the year before `year`, the new one's."""
        if year != self._year:
            self._year = year
            self._tell()

    def _tell(self) -> None:
        if self.earlier:
            self._told.setText(self._what_was_read(self.earlier, self._known))

    def _reading(self, path: Path, read: Callable[[Path], Read]) -> Read:
        doing = f"正在打开{waiting.named(path.name)}…"
        return waiting.result_of(lambda: read(path), doing, self._form.parentWidget())

    def _what_was_read(self, read: Read, known: str) -> str:
        sections = sum(len(material.chapters) for material in read.last.outline.materials)
        problems = sum(bool(row.problem) for rows in promises.every_row(read.last) for row in rows)
        message = f"读到{sections}节" + (f"、{problems}个问题" if problems else "") + "；原文件未改。"
        name = self.profile().name
        if known and name and known != name:
            message += f"署名是“{name}”，请核对是否为本人的材料。"
        return read.last.doubt(self._year) + message + "".join(f"{note}。" for note in read.notes)

    def open_list(self, path: Path) -> None:
        """Read last year's 整改清单."""
        try:
            self._take_list(self._reading(path, references.read_list))
        except GivenUp:
            return
        except Unreadable as error:
            self._tell_of_list(f"未能读取“{path.name}”。{error}")

    def paste_list(self) -> None:
        """Read the 整改清单 that the clipboard holds."""
        rows = list_table.of_pasted(pasted.text_of(QGuiApplication.clipboard().mimeData()))
        if rows:
            self._take_list(references.of_rows(rows, PASTED))
        else:
            self._tell_of_list(NOT_PASTED)

    def _take_list(self, read: Read) -> None:
        self.listed = read
        self._show()
        notes = "".join(f"{note}。" for note in read.notes)
        self._tell_of_list(
            f"“{read.reference.name}”{list_table.told(read.last.listed)}{notes}"
        )  # beside the buttons it may be cut

    def _tell_of_list(self, words: str) -> None:
        """Say what was read, or why nothing was, in full; what was chosen before stays."""
        self._list_told.setText(words)
        self._form.setRowVisible(self._list_told, bool(words))
        announce(self._list_told, words)
        show_whole(self._list_told)

    def _clear(self) -> None:
        self.path = self.earlier = None
        self._told.clear()
        self._show()

    def _clear_list(self) -> None:
        self.listed = None
        self._tell_of_list("")
        self._show()

    def _choose(self) -> None:
        wanted = kinds.dialog_filter("以往的材料", (Use.DRAFT, Use.MATERIAL))
        path = choosing.file_to_open(self._form.parentWidget(), "选本人去年的材料", wanted, self._near, key="earlier")
        if path:
            self._near = path.parent
            self.open(path)

    def _choose_list(self) -> None:
        wanted = kinds.dialog_filter("整改清单", (Use.TABLE, Use.MATERIAL))
        path = choosing.file_to_open(self._form.parentWidget(), "选去年的整改清单", wanted, self._near, key="list")
        if path:
            self._near = path.parent
            self.open_list(path)

    def _show(self) -> None:
        self._name.setText(self.path.name if self.path else "不用，从空白写起")
        listed = self.listed
        self._list_name.setText(listed.reference.name if listed else "未选，从以往的材料里查找")
        self._put_away.setVisible(self.path is not None)
        self._put_list_away.setVisible(listed is not None)
        for row in (self._told, self._ways):
            self._form.setRowVisible(row, self.earlier is not None)
        self._form.setRowVisible(self._list_told, bool(self._list_told.text()))


def _row(label: QLabel, *buttons: QPushButton) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label, 1)
    for button in buttons:
        layout.addWidget(button)
    return row
