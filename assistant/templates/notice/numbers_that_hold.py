"""Which of the lengths, shares and counts that a notice sets hold: what a meeting's own sentences say before what is said to all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from assistant.templates.notice import problem_shares
from assistant.templates.notice.asked_parts import topic
from assistant.templates.notice.kept_subjects import surely_kept
from assistant.templates.notice.lengths.asked import lengths
from assistant.templates.notice.lengths.owned import OwnedLength
from assistant.templates.notice.nearby import REACH
from assistant.templates.notice.page import Page
from assistant.templates.notice.scopes import Scope
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.notice.values import Found, LengthRange, NoticeAspect, Share
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

K = TypeVar("K", Subject, PartKind, int)
OwnedLengths = tuple[list[OwnedLength], list[OwnedLength]]  # a meeting's own, and those of all


def lengths_set(
    page: Page, kind: MeetingKind, scope: Scope, order: Mapping[int, PartKind], aspects: Sequence[NoticeAspect]
) -> OwnedLengths:
    """List the lengths that a meeting's own sentences set, and those that are said to all."""
    own, shared = (list(lengths(page, list(spans), kind, order, aspects)) for spans in (scope.own, scope.shared))
    return own, shared


def lengths_of(page: Page, owned: OwnedLengths, subjects: Sequence[Subject]) -> dict[Subject, Found[LengthRange]]:
    """Give the length of each subject's material; one that names nobody is that of all the `subjects`."""
    found: dict[Subject, Found[LengthRange]] = {}
    for read in owned:
        whole = [length for length in read if length.part is None and length.aspect is None and not length.unclear]
        whole = [length for length in whole if not length.bare or len(subjects) == 1]
        by_material = {
            subject for length in whole if not (length.outline or length.of_some) for subject in length.subjects
        }
        for length in sorted(whole, key=_less_sure):
            for subject in length.subjects or subjects:
                if not (length.outline and subject in by_material):
                    _take(page, found, subject, length)
    return found


def _less_sure(length: OwnedLength) -> int:
    """Put what names somebody first, and what holds for some of them alone last."""
    return 2 if length.of_some else int(not length.subjects)


def _take(page: Page, found: dict[K, Found[LengthRange]], subject: K, length: OwnedLength) -> None:
    """Take the first length of something; one that bounds it from the other side is joined with it."""
    known = found.get(subject)
    if known is None:
        found[subject] = page.found(length.range, *length.span)
    elif not known.value.most and not length.range.least and length.range.most > known.value.least:
        found[subject] = replace(known, value=replace(known.value, most=length.range.most))
    elif not known.value.least and not length.range.most and length.range.least < known.value.most:
        found[subject] = replace(known, value=replace(known.value, least=length.range.least))


def part_lengths(
    page: Page, owned: OwnedLengths, subjects: Sequence[Subject]
) -> tuple[Mapping[PartKind, Found[LengthRange]], Mapping[Subject, Mapping[PartKind, Found[LengthRange]]]]:
    """Give the lengths of single parts, those of all `subjects` and those of one alone."""
    of_all: dict[PartKind, Found[LengthRange]] = {}
    own: dict[Subject, dict[PartKind, Found[LengthRange]]] = {}
    for length in (each for read in owned for each in read):
        if length.part is None or length.unclear:
            continue
        whose = [subject for subject in length.subjects if subject in subjects]
        if not length.subjects or len(whose) == len(subjects):
            _take(page, of_all, length.part, length)
        else:
            for subject in whose:
                _take(page, own.setdefault(subject, {}), length.part, length)
    return MappingProxyType(of_all), MappingProxyType({each: MappingProxyType(own[each]) for each in own})


def with_lengths(page: Page, owned: OwnedLengths, aspects: Sequence[NoticeAspect]) -> tuple[NoticeAspect, ...]:
    """Give the aspects, each with the length that is set for it alone."""
    found: dict[int, Found[LengthRange]] = {}
    for length in (each for read in owned for each in read):
        if length.aspect is not None and not length.unclear:
            _take(page, found, length.aspect, length)
    return tuple(replace(each, length=found.get(n)) for n, each in enumerate(aspects))


def share_of(page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]) -> Found[Share] | None:
    """Give what part of the whole some parts should fill; of what is said of other `subjects` alone nothing."""
    for spans in (scope.own, scope.shared):
        found: list[Found[Share]] = []
        for share, sentence, place in problem_shares.share(page, list(spans)):
            whose = problem_shares.whose_in_row(page, sentence, place, kind)
            if whose is None and _is_of(page, sentence, place, kind, subjects):
                return found[0] if found else page.found(share, *sentence)
            if whose is not None and (not subjects or {*whose} & {*subjects}):
                found.append(page.found(share, *sentence))
        if found:
            return min(found, key=lambda each: each.value.least)  # as of counts, the lowest holds for all
    return None


def whose_share(
    page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject], kept: Found[Share] | None
) -> tuple[Subject, ...]:
    """Tell of which of the subjects the share that is kept is asked, where it is not all of them.

    That is told by the row or the column of a table it stands in, by its own clause (「班子材料的问题部分不少于一半」), and by
    what it is within or below (「班子材料5000字，其中…」).
    """
    asked: set[Subject] = set()
    for share, sentence, place in problem_shares.share(page, scope.all):
        if kept and share == kept.value:
            in_row = problem_shares.whose_in_row(page, sentence, place, kind) is not None  # its lowest holds for all
            asked |= {*(() if in_row else _own_subjects(page, sentence, place, kind))} or {*subjects}
    found = tuple(subject for subject in subjects if subject in asked)
    return found if len(found) < len(subjects) else ()


def _own_subjects(page: Page, sentence: Span, place: Span, kind: MeetingKind) -> tuple[Subject, ...]:
    labels = (page.column_head(place.start), page.row_name(place.start), _clause_before(page, sentence, place))
    named = next((whose for label in labels if (whose := subjects_in(label, kind))), ())
    return named or surely_kept(page, sentence, place.start, kind)


def counts_of(
    page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]
) -> tuple[Found[int] | None, Found[int] | None]:
    """Give how many problems are asked for in each aspect, and in all; `subjects` as in `share_of`."""
    found: dict[bool, Found[int]] = {}
    for spans in (scope.own, scope.shared):
        for each, value, sentence, place in problem_shares.counts(page, list(spans)):
            if not _is_of(page, sentence, place, kind, subjects):
                continue
            now = page.found(value, *sentence)
            known = found.setdefault(each, now)
            if known.span == now.span and value < known.value:
                found[each] = now  # 「班子不少于10个，个人不少于7个」: the lowest holds for all
    return found.get(True), found.get(False)


def instances_of(page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]) -> Found[bool] | None:
    """Tell whether the problems are to have instances; `subjects` as in `share_of`."""
    for sentence, place in problem_shares.instances(page, scope.all):
        if _is_of(page, sentence, place, kind, subjects):
            return page.found(True, *sentence)
    return None


def asked_for_instances(
    page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]
) -> tuple[Subject, ...]:
    """Tell which of the subjects are asked for instances where not all of them are."""
    asked: set[Subject] = set()
    for sentence, place in problem_shares.instances(page, scope.all):
        asked |= {*_named_with(page, sentence, place, kind)} or {*subjects}
    found = tuple(subject for subject in subjects if subject in asked)
    return found if len(found) < len(subjects) else ()


def _named_with(page: Page, sentence: Span, place: Span, kind: MeetingKind) -> Sequence[Subject]:
    """Give the subjects that are named with what stands at a place."""
    before = page.flat[max(sentence.start, place.end - REACH) : place.end]
    own = _clause_before(page, sentence, place)
    return tuple(subjects_in(own, kind) or subjects_in(topic(page, sentence) + before, kind))


def _clause_before(page: Page, sentence: Span, place: Span) -> str:
    return re.split("[，；。：]", page.flat[max(sentence.start, place.end - REACH) : place.end])[-1]


def _is_of(page: Page, sentence: Span, place: Span, kind: MeetingKind, subjects: Sequence[Subject]) -> bool:
    """Tell whether what stands at a place holds for some of the subjects; where there are none, for everybody."""
    named = _named_with(page, sentence, place, kind)
    return not subjects or not named or bool({*named} & {*subjects})
