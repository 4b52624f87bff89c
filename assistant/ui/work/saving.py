"""Saving the draft and the Word file beside it, and what is said of both."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.files import draft_and_word, kinds, lost_file
from assistant.files.draft_and_word import Beside, Saved
from assistant.files.known_file import ChangedOnDisk, DamagedOnDisk, EmptiedOnDisk, GoneFromDisk
from assistant.files.trouble import Unwritable, WriteProtected, not_done
from assistant.ui.clock import clock
from assistant.ui.document import file_places
from assistant.ui.panels.bars import Choice
from assistant.ui.waiting import Errand, GivenUp, Turns
from assistant.ui.work.exporting import Exporting
from assistant.ui.work.open_document import OpenDocument, Waited

if TYPE_CHECKING:
    from assistant.templates.layout import Layout

_SLOW_MS = 10_000  # after which it is said that something is wrong with the place


class _Asked:
    """A saving that was asked for; `new`: the file that becomes the draft's own."""

    def __init__(self, new: Path | None) -> None:
        self.new = new
        self.done = self.well = False
        self.slow = False  # so that it went on beside the window, and the writer may have written on


class Saving(QObject):
    """Writes the open draft to the disk, one thing after the other. What takes long goes on beside the window."""

    returned_wanted = Signal(Path)  # what was changed in this file is to be listed (审改稿)

    def __init__(self, document: OpenDocument, turns: Turns, exporting: Exporting) -> None:
        super().__init__(document)
        self._document, self._turns, self._exporting = document, turns, exporting
        self._editor, self._session = document.editor, document.session
        self._history, self._bars = document.history, document.bars
        self._source_told = False  # that the file it was begun from is not touched
        self._returned_told: float | None = None  # when the file that came back was written of which that was told
        self._insisted: Path | None = None  # the draft that is written although it is read-only
        self._told_fragile: Path | None = None  # the draft of which was said that its place breaks files in a power cut
        turns.slow.connect(self._tell_slow)

    def save(self, *, insisting: bool = False, anew: bool = False) -> bool:
        """Save the draft; the first time ask where. Refreshes the Word file beside it.

        A draft marked as read-only is written only if the writer is `insisting`, once for as long as it is open; one
        that is gone from where it was, was emptied or damaged, only `anew`.

        Tells whether it is saved already; what takes longer goes on.
        """
        self._document.finishing.emit()
        if self._session.file is None:
            return self.save_as()
        content, layout = self._session.content(self._editor.text), self._refreshed

        def begin() -> Callable[[], Saved]:
            assert self._session.file
            file = self._session.file
            if insisting:
                self._insisted = file.path
            insisted = self._insisted == file.path
            latest = self._session.latest(content)
            return partial(draft_and_word.save, latest, file, layout, insisting=insisted, anew=anew)

        return self._save(begin)

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there."""
        with file_places.offered(self._document.suggested_free(kinds.DRAFT_SUFFIX)) as suggested:
            path = self._document.prompts.file_to_save(suggested)
        if path is None:
            return False
        try:
            path = self._document.result_of(partial(file_places.whole, path), "正在查看要保存到的位置…")
        except GivenUp:
            return False
        if path != self._session.path and self._turns.busy:
            self.give_up()  # whoever saves elsewhere waits no longer for a place that does not answer
        content, layout = self._session.content(self._editor.text), self._refreshed

        def begin() -> Callable[[], Saved]:
            known = self._session.exported_as(draft_and_word.word_beside(path))
            latest, current = self._session.latest(content), self._session.path
            return partial(draft_and_word.save_as, latest, path, current, layout, exported=known)

        return self._save(begin, path)

    @property
    def _refreshed(self) -> Layout | None:
        return self._document.layout if self._document.settings.refresh_word else None

    def _save(self, begin: Callable[[], Callable[[], Saved]], new: Path | None = None) -> bool:
        asked = _Asked(new)
        self._document.savings += 1
        self._turns.add(lambda: Errand(begin(), draft_and_word.give_back), partial(self._finish_saving, asked))
        if not asked.done:
            asked.slow = True
            self._history.setClean()  # what is written from now on is not in it; where it fails, nothing is saved
            self._document.saving_changed.emit()
        return asked.well

    def _finish_saving(self, asked: _Asked, errand: Errand[Saved]) -> None:
        self._document.savings -= 1
        asked.done = True
        self._bars.clear("saving")
        try:
            saved = errand.result()
        except GoneFromDisk as error:
            self._tell_gone(error.renamed)
        except EmptiedOnDisk:
            self._offer_anew(lost_file.EMPTIED, "请确认后再保存。")
        except DamagedOnDisk:
            self._offer_anew(lost_file.DAMAGED, f"按原名保存的，{lost_file.KEPT_BESIDE}")
        except ChangedOnDisk:
            self._tell_changed()
        except WriteProtected as error:
            choices: list[Choice] = [("仍然保存", partial(self.save, insisting=True)), ("另存为…", self.save_as)]
            self._bars.show_message(not_done(error), choices, key="unsaved")
        except Unwritable as error:
            self._tell_unsaved(error)
        else:
            asked.well = True
            self._take_saved(saved, asked)
        if asked.slow:
            if not asked.well and not self._document.savings:
                self._history.resetClean()
            self._document.saving_changed.emit()

    def _take_saved(self, saved: Saved, asked: _Asked) -> None:
        self._session.take_saved(saved)
        if not asked.slow:
            self._history.setClean()
        if not self._document.modified:
            self._session.forget_journal()
        if asked.new:
            self._document.remember(asked.new)
        self._document.saved_at = time.time()
        for answered in ("unsaved", "kept"):
            self._bars.clear(answered)
        if saved.damaged:
            message = f"草稿已保存。原来受损的文件没有删除，改名为“{saved.damaged.name}”，在同一个文件夹里。"
            self._bars.show_message(message, key="damaged")
        if cause := saved.state_cause:
            message = f"草稿已保存。这一次没有另留一份可以找回的版本（{cause}）。"
            self._bars.show_message(message, key="state")
        else:
            self._bars.clear("state")
        if not saved.file.whole and self._told_fragile != saved.file.path:
            self._told_fragile = saved.file.path
            message = "草稿已保存。存放的位置只能直接写入，保存时断电，文件可能损坏。另存到本机更稳妥。"
            self._bars.show_message(message, [("另存为…", self.save_as)], key="state")
        self._tell_of_word(saved)
        self._document.saved.emit()

    def _tell_of_word(self, saved: Saved) -> None:
        word = draft_and_word.word_beside(saved.file.path)
        if saved.beside is Beside.SOURCE:
            if not self._source_told:
                message = f"“{word.name}”是原文件，没有改动。需要Word时请另行导出。"
                self._bars.show_message(message, [("另行导出…", self._exporting.export)], key="word")
            self._source_told = True
        elif saved.beside is Beside.CHANGED:
            when = saved.changed_at
            message = (
                f"导出的Word在{clock(when)}被改过，没有覆盖。是否把Word里的修改带回草稿？"
                if when
                else "同名的Word在别处被改过，没有覆盖。是否把Word里的修改带回草稿？"
            )
            choices: list[Choice] = [("带回修改", self._take_back_word), ("另存Word…", self._exporting.export)]
            self._bars.show_message(message, choices, key="word", close="以后再说")
        elif saved.beside is Beside.RETURNED:
            if self._returned_told != saved.changed_at:
                message = f"“{word.name}”是已列入的审改稿，没有覆盖，里面还是审改时的内容。"
                renew: Choice = ("审改稿改名留存，更新Word", partial(self._exporting.renew_word, word))
                self._bars.show_message(message, [renew, ("另存Word…", self._exporting.export)], key="word")
            self._returned_told = saved.changed_at
        elif saved.beside is Beside.FAILED:
            self._bars.show_message(f"草稿已保存。{not_done(saved.told, '更新同名的Word')}", key="word")
        else:
            self._bars.clear("word")  # it is as the draft is, or there is none

    def _take_back_word(self) -> bool:
        """Let what was changed in the Word file be listed, to be taken or left place by place."""
        word = self._session.word_beside()
        if word:
            self.returned_wanted.emit(word)
        return False  # the offer goes once the changes are listed

    def _tell_gone(self, found: Path | None) -> None:
        """Say that the draft stands no more where it was, and offer to go on in the file that it seems to be now."""
        name = self._session.path.name if self._session.path else ""
        message = f"草稿文件“{name}”已不在原处，可能已改名、移走或删除。这次没有保存，以免成为两份。"
        choices: list[Choice] = [("按原名另存", partial(self.save, anew=True)), ("另存为…", self.save_as)]
        if found:
            message = f"草稿文件“{name}”似已改名为“{found.name}”，内容相同。这次没有保存，以免成为两份。"
            choices.insert(0, (f"接着写“{found.name}”", partial(self._go_on_in, found)))
        self._bars.show_message(message, choices, key="unsaved")

    def _offer_anew(self, damage: str, advice: str) -> None:
        """Say that the draft's file holds nothing that can be read, and let the writer say whether it is to be written again."""
        name = self._session.path.name if self._session.path else ""
        message = f"草稿文件“{name}”已{damage}。这次没有保存，正文仍在窗口里。{advice}"
        choices: list[Choice] = [("按原名保存", partial(self.save, anew=True)), ("另存为…", self.save_as)]
        self._bars.show_message(message, choices, key="unsaved")

    def _go_on_in(self, found: Path) -> bool:
        """Save to the file that the draft was renamed to, and go on in it."""
        content, layout = self._session.content(self._editor.text), self._refreshed

        def begin() -> Callable[[], Saved]:
            assert self._session.file
            latest, file = self._session.latest(content), self._session.file
            return partial(draft_and_word.save_renamed, latest, file, found, layout)

        return self._save(begin, found)

    def _tell_changed(self) -> None:
        message = "草稿文件已被其他程序改动，这次没有覆盖。请先另存一份，再核对两份的内容。"
        self._bars.show_message(message, [("另存为…", self.save_as)], key="unsaved")

    def _tell_unsaved(self, error: Unwritable) -> None:
        self._bars.show_message(
            f"{not_done(error)}正文仍在窗口里，没有丢失。", [("另存为…", self.save_as)], key="unsaved"
        )

    # What takes its time

    def _tell_slow(self) -> None:
        """Say that the place does not answer, if it has not done so in a while."""
        QTimer.singleShot(_SLOW_MS, self, partial(self._tell_stuck, self._turns.begun))

    def _tell_stuck(self, begun: int) -> None:
        if self._document.savings and self._turns.begun == begun:
            message = "保存还没有完成，存放的位置较慢或没有回应。可以接着写，保存完成后会提示；也可以另存到本机。"
            self._bars.show_message(message, [("另存为…", self.save_as)], key="saving")

    def ask_about_lost(self) -> bool:
        """Ask what is to become of a saved draft whose file holds it no more; False to stay."""
        file, document = self._session.file, self._document
        if file is None:
            return True
        try:
            lost = document.result_of(partial(lost_file.told, file), "正在查看草稿文件…")
        except GivenUp:
            return True
        if not lost:
            return True
        answer = document.prompts.save_again(lost.message, anew=lost.may_save_anew)
        if not answer.saves:
            return answer.discards
        return (self.save(anew=True) if lost.may_save_anew else self.save_as()) or self.may_go()

    def may_go(self) -> bool:
        """Wait for a saving that goes on; tell whether the text may be let go: it is saved then, or given up."""
        if not self._document.saving:
            return False
        waited = self.wait_out()
        return waited is Waited.GIVEN_UP or (waited is Waited.DONE and not self._document.modified)

    def wait_out(self) -> Waited:
        """Wait for what is being saved or exported; ask whoever would not wait for a saving."""
        while not self._turns.wait("正在保存…" if self._document.savings else "正在导出…", self._editor.window()):
            if not self._document.savings:
                self.give_up()
                return Waited.STAYED
            answer = self._document.prompts.save_before_closing(self._document.name)
            if answer.discards:
                self.give_up()
                return Waited.GIVEN_UP
            if not answer.saves:
                return Waited.STAYED
        return Waited.DONE

    def give_up(self) -> None:
        """Wait no longer for a place that does not answer; what is on the screen is not saved then."""
        self._turns.abandon()
        if self._document.savings:
            self._document.savings = 0
            self._history.resetClean()
        self._bars.clear("saving")
        self._exporting.give_up()
        self._document.saving_changed.emit()

    def forget_document(self) -> None:
        """Have nothing more to do with the document before, if anything of it is still under way."""
        self.give_up()
        self._source_told, self._returned_told = False, None
