"""Passages that stand twice in the same material.

A clause that stands in two places is where the search begins; from there both places are read on, to both sides, as
long as they agree. So the work grows with the text and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.nobodys_words import FIXED
from assistant.facts.paragraph_facts import ParagraphFacts, said
from assistant.templates.template import Template
from assistant.text import Span, common
from assistant.text_memory import remembered

MOST = 12  # of them; what has more repeats itself all over
LEAST = 20  # characters that must agree, fixed wording not counted
_USUAL_LENGTH = 8000  # characters; in a longer text more stands twice by the way it is written
_WINDOW = 2000  # characters to each side that are compared
_MARKS = "，、；。：！？“”‘’（）《》 "

_SayingParagraphs = Sequence[tuple[int, list[tuple[int, str]]]]  # clauses that stand in another paragraph too


class Repeat(NamedTuple):
    """A passage that stands twice, `length` characters of it alike; `whole` where it nearly fills both paragraphs."""

    first: Span
    second: Span
    length: int
    whole: bool


class _Found(NamedTuple):
    """What stands twice, with the two paragraphs and the places in these, and by what it was found."""

    saying: _SayingParagraphs
    read: tuple[object, ...]
    repeats: tuple[tuple[int, int, Repeat], ...]


def repeats(facts: Facts, material: MaterialFacts) -> list[Repeat]:
    """Find what stands twice in a material; passages of the same two paragraphs are one, and so many are found at most."""
    starts, least = facts.starts, _least(material)
    if all(len(paragraph.text) < least for paragraph in facts.paragraphs):
        return []  # a passage lies within paragraphs
    return [
        each._replace(first=each.first.shifted(starts[one]), second=each.second.shifted(starts[two]))
        for one, two, each in facts.resumed(_found, material).repeats
    ]


def _least(material: MaterialFacts) -> int:
    """Give how many characters must agree."""
    return LEAST + max(0, material.outline.end - material.outline.start - _USUAL_LENGTH) // 200


def _found(facts: Facts, material: MaterialFacts, before: _Found | None) -> _Found:
    """Find it anew only where the paragraphs that may have anything in common, or the headings, are others."""
    outline, starts, least = material.outline, facts.starts, _least(material)
    saying = facts.columns.telling(facts.columns.of_shared(_said, _Saying))
    in_paragraph = [(each.line - 1, each.start, each.heading_end) for each in outline.walk() if each.level <= 2]
    headings = tuple([(line, start - starts[line], end - starts[line]) for line, start, end in in_paragraph])
    first, last = (
        facts.paragraph_at(outline.preface_span.start),
        facts.paragraph_at(max(outline.start, outline.end - 1)),
    )
    read = least, first, last, headings, facts.template
    if before and before.saying is saying and before.read == read:
        return before
    found: list[tuple[int, int, Repeat]] = []
    for each in islice(_repeats(facts, material, least, saying), MOST):
        one, two = (facts.paragraph_at(span.start) for span in (each.first, each.second))
        spans = each.first.shifted(-starts[one]), each.second.shifted(-starts[two])
        found.append((one, two, each._replace(first=spans[0], second=spans[1])))
    return _Found(saying, read, tuple(found))


def _repeats(facts: Facts, material: MaterialFacts, least: int, saying: _SayingParagraphs) -> Iterator[Repeat]:
    last: Repeat | None = None
    for passage in _passages(facts, material, least, saying):
        here = last and _joined(facts, last, *passage)
        if last and not here:
            yield last
        last = here or _repeat(facts, *passage, passage[0].end - passage[0].start)
    if last:
        yield last


def _joined(facts: Facts, last: Repeat, first: Span, second: Span) -> Repeat | None:
    """Join a passage to the one before, if both their places are in the same paragraphs."""
    if not (_beside(facts, last.first, first) and _beside(facts, last.second, second)):
        return None
    size = last.length + first.end - first.start
    return _repeat(facts, Span(last.first.start, first.end), Span(last.second.start, second.end), size)


def _repeat(facts: Facts, first: Span, second: Span, size: int) -> Repeat:
    return Repeat(first, second, size, _fills(facts, first, size) and _fills(facts, second, size))


def _passages(
    facts: Facts, material: MaterialFacts, least: int, saying: _SayingParagraphs
) -> Iterator[tuple[Span, Span]]:
    """Yield the passages that agree to the letter, headings and what the template prescribes left out."""
    past = 0
    places: dict[str, tuple[int, int]] = {}
    apart, grown = 0, 0
    for clause, place in _clauses(facts, material, least, saying):
        other = places.setdefault(clause, place)
        start = facts.starts[place[0]] + place[1]
        if other is place or start < past:
            continue
        before = facts.starts[other[0]] + other[1]
        if start - before == apart and start + len(clause) <= grown:
            continue  # a clause of the passage looked at last: it would grow to the same
        one, two = (facts.paragraphs[each[0]].text for each in (other, place))
        back, size = _grown(one, other[1], two, place[1], len(clause))
        apart, grown = start - before, start - back + size
        if size < least or size > apart:
            continue
        first, second = Span(before - back, before - back + size), Span(start - back, start - back + size)
        passage = second.of(facts.text)
        if _own_length(passage) >= least and not _prescribed(facts, passage):
            past = second.end
            yield first, second


@remembered(512)  # after a key nearly all that stood twice still does
def _own_length(passage: str) -> int:
    """Count the characters of a passage without its fixed wording."""
    return len(FIXED.sub("", passage))


def _beside(facts: Facts, one: Span, other: Span) -> bool:
    return one.end <= other.start and facts.paragraph_at(one.start) == facts.paragraph_at(other.start)


def _said(paragraph: ParagraphFacts) -> tuple[str, ...]:
    return paragraph.kept(said)


def _clauses(
    facts: Facts, material: MaterialFacts, least: int, saying: _SayingParagraphs
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the clauses, outside headings, that may stand in another place too, with their paragraph and where in it.

    A passage lies within paragraphs, so of each clause one place at least is in a paragraph that is long enough.
    """
    outline = material.outline
    first, last = (
        facts.paragraph_at(outline.preface_span.start),
        facts.paragraph_at(max(outline.start, outline.end - 1)),
    )
    # in the text; what another of its materials says is passed over later
    long = {clause for index, found in saying if len(facts.paragraphs[index].text) >= least for _, clause in found}
    headings = iter([(section.start, section.heading_end) for section in outline.walk() if section.level <= 2])
    start, end = next(headings, (len(facts.text), len(facts.text)))
    for index, found in saying[bisect_left(saying, (first,)) : bisect_left(saying, (last + 1,))] if long else ():
        begin = facts.starts[index]
        for at, clause in found:
            while end <= begin + at:
                start, end = next(headings, (len(facts.text), len(facts.text)))
            if clause in long and not start <= begin + at < end:
                yield clause, (index, at)


class _Saying:
    """Gives the clauses of a paragraph that stand in another place too, with where in it each begins."""

    def __init__(self, shared: AbstractSet[str]) -> None:
        self._shared = shared

    def __call__(self, paragraph: ParagraphFacts) -> list[tuple[int, str]]:
        if self._shared.isdisjoint(_said(paragraph)):
            return []
        return [each for each in paragraph.clauses if each[1] in self._shared]


@remembered(1024)  # after a key nearly all that stood twice still does; each keeps two paragraphs
def _grown(one: str, at: int, two: str, there: int, size: int) -> tuple[int, int]:
    """Read on from a clause that stands in two paragraphs: give how far before it they begin to agree, and how long."""
    ahead = _agreeing(one[at + size : at + size + _WINDOW], two[there + size : there + size + _WINDOW])
    back = _agreeing(one[max(0, at - _WINDOW) : at][::-1], two[max(0, there - _WINDOW) : there][::-1])
    passage = two[there - back : there + size + ahead]
    return back - (len(passage) - len(passage.lstrip(_MARKS))), len(passage.strip(_MARKS))


def _agreeing(one: str, two: str) -> int:
    """Count the characters that two texts have in common from their beginning."""
    return common(one, two, min(len(one), len(two)))


def _prescribed(facts: Facts, passage: str) -> bool:
    """Tell whether the template itself words it so: the theme, a heading."""
    return facts.template is not None and passage in _words(facts.template)


@lru_cache(maxsize=8)
def _words(template: Template) -> str:
    wordings = [wording for part, _ in template.all_parts() for wording in part.wordings]
    return "\n".join([template.theme.text if template.theme else "", *wordings])


def _fills(facts: Facts, span: Span, size: int) -> bool:
    """Tell whether so many characters are nearly the whole of a paragraph."""
    return size * 10 >= len(facts.paragraphs[facts.paragraph_at(span.start)].text) * 8
