"""The one table of the kinds of files that the program meets: how a kind is called, known, and read.

Readers, dialogs, drop, batch, command line, desktop file and installer all ask here. A new readable kind is one file in
`readers/` and one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple


class Use(Enum):
    """What a file of a kind is to the program."""

    DRAFT = "draft"  # ours: a material with its decisions
    TEMPLATE = "template"  # ours: a template (本次要求) to hand on
    MATERIAL = "material"  # read as a text that is to be revised or checked, or as a notice
    REFUSED = "refused"  # cannot be read; the message says what to do


class Kind(NamedTuple):
    """One kind of file.

    Files are known by their first bytes (`magic`, in lower case, after white space), since names lie; `binary` ones
    only where zero bytes follow, because text may begin so too. A kind without magic is known by its suffix alone.
    `reader` names the module in `readers/` whose `read(data)` gives a Reading.
    """

    name: str
    suffixes: tuple[str, ...]
    use: Use
    magic: tuple[bytes, ...] = ()
    binary: bool = False
    reader: str = ""
    message: str = ""


_SAVE_AS = "请用WPS或Word打开它，「另存为」选「Word 文档（.docx）」，再打开新存的文件。"
ENCRYPTED = "文件设了打开密码。请先用WPS或Word凭密码打开，去掉密码后另存一份，再打开新存的文件。"
_OLD_WORD = f"这是旧格式的文件（.doc、.wps等），暂不能直接读。{_SAVE_AS}"
_PICTURE = "这是图片。请用能识别文字的软件转成Word，或照着录入。"
_ARCHIVE = "这是压缩包。请先解压，再打开里面的文件。"
_PROGRAM = "这是程序文件，不是文档。请重新选择。"
_WEB = "这是网页文件。请用浏览器打开，复制正文后粘贴到程序里。"
_PDF = "这是PDF文件，暂不能直接读。请用WPS的「PDF转Word」转成.docx，核对文字后再打开。"

# In the order in which they are tried; plain text takes what nothing else knows.
KINDS: tuple[Kind, ...] = (
    Kind("草稿", (".duizhao",), Use.DRAFT),
    Kind("本次要求", (".duizhaoreq",), Use.TEMPLATE),
    Kind("Word 文档", (".docx", ".docm"), Use.MATERIAL, (b"pk\x03\x04",), reader="docx"),
    Kind("旧版 Word、WPS 文件", (".doc", ".wps"), Use.REFUSED, (b"\xd0\xcf\x11\xe0",), message=_OLD_WORD),
    Kind("旧版 Word 文件", (), Use.REFUSED, (b"\xdb\xa5", b"\x31\xbe"), binary=True, message=_OLD_WORD),
    Kind("RTF 文件", (".rtf",), Use.REFUSED, (b"{\\",), message=f"这是RTF格式的文件，暂不能直接读。{_SAVE_AS}"),
    Kind("PDF 文件", (".pdf",), Use.REFUSED, (b"%pdf",), message=_PDF),
    Kind("图片", (), Use.REFUSED, (b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\x00"), message=_PICTURE),
    Kind("图片", (), Use.REFUSED, (b"bm6",), binary=True, message=_PICTURE),
    Kind("压缩包", (), Use.REFUSED, (b"rar!", b"7z\xbc\xaf", b"\x1f\x8b"), message=_ARCHIVE),
    Kind("网页", (), Use.REFUSED, (b"<!doctype html", b"<html"), message=_WEB),
    Kind("XML 文件", (), Use.REFUSED, (b"<?xml",), message=f"这是XML文件，不能直接读。{_SAVE_AS}"),
    Kind("程序", (), Use.REFUSED, (b"mz",), binary=True, message=_PROGRAM),
    Kind("程序", (), Use.REFUSED, (b"\x7felf",), message=_PROGRAM),
    Kind("文本文件", (".txt", ".md"), Use.MATERIAL, reader="plain"),
)
_TEXT = KINDS[-1]
_LOOKED_AT = 4096  # bytes in which a binary file has a zero


def of(data: bytes) -> Kind:
    """Tell by its bytes what kind a file is that is not ours."""
    head = data[:_LOOKED_AT].lstrip().lower()
    for kind in KINDS:
        if head.startswith(kind.magic) and kind.magic and (not kind.binary or b"\0" in data[:_LOOKED_AT]):
            return kind
    return _TEXT


def of_use(*uses: Use) -> Iterator[Kind]:
    """Yield the kinds of some uses."""
    return (kind for kind in KINDS if kind.use in uses)


def suffixes(*uses: Use) -> tuple[str, ...]:
    """List the suffixes of the kinds of some uses."""
    return tuple(suffix for kind in of_use(*uses) for suffix in kind.suffixes)


DRAFT_SUFFIX = suffixes(Use.DRAFT)[0]
TEMPLATE_SUFFIX = suffixes(Use.TEMPLATE)[0]
OPENED = (Use.DRAFT, Use.TEMPLATE, Use.MATERIAL)  # all that the window opens


def dialog_filter(title: str, uses: Iterable[Use]) -> str:
    """Write the filter of a file dialog: all these kinds at once, or any file."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes(*uses))
    return f"{title} ({patterns});;全部文件 (*)"
