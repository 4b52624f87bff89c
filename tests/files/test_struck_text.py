"""Text that somebody struck through by hand, without revisions: it is taken over, and the message counts its places."""

import struct

import pytest
from doc_files import IN_TABLE, ROW_END, P, para, sprm, word
from word_files import package

from assistant.files.readers import doc, docx, odt, rtf, web_page
from assistant.files.readers.transcript import Transcript
from assistant.reading import Reading


def struck(reading: Reading) -> int:
    """Give the number of places that the notes tell of."""
    told = [note for note in reading.notes if "删除线" in note]
    if not told:
        return 0
    (note,) = told
    assert note.startswith("画有删除线的文字已按正文带入，请核对是否应删去（")
    return int(note.rpartition("（")[2].removesuffix("处）"))


def test_what_stands_together_in_a_line_is_one_place():
    transcript = Transcript()
    for text, is_struck in (
        ("学得浅", True),
        ("，", True),
        (" ", False),
        ("用得少", True),
        ("。", False),
        ("还", True),
    ):
        transcript.strike(text, is_struck=is_struck)
    transcript.end_line()
    transcript.strike("\u3000 ", is_struck=True)
    transcript.strike("另起一段", is_struck=True)

    assert transcript.left_out["struck"] == 3


# Word

_STYLES = (
    "<w:style w:type='character' w:styleId='c'><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='d'><w:basedOn w:val='c'/><w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='p'><w:rPr><w:dstrike/></w:rPr></w:style>"
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        (run("学得") + run("浅", "<w:strike/>") + run("，用得少", "<w:b/><w:strike/>") + run("。"), 1),
        (run("学得浅", "<w:dstrike w:val='1'/>") + run("。") + run("读得少", "<w:strike/>"), 2),
        (run("学得浅", "<w:strike w:val='0'/>"), 0),
        (run("学得浅") + run("  ", "<w:strike/>") + run("。"), 0),
        (run("学得浅", "<w:rStyle w:val='d'/>"), 1),
        (run("学得浅", "<w:rStyle w:val='c'/><w:strike w:val='false'/>"), 0),
        ("<w:pPr><w:pStyle w:val='p'/></w:pPr>" + run("学得") + "<w:r><w:t>浅</w:t></w:r>", 1),
        ("<w:pPr><w:pStyle w:val='p'/></w:pPr>" + run("学得浅", "<w:dstrike w:val='0'/>"), 0),
        ("<w:hyperlink>" + run("学得浅", "<w:strike/>") + "</w:hyperlink>", 1),
        ("<w:ins w:author='甲'>" + run("学得浅", "<w:strike/>") + "</w:ins>", 1),
        ("<w:del w:author='甲'><w:r><w:rPr><w:strike/></w:rPr><w:delText>学得浅</w:delText></w:r></w:del>", 0),
        (run("学得浅", "<w:vanish/><w:strike/>"), 0),
        ("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + run("学得浅"), 0),  # the paragraph's end alone
    ],
)
def test_word(paragraph, places):
    assert struck(docx.read(package(f"<w:p>{paragraph}</w:p>", styles=_STYLES))) == places


def test_word_takes_it_over_paragraph_by_paragraph_in_tables_and_boxes_too():
    line = f"<w:p>{run('学得浅', '<w:strike/>')}</w:p>"
    box = f"<w:p><w:r><w:t>框</w:t><w:pict><w:txbxContent>{line}</w:txbxContent></w:pict></w:r></w:p>"
    reading = docx.read(package(f"{line}{line}<w:tbl><w:tr><w:tc>{line}</w:tc><w:tc>{line}</w:tc></w:tr></w:tbl>{box}"))

    assert reading.text == "学得浅\n学得浅\n学得浅\t学得浅\n框\n学得浅"
    assert struck(reading) == 5


# Word's old files

STRIKE, DOUBLE, VANISH, STYLE = 0x0837, 0x2A53, 0x083C, 0x4A30


def sheet(*styles: tuple[int, int, bytes]) -> bytes:
    """Write a style sheet: of each style its kind (1 of paragraphs, 2 of characters), the one below it, its character properties."""
    found = struct.pack("<HHH", 4, len(styles), 10)
    for kind, base, look in styles:
        lists = (b"\0\0", look) if kind == 1 else (look,)
        style = struct.pack("<HHHHH", 0x0FFE, kind | base << 4, len(lists), 0, 0) + struct.pack("<HHH", 1, ord("s"), 0)
        for each in lists:
            style += struct.pack("<H", len(each)) + each + b"\0" * (len(each) % 2)
        found += struct.pack("<H", len(style)) + style
    return found


_NONE = 0xFFF
_SHEET = sheet(
    (1, _NONE, b""), (2, _NONE, sprm(STRIKE, 1)), (2, 1, b""), (1, 0, sprm(DOUBLE, 1)), (2, _NONE, sprm(VANISH, 1))
)


@pytest.mark.parametrize(
    ("runs", "style", "places"),
    [
        ((("学得", b""), ("浅", sprm(STRIKE, 1)), ("，用得少", sprm(STRIKE, 1) + sprm(DOUBLE, 0)), ("。", b"")), 0, 1),
        ((("学得浅", sprm(DOUBLE, 1)), ("。", b""), ("读得少", sprm(STRIKE, 0x81))), 0, 2),
        ((("学得浅", sprm(STRIKE, 0)), ("  ", sprm(STRIKE, 1)), ("。", b"")), 0, 0),
        ((("学得浅", sprm(STYLE, 2, 2)),), 0, 1),
        ((("学得浅", sprm(STYLE, 1, 2) + sprm(STRIKE, 0x80)),), 0, 1),
        ((("学得浅", sprm(STYLE, 1, 2) + sprm(STRIKE, 0)),), 0, 0),
        ((("学得浅", b""),), 3, 1),
        ((("学得", b""), ("浅", sprm(DOUBLE, 0))), 3, 1),
        ((("学得浅", sprm(DOUBLE, 0)),), 3, 0),
        ((("学得浅", sprm(STRIKE, 1) + sprm(0x0800, 1)),), 0, 0),  # deleted in a revision
        ((("学得浅", sprm(STRIKE, 1) + sprm(VANISH, 1)),), 0, 0),
    ],
)
def test_old_word(runs, style, places):
    assert struck(doc.read(word(P(runs, style=style), styles=_SHEET))) == places


def test_old_word_counts_each_paragraph_and_cell():
    look = sprm(STRIKE, 1)
    cells = (
        para("一", IN_TABLE, "\x07", look=look),
        para("二", IN_TABLE, "\x07", look=look),
        para("", ROW_END, "\x07"),
    )
    reading = doc.read(word(para("学得浅", look=look), para("学得浅", look=look), *cells, para("完")))

    assert reading.text == "学得浅\n学得浅\n一\t二\n完"
    assert struck(reading) == 4


# Rich text


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("a{\\strike b}{\\b\\strike c}d", 1),
        ("\\striked1 a\\striked0 b\\strike c\\strike0 d", 2),
        ("\\strike\\striked0 a\\strike0\\striked0 b", 1),
        ("\\strike\\striked1 a\\strike0 b\\striked0 c", 1),
        ("\\strike a\\plain b{\\strike  }c", 1),
        ("\\strike a\\par b\\par", 2),
        ("{\\deleted\\strike a}{\\v\\strike b}{\\revised\\strike c}d", 1),
        ("{\\listtext\\strike 1.\\tab}a\\par{\\header\\strike b\\par}c", 0),
        ("{\\shp{\\*\\shpinst{\\shptxt\\strike a\\par}}}b", 1),
    ],
)
def test_rich_text(body, places):
    assert struck(rtf.read(f"{{\\rtf1\\ansi {body}}}".encode())) == places


# OpenDocument


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("<text:p>学得<text:span text:style-name='T1'>浅</text:span><text:span text:style-name='T2'>了</text:span>。</text:p>", 1),
        ("<text:p text:style-name='P1'>学得<text:span text:style-name='B'>浅</text:span></text:p><text:p>好</text:p>", 1),
        ("<text:p text:style-name='P1'>学得<text:span text:style-name='N'>浅</text:span>了</text:p>", 2),
        ("<text:p><text:a text:style-name='T3'>学得浅</text:a>好</text:p>", 1),
        ("<text:p>学<text:span text:style-name='T1'> <text:s/></text:span>浅<text:span text:style-name='N'>了</text:span></text:p>", 0),
        ("<text:p text:style-name='P1'>一</text:p><text:list><text:list-item><text:p text:style-name='P1'>二</text:p></text:list-item></text:list>", 2),
        ("<text:p><text:span text:style-name='H'>藏</text:span>显</text:p>", 0),
    ],
)  # fmt: skip
def test_opendocument(body, places):
    looks = {
        "T1": "text-line-through-style='solid' style:text-line-through-type='single'",
        "S": "text-line-through-type='double'",
        "P1": "text-line-through-style='solid'",
        "N": "text-line-through-style='none' style:text-line-through-type='none'",
        "B": "text-underline-style='solid'",
        "V": "display='none' text:display='none'",
    }
    styles = "".join(
        f"<style:style style:name='{name}'><style:text-properties style:{look}/></style:style>"
        for name, look in looks.items()
    )
    below = "".join(
        f"<style:style style:name='{name}' style:parent-style-name='{above}'/>"
        for name, above in (("T2", "S"), ("T3", "T2"), ("H", "V"))
    )
    reading = odt.read(
        "<office:document xmlns:office='o' xmlns:text='t' xmlns:style='s'>"
        f"<office:styles>{styles}{below}</office:styles><office:body><office:text>{body}</office:text></office:body></office:document>".encode()
    )
    assert struck(reading) == places
    assert "藏" not in reading.text  # a style below a hidden one is hidden


# Web pages


@pytest.mark.parametrize(
    ("page", "places"),
    [
        ("<p>学得<s>浅</s><strike>了</strike>。<span style='TEXT-DECORATION: line-through'>读得少</span>好</p>", 2),
        ("<p><span style='text-decoration:line-through'>学<span>得</span>浅</span>好</p><p>好</p>", 1),
        ("<p><s>学得浅</p><p>读得少</s></p><p>好</s>好</p>", 2),
        ("<p>好<s> </s><strong>好</strong><span style='text-decoration:underline'>好</span></p>", 0),
    ],
)
def test_web_pages(page, places):
    assert struck(web_page.read_page(page)) == places
