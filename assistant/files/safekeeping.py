"""So that nothing is ever lost: a lock on each open draft, a journal behind the keyboard, the last saved states.

All lie in the user's own folder (paths.home), never beside his files. A journal belongs to a running window as long as
that holds its lock, which the system releases when the program dies; one without an owner is offered for recovery.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from assistant import paths
from assistant.files.disk import Unwritable, replace_file
from assistant.files.draft import Draft, DraftFile, decode, encode, fingerprint
from assistant.reading import Unreadable

KEPT_STATES = 5


_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)  # how systems say that somebody else has a lock


class FileLock:
    """A lock that the system gives up by itself when the program ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock; False if another program has it. Where there can be no locks, go on without."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("a+b")
        except OSError:
            return True
        try:
            _lock(file)
        except OSError as error:
            file.close()
            return error.errno not in _HELD
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._file is None:
            return
        with suppress(OSError):
            if sys.platform != "win32":
                self._path.unlink()  # while still held, so that nobody locks a file about to vanish
        self._file.close()
        self._file = None
        with suppress(OSError):
            if sys.platform == "win32":
                self._path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def draft_lock(path: Path) -> FileLock:
    """Make the lock of a draft file, held while a window has it open."""
    return FileLock(paths.home() / "locks" / f"{_key(path)}.lock")


def _key(path: Path) -> str:
    """Name a file in our own folder: short, and the same for the same file."""
    whole = os.fsencode(os.path.normcase(path.resolve()))
    return f"{zlib.crc32(whole):08x}{zlib.crc32(whole[::-1]):08x}"


class Recovered(NamedTuple):
    """What a journal holds: the draft as it last was, the file it belongs to (None: not saved yet), and when."""

    draft: Draft
    path: Path | None
    time: float
    journal: Path
    known: str = ""  # the fingerprint of the file as the window had last read or saved it

    @property
    def name(self) -> str:
        """How the writer knows it: by its file, by the file it was begun from, or by its first line."""
        if self.path:
            return self.path.stem
        if self.draft.source:
            return self.draft.source.path.stem
        return next((line[:30] for line in self.draft.text.split("\n") if line.strip()), "未保存的材料")

    def discard(self) -> None:
        """Remove the journal once its content is safe or not wanted."""
        with suppress(OSError):
            self.journal.unlink()
        with suppress(OSError):
            self.journal.with_suffix(".lock").unlink()


class Journal:
    """Keeps what is not saved yet; one for each window."""

    def __init__(self) -> None:
        folder = paths.home() / "journals"
        self._path = folder / f"{os.urandom(8).hex()}.journal"
        self._lock = FileLock(self._path.with_suffix(".lock"))
        self._locked = False

    def keep(self, draft: Draft, file: DraftFile | None) -> None:
        """Write the draft down as it is now. Raises Unwritable."""
        if not self._locked:
            self._locked = self._lock.acquire()
        head = {"path": str(file.path) if file else None, "time": time.time()}
        if file and file.known:
            head["known"] = fingerprint(file.known)
        replace_file(self._path, json.dumps(head, ensure_ascii=False).encode("utf-8") + b"\n" + encode(draft))

    def clear(self) -> None:
        """Forget: all is saved."""
        with suppress(OSError):
            self._path.unlink()

    def close(self) -> None:
        """Clear and give up the lock; for a window that closes in order."""
        self.clear()
        self._lock.release()
        self._locked = False


def abandoned() -> Iterator[Recovered]:
    """Yield what windows that died left behind, the newest first; unreadable leftovers are passed over."""
    folder = paths.home() / "journals"
    found: list[Recovered] = []
    for path in folder.glob("*.journal"):
        lock = FileLock(path.with_suffix(".lock"))
        if not lock.acquire():
            continue  # its window is open
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            about = json.loads(head)
            origin = Path(about["path"]) if about["path"] else None
            known = str(about.get("known", ""))
            found.append(Recovered(decode(body), origin, float(about["time"]), path, known))
        except (OSError, ValueError, KeyError, TypeError, Unreadable):
            pass
        finally:
            lock.release()
    yield from sorted(found, key=lambda each: each.time, reverse=True)


class SavedState(NamedTuple):
    """A former state of a draft, kept when it was saved."""

    path: Path
    time: float

    def load(self) -> Draft:
        """Read it. Raises Unreadable."""
        try:
            return decode(self.path.read_bytes())
        except OSError:
            raise Unreadable("这份旧稿已不在了，请选另一份。") from None


def keep_state(path: Path, draft: Draft) -> None:
    """Keep what has just been saved to a draft file, and drop all but the last five; the draft itself is safe."""
    folder = _states_folder(path)
    data = encode(draft)
    states = saved_states(path)
    with suppress(OSError):
        if states and states[0].path.read_bytes() == data:
            return
    with suppress(OSError, Unwritable):
        replace_file(folder / f"{time.time_ns()}.duizhao", data)
    for state in saved_states(path)[KEPT_STATES:]:
        with suppress(OSError):
            state.path.unlink()


def saved_states(path: Path) -> list[SavedState]:
    """List the kept states of a draft file, the newest first."""
    files: list[Path] = []
    with suppress(OSError):
        files = sorted(_states_folder(path).glob("*.duizhao"), key=lambda file: file.stem.zfill(24), reverse=True)
    return [SavedState(file, int(file.stem) / 1e9) for file in files if file.stem.isdigit()]


def _states_folder(path: Path) -> Path:
    return paths.home() / "backups" / _key(path)
