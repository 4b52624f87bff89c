"""What of the wording lists stands in a paragraph, with all that is said of it; of several that overlap which holds."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.finding import Finding, Fix, Quoted, Severity
from assistant.text import Span


@dataclass(frozen=True, slots=True)
class Period:
    """When a term was current."""

    begin: datetime.date
    end: datetime.date

    def meets(self, begin: datetime.date, end: datetime.date) -> bool:
        return self.begin <= end and begin <= self.end


class Hit(NamedTuple):
    """A place where a phrase stands, with all that a rule wants to say of it. Positions are in the paragraph."""

    rule: str
    span: Span
    severity: Severity
    message: str
    advice: str
    basis: str
    fix: Fix | None = None
    periods: tuple[Period, ...] = ()
    as_said: bool = False

    def finding(self) -> Finding:
        quoted = Quoted.HINT if self.as_said else Quoted.SAME
        return Finding(
            self.rule, self.severity, self.span, self.message, self.advice, self.basis, self.fix, quoted=quoted
        )


def kept(found: Sequence[Hit], correct: Sequence[tuple[str, Span]], text: str) -> Iterator[Hit]:
    """Drop what belongs to a longer right word or to a title, and what overlaps a hit before it.

    The right words come in order, each with the rule for which it is right. Of these, and of what is taken, only the
    neighbours of a hit are looked at: a paragraph may be one word ten thousand times.
    """
    right: defaultdict[str, list[Span]] = defaultdict(list)
    for rule, word in correct:
        right[rule].append(word)
    longest = max((word.end - word.start for _, word in correct), default=0)
    taken: list[Span] = []  # in order
    for hit in sorted(found, key=lambda hit: (bool(hit.periods), hit.span.start, -hit.span.end)):
        span, words = hit.span, right[hit.rule]
        near = words[bisect_left(words, (span.start - longest,)) : bisect_left(words, (span.end,))]
        at = bisect_left(taken, span)
        beside = taken[max(0, at - 1) : at + 1]
        if any(_reaches_out(word, span) for word in near) or any(map(span.overlaps, beside)):
            continue
        if not _is_in_title(text, span.start):
            taken.insert(at, span)
            yield hit


def _reaches_out(word: Span, span: Span) -> bool:
    """Tell whether a word shares characters with a place and goes beyond it."""
    return word.overlaps(span) and not (span.start <= word.start and word.end <= span.end)


def _is_in_title(text: str, position: int) -> bool:
    return text.rfind("《", 0, position) > text.rfind("》", 0, position)
