"""The rows of a form: each with the sentence it was taken from, and with how it stands to the notice.

What is to be checked counts until the writer has changed it or gone through it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assistant.templates.notice.standing import Row, Standing
from assistant.ui.dialogs import field_kinds, form_fields, standing_mark
from assistant.ui.dialogs.measured_form import MeasuredForm
from assistant.ui.dialogs.standing_mark import SETTLED, StandingMark


class _Line:
    """One row as it stands in the form."""

    def __init__(self, key: str, whole: QWidget, said: str, row: Row | None, mark: StandingMark | None) -> None:
        self.key = key
        self.whole, self.said, self.row, self.mark = whole, said, row, mark
        self.open = bool(row and row.standing is Standing.CHECK)
        self.first = field_kinds.values(whole)
        self.fields = [
            each
            for each in whole.findChildren(QWidget)
            if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and each.focusProxy() is None
        ]
        self._known = {each: each.accessibleDescription() for each in self.fields}

    def tell(self) -> None:
        """Put how the row stands into what a screen reader says of its fields."""
        if self.row is None:
            return
        state = SETTLED if self.row.standing is Standing.CHECK and not self.open else self.state()[1]
        remark = f"{state}：{self.row.doubt}" if self.row.doubt else f"{state}。"
        for each, known in self._known.items():
            each.setAccessibleDescription(f"{remark}{known}")

    def state(self) -> tuple[str, str, str]:
        """Say how the row stands now, as sign, words and color: by its value, wherever that has come from."""
        standing = self.row.standing if self.row else Standing.UNSAID
        now = field_kinds.values(self.whole)
        if now == self.first:
            filled = standing is Standing.UNSAID and any(now)  # by the program, as in other years
            return standing_mark.look(Standing.OUTLINE if filled else standing)
        if not any(now):
            return standing_mark.look(Standing.UNSAID) if standing is not Standing.READ else standing_mark.CLEARED
        return standing_mark.CHANGED if any(self.first) else standing_mark.FILLED


class FormRows(QObject):
    """Puts rows into a form. `standings` tell of each by its key; none: the form is not of a notice just read."""

    sentence_wanted = Signal(str)
    settled = Signal()
    come_to = Signal(QWidget)  # the row one is at

    def __init__(self, parent: QWidget, standings: Mapping[str, Row]) -> None:
        super().__init__(parent)
        self.form = MeasuredForm()
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._standings = standings
        self._lines: list[_Line] = []
        self._at = -1
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def add(self, label: str, widget: QWidget, said: str = "", *, key: str = "", remark: str = "") -> QWidget:
        """Add a field, the sentence it was taken from and a remark below it; give what the row can be hidden by."""
        row = self._standings.get(key)
        said = said or (row.said if row else "")
        for each in (widget, *widget.findChildren(QLineEdit), *widget.findChildren(QSpinBox)):
            each.setAccessibleName(each.accessibleName() or label)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.addWidget(widget, 1)
        mark = StandingMark(row.standing) if row else None
        if mark:
            first.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        again = bool(self._lines) and self._lines[-1].said == said
        quoted = f"通知原句：{' '.join(said.split())}" if said and not again else ""
        for words in (row.doubt if row else "", quoted, remark):
            if words:
                column.addWidget(form_fields.Remark(words))
        self.form.addRow(label, whole)
        self._lines.append(line := _Line(key, whole, said, row, mark))
        line.tell()
        if row:
            self._follow_value(line)
            self._show_state(line)
        return whole

    def _follow_value(self, line: _Line) -> None:
        """Let a row say how it stands by its value; one that is to be checked is gone through once it is changed."""
        settle, show = partial(self._settle, line), partial(self._show_state, line)
        for field, kind in field_kinds.fields(line.whole):
            for signal in kind.by_hand(field):
                signal.connect(settle)
            kind.changed(field).connect(show)

    def _show_state(self, line: _Line, *_: object) -> None:
        if line.mark and line.row and line.row.standing is not Standing.CHECK:
            line.mark.show_as(*line.state())
            line.tell()

    def _settle(self, line: _Line, *_: object) -> None:
        if line.open:
            line.open = False
            if line.mark:
                line.mark.settle()
            line.tell()
            self.settled.emit()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Show the sentence of the row one comes to; that one leaves has been gone through."""
        if new is None or new.window() is not self._window():
            return  # only for a while
        left, come = self._line_of(old), self._line_of(new)
        if left and left is not come:
            self._settle(left)
        if come and come is not left:
            self._arrive(come)

    def _arrive(self, line: _Line) -> None:
        self._at = self._lines.index(line)
        self.sentence_wanted.emit(line.said)
        self.come_to.emit(line.whole)

    def _window(self) -> QWidget:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        return parent.window()

    def _line_of(self, widget: QWidget | None) -> _Line | None:
        return next((line for line in self._lines if widget and line.whole.isAncestorOf(widget)), None)

    def rows(self) -> Iterator[Row]:
        """Yield how the rows that are shown stand, as they were read."""
        return (line.row for line in self._lines if line.row and not line.whole.isHidden())

    def checked(self) -> list[str]:
        """List by their keys the rows to be checked that were gone through."""
        return [line.key for line in self._lines if line.row and line.row.standing is Standing.CHECK and not line.open]

    def go_on_from(self, read: FormRows, checked: Collection[str]) -> None:
        """Tell what the writer has changed since it was `read`, and take the rows as gone through that were so already."""
        first = {line.key: line.first for line in read._lines}
        for line in self._lines:
            if line.key and line.key in first:
                line.first = first[line.key]
                self._show_state(line)
            if line.key in checked:
                self._settle(line)

    def open(self) -> int:
        """Count the rows that are still to be checked."""
        return sum(line.open and not line.whole.isHidden() for line in self._lines)

    def leave(self) -> None:
        """Take the row one is at as gone through: one asks for the next, and not everywhere a click takes the focus."""
        if line := self._line_of(self._window().focusWidget()) or self._line_at():
            self._settle(line)

    def at_open(self) -> bool:
        """Tell whether the row one is at is still to be checked."""
        line = self._line_at()
        return bool(line and line.open and not line.whole.isHidden())

    def _line_at(self) -> _Line | None:
        return self._lines[self._at] if self._at >= 0 else None

    def next_open(self, *, afresh: bool = False) -> QWidget | None:
        """Go to the next row to be checked, after the last from the first again; give its field, None: there is none."""
        begin = 0 if afresh else self._at + 1
        for line in (*self._lines[begin:], *self._lines[:begin]):
            if line.open and not line.whole.isHidden():
                field = next(each for each in line.fields if not each.isHidden() and not isinstance(each, QPushButton))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self._arrive(line)  # the window may not be the active one
                return line.whole
        return None
