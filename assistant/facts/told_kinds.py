"""Which statements of a paragraph tell what was done well, or what is to be done: one answer for all checks that ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language import statement_kinds
from assistant.language.quotations import is_quoted
from assistant.language.sentences import STATEMENT, STATEMENT_STOPS
from assistant.language.signs import SHORTCOMING
from assistant.text import Span

_MOST = 2  # signs of what lacks; more than so many are not all said of what did not happen


def done_well(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give the statements that tell what was done well and nothing of what lacked."""
    return tuple(_those(paragraph, statement_kinds.is_done_well))


def intended(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give the statements that tell what is to be done and nothing of how it was."""
    return tuple(_those(paragraph, statement_kinds.is_intended))


def _those(paragraph: ParagraphFacts, fits: Callable[[str], bool]) -> Iterator[Span]:
    text, lacking = paragraph.text, paragraph.signs(SHORTCOMING)
    for match in STATEMENT.finditer(text):
        start, end = match.span()
        closed = text[end : end + 1] in STATEMENT_STOPS and end < len(text)  # what is none may be a label, a cell
        if closed and sum([start <= each.start < end for each in lacking]) <= _MOST and fits(match[0]):
            start += len(match[0]) - len(match[0].lstrip("”’」』）) 　"))
            if not is_quoted(text, start):
                yield Span(start, end)
