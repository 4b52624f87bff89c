"""Where a missing part belongs in a text, and the edits that put its heading there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.decisions import Profile
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts, PartFact
from assistant.language.numbering import MARKUP, Style, renumber, rewrite, write
from assistant.structure.outline import Section
from assistant.templates.template import Need, Part, PartKind, Subject, Template
from assistant.text import Edit

_FRAME = "【〖[◆■▲★◇▶►※☆▪●○ \u3000"  # what may stand before a heading
_UNUSUAL = "壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX【〔["


def place(material: MaterialFacts, wanted: PartFact) -> int:
    """Give the position where a missing part belongs: after the part before it, else before the one after it."""
    before, after = _neighbours(material, wanted)
    if before:
        return before.end
    if after:
        return after.start
    parent = material.part(wanted.parent.id) if wanted.parent else None
    if parent and parent.answer.sections:
        return parent.answer.sections[-1].end
    chapters = [] if wanted.parent else [each for each in material.outline.sections if each.level <= 2]
    return (
        chapters[0].start if chapters else material.outline.body_end
    )  # items before the first chapter are the preface's


def edits(facts: Facts, material: MaterialFacts, wanted: PartFact) -> tuple[Edit, ...] | None:
    """Make the edits that insert a missing part's heading, numbered, and count its followers anew.

    None where its neighbours run on inside a paragraph, so that no heading can stand between them.
    """
    before, after = _neighbours(material, wanted)
    if any(section and not section.leading for section in (before, after)):
        return None
    position = place(material, wanted)
    siblings = _siblings(material, wanted)
    neighbour = before or after
    style = neighbour.style if neighbour and neighbour.style else (Style.HAN_PAREN if wanted.parent else Style.HAN)
    start = facts.text.rfind("\n", 0, position) + 1
    if not MARKUP.sub("", facts.text[start:position], count=1).strip(_FRAME):
        position = start  # before the signs of a Markdown heading, not between them and its number
    value = 1 + sum(section.start < position and section.style is style for section in siblings)
    lines = [_numbered(neighbour, style, value, wanted.part.heading)]
    if wanted.part.kind is PartKind.PROBLEMS and facts.template:
        frame = material.alignment.frame if material.alignment else None
        lines += _aspect_lines(_due(facts.template, frame.aspects if frame else ()))
    inserted = "\n".join(lines) + "\n"
    if position > 0 and facts.text[position - 1] != "\n":
        inserted = "\n" + inserted.removesuffix("\n" if position == len(facts.text) else "")
    later = [section for section in siblings if section.start >= position and section.style is style]
    following = renumber([(section.start, section.number, style, value + 1 + n) for n, section in enumerate(later)])
    return (Edit(position, position, inserted), *following)


def _numbered(neighbour: Section | None, style: Style, value: int, heading: str) -> str:
    """Write a heading numbered as its neighbour is: 贰、 beside 壹、, without a number beside one that bears none."""
    if neighbour is None:
        return write(style, value) + heading
    number = neighbour.number
    if not number:
        return heading
    own_way = (
        number[0] in _UNUSUAL or number[-1] in "章节篇" or (number[0].isdigit() and style.level < Style.DIGIT.level)
    )
    if not own_way:
        return write(style, value) + heading
    return rewrite(number, style, value) + (" " if number[-1].isalnum() else "") + heading


def fresh(template: Template, byline: str = "") -> str:
    """Write the text that a new material begins with: title, name line, and the headings of all parts."""
    lines = [template.title]
    if byline:
        lines.append(byline)
    lines.append("")
    value = 0
    for part in template.parts:
        if part.kind is PartKind.PREFACE:
            continue
        value += 1
        lines.append(write(Style.HAN, value) + part.heading)
        lines += _aspect_lines(_due(template, template.aspects)) if part.kind is PartKind.PROBLEMS else []
    return "\n".join(lines) + "\n"


def byline(template: Template, profile: Profile) -> str:
    """Write the line below the title: who speaks for himself, or the unit whose leadership speaks."""
    unit, post, name = profile
    return "　".join(filter(None, (unit + post, name))) if template.subject.of_one else unit


def _due(template: Template, aspects: Sequence[Part]) -> Sequence[Part]:
    """Leave out, for a branch, the aspects that are asked of its members alone."""
    return [each for each in aspects if each.need is not Need.OPTIONAL or template.subject is not Subject.BRANCH]


def _aspect_lines(aspects: Sequence[Part]) -> list[str]:
    return [write(Style.HAN_PAREN, number) + aspect.heading for number, aspect in enumerate(aspects, 1)]


def _neighbours(material: MaterialFacts, wanted: PartFact) -> tuple[Section | None, Section | None]:
    """Find the sections of the nearest present parts before and after a missing one, among its siblings."""
    group = [fact for fact in material.parts if (fact.parent is None) == (wanted.parent is None)]
    index = group.index(wanted)
    siblings = _siblings(material, wanted)
    before = next(_own(reversed(group[:index]), siblings, last=True), None)
    after = next(_own(iter(group[index + 1 :]), siblings, last=False), None)
    return before, after


def _own(group: Iterator[PartFact], siblings: Sequence[Section], *, last: bool) -> Iterator[Section]:
    starts = {section.start for section in siblings}
    for fact in group:
        sections = [section for section in fact.answer.sections if section.start in starts]
        if sections:
            yield sections[-1 if last else 0]


def _siblings(material: MaterialFacts, wanted: PartFact) -> tuple[Section, ...]:
    """List the sections among which a part's own section stands: the chapters, or what is under the problems."""
    if wanted.parent is None:
        return material.outline.sections
    parent = material.part(wanted.parent.id)
    hosts = parent.answer.sections if parent else ()
    aspects = [s.start for fact in material.parts if fact.part.kind is PartKind.ASPECT for s in fact.answer.sections]
    if any(section.start in aspects for section in material.outline.sections):
        return material.outline.sections
    return tuple(child for host in hosts for child in host.children)
