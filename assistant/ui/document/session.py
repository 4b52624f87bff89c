"""The document that is open: its choices, its file, its lock, its journal. Knows no widget.

The text itself belongs to the editor and is passed in. What saving does on the disk is in files/draft_and_word, which
another thread may do; here is told what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from assistant.decisions import AT_THE_BEGINNING
from assistant.files import draft_and_word, known_file, locks
from assistant.files.draft import Draft, DraftFile, Reference, Source, TemplateChoice
from assistant.files.draft_and_word import Exported, Saved
from assistant.files.journals import Journal
from assistant.files.locks import FileLock
from assistant.files.naming import resolved
from assistant.files.trouble import Unwritable
from assistant.ui.document.history import Choices
from assistant.ui.document.opened import Opened

if TYPE_CHECKING:  # a draft is shown before anything is known of it
    from assistant.facts.last_year.earlier_material import LastYear
    from assistant.files.references import Held
    from assistant.files.versions import Version
    from assistant.templates.template import Template


class Safety(NamedTuple):
    """Whether what is not saved yet would survive a power cut; a cause: it is not where it ought to be."""

    kept: bool = True
    cause: str = ""


class Session(QObject):
    """Keeps the state of the open document."""

    choices_changed = Signal()
    versions_changed = Signal()
    unfinished_changed = Signal()  # something stands in a field that is not part of the document yet, or does no more

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
        self._unfinished: dict[str, Callable[[Draft], Draft]] = {}
        self._closed = False  # what is not saved was given up with the window
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

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions that the draft keeps (另存一稿), the last first. They are no step of undo: none takes them back."""
        from assistant.files import versions

        return versions.of(self._extra)

    def change_versions(self, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        """Add, rename or take away versions; they are in the file when it is saved next."""
        self._extra = change(self._extra)
        self.versions_changed.emit()

    def show_choices(self, choices: Choices) -> None:
        """Put decisions and a template in force; undo and redo come through here too."""
        self.choices = choices
        self.choices_changed.emit()

    # Opening

    def begin(self, opened: Opened) -> None:
        """Make a document the open one. Raises Unreadable where another window has it; then nothing changes."""
        if opened.file and opened.file.path != self.path:
            lock = locks.locked_to_open(opened.file.path)
            self._release()
            self._lock = lock
        elif not opened.file:
            self._release()
        self.file, self._closed = opened.file, False
        self._origin = Source(opened.source.name, path=opened.source) if opened.source else opened.origin
        anew = opened.source is None and bool(opened.choices.references)  # made of it, or beside it
        self._revised = self._origin.path if self._origin and not anew else None
        self._exported, self._extra = opened.exported, opened.extra
        self._elsewhere = {}
        self._held = None
        self._unfinished = {}
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

    def is_on_disk(self, text: str) -> bool:
        """Tell whether all that is to be kept is what the draft's file held when it was last read or saved."""
        return self.file is not None and self.file.holds(self.content(text))

    def latest(self, content: Draft) -> Draft:
        """Take over what saving has found out since a draft's content was taken down."""
        return content._replace(exported=self._exported, source=self._origin)

    def is_source(self, path: Path) -> bool:
        """Tell whether a path is that of the file that was opened to be revised, which is never written."""
        return self._origin is not None and self._origin.is_at(path)

    def take_saved(self, saved: Saved) -> None:
        """Know the draft as it was saved; where it has moved, its new file is the one that is locked."""
        if saved.lock:
            self._release()
            self._lock = saved.lock
        self.file, self._exported, self.state_cause = saved.file, saved.exported, saved.state_cause
        if self._origin and saved.origin and self._origin.path == saved.origin.path:
            self._origin = saved.origin

    def word_beside(self) -> Path | None:
        """Give the Word file of the draft's name, which saving refreshes."""
        return draft_and_word.word_beside(self.path) if self.path else None

    def know_word(self, fingerprint: str) -> None:
        """Know the Word file beside the draft, which somebody has changed, by its fingerprint from now on."""
        self._exported = fingerprint

    def take_exported(self, exported: Exported) -> None:
        """Know a Word file that was written, so that it may be written anew unasked."""
        beside = self.word_beside()
        if beside and resolved(exported.path) == resolved(beside):
            self._exported, self.file = exported.fingerprint, exported.file
        else:
            self._elsewhere[resolved(exported.path)] = exported.fingerprint

    def is_own_word(self, path: Path) -> bool:
        """Tell whether a file is a Word file of this document as it was last exported, so that nothing is lost in it."""
        known = self.exported_as(path)
        return bool(known) and known_file.fingerprint_of(path) == known

    def exported_as(self, path: Path) -> str:
        """Give the fingerprint of a Word file as this document was last exported to it, "" where it never was."""
        beside = self.word_beside()
        whole = resolved(path)
        return self._exported if beside and whole == resolved(beside) else self._elsewhere.get(whole, "")

    # Never losing anything

    @property
    def unfinished(self) -> bool:
        """Whether something stands in a field beside the page that is not part of the document yet."""
        return bool(self._unfinished)

    def hold(self, field: str, put: Callable[[Draft], Draft]) -> None:
        """Let the journal hold what stands in a field; `put` gives a draft with it, as it would be once it is kept.

        It is no step of undo and not saved: whoever has the field keeps it in the end, and lets go of it here.
        """
        self._unfinished[field] = put
        self.unfinished_changed.emit()

    def let_go(self, field: str) -> None:
        """Hold nothing of a field: what stood in it is kept, or is not wanted."""
        if self._unfinished.pop(field, None):
            self.unfinished_changed.emit()

    def _with_unfinished(self, text: str) -> Draft:
        draft = self.content(text)
        for put in self._unfinished.values():
            draft = put(draft)
        return draft

    def keep_journal(self, text: str, called: str) -> None:
        """Write the journal in another thread; a slow disk holds up no key. `called` is the document's name in the title."""
        if self._closed or (self._writing and self._writing.is_alive()):
            return  # else the next turn comes soon
        content = self._with_unfinished(text)
        if (content, self.file) != self._written or not self._journal.there:
            self._writing = Thread(target=self._keep, args=(content, self.file, called), name="journal")
            self._writing.start()

    @property
    def has_journal(self) -> bool:
        return self._writing is not None or self._written is not None

    def keep_journal_now(self, text: str, called: str) -> bool:
        """Write the journal before going on; tell whether it is on the disk."""
        self._keep(self._with_unfinished(text), self.file, called)
        return self._written is not None

    def _keep(self, content: Draft, file: DraftFile | None, called: str) -> None:
        try:
            cause = self._journal.keep(content, file, called)
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
        """Give everything back, for a window that closes in order; it may outlive that a while, beside another one."""
        self._closed = True
        self.forget_journal()
        self._journal.close()
        self._release()
