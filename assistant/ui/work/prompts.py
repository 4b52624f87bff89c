"""Questions of the main window to the user: file choosers and the few things that must be answered before going on.

They all go through here, so that a test can give the answers. What a dialog asks over itself, as whether what was typed
in it is given up, it asks through `ui/asking`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget

from assistant.decisions import Profile
from assistant.files import kinds
from assistant.files.kinds import DRAFT_SUFFIX, Use
from assistant.files.own_shelf import OwnFile
from assistant.files.recoverable import Former
from assistant.review.mending import Mending
from assistant.templates.template import Template
from assistant.templates.template_file import TemplateFile
from assistant.ui import asking, choosing, pasted, screens
from assistant.ui.clock import clock
from assistant.ui.theme import Theme

if TYPE_CHECKING:  # dialogs are loaded when they are first shown
    from assistant.files.form_journal import FormLeft
    from assistant.ui.dialogs.new_material import NewMaterial, NewMaterialDialog
    from assistant.ui.dialogs.recovery_list import Held


def _filter() -> str:
    return kinds.dialog_filter("对照检查材料和本次要求", kinds.OPENED)


class Closing(Enum):
    """What becomes of what is unsaved; who asks need not load this module, and looks at `saves` and `discards`."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"

    @property
    def saves(self) -> bool:
        return self is Closing.SAVE

    @property
    def discards(self) -> bool:
        return self is Closing.DISCARD


class Prompts:
    """Asks in dialogs over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, folder: Path) -> Path | None:
        return choosing.file_to_open(self._window, "打开", _filter(), folder)

    def file_to_save(self, suggested: Path) -> Path | None:
        return self._file_to_write("保存草稿", suggested, f"草稿 (*{DRAFT_SUFFIX})", DRAFT_SUFFIX)

    def file_to_export(self, suggested: Path, is_own: Callable[[Path], bool]) -> Path | None:
        """Ask where to; a file that this program wrote there and nobody has changed since is replaced unasked."""
        return self._file_to_write("导出Word", suggested, "Word文档 (*.docx)", ".docx", is_own)

    def _file_to_write(
        self, title: str, suggested: Path, kind: str, suffix: str, is_own: Callable[[Path], bool] = lambda _: False
    ) -> Path | None:
        def complete(path: Path, _kind: str) -> Path:
            return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

        return choosing.file_to_write(
            self._window,
            title,
            suggested,
            kind,
            complete=complete,
            may_replace=lambda path: is_own(path) or self._may_replace(path),
        )

    def _may_replace(self, path: Path) -> bool:
        message = f"“{path.name}”已经存在，是否用现在的内容替换？原来的内容不能恢复。"
        box = asking.box_of(self._window, "", message)
        box.setIcon(QMessageBox.Icon.Question)
        replace = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        asking.answered(box)
        return box.clickedButton() is replace

    def save_before_closing(self, name: str) -> Closing:
        """Ask about changes that are not saved, before the text is let go."""
        return self._let_go(QMessageBox.Icon.Question, f"是否保存对“{name}”的更改？", "保存")

    def save_again(self, message: str, *, anew: bool) -> Closing:
        """Ask about a draft whose file holds it no more, before its text is let go."""
        return self._let_go(QMessageBox.Icon.Warning, message, "再保存一次" if anew else "另存为…")

    def _let_go(self, icon: QMessageBox.Icon, question: str, saving: str) -> Closing:
        """Ask whether to save; Enter saves, Esc stays."""
        box = asking.box_of(self._window, "", question)
        box.setIcon(icon)
        save = box.addButton(saving, QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        asking.answered(box)
        if box.clickedButton() is save:
            return Closing.SAVE
        return Closing.DISCARD if box.clickedButton() is discard else Closing.CANCEL

    def new_material(
        self, profile: Profile, current: Template | None, source: Path | None, notice: str, own: OwnFile | None
    ) -> NewMaterial | None:
        from assistant.ui.dialogs.new_material import NewMaterialDialog

        return _asked_for(
            NewMaterialDialog(self._window, _today(), profile, current=current, source=source), notice, own
        )

    def other_template(self, current: Template | None, own: OwnFile | None, notice: str) -> NewMaterial | None:
        from assistant.ui.dialogs.new_material import NewMaterialDialog

        dialog = NewMaterialDialog(self._window, _today(), Profile(), current=current, exchange=True)
        return _asked_for(dialog, notice, own)

    def earlier_material(self, folder: Path) -> Path | None:
        """Ask for an earlier material of the writer's own."""
        wanted = kinds.dialog_filter("以往的材料", (Use.DRAFT, Use.MATERIAL))
        return choosing.file_to_open(self._window, "选本人去年的材料", wanted, folder, key="earlier")

    def file_to_compare(self, folder: Path) -> Path | None:
        """Ask for any file that the draft is to be held against."""
        wanted = kinds.dialog_filter("要对比的文件", (Use.DRAFT, Use.MATERIAL))
        return choosing.file_to_open(self._window, "选要对比的文件", wanted, folder, key="compare")

    def version_name(self, title: str, names: Sequence[str]) -> str:
        """Ask what a version is to be called, proposing names; "" where nothing was chosen."""
        name, chosen = QInputDialog.getItem(self._window, title, "这一稿的名称（可自行填写）：", names, 0, True)
        return name.strip() if chosen else ""

    def file_to_pass_on(self, suggested: Path) -> Path | None:
        """Ask where a copy to be handed on is to be put."""
        return self._file_to_write("另存一份可传阅的草稿", suggested, f"草稿 (*{DRAFT_SUFFIX})", DRAFT_SUFFIX)

    def agrees(self, title: str, question: str, *, go_on: str, stay: str) -> bool:
        """Ask whether to go on."""
        return asking.ask(self._window, title, question, go_on=go_on, stay=stay)

    def returned_file(self, folder: Path) -> Path | None:
        wanted = kinds.dialog_filter("Word、WPS 文件", (Use.MATERIAL,))
        return choosing.file_to_open(self._window, "打开审改稿", wanted, folder, key="returned")

    def opinions(self, source: str = "", writing: Callable[[str], None] = lambda _: None) -> str | None:
        """Ask for opinions on the writer, one a line; what was copied in several lines is there already.

        `source` is where they all come from, as far as that is known. What stands there is told `writing` key by key.
        """
        copied = pasted.text_of(QApplication.clipboard().mimeData())
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("添加会上批评意见" if source else "添加意见")
        dialog.setLabelText(
            "会上其他同志对本人提的意见，一行一条，可带序号。随草稿保存，导出整改清单时列入。"
            if source
            else "一行一条，可带序号；单独一行写“群众意见：”一类的，以下各条都记为这个来源。"
        )
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setTextValue(copied if copied.strip().count("\n") else "")
        dialog.textValueChanged.connect(writing)
        dialog.setOkButtonText("添加")
        dialog.setCancelButtonText("取消")
        screens.open_at(dialog, 520, 360)
        return dialog.textValue() if asking.answered(dialog) else None

    def criticism_file(self, folder: Path) -> Path | None:
        """Ask for a file of 批评意见."""
        wanted = kinds.dialog_filter("批评意见", (Use.CRITICISM,))
        return choosing.file_to_open(self._window, "打开批评意见", wanted, folder, key="criticism")

    def rectification_list(self, folder: Path) -> Path | None:
        """Ask for last year's 整改清单."""
        wanted = kinds.dialog_filter("整改清单", (Use.TABLE, Use.MATERIAL))
        return choosing.file_to_open(self._window, "选去年的整改清单", wanted, folder, key="list")

    def corrected(self, file: TemplateFile, former: OwnFile | None) -> OwnFile | None:
        """Let a template be corrected and kept, in the place of the former; None where nothing was kept."""
        from assistant.ui.dialogs.template_dialog import TemplateDialog

        dialog = TemplateDialog(self._window, [file], former=former)
        return dialog.kept[0] if asking.answered(dialog) else None

    def form_left(self, found: FormLeft) -> tuple[OwnFile, ...]:
        """Let a form be gone on with that a window that died left; nothing where it was not kept."""
        from assistant.templates.notice import notice
        from assistant.ui.dialogs.template_dialog import TemplateDialog

        reading = notice.read(found.notice) if found.notice else None
        if reading and len(reading.templates) != len(found.files):
            reading = None  # an older version has read it otherwise
        intro = f"已找回{clock(found.time)}填写、还没有保存的内容，请核对后存为本次要求。"
        dialog = TemplateDialog(
            self._window, found.files, text=found.notice, intro=intro, reading=reading, former=found.former, found=found
        )
        return dialog.kept if asking.answered(dialog) else ()

    def templates(self) -> None:
        """Show all templates."""
        from assistant.ui.dialogs.template_list import TemplateList

        asking.answered(TemplateList(self._window))

    def mendings(self, text: str, planned: Sequence[Mending], where: Callable[[int], str]) -> Sequence[Mending]:
        from assistant.ui.dialogs.mending import MendingDialog

        dialog = MendingDialog(self._window, text, planned, where)
        return dialog.chosen() if asking.answered(dialog) else ()

    def former(
        self,
        found: Sequence[Former],
        held: Callable[[Former], Held | None],
        group: Callable[[Former], str],
        theme: Theme,
    ) -> Former | None:
        """Let one of the former texts be read and chosen, each beside what it is held against."""
        from assistant.ui.dialogs.recovery_list import RecoveryDialog

        dialog = RecoveryDialog(self._window, theme, found, held, group)
        return dialog.chosen if asking.answered(dialog) else None

    def folder_to_check(self, folder: Path) -> Path | None:
        return choosing.folder_to_open(self._window, "检查一批文件：选文件夹", folder, key="folder")

    def last_years_folder(self, folder: Path) -> Path | None:
        return choosing.folder_to_open(self._window, "选去年的文件夹", folder, key="last")

    def people_list(self, folder: Path) -> Path | None:
        """Ask for a list of those who are to hand in."""
        wanted = kinds.dialog_filter("应交名单", (Use.TABLE, Use.MATERIAL))
        return choosing.file_to_open(self._window, "选应交名单", wanted, folder, key="people")

    def template_for_folder(self, labels: Sequence[str], named: str = "") -> str | None:
        """Ask by which of several templates a folder is checked; the first is the likeliest, `named` says why."""
        before = f"{named}\n" if named else ""  # in one line it would be wider than a small screen
        message = f"{before}这批材料按哪份要求检查？疑为其他年度、其他会议的，在结果中注明。"
        label, chosen = QInputDialog.getItem(self._window, "检查一批文件：按哪份要求", message, labels, 0, False)
        return label if chosen else None

    def file_for_result(self, title: str, suggested: Path, kinds: Mapping[str, str]) -> Path | None:
        """Ask where to put a result; `kinds` name by their suffix the forms it may have."""
        filters = {f"{label} (*{suffix})": suffix for suffix, label in kinds.items()}

        def complete(path: Path, kind: str) -> Path:
            return path if path.suffix.lower() in kinds else path.with_name(path.name + filters[kind])

        return choosing.file_to_write(
            self._window, title, suggested, ";;".join(filters), complete=complete, may_replace=self._may_replace
        )

    def may_keep(self, name: str, text: str) -> bool:
        """Ask before anything is kept on this machine of a text with a mark of secrecy; True for one without."""
        return asking.may_keep(self._window, f"“{name}”", text)

    def tell(self, title: str, message: str) -> None:
        asking.tell(self._window, title, message)


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011  # the season where the writer sits


def _asked_for(dialog: NewMaterialDialog, notice: str, own: OwnFile | None) -> NewMaterial | None:
    """Ask for a new material; a notice is read as soon as the dialog is there, a template that came in is chosen beforehand."""
    if own:
        dialog.take_own((own,))
    if notice:
        QTimer.singleShot(0, lambda: dialog.strip.read_text(notice, asked=True))
    return dialog.chosen() if asking.answered(dialog) else None
