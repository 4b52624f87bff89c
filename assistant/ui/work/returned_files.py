"""Files that came back (审改稿): opened, held against what was handed out, and listed in the draft."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.decisions import Decisions
from assistant.files import former_states, kinds, known_file, opening, versions
from assistant.files.naming import resolved
from assistant.reading import Reading, Unreadable
from assistant.review import returned
from assistant.review.returned import Handed
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.waiting import GivenUp
from assistant.ui.work.returned_anchors import ReturnedAnchors
from assistant.ui.work.workplace import Workplace

# Of bars: what is said of a file here; what saving says of the Word file beside the draft, answered by listing that file
_KEY, _WORD_KEY = "returned", "word"
_STATES = 12  # of the last former states, looked at for the one that was handed out


class ReturnedFiles(QObject):
    """Takes them in; `decide` makes a step of undo of what is decided then."""

    listed = Signal()  # there is something new in the list
    shown_wanted = Signal()  # what was asked for stands there already

    def __init__(self, place: Workplace, anchors: ReturnedAnchors, decide: Callable[[Decisions, str], None]) -> None:
        super().__init__(place.actions)
        self._session, self._files, self._bars = place.session, place.files, place.bars
        self._editor, self._anchors, self._decide = place.editor, anchors, decide

    @property
    def _decisions(self) -> Decisions:
        return self._session.choices.decisions

    def open_file(self) -> bool:
        """Ask for a file that came back, and list what it says."""
        near = self._session.path or self._session.source
        folder = self._files.near(near.parent if near else self._files.suggested("").parent)
        path = self._files.prompts.returned_file(folder)
        return path is not None and self.take_in(path)

    def take_in(self, path: Path, *, anyway: bool = False) -> bool:
        """List what a file says; one that is hardly like the text is asked about first. Tells whether that was done."""
        read = self._read(path)
        if read is None:
            return False
        reading, fingerprint = read
        self._bars.clear(_KEY)  # what was said of another file
        if any(each.sha256 == fingerprint for each in self._decisions.rounds):
            self._bars.clear(_WORD_KEY)
            self.shown_wanted.emit()
            return True
        if not (anyway or self._files.prompts.may_keep(path.name, reading.text)):
            return False
        former = returned.before(reading).text
        handed, alike = returned.nearest(former, self._handed(former))
        if handed is None or (alike < returned.LEAST_ALIKE and not anyway):
            message = f"“{path.name}”与正在写的材料相同的文字不到一半，没有列入。原文件和草稿都没有动。"
            choices: list[Choice] = [("仍然列出", lambda: self.take_in(path, anyway=True))]
            self._bars.show_message(message, choices, key=_KEY, lasts=Lasts.DOCUMENT)
            return False
        self._list(path, fingerprint, reading, handed)
        return True

    def _read(self, path: Path) -> tuple[Reading, str] | None:
        """Read a file and its fingerprint; says why it cannot be."""
        if not path.suffix or path.suffix.lower() in (kinds.DRAFT_SUFFIX, kinds.TEMPLATE_SUFFIX):
            self._files.prompts.tell("未能打开这个文件", f"{path.name}\n审改稿请选Word、WPS文件。")
            return None
        try:
            return self._files.reading(path, lambda each: (opening.read(each), known_file.fingerprint_of(each)))
        except GivenUp:
            return None
        except Unreadable as error:
            self._files.prompts.tell("未能打开这个文件", f"{path.name}\n{error}")
            return None

    def _list(self, path: Path, fingerprint: str, reading: Reading, handed: Handed) -> None:
        """Put into the draft what a file says, as a step of undo; of one that says nothing only tell that.

        What somebody struck through by hand is no change: it is told, so that it is not overlooked.
        """
        round_ = returned.compared(reading, handed, self._editor.text)
        self._bars.clear(_WORD_KEY)
        struck = f"另有{reading.struck}处文字手工画了删除线，没有列入，请打开原文件查看。" if reading.struck else ""
        if not round_.comments and not round_.changes:
            self._know_word(path, fingerprint)
            self._bars.show_message(f"“{path.name}”没有批注和修订，文字也没有改动。{struck}", key=_KEY)
            return
        now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        round_ = round_._replace(
            name=path.name, sha256=fingerprint, returned=now, handed=known_file.fingerprint(handed.text.encode())
        )
        decisions = self._anchors.anchored(self._decisions)
        self._decide(decisions._replace(rounds=(*decisions.rounds, round_)), "打开审改稿")
        self.listed.emit()
        if struck:
            self._bars.show_message(f"“{path.name}”已列出。{struck}", key=_KEY, lasts=Lasts.DOCUMENT)

    def _know_word(self, path: Path, fingerprint: str) -> None:
        """Let saving renew the Word file beside the draft again, where that is the file: it says nothing that would be lost.

        Not called for a file that is listed: it stays as it came back (`Beside.RETURNED`), since the list can be undone
        and the file is then all there is.
        """
        beside = self._session.word_beside()
        if beside and resolved(path) == resolved(beside):
            self._session.know_word(fingerprint)

    def _handed(self, former: str) -> list[Handed]:
        """List what may have been handed out: its versions, whose names are known, the text itself, its former states."""
        content = self._session.content(self._editor.text)
        found = [Handed(each.name, each.text) for each in versions.of(content.extra)]
        found.append(Handed("打开时的材料", content.text))
        if self._session.path and not any(each.text == former for each in found):
            for state in former_states.saved_states(self._session.path)[:_STATES]:
                with suppress(Unreadable):  # another state may be the one
                    found.append(Handed("以前保存的一稿", state.load().text))
        return found
