"""The journal of an open draft: what is not saved yet, written behind the keyboard, and offered after a crash.

It lies in the user's own folder (paths.home). Where that cannot be written, the journal lies beside the draft instead,
and where that cannot be either, whoever writes is told (Unwritable). A journal belongs to a running window as long as
that holds its lock, which the system releases when the program dies; one without an owner is offered for recovery.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from assistant.files import kept_file, processes
from assistant.files.disk import bytes_of, replace_file
from assistant.files.draft import Draft, DraftFile, decode, encode
from assistant.files.file_keys import key_of
from assistant.files.kept_file import KeptFile
from assistant.files.naming import shown_name
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable

# Seconds between two looks at what is not saved, be it typed on or not. With the time that writing takes, what stands on
# the disk is at most about a second behind the keyboard: guide and README promise that, 本机安全 tells the beat itself; nobody else repeats it.
BEAT = 0.5


class Recovered(NamedTuple):
    """What a journal holds: the draft as it last was, the file it belongs to (None: not saved yet), and when."""

    draft: Draft
    path: Path | None
    time: float
    journal: Path
    known: str = ""  # the fingerprint of the file as the window had last read or saved it
    called: str = ""  # what the window called it while it had no file

    @property
    def name(self) -> str:
        """How the writer knows it: by its file, as the window called it, by the file it was begun from, or by its first line."""
        if self.path:
            return shown_name(self.path.with_suffix(""))
        if self.called:
            return self.called
        if self.draft.source:
            return Path(self.draft.source.name).stem
        return next((line[:30] for line in self.draft.text.split("\n") if line.strip()), "未保存的材料")

    def discard(self) -> None:
        """Remove the journal once its content is safe or not wanted."""
        kept_file.discard(self.journal)


class Journal:
    """Keeps what is not saved yet; one for each window."""

    def __init__(self) -> None:
        self.kept = KeptFile(kept_file.DRAFT)
        self._beside: Path | None = None

    def keep(self, draft: Draft, file: DraftFile | None, called: str = "") -> str:
        """Write the draft down as it is now; `called` is its name where it has no file yet. Raises Unwritable.

        Gives "" where it lies in our own folder, else why it lies beside the draft.
        """
        head = kept_file.head_of(file.path if file else None, file.known if file else b"")
        if called and not file:
            head["called"] = called
        source = draft.source.path if draft.source else None
        content = encode(draft)
        try:
            self.kept.write({**head, "source": str(source)} if source else head, content)
        except Unwritable as error:
            if file is None:
                raise
            owned = json.dumps({**head, "owner": processes.own_mark()}).encode()
            self._keep_beside(file.path, owned + b"\n" + content)
            return error.cause
        self._forget_beside()
        return ""

    def _keep_beside(self, path: Path, data: bytes) -> None:
        beside = path.with_name(f".{path.stem[:40]}.{self.kept.name}{kept_file.DRAFT}")
        replace_file(beside, data, private=True)
        if self._beside != beside:
            self._forget_beside()
        self._beside = beside

    def _forget_beside(self) -> None:
        if self._beside:
            with suppress(OSError):
                self._beside.unlink()
            self._beside = None

    @property
    def there(self) -> bool:
        """Whether what was written last is still on the disk; somebody may have cleared the folder."""
        return (self._beside or self.kept.path).exists()

    def clear(self) -> None:
        """Forget: all is saved."""
        self.kept.remove()
        self._forget_beside()

    def close(self) -> None:
        """Clear and give up the lock; for a window that closes in order."""
        self.clear()
        self.kept.release()


def abandoned(folders: Iterable[Path] = ()) -> Iterator[Recovered]:
    """Yield what windows that died left behind in our own folder and in others, the newest first.

    Leftovers that cannot be read are passed over; one of them never hides another.
    """
    found = [each for path in kept_file.listed(f"*{kept_file.DRAFT}") if (each := _left_here(path))]
    for folder in dict.fromkeys(folders):
        found += _left_in(folder)
    for each in sorted(found, key=lambda each: each.time, reverse=True):
        if _is_saved(each):
            each.discard()  # the window died between saving and forgetting
        else:
            yield each


def left_of(path: Path) -> Iterator[Recovered]:
    """Yield what windows that died left behind of one draft, in our own folder or beside it."""
    ours = [each for one in kept_file.listed(f"*{kept_file.DRAFT}") if (each := _left_here(one))]
    for each in ours + _left_in(path.parent):
        if each.path and key_of(each.path) == key_of(path) and not _is_saved(each):
            yield each


def _is_saved(found: Recovered) -> bool:
    """Tell whether what is found again stands in the draft's own file."""
    if found.path is None:
        return False
    with suppress(OSError, ValueError, Unreadable):
        return _lasting(decode(bytes_of(found.path))) == _lasting(found.draft)
    return False


def _lasting(draft: Draft) -> Draft:
    """Leave out what is not of the writer's making: the Word file beside it, where the source lies."""
    return draft._replace(exported="", source=draft.source and draft.source._replace(path=None))


def _left_in(folder: Path) -> list[Recovered]:
    return [each for path in kept_file.listed(f".*{kept_file.DRAFT}", folder) if (each := _left_beside(path))]


def _left_here(path: Path) -> Recovered | None:
    return kept_file.left(path, lambda one: _read(one)[0], lambda found: found.time)


def _left_beside(path: Path) -> Recovered | None:
    found, owner = _read(path)
    try:
        running = processes.is_running(owner)
    except ValueError:
        return None  # none of ours
    if found is None or running or (running is None and abs(time.time() - found.time) < kept_file.SURELY_LEFT):
        return None
    return found


def _read(path: Path) -> tuple[Recovered | None, str]:
    """Read a journal and who has it; None where it is none, whatever is in it."""
    try:
        found = kept_file.read(path)
        draft, source, called = decode(found.content), found.path_at("source"), found.head.get("called")
        if draft.source and source:
            draft = draft._replace(source=draft.source._replace(path=source))
        said = called if isinstance(called, str) else ""
        recovered = Recovered(draft, found.path, found.time, path, found.known, said)
        return recovered, str(found.head.get("owner", ""))
    except (OSError, ValueError, TypeError, RecursionError, Unreadable):
        return None, ""
