"""Last year's problems, each with the measures that were promised against it.

They are computed, from last year's material or from its 整改清单, and never stored: this year's text stays the only truth
of what became of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.decisions import Decisions
from assistant.facts import links, themes
from assistant.facts.gathering import gather
from assistant.facts.items import ASPECT_FRAME, Item, ItemKind, named
from assistant.facts.last_year.answering import pairs
from assistant.facts.last_year.earlier_material import LastYear, Row
from assistant.facts.links import Link, Links
from assistant.patterns import compiled_later
from assistant.templates.template import Template
from assistant.text_memory import remembered

_SURE = 0.6  # certainty from which a link may be told as a fact
_NEARLY = 0.85  # of the certainty of a problem's surest measure: another is against it as well
_PLAIN = 4.0  # weight of the themes of both ends from which these tell the matter well enough by themselves
_MEETINGS = compiled_later("(?:民主|组织)生活会")  # 「民主」 in it is no matter that a measure could be about


def rows(last: LastYear, new: Template) -> tuple[Row, ...]:
    """List last year's problems, each with the measures promised against it, and at last the measures that stand alone.

    Of several materials in one file the one that speaks for the same as `new` is meant. A 整改清单 wins over the text.
    """
    return last.listed or every_row(last)[last.outline.materials.index(last.main(new))]


@remembered(4)  # they are asked for after every key
def every_row(last: LastYear) -> tuple[tuple[Row, ...], ...]:
    """List the rows of each material in last year's file."""
    facts = gather(last.text, last.template, Decisions(headings=last.headings))
    return tuple(tuple(_rows(last.text, links.find(facts, material))) for material in facts.materials)


def _rows(text: str, found: Links) -> Iterator[Row]:
    """Yield a row for each problem; a measure that is not surely against it is left open and stands alone once."""
    measures = found.of_kind(ItemKind.MEASURE)
    promised = [link for link in found.links if link.other.kind is ItemKind.MEASURE]
    sure = [link for link in promised if _is_sure(text, link) or _alone_speaks_of_it(text, link, measures)]
    sure = [link for link in sure if link.certainty >= _NEARLY * max(_certainties(sure, link.problem))]
    for problem in found.of_kind(ItemKind.PROBLEM):
        ranked = sorted((link for link in sure if link.problem is problem), key=lambda link: -link.certainty)
        yield _row(text, problem, [link.other for link in ranked])
    linked = {link.other for link in sure}
    for measure in measures:
        if measure not in linked:  # whether it stands alone or nobody knows: it was promised
            yield _row(text, None, [measure])


def _is_sure(text: str, link: Link) -> bool:
    """Tell whether a link may be written down as what was promised against a problem.

    What is written of a measure are the few words that name it, so these have to answer the problem. Where both ends
    speak plainly of their matter either that or a certain link is enough, as a measure may be named in general words;
    plain facts, which are told by words that may be shared by chance, need both.
    """
    if link.chosen:
        return True
    named_so, problem = named(text, link.other), links.said(link.problem, text)
    ends = (
        f"{link.problem.section.heading}。{problem}",
        f"{link.other.section.heading}。{links.said(link.other, text)}",
    )
    certain = link.certainty >= _SURE
    answers = bool(
        pairs(named_so) & pairs(_MEETINGS.sub("，", problem)) or themes.of(named_so).keys() & themes.of(problem)
    )
    plain = min(sum(themes.of(end).values()) for end in ends) >= _PLAIN
    if plain:
        return certain or answers
    return certain and answers


def _certainties(found: Sequence[Link], problem: Item) -> list[float]:
    return [link.certainty for link in found if link.problem is problem]


def _alone_speaks_of_it(text: str, link: Link, measures: Sequence[Item]) -> bool:
    """Tell whether a measure, whatever its own name, is the only one about the matter that the problem's name gives.

    Only of matters that stand apart (意识形态): others are named in passing too.
    """
    matter = themes.of(named(text, link.problem))
    first = max(matter, key=matter.__getitem__, default="")
    if first not in themes.shipped().apart:
        return False
    speaking = [each for each in measures if first in themes.of(f"{each.section.heading}。{links.said(each, text)}")]
    return speaking == [link.other]


def _row(text: str, problem: Item | None, measures: Sequence[Item]) -> Row:
    return Row(
        named(text, problem) if problem else "",
        tuple(named(text, measure) for measure in measures),
        ASPECT_FRAME.sub("", re.split("[，,]", problem.aspect)[0]) if problem else "",
        problem.span if problem else None,
        tuple(measure.span for measure in measures),
    )
