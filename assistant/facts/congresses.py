"""When the Party's congresses, plenary sessions and campaigns were: a shipped table, and the names as texts write them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from assistant import paths, strict_toml
from assistant.certainty import Certainty
from assistant.language.numbering import han, value_of
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError
from assistant.text import Span
from assistant.text_memory import remembered

_NUMERAL = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_PLENUM = compiled_later(f"(?P<congress>{_NUMERAL})届(?P<plenum>{_NUMERAL})中全会")
_USUAL = 7  # plenary sessions of a congress since the twelfth
_MORE = {13: 8}
_FIRST = 12  # the first congress judged; those before had more or fewer


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress; `plenums` are the first and last day of each plenary session, 「2025-10-20/2025-10-23」."""

    number: int
    begin: datetime.date
    end: datetime.date
    certainty: Certainty
    plenums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign of study (集中教育), with the words that name it."""

    name: str
    words: tuple[str, ...]
    begin: datetime.date
    end: datetime.date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Documents:
    """What a plenary session adopted, as it is called in short: 《决定》, 《建议》."""

    congress: int
    plenum: int
    called: tuple[str, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A shipped table of congresses and campaigns."""

    format: int
    source: str
    congresses: tuple[Congress, ...]
    campaigns: tuple[Campaign, ...]
    documents: tuple[Documents, ...] = ()


class Plenum(NamedTuple):
    """A plenary session as a text names it; the days are None where the table has none."""

    span: Span
    congress: int
    number: int
    begin: datetime.date | None = None
    end: datetime.date | None = None

    @property
    def name(self) -> str:
        """Its name in full."""
        return f"党的{han(self.congress)}届{han(self.number)}中全会"

    @property
    def can_exist(self) -> bool:
        """Whether a congress has as many sessions at all."""
        most = _MORE.get(self.congress, _USUAL)
        return self.congress < _FIRST or self.number <= most


def parse(source: str, name: str) -> CalendarFile:
    """Read a table; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(CalendarFile, source, name)
    for congress in file.congresses:
        for session in congress.plenums:
            begin, _, end = session.partition("/")
            try:
                ordered = datetime.date.fromisoformat(begin) <= datetime.date.fromisoformat(end)
            except ValueError:
                ordered = False
            if not ordered:
                raise DataError(f"{name}：plenums 应为“首日/末日”，现为 {session}")
    return file


@cache
def shipped() -> CalendarFile:
    """Read the shipped table, when it is first wanted. Raises DataError."""
    (path,) = paths.shipped("calendar", "congresses.toml")
    return parse(path.read_text("utf-8"), path.name)


@cache
def _days(congress: int, plenum: int) -> tuple[datetime.date, datetime.date] | None:
    known = next((each for each in shipped().congresses if each.number == congress), None)
    if known is None or not 1 <= plenum <= len(known.plenums):
        return None
    begin, _, end = known.plenums[plenum - 1].partition("/")
    return datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)


def plenum(congress: int, number: int, span: Span) -> Plenum:
    """Give a session by its numbers, where a text names it in its own way."""
    return Plenum(span, congress, number, *(_days(congress, number) or ()))


def documents(plenum: Plenum) -> tuple[str, ...]:
    """Tell how the documents of a session are called in short; nothing where the table has none."""
    session = plenum.congress, plenum.number
    found = (each.called for each in shipped().documents if (each.congress, each.plenum) == session)
    return next(found, ())


@lru_cache(maxsize=16)
def of_year(year: int) -> int:
    """Give the congress whose term a year belongs to."""
    held = [each.number for each in shipped().congresses if each.end < datetime.date(year, 12, 31)]
    return max(held, default=0)


@remembered(64)  # headings and parts stay the same
def campaigns_in(heading: str) -> tuple[Campaign, ...]:
    """Give the campaigns that a heading names."""
    return tuple(each for each in shipped().campaigns if any(word in heading for word in each.words))


@cache
def latest() -> Congress:
    """Give the last congress of the table."""
    return max(shipped().congresses, key=lambda each: each.number)


@remembered(512)  # two rules ask for the same
def plenums(text: str) -> tuple[Plenum, ...]:
    """Give the plenary sessions that a text names."""
    return tuple(
        plenum(value_of(match["congress"]), value_of(match["plenum"]), Span(*match.span()))
        for match in _PLENUM.finditer(text)
    )
