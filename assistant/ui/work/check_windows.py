"""The windows of the 检查 menu: 全部改正, 已忽略的提示, 检查项目说明. Made when first wanted; they follow the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from assistant.review import mending, outline_rows, outline_values, setting_aside
from assistant.ui.theme import Theme
from assistant.ui.work.workplace import Workplace

if TYPE_CHECKING:
    from assistant.ui.dialogs.checks import ChecksDialog
    from assistant.ui.dialogs.set_aside import SetAsideDialog


class CheckWindows(QObject):
    """Opens them and keeps them up to date."""

    def __init__(self, place: Workplace, theme: Theme) -> None:
        super().__init__(place.actions)
        self._actions, self._deciding, self._analyser = place.actions, place.deciding, place.analyser
        self._session, self._files, self._bars, self._theme = place.session, place.files, place.bars, theme
        self.checks: ChecksDialog | None = None
        self.aside: SetAsideDialog | None = None
        place.session.choices_changed.connect(self._refresh)
        place.files.opened.connect(self._refresh)

    def mend_all(self) -> None:
        """Show all safe changes, and make those that are left ticked, as one step."""
        material = self._analyser.up_to_date()
        planned = self._actions.mendings()
        if not planned:
            self._bars.show_message("目前没有可以一并改正的地方。", key="next")
            return
        rows = outline_rows.rows(material)

        def where(place: int) -> str:
            path = outline_values.around(rows, place)
            return path[-1].title if path else "全文"

        chosen = self._files.prompts.mendings(material.text, planned, where)
        if chosen and material.text == self._analyser.up_to_date().text:
            self._actions.mend(chosen)

    @property
    def has_mendings(self) -> bool:
        return mending.has_safe(self._analyser.material.findings)

    def explain(self, rule: str = "") -> None:
        """Open the explanations, at a rule if one is named."""
        if self.checks is None:
            from assistant.ui.dialogs.checks import ChecksDialog

            self.checks = ChecksDialog(self._bars.window(), self._theme)
            self.checks.switched.connect(lambda name, on: self._deciding.switch_rule(name, on=on))
        self._present(self.checks)
        if rule:
            self.checks.choose(rule)

    def list_aside(self) -> None:
        """Open the list of what is set aside."""
        if self.aside is None:
            from assistant.ui.dialogs.set_aside import SetAsideDialog

            self.aside = SetAsideDialog(self._bars.window())
            self.aside.taken_back.connect(self._deciding.take_back)
            self.aside.all_taken_back.connect(self._deciding.take_all_back)
        self._present(self.aside)

    def _present(self, dialog: QDialog) -> None:
        self._refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _refresh(self, _: str = "") -> None:
        decisions = self._session.choices.decisions
        if self.checks:
            self.checks.show_switches(decisions, working=self._files.has_document)
        if self.aside:
            self.aside.show_entries(setting_aside.entries(decisions, self._session.template))
