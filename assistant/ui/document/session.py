"""The document that is open: its choices, its file, its lock, its journal. Knows no widget.

The text itself belongs to the editor and is passed in. What goes wrong with files is raised (Unreadable, Unwritable,
ChangedOnDisk) for the window to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from assistant.decisions import AT_THE_BEGINNING, Stage
from assistant.files import draft, former_states, opening, origins, safekeeping
from assistant.files.disk import Unwritable, replace_file
from assistant.files.draft import ChangedOnDisk, Draft, DraftFile, Reference, Source, TemplateChoice
from assistant.files.locks import FileLock
from assistant.files.safekeeping import Journal, Recovered
from assistant.reading import Unreadable
from assistant.ui.document.history import Choices

if TYPE_CHECKING:  # a draft is shown before anything is known of it
    from assistant.facts.last_year import LastYear
    from assistant.files.references import Held
    from assistant.templates.layout import Layout
    from assistant.templates.template import Template


class Opened(NamedTuple):
    """A document as it comes from outside: a draft with its file, or a text that was read from another file."""

    text: str
    choices: Choices
    file: DraftFile | None = None
    source: Path | None = None
    notes: tuple[str, ...] = ()
    exported: str = ""
    extra: Mapping[str, Any] = MappingProxyType({})
    origin: Source | None = None  # the file that a draft was once begun from, or a new one is made of


class Safety(NamedTuple):
    """Whether what is not saved yet would survive a power cut; a cause: it is not where it ought to be."""

    kept: bool = True
    cause: str = ""


class Session(QObject):
    """Keeps the state of the open document."""

    choices_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices = Choices(AT_THE_BEGINNING, None)
        self._template: tuple[TemplateChoice | None, Template | None] = (None, None)
        self._held: tuple[tuple[Reference, ...], Held] | None = None
        self.file: DraftFile | None = None
        self._origin: Source | None = None  # the file that is never written
        self._revised: Path | None = None  # the same, where its text is the one that is open
        self._exported = ""
        self._elsewhere: dict[Path, str] = {}  # Word files exported to other places, by fingerprint
        self._extra: Mapping[str, Any] = {}
        self._lock: FileLock | None = None
        self._journal = Journal()
        self._writing: Thread | None = None
        self._written: tuple[Draft, DraftFile | None] | None = None  # what the journal holds
        self.safety = Safety()
        self.state_cause = ""  # why the last save left no former state, "" where it did

    @property
    def path(self) -> Path | None:
        return self.file.path if self.file else None

    @property
    def source(self) -> Path | None:
        """The file that was opened to be revised, as long as there is no draft of it."""
        return self._revised if self.file is None else None

    @property
    def source_name(self) -> str:
        """The name of the file that the document was begun from, "" for none."""
        return self._origin.name if self._origin else ""

    @property
    def template(self) -> Template | None:
        """The template in force; read when it is first asked for."""
        wanted = self.choices.template
        if self._template[0] != wanted:
            from assistant.files import template_shelf

            self._template = (wanted, template_shelf.chosen(wanted))
        return self._template[1]

    @property
    def last(self) -> LastYear | None:
        """Last year's material as far as it is at hand; read when it is first asked for, after the first paint."""
        return self.held.last if self.choices.references else None

    @property
    def held(self) -> Held:
        """What is there of the earlier materials beside the text, and which of them have to be asked for again."""
        wanted = self.choices.references
        if self._held is None or self._held[0] != wanted:
            from assistant.files import references

            self._held = (wanted, references.held(wanted))
        return self._held[1]

    def look_again(self) -> None:
        """Look again for the texts of earlier materials: one that was missing is there now."""
        self._held = None
        self.choices_changed.emit()

    def show_choices(self, choices: Choices) -> None:
        """Put decisions and a template in force; undo and redo come through here too."""
        self.choices = choices
        self.choices_changed.emit()

    # Reading

    def read(self, path: Path) -> Opened:
        """Read a file. A draft is locked as long as it is open. Raises Unreadable."""
        opened = opening.open_file(path)
        if opened.draft:
            return self._of_draft(opened.draft, opened.file)
        reading = opened.reading
        choices = Choices(opened.decisions._replace(stage=Stage.DRAFT), opened.template)
        return Opened(reading.text, choices, source=path, notes=reading.notes)

    def _of_draft(self, content: Draft, file: DraftFile | None) -> Opened:
        choices = Choices(content.decisions, content.template, content.references)
        origin = content.source
        if origin and origin.path is None and file:
            origin = origin._replace(path=origins.recall(file.path))
        return Opened(content.text, choices, file, exported=content.exported, extra=content.extra, origin=origin)

    def recovered(self, found: Recovered) -> Opened:
        """Take over what a window that died left behind; its file may have been saved by another since."""
        file = DraftFile.known_as(found.path, found.known) if found.path else None
        return self._of_draft(found.draft, file)

    def begin(self, opened: Opened) -> None:
        """Make a document the open one. Raises Unreadable where another window has it; then nothing changes."""
        lock: FileLock | None = None
        if opened.file and opened.file.path != self.path:
            lock = safekeeping.draft_lock(opened.file.path)
            if not lock.acquire():
                raise Unreadable("这份草稿已在另一个窗口打开。请到那个窗口继续，或关掉它再打开。")
            self._release()
            self._lock = lock
        elif not opened.file:
            self._release()
        self.file = opened.file
        self._origin = Source(opened.source.name, path=opened.source) if opened.source else opened.origin
        anew = opened.source is None and bool(opened.choices.references)  # made of it, or beside it
        self._revised = self._origin.path if self._origin and not anew else None
        self._exported, self._extra = opened.exported, opened.extra
        self._elsewhere = {}
        self._held = None
        self.forget_journal()
        self.choices = opened.choices
        self.choices_changed.emit()

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
            self._lock = None

    # Writing

    def content(self, text: str) -> Draft:
        """Give all that is to be kept."""
        choices = self.choices
        return Draft(
            text,
            choices.template,
            choices.decisions,
            self._exported,
            self._extra,
            self._origin,
            choices.references,
        )

    def _know_source(self) -> None:
        """Learn the source's fingerprint, by which it is known even where draft and source are moved together."""
        if self._origin and self._origin.path and not self._origin.sha256:
            self._origin = self._origin._replace(sha256=draft.fingerprint_of(self._origin.path))

    def is_source(self, path: Path) -> bool:
        """Tell whether a path is that of the file that was opened to be revised, which is never written."""
        return self._origin is not None and self._origin.is_at(path)

    def save(self, text: str) -> None:
        """Save to the draft's own file. Raises ChangedOnDisk, Unwritable."""
        assert self.file is not None
        self._know_source()
        content = self.content(text)
        self._keep_state(self.file.path, content, self.file)
        self.file = self.file.save(content)
        self._after_saving(self.file.path)

    def save_as(self, text: str, path: Path) -> None:
        """Save to another file, which becomes the draft's own. Raises Unwritable."""
        if self.is_source(path):
            raise Unwritable("这是打开来修改的原文件，不会被覆盖。请换一个文件名。")
        self._know_source()
        content = self.content(text)
        if path == self.path:
            self._keep_state(path, content, DraftFile.now(path))
            self.file = DraftFile(path).save(content)
        else:
            content = content._replace(exported="")
            self._move_to(path, content)
        self._after_saving(path)

    def _keep_state(self, path: Path, content: Draft, replaced: DraftFile) -> None:
        """Keep what is about to be saved, and what it replaces, before anything is replaced."""
        self.state_cause = ""
        try:
            former_states.keep_state(path, content, replaced)
        except Unwritable as error:
            self.state_cause = error.cause

    def _after_saving(self, path: Path) -> None:
        self.forget_journal()
        former_states.thin(path)
        if self._origin and self._origin.path:
            origins.remember(path, self._origin.path)

    def _move_to(self, path: Path, content: Draft) -> None:
        """Write to another file first; only what is written there becomes the draft's own."""
        lock = safekeeping.draft_lock(path)
        if not lock.acquire():
            raise Unwritable("这个文件正在另一个窗口打开，请换一个文件名。")
        try:
            self._keep_state(path, content, DraftFile.now(path))
            file = DraftFile(path).save(content)
        except BaseException:
            lock.release()
            raise
        self._release()
        self.file, self._lock, self._exported = file, lock, content.exported

    def word_beside(self) -> Path | None:
        """Give the Word file of the draft's name, which saving refreshes."""
        return self.path.with_suffix(".docx") if self.path else None

    def word_was_changed(self) -> bool:
        """Tell whether the Word file beside the draft is not the one that was last written there."""
        path = self.word_beside()
        return path is not None and path.exists() and draft.fingerprint_of(path) != self._exported

    def refresh_word(self, text: str, layout: Layout) -> bool:
        """Write the Word file beside the draft, unless it was changed elsewhere. Raises Unwritable."""
        path = self.word_beside()
        if path is None or self.word_was_changed() or self.is_source(path):
            return False
        self.export(text, path, layout)
        return True

    def adopt_word(self) -> str:
        """Read the Word file beside the draft, which somebody has changed, and know it from now on. Raises Unreadable."""
        path = self.word_beside()
        assert path is not None
        text = opening.read(path).text
        self._exported = draft.fingerprint_of(path)
        return text

    def export(self, text: str, path: Path, layout: Layout) -> None:
        """Write a Word file. Raises Unwritable."""
        from assistant.files.writers import docx  # python-docx and lxml are loaded when first needed

        if self.is_source(path):
            raise Unwritable("这是打开来修改的原文件，不会被覆盖。请换一个文件名。")
        decisions = self.choices.decisions
        data = docx.write(text, layout, author=decisions.profile.name, headings=decisions.headings)
        replace_file(path, data)
        beside = self.word_beside()
        if beside and path.resolve() == beside.resolve():
            self._remember_word(draft.fingerprint(data))
        else:
            self._elsewhere[path.resolve()] = draft.fingerprint(data)

    def is_own_word(self, path: Path) -> bool:
        """Tell whether a file is a Word file of this document as it was last exported, so that nothing is lost in it."""
        beside = self.word_beside()
        known = self._exported if beside and path.resolve() == beside.resolve() else self._elsewhere.get(path.resolve())
        return bool(known) and draft.fingerprint_of(path) == known

    def _remember_word(self, mark: str) -> None:
        """Know the Word file beside the draft as our own; the draft stays as it was last saved but for that."""
        self._exported = mark
        assert self.file is not None
        with suppress(ChangedOnDisk, Unreadable, Unwritable):  # the Word file is written all the same
            self.file = self.file.save(draft.decode(self.file.known)._replace(exported=mark))

    # Never losing anything

    def keep_journal(self, text: str) -> None:
        """Write the journal in another thread; a slow disk holds up no key."""
        if self._writing and self._writing.is_alive():
            return  # the next turn comes soon
        if (self.content(text), self.file) != self._written or not self._journal.there:
            self._writing = Thread(target=self._keep, args=(self.content(text), self.file), name="journal")
            self._writing.start()

    @property
    def has_journal(self) -> bool:
        return self._writing is not None or self._written is not None

    def keep_journal_now(self, text: str) -> bool:
        """Write the journal before going on; tell whether it is on the disk."""
        self._keep(self.content(text), self.file)
        return self._written is not None

    def _keep(self, content: Draft, file: DraftFile | None) -> None:
        try:
            cause = self._journal.keep(content, file)
        except Unwritable as error:  # must not stop the writer; the next turn tries again
            self._written, self.safety = None, Safety(kept=False, cause=error.cause)
        else:
            self._written, self.safety = (content, file), Safety(cause=cause)

    def forget_journal(self) -> None:
        """Forget what was kept: all is saved, or given up."""
        if self._writing:
            self._writing.join()
            self._writing = None
        self._written = None
        self._journal.clear()

    def close(self) -> None:
        """Give everything back; for a window that closes in order."""
        self.forget_journal()
        self._journal.close()
        self._release()


__all__ = ["ChangedOnDisk", "Opened", "Safety", "Session"]
