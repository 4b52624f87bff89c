"""Which kinds of matters a stretch of text speaks of: study, the masses, discipline and the like.

Problems, causes and measures of a material answer each other where they speak of the same matter. The words that tell
it are a shipped list, one theme for aspects that share their causes and measures whatever the year calls them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.language.multi_pattern import MultiPattern
from assistant.strict_toml import DataError
from assistant.text_memory import remembered

_TELLING = 3  # characters; shorter words tell less
_OFTEN = 3  # times; more often says no more
_AGAIN = 0.5  # what each further time adds


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of matter; `words` are separated by blanks or lines, `why` says why they make one theme.

    `apart`: whoever names it means to do something about it, so the only measure that does is against such a problem.
    """

    id: str
    name: str
    why: str
    words: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """The shipped themes."""

    format: int
    source: str
    themes: tuple[Theme, ...]


def parse(source: str, name: str) -> ThemeFile:
    """Read a list of themes; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(ThemeFile, source, name)
    known: dict[str, str] = {}
    for theme in file.themes:
        for word in theme.words.split():
            if word in known:
                raise DataError(f"{name}：“{word}”在 {known[word]}、{theme.id} 里都有，只应归入一题")
            known[word] = theme.id
    return file


class Themes:
    """All themes together."""

    def __init__(self, files: Iterable[ThemeFile]) -> None:
        themes = [theme for file in files for theme in file.themes]
        self.apart = frozenset(theme.id for theme in themes if theme.apart)
        self.ids = tuple(theme.id for theme in themes)
        # with what each word tells
        self._theme_of = {
            word: (theme.id, min(1.0, len(word) / _TELLING)) for theme in themes for word in theme.words.split()
        }
        self._multi_pattern = MultiPattern(self._theme_of)

    def words(self, text: str) -> list[str]:
        """List the words of a text that tell a theme, each as often as it occurs."""
        return self._multi_pattern.words(text)

    def weighed(self, words: Iterable[str]) -> dict[str, float]:
        """Weigh the themes that some words tell: each word by its length, and a little more where it comes again."""
        counts: dict[str, int] = {}
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        weights: dict[str, float] = {}
        for word, count in counts.items():
            theme, telling = self._theme_of[word]
            weights[theme] = weights.get(theme, 0.0) + (1 + _AGAIN * (min(count, _OFTEN) - 1)) * telling
        return weights


@cache
def shipped() -> Themes:
    """Read the shipped themes, when they are first wanted. Raises DataError."""
    return Themes(parse(path.read_text("utf-8"), path.name) for path in paths.shipped("links", "*.toml"))


@remembered(256)
def of(text: str) -> Mapping[str, float]:
    """Weigh the shipped themes of a text; what was asked lately is remembered."""
    return shipped().weighed(shipped().words(text))
