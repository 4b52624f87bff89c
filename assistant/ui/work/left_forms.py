"""Forms that a window that died left unsaved, 批评意见 and 本次要求: each is offered in a bar, and gone on with where it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assistant.files import kept_file
from assistant.ui.work.open_document import OpenDocument

if TYPE_CHECKING:
    from assistant.files.form_journal import FormLeft
    from assistant.ui.work.incoming import Incoming


class LeftForms(QObject):
    """Looks for them, which reads nothing where there is none."""

    def __init__(
        self, document: OpenDocument, *, incoming: Callable[[], Incoming], show_criticisms: Callable[[], object]
    ) -> None:
        super().__init__(document)
        self._document, self._bars = document, document.bars
        self._incoming, self._show_criticisms = incoming, show_criticisms

    def offer_criticisms(self) -> None:
        """Say that a form of 批评意见 was left, if one was."""
        from assistant.files import criticism_file
        from assistant.review import criticism

        if left := criticism_file.unsaved():
            message = f"上次写的批评意见没有保存（{criticism.told(left[0].form)}），程序已留有备份。"
            choice = ("打开这份备份", self._show_criticisms)
            self._bars.show_message(message, [choice], key="criticism", close="以后再说", quiet=True)

    def offer_templates(self) -> None:
        """Say that a form of 本次要求 was left, if one was."""
        if not kept_file.listed(f"*{kept_file.REQUIREMENT}"):
            return
        from assistant.files import form_journal

        if found := form_journal.left():
            more = f"，另有{len(found) - 1}份也没有保存" if found[1:] else ""
            message = f"上次填写的{found[0].name}没有保存{more}，程序已留有备份。"
            choice = ("打开这份备份", partial(self.go_on_with, found[0]))
            self._bars.show_message(message, [choice], key="form", close="以后再说", quiet=True)

    def go_on_with(self, found: FormLeft) -> None:
        """Let a form of 本次要求 be completed and kept, and say what it is for; then offer those that are left."""
        for own in self._document.prompts.form_left(found):
            self._incoming().tell_kept("已存为本次要求", own, has_document=self._document.has_document)
        self.offer_templates()
