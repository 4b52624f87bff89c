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
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.checking import Checked, check_file, other_year
from assistant.decisions import Stage
from assistant.facts import identify
from assistant.facts.facts import Facts, State
from assistant.files import disk, kinds, template_shelf
from assistant.files.kinds import Use
from assistant.finding import Severity
from assistant.reading import Unreadable
from assistant.review import report
from assistant.review.material import Material
from assistant.rules.registry import about, named
from assistant.rules.rule import About
from assistant.templates.template import Need, PartKind, Template
from assistant.text import canonical, paragraph_of

if TYPE_CHECKING:  # loaded when a table is written
    from assistant.files.writers.xlsx import Sheet

NOT_ASKED = "未按要求检查，请看是否对照检查材料"
_EMPTY = "文件里没有文字，没有可检查的内容。"
NOT_LIKE_ONE = "疑非对照检查材料"
LISTED = kinds.suffixes(
    Use.DRAFT, Use.MATERIAL, Use.REFUSED
)  # what cannot be read too: nobody should think that it was
MOST = 2000
_WORTH_PROCESSES = 24  # files; fewer are checked sooner than other processes are ready
_MOST_WORKERS = 8
_DIGITS = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in the table."""

    section: str
    line: int
    severity: Severity
    group: str
    message: str
    advice: str
    basis: str
    quote: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file; where `problem` says why it could not be read, the rest is empty.

    The lengths of problems, causes and measures are None where nobody asks for such a part, and where the file holds
    several materials, whose lengths would say nothing together; `examined` is that of problems and causes together,
    which may share a section. `doubt` says why the template may not be meant for the text, `notes` what
    could not be taken over from the file.
    """

    file: str
    problem: str = ""
    title: str = ""
    asked: str = ""
    guessed: bool = False
    doubt: str = ""
    materials: int = 1
    notes: tuple[str, ...] = ()
    length: int = 0
    missing: tuple[str, ...] = ()
    empty: int = 0
    placeholders: int = 0
    problems: int | None = None
    causes: int | None = None
    measures: int | None = None
    examined: int | None = None
    findings: tuple[Line, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(line.severity is severity for line in self.findings)

    @property
    def told(self) -> str:
        counts = "，".join(f"{severity.label}{self.count(severity)}处" for severity in Severity)
        return self.problem or "；".join([counts, *self.remarks])

    @property
    def remarks(self) -> list[str]:
        """List what whoever reads the numbers must know first."""
        several = f"一个文件{self.materials}篇，各部分字数和占比没有算" if self.materials > 1 else ""
        unasked = "" if self.asked or self.problem else NOT_ASKED
        return [each for each in (self.doubt, unasked, several, *self.notes) if each]


def files_in(folder: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[Path, ...]:
    """List the materials of a folder and the folders in it, 2 before 10. Raises Unreadable where there are none.

    Hidden files, the lock files of Word and WPS and folders that stand for others elsewhere are left out; a folder that may not be entered is listed itself.
    More than MOST are not a batch but a whole disk. `stopped` is asked at every folder whether to give up.
    """
    if not folder.is_dir():
        raise Unreadable(f"没有找到“{folder}”这个文件夹。请重新选择。")
    found: list[Path] = []
    locked: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=locked.append):
        folders[:] = [
            name for name in folders if not name.startswith((".", "~$")) and not disk.leads_away(Path(place, name))
        ]
        here = (Path(place, name) for name in names if not name.startswith((".", "~")))
        found += [path for path in here if path.suffix.lower() in LISTED]
        if len(found) > MOST:
            raise Unreadable(f"这个文件夹里的文件超过{MOST}份，不像是一批材料。请选小一些的文件夹。")
        if stopped():
            break
    found += [Path(error.filename) for error in locked]
    if not found:
        raise Unreadable("这个文件夹里没有可以检查的材料（Word、WPS、文本或草稿）。请重新选择。")
    return tuple(sorted(found, key=lambda path: (_ordered(str(path)), str(path))))


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
    try:
        if path.is_dir():
            return Outcome(name, "未能打开这个文件夹，里面的文件没有检查。请看是否有打开它的权限。")
        checked = check_file(path, wanted, stage, with_slips=with_slips)
        return _outcome(name, checked) if checked.material.length else Outcome(name, _EMPTY)
    except Unreadable as error:
        return Outcome(name, str(error))
    except Exception:  # one file must not stop two hundred; that it was not checked is said
        return Outcome(
            name, "检查没有做完，程序出了故障。原来的文件没有变动。请单独打开这一份再试；仍不行的，请告诉维护人员。"
        )


def _outcome(name: str, checked: Checked) -> Outcome:
    material = checked.material
    facts = material.facts
    kinds = ((PartKind.PROBLEMS,), (PartKind.CAUSE,), (PartKind.MEASURE,), (PartKind.PROBLEMS, PartKind.CAUSE))
    lengths = [_length(material, each) if len(facts.materials) == 1 else None for each in kinds]
    return Outcome(
        file=name,
        title="；".join(each.title or "（无标题）" for each in facts.outline.materials),
        asked=report.asked(material, guessed=checked.guessed) if material.template else "",
        guessed=checked.guessed,
        doubt=_doubt(checked),
        materials=len(facts.materials),
        notes=checked.notes,
        length=material.length,
        missing=_missing(facts),
        empty=sum(about(finding) is About.EMPTY_SECTION for finding in material.findings),
        placeholders=len(facts.placeholders),
        problems=lengths[0],
        causes=lengths[1],
        measures=lengths[2],
        examined=lengths[3],
        findings=tuple(
            Line(
                report.where(material, finding),
                paragraph_of(material.text, finding.span.start),
                finding.severity,
                rule.group.label if (rule := named(finding.rule)) else "",
                finding.message,
                finding.advice,
                finding.basis,
                report.shortened(finding.span.of(material.text)),
            )
            for finding in material.findings
        ),
    )


def _doubt(checked: Checked) -> str:
    """Say that a text looks like another year's than that of the template somebody chose, or like no material."""
    text, template = checked.material.text, checked.material.template
    if template is None or checked.guessed:
        return ""
    year = other_year(text, template)
    if template.year is None or year is None:
        strange = checked.path.suffix.lower() != kinds.DRAFT_SUFFIX and not identify.guess(text, template_shelf.known())
        return NOT_LIKE_ONE if strange else ""
    return f"疑为{year}年度的材料"


def _missing(facts: Facts) -> tuple[str, ...]:
    """Name the parts that are asked for and missing; where the problems are missing whole, not each aspect."""
    names: list[str] = []
    for material in facts.materials:
        whole = material.of_kind(PartKind.PROBLEMS)
        for fact in material.parts:
            if fact.state is not State.MISSING or fact.part.need is Need.OPTIONAL:
                continue
            if fact.parent is None or whole is None or whole.state is not State.MISSING:
                names.append(fact.part.short)
    return tuple(dict.fromkeys(names))


def _length(material: Material, kinds: Sequence[PartKind]) -> int | None:
    """Count the 字数 of all that answers parts of these kinds, what answers several of them once."""
    asked = [fact for fact in material.parts if fact.part.kind in kinds]
    if not asked:
        return None
    total, counted = 0, 0
    for span in sorted(span for fact in asked for span in fact.spans):
        total += material.facts.length(max(span.start, counted), span.end)
        counted = max(counted, span.end)
    return total


def summary(outcomes: Sequence[Outcome]) -> str:
    """Say in one sentence how it went."""
    read = [outcome for outcome in outcomes if not outcome.problem]
    errors = sum(bool(outcome.count(Severity.ERROR)) for outcome in read)
    told = [f"查了{len(read)}份：" + (f"{errors}份有必改" if errors else "都没有必改")]
    if doubtful := sum(bool(outcome.doubt) for outcome in read):
        told.append(f"{doubtful}份疑非本次的材料")
    if unasked := sum(not outcome.asked for outcome in read):
        told.append(f"{unasked}份未能按要求检查")
    if failed := len(outcomes) - len(read):
        told.append(f"另有{failed}份未能读取")
    return "，".join(told)


# The table

_FILES = (
    ("文件", 36), ("标题", 36), ("按哪份要求", 30), ("请先留意", 30), ("字数", 8), ("必改", 7), ("建议", 7), ("提示", 7), ("缺的部分", 36),
    ("待填处数", 10), ("未写的部分", 11), ("问题字数", 10), ("原因字数", 10), ("整改字数", 10), ("问题＋原因占比", 15),
    ("整改占比", 10),
)  # fmt: skip
_FINDINGS = (
    ("文件", 36), ("所在部分", 36), ("第几段", 8), ("程度", 7), ("类别", 9), ("看到什么", 44), ("为什么、怎么办", 60), ("依据", 36), ("原文", 36),
)  # fmt: skip
_FAILED = (("文件", 44), ("未能读取的原因", 90))


def save(outcomes: Sequence[Outcome], path: Path, more: Sequence[Sheet] = ()) -> None:
    """Write the table: all files, all findings, and once more what could not be read, `more` sheets last. Raises Unwritable."""
    from assistant.files.writers import xlsx

    read = [outcome for outcome in outcomes if not outcome.problem]
    sheets = (
        xlsx.Sheet("材料", _FILES, [_file_row(outcome) for outcome in outcomes]),
        xlsx.Sheet("要看的地方", _FINDINGS, [row for outcome in read for row in _finding_rows(outcome)]),
        xlsx.Sheet("未能读取的文件", _FAILED, [(_plain(each.file), each.problem) for each in outcomes if each.problem]),
    )
    disk.replace_file(path, xlsx.write([*sheets, *more]))


def _file_row(outcome: Outcome) -> list[str | int | float | None]:
    """Make the row of one file. Where nothing was asked for, no finding is no praise: its cell stays blank."""
    if outcome.problem:
        return [_plain(outcome.file), "", "未能读取", outcome.problem, *[None] * (len(_FILES) - 4)]
    told = outcome.guessed and not outcome.asked.endswith("）")
    asked = f"{outcome.asked}（自动判断）" if told else outcome.asked or "未能判断"
    row: list[str | int | float | None] = [_plain(outcome.file), outcome.title, asked, "；".join(outcome.remarks)]
    row += [outcome.length, *((outcome.count(each) or (0 if outcome.asked else None)) for each in Severity)]
    row += ["；".join(outcome.missing), outcome.placeholders, outcome.empty]
    row += [outcome.problems, outcome.causes, outcome.measures]
    return [*row, _share(outcome.examined, outcome.length), _share(outcome.measures, outcome.length)]


def _share(length: int | None, whole: int) -> float | None:
    return length / whole if length is not None and whole else None


def _finding_rows(outcome: Outcome) -> Iterator[list[str | int]]:
    for each in outcome.findings:
        place: list[str | int] = [_plain(outcome.file), each.section, each.line, each.severity.label, each.group]
        yield [*place, each.message, each.advice, each.basis, each.quote]


def _plain(name: str) -> str:
    """Write a file's name as text, without what no table can hold."""
    return canonical(name).replace("\n", " ")
