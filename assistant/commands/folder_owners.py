"""Whose each file of a folder is: by its name lines, its name and its unit → rows, one for each who is to hand in.

Where no list of people is at hand, the rows are those who have handed in. Several files of one person are drafts of his.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from assistant.commands import draft_names, folder_doubts
from assistant.commands.folder_no_materials import A_ROLL, OUR_TABLE, people_in
from assistant.commands.folder_outcome import NOT_LIKE_ONE, Outcome
from assistant.commands.folder_rows import Folder, Row, Standing
from assistant.facts import name_lines
from assistant.facts.roll import Person
from assistant.finding import Severity
from assistant.reading import Unreadable
from assistant.text import solid

_PLACE = re.compile("^(?:.{0,6}?[省市县区州旗])+(?=..)")  # before the name of a unit
_NUMBER = re.compile(
    "第?([一二三四五六七八九十]{1,3}|[0-9]{1,2})(?=党|支|小|中|科|大队|分)"
)  # 第一党支部 is not 第二党支部
_BODYS = "内容是班子材料"


def of(outcomes: Sequence[Outcome], people: Sequence[Person]) -> Folder:
    """Give each person his files, and each file that is nobody's a reason."""
    outcomes = folder_doubts.of_several_signers(folder_doubts.of_one_year(outcomes), people)
    outcomes = folder_doubts.of_other_bylines(outcomes, people)
    left = [each for each in outcomes if not each.no_material]
    others = [
        each for each in outcomes if each.no_material and each.no_material != OUR_TABLE
    ]  # nobody thinks of it as checked
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
        rows.append(
            row if held else replace(row, hint=_hint(person, [each for each in outcomes if not each.no_material]))
        )
    for person, held in _grouped(left):
        named = bool(held[-1].by.name) or name_lines.is_name(person.name) or person.is_body
        if not any(_may_be_one(each, listed=bool(people)) for each in held):
            others += held  # nobody's, and not like a material either
        else:
            row = _row(len(rows) + 1, person, held, listed=not people)
            rows.append(replace(row, known=named))
    return Folder(tuple(rows), tuple(others), bool(people))


def _row(number: int, person: Person, held: Sequence[Outcome], *, listed: bool) -> Row:
    drafts = sorted(held, key=lambda each: (each.is_read, draft_names.number(each.called), each.modified, each.file))
    if not drafts:
        return Row(number, person, Standing.NOT_HANDED_IN, listed=listed)
    latest = drafts[-1]
    person = person._replace(unit=person.unit or latest.by.unit, post=person.post or latest.by.post)
    earlier = tuple(each for each in drafts[:-1] if each.is_read)
    unread = tuple(each for each in drafts[:-1] if not each.is_read)
    return Row(number, person, _standing(latest), latest, earlier, listed, unread=unread)


def _may_be_one(outcome: Outcome, *, listed: bool) -> bool:
    """Tell whether a file of nobody on the list may be a material all the same, if only of another year; without a list, one that cannot be read may be."""
    if outcome.is_read:
        return NOT_LIKE_ONE not in outcome.doubt and bool(outcome.asked or not listed)
    return not listed


def _standing(outcome: Outcome) -> Standing:
    if not outcome.is_read:
        return Standing.UNREADABLE
    if outcome.doubt or not outcome.asked:
        return Standing.DOUBTFUL
    return Standing.MUST_MEND if outcome.count(Severity.ERROR) else Standing.NOTHING_MUST


def _is_by(outcome: Outcome, person: Person) -> bool:
    called_by_him = draft_names.is_called(outcome.called, person.name)
    called_bodys = draft_names.is_called(outcome.called, "班子")
    if person.is_body:
        if _unit_fits(outcome, person) < 0:
            return False
        # an agenda is nobody's draft, whatever it was held against
        if not outcome.is_read or NOT_LIKE_ONE in outcome.doubt:
            return called_bodys or called_by_him
        return outcome.of_body
    if outcome.of_body:  # under a person's name it is what he has handed in, be it the wrong one
        return called_by_him and not called_bodys
    return solid(outcome.by.name) == solid(person.name) if outcome.by.name else called_by_him


def _not_his_own(outcome: Outcome, person: Person) -> Outcome:
    """Say of the 班子's text that lies under a person's name that it is no material of his."""
    if person.is_body or not outcome.of_body:
        return outcome
    return replace(outcome, doubt="；".join(filter(None, (f"文件{_BODYS}", outcome.doubt))))


def _hint(person: Person, outcomes: Iterable[Outcome]) -> str:
    """Say of a file that is called by somebody's name, or that of the 班子, what it holds instead of his material."""
    name = "班子" if person.is_body else solid(person.name)
    for outcome in outcomes:
        called = f"“{PurePath(outcome.called).name}”"
        if person.is_body and outcome.of_body and _unit_fits(outcome, person) >= 0:
            return f"{called}{_BODYS}，文件名写的是个人姓名，请核对"
        by = solid(outcome.by.name)
        if by and name not in by and draft_names.is_called(outcome.called, name):
            return f"{called}的署名是{outcome.by.name}，请核对"
    return ""


def _nearness(outcome: Outcome, person: Person) -> tuple[bool, int, int]:
    """Rank those whose a file may be: of the 班子's text under a person's name, the person; then by unit and name."""
    return outcome.of_body and not person.is_body, _unit_fits(outcome, person), len(person.name)


def _unit_fits(outcome: Outcome, person: Person) -> int:
    """Tell whether a file speaks of a person's unit (1), of another (-1), or of none (0)."""
    unit = person.unit
    if not unit:
        return 0
    words = f"{outcome.by.unit} {outcome.called} {outcome.title}"
    if unit in words:
        return 1
    return -1 if outcome.by.unit and outcome.by.unit not in unit else 0


def _grouped(outcomes: Iterable[Outcome]) -> list[tuple[Person, list[Outcome]]]:
    """Put the files of one writer together; a file without a writer stands for itself under its name.

    Two of one name are two persons where their units have nothing in common.
    """
    found: dict[tuple[str, str], list[list[Outcome]]] = {}
    for each in outcomes:
        if each.of_body:
            key = (each.by.unit or draft_names.bare_stem(each.called), "body")
        else:
            key = (each.by.name, "") if each.by.name else (draft_names.bare_stem(each.called), "file")
        alike = found.setdefault(key, [])
        held = next((held for held in alike if all(_of_one_unit(each.by.unit, other.by.unit) for other in held)), None)
        if held is None:
            alike.append([each])
        else:
            held.append(each)
    return [(_person(name, kind, held[-1]), held) for (name, kind), alike in found.items() for held in alike]


def _of_one_unit(unit: str, other: str) -> bool:
    """Tell whether two units may be one, as people write it: 县水利局, 水利局党组, 水利局办公室, but not 第一党支部 and 第二党支部; one that is not known may be any."""
    one, two = (_PLACE.sub("", each) for each in (unit, other))
    numbers, others = (set(_NUMBER.findall(each)) for each in (one, two))
    if numbers and others and numbers.isdisjoint(others):
        return False
    return not one or not two or one in two or two in one or any(one[n : n + 2] in two for n in range(len(one) - 1))


def _person(name: str, kind: str, outcome: Outcome) -> Person:
    if kind == "body":
        return Person("领导班子", outcome.by.unit)
    return Person(name, outcome.by.unit, outcome.by.post)


def people_of(folder: Path, outcomes: Iterable[Outcome]) -> tuple[Person, ...]:
    """Read the first list of people that lies in a folder; nobody where there is none, or it is gone meanwhile."""
    for each in outcomes:
        if each.no_material == A_ROLL:
            with suppress(Unreadable):
                return people_in(folder / each.file).people
    return ()
