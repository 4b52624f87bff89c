import io
import os
import random
import tracemalloc
import zipfile
from pathlib import Path

import file_samples
import pytest
from doc_files import ole
from word_files import p, package

from assistant.files import disk, kinds, opening
from assistant.files.disk import replace_file
from assistant.files.kinds import Use
from assistant.files.known_file import fingerprint_of
from assistant.files.readers import docx
from assistant.files.readers.list_numbers import write
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable

TEXT = "一、存在的问题\n去年下基层3次，“两个确立”领悟得不深。\n\n二、整改措施"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_read_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "去年.txt"
    path.write_bytes((TEXT + "\n").replace("\n", "\r\n").encode(encoding))

    assert opening.read(path).text == TEXT


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "空的"),
        (b"\x00" * 64, "空的"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "损坏"),
        (b"\xdb\xa5" + b"\x00" * 60, "另存为"),
        (b"%PDF-1.7", "损坏"),
        (b"\x89PNG\r\n", "图片"),
        (b"PK\x03\x04 broken", "损坏"),
        (file_samples.archive(**{"材料/a.docx": "x"}), "解压"),
        (file_samples.archive(**{"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "表格"),
        (file_samples.archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "表格（.ods）.*另存为.xlsx"),
        (ole({"Workbook": b"x"}), r"Excel、WPS表格（\.xls、\.et）.*另存为\.xlsx"),
        (ole({"Book": b"x"}), r"Excel、WPS表格（\.xls、\.et）.*另存为\.xlsx"),
        (ole({"PowerPoint Document": b"x"}), "演示稿"),
        (file_samples.archive(**{"[Content_Types].xml": "<Types/>"}), "没有Word文档"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>", "XML"),
        (file_samples.archive(**{"uof.xml": "<x/>"}), "标文通.*另存为"),
        (b"Founder CEB 2.50f\0" + b"\1\0" * 200, "方正CEB.*PDF"),
        (b"\0\0\0\x24ftypheic\0\0\0\0", "图片"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "录音、录像"),
        (b"RIFF\x24\0\0\0WAVEfmt \x10\0", "录音、录像"),
        (b"ID3\x03\0\0\0\0", "录音、录像"),
        (b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "快捷方式"),
        (b"[InternetShortcut]\r\nURL=file:///C:/a.docx\r\n", "快捷方式"),
        (random.Random(1).randbytes(4000), "损坏"),
    ],
)
def test_other_files_are_refused_with_the_way_out(tmp_path, data, told):
    path = tmp_path / "文件.docx"
    path.write_bytes(data)

    with pytest.raises(Unreadable, match=told):
        opening.read(path)


_OLD_TABLE = ole({"Workbook": b"x"})
_XML_TABLE = b"<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?>\n<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("清单.et", _OLD_TABLE),
        ("清单.ett", _OLD_TABLE),
        ("清单.xls", _OLD_TABLE),
        ("清单.xlt", _OLD_TABLE),
        ("清单.xls", b"\x09\x08\x10\0\0\x06\x05\0" + b"\0" * 300),
        ("清单.xls", b"\x09\x04\x06\0\0\0\x10\0" + b"\0" * 300),
        ("清单.xls", _XML_TABLE),
        ("清单.xlsb", file_samples.archive(**{"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"})),
        ("清单.ods", file_samples.archive(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(tmp_path, name, data):
    """As a text and as a list alike, and it is offered among the lists so that this is said."""
    (tmp_path / name).write_bytes(data)
    for read in (opening.read, opening.read_tables):
        with pytest.raises(Unreadable, match="整改清单、应交名单的，请用WPS或Excel打开它，另存为"):
            read(tmp_path / name)
    assert f"*{Path(name).suffix} " in kinds.dialog_filter("整改清单", (Use.TABLE, Use.MATERIAL))


@pytest.mark.parametrize(
    "text", ["\t一、存在的问题\n学得不深。", "ID3 是什么，我没有弄清。", "[小结]\n学得不深。", "Founder CEB 打不开。"]
)
def test_a_text_that_begins_like_another_kind_is_a_text(text):
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        assert kinds.of(text.encode(encoding)).reader == "plain"


def test_a_word_file_with_a_sheet_inserted_is_a_word_file():
    assert kinds.of(ole({"WordDocument": b"x", "Workbook": b"x"})).suffixes == (".doc", ".wps", ".dot", ".wpt")
    assert kinds.of(ole({"WordDocument": b"x"})[:2000]).reader == "doc"  # damaged: its reader tells


def test_what_cannot_be_opened_is_said(tmp_path):
    with pytest.raises(Unreadable, match="没有找到"):
        opening.read(tmp_path / "无.txt")
    with pytest.raises(Unreadable, match="文件夹"):
        opening.read(tmp_path)


def read(body, **parts):
    return docx.read(package(body, **parts))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
def test_what_is_no_file_and_may_have_no_end_is_never_read(tmp_path):
    pipe = tmp_path / "管道.docx"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(Unreadable, match="不是普通的文件"):
            opening.read(path)
        assert fingerprint_of(path) == ""
    with pytest.raises(Unwritable, match="不能用作文件名"):
        replace_file(pipe, b"x")
    with pytest.raises(Unwritable, match="不能用作文件名"):
        replace_file(tmp_path, b"x")


def test_paragraphs_breaks_tabs_and_tables():
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type='page'/></w:r></w:p><w:p/>"
        f"<w:tbl><w:tr><w:tc>{p('问题')}</w:tc><w:tc>{p('措施')}</w:tc></w:tr></w:tbl>"
        f"<w:tbl><w:tr><w:tc>{p('一段')}{p('又一段')}</w:tc></w:tr></w:tbl>"
    )
    reading = read(body)

    assert reading.text == "甲\n乙\t丙\n\n问题\t措施\n一段\n又一段"
    assert reading.notes == ("表格已按行转成文字（2处）",)


def test_tracked_changes_read_as_accepted():
    body = (
        "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:r><w:t>文</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + p("后半")
    )

    assert read(body).text == "新文\n前半后半"


def test_controls_fields_boxes_and_hidden_text():
    body = (
        f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>域</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        f"<w:p><w:r><w:t>正文</w:t><w:pict><w:txbxContent>{p('文本框')}</w:txbxContent></w:pict></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>"
    )
    reading = read(body)

    assert reading.text == "控件\n域\n正文\n文本框\n显"
    assert reading.notes == ("隐藏文字未带入（1处）",)


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)


def numbered(text, level, number=1):
    return p(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")


def test_automatic_numbers_become_text():
    body = (
        numbered("问题", 0)
        + numbered("学习", 1)
        + numbered("浅", 2)
        + numbered("少", 2)
        + numbered("作风", 1)
        + numbered("原因", 0)
    )

    assert read(body, numbering=NUMBERING).text == "一、问题\n（一）学习\n1.浅\n2.少\n（二）作风\n二、原因"


def test_numbers_come_from_styles_and_may_restart():
    styles = (
        "<w:style w:type='paragraph' w:styleId='章'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    )
    restart = "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    body = p("问题", "<w:pStyle w:val='章'/>") + numbered("其他", 0, 2) + p("原因", "<w:pStyle w:val='章'/>")

    assert read(body, numbering=NUMBERING + restart, styles=styles).text == "一、问题\n五、其他\n六、原因"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", "12"),
        ("chineseCounting", "十二"),
        ("decimalEnclosedCircle", "⑫"),
        ("upperLetter", "L"),
        ("lowerRoman", "xii"),
        ("decimalFullWidth", "１２"),
        ("unknown", "12"),
    ],
)
def test_word_number_formats(kind, expected):
    assert write(12, kind) == expected


def test_heading_levels_are_taken_from_styles():
    styles = "<w:style w:type='paragraph' w:styleId='1'><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"

    assert read(p("存在的问题", "<w:pStyle w:val='1'/>") + p("正文"), styles=styles).headings == {"存在的问题": 1}


def test_entities_are_no_way_to_eat_memory():
    data = package(p("x")).replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document')

    with pytest.raises(Unreadable):
        docx.read(data)


def test_every_sample_of_other_programs_opens_or_is_refused(samples):
    """Whatever the file, there is text or a Chinese message."""
    opened = 0
    for path in sorted((samples / "word").rglob("*")):
        if not path.is_file() or path.name == "index.tsv":
            continue
        try:
            opening.read(path)
            opened += 1
        except Unreadable as error:
            assert "请" in str(error)
    assert opened > 420


@pytest.mark.parametrize("kind", file_samples.SAMPLES)
def test_each_kind_is_known_and_read_under_any_name(tmp_path, kind):
    path = tmp_path / "去年.doc"
    path.write_bytes(file_samples.SAMPLES[kind]())

    assert "问题" in opening.read(path).text


@pytest.mark.parametrize("kind", file_samples.SAMPLES)
def test_no_damage_brings_a_reader_down(kind):
    """Two hundred mutants of each kind: a text, or a message that says what to do."""
    for mutant in file_samples.mutants(file_samples.SAMPLES[kind](), 200, seed=11):
        assert file_samples.outcome(mutant)


@pytest.mark.parametrize("text", ["郓城县", "MZ型，民政", "bm6号文件"])
def test_text_that_begins_like_another_format_is_text(tmp_path, text):
    path = tmp_path / "去年.txt"
    path.write_bytes(f"{text}对照检查材料".encode("gb18030"))

    assert opening.read(path).text == f"{text}对照检查材料"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_file_of_nothing_but_a_mark_is_empty(tmp_path, mark):
    path = tmp_path / "空.txt"
    path.write_bytes(mark)
    with pytest.raises(Unreadable, match="空的"):
        opening.read(path)


def test_a_field_without_end_hides_nothing():
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>同段</w:t></w:r></w:p>'
    assert read(begin + p("下一段")).text == "同段\n下一段"


def test_an_unknown_encoding_of_a_part_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", '<?xml version="1.0" encoding="foo"?><a/>')
    with pytest.raises(Unreadable, match="损坏"):
        docx.read(stream.getvalue())


def test_a_small_file_takes_little_memory(tmp_path):
    path = tmp_path / "稿.txt"
    path.write_bytes(b"x" * 3000)
    tracemalloc.start()
    try:
        assert len(disk.bytes_of(path)) == 3000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_file_longer_than_its_system_tells_is_read_to_the_end_but_no_further_than_ours_go(tmp_path, monkeypatch):
    path = tmp_path / "稿.txt"
    path.write_bytes(b"x" * 3000)
    real = path.stat()
    monkeypatch.setattr(Path, "stat", lambda _: os.stat_result((*real[:6], 10, *real[7:])))

    assert disk.bytes_of(path) == b"x" * 3000
    monkeypatch.setattr(disk, "LARGEST", 2000)
    with pytest.raises(OSError, match=str(path)):
        disk.bytes_of(path)
