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
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.certainty import Certainty
from assistant.commands.checking import Checked, check_file, other_year
from assistant.decisions import NOBODY, Profile, Stage
from assistant.facts import identify, name_lines, roll
from assistant.facts.facts import Facts, State
from assistant.facts.roll import Person
from assistant.files import disk, kinds, opening, template_shelf
from assistant.files.kinds import Use
from assistant.finding import Severity
from assistant.reading import Unreadable
from assistant.review import report
from assistant.review.material import Material
from assistant.rules.registry import about, named
from assistant.rules.rule import About
from assistant.templates.template import SUBJECT_LABELS, Need, PartKind, Subject, Template
from assistant.text import paragraph_of

NOT_ASKED = "未按要求检查，请看是否对照检查材料"
NOT_LIKE_ONE = "疑非对照检查材料"
A_ROLL = "这是名单，不作材料检查"
OUR_TABLE = "这是上次的检查结果"
_EMPTY = "文件里没有文字，没有可检查的内容。"
NO_MATERIAL = "这不是材料"
TABLE_NAME = "检查结果"  # of the table that is left in a folder; it and its like are no materials
MOST = 2000
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")
_WORTH_PROCESSES = 24  # files; fewer are checked sooner than other processes are ready
_MOST_WORKERS = 8
_DIGITS = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in the table; `rule`, `quote` and `begins`, the sentence's beginning, know it again in the next draft."""

    rule: str
    section: str
    line: int
    begins: str
    severity: Severity
    group: str
    message: str
    advice: str
    basis: str
    quote: str
    of_heading: bool = False  # what begins so is a title or a heading and no sentence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file; where `problem` says why it could not be read, or `aside` why it is no material, the rest is empty.

    `by` is who wrote it, as far as its name lines or its name tell; `subject` for whom it speaks (对象); `modified` when
    the file was last written, in seconds.

    The lengths of problems, causes and measures are None where nobody asks for such a part, and where the file holds
    several materials, whose lengths would say nothing together; `examined` is that of problems and causes together,
    which may share a section. `doubt` says why the template may not be meant for the text, `short` that it is
    far from the length asked for, `notes` what could not be taken over from the file.
    """

    file: str
    problem: str = ""
    aside: str = ""
    by: Profile = NOBODY
    subject: str = ""
    of_body: bool = False
    modified: float = 0.0
    title: str = ""
    asked: str = ""
    guessed: bool = False
    doubt: str = ""
    year: int | None = None
    short: str = ""
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
        return self.problem or self.aside or "；".join([counts, *self.remarks])

    @property
    def is_read(self) -> bool:
        """Whether it was checked."""
        return not self.problem and not self.aside

    @property
    def remarks(self) -> list[str]:
        """List what whoever reads the numbers must know first."""
        several = f"一个文件{self.materials}篇，各部分字数和占比没有算" if self.materials > 1 else ""
        unasked = NOT_ASKED if self.is_read and not self.asked else ""
        return [each for each in (self.doubt, self.short, unasked, several, *self.notes) if each]


def files_in(folder: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[Path, ...]:
    """List every visible file of a folder and the folders in it, 2 before 10. Raises Unreadable where none can be a material.

    What is no material is listed too, so that nobody thinks that it was checked. Hidden files, the lock files of Word and WPS and folders that stand for others elsewhere are left out; a folder that may not be entered is listed itself.
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
        found += [
            Path(place, name)
            for name in names
            if not name.startswith((".", "~")) and name.lower() not in _OF_THE_SYSTEM
        ]
        if len(found) > MOST:
            raise Unreadable(f"这个文件夹里的文件超过{MOST}份，不像是一批材料。请选小一些的文件夹。")
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
    blank = Outcome(name, by=Profile(name=name_lines.of_file(path.name)))
    try:
        if path.is_dir():
            return replace(blank, problem="未能打开这个文件夹，里面的文件没有检查。请看是否有打开它的权限。")
        blank = replace(blank, modified=path.stat().st_mtime)
        if told := _aside(path):
            return replace(blank, aside=told, by=NOBODY)
        checked = check_file(path, wanted, stage, with_slips=with_slips)
        if not checked.material.length:
            return replace(blank, problem=_EMPTY)
        return replace(_outcome(name, checked), modified=blank.modified)
    except Unreadable as error:
        return replace(blank, problem=str(error))
    except Exception:  # one file must not stop two hundred; that it was not checked is said
        told = "检查没有做完，程序出了故障。原来的文件没有变动。请单独打开这一份再试；仍不行的，请告诉维护人员。"
        return replace(blank, problem=told)


def is_of_another_kind(path: Path) -> bool:
    """Tell by its kind that a file can be no material: a table, as this program leaves one too, requirements, a program."""
    suffix = path.suffix.lower()
    if suffix in kinds.suffixes(Use.TEMPLATE):
        return True
    try:
        kind = kinds.of(disk.load_bytes(path)) if suffix != kinds.DRAFT_SUFFIX and path.is_file() else None
    except Unreadable:
        return suffix in kinds.suffixes(Use.TABLE)
    return kind is not None and (kind.use is Use.TABLE or kind.name in _NEVER_A_MATERIAL)


def _aside(path: Path) -> str:
    """Say why a file is no material: a list of people, a table, a template, our own result, a program."""
    suffix = path.suffix.lower()
    if path.stem.startswith(TABLE_NAME) and suffix == ".xlsx":
        return OUR_TABLE
    if suffix in kinds.suffixes(Use.TEMPLATE):
        return f"{NO_MATERIAL}，是本次要求"
    if suffix == kinds.DRAFT_SUFFIX:
        return ""
    kind = kinds.of(disk.load_bytes(path))
    if kind.use is Use.MATERIAL:
        return A_ROLL if (roll.is_called_so(path.stem) or path.stat().st_size < _SMALL) and people_in(path) else ""
    if kind.use is Use.TABLE and people_in(path):
        return A_ROLL
    return f"{NO_MATERIAL}，是{kind.name}" if kind.use is Use.TABLE or kind.name in _NEVER_A_MATERIAL else ""


_SMALL = 40_000  # bytes; a list of people that does not call itself one is looked for in small files only
_FEWEST = 3  # people that make a list of what is not called one
_NEVER_A_MATERIAL = ("程序", "表格", "演示稿")


def people_in(path: Path) -> tuple[Person, ...]:
    """Read the people that a file lists; none where it is no list. Raises Unreadable where it cannot be read at all."""
    found = roll.of_tables(opening.read_tables(path))
    if not found:
        try:
            found = roll.of_text(opening.read(path).text)
        except Unreadable:
            found = ()  # a table without a column 姓名
    return found if len(found) >= _FEWEST or roll.is_called_so(path.stem) else ()


def _outcome(name: str, checked: Checked) -> Outcome:
    material = checked.material
    facts = material.facts
    kinds = ((PartKind.PROBLEMS,), (PartKind.CAUSE,), (PartKind.MEASURE,), (PartKind.PROBLEMS, PartKind.CAUSE))
    lengths = [_length(material, each) if len(facts.materials) == 1 else None for each in kinds]
    template = material.template
    return Outcome(
        file=name,
        by=_writer(checked),
        subject=SUBJECT_LABELS[template.subject] if template else "",
        of_body=template is not None and template.subject in (Subject.LEADERSHIP, Subject.BRANCH),
        title="；".join(each.title or "（无标题）" for each in facts.outline.materials),
        asked=report.asked(material, guessed=checked.guessed) if material.template else "",
        guessed=checked.guessed,
        doubt=_doubt(checked),
        year=template.year if template else None,
        short=_short(checked.material),
        materials=len(facts.materials),
        notes=checked.notes,
        length=material.length,
        missing=_missing(facts),
        empty=sum(
            about(each) is About.EMPTY_SECTION and each.severity is not Severity.HINT for each in material.findings
        ),
        placeholders=len(facts.placeholders),
        problems=lengths[0],
        causes=lengths[1],
        measures=lengths[2],
        examined=lengths[3],
        findings=tuple(
            Line(
                finding.rule,
                report.where(material, finding),
                paragraph_of(material.text, finding.span.start),
                report.beginning(material.text, finding),
                finding.severity,
                rule.group.label if (rule := named(finding.rule)) else "",
                finding.message,
                finding.advice,
                finding.basis,
                report.shortened(finding.span.of(material.text)),
                _is_of_heading(facts, finding.span.start),
            )
            for finding in material.findings
        ),
    )


def _writer(checked: Checked) -> Profile:
    """Tell who wrote a material: what the draft says, else its name lines, else the file's name."""
    read = name_lines.of(checked.material.text, checked.material.facts.outline.materials[0], checked.path.name)
    said = checked.material.decisions.profile
    return Profile(said.unit or read.unit, said.post or read.post, said.name or read.name)


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


_FAR_BELOW = 0.5  # of what is asked for at least, or a quarter of what is asked for at most


def _short(material: Material) -> str:
    """Say that a text is far from the length that a notice asks for: what was handed in is hardly the whole."""
    asked = material.template.length if material.template else None
    if asked is None or asked.certainty is Certainty.MEMORY or len(material.facts.materials) > 1:
        return ""
    wanted = asked.least or asked.most / 2
    if material.length >= wanted * _FAR_BELOW:
        return ""
    limit = f"不少于{asked.least}字" if asked.least else f"不超过{asked.most}字"
    return f"全文只有{material.length}字，本次要求{limit}"


def _is_of_heading(facts: Facts, position: int) -> bool:
    return any(
        (outline.title and outline.title_span.start <= position < outline.title_span.end)
        or any(section.start <= position < section.heading_end for section in outline.walk())
        for outline in facts.outline.materials
    )


def _missing(facts: Facts) -> tuple[str, ...]:
    """Name the parts that are asked for and missing; where the problems are missing whole, not each aspect."""
    names: list[str] = []
    for material in facts.materials:
        whole = material.of_kind(PartKind.PROBLEMS)
        for fact in material.parts:
            if fact.state is not State.MISSING or fact.part.need is Need.OPTIONAL:
                continue
            if facts.template and facts.template.unasked(fact.part):
                continue  # the notice says nothing of it: it may be left out
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
    read = [outcome for outcome in outcomes if outcome.is_read]
    errors = sum(bool(outcome.count(Severity.ERROR)) for outcome in read)
    told = [f"查了{len(read)}份：" + (f"{errors}份有必改" if errors else "都没有必改")]
    if doubtful := sum(bool(outcome.doubt) for outcome in read):
        told.append(f"{doubtful}份疑非本次的材料")
    if unasked := sum(not outcome.asked for outcome in read):
        told.append(f"{unasked}份未能按要求检查")
    if failed := sum(bool(outcome.problem) for outcome in outcomes):
        told.append(f"另有{failed}份未能读取")
    if others := sum(bool(outcome.aside) for outcome in outcomes):
        told.append(f"{others}个文件不是材料")
    return "，".join(told)
