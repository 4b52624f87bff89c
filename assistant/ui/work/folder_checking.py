"""检查一批文件: a folder is chosen and checked while one goes on writing; the table is left in it.

The files are checked by other processes; a thread waits for them, so that the hands are never held up.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from assistant.commands import (
    folder_check,
    folder_outcome,
    folder_owners,
    folder_table,
    folder_templates,
    resemblances,
    resemblances_told,
)
from assistant.commands.folder_rows import Folder
from assistant.facts.roll import Person
from assistant.files import folder_notes
from assistant.files.disk import nearest_folder
from assistant.files.naming import free_path
from assistant.files.trouble import Unwritable, not_done
from assistant.reading import Unreadable
from assistant.templates import seasons
from assistant.templates.template import Template
from assistant.ui.document.session import Session
from assistant.ui.panels.bars import Choice, MessageBars
from assistant.ui.theme import Theme
from assistant.ui.waiting import GivenUp
from assistant.ui.work.files import Files
from assistant.ui.work.folder_results import Checked as FolderChecked
from assistant.ui.work.folder_results import FolderResults
from assistant.ui.work.other_programs import ways_to

NAME = "检查结果.xlsx"
EACH_ITS_OWN = "不指定，由程序逐份判断（往年旧稿将按当年的要求检查）"
_KEY = "batch"


def begin(
    files: Files, session: Session, bars: MessageBars, theme: Theme, found: Callable[[FolderResults], None]
) -> None:
    """Ask for a folder and by which template it is to be checked, and check it; one at a time.

    What was found is given to `found`, which can show it again.
    """
    running = [each for each in files.findChildren(FolderChecking) if not each.over]
    if running:
        running[0].show_progress()
        return
    folder = files.prompts.folder_to_check(_last_folder(files))
    if folder is None:
        return
    today = datetime.date.today()  # noqa: DTZ011  # the season where the writer sits
    try:
        told = partial(folder_templates.told_of, folder, today, session.choices.template)
        named = files.result_of(told, "正在查看文件夹…")
    except GivenUp:
        return
    offered = folder_templates.offered(session.choices.template, seasons.of_day(today), named)
    said = f"这批文件写的是{named.told}，已列在前面。" if named.told else ""
    chosen = files.prompts.template_for_folder([*offered, EACH_ITS_OWN], said)
    if chosen is not None:
        FolderChecking(files, session, bars, theme, found, folder=folder, wanted=offered.get(chosen, ())).start()


def _last_folder(files: Files) -> Path:
    recent = files.settings.recent
    return nearest_folder(Path(recent[0]).parent if recent else Path.home())


class FolderChecking(QObject):
    """One folder being checked. A child of `files` until all is told."""

    _advanced = Signal(int, int)
    _finished = Signal(object)

    def __init__(
        self,
        files: Files,
        session: Session,
        bars: MessageBars,
        theme: Theme,
        found: Callable[[FolderResults], None],
        *,
        folder: Path,
        wanted: Sequence[Template],
    ) -> None:
        super().__init__(files)
        self._theme, self._found = theme, found
        self._files, self._session, self._bars = files, session, bars
        self._folder, self._wanted = folder, wanted
        self._told = f"正在查看“{folder.name}”里有哪些材料。"
        self._over = Event()
        self._thread = Thread(target=self._check)
        self._advanced.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        assert application
        application.aboutToQuit.connect(self._leave)

    @property
    def over(self) -> bool:
        """Whether it is, by its end or because it was stopped."""
        return self._over.is_set()

    def start(self) -> None:
        self.show_progress()
        self._thread.start()

    def show_progress(self) -> None:
        """Say how far it is, with the way to stop."""
        self._bars.show_message(self._told, [("停止检查", self._cancel)], key=_KEY)

    # In the thread

    def _check(self) -> None:
        outcomes: list[folder_outcome.Outcome] = []
        try:
            files = folder_check.files_in(self._folder, lambda: self.over)
            with closing(folder_check.run(self._folder, files, self._wanted)) as results:
                for outcome in results:
                    if self.over:
                        break
                    outcomes.append(outcome)
                    self._advanced.emit(len(outcomes), len(files))
            if self.over:
                result = _Result(outcomes)
            else:
                folder_check.still_there(self._folder)
                result = _left_in(self._folder, self._compared(outcomes))
        except Unreadable as error:
            result = _Result((), problem=str(error))
        except Exception:  # whatever it is, the bar must not say for ever that it is going on
            result = _Result(
                outcomes,
                problem="检查没有做完，程序出了故障。原来的文件没有变动。请再试一次；仍不行的，请换一个文件夹，或告诉维护人员。",
            )
        self._finished.emit(result)

    def _compared(self, outcomes: Sequence[folder_outcome.Outcome]) -> _Result:
        """Hold the materials against each other."""
        people = folder_owners.people_of(self._folder, outcomes)
        files = folder_owners.of(outcomes, people).files(self._folder)
        alike = resemblances.beside_a_window(self._folder, files, self._wanted, lambda: self.over)
        folder_check.still_there(self._folder)
        return _Result(outcomes, people, alike=alike)

    # In the window

    def _advance(self, done: int, total: int) -> None:
        self._told = f"正在检查“{self._folder.name}”：{done}／{total}份。可以接着写。"
        if not self.over:
            self._bars.change_message(self._told, key=_KEY)

    def _cancel(self) -> None:
        self._over.set()
        self._bars.show_message("已停止检查，没有保存结果。", key=_KEY)

    def _leave(self) -> None:
        """Stop with the program; what is being checked right now is waited for."""
        self._over.set()
        self._thread.join()

    def _finish(self, result: _Result) -> None:
        self._thread.join()
        if result.path or not self.over:  # it may have been stopped when the table was there already
            self._over.set()
            self._tell(result)
        self.deleteLater()

    def _tell(self, result: _Result) -> None:
        if not result.outcomes:
            self._bars.show_message(
                result.problem,
                [("换个文件夹…", lambda: begin(self._files, self._session, self._bars, self._theme, self._found))],
                key=_KEY,
            )
            return
        summary, path = result.folder.summary, result.path
        if path is None:
            choice: Choice = ("换个位置保存…", lambda: self._save_elsewhere(result))
            self._bars.show_message(f"{summary}。{not_done(result.problem)}", [choice], key=_KEY)
            return
        results = FolderResults(
            self._files,
            self._bars,
            self._theme,
            FolderChecked(self._folder, result.outcomes, result.people, self._wanted, result.alike),
        )
        self._found(results)
        choices: list[Choice] = [("查看检查结果…", partial(_show, results, self._bars)), *ways_to(path)]
        self._bars.show_message(f"{summary}；结果已存为“{path.parent.name}”里的“{path.name}”。", choices, key=_KEY)

    def _save_elsewhere(self, result: _Result) -> None:
        path = self._files.prompts.file_for_result(
            "保存检查结果", _last_folder(self._files) / NAME, {".xlsx": "Excel表格"}
        )
        if path:
            self._tell(_saved(result, path))


class _Result(NamedTuple):
    """What was found, and where the table is, or why it is nowhere."""

    outcomes: Sequence[folder_outcome.Outcome]
    people: Sequence[Person] = ()
    path: Path | None = None
    problem: str = ""
    alike: resemblances.Found | None = None

    @property
    def folder(self) -> Folder:
        """Give the rows, which window, table and message bar count alike."""
        return resemblances.noted(folder_owners.of(self.outcomes, self.people), self.alike)


def _show(results: FolderResults, bars: MessageBars) -> bool:
    """Show the results; the way back to them stays."""
    results.show(bars.window())
    return False


def _left_in(folder: Path, found: _Result) -> _Result:
    """Leave the table in the folder: in the place of the one of last time, where nobody has changed that."""
    own = folder_notes.own_table(folder)
    result = _saved(found, own) if own else None
    if result is None or result.path is None:  # it may be open in Excel
        result = _saved(found, free_path(folder / NAME))
    if result.path:
        folder_notes.know_table(folder, result.path)
    return result


def _saved(found: _Result, path: Path) -> _Result:
    try:
        made = found.folder
        folder_table.save(made, path, more=resemblances_told.sheets(found.alike, made))
    except Unwritable as error:
        return found._replace(problem=str(error))
    return found._replace(path=path, problem="")
