"""Word files to the last corner: each body stands for files that people really have."""

import io
import threading
import time
import zipfile
from contextlib import suppress
from itertools import pairwise

import pytest
from word_files import W, p, package

from assistant.files import opening
from assistant.files.readers import docx
from assistant.reading import Comment, Revision, Said, Unreadable

HAN_LEVELS = (
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
)


def read(body, **parts):
    return docx.read(package(body, **parts))


def item(text, number, level=0):
    return p(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")


def definition(number, inside):
    return f"<w:abstractNum w:abstractNumId='{number}'>{inside}</w:abstractNum>"


def num(number, of, inside=""):
    return f"<w:num w:numId='{number}'><w:abstractNumId w:val='{of}'/>{inside}</w:num>"


def start(level, at):
    return f"<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='{at}'/></w:lvlOverride>"


def table(*rows):
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{''.join(p(each) for each in cell.split('|'))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def test_numbers_come_from_a_style_of_lists():
    numbering = (
        definition(0, "<w:styleLink w:val='gw'/>" + HAN_LEVELS.format(kind="chineseCountingThousand"))
        + definition(1, "<w:numStyleLink w:val='gw'/>")
        + num(1, 0)
        + num(2, 1)
    )
    styles = (
        "<w:style w:type='numbering' w:styleId='gw'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    )

    reading = read(item("问题", 2) + item("学得浅", 2, 1) + item("措施", 2), numbering=numbering, styles=styles)

    assert reading.text == "一、问题\n1.学得浅\n二、措施"


def test_lists_of_one_definition_count_together_and_restart_once():
    """As LibreOffice draws them."""
    numbering = (
        definition(0, HAN_LEVELS.format(kind="chineseCounting"))
        + num(1, 0)
        + num(2, 0, start(0, 5))
        + num(3, 0, start(1, 1))
    )
    body = "".join(
        item(*each) for each in [("a", 1), ("b", 2), ("c", 2), ("d", 1), ("e", 2, 1), ("f", 3, 1), ("g", 3, 1)]
    )

    assert read(body, numbering=numbering).text == "一、a\n五、b\n六、c\n七、d\n1.e\n1.f\n2.g"


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        ("chineseLegalSimplified", "壹、"),
        ("ideographTraditional", "甲、"),
        ("decimalEnclosedCircleChinese", "①、"),
        ("decimalEnclosedParen", "⑴、"),
        ("decimalZero", "01、"),
        ("ideographZodiac", "子、"),
    ],
)
def test_numbers_keep_their_form(kind, drawn):
    numbering = definition(0, HAN_LEVELS.format(kind=kind)) + num(1, 0)
    assert read(item("问题", 1), numbering=numbering).text == f"{drawn}问题"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("part.html", "<html><body><p>一、问题</p><p>学得浅</p></body></html>".encode()),
        (
            "part.rtf",
            b"{\\rtf1\\ansicpg936 \\'d2\\'bb\\'a1\\'a2\\'ce\\'ca\\'cc\\'e2\\par \\'d1\\'a7\\'b5\\'c3\\'c7\\'b3}",
        ),
        ("part.docx", package(p("一、问题") + p("学得浅"))),
    ],
)
def test_a_file_inserted_whole_is_read(name, inside):
    data = with_part(package("<w:altChunk xmlns:r='urn:r' r:id='h1'/>" + p("后")), name, inside)

    assert opening.read_bytes(data).text == "一、问题\n学得浅\n后"


def test_an_inserted_file_that_cannot_be_read_is_said():
    reading = opening.read_bytes(with_part(package("<w:altChunk xmlns:r='urn:r' r:id='h1'/>"), "part.bin", b"\0\1"))

    assert reading.notes == ("文件里没有找到文字", "插入的文件未能带入（1处）")


def with_part(data, name, inside):
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(f"word/{name}", inside)
        archive.writestr(
            "word/_rels/document.xml.rels",
            f"<Relationships><Relationship Id='h1' Type='x/aFChunk' Target='{name}'/></Relationships>",
        )
    return stream.getvalue()


def test_signs_of_symbol_fonts_are_kept():
    def sym(font, code):
        return f"<w:r><w:sym w:font='{font}' w:char='{code}'/></w:r>"

    body = (
        f"<w:p><w:r><w:t>完成率</w:t></w:r>{sym('Symbol', 'F0B1')}<w:r><w:t>5%，</w:t></w:r>{sym('Symbol', 'F0B3')}"
        f"<w:r><w:t>3件 </w:t></w:r>{sym('Wingdings', 'F0FE')}<w:r><w:t>是</w:t></w:r>{sym('Wingdings', 'F0A8')}<w:r><w:t>否</w:t></w:r>"
        f"{sym('Wingdings 2', 'F052')}{sym('宋体', '2103')}{sym('Wingdings 3', 'F021')}{sym('Wingdings', 'zz')}</w:p>"
        "<w:p><w:r><w:rPr><w:rFonts w:ascii='Wingdings 2'/></w:rPr><w:t>&#xF0A3;</w:t></w:r></w:p>"
    )
    reading = read(body)

    assert reading.text == "完成率±5%，≥3件 ☑是□否☑℃□□\n□"
    assert reading.notes[0] == "有的符号没有认出，以□代替（2处）"


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_page_break_begins_a_line(kind):
    def br(text, more):
        return f"<w:p><w:r><w:t>{text}</w:t><w:br w:type='{kind}'/>{more}</w:r></w:p>"

    assert read(br("前", "<w:t>二、措施</w:t>") + br("末", "") + p("后")).text == "前\n二、措施\n末\n后"


def test_the_prompt_of_a_control_is_a_place_to_fill_in():
    body = (
        "<w:p><w:r><w:t>姓名：</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t>"
        "</w:r></w:sdtContent></w:sdt></w:p><w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>林某</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    reading = read(body)

    assert reading.text == "姓名：【单击此处输入文字】\n林某"
    assert reading.notes == ("没有填写的填空处，按其中的提示语带入（1处）",)


def test_of_two_renderings_the_known_one_is_taken():
    def alternate(requires, inside):
        return f"<mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice Requires='{requires}'>{inside}</mc:Choice><mc:Fallback>{p('后备')}</mc:Fallback></mc:AlternateContent>"

    assert read(alternate("wps", p("首选")) + alternate("own9", "<w:x/>")).text == "首选\n后备"


def test_a_ledger_stays_rows():
    head, first = ("序号", "问题", "整改措施"), ("1", "学得浅", "每月自学|每季研讨。|年底考试")
    reading = read(table(head, first, ("2", "", "下村三天")))

    assert reading.text == "序号\t问题\t整改措施\n1\t学得浅\t每月自学；每季研讨。年底考试\n2\t\t下村三天"


def test_the_labels_of_a_form_head_what_stands_beside_them():
    rows = [
        ("姓名", "林某", "职务", "副局长"),
        ("存在问题", "（一）学习|1.学得浅。"),
        ("原因剖析", "放松了学习。"),
        ("备注", "无"),
    ]
    reading = read(table(*rows))

    assert (
        reading.text == "姓名\t林某\t职务\t副局长\n存在问题\n（一）学习\n1.学得浅。\n原因剖析\n放松了学习。\n备注\t无"
    )
    assert reading.headings == {"存在问题": 1, "原因剖析": 1}


def test_a_drop_cap_is_part_of_its_paragraph():
    assert (
        read(p("按", "<w:framePr w:dropCap='drop' w:lines='2'/>") + p("照要求，现检查如下。")).text
        == "按照要求，现检查如下。"
    )


def test_a_secrecy_mark_in_the_header_is_said():
    data = package(p("正文"))
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/header1.xml", f"<w:hdr xmlns:w='{W}'>{p('机密★1年')}{p('对照检查材料')}</w:hdr>")
        archive.writestr("word/header2.xml", f"<w:hdr xmlns:w='{W}'>{p('保守国家机密是公民的义务')}</w:hdr>")

    assert docx.read(stream.getvalue()).notes == ("页眉有密级标志“机密★1年”，请核对",)


def test_revisions_and_comments_are_values_with_their_place():
    body = (
        "<w:p><w:r><w:t>　　学得不深，</w:t></w:r><w:del w:author='甲' w:date='2026-01-02T03:04:05Z'><w:r><w:delText>经常</w:delText></w:r></w:del>"
        "<w:ins w:author='甲'><w:r><w:t>有时</w:t></w:r></w:ins><w:r><w:t>读过就算。</w:t></w:r></w:p>"
        "<w:p><w:commentRangeStart w:id='7'/><w:r><w:t>下村少。</w:t></w:r><w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:ins w:author='乙'/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>" + p("后")
    )
    comments = (
        f"<w:comment w:id='7' w:author='书记' w:date='2026-01-03T00:00:00Z'>{p('次数写上')}{p('再核')}</w:comment>"
    )
    reading = read(body, comments=comments)

    assert reading.text == "学得不深，有时读过就算。\n下村少。\n前\n后"
    assert reading.revisions == (
        Revision(5, 5, "deleted", "甲", "2026-01-02T03:04:05", "经常"),
        Revision(5, 7, "inserted", "甲", "", "有时"),
        Revision(19, 20, "inserted", "乙", "", "\n"),
    )
    assert reading.comments == (Comment(13, 17, Said("书记", "2026-01-03T00:00:00", "次数写上\n再核")),)
    assert reading.notes == ("有修订：删除的文字未带入，插入的文字已带入（3处）", "批注未带入（1处）")


def test_rejecting_all_revisions_gives_the_old_text():
    body = (
        "<w:p><w:ins w:author='甲'><w:r><w:t>新句。</w:t></w:r><w:del w:author='乙'><w:r><w:delText>又删</w:delText></w:r></w:del></w:ins>"
        "<w:r><w:t>留</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:author='乙'/></w:rPr></w:pPr><w:r><w:t>上段</w:t></w:r></w:p>"
        "<w:p><w:moveFrom w:author='乙'><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>下段</w:t></w:r></w:p>"
    )
    reading = read(body)
    old = reading.text
    for each in reversed(reading.revisions):
        old = old[: each.start] + (each.text if each.kind == "deleted" else "") + old[each.end :]

    assert reading.text == "新句。留\n上段下段"
    assert old == "留\n上段\n移走下段"


def test_hidden_text_is_hidden_by_styles_too():
    styles = "<w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>"
    run = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('<w:rStyle w:val=`h`/>', '藏')}{run.format('<w:vanish w:val=`0`/>', '显')}</w:p>".replace(
        "`", "'"
    )
    reading = read(body, styles=styles)

    assert reading.text == "显"
    assert reading.notes == ("隐藏文字未带入（1处）",)


def test_thousands_of_fields_without_end_take_no_time():
    begun = time.process_time()
    body = "<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 5000 + "<w:r><w:t>正文</w:t></w:r></w:p>"

    assert read(body).text == "正文"
    assert time.process_time() - begun < 30  # ten milliseconds at rest; a search for each end would take minutes


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt><w:sdtContent>" * 600 + "</w:sdtContent></w:sdt>" * 600,
        "<w:p>" + "<w:ins>" * 400 + "</w:ins>" * 400 + "</w:p>",
        "<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300,
        "<w:p/>" * 1_600_000,
    ],
    ids=["controls", "insertions", "tables", "elements"],
)
def test_what_no_word_program_writes_is_refused(body):
    with pytest.raises(Unreadable, match="请"):
        read(body)


def test_what_unpacks_without_end_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(Unreadable, match="太多"):
        docx.read(stream.getvalue())


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="only there another thread's time is told")
def test_a_long_file_lets_others_take_their_turn():
    """While it is read in a thread, what holds Python's lock in one piece is what a window stands still for."""
    body = p("学得不深，用得不活，抓得不紧。").replace(
        "<w:r>", "<w:r><w:rPr><w:sz w:val='32'/><w:color w:val='0'/></w:rPr>"
    )
    data = package(body * 30_000)
    # On a busy machine the window's thread may not come to its turn for another reason: once in three tries it does.
    assert any(held_in_one_piece(data) < 0.4 for _ in range(3))


def held_in_one_piece(data):
    """Read in a thread; give the processor's seconds that it took at most between two turns of this one."""
    turns = []
    thread = threading.Thread(target=docx.read, args=(data,))
    thread.start()
    clock = time.pthread_getcpuclockid(thread.ident)
    while thread.is_alive():
        with suppress(OSError):  # it has ended meanwhile
            turns.append(time.clock_gettime(clock))
        time.sleep(0.002)
    assert turns[-1] > 0.2
    return max(later - before for before, later in pairwise(turns))


def test_labels_broken_to_fit_a_narrow_cell_are_one_line():
    def cell(*lines):
        return "<w:tc>" + "".join(p(line) for line in lines) + "</w:tc>"

    rows = (cell("存", "在", "问", "题") + cell("1.学得浅。", "2.用得少。"), cell("原因", "剖析：") + cell("放松了。"))
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"

    assert docx.read(package(table)).text == "存在问题\n1.学得浅。\n2.用得少。\n原因剖析：\n放松了。"
