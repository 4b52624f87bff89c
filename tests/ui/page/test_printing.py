"""Printing and PDF: no heading ends a page, the PDF bears the material's name, no printer is asked for it."""

import io
import re
import sys
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextFormat

from assistant.facts import paper
from assistant.files import layouts
from assistant.review.material import analyse
from assistant.ui.page import printing
from assistant.ui.work import report_and_pdf

HEADINGS = ("一、存在的问题", "（一）学习方面", "（二）作风方面", "二、原因剖析", "（一）主观上", "三、整改措施")
BODY = "学习不够深入，联系实际不够紧密。" * 20


def pages_of(text, layout):
    """Give for each line of a text the page on which it is printed, found in the PDF's own text."""
    document = printing.laid_out(analyse(text), layout)
    found, block = [], document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        found.append((block.text(), int((top + 8) // document.pageSize().height()), block))
        block = block.next()
    return document, found


@pytest.mark.parametrize("name", ["gb9704", "fixed28"])
def test_no_heading_ends_a_page(qapp, name):
    layout = layouts.named(name)
    moved = 0
    for lines in range(layout.lines_per_page + 2):
        text = "\n".join(
            (
                "对照检查材料",
                *HEADINGS[:2],
                *["甲" * 20] * lines,
                HEADINGS[2],
                BODY,
                *HEADINGS[3:5],
                BODY,
                HEADINGS[5],
                BODY,
            )
        )
        document, found = pages_of(text, layout)
        for (line, page, block), (_, following, _) in pairwise(found):
            assert page == following or line not in HEADINGS, (lines, line)
            moved += block.blockFormat().pageBreakPolicy() == QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
        assert document.toPlainText() == text
    assert moved > 3  # it does happen that one would


def test_a_heading_with_nothing_below_stays(qapp):
    layout = layouts.named("gb9704")
    text = "\n".join(["甲" * 20] * (layout.lines_per_page - 1) + ["一、整改措施", ""])
    assert [page for _, page, _ in pages_of(text, layout)[1]][-2] == 0


def test_a_long_title_is_broken_as_in_word(qapp):
    title = "市住房保障和城乡建设管理中心党支部领导班子2025年度民主生活会对照检查材料"
    _, found = pages_of(f"{title}\n\n一、存在的问题\n{BODY}", layouts.named("gb9704"))
    assert found[0][0].replace("\u2028", "") == title
    assert "\u2028" in found[0][0]


def test_ink_is_black_however_the_window_looks(qapp):
    material = analyse("\n".join(("对照检查材料", "（2026年1月）", *HEADINGS[:2], f"一是{BODY}")))
    usual, dark = qapp.palette(), qapp.palette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dark.setColor(role, Qt.GlobalColor.white)
    qapp.setPalette(dark)
    try:
        made = printing.pdf(material, layouts.named("gb9704"), "稿")
    finally:
        qapp.setPalette(usual)
    drawn = b"".join(page.get_contents().get_data() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    assert set(re.findall(rb"([\d. ]+) scn", drawn)) == {b"0 0 0"}


def test_a_page_number_is_printed_in_its_form(qapp):
    layout = replace(layouts.named("gb9704"), page_number_form="第{}号{0}")
    made = printing.pdf(analyse("对照检查材料\n" + f"{BODY}\n" * 60), layout, "稿")
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(made)).pages, 1):
        assert f"第{number}号{{0}}" in re.sub(r"\s", "", page.extract_text())


def test_a_pdf_bears_the_name_and_asks_for_no_printer(sample, answers, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)  # an import would raise
    answers.result_path = tmp_path / "2025年度对照检查材料-林知远.pdf"
    action = next(each for each in sample.findChildren(type(sample.menus.editing[0])) if each.text() == "导出PDF…")
    action.trigger()

    pdf = pypdf.PdfReader(io.BytesIO(answers.result_path.read_bytes()))
    assert pdf.metadata is not None
    assert pdf.metadata.title == answers.result_path.stem
    material = sample.wiring.analyser.up_to_date()
    assert len(pdf.pages) == printing.laid_out(material, sample.files.layout).pageCount()
    assert "对照检查材料" in pdf.pages[0].extract_text().replace("\n", "")
    assert answers.told[-1].endswith(".pdf")
    assert any(told.startswith("已导出“2025年度") for told in sample.bars.messages())


def test_a_pdf_never_replaces_the_file_that_was_opened(make_window, answers, tmp_path):
    window = make_window(answers)
    source = tmp_path / "去年.txt"
    source.write_text("个人对照检查材料\n一、存在的问题\n学得浅。", "utf-8")
    window.files.open_path(source)
    answers.result_path = source
    report_and_pdf.export_pdf(
        window.wiring.analyser.up_to_date, files=window.files, session=window.session, bars=window.bars
    )
    assert source.read_text("utf-8").startswith("个人对照检查材料")
    assert any("没有导出PDF" in told for told in window.bars.messages())


def test_blank_lines_print_as_they_stand_in_word(qapp):
    text = "对照检查材料\n张三\n\n\n按照要求，对照检查如下。\n\n一、存在的问题\n\n学习不够深入。\n\n"
    document = printing.laid_out(analyse(text), layouts.named("gb9704"))

    assert document.toPlainText() == "对照检查材料\n张三\n\n按照要求，对照检查如下。\n一、存在的问题\n学习不够深入。"
    assert printing.laid_out(analyse("\n\n"), layouts.named("gb9704")).blockCount() == 3


CLOSING = "附件：1.整改台账\n2.学习笔记\n青石县水务局党组\n2026年1月8日"


def test_what_closes_a_material_stands_as_in_word(qapp):
    layout = layouts.named("gb9704")
    text = f"对照检查材料\n一、存在的问题\n{BODY}\n{CLOSING}"
    document = printing.laid_out(analyse(text), layout)
    *_, body, first, second, signature, date = (document.findBlockByNumber(n) for n in range(document.blockCount()))

    character = document.pageSize().width() / 28
    places = [
        (block.blockFormat().leftMargin() + block.blockFormat().textIndent()) / character for block in (body, first)
    ]
    assert [round(each, 1) for each in places] == [2, 2]
    assert round(second.blockFormat().leftMargin() / character, 1) == 6  # 2. stands under 1., its words to the right
    assert signature.blockFormat().alignment() == Qt.AlignmentFlag.AlignRight
    spaces = [block.blockFormat().topMargin() for block in (body, first, second, signature, date)]
    assert spaces == [0, layout.line_twips / 20, 0, layout.line_twips / 20, 0]
    assert date.blockFormat().leftMargin() > signature.blockFormat().leftMargin() + 10 * character
    assert document.toPlainText() == text


def test_pages_are_estimated_as_they_are_printed(qapp):
    """At the ends of pages, too, where one line makes a page; headings that would end one, blank lines and figures among them."""
    layout = layouts.named("gb9704")
    for lines in range(15, 26):
        text = "\n\n".join(
            ("对照检查材料", *HEADINGS[:2], *["乙" * 20] * lines, HEADINGS[2], "2026年办件128件。", "甲" * 26 + "。")
        )
        for closing in ("", f"\n{CLOSING}"):
            material = analyse(text + closing)
            assert paper.pages(material.facts, layout) == printing.laid_out(material, layout).pageCount(), lines
