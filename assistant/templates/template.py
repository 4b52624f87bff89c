"""What one meeting asks for (本次要求): parts, aspects (带头), questions, limits, dates. Plain values.

`said` is everywhere the sentence of the notice that a value was taken from, "" where it comes from elsewhere.

How they are written down in files is told in template_file.py.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from assistant.certainty import Certainty


class MeetingKind(Enum):
    DEMOCRATIC = "democratic"  # 民主生活会
    ORGANIZATIONAL = "organizational"  # 组织生活会


class Subject(Enum):
    """Who examines himself."""

    LEADERSHIP = "leadership"  # 领导班子
    INDIVIDUAL = "individual"  # 班子成员个人
    MEMBER = "member"  # 党员
    BRANCH = "branch"  # 党支部班子

    @property
    def of_one(self) -> bool:
        """Whether one person speaks for himself, and not a leadership."""
        return self in (Subject.INDIVIDUAL, Subject.MEMBER)


class Role(Enum):
    """Whom a question suits; an individual is either the principal or another member of the leadership."""

    LEADERSHIP = "leadership"
    PRINCIPAL = "principal"  # 主要负责人
    DEPUTY = "deputy"  # 班子成员
    MEMBER = "member"
    BRANCH = "branch"


class PartKind(Enum):
    PREFACE = "preface"
    PREVIOUS_RECTIFICATION = "previous_rectification"
    DECLARATIONS = "declarations"
    PROBLEMS = "problems"
    ASPECT = "aspect"
    CASE_ANALYSIS = "case_analysis"
    CAUSE = "cause"
    MEASURE = "measure"
    OTHER = "other"

    __hash__ = object.__hash__  # the library's is a call into Python, and after a key there are hundreds


_IN_EVERY_MATERIAL = (PartKind.PREFACE, PartKind.PROBLEMS, PartKind.ASPECT, PartKind.CAUSE, PartKind.MEASURE)


class Need(Enum):
    """How firmly a part is asked for."""

    REQUIRED = "required"
    USUAL = "usual"  # asked for in most places
    OPTIONAL = "optional"


SUBJECT_LABELS = {
    Subject.LEADERSHIP: "领导班子",
    Subject.INDIVIDUAL: "班子成员个人",
    Subject.MEMBER: "党员个人",
    Subject.BRANCH: "支部班子",
}
KIND_LABELS = {
    PartKind.PREFACE: "前言",
    PartKind.PREVIOUS_RECTIFICATION: "上年度整改",
    PartKind.DECLARATIONS: "情况说明",
    PartKind.PROBLEMS: "问题",
    PartKind.ASPECT: "方面",
    PartKind.CASE_ANALYSIS: "案例剖析",
    PartKind.CAUSE: "原因剖析",
    PartKind.MEASURE: "整改措施",
    PartKind.OTHER: "其他部分",
}
MEETING_LABELS = {MeetingKind.DEMOCRATIC: "民主生活会", MeetingKind.ORGANIZATIONAL: "组织生活会"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the side panel. A text speaks to it where one sentence holds all the words of one entry."""

    id: str
    ask: str
    words: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()  # none: for everybody


@dataclass(frozen=True, slots=True)
class Length:
    """A range of lengths in Word 字数; 0 is no bound."""

    least: int = 0
    most: int = 0
    certainty: Certainty = Certainty.MEMORY
    said: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    text: str
    certainty: Certainty
    said: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """What part of the whole some kinds of parts should take: 「问题和原因不少于全文的三分之二」.

    `share_of` are the subjects that it is asked of alone, none: all of the file.
    """

    of: tuple[PartKind, ...]
    least: Fraction
    certainty: Certainty = Certainty.NOTICE
    said: str = ""
    share_of: tuple[Subject, ...] = ()


def kinds_told(kinds: Sequence[PartKind]) -> str:
    """Name the kinds of parts that are counted: 「问题和原因剖析合计」, of one kind its name alone."""
    return "和".join(KIND_LABELS[kind] for kind in kinds) + ("合计" if len(kinds) > 1 else "")


def least_told(least: Fraction) -> str:
    """Say the least share in words, 「三分之二」; one that is no simple fraction in percent."""
    if least.denominator <= 9:
        return f"{'零一二三四五六七八九'[least.denominator]}分之{'零一二三四五六七八'[least.numerator]}"
    return f"{float(least):.0%}"


@dataclass(frozen=True, slots=True)
class ProblemLimits:
    """How many problems are asked for, under each aspect and in all, and whether each with an instance; 0: not said.

    `instances_of` are the subjects that the instances are asked of alone, none: all of the file.
    """

    per_aspect: int = 0
    total: int = 0
    with_instances: bool = False
    certainty: Certainty = Certainty.NOTICE
    said: str = ""
    instances_of: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class CopiedShare:
    """How much of a section, and of the whole, may stand in last year's material word for word.

    From `unchanged` on, nothing but title and headings was changed.
    """

    section: Fraction = Fraction(3, 10)
    whole: Fraction = Fraction(1, 5)
    unchanged: Fraction = Fraction(19, 20)
    certainty: Certainty = Certainty.MEMORY
    said: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the material is to be handed in, and when the meeting is."""

    hand_in: datetime.date | None = None
    meeting: datetime.date | None = None
    hand_in_said: str = ""
    meeting_said: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part that the material should have; under `PROBLEMS` the aspects (带头) are parts of their own.

    `cues` tell a heading that answers the part: each is one or more words that must all occur; `weak_cues` count only
    where nothing else fits; a heading with a word of `unless` is not meant. An aspect is recognised by `wordings`:
    its full and short name and accepted rewordings. A `floating` part has no fixed place in the order.
    """

    id: str
    kind: PartKind
    heading: str
    short: str
    need: Need = Need.REQUIRED
    certainty: Certainty = Certainty.ONE_SOURCE
    hint: str = ""
    cues: tuple[str, ...] = ()
    weak_cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    floating: bool = False
    length: Length | None = None
    questions: tuple[Question, ...] = ()
    said: str = ""

    def __hash__(self) -> int:
        return hash((self.id, self.heading))  # as for Frame


@dataclass(frozen=True, slots=True)
class Frame:
    """A set of aspects. A meeting has one, and may allow others (2022's 六个是否)."""

    name: str
    aspects: tuple[Part, ...]

    def __hash__(self) -> int:
        return hash(self.name)  # the whole is compared where it matters; hashing every question would be slow


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    year: int | None
    meeting: MeetingKind
    subject: Subject
    name: str  # of the meeting: 「2025年度民主生活会」
    variant: str  # tells apart meetings of the same name: 「第一批」
    title: str
    parts: tuple[Part, ...]
    frames: tuple[Frame, ...]
    theme: Theme | None = None
    length: Length | None = None
    share: Share | None = None
    problem_limits: ProblemLimits | None = None
    copied_share: CopiedShare = CopiedShare()
    dates: Dates | None = None
    layout: str = ""  # the id of the layout asked for; none: the writer's own choice
    file_name: str = ""  # a pattern, like 「{标题}-{姓名}」
    unit_words: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash((self.id, self.year))  # as for Frame

    @property
    def label(self) -> str:
        """How the program names it to the user: 「2025年度民主生活会 · 班子成员个人」."""
        variant = f"（{self.variant}）" if self.variant else ""
        return f"{self.name}{variant} · {SUBJECT_LABELS[self.subject]}"

    @property
    def is_general(self) -> bool:
        """Whether this is a general outline, behind which no year's notice stands."""
        return self.id.startswith("general-")

    def unasked(self, part: Part) -> bool:
        """Tell whether this comes of a notice that says nothing of a part, which the general outline adds.

        What every material has, whatever a notice names, is never such.
        """
        if part.certainty is Certainty.NOTICE or part.kind in _IN_EVERY_MATERIAL:
            return False
        return any(each.certainty is Certainty.NOTICE for each, _ in self.all_parts())

    @property
    def aspects(self) -> tuple[Part, ...]:
        return self.frames[0].aspects if self.frames else ()

    def all_parts(self, frame: Frame | None = None) -> Iterator[tuple[Part, Part | None]]:
        """Yield every part with its parent, in order; the aspects of a frame (the first) under the problems."""
        aspects = (frame or self.frames[0]).aspects if self.frames else ()
        for part in self.parts:
            yield part, None
            if part.kind is PartKind.PROBLEMS:
                for aspect in aspects:
                    yield aspect, part

    def part_of_id(self, id: str) -> Part | None:
        """Find a part, not an aspect, by its id."""
        return next((part for part in self.parts if part.id == id), None)
