"""A folder of materials → what was found in each, on all cores, and a table of it for the one who collects them.

Workers are processes that start afresh (spawn), as Windows and a packaged program need and a window with its threads
does. A file that cannot be read, or on which something unforeseen happens, is an outcome like any other.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path

from assistant.commands import folder_no_materials, folder_outcome
from assistant.commands.checking import check_file
from assistant.commands.folder_outcome import Outcome
from assistant.decisions import NOBODY, Profile, Stage
from assistant.facts import name_lines
from assistant.files import disk, kinds, naming
from assistant.files.kinds import Use
from assistant.reading import Unreadable
from assistant.templates.template import Template

_EMPTY = "文件里没有文字，没有可检查的内容。"
TABLE_NAME = "检查结果"  # of the table that is left in a folder; it and its like are no materials
MOST = 2000
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")
_WORTH_PROCESSES = 24  # files; fewer are checked sooner than other processes are ready
_MOST_WORKERS = 8
_DIGITS = re.compile("([0-9]+)")


def files_in(folder: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[Path, ...]:
    """List every visible file of a folder and of the folders in it, 2 before 10.

    Left out are hidden files, the lock files of Word and WPS, those that the system leaves, and links to folders. What
    is no material is listed too, so that nobody thinks that it was checked: `folder_no_materials` tells these apart once
    they are read. A folder that may not be entered is listed itself. `stopped` is asked at every folder whether to give up.
    Raises Unreadable where no file can be a material, and for more than MOST, which are not a batch but a whole disk.
    """
    if not folder.is_dir():
        raise Unreadable(f"没有找到“{folder}”这个文件夹。请重新选择。")
    found: list[Path] = []
    locked: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=locked.append):
        folders[:] = [
            name for name in folders if not name.startswith((".", "~$")) and not disk.leads_away(Path(place, name))
        ]
        found += [
            Path(place, name)
            for name in names
            if not name.startswith((".", "~")) and name.lower() not in _OF_THE_SYSTEM
        ]
        if len(found) > MOST:
            raise Unreadable(f"这个文件夹里的文件超过{MOST}份，似不是一批材料。请选文件少一些的文件夹。")
        if stopped():
            break
    found += [Path(error.filename) for error in locked]
    readable = kinds.suffixes(Use.DRAFT, Use.MATERIAL)
    if not locked and not any(path.suffix.lower() in readable for path in found):
        raise Unreadable("这个文件夹里没有可以检查的材料（Word、WPS、文本或草稿）。请重新选择。")
    return tuple(sorted(found, key=lambda path: (_ordered(str(path)), str(path))))


def still_there(folder: Path) -> None:
    """Raise Unreadable where a folder went away while it was being checked: it is not made again to hold the results."""
    if not folder.is_dir():
        raise Unreadable(f"“{folder.name}”在检查时被移走、改名或删除了，没有保存结果。请找到这个文件夹再检查一次。")


def _ordered(name: str) -> tuple[str | int, ...]:
    return tuple(int(piece) if number % 2 else piece.lower() for number, piece in enumerate(_DIGITS.split(name)))


def run(
    folder: Path,
    files: Sequence[Path],
    wanted: Sequence[Template] = (),
    stage: Stage | None = None,
    *,
    with_slips: bool = False,
) -> Generator[Outcome, None, None]:
    """Check files, yielding in their order as they are done; closing the generator stops the rest."""
    look = partial(_look, folder, wanted, stage, with_slips)
    workers = min(os.cpu_count() or 1, _MOST_WORKERS) if len(files) >= _WORTH_PROCESSES else 1
    done = 0
    if workers > 1:
        try:
            for outcome in _in_processes(look, files, workers):
                done += 1
                yield outcome
        except (BrokenProcessPool, OSError):
            pass  # no processes to be had, or one was killed: what is left is checked here
    yield from map(look, files[done:])


def _in_processes(look: partial[Outcome], files: Sequence[Path], workers: int) -> Iterator[Outcome]:
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_stopping_to_parent)
    try:
        yield from pool.map(look, files, chunksize=4)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_stopping_to_parent() -> None:
    """Do not die of Ctrl+C, which reaches every process, with a page of words each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _look(folder: Path, wanted: Sequence[Template], stage: Stage | None, with_slips: bool, path: Path) -> Outcome:
    """Check one file, whatever is in it."""
    name = str(path.relative_to(folder))
    blank = Outcome(name, by=Profile(name=name_lines.of_file(naming.shown_name(path))))
    try:
        if path.is_dir():
            return replace(blank, problem="未能打开这个文件夹，里面的文件没有检查。请核对是否有打开它的权限。")
        blank = replace(blank, modified=path.stat().st_mtime, is_blank=not path.stat().st_size)
        checked, told = None, folder_no_materials.of_file(path)
        if not told:
            checked = check_file(path, wanted, stage, with_slips=with_slips)
            told = folder_no_materials.of_text(checked.material.text)
        if checked is None or told:
            notes = folder_no_materials.people_in(path).notes if told == folder_no_materials.A_ROLL else ()
            return replace(blank, no_material=told, by=NOBODY, notes=notes)
        if not checked.material.length:
            return replace(blank, problem=_EMPTY, is_blank=True)
        return replace(folder_outcome.of(name, checked), modified=blank.modified)
    except Unreadable as error:
        return replace(blank, problem=str(error))
    except Exception:  # one file must not stop two hundred; that it was not checked is said
        told = "检查没有做完，程序出了故障。原来的文件没有变动。请单独打开这一份再试；仍不行的，请告诉维护人员。"
        return replace(blank, problem=told)
