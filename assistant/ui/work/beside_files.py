"""Which earlier materials lie beside the draft (去年): added, exchanged, taken away, asked for again where their text is gone.

Each change is a step of undo; the files themselves are only read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from assistant.facts import name_lines
from assistant.facts.last_year import list_table
from assistant.files import references
from assistant.files.draft import LIST
from assistant.files.references import Read
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable
from assistant.ui import pasted
from assistant.ui.dialogs.earlier_file import NOT_PASTED, PASTED
from assistant.ui.document import file_places
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.waiting import GivenUp

if TYPE_CHECKING:
    from assistant.ui.panels.last_year_panel import LastYearPanel
    from assistant.ui.work.workplace import Workplace

_KEY = "beside"  # of bars


class BesideFiles(QObject):
    """Asks for files and puts them beside the draft."""

    shown_wanted = Signal()  # the panel is to be seen

    def __init__(self, place: Workplace, panel: LastYearPanel) -> None:
        super().__init__(place.actions)
        self._deciding, self._session, self._files, self._bars = place.deciding, place.session, place.files, place.bars
        panel.add_wanted.connect(self.choose_file)
        panel.list_wanted.connect(self.choose_list)
        panel.paste_wanted.connect(self.paste_list)
        panel.chosen.connect(self._put_first)
        panel.removed.connect(self.remove)
        panel.again_wanted.connect(self._ask_again)
        self._files.beside_wanted.connect(self.add)
        self._files.list_wanted.connect(self.add_list)

    def choose_file(self) -> None:
        """Ask for an earlier material of the writer's own."""
        path = self._files.prompts.earlier_material(self._folder())
        if path:
            self.add(path)

    def choose_list(self) -> None:
        """Ask for last year's 整改清单."""
        path = self._files.prompts.rectification_list(self._folder())
        if path:
            self.add_list(path)

    def _folder(self) -> Path:
        near = self._session.path or self._session.source
        return self._files.near(near.parent if near else file_places.folder(self._session.template))

    def add(self, path: Path) -> None:
        """Put a file beside the draft. One signed by somebody else is put there only if the writer says so."""
        try:
            read = self._files.reading(path, references.read)
        except GivenUp:
            return
        except Unreadable as error:
            self._files.prompts.tell("未能打开文件", f"{path.name}\n{error}")
            return
        signed = name_lines.of(read.last.text, read.last.outline.materials[0], path.name).name
        own = self._session.choices.decisions.profile.name or self._files.settings.name
        if signed and own and signed != own:
            message = f"“{path.name}”署名是“{signed}”。“去年”一栏只放本人的材料。"
            choices: list[Choice] = [("是本人的，添加", lambda: self._take(read))]
            self._bars.show_message(message, choices, key=_KEY, lasts=Lasts.DOCUMENT)
            return
        template = self._session.template
        if doubt := read.last.doubt(template.year if template else None):
            message = f"“{path.name}”：{doubt}"
            self._bars.show_message(message, [("仍然添加", lambda: self._take(read))], key=_KEY, lasts=Lasts.DOCUMENT)
            return
        self._take(read)

    def add_list(self, path: Path) -> None:
        """Put a 整改清单 beside the draft."""
        try:
            self._take(self._files.reading(path, references.read_list))
        except GivenUp:
            return
        except Unreadable as error:
            self._files.prompts.tell("没有添加整改清单", f"{path.name}\n{error}")

    def paste_list(self) -> None:
        """Put the 整改清单 that the clipboard holds beside the draft."""
        rows = list_table.of_pasted(pasted.text_of(QGuiApplication.clipboard().mimeData()))
        if rows:
            self._take(references.of_rows(rows, PASTED))
        else:
            self._files.prompts.tell("粘贴整改清单", NOT_PASTED)

    def _take(self, read: Read, instead: str = "") -> None:
        """Keep a text and hold the draft against it, in the place of another one or before the others."""
        if not self._files.prompts.may_keep(read.reference.name, read.text):
            return
        try:
            references.keep(read.text)
        except Unwritable as error:
            self._files.prompts.tell("没有添加", f"{read.reference.name}\n{error}")
            return
        new, own = read.reference, self._session.choices.references
        others = [e for e in own if e.id not in (new.id, instead) and not (new.kind == LIST and e.kind == LIST)]
        before = next((e.name for e in own if e.kind == new.kind == LIST and e.id not in (new.id, instead)), "")
        self._deciding.choose_references((new, *others), f"添加“{new.name}”")
        self._session.look_again()  # the same one may have been missing until now
        notes = list_table.told(read.last.listed) if new.kind == LIST else ""
        notes += "".join(f"{note}。" for note in read.notes)
        notes += f"原来的“{before}”已换下，可撤销。" if before else ""
        if notes:
            self._bars.show_message(f"“{new.name}”已添加到“去年”一栏。{notes}", key=_KEY)
        self.shown_wanted.emit()

    def _put_first(self, identifier: str) -> None:
        own = self._session.choices.references
        ordered = sorted(own, key=lambda each: each.id != identifier)
        self._deciding.choose_references(tuple(ordered), "换一份去年的材料对照")

    def remove(self, identifier: str) -> None:
        """Hold the draft no longer against a file; the file itself is not touched."""
        own = self._session.choices.references
        self._deciding.choose_references(tuple(each for each in own if each.id != identifier), "不再与这份材料对照")

    def _ask_again(self, identifier: str) -> None:
        """Ask for the file whose text is not on this machine; another text than it was takes its place and that is said."""
        reference = next((each for each in self._session.choices.references if each.id == identifier), None)
        if reference is None:
            return
        prompts, listed = self._files.prompts, reference.kind == LIST
        path = (prompts.rectification_list if listed else prompts.earlier_material)(self._folder())
        if path is None:
            return
        try:
            read = self._files.reading(path, references.read_list if listed else references.read)
        except GivenUp:
            return
        except Unreadable as error:
            prompts.tell("未能打开文件", f"{path.name}\n{error}")
            return
        self._take(read, instead=identifier)
        if read.reference.sha256 != reference.sha256:
            message = f"“{path.name}”的内容与原来那份“{reference.name}”不同，已换成这一份对照。"
            self._bars.show_message(message, key=_KEY)
