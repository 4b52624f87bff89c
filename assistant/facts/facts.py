"""All that is known of a text: what rules and checklist read. How it is put together is `gathering`'s business.

What one paragraph's text alone decides is in `ParagraphFacts` and may be remembered; the rest is put together anew each
time.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, TypeVar

from assistant.decisions import NOBODY, LinkChoice, Profile, Stage
from assistant.facts import true_placeholders
from assistant.facts.cued import Cued
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_columns import Columns
from assistant.facts.paragraph_facts import ParagraphFacts, has_years_otherwise, with_years_in_digits
from assistant.facts.section_memory import SectionMemory
from assistant.language import markdown, quotations, years
from assistant.language.signs import Sign
from assistant.language.slip_found import Slip
from assistant.patterns import compiled_later
from assistant.structure.outline import Outline, Section
from assistant.templates.template import Template
from assistant.text import Edit, Span, length

_HOW_OFTEN = (
    "每(?:半?年|季|月|周|星期|天|日|个)|[一二两三四五六七八九十0-9](?:次|遍|回|个工作日)"  # of what is to be done
)
_TOPIC = compiled_later(
    f"^(?!.*(?:{_HOW_OFTEN}))(?:在?(?:带头|对照|聚焦|围绕)|.*方面$|[^，；]*(?:情况|问题|说明|剖析|措施)$)"
)
_LONG_CHAPTER = 15  # characters; what is longer, and ends in 。, is a sentence
_YEAR = compiled_later("(20[0-9]{2})年")
_CASE_HEADING = compiled_later("案例|反面典型|以案|警示教育")
_EMPTY_MARKS = compiled_later(r"[\s*#>。：；，、;:,.·—…-]|&nbsp;|##\w+##")
_INK = compiled_later(r"\S")
_SOLID = compiled_later(r"[^\s*#>。：；，、;:,.·—…&nbsp-]")  # none of those: where one stands, something is written
_length, _markdown = attrgetter("length"), attrgetter("markdown")  # of a paragraph

_YEARS_OTHERWISE = Cued(years.CUES, has_years_otherwise)

T = TypeVar("T")


def _shows(facts: Facts, section: Section, sign: Sign) -> bool:
    return facts.are_there(sign, section.start + len(section.number), section.end)


@dataclass(frozen=True)
class Facts:
    """All that is known of a text."""

    text: str
    template: Template | None
    paragraphs: tuple[ParagraphFacts, ...]
    starts: tuple[int, ...]
    columns: Columns = field(compare=False, repr=False)
    outline: Outline
    materials: tuple[MaterialFacts, ...]
    profile: Profile = NOBODY  # who writes
    links: tuple[LinkChoice, ...] = ()  # what the writer says belongs together
    last: LastYear | None = None  # his material of last year, where it is at hand
    slips: Mapping[str, tuple[Slip, ...]] = field(default_factory=dict)  # as far as known, by paragraphs' text
    stage: Stage = Stage.DRAFT  # how far the writer says he is
    _made: dict[tuple[object, int], Any] = field(default_factory=dict, compare=False, repr=False)

    def each(self, make: Callable[[ParagraphFacts], T]) -> list[T]:
        """Give what a function of a module makes of each paragraph; of those that did not change it is remembered."""
        return self.columns.of(make)

    def where(
        self, make: Callable[[ParagraphFacts], T | None], start: int = 0, end: int = sys.maxsize
    ) -> Sequence[tuple[int, T]]:
        """Give where the paragraphs begin of which a function makes anything, with what it makes; all, or those that begin in a stretch of text."""
        starts = self.starts
        return [(starts[index], made) for index, made in self.telling(make, start, end)]

    def telling(self, make: Callable[[ParagraphFacts], T | None], start: int, end: int) -> Sequence[tuple[int, T]]:
        """Give the same with the number of each paragraph in place of where it begins."""
        found = self.columns.telling(make)
        if not found or (start <= 0 and end >= len(self.text)):
            return found
        first, past = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return found[bisect_left(found, (first,)) : bisect_left(found, (past,))]

    def within(self, make: Callable[[ParagraphFacts], T | None], start: int, end: int) -> Iterator[tuple[int, T]]:
        """Yield the same of the paragraphs that lie in a stretch, if only in part; no others are looked at."""
        for index, made in self.columns.telling_in(make, self.paragraph_at(start), bisect_left(self.starts, end)):
            yield self.starts[index], made

    def once(self, make: Callable[[Facts, MaterialFacts], T], material: MaterialFacts) -> T:
        """Give what a function of a module makes of a material; several rules ask for the same, and it is made once."""
        key = make, id(material)  # they live as long as these facts
        if key not in self._made:
            self._made[key] = make(self, material)
        made: T = self._made[key]
        return made

    def resumed(self, make: Callable[[Facts, MaterialFacts, T | None], T], material: MaterialFacts) -> T:
        """Give what a function of a module makes of a material when it is told what it made of that in the text before.

        So it can take over what stayed the same; of a text before which none is known it is told None.
        """
        number = next(number for number, each in enumerate(self.materials) if each is material)
        return self.columns.resumed((make, number), lambda before: make(self, material, before))

    def of_section(self, make: Callable[..., T], section: Section, *about: Hashable) -> T:
        """Give what a function of a module makes of these facts, a section, and whatever else it is asked about.

        It is remembered while the section stays the same (section_memory): so it reads nothing but the section's
        paragraphs, and what it gives does not say where in the text the section begins.
        """
        made = self._sections.made.get((section.start, section.end))
        if made is None:
            made = self._sections.of(section, self._last_paragraph, self.in_case)
        key = (make, *about) if about else make
        if key not in made:
            made[key] = make(self, section, *about)
        found: T = made[key]
        return found

    def _last_paragraph(self, section: Section) -> int:
        return self.paragraph_at(section.end - 1)

    @cached_property
    def _sections(self) -> SectionMemory:
        length, paragraphs, same = len(self.text), len(self.paragraphs), self.columns.unchanged

        def next_to(before: SectionMemory | None) -> SectionMemory:
            return before.of_next(length, paragraphs, same) if before else SectionMemory(length)

        return self.columns.resumed(SectionMemory, next_to)

    @cached_property
    def markdown(self) -> tuple[Edit, ...]:
        """What takes the marks of Markdown off the text, in order; nothing where it has none."""
        if not self.columns.telling(_markdown):
            return ()
        found = zip(self.starts, self.paragraphs, strict=True)
        return markdown.edits((start, fact.text, fact.markdown) for start, fact in found)

    @cached_property
    def years_in_digits(self) -> str:
        """The text with its years in digits, for whoever looks for years; all positions are those of the text."""
        others = self.columns.telling(_YEARS_OTHERWISE)
        return "\n".join(self.each(with_years_in_digits)) if others else self.text

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The 字数 up to each paragraph, and at last of all."""
        return tuple(accumulate(self.each(_length), initial=0))

    @cached_property
    def placeholders(self) -> tuple[Span, ...]:
        """All placeholders of the text, in order."""
        found = self.where(true_placeholders.seeming)
        return tuple(true_placeholders.among(found, self.outline, self.markdown, self.in_case))

    def in_case(self, position: int) -> bool:
        """Tell whether a place lies under a heading that speaks of a case."""
        return any(span.start <= position < span.end for span in self._cases)

    @cached_property
    def _cases(self) -> tuple[Span, ...]:
        return tuple(Span(each.start, each.end) for each in self.outline.walk() if _CASE_HEADING.search(each.heading))

    @property
    def asked(self) -> Iterator[MaterialFacts]:
        """The materials that the template asks for; what is only taken for one by its headings is not judged."""
        return (material for material in self.materials if material.alignment)

    def year(self, material: MaterialFacts) -> int | None:
        """Give the year under review: the template's, or that in the title where the template has none."""
        if self.template and self.template.year and material.alignment:
            return self.template.year
        title = years.plain(material.outline.title or "").replace(" ", "")  # 「２０２５ 年」 too
        stated = _YEAR.search(title)
        return int(stated[1]) if stated else None

    def length(self, start: int, end: int) -> int:
        """Count the 字数 of a stretch; whole paragraphs are taken from what is known of them."""
        if end <= start:
            return 0
        first, last = self.paragraph_at(start), self.paragraph_at(end - 1)
        if first == last:
            return self._partly(first, start, end)
        inner = self.lengths[last] - self.lengths[first + 1]
        return self._partly(first, start, end) + inner + self._partly(last, start, end)

    def is_quoted(self, position: int) -> bool:
        """Tell whether a place stands in quotation marks."""
        index = self.paragraph_at(position)
        return quotations.is_quoted(self.paragraphs[index].text, position - self.starts[index])

    def paragraph_at(self, position: int) -> int:
        """Give the index of the paragraph that holds a position."""
        return bisect_right(self.starts, position) - 1

    def paragraphs_from(self, start: int, end: int) -> Iterator[tuple[int, ParagraphFacts]]:
        """Yield the paragraphs that begin in a stretch of text, each with where it begins."""
        chosen = slice(bisect_left(self.starts, start), bisect_left(self.starts, end))
        return zip(self.starts[chosen], self.paragraphs[chosen], strict=True)

    def signs(self, sign: Sign, start: int, end: int) -> Iterator[Span]:
        """Yield the signs of one kind inside a stretch of text."""
        starts = self.starts
        for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            if spans := self.paragraphs[index].signs(sign):
                begin = starts[index]
                for first, past in spans:
                    if start <= begin + first and begin + past <= end:
                        yield Span(begin + first, begin + past)

    def shows(self, sign: Sign, *sections: Section) -> bool:
        """Tell whether the text below headings shows a sign at all."""
        return any(self.of_section(_shows, each, sign) for each in sections)

    def are_there(self, sign: Sign, start: int, end: int) -> bool:
        """Tell whether there is a sign of one kind inside a stretch of text."""
        return next(self.signs(sign, start, end), None) is not None

    def _partly(self, index: int, start: int, end: int) -> int:
        begin, fact = self.starts[index], self.paragraphs[index]
        low, high = max(0, start - begin), min(len(fact.text), end - begin)
        if low <= 0 and high >= len(fact.text):
            return fact.length
        return length(fact.text[low:high])

    def body(self, section: Section) -> str:
        """Give a section's own text without heading, subsections, placeholders and bare marks."""
        pieces: list[str] = []
        at = section.heading_end
        for span in self._placeholders_in(section.heading_end, section.own_end):
            pieces.append(self.text[at : span.start])
            at = span.end
        pieces.append(self.text[at : section.own_end])
        return _EMPTY_MARKS.sub("", "".join(pieces))

    def has_text_below(self, section: Section) -> bool:
        """Tell whether anything but blanks stands below a heading's paragraph."""
        return _INK.search(self.text, section.paragraph_end, section.end) is not None

    def is_blank(self, section: Section) -> bool:
        """Tell whether nothing at all stands under a heading, not even a placeholder."""
        if _SOLID.search(self.text, section.heading_end, section.own_end):
            return False
        own = _EMPTY_MARKS.sub("", self.text[section.heading_end : section.own_end])
        return not own and not self._is_sentence(section) and all(self.is_blank(child) for child in section.children)

    def is_written(self, section: Section) -> bool:
        """Tell whether a heading has text of its own or written subsections; an item is text itself."""
        if (section.level >= 3 and section.heading) or self._is_sentence(section):
            return True
        first = next(self._placeholders_in(section.heading_end, section.own_end), None)
        if _SOLID.search(self.text, section.heading_end, first.start if first else section.own_end):
            return True  # told without reading it all
        return bool(self.body(section)) or any(self.is_written(child) for child in section.children)

    def _is_sentence(self, section: Section) -> bool:
        """Tell whether a heading says it all by itself: 「（一）理论武装不够。」, but not 「（一）担当作为方面。」."""
        closed = self.text[section.heading_end : section.heading_end + 1] in ("。", "；")
        sentence = section.level == 2 or (section.level == 1 and len(section.heading) > _LONG_CHAPTER)
        return closed and sentence and not _TOPIC.search(section.heading)

    def _placeholders_in(self, start: int, end: int) -> Iterator[Span]:
        for index in range(bisect_left(self.placeholders, (start,)), len(self.placeholders)):
            span = self.placeholders[index]
            if span.start >= end:
                return
            if span.end <= end:
                yield span
