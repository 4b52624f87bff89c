"""A section in another place of its material: its text goes with it, the numbers and what the text counts follow.

It goes among sections of its own level, also below another heading. What no edit can put right is not moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.decisions import NO_DECISIONS, Decisions
from assistant.facts import counts
from assistant.facts.facts import Facts
from assistant.facts.gathering import gather
from assistant.language.numbering import MARKUP, renumber
from assistant.structure.outline import MaterialOutline, Section
from assistant.templates.template import Template
from assistant.text import Edit, apply


class CannotMove(ValueError):
    """The section cannot stand there; the message says why."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The text with the section at its new place, where that begins, and how many numbers were set right."""

    text: str
    start: int
    numbers: int
    claims: int


def moved(
    text: str, start: int, beside: int, *, after: bool, template: Template | None, decisions: Decisions = NO_DECISIONS
) -> Moved:
    """Move the section that begins at `start` before or after the one that begins at `beside`. Raises CannotMove."""
    before = gather(text, template, decisions)
    material, section = _section(before, start, "这一行没有自己的标题，不能移动。")
    other_material, other = _section(before, beside, "要移到的那一行没有自己的标题，只能移到同级的标题前后。")
    if material is not other_material:
        raise CannotMove("只能在同一份材料里移动。")
    if section.start <= other.start < section.end:
        raise CannotMove("不能把一节移到本节之内。")
    if section.level != other.level:
        raise CannotMove("只能移到同级的标题前后。")
    if not (section.leading and other.leading):
        raise CannotMove("这一条和前后的内容连在一段里，请用剪切、粘贴移动。")
    taken, place = _lines_of(text, material, section), _lines_of(text, material, other)[1 if after else 0]
    if taken[0] <= place <= taken[1]:
        return Moved(text, start, 0, 0)
    renumbered = {each.start: each for each in _renumbered(material, section, other, after=after)}
    text, at = _carried(text, taken, place, tuple(renumbered.values()))
    claims = _claims(before, gather(text, template, decisions))
    found = apply(text, claims)
    at += sum(len(each.replacement) - (each.end - each.start) for each in claims if each.end <= at)
    return Moved(found, at, len(renumbered), len(claims))


def neighbour(facts: Facts, start: int, step: int) -> int | None:
    """Give where the section of the same level begins that stands next to one, below the same heading."""
    for material in facts.outline.materials:
        for group in (material.sections, *(each.children for each in material.walk())):
            places = [each.start for each in group if each.leading]
            if start in places:
                at = places.index(start) + step
                return places[at] if 0 <= at < len(places) else None
    return None


def _section(facts: Facts, start: int, otherwise: str) -> tuple[MaterialOutline, Section]:
    for material in facts.outline.materials:
        for section in material.walk():
            if section.start == start:
                return material, section
    raise CannotMove(otherwise)


def _lines_of(text: str, material: MaterialOutline, section: Section) -> tuple[int, int]:
    """Give the whole lines of a section; who signs and the date below the last one stay where they are."""
    start = text.rfind("\n", 0, section.start) + 1
    if MARKUP.sub("", text[start : section.start], count=1).strip():
        raise CannotMove("标题前面还有文字，请用剪切、粘贴移动。")
    end = text.rfind("\n", 0, section.end) + 1 if section.end < len(text) else len(text)
    if section.end == material.body_end:  # blank lines above what closes the material stay there
        end = min(end, start + len(text[start:end].rstrip()) + 1)
    return start, end


def _carried(text: str, taken: tuple[int, int], place: int, edits: Sequence[Edit]) -> tuple[str, int]:
    """Put lines elsewhere, with the edits carried out in them and around; tell where they begin then."""
    start, end = taken
    block = apply(text[start:end], [_shifted(each, -start) for each in edits if start <= each.start < end])
    block = block if block.endswith("\n") else f"{block}\n"
    outside = [each for each in edits if not start <= each.start < end]
    rest = apply(text, [*outside, Edit(start, end, "")])
    at = place + sum(len(each.replacement) - (each.end - each.start) for each in outside if each.end <= place)
    at -= end - start if place >= end else 0
    if at and rest[at - 1] != "\n":
        block = f"\n{block}"
    whole = f"{rest[:at]}{block}{rest[at:]}"
    if not text.endswith("\n"):
        whole = whole.removesuffix("\n")
    return whole, at + (block[0] == "\n")


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(edit.start + by, edit.end + by, edit.replacement)


def _renumbered(material: MaterialOutline, section: Section, other: Section, *, after: bool) -> tuple[Edit, ...]:
    """Count anew what stood beside the section and what stands beside it now."""
    groups = (material.sections, *(each.children for each in material.walk()))
    origin = next(group for group in groups if section in group)
    target = next(group for group in groups if other in group)
    left = [each for each in target if each is not section]
    at = left.index(other) + after
    edits = list(_counted((*left[:at], section, *left[at:]), target, section))
    if origin is not target:
        edits += _counted([each for each in origin if each is not section], origin, None)
    return tuple(edits)


def _counted(now: Sequence[Section], before: Sequence[Section], come: Section | None) -> Sequence[Edit]:
    """Give numbers in order to the sections of a row that were in order before; else who knows what is counted here."""
    style = next((each.style for each in before if each.style), None)
    values = [each.value for each in before if each.style is style]
    if style is None or values != sorted(set(values)):
        return ()
    row = [each for each in now if each.style is style or each is come]
    first = min(values, default=1)
    model = next(each for each in before if each.style is style)
    return renumber(
        [
            (each.start, each.number, each.style or style, first + n)
            for n, each in enumerate(row)
            if each.style is model.style and each.number
        ]
    )


def _claims(before: Facts, now: Facts) -> tuple[Edit, ...]:
    """Set right what the text says about its numbers and what was right, or at least not told, before."""
    known = Counter(each.claim.phrase for each in counts.mismatches(before))
    edits: dict[int, Edit] = {}
    for each in counts.mismatches(now):
        if known[each.claim.phrase]:
            known[each.claim.phrase] -= 1
        elif each.firm:
            edits.setdefault(each.claim.span.start, Edit(*each.claim.span, each.right))
    return tuple(edits[start] for start in sorted(edits))
