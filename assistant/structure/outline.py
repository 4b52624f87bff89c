"""What a text shows of its structure: materials, each with title, name line, preface and a tree of headings and items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from assistant.language.numbering import Style
from assistant.structure.closing import ClosingLine
from assistant.text import Span


class Section(NamedTuple):
    """A heading with all that belongs to it, or a numbered item. Positions are in the text.

    `level` is the level of the number's style, one deeper where a style of the same level stands inside another
    (一是 under 1.). `number` is as written, "" for none. `heading` is the heading alone: no number, markup or final
    mark; of an item that runs into its text, the leading sentence. `end` is where the next section not below begins, or
    what closes the material (附件, 落款).
    """

    level: int
    style: Style | None
    value: int
    number: str
    heading: str
    start: int
    heading_end: int
    paragraph_end: int
    end: int
    line: int
    leading: bool
    children: tuple[Section, ...] = ()

    @property
    def own_end(self) -> int:
        """Where the section's own text ends and its first child begins."""
        return self.children[0].start if self.children else self.end

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


IN_A_PREFACE = (Style.IS, Style.ORDINAL)  # 「会前，一是学……；二是听……」: of items before the first chapter


@dataclass(frozen=True)
class MaterialOutline:
    """One 对照检查材料 in a text. `title` joins the lines of a broken title; `byline` are the name and date lines.

    `closing` are its last lines, by the numbers of their paragraphs in the text: attachments, who signs, the date. They
    belong to no section; `body_end` is where they begin, or the end.
    """

    start: int
    end: int
    body_end: int
    title: str | None
    title_span: Span
    byline_span: Span
    preface_span: Span
    sections: tuple[Section, ...]
    closing: tuple[ClosingLine, ...] = ()

    @property
    def chapters(self) -> tuple[Section, ...]:
        """The sections but for the items that the preface tells."""
        return tuple(each for each in self.sections if each.start >= self.preface_span.end)

    @property
    def front_end(self) -> int:
        """Where title and name lines end, whichever stands below the other."""
        return max(self.title_span.end, self.byline_span.end)

    def walk(self) -> Iterator[Section]:
        """Yield all sections, in reading order."""
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Section, ...]:
        return tuple(chain.from_iterable(section.walk() for section in self.sections))


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a text shows of its structure; there is always at least one material."""

    materials: tuple[MaterialOutline, ...]
    contents: tuple[Span, ...] = ()  # tables of contents, lists of attachments: no headings, though they look so

    def walk(self) -> Iterator[Section]:
        for material in self.materials:
            yield from material.walk()
