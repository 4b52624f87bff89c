"""Which of a text's marks are headings, which are items of lists, and which are neither: what the neighbouring lines tell."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from assistant.language.numbering import Style, form, ordinals
from assistant.patterns import compiled_later
from assistant.structure import front_matter, unnumbered
from assistant.structure.lines import Line
from assistant.text import Span

_HAN_FIGURES = "一二三四五六七八九十"
_ATTACHMENTS = compiled_later("附件[:：]")


def settle(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Decide what each line's numbers are, and give the tables of contents and lists of attachments."""
    marked = [line for line in lines if line.marks]
    _drop_unborne(lines, marked)
    _bear_out([line for line in marked if line.leading])
    _raise([line for line in marked if line.leading])
    contents = _tables_of_contents(lines)
    _set_lists_apart(lines, [line for line in lines if line.marks])
    contents += tuple(_attachment_lists(lines))
    _name_headings(lines)
    return contents


def _drop_unborne(lines: Sequence[Line], marked: Sequence[Line]) -> None:
    """Drop the items that only the next paragraph could bear out, where it does not."""
    for line in marked:
        if line.marks[-1].awaits:
            ordinal = line.marks[-1].ordinal
            later = next((other.leading for other in lines[line.index + 1 :] if other.text), None)
            after = later.ordinal if later else None
            if not (ordinal and after and after.style is ordinal.style and after.value == 2):
                line.marks = line.marks[:-1]


def _raise(numbered: Sequence[Line]) -> None:
    """Take 壹、 甲、 Ⅰ、 for parts where 一、 is numbered below them."""
    chapters = [line for line in numbered if line.chapter(Style.HAN)]
    usual = [
        line
        for line in chapters
        if line.leading and line.leading.ordinal and line.leading.ordinal.raw[0] in _HAN_FIGURES
    ]
    if usual and len(usual) < len(chapters):
        for line in chapters:
            if line not in usual:
                line.become(Style.PART)


def _bear_out(numbered: Sequence[Line]) -> None:
    """Keep unusual numbers (一，问题 甲、问题 1 问题 1.1 问题) only where 1 and 2 of their form are there.

    「1 问题」 is a chapter where 1.1 goes on below it, or where it is the first number of the text.
    """
    unsure = [line for line in numbered if line.leading and line.leading.ordinal and not line.leading.ordinal.sure]
    if not unsure:
        return
    forms: dict[str, list[Line]] = {}
    for line in unsure:
        forms.setdefault(form(line.leading.ordinal.raw if line.leading and line.leading.ordinal else ""), []).append(
            line
        )
    first = numbered[0]
    for name, each in forms.items():
        values = {line.leading.ordinal.value for line in each if line.leading and line.leading.ordinal}
        if not {1, 2} <= values:
            for line in each:
                line.marks, line.leading = line.marks[1:], None
        elif name == "1" and ("1.1" in forms or first in each):
            for line in each:
                line.become(Style.HAN)


def _name_headings(lines: Sequence[Line]) -> None:
    """Find the headings that bear no number; where Markdown or Word says which lines are headings, the aspects below them."""
    marked = [line for line in lines if line.marks]
    styled = any(mark.depth for line in marked for mark in line.marks)
    leading = [line for line in marked if line.leading]
    numbers = [line for line in leading if line.chapter(Style.HAN) or line.chapter(Style.PART)]
    chapters = any(line.leading and not unnumbered.is_aspect(line.leading.heading) for line in numbers)
    first = next((line.index for line in lines if line.text), 0)
    short = [line for line in lines[first + 1 :] if 0 < len(line.text) <= unnumbered.LONGEST]
    open_ = [line for line in short if not line.in_contents and line.may_be_named]
    named = unnumbered.levels(
        ((line.index, line.text, line.leading is not None) for line in open_), numbered=chapters or styled
    )
    if styled:
        _name_below(lines, named)
        return
    for index, level in named.items():
        if lines[index].leading:
            lines[index].become(Style.HAN)
        else:
            lines[index].become_named(level)
    if numbers and not chapters and 1 in named.values():
        _make_items(numbers)  # 一、 numbers the aspects


def _name_below(lines: Sequence[Line], named: Container[int]) -> None:
    """Take lines for headings, each one rank below the styled heading it stands under."""
    above = 0
    for line in lines:
        if line.index in named:
            line.become_named(above + 1)
        else:
            above = next((mark.depth for mark in line.marks if mark.depth), above)


def _set_lists_apart(lines: Sequence[Line], marked: Sequence[Line]) -> None:
    """Tell the lists 一、二、 that stand under a （一） from the chapters: they are items.

    Within a paragraph two in a row are a list. One of whole paragraphs is known by the （二） that goes on after it, and
    under the last （ ） by the lists before it.
    """
    chapter = 0
    aspect = 0  # the （ ） that is open
    listed = False  # lists stand under the aspects of this chapter
    run: list[Line] = []
    for line in marked:
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


def _make_items(run: Sequence[Line]) -> None:
    for line in run:
        line.make_items(line.marks[:1])


def _comes_again(lines: Sequence[Line], line: Line, value: int) -> bool:
    """Tell whether a chapter of this number is still to come, so that this one is an item."""
    later = (other.chapter(Style.HAN) for other in lines[line.index + 1 :])
    return next((number for number in later if number in (1, value)), 0) == value


def _tables_of_contents(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Find tables of contents and take the marks off their lines."""
    spans: list[Span] = []
    numbered = [line.leading is not None for line in lines]
    for first, past in front_matter.tables_of_contents([line.text for line in lines], numbered):
        for line in lines[first:past]:
            line.marks, line.leading, line.in_contents = (), None, True
        spans.append(Span(lines[first].start, lines[past - 1].end))
    return tuple(spans)


def _attachment_lists(lines: Sequence[Line]) -> Iterator[Span]:
    """Find the lists of attachments below a text (「附件：1.…」) and take the marks off their lines.

    It is a list only where nothing is written between its lines; else it is the attachment itself.
    """
    first = next((line.index for line in lines if line.leading), len(lines)) + 1  # what stands above is no list
    for line in [line for line in lines[first:] if line.text.startswith("附件")]:
        if head := _ATTACHMENTS.match(line.text):
            past = line.index + 1
            known = next((m for m in ordinals(line.text[head.end() :]) if m.leading), None)
            while past < len(lines) and (item := lines[past].listed_after(known)):
                known, past = item, past + 1
            if past == len(lines) or lines[past].is_short:
                for each in lines[line.index : past]:
                    each.marks, each.leading, each.in_contents = (), None, True
                yield Span(line.start, lines[past - 1].end)
