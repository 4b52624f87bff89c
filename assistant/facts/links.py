"""Problem ↔ cause ↔ measure: which belong together in one material, how surely, and what stands alone.

Never by position: fifteen problems, four causes and three measures is normal, and their order differs. Two items belong
together where they speak of the same matter (`themes`, an aspect's name with its problems) and where they share words
that are rare in this material. How much each counts depends on the text: one full of set phrases is told by its
themes, one of plain facts by the words it shares.

What stands alone is said only where nearly all is understood: between 「linked」 and 「alone」 lies 「not known」.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from assistant.anchors import Anchor
from assistant.decisions import LinkChoice
from assistant.facts import themes
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import MaterialFacts
from assistant.patterns import compiled_later

_OTHERS = (ItemKind.CAUSE, ItemKind.MEASURE)

# Set on the materials of tests/facts/test_links.py by leaving one out at a time; small changes of any change little.
_HEADING, _ASPECT = 2.0, 0.9  # how much heading and aspect count beside the text
_BY_WORDS = 0.35  # share of the likeness that shared words make up where themes are plain
_PLAIN = 2.0  # weight of the themes from which they are plain
_STRETCH = 3.0  # makes shared words comparable to themes
_SMOOTH = 0.7  # what is said again and again counts less
_COMMON = 0.8  # what a theme counts that every item speaks of
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

# Characters that make no matter: shared words are looked for between them.
_FUNCTION = "的了是在不和有没也都就被把对从到与及等这那我你他她它们很要会能还只又再而但因为所以将让给向于其之个些每各更最一二三四五六七八九十"
_RUN = compiled_later(f"(?:(?![{_FUNCTION}])[\u4e00-\u9fff0-9])+")
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


def _find(facts: Facts, material: MaterialFacts) -> Links:
    found = items(facts, material)
    pieces = tuple(_Told.of(facts.text, item) for item in found)
    judged = _judge(pieces)
    links = [Link(found[one], found[other], certainty) for one, other, certainty in judged.links]
    result = Links(
        found,
        tuple(links),
        tuple(found[n] for n in judged.without_measure),
        tuple(found[n] for n in judged.without_cause),
        tuple(found[n] for n in judged.without_problem),
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
    return text[item.start : min(item.span.end, item.start + _READ)].rstrip()


class _Told(NamedTuple):
    """All of an item that the judgement reads: no positions, so that it can be remembered."""

    kind: ItemKind
    heading: str
    text: str
    aspect: str

    @staticmethod
    def of(text: str, item: Item) -> _Told:
        return _Told(item.kind, item.section.heading, said(item, text), item.aspect)


class _Judged(NamedTuple):
    """The judgement over items, by their numbers."""

    links: tuple[tuple[int, int, float], ...]
    without_measure: tuple[int, ...]
    without_cause: tuple[int, ...]
    without_problem: tuple[int, ...]


@lru_cache(maxsize=4)  # several rules ask for the same
def _judge(pieces: tuple[_Told, ...]) -> _Judged:
    """Judge all items of a material together."""
    problems = [number for number, each in enumerate(pieces) if each.kind is ItemKind.PROBLEM]
    if not 0 < len(problems) * (len(pieces) - len(problems)) <= _MOST:
        return _Judged((), (), (), ())
    links: list[tuple[int, int, float]] = []
    alone: dict[ItemKind, list[int]] = {}
    unasked: list[int] = []
    for kind in _OTHERS:
        others = [number for number, each in enumerate(pieces) if each.kind is kind]
        likeness = _Likeness(pieces, (*problems, *others))  # what is known of the causes says nothing of the measures
        table = {one: {other: likeness.of(one, other) for other in others} for one in problems} if others else {}
        firsts = {max(row, key=row.__getitem__) for row in table.values()}
        linked = [link for one, row in table.items() for link in _links(one, row, firsts)]
        links += linked
        taken = {end for one, other, _ in linked for end in (one, other)}
        if others and likeness.understands(others):
            alone[kind] = [one for one, row in table.items() if one not in taken and likeness.is_alone(one, row)]
        if others and likeness.understands(problems):
            best = {other: max(row[other] for row in table.values()) for other in others}
            many = len(problems) >= 2 * len(others)  # one that is no problem's best is then none's
            lonely = {other for other in others if best[other] < _UNASKED or (many and other not in firsts)}
            unasked += [other for other in lonely - taken if likeness.understands([other])]
    blanket = any(each.kind is ItemKind.MEASURE and _ALL_OF_THEM.search(each.text) for each in pieces)
    without_measure = () if blanket else tuple(alone.get(ItemKind.MEASURE, ()))
    certain = tuple((one, other, round(min(1.0, value / _SURE), 2)) for one, other, value in sorted(links))
    return _Judged(certain, without_measure, tuple(alone.get(ItemKind.CAUSE, ())), tuple(sorted(unasked)))


def _links(one: int, row: Mapping[int, float], firsts: set[int]) -> Iterator[tuple[int, int, float]]:
    """Yield what a problem belongs to: the best, and those nearly as good that are another problem's best."""
    ranked = sorted(row.values(), reverse=True)
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else 0.0
    if best < _LINKED and not (best >= _BEST and best >= _AHEAD * second):
        return
    for other, value in row.items():
        if value == best or (value >= max(_LINKED, _NEARLY * best) and other in firsts):
            yield one, other, value


class _Likeness:
    """How much some items of one material speak of the same."""

    def __init__(self, pieces: Sequence[_Told], numbers: Sequence[int]) -> None:
        self._words = {number: words(pieces[number].text) for number in numbers}
        self._count = len(numbers)
        self._weights: dict[str, float] = {}
        told = {number: pieces[number] for number in numbers}
        self._plain = {number: sum(_themes(each.heading, each.text, "", 1.0).values()) for number, each in told.items()}
        spoken = {number: _themes(each.heading, each.text, each.aspect, _SMOOTH) for number, each in told.items()}
        rarity = _rarity(tuple(spoken.values()))
        self._themes = {
            number: {theme: weight * rarity[theme] for theme, weight in each.items()} for number, each in spoken.items()
        }
        self._norms = {
            number: math.sqrt(sum(weight * weight for weight in each.values())) for number, each in self._themes.items()
        }

    def of(self, one: int, other: int) -> float:
        """Tell from 0 to about 1 how much two items speak of the same."""
        by_themes = (1 - _BY_WORDS) * min(1.0, self._plain[one] / _PLAIN, self._plain[other] / _PLAIN)
        return by_themes * self._same_matter(one, other) + (1 - by_themes) * self._same_words(one, other)

    def understands(self, numbers: Sequence[int]) -> bool:
        """Tell whether the usual one of some items is known well enough to say what it does not speak of."""
        weights = sorted(self._plain[number] for number in numbers)
        return weights[len(weights) // 2] >= _UNDERSTOOD

    def is_alone(self, one: int, row: Mapping[int, float]) -> bool:
        return self._plain[one] >= 1 and max(row.values()) < _ALONE

    def _same_matter(self, one: int, other: int) -> float:
        size = self._norms[one] * self._norms[other]
        ours, theirs = self._themes[one], self._themes[other]
        return sum(weight * theirs.get(theme, 0.0) for theme, weight in ours.items()) / size if size else 0.0

    def _same_words(self, one: int, other: int) -> float:
        """Weigh the shared words by how rare they are here; as if all other words were as rare as can be."""
        ours, theirs = self._words[one], self._words[other]
        most = math.log(self._count + 1) ** 2
        shared = sum(map(self._weight, ours & theirs))
        return min(1.0, _STRETCH * shared / (most * math.sqrt(len(ours) * len(theirs) + 1)))

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word)
        if weight is None:
            holding = sum(word in each for each in self._words.values())
            weight = self._weights[word] = math.log((self._count + 1) / holding) ** 2
        return weight


def _rarity(spoken: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Weigh themes by how few items speak of them."""
    counts = {theme: 0 for each in spoken for theme in each}
    for each in spoken:
        for theme, weight in each.items():
            counts[theme] += weight >= 1
    return {theme: math.log((len(spoken) + 1) / (count + 0.5)) + _COMMON for theme, count in counts.items()}


@lru_cache(maxsize=256)
def _themes(heading: str, text: str, aspect: str, power: float) -> Mapping[str, float]:
    """Weigh the themes of an item: of its text, of its heading again, and of the aspect it stands under."""
    if power == 1.0:
        return themes.of(f"{heading}。{text}")
    weights = dict(themes.of(text))
    for part, factor in ((heading, _HEADING), (aspect, _ASPECT)):
        for theme, weight in themes.of(part).items() if part else ():
            weights[theme] = weights.get(theme, 0.0) + factor * weight
    return {theme: weight**power for theme, weight in weights.items()}


@lru_cache(maxsize=64)  # the items of a material; a long one holds some forty kilobytes
def words(text: str) -> frozenset[str]:
    """Cut a text into the pairs of neighbouring characters that could be words."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        found.update([run[at : at + 2] for at in range(len(run) - 1)])
    return frozenset(found)
