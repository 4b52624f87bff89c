"""What in a carried-over text is still last year's: years, meetings, and terms that no longer hold.

Years in title, name lines and preface and dated terms are found by their rules; what is added here are the years and
the meetings named in sentences that nobody has touched, and words like 今年, which now mean another year.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from assistant.facts.last_year.earlier_material import LastYear, untouched
from assistant.patterns import compiled_later
from assistant.review.material import Material
from assistant.text import Span

_RULES = ("other_year", "dated_term")
_YEAR = compiled_later("20[0-9]{2} ?年度?")
_RELATIVE = compiled_later("今年|去年|前年|明年|本年度|上一?年度")


class Kind(Enum):
    YEAR = "year"
    MEETING = "meeting"
    TERM = "term"


class Stale(NamedTuple):
    """A place that wants to be brought up to date."""

    span: Span
    kind: Kind
    message: str


def stale(material: Material, last: LastYear) -> tuple[Stale, ...]:
    """List what is still last year's in a text, in its order; what a sentence says that was rewritten is the writer's own."""
    found = [
        Stale(each.span, Kind.YEAR if each.rule == "other_year" else Kind.TERM, each.message)
        for each in material.all_findings
        if each.rule in _RULES
    ]
    for sentence in untouched(material.text, last, material.template):
        found += [
            each
            for each in _in_sentence(material, last, sentence)
            if not any(each.span.overlaps(o.span) for o in found)
        ]
    return tuple(sorted(found))


def _in_sentence(material: Material, last: LastYear, sentence: Span) -> Iterator[Stale]:
    text, template = material.text, material.template
    meetings = [each.name for each in last.templates if each and not (template and each.name == template.name)]
    past = -1
    for name in meetings:
        at = text.find(name, sentence.start, sentence.end)
        if at >= 0 and at >= past:
            past = at + len(name)
            yield Stale(Span(at, past), Kind.MEETING, f"“{name}”是{last.called}所写的会议，请核对。")
    for match in _YEAR.finditer(material.facts.years_in_digits, sentence.start, sentence.end):
        if match.start() >= past:
            written = Span(*match.span()).of(text)
            yield Stale(Span(*match.span()), Kind.YEAR, f"“{written}”是{last.called}里的年份，请核对。")
    for match in _RELATIVE.finditer(text, sentence.start, sentence.end):
        if match.start() >= past:
            yield Stale(
                Span(*match.span()), Kind.YEAR, f"“{match[0]}”一词出自{last.called}，所指的年份已不同，请核对。"
            )
