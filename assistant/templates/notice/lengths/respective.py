"""Lengths that are named one after the other for things named one after the other.

「班子、个人材料分别不少于4000字、3000字」 sets a length for each subject, 「原因剖析、整改措施分别不少于800字、500字」 one for
each part, 「班子和个人材料中原因剖析分别不少于800字、500字」 one of a part for each subject. A row whose names cannot be told
is of nothing, so that it is shown to the writer and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.templates.notice.lengths.owned import aspect_named, is_outline
from assistant.templates.notice.lengths.size import Size
from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.values import NoticeAspect
from assistant.templates.template import MeetingKind, PartKind, Subject


class Named(NamedTuple):
    """What a length in a row is of: none of both is the whole material of everybody; `clear` is False where it is not known."""

    subjects: tuple[Subject, ...] = ()
    part: PartKind | None = None
    aspect: int | None = None
    clear: bool = True
    other: bool = False  # of no material of this meeting
    outline: bool = False  # of a 提纲


UNCLEAR = Named(clear=False)
_SEPARATOR = re.compile("[、和与及]|以及")
_NAMES_END = re.compile("(?:各|均|都)?(?:为|是|在|写|：)?$")
_RESPECTIVE = re.compile("分别|依次")
# What may stand between a name and its length: 「字数上要求」「篇幅一般」
_EXTENT = "(?:字数|篇幅|长度)"
_ASKED = "(?:上|要求|限制|均|应|要|须|可|一般|原则上|上限|下限|最多|最少)*"
_MATERIAL = re.compile(
    "(?:(?:对照检查|检视剖析|党性分析|剖析检查|检视|剖析|书面|个人)*(?:材料|提纲|发言稿?|讲稿|文稿)|对照检查|检视剖析)"
    f"(?:的|总|全文)*{_EXTENT}?{_ASKED}$"
)
_TAIL = re.compile(f"(?:的?(?:部分|内容|板块))?(?:的?{_EXTENT})?{_ASKED}$")
_COUNTED = re.compile(f"(?:其|总|全文|材料|的)*{_EXTENT}{_ASKED}")
_WHOLE = re.compile("全文|全篇|总(?:字数|篇幅|长)|材料|提纲|发言")
_EACH_ASPECT = re.compile("每(?:个|一个?)?(?:方面|带头|维度)|各个?方面|单个方面")
_ALL_ASPECTS = re.compile("[二两三四五六七八2-8]个(?:方面|带头|维度|层面)(?:的?(?:问题|内容|篇幅|字数))?(?:应|要|均)?$")
_NOT_THE_MATERIAL = re.compile("报告|总结|简报|信息|心得|体会|方案|意见|小结|报道|笔记|点评|讲话|清单")
_ONE_OF_THEM = re.compile("主要负责|主要领导|党政正职|一把手|书记|[正副]职")
_EARLIER = 120  # characters before a clause in which whose lengths they are may be said


class Around(NamedTuple):
    """What is known beside a sentence: the meeting, what opens the paragraph, the aspects that are listed."""

    meeting: MeetingKind
    lead: str
    aspects: Sequence[NoticeAspect]


def named(text: str, found: Sequence[Size], around: Around) -> dict[int, Named]:
    """Tell what the lengths that stand in rows are of, by where they begin."""
    told: dict[int, Named] = {}
    before: list[Named] = []
    ends = 0
    for _, group in groupby((each for each in found if each.row), key=lambda each: each.row):
        row = list(group)
        since = max(ends, clause_start(text, row[0].start, "。"))
        names = _of_row(text, since, row, before, around)
        told |= {each.start: name for each, name in zip(row, names, strict=True)}
        before, ends = names, row[-1].end
    return told


def _of_row(text: str, since: int, row: Sequence[Size], before: Sequence[Named], around: Around) -> list[Named]:
    count, at, meeting = len(row), row[0].said_at, around.meeting
    begins = clause_start(text, at, "，；。：（", since)
    own = _NAMES_END.sub("", _RESPECTIVE.split(text[begins : row[0].start])[0])
    if begins > since and not own.strip() and text[begins - 1] in "，：":  # 「领导班子、班子成员，分别…」
        begins = clause_start(text, begins - 1, "，；。：（", since)
        own = text[begins:at].rpartition("，")[0]
    if numbered := _of_aspects(own, count, around.aspects):
        return numbered
    for said in (own, _before_counted(text, begins, since, own)):
        names = [_named(piece, meeting) for piece in _SEPARATOR.split(said)][-count:] if said else []
        names = [UNCLEAR if name and names.count(name) > 1 else name for name in names]
        if len(names) == count and _are_alike(names):
            return [name or UNCLEAR for name in names]
    whose, kinds = subjects_in(own, meeting), [*_parts_of(own)]
    if not whose and SUBJECT_WORDS.search(own):
        return [Named(other=True)] * count
    earlier = subjects_in(text[max(0, begins - _EARLIER) : begins], meeting)
    if not whose and not kinds and not _WHOLE.search(own) and len(before) == count:
        return list(before)
    if not whose:
        whose = next(
            (each for each in (_subjects_of(before), earlier, subjects_in(around.lead, meeting)) if len(each) == count),
            (),
        )
    if len(whose) != count or len(kinds) > 1:
        return [UNCLEAR] * count
    return [Named((subject,), next(iter(kinds), None)) for subject in whose]


def _before_counted(text: str, begins: int, since: int, own: str) -> str:
    """Give the names before a clause that names none: 「班子材料、负责同志提纲和成员提纲，字数分别不超过…」."""
    if begins <= since or text[begins - 1] not in "，：" or not _COUNTED.fullmatch(own):
        return ""
    return text[clause_start(text, begins - 1, "，；。：（", since) : begins - 1]


def _of_aspects(own: str, count: int, aspects: Sequence[NoticeAspect]) -> list[Named]:
    """Tell of which aspects a row is: of all that are listed (「三个方面分别…」), or of those it names."""
    if _ALL_ASPECTS.search(own) and len(aspects) == count:
        return [Named(aspect=n) for n in range(count)]
    which = [aspect_named(piece, aspects) for piece in _SEPARATOR.split(own)[-count:]]
    known = [n for n in which if n is not None]
    return [Named(aspect=n) for n in known] if len({*known}) == count else []


def _are_alike(names: Sequence[Named | None]) -> bool:
    """Tell whether a row of names has parts alone or no parts at all, and is not all unknown."""
    known = [name for name in names if name]
    clear = [name for name in known if name.clear]
    parts = sum(name.part is not None for name in clear)
    return len(known) == len(names) and parts in (0, len(clear)) and any(not name.other for name in clear)


def _named(piece: str, meeting: MeetingKind) -> Named | None:
    """Tell what one name in a row of names is of: a subject's material, a part; None where it says neither or both."""
    whose = subjects_in(piece, meeting)
    kinds = [*_parts_of(piece)]
    if _ONE_OF_THEM.search(piece):
        return UNCLEAR
    if len(kinds) == 1:
        return Named((), kinds[0])
    if len(whose) == 1 and not kinds:
        return Named(whose, outline=is_outline(piece))
    if SUBJECT_WORDS.search(piece) or _NOT_THE_MATERIAL.search(piece):
        return Named(other=True) if not whose else None
    return Named(outline=is_outline(piece)) if _MATERIAL.search(piece) and not kinds else None


def _parts_of(words: str) -> Iterator[PartKind]:
    """Name the parts in a few words, each once."""
    found: dict[PartKind, None] = {}
    for piece in _SEPARATOR.split(words):
        if _EACH_ASPECT.search(piece):
            found[PartKind.ASPECT] = None
        elif not _MATERIAL.search(piece) and (kind := kind_of(_TAIL.sub("", piece))):
            found[kind] = None
    yield from found


def _subjects_of(names: Sequence[Named]) -> tuple[Subject, ...]:
    return tuple(name.subjects[0] for name in names if len(name.subjects) == 1)
