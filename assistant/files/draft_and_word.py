"""Saving a draft and exporting its Word file: all that is to be done on the disk, in the order that loses nothing.

Plain values in, plain values out: the window has it done by another thread, since a share may take its time.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant.files import draft, former_states, known_file, locks, origins, trouble
from assistant.files.disk import replace_file
from assistant.files.draft import Draft, DraftFile, Source
from assistant.files.known_file import ChangedOnDisk
from assistant.files.locks import FileLock
from assistant.files.naming import exists, free_path, resolved, shown_name
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable

if TYPE_CHECKING:
    from assistant.templates.layout import Layout


class Beside(Enum):
    """What became of the Word file of the draft's name."""

    LEFT = auto()  # not asked for
    WRITTEN = auto()
    SOURCE = auto()  # the draft was begun from it
    CHANGED = auto()  # somebody else has written it
    RETURNED = auto()  # so it was, and what it says is listed in 审改稿
    FAILED = auto()


class Saved(NamedTuple):
    """A draft as it is on the disk now.

    `lock` is the new file's, where the draft has moved. `state_cause` tells why no former state was kept, "" where one
    was. `told` is why the Word file could not be written, `changed_at` when somebody else wrote it. `damaged` is where
    what the draft's file held was put, as that could not be read.
    """

    file: DraftFile
    origin: Source | None
    exported: str
    state_cause: str = ""
    lock: FileLock | None = None
    beside: Beside = Beside.LEFT
    told: str = ""
    changed_at: float | None = None
    damaged: Path | None = None


class Exported(NamedTuple):
    """A Word file that was written: its fingerprint, and the draft where that has noted it."""

    path: Path
    fingerprint: str
    file: DraftFile | None


def save(
    content: Draft, file: DraftFile, refreshed: Layout | None, *, insisting: bool = False, anew: bool = False
) -> Saved:
    """Save to the draft's own file, and write the Word file beside it in a layout, if one is given.

    A file marked as read-only is written if the user is `insisting`, one that is gone, was emptied or damaged only
    `anew`. Raises ChangedOnDisk, DamagedOnDisk, EmptiedOnDisk, GoneFromDisk, Unwritable.
    """
    content = _knowing_source(content)
    cause = _keep_state(file.path, content, file)
    saved = file.save(content, insisting=insisting, anew=anew)
    return _finished(content, saved, cause, refreshed, insisting=insisting)


def save_renamed(content: Draft, file: DraftFile, path: Path, refreshed: Layout | None) -> Saved:
    """Save to the draft's own file where somebody has renamed it to `path`. Raises ChangedOnDisk, Unwritable."""
    content = _knowing_source(content)
    lock = locks.locked_to_replace(path)
    try:
        renamed = file._replace(path=path)
        cause = _keep_state(path, content, renamed)
        saved = renamed.save(content)
    except BaseException:
        lock.release()
        raise
    return _finished(content, saved, cause, refreshed)._replace(lock=lock)


def save_as(content: Draft, path: Path, current: Path | None, refreshed: Layout | None, *, exported: str = "") -> Saved:
    """Save to another file, which becomes the draft's own; the old one stays as it is. Raises Unwritable.

    `exported` is the fingerprint of the Word file beside that file, where this document was exported there before.
    """
    if is_source(content, path):
        raise trouble.is_original()
    content = _knowing_source(content)
    if path == current:
        cause = _keep_state(path, content, DraftFile.now(path))
        return _finished(content, DraftFile(path).save(content), cause, refreshed)
    content = content._replace(exported=exported)
    lock = locks.locked_to_replace(path)
    try:
        cause = _keep_state(path, content, DraftFile.now(path))
        file = DraftFile(path).save(content)
    except BaseException:
        lock.release()
        raise
    return _finished(content, file, cause, refreshed)._replace(lock=lock)


def export(content: Draft, path: Path, layout: Layout, file: DraftFile | None, *, insisting: bool = False) -> Exported:
    """Write a Word file; the draft notes the one beside it. Raises Unwritable."""
    if is_source(content, path):
        raise trouble.is_original()
    if file and resolved(path) == resolved(file.path):
        raise Unwritable(f"“{shown_name(path)}”是草稿文件，不能用Word文件替换。请换一个文件名。")
    data = _in_word(content, layout)
    replace_file(path, data, insisting=insisting)
    fingerprint = known_file.fingerprint(data)
    if file and resolved(path) == resolved(word_beside(file.path)):
        # the draft stays as it was last saved but for that; the Word file is written all the same
        with suppress(ChangedOnDisk, Unreadable, Unwritable):
            file = file.save(draft.decode(file.known)._replace(exported=fingerprint), insisting=insisting)
    return Exported(path, fingerprint, file)


def _in_word(content: Draft, layout: Layout) -> bytes:
    """Write a draft as Word, of the same content always the same bytes."""
    from assistant.files.writers import docx  # python-docx and lxml are loaded when first needed

    decisions = content.decisions
    return docx.write(content.text, layout, author=decisions.profile.name, headings=decisions.headings)


class Renewed(NamedTuple):
    """The Word file of the draft's name as it was written anew, and where the one that came back lies now."""

    exported: Exported
    returned: Path


def renew_word(content: Draft, word: Path, layout: Layout, file: DraftFile) -> Renewed:
    """Write the Word file of the draft's name where one lies that came back; that one stays, under a name that says so.

    Raises Unwritable; then it lies where it was.
    """
    returned = free_path(word.with_name(f"{word.stem}-审改稿{word.suffix}"))
    try:
        word.rename(returned)
    except OSError as error:
        raise trouble.unwritable(error, word) from None
    try:
        return Renewed(export(content, word, layout, file), returned)
    except BaseException:
        with suppress(OSError):
            if not word.exists():
                returned.rename(word)
        raise


def give_back(saved: Saved) -> None:
    """Give back what saving has taken, where nobody waits for it any more."""
    if saved.lock:
        saved.lock.release()


def word_beside(path: Path) -> Path:
    """Give the Word file of a draft's name, which saving refreshes."""
    return path.with_suffix(".docx")


def is_source(content: Draft, path: Path) -> bool:
    """Tell whether a path is that of the file that a draft was begun from, which is never written."""
    return content.source is not None and content.source.is_at(path)


def _knowing_source(content: Draft) -> Draft:
    """Learn the source's fingerprint, by which it is known even where draft and source are moved together."""
    source = content.source
    if source and source.path and not source.sha256:
        return content._replace(source=source._replace(sha256=known_file.fingerprint_of(source.path)))
    return content


def _keep_state(path: Path, content: Draft, replaced: DraftFile) -> str:
    """Keep what is about to be saved, and what it replaces, before anything is replaced; tell why it cannot be kept."""
    try:
        former_states.keep_state(path, content, replaced)
    except Unwritable as error:
        return error.cause
    return ""


def _finished(
    content: Draft, file: DraftFile, cause: str, refreshed: Layout | None, *, insisting: bool = False
) -> Saved:
    former_states.thin(file.path)
    if content.source and content.source.path:
        origins.remember(file.path, content.source.path)
    saved = Saved(file, content.source, content.exported, cause, damaged=file.damaged)
    return _with_word(content, saved, refreshed, insisting=insisting) if refreshed else saved


def _with_word(content: Draft, saved: Saved, layout: Layout, *, insisting: bool) -> Saved:
    """Write the Word file beside the draft, unless it was changed elsewhere; whatever becomes of it, the draft is saved."""
    word = word_beside(saved.file.path)
    if is_source(content, word):
        return saved._replace(beside=Beside.SOURCE)
    fingerprint = known_file.fingerprint_of(word) if exists(word) else content.exported
    if fingerprint != content.exported and not _is_of_state(saved.file.path, fingerprint, layout):
        listed = any(each.sha256 == fingerprint for each in content.decisions.rounds)
        return saved._replace(beside=Beside.RETURNED if listed else Beside.CHANGED, changed_at=_changed_at(word))
    try:
        written = export(content, word, layout, saved.file, insisting=insisting)
    except Unwritable as error:
        return saved._replace(beside=Beside.FAILED, told=str(error))
    return saved._replace(file=written.file or saved.file, exported=written.fingerprint, beside=Beside.WRITTEN)


def _is_of_state(path: Path, fingerprint: str, layout: Layout) -> bool:
    """Tell a Word file that was written of a state kept lately: the draft does not know it where that state was found again."""
    for state in former_states.saved_states(path)[: former_states.LAST]:
        with suppress(Unreadable):
            if known_file.fingerprint(_in_word(state.load(), layout)) == fingerprint:
                return True
    return False


def _changed_at(path: Path) -> float | None:
    with suppress(OSError):
        return path.stat().st_mtime
    return None
