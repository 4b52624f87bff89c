"""Word's old binary files, made here bit by bit."""

import struct

import pytest
from doc_files import IN_TABLE, ROW_END, P, level, list_entry, ole, para, sprm, word

from assistant.files.readers import doc
from assistant.reading import Revision, Unreadable

HAN, DIGIT = 39, 0


def test_paragraphs_and_signs():
    reading = doc.read(
        word(para("　　一、问题\x0b乙\t丙"), para("前\x1e后\x1f尾\x0c"), para("末页", end="\x0c"), para("完"))
    )
    assert reading.text == "一、问题\n乙\t丙\n前-后尾\n末页\n完"


@pytest.mark.parametrize("cuts", [(), (3,), (2, 5, 9)])
def test_pieces_may_stand_in_any_order(cuts):
    """As fast saves leave them."""
    reading = doc.read(word(para("第一段的话"), para("第二段的话"), cuts=cuts))
    assert reading.text == "第一段的话\n第二段的话"


def test_one_byte_characters():
    assert (
        doc.read(word(para("50 \x80 \x93caf\xe9\x94".encode("latin-1").decode("cp1252")), compressed=True)).text
        == "50 € “café”"
    )


def test_characters_beyond_the_basic_plane_keep_the_count():
    hidden = sprm(0x083C, 1)
    text = "𠮷田".encode("utf-16-le").decode("utf-16-le", "surrogatepass")
    units = "".join(chr(each) for each in struct.unpack("<3H", text.encode("utf-16-le")))
    reading = doc.read(surrogates(P(((units, b""), ("藏", hidden), ("显", b"")))))
    assert reading.text == "𠮷田显"


def surrogates(paragraph):
    """Write a paragraph whose text holds halves of a pair."""
    plain = paragraph._replace(
        runs=tuple((run.translate({0xD842: "\ue000", 0xDFB7: "\ue001"}), look) for run, look in paragraph.runs)
    )
    return word(plain).replace("\ue000\ue001".encode("utf-16-le"), "𠮷".encode("utf-16-le"))


def test_results_of_fields_and_not_their_codes():
    reading = doc.read(
        word(para("见\x13 HYPERLINK \x13 PAGE \x141\x15 \x14链接\x15。"), para("\x13没有结尾的域"), para("后"))
    )
    assert reading.text == "见链接。\n没有结尾的域\n后"


def test_hidden_text_is_left_out_and_said():
    reading = doc.read(word(P((("显", b""), ("藏", sprm(0x083C, 1))))))
    assert (reading.text, reading.notes) == ("显", ("隐藏文字未带入（1处）",))


def test_tables_become_rows():
    cells = [para(text, IN_TABLE, "\x07") for text in ("序号", "问题", "整改措施")]
    more = [
        para("1", IN_TABLE, "\x07"),
        para("学得浅", IN_TABLE, "\x07"),
        para("自学", IN_TABLE),
        para("研讨", IN_TABLE, "\x07"),
    ]
    end = para("", ROW_END, "\x07")
    reading = doc.read(word(para("前"), *cells, end, *more, end, para("后")))

    assert reading.text == "前\n序号\t问题\t整改措施\n1\t学得浅\t自学；研讨\n后"
    assert reading.notes == ("表格已按行转成文字（1处）",)


def test_automatic_numbers_are_counted():
    lists = struct.pack("<H", 2) + list_entry(7, simple=False) + list_entry(8)
    levels = level(HAN, "\0、") + level(HAN, "（\1）") + level(DIGIT, "\2.") + level(255, "") * 6 + level(23, "\uf0b7")
    entry = struct.pack("<iiiBBBB", 7, 0, 0, 0, 0, 0, 0)
    restarting = struct.pack("<iiiBBBB", 7, 0, 0, 1, 0, 0, 0)
    bullets = struct.pack("<iiiBBBB", 8, 0, 0, 0, 0, 0, 0)
    data = struct.pack("<i", -1) + struct.pack("<i", -1) + struct.pack("<ii", 1, 0x12) + struct.pack("<i", -1)
    overrides = struct.pack("<i", 3) + entry + restarting + bullets + data

    def item(text, number, depth=0):
        return para(text, sprm(0x460B, number, 2) + sprm(0x260A, depth))

    body = [
        item("问题", 1),
        item("学习", 1, 1),
        item("浅", 1, 2),
        item("少", 1, 2),
        item("作风", 1, 1),
        item("担当", 2, 2),
        item("点", 3),
        item("原因", 1),
    ]
    reading = doc.read(word(*body, lists=lists, levels=levels, overrides=overrides))

    assert reading.text == "一、问题\n（一）学习\n1.浅\n2.少\n（二）作风\n1.担当\n点\n二、原因"


def test_a_list_that_is_not_there_is_said():
    reading = doc.read(word(para("问题", sprm(0x460B, 5, 2))))
    assert reading.notes == ("有的自动编号未能算出，请核对序号（1处）",)


def test_revisions_are_values_with_their_place():
    when = 4 | 3 << 6 | 2 << 11 | 1 << 16 | 126 << 20
    inserted = sprm(0x0801, 1) + sprm(0x4804, 1, 2) + sprm(0x6805, when, 4)
    deleted = sprm(0x0800, 1) + sprm(0x4863, 1, 2)
    body = P((("学得不深，", b""), ("经常", deleted), ("有时", inserted), ("读过就算。", b"")))
    reading = doc.read(word(body, authors=("Unknown", "书记")))

    assert reading.text == "学得不深，有时读过就算。"
    assert reading.revisions == (
        Revision(5, 5, "deleted", "书记", "", "经常"),
        Revision(5, 7, "inserted", "书记", "2026-01-02T03:04:00", "有时"),
    )


def test_a_deleted_paragraph_mark_joins():
    deleted = sprm(0x0800, 1)
    reading = doc.read(word(P((("前半", b""), ("", deleted))), para("后半")))
    assert reading.text == "前半后半"


def test_signs_of_symbol_fonts_are_kept():
    reading = doc.read(word(P((("完成率", b""), ("(", sprm(0x6A09, 0xF0B1 << 16, 4) + sprm(0x0855, 1)), ("5%", b"")))))
    assert reading.text == "完成率□5%"  # the file does not tell the font
    assert reading.notes == ("有的符号没有认出，以□代替（1处）",)


def test_heading_levels():
    assert doc.read(word(para("存在的问题", sprm(0x2640, 0)), para("正文"))).headings == {"存在的问题": 1}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word(para("正文"), flags=0x0100), "密码"),
        (ole({"EncryptedPackage": b"x"}), "密码"),
        (ole({"CONTENTS": b"x"}), "Works"),
        (ole({"Other": b"x"}), "没有Word文档"),
        (ole({"WordDocument": b"x"}), "损坏"),
        (word(para("正文"))[:3000], "损坏"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "损坏"),
    ],
)
def test_what_is_no_document_is_named(data, told):
    with pytest.raises(Unreadable, match=told):
        doc.read(data)


def test_other_programs_files_agree_with_what_they_hold(samples):
    """A few of Apache POI's files, whose text is known from their own tests."""
    folder = samples / "word" / "apache+poi" / "test-data" / "document"
    assert doc.read((folder / "simple.doc").read_bytes()).text.startswith("This is a simple file")
    assert "2.2.2.1.OL 2.2.2.1" in doc.read((folder / "Lists.doc").read_bytes()).text
