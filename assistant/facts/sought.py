"""A pattern that is looked for paragraph by paragraph, and only where one of its cues stands.

That this is so of all that it finds is proved from the pattern itself (tests/facts/test_sought.py). What was found is
remembered with the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.facts.cued import Cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.patterns import compiled_later


class Sought(Cued[tuple[re.Match[str], ...]]):
    """What a pattern finds in a paragraph, as a function for `Facts.where`, or for a rule that reads one paragraph."""

    def __init__(self, cues: Iterable[str], pattern: str) -> None:
        super().__init__(cues, self._found)
        self.pattern = compiled_later(pattern)

    def _found(self, paragraph: ParagraphFacts) -> tuple[re.Match[str], ...]:
        return tuple(self.pattern.finditer(paragraph.text))

    def between(self, facts: Facts, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield what stands in a stretch of a text: where its paragraph begins, and the match in that."""
        first = facts.starts[facts.paragraph_at(start)] if start else 0
        for begin, found in facts.where(self, first, end):
            for match in found:
                if start <= begin + match.start() and begin + match.end() <= end:
                    yield begin, match
