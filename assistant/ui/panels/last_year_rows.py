"""Below last year's text: row by row what became of last year's problems and measures, and what is still to be said of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.facts.last_year.answering import Answered
from assistant.ui.buttons import link_button
from assistant.ui.eliding import ElidedLabel
from assistant.ui.panels.answer_list import AnswerList, AnswerRow
from assistant.ui.theme import Theme

_GO, _ORIGINAL = ("去看文中这一处", "去看"), ("去年原文", "原文")  # in short where there is little room


class LastYearRows(QWidget):
    """Shows the rows with their counts, and the one button that goes on with them."""

    row_chosen = Signal(int)
    row_entered = Signal(int)
    original_wanted = Signal(int)  # last year's words of a row
    fill_wanted = Signal()
    next_unfilled_wanted = Signal()
    table_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._unsaid, self._has_text = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.answers = AnswerList(theme)
        self.answers.row_chosen.connect(self.row_chosen)
        self.answers.entered_row.connect(self.row_entered)
        self.answers.left.connect(self.left)
        self.answers.currentRowChanged.connect(lambda _: self._enable())
        column.addWidget(self.answers, 1)
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        self.counts = ElidedLabel()  # in one line: its height is that of a row
        self.counts.setObjectName("panelTitle")
        table = link_button("导出整改落实情况表…")
        table.setToolTip("把问题、措施、完成情况、佐证另存为Word或Excel表，整改清单里写有完成时限、责任人的一并列上")
        table.clicked.connect(self.table_wanted)
        self.counts_row = QWidget()
        row = QHBoxLayout(self.counts_row)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self.counts, 1)
        row.addWidget(table)
        return self.counts_row

    def _foot(self) -> QWidget:
        self.fill = QPushButton()
        self.fill.setProperty("primary", "true")
        self.fill.clicked.connect(self._choose_fill)
        self._go = link_button(_GO[0])
        self._go.clicked.connect(lambda: self.row_entered.emit(self.answers.currentRow()))
        self._original = link_button(_ORIGINAL[0])
        self._original.clicked.connect(lambda: self.original_wanted.emit(self.answers.currentRow()))
        for button, (whole, _) in ((self._go, _GO), (self._original, _ORIGINAL)):
            button.setToolTip(whole)
            button.setAccessibleName(whole)
        holder = QWidget()
        holder.setMinimumWidth(1)  # it is the labels that give way
        holder.setObjectName("foot")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot_layout = QHBoxLayout(holder)
        self._foot_layout.addWidget(self.fill)
        self._foot_layout.addWidget(self._go)
        self._foot_layout.addStretch(1)
        self._foot_layout.addWidget(self._original)
        return holder

    @property
    def height_wanted(self) -> int:
        """Tell how high it is with all its rows."""
        return self.sizeHint().height() - self.answers.sizeHint().height() + self.answers.whole_height()

    def show_rows(self, rows: Sequence[AnswerRow], *, unsaid: int, unfilled: int, has_text: bool) -> None:
        """Show how the rows stand: how many are said nowhere, how many places are to be filled, whether last year's text is at hand."""
        self._unsaid, self._has_text = unsaid, has_text
        self.setVisible(bool(rows))
        counts = ((state.label, sum(row.state is state for row in rows)) for state in Answered)
        counted = "，".join(f"{label}{count}条" for label, count in counts if count)
        self.counts.setText(f"上年度整改{len(rows)}条：{counted}")
        self.answers.show_rows(rows)
        if unsaid:
            self.fill.setText(f"带入未写的{unsaid}条")
            self.fill.setToolTip(
                "在“上年度整改”末尾各添一段，清单里写有完成情况的一并带入，没有写的由本人填写；写过的内容不改动，可撤销"
            )
        else:
            self.fill.setText(f"去填【完成情况】（{unfilled}处）")
            self.fill.setToolTip("光标移到下一处待填的【完成情况】")
        self.fill.setVisible(bool(unsaid or unfilled))
        self._enable()
        self._label()

    def _label(self) -> None:
        """Write the labels of the foot whole, or in short where they would not fit."""
        for short in (False, True):
            self._go.setText(_GO[short])
            self._original.setText(_ORIGINAL[short])
            self._foot_layout.invalidate()
            if self._foot_layout.sizeHint().width() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def stand_close(self, *, close: bool) -> None:
        """Leave less room around the buttons where height is scarce."""
        side = self._theme.length(12)
        above = side // 3 if close else side * 2 // 3
        self._foot_layout.setContentsMargins(side, above, side // 2, above)

    def _enable(self) -> None:
        at = self.answers.currentRow()
        self._go.setEnabled(at >= 0)
        self._original.setEnabled(at >= 0 and self._has_text)

    def _choose_fill(self) -> None:
        (self.fill_wanted if self._unsaid else self.next_unfilled_wanted).emit()
