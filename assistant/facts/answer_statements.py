"""What answers say, statement by statement: the pairs and counted things of each that could be those of a problem."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import off_the_matter
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered

_LEAST = 5  # pairs that say what a statement is about
# What is done about many faults, in words of its own
_FOR_MANY = compiled_later("(?<![中小大同])学(?![校生期位院区籍])|读|谈|批评|意见")
_NUMBER = compiled_later("^[0-9]{1,2}[.．、]")  # of an item: no figure
CLOSES = compiled_later("批评指正|批评帮助|不妥|恳请|请大家|请同志们|接受监督")


class Statement(NamedTuple):
    """A statement of a paragraph, with its pairs and counted things; `counts`: it says enough to be compared."""

    span: Span
    words: frozenset[str]
    counts: bool


def words_of(paragraph: ParagraphFacts) -> frozenset[str]:
    """Give the pairs and counted things of a paragraph."""
    return off_the_matter.told(paragraph.text)


def words_said(paragraph: ParagraphFacts) -> frozenset[str]:
    """Give the same of a paragraph of which the statements are asked for as well."""
    return frozenset[str]().union(*[each.words for each in paragraph.kept(of_paragraph)])


def whole_and_ends(facts: Facts, said: Span) -> tuple[range, list[Span]]:
    """Give the numbers of the paragraphs that an answer holds whole, and where it holds the first or last in part."""
    first, last = facts.paragraph_at(said.start), bisect_left(facts.starts, said.end) - 1
    end_of_first, end_of_last = (facts.starts[each] + len(facts.paragraphs[each].text) for each in (first, last))
    begins_within, ends_within = facts.starts[first] < said.start, said.end < end_of_last
    ends = [Span(said.start, min(end_of_first, said.end))] if begins_within else []
    if ends_within and not (begins_within and first == last):
        ends.append(Span(facts.starts[last], said.end))
    return range(first + begins_within, last + 1 - ends_within), ends


def statements(facts: Facts, said: Span) -> Iterator[Statement]:
    """Yield the statements of an answer; of one that it begins in, what is in it."""
    first = facts.starts[facts.paragraph_at(said.start)]
    for start, paragraph in facts.paragraphs_from(first, said.end):
        for each in paragraph.kept(of_paragraph):
            begin, end = start + each.span.start, start + each.span.end
            if said.start < end <= said.end:
                said_here = each[1:] if begin >= said.start else _cut(facts.text[said.start : end])
                yield Statement(Span(max(begin, said.start), end), *said_here)


def of_paragraph(paragraph: ParagraphFacts) -> tuple[Statement, ...]:
    """List the statements of a paragraph."""
    found = STATEMENT.finditer(paragraph.text)
    return tuple([Statement(Span(*match.span()), *_told(match[0])) for match in found])


def may_be_strange(said: str) -> bool:
    """Tell whether a statement is concrete, and nothing that may be done about any fault."""
    return not _FOR_MANY.search(said) and off_the_matter.CONCRETE.search(_NUMBER.sub("", said)) is not None


def _told(said: str) -> tuple[frozenset[str], bool]:
    """Look at one statement; what asks to be criticised at the end does not count."""
    words = off_the_matter.told(said)
    return words, len(words) >= _LEAST and not CLOSES.search(said)


_cut = remembered(64)(_told)  # what an answer begins in the middle of; after a key it is the same
