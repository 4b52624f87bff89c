"""Which statements of a paragraph tell what was done well, or what is to be done: one answer for all checks that ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

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


# With these begin signs that may lack nothing: 「没有差错」, 「不再等」, 「老问题逐个上门谈」
_MAY_LACK_NOTHING = frozenset("没不未无零问短难少硬")


def done_well(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give the statements that tell what was done well and nothing of what lacked."""
    return paragraph.kept(_told)[0]


def intended(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give the statements that tell what is to be done and nothing of how it was."""
    return paragraph.kept(_told)[1]


def _told(paragraph: ParagraphFacts) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give both, which are found in one pass."""
    well: list[Span] = []
    due: list[Span] = []
    for span, may_lack_nothing in _whole(paragraph):
        statement = span.of(paragraph.text)
        if may_lack_nothing and statement_kinds.is_done_well(statement):
            told = well
        elif (may_lack_nothing and statement_kinds.is_intended(statement)) or statement_kinds.is_worded_as_measure(
            statement
        ):
            told = due
        elif statement_kinds.is_worded_as_account(statement):
            told = well
        else:
            continue
        if not is_quoted(paragraph.text, span.start):
            told.append(span)
    return tuple(well), tuple(due)


def _whole(paragraph: ParagraphFacts) -> Iterator[tuple[Span, bool]]:
    """Yield the whole statements, and of each whether it may be one that lacks nothing: it has few signs of that."""
    text, lacking = paragraph.text, [each.start for each in paragraph.signs(SHORTCOMING)]
    for match in STATEMENT.finditer(text):
        start, end = match.span()
        closed = text[end : end + 1] in STATEMENT_STOPS and end < len(text)  # what is none may be a label, a cell
        if not closed or _NUMBERED.match(text, start):
            continue  # a number begins a heading in the line, which other checks read
        signs = lacking[bisect_left(lacking, start) : bisect_left(lacking, end)]
        may = not signs or (len(signs) <= _MOST and not _MAY_LACK_NOTHING.isdisjoint([text[sign] for sign in signs]))
        yield Span(start + len(match[0]) - len(match[0].lstrip("”’」』）) 　")), end), may
