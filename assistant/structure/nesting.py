"""Settled lines → the tree of sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.language.numbering import Style
from assistant.structure.lines import Line
from assistant.structure.marks import Mark
from assistant.structure.outline import Section


@dataclass(slots=True)
class _Open:
    """A section still being filled."""

    mark: Mark
    line: Line
    level: int
    children: list[Section] = field(default_factory=list)


def nest(lines: Sequence[Line], end: int, title_depth: int) -> tuple[Section, ...]:
    """Build the tree: each mark goes under the nearest open one that can hold it.

    Levels of headings without a number are set right by a heading that has both, else by the title's.
    """
    levels = (m.ordinal.style.level - m.depth for line in lines for m in line.marks if m.ordinal and m.depth)
    offset = next(levels, -title_depth)
    top: list[Section] = []
    stack: list[_Open] = []

    def close(until: int, position: int) -> None:
        while len(stack) > until:
            done = stack.pop()
            (stack[-1].children if stack else top).append(_section(done, position))

    chapter = 0
    for line in lines:
        listing = False  # 「表现在：一、…；二、…；三、…」
        for mark in line.marks:
            ordinal = mark.ordinal
            if ordinal and ordinal.style is Style.HAN:
                # 「。一、二季度」: inside a paragraph 一、 counts only as the next of the chapters
                listing = not ordinal.leading and (listing or ordinal.value != chapter + 1)
                if listing:
                    continue
                chapter = ordinal.value
            level = ordinal.style.level if ordinal else max(1, mark.depth + offset)
            depth = _depth(stack, mark, level)
            close(depth, line.start + mark.start)
            if stack:
                level = max(level, stack[-1].level + 1)
            stack.append(_Open(mark, line, level))
    close(0, end)
    return tuple(top)


def _depth(stack: Sequence[_Open], mark: Mark, level: int) -> int:
    """Tell how many of the open sections stay open when a mark comes: those that it can stand under."""
    ordinal = mark.ordinal
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth].mark.ordinal
        if ordinal and other and other.style is ordinal.style:
            return depth
    for depth, open_ in enumerate(stack):
        other = open_.mark.ordinal
        base = other.style.level if other else open_.level
        same_level_inside = base == level and ordinal and other and (other.leading or not ordinal.leading)
        if base > level or (base == level and not same_level_inside):
            return depth
    return len(stack)


def _section(open_: _Open, end: int) -> Section:
    mark, line, ordinal = open_.mark, open_.line, open_.mark.ordinal
    return Section(
        level=open_.level,
        style=ordinal.style if ordinal else None,
        value=ordinal.value if ordinal else 0,
        number=ordinal.raw if ordinal else "",
        heading=mark.heading,
        start=line.start + mark.start,
        heading_end=line.start + mark.heading_end,
        paragraph_end=line.end,
        end=end,
        line=line.index + 1,
        leading=ordinal.leading if ordinal else True,
        children=tuple(open_.children),
    )
