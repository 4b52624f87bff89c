"""The one table of the kinds of files that the program meets: how a kind is called, known, and read.

Readers, dialogs, drop, batch and command line all ask here. A new readable kind is one file in `readers/` and one row, another suffix for one that is read stands in its row alone.
What a double click opens stands in the system's own files, which a test holds to the suffixes of ours here:
packaging/debian/duizhao.xml and duizhao.desktop, packaging/windows/duizhao.nsi.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from assistant.files.trouble import SAVE_AS


class Use(Enum):
    """What a file of a kind is to the program."""

    DRAFT = "draft"  # ours: a material with its decisions
    TEMPLATE = "template"  # ours: a template (本次要求) to hand on
    CRITICISM = "criticism"  # ours: what the writer will say to others (批评意见)
    MATERIAL = "material"  # read as a text that is to be revised or checked, or as a notice
    TABLE = "table"  # a list of problems and measures, or of people, and never a material; the message says so
    REFUSED = "refused"  # cannot be read; the message says what to do


class Kind(NamedTuple):
    """One kind of file.

    Files are known by what they begin with (`magic`, in lower case, after marks, white space and comments), since names
    lie; `binary` ones only where zero bytes follow, because text may begin so too; those with `holds` only where one of
    these stands somewhere in the file, those with `streams` only where one of these stands in an OLE file by itself, and
    not in something inserted. A kind without magic is known by its suffix alone.
    `reader` names the module in `readers/` whose `read(data)` gives a Reading; of a table, its `tables(data)`. A table
    without one cannot be read, and its message says what to do; it is offered all the same, so that this is said.
    One of commas is text, read by what opens it.
    """

    name: str
    suffixes: tuple[str, ...]
    use: Use
    magic: tuple[bytes, ...] = ()
    binary: bool = False
    holds: tuple[bytes, ...] = ()
    streams: tuple[str, ...] = ()
    reader: str = ""
    message: str = ""


_PICTURE = "这是图片。请用能识别文字的软件转成Word，或对照图片录入。"
_ARCHIVE = "这是压缩包。请先解压，再打开里面的文件。"
_NO_ARCHIVE = "这是压缩包，或者是已损坏的文件。压缩包请先解压，再打开里面的文件；不是压缩包的，请重新复制一次原文件，或用WPS打开后另存一份。"
_PROGRAM = "这是程序文件，不是文档。请重新选择。"
_AS_XLSX = "要用作整改清单、应交名单的，请用WPS或Excel打开它，另存为.xlsx；要检查其中的文字，请复制到Word里再打开。"
_OLD_SHEET = f"这是旧版Excel、WPS表格（.xls、.et）。{_AS_XLSX}"
_OTHER_SHEET = f"这是OpenDocument表格（.ods）。{_AS_XLSX}"
_BINARY_SHEET = f"这是Excel二进制表格（.xlsb）。{_AS_XLSX}"
_XML_SHEET = f"这是XML格式的Excel表格，不能直接读取。{_AS_XLSX}"
_LIST = "这是表格，不能当作材料打开。是去年的整改清单的，请在新建材料时选它；要检查其中的文字，请复制到Word里再打开。"
_CRITICISM = "这是批评意见，不是材料。请在“检查—审改稿、意见—批评意见”里打开。"
_SLIDES = "这是演示稿。请把文字复制到Word里再打开。"
_FIRST_WORD = f"这是很早的Word、Write文件，不能读取。{SAVE_AS}"
_UOF = f"这是标文通（UOF）文件，不能读取。{SAVE_AS}"
_CEB = "这是方正CEB公文，不能读取。请用Apabi Reader打开，把文字复制到Word里，或者打印成PDF，再打开。"
_SOUND = "这是录音、录像。请把其中的话整理成文字，录入Word，再打开。"
_LINK = "这是快捷方式，不是文件本身。请打开它所指的文件。"
_OLE = (b"\xd0\xcf\x11\xe0",)
_ZIP = (b"pk\x03\x04",)
# How raw tables of Excel 2 to 5 begin, which some systems still write as .xls: behind a tab, which is taken for a blank.
_BEFORE_OLE = (b"\x00\x04\0", b"\x02\x06\0", b"\x04\x06\0", b"\x08\x08\0", b"\x08\x10\0")
_BOXES = tuple(bytes((0, 0, 0, size)) + b"ftyp" for size in range(16, 64, 4))
_PAGE = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<meta",
    b"<style",
    b"<script",
    b"<div",
    b"<table",
    b"<p>",
    b"<p ",
)
_MESSAGE = (b"mime-version:", b"content-type: multipart/", b"from: ", b"snapshot-content-location:", b"x-mimeole:")

# In the order in which they are tried, a line each; plain text takes what nothing else knows.
KINDS: tuple[Kind, ...] = (
    Kind("草稿", (".duizhao",), Use.DRAFT),
    Kind("本次要求", (".duizhaoreq",), Use.TEMPLATE),
    Kind("批评意见", (".duizhaocrit",), Use.CRITICISM, (b'{\n "criticism": ',), message=_CRITICISM),
    Kind("Word文档", (".docx", ".docm", ".dotx", ".dotm"), Use.MATERIAL, _ZIP, holds=(b"word/document",), reader="docx"),
    Kind("旧版 Word、WPS 文件", (".doc", ".wps", ".dot", ".wpt"), Use.MATERIAL, _OLE, streams=("WordDocument",), reader="doc"),
    Kind("RTF 文件", (".rtf",), Use.MATERIAL, (b"{\\rtf", b"{\\pard"), reader="rtf"),
    Kind("OpenDocument 文件", (".odt", ".ott"), Use.MATERIAL, _ZIP, holds=(b"opendocument.text",), reader="odt"),
    Kind("OpenDocument 文件", (".fodt",), Use.MATERIAL, (b"<office:document",), reader="odt"),
    Kind("PDF 文件", (".pdf",), Use.MATERIAL, (b"%pdf",), reader="pdf"),
    Kind("OFD 文件", (".ofd",), Use.MATERIAL, _ZIP, holds=(b"OFD.xml",), reader="ofd"),
    Kind("网页", (".html", ".htm"), Use.MATERIAL, _PAGE, reader="web_page"),
    Kind("单个文件的网页", (".mht", ".mhtml"), Use.MATERIAL, _MESSAGE, holds=(b"content-type:",), reader="web_archive"),
    Kind("Excel表格", (".xlsb",), Use.TABLE, _ZIP, holds=(b"xl/workbook.bin",), message=_BINARY_SHEET),
    Kind("Excel表格", (".xlsx", ".xlsm", ".et", ".ett"), Use.TABLE, _ZIP, holds=(b"xl/workbook",), reader="xlsx", message=_LIST),
    Kind("旧版Excel、WPS表格", (".xls", ".xlt"), Use.TABLE, _OLE, streams=("Workbook", "Book"), message=_OLD_SHEET),
    Kind("旧版Excel、WPS表格", (), Use.TABLE, _BEFORE_OLE, binary=True, message=_OLD_SHEET),
    Kind("Excel表格", (), Use.TABLE, (b"<?xml", b"<?mso-application", b"<workbook"), holds=(b":office:spreadsheet",), message=_XML_SHEET),
    Kind("OpenDocument表格", (".ods",), Use.TABLE, _ZIP, holds=(b"opendocument.spreadsheet",), message=_OTHER_SHEET),
    Kind("CSV表格", (".csv",), Use.TABLE),  # text, which its name alone tells from another
    Kind("演示稿", (), Use.REFUSED, _OLE, streams=("PowerPoint Document",), message=_SLIDES),
    Kind("旧版 Word、WPS 文件", (), Use.MATERIAL, _OLE, reader="doc"),  # damaged, or of another program: its reader tells
    Kind("演示稿", (), Use.REFUSED, _ZIP, holds=(b"ppt/presentation", b"opendocument.presentation"), message=_SLIDES),
    Kind("Word文档", (), Use.MATERIAL, _ZIP, holds=(b"[Content_Types].xml",), reader="docx"),
    Kind("标文通文件", (), Use.REFUSED, _ZIP, holds=(b"uof.xml",), message=_UOF),
    Kind("压缩包", (), Use.REFUSED, _ZIP, message=_NO_ARCHIVE),
    Kind("压缩包", (), Use.REFUSED, (b"rar!", b"7z\xbc\xaf", b"\x1f\x8b"), message=_ARCHIVE),
    Kind("早期 Word 文件", (), Use.REFUSED, (b"\xdb\xa5", b"\x31\xbe"), binary=True, message=_FIRST_WORD),
    Kind("图片", (), Use.REFUSED, (b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\x00"), message=_PICTURE),
    Kind("图片", (), Use.REFUSED, (b"bm",), binary=True, message=_PICTURE),
    Kind("图片", (), Use.REFUSED, (b"riff", b"mm\x00*"), holds=(b"WEBP", b"MM\x00*"), message=_PICTURE),
    Kind("图片", (), Use.REFUSED, _BOXES, holds=(b"ftyphei", b"ftypmif1", b"ftypavif"), message=_PICTURE),
    Kind("录音、录像", (), Use.REFUSED, (*_BOXES, b"id3\x02", b"id3\x03", b"id3\x04", b"riff", b"#!amr\n", b"\xff\xfb"), binary=True, message=_SOUND),
    Kind("方正CEB公文", (), Use.REFUSED, (b"founder ceb\0", b"founder ceb 2."), binary=True, message=_CEB),
    Kind("快捷方式", (), Use.REFUSED, (b"l\0\0\0\x01\x14\x02\0", b"[internetshortcut]"), message=_LINK),
    Kind("XML 文件", (), Use.REFUSED, (b"<?xml", b"<w:worddocument", b"<pkg:package"), message=f"这是XML格式的文件，不能直接读取。{SAVE_AS}"),
    Kind("程序", (), Use.REFUSED, (b"mz",), binary=True, message=_PROGRAM),
    Kind("程序", (), Use.REFUSED, (b"\x7felf",), message=_PROGRAM),
    Kind("文本文件", (".txt", ".md"), Use.MATERIAL, reader="plain"),
)  # fmt: skip
_TEXT = KINDS[-1]
_LOOKED_AT = 4096  # bytes in which a binary file has a zero, and a page its first tag
_BEFORE = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml[^>]*\?>(?=\s*<))+", re.DOTALL)


def of(data: bytes) -> Kind:
    """Tell by its bytes what kind a file is that is not ours."""
    heads = _beginnings(data)
    streams = _streams(data) if data.startswith(_OLE) else frozenset()
    for kind in KINDS:
        if not any(head.startswith(kind.magic) for head in heads) or (kind.binary and b"\0" not in data[:_LOOKED_AT]):
            continue
        if kind.streams and streams.isdisjoint(kind.streams):
            continue
        if not kind.holds or any(each in heads[-1] or each in data for each in kind.holds):
            return kind
    return _TEXT


def _streams(data: bytes) -> frozenset[str]:
    from assistant.files.readers import ole_streams  # few files are such

    return ole_streams.names(data)


def _beginnings(data: bytes) -> tuple[bytes, ...]:
    """Give the first bytes in lower case without byte order marks; and, where they do, as they go on after comments."""
    head = data[:_LOOKED_AT]
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            head = head[2:].decode(encoding, "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(codecs.BOM_UTF8).lower().lstrip()
    before = _BEFORE.match(head)
    return (head[before.end() :], head) if before and head.startswith(b"<", before.end()) else (head,)


def of_use(*uses: Use) -> Iterator[Kind]:
    """Yield the kinds of some uses."""
    return (kind for kind in KINDS if kind.use in uses)


def suffixes(*uses: Use) -> tuple[str, ...]:
    """List the suffixes of the kinds of some uses."""
    return tuple(suffix for kind in of_use(*uses) for suffix in kind.suffixes)


DRAFT_SUFFIX = suffixes(Use.DRAFT)[0]
TEMPLATE_SUFFIX = suffixes(Use.TEMPLATE)[0]
CRITICISM_SUFFIX = suffixes(Use.CRITICISM)[0]
OPENED = (Use.DRAFT, Use.TEMPLATE, Use.CRITICISM, Use.MATERIAL)  # all that the window opens


def dialog_filter(title: str, uses: Iterable[Use]) -> str:
    """Write the filter of a file dialog: all these kinds at once, the use named first first, as a narrow dialog shows the beginning; or any file."""
    patterns = " ".join(f"*{suffix}" for use in uses for suffix in suffixes(use))
    return f"{title} ({patterns});;全部文件 (*)"
