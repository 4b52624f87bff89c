"""What only the other files of a folder tell of one: that its year is not theirs, that its byline is another's, or whose of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.commands.draft_names import is_called, people_in
from assistant.commands.folder_outcome import Outcome
from assistant.decisions import Profile
from assistant.facts.roll import Person
from assistant.text import solid

_ANOTHERS_BYLINE = "署名与文件名中的姓名不同，已按文件名归入，请核对"


def of_one_year(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Say of what was checked by its own year's outline, which nobody chose, that it is of another year than most are."""
    years = Counter(each.year for each in outcomes if each.guessed and each.year)
    most = next((year for year, count in years.items() if count * 2 > years.total()), None)
    if most is None:
        return list(outcomes)
    return [
        replace(each, doubt=f"疑为{each.year}年度的材料") if each.guessed and each.year and each.year != most else each
        for each in outcomes
    ]


def of_other_bylines(outcomes: Sequence[Outcome], people: Sequence[Person]) -> list[Outcome]:
    """Believe the files' names where several bear one byline and the names of several people: it was copied along."""
    called: dict[str, set[str]] = {}
    for each in outcomes:
        if each.by.name and not each.of_body:
            called.setdefault(solid(each.by.name), set()).update(_called_by(each, people))
    noted: list[Outcome] = []
    for each in outcomes:
        byline, names = solid(each.by.name), _called_by(each, people)
        if len(names) == 1 and byline not in names and not each.of_body and len(called.get(byline, ())) > 1:
            doubt = "；".join(filter(None, (_ANOTHERS_BYLINE, each.doubt)))
            noted.append(replace(each, by=Profile(name=names.pop()), doubt=doubt))
        else:
            noted.append(each)
    return noted


def of_several_signers(outcomes: Sequence[Outcome], people: Sequence[Person]) -> list[Outcome]:
    """Take a file whose name lines name several persons for that of the one on the list, where only one of them is on it."""
    listed = {solid(person.name) for person in people if not person.is_body}
    found: list[Outcome] = []
    for each in outcomes:
        known = [name for name in each.signers if name in listed]
        only = len(known) == 1 and not each.by.name
        found.append(replace(each, by=each.by._replace(name=known[0])) if only else each)
    return found


def _called_by(outcome: Outcome, people: Sequence[Person]) -> set[str]:
    """List the people that a file is called by, where there is no list those that its name seems to name; of 王小明 not 王小 too."""
    if not people:
        return people_in(outcome.called)
    names = {solid(each.name) for each in people if not each.is_body and is_called(outcome.called, each.name)}
    return {name for name in names if not any(name != other and name in other for other in names)}
