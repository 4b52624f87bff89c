"""Words, for the caret and whoever else asks: jieba behind one small door. Never on the typing path.

jieba's own loading grows a dictionary of half a million entries, which holds the interpreter for 0.3 s at a stretch and
takes 60 MB, and leaves a file in the temp folder. Here only its algorithm is used: its list of words stays text, in one
piece for each first character, and is looked up in when a text is cut. The words are the same.

Until the list is loaded a word is a run of characters of one kind, which is wrong but never in the way.
"""

from __future__ import annotations

import re
import sys
import time
import warnings
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from assistant import paths, strict_toml
from assistant.certainty import Certainty
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import BLANK, Span

_TERMS = "words_for_the_caret.toml"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇々\U00020000-\U0003ffff"
_LATIN = "0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ"
_RUN = compiled_later(
    rf"(?P<han>[{_HAN}]+)"
    # 2025, 3.5%, 1,200, 9:30, GB/T, Wi-Fi
    rf"|[{_LATIN}]+(?:[.．,:/_\-'’][{_LATIN}]+)*[%％‰]?"
    rf"|[{BLANK}]+"
    r"|(?P<mark>.)(?P=mark)*",  # a mark, or the same mark again and again: ……, ——, ××
    re.DOTALL,
)
_COUNT = compiled_later(" ([0-9]+) ")
_NEAR = 100  # characters; a term is not longer
_SLICE = 1000  # lines read at a stretch: about a millisecond


@dataclass(frozen=True, slots=True)
class Terms:
    """Set expressions that the list of words does not know, or knows only in parts."""

    source: str
    certainty: Certainty
    terms: tuple[str, ...]


class Words:
    """Cuts text into words."""

    def __init__(self) -> None:
        self._tokenizer: Any = None
        self._terms: tuple[str, ...] = ()

    @property
    def loaded(self) -> bool:
        return self._tokenizer is not None

    def load(self, pause: float = 0) -> None:
        """Load the list of words and the terms. In a thread, `pause` seconds are left to others after each slice."""
        jieba = _import_jieba()
        terms = strict_toml.load(Terms, (paths.resources() / _TERMS).read_text("utf-8"), _TERMS).terms
        entries, total = _read(Path(jieba.__file__).with_name("dict.txt"), pause)
        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = _Frequencies(entries), total, True
        self._terms = tuple(sorted(terms, key=len, reverse=True))
        self._tokenizer = tokenizer  # at last: from now on others may ask

    def segment(self, text: str) -> tuple[Span, ...]:
        """Cut a whole text as jieba does, names it does not know guessed by its model; runs while it is not loaded."""
        cut = self._tokenizer.lcut(text) if self.loaded else [match[0] for match in _RUN.finditer(text)]
        ends = tuple(accumulate(map(len, cut)))
        return tuple(map(Span, (0, *ends), ends))

    def word_at(self, paragraph: str, position: int, own: Collection[str] = ()) -> Span:
        """Find the word that holds the character behind a position, the last word at the paragraph's end.

        Numbers, Latin words and blanks are one word each. `own` are words that count whole whatever jieba says, as do
        the shipped terms. Words do not go beyond a sentence, and only what is near in it is cut.
        """
        position = min(position, len(paragraph) - 1)
        if position < 0:
            return Span(0, 0)
        sentence = sentence_at(paragraph, position)
        at = position - sentence.start
        ends = self._ends(sentence.of(paragraph), at, own)
        start, end = max(end for end in (0, *ends) if end <= at), min(end for end in ends if end > at)
        return Span(start, end).shifted(sentence.start)

    def next_stop(self, paragraph: str, position: int, own: Collection[str] = ()) -> int:
        """Tell where the caret stands after a step to the right: before the next word."""
        end = self.word_at(paragraph, position, own).end
        blanks = _RUN.match(paragraph, end)
        return blanks.end() if blanks and not blanks[0].strip() else end

    def previous_stop(self, paragraph: str, position: int, own: Collection[str] = ()) -> int:
        """Tell where the caret stands after a step to the left: before the word that ends here, or before its blanks."""
        end = len(paragraph[:position].rstrip())
        return self.word_at(paragraph, end - 1, own).start if end else 0

    def _ends(self, sentence: str, at: int, own: Collection[str]) -> set[int]:
        """Tell where the words of a sentence end; far from a position, where its runs end."""
        ends: set[int] = set()
        for run in _RUN.finditer(sentence):
            ends.add(run.end())
            if self.loaded and run["han"] and run.start() - _NEAR < at < run.end() + _NEAR:
                ends.update(run.start() + word.end for word in self.segment(run[0]))
        for place in _places(sentence, own, self._terms):
            inside = set(range(place.start + 1, place.end))
            if inside & ends:  # else it is a word already, or part of a longer one
                ends -= inside
                ends |= {place.start, place.end} - {0}
        return ends


class _Frequencies:
    """Stands in for jieba's dictionary of words, and of beginnings of words, to their counts.

    `entries` has for each first character the lines of the list, with a line break before each and one at the end.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries
        self._find = lru_cache(maxsize=2000)(self._look_up)  # jieba asks for the same one three times

    def _look_up(self, word: str) -> int | None:
        """Give a word's count, 0 for the beginning of a word, None for what is neither."""
        lines = self._entries.get(word[:1], "")
        at = lines.find(f"\n{word} ")
        if at < 0:
            return 0 if f"\n{word}" in lines else None
        found = _COUNT.match(lines, at + 1 + len(word))
        return int(found[1]) if found else None

    def __contains__(self, word: str) -> bool:
        return self._find(word) is not None

    def __getitem__(self, word: str) -> int:
        return self._find(word) or 0

    def get(self, word: str, default: int | None = None) -> int | None:
        found = self._find(word)
        return default if found is None else found


def _read(path: Path, pause: float) -> tuple[dict[str, str], int]:
    """Read the list of words: the lines by first character, and the sum of all counts."""
    entries: dict[str, str] = {}
    total, since = 0, 0
    with path.open(encoding="utf-8", newline="\n") as file:
        for first, group in groupby(file, itemgetter(0)):
            lines = list(group)
            text = "".join(lines)
            entries[first] = entries.get(first, "\n") + text
            total += sum(map(int, _COUNT.findall(text)))
            since += len(lines)
            if since >= _SLICE:
                since = 0
                time.sleep(pause)
    return entries, total


def _places(sentence: str, own: Collection[str], terms: Iterable[str]) -> list[Span]:
    """Find terms, no two of them overlapping: the writer's own first, then the longest."""
    found: list[Span] = []
    for term in (*sorted(own, key=len, reverse=True), *terms):
        at = sentence.find(term) if term else -1
        while at >= 0:
            place = Span(at, at + len(term))
            if not any(place.overlaps(other) for other in found):
                found.append(place)
            at = sentence.find(term, place.end)
    return found


def _import_jieba() -> Any:
    """Import jieba, which has no types, without what it imports only to find its files and what compilers say of it.

    `pkg_resources` costs 0.15 s and 15 MB and warns that it is going away; jieba does without where it is missing.
    """
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    kept = modules.get("pkg_resources")
    modules["pkg_resources"] = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if kept is None:
            del modules["pkg_resources"]
        else:
            modules["pkg_resources"] = kept
    return jieba
