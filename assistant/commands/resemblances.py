"""Which materials of a folder resemble each other, or those of last year's folder: for the one who collects them.

What is found is the office's matter. `told_to_writer` is what may go back to a person: how much, never whose.
"""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.commands import folder_check, folder_no_materials
from assistant.commands.folder_rows import MOSTLY, Folder, Row, Standing
from assistant.facts import name_lines, resemblance
from assistant.facts.nobodys_words import NobodysWords
from assistant.facts.resemblance import Prepared
from assistant.files import naming, opening, template_shelf
from assistant.reading import Unreadable
from assistant.structure.parsing import parse
from assistant.templates.template import Template

_WHERE = (("同批材料", False), ("去年的材料", True))
_WORTH_A_PROCESS = 24  # files; fewer are compared sooner than a process is ready
_TURN = 0.2  # seconds after which it is asked again whether to stop


@dataclass(frozen=True, slots=True)
class Alike:
    """Two files that share much; `last` where the other one is of last year's folder, `own` where that is the same person's.

    `runs` are what they share, the longest first, `length` that in all; `share` is that of the shorter file. All is
    reckoned without what is fixed: `counted` are so many characters of each of the two.
    """

    file: str
    other: str
    last: bool
    length: int
    share: float
    runs: tuple[str, ...]
    places: tuple[tuple[int, int, int, int], ...]
    counted: tuple[int, int]
    own: bool = False

    def share_of(self, file: str) -> float:
        """Tell how much of one of the two the other has."""
        return min(self.length / max(self._counted(file), 1), 1.0)

    def share_told(self, file: str) -> str:
        """Say that it is most of one of the two, and of which of its characters, since 字数 counts what is fixed too; "" where it is less."""
        share = self.share_of(file)
        return f"占扣除规定标题、固定表述后{self._counted(file)}字的{share:.0%}" if share >= MOSTLY else ""

    def _counted(self, file: str) -> int:
        return self.counted[file != self.file]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a folder; `unread` names the files that could not be read, with the reason."""

    files: int
    alike: tuple[Alike, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()

    def told_to_writer(self, file: str, *, is_body: bool = False) -> str:
        """Say to the one whose material a file is how much of it others have too, without a word of whose it is.

        `is_body`: it is that of a 班子.

        "" where there is nothing to be said. What is like his own of last year is not told here: that is not for the office to say.
        """
        shared = [each for each in self.alike if not each.last and file in (each.file, each.other)]
        if not shared:
            return ""
        most = max(shared, key=lambda each: each.length)
        sentence = f"有{len(most.runs)}处共{most.length}字与同批其他材料相同"
        whose = "班子" if is_body else "本人"
        if share := most.share_told(file):
            return f"{sentence}，{share}。请按{whose}情况重写。"
        return f"{sentence}（规定标题、固定表述已扣除），请按{whose}情况重写。"


def between_people(found: Found, folder: Folder) -> Found:
    """Leave out what is alike because it is two drafts of one person."""
    return replace(
        found, alike=tuple(each for each in found.alike if each.last or not folder.of_one(each.file, each.other))
    )


def noted(folder: Folder, found: Found | None) -> Folder:
    """Let each row say how much of its last draft others have too, or last year's folder; never whose that is."""
    if found is None:
        return folder
    found = between_people(found, folder)
    return replace(folder, rows=tuple(_noted(row, found) for row in folder.rows))


def _noted(row: Row, found: Found) -> Row:
    if row.latest is None:
        return row
    file = row.latest.file
    mine = [each for each in found.alike if file == each.file or (file == each.other and not each.last)]
    notes = [_most(where, file, [each for each in mine if each.last is last]) for where, last in _WHERE]
    shared = max((each.share_of(file) for each in mine if not each.last), default=0.0)
    noted = replace(row, alike="；".join(filter(None, notes)), shared=shared)
    noted = replace(noted, alike_told=found.told_to_writer(file, is_body=row.person.is_body))
    if noted.is_copy and row.standing is Standing.NOTHING_MUST:
        return replace(noted, standing=Standing.DOUBTFUL)
    return noted


def _most(where: str, file: str, alike: Sequence[Alike]) -> str:
    if not alike:
        return ""
    most = max(alike, key=lambda each: each.length)
    several = f"{len(alike)}份{where}有大段相同，最多" if len(alike) > 1 else f"{where}有"
    share = most.share_told(file)
    return f"与{several}{len(most.runs)}处相同（{most.length}字{'，' if share else ''}{share}）"


def find(folder: Path, files: Sequence[Path], last: Path | None = None, wanted: Iterable[Template] = ()) -> Found:
    """Hold all files of a folder against each other and against those of last year's folder. Raises Unreadable for a folder."""
    former_files = folder_check.files_in(last) if last else ()
    if last:  # one may lie inside the other
        inside, outside = naming.resolved(last), naming.resolved(folder)
        if inside == outside:
            raise Unreadable("所选的去年文件夹与要比较的文件夹是同一个。请另选去年的文件夹。")
        files = [each for each in files if inside not in naming.resolved(each).parents]
        if outside not in inside.parents:
            former_files = tuple(each for each in former_files if outside not in naming.resolved(each).parents)
    unread: list[tuple[str, str]] = []
    templates = [*template_shelf.known(), *wanted]
    texts = list(_texts(folder, files, unread, templates))
    former = list(_texts(last, former_files, unread, templates)) if last else []
    fixed = NobodysWords(templates)
    now, before = ([(name, Prepared(text, fixed)) for name, text in each] for each in (texts, former))
    prepared = [each for _, each in now]
    alike = [
        each
        for each in (_alike(pair, now, now, last=False) for pair in resemblance.pairs(prepared))
        if Path(each.file).with_suffix("") != Path(each.other).with_suffix("")
    ]  # draft and Word
    if before:
        older = [each for _, each in before]
        alike += [_alike(pair, now, before, last=True) for pair in resemblance.pairs(prepared, older)]
    # First who took over his own of last year: the longest of all, and what the office looks for there.
    alike.sort(key=lambda each: (not each.own, each.last, -each.length, each.file, each.other))
    return Found(len(texts), tuple(alike), tuple(unread))


def beside_a_window(
    folder: Path,
    files: Sequence[Path],
    wanted: Sequence[Template],
    stopped: Callable[[], bool],
    last: Path | None = None,
) -> Found | None:
    """Do so without holding a window up, many files in another process; None only where it was stopped.

    Where no process is to be had, or it was killed, it is done here: a folder that was not compared must not look like
    one in which nothing is alike. Raises Unreadable for a folder.
    """
    if len(files) >= _WORTH_A_PROCESS:
        with suppress(BrokenProcessPool, OSError):
            return _in_a_process(partial(find, folder, files, last, wanted), stopped)
    return None if stopped() else find(folder, files, last, wanted)


def _in_a_process(work: Callable[[], Found], stopped: Callable[[], bool]) -> Found | None:
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    try:
        waiting = pool.submit(work)
        while not stopped():
            if wait((waiting,), _TURN).done:
                return waiting.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return None


def _texts(
    folder: Path, files: Sequence[Path], unread: list[tuple[str, str]], templates: list[Template]
) -> Iterable[tuple[str, str]]:
    """Yield the files' names and texts; a template of its own that a draft brings along joins the others.

    Tables and the like are left out, this program's own among them: they are not materials that could not be read.
    """
    for path in files:
        if folder_no_materials.is_of_another_kind(path):
            continue
        name = str(path.relative_to(folder))
        try:
            opened = opening.open_file(path, guessing=False)
        except Unreadable as error:
            unread.append((name, str(error)))
            continue
        except Exception:  # one file must not stop two hundred
            unread.append((name, "读取时程序出了故障，没有比较。原来的文件没有变动。"))
            continue
        own = template_shelf.chosen(opened.template)
        if own and own not in templates:
            templates.append(own)
        if opened.reading.text.strip():
            yield name, opened.reading.text


_Text = tuple[str, Prepared]  # a file's name, and what it holds


def _alike(pair: resemblance.Pair, texts: Sequence[_Text], others: Sequence[_Text], *, last: bool) -> Alike:
    (name, one), (other, another) = texts[pair.first], others[pair.second]
    text, others_text = one.text, another.text
    own = last and bool(writer := _writer(name, text)) and writer == _writer(other, others_text)
    runs = tuple(run.first.of(text) for run in pair.runs)
    places = tuple((*run.first, *run.second) for run in pair.runs)
    counted = (one.length, another.length)
    return Alike(name, other, last, pair.length, round(pair.share, 4), runs, places, counted, own)


def _writer(file: str, text: str) -> str:
    """Tell who wrote a text, by its name lines or by the name in that of its file; "" where neither tells."""
    called = Path(naming.in_table(file))
    named = name_lines.of(text, parse(text).materials[0], called.name).name
    words = re.split(r"[^\u4e00-\u9fff]+", called.stem)
    return named or next((word for word in words if name_lines.is_name(word)), "")
