"""Outline + alignment → what is there and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from assistant.decisions import NO_DECISIONS, Decisions
from assistant.facts import identify
from assistant.facts.alignment import Answer, align
from assistant.facts.facts import Facts
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.facts.paragraph_columns import Columns
from assistant.facts.paragraph_facts import ParagraphFacts, observe
from assistant.structure.lines import Line
from assistant.structure.outline import Section
from assistant.structure.parsing import put_together
from assistant.templates.template import PartKind, Template

Observe = Callable[[Sequence[str]], Sequence[ParagraphFacts]]


def gather(
    text: str,
    template: Template | None,
    decisions: Decisions = NO_DECISIONS,
    observe: Observe = observe,
    last: LastYear | None = None,
    *,
    before: Columns | None = None,
) -> Facts:
    """Gather all facts of a text. `observe` may be given as a function that remembers, `before` are the columns of the text before."""
    texts = text.split("\n")
    seen = tuple(observe(texts))
    starts = tuple(accumulate([len(each) + 1 for each in texts[:-1]], initial=0))
    lines = list(map(Line, range(len(texts)), starts, texts, [fact.marks for fact in seen]))
    outline = put_together(lines, decisions.headings)
    facts = Facts(
        text,
        template,
        seen,
        starts,
        before.of_next(seen) if before else Columns(seen),
        outline,
        (),
        decisions.profile,
        decisions.links,
        last,
        stage=decisions.stage,
    )
    materials: list[MaterialFacts] = []
    for number, material in enumerate(outline.materials):
        if template is None or (number and identify.kind(text, material) != identify.kind(text, outline.materials[0])):
            materials.append(MaterialFacts(material, None, ()))
            continue
        alignment = align(text, material, template)
        parts = tuple(_part_fact(facts, answer, decisions.answered) for answer in alignment.answers)
        materials.append(MaterialFacts(material, alignment, parts))
    whole = replace(facts, materials=tuple(materials))
    whole.__dict__.update({**facts.__dict__, **whole.__dict__})  # what has been found so far need not be found again
    return whole


def _part_fact(facts: Facts, answer: Answer, answered: Mapping[str, str]) -> PartFact:
    sections = answer.sections
    elsewhere = answered.get(answer.part.id, "")
    if sections:
        written = any(facts.is_written(section) for section in sections)
        state = State.WRITTEN if written else State.EMPTY
        size = sum(facts.length(section.start, section.end) for section in _outermost(sections))
    elif answer.mentions:
        state, size = State.WRITTEN, sum(facts.length(span.start, span.end) for span in answer.mentions)
    else:
        state, size = (State.EMPTY if answer.part.kind is PartKind.PREFACE else State.MISSING), 0
    if state in (State.MISSING, State.EMPTY) and elsewhere:
        state = State.WRITTEN
    return PartFact(answer, state, size, _problems(sections), elsewhere)


def _outermost(sections: Sequence[Section]) -> Iterator[Section]:
    end = -1
    for section in sections:
        if section.start >= end:
            yield section
            end = section.end


def _problems(sections: Sequence[Section]) -> int | None:
    """Count the numbered items directly under sections; None where one of them has none."""
    counts = [
        sum(child.style is section.children[0].style for child in section.children)
        for section in sections
        if section.children
    ]
    return sum(counts) if counts and len(counts) == len(sections) else None
