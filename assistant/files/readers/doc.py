"""Word files of the old binary kind (.doc, .dot, WPS's .wps) → text.

The same is taken over, and the same left out and said, as from .docx: fields' results and not their codes, automatic
numbers, tables row by row, text boxes after their paragraph; tracked changes read as accepted.
"""

from __future__ import annotations

import io
import struct

import olefile

from assistant.files.readers.doc_paragraphs import Document
from assistant.files.readers.word_binary import Damaged, Header
from assistant.files.trouble import BROKEN, ENCRYPTED, SAVE_AS
from assistant.reading import Reading, Unreadable

_OTHERS = {
    "MatOST": f"这是微软Works的文件（.wps），不是WPS文字的文件。{SAVE_AS}",
    "__properties_version1.0": "这是一封邮件（.msg）。请打开它，把附件或正文另存后再打开。",
    "HwpSummaryInformation": f"这是其他文字处理软件的文件，不能读取。{SAVE_AS}",
    "FileHeader": f"这是其他文字处理软件的文件，不能读取。{SAVE_AS}",
    "CONTENTS": f"这是微软Works一类程序的文件，不能读取。{SAVE_AS}",
}
_FIRST_WORD = "这是很早的Word文件（Word 2.0或更早），不能读取。请用WPS或Word打开它，“另存为”选“Word 文档（.docx）”，再打开新存的文件。"


def read(data: bytes) -> Reading:
    """Read an OLE file that holds a Word document. Raises Unreadable."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _read(file)
    except Unreadable:
        raise
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error):
        raise Unreadable(BROKEN) from None  # olefile meets damaged files with any of these
    except (Damaged, RecursionError, MemoryError):
        raise Unreadable(BROKEN) from None


def _read(file: olefile.OleFileIO) -> Reading:
    if file.exists("EncryptedPackage"):
        raise Unreadable(ENCRYPTED)
    if not file.exists("WordDocument"):
        names = {entry[0].lower() for entry in file.listdir(streams=True, storages=True)}
        for name, message in _OTHERS.items():
            if name.lower() in names:
                raise Unreadable(message)
        raise Unreadable(f"这个文件里没有Word文档的内容，或者文件已损坏。{SAVE_AS}")
    document = file.openstream("WordDocument").read()
    header = Header(document)
    if header.encrypted:
        raise Unreadable(ENCRYPTED)
    if header.version < 0x65:
        raise Unreadable(_FIRST_WORD)
    if header.old:
        table, long_ones = document, b""
    else:
        name = "1Table" if header.second_table else "0Table"
        other = "0Table" if header.second_table else "1Table"
        table = file.openstream(name if file.exists(name) else other).read()
        long_ones = file.openstream("Data").read() if file.exists("Data") else b""
    return Document(header, document, table, long_ones).reading()
