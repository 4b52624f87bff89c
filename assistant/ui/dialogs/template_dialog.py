"""Correcting templates (本次要求): each as a form, beside the notice it was taken from; then they are kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.files import template_shelf
from assistant.files.disk import Unwritable
from assistant.files.template_shelf import OwnFile
from assistant.strict_toml import DataError
from assistant.templates.template_file import TemplateFile
from assistant.ui import asking, screens
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.dialogs.template_form import TemplateForm


class TemplateDialog(QDialog):
    """Shows templates to be corrected, and keeps them. `kept` are those that were kept."""

    def __init__(
        self,
        parent: QWidget | None,
        files: Sequence[TemplateFile],
        *,
        text: str = "",
        told: Sequence[str] = (),
        title: str = "核对本次要求",
        former: OwnFile | None = None,
        today: datetime.date | None = None,
    ) -> None:
        """Show files; what is kept takes the place of `former`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.kept: tuple[OwnFile, ...] = ()
        self.former = former
        self._notice = QPlainTextEdit(text)
        self._notice.setReadOnly(True)
        self._notice.setAccessibleName("通知原文")
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName("各份要求")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAutoHide(True)
        today = today or datetime.date.today()  # noqa: DTZ011  # the day where the writer sits
        self.sheets = [TemplateForm(file, today) for file in files]
        for sheet in self.sheets:
            sheet.sentence_wanted.connect(self.show_sentence)
            self._tabs.addTab(sheet, sheet.label)
        if len(files) == 1:
            self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing is seen of tabs
        self._lay_out(told)
        self.sheets[0].take_focus()
        self._before = [sheet.state() for sheet in self.sheets]
        screens.open_at(self, 1180, 700)

    def _lay_out(self, told: Sequence[str]) -> None:
        whole = QVBoxLayout(self)
        label = QLabel("\n".join(told))
        label.setWordWrap(True)
        label.setVisible(bool(told))
        whole.addWidget(label)
        columns = SideBySide(self._tabs, self._notice, shares=(3, 2))
        self._notice.setVisible(bool(self._notice.toPlainText()))
        whole.addWidget(columns, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        save, cancel = (
            buttons.button(each)
            for each in (QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel)
        )
        save.setText("存为本次要求")
        cancel.setText("取消")
        for button in (save, cancel):
            button.setIcon(QIcon())
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)

    def show_sentence(self, said: str) -> None:
        """Show in the notice where a value was taken from."""
        at = self._notice.toPlainText().find(said) if said else -1
        if at < 0:
            return
        cursor = self._notice.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + len(said), QTextCursor.MoveMode.KeepAnchor)
        self._notice.setTextCursor(cursor)
        self._notice.centerCursor()

    def shown_sentence(self) -> str:
        """Give the sentence of the notice that is marked."""
        return self._notice.textCursor().selectedText()

    def reject(self) -> None:
        changed = [sheet.state() for sheet in self.sheets] != self._before
        told = "填好的内容还没有保存，放弃后不能恢复。"
        if not changed or asking.ask(self, self.windowTitle(), told, go_on="放弃这些内容", stay="接着填"):
            super().reject()

    def _keep(self) -> None:
        try:
            files = [sheet.file() for sheet in self.sheets]
            doubts = "\n".join(filter(None, (sheet.doubt(kept=bool(self.former)) for sheet in self.sheets)))
            if doubts and not asking.ask(self, self.windowTitle(), doubts, go_on="照样保存", stay="返回修改"):
                return
            self.kept = tuple(template_shelf.keep(file, self.former) for file in files)
        except (DataError, Unwritable) as error:
            asking.tell(self, self.windowTitle(), str(error))
            return
        self.accept()
