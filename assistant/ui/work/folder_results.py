"""What was found in a folder, in its window, and what is done from there: send back, decide, export, print."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtWidgets import QWidget

from assistant.commands import (
    correction_sheet,
    folder_check,
    folder_no_materials,
    folder_outcome,
    folder_owners,
    folder_rows,
    folder_table,
    resemblances,
    resemblances_told,
)
from assistant.facts import roll
from assistant.facts.roll import Person
from assistant.files import folder_notes, naming
from assistant.files.disk import nearest_folder, replace_file
from assistant.files.naming import allowed_name, free_path
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable
from assistant.templates.template import Template
from assistant.ui import asking, waiting
from assistant.ui.dialogs.folder_window import FolderWindow, Shown
from assistant.ui.dialogs.resemblances import ResemblancesDialog
from assistant.ui.dismissing import dismiss
from assistant.ui.page.printers import print_on_one
from assistant.ui.panels.bars import MessageBars
from assistant.ui.theme import Theme
from assistant.ui.work.files import Files
from assistant.ui.work.other_programs import open_outside, ways_to

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_KEY = "folder"
_WORD = {".docx": "Word文档"}


class Checked(NamedTuple):
    """A folder that was checked: what came of its files, who is to hand in, by which templates, what is alike."""

    folder: Path
    outcomes: Sequence[folder_outcome.Outcome]
    people: Sequence[Person] = ()
    wanted: Sequence[Template] = ()
    alike: resemblances.Found | None = None


class FolderResults:
    """Keeps one window and does what it asks for."""

    def __init__(self, files: Files, bars: MessageBars, theme: Theme, checked: Checked) -> None:
        self._files, self._bars, self._theme, self._checked = files, bars, theme, checked
        self.window: FolderWindow | None = None
        self._parent: QWidget | None = None
        self._made = self._folder()

    def _folder(self) -> folder_rows.Folder:
        checked = self._checked
        return resemblances.noted(folder_owners.of(checked.outcomes, checked.people), checked.alike)

    def show(self, parent: QWidget | None) -> None:
        """Open the window, or a new one after the list of people has changed."""
        self._parent = parent
        if self.window:
            self.window.close()
        checked, self._made = self._checked, self._folder()
        kept = folder_notes.load(checked.folder)
        known = {each.value: each for each in folder_rows.Handling}
        handled = {row.number: known[kept[_key(row)]] for row in self._made.rows if kept.get(_key(row)) in known}
        written = folder_notes.letters(checked.folder)
        letters = {row.number: written[_key(row)] for row in self._made.rows if _key(row) in written}
        shown = Shown(checked.folder.name, self._made, handled, self._hand_in(), letters)
        window = FolderWindow(parent, self._theme, shown)
        window.letters_changed.connect(self._keep_letters)
        window.file_wanted.connect(lambda name: open_outside(self._checked.folder / name))
        window.handled.connect(self._decide)
        window.word_wanted.connect(self._save_letter)
        window.table_wanted.connect(self._export)
        window.print_wanted.connect(self._print)
        window.sheets_wanted.connect(self._write_sheets)
        window.list_wanted.connect(self._choose_list)
        window.alike_wanted.connect(self._show_alike)
        window.finished.connect(self._forget)
        window.owner = self
        self.window = window
        window.show()

    def _forget(self) -> None:
        if self.window:
            dismiss(self.window)
            self.window = None

    def _hand_in(self) -> datetime.date | None:
        return next((each.dates.hand_in for each in self._checked.wanted if each.dates), None)

    def _decide(self, number: int, decided: str) -> None:
        kept = folder_notes.load(self._checked.folder)
        folder_notes.save(self._checked.folder, {**kept, _key(self._made.rows[number - 1]): decided})

    def _keep_letters(self, number: int, letters: Sequence[folder_notes.Letter]) -> None:
        folder_notes.save_letters(self._checked.folder, _key(self._made.rows[number - 1]), letters)

    def _save_letter(self, number: int, text: str) -> None:
        from assistant.files.writers import correction

        row = self._made.rows[number - 1]
        suggested = nearest_folder(self._checked.folder) / correction_sheet.name(row)
        path = self._files.prompts.file_for_result("存为Word", suggested, _WORD)
        if path:
            self._write(path, lambda: replace_file(path, correction.write(text)))

    def _export(self) -> None:
        suggested = free_path(nearest_folder(self._checked.folder) / f"{folder_check.TABLE_NAME}.xlsx")
        path = self._files.prompts.file_for_result("导出总表", suggested, {".xlsx": "Excel表格"})
        if path and self.window:
            decided, more = self.window.decided, resemblances_told.sheets(self._checked.alike, self._made)
            self._write(path, lambda: folder_table.save(self._made, path, decided, more))

    def _write_sheets(self) -> None:
        into = self._checked.folder.parent / allowed_name(f"{self._checked.folder.name}-修改单")
        try:
            count = correction_sheet.write_all(self._made, into, self._checked.wanted)
        except Unwritable as error:
            self._files.prompts.tell("每人一份修改单", str(error))
            return
        if count:
            open_outside(into)
        message = f"修改单{count}份，存在“{into}”。" if count else "没有需要退回修改的材料。"
        self._files.prompts.tell("每人一份修改单", message)

    def _choose_list(self) -> None:
        path = self._files.prompts.people_list(nearest_folder(self._checked.folder))
        if path is None:
            return
        try:
            people, notes = folder_no_materials.people_in(path)
        except Unreadable as error:
            self._files.prompts.tell("应交名单", str(error))
            return
        if not people:
            self._files.prompts.tell("应交名单", roll.no_roll(notes))
            return
        if notes:
            self._files.prompts.tell("应交名单", f"读到{len(people)}人。{'；'.join(notes)}。")
        self._checked = self._checked._replace(people=people)
        self.show(self._parent)

    def _show_alike(self) -> None:
        """Show which materials are alike; where that is not known yet, find it first."""
        if self._checked.alike is None and not self._compare(None):
            return
        dialog = ResemblancesDialog(self.window, self._theme, self._alike())
        dialog.last_wanted.connect(lambda: self._choose_last(dialog))
        before = self._checked.alike
        asking.answered(dialog)
        if self._checked.alike is not before:
            self.show(self._parent)  # the rows say it too

    def _alike(self) -> resemblances.Found:
        assert self._checked.alike
        return resemblances.between_people(self._checked.alike, self._made)

    def _choose_last(self, dialog: ResemblancesDialog) -> None:
        last = self._files.prompts.last_years_folder(nearest_folder(self._checked.folder.parent))
        if last and self._compare(last):
            dialog.show_found(self._alike())

    def _compare(self, last: Path | None) -> bool:
        """Hold the materials against each other, and against last year's folder; False where that could not be, or was stopped."""
        folder, wanted, over = self._checked.folder, self._checked.wanted, Event()
        doing = (
            f"正在比较{waiting.named(folder.name)}" + (f"和{waiting.named(last.name)}" if last else "") + "里的材料…"
        )
        try:
            found = waiting.result_of(
                lambda: resemblances.beside_a_window(folder, self._made.files(folder), wanted, over.is_set, last),
                doing,
                self.window,
            )
        except waiting.GivenUp:
            over.set()
            return False
        except Unreadable as error:
            self._files.prompts.tell("相同的材料", str(error))
            return False
        self._checked = self._checked._replace(alike=found)
        return found is not None

    def _print(self) -> None:
        name, window = self._checked.folder.name, self.window

        def draw(printer: QPrinter) -> None:
            document = QTextDocument()
            document.setHtml(page(name, self._made, window.decided if window else {}))
            document.print_(printer)

        def crosswise(printer: QPrinter) -> None:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)

        print_on_one(window, name, draw, prepare=crosswise)

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except Unwritable as error:
            self._files.prompts.tell("没有保存", str(error))
            return
        self._bars.show_message(f"已保存“{path.name}”。", ways_to(path), key=_KEY)


def page(name: str, folder: folder_rows.Folder, decided: dict[int, folder_rows.Handling]) -> str:
    """Write the table as a page to print; whatever a name holds is shown and never obeyed."""
    head = "".join(f"<th>{column.title}</th>" for column in folder_table.ON_PAPER)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{'' if cell is None else escape(str(cell))}</td>"
            for cell in folder_table.cells(row, decided.get(row.number))
        )
        + "</tr>"
        for row in folder.rows
    )
    others = "".join(
        f"<br>{escape(f'{naming.in_table(each.file)}：{folder_table.reason(each)}')}" for each in folder.others
    )
    below = f"<p>未列入表中的文件{len(folder.others)}个：{others}</p>" if others else ""
    return (
        f"<h3>{escape(naming.in_table(name))}：对照检查材料总表</h3><p>{escape(folder.tallied)}</p>"
        f'<table border="1" cellspacing="0" cellpadding="4" width="100%"><thead><tr>{head}</tr></thead>{rows}</table>{below}'
    )


def _key(row: folder_rows.Row) -> str:
    return f"{row.person.unit}｜{row.person.name}"
