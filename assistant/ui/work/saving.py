"""Saving and exporting: the draft, the Word file beside it, and what is said of both."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Signal

from assistant.files import kinds
from assistant.files.disk import Unwritable
from assistant.files.draft import ChangedOnDisk
from assistant.reading import Unreadable
from assistant.ui.document import places
from assistant.ui.panels.bars import Choice
from assistant.ui.work.file_work import FileWork


class Saving(FileWork):
    """Writes the open document to the disk."""

    saved = Signal()
    exported = Signal()

    _source_told = False  # that the file it was begun from is not touched

    def save(self) -> bool:
        """Save the draft; the first time ask where. Refreshes the Word file beside it."""
        self.finishing.emit()
        if self._session.file is None:
            return self.save_as()
        try:
            self._session.save(self._editor.text)
        except ChangedOnDisk:
            self._tell_changed()
            return False
        except Unwritable as error:
            self._tell_unsaved(error)
            return False
        self._after_saving()
        return True

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there."""
        with places.offered(self.suggested(kinds.DRAFT_SUFFIX)) as suggested:
            path = self.prompts.file_to_save(suggested)
        if path is None:
            return False
        path = places.whole(path)
        try:
            self._session.save_as(self._editor.text, path)
        except Unwritable as error:
            self._tell_unsaved(error)
            return False
        self.remember(path)
        self._after_saving()
        return True

    def _after_saving(self) -> None:
        self._history.setClean()
        self.saved_at = time.time()
        self._bars.clear("unsaved")
        if cause := self._session.state_cause:
            told = f"草稿已保存。这一次没有另留一份可以找回的稿子（{cause}）。"
            self._bars.show_message(told, key="state")
        else:
            self._bars.clear("state")
        if self.settings.refresh_word:
            self._refresh_word()
        self.saved.emit()

    def _refresh_word(self) -> None:
        word = self._session.word_beside()
        if word and self._session.is_source(word):
            if not self._source_told:
                told = f"「{word.name}」是打开来修改的原文件，没有动它。需要Word时请另行导出。"
                self._bars.show_message(told, [("另行导出…", self.export)], key="word")
            self._source_told = True
            return
        try:
            if word and not self._session.refresh_word(self._editor.text, self.layout) and word.exists():
                when = places.changed_at(word)
                told = (
                    f"导出的Word在{places.clock(when)}被改过，没有覆盖。是否把Word里的修改带回草稿？"
                    if when
                    else "同名的Word没有覆盖。"
                )
                choices: list[Choice] = [("带回修改", self._take_back_word), ("另存Word…", self.export)]
                self._bars.show_message(told, choices, key="word", close="以后再说")
        except Unwritable as error:
            self._bars.show_message(f"草稿已保存；同名的Word没有更新：{error}", key="word")

    def _take_back_word(self) -> bool:
        """Put the text of the changed Word file in the place of this one, as one step of undo."""
        try:
            text = self._session.adopt_word()
        except Unreadable as error:
            self.prompts.tell("打不开这个文件", str(error))
            return False
        self._editor.replace_all(text, "带回Word里的修改")
        return True

    def _tell_changed(self) -> None:
        told = "草稿文件在程序外被改过，没有覆盖它。请另存一份，再比较两份的内容。"
        self._bars.show_message(told, [("另存为…", self._save_elsewhere)], key="unsaved")

    def _tell_unsaved(self, error: Unwritable) -> None:
        self._bars.show_message(
            f"没有存上。{error}正文还在，没有丢。", [("另存为…", self._save_elsewhere)], key="unsaved"
        )

    def _save_elsewhere(self) -> bool:
        return self.save_as()

    def export(self) -> bool:
        """Ask where, and export Word; tell whether a file was written."""
        with places.offered(self.suggested(".docx")) as suggested:
            path = self.prompts.file_to_export(suggested, self._session.is_own_word)
        if path is None:
            return False
        try:
            self._session.export(self._editor.text, path, self.layout)
        except Unwritable as error:
            self._bars.show_message(f"没有导出。{error}", [("换个位置…", self.export)], key="export")
            return False
        choices: list[Choice] = [
            ("打开文件", lambda: _open(path)),
            ("打开所在文件夹", lambda: _open(path.parent)),
        ]
        told = f"已导出「{path.name}」（{self.layout.name}）"
        left = self._unfinished()
        self.exported.emit()
        self._bars.show_message(f"{told}；还有 {left}。" if left else f"{told}。", choices, key="export")
        return True

    def _unfinished(self) -> str:
        from assistant.review import progress
        from assistant.review.material import analyse

        session = self._session
        decisions = session.choices.decisions
        return progress.unfinished(analyse(self._editor.text, session.template, decisions=decisions, last=session.last))


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
