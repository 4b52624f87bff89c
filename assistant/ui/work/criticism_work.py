"""批评意见: opens the form, keeps it behind the keyboard, saves, exports and prints it. The open material has no part in it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from assistant.files import criticism_file, disk, kinds, lost_file, naming
from assistant.files.criticism_file import CriticismFile, Keeping, Unsaved
from assistant.files.known_file import ChangedOnDisk, DamagedOnDisk, EmptiedOnDisk, GoneFromDisk
from assistant.files.trouble import Unwritable, not_done, not_kept
from assistant.reading import Unreadable
from assistant.review import criticism
from assistant.review.criticism import COLUMNS, TITLE, Form
from assistant.ui.clock import clock
from assistant.ui.dialogs.criticism_window import CriticismWindow
from assistant.ui.dismissing import dismiss
from assistant.ui.document import file_places
from assistant.ui.unsaved_timer import UnsavedTimer
from assistant.ui.waiting import GivenUp
from assistant.ui.work.open_document import OpenDocument

_SUFFIX = kinds.CRITICISM_SUFFIX


class CriticismWork(QObject):
    """Knows which form is open and whether all of it is saved."""

    def __init__(self, files: OpenDocument, over: QWidget) -> None:
        super().__init__(files)
        self._files, self._over = files, over
        self.window: CriticismWindow | None = None
        self._file: CriticismFile | None = None
        self._form = Form()  # as it was last saved or opened
        self._keeping = Keeping()
        self._found: Unsaved | None = None  # what is on the screen was found again, and is on the disk as that alone
        self._passing = False  # what is said below the form is true of the form as it stands alone
        self._unsaved = UnsavedTimer(self, self.keep)

    # Opening

    def show(self) -> None:
        """Open the form: what was left unsaved, else the one that was open last, else a new one."""
        if self.window is not None:
            self.window.activateWindow()
            return
        left = criticism_file.unsaved()
        if left:
            self._take_found(left[0], more=len(left) - 1)
            return
        last = self._files.settings.criticism
        if last and Path(last).is_file() and self._load(Path(last)):
            return
        self._show(Form(), None)

    def open_path(self, path: Path) -> None:
        """Open a file of 批评意见 in the place of what is open; what of that is not saved is asked about first."""
        if self.may_leave():
            self._load(path)

    def _take_found(self, found: Unsaved, *, more: int) -> None:
        self._show(found.form, found.file, saved=False)
        self._found = found
        others = f"另有{more}份没有保存，下次打开时再处理。" if more else ""
        self._say(f"已找回{clock(found.time)}没有保存的{criticism.told(found.form)}，请保存。{others}")
        self.keep()

    def _load(self, path: Path) -> bool:
        try:
            path, (file, form) = self._files.reading(
                path, lambda each: (file_places.whole(each), CriticismFile.load(each))
            )
        except GivenUp:
            return False
        except Unreadable as error:
            self._files.prompts.tell("未能打开批评意见", f"{path.name}\n{error}")
            return False
        self._show(form, file._replace(path=path))
        self._remember(path)
        return True

    def _show(self, form: Form, file: CriticismFile | None, *, saved: bool = True) -> None:
        self._file, self._form = file, form if saved else Form()
        window = self.window or self._made()
        window.show_form(form)
        self._say("")
        self._show_name()
        if window.isVisible():
            return
        if self._over.isVisible():
            window.open()
        else:
            QTimer.singleShot(0, window, window.open)  # the program is starting with this file

    def _made(self) -> CriticismWindow:
        window = self.window = CriticismWindow(self._over, self.may_leave)
        window.changed.connect(self._note_change)
        window.new_wanted.connect(lambda: self._show(Form(), None) if self.may_leave() else None)
        window.open_wanted.connect(self._ask_file)
        window.dropped.connect(self._take_dropped)
        window.save_wanted.connect(self.save)
        window.export_wanted.connect(self.export)
        window.print_wanted.connect(self.print)
        window.finished.connect(self._close)
        return window

    def _close(self) -> None:
        if self.window:
            dismiss(self.window)
        self.window = None
        self._unsaved.stop()
        self._keeping.clear()

    def _ask_file(self) -> None:
        path = self._files.prompts.criticism_file(self._files.near(self._suggested("").parent))
        if path:
            self.open_path(path)

    def _take_dropped(self, name: str) -> None:
        if Path(name).suffix.lower() == _SUFFIX:
            self.open_path(Path(name))
        else:
            self._say(f"“{Path(name).name}”不是批评意见文件。要打开材料的，请先关闭这个窗口。")

    # Keeping

    @property
    def modified(self) -> bool:
        """Whether anything is not saved."""
        return self.window is not None and self.window.form.entries != self._form.written

    def _note_change(self) -> None:
        if self._passing:
            self._say("")
        self._show_name()
        self._unsaved.note_change()

    def keep(self) -> None:
        """Write down what is not saved; forget it when all is."""
        if self.window is None:
            return
        if not self.modified:
            self._forget()
            return
        try:
            self._keeping.keep(self.window.form, self._file)
        except Unwritable as error:
            self._say(not_kept(error))
            return
        if self._found:  # it stands in our own journal now
            self._found.discard()
            self._found = None

    def _forget(self) -> None:
        self._keeping.clear()
        if self._found:
            self._found.discard()
            self._found = None

    def may_leave(self) -> bool:
        """Ask about what is not saved; False to stay."""
        if not self.modified:
            self._forget()
            return True
        answer = self._files.prompts.save_before_closing(self._name)
        if answer.saves:
            return self.save()
        if not answer.discards:
            return False
        self._forget()
        return True

    def save(self) -> bool:
        """Save the form, the first time asking where; tell whether it is saved."""
        if self.window is None:
            return False
        if self._file is None:
            return self._save_as()
        return self._write(self._file)

    def _save_as(self) -> bool:
        path = self._ask_where("保存批评意见", _SUFFIX, {_SUFFIX: TITLE})
        return path is not None and self._write(CriticismFile(file_places.whole(path)))

    def _write(self, file: CriticismFile, *, anew: bool = False) -> bool:
        assert self.window
        form = self.window.form
        try:
            self._file = self._files.result_of(partial(file.save, form, anew=anew), "正在保存…")
        except GivenUp:
            return False
        except GoneFromDisk:
            self._say("批评意见文件已不在原处，可能已改名、移走或删除。请选保存的位置，内容仍在窗口里。")
            return self._save_as()
        except (DamagedOnDisk, EmptiedOnDisk) as error:
            return self._ask_anew(file, damaged=isinstance(error, DamagedOnDisk))
        except ChangedOnDisk:
            self._say("批评意见文件已被其他程序改动，这次没有覆盖。请换一个文件名保存，再核对两份的内容。")
            return self._save_as()
        except Unwritable as error:
            self._say(f"{not_done(error)}内容仍在窗口里，没有丢失。")
            return False
        self._form = form
        self._forget()
        self._remember(self._file.path)
        damaged = self._file.damaged
        kept = f"受损的文件改名为“{damaged.name}”，在同一个文件夹里。" if damaged else ""
        self._say(f"已保存“{self._file.path.name}”。{kept}", passing=True)
        self._show_name()
        return True

    def _ask_anew(self, file: CriticismFile, *, damaged: bool) -> bool:
        """Ask whether a file is to be written again in which nothing is left that can be read."""
        damage, what_becomes = (lost_file.DAMAGED, lost_file.KEPT_BESIDE) if damaged else (lost_file.EMPTIED, "")
        question = f"批评意见文件“{file.path.name}”已{damage}。是否按这里的内容再保存一次？{what_becomes}"
        wanted = self._files.prompts.agrees("保存批评意见", question, go_on="再保存一次", stay="取消")
        return wanted and self._write(file, anew=True)

    # Handing on

    def export(self) -> None:
        """Write the form as a list, in Word or Excel."""
        from assistant.files.writers import rectification_table

        if self.window is None or not self._is_written():
            return
        path = self._ask_where("导出批评意见", ".docx", {".docx": "Word文档", ".xlsx": "Excel表格"})
        if path is None:
            return
        try:
            form = rectification_table.form_of(path, COLUMNS)
            disk.replace_file(path, form(TITLE, criticism.table(self.window.form.written)), private=True)
        except Unwritable as error:
            self._say(not_done(error, "导出"))
            return
        where = naming.shown_path(path.parent)
        self._say(f"已导出{criticism.told(self.window.form)}：“{path.name}”，在“{where}”。", passing=True)

    def print(self) -> None:
        """Print the form as a list."""
        from assistant.ui.page import table_printing

        if self.window and self._is_written():
            rows = criticism.table(self.window.form.written)
            table_printing.print_table(self.window, TITLE, COLUMNS, rows, private=True)

    def _is_written(self) -> bool:
        if self.window and not self.window.form.written:
            self._say("还没有写批评意见，没有可导出、打印的内容。", passing=True)
            return False
        return True

    # Names

    @property
    def _name(self) -> str:
        return naming.shown_name(self._file.path.with_suffix("")) if self._file else TITLE

    def _show_name(self) -> None:
        if self.window:
            self.window.show_name(self._name, modified=self.modified)

    def _say(self, message: str, *, passing: bool = False) -> None:
        self._passing = passing
        if self.window:
            self.window.say(message)

    def _suggested(self, suffix: str) -> Path:
        """Suggest a place: beside the form itself, else where the materials are."""
        if self._file:
            return self._file.path.with_suffix(suffix)
        name = self._files.settings.name
        path = self._files.suggested("").with_name(f"{TITLE}-{name}{suffix}" if name else f"{TITLE}{suffix}")
        return naming.free_path(path)

    def _ask_where(self, title: str, suffix: str, forms: dict[str, str]) -> Path | None:
        suggested = self._suggested(suffix)
        if suffix == _SUFFIX:
            # Only a form without a file, or beside a changed one, is asked for one
            suggested = naming.free_path(suggested)
        with file_places.offered(suggested) as suggested:
            return self._files.prompts.file_for_result(title, suggested, forms)

    def _remember(self, path: Path) -> None:
        """Open it again next time; on a public machine nothing is remembered."""
        with suppress(UnicodeEncodeError):
            str(path).encode()
            if not self._files.settings.public:
                self._files.change_settings(criticism=str(path))
