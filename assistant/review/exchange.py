"""Another template (本次要求) in the place of the one that a text was begun with: what becomes of its headings.

Nobody's words are touched. What goes are headings that the program itself wrote and nothing was written under; what
comes are those that the new template asks for and the text lacks. A text that has none of the former is no outline
of ours, but somebody's finished work: nothing is put in or taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.decisions import NO_DECISIONS, Decisions
from assistant.facts import insertion
from assistant.facts.facts import Facts
from assistant.facts.gathering import Observe, gather
from assistant.facts.material_facts import State
from assistant.facts.paragraph_facts import remembering
from assistant.language.numbering import renumber, write
from assistant.review import checklist
from assistant.structure.marks import heading_text
from assistant.structure.outline import Section
from assistant.templates.template import PartKind, Template
from assistant.text import BLANK, Edit, Span, apply

_STOPS = ("。", "；", "：", "！", "？", "…", "”")


@dataclass(frozen=True, slots=True)
class Exchange:
    """The text under the new template, and how many headings are new in it and are gone."""

    text: str
    aspects: int = 0
    parts: int = 0
    removed: int = 0


def plan(text: str, former: Template | None, new: Template, decisions: Decisions = NO_DECISIONS) -> Exchange:
    """Bring a text from the outline of the former templates to that of the new ones.

    Headings with anything under them stay, also those that the new template do not ask for, and so does a part
    that the writer has struck out where both ask for it. A title that is word for word the former's follows. Where a
    heading cannot be put in, since the text runs on inside a paragraph, no other is changed either.
    """
    seen = remembering()
    before = gather(text, former, decisions, seen)
    if former is None or len(before.materials) != 1:
        return Exchange(text)
    asked = replace(new, frames=new.frames[:1])
    titled = _with_title(before, former, new)
    dropped = _dropped(gather(titled, former, decisions, seen), former)
    kept = _without(titled, dropped, decisions, seen) if dropped else titled
    struck_out = {part.part.heading for part in before.materials[0].parts if part.state is State.MISSING}
    filled = _filled(kept, asked, struck_out, decisions=decisions, seen=seen) if dropped else None
    if filled is None:
        return Exchange(titled)
    old, now = (_headings(gather(each, asked, decisions, seen)) for each in (text, filled))
    added = [part for part, _ in asked.all_parts() if heading_text(part.heading) in now - old]
    aspects = sum(part.kind is PartKind.ASPECT for part in added)
    gone = sum(each.heading not in now for section in dropped for each in section.walk())
    return Exchange(filled, aspects, len(added) - aspects, gone)


def rewordings(facts: Facts, former: Template) -> tuple[Edit, ...]:
    """Make the edits that put the new template's wording into headings that still have the former's.

    `facts` are those under the new template. A heading that answers several parts is left as it is.
    """
    known = _asked_by(former)
    answered: dict[Section, list[str]] = {}
    for material in facts.materials:
        for fact in material.parts:
            for section in fact.answer.sections:
                answered.setdefault(section, []).append(heading_text(fact.part.heading))
    edits: list[Edit] = []
    for section, wanted in answered.items():
        start = facts.text.find(section.heading, section.start + len(section.number), section.heading_end)
        if section.leading and section.heading in known and len(wanted) == 1 and start >= 0:
            edits.append(Edit(start, start + len(section.heading), wanted[0]))
    new = {heading for wanted in answered.values() for heading in wanted}
    return tuple(edit for edit in edits if facts.text[edit.start : edit.end] not in new)


def carried(decisions: Decisions, former: Template | None, new: Template) -> Decisions:
    """Let notes and 不适用 show at the same questions under the new template; nothing is taken away.

    A question is the same where a part of the same kind asks it in the same words.
    """
    known = dict(_questions(former)) if former else {}
    notes, not_applicable = dict(decisions.notes), set(decisions.not_applicable)
    for question, name in _questions(new):
        before = known.get(question, name)
        if before in notes:
            notes.setdefault(name, notes[before])
        if before in not_applicable:
            not_applicable.add(name)
    return decisions._replace(notes=notes, not_applicable=frozenset(not_applicable))


def _questions(template: Template) -> Iterator[tuple[tuple[PartKind, str], str]]:
    for part, _ in template.all_parts():
        for question in part.questions:
            yield (part.kind, question.ask), checklist.key(part, question)


def _asked_by(template: Template) -> frozenset[str]:
    aspects = [aspect for frame in template.frames for aspect in frame.aspects]
    return frozenset(heading_text(part.heading) for part in (*template.parts, *aspects))


def _headings(facts: Facts) -> frozenset[str]:
    return frozenset(section.heading for section in facts.outline.walk())


def _with_title(facts: Facts, former: Template, new: Template) -> str:
    span = facts.outline.materials[0].title_span
    return apply(facts.text, [Edit(*span, new.title)] if span.of(facts.text) == former.title else [])


def _dropped(facts: Facts, former: Template) -> list[Section]:
    """List the headings of the former templates with nothing under them, the outermost of each."""
    known = _asked_by(former)

    def untouched(section: Section) -> bool:
        line = facts.text[section.start : section.paragraph_end]
        own = line.removeprefix(write(section.style, section.value) if section.style else line).lstrip(BLANK)
        first = section.start == 0 or facts.text[section.start - 1] == "\n"
        after = facts.text[section.end :].partition("\n")[0]
        # 「（三）今年有一件事拖了三个月。」 below 「（二）…方面」 is its text, though it is counted beside it
        blank = not facts.text[section.paragraph_end : section.own_end].strip() and not after.endswith(_STOPS)
        ours = own == section.heading and section.heading in known
        return first and ours and blank and all(map(untouched, section.children))

    def outermost(sections: Sequence[Section]) -> Iterator[Section]:
        for section in sections:
            if untouched(section):
                yield section
            else:
                yield from outermost(section.children)

    return list(outermost(facts.outline.materials[0].sections))


def _without(text: str, dropped: Sequence[Section], decisions: Decisions, seen: Observe) -> str:
    """Take headings out and count anew those that stood beside them."""
    spans = [
        Span(each.start, text.rfind("\n", 0, each.end) + 1 if each.end < len(text) else each.end) for each in dropped
    ]
    starts = {each.start for each in dropped}
    outline = gather(text, None, decisions, seen).outline.materials[0]
    edits = [Edit(*span, "") for span in spans]
    for group in (outline.sections, *(section.children for section in outline.walk())):
        for style in {section.style for section in group if section.start in starts and section.style}:
            alike = [section for section in group if section.style is style]
            values = [section.value for section in alike]
            left = [section for section in alike if section.start not in starts]
            if values == sorted(set(values)):  # else who knows what is counted here
                edits += renumber([(each.start, each.number, style, n) for n, each in enumerate(left, 1)])
    return apply(text, edits)


def _filled(text: str, asked: Template, struck_out: set[str], *, decisions: Decisions, seen: Observe) -> str | None:
    """Put in the headings that are missing, one after the other; None where one cannot be put in."""
    for part, _ in asked.all_parts():
        facts = gather(text, asked, decisions, seen)
        fact = facts.materials[0].part(part.id)
        if fact and fact.state is State.MISSING and part.heading not in struck_out:
            edits = insertion.edits(facts, facts.materials[0], fact)
            if edits is None:
                return None
            text = apply(text, edits)
    return text
