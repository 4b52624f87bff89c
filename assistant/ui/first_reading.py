"""Reads the draft that the window opens with in a process beside it, while Qt is loaded and the page is painted.

Of a draft that is opened for the first time no view is kept (`last_view`). To make one takes a tenth of a second of the
processor, and no thread can do it meanwhile, since Qt for Python hardly lets go of the interpreter's lock. So the process
is divided before anything of Qt is loaded: the one beside loads what reads a text, makes the view, hands it over through
a pipe and ends. It is the beginning only, as a kept one is, and whatever goes wrong there, the window has none and reads
the text by itself.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from assistant.files import kept_views, layouts, settings
from assistant.files.draft import DraftFile
from assistant.files.kinds import DRAFT_SUFFIX
from assistant.ui.document import file_places

_WAITS = 0.15  # seconds that the window waits for what has come so far that to read the text itself would take longer
_LONGEST = 50_000  # characters; what is longer is not read in time
_BEHIND = 10  # where there are others at work the page comes first
_LOADED = b"."  # comes before the view
_PIECE = 1 << 16  # bytes; a pipe holds no more


class _Beside(NamedTuple):
    process: int
    pipe: int


_beside: _Beside | None = None


def begin(path: str) -> None:
    """Begin to read a draft, where the process may be divided and has a second processor to gain by it."""
    global _beside  # noqa: PLW0603  # a process is started once
    if Path(path).suffix.lower() != DRAFT_SUFFIX or not _may_be_divided():
        return
    with suppress(OSError):  # there may be no more of them to have
        pipe, other_end = os.pipe()
        try:
            process = os.fork()
            if not process:
                _hand_over(Path(path), pipe, other_end)
            _beside = _Beside(process, pipe)
        finally:
            os.close(other_end)
            if not _beside:
                os.close(pipe)


def taken(about: bytes) -> bytes | None:
    """Give the view that was made, if it is about the same; it is waited for a moment, and then given up."""
    found = _read(_beside.pipe) if _beside else b""
    let_go()
    return kept_views.unsealed(about, found.removeprefix(_LOADED))


def let_go() -> None:
    """End the process beside, be it done or not.

    A thread waits for it to be gone: one that waits for a disk is not to be ended.
    """
    global _beside  # noqa: PLW0603
    if _beside:
        process, pipe = _beside
        _beside = None
        os.close(pipe)
        with suppress(OSError):  # where the system was told to look after it, it is gone already
            os.kill(process, signal.SIGKILL)
        threading.Thread(target=_see_off, args=(process,), name="first reading", daemon=True).start()


def _see_off(process: int) -> None:
    with suppress(OSError):
        os.waitpid(process, 0)


def _may_be_divided() -> bool:
    """Tell whether the process is alone with itself: what threads and Qt hold would be lost in the other one."""
    if sys.platform != "linux" or "PySide6" in sys.modules or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _read(pipe: int) -> bytes:
    """Read all that comes before the other end is closed, or the time is over; nothing where nothing has come yet."""
    found, until = bytearray(), time.monotonic() + _WAITS
    while select.select([pipe], [], [], max(0, until - time.monotonic()) if found else 0)[0]:
        piece = os.read(pipe, _PIECE)
        if not piece:
            break
        found += piece
    return bytes(found)


def _hand_over(path: Path, pipe: int, other_end: int) -> NoReturn:
    """Make the view and leave: nothing is said, and nothing done that a process does at its end."""
    try:
        os.close(pipe)  # or it would wait for itself to read, where the window has died
        os.nice(_BEHIND)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(other_end, "wb") as file:
            for piece in _view_of(path):
                file.write(piece)
                file.flush()
    finally:
        os._exit(0)


def _view_of(path: Path) -> Iterator[bytes]:
    """Make what `last_view` would have kept of a draft that is left at its place; nothing where it has that.

    First comes a sign that all is loaded and there is something to come.
    """
    from assistant.ui import view_values

    file, draft = DraftFile.load(file_places.whole(path))
    known = settings.load()
    place = min(known.carets.get(str(file.path), 0), len(draft.text))
    about = view_values.about(known.analysis, place, file.known)
    if len(draft.text) > _LONGEST or kept_views.read(file.path, about):
        return
    from assistant.files import references, template_shelf
    from assistant.review.material import analyse
    from assistant.ui import view_making

    template = template_shelf.chosen(draft.template)
    if layouts.is_another(template, known.layout):
        return  # the page is to be laid out anew
    yield _LOADED
    last = references.held(draft.references).last if draft.references else None
    material = analyse(draft.text, template, decisions=draft.decisions, last=last)
    seen = material.quietly() if known.quiet else material
    view = view_making.of(seen, layouts.named(known.layout), place)
    yield kept_views.sealed(about, view_values.encoded(view))
