"""The numbered lists of a notice: 一、 （一） 1. ① 一是, each with what introduces it; and tables, whose rows need no number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.language.numbering import CIRCLED, Ordinal, Style, ordinals, value_of
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import SUBJECT_WORDS
from assistant.templates.notice.tables import TOTAL, Table, name_cell
from assistant.text import Span

_LONGEST = 1500
_ANNEX = re.compile("^附件[0-9一二三四五]{0,2}(?:：?[^\n：]{0,40})?$", re.MULTILINE)
_CELL = 8
_FEWEST_ROWS = 3
_ROW_FORM = (Style.DIGIT, "\t")
_CIRCLED_WITHIN = re.compile(f"(?<=[\u4e00-\u9fff）”]) ?[{CIRCLED}]")
_COMMANDING = re.compile("(?:^|(?<=[。；：，]))([一二三四五六七八九])(?:要(?=带头|在|[^，。]{2,20}方面)|(?=[看查对]))")
_HEAD = re.compile(r"[^。；：，\n\t]{0,40}")


@dataclass(slots=True)
class Item:
    """A numbered item: `start` is at its number, `body` after it, `end` where its list goes on or its parent ends."""

    start: int
    body: int
    form: tuple[Style, str]
    value: int
    parent: Item | None
    end: int = 0
    line_end: int = 0

    def head(self, flat: str) -> str:
        match = _HEAD.match(flat, self.body)
        return match[0] if match else ""


@dataclass(slots=True)
class Listing:
    """A run of items 1, 2, 3 … of one style."""

    items: list[Item] = field(default_factory=list)

    @property
    def parent(self) -> Item | None:
        return self.items[0].parent


def listings(page: Page) -> list[Listing]:
    """Find the numbered lists, in the order of their first items."""
    found: list[Listing] = []
    stack: list[Listing] = []
    annexes = [match.start() for match in _ANNEX.finditer(page.flat)]
    for start, ordinal in _ordinals(page.flat):
        position, body = start + ordinal.start, start + ordinal.end
        while annexes and annexes[0] <= position:
            _close(stack, 0, annexes.pop(0))  # what an annex lists is of no section of the notice
        while page.flat[body : body + 1] in ("\t", " "):  # the number has a cell of its own
            body += 1
        depth = _depth(stack, ordinal)
        if depth is None and ordinal.value == 1:
            stack.append(Listing())
            found.append(stack[-1])
        elif depth is not None and ordinal.value == 1:
            _close(stack, depth, position)
            stack.append(Listing())
            found.append(stack[-1])
        elif depth is not None and 0 < ordinal.value - stack[depth].items[-1].value <= 2:
            _close(stack, depth + 1, position)
            stack[depth].items[-1].end = position
        else:
            continue
        parent = stack[-2].items[-1] if len(stack) > 1 else None
        item = Item(position, body, _form(ordinal), ordinal.value, parent)
        item.line_end = page.line(body).end if body < len(page.flat) else body
        stack[-1].items.append(item)
    _close(stack, 0, len(page.flat))
    numbered = {item.start for listing in found for item in listing.items}
    found += [each for table in page.tables.all if (each := _of_rows(page, table, numbered)).items]
    return sorted(found, key=lambda each: each.items[0].start)


def _of_rows(page: Page, table: Table, numbered: set[int]) -> Listing:
    """Make a list of the rows of a table that have no numbers; what a total counts is none of them."""
    listing = Listing()
    if len(table.rows) < _FEWEST_ROWS or any(row.span.start in numbered for row in table.rows):
        return listing
    if len({row.cells[0].of(page.flat) for row in table.rows if SUBJECT_WORDS.match(page.flat, *row.cells[0])}) > 1:
        return listing  # whose each is, its first column says
    for row in table.rows:
        named = name_cell(page.flat, row)
        if named is None or TOTAL.search(page.flat, *row.cells[named]):
            continue
        ends = row.span.end
        item = Item(row.span.start, row.cells[named].start, _ROW_FORM, len(listing.items) + 1, None, ends, ends)
        listing.items.append(item)
    return listing


def introduction(page: Page, listing: Listing) -> Span:
    """Give the sentence before a list, or the one the list stands in."""
    first = listing.items[0].start
    flat = page.flat
    end = page.tables.start(first)
    while end > 0 and flat[end - 1] in "\n 。：":
        end -= 1
    if end == 0:
        return Span(0, first)
    start = page.sentence(end - 1).start
    for _ in range(4):  # the head of a table stands between
        if start == 0 or end - start > _CELL or flat[end] == "：" or flat[start - 1] != "\n":
            break
        end = start - 1
        start = page.sentence(max(end - 1, 0)).start
    return Span(start, first)


def _form(ordinal: Ordinal) -> tuple[Style, str]:
    """Tell the form of a number: 「1、」 and 「1.」 number different lists."""
    return ordinal.style, ordinal.raw.strip()[-1] if ordinal.style is Style.DIGIT else ""


def _depth(stack: list[Listing], ordinal: Ordinal) -> int | None:
    """Tell which of the open lists a number belongs to; a slip in its form is forgiven where it goes on counting."""
    for n, each in enumerate(stack):
        if each.items[-1].form == _form(ordinal):
            return n
    for n, each in enumerate(stack):
        if each.items[-1].form[0] is ordinal.style and each.items[-1].value + 1 == ordinal.value:
            return n
    return None


def _close(stack: list[Listing], depth: int, position: int) -> None:
    while len(stack) > depth:
        stack.pop().items[-1].end = position


def _besides(paragraph: str) -> Iterator[Ordinal]:
    """Yield 一要 二要, 一看 二看, which number as 一是 does, and circled numbers within a sentence."""
    for match in _CIRCLED_WITHIN.finditer(paragraph):
        value = value_of(match[0].strip())
        yield Ordinal(Style.CIRCLED, value, match[0], match.start(), match.end(), leading=False, sure=True)
    for match in _COMMANDING.finditer(paragraph):
        yield Ordinal(Style.IS, value_of(match[1]), match[0], match.start(), match.end(), match.start() == 0, sure=True)


def _ordinals(flat: str) -> Iterator[tuple[int, Ordinal]]:
    """Yield the ordinals of each paragraph with its start; a very long one is taken in pieces, to stay linear."""
    start = 0
    while start < len(flat):
        end = flat.find("\n", start)
        end = len(flat) if end < 0 else end
        if end - start > _LONGEST:
            cut = max(flat.rfind(stop, start + 1, start + _LONGEST) for stop in "。；")
            end = cut + 1 if cut > start else start + _LONGEST
        paragraph = flat[start:end]
        found = [*ordinals(paragraph), *_besides(paragraph)]
        for ordinal in sorted(found, key=lambda each: each.start):
            yield start, ordinal
        start = end + 1 if flat[end : end + 1] == "\n" else end
