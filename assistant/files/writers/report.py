"""A report → HTML or Word. The Word form is plain: A4, black on white, tables with lines."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from assistant.files.trouble import Unwritable
from assistant.files.writers import docx_frame
from assistant.review import progress, report, report_html
from assistant.review.report import Group, Place, Report
from assistant.templates.layout import Face, Layout, Page
from assistant.text import canonical

_BODY = Face("宋体", "SimSun", 10.5)
_HEADING = Face("黑体", "SimHei", 12)
PAPER = Layout(
    format=1,
    id="report",
    name="检查报告",
    description="",
    line_twips=300,
    spacing_twips=0,
    grid=False,
    page=Page(210, 297, 18, 18, 24, 24, 10),
    title=Face("黑体", "SimHei", 16),
    byline=_BODY,
    level1=_HEADING,
    level2=Face("黑体", "SimHei", 10.5),
    body=_BODY,
    page_number=Face("宋体", "SimSun", 9),
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def form_of(path: Path) -> Callable[[Report], bytes]:
    """Tell by a file's name how its report is written. Raises Unwritable where the name asks for something else."""
    suffix = path.suffix.lower()
    if suffix not in _FORMS:
        raise Unwritable(f"报告只能写成网页（.html）或Word（.docx），文件名不能是“{path.name}”。")
    return _FORMS[suffix]


def _html(made: Report) -> bytes:
    return report_html.html(made).encode("utf-8")


def _word(made: Report) -> bytes:
    document = docx.Document(io.BytesIO(docx_frame.empty(PAPER)))
    styled(document, f"{made.title}检查报告", docx_frame.TITLE)
    add_table(document, made.headline, (25, 137), heads=0)
    styled(document, "要看的地方", docx_frame.HEADINGS[1])
    if not made.groups:
        add_line(document, progress.NO_FINDINGS)
    for group in made.groups:
        _add_group(document, group)
    if made.parts:
        styled(document, "各部分", docx_frame.HEADINGS[1])
        rows = [(part.name, part.state, part.length) for part in made.parts]
        table = add_table(document, [report.PART_COLUMNS, *rows], (66, 40, 56), heads=1)
        for number, part in enumerate(made.parts, 1):
            if part.inside:
                _indent(table.cell(number, 0).paragraphs[0], 420)
    add_line(document, "")
    add_line(document, report.CLOSING)
    return docx_frame.saved(document)


_FORMS: dict[str, Callable[[Report], bytes]] = {".html": _html, ".docx": _word}


def styled(document: Document, text: str, style: str) -> None:
    """Add a heading; styles are named as the file itself names them, not as Word shows them."""
    paragraph = document.add_paragraph()
    _add_run(paragraph, text)
    _properties(paragraph).get_or_add_pStyle().val = style
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(3)
    if style != docx_frame.TITLE:
        _indent(paragraph, 0)


def _add_group(document: Document, group: Group) -> None:
    styled(document, group.title, docx_frame.HEADINGS[2])
    for place in group.places:
        first = add_line(document, "")
        _add_run(first, report.heading(place), bold=True)
        first.paragraph_format.keep_with_next = True
        first.paragraph_format.space_before = Mm(2)
        quote = add_line(document, "", 420)
        _add_run(quote, place.before)
        _add_run(quote, place.marked, marked=True)
        _add_run(quote, place.after)
        for line in _told(place):
            add_line(document, line, 420)


def _told(place: Place) -> Iterator[str]:
    if place.advice:
        yield place.advice
    fix, basis = f"可改：{place.fix}" if place.fix else "", f"依据：{place.basis}" if place.basis else ""
    if fix or basis:
        yield "　".join(filter(None, (fix, basis)))


def add_line(document: Document, text: str, left: int = 0) -> Paragraph:
    """Add a paragraph without the indent of its first line; `left` is in twips."""
    paragraph = document.add_paragraph()
    _add_run(paragraph, text)
    _indent(paragraph, left)
    return paragraph


def _properties(paragraph: Paragraph) -> CT_PPr:
    return paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no other way to it


def _indent(paragraph: Paragraph, left: int) -> None:
    indent = _properties(paragraph).get_or_add_ind()
    for name, value in (("left", left), ("firstLineChars", 0), ("firstLine", 0)):
        indent.set(qn(f"w:{name}"), str(value))


def _add_run(paragraph: Paragraph, text: str, *, bold: bool = False, marked: bool = False) -> None:
    """Add text; a marked place is bold, underlined and highlighted, so that it shows on black and white paper too."""
    if not text:
        return
    run = paragraph.add_run(canonical(text) if text.strip() else text)
    if bold or marked:
        run.bold = True
    if marked:
        run.underline = True
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def add_table(document: Document, rows: Sequence[Sequence[str]], widths_mm: Sequence[int], *, heads: int) -> Table:
    """Add a table; its first rows are heads, or where it has none its first column."""
    table: Table = document.add_table(len(rows), len(widths_mm))
    table.autofit = False
    _draw_lines(table)
    for width, grid in zip(widths_mm, table.columns, strict=True):
        grid.width = Mm(width)
    for number, row in enumerate(rows):
        for column, (text, width) in enumerate(zip(row, widths_mm, strict=True)):
            cell = table.cell(number, column)
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            _add_run(paragraph, text, bold=number < heads or (not heads and column == 0))
            _indent(paragraph, 0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # in a narrow cell justified words are torn apart
        properties = table.rows[number]._tr.get_or_add_trPr()  # noqa: SLF001
        etree.SubElement(properties, qn("w:cantSplit"))  # a row is read whole
        if number < heads:
            etree.SubElement(properties, qn("w:tblHeader"))  # and its columns are named on every page
    return table


def _draw_lines(table: Table) -> None:
    properties = table._tbl.tblPr  # noqa: SLF001
    borders = etree.Element(qn("w:tblBorders"))
    for layout in properties.findall(qn("w:tblLayout")):  # which autofit=False has made
        layout.addprevious(borders)
    for edge in _EDGES:
        line = etree.SubElement(borders, qn(f"w:{edge}"))
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
