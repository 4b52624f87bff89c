"""The problem or measure that is left over where a text answers one by one, aspect by aspect.

Fifteen problems and three measures are normal, and nothing is told by their numbers. But where the measures stand in as many
groups as there are aspects, and each group but one has as many as its aspect has problems, the odd one lacks a measure or
a problem. Which of its own it is, is told by what they have in common.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts import off_the_matter
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items, measures_of
from assistant.facts.material_facts import MaterialFacts
from assistant.structure.outline import Section

_FEWEST = 4  # aspects, of which all but one agree
_PLAIN = 6  # pairs that the usual ones share, from which one or two are little
_LITTLE = 0.5  # of what the usual problem shares with its own measures; a measure may answer two


def find(facts: Facts, material: MaterialFacts) -> Item | None:
    """Find the only problem without a measure of its own, or the only measure without a problem."""
    return facts.once(_find, material)


def _find(facts: Facts, material: MaterialFacts) -> Item | None:
    every = items(facts, material)
    problems = _groups(material.outline.sections, [item for item in every if item.kind is ItemKind.PROBLEM])
    measures = _groups(material.outline.sections, measures_of(every))
    if len(problems) != len(measures) or len(problems) < _FEWEST:
        return None
    pairs = list(zip(problems, measures, strict=True))
    uneven = [pair for pair in pairs if len(pair[0]) != len(pair[1])]
    if len(uneven) != 1 or abs(len(uneven[0][0]) - len(uneven[0][1])) != 1:
        return None
    usual = sorted(
        _shared(facts, one, [other])
        for ones, others in pairs
        if len(ones) == len(others)
        for one, other in zip(ones, others, strict=True)
    )
    more, fewer = sorted(uneven[0], key=len, reverse=True)
    shares = [_shared(facts, item, fewer) for item in more]
    least = min(shares)
    middle = usual[len(usual) // 2]
    alone = least <= _LITTLE * middle and (not least or middle >= _PLAIN)
    return more[shares.index(least)] if alone else None


def _groups(sections: Sequence[Section], those: Sequence[Item]) -> list[list[Item]]:
    """List the items that stand under one heading each; none where any stands alone, or beside what is no such item."""
    starts = {item.start: item for item in those}
    groups: list[list[Item]] = []
    open_ones = list(reversed(sections))
    while open_ones:
        section = open_ones.pop()
        here = [starts[child.start] for child in section.children if child.start in starts]
        if here and len(here) < len(section.children):
            return []
        if here:
            groups.append(here)
        else:
            open_ones.extend(reversed(section.children))
    return groups if sum(map(len, groups)) == len(those) else []


def _shared(facts: Facts, item: Item, others: Sequence[Item]) -> int:
    """Count the pairs and counted things that an item has in common with some others."""
    told = frozenset[str]().union(*[facts.of_section(_told, other.section) for other in others])
    return len(facts.of_section(_told, item.section) & told)


def _told(facts: Facts, section: Section) -> frozenset[str]:
    return off_the_matter.told(facts.text[section.start : section.end])
