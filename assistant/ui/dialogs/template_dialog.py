"""Correcting templates (本次要求): each as a form, beside the notice it was taken from; then they are kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.files import kinds, own_shelf, shipped_shelf
from assistant.files.form_journal import FormJournal, FormLeft
from assistant.files.own_shelf import OwnFile
from assistant.files.trouble import Unwritable, not_kept
from assistant.strict_toml import DataError
from assistant.templates import proposal
from assistant.templates.notice.standing import Standing
from assistant.templates.notice.values import Notice
from assistant.templates.template_file import TemplateFile
from assistant.ui import asking, choosing, screens
from assistant.ui.buttons import link_button, press_alone
from assistant.ui.dialogs import template_export
from assistant.ui.dialogs.notice_text import NoticeText
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.dialogs.standing_mark import StandingMark
from assistant.ui.dialogs.template_form import TemplateForm
from assistant.ui.unsaved_timer import UnsavedTimer


def _tabs() -> QTabWidget:
    tabs = QTabWidget()
    tabs.setAccessibleName("各份要求")
    tabs.setDocumentMode(True)
    tabs.tabBar().setAutoHide(True)
    return tabs


class TemplateDialog(QDialog):
    """Shows templates to be corrected, and keeps them.

    `kept` are those that were kept, `other` is the notice that is to be read instead.
    """

    def __init__(
        self,
        parent: QWidget | None,
        files: Sequence[TemplateFile],
        *,
        text: str = "",
        intro: str = "",
        reading: Notice | None = None,
        title: str = "核对本次要求",
        former: OwnFile | None = None,
        today: datetime.date | None = None,
        found: FormLeft | None = None,
    ) -> None:
        """Show files; what is kept takes the place of `former`.

        `reading` is that of the notice they were made of, `intro` stands above what is told of it. What was `found` of
        a window that died goes once it is kept, or lies in this window's own journal.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.kept: tuple[OwnFile, ...] = ()
        self.other: Path | None = None
        self.former = former
        self._notice = NoticeText(text, [each.span for each in reading.unread] if reading else ())
        self._tabs = _tabs()
        today = today or datetime.date.today()  # noqa: DTZ011  # the day where the writer sits
        asked = reading.templates if reading else (None,) * len(files)
        self.sheets = [TemplateForm(file, today, each) for file, each in zip(files, asked, strict=True)]
        if found and reading:
            self._go_on_from(found, reading, today)
        for sheet in self.sheets:
            sheet.sentence_wanted.connect(self._notice.show_sentence)
            sheet.rows.settled.connect(self._count)
            sheet.rows.come_to.connect(self._count)
            self._tabs.addTab(sheet, sheet.label)
        if len(files) == 1:
            self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing is seen of tabs
        self._lay_out(self._introduced(intro, reading), text=bool(text))
        self.sheets[0].take_focus()
        self._before = [] if found else self._states()
        self._text, self._found, self._journal = text, found, FormJournal()
        self._held = (self._before, self._checked())
        self._unsaved = UnsavedTimer(self, self.hold)
        self._unsaved.start()
        screens.open_at(self, 1180, 700)

    def _introduced(self, intro: str, reading: Notice | None) -> str:
        """Say what this is, and how much of the notice was read."""
        return "\n".join(filter(None, (intro, self._summary(reading) if reading else "")))

    def _summary(self, reading: Notice) -> str:
        rows = [row for sheet in self.sheets for row in sheet.rows.rows()]
        counts = [f"从通知里读到{sum(row.was_read for row in rows)}项"]
        if self._open():
            counts.append(f"需要核对的{self._open()}项")
        if reading.unread:
            counts.append(f"没有认出的{len(reading.unread)}句")
        return f"{'，'.join(counts)}。请在左边修改；右边是通知原文，点左边一项，即标出它所依据的一句。"

    def _lay_out(self, intro: str, *, text: bool) -> None:
        whole = QVBoxLayout(self)
        label = self._intro = QLabel(intro)
        label.setWordWrap(True)
        label.setVisible(bool(intro))
        head = QHBoxLayout()
        head.addWidget(label, 1)
        self._other = QPushButton("换一份通知…")
        self._other.setToolTip("打开另一份通知；现在这一份填的内容不保存")
        press_alone(self._other)
        self._other.clicked.connect(self._take_other)
        self._other.setVisible(text and self.former is None)
        head.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        columns = SideBySide(self._tabs, self._notice, shares=(3, 2))
        self._notice.setVisible(text)
        whole.addWidget(columns, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        save, cancel = (
            buttons.button(each)
            for each in (QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel)
        )
        save.setText("存为本次要求")
        cancel.setText("取消")
        self._write = QPushButton("另存本次要求文件…")
        self._write.setToolTip("把填好的要求另存为一个文件，可供同事使用")
        self._write.clicked.connect(self._write_file)
        for button in (save, cancel, self._write):
            button.setIcon(QIcon())
            if button is not save:
                press_alone(button)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        self._left = StandingMark(Standing.CHECK)
        self._next = link_button("下一项")
        self._next.setToolTip("转到下一项需要核对的内容；正在看的一项，点后记为已核对")
        press_alone(self._next)
        self._next.clicked.connect(self.go_to_next)
        foot.addWidget(self._left)
        foot.addWidget(self._next)
        foot.addStretch(1)
        foot.addWidget(self._write)
        foot.addWidget(buttons)
        whole.addLayout(foot)
        self._tabs.currentChanged.connect(self._count)
        self._left.setVisible(bool(self._open()))
        self._next.setVisible(bool(self._open()))
        self._count()

    def _open(self) -> int:
        return sum(sheet.rows.open() for sheet in self.sheets)

    def _count(self, *_: object) -> None:
        """Tell how many rows are still to be checked, and what the link makes of the one that one is at."""
        if count := self._open():
            self._left.show_as("？", f"还有{count}项需要核对", "check")
        else:
            self._left.show_as("✓", "需要核对的各项都已看过", "read")
        here = self.sheets[self._tabs.currentIndex()].rows.at_open()
        self._next.setText(("已核对，下一项" if count > 1 else "已核对") if here else "下一项")
        self._next.setEnabled(bool(count))

    def go_to_next(self) -> None:
        """Go to the next row that is to be checked, of this sheet or else of the next."""
        at = self._tabs.currentIndex()
        self.sheets[at].rows.leave()
        for turn in range(len(self.sheets) + 1):
            number = (at + turn) % len(self.sheets)
            sheet = self.sheets[number]
            if sheet.rows.open():
                self._tabs.setCurrentIndex(number)
                sheet.show_next(afresh=bool(turn))
                return

    def shown_sentence(self) -> str:
        """Give the sentence of the notice that is marked."""
        return self._notice.shown_sentence()

    def _go_on_from(self, found: FormLeft, reading: Notice, today: datetime.date) -> None:
        """Tell of a form that was found what the writer has changed in it and gone through, beside what was read."""
        for number, (sheet, asked) in enumerate(zip(self.sheets, reading.templates, strict=True)):
            file = proposal.propose(asked, shipped_shelf.every(), found.files[number].id)
            read = TemplateForm(file, today, asked)  # shown nowhere
            sheet.rows.go_on_from(read.rows, found.checked[number] if number < len(found.checked) else ())
            read.deleteLater()

    def _checked(self) -> list[list[str]]:
        return [sheet.rows.checked() for sheet in self.sheets]

    def _states(self) -> list[tuple[object, ...]]:
        return [sheet.state() for sheet in self.sheets]

    def hold(self) -> None:
        """Write down what stands in the form and is not kept yet, where anything was changed or gone through since."""
        now = self._states(), self._checked()
        if now == self._held:
            return
        try:
            self._journal.keep([sheet.held() for sheet in self.sheets], self._text, self.former, now[1])
        except Unwritable as error:
            self._intro.setText(not_kept(error))
            self._intro.show()
            return
        self._held = now
        self._drop_found()  # it stands in our own journal now

    def _drop_found(self) -> None:
        if self._found:
            self._found.discard()
            self._found = None

    def done(self, result: int) -> None:
        """Close, however that was asked for: what stands in the form is kept, or not wanted."""
        self._unsaved.stop()
        self._journal.clear()
        self._drop_found()
        super().done(result)

    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        changed = self._states() != self._before  # what was only gone through may be the way to 取消 by the Tab key
        message = "填好的内容还没有保存，放弃后不能恢复。"
        return not changed or asking.ask(self, self.windowTitle(), message, go_on="放弃这些内容", stay="接着填")

    def _take_other(self) -> None:
        """Ask for another notice; with it the dialog ends, `other` tells which."""
        path = choosing.notice_to_open(self)
        if path and self._may_leave():
            self.other = path
            super().reject()

    def _write_file(self) -> None:
        """Write the sheet that is shown to a file of its own; nothing is kept by that."""
        try:
            file = self.sheets[self._tabs.currentIndex()].file()
        except DataError as error:
            asking.tell(self, "另存本次要求文件", str(error))
            return
        name = f"{file.name}{kinds.TEMPLATE_SUFFIX}"
        template_export.write(self, "另存本次要求文件", name, own_shelf.source_of(file))

    def _keep(self) -> None:
        try:
            files = [sheet.file() for sheet in self.sheets]
            doubts = "\n".join(filter(None, (sheet.doubt(kept=bool(self.former)) for sheet in self.sheets)))
            if doubts and not asking.ask(self, self.windowTitle(), doubts, go_on="仍然保存", stay="返回修改"):
                return
            self.kept = tuple(own_shelf.keep(file, self.former) for file in files)
        except (DataError, Unwritable) as error:
            asking.tell(self, self.windowTitle(), str(error))
            return
        self.accept()
