"""A pattern that is looked for paragraph by paragraph, and only where one of its cues stands.

That this is so of all that it finds is proved from the pattern itself (tests/facts/test_sought.py). What was found is
remembered with the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from assistant.facts.cued import Cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.patterns import compiled_later
from assistant.text import Span


class Sought(Cued[tuple[re.Match[str], ...]]):
    """What a pattern finds in a paragraph, as a function for `Facts.where`, or for a rule that reads one paragraph."""

    def __init__(self, cues: Iterable[str], pattern: str) -> None:
        super().__init__(cues, self._found)
        self.pattern = compiled_later(pattern)

    def _found(self, paragraph: ParagraphFacts) -> tuple[re.Match[str], ...]:
        return tuple(self.pattern.finditer(paragraph.text))

    def between(self, facts: Facts, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield what stands in a stretch of a text: where its paragraph begins, and the match in that."""
        found = facts.columns.telling(self)
        if not found:
            return  # as in most texts
        starts = facts.starts
        for index, matches in islice(found, bisect_left(found, (facts.paragraph_at(start),)), None) if start else found:
            begin = starts[index]
            if begin >= end:
                return
            for match in matches:
                if start <= begin + match.start() and begin + match.end() <= end:
                    yield begin, match


class SoughtStretches:
    """What a function finds in a stretch of text, paragraph by paragraph; of whole paragraphs it is remembered."""

    def __init__(self, cues: Iterable[str], find: Callable[[str, int, int], Iterable[Span]]) -> None:
        """Take the words of which one stands in each paragraph in which `find` finds anything."""
        self._find = find
        self._of_whole = Cued(cues, self._found)

    def _found(self, paragraph: ParagraphFacts) -> tuple[Span, ...]:
        return tuple(self._find(paragraph.text, 0, len(paragraph.text)))

    def between(self, facts: Facts, start: int, end: int) -> Iterator[Span]:
        """Yield what is found in a stretch that may begin and end inside a paragraph."""
        first, last = facts.paragraph_at(start), facts.paragraph_at(max(start, end - 1))
        yield from self._in_part(facts, first, start, end)
        for begin, found in facts.where(self._of_whole, facts.starts[first] + 1, facts.starts[last]):
            yield from (span.shifted(begin) for span in found)
        if last > first:
            yield from self._in_part(facts, last, start, end)

    def _in_part(self, facts: Facts, index: int, start: int, end: int) -> Iterator[Span]:
        begin, paragraph = facts.starts[index], facts.paragraphs[index]
        if self._of_whole.cues.isdisjoint(paragraph.cues):
            return
        text = paragraph.text
        for span in self._find(text, max(0, start - begin), min(len(text), end - begin)):
            yield span.shifted(begin)
