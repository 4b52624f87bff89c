"""A text's paragraphs on their way into the outline: each knows the marks of `marks.scan` and what may become of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.numbering import Ordinal, Style
from assistant.structure import unnumbered
from assistant.structure.marks import Mark, heading_text

_LONGEST_UNNUMBERED = 60  # characters
_SHORT = 30


class Line:
    """A paragraph on its way into the outline. All of a text are made anew after every key, so they are made plainly."""

    __slots__ = ("in_contents", "index", "is_named", "leading", "marks", "start", "text")

    def __init__(self, index: int, start: int, text: str, marks: tuple[Mark, ...]) -> None:
        self.index = index
        self.start = start
        self.text = text
        self.marks = marks
        self.in_contents = False
        self.is_named = False  # a heading known by its words alone
        first = marks[0] if marks else None
        self.leading = first if first and first.ordinal and first.ordinal.leading else None

    def become_heading(self, depth: int) -> None:
        """Take over the level that a Word file gives the line, if it could be a heading at all."""
        if not depth or len(self.text) > _LONGEST_UNNUMBERED or self.text[-1] in "。；":
            return
        if self.leading:
            self.leading = replace(self.leading, depth=depth)
            self.marks = (self.leading, *self.marks[1:])
        elif not self.marks:
            self.marks = (Mark(None, 0, heading_text(self.text), len(self.text), depth),)

    @property
    def may_be_named(self) -> bool:
        """Whether its words may show it to be a heading: it has no number, or one that is mostly an item's."""
        if not self.marks:
            return True
        ordinal = self.leading.ordinal if self.leading else None
        return len(self.marks) == 1 and ordinal is not None and ordinal.style in (Style.DIGIT, Style.ORDINAL)

    def become_named(self, level: int) -> None:
        """Take the line for a heading that bears no number."""
        heading = unnumbered.bare(self.text)
        start = max(0, self.text.find(heading))
        self.marks, self.is_named = (Mark(None, start, heading, len(self.text), level),), True

    @property
    def front_text(self) -> str:
        """The text as the front matter sees it: a table of contents is not part of that."""
        return "" if self.in_contents else self.text

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it could be a name or a date, or is empty; no sentence and no heading."""
        return not self.text or (not self.leading and len(self.text) <= _SHORT and self.text[-1] not in "。；，：")

    @property
    def leads_a_section(self) -> bool:
        """Whether a heading begins here, as a Word file or its number shows: 1. may number an attachment as well."""
        ordinal = self.leading.ordinal if self.leading else None
        return any(mark.depth for mark in self.marks) or (ordinal is not None and ordinal.style is not Style.DIGIT)

    def listed_after(self, known: Ordinal | None) -> Ordinal | None:
        """Give the line's number where it goes on a list, or begins one, and is no sentence."""
        ordinal = self.leading.ordinal if self.leading else None
        follows = (
            ordinal
            and (ordinal.style is known.style if known else True)
            and ordinal.value == (known.value if known else 0) + 1
        )
        return ordinal if follows and len(self.text) <= _LONGEST_UNNUMBERED and self.text[-1] != "。" else None

    def make_items(self, chosen: Sequence[Mark]) -> None:
        """Take some of the line's 一、 for items of a list."""
        self.marks = tuple(
            replace(mark, ordinal=replace(mark.ordinal, style=Style.HAN_ITEM))
            if mark in chosen and mark.ordinal
            else mark
            for mark in self.marks
        )
        if self.leading and self.leading in chosen:
            self.leading = self.marks[0]

    def list_within(self) -> None:
        """Take 一、…；二、…； inside the paragraph for a list."""
        if len(self.marks) < 2:
            return
        inner = [m for m in self.marks if m.ordinal and m.ordinal.style is Style.HAN and not m.ordinal.leading]
        values = [mark.ordinal.value for mark in inner if mark.ordinal]
        if len(values) > 1 and values == list(range(1, len(values) + 1)):
            self.make_items(inner)

    def become(self, style: Style) -> None:
        """Give the line's number another style."""
        if self.leading and self.leading.ordinal:
            self.leading = replace(self.leading, ordinal=replace(self.leading.ordinal, style=style, sure=True))
            self.marks = (self.leading, *self.marks[1:])

    def chapter(self, style: Style) -> int:
        """Give the number of the chapter that begins here, numbered in a style; 0 where none does."""
        ordinal = self.leading.ordinal if self.leading else None
        return ordinal.value if ordinal and ordinal.style is style else 0
