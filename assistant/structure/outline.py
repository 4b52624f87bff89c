"""Text → materials, each with title, name line, preface and a tree of headings and items. Never fails.

A heading is a heading because it reads 「一、…」 or 「（一）…」, typed, pasted or imported alike; indentation says nothing.
What one paragraph shows by itself is found by `marks.scan`, whose answers may be kept; `parse` only puts them together, so
it is cheap enough to run after every key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from assistant.language.numbering import Ordinal, Style, form, ordinals
from assistant.structure import front_matter, unnumbered
from assistant.structure.marks import Mark, heading_text, scan
from assistant.text import Span, paragraphs


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that belongs to it, or a numbered item. Positions are in the text.

    `level` is the level of the number's style, one deeper where a style of the same level stands inside another
    (一是 under 1.). `number` is as written, "" for none. `heading` is the heading alone: no number, markup or final
    mark; of an item that runs into its text, the leading sentence. `end` is where the next section not below begins.
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


@dataclass(frozen=True, slots=True)
class MaterialOutline:
    """One 对照检查材料 in a text. `title` joins the lines of a broken title; `byline` are the name and date lines."""

    start: int
    end: int
    title: str | None
    title_span: Span
    byline_span: Span
    preface_span: Span
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a text shows of its structure; there is always at least one material."""

    materials: tuple[MaterialOutline, ...]
    contents: tuple[Span, ...] = ()  # tables of contents, lists of attachments: no headings, though they look so

    def walk(self) -> Iterator[Section]:
        for material in self.materials:
            yield from material.walk()


_LONGEST_UNNUMBERED = 60  # characters
_SHORT = 30
_HAN_FIGURES = "一二三四五六七八九十"
_ATTACHMENTS = re.compile("附件[:：]")


@dataclass(slots=True)
class _Line:
    """A paragraph on its way into the outline."""

    index: int
    start: int
    text: str
    marks: tuple[Mark, ...]
    in_contents: bool = False
    is_named: bool = False  # a heading known by its words alone
    leading: Mark | None = field(init=False)

    def __post_init__(self) -> None:
        first = self.marks[0] if self.marks else None
        self.leading = first if first and first.ordinal and first.ordinal.leading else None

    def become_heading(self, depth: int) -> None:
        """Take over the level that a Word file gives the line, if it could be a heading at all."""
        if not depth or len(self.text) > _LONGEST_UNNUMBERED or self.text[-1] in "。；":
            return
        if self.leading:
            self.leading = replace(self.leading, depth=depth)
            self.marks = (self.leading, *self.marks[1:])
        elif not self.marks:
            self.marks = (Mark(None, 0, heading_text(self.text), len(self.text), depth),)

    @property
    def may_be_named(self) -> bool:
        """Whether its words may show it to be a heading: it has no number, or one that is mostly an item's."""
        if not self.marks:
            return True
        ordinal = self.leading.ordinal if self.leading else None
        return len(self.marks) == 1 and ordinal is not None and ordinal.style in (Style.DIGIT, Style.ORDINAL)

    def become_named(self, level: int) -> None:
        """Take the line for a heading that bears no number."""
        heading = unnumbered.bare(self.text)
        start = max(0, self.text.find(heading))
        self.marks, self.is_named = (Mark(None, start, heading, len(self.text), level),), True

    @property
    def front_text(self) -> str:
        """The text as the front matter sees it: a table of contents is not part of that."""
        return "" if self.in_contents else self.text

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it could be a name or a date, or is empty; no sentence and no heading."""
        return not self.text or (not self.leading and len(self.text) <= _SHORT and self.text[-1] not in "。；，：")

    def listed_after(self, known: Ordinal | None) -> Ordinal | None:
        """Give the line's number where it goes on a list, or begins one, and is no sentence."""
        ordinal = self.leading.ordinal if self.leading else None
        follows = (
            ordinal
            and (ordinal.style is known.style if known else True)
            and ordinal.value == (known.value if known else 0) + 1
        )
        return ordinal if follows and len(self.text) <= _LONGEST_UNNUMBERED and self.text[-1] != "。" else None

    def make_items(self, chosen: Sequence[Mark]) -> None:
        """Take some of the line's 一、 for items of a list."""
        self.marks = tuple(
            replace(mark, ordinal=replace(mark.ordinal, style=Style.HAN_ITEM))
            if mark in chosen and mark.ordinal
            else mark
            for mark in self.marks
        )
        if self.leading and self.leading in chosen:
            self.leading = self.marks[0]

    def list_within(self) -> None:
        """Take 一、…；二、…； inside the paragraph for a list."""
        if len(self.marks) < 2:
            return
        inner = [m for m in self.marks if m.ordinal and m.ordinal.style is Style.HAN and not m.ordinal.leading]
        values = [mark.ordinal.value for mark in inner if mark.ordinal]
        if len(values) > 1 and values == list(range(1, len(values) + 1)):
            self.make_items(inner)

    def become(self, style: Style) -> None:
        """Give the line's number another style."""
        if self.leading and self.leading.ordinal:
            self.leading = replace(self.leading, ordinal=replace(self.leading.ordinal, style=style, sure=True))
            self.marks = (self.leading, *self.marks[1:])

    def chapter(self, style: Style) -> int:
        """Give the number of the chapter that begins here, numbered in a style; 0 where none does."""
        ordinal = self.leading.ordinal if self.leading else None
        return ordinal.value if ordinal and ordinal.style is style else 0


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
    lines = [_Line(index, start, line, scan(line)) for index, (start, line) in enumerate(paragraphs(text))]
    for line in lines if headings else ():
        line.become_heading(headings.get(line.text, 0))
    _settle(lines)
    _bear_out(lines)
    _raise(lines)
    contents = _tables_of_contents(lines)
    _set_lists_apart(lines)
    contents += tuple(_attachment_lists(lines))
    _name_headings(lines)
    firsts = _first_lines(lines)
    bounds = [*(lines[first].start for first in firsts), len(text)]
    materials: list[MaterialOutline] = []
    for number, first in enumerate(firsts):
        last = firsts[number + 1] if number + 1 < len(firsts) else len(lines)
        materials.append(_material(lines[first:last], bounds[number], bounds[number + 1]))
    return Outline(tuple(materials), contents)


def _settle(lines: Sequence[_Line]) -> None:
    """Drop the items that only the next paragraph could bear out, where it does not."""
    for line in lines:
        if line.marks and line.marks[-1].awaits:
            ordinal = line.marks[-1].ordinal
            later = next((other.leading for other in lines[line.index + 1 :] if other.text), None)
            after = later.ordinal if later else None
            if not (ordinal and after and after.style is ordinal.style and after.value == 2):
                line.marks = line.marks[:-1]


def _raise(lines: Sequence[_Line]) -> None:
    """Take 壹、 甲、 Ⅰ、 for parts where 一、 is numbered below them."""
    chapters = [line for line in lines if line.chapter(Style.HAN)]
    usual = [
        line
        for line in chapters
        if line.leading and line.leading.ordinal and line.leading.ordinal.raw[0] in _HAN_FIGURES
    ]
    if usual and len(usual) < len(chapters):
        for line in chapters:
            if line not in usual:
                line.become(Style.PART)


def _bear_out(lines: Sequence[_Line]) -> None:
    """Keep unusual numbers (一，问题 甲、问题 1 问题 1.1 问题) only where 1 and 2 of their form are there.

    「1 问题」 is a chapter where 1.1 goes on below it, or where it is the first number of the text.
    """
    unsure = [line for line in lines if line.leading and line.leading.ordinal and not line.leading.ordinal.sure]
    if not unsure:
        return
    forms: dict[str, list[_Line]] = {}
    for line in unsure:
        forms.setdefault(form(line.leading.ordinal.raw if line.leading and line.leading.ordinal else ""), []).append(
            line
        )
    first = next(line for line in lines if line.leading)
    for name, each in forms.items():
        values = {line.leading.ordinal.value for line in each if line.leading and line.leading.ordinal}
        if not {1, 2} <= values:
            for line in each:
                line.marks, line.leading = line.marks[1:], None
        elif name == "1" and ("1.1" in forms or first in each):
            for line in each:
                line.become(Style.HAN)


def _name_headings(lines: Sequence[_Line]) -> None:
    """Find the headings that bear no number, where neither Markdown nor Word says which lines are headings."""
    if any(mark.depth for line in lines for mark in line.marks):
        return
    numbers = [line for line in lines if line.chapter(Style.HAN) or line.chapter(Style.PART)]
    chapters = any(line.leading and not unnumbered.is_aspect(line.leading.heading) for line in numbers)
    first = next((line.index for line in lines if line.text), 0)
    open_ = [line for line in lines if line.text and line.index > first and not line.in_contents and line.may_be_named]
    named = unnumbered.levels(((line.index, line.text, line.leading is not None) for line in open_), numbered=chapters)
    for index, level in named.items():
        if lines[index].leading:
            lines[index].become(Style.HAN)
        else:
            lines[index].become_named(level)
    if numbers and not chapters and 1 in named.values():
        _make_items(numbers)  # 一、 numbers the aspects


def _set_lists_apart(lines: Sequence[_Line]) -> None:
    """Tell the lists 一、二、 that stand under a （一） from the chapters: they are items.

    Within a paragraph two in a row are a list. One of whole paragraphs is known by the （二） that goes on after it, and
    under the last （ ） by the lists before it.
    """
    chapter = 0
    aspect = 0  # the （ ） that is open
    listed = False  # lists stand under the aspects of this chapter
    run: list[_Line] = []
    for line in lines:
        ordinal = line.leading.ordinal if line.leading else None
        if ordinal and ordinal.style is Style.HAN_PAREN:
            if run and ordinal.value == aspect + 1:
                listed = True
                _make_items(run)
            elif run:
                chapter, listed = run[-1].chapter(Style.HAN), False
            run, aspect = [], ordinal.value
        elif ordinal and ordinal.style is Style.HAN and aspect and ordinal.value == len(run) + 1:
            if listed and ordinal.value == chapter + 1 and not _comes_again(lines, line, ordinal.value):
                _make_items(run)
                chapter, aspect, listed, run = ordinal.value, 0, False, []
            else:
                run.append(line)
        elif ordinal and ordinal.style.level == 1:
            _make_items(run if listed else ())
            chapter, aspect, listed, run = line.chapter(Style.HAN), 0, False, []
        if aspect:
            line.list_within()
    _make_items(run if listed else ())


def _make_items(run: Sequence[_Line]) -> None:
    for line in run:
        line.make_items(line.marks[:1])


def _comes_again(lines: Sequence[_Line], line: _Line, value: int) -> bool:
    """Tell whether a chapter of this number is still to come, so that this one is an item."""
    later = (other.chapter(Style.HAN) for other in lines[line.index + 1 :])
    return next((number for number in later if number in (1, value)), 0) == value


def _tables_of_contents(lines: Sequence[_Line]) -> tuple[Span, ...]:
    """Find tables of contents and take the marks off their lines."""
    spans: list[Span] = []
    numbered = [line.leading is not None for line in lines]
    for first, past in front_matter.tables_of_contents([line.text for line in lines], numbered):
        for line in lines[first:past]:
            line.marks, line.leading, line.in_contents = (), None, True
        spans.append(Span(lines[first].start, lines[past - 1].end))
    return tuple(spans)


def _attachment_lists(lines: Sequence[_Line]) -> Iterator[Span]:
    """Find the lists of attachments below a text (「附件：1.…」) and take the marks off their lines.

    It is a list only where nothing is written between its lines; else it is the attachment itself.
    """
    begun = False
    for line in lines:
        head = _ATTACHMENTS.match(line.text) if begun else None
        if head:
            past = line.index + 1
            known = next((m for m in ordinals(line.text[head.end() :]) if m.leading), None)
            while past < len(lines) and (item := lines[past].listed_after(known)):
                known, past = item, past + 1
            if past == len(lines) or lines[past].is_short:
                for each in lines[line.index : past]:
                    each.marks, each.leading, each.in_contents = (), None, True
                yield Span(line.start, lines[past - 1].end)
        begun = begun or line.leading is not None


def _first_lines(lines: Sequence[_Line]) -> list[int]:
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
        if line.chapter(style) == 1 and chapter:
            before = [other for other in lines[numbered + 1 : line.index] if other.front_text]
            begin = front_matter.announcement([other.text for other in before])
            if begin is not None or chapter > 2:
                firsts.append(before[begin].index if begin is not None else line.index)
                chapter = 0
        if any(mark.ordinal for mark in line.marks):
            numbered = line.index
        chapter = line.chapter(style) or chapter
    return firsts


def _material(lines: Sequence[_Line], start: int, end: int) -> MaterialOutline:
    opening = next((n for n, line in enumerate(lines) if line.leading or line.is_named), len(lines))
    styled = {n for n, line in enumerate(lines[:opening]) if any(mark.depth for mark in line.marks)}
    front = front_matter.read([line.front_text for line in lines[:opening]], styled)

    def span(first: int, past: int) -> Span:
        return Span(lines[first].start, lines[past - 1].end) if past > first else Span(start, start)

    title_depth = max((mark.depth for line in lines[slice(*front.title)] for mark in line.marks), default=0)
    for line in lines[: front.byline[1]]:
        line.marks = ()
    sections = _nest(lines, end, title_depth)
    body = [n for n in range(front.byline[1], opening) if lines[n].front_text]
    preface_end = sections[0].start if sections else end
    preface = Span(lines[body[0]].start, max(lines[body[0]].start, preface_end)) if body else Span(start, start)
    if not body:
        after = span(*front.byline).end if front.byline[1] > front.byline[0] else span(*front.title).end
        preface = Span(after, after)
    return MaterialOutline(start, end, front.text, span(*front.title), span(*front.byline), preface, sections)


@dataclass(slots=True)
class _Open:
    """A section still being filled."""

    mark: Mark
    line: _Line
    level: int
    children: list[Section] = field(default_factory=list)


def _nest(lines: Sequence[_Line], end: int, title_depth: int) -> tuple[Section, ...]:
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
