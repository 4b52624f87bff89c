"""What is known of one of the materials in a text: which of the template's parts it has, and how far they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from assistant.facts.alignment import Alignment, Answer
from assistant.patterns import compiled_later
from assistant.structure import sequence
from assistant.structure.outline import MaterialOutline, Section
from assistant.structure.sequence import Misnumbering
from assistant.templates.template import Part, PartKind
from assistant.text import Span

_OF_LAST_YEAR = compiled_later(
    "(?:上一?年|去年|上一?次|20[0-9]{2}年度).{0,24}(?:整改|落实|改进)[^，。；]{0,8}(?:情况|落实)"
)


class State(Enum):
    """How far a part is written."""

    WRITTEN = "written"
    FINDINGS = "findings"  # written, and something to look at in it
    EMPTY = "empty"
    MISSING = "missing"


@dataclass(frozen=True)
class PartFact:
    """One part of the template as the text has it.

    `elsewhere` says in the writer's words where he has answered it (「已在前言说明」); `problems` counts the numbered
    problems of an aspect, None where they are not numbered.
    """

    answer: Answer
    state: State
    length: int
    problems: int | None
    elsewhere: str = ""

    @property
    def part(self) -> Part:
        return self.answer.part

    @property
    def parent(self) -> Part | None:
        return self.answer.parent

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of text that answer the part."""
        return tuple(Span(s.start, s.end) for s in self.answer.sections) or self.answer.mentions


@dataclass(frozen=True)
class MaterialFacts:
    """One material of the text; `alignment` and `parts` are empty where the template does not ask for it."""

    outline: MaterialOutline
    alignment: Alignment | None
    parts: tuple[PartFact, ...]

    @cached_property
    def misnumberings(self) -> tuple[Misnumbering, ...]:
        """Where the numbers of its headings and items do not follow each other."""
        return tuple(sequence.misnumberings(self.outline))

    @cached_property
    def previous(self) -> tuple[Section, ...]:
        """The sections that report what became of last year's promises; by their headings where the template asks for none."""
        asked = self.of_kind(PartKind.PREVIOUS_RECTIFICATION)
        if asked:
            return asked.answer.sections
        of_others = {section.start for fact in self.parts for section in fact.answer.sections}
        named = (each for each in self.outline.sections if _OF_LAST_YEAR.search(each.heading))
        return tuple(each for each in named if each.start not in of_others)

    def part(self, part_id: str) -> PartFact | None:
        return next((fact for fact in self.parts if fact.part.id == part_id), None)

    def of_kind(self, kind: PartKind) -> PartFact | None:
        return next(iter(self._by_kind.get(kind, ())), None)

    @cached_property
    def _by_kind(self) -> Mapping[PartKind, Sequence[PartFact]]:
        found: dict[PartKind, list[PartFact]] = {}
        for fact in self.parts:
            found.setdefault(fact.part.kind, []).append(fact)
        return found

    def answers(self, *kinds: PartKind) -> tuple[Span, ...]:
        """Give the stretches of text that answer parts of some kinds, a section or a mention each."""
        answering = [fact for kind in kinds for fact in self._by_kind.get(kind, ())]
        return tuple([span for fact in answering for span in fact.spans])

    @cached_property
    def answering(self) -> frozenset[int]:
        """Where the sections begin that answer parts: what their headings say is asked for."""
        return frozenset([section.start for fact in self.parts for section in fact.answer.sections])

    def written(self, kind: PartKind) -> Sequence[PartFact]:
        """Give the parts of a kind that have sections with text; where sections answer several, the first of these."""
        return self._written.get(kind, ())

    @cached_property
    def _written(self) -> Mapping[PartKind, Sequence[PartFact]]:
        """All that is written, by kind: dozens of rules ask."""
        found: dict[PartKind, dict[int, PartFact]] = {}
        for fact in self.parts:
            if fact.answer.sections and fact.state is State.WRITTEN:
                found.setdefault(fact.part.kind, {}).setdefault(fact.answer.sections[0].start, fact)
        return {kind: tuple(facts.values()) for kind, facts in found.items()}
