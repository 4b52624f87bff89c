"""送审登记: which version went to whom, when, and what came back; listed above, recorded below."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.files.sendings import Answer, Sending
from assistant.ui import asking, screens
from assistant.ui.buttons import plain_button, press_alone
from assistant.ui.dialogs.date_field import DateField, nearest_to, written
from assistant.ui.dialogs.measured_form import MeasuredForm
from assistant.ui.eliding import ElidedChoice
from assistant.ui.scrolling import scrolled

_TOLD = "记下哪一稿什么时候送给了谁、有什么意见，随草稿保存，程序不会自行发出。打开过的审改稿，列在所比对的那一稿的“反馈意见”里。"
_UNSURE = "有{}份审改稿未能判断属于哪一次送审，没有列入，请选定所属的一次："
_SURE = "同一稿送审过几次的，可以将审改稿改列到另一次送审："
_NOBODY = "请填送给谁，姓名或职务都可以。"


class Shown(NamedTuple):
    """A sending with what came back of it, each a line."""

    sending: Sending
    back: tuple[str, ...]


class SendingsDialog(QDialog):
    """Lists the sendings; what is typed below is recorded as another, or in the place of the one that is chosen."""

    recorded = Signal(object)  # a Sending; its version is "" where the text as it is now was sent
    removed = Signal(object)
    typed = Signal(object)  # a Sending as it stands in the fields and is not recorded yet; None: all is
    answered = Signal(object, object)  # a Round, and the Sending that it answers

    def __init__(self, parent: QWidget | None, today: datetime.date) -> None:
        super().__init__(parent)
        self.setWindowTitle("送审登记")
        screens.open_at(self, 860, 520)
        self._today = today
        self._told = QLabel(_TOLD)
        self._told.setWordWrap(True)
        self._list = QTreeWidget()
        self._list.setAccessibleName("送审登记")
        self._list.setRootIsDecorated(False)
        self._list.setWordWrap(True)
        self._list.setProperty("ruled", "true")
        self._list.setHeaderLabels(["哪一稿", "送给谁", "时间", "反馈意见"])
        self._list.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        character = self.fontMetrics().horizontalAdvance("国")
        for column, characters in enumerate((9, 7, 9)):
            self._list.setColumnWidth(column, characters * character)
        self._list.setMinimumHeight(5 * self.fontMetrics().lineSpacing())
        self._list.currentItemChanged.connect(self._show_chosen)
        self._state = QLabel("国")
        self._state.setWordWrap(True)
        self._state.ensurePolished()
        self._state.setMinimumHeight(self._state.sizeHint().height())  # what is said moves no field under the mouse
        self._state.clear()
        layout = QVBoxLayout(self)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)
        layout.addWidget(scrolled(self._form()))
        layout.addWidget(self._state)
        layout.addLayout(self._foot())
        self.show_sendings((), ())
        self.show_answers(())
        self._to.setFocus()
        for line in (self._to, self._back):
            line.textChanged.connect(lambda _: self.typed.emit(self._typed()))

    def _form(self) -> QWidget:
        sheet = QWidget()
        self._version = ElidedChoice()
        self._version.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._to, self._back = QLineEdit(), QLineEdit()
        self._to.setPlaceholderText("姓名或职务")
        self._back.setPlaceholderText("没有审改稿文件的，可写一句，如“当面提了三条”")
        self._date = DateField(self._today, nearest_to(self._today))
        form = MeasuredForm(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self._came_back())
        rows = (("哪一稿", self._version), ("送给谁", self._to), ("时间", self._date), ("反馈意见", self._back))
        for label, field in rows:
            form.addRow(label, field)
            (field.line if isinstance(field, DateField) else field).setAccessibleName(label)
        return sheet

    def _came_back(self) -> QWidget:
        """Make the row in which is chosen what a file answers that may answer several sendings."""
        self._tie = QWidget()
        column = QVBoxLayout(self._tie)
        column.setContentsMargins(0, 0, 0, 0)
        self._asked = QLabel()
        self._asked.setWordWrap(True)
        self._files, self._answers = ElidedChoice(), ElidedChoice()
        for field, name in ((self._files, "审改稿"), (self._answers, "属于哪一次送审")):
            field.setAccessibleName(name)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._answers.setPlaceholderText("属于哪一次送审")
        self._files.currentIndexChanged.connect(self._show_candidates)
        settled = plain_button("改列到这一次", self._settle)
        row = QHBoxLayout()
        row.addWidget(self._files, 1)
        row.addWidget(self._answers, 1)
        row.addWidget(settled)
        column.addWidget(self._asked)
        column.addLayout(row)
        return self._tie

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show the files that may answer several sendings, the open ones first."""
        ordered = sorted(answers, key=lambda each: each.sending is not None)
        unsure = sum(each.sending is None for each in ordered)
        self._tie.setVisible(bool(ordered))
        self._asked.setText(_UNSURE.format(unsure) if unsure else _SURE)
        self._files.clear()
        for each in ordered:
            self._files.addItem(each.round.name, each)

    def _show_candidates(self) -> None:
        self._answers.clear()
        answer: Answer | None = self._files.currentData()
        if answer is None:
            return
        for each in answer.candidates:
            self._answers.addItem(f"{written(each.date)}送给“{each.to}”的", each)
        self._answers.setCurrentIndex(answer.candidates.index(answer.sending) if answer.sending else -1)

    def _settle(self) -> None:
        answer, chosen = self._files.currentData(), self._answers.currentData()
        if answer and chosen:
            self.answered.emit(answer.round, chosen)
            self.say(f"已记下：“{answer.round.name}”属于{written(chosen.date)}送给“{chosen.to}”的这一次。")
        else:
            self.say("请先选定属于哪一次送审。")

    def _foot(self) -> QHBoxLayout:
        self._add, self._change, self._remove = (
            QPushButton("登记这次送审"),
            QPushButton("修改这次登记"),
            QPushButton("删除这次登记"),
        )
        self._add.setDefault(True)
        self._add.clicked.connect(lambda: self._record(chosen=None))
        self._change.clicked.connect(lambda: self._record(chosen=self._chosen))
        self._remove.clicked.connect(self._take_away)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (self._add, self._change, self._remove, close):
            if button is close:
                row.addStretch(1)
            if button is not self._add:
                press_alone(button)
            row.addWidget(button)
        return row

    def show_sendings(
        self, sendings: Sequence[Shown], texts: Sequence[tuple[str, str]], apart: Sequence[str] = ()
    ) -> None:
        """List sendings, and what can be sent: the id of each version with what it is called.

        `apart` are the files that came back and were compared with none of the versions listed.
        """
        names = "、".join(f"“{name}”" for name in apart)
        self._told.setText(f"{_TOLD}{names}比对的不是下面各稿，没有列入。" if names and sendings else _TOLD)
        self._list.clear()
        for sending, back in sendings:
            came = "\n".join((*back, *((sending.back,) if sending.back else ())))
            cells = [sending.name, sending.to, written(sending.date), came or "还没有"]
            item = QTreeWidgetItem(self._list, cells)
            item.setData(0, Qt.ItemDataRole.UserRole, sending)
            for column, cell in enumerate(cells):
                item.setToolTip(column, cell)
        self._version.clear()
        for identifier, name in texts:
            self._version.addItem(name, identifier)
        self._to.clear()
        self._back.clear()
        self._enable()

    def _show_chosen(self) -> None:
        self._enable()
        if chosen := self._chosen:
            self._fill(chosen)

    def _fill(self, sending: Sending) -> None:
        self._version.setCurrentIndex(max(self._version.findData(sending.version), 0))
        self._to.setText(sending.to)
        self._back.setText(sending.back)
        self._date.line.setText(written(sending.date))

    def _enable(self) -> None:
        for button in (self._change, self._remove):
            button.setEnabled(self._chosen is not None)

    @property
    def _chosen(self) -> Sending | None:
        item = self._list.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None

    def _record(self, *, chosen: Sending | None) -> None:
        """Tell of what is typed, if it is whole."""
        to = self._to.text().strip()
        try:
            day = self._date.date() or self._today
        except ValueError:
            self.say(f"没有认出时间“{self._date.line.text().strip()}”，请写成{self._date.example()}。")
            return
        if not to:
            self.say(_NOBODY)
            self._to.setFocus()
            return
        made = self._made(chosen, day)
        if chosen and chosen.version != made.version:
            self.removed.emit(chosen)  # it goes to another version
        self.recorded.emit(made)
        to_come = "这个时间在今天以后，请核对。" if day > self._today else ""
        self.say(f"已{'修改' if chosen else '登记'}：{written(day)}送给“{to}”。{to_come}")

    def _made(self, chosen: Sending | None, day: datetime.date) -> Sending:
        """Make a sending of what stands in the fields, in the place of the chosen one if it is of the same version."""
        version, to, back = str(self._version.currentData() or ""), self._to.text().strip(), self._back.text().strip()
        number = chosen.number if chosen and chosen.version == version else -1
        return Sending(version, self._version.currentText(), to, day, back, number, chosen.files if chosen else ())

    def _typed(self) -> Sending | None:
        """Give what is typed and recorded nowhere; the day is today's as long as it cannot be read."""
        chosen, to, back = self._chosen, self._to.text().strip(), self._back.text().strip()
        if (to, back) == ((chosen.to, chosen.back) if chosen else ("", "")):
            return None
        day = self._today
        with suppress(ValueError):
            day = self._date.date() or day
        return self._made(chosen, day)

    def reject(self) -> None:
        question = "填好的内容还没有登记，放弃后不能恢复。"
        if self._typed() is None or asking.ask(self, self.windowTitle(), question, go_on="放弃这些内容", stay="接着填"):
            super().reject()

    def _take_away(self) -> None:
        """Take the chosen one away; what it said stays in the fields, to be recorded again."""
        if gone := self._chosen:
            self.removed.emit(gone)
            self._fill(gone)
            self.say(f"已删去送给“{gone.to}”的这次登记；内容仍在各栏里，点“登记这次送审”可重新登记。")

    def say(self, message: str) -> None:
        """Say something above the buttons; "" takes it away."""
        self._state.setText(message)
