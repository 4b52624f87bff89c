"""Problem ↔ cause ↔ measure: which belong together in one material, how surely, and what stands alone.

Never by position: fifteen problems, four causes and three measures is normal, and their order differs. Two items belong
together where they speak of the same matter (`themes`, an aspect's name with its problems) and where they share words
that are rare in this material. How much each counts depends on the text: one full of set phrases is told by its
themes, one of plain facts by the words it shares.

What stands alone is said only where nearly all is understood: between 「linked」 and 「alone」 lies 「not known」.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from assistant.anchors import Anchor
from assistant.decisions import LinkChoice
from assistant.facts.facts import Facts
from assistant.facts.item_likeness import Likeness, Piece, Told
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import MaterialFacts
from assistant.patterns import compiled_later

# Set on the materials of tests/facts/test_links.py by leaving one out at a time; small changes of any change little.
_LINKED = 0.24  # likeness from which items belong together
_BEST = 0.1  # the same for one that is far ahead of the others
_AHEAD = 1.5  # how far that is
_NEARLY = 0.86  # of the best: belongs to it as well
_ALONE = 0.13  # likeness below which an item stands alone
_UNASKED = 0.35  # the same for a cause or measure
_UNDERSTOOD = 4.0  # weight of the themes of a usual item from which one may say what is not there
_SURE = 0.54  # likeness of the surest
_READ = 1200  # characters of an item that are read; what it is about is said before that
_MOST = 5000  # pairs of items that are judged; a text of more is no material

# 「对照查摆的问题逐项整改销号」 answers all and none: no problem can then be said to have no measure.
_ALL_OF_THEM = compiled_later("逐[项条一][^。]{0,12}(?:整改|制定|销号|落实)|(?:整改|销号)[^。]{0,6}逐[项条]")


class Link(NamedTuple):
    """A problem with a cause or a measure of its; `certainty` from 0 to 1; `chosen` by the writer himself."""

    problem: Item
    other: Item
    certainty: float
    chosen: bool = False


@dataclass(frozen=True)
class Links:
    """What belongs together in a material, and what stands alone; what is in neither is not known.

    `decided` are the items of whose others of a kind the writer has said himself what they are, be it none.
    """

    items: tuple[Item, ...]
    links: tuple[Link, ...]
    without_measure: tuple[Item, ...]
    without_cause: tuple[Item, ...]
    without_problem: tuple[Item, ...]  # causes and measures
    decided: frozenset[tuple[Item, ItemKind]] = frozenset()

    def of_kind(self, kind: ItemKind) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind is kind)

    def of(self, item: Item, kind: ItemKind) -> tuple[Link, ...]:
        """Give the links of an item to items of a kind, the surest first."""
        ends = [link for link in self.links if item in (link.problem, link.other)]
        fitting = [link for link in ends if kind in (link.problem.kind, link.other.kind)]
        return tuple(sorted(fitting, key=lambda link: -link.certainty))


def find(facts: Facts, material: MaterialFacts) -> Links:
    """Find what belongs together in a material; what the writer has chosen goes before what is found."""
    return facts.once(_find, material)


def find_measures(facts: Facts, material: MaterialFacts) -> Links:
    """Find the same of problems and measures alone, which takes half the time; of the causes nothing is known then."""
    return facts.once(_find_measures, material)


def _find(facts: Facts, material: MaterialFacts) -> Links:
    return _found(facts, material, *_JUDGED)


def _find_measures(facts: Facts, material: MaterialFacts) -> Links:
    return _found(facts, material, ItemKind.MEASURE)


def _found(facts: Facts, material: MaterialFacts, *kinds: ItemKind) -> Links:
    found = items(facts, material)
    judged = {kind: facts.resumed(_JUDGED[kind], material).judged for kind in kinds}

    def without(kind: ItemKind) -> tuple[Item, ...]:
        return tuple(found[n] for n in judged[kind].without) if kind in judged else ()

    links = sorted(chain.from_iterable(each.links for each in judged.values()))
    unasked = sorted(chain.from_iterable(each.unasked for each in judged.values()))
    result = Links(
        found,
        tuple(Link(found[one], found[other], certainty) for one, other, certainty in links),
        without(ItemKind.MEASURE),
        without(ItemKind.CAUSE),
        tuple(found[n] for n in unasked),
    )
    for choice in facts.links:
        result = _with_choice(result, choice, facts.text)
    return result


def _with_choice(links: Links, choice: LinkChoice, text: str) -> Links:
    """Put what the writer chose in place of what was found; what is no longer in the text chooses nothing."""
    found = meant(choice, links.items, text)
    if found is None:
        return links
    item, kind, others = found
    kept = [link for link in links.links if not (item in link[:2] and kind in (link.problem.kind, link.other.kind))]
    for other in others:
        pair = (item, other) if item.kind is ItemKind.PROBLEM else (other, item)
        kept.append(Link(*pair, 1.0, chosen=True))
    decided = {item, *others} if item.kind is ItemKind.PROBLEM else {item}
    answered = {ItemKind.MEASURE: links.without_measure, ItemKind.CAUSE: links.without_cause}
    alone = {
        each: tuple(one for one in ones if not (one in (item, *others) and each in (kind, item.kind)))
        for each, ones in answered.items()
    }
    return replace(
        links,
        links=tuple(kept),
        without_measure=alone[ItemKind.MEASURE],
        without_cause=alone[ItemKind.CAUSE],
        without_problem=tuple(each for each in links.without_problem if each not in decided),
        decided=links.decided | {(item, kind)},
    )


def meant(choice: LinkChoice, found: Sequence[Item], text: str) -> tuple[Item, ItemKind, tuple[Item, ...]] | None:
    """Tell which items a choice speaks of; None where they are no longer in the text."""
    places = [anchor(item, text) for item in found]
    where = choice.item.place(places)
    others = tuple(found[n] for each in choice.others if (n := each.place(places)) is not None)
    if where is None or (choice.others and not others):
        return None
    return found[where], ItemKind(choice.kind), others


def anchor(item: Item, text: str) -> Anchor:
    """Describe an item so that a choice about it is found again: by its number and heading."""
    return Anchor.of(text, *item.heading_span)


def said(item: Item, text: str) -> str:
    """Give what an item says, as far as it is read."""
    section = item.section
    return text[section.start : min(section.end, section.start + _READ)].rstrip()


class _Judged(NamedTuple):
    """The judgement over problems and the items of another kind, by their numbers among all."""

    links: tuple[tuple[int, int, float], ...] = ()
    without: tuple[int, ...] = ()  # problems without any of the others
    unasked: tuple[int, ...] = ()  # others without a problem


class _Judging(NamedTuple):
    """A judgement with the items it is about, and what they were found to have in common, for the next to go on from."""

    pieces: tuple[Piece, ...]
    judged: _Judged
    likeness: Likeness | None = None


def _judged(kind: ItemKind, facts: Facts, material: MaterialFacts, before: _Judging | None) -> _Judging:
    """Judge the problems of a material and its items of a kind; of those that did not change it is known what they have in common."""
    pieces = facts.resumed(_pieces, material)
    return before if before and before.pieces == pieces else _judge(kind, pieces, before.likeness if before else None)


_JUDGED = {kind: partial(_judged, kind) for kind in (ItemKind.CAUSE, ItemKind.MEASURE)}


def _pieces(facts: Facts, material: MaterialFacts, before: tuple[Piece, ...] | None) -> tuple[Piece, ...]:
    known = {piece.told: piece for piece in before or ()}
    told = [
        Told(item.kind, item.section.heading, said(item, facts.text), item.aspect) for item in items(facts, material)
    ]
    return tuple(known.get(each) or Piece(each) for each in told)


def _judge(kind: ItemKind, pieces: tuple[Piece, ...], before: Likeness | None) -> _Judging:
    """Judge problems and the items of a kind together: what is known of the causes says nothing of the measures."""
    problems = [number for number, each in enumerate(pieces) if each.told.kind is ItemKind.PROBLEM]
    others = [number for number, each in enumerate(pieces) if each.told.kind is kind]
    if not problems or not others or len(problems) * (len(pieces) - len(problems)) > _MOST:
        return _Judging(pieces, _Judged())
    both = [pieces[number] for number in (*problems, *others)]
    likeness = before.of_next(both) if before else Likeness(both)
    rows = {one: likeness.row(pieces[one], both[len(problems) :]) for one in problems}
    table = {one: {other: row[pieces[other]] for other in others} for one, row in rows.items()}
    firsts = {max(row, key=row.__getitem__) for row in table.values()}
    links = [link for one, row in table.items() for link in _links(one, row, firsts)]
    taken = {end for one, other, _ in links for end in (one, other)}
    without: list[int] = []
    unasked: list[int] = []
    blanket = kind is ItemKind.MEASURE and any(_ALL_OF_THEM.search(pieces[number].told.text) for number in others)
    if not blanket and _understood(pieces, others):
        without = [one for one, row in table.items() if one not in taken and _is_alone(pieces[one], row)]
    if _understood(pieces, problems):
        best = {other: max(row[other] for row in table.values()) for other in others}
        many = len(problems) >= 2 * len(others)  # one that is no problem's best is then none's
        lonely = {other for other in others if best[other] < _UNASKED or (many and other not in firsts)}
        unasked = [other for other in lonely - taken if _understood(pieces, [other])]
    certain = tuple((one, other, round(min(1.0, value / _SURE), 2)) for one, other, value in links)
    return _Judging(pieces, _Judged(certain, tuple(without), tuple(unasked)), likeness)


def _understood(pieces: Sequence[Piece], numbers: Sequence[int]) -> bool:
    """Tell whether the usual one of some items is known well enough to say what it does not speak of."""
    weights = sorted(pieces[number].plain for number in numbers)
    return weights[len(weights) // 2] >= _UNDERSTOOD


def _is_alone(piece: Piece, row: Mapping[int, float]) -> bool:
    return piece.plain >= 1 and max(row.values()) < _ALONE


def _links(one: int, row: Mapping[int, float], firsts: set[int]) -> Iterator[tuple[int, int, float]]:
    """Yield what a problem belongs to: the best, and those nearly as good that are another problem's best."""
    ranked = sorted(row.values(), reverse=True)
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else 0.0
    if best < _LINKED and not (best >= _BEST and best >= _AHEAD * second):
        return
    for other, value in row.items():
        if value == best or (value >= max(_LINKED, _NEARLY * best) and other in firsts):
            yield one, other, value
