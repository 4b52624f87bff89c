"""Passages that stand twice in the same material.

A clause that stands in two places is where the search begins; from there both places are read on, to both sides, as
long as they agree. So the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.facts.facts import Facts, MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.templates.template import Template
from assistant.text import Span, common

LEAST = 20  # characters that must agree, fixed wording not counted
_USUAL_LENGTH = 8000  # characters; in a longer text more stands twice by the way it is written
_FEW, _WINDOW = 16, 2000  # characters compared at first, since most agree in fewer, and then
_MARKS = "，、；。：！？“”‘’（）《》 "
FIXED = (  # compiled when first wanted: few texts repeat themselves
    "“[^“”]*”|《[^《》]*》|习近平新时代中国特色社会主义思想|习近平总书记[^，。；]{0,30}(?:重要讲话|重要论述|重要指示|重要思想)(?:精神|批示)*"
    "|以习近平同志为核心的党中央(?:权威和集中统一领导|周围|保持高度一致)?|党的[一二三四五六七八九十届大中全]{3,9}(?:精神)?|党中央(?:决策部署|权威和集中统一领导)"
    "|增强|坚定|做到|深刻领悟|的决定性意义|政治判断力、政治领悟力、政治执行力|政治立场、政治方向、政治原则、政治道路|思想上政治上行动上"
    "|把自己摆进去、把职责摆进去、把工作摆进去|全心全意为人民服务的根本宗旨|以人民为中心的发展思想|全面从严治党主体责任|民主集中制原则?|中央八项规定及其实施细则精神"
)


class Repeat(NamedTuple):
    """A passage that stands twice, `length` characters of it alike; `whole` where it nearly fills both paragraphs."""

    first: Span
    second: Span
    length: int
    whole: bool


def repeats(facts: Facts, material: MaterialFacts) -> Iterator[Repeat]:
    """Find what stands twice in a material; passages of the same two paragraphs are one."""
    last: Repeat | None = None
    for passage in _passages(facts, material):
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


def _passages(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the passages that agree to the letter, headings and what the template prescribes left out."""
    text, past = facts.text, 0
    least = LEAST + max(0, material.outline.end - material.outline.start - _USUAL_LENGTH) // 200
    places: dict[str, int] = {}
    apart, grown = 0, 0
    for clause, span in _clauses(facts, material):
        before = places.setdefault(clause, span.start)
        if before == span.start or span.start < past:
            continue
        if span.start - before == apart and span.end <= grown:
            continue  # a clause of the passage looked at last: it would grow to the same
        first, second = _grown(text, before, span)
        apart, grown = span.start - before, second.end
        passage = second.of(text)
        if len(passage) < least or first.end > second.start:
            continue
        if _own_length(passage) >= least and not _prescribed(facts, passage):
            past = second.end
            yield first, second


@lru_cache(maxsize=512)  # after a key nearly all that stood twice still does
def _own_length(passage: str) -> int:
    """Count the characters of a passage without its fixed wording."""
    return len(re.sub(FIXED, "", passage))


def _beside(facts: Facts, one: Span, other: Span) -> bool:
    return one.end <= other.start and facts.paragraph_at(one.start) == facts.paragraph_at(other.start)


def _clauses(facts: Facts, material: MaterialFacts) -> Iterator[tuple[str, Span]]:
    """Yield the clauses, outside headings, that may stand in another place too."""
    outline = material.outline
    first, last = (
        facts.paragraph_at(outline.preface_span.start),
        facts.paragraph_at(max(outline.start, outline.end - 1)),
    )
    shared = _shared(facts.paragraphs[first : last + 1])
    if not shared:
        return
    headings = iter([(section.start, section.heading_end) for section in outline.walk() if section.level <= 2])
    start, end = next(headings, (len(facts.text), len(facts.text)))
    for index in range(first, last + 1):
        paragraph, begin = facts.paragraphs[index], facts.starts[index]
        for at, clause in paragraph.clauses if not shared.isdisjoint(paragraph.said) else ():
            if clause not in shared:
                continue
            span = Span(begin + at, begin + at + len(clause))
            while end <= span.start:
                start, end = next(headings, (len(facts.text), len(facts.text)))
            if not start <= span.start < end:
                yield clause, span


def _shared(paragraphs: Sequence[ParagraphFacts]) -> set[str]:
    """Collect the clauses that stand in several paragraphs, or twice in one."""
    seen: set[str] = set()
    shared: set[str] = set()
    for paragraph in paragraphs:
        said = paragraph.said
        if not seen.isdisjoint(said):
            shared |= seen & said
        if len(said) != len(paragraph.clauses):
            shared |= said
        seen |= said
    return shared


def _grown(text: str, before: int, span: Span) -> tuple[Span, Span]:
    """Read on from two equal clauses to both sides, inside their paragraphs."""
    ahead = _ahead(text, before + span.end - span.start, span.end)
    back = _back(text, before, span.start)
    passage = text[span.start - back : span.end + ahead]
    opening = len(passage) - len(passage.lstrip(_MARKS))
    size = len(passage.strip(_MARKS))
    first, second = before - back + opening, span.start - back + opening
    return Span(first, first + size), Span(second, second + size)


def _ahead(text: str, one: int, two: int, window: int = _FEW) -> int:
    """Count the characters that agree from two places on, up to the end of a line."""
    ahead = text[one : one + window].partition("\n")[0], text[two : two + window].partition("\n")[0]
    agreed = common(*ahead, min(map(len, ahead)))
    return _ahead(text, one, two, _WINDOW) if agreed == window == _FEW else agreed


def _back(text: str, one: int, two: int, window: int = _FEW) -> int:
    """Count the characters that agree up to two places, from the beginning of a line."""
    before = (
        text[max(0, one - window) : one].rpartition("\n")[2],
        text[max(0, two - window) : two].rpartition("\n")[2],
    )
    agreed = common(before[0][::-1], before[1][::-1], min(map(len, before)))
    return _back(text, one, two, _WINDOW) if agreed == window == _FEW else agreed


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
