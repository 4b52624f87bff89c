"""A pattern that is looked for paragraph by paragraph, and only where one of its cues stands.

To go through a paragraph with a pattern takes microseconds, and there are hundreds of patterns; whether a word stands in
it is known in a twentieth of that. So a pattern names words of which one is in all that it finds; that this is so is
proved from the pattern itself (tests/facts/test_sought.py). What was found is remembered with the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.patterns import compiled_later


class Sought:
    """What a pattern finds in a paragraph, as a function for `Facts.where`. Without cues it is looked for everywhere."""

    def __init__(self, cues: tuple[str, ...], pattern: str) -> None:
        self.cues = cues
        self.pattern = compiled_later(pattern)

    def __call__(self, paragraph: ParagraphFacts) -> tuple[re.Match[str], ...]:
        text = paragraph.text
        for cue in self.cues:
            if cue in text:
                return tuple(self.pattern.finditer(text))
        return () if self.cues else tuple(self.pattern.finditer(text))

    def between(self, facts: Facts, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield what stands in a stretch of a text: where its paragraph begins, and the match in that."""
        first = facts.starts[facts.paragraph_at(start)] if start else 0
        for begin, found in facts.where(self, first, end):
            for match in found:
                if start <= begin + match.start() and begin + match.end() <= end:
                    yield begin, match
