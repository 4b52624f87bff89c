"""The document that is open, as all work on files is given it: what is set, its journal, how things are called."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from assistant.files import disk, kinds, layouts, naming, settings
from assistant.files.settings import Settings
from assistant.ui import waiting
from assistant.ui.document import suggested_names
from assistant.ui.document.session import Safety, Session
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import MessageBars
from assistant.ui.unsaved_timer import UnsavedTimer
from assistant.ui.waiting import GivenUp

if TYPE_CHECKING:
    from assistant.templates.layout import Layout
    from assistant.ui.work.prompts import Prompts

T = TypeVar("T")


class Waited(Enum):
    """How it ended that the writer was to wait until all is written."""

    DONE = auto()  # nothing is on its way any more; where something could not be written, that was told
    GIVEN_UP = auto()  # 不保存: the text may go as it is, but as long as it is here nothing of it counts as saved
    STAYED = auto()


class OpenDocument(QObject):
    """Knows the open document and keeps its journal; tells what becomes of it."""

    opened = Signal(str)  # a document is open; one sentence about what was read
    finishing = Signal()  # about to save or leave: what is half done elsewhere is to be kept now
    leaving = Signal()  # the document goes; what is unsaved in it is given up
    saved = Signal()
    saving_changed = Signal()
    exported = Signal()
    settings_changed = Signal(Settings)
    safety_changed = Signal(Safety)

    def __init__(
        self, editor: Editor, session: Session, history: QUndoStack, bars: MessageBars, prompts: Prompts | None
    ) -> None:
        super().__init__(editor)
        self.editor, self.session, self.history = editor, session, history
        self.bars, self._prompts = bars, prompts
        self.settings = settings.load()
        self.saved_at: float | None = None  # seconds since the epoch
        self.has_document = False
        self.savings = 0  # that are asked for and not done
        self.left_told: Callable[[], str] = str  # what the text still lacks, as it is counted beside it
        self.notes = ""  # what could not be taken over from the file that was opened
        UnsavedTimer(self, self.keep_journal).start()
        self._safety = session.safety  # as it was told last
        self._followed = ("", "")  # the template whose layout was taken over, and that layout

    @property
    def prompts(self) -> Prompts:
        """Who asks the writer; dialogs are loaded when something is first asked."""
        if self._prompts is None:
            from assistant.ui.work.prompts import Prompts

            self._prompts = Prompts(self.editor.window())
        return self._prompts

    @property
    def layout(self) -> Layout:
        return layouts.named(self.settings.layout)

    def follow_template(self) -> None:
        """Take over the layout that the template asks for, once for each."""
        template = self.session.template
        if template and (template.id, template.layout) != self._followed:
            self._followed = (template.id, template.layout)
            if layouts.is_another(template, self.settings.layout):
                self.change_settings(layout=template.layout)

    @property
    def modified(self) -> bool:
        """Whether there is anything that is not on the disk yet."""
        return self.saving or self.session.unfinished or not self.history.isClean()

    @property
    def saving(self) -> bool:
        """Whether the draft is being saved right now, since that takes its time."""
        return self.savings > 0

    def result_of(self, work: Callable[[], T], doing: str) -> T:
        """Do work beside the window. Raises GivenUp where the writer would not wait."""
        return waiting.result_of(work, doing, self.editor.window())

    def near(self, folder: Path) -> Path:
        """Give the nearest folder there is, for a file chooser; home where a share does not tell in time."""
        try:
            return self.result_of(partial(disk.nearest_folder, folder), "正在查看文件夹…")
        except GivenUp:
            return Path.home()

    def reading(self, path: Path, read: Callable[[Path], T]) -> T:
        """Read a file beside the window. Raises GivenUp where the writer would not wait."""
        return self.result_of(lambda: read(path), f"正在打开{waiting.named(naming.shown_name(path))}…")

    def change_settings(self, **changes: object) -> None:
        """Change settings and keep them."""
        self.settings = settings.with_others(self.settings)._replace(**changes)  # type: ignore[arg-type]  # keyword names are the fields'
        settings.save(self.settings)
        self.settings_changed.emit(self.settings)

    def keep_journal(self) -> None:
        """Write the journal if something is not saved; forget it when all is."""
        if self.modified:
            self.session.keep_journal(self.editor.text, self.name)
        elif self.session.has_journal:
            self.session.forget_journal()
        if self.session.safety != self._safety:
            self._safety = self.session.safety
            self.safety_changed.emit(self._safety)

    # Names

    @property
    def name(self) -> str:
        """How the document is called in the title and in questions."""
        known = self.session.path or self.session.source
        return known.stem if known else self.suggested("").name

    def suggested(self, suffix: str) -> Path:
        """Suggest where to put the document: beside its draft, else by the pattern of its template."""
        if self.session.path:
            return self.session.path.with_suffix(suffix)
        source, template = self.session.source, self.session.template
        profile = self.session.choices.decisions.profile
        path = suggested_names.suggested(template, profile, source.stem if source else "对照检查材料")
        return path.with_name(path.name + suffix)

    def suggested_free(self, suffix: str) -> Path:
        """Suggest a name that no other document has; one that is known as ours is suggested again."""
        path = self.suggested(suffix)
        return path if self.session.path or self.session.is_own_word(path) else naming.free_path(path)

    def draft_folders(self) -> list[Path]:
        """List the folders of the recent drafts and of the open one, where a journal may lie beside them."""
        drafts = [Path(name) for name in self.settings.recent if name.endswith(kinds.DRAFT_SUFFIX)]
        return [draft.parent for draft in (*drafts, *([self.session.path] if self.session.path else []))]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self.settings = settings.with_others(self.settings).with_recent(str(path))
        settings.save(self.settings)
        self.settings_changed.emit(self.settings)
