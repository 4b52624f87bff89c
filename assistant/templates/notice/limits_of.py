"""Which of the lengths, shares and counts that a notice sets hold: what a meeting's own sentences say before what is said to all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assistant.templates.notice import limits
from assistant.templates.notice.commands import topic
from assistant.templates.notice.lengths import LengthLimit, lengths
from assistant.templates.notice.page import Page
from assistant.templates.notice.scopes import Scope
from assistant.templates.notice.values import Found, LengthRange, Share
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span


def lengths_of(
    page: Page, kind: MeetingKind, scope: Scope, order: Mapping[int, PartKind], subjects: Sequence[Subject]
) -> dict[Subject, Found[LengthRange]]:
    """Give the length of each subject's material; one that names nobody is that of all the `subjects`."""
    found: dict[Subject, Found[LengthRange]] = {}
    for spans in (scope.own, scope.shared):
        read = [limit for limit in lengths(page, list(spans), kind, order) if limit.part is None and not limit.unclear]
        for limit in sorted(read, key=lambda each: not each.subjects):  # what names somebody goes first
            for subject in limit.subjects or subjects:
                _take(page, found, subject, limit)
    return found


def _take(page: Page, found: dict[Subject, Found[LengthRange]], subject: Subject, limit: LengthLimit) -> None:
    """Take the first length of a subject; one that bounds it from the other side is joined with it."""
    known = found.get(subject)
    if known is None:
        found[subject] = page.found(limit.range, *limit.span)
    elif not known.value.most and not limit.range.least and limit.range.most > known.value.least:
        found[subject] = replace(known, value=replace(known.value, most=limit.range.most))
    elif not known.value.least and not limit.range.most and limit.range.least < known.value.most:
        found[subject] = replace(known, value=replace(known.value, least=limit.range.least))


def part_lengths(
    page: Page, kind: MeetingKind, scope: Scope, order: Mapping[int, PartKind]
) -> Mapping[PartKind, Found[LengthRange]]:
    """Give the lengths of single parts."""
    found: dict[PartKind, Found[LengthRange]] = {}
    for limit in lengths(page, scope.all, kind, order):
        if limit.part is not None:
            found.setdefault(limit.part, page.found(limit.range, *limit.span))
    return MappingProxyType(found)


def share_of(page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]) -> Found[Share] | None:
    """Give what part of the whole some parts should fill; of what is said of other `subjects` alone nothing."""
    for spans in (scope.own, scope.shared):
        for share, sentence, place in limits.share(page, list(spans)):
            if _is_of(page, sentence, place, kind, subjects):
                return page.found(share, *sentence)
    return None


def counts_of(
    page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]
) -> tuple[Found[int] | None, Found[int] | None]:
    """Give how many problems are asked for in each aspect, and in all; `subjects` as in `share_of`."""
    found: dict[bool, Found[int]] = {}
    for spans in (scope.own, scope.shared):
        for each, value, sentence, place in limits.counts(page, list(spans)):
            if not _is_of(page, sentence, place, kind, subjects):
                continue
            now = page.found(value, *sentence)
            known = found.setdefault(each, now)
            if known.span == now.span and value < known.value:
                found[each] = now  # 「班子不少于10个，个人不少于7个」: the lowest holds for all
    return found.get(True), found.get(False)


def instances_of(page: Page, scope: Scope, kind: MeetingKind, subjects: Sequence[Subject]) -> Found[bool] | None:
    """Tell whether the problems are to have instances; `subjects` as in `share_of`."""
    for sentence, place in limits.instances(page, scope.all):
        if _is_of(page, sentence, place, kind, subjects):
            return page.found(True, *sentence)
    return None


def _is_of(page: Page, sentence: Span, place: Span, kind: MeetingKind, subjects: Sequence[Subject]) -> bool:
    """Tell whether what stands at a place holds for some of the subjects; where there are none, for everybody."""
    before = page.flat[sentence.start : place.end]
    own = re.split("[，；。：]", before)[-1]
    named = limits.subjects_in(own, kind) or limits.subjects_in(topic(page, sentence) + before, kind)
    return not subjects or not named or bool({*named} & {*subjects})
