"""The words there are, how they sound, and which of them may be proposed: from jieba's list and pypinyin (both MIT)."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import jieba
import numpy as np
from pypinyin import lazy_pinyin

from assistant.language.slip_marks import numbers
from assistant.language.slip_words import LONGEST, word_key

_HAN = re.compile("[一-龥]+")
_NAMES = ("ns", "nt", "nz")
_RARE_READING = 0.03  # of a character's uses; rarer ones are not asked for
SEEN = 3  # times a word must stand in the texts to be proposed
_SEEN_ALONE = 40  # the same of a single character


class Word(NamedTuple):
    frequency: int
    kind: str


def words() -> dict[str, Word]:
    """Read jieba's words of one to four Chinese characters."""
    found: dict[str, Word] = {}
    for line in Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines():
        word, frequency, *kind = line.split(" ")
        if len(word) <= LONGEST and _HAN.fullmatch(word):
            found[word] = Word(int(frequency), kind[0] if kind else "")
    return found


def known(listed: Mapping[str, Word], terms: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    """Make keys and values of the map of words: how common, and whether a name."""
    values: dict[int, int] = {}
    for word, (frequency, kind) in listed.items():
        if len(word) > 1:
            common = min(15, 1 + int(math.log2(frequency + 1) * 0.8))
            values[word_key(numbers(word))] = common + 16 * kind.startswith(_NAMES)
    for term in terms:
        values.setdefault(word_key(numbers(term)), 6)
    return np.array(list(values), np.int64), np.array(list(values.values()), np.int64)


def readings(listed: Mapping[str, Word]) -> dict[str, list[str]]:
    """Tell how each character is read, the commonest first, from the words it stands in."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for word, (frequency, _) in listed.items():
        for character, syllable in zip(word, lazy_pinyin(word), strict=True):
            uses[character][syllable] += frequency + 1
    return {
        character: [syllable for syllable, n in said.most_common(3) if n >= said.total() * _RARE_READING]
        for character, said in uses.items()
    }


def sounds(said: Mapping[str, list[str]]) -> bytes:
    """Write readings as the program reads them."""
    lines: dict[str, list[str]] = defaultdict(list)
    for character, syllables in said.items():
        for syllable in syllables:
            lines[syllable].append(character)
    text = "\n".join(f"{syllable}\t{''.join(each)}" for syllable, each in sorted(lines.items()))
    return zlib.compress(text.encode(), 9)


def proposed(listed: Mapping[str, Word], terms: Iterable[str], seen: Mapping[str, int]) -> bytes:
    """Write the words that may be proposed, by their sound: those that stand in the texts."""
    lines: dict[str, list[str]] = defaultdict(list)
    for word in dict.fromkeys((*listed, *terms)):
        if seen.get(word, 0) >= (_SEEN_ALONE if len(word) == 1 else SEEN):
            lines[" ".join(lazy_pinyin(word))].append(word)
    for alike in lines.values():
        alike.sort(key=lambda word: -seen[word])
    return zlib.compress("\n".join(f"{said}\t{' '.join(each)}" for said, each in sorted(lines.items())).encode(), 9)
