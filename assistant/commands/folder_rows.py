"""What came of the files of a folder → one row for each who is to hand in, also for those who have not.

Where no list of people is at hand, the rows are those who have handed in. Several files of one person are drafts of
his: the last one counts, and it is said what became of what was found in the one before. What is received is for a
person to say: the machine tells only 有必改 or 未见必改.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path, PurePath

from assistant.commands import folder_doubts
from assistant.commands.folder_check import A_ROLL, people_in
from assistant.commands.folder_outcome import Line, Outcome
from assistant.facts import name_lines
from assistant.facts.roll import Person
from assistant.finding import Severity
from assistant.reading import Unreadable


class Standing(Enum):
    """How a person's material stands, as far as a machine can tell."""

    MUST_MEND = "must_mend"
    NOTHING_MUST = "nothing_must"
    DOUBTFUL = "doubtful"  # of another year, or not like a material, or no template was found
    UNREADABLE = "unreadable"
    NOT_HANDED_IN = "not_handed_in"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Standing.MUST_MEND: "有必改",
    Standing.NOTHING_MUST: "未见必改",
    Standing.DOUBTFUL: "请核对",
    Standing.UNREADABLE: "未能读取",
    Standing.NOT_HANDED_IN: "未交",
}


class Handling(Enum):
    """What the person in charge has decided (处理)."""

    WAITING = "待看"
    RETURNED = "已退回"
    RECEIVED = "已收"
    REPORTED = "已报书记"


@dataclass(frozen=True, slots=True)
class Row:
    """One who is to hand in, or who has; `latest` is his last draft, None where there is none, `earlier` those before.

    `hint` names a file that is called by his name and went to another. `alike` says how much of his material others have
    too, `alike_told` the same as it may be told to him; neither says whose that is.
    """

    number: int
    person: Person
    standing: Standing
    latest: Outcome | None = None
    earlier: tuple[Outcome, ...] = ()
    listed: bool = True  # in the list of people
    known: bool = True  # else nobody knows whose it is, and it stands under its file's name
    hint: str = ""
    alike: str = ""
    alike_told: str = ""

    @property
    def drafts(self) -> tuple[Outcome, ...]:
        return (*self.earlier, *([self.latest] if self.latest else ()))

    @property
    def subject(self) -> str:
        if self.latest and self.latest.subject:
            return self.latest.subject
        return "领导班子" if self.person.is_body else ""

    @property
    def draft(self) -> int:
        """Which draft the last one is, by its name or by how many there are."""
        if self.latest is None:
            return 0
        named = _draft_number(self.latest.file)
        return max(named if named < _LAST else 1, len(self.earlier) + 1)

    @property
    def progress(self) -> str:
        """Say what became of what was 必改 in the draft before: 第2稿，上次3条：已改2条."""
        if not self.earlier or self.latest is None or not self.latest.is_read:
            return ""
        before = Counter(map(_key, _errors(self.earlier[-1])))
        left = Counter(map(_key, _errors(self.latest)))
        told = f"第{self.draft}稿"
        if not before:
            return told
        return f"{told}，上次{before.total()}条：已改{(before - left).total()}条"

    @property
    def told(self) -> str:
        """Say in short what is missing and what is to be mended."""
        if self.latest is None:
            return "；".join(filter(None, ("名单上有，文件夹里未见", self.hint)))
        if not self.latest.is_read:
            return self.latest.problem
        missing = f"缺：{'、'.join(self.latest.missing)}" if self.latest.missing else ""
        counted = Counter(line.message for line in _errors(self.latest) if line.quote)
        errors = [
            f"{message.rstrip('。')}{f'（{count}处）' if count > 1 else ''}" for message, count in counted.items()
        ]
        empty = f"{self.latest.empty}节还没有写" if self.latest.empty else ""
        pieces = [self.progress, *self.latest.remarks[:3], missing, empty, *errors[:_MOST_TOLD]]
        more = len(errors) - _MOST_TOLD
        told = [*filter(None, [*pieces, f"另有{more}类" if more > 0 else ""])] or ["各部分已写"]
        return "；".join([*told, *([self.alike] if self.alike else [])])


_MOST_TOLD = 3


def _errors(outcome: Outcome) -> list[Line]:
    return [line for line in outcome.findings if line.severity is Severity.ERROR]


def _key(line: Line) -> tuple[str, str]:
    """Know a finding again in another draft: by its rule and what it stands on."""
    return line.rule, line.quote or line.message


@dataclass(frozen=True, slots=True)
class Folder:
    """All that is known of a folder: the rows, the files that are in none of them, and whether there was a list."""

    rows: tuple[Row, ...]
    others: tuple[Outcome, ...]
    by_list: bool

    def of_one(self, file: str, other: str) -> bool:
        """Tell whether two files are drafts of one person."""
        return any({file, other} <= {each.file for each in row.drafts} for row in self.rows)

    @property
    def not_handed_in(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.standing is Standing.NOT_HANDED_IN)

    @property
    def counted(self) -> str:
        """Say how many are to hand in, or have: 「应交6人，名单外1人」; what nobody is known to have written is no person."""
        wanted = number_of([row for row in self.rows if row.listed and row.known]) or "0人"
        told = [f"应交{wanted}" if self.by_list else f"收到{wanted}"]
        if beside := number_of([row for row in self.rows if not row.listed and row.known]):
            told.append(f"名单外{beside}")
        if unknown := sum(not row.known for row in self.rows):
            told.append(f"未认出是谁的{unknown}份")
        return "，".join(told)


def number_of(rows: Sequence[Row]) -> str:
    """Count persons, and the 班子 apart, which is none: 「6人和班子1份」."""
    bodies = sum(row.person.is_body for row in rows)
    told = [f"{len(rows) - bodies}人"] if len(rows) > bodies else []
    return "和".join([*told, *([f"班子{bodies}份"] if bodies else [])])


def of(outcomes: Sequence[Outcome], people: Sequence[Person]) -> Folder:
    """Give each person his files, and each file that is nobody's a reason."""
    outcomes = folder_doubts.of_other_bylines(folder_doubts.of_one_year(outcomes), people)
    left = [each for each in outcomes if not each.aside]
    others = [each for each in outcomes if each.aside]
    rows: list[Row] = []
    taken: dict[Person, list[Outcome]] = {person: [] for person in people}
    # A longer name first: 王小明 is not 王小, and a unit decides between two of one name.
    for outcome in list(left):
        fitting = [person for person in people if _is_by(outcome, person)]
        best = max(fitting, key=partial(_nearness, outcome), default=None)
        if best is not None:
            taken[best].append(outcome)
            left.remove(outcome)
    for number, person in enumerate(people, 1):
        held = [_not_his_own(each, person) for each in taken[person]]
        row = _row(number, person, held, listed=True)
        rows.append(row if held else replace(row, hint=_hint(person, [each for each in outcomes if not each.aside])))
    for person, held in _grouped(left):
        if people and not any(each.is_read and each.asked and not each.doubt for each in held):
            others += held  # not of the list, and not like a material either
        else:
            row = _row(len(rows) + 1, person, held, listed=not people)
            rows.append(replace(row, known=person.is_body or bool(held[-1].by.name) or name_lines.is_name(person.name)))
    return Folder(tuple(rows), tuple(others), bool(people))


def _row(number: int, person: Person, held: Sequence[Outcome], *, listed: bool) -> Row:
    drafts = sorted(held, key=lambda each: (each.is_read, _draft_number(each.file), each.modified, each.file))
    if not drafts:
        return Row(number, person, Standing.NOT_HANDED_IN, listed=listed)
    latest = drafts[-1]
    person = person._replace(unit=person.unit or latest.by.unit, post=person.post or latest.by.post)
    earlier = tuple(each for each in drafts[:-1] if each.is_read)
    return Row(number, person, _standing(latest), latest, earlier, listed)


def _standing(outcome: Outcome) -> Standing:
    if not outcome.is_read:
        return Standing.UNREADABLE
    if outcome.doubt or not outcome.asked:
        return Standing.DOUBTFUL
    return Standing.MUST_MEND if outcome.count(Severity.ERROR) else Standing.NOTHING_MUST


def _is_by(outcome: Outcome, person: Person) -> bool:
    name, stem = "".join(person.name.split()), "".join(PurePath(outcome.file).stem.split())
    called_so = "班子" in stem
    if person.is_body:
        if _unit_fits(outcome, person) < 0:
            return False
        return outcome.of_body if outcome.is_read else called_so or name in stem
    if outcome.of_body:  # under a person's name it is what he has handed in, be it the wrong one
        return not called_so and name in stem
    if outcome.by.name:
        return "".join(outcome.by.name.split()) == name
    return name in stem


_BODYS = "内容是班子材料"


def _not_his_own(outcome: Outcome, person: Person) -> Outcome:
    """Say of the 班子's text that lies under a person's name that it is no material of his."""
    if person.is_body or not outcome.of_body:
        return outcome
    return replace(outcome, doubt="；".join(filter(None, (f"文件{_BODYS}", outcome.doubt))))


def _hint(person: Person, outcomes: Iterable[Outcome]) -> str:
    """Say of a file that is called by somebody's name, or that of the 班子, what it holds instead of his material."""
    name = "班子" if person.is_body else "".join(person.name.split())
    for outcome in outcomes:
        called = f"“{PurePath(outcome.file).name}”"
        if person.is_body and outcome.of_body and _unit_fits(outcome, person) >= 0:
            return f"{called}{_BODYS}，用的是个人姓名，请核对"
        by = "".join(outcome.by.name.split())
        if by and name not in by and name in "".join(PurePath(outcome.file).stem.split()):
            return f"{called}署名是{outcome.by.name}，请核对"
    return ""


def _nearness(outcome: Outcome, person: Person) -> tuple[bool, int, int]:
    """Rank those whose a file may be: of the 班子's text under a person's name, the person; then by unit and name."""
    return outcome.of_body and not person.is_body, _unit_fits(outcome, person), len(person.name)


def _unit_fits(outcome: Outcome, person: Person) -> int:
    """Tell whether a file speaks of a person's unit (1), of another (-1), or of none (0)."""
    unit = person.unit
    if not unit:
        return 0
    told = f"{outcome.by.unit} {outcome.file} {outcome.title}"
    if unit in told:
        return 1
    return -1 if outcome.by.unit and outcome.by.unit not in unit else 0


def _grouped(outcomes: Iterable[Outcome]) -> list[tuple[Person, list[Outcome]]]:
    """Put the files of one writer together; a file without a writer stands for itself under its name."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        if each.of_body:
            key = (each.by.unit or _bare_stem(each.file), "body")
        else:
            key = (each.by.name, "") if each.by.name else (_bare_stem(each.file), "file")
        found.setdefault(key, []).append(each)
    return [(_person(name, kind, held[-1]), held) for (name, kind), held in found.items()]


def _person(name: str, kind: str, outcome: Outcome) -> Person:
    if kind == "body":
        return Person("领导班子", outcome.by.unit)
    return Person(name, outcome.by.unit, outcome.by.post)


_HAN = "一二三四五六七八九十"
_DRAFT = re.compile(
    rf"第?(?P<han>[{_HAN}])(?:稿|次修改)|第?(?P<digit>[1-9])稿|[vV](?P<version>[1-9])(?![0-9])|(?P<last>终稿|定稿)|[（(](?P<copy>[1-9])[)）]"
    r"|(?P<again>修改稿|修改后|改后|新)(?=$|[-_—（(.\s])"
)
_LAST = 90  # 定稿 comes after all numbered ones


def _draft_number(file: str) -> int:
    """Tell by a file's name which draft it is; 1 for one that does not say."""
    found = 1
    for match in _DRAFT.finditer(PurePath(file).stem):
        if match["han"]:
            found = max(found, _HAN.index(match["han"]) + 1)
        elif match["digit"] or match["version"]:
            found = max(found, int(match["digit"] or match["version"]))
        elif match["copy"]:
            found = max(found, int(match["copy"]) + 1)
        else:
            found = max(found, _LAST if match["last"] else 2)
    return found


def _bare_stem(file: str) -> str:
    """Give a file's name without what tells its drafts apart."""
    return _DRAFT.sub("", PurePath(file).stem).strip("-_—+＋ （）()") or PurePath(file).stem


def people_of(folder: Path, outcomes: Iterable[Outcome]) -> tuple[Person, ...]:
    """Read the first list of people that lies in a folder; nobody where there is none, or it is gone meanwhile."""
    for each in outcomes:
        if each.aside == A_ROLL:
            with suppress(Unreadable):
                return people_in(folder / each.file)
    return ()
