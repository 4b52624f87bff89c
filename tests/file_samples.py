"""One small file of each kind that is read, made here; and mutants of files, to see that no damage brings the program down."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from doc_files import IN_TABLE, ROW_END, P, level, list_entry, list_override, para, sprm, word
from word_files import p, package

from assistant.facts.last_year import list_table
from assistant.files import opening
from assistant.files.writers import xlsx as writer
from assistant.reading import Unreadable

TEXT = "一、存在的问题\n学得不深，有时读过就算。\n二、整改措施\n每月自学两次。"


def docx() -> bytes:
    numbering = (
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/>"
        "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    body = (
        p("问题", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
        + "<w:p><w:commentRangeStart w:id='0'/><w:ins w:author='甲'><w:r><w:t>新</w:t></w:r></w:ins><w:del w:author='甲'><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:commentRangeEnd w:id='0'/><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>1</w:t>"
        "<w:fldChar w:fldCharType='end'/><w:sym w:font='Symbol' w:char='F0B1'/></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}{p('丙')}</w:tc></w:tr></w:tbl>"
    )
    return package(body, numbering=numbering, comments=f"<w:comment w:id='0' w:author='乙'>{p('看')}</w:comment>")


def doc() -> bytes:
    lists = (1).to_bytes(2, "little") + list_entry(7, simple=False)
    levels = level(39, "\0、") + level(39, "（\1）") + level(255, "") * 7
    changes = P((("学得", b""), ("不深", sprm(0x0801, 1)), ("藏", sprm(0x083C, 1)), ("\x13 PAGE \x141\x15", b"")))
    numbered = para("问题", sprm(0x460B, 1, 2))
    cells = (para("甲", IN_TABLE, "\x07"), para("乙", IN_TABLE, "\x07"), para("", ROW_END, "\x07"))
    return word(
        numbered, changes, *cells, para("完"), lists=lists, levels=levels, overrides=list_override(7), cuts=(4, 9)
    )


def rtf() -> bytes:
    return (
        b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fcharset2 Wingdings;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}"
        b"{\\*\\revtbl{Unknown;}{A;}}{\\header \\'bb\\'fa\\'c3\\'dc\\par}{\\listtext 1.\\tab}\\pard\\s1 \\'ce\\'ca\\'cc\\'e2\\par\\pard "
        b"\\u23398?\\u24471? {\\revised\\revauth1 new}{\\deleted\\revauthdel1 old}{\\v hid}{\\f1 l}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par"
        b"\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\*\\atnid x}{\\*\\annotation see}{\\pict\\bin4 abcd}end}"
    )


_ODT = (
    "<office:document{} xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s'><office:automatic-styles><text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/></text:list-style></office:automatic-styles>"
    "<office:body><office:text><text:h text:outline-level='1'>标题</text:h><text:list text:style-name='L'><text:list-item><text:p>问题</text:p></text:list-item>"
    "</text:list><text:p>学<text:s text:c='2'/>习<text:line-break/>浅</text:p><table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
    "<table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document{}>"
)


def fodt() -> bytes:
    return ("<?xml version='1.0' encoding='UTF-8'?>" + _ODT.format("", "")).encode()


def odt() -> bytes:
    return archive(
        mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": _ODT.format("-content", "-content")}
    )


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as held:
        for name, content in parts.items():
            held.writestr(name, content)
    return stream.getvalue()


def with_hidden_row(excel: bytes, number: int, more: str = "") -> bytes:
    """Hide a row of an Excel file's first sheet, as by hand or by a filter; `more` comes behind the rows."""
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(excel)) as held:
        parts = {name: held.read(name).decode() for name in held.namelist()}
    parts[sheet] = parts[sheet].replace(f'<row r="{number}"', f'<row r="{number}" hidden="1"', 1)
    parts[sheet] = parts[sheet].replace("</sheetData>", f"</sheetData>{more}", 1)
    return archive(**parts)


def html() -> bytes:
    return (
        "<!-- saved from --><html><head><meta charset='utf-8'><style>p{}</style></head><body><h1>问题</h1><p>学得&nbsp;不深<br>浅<ol start=2><li>读<li>写</ol>"
        "<table><tr><td>甲<td>乙</table><p style='display:none'>藏</p><del>旧</del><ins cite='甲'>新</ins></body></html>"
    ).encode()


def mht() -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b"\r\n\r\n--=_b\r\nContent-Type: text/html; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E4=B8=80=E3=80=81=E9=97=AE=E9=A2=98</p></body></html>\r\n--=_b--\r\n"
    )


def ofd(*pages: list[tuple[float, float, float, str]]) -> bytes:
    """Make an OFD of pages, each a list of (x, y from the top in millimetres, size, text)."""
    pages = pages or ([(31.8, 40, 5.6, "一、存在的问题"), (20, 50, 5.6, "学得不深。")],)
    parts = {
        "OFD.xml": "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f"<ofd:Page ID='{at}' BaseLoc='Pages/{at}.xml'/>" for at in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for at, page in enumerate(pages):
        drawn = "".join(
            f"<ofd:TextObject Boundary='{x} {y} 100 10' Size='{size}'><ofd:TextCode X='0' Y='4'>{text}</ofd:TextCode></ofd:TextObject>"
            for x, y, size, text in page
        )
        parts[f"Doc_0/Pages/{at}.xml"] = (
            f"<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>{drawn}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return archive(**parts)


def pdf(*pages: list[tuple[float, float, float, str]], picture: bool = False, packed: bool = False) -> bytes:
    """Make a PDF of pages, each a list of (x, y from the bottom in points, size, text)."""
    pages = pages or ([(110, 700, 16, "一、存在的问题"), (80, 670, 16, "学得不深。")],)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * at} 0 R' for at in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    ]
    for at, page in enumerate(pages):
        content = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, text in page
        )
        image = "/XObject << /I1 5 0 R >>" if picture else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> {image} >> >>"
        )
        if packed:
            squeezed = zlib.compress(content.encode()).decode("latin-1")
            objects.append(f"<< /Length {len(squeezed)} /Filter /FlateDecode >>\nstream\n{squeezed}\nendstream")
        else:
            objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
        ).encode()
    )


def text() -> bytes:
    return TEXT.encode("gb18030")


SAMPLES = {
    "docx": docx,
    "doc": doc,
    "rtf": rtf,
    "odt": odt,
    "fodt": fodt,
    "html": html,
    "mht": mht,
    "ofd": ofd,
    "pdf": pdf,
    "txt": text,
}


def xlsx() -> bytes:
    head, rows = ("序号", "问题", "整改措施"), [("1", "学习不够", "每周自学"), ("2", "调研不多", "每月下乡一次")]
    whole = writer.write([writer.Sheet("清单", tuple((each, 9) for each in head), rows)])
    # with a hidden row, which begins merged cells
    return with_hidden_row(whole, 3, '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>')


def tables() -> bytes:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("序号", "问题", "整改措施"), ("1", "学习不够", "每周自学"))
    )
    return package(f"<w:tbl>{rows}</w:tbl>")


TABLES = {"xlsx": xlsx, "tables": tables}  # of a 整改清单


def mutants(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield damaged copies of a file: bytes changed, cut, doubled, moved; the parts of an archive too, packed again."""
    chooser = random.Random(seed)
    for _ in range(count):
        if data[:2] == b"PK" and chooser.random() < 0.7:
            yield _with_damaged_part(data, chooser)
        else:
            yield _damaged(data, chooser)


def _with_damaged_part(data: bytes, chooser: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        chosen = chooser.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _damaged(part, chooser) if name == chosen else part)
    return stream.getvalue()


def _damaged(data: bytes, chooser: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chooser.choice((1, 1, 2, 4, 16))):
        if not broken:
            break
        at = chooser.randrange(len(broken))
        size = chooser.choice((1, 2, 4, 8, 64))
        match chooser.randrange(6):
            case 0:
                broken[at] = chooser.randrange(256)
            case 1:
                broken[at : at + size] = chooser.choice((b"\xff", b"\x00", b"\x7f", b"\x80")) * size
            case 2:
                del broken[at : at + size]
            case 3:
                broken[at:at] = broken[at : at + size] * chooser.choice((1, 2, 50))
            case 4:
                other = chooser.randrange(len(broken))
                broken[at : at + size] = broken[other : other + size]
            case _:
                broken[at] ^= 1 << chooser.randrange(8)
    return bytes(broken[: chooser.randrange(1, len(broken) + 1)] if chooser.random() < 0.1 and broken else broken)


def outcome(data: bytes) -> str:
    """Open a file: its text, or the message, which must say what to do. Whatever else is raised is a fault."""
    try:
        return f"text {opening.read_bytes(data).text}"
    except Unreadable as error:
        assert "请" in str(error)
        return f"message {error}"


def rows(path: Path, data: bytes) -> str:
    """Read a 整改清单 from a file that holds some bytes; likewise."""
    path.write_bytes(data)
    try:
        return f"rows {list_table.of_tables(opening.read_tables(path).found)}"
    except Unreadable as error:
        assert "请" in str(error)
        return f"message {error}"
