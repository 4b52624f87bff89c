"""What a stretch of text speaks of: study, the masses, duty, discipline … weighed by the words that each topic uses.

Meetings name their aspects anew every year, but the topics behind them stay. A profile tells how much a text speaks of
each; topics that lie near each other count as partly the same, so that 「求稳」 finds its way to 「担当作为」.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul

from assistant import paths, strict_toml
from assistant.language.multi_pattern import MultiPattern
from assistant.strict_toml import DataError

Profile = tuple[float, ...]  # one weight for each topic, of length 1 together, or all 0

_LONG = 3  # characters of a word that counts in full
_MOST = 1.5  # what the longest words count


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, and the words that speak of it."""

    id: str
    name: str
    words: tuple[str, ...]
    near: dict[str, float]  # other topics, and from 0 to 1 how near they lie


@dataclass(frozen=True, slots=True)
class TopicFile:
    """The shipped topics."""

    format: int
    topics: tuple[Topic, ...]


def parse(source: str, name: str) -> TopicFile:
    """Read the text of a topic file. Raises DataError."""
    file = strict_toml.load(TopicFile, source, name)
    ids = [topic.id for topic in file.topics]
    for topic in file.topics:
        if ids.count(topic.id) > 1:
            raise DataError(f"{name}.topics：{topic.id} 出现了两次")
        for other, nearness in topic.near.items():
            if other not in ids or other == topic.id or not 0 < nearness < 1:
                raise DataError(f"{name}.topics.{topic.id}.near.{other}：须是另一个题目和0至1之间的数")
    return file


class Topics:
    """The topics of a file, ready to be looked for."""

    def __init__(self, file: TopicFile) -> None:
        self._size = len(file.topics)
        index = {topic.id: number for number, topic in enumerate(file.topics)}
        self._of_word: dict[str, list[int]] = {}
        self._near = [[float(row == column) for column in range(self._size)] for row in range(self._size)]
        for number, topic in enumerate(file.topics):
            for word in topic.words:
                self._of_word.setdefault(word, []).append(number)
            for other, nearness in topic.near.items():
                for row, column in ((number, index[other]), (index[other], number)):
                    self._near[row][column] = max(nearness, self._near[row][column])
        self._multi_pattern = MultiPattern(self._of_word)

    def profile(self, text: str) -> Profile:
        """Tell what a text speaks of; a word said again counts less and less."""
        weights = [0.0] * self._size
        for word, times in Counter(self._multi_pattern.words(text)).items():
            weight = math.sqrt(times) * min(_MOST, len(word) / _LONG)
            for number in self._of_word[word]:
                weights[number] += weight
        return _normal(weights)

    def spread(self, profile: Profile) -> Profile:
        """Let a profile reach out to the topics near those that it has."""
        return _normal([sum(map(mul, row, profile)) for row in self._near])


def mixed(parts: Iterable[tuple[float, Profile]]) -> Profile:
    """Put several weighted profiles together into one."""
    scaled = [[weight * value for value in profile] for weight, profile in parts]
    return _normal([sum(values) for values in zip(*scaled, strict=True)])


def likeness(one: Profile, other: Profile) -> float:
    """Tell from 0 to 1 how much two profiles speak of the same."""
    together: float = sum(map(mul, one, other))
    return together


def _normal(weights: Sequence[float]) -> Profile:
    size = math.sqrt(sum(weight * weight for weight in weights))
    return tuple(weight / size for weight in weights) if size else tuple(weights)


@cache
def shipped() -> Topics:
    """Read the shipped topics, when they are first wanted. Raises DataError."""
    path = paths.resources() / "topics.toml"
    return Topics(parse(path.read_text("utf-8"), path.name))
