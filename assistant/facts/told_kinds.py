"""Which statements of a paragraph tell what was done well, or what is to be done: one answer for all checks that ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language import statement_kinds
from assistant.language.quotations import is_quoted
from assistant.language.sentences import STATEMENT, STATEMENT_STOPS
from assistant.language.signs import SHORTCOMING
from assistant.patterns import compiled_later
from assistant.text import Span

_NUMBERED = compiled_later(
    r"[\s　]*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|(?:头|再|还有|第[一二三四五六])一?个)"
)
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
        closed = closed and not _NUMBERED.match(match[0])  # a heading in the line, which other checks read
        if closed and sum([start <= each.start < end for each in lacking]) <= _MOST and fits(match[0]):
            start += len(match[0]) - len(match[0].lstrip("”’」』）) 　"))
            if not is_quoted(text, start):
                yield Span(start, end)
