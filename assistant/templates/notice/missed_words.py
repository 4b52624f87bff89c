"""The words of a notice that ask for something which no value keeps, for the writer to look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from assistant.language.sentences import CLAUSE_STOPS
from assistant.templates.notice import problem_shares
from assistant.templates.notice.days import purposes
from assistant.templates.notice.days.unused import unused_days
from assistant.templates.notice.lengths import plausible
from assistant.templates.notice.lengths.asked import lengths
from assistant.templates.notice.lengths.owned import OwnedLength
from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.scopes import Scope
from assistant.templates.notice.unheeded import unheeded
from assistant.templates.notice.values import OTHER, Found, LengthRange, NoticeAspect, NoticeTemplate
from assistant.templates.template import MeetingKind, PartKind
from assistant.text import Span


def lengths_left(
    page: Page,
    wanted: list[Span],
    kind: MeetingKind,
    order: Mapping[int, PartKind],
    aspects: Sequence[NoticeAspect],
) -> Iterator[Found[str]]:
    """Yield the lengths that can be kept for nobody, and those that were not understood."""
    for length in lengths(page, wanted, kind, order, aspects):
        if length.unclear:
            at = page.flat.find(length.unclear, *length.span)
            yield page.found("字数", *(Span(at, at + len(length.unclear)) if at >= 0 else length.span))
    for clause in plausible.left_over(page, wanted, kind):
        yield page.found("字数", *clause)


def lengths_beside(
    page: Page, owned: Iterable[Sequence[OwnedLength]], asked: Sequence[NoticeTemplate]
) -> Iterator[Found[str]]:
    """Yield the lengths beside which another of the same is kept: of a 提纲 beside the material, of a second sentence."""
    told = False  # what a meeting's own sentences set goes before what is said to all
    for read in owned:
        for length in read:
            kept = [] if length.unclear or told else [*_kept_for(length, asked)]
            if (kept or length.bare) and not any(_holds(each, length.range) for each in kept):
                yield page.found("字数", *_clause(page, length))
        told = told or any(length.part is None for length in read)


def _kept_for(length: OwnedLength, asked: Sequence[NoticeTemplate]) -> Iterator[LengthRange]:
    """Yield the lengths that are kept for those of whom, and for that of which, a length is."""
    for each in asked:
        for subject in each.subjects:
            if length.subjects and subject not in length.subjects:
                continue
            if length.aspect is not None:
                found = each.aspects[length.aspect].length if length.aspect < len(each.aspects) else None
            elif length.part:
                found = each.part_lengths_for.get(subject, {}).get(length.part) or each.part_lengths.get(length.part)
            else:
                found = each.lengths.get(subject)
            if found:
                yield found.value


def _holds(kept: LengthRange, length: LengthRange) -> bool:
    """Tell whether a length is one that is kept, or one of its bounds."""
    return bool((length.least and kept.least == length.least) or (length.most and kept.most == length.most))


def _clause(page: Page, length: OwnedLength) -> Span:
    """Give the clause that sets a length."""
    begins = clause_start(page.flat, length.at, CLAUSE_STOPS + "\n", length.span.start)
    return next(page.clauses(begins, length.span.end), length.span)


def shares_left(page: Page, wanted: list[Span]) -> Iterator[Found[str]]:
    """Yield the shares of the whole that no value keeps: an upper bound, one of another part."""
    for clause in problem_shares.shares_left(page, wanted):
        yield page.found("占比", *clause)


def days_left(
    page: Page, wanted: list[Span], year: int | None, issued: tuple[datetime.date, Span] | None
) -> Iterator[Found[str]]:
    """Yield the days that were taken for nothing, where it is not known when to hand in or to meet."""
    base = issued[0] if issued else None
    handed = list(purposes.days_to_hand_in(page, wanted, year, base))
    held = list(purposes.meeting_days(page, wanted, year, base))
    if handed and held:
        return
    used = [each.span for each in (*handed, *held)] + ([issued[1]] if issued else [])
    for clause in unused_days(page, wanted, used):
        yield page.found("时间", *clause)


def unheeded_words(
    page: Page, scopes: Iterable[Scope], asked: Sequence[NoticeTemplate], unread: Sequence[Found[str]]
) -> list[Found[str]]:
    """List the clauses that may ask for something else; `unread` are told already."""
    read: list[Span] = []
    heeded = [each.span for each in unread]
    for each in asked:
        singles: tuple[Found[Any] | None, ...] = (
            *(each.theme, each.share, each.problems_per_aspect, each.problems_total, each.with_instances),
            *(*each.lengths.values(), *each.part_lengths.values(), *(aspect.length for aspect in each.aspects)),
            *(found for own in each.part_lengths_for.values() for found in own.values()),
        )
        read += [found.span for found in singles if found]
        read += [aspect.span for aspect in each.aspects]
        read += [part.span for part in (*each.parts, *each.refused)]
        heeded += [found.span for found in each.hand_in_for.values()]
        exact: tuple[Found[Any] | None, ...] = (each.hand_in, each.meets, each.layout, each.file_name)
        heeded += [found.span for found in exact if found]
    wanted = sorted({sentence for scope in scopes for sentence in scope.all})
    return [page.found(OTHER, *clause) for clause in unheeded(page, wanted, read, heeded)]
