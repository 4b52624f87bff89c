"""Which words of lines of work a paragraph speaks: anywhere, and in frames that make them the writer's own.

All of these words are cues, so of most paragraphs nothing need be looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.facts import lines_of_work
from assistant.facts.cued import Cued
from assistant.facts.facts import Facts
from assistant.facts.lines_of_work import Line
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language.multi_pattern import starts
from assistant.text import Span

TRADES = lines_of_work.whose(lambda line: line.trade)
OF_LINES = lines_of_work.whose(lambda line: (*line.matters, *line.trade))
NAMES_TOO = lines_of_work.whose(lambda line: line.names) | OF_LINES
_LONGEST = max(map(len, NAMES_TOO))

Said = tuple[Span, Line]


class InFrame(NamedTuple):
    """A frame in a paragraph, with the words in it."""

    frame: Span
    words: Sequence[Said]


class Frames:
    """What frames of one kind hold of some words; these are looked for only where the word of a line stands."""

    def __init__(self, frames: Sought, stretches: Sequence[str], words: Mapping[str, Line]) -> None:
        """Take the frames, the groups of which one is the stretch that holds words, and these."""
        self._frames, self._stretches, self._words = frames, stretches, words
        self.lines = Cued(words, self._lines)

    def said(self, paragraph: ParagraphFacts) -> Sequence[InFrame]:
        """Give the frames of a paragraph that hold words."""
        found: list[InFrame] = []
        for match in self._frames(paragraph):
            groups = match.groupdict()
            group = next(each for each in self._stretches if groups.get(each))
            if words := tuple(self._in(match[group], match.start(group))):
                found.append(InFrame(Span(*match.span()), words))
        return found

    def _lines(self, paragraph: ParagraphFacts) -> frozenset[str]:
        """Give the lines of which a word stands in a paragraph, each by its first name."""
        return frozenset([self._words[word].names[0] for word in paragraph.cues & self.lines.cues])

    def _in(self, stretch: str, begin: int) -> Iterator[Said]:
        """Yield the words in a stretch, the longest at each place."""
        at = 0
        while at < len(stretch):
            longest = range(min(_LONGEST, len(stretch) - at), 1, -1)
            word = next((stretch[at : at + size] for size in longest if stretch[at : at + size] in self._words), "")
            if word:
                yield Span(begin + at, begin + at + len(word)), self._words[word]
            at += len(word) or 1


class Standing(Cued[Sequence[Said]]):
    """Where some words stand in a paragraph, wherever that is: the longest at each place, and none inside another."""

    def __init__(self, words: Mapping[str, Line]) -> None:
        super().__init__(words, self._said)
        self._words = words

    def between(self, facts: Facts, begin: int, end: int) -> Iterator[Said]:
        """Yield what stands in a stretch of a text, with its place in that."""
        for start, said in facts.where(self, facts.starts[facts.paragraph_at(begin)], end):
            for span, line in said:
                if begin <= start + span.start and start + span.end <= end:
                    yield span.shifted(start), line

    def _said(self, paragraph: ParagraphFacts) -> Sequence[Said]:
        standing = sorted(paragraph.cues & self.cues, key=len)
        longest = {at: word for word in standing for at in starts(paragraph.text, word)}
        found: list[Said] = []
        for at, word in sorted(longest.items()):
            if not found or at >= found[-1][0].end:
                found.append((Span(at, at + len(word)), self._words[word]))
        return found


of_trades = Standing(TRADES)
"""Where a paragraph speaks of what is of one line alone."""
