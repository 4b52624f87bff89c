"""Slips made by chance, one a sentence, to fit the weights and to measure with."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import jieba
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from assistant.language import slip_shapes
from assistant.language.slip_words import blurred

_SENTENCE = re.compile("[^。；！？]+[。；！？]?")
_HAN = re.compile("[一-龥]+")
_NEVER = frozenset("的地得了着过他她它")  # put for one another, they are no slips that sound could tell
_KINDS = {"word": 50, "character": 20, "near": 10, "swap": 6, "shape": 20}
_OUTSIDE = {"moved": 0.1, "alone": 0.1}  # of all slips: those that are not within a word
_COMMON = 3000  # a character this rare or rarer is not typed by a slip


class Slipped(NamedTuple):
    """A sentence with a slip in it."""

    kind: str
    right: str
    wrong: str
    clean: str
    text: str
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.wrong)


class Dictionary:
    """Words by their sound, to draw wrong ones from: not the finder's own."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._exact: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
        self._near: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
        for word, count in words.items():
            said = tuple(lazy_pinyin(word))
            self._exact[said].append((word, count**0.5))
            self._near[tuple(map(blurred, said))].append((word, count**0.5))

    def slip(self, chance: random.Random, word: str) -> tuple[str, str] | None:
        """Write a word wrong; None where the kind that was drawn does not fit it."""
        kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        said = tuple(lazy_pinyin(word))
        if kind == "swap":
            at = chance.randrange(len(word) - 1)
            new = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        elif kind == "character":
            at = chance.randrange(len(word))
            new = word[:at] + _drawn(chance, self._exact.get(said[at : at + 1], ()), word[at]) + word[at + 1 :]
        elif kind == "shape":
            at = chance.randrange(len(word))
            new = word[:at] + chance.choice(slip_shapes.shipped().get(word[at]) or word[at]) + word[at + 1 :]
        elif len(word) != 2:
            return None
        elif kind == "word":
            new = _drawn(chance, self._exact.get(said, ()), word)
        else:
            new = _drawn(chance, self._nearly(said), word)
            if not new:
                at = chance.randrange(len(word))
                new = word[:at] + _drawn(chance, self._nearly(said[at : at + 1]), word[at]) + word[at + 1 :]
        return (kind, new) if len(new) == len(word) and new != word else None

    def sounding(self, chance: random.Random, character: str) -> str:
        """Draw a common character of the same sound."""
        return _drawn(chance, self._exact.get(tuple(lazy_pinyin(character)), ()), character)

    def _nearly(self, said: tuple[str, ...]) -> list[tuple[str, float]]:
        """Give what sounds nearly so, but not quite."""
        same = {each for each, _ in self._exact.get(said, ())}
        return [each for each in self._near.get(tuple(map(blurred, said)), ()) if each[0] not in same]


def phrases(characters: Mapping[str, int]) -> dict[str, int]:
    """Give pypinyin's words of two characters, and common characters, as a dictionary to draw from."""
    common = {character: count for character, count in characters.items() if count >= _COMMON}
    pairs = {
        word: min(common[word[0]], common[word[1]])
        for word in PHRASES_DICT
        if len(word) == 2 and set(word) <= set(common)
    }
    return {**common, **pairs}


def listed(lines: Iterable[str]) -> dict[str, int]:
    """Read another dictionary: a word and its count a line, a tab between."""
    found: dict[str, int] = defaultdict(int)
    for line in lines:
        word, _, count = line.strip().partition("\t")
        least = {1: _COMMON, 2: 150}.get(len(word), 0)
        if least and _HAN.fullmatch(word) and int(count) >= least:
            found[word] += int(count)
    return found


def made(dictionary: Dictionary, paragraphs: Iterable[str], wanted: int, seed: int) -> list[Slipped]:
    """Make so many slips, each in a sentence of its own."""
    chance = random.Random(seed)  # noqa: S311  # to measure with
    sentences = list(_sentences(paragraphs))
    found: list[Slipped] = []
    for _ in range(wanted * 30 if sentences else 0):
        if len(found) == wanted:
            break
        clean = chance.choice(sentences)
        if (drawn := chance.random()) < sum(_OUTSIDE.values()):
            kind = "moved" if drawn < _OUTSIDE["moved"] else "alone"
            if outside := _outside(dictionary, chance, clean, kind):
                found.append(outside)
            continue
        words = [each for each in jieba.tokenize(clean, HMM=False) if len(each[0]) > 1 and _HAN.fullmatch(each[0])]
        if words:
            word, start, end = chance.choice(words)
            if slip := dictionary.slip(chance, word):
                kind, new = slip
                found.append(Slipped(kind, word, new, clean, clean[:start] + new + clean[end:], start))
    return found


def _outside(dictionary: Dictionary, chance: random.Random, clean: str, kind: str) -> Slipped | None:
    """Put a character into the word beside it, or another of the same sound in the place of one that stands alone."""
    words = [each for each in jieba.tokenize(clean, HMM=False) if _HAN.fullmatch(each[0])]
    if kind == "alone":
        single = [each for each in words if len(each[0]) == 1]
        if not single:
            return None
        word, start, end = chance.choice(single)
        new = dictionary.sounding(chance, word)
        return Slipped(kind, word, new, clean, clean[:start] + new + clean[end:], start) if new else None
    pairs = [each for each in words if len(each[0]) == 2 and each[1] > 0 and _HAN.match(clean, each[1] - 1)]
    if not pairs:
        return None
    word, start, _ = chance.choice(pairs)
    new = word[0] + clean[start - 1] + word[1]
    right = clean[start - 1] + word
    return (
        Slipped(kind, right, new, clean, clean[: start - 1] + new + clean[start + 2 :], start - 1)
        if len(set(right)) == 3
        else None
    )


def _sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(paragraph):
            sentence = match[0].strip()
            if 8 <= len(sentence) <= 120 and sum(map(len, _HAN.findall(sentence))) >= 8:
                yield sentence


def _drawn(chance: random.Random, words: Iterable[tuple[str, float]], but: str) -> str:
    others = [each for each in words if each[0] != but and each[0] not in _NEVER]
    return chance.choices([word for word, _ in others], [weight for _, weight in others])[0] if others else ""
