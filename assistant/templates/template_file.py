"""Template files: what one meeting asks for, as TOML.

A file serves a year's meeting for all its subjects, and may build on a base that says once what every year has in
common: a part with an id of the base changes the keys it names, a new one is put `after` the part it names, and
`order` lists the parts that are asked for where they are fewer or stand otherwise. A file that lists no aspects has
those of its base. A part or aspect `like` one of another file brings that one's cues, hint and questions along, so
that a file handed on stays small. `parse` reads a file, `write` writes it; `resolving` makes the templates of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant import strict_toml
from assistant.certainty import Certainty
from assistant.strict_toml import DataError
from assistant.templates.template import (
    MEETING_LABELS,
    CopiedShare,
    Dates,
    MeetingKind,
    Need,
    PartKind,
    ProblemLimits,
    Role,
    Share,
    Subject,
    Theme,
)

ASPECT_FORM = "{full}方面"


# The schema. Names are those of the keys; `None` is "as the base has it".


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    id: str
    ask: str
    words: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class LengthEntry:
    certainty: Certainty
    least: int = 0
    most: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class PartEntry:
    id: str
    kind: PartKind | None = None
    subjects: tuple[Subject, ...] | None = None
    after: str | None = None
    like: str | None = None  # 「2025-democratic/case」: a part of another file
    heading: str | None = None
    short: str | None = None
    need: Need | None = None
    certainty: Certainty | None = None
    hint: str | None = None
    cues: tuple[str, ...] | None = None
    weak_cues: tuple[str, ...] | None = None
    unless: tuple[str, ...] | None = None
    floating: bool | None = None
    length: LengthEntry | None = None
    length_for: dict[str, LengthEntry] | None = None  # subject → the length that is its own
    questions: tuple[QuestionEntry, ...] | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class AspectEntry:
    id: str
    full: str
    short: str
    certainty: Certainty
    like: str = ""  # 「2025-democratic/loyalty」: an aspect of another file
    rewordings: tuple[str, ...] = ()
    hint: str = ""
    need: Need = Need.REQUIRED
    subjects: tuple[Subject, ...] | None = None  # None: for all of the file
    optional_for: tuple[Subject, ...] = ()
    length: LengthEntry | None = None
    length_for: dict[str, LengthEntry] | None = None  # as of a part
    questions: tuple[QuestionEntry, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class FrameEntry:
    name: str
    aspects: tuple[AspectEntry, ...]


@dataclass(frozen=True, slots=True)
class TemplateFile:
    format: int
    id: str
    meeting: MeetingKind
    name: str = ""
    variant: str = ""
    base: str | None = None
    abstract: bool = False  # a base only; no meeting of its own
    year: int | None = None
    previous: str = ""  # the meeting whose measures are reported on; "": the one of the year before
    subjects: tuple[Subject, ...] = ()
    titles: dict[str, str] | None = None  # subject → title, with {name}
    theme: Theme | None = None
    lengths: dict[str, LengthEntry] | None = None  # subject → length of the whole
    aspect_form: str = ASPECT_FORM  # how an aspect's wording becomes a heading; {full} and {short}
    share: Share | None = None
    problem_limits: ProblemLimits | None = None
    copied_share: CopiedShare | None = None
    dates: Dates | None = None
    dates_for: dict[str, Dates] | None = None  # subject → the days that are its own
    layout: str = ""
    file_name: str = ""
    unit_words: tuple[str, ...] = ()
    order: tuple[str, ...] = ()  # the ids of the parts asked for, in their order; none: all
    parts: tuple[PartEntry, ...] = ()
    aspect_questions: tuple[QuestionEntry, ...] = ()  # for aspects that have none of their own
    aspect_hint: str = ""  # the same
    aspects: tuple[AspectEntry, ...] = ()
    frames: tuple[FrameEntry, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()

    @property
    def meeting_before(self) -> str:
        """Name the meeting whose measures are reported on, in words without a year where the file names none."""
        return self.previous or f"上年度{MEETING_LABELS[self.meeting]}"


def parse(source: str, name: str) -> TemplateFile:
    """Read the text of a template file; `name` is how messages call it. Raises DataError."""
    try:
        return strict_toml.load(TemplateFile, source, name)
    except DataError as error:
        from assistant.templates.key_meanings import explained  # noqa: PLC0415  # nearly every file is in order

        raise DataError(explained(str(error), name)) from None


def write(file: TemplateFile) -> str:
    """Write a template file, so that `parse` reads the same."""
    return strict_toml.dump(file)


def parse_head(source: str, name: str) -> TemplateFile:
    """Read only what a template file says before its first table: id, year, meeting, name. Raises DataError."""
    return parse(strict_toml.head(source), name)


def names_used(file: TemplateFile) -> set[str]:
    """Name the files that a file builds on or takes from."""
    likes = (*(part.like for part in file.parts), *(aspect.like for aspect in all_aspects(file)))
    return {like.partition("/")[0] for like in likes if like} | ({file.base} if file.base else set())


def all_aspects(file: TemplateFile) -> tuple[AspectEntry, ...]:
    """List the aspects of a file, those of its frames too."""
    return (*file.aspects, *(aspect for frame in file.frames for aspect in frame.aspects))
