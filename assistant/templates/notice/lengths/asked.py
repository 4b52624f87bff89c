"""The lengths that a notice sets, for materials and for their parts.

A length belongs to those whose words stand nearest before it; one
without such words is everybody's. What can be kept for nobody, as of two parts together, is told and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from assistant.language.numbering import CIRCLED, value_of
from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.kept_subjects import heading_subjects, kept_subjects
from assistant.templates.notice.lengths import respective
from assistant.templates.notice.lengths.in_tables import in_cells, is_of_another
from assistant.templates.notice.lengths.of_aspects import of_aspects
from assistant.templates.notice.lengths.of_parts import (
    part_before_bracket,
    part_of_heading,
    part_set_apart,
    part_within,
    parts_named,
)
from assistant.templates.notice.lengths.owned import OwnedLength, aspect_at, aspect_named, is_of_some, is_outline
from assistant.templates.notice.lengths.plausible import OF_A_MATERIAL, OF_OTHER_PAPERS, plausible
from assistant.templates.notice.lengths.respective import Around, Named
from assistant.templates.notice.lengths.size import Bound, Size, bounded
from assistant.templates.notice.nearby import REACH, clause_before
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.values import NoticeAspect
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_SMALL = re.compile("每(?:个|一)?(?:方面|条|项|部分|问题)|单个|各方面")
_FOR_ALL = re.compile("均|都|一律")
# Who has no template of his own
_ONE_OF_THEM = re.compile(
    "主要负责(?:同志|人)|主要领导|党政正职|一把手|(?<!支部)书记(?=的[0-9]|的?(?:个人)?(?:对照检查|检视剖析|发言)?(?:材料|提纲)|[0-9])|[正副]职"
)
_TOGETHER = re.compile("[两三四]个?(?:大)?(?:部分|项|方面)|合计|共|一起|加起来")
_PART_NUMBER = f"[{CIRCLED}]|[一二三四五六七八九十]|[0-9]{{1,2}}"
_NUMBERED_PART = re.compile(
    rf"第(?:{_PART_NUMBER})(?:(?:[、和及至到—-]|以及)?第?(?:{_PART_NUMBER}))*个?(?:大)?(?:部分|项|条|板块|块|点)|前[两二三四]个?部分|后[两二三四]个?部分"
)
_ONE_PART = re.compile(rf"(?<![前后])(?:{_PART_NUMBER})")
_IN_BRACKETS = re.compile("（([^（）0-9]{1,8})）")
_GOES_ON_WITH = re.compile("（[^（）0-9]{1,8}）[、，和及]?")
_THE_NEXT = re.compile(f"[，；、和]?(?:而|则)?(?:{re.sub('[?]P<[A-Z]+>', '?:', SUBJECT_WORDS.pattern)})的?")
_NAMED_AFTER = re.compile("的?(?:个人|班子|党员)?[^，。；、（）]{0,4}(?:发言提纲|材料|提纲|发言稿)")
_FOR_EACH = re.compile("各|均|都|每")
_NAMED_BEFORE = re.compile(  # 「3.政治忠诚（500字左右）」: of something that is not known
    "(?:^|[。；：，])(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.、]|[①-⑳])(?![^（]*(?:材料|提纲|发言|班子|成员|党员|个人|支部|全文|字数|篇幅|总))[^，。；：（）]{2,24}（[^（）]{0,24}$"
)


def lengths(
    page: Page,
    wanted: list[Span],
    meeting: MeetingKind,
    order: Mapping[int, PartKind] = MappingProxyType({}),
    aspects: Sequence[NoticeAspect] = (),
) -> Iterator[OwnedLength]:
    """Yield the lengths that a notice sets for materials, their parts and aspects.

    `order` tells which parts it numbers, `aspects` are those it lists.
    """
    for sentence in wanted:
        cells = list(in_cells(page, sentence, meeting, aspects))
        yield from (replace(owned, at=cell.start) for cell, owned in cells if owned)
        text = sentence.of(page.flat)
        found = [
            each
            for each in plausible(page, sentence, text)
            if not _is_in(cells, sentence, each) and not is_of_another(page, sentence.start + each.start, meeting)
        ]
        if found:
            yield from _in_words(page, sentence, found, meeting, _Known(order, aspects))


class _Known(NamedTuple):
    """What a notice is known to number and to list."""

    order: Mapping[int, PartKind]
    aspects: Sequence[NoticeAspect]


class _Placed(NamedTuple):
    """A length in its sentence, whose words are `text`.

    `before` are those since the length before it, `lead` what opens the paragraph, `heading` the part that the sentence
    is headed by.
    """

    page: Page
    text: str
    size: Size
    sentence: Span
    meeting: MeetingKind
    before: str
    lead: str
    heading: PartKind | None

    @property
    def behind(self) -> str:
        """Give the name that stands in brackets right behind the length: 「2000字（个人）」."""
        behind = _IN_BRACKETS.match(self.text, self.size.end)
        return behind[1] if behind else ""

    def kept(self) -> tuple[Subject, ...] | None:
        return kept_subjects(self.page, self.sentence, self.sentence.start + self.size.start, self.meeting)


def _in_words(
    page: Page, sentence: Span, found: list[Size], meeting: MeetingKind, known: _Known
) -> Iterator[OwnedLength]:
    text = sentence.of(page.flat)
    line = page.line(sentence.start).start
    near = page.flat[max(line, sentence.start - 20) : sentence.start]
    lead = near if subjects_in(near, meeting) else page.flat[line : min(line + 24, sentence.start)]
    lead = lead or page.row_name(sentence.start + found[0].start)
    in_row = respective.named(text, found, Around(meeting, lead, known.aspects))
    heading = part_of_heading(text)
    done, of_part, bound, of_named = 0, None, Bound.BARE, False
    for size in found:
        before = text[done : size.start].rpartition("\t")[2]  # what stands in the cell before says nothing of this one
        if name := in_row.get(size.start):
            last = list(_of_name(name, size, sentence, before + text[size.start : size.end]))
        elif owned := _of_row(page, size, sentence, meeting, known):
            last = [owned]
        elif several := [
            *_of_numbered_parts(text, size, sentence, known.order),
        ] or list(of_aspects(page, text, size, sentence, meeting=meeting, aspects=known.aspects)):
            last = several
        else:
            part = heading[0] if heading and heading[1] <= size.start else None
            placed = _Placed(page, text, size, sentence, meeting, before=before, lead=lead, heading=part)
            last = list(_assigned(placed))
            goes_on = _GOES_ON_WITH.fullmatch(before) or (of_named and _THE_NEXT.fullmatch(before))
            if len(last) == 1 and last[0].part is None and goes_on:
                # 「问题部分不少于2000字（个人）、3000字（班子）」「班子的问题部分不少于2000字，个人的不少于1500字」
                last = [replace(last[0], part=of_part, range=bounded(size, bound).range)]
            of_part, bound = (last[0].part if len(last) == 1 else None), size.bound
            of_named = of_part is not None and SUBJECT_WORDS.search(clause_before(text, size.start)) is not None
        yield from (replace(each, at=sentence.start + size.said_at) for each in last)
        done = size.end


def _of_name(name: Named, size: Size, sentence: Span, words: str) -> Iterator[OwnedLength]:
    """Yield the length that stands in a row in the place of a name."""
    if not name.clear:
        yield OwnedLength(size.range, sentence, unclear=words.lstrip("，；、"))
    elif not name.other:
        yield OwnedLength(size.range, sentence, name.subjects, name.part, name.aspect, outline=name.outline)


def _is_in(cells: Sequence[tuple[Span, OwnedLength | None]], sentence: Span, size: Size) -> bool:
    return any(cell.start <= sentence.start + size.start < cell.end for cell, _ in cells)


def _of_row(page: Page, size: Size, sentence: Span, meeting: MeetingKind, known: _Known) -> OwnedLength | None:
    """Read a length in the row of a table that is about one part or one aspect."""
    name = page.row_name(sentence.start + size.start)
    if not name or subjects_in(name, meeting):
        return None
    if is_aspect(name):
        which = aspect_at(page, sentence, known.aspects)
        which = aspect_named(name, known.aspects) if which is None else which
        unclear = "" if which is not None else f"{name}{sentence.of(page.flat)[size.start : size.end]}"
        return OwnedLength(size.range, sentence, aspect=which, unclear=unclear)
    kind = kind_of(name)
    return OwnedLength(size.range, sentence, (), kind) if kind else None


def _of_numbered_parts(text: str, size: Size, sentence: Span, order: Mapping[int, PartKind]) -> Iterator[OwnedLength]:
    """Read a length of 「第二部分」, 「第二、三部分各…」; of 「第②③部分」 together, or of a part that nothing numbers, it stays unclear."""
    clause = clause_before(text, size.start)
    named = _NUMBERED_PART.search(clause)
    if named is None:
        return
    numbers = [value_of(each) for each in _ONE_PART.findall(named[0])]
    if len(numbers) == 2 and re.search("[至到—-]", named[0]):
        numbers = list(range(numbers[0], numbers[1] + 1))
    kinds = [order.get(number) for number in numbers]
    apart = len(numbers) == 1 or re.match("各|均|都|每", clause[named.end() :])
    if kinds and apart and None not in kinds and len({*kinds}) == len(kinds):
        yield from (OwnedLength(size.range, sentence, (), kind) for kind in kinds)
    else:
        yield OwnedLength(size.range, sentence, unclear=clause + text[size.start : size.end])


def _assigned(placed: _Placed) -> Iterator[OwnedLength]:
    """Yield a length for those whose words stand nearest before it."""
    size, text, sentence, before = placed.size, placed.text, placed.sentence, placed.before
    if bracketed := part_before_bracket(text, size.start):
        yield from _in_brackets(placed, *bracketed)
        return
    clause = clause_before(before, len(before))
    inside = clause.rpartition("（")[2]  # 「党员写材料（党员领导干部不少于1500字…」
    clause = inside if SUBJECT_WORDS.search(inside) else clause
    after = _NAMED_AFTER.match(text, size.end, size.end + REACH)
    near = clause + (after[0] if after else "")
    about = near if near.strip() else before.rstrip("，").rpartition("，")[2]  # 「情况报告，2000字左右」
    if OF_OTHER_PAPERS.search(about) and not OF_A_MATERIAL.search(about):
        return
    said = text[size.start : size.end]
    if _ONE_OF_THEM.search(clause) or _NAMED_BEFORE.search(before):
        yield OwnedLength(size.range, sentence, unclear=clause + said)
        return
    within = part_within(clause) or part_set_apart(before)
    whole = not within and re.search("材料|提纲|全文|总", near)
    parts = [within] if within else parts_named(near) or ([placed.heading] if placed.heading else [])
    together = len(parts) > 1 and (_TOGETHER.search(near) or not (whole or _FOR_EACH.search(clause)))
    if _SMALL.search(near) or together:
        yield OwnedLength(size.range, sentence, unclear=near[: len(clause)] + said)
    elif parts and not whole:
        yield from _of_parts(placed, parts, near)
    else:
        yield from _of_whole(placed, clause, near)


def _in_brackets(placed: _Placed, part: PartKind, words: str) -> Iterator[OwnedLength]:
    """Yield a length in brackets behind the name of a part, for those whom the words in them name last."""
    last = re.split("[，；、]", words)[-1]
    whose: tuple[Subject, ...] | None = subjects_in(last, placed.meeting) or subjects_in(words, placed.meeting)
    if SUBJECT_WORDS.search(last) and not subjects_in(last, placed.meeting):
        return
    if not whose or len(whose) > 1:
        whose = placed.kept()
    if whose is not None:
        yield OwnedLength(placed.size.range, placed.sentence, whose, part)


def _of_parts(placed: _Placed, parts: Sequence[PartKind], near: str) -> Iterator[OwnedLength]:
    """Yield a length of each of some parts, for those whom the words beside it name, or those before them."""
    whose: tuple[Subject, ...] | None = subjects_in(near + placed.behind, placed.meeting)
    if not whose:
        whose = None if SUBJECT_WORDS.search(near) else placed.kept()
    if whose is not None:
        yield from (OwnedLength(placed.size.range, placed.sentence, whose, part) for part in parts)


def _of_whole(placed: _Placed, clause: str, near: str) -> Iterator[OwnedLength]:
    """Yield a length of a whole material; none where it is the other meeting's."""
    meeting = placed.meeting
    if SUBJECT_WORDS.search(near) and not subjects_in(near, meeting):
        return
    of_all = _FOR_ALL.search(clause) and not subjects_in(near, meeting)  # 「最多均不超过5000字」
    subjects: tuple[Subject, ...] | None = (
        subjects_in(placed.behind, meeting)
        or subjects_in(near, meeting)
        or subjects_in(placed.before, meeting)
        or subjects_in(placed.lead, meeting)
        or heading_subjects(placed.page, placed.sentence.start, meeting)
    )
    if of_all or subjects is not None:
        whose = () if of_all else subjects or ()
        yield OwnedLength(
            placed.size.range, placed.sentence, whose, outline=is_outline(near), of_some=is_of_some(clause)
        )
