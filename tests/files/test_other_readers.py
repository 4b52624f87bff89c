"""Rich text, OpenDocument, web pages, PDF, OFD, plain text."""

import base64
import time
from contextlib import suppress

import file_samples
import pytest

from assistant.files import opening
from assistant.files.readers import odt, ofd, pdf, plain, rtf, web_archive, web_page
from assistant.reading import Comment, Revision, Said, Unreadable

TRADITIONAL = "檢視剖析材料，對照檢查黨員幹部，學習不夠深入，聯繫實際不夠。"


def gbk(text):
    """Write text as rich text does."""
    return "".join(f"\\'{byte:02x}" if byte > 0x7F else chr(byte) for byte in text.encode("gbk"))


def read_rtf(body, head="\\ansicpg936"):
    return rtf.read(
        f"{{\\rtf1{head}{{\\fonttbl{{\\f0\\fcharset134 {gbk('宋体')};}}{{\\f1\\fcharset204 Arial;}}{{\\f2\\fcharset2 Symbol;}}}}{body}}}".encode(
            "latin-1"
        )
    )


# rich text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (gbk("一、问题\\par 学得浅"), "一、问题\n学得浅"),
        ("\\u19968?\\u12289\\'a1", "一、"),
        ("\\uc2\\u19968 ab\\uc0\\u19968 c", "一一c"),
        ("{\\uc1\\u-10179?\\u-8704?}", "\U0001f600"),
        ("{\\f1 \\'e4\\'e0}", "да"),
        ("5{\\f2 \\'b1}3\\~\\_\\emdash", "5±3 -—"),
        ("\\par\n a\\line b\\page c", "\na\nb\nc"),
        ("{\\pict\\bin4 a}b}}x", "x"),
        ("{\\*\\unknown gone}{\\info{\\title gone}}kept", "kept"),
        ("{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}", "7"),
        (
            "{\\listtext\\f0 " + gbk("一、") + "\\tab}" + gbk("问题") + "\\par{\\listtext\\u8226?\\tab}" + gbk("点"),
            "一、问题\n点",
        ),
    ],
)
def test_rich_text(body, text):
    assert read_rtf(body).text == text


def test_rich_text_says_what_it_leaves_out():
    reading = read_rtf(
        "{\\*\\revtbl{Unknown;}{"
        + gbk("书记")
        + ";}}{\\header "
        + gbk("机密★1年")
        + "\\par}a{\\deleted\\revauthdel1 old}{\\revised\\revauth1 new}"
        "{\\*\\atrfstart 1}noted{\\*\\atrfend 1}{\\*\\atnid B}{\\*\\atnauthor B}{\\*\\annotation{\\*\\atnref 1}see this}{\\v hidden}{\\footnote x}\\par"
        "\\trowd\\intbl a\\cell b\\cell\\row\\pard end"
    )
    assert reading.text == "anewnoted\na\tb\nend"
    assert reading.revisions == (
        Revision(1, 1, "deleted", "书记", "", "old"),
        Revision(1, 4, "inserted", "书记", "", "new"),
    )
    assert reading.comments == (Comment(4, 9, Said("B", "", "see this")),)
    assert [note.partition("（")[0] for note in reading.notes] == [
        "页眉有密级标志“机密★1年”，请核对",
        "有修订：删除的文字未带入，插入的文字已带入",
        "批注未带入",
        "脚注、尾注未带入",
        "隐藏文字未带入",
        "表格已按行转成文字",
    ]


def test_headings_of_rich_text():
    reading = read_rtf(
        "{\\stylesheet{\\s3\\outlinelevel1 heading 2;}}\\pard\\s3 "
        + gbk("原因")
        + "\\par\\pard\\outlinelevel0 "
        + gbk("措施")
        + "\\par\\pard x"
    )
    assert reading.headings == {"原因": 2, "措施": 1}


# OpenDocument


def flat(body, styles=""):
    return odt.read(
        f"<office:document xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:dc='d' xmlns:draw='w'>{styles}<office:body><office:text>{body}</office:text></office:body></office:document>".encode()
    )


NUMBERED = (
    "<office:automatic-styles><text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>"
    "<text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix='.'/></text:list-style></office:automatic-styles>"
)


def test_lists_of_opendocument_are_counted():
    body = (
        "<text:list text:style-name='L' xml:id='l1'><text:list-item><text:p>甲</text:p><text:list><text:list-item><text:p>子</text:p></text:list-item></text:list>"
        "</text:list-item></text:list><text:p>中</text:p><text:list text:style-name='L' text:continue-numbering='true'><text:list-item><text:p>乙</text:p><text:p>续</text:p>"
        "</text:list-item></text:list><text:list text:style-name='L'><text:list-item><text:p>新</text:p></text:list-item></text:list>"
        "<text:list text:style-name='L'><text:list-item text:start-value='5'><text:p>戊</text:p></text:list-item></text:list>"
    )
    assert flat(body, NUMBERED).text == "一、甲\n1.子\n中\n二、乙\n续\n一、新\n五、戊"


def test_who_has_struck_something_out_of_a_web_page_is_read():
    page = "<html><p>学得<del cite='mailto:周明达' datetime='2027-01-11T09:00'>浅</del><ins cite='mailto:李静'>不深</ins></p></html>"
    assert web_page.read(page.encode()).revisions == (
        Revision(2, 2, "deleted", "周明达", "2027-01-11T09:00", "浅"),
        Revision(2, 4, "inserted", "李静", "", "不深"),
    )


def test_revisions_comments_and_boxes_of_opendocument():
    info = "<office:change-info><dc:creator>书记</dc:creator><dc:date>2026-01-02T03:04:05.678</dc:date></office:change-info>"
    body = (
        f"<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>{info}<text:p>经常</text:p></text:deletion></text:changed-region>"
        f"<text:changed-region text:id='c2'><text:insertion>{info}</text:insertion></text:changed-region></text:tracked-changes>"
        "<text:p>学得<text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>不深<text:change-end text:change-id='c2'/>。"
        "<office:annotation office:name='a'><dc:creator>组长</dc:creator><text:p>再核</text:p></office:annotation>下村少<office:annotation-end office:name='a'/></text:p>"
        "<text:p>图<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame></text:p>"
    )
    reading = flat(body)

    assert reading.text == "学得不深。下村少\n图\n框内"
    assert reading.revisions == (
        Revision(2, 2, "deleted", "书记", "2026-01-02T03:04:05", "经常"),
        Revision(2, 4, "inserted", "书记", "2026-01-02T03:04:05", "不深"),
    )
    assert reading.comments == (Comment(5, 8, Said("组长", "", "再核")),)


def test_an_encrypted_opendocument_file_is_named():
    data = file_samples.archive(
        mimetype="application/vnd.oasis.opendocument.text",
        **{"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": "x"},
    )
    with pytest.raises(Unreadable, match="密码"):
        odt.read(data)


# web pages


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一、问题\n  学得</p><div>浅<br>少</div>尾", "一、问题 学得\n浅\n少\n尾"),
        ("<h1>标题</h1><!-- 注 --><script>x<p></script><p hidden>藏</p><p>显", "标题\n显"),
        ("<ol type=A start=2><li>乙</li><li><p>丙</p></ol><ul><li>点</ul>", "B.乙\nC.丙\n点"),
        ("<table><tr><td>甲<table><tr><td>内</table><td>乙</table>", "甲\n内\n乙"),
        ("<p><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;</span></span>问题</p>", "一、问题"),
        ("<p><!--[if !supportLists]-->（一）<!--[endif]-->学习&lt;b&gt;&amp;&#8220;&hellip;</p>", "（一）学习<b>&“…"),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]--><p>5 < 6 且 a<b", "5 < 6 且 a<b"),
        ("<pre>甲\n  乙</pre>", "甲\n乙"),
        ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;", "&x;"),
    ],
)
def test_web_pages(page, text):
    assert web_page.read_page(page).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_pages_in_any_encoding_whatever_they_declare(encoding):
    page = "<html><head><meta charset='iso-8859-7x'></head><body><p>一、存在的问题，学得不深</p></body></html>"
    assert opening.read_bytes(page.encode(encoding)).text == "一、存在的问题，学得不深"


def test_a_page_in_one_file_is_found_among_its_parts():
    parts = (
        b'From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n'
        b'Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    page = base64.b64encode("<html><p>一、问题</p></html>".encode("gbk"))
    assert opening.read_bytes(parts + page + b"\r\n--b--").text == "一、问题"
    with pytest.raises(Unreadable):
        web_archive.read(b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx")


# pages of PDF and OFD


def page_of(*lines, left=80, top=720, size=16, pitch=29):
    """Lay lines out; an indented line begins with 　　."""
    drawn = []
    for at, line in enumerate(lines):
        text = line.lstrip("　")
        drawn.append((left + size * (len(line) - len(text)), top - pitch * at, size, text))
    return drawn


FULL = "学得不深有时读过就算联系实际少下村也少请示报告不及时办事不够"  # as wide as the page
PAGES = (
    [
        (200, 780, 22, "二〇二五年度民主生活会"),
        (220, 745, 22, "个人对照检查材料"),
        *page_of("　　一、问题", f"　　{FULL[:-4]}，", FULL, "够。", "　　二、措施", top=700),
        (290, 40, 14, "— 1 —"),
    ],
    [*page_of("　　每月自学。", f"　　{FULL[:-4]}，"), (290, 40, 14, "— 2 —")],
    [*page_of("接着上页。", "　　完。"), (290, 40, 14, "— 3 —")],
)
EXPECTED = f"二〇二五年度民主生活会个人对照检查材料\n一、问题\n{FULL[:-4]}，{FULL}够。\n二、措施\n每月自学。\n{FULL[:-4]}，接着上页。\n完。"


@pytest.mark.parametrize("packed", [False, True])
def test_lines_of_a_pdf_become_paragraphs(packed):
    reading = pdf.read(file_samples.pdf(*PAGES, packed=packed))

    assert reading.text == EXPECTED
    assert reading.notes == ("由PDF读出，段落是按版面推断的，请对照原文核对分段", "页码、页眉、页脚未带入（3处）")


def test_lines_of_an_ofd_become_paragraphs():
    pages = [[(x * 0.3528, (842 - y) * 0.3528, size * 0.3528, text) for x, y, size, text in page] for page in PAGES]
    assert ofd.read(file_samples.ofd(*pages)).text == EXPECTED


def test_radicals_of_a_pdf_are_folded():
    reading = pdf.read(file_samples.pdf([(110, 700, 16, "⼀、⺠主⽣活会，提⾼政治能⼒")]))
    assert reading.text == "一、民主生活会，提高政治能力"
    assert reading.notes[-1] == "文中的字形相近的特殊字5个已换成通用的字或删去"


def test_a_heading_whose_number_is_a_radical_begins_a_paragraph_as_any_other():
    drawn = page_of(f"　　{FULL[:-4]}，", "够。")
    heading = [(112, 620, 16, "⼀、"), (200, 620, 16, "存在的问题"), (80, 591, 16, "学得浅。")]
    plain = [(x, y, size, text.replace("⼀", "一")) for x, y, size, text in heading]
    assert pdf.read(file_samples.pdf(drawn + heading)).text == pdf.read(file_samples.pdf(drawn + plain)).text


def test_what_fonts_make_of_figures_and_letters_becomes_the_usual():
    lines = ("２０２５年４．３万元，原ＸＸ局，ｏﬃce，𝟑件", "①㈠Ⅲ㎡℃％（一）；“‘’”：￥，", "自学三次。")
    drawn = [*page_of(*lines), (290, 40, 14, "－１－")]
    pages = [[(x * 0.3528, (842 - y) * 0.3528, size * 0.3528, text) for x, y, size, text in drawn]]
    for reading in (pdf.read(file_samples.pdf(drawn)), ofd.read(file_samples.ofd(*pages))):
        assert reading.text == "2025年4.3万元，原XX局，office，3件\n①㈠Ⅲ㎡℃％（一）；“‘’”：￥，\n自学三次。"
        assert reading.notes[1:] == (
            "页码、页眉、页脚未带入（1处）",
            "全角的数字、字母和连写的字母已改为通常的写法（5处）",
        )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (file_samples.pdf([], picture=True), "扫描件"),
        (file_samples.pdf([]), "没有找到文字"),
        (file_samples.pdf([(80, 700, 16, "\ufffd\ue123" * 40)]), "乱码"),
        (file_samples.pdf()[:200], "损坏"),
    ],
)
def test_pdf_files_without_text_are_named(data, told):
    with pytest.raises(Unreadable, match=told):
        pdf.read(data)


# plain text


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_traditional_text_is_read_and_told(encoding):
    reading = plain.read((TRADITIONAL * 5).encode(encoding))
    assert reading.text == TRADITIONAL * 5
    assert reading.notes == ("文字是繁体字，程序只检查简体字；可先在WPS或Word的“审阅”里转成简体",)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("学习不深。\n".encode() + bytes(2000), "文件末尾有一段空白数据，没有文字，未带入"),
        ("学习不深。\n".encode() + b"\x1a", "文件末尾的结束记号未带入，不影响正文"),
        ("学习不深。好".encode()[:-1], "文件末尾不完整，最后半个字未带入"),
        ("学习不深。好".encode("gb18030")[:-1], "文件末尾不完整，最后半个字未带入"),
        ("学习不深。好".encode("utf-16")[:-1], "文件末尾不完整，最后半个字未带入"),
    ],
)
def test_what_is_dropped_at_the_end_of_a_text_is_said(data, note):
    reading = plain.read(data)
    assert (reading.text, reading.notes) == ("学习不深。", (note,))


def test_what_may_take_time_does_not():
    """Marks without an end, deep nesting: work grows with length alone."""
    begun = time.process_time()
    for data in (
        b"{\\rtf1" + b"{" * 200_000,
        b"{\\rtf1" + b"{\\*\\x " * 20_000,
        b"{\\rtf1{\\fonttbl" + b"{\\f1 " * 20_000,
        b"<html>" + b"<!--" * 50_000,
        b"<html>" + b"<a <" * 50_000,
        b"<html>" + b"<div>" * 50_000,
        b"<html>" + b"<table>" * 20_000,
        b"<html><ol>" + b"<del>" * 20_000,
        b'MIME-Version: 1.0\r\nContent-Type: x; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: multipart/x; boundary=b\r\n\r\n" * 5000,
    ):
        with suppress(Unreadable):
            opening.read_bytes(data)
    assert time.process_time() - begun < 6
