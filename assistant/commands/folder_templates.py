"""By which templates a folder of materials could be checked, the likeliest first, and what the names in it tell of that."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from assistant.commands import folder_check
from assistant.facts import identify
from assistant.files import kinds, opening, own_shelf, shipped_shelf, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.kinds import Use
from assistant.language import years
from assistant.reading import Unreadable
from assistant.templates import own_template, seasons
from assistant.templates.template import MEETING_LABELS, MeetingKind, Template

_MOST_READ = 12  # files whose titles are looked at
_MOST_NAMES = 500  # files of a folder whose names are looked at
# 2025年度, 2026年1月, 2026.1.15, 2026-01
_YEAR_NAMED = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?:\s*(?:年|[-.．](?=\d))\s*(1[0-2]|0?[1-9])(?!\d))?")
_T = TypeVar("_T")


class Named(NamedTuple):
    """What the names of a folder and its files tell of what is in it; None where they tell nothing, or one this and one that."""

    year: int | None = None
    meeting: MeetingKind | None = None

    @property
    def told(self) -> str:
        """Say it: 「2025年度组织生活会」; "" where they tell nothing."""
        year = f"{self.year}年度" if self.year else ""
        return year + (MEETING_LABELS[self.meeting] if self.meeting else "")


def offered(current: TemplateChoice | None, season: int, named: Named = Named()) -> dict[str, tuple[Template, ...]]:  # noqa: B008  # a value
    """List by their names the meetings that files could be checked against: a draft's, the writer's own, the season's.

    Each has the template of all its subjects, and each is there once: what the draft follows is not listed again as
    shipped or own. Where a year's notice is not known there are the general ones. The first is what is meant unless somebody
    chooses another: that of the open draft, else the newest of the writer's own, else the season's; what the names of the
    files tell goes before all of these. Those of years gone by come last.
    """
    found: dict[str, tuple[Template, ...]] = {}
    followed = _of_all_subjects(current) if current else ()
    if current and followed:
        found[f"{_meeting(followed[0])}（打开的这份材料的本次要求）"] = followed
    own = own_shelf.every()
    for each, label in zip(own, own_shelf.labels(own), strict=True):
        if each.file and each.templates and not (current and current.source == each.source):
            name = f"{label}（{own_template.origin(each.file.sources)}）"  # one that is called the same may be shipped
            found[name] = tuple(template_shelf.for_year(template, named.year or season) for template in each.templates)
    first = next(iter(found), "")
    year = named.year or next((each[0].year for each in found.values() if each[0].year), season)
    known = {(each[0].id, each[0].year) for each in found.values()} if current and not current.source else set()
    shipped = _shipped_for(year, season)
    found |= {name: each for name, each in shipped if known.isdisjoint((one.id, one.year) for one in each)}
    rank = {year: 0, season: 1}

    def order(offer: tuple[str, tuple[Template, ...]]) -> tuple[int, bool, bool]:
        name, templates = offer
        of_other = named.meeting is not None and templates[0].meeting is not named.meeting
        return rank.get(templates[0].year or year, 2), of_other, name != first

    return dict(sorted(found.items(), key=order))


def _shipped_for(year: int, season: int) -> Iterator[tuple[str, tuple[Template, ...]]]:
    shipped = [each for each in template_shelf.entries() if each.own is None]
    for wanted in dict.fromkeys((year, season)):
        for meeting in MeetingKind:
            files = list(dict.fromkeys(each.file for each in shipped if (each.meeting, each.year) == (meeting, wanted)))
            for file in files or [template_shelf.GENERAL[meeting]]:
                templates = tuple(template_shelf.for_year(each.load(), wanted) for each in shipped if each.file == file)
                yield _meeting(templates[0]) + ("" if files else "（通知未到，先用通用提纲）"), templates
    before = [each for each in shipped if each.year == year - 1]
    for file in dict.fromkeys(each.file for each in before):
        templates = tuple(each.load() for each in before if each.file == file)
        yield _meeting(templates[0]), templates


def told_of(folder: Path, today: datetime.date, current: TemplateChoice | None) -> Named:
    """Tell which year and meeting a folder is about: by its names and, where no template is at hand, by what stands in its files."""
    found = named(folder, today)
    if current or any(each.templates for each in own_shelf.every()):
        return found
    inside = _titled(folder, seasons.of_day(today))
    return Named(found.year or inside.year, found.meeting or inside.meeting)


def _titled(folder: Path, season: int) -> Named:
    """Read the titles of some files: what most of them say that say anything."""
    readable = kinds.suffixes(Use.DRAFT, Use.MATERIAL)
    found: list[Path] = []
    with suppress(Unreadable):
        found = [path for path in folder_check.files_in(folder) if path.suffix.lower() in readable]
    said_years: Counter[int] = Counter()
    said_meetings: Counter[MeetingKind] = Counter()
    for path in found[:_MOST_READ]:
        with suppress(Unreadable):
            text = opening.open_file(path, guessing=False).reading.text
            if (year := identify.title_year(text)) and year <= season:
                said_years[year] += 1
            if meeting := identify.title_meeting(text):
                said_meetings[meeting] += 1
    return Named(_most(said_years), _most(said_meetings))


def _most(said: Counter[_T]) -> _T | None:
    """Give what more than half say."""
    return next((what for what, count in said.most_common(1) if 2 * count > said.total()), None)


def named(folder: Path, today: datetime.date) -> Named:
    """Read the names of a folder, of that around it and of its files: which year, which of the two meetings.

    A month in a name is that of the meeting: 「2026年1月」 is about 2025, as `templates.seasons` has it. A year to come is none.
    """
    names: list[str] = []
    with suppress(OSError):
        names = [each.name for each in islice(folder.iterdir(), _MOST_NAMES) if not each.name.startswith((".", "~"))]
    season = seasons.of_day(today)
    years_named = (_year_named(folder.name, season), _year_named(folder.parent.name, season))
    year = next((each for each in years_named if each), None)
    return Named(
        year or _agreed(_year_named(each, season) for each in names),
        _agreed(map(identify.named_meeting, names), identify.named_meeting(folder.name)),
    )


def _agreed(found: Iterable[_T | None], otherwise: _T | None = None) -> _T | None:
    """Give what all say that say anything; None where they differ, and `otherwise` where none does."""
    said = {each for each in found if each is not None}
    return said.pop() if len(said) == 1 else None if said else otherwise


def _year_named(name: str, season: int) -> int | None:
    if match := _YEAR_NAMED.search(years.plain(name)):
        year = int(match[1])
        meant = seasons.of_day(datetime.date(year, int(match[2]), 1)) if match[2] else year
        return meant if meant <= season else None
    return None


def _of_all_subjects(choice: TemplateChoice) -> tuple[Template, ...]:
    """Give what a draft follows, first, and what the same meeting asks of the others."""
    chosen = template_shelf.chosen(choice)
    if chosen is None:
        return ()
    if choice.source:
        _, beside = shipped_shelf.understand(choice.source, choice.id)
    else:
        entries = template_shelf.entries()
        entry = next(each for each in entries if each.id == choice.id)
        beside = tuple(each.load() for each in entries if (each.file, each.own) == (entry.file, entry.own))
    others = [template_shelf.for_year(each, choice.year) if choice.year else each for each in beside]
    return (chosen, *(each for each in others if each.id != chosen.id))


def _meeting(template: Template) -> str:
    return template.label.partition(" · ")[0]
