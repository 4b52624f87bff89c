"""另存一稿, and what each export keeps of itself; and 另存一份可传阅的, the copy that has none of it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from assistant.files import copy_for_others, disk, locks, sendings, versions
from assistant.files.draft import Draft, encode
from assistant.files.kinds import DRAFT_SUFFIX
from assistant.files.trouble import Unwritable, not_done
from assistant.files.versions import NAMES, Version
from assistant.ui import keys
from assistant.ui.clock import clock
from assistant.ui.document import file_places
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.waiting import GivenUp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from assistant.ui.work.sendings_work import SendingsWork
    from assistant.ui.work.workplace import Workplace

_KEY = "version"  # of bars
_LONGEST = 40  # characters of a name


class KeepingVersions(QObject):
    """Keeps versions in the draft."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.editor)
        self._editor, self._session, self._files = place.editor, place.session, place.files
        self._history, self._bars = place.history, place.bars
        self._files.exported.connect(self.keep_exported)

    def save_version(self) -> None:
        """Ask for a name and keep the text as it is now under it."""
        name = self._files.prompts.version_name("另存一稿", list(self._proposed()))[:_LONGEST]
        if not name:
            return
        self._keep(name, automatic=False)
        later = "" if self._session.file else "草稿还没有保存过，请先保存草稿，再另存这一稿。"
        message = f"已另存“{name}”。在“文件—各稿对比”（{keys.COMPARE_VERSIONS}）里可以查看、对比、改回。{later}"
        self._bars.show_message(message, key=_KEY)

    def _proposed(self) -> Iterable[str]:
        """Propose the usual names, those not yet taken first."""
        taken = {each.name for each in self._session.versions}
        yield from sorted(NAMES, key=lambda name: name in taken)

    def keep_exported(self) -> None:
        """Keep what was exported, so that what comes back can be held against it; not twice the same."""
        untouched = self._session.file is None and not self._files.modified  # a file that was only looked at
        if untouched or any(each.text == self._editor.text for each in self._session.versions):
            return
        self._keep(f"{clock(time.time())}导出的", automatic=True)

    def keep_now(self) -> str:
        """Keep the text as it is now, if that is not kept yet; give the version's id."""
        held = next((each for each in self._session.versions if each.text == self._editor.text), None)
        if held:
            return held.id
        self._keep(versions.SENT, automatic=False)
        return self._session.versions[0].id

    def sendings(self) -> SendingsWork:
        """Give what is recorded of the versions that were sent (送审登记)."""
        from assistant.ui.work.sendings_work import SendingsWork

        return SendingsWork(self._session, self.change, self.keep_now)

    def _keep(self, name: str, *, automatic: bool) -> None:
        text, now = self._editor.text, time.time()

        def add(kept: versions.Keys) -> versions.Keys:
            return versions.added(kept, Version(versions.next_id(kept), name, now, text, automatic))

        self.change(add)

    def change(self, change: versions.Change) -> None:
        """Change the versions, and the file too; what else is not saved yet stays so, and the versions with it."""
        all_saved = not self._files.modified
        self._session.change_versions(change)
        self._history.resetClean()
        if all_saved and (path := self._session.path):
            QTimer.singleShot(0, self, partial(self._save, path))

    def _save(self, path: Path) -> None:
        if self._session.path == path:  # no other draft was opened meanwhile
            self._files.save()

    def rename(self, identifier: str) -> None:
        """Ask for another name for a version."""
        version = self._version(identifier)
        if version:
            asked = self._files.prompts.version_name("改名", [version.name, *self._proposed()])[:_LONGEST]
            if asked and asked != version.name:
                self.change(partial(versions.renamed, identifier=version.id, name=asked))

    def remove(self, identifier: str) -> None:
        """Take a version away, for ever, after asking."""
        version = self._version(identifier)
        if version is None:
            return
        sent = [each for each in sendings.of(self._session.content("").extra) if each.version == version.id]
        along = f"这一稿的{len(sent)}次送审登记也一并删去。" if sent else ""
        asked = f"删去“{version.name}”这一稿？删去后不能恢复；当前材料不受影响。{along}"
        if self._files.prompts.agrees("删去一稿", asked, go_on="删去", stay="保留"):
            self.change(partial(versions.removed, identifiers=(version.id,)))

    def _version(self, key: str) -> Version | None:
        return next((each for each in self._session.versions if f"version:{each.id}" == key), None)

    # Handing on

    def pass_on(self) -> None:
        """Ask where, and write a copy of the draft that has nothing private in it."""
        near = self._files.suggested("")
        with file_places.offered(near.with_name(f"{near.name}-传阅{DRAFT_SUFFIX}")) as suggested:
            path = self._files.prompts.file_to_pass_on(suggested)
        if path is None:
            return
        copy = copy_for_others.copy(self._session.content(self._editor.text))
        try:
            self._files.result_of(partial(_write, copy, path, self._session.path), "正在保存…")
        except GivenUp:
            return
        except Unwritable as error:
            again: list[Choice] = [("换个位置保存…", self.pass_on)]
            self._bars.show_message(not_done(error, "另存"), again, key=_KEY, lasts=Lasts.DOCUMENT)
            return
        message = f"已另存“{path.name}”，里面只有正文和本次要求，没有{copy_for_others.LEFT_OUT}。"
        self._bars.show_message(message, key=_KEY)


def _write(copy: Draft, path: Path, own: Path | None) -> None:
    if own and file_places.whole(path) == own:
        raise Unwritable("这是正在写的草稿，程序不覆盖。请换一个文件名。")
    lock = locks.locked_to_replace(path)
    try:
        disk.replace_file(path, encode(copy))
    finally:
        lock.release()
