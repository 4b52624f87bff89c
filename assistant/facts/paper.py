"""What of a text stands on paper, in Word, print and PDF alike, and about how many pages it fills."""

from __future__ import annotations

from assistant.facts.facts import Facts
from assistant.structure import closing_places
from assistant.structure.blank_lines import on_paper
from assistant.structure.closing_places import Placing
from assistant.templates.layout import Layout

_KEPT_LEVELS = 2  # as in the styles of the Word file


def shown(facts: Facts) -> list[int]:
    """Give the numbers of the paragraphs that stand on paper."""
    front = [False] * len(facts.starts)
    for each in facts.outline.materials:
        for span in (each.title_span, each.byline_span):
            if span.end > span.start:
                first, last = facts.paragraph_at(span.start), facts.paragraph_at(span.end - 1)
                front[first : last + 1] = [True] * (last + 1 - first)
    return on_paper([fact.text for fact in facts.paragraphs], front)


def headings(facts: Facts) -> frozenset[int]:
    """Give the numbers of the paragraphs that stay with what follows: headings of the first levels with a line of their own."""
    return frozenset(
        facts.paragraph_at(section.start)
        for section in facts.outline.walk()
        if section.leading
        and section.level <= _KEPT_LEVELS
        and not facts.text[section.heading_end : section.paragraph_end].strip("。：:；;*# ")
    )


def closing(facts: Facts, layout: Layout) -> dict[int, Placing]:
    """Give where attachments, signature and date stand, by the numbers of their paragraphs."""
    placed = closing_places.of_text(facts.text, facts.outline, layout.characters_per_line)
    return {facts.paragraph_at(start): placing for start, placing in placed}


def pages(facts: Facts, layout: Layout) -> int:
    """Estimate how many pages a text fills (约N页); a heading that would end one begins the next."""
    kept, whole, placed = headings(facts), layout.lines_per_page, closing(facts, layout)
    used = waiting = 0  # lines: those that are full, and those of headings that wait for what follows
    for number in shown(facts):
        lines = layout.lines(_width(facts.paragraphs[number].text))
        lines += number in placed and placed[number].begins
        if number in kept:
            waiting += lines
            continue
        left = -used % whole
        used += left if waiting and left <= waiting else 0
        used, waiting = used + waiting + lines, 0
    return max(1, -(-(used + waiting) // whole))


def _width(text: str) -> int:
    """Give how many characters a paragraph is wide: figures and Latin letters are half as wide."""
    return len(text) - len(text.encode("ascii", "ignore")) // 2
