"""How much two problems, causes or measures of a material speak of the same: by their themes, and by the words they share.

What one item says decides its words and themes, which are kept with it as a `Piece`. How much each counts depends on how
rare it is among all of them; as long as that stays, two items that did not change are as like as they were before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from assistant.facts import themes
from assistant.facts.items import ItemKind
from assistant.language.character_pairs import CharacterPairs
from assistant.text_memory import remembered

# Set on the materials of tests/facts/test_links.py by leaving one out at a time; small changes of any change little.
_HEADING, _ASPECT = 2.0, 0.9  # how much heading and aspect count beside the text
_BY_WORDS = 0.35  # share of the likeness that shared words make up where themes are plain
_PLAIN = 2.0  # weight of the themes from which they are plain
_STRETCH = 3.0  # makes shared words comparable to themes
_SMOOTH = 0.7  # what is said again and again counts less
_COMMON = 0.8  # what a theme counts that every item speaks of

# Characters that make no matter: shared words are looked for between them.
FUNCTION = "的了是在不和有没也都就被把对从到与及等这那我你他她它们很要会能还只又再而但因为所以将让给向于其之个些每各更最一二三四五六七八九十"
_PAIRS = CharacterPairs(FUNCTION, "0-9")


class Told(NamedTuple):
    """All of an item that is read: no positions, so that it can be remembered."""

    kind: ItemKind
    heading: str
    text: str
    aspect: str


class Piece:
    """What an item says, with its words and themes; the same one as long as the item says the same."""

    def __init__(self, told: Told) -> None:
        self.told = told

    @cached_property
    def words(self) -> frozenset[str]:
        return words(self.told.text)

    @cached_property
    def _telling(self) -> list[str]:
        """The words that tell its themes."""
        return themes.shipped().words(self.told.text)

    @cached_property
    def plain(self) -> float:
        """The weight of its themes: how plainly it says what it is about."""
        shipped = themes.shipped()
        return sum(shipped.weighed([*shipped.words(self.told.heading), *self._telling]).values())

    @cached_property
    def themes(self) -> Mapping[str, float]:
        """Its themes with their weights: of its text, of its heading again, and of the aspect it stands under."""
        weights = themes.shipped().weighed(self._telling)
        for part, factor in ((self.told.heading, _HEADING), (self.told.aspect, _ASPECT)):
            for theme, weight in themes.of(part).items() if part else ():
                weights[theme] = weights.get(theme, 0.0) + factor * weight
        return {theme: weight**_SMOOTH for theme, weight in weights.items()}


class _Rare(NamedTuple):
    """How much words and themes count among some items: the more, the fewer of these have them."""

    words: Mapping[str, float]  # those that several share
    themes: Mapping[str, float]


class Likeness:
    """How much some items of one material speak of the same."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        rare: _Rare | None = None,
        before: Mapping[Piece, Mapping[Piece, float]] = MappingProxyType({}),
    ) -> None:
        self._pieces = pieces
        self._most = math.log(len(pieces) + 1) ** 2
        self._rare = rare or _Rare(_weights(pieces), _rarity(pieces))
        self._before = before
        self._known: dict[Piece, Mapping[Piece, float]] = {}
        self._matters: dict[Piece, tuple[Mapping[str, float], float]] = {}  # as far as they were wanted

    def of_next(self, pieces: Sequence[Piece]) -> Likeness:
        """Give the likeness of the items that come after these."""
        stays = _stays_rare(self._pieces, pieces)
        return Likeness(pieces, self._rare, self._known) if stays else Likeness(pieces)

    def row(self, one: Piece, others: Sequence[Piece]) -> Mapping[Piece, float]:
        """Tell from 0 to about 1 how much an item and each of some others speak of the same."""
        before = self._before.get(one, {})
        row = {other: before[other] if other in before else self._of(one, other) for other in others}
        self._known[one] = row
        return row

    def _of(self, one: Piece, other: Piece) -> float:
        by_themes = (1 - _BY_WORDS) * min(1.0, one.plain / _PLAIN, other.plain / _PLAIN)
        return by_themes * self._same_matter(one, other) + (1 - by_themes) * self._same_words(one, other)

    def _same_matter(self, one: Piece, other: Piece) -> float:
        (ours, own), (theirs, size) = self._matter(one), self._matter(other)
        shared = sum([weight * theirs[theme] for theme, weight in ours.items() if theme in theirs])
        return shared / (own * size) if own and size else 0.0

    def _matter(self, piece: Piece) -> tuple[Mapping[str, float], float]:
        """Give the themes of an item, weighed by how rare they are, with what they come to."""
        found = self._matters.get(piece)
        if found is None:
            weighed = {theme: weight * self._rare.themes[theme] for theme, weight in piece.themes.items()}
            found = self._matters[piece] = weighed, math.sqrt(sum(weight * weight for weight in weighed.values()))
        return found

    def _same_words(self, one: Piece, other: Piece) -> float:
        """Weigh the shared words by how rare they are here; as if all other words were as rare as can be."""
        shared = math.fsum(map(self._rare.words.__getitem__, one.words & other.words))
        size = len(one.words) * len(other.words)
        return min(1.0, _STRETCH * shared / (self._most * math.sqrt(size + 1)))


def _stays_rare(before: Sequence[Piece], now: Sequence[Piece]) -> bool:
    """Tell whether nothing became rarer: one item at most is another, and what only one of both says no other says."""
    changed = [number for number, (old, new) in enumerate(zip(before, now, strict=False)) if old is not new]
    if len(before) != len(now) or len(changed) > 1:
        return False
    for number in changed:
        old, new = before[number], now[number]
        others = [*now[:number], *now[number + 1 :]]
        if old.themes != new.themes or any(word in each.words for word in old.words ^ new.words for each in others):
            return False
    return True


def _weights(pieces: Sequence[Piece]) -> Mapping[str, float]:
    """Weigh the words that several items share by how few share them."""
    held = Counter(chain.from_iterable([piece.words for piece in pieces]))
    return {word: math.log((len(pieces) + 1) / holding) ** 2 for word, holding in held.items() if holding > 1}


def _rarity(pieces: Sequence[Piece]) -> Mapping[str, float]:
    """Weigh themes by how few items speak of them."""
    counts = {theme: 0 for piece in pieces for theme in piece.themes}
    for piece in pieces:
        for theme, weight in piece.themes.items():
            counts[theme] += weight >= 1
    return {theme: math.log((len(pieces) + 1) / (count + 0.5)) + _COMMON for theme, count in counts.items()}


@remembered(64)  # the items of a material; a long one holds some forty kilobytes
def words(text: str) -> frozenset[str]:
    """Cut a text into the pairs of neighbouring characters that could be words."""
    return _PAIRS.of(text)
