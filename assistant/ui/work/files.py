"""Opening, saving, exporting, finding again: what happens between the window and the disk.

Whatever goes wrong is said in a bar or a box, in the words of the one who found it; the text on the screen is safe.
"""

from __future__ import annotations

import time
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from assistant import paths
from assistant.decisions import Profile
from assistant.files import disk, former_states, kinds, layouts, settings
from assistant.files.disk import Unwritable
from assistant.files.draft import ChangedOnDisk
from assistant.files.kinds import Use
from assistant.files.safekeeping import Recovered
from assistant.files.settings import Settings
from assistant.reading import Unreadable
from assistant.ui.document import places
from assistant.ui.document.history import Choices
from assistant.ui.document.session import Opened, Safety, Session
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import Choice, MessageBars

if TYPE_CHECKING:
    from assistant.files.template_shelf import OwnFile
    from assistant.templates.layout import Layout
    from assistant.ui.dialogs.new_material import NewMaterial
    from assistant.ui.work.incoming import Incoming
    from assistant.ui.work.prompts import Prompts

JOURNAL_MS = 500  # with the writing, the journal is at most a second behind the keyboard
# those that speak of the open document
_OWN_BARS = ("read", "word", "unsaved", "export", "insert", "next", "stage", "exchange", "aside", "beside", "untouched")
SAMPLE = "2025-democratic-individual"


class Files(QObject):
    """The file menu's work."""

    opened = Signal(str)  # a document is open; one sentence about what was read
    finishing = Signal()  # about to save or leave: what is half done elsewhere is to be kept now
    saved = Signal()
    exported = Signal()
    exchange_wanted = Signal(object, str)  # for a template that came in (OwnFile), or a notice's text
    beside_wanted = Signal(Path)  # the open draft is to be held against this earlier material
    list_wanted = Signal(Path)  # or against this 整改清单
    settings_changed = Signal(Settings)
    safety_changed = Signal(Safety)

    def __init__(
        self, editor: Editor, session: Session, history: QUndoStack, bars: MessageBars, prompts: Prompts | None
    ) -> None:
        super().__init__(editor)
        self._editor, self._session, self._history = editor, session, history
        self._bars, self._prompts = bars, prompts
        self.settings = settings.load()
        self.saved_at: float | None = None  # seconds since the epoch
        self.has_document = False
        self.notes = ""  # what could not be taken over from the file that was opened
        self._journal = QTimer(self)
        self._journal.setInterval(JOURNAL_MS)
        self._journal.timeout.connect(self.keep_journal)
        self._journal.start()
        self._safety = session.safety  # as it was told last
        self._source_told = False
        self._followed = ("", "")  # the template whose layout was taken over, and that layout

    @property
    def prompts(self) -> Prompts:
        """Who asks the writer; dialogs are loaded when something is first asked."""
        if self._prompts is None:
            from assistant.ui.work.prompts import Prompts

            self._prompts = Prompts(self._editor.window())
        return self._prompts

    @property
    def layout(self) -> Layout:
        return layouts.named(self.settings.layout)

    def follow_template(self) -> None:
        """Take over the layout that the template asks for, once for each."""
        template = self._session.template
        if template and (template.id, template.layout) != self._followed:
            self._followed = (template.id, template.layout)
            if template.layout and template.layout != self.settings.layout:
                self.change_settings(layout=template.layout)

    @property
    def modified(self) -> bool:
        return not self._history.isClean()

    def change_settings(self, **changes: object) -> None:
        """Change settings and keep them."""
        self.settings = settings.with_others(self.settings)._replace(**changes)  # type: ignore[arg-type]  # keyword names are the fields'
        settings.save(self.settings)
        self.settings_changed.emit(self.settings)

    # Beginning

    def new(self, source: Path | None = None, notice: str = "", own: OwnFile | None = None) -> bool:
        """Ask for the template, proposing `own` or a notice's, and begin a material, from a file's text if chosen."""
        if not self.may_leave():
            return False
        known = self.settings
        profile = Profile(known.unit, known.post, known.name)
        new_material = self.prompts.new_material(profile, self._session.template, source, notice, own)
        if new_material:
            self.begin(new_material)
        return new_material is not None

    def begin(self, new_material: NewMaterial) -> None:
        """Begin a material as wished; beside an earlier one, say what came of it."""
        from assistant.ui.work import beginning

        profile = new_material.profile
        self.change_settings(unit=profile.unit, post=profile.post, name=profile.name)
        try:
            opened, told = beginning.of(new_material)
        except Unwritable as error:
            self.prompts.tell("没有开始写", f"去年的材料没有记下来。{error}")
            return
        self._show(opened, modified=True)
        if told:
            self._bars.show_message(told, key="read")

    def open(self) -> None:
        """Ask for a file and open it."""
        last = self.settings.recent[:1]
        path = self.prompts.file_to_open(
            disk.nearest_folder(Path(last[0]).parent if last else places.folder(self._session.template))
        )
        if path:
            self.open_path(path)

    def open_path(self, path: Path, *, as_material: bool = False) -> bool:
        """Open a draft, or any text to be revised. Says what is wrong if it cannot.

        A notice or an earlier year's material that comes while a draft is open is offered, and opened only `as_material`.
        """
        path = places.whole(path)
        if self._taken_in(path):
            return False
        again = path == self._session.path  # saving changes what is to be read
        if again and not self.may_leave():
            return False
        try:
            opened = self._session.read(path)
        except Unreadable as error:
            self.prompts.tell("打不开这个文件", f"{path.name}\n{error}")
            return self._open_former(path)
        offered = self.has_document and not (opened.file or as_material) and self._offer(path, opened)
        if offered or (not again and not self.may_leave()):
            return False
        try:
            self._show(opened, modified=False)
        except Unreadable as error:
            self.prompts.tell("打不开这个文件", f"{path.name}\n{error}")
            return False
        self._remember(path)
        return True

    def _taken_in(self, path: Path) -> bool:
        """Take in a template, or beside the open draft a 整改清单; tell whether the file is one."""
        suffix = path.suffix.lower()
        if suffix == kinds.TEMPLATE_SUFFIX:
            self._incoming.take_template(path, has_document=self.has_document)
            return True
        if self.has_document and suffix in kinds.suffixes(Use.TABLE):
            self.list_wanted.emit(path)
            return True
        return False

    def _offer(self, path: Path, opened: Opened) -> bool:
        """Offer what a file is for that may not be meant to take the place of the open draft; tell whether it is such."""
        session, choice = self._session, opened.choices.template
        year = session.template.year if session.template and session.source is None else None
        if self._incoming.offer_notice(path, opened.text):
            return True
        return self._incoming.offer_earlier(path, opened.text, choice, year)

    @cached_property
    def _incoming(self) -> Incoming:
        from assistant.ui.work.incoming import Incoming

        made = Incoming(self._bars)
        made.new_wanted.connect(lambda own, notice: self.new(own=own, notice=notice))
        made.exchange_wanted.connect(self.exchange_wanted)
        made.beside_wanted.connect(self.beside_wanted)
        made.material_wanted.connect(partial(self.open_path, as_material=True))
        return made

    def _open_former(self, path: Path) -> bool:
        """Offer the kept states of a draft that cannot be read; the broken file itself is left alone."""
        states = former_states.saved_states(path)
        state = self.prompts.saved_state(states) if states else None
        if state is None or not self.may_leave():
            return False
        try:
            kept = state.load()
        except Unreadable as error:
            self.prompts.tell("找回以前的稿子", str(error))
            return False
        self._show(
            Opened(
                kept.text,
                Choices(kept.decisions, kept.template, kept.references),
                extra=kept.extra,
                origin=kept.source,
            ),
            modified=True,
        )
        return True

    def open_sample(self) -> None:
        """Open the finished sample as a text of nobody's."""
        if self.may_leave():
            path = paths.resources() / "samples" / f"{SAMPLE}.txt"
            read = self._session.read(path)
            self._show(read._replace(source=None), modified=False)

    def recover(self, found: Recovered) -> None:
        """Take over what a window that died left behind."""
        if not self.may_leave():
            return
        try:
            self._show(self._session.recovered(found), modified=True)
        except Unreadable as error:
            self.prompts.tell("打不开这个文件", str(error))
            return
        if self._session.keep_journal_now(self._editor.text):
            found.discard()

    def _show(self, opened: Opened, *, modified: bool) -> None:
        self._session.begin(opened)
        for key in _OWN_BARS:
            self._bars.clear(key)
        self._source_told = False
        self._editor.load(opened.text)
        self.saved_at = places.changed_at(opened.file.path) if opened.file else None
        if modified:
            self._history.resetClean()
        self.has_document = True
        self.notes = "；".join(opened.notes)
        self.opened.emit(self.notes)

    # Saving

    def save(self) -> bool:
        """Save the draft; the first time ask where. Refreshes the Word file beside it."""
        self.finishing.emit()
        if self._session.file is None:
            return self.save_as()
        try:
            self._session.save(self._editor.text)
        except ChangedOnDisk:
            self._tell_changed()
            return False
        except Unwritable as error:
            self._tell_unsaved(error)
            return False
        self._after_saving()
        return True

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there."""
        with places.offered(self.suggested(kinds.DRAFT_SUFFIX)) as suggested:
            path = self.prompts.file_to_save(suggested)
        if path is None:
            return False
        path = places.whole(path)
        try:
            self._session.save_as(self._editor.text, path)
        except Unwritable as error:
            self._tell_unsaved(error)
            return False
        self._remember(path)
        self._after_saving()
        return True

    def _after_saving(self) -> None:
        self._history.setClean()
        self.saved_at = time.time()
        self._bars.clear("unsaved")
        if cause := self._session.state_cause:
            told = f"草稿已保存。这一次没有另留一份可以找回的稿子（{cause}）。"
            self._bars.show_message(told, key="state")
        else:
            self._bars.clear("state")
        if self.settings.refresh_word:
            self._refresh_word()
        self.saved.emit()

    def _refresh_word(self) -> None:
        word = self._session.word_beside()
        if word and self._session.is_source(word):
            if not self._source_told:
                told = f"「{word.name}」是打开来修改的原文件，没有动它。需要Word时请另行导出。"
                self._bars.show_message(told, [("另行导出…", self.export)], key="word")
            self._source_told = True
            return
        try:
            if word and not self._session.refresh_word(self._editor.text, self.layout) and word.exists():
                when = places.changed_at(word)
                told = (
                    f"导出的Word在{places.clock(when)}被改过，没有覆盖。是否把Word里的修改带回草稿？"
                    if when
                    else "同名的Word没有覆盖。"
                )
                choices: list[Choice] = [("带回修改", self._take_back_word), ("另存Word…", self.export)]
                self._bars.show_message(told, choices, key="word", close="以后再说")
        except Unwritable as error:
            self._bars.show_message(f"草稿已保存；同名的Word没有更新：{error}", key="word")

    def _take_back_word(self) -> bool:
        """Put the text of the changed Word file in the place of this one, as one step of undo."""
        try:
            text = self._session.adopt_word()
        except Unreadable as error:
            self.prompts.tell("打不开这个文件", str(error))
            return False
        self._editor.replace_all(text, "带回Word里的修改")
        return True

    def _tell_changed(self) -> None:
        told = "草稿文件在程序外被改过，没有覆盖它。请另存一份，再比较两份的内容。"
        self._bars.show_message(told, [("另存为…", self._save_elsewhere)], key="unsaved")

    def _tell_unsaved(self, error: Unwritable) -> None:
        self._bars.show_message(
            f"没有存上。{error}正文还在，没有丢。", [("另存为…", self._save_elsewhere)], key="unsaved"
        )

    def _save_elsewhere(self) -> bool:
        return self.save_as()

    def export(self) -> bool:
        """Ask where, and export Word; tell whether a file was written."""
        with places.offered(self.suggested(".docx")) as suggested:
            path = self.prompts.file_to_export(suggested, self._session.is_own_word)
        if path is None:
            return False
        try:
            self._session.export(self._editor.text, path, self.layout)
        except Unwritable as error:
            self._bars.show_message(f"没有导出。{error}", [("换个位置…", self.export)], key="export")
            return False
        choices: list[Choice] = [
            ("打开文件", lambda: _open(path)),
            ("打开所在文件夹", lambda: _open(path.parent)),
        ]
        told = f"已导出「{path.name}」（{self.layout.name}）"
        left = self._unfinished()
        self.exported.emit()
        self._bars.show_message(f"{told}；还有 {left}。" if left else f"{told}。", choices, key="export")
        return True

    def _unfinished(self) -> str:
        from assistant.review import progress
        from assistant.review.material import analyse

        session = self._session
        decisions = session.choices.decisions
        return progress.unfinished(analyse(self._editor.text, session.template, decisions=decisions, last=session.last))

    def find_former(self) -> None:
        """Offer the last saved states (找回以前的稿子)."""
        states = former_states.saved_states(self._session.path) if self._session.path else []
        if not states:
            self.prompts.tell("找回以前的稿子", self._why_no_state())
            return
        state = self.prompts.saved_state(states)
        if state is None:
            return
        try:
            self._editor.replace_all(state.load().text, "找回以前的稿子")
        except Unreadable as error:
            self.prompts.tell("找回以前的稿子", str(error))

    def _why_no_state(self) -> str:
        if self._session.path is None:
            return "这份材料还没有保存过，没有以前的稿子。"
        if cause := self._session.state_cause:
            return f"没有以前的稿子：保存时写不进存放它们的文件夹（{cause}）。\n{former_states.folder_of(self._session.path)}"
        return "这台电脑上没有这份材料以前的稿子。可能是在别的电脑上写的，也可能已经清理。"

    # Leaving

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False to stay."""
        self.finishing.emit()
        if not self.modified:
            return True
        answer = self.prompts.save_before_closing(self.name)
        return self.save() if answer.value == "save" else answer.value == "discard"

    def keep_journal(self) -> None:
        """Write the journal if something is not saved; forget it when all is."""
        if self.modified:
            self._session.keep_journal(self._editor.text)
        elif self._session.has_journal:
            self._session.forget_journal()
        if self._session.safety != self._safety:
            self._safety = self._session.safety
            self.safety_changed.emit(self._safety)

    # Names

    @property
    def name(self) -> str:
        """How the document is called in the title and in questions."""
        known = self._session.path or self._session.source
        return known.stem if known else self.suggested("").name

    def suggested(self, suffix: str) -> Path:
        """Suggest where to put the document: beside its draft, else by the pattern of its template."""
        if self._session.path:
            return self._session.path.with_suffix(suffix)
        source, template = self._session.source, self._session.template
        profile = self._session.choices.decisions.profile
        path = places.suggested(template, profile, source.stem if source else "对照检查材料")
        return path.with_name(path.name + suffix)

    def _remember(self, path: Path) -> None:
        self.settings = settings.with_others(self.settings).with_recent(str(path))
        settings.save(self.settings)
        self.settings_changed.emit(self.settings)


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
