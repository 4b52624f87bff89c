"""Text → materials, each with title, name line, preface and a tree of headings and items. Never fails.

A heading is a heading because it reads 「一、…」 or 「（一）…」, typed, pasted or imported alike; indentation says nothing.
What one paragraph shows by itself is found by `marks.scan`, whose answers may be kept; `parse` only puts them together, so
it is cheap enough to run after every key: lines are settled by their neighbours (`settling`), then nested (`nesting`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from assistant.language.numbering import Style
from assistant.language.part_names import CAUSES
from assistant.patterns import compiled_later
from assistant.structure import closing, front_matter, unnumbered
from assistant.structure.closing import ClosingLine
from assistant.structure.lines import Line
from assistant.structure.marks import Mark, scan
from assistant.structure.nesting import nest
from assistant.structure.outline import IN_A_PREFACE, MaterialOutline, Outline, Section
from assistant.structure.settling import settle
from assistant.text import Span, paragraphs

_CLOSING_WITHIN = 60  # paragraphs, blank ones among them
_BEHIND = ("causes", "measures")  # chapters that the problems stand before
# 「原因分析和整改措施」
_CAUSES_FIRST = compiled_later(f"(?:对?(?:产生|存在)?(?:上述|以上|这些)?问题的?(?:产生)?的?)?(?:{CAUSES})")


def parse(
    text: str,
    scan: Callable[[str], tuple[Mark, ...]] = scan,
    headings: Mapping[str, int] = MappingProxyType({}),
) -> Outline:
    """Read the structure of a text.

    `scan` may be given as a function that remembers; `headings` are lines known to be headings though they bear no
    number, with their level, as a Word file styled them. Several materials glued into one text are told apart by a new
    一、 with a title or a preface before it; a table of contents before the text is passed over.
    """
    lines = [Line(index, start, line, scan(line)) for index, (start, line) in enumerate(paragraphs(text))]
    return put_together(lines, headings)


def put_together(lines: Sequence[Line], headings: Mapping[str, int] = MappingProxyType({})) -> Outline:
    """Make the outline of lines whose marks are known; there is always one."""
    end = lines[-1].end
    for line in lines if headings else ():
        line.become_heading(headings.get(line.text, 0))
    contents = settle(lines)
    firsts = _first_lines(lines)
    bounds = [*(lines[first].start for first in firsts), end]
    materials: list[MaterialOutline] = []
    for number, first in enumerate(firsts):
        last = firsts[number + 1] if number + 1 < len(firsts) else len(lines)
        materials.append(_material(lines[first:last], bounds[number], bounds[number + 1]))
    return Outline(tuple(materials), contents)


def _first_lines(lines: Sequence[Line]) -> list[int]:
    """Tell at which lines the materials of a text begin: where 一、 comes again and a title or preface announces it."""
    firsts = [0]
    chapter = 0
    style = Style.HAN  # of the chapters
    numbered = -1
    for line in lines:
        if not line.marks:
            continue
        if line.chapter(Style.PART) and style is not Style.PART:
            style = Style.PART  # 一、 begins anew in each 第一部分
            chapter = chapter if line.chapter(style) == 1 else 0
        here = line.chapter(style)
        if here == 1 and chapter:
            before = [other for other in lines[numbered + 1 : line.index] if other.front_text]
            begin = front_matter.announcement([other.text for other in before])
            if begin is not None or chapter > 2:
                firsts.append(before[begin].index if begin is not None else line.index)
                chapter = 0
        if any(mark.ordinal for mark in line.marks):
            numbered = line.index
        chapter = here or chapter
    return firsts


def _material(lines: Sequence[Line], start: int, end: int) -> MaterialOutline:
    opening = next((n for n, line in enumerate(lines) if line.leading or line.is_named), len(lines))
    styled = {n for n, line in enumerate(lines[:opening]) if any(mark.depth for mark in line.marks)}
    front = front_matter.read([line.front_text for line in lines[:opening]], styled)

    def span(first: int, past: int) -> Span:
        return Span(lines[first].start, lines[past - 1].end) if past > first else Span(start, start)

    title_depth = max((mark.depth for line in lines[slice(*front.title)] for mark in line.marks), default=0)
    past = max(front.title[1], front.byline[1])
    for line in lines[:past]:
        line.marks = ()
    closed = _closing(lines, past)
    body_end = lines[closed[0].number - lines[0].index].start if closed else end
    sections = nest(lines, body_end, title_depth)
    body = [n for n in range(past, opening) if lines[n].front_text and lines[n].start < body_end]
    preface_end = _first_chapter(sections, body_end)
    preface = Span(lines[body[0]].start, max(lines[body[0]].start, preface_end)) if body else Span(start, start)
    if not body:
        after = span(0, past).end
        preface = Span(after, after)
    title, byline = span(*front.title), span(*front.byline)
    return MaterialOutline(start, end, body_end, front.text, title, byline, preface, sections, closed)


def _first_chapter(sections: Sequence[Section], body_end: int) -> int:
    """Give where the preface ends: below the items that it tells, but above those that are the problems themselves.

    They are where causes or measures come next, or no chapter at all.
    """
    first = next((each for each in sections if each.style not in IN_A_PREFACE), None)
    if first is None or unnumbered.chapter(first.heading) in _BEHIND or _CAUSES_FIRST.match(first.heading):
        return sections[0].start if sections else body_end
    return first.start


def _closing(lines: Sequence[Line], past: int) -> tuple[ClosingLine, ...]:
    """Tell what the last lines of a material are, below its title and name lines; they are no headings or items."""
    first = max(past, len(lines) - _CLOSING_WITHIN)
    headings = {n for n, line in enumerate(lines[first:]) if line.is_named or line.leads_a_section}
    found = closing.read([line.text for line in lines[first:]], headings)
    for each in found:
        lines[first + each.number].marks = ()
    return tuple(each._replace(number=lines[first].index + each.number) for each in found)
