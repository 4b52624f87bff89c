"""Material → Word, in official layout.

Headings carry real styles with outline levels; 「（一）标题。正文」 is written in two runs, heading and text; a long title is
broken into balanced lines by soft breaks, which read back as nothing. What is written reads back the same.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import docx
from docx.oxml.ns import qn
from lxml import etree

from assistant.files.writers import package, title
from assistant.language import markdown
from assistant.structure.outline import MaterialOutline, Section, parse
from assistant.templates.layout import Layout
from assistant.text import paragraphs

_P, _PPR, _PSTYLE, _R, _RPR, _RSTYLE = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "r", "rPr", "rStyle"))
_T, _TAB, _BR, _VAL, _FONTS, _HINT = (qn(f"w:{name}") for name in ("t", "tab", "br", "val", "rFonts", "hint"))
_DEL_TEXT = qn("w:delText")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write(text: str, layout: Layout, *, author: str = "", headings: Mapping[str, int] = MappingProxyType({})) -> bytes:
    """Lay out a text and give the bytes of the Word file.

    `headings` are lines known to be headings though they bear no number. The file's properties stay empty but for
    an author's name, where one is given. Marks of Markdown are left out.
    """
    text, marked = markdown.plain(text)
    headings = {**marked, **headings}
    document = docx.Document(io.BytesIO(package.empty(layout)))
    if author:
        document.core_properties.author = author
    body = document.element.body
    end = body[-1]
    body.remove(end)  # appending is fast when the section's properties need not be kept last
    for style, heading_end, line in _styled(text, headings):
        _add_paragraph(body, style, line, heading_end, layout)
    body.append(end)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def styles_of(text: str) -> dict[int, str]:
    """Give the styles of a text's paragraphs by where they begin; a run-in heading is not set apart."""
    starts = (start for start, _ in paragraphs(text))
    run_in = set(package.RUN_IN.values())
    return {
        start: package.BODY if style in run_in else style
        for start, (style, _, _) in zip(starts, _styled(text, {}), strict=True)
    }


def _styled(text: str, headings: Mapping[str, int]) -> Iterator[tuple[str, int, str]]:
    """Yield for each paragraph its style, where its run-in heading ends (0 for none), and its text."""
    outline = parse(text, headings=headings)
    opening = {s.start: s for s in outline.walk() if s.leading}
    for start, line in paragraphs(text):
        material = next((m for m in reversed(outline.materials) if m.start <= start), outline.materials[0])
        section = next((opening[start + at] for at in range(_MARKUP_AT_MOST) if start + at in opening), None)
        if line and section is not None and section.paragraph_end == start + len(line):
            yield _heading_style(section, start, line)
        else:
            yield _plain_style(material, start, line), 0, line


_MARKUP_AT_MOST = 24  # characters that web residue or Markdown may put before a number


def _plain_style(material: MaterialOutline, start: int, line: str) -> str:
    if line and material.title_span.start <= start < material.title_span.end:
        return package.TITLE
    if line and material.byline_span.start <= start < material.byline_span.end:
        return package.BYLINE
    return package.BODY


def _heading_style(section: Section, start: int, line: str) -> tuple[str, int, str]:
    level = min(section.level, max(package.HEADINGS))
    heading_end = section.heading_end - start
    rest = line[heading_end:].strip("。：:；;*# ")
    if not rest:
        return package.HEADINGS[level], 0, line
    if level in package.RUN_IN:
        return package.RUN_IN[level], min(heading_end + 1, len(line)), line
    return package.BODY, 0, line


def _add_paragraph(body: etree._Element, style: str, line: str, heading_end: int, layout: Layout) -> None:
    paragraph = etree.SubElement(body, _P)
    if style != package.BODY:
        properties = etree.SubElement(paragraph, _PPR)
        etree.SubElement(properties, _PSTYLE).set(_VAL, style)
    if heading_end:
        level = next(level for level, name in package.RUN_IN.items() if name == style)
        add_text(paragraph, line[:heading_end], package.RUN_IN_CHARACTERS[level])
        add_text(paragraph, line[heading_end:])
    elif style == package.TITLE:
        at = 0
        for place in title.breaks(line, _text_width(layout)):
            add_text(paragraph, line[at:place])
            etree.SubElement(etree.SubElement(paragraph, _R), _BR)
            at = place
        add_text(paragraph, line[at:])
    else:
        add_text(paragraph, line)


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
