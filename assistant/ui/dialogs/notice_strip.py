"""Where a notice (通知) is pasted, dropped or opened; what it asks for is corrected and kept as a template."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from assistant.files import kinds, opening, own_shelf, shipped_shelf, template_shelf
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates import own_template, proposal, seasons
from assistant.templates.notice import notice
from assistant.templates.notice.values import Notice
from assistant.templates.template import MeetingKind
from assistant.templates.template_file import TemplateFile
from assistant.text import canonical
from assistant.ui import asking, choosing, dropping, pasted, waiting
from assistant.ui.buttons import plain_button
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.waiting import GivenUp

T = TypeVar("T")
_KEPT = "按通知建好的本次要求，里面有通知的原句"
_MATERIAL = "已写好的对照检查材料"  # what the reader says of last year's


class NoticeStrip(QFrame):
    """A line of ways to give a notice; `kept` tells which templates came of it, a tuple of OwnFile."""

    kept = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAcceptDrops(True)
        self._done = QLabel("已有通知的，把文件拖到这里，或：")
        self._done.setWordWrap(True)
        row = QHBoxLayout(self)
        row.addWidget(self._done, 1)
        for label, slot in (("粘贴通知", self.paste), ("打开通知…", self._open), ("照着通知填写…", self._by_hand)):
            button = plain_button(label, slot)
            row.addWidget(button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            dropping.take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        dropping.take_copy(event)
        if urls and urls[0].isLocalFile():
            self.read_file(Path(urls[0].toLocalFile()))
        elif event.mimeData().hasText():
            self.read_text(event.mimeData().text())

    def paste(self) -> None:
        """Read the notice that the clipboard holds, or the file that was copied there."""
        held = QGuiApplication.clipboard().mimeData()
        if file := pasted.file_of(held):
            self.read_file(file)
        elif (text := pasted.text_of(held)).strip():
            self.read_text(text)
        else:
            asking.tell(self, "粘贴通知", "剪贴板里没有文字。请先在通知里全选、复制，再点“粘贴通知”。")

    def _open(self) -> None:
        if path := choosing.notice_to_open(self):
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a notice from a file; a template file is taken over as it is."""
        try:
            if path.suffix.lower() in (kinds.TEMPLATE_SUFFIX, ".toml"):
                file = self._result_of(lambda: own_shelf.read(path).file, path)
                self.correct([file] if file else [], intro=f"这是一份填好的本次要求：{path.name}")
            else:
                reading = self._result_of(lambda: opening.read(path), path)
                self.read_text(reading.text, f"“{path.name}”", notes=reading.notes)
        except GivenUp:
            return
        except DataError as error:
            asking.tell(self, "打开通知", asking.broken_template("没有导入"), str(error))
        except Unreadable as error:
            asking.tell(self, "打开通知", f"{error}\n也可以点“照着通知填写”。", path.name)

    def _result_of(self, work: Callable[[], T], path: Path) -> T:
        return waiting.result_of(work, f"正在打开{waiting.named(path.name)}…", self)

    def read_text(self, text: str, called: str = "这份通知", *, asked: bool = False, notes: Sequence[str] = ()) -> None:
        """Read a notice's text and let the writer correct what was found; of one with a mark of secrecy ask first.

        `asked`: it was, as the file was opened. `notes` tell what was left out of the file.
        """
        text = canonical(text)
        if not asked and not asking.may_keep(self, called, text, kept=_KEPT):
            return
        found = notice.read(text)
        if not found.templates:
            revising = (
                ["要在这份材料的基础上修改的，请在“新建材料”的“以往的材料”里选它。"]
                if any(_MATERIAL in each for each in found.told)
                else []
            )
            asking.tell(
                self, "读通知", "\n".join((*notes, *found.told, *revising, "确是通知的，可以点“照着通知填写”。"))
            )
            return
        files: list[TemplateFile] = []
        for each in found.templates:
            year = f"{each.year.value}-" if each.year else ""
            identifier = template_shelf.free_id(f"{year}{each.meeting.value}-notice")
            files.append(proposal.propose(each, shipped_shelf.every(), identifier))
        self.correct(files, text=text, intro="".join(f"{note}。" for note in notes), reading=found)

    def _by_hand(self) -> None:
        year = seasons.of_day(datetime.date.today())  # noqa: DTZ011  # the season where the writer sits
        identifier = template_shelf.free_id(f"{year}-democratic-notice")
        empty = own_template.by_hand(identifier, year, shipped_shelf.previous_meeting(year, MeetingKind.DEMOCRATIC))
        self._correct(TemplateDialog(self, [empty], intro="通知没有写明的可以不填。", title="照着通知填写"))

    def correct(
        self,
        files: Sequence[TemplateFile],
        *,
        text: str = "",
        intro: str = "",
        reading: Notice | None = None,
    ) -> None:
        """Show what was found, to be corrected and kept; above it what a `reading` comes to, else the `intro`."""
        self._correct(TemplateDialog(self, files, text=text, intro=intro, reading=reading))

    def _correct(self, dialog: TemplateDialog) -> None:
        if asking.answered(dialog):
            names = "、".join(own_shelf.labels(dialog.kept))
            self._done.setText(f"已按通知建好：{names}。")
            self.kept.emit(dialog.kept)
        elif dialog.other:
            self.read_file(dialog.other)
