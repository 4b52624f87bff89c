"""What a draft can be held against (对比): its versions, what was saved before, last year's material, files that were opened for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant.files import former_states, references
from assistant.files.draft import MATERIAL
from assistant.files.former_states import SavedState
from assistant.reading import Unreadable
from assistant.text import length
from assistant.ui.clock import clock
from assistant.ui.panels.version_list import Other

if TYPE_CHECKING:
    from assistant.ui.document.session import Session

_STATES = 8  # saved states that are listed; all of them are in 找回以前保存的版本


class OtherText(NamedTuple):
    """The other text: how it is called, when it is from, what it says.

    `earlier`: it was saved before the draft came to say what it says now, as all that the draft keeps of itself and last
    year's material were. A file that is opened comes from others, who had the draft before: it counts as the later one.
    """

    key: str
    name: str
    told: str
    text: str
    own: bool = False
    earlier: bool = False


class ComparedTexts:
    """Lists the texts, and reads the one that is chosen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._opened: dict[str, OtherText] = {}

    def others(self) -> list[Other]:
        """List all there is, in groups."""
        found = list(self._versions())
        found += (
            Other(f"state:{state.number}", _saved(state), "保存草稿时留下的版本", "以前保存的版本", own=True)
            for state in self._states()[:_STATES]
        )
        found += (
            Other(f"reference:{each.id}", each.name, "去年的材料", "参考的材料")
            for each in self._session.choices.references
            if each.kind == MATERIAL
        )
        return found + [Other(key, right.name, right.told, "打开的其他文件") for key, right in self._opened.items()]

    def _versions(self) -> Iterator[Other]:
        for each in sorted(self._session.versions, key=lambda each: each.automatic):
            group = "导出时留下的各稿" if each.automatic else "另存的各稿"
            when = _told(each.time, each.text)
            yield Other(f"version:{each.id}", each.name, when, group, own=True, named=True)

    def _states(self) -> list[SavedState]:
        return former_states.saved_states(self._session.path) if self._session.path else []

    def open(self, path: Path, text: str) -> str:
        """Take a file that was read among them; give its key."""
        right = OtherText(f"file:{path}", path.name, f"{length(text)}字", text)
        self._opened[right.key] = right
        return right.key

    def read(self, key: str) -> OtherText | None:
        """Read one. Raises Unreadable; None where it is there no more."""
        if key in self._opened:
            return self._opened[key]
        kind, _, name = key.partition(":")
        if kind == "version":
            version = next((each for each in self._session.versions if each.id == name), None)
            if version is None:
                return None
            when = _told(version.time, version.text)
            return OtherText(key, version.name, when, version.text, own=True, earlier=True)
        if kind == "state":
            state = next((each for each in self._states() if str(each.number) == name), None)
            if state is None:
                raise Unreadable("以前保存的这一份已不在本机，请另选一份。")
            text = state.load().text
            return OtherText(key, _saved(state), f"{length(text)}字", text, own=True, earlier=True)
        reference = next((each for each in self._session.choices.references if each.id == name), None)
        if reference is None:
            return None
        last = references.held((reference,)).last
        if last is None:
            raise Unreadable(f"“{reference.name}”的文字不在这台电脑上，请点“打开其他文件”，选它的文件。")
        return OtherText(key, reference.name, f"去年的材料，{length(last.text)}字", last.text, earlier=True)


def _saved(state: SavedState) -> str:
    return f"{clock(state.time)}{time.strftime(':%S', time.localtime(state.time))}保存的"


def _told(when: float, text: str) -> str:
    return f"{clock(when)} · {length(text)}字"
