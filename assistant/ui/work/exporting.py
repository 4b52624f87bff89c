"""Exporting Word: to where the writer says, or anew over one that came back, which is kept under another name."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assistant.files import draft_and_word
from assistant.files.draft_and_word import Exported, Renewed
from assistant.files.trouble import Unwritable, not_done
from assistant.ui.document import file_places
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.waiting import Errand, Turns
from assistant.ui.work.open_document import OpenDocument

if TYPE_CHECKING:
    from assistant.templates.layout import Layout


class Exporting(QObject):
    """Writes Word files of the open document, each after what is being written already."""

    def __init__(self, document: OpenDocument, turns: Turns) -> None:
        super().__init__(document)
        self._document, self._turns = document, turns
        self._session, self._bars = document.session, document.bars
        self._under_way: list[Path] = []  # what is being written, and what waits for its turn

    def export(self) -> bool:
        """Ask where, and export Word; tell whether it is written already, or being written."""
        with file_places.offered(self._document.suggested_free(".docx")) as suggested:
            path = self._document.prompts.file_to_export(suggested, self._session.is_own_word)
        if path is None:
            return False
        self._under_way.append(path)
        content, layout = self._session.content(self._document.editor.text), self._document.layout
        self._bars.clear("export")

        def begin() -> Errand[Exported]:
            return Errand(
                partial(draft_and_word.export, self._session.latest(content), path, layout, self._session.file)
            )

        well: list[bool] = []
        self._turns.add(begin, lambda errand: well.append(self._finish_exporting(path, layout, errand)))
        if not well:
            self._bars.show_message(f"正在导出“{path.name}”。可以接着写。", key="export", lasts=Lasts.DOCUMENT)
        return well != [False]

    def _finish_exporting(self, path: Path, layout: Layout, errand: Errand[Exported]) -> bool:
        self._under_way.remove(path)
        try:
            self._session.take_exported(errand.result())
        except Unwritable as error:
            again: list[Choice] = [("换个位置导出…", self.export)]
            self._bars.show_message(not_done(error, "导出"), again, key="export", lasts=Lasts.DOCUMENT)
            return False
        from assistant.ui.work.other_programs import ways_to

        message = f"已导出“{path.name}”（{layout.name}）"
        left = self._document.left_told()
        self._document.exported.emit()
        self._bars.show_message(f"{message}；还有{left}。" if left else f"{message}。", ways_to(path), key="export")
        return True

    def renew_word(self, word: Path) -> bool:
        """Write the draft's own Word file where one lies that came back; that one stays, under a name that says so."""
        self._under_way.append(word)
        content, layout = self._session.content(self._document.editor.text), self._document.layout

        def begin() -> Errand[Renewed]:
            assert self._session.file
            return Errand(
                partial(draft_and_word.renew_word, self._session.latest(content), word, layout, self._session.file)
            )

        self._turns.add(begin, partial(self._finish_renewing, word))
        return False  # another message takes the place of the offer

    def _finish_renewing(self, word: Path, errand: Errand[Renewed]) -> None:
        self._under_way.remove(word)
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

    def give_up(self) -> None:
        """Say of what was being written that nobody waits for it any longer."""
        if self._under_way:
            names = "".join(f"“{name}”" for name in dict.fromkeys(each.name for each in self._under_way))
            message = f"没有导出{names}，存放的位置没有回应。"
            self._bars.show_message(message, [("换个位置导出…", self.export)], key="export", lasts=Lasts.DOCUMENT)
        self._under_way.clear()
