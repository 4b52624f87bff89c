"""What can be found again (找回以前保存的版本): texts that a window that died left unsaved (kept by
`journals`), and states kept at each save (by `former_states`).

Nothing is ever removed here; that is asked for elsewhere (清理).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from assistant.files import former_states, housekeeping, journals
from assistant.files.draft import Draft, DraftFile
from assistant.files.file_keys import key_of
from assistant.files.former_states import SavedState
from assistant.files.journals import Recovered
from assistant.files.naming import shown_name
from assistant.reading import Unreadable


class Former(NamedTuple):
    """A text that can be had again: whose it is, the draft it belongs to, and when it was written."""

    name: str
    draft: Path | None
    time: float
    kept: Recovered | SavedState

    @property
    def unsaved(self) -> bool:
        """Whether it was never saved: a window that died had it."""
        return isinstance(self.kept, Recovered)

    def load(self) -> Draft:
        """Give what it holds. Raises Unreadable."""
        return self.kept.draft if isinstance(self.kept, Recovered) else self.kept.load()

    def belongs_to(self, path: Path | None) -> bool:
        """Tell whether it is of this draft."""
        return path is not None and self.draft is not None and key_of(self.draft) == key_of(path)


def unsaved(folders: Iterable[Path] = ()) -> list[Former]:
    """List what windows that died left behind, in our own folder and beside drafts in others, the newest first."""
    found = journals.abandoned(folders)
    return [Former(each.name, each.path, each.time, each) for each in found]


def saved(path: Path) -> list[Former]:
    """List the kept states of a draft, the last saved first."""
    name = shown_name(path.with_suffix(""))
    return [Former(name, path, state.time, state) for state in former_states.saved_states(path)]


def of_draft(path: Path) -> list[Former]:
    """List all of one draft: what was never saved of it, then its kept states, the last first."""
    return [each for each in unsaved([path.parent]) if each.belongs_to(path)] + saved(path)


def last_readable(found: Iterable[Former]) -> tuple[Former, str] | None:
    """Give the first that can be read, with its text; None where none can."""
    for each in found:
        with suppress(Unreadable):
            return each, each.load().text
    return None


def every(path: Path | None, folders: Iterable[Path] = ()) -> list[Former]:
    """List all: what was never saved, the states of a draft, then those of others, draft by draft, the last saved draft first."""
    others = [
        kept.draft for kept in housekeeping.former() if kept.draft and not (path and key_of(kept.draft) == key_of(path))
    ]
    states = sorted(map(saved, others), key=lambda each: -each[0].time if each else 0)
    return unsaved(folders) + (saved(path) if path else []) + [each for draft in states for each in draft]


def text_on_disk(path: Path | None) -> str | None:
    """Give the text of a draft as its file holds it now; None where there is none to be read."""
    if path is None:
        return None
    try:
        return DraftFile.load(path)[1].text
    except Unreadable:
        return None
