"""Which of what reads like a placeholder is one where it stands: no name that was hidden, no mark of Markdown, no heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language import placeholders
from assistant.language.placeholders import Placeholder
from assistant.structure.outline import Outline
from assistant.text import Edit, Span

_BRACKETS = "【[［〔<"


def seeming(paragraph: ParagraphFacts) -> ParagraphFacts | None:
    """Give a paragraph in which anything reads like a placeholder."""
    return paragraph if paragraph.placeholders else None


def among(
    paragraphs: Iterable[tuple[int, ParagraphFacts]],
    outline: Outline,
    marks: Sequence[Edit],
    in_case: Callable[[int], bool],
) -> Iterator[Span]:
    """Yield the placeholders of paragraphs, which come with where they begin, in order.

    `marks` are what takes Markdown off the text, in order; `in_case` tells whether a place is of a case.
    """
    for start, paragraph in paragraphs:
        for each in paragraph.placeholders:
            span = each.span.shifted(start)
            hidden = bool(each.name) and _is_hidden_name(each, span.start, paragraph.text, outline, in_case)
            in_brackets = paragraph.text[each.span.start] in _BRACKETS
            if not hidden and not _is_markdown(span, marks) and not (in_brackets and _holds_heading(span, outline)):
                yield span


def _is_hidden_name(
    placeholder: Placeholder, at: int, paragraph: str, outline: Outline, in_case: Callable[[int], bool]
) -> bool:
    """Tell whether a name was hidden on purpose, as 李某某 is, and 张×× where it is of a case; not the writer's own."""
    if any(each.start <= at < each.front_end for each in outline.materials):
        return False
    if placeholder.span.of(paragraph).startswith("某") or placeholders.is_of_a_case(paragraph, placeholder.span):
        return True
    return in_case(at)


def _is_markdown(span: Span, marks: Sequence[Edit]) -> bool:
    """Tell whether what looks like a placeholder is a mark of Markdown."""
    index = bisect_right(marks, (span.end,)) - 1 if marks else -1
    return index >= 0 and any(edit.end > span.start for edit in marks[max(0, index - 3) : index + 1])


def _holds_heading(span: Span, outline: Outline) -> bool:
    """Tell whether brackets hold a heading: 「【一、存在的问题】」."""
    return any(each.leading and span.start <= each.start < span.end for each in outline.walk())
