"""The file menu: beginning, opening, finding again, saving, leaving.

Whatever goes wrong is said in a bar or a box, in the words of the one who found it; the text on the screen is safe.
"""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assistant import paths
from assistant.decisions import Profile
from assistant.files import kinds
from assistant.files.kinds import Use
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable
from assistant.ui.document import file_places
from assistant.ui.document import opened as documents
from assistant.ui.document.opened import Opened
from assistant.ui.waiting import GivenUp, Turns
from assistant.ui.work.exporting import Exporting
from assistant.ui.work.open_document import OpenDocument, Waited
from assistant.ui.work.saving import Saving

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from assistant.files.own_shelf import OwnFile
    from assistant.ui.dialogs.new_material import NewMaterial
    from assistant.ui.document.session import Session
    from assistant.ui.page.editor import Editor
    from assistant.ui.panels.bars import MessageBars
    from assistant.ui.work.criticism_work import CriticismWork
    from assistant.ui.work.incoming import Incoming, Looks
    from assistant.ui.work.left_forms import LeftForms
    from assistant.ui.work.prompts import Prompts
    from assistant.ui.work.recovery import Recovery

SAMPLE = "2025-democratic-individual"


class Files(OpenDocument):
    """The open document, and the file menu's work: whatever puts another in its place, or writes it."""

    exchange_wanted = Signal(object, str)  # for a template that came in (OwnFile), or a notice's text
    beside_wanted = Signal(Path)  # the open draft is to be held against this earlier material
    list_wanted = Signal(Path)  # or against this 整改清单
    returned_wanted = Signal(Path)  # what was changed in this file is to be listed (审改稿)

    def __init__(
        self, editor: Editor, session: Session, history: QUndoStack, bars: MessageBars, prompts: Prompts | None
    ) -> None:
        super().__init__(editor, session, history, bars, prompts)
        turns = Turns(self)  # what is written is written one thing after the other
        self._exporting = Exporting(self, turns)
        self._saving = Saving(self, turns, self._exporting)
        self._saving.returned_wanted.connect(self.returned_wanted)

    # Beginning

    def new(self, source: Path | None = None, notice: str = "", own: OwnFile | None = None) -> bool:
        """Ask for the template, proposing `own` or a notice's, and begin a material, from a file's text if chosen."""
        if not self.may_leave():
            return False
        known = self.settings
        profile = Profile(known.unit, known.post, known.name)
        new_material = self.prompts.new_material(profile, self.session.template, source, notice, own)
        if new_material:
            self.begin(new_material)
        return new_material is not None

    def begin(self, new_material: NewMaterial) -> None:
        """Begin a material as wished; beside an earlier one, say what came of it."""
        from assistant.ui.work import beginning

        earlier = new_material.earlier
        if earlier and not self.prompts.may_keep(earlier.reference.name, earlier.text):
            return
        profile = new_material.profile
        self.change_settings(unit=profile.unit, post=profile.post, name=profile.name)
        try:
            opened, message = beginning.of(new_material)
        except Unwritable as error:
            self.prompts.tell("未能开始写", f"去年的材料未能存入本机。{error}")
            return
        brought = new_material.earlier or new_material.listed or new_material.choice.source
        self._show(opened, modified=bool(brought))  # a shipped template's outline is there again at any time
        if message:
            self.bars.show_message(message, key="read")

    def open(self) -> None:
        """Ask for a file and open it."""
        last = self.settings.recent[:1]
        path = self.prompts.file_to_open(
            self.near(Path(last[0]).parent if last else file_places.folder(self.session.template))
        )
        if path:
            self.open_path(path)

    def open_path(self, path: Path, *, as_material: bool = False) -> bool:
        """Open a draft, or any text to be revised. Says what is wrong if it cannot.

        A notice or an earlier year's material that comes while a draft is open is offered, and opened only `as_material`.
        """
        try:
            return self._open_path(self.reading(path, file_places.whole), as_material=as_material)
        except GivenUp:
            return False

    def _open_path(self, path: Path, *, as_material: bool) -> bool:
        if self._taken_in(path):
            return False
        again = path == self.session.path  # saving changes what is to be read
        if again and not self.may_leave():
            return False
        try:
            opened, looks = self.reading(path, partial(_read, guarding=self.has_document and not as_material))
        except Unreadable as error:
            return self._open_former(path, f"{path.name}\n{error}", may_leave=again)
        if self._offer(path, opened, looks) or (not again and not self.may_leave()):
            return False
        if shown := self._show(opened, modified=False):
            self.remember(path)
        return shown

    def _taken_in(self, path: Path) -> bool:
        """Take in a template or 批评意见, or beside the open draft a 整改清单; tell whether the file is one."""
        suffix = path.suffix.lower()
        if suffix == kinds.TEMPLATE_SUFFIX:
            self._incoming.take_template(path, has_document=self.has_document)
            return True
        if suffix == kinds.CRITICISM_SUFFIX:
            self.criticisms.open_path(path)
            return True
        if self.has_document and suffix in kinds.suffixes(Use.TABLE):
            self.list_wanted.emit(path)
            return True
        return False

    def _offer(self, path: Path, opened: Opened, looks: Looks | None) -> bool:
        """Offer what a file is for that may not be meant to take the place of the open draft.

        Tells whether it is not to be opened: it is such a file, or its mark of secrecy forbids it.
        """
        if opened.file is None and not self.prompts.may_keep(path.name, opened.text):
            return True
        session = self.session
        year = session.template.year if session.template and session.source is None else None
        return looks is not None and self._incoming.offer(path, opened, looks, year)

    @cached_property
    def _incoming(self) -> Incoming:
        from assistant.ui.work.incoming import Incoming

        made = Incoming(self.bars)
        made.new_wanted.connect(lambda own, notice: self.new(own=own, notice=notice))
        made.exchange_wanted.connect(self.exchange_wanted)
        made.beside_wanted.connect(self.beside_wanted)
        made.material_wanted.connect(partial(self.open_path, as_material=True))
        return made

    @cached_property
    def criticisms(self) -> CriticismWork:
        """The form of 批评意见, which has nothing to do with what is open."""
        from assistant.ui.work.criticism_work import CriticismWork

        return CriticismWork(self, self.editor.window())

    def show_criticisms(self) -> None:
        """Show the form of 批评意见."""
        self.criticisms.show()

    @cached_property
    def left_forms(self) -> LeftForms:
        """The forms that a window that died left unsaved."""
        from assistant.ui.work.left_forms import LeftForms

        return LeftForms(self, incoming=lambda: self._incoming, show_criticisms=self.show_criticisms)

    def _open_former(self, path: Path, told: str, *, may_leave: bool) -> bool:
        """Say why a file cannot be read, and offer the kept states of a draft; the broken file itself is left alone."""
        if not self.recovery.has_any_of(path):
            self.prompts.tell("未能打开文件", told)
            return False
        wanted = self.prompts.agrees("未能打开文件", told, go_on="找回以前保存的版本…", stay="关闭")
        return wanted and self.recovery.show_of(path, may_leave=may_leave)

    @cached_property
    def recovery(self) -> Recovery:
        """What was left unsaved or kept at each save."""
        from assistant.ui.work.recovery import Recovery

        made = Recovery(self, may_leave=self.may_leave, show=lambda opened: self._show(opened, modified=True))
        made.open_wanted.connect(self.open_path)
        return made

    def open_sample(self) -> None:
        """Open the finished sample as a text of nobody's."""
        if self.may_leave():
            path = paths.resources() / "samples" / f"{SAMPLE}.txt"
            self._show(documents.read(path)._replace(source=None), modified=False)

    def _show(self, opened: Opened, *, modified: bool) -> bool:
        """Show a document; where another window has its file, say so and change nothing."""
        if self.has_document:
            self.leaving.emit()
        try:
            self.session.begin(opened)
        except Unreadable as error:
            name = f"{opened.file.path.name}\n" if opened.file else ""
            self.prompts.tell("未能打开文件", f"{name}{error}")
            return False
        self._saving.forget_document()
        self.bars.leave_document()
        self.editor.load(opened.text)
        self.saved_at = opened.saved_at if opened.file else None
        if modified:
            self.history.resetClean()
        else:
            self.history.setClean()  # a stack without a step is not cleared: it would keep what the document before left
        self.has_document = True
        self.notes = "；".join(opened.notes)
        self.opened.emit(self.notes)
        return True

    def find_former(self) -> None:
        """Show what can be found again (找回以前保存的版本)."""
        self.recovery.show()

    # Writing

    def save(self) -> bool:
        """Save the draft, the first time where the writer says; tell whether it is saved already."""
        return self._saving.save()

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there; tell whether it is saved already."""
        return self._saving.save_as()

    def export(self) -> bool:
        """Ask where, and export Word; tell whether it is written already, or being written."""
        return self._exporting.export()

    # Leaving

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False to stay."""
        self.finishing.emit()
        if (waited := self._saving.wait_out()) is not Waited.DONE:
            return waited is Waited.GIVEN_UP
        if not self.modified:
            return not self.has_document or self._saving.ask_about_lost()
        answer = self.prompts.save_before_closing(self.name)
        if not answer.saves:
            return answer.discards
        return self.save() or self._saving.may_go()


def _read(path: Path, *, guarding: bool) -> tuple[Opened, Looks | None]:
    """Read a file; while another document is open, see too whether it may be meant for something else than its place."""
    found = documents.read(path)
    if found.file or not guarding:
        return found, None
    from assistant.ui.work import incoming

    return found, incoming.looks_of(found.text, path.stem, found.choices.template)
