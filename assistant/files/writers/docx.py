"""Material → Word, in official layout.

Headings carry real styles with outline levels; 「（一）标题。正文」 is written in two runs, heading and text; a long title is
broken into balanced lines by soft breaks, which read back as nothing. Blank lines, which would double the spacing on
paper, are written as bookmarks that nobody sees; only the one below the name lines stands. What is written reads back
the same.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import docx
from docx.oxml.ns import qn
from lxml import etree

from assistant.files.writers import docx_frame, title
from assistant.language import markdown
from assistant.structure import closing_places
from assistant.structure.blank_lines import on_paper
from assistant.structure.closing_places import Placing
from assistant.structure.outline import MaterialOutline, Section
from assistant.structure.parsing import parse
from assistant.templates.layout import Layout
from assistant.text import paragraphs

_P, _PPR, _PSTYLE, _R, _RPR, _RSTYLE = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "r", "rPr", "rStyle"))
_T, _TAB, _BR, _VAL, _FONTS, _HINT = (qn(f"w:{name}") for name in ("t", "tab", "br", "val", "rFonts", "hint"))
_DEL_TEXT = qn("w:delText")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKUP_AT_MOST = 24  # characters that web residue or Markdown may put before a number
_HEADING_AT_MOST = 40  # characters of a heading of a low rank; what is longer is a sentence with a number
_STYLED_TO_KEEP = 2  # ranks whose style keeps them with the next paragraph


def write(text: str, layout: Layout, *, author: str = "", headings: Mapping[str, int] = MappingProxyType({})) -> bytes:
    """Lay out a text and give the bytes of the Word file.

    `headings` are lines known to be headings though they bear no number. The file's properties stay empty but for
    an author's name, where one is given. Marks of Markdown are left out.
    """
    text, marked = markdown.plain(text)
    headings = {**marked, **headings}
    document = docx.Document(io.BytesIO(docx_frame.empty(layout)))
    if author:
        document.core_properties.author = author
    body = document.element.body
    end = body[-1]
    body.remove(end)  # appending is fast when the section's properties need not be kept last
    for each in _without_blank_lines(list(_styled(text, headings, layout.characters_per_line))):
        _add_paragraph(body, each, layout)
    body.append(end)
    return docx_frame.saved(document)


_FRONT = (docx_frame.TITLE, docx_frame.BYLINE)


class _Styled(NamedTuple):
    """A paragraph: its style, where its run-in heading ends (0 for none), its text; its place if it closes the material."""

    style: str
    heading_end: int
    line: str
    placing: Placing | None = None
    with_next: bool = False  # a heading of a rank whose style does not say so
    blank_before: int = 0  # blank lines that the text has there and the page has not
    blank_after: int = 0


def styles_of(text: str) -> dict[int, str]:
    """Give the styles of a text's paragraphs by where they begin; a run-in heading is not set apart."""
    starts = (start for start, _ in paragraphs(text))
    run_in = set(docx_frame.RUN_IN.values())
    return {
        start: docx_frame.BODY if each.style in run_in else each.style
        for start, each in zip(starts, _styled(text, {}), strict=True)
    }


def _styled(text: str, headings: Mapping[str, int], characters_per_line: int = 28) -> Iterator[_Styled]:
    """Yield the paragraphs of a text."""
    outline = parse(text, headings=headings)
    opening = {s.start: s for s in outline.walk() if s.leading}
    closing_at = dict(closing_places.of_text(text, outline, characters_per_line))
    for start, line in paragraphs(text):
        material = next((m for m in reversed(outline.materials) if m.start <= start), outline.materials[0])
        section = next((opening[start + at] for at in range(_MARKUP_AT_MOST) if start + at in opening), None)
        if start in closing_at:
            yield _Styled(docx_frame.BODY, 0, line, closing_at[start])
        elif line and section is not None and section.paragraph_end == start + len(line):
            style, heading_end = _heading_style(section, start, line)
            yield _Styled(style, heading_end, line, with_next=_leads(text, section, style))
        else:
            yield _Styled(_plain_style(material, start, line), 0, line)


def _leads(text: str, section: Section, style: str) -> bool:
    """Tell whether a paragraph that is a numbered heading alone is followed by text of its own."""
    low = style in docx_frame.HEADINGS.values() and section.level > _STYLED_TO_KEEP
    if not low or section.paragraph_end - section.start > _HEADING_AT_MOST:
        return False
    return bool(text[section.paragraph_end : section.own_end].strip())


def _without_blank_lines(styled: list[_Styled]) -> Iterator[_Styled]:
    """Take out the blank lines and say at the next paragraph, or after the last, how many there were.

    One below title and name lines stays, and keeps them with what follows.
    """
    shown = set(on_paper([each.line for each in styled], [each.style in _FRONT for each in styled]))
    written = sorted(number for number in shown if styled[number].line)
    if not written:
        yield from styled
        return
    done = 0
    for number in written:
        blank = number - done
        if blank and done in shown:
            yield styled[done]._replace(with_next=True)
            blank -= 1
        after = len(styled) - number - 1 if number == written[-1] else 0
        yield styled[number]._replace(blank_before=blank, blank_after=after)
        done = number + 1


def _plain_style(material: MaterialOutline, start: int, line: str) -> str:
    if line and material.title_span.start <= start < material.title_span.end:
        return docx_frame.TITLE
    if line and material.byline_span.start <= start < material.byline_span.end:
        return docx_frame.BYLINE
    return docx_frame.BODY


def _heading_style(section: Section, start: int, line: str) -> tuple[str, int]:
    level = min(section.level, max(docx_frame.HEADINGS))
    heading_end = section.heading_end - start
    rest = line[heading_end:].strip("。：:；;*# ")
    if not rest:
        return docx_frame.HEADINGS[level], 0
    if level in docx_frame.RUN_IN:
        return docx_frame.RUN_IN[level], min(heading_end + 1, len(line))
    return docx_frame.BODY, 0


def _add_paragraph(body: etree._Element, each: _Styled, layout: Layout) -> None:
    paragraph = etree.SubElement(body, _P)
    style, line = each.style, each.line
    if style != docx_frame.BODY or each.placing or each.with_next:
        properties = etree.SubElement(paragraph, _PPR)
        if style != docx_frame.BODY:
            etree.SubElement(properties, _PSTYLE).set(_VAL, style)
        if each.with_next:
            etree.SubElement(properties, qn("w:keepNext"))
        if each.placing:
            _place(properties, each.placing, layout)
    remember_blank_lines(paragraph, before=each.blank_before, after=each.blank_after)
    if each.heading_end:
        level = next(level for level, name in docx_frame.RUN_IN.items() if name == style)
        add_text(paragraph, line[: each.heading_end], docx_frame.RUN_IN_CHARACTERS[level])
        add_text(paragraph, line[each.heading_end :])
    elif style == docx_frame.TITLE:
        at = 0
        for place in title.breaks(line, _text_width(layout)):
            add_text(paragraph, line[at:place])
            etree.SubElement(etree.SubElement(paragraph, _R), _BR)
            at = place
        add_text(paragraph, line[at:])
    else:
        add_text(paragraph, line)


def remember_blank_lines(paragraph: etree._Element, *, before: int, after: int = 0) -> None:
    """Keep how many blank lines the text has round a paragraph, though the page shows none."""
    for name, count in ((docx_frame.BLANK_BEFORE, before), (docx_frame.BLANK_AFTER, after)):
        if count:
            parent = paragraph.getparent()
            number = str(parent.index(paragraph) * 2 + (name == docx_frame.BLANK_AFTER)) if parent is not None else "0"
            begin = etree.SubElement(paragraph, qn("w:bookmarkStart"))
            begin.set(qn("w:id"), number)
            begin.set(qn("w:name"), f"{name}{count}_{number}")  # one that begins with _ is listed nowhere
            etree.SubElement(paragraph, qn("w:bookmarkEnd")).set(qn("w:id"), number)


def _place(properties: etree._Element, placing: Placing, layout: Layout) -> None:
    """Set the indents of a closing line, in characters and, for programs that know none, in twips."""
    if placing.begins:
        spacing = etree.SubElement(properties, qn("w:spacing"))
        for name, value in (("before", layout.line_twips), ("line", layout.line_twips), ("lineRule", "exact")):
            spacing.set(qn(f"w:{name}"), str(value))
    indent = etree.SubElement(properties, qn("w:ind"))
    character = layout.body.size_pt * 20 + layout.spacing_twips
    for name, characters in (("left", placing.left), ("right", placing.right)):
        indent.set(qn(f"w:{name}Chars"), str(round(characters * 100)))
        indent.set(qn(f"w:{name}"), str(round(characters * character)))
    first = "hanging" if placing.hanging else "firstLine"
    indent.set(qn(f"w:{first}Chars"), str(round(placing.hanging * 100)))
    indent.set(qn(f"w:{first}"), str(round(placing.hanging * character)))
    etree.SubElement(properties, qn("w:jc")).set(_VAL, "right" if placing.to_the_right else "both")


def add_text(parent: etree._Element, text: str, style: str = "", *, deleted: bool = False) -> None:
    """Add text to a paragraph or a tracked change; the hint gives “”‘’—… the Chinese font, where Word would take them for Latin."""
    if not text:
        return
    run = etree.SubElement(parent, _R)
    properties = etree.SubElement(run, _RPR)
    if style:
        etree.SubElement(properties, _RSTYLE).set(_VAL, style)
    etree.SubElement(properties, _FONTS).set(_HINT, "eastAsia")
    for number, piece in enumerate(text.split("\t")):
        if number:
            etree.SubElement(run, _TAB)
        if piece:
            element = etree.SubElement(run, _DEL_TEXT if deleted else _T)
            element.text = piece
            if piece != piece.strip() or "  " in piece:
                element.set(_SPACE, "preserve")


def _text_width(layout: Layout) -> float:
    """Give the width between the margins in characters of the title."""
    width_pt = (layout.page.width_mm - layout.page.left_mm - layout.page.right_mm) / 25.4 * 72
    return width_pt / layout.title.size_pt
