"""Last year's file as a value: its text, what it was written for, and what is asked of it again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from assistant.facts import identify
from assistant.facts.last_year.placement import Piece, place
from assistant.facts.last_year.written_year import WrittenYear, written_year
from assistant.patterns import compiled_later
from assistant.structure.marks import scan
from assistant.structure.outline import MaterialOutline, Outline
from assistant.structure.parsing import parse
from assistant.templates.template import Template
from assistant.text import Span, paragraphs
from assistant.text_memory import remembered

_LEAST = 6  # characters of a sentence that is one's own; shorter ones everybody writes
_AROUND = " 。！？；：，、*#"
_SENTENCE = compiled_later("[^。！？；\n]+[。！？；]?[”’」』）)]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A problem of last year with the measures against it; a measure that belongs to no problem has a row of its own.

    The spans are in last year's text; rows of a 整改清单 have none. `group` names the aspect that the problem stood under.
    What a 整改清单 itself tells, as it tells it: `done` what was done (完成情况), `deadline` until when it was to be done
    (完成时限), `unit` and `owner` by whom (责任单位, 责任人); of several measures that differ, in their order.
    """

    problem: str
    measures: tuple[str, ...] = ()
    group: str = ""
    problem_span: Span | None = None
    measure_spans: tuple[Span, ...] = ()
    done: str = ""
    deadline: str = ""
    unit: str = ""
    owner: str = ""


@dataclass(frozen=True)
class LastYear:
    """The writer's own earlier material that this year's is held against. Its text is canonical, empty where there is none.

    `templates` are what its materials were written for, one for each, None where nobody knows; `recognised` makes one.
    `listed` are the problems and measures of last year's 整改清单, where it is at hand: they win over those of the text.
    """

    text: str
    templates: tuple[Template | None, ...] = ()
    # As a Word file styled them
    headings: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    listed: tuple[Row, ...] = ()
    name: str = ""  # of its file
    sure: bool = False  # what it was written for is known, and not guessed

    @cached_property
    def outline(self) -> Outline:
        return parse(self.text, headings=self.headings)

    @property
    def template(self) -> Template | None:
        """What it was written for, as far as known."""
        return next((template for template in self.templates if template), None)

    @cached_property
    def written(self) -> WrittenYear | None:
        """The year it was written for, and whether it says so itself."""
        first = self.outline.materials[0]
        asked = self.template.year if self.template else None
        byline = first.byline_span.of(self.text)
        return written_year(first.title or "", self.name, asked, sure=self.sure, dated=byline)

    @property
    def year(self) -> int | None:
        return self.written.year if self.written else None

    @property
    def called(self) -> str:
        """How messages speak of it: 「2024年的材料」."""
        return f"{self.year}年的材料" if self.year else "以往的材料"

    def doubt(self, year: int | None) -> str:
        """Say of which year it is, where that is not the one before `year`; "" where it is, or where nobody knows."""
        if not (self.written and year) or self.year == year - 1:
            return ""
        return f"{self.written.told}，不是上一年度（{year - 1}年度）的，请核对所选是否正确。"

    def main(self, new: Template) -> MaterialOutline:
        """Give the material that is meant, of several in one file: the first that speaks for the same."""
        fitting = [
            m for m, of_one in zip(self.outline.materials, self._of_one, strict=True) if of_one is new.subject.of_one
        ]
        return next(iter(fitting), self.outline.materials[0])

    @cached_property
    def _of_one(self) -> tuple[bool, ...]:
        """Whether a single person speaks in each of its materials."""
        return tuple(identify.kind(self.text, material)[1] for material in self.outline.materials)

    def former(self, material: MaterialOutline) -> Template | None:
        """Give what a material of it was written for, where that is known."""
        number = self.outline.materials.index(material)
        return self.templates[number] if number < len(self.templates) else None

    def placed(self, new: Template) -> tuple[Piece, ...]:
        """Find a place under this year's template for every piece of all its materials, in the order of the text."""
        return tuple(
            piece
            for material in self.outline.materials
            for piece in place(self.text, material, self.former(material), new)
        )

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Its sentences without numbers, as `sentences` gives them."""
        return frozenset(words for _, words in sentences(self.text))


def recognised(
    text: str,
    known: Sequence[Template],
    own: Template | None = None,
    headings: Mapping[str, int] = MappingProxyType({}),
    name: str = "",
) -> LastYear:
    """Make a value of last year's text; what each material was written for is guessed, unless the file says it (`own`).

    `name` is the file's, which may tell the year.
    """
    materials = parse(text, headings=headings).materials
    if own:
        return LastYear(text, (own,) * len(materials), headings, name=name, sure=True)
    guesses = (identify.guess(text[m.start : m.end], known) for m in materials)
    return LastYear(text, tuple(guess.template if guess else None for guess in guesses), headings, name=name)


def sentences(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the sentences of a text that are long enough to be somebody's own, with their words: no number, no final mark."""
    for start, paragraph in paragraphs(text):
        for span, words in _sentences(paragraph):
            yield span.shifted(start), words


@remembered(256)  # a key changes one paragraph
def _sentences(paragraph: str) -> tuple[tuple[Span, str], ...]:
    """Cut a paragraph at its stops and before its items (「…方面：一是…」)."""
    numbers = [mark.ordinal for mark in scan(paragraph) if mark.ordinal]
    begins = [number.end for number in numbers]
    ends = [number.start for number in numbers]
    if not (numbers and numbers[0].leading):
        begins, ends = [0, *begins], [0, *ends]
    found: list[tuple[Span, str]] = []
    for begin, end in zip(begins, [*ends[1:], len(paragraph)], strict=True):
        for match in _SENTENCE.finditer(paragraph, begin, end):
            words = match[0].strip(_AROUND)
            if len(words) >= _LEAST:
                found.append((Span(*match.span()), words))
    return tuple(found)


def untouched(text: str, last: LastYear, template: Template | None = None) -> tuple[Span, ...]:
    """Find the sentences of a text that stand unchanged in last year's (去年原句), whatever their number and place.

    What this year's template itself words so, as headings, is nobody's sentence.
    """
    known, worded = last.sentences, prescribed(template) if template else frozenset()
    return tuple(span for span, words in sentences(text) if words in known and words not in worded)


def prescribed(template: Template) -> frozenset[str]:
    """Give the headings and wordings that a template prescribes, without what stands around them."""
    parts = [*template.parts, *(aspect for frame in template.frames for aspect in frame.aspects)]
    wordings = {wording for part in parts for wording in (part.heading, *part.wordings)}
    return frozenset(each.strip(" 。") for each in (*wordings, template.title))
