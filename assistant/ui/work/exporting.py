"""Exporting Word: to where the writer says, or anew over one that came back, which is kept under another name."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assistant.files import saving
from assistant.files.draft import Draft
from assistant.files.saving import Exported, Renewed
from assistant.files.trouble import Unwritable, not_done
from assistant.ui.document import places
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.waiting import Errand, Turns
from assistant.ui.work.file_work import FileWork

if TYPE_CHECKING:
    from assistant.templates.layout import Layout


class Exporting(FileWork):
    """Writes Word files of the open document, each after what is being written already."""

    exported = Signal()

    _exporting: Path | None = None

    @cached_property
    def _turns(self) -> Turns:
        made = Turns(self)
        made.slow.connect(self._tell_slow)
        return made

    def _tell_slow(self) -> None:
        """Say that the place does not answer, if it has not done so in a while; a draft is waited for."""

    def _latest(self, content: Draft) -> Draft:
        """Take over what saving has found out since a draft's content was taken down."""
        now = self._session.content("")
        return content._replace(exported=now.exported, source=now.source)

    def export(self) -> bool:
        """Ask where, and export Word; tell whether it is written already, or being written."""
        with places.offered(self.suggested_free(".docx")) as suggested:
            path = self.prompts.file_to_export(suggested, self._session.is_own_word)
        if path is None:
            return False
        self._exporting = path
        content, layout = self._session.content(self._editor.text), self.layout
        self._bars.clear("export")

        def begin() -> Errand[Exported]:
            return Errand(partial(saving.export, self._latest(content), path, layout, self._session.file))

        well: list[bool] = []
        self._turns.add(begin, lambda errand: well.append(self._finish_exporting(path, layout, errand)))
        if not well:
            self._bars.show_message(f"正在导出“{path.name}”。可以接着写。", key="export", lasts=Lasts.DOCUMENT)
        return well != [False]

    def _finish_exporting(self, path: Path, layout: Layout, errand: Errand[Exported]) -> bool:
        self._exporting = None
        try:
            self._session.take_exported(errand.result())
        except Unwritable as error:
            again: list[Choice] = [("换个位置导出…", self.export)]
            self._bars.show_message(not_done(error, "导出"), again, key="export", lasts=Lasts.DOCUMENT)
            return False
        from assistant.ui.work.other_programs import ways_to

        message = f"已导出“{path.name}”（{layout.name}）"
        left = self.left_told()
        self.exported.emit()
        self._bars.show_message(f"{message}；还有{left}。" if left else f"{message}。", ways_to(path), key="export")
        return True

    def renew_word(self, word: Path) -> bool:
        """Write the draft's own Word file where one lies that came back; that one stays, under a name that says so."""
        self._exporting = word
        content, layout = self._session.content(self._editor.text), self.layout

        def begin() -> Errand[Renewed]:
            assert self._session.file
            return Errand(partial(saving.renew_word, self._latest(content), word, layout, self._session.file))

        self._turns.add(begin, self._finish_renewing)
        return False  # another message takes the place of the offer

    def _finish_renewing(self, errand: Errand[Renewed]) -> None:
        self._exporting = None
        try:
            renewed = errand.result()
        except Unwritable as error:
            self._bars.show_message(
                f"{not_done(error, '更新Word')}审改稿仍在原处。", [("另存Word…", self.export)], key="word"
            )
            return
        self._session.take_exported(renewed.exported)
        from assistant.ui.work.other_programs import ways_to

        written, kept = renewed.exported.path, renewed.returned
        self._bars.show_message(
            f"“{written.name}”已更新；审改稿改名为“{kept.name}”，内容没有变动。", ways_to(written), key="word"
        )
