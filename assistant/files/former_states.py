"""Former states of a draft, kept each time it is saved; they thin out by time.

The last LAST stay, then of each hour, later of each day, the one it began with, the one that stood longest and the
longest: hasty saves push out nothing that was written with care. Their order is that of saving, whatever the
clock says.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.draft import Draft, DraftFile, decode, encode
from assistant.files.file_keys import key_of
from assistant.files.kept_file import LAST_TIME
from assistant.reading import Unreadable

LAST = 5  # which all stay
MOST = 50
MOST_BYTES = 20_000_000
_DAY = 86400.0
_ORIGIN = "draft.json"


class SavedState(NamedTuple):
    """A former state of a draft, kept when it was saved; `number` counts the saves."""

    path: Path
    time: float
    number: int = 0

    def load(self) -> Draft:
        """Read it. Raises Unreadable."""
        try:
            return decode(bytes_of(self.path))
        except OSError:
            raise Unreadable("以前保存的这一份已不在本机，请另选一份。") from None


def saved_states(path: Path) -> list[SavedState]:
    """List the kept states of a draft file, the last saved first."""
    return states_in(folder_of(path))


def states_in(folder: Path) -> list[SavedState]:
    """List the states in a folder of them, the last saved first; what is none is passed over."""
    found: list[SavedState] = []
    with suppress(OSError):
        for file in folder.glob("*.duizhao"):
            number, _, when = file.stem.partition("-")
            if number.isdecimal() and (when.isdecimal() or not when) and len(file.stem) < 60:
                found.append(SavedState(file, min(int(when or number) / 1e9, LAST_TIME), int(number)))
    return sorted(found, key=lambda state: (state.number, state.time), reverse=True)


def keep_state(path: Path, draft: Draft, replaced: DraftFile | None = None) -> None:
    """Keep what is about to be saved to a draft file, and before it what it replaces, if that is not kept yet.

    Raises Unwritable; the states there were are unharmed. Thinning comes afterwards, by `thin`.
    """
    states = saved_states(path)
    last = _read(states[0].path) if states else b""
    known = replaced.known if replaced else b""
    if replaced and known and not _is_kept(known, states[:LAST]) and _is_draft(known):
        with suppress(OSError):
            states.insert(0, _add(path, states, known, replaced.path.stat().st_mtime))
            last = known
    data = encode(draft)
    if not _same(data, last):
        _add(path, states, data, time.time())


def _is_kept(data: bytes, states: list[SavedState]) -> bool:
    """Tell whether a content is among some states: where it was not replaced the last times, as the file could not be written."""
    return any(_same(data, _read(state.path)) for state in states)


def _add(path: Path, states: list[SavedState], data: bytes, when: float) -> SavedState:
    number = states[0].number + 1 if states else 1
    file = folder_of(path) / f"{number:020d}-{int(when * 1e9)}.duizhao"
    replace_file(file, data, private=True)
    if not states:
        replace_file(file.with_name(_ORIGIN), json.dumps({"draft": str(path)}).encode(), private=True)
    return SavedState(file, when, number)


def thin(path: Path) -> None:
    """Drop the states that are not worth their room."""
    states = saved_states(path)
    if len(states) <= LAST:
        return
    sizes = {state: _size(state.path) for state in states}
    kept = _worth_keeping(states, sizes)
    for state in states:
        if state not in kept:
            with suppress(OSError):
                state.path.unlink()


def _worth_keeping(states: list[SavedState], sizes: dict[SavedState, int]) -> set[SavedState]:
    now = states[0].time
    spans: dict[tuple[str, int], list[tuple[float, SavedState]]] = {}
    for later, state in zip(states[LAST - 1 :], states[LAST:], strict=False):
        span = ("hour", int(state.time // 3600)) if now - state.time < _DAY else ("day", _day(state.time))
        spans.setdefault(span, []).append((later.time - state.time, state))
    wanted = set(states[:LAST])
    for each in spans.values():
        stood = max(each, key=lambda entry: entry[0])[1]
        longest = max((state for _, state in each), key=lambda state: sizes[state])
        wanted |= {each[-1][1], stood, longest}
    kept: set[SavedState] = set()
    room = MOST_BYTES
    for state in states:
        if state in wanted and len(kept) < MOST and (sizes[state] <= room or not kept):
            kept.add(state)
            room -= sizes[state]
    return kept


def _day(when: float) -> int:
    return time.localtime(when)[7] + 1000 * time.localtime(when)[0]


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _read(path: Path) -> bytes:
    with suppress(OSError):
        return bytes_of(path)
    return b""


def _same(one: bytes, other: bytes) -> bool:
    """Tell whether two states hold the same but for what the program has noted of the Word file beside it."""
    if one == other:
        return True
    with suppress(Unreadable):
        return decode(one)._replace(exported="") == decode(other)._replace(exported="")
    return False


def _is_draft(data: bytes) -> bool:
    with suppress(Unreadable):
        decode(data)
        return True
    return False


def folder_of(path: Path) -> Path:
    """Give the folder of a draft's states. It may not exist yet."""
    return paths.home() / "backups" / key_of(path)


def draft_of(folder: Path) -> Path | None:
    """Tell which draft a folder of states belongs to; None where it was kept by an older version."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return Path(str(json.loads(bytes_of(folder / _ORIGIN))["draft"]))
    return None
