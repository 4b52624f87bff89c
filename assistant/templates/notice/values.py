"""What a notice asks for, as plain values, each beside the words of the notice that say it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, TypeVar

from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

T = TypeVar("T")

OTHER = "其他"  # what a clause is about that asks for something of which the program keeps no value


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and where it was found: `said` is the text of `span`, the sentence or clause that says it."""

    value: T
    said: str
    span: Span


@dataclass(frozen=True, slots=True)
class LengthRange:
    """How long a text may be in Word 字数; 0 is no bound. `soft` is the notice's word that softens it (一般, 左右)."""

    least: int = 0
    most: int = 0
    soft: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the whole text some parts together should fill."""

    kinds: tuple[PartKind, ...]
    least: Fraction


@dataclass(frozen=True, slots=True)
class NoticeAspect:
    """One aspect to examine oneself by.

    `text` is the notice's wording alone: no number, no 在…方面, no final mark. `focus` is what the notice says to look
    at most (「重点检视…」), "" where it says nothing; `length` is how long this one is to be (「第一个方面800字左右」).
    """

    text: str
    said: str
    span: Span
    focus: str = ""
    length: Found[LengthRange] | None = None


@dataclass(frozen=True, slots=True)
class NoticePart:
    """One part that the material should have; `subjects` are those it is asked of alone, none: all of the meeting."""

    kind: PartKind
    heading: str
    said: str
    span: Span
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeTemplate:
    """What is asked for one meeting, of one or several subjects who share the same aspects.

    What the notice does not say is None or empty: nothing is filled in from elsewhere. `hand_in` is the first day by
    which anything is handed in, `hand_in_for` holds the subjects that have a later one. `part_lengths` holds for all,
    `part_lengths_for` what is set for one subject alone; that of ASPECT is of each aspect. `doubts` tell, by the names of
    the fields, why what was read or left empty is to be checked.
    """

    meeting: MeetingKind
    subjects: tuple[Subject, ...]
    year: Found[int] | None = None
    name: Found[str] | None = None
    theme: Found[str] | None = None
    aspects: tuple[NoticeAspect, ...] = ()
    parts: tuple[NoticePart, ...] = ()
    lengths: Mapping[Subject, Found[LengthRange]] = field(default_factory=lambda: MappingProxyType({}))
    part_lengths: Mapping[PartKind, Found[LengthRange]] = field(default_factory=lambda: MappingProxyType({}))
    part_lengths_for: Mapping[Subject, Mapping[PartKind, Found[LengthRange]]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    share: Found[Share] | None = None
    share_of: tuple[Subject, ...] = ()  # of whom alone; none: of all
    problems_per_aspect: Found[int] | None = None
    problems_total: Found[int] | None = None
    with_instances: Found[bool] | None = None
    instances_of: tuple[Subject, ...] = ()  # of whom alone; none: of all
    hand_in: Found[datetime.date] | None = None
    hand_in_for: Mapping[Subject, Found[datetime.date]] = field(default_factory=lambda: MappingProxyType({}))
    meets: Found[datetime.date] | None = None
    file_name: Found[str] | None = None  # a pattern: 「{单位}{姓名}发言提纲」
    layout: Found[str] | None = None  # the id of a layout
    refused: tuple[NoticePart, ...] = ()  # what need not be written: 「不再单列…」
    doubts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Notice:
    """What was read: one template for each meeting, and what the reader should be told of the reading.

    `unread` are words that ask for something which could not be kept, with what they seem to be about: 「字数」, 「占比」,
    「时间」, `OTHER`.
    """

    templates: tuple[NoticeTemplate, ...]
    told: tuple[str, ...]
    unread: tuple[Found[str], ...] = ()
