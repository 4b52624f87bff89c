"""Every kind of Word file that is written keeps to ECMA-376."""

import datetime
import io
import re
import zipfile
from pathlib import Path

import pytest

from assistant.facts.last_year import answering
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.earlier_material import Row
from assistant.files import layouts, template_shelf
from assistant.files.readers import docx as reader
from assistant.files.writers import correction, docx, rectification_table, report, tracked
from assistant.review import report as made
from assistant.review.comparison import compare
from assistant.review.material import analyse
from tests.word_schema import faults

LAYOUTS = layouts.every()
TEXT = (
    "2025年度民主生活会个人对照检查材料\n\n林知远\n2026年1月8日\n\n按照要求，检查如下。\n一、存在的问题\n（一）学习方面。自学\t少，“学”得浅。\n"
    "1.学得不深\n翻了翻就放下，下乡XX次。\n二、整改措施\n每月自学两次。\n附件：1.台账\n2.笔记\n林知远\n2026年1月8日"
)
WHEN = datetime.datetime(2026, 1, 8, 9, 0, tzinfo=datetime.timezone.utc)


def material(text):
    return analyse(text, template_shelf.find("2025-democratic-individual"))


def outputs():
    for layout in LAYOUTS:
        yield f"material-{layout.id}", lambda layout=layout: docx.write(TEXT, layout, author="林知远")
        yield f"empty-{layout.id}", lambda layout=layout: docx.write("", layout)
        yield (
            f"tracked-{layout.id}",
            lambda layout=layout: tracked.write(
                compare(TEXT, TEXT.replace("浅", "不深").replace("翻了翻", "看了看") + "\n完"), layout, "林知远", WHEN
            ),
        )
    form = report._FORMS[".docx"]
    yield "report", lambda: form(made.of(material(TEXT), "稿.docx", WHEN.date()))
    yield "report-of-nothing", lambda: form(made.of(analyse("好。", None), "稿.docx", WHEN.date()))
    blank = TEXT.replace("\n", "\n\n")
    yield (
        "tracked-blank-lines",
        lambda: tracked.write(compare(blank, blank.replace("浅", "不深")), LAYOUTS[0], "林知远", WHEN),
    )
    yield "correction", lambda: correction.write("林知远同志：\n1. “学”一句：尚未填写。", ["篇幅请以本单位通知为准。"])
    yield "report-with-notes", lambda: form(made.of(material(TEXT), "稿.docx", WHEN.date(), ["批注未带入（1处）"]))
    last = Row("浅", ("读书",), "学习", done="已做", deadline="6月底前", owner="林知远")
    columns, rows = answering.table([Answer(last, Answered.NO), Answer(Row(""), Answered.NO)])
    yield "rectification", lambda: rectification_table.form_of(Path("表.docx"), columns)("整改落实情况表", rows)


@pytest.mark.parametrize("write", [pytest.param(write, id=name) for name, write in outputs()])
def test_what_is_written_keeps_to_the_schema(write):
    assert faults(write()) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop", "<settings>: <defaultTabStop> after"),
        ("<w:zoom", "<w:zooms/><w:zoom", "may not hold <zooms>"),
    ],
)
def test_a_stray_element_is_seen(old, new, told):
    """The check above is one that can fail."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx.write("甲", LAYOUTS[0]))) as good, zipfile.ZipFile(whole, "w") as bad:
        for name in good.namelist():
            data = good.read(name).decode("utf-8")
            bad.writestr(name, data.replace(old, new) if name == "word/settings.xml" else data)

    assert any(told in each for each in faults(whole.getvalue()))


def test_blank_lines_read_back_though_the_page_has_none():
    text = "\n标题\n\n\n张三\n\n正文。\n\n\n\n一、问题\n\n有。\n\n"

    assert reader.read(docx.write(text, LAYOUTS[0])).text == text


def document(text, layout=LAYOUTS[0]):
    with zipfile.ZipFile(io.BytesIO(docx.write(text, layout))) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def paragraphs(xml):
    """Give what each paragraph says, and its properties."""
    found = re.findall("<w:p>(?:<w:pPr>(.*?)</w:pPr>)?(.*?)</w:p>|<w:p/>", xml)
    return [(re.sub("<[^>]+>", "", text), properties) for properties, text in found]


def test_blank_lines_of_the_source_take_no_room():
    said = [text for text, _ in paragraphs(document(TEXT.replace("\n", "\n\n") + "\n\n\n"))]

    assert said.count("") == 1  # below the name lines
    assert said[4] != ""
    assert said[-1] == "2026年1月8日"


def test_what_leads_is_kept_with_what_follows():
    kept = {text for text, properties in paragraphs(document(TEXT)) if "keepNext" in properties}

    assert {"1.学得不深", ""} <= kept
    # a row of items that each are all there is does not hang together
    assert not [p for _, p in paragraphs(document("标题\n一、问题\n1.甲\n2.乙\n3.丙")) if "keepNext" in p]


def test_signature_and_date_stand_by_the_standard():
    """GB/T 9704-2012, 7.3.5.2: the date begins two characters after the signature, the longer of both ends two before the edge."""
    lines = dict(paragraphs(document("标题\n\n一、问题\n有。\n青河县水务局党组领导班子\n2026年1月8日")))
    signature, date = lines["青河县水务局党组领导班子"], lines["2026年1月8日"]

    assert 'w:rightChars="200"' in signature
    assert '<w:jc w:val="right"/>' in signature
    assert 'w:leftChars="1600"' in date  # 28 - 2 - 12 + 2

    lines = dict(paragraphs(document("标题\n\n一、问题\n有。\n林知远\n2026年1月8日")))
    assert 'w:rightChars="700"' in lines["林知远"]  # the date of 6 characters ends 2 before the edge: 2 + 2 + 6 - 3
    assert 'w:leftChars="2000"' in lines["2026年1月8日"]


def test_attachments_stand_by_the_standard():
    """GB/T 9704-2012, 7.3.4: two characters in, further lines under the words."""
    lines = dict(paragraphs(document(TEXT)))

    assert 'w:leftChars="600"' in lines["附件：1.台账"]
    assert 'w:hangingChars="400"' in lines["附件：1.台账"]
    assert 'w:leftChars="600"' in lines["2.笔记"]
    assert 'w:hangingChars="100"' in lines["2.笔记"]
    assert "Heading" not in lines["2.笔记"]


@pytest.mark.parametrize("length", [*range(19, 46), 70, 100])
def test_no_line_of_a_title_is_a_single_character(length):
    name = ("青河县水务局河道管理所所辖各站各段各处各库各渠各闸各坝各泵各井各桥各涵" * 3)[: length - 6] + "对照检查材料"
    first = re.search("<w:p>.*?</w:p>", document(f"{name}\n一、问题\n有。"))[0]
    lines = re.sub("<w:br/>|<[^>]+>", lambda tag: "|" if "br" in tag[0] else "", first).split("|")

    assert "".join(lines) == name
    assert max(map(len, lines)) <= 20
    assert len(lines) == 1 or min(map(len, lines)) >= 3
