"""PDF files that hold text → paragraphs. A scan is said to be one; nothing that a PDF could run or fetch is looked at."""

from __future__ import annotations

import io
import logging
import re

import pypdf

from assistant.files.readers.drawn_text import Fragment, paragraphs
from assistant.files.readers.transcript import Transcript
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.files.trouble import BROKEN
from assistant.reading import Reading, Unreadable

_SCAN = "这是扫描件，里面只有图片，没有文字。请用能识别文字的软件（如WPS的“PDF转Word”）转成Word，核对文字后再打开。"
_GARBLED = "这份PDF里的文字没有通用的编码，读出的是乱码。请用能识别文字的软件（如WPS的“PDF转Word”）转成Word，核对文字后再打开。"
_PROTECTED = "这份PDF设了密码或保护，不能读取。请用WPS或PDF阅读器打开，另存为不加密的文件，或向发文的同志要一份Word。"
_MOST_PAGES = 300
_MOST_CONTENT = 4_000_000  # bytes of drawing; a page of text has some 20,000
_LEAST_TEXT = 8  # characters a page; fewer are stamps on a scan
_NO_TEXT = re.compile("[\ufffd\x00-\x08\x0e-\x1f\ue000-\uf8ff]|/[A-Za-z]*[0-9]{2,}")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of damaged files is said by us
_LIMITS = pypdf.Configuration(
    zlib_maximum_output_length=5 * _MOST_CONTENT,  # fonts' tables are streams too
    lzw_maximum_output_length=_MOST_CONTENT,
    run_length_maximum_output_length=_MOST_CONTENT,
    array_based_stream_maximum_output_length=_MOST_CONTENT,
    stream_decoding_work_maximum_length=10 * _MOST_CONTENT,
    stream_parsing_work_maximum_count=500_000,
    xform_maximum_invocations_per_extraction=200,
    page_tree_maximum_entries=4 * _MOST_PAGES,
    page_tree_maximum_page_entries=100_000,
    jbig2dec_binary=None,
    disable_legacy_handling=True,
)


def read(data: bytes) -> Reading:
    """Read the text of a PDF file. Raises Unreadable."""
    try:
        with pypdf.apply_configuration(_LIMITS):
            return _read(data)
    except Unreadable:
        raise
    except Exception:  # a damaged file makes pypdf stumble in any way
        raise Unreadable(BROKEN) from None


def _read(data: bytes) -> Reading:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        raise Unreadable(_PROTECTED)
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable(CONTENT_TOO_LARGE)
    transcript = Transcript()
    pages: list[list[Fragment]] = []
    left = _MOST_CONTENT
    for page in reader.pages:
        contents = page.get_contents()
        left -= len(contents.get_data()) if contents is not None else 0
        if left < 0:
            raise Unreadable(CONTENT_TOO_LARGE)
        pages.append(_fragments(page))
        transcript.left_out["drawing"] += _pictures(page)
    text = "".join(fragment.text for page in pages for fragment in page)
    if len(text.strip()) < _LEAST_TEXT * len(pages):
        raise Unreadable(_SCAN if transcript.left_out["drawing"] else f"这份PDF里没有找到文字。{_SCAN}")
    if len(_NO_TEXT.findall(text)) > 0.1 * len(text):
        raise Unreadable(_GARBLED)
    transcript.take_drawn(paragraphs(pages, float(reader.pages[0].mediabox.width)))
    transcript.remarks.append("由PDF读出，段落是按版面推断的，请对照原文核对分段")
    return transcript.reading()


def _opened(reader: pypdf.PdfReader) -> bool:
    """Try to open a file that is protected against changes only."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # it may want a library that is not there
        return False


def _fragments(page: pypdf.PageObject) -> list[Fragment]:
    found: list[Fragment] = []

    def draw(text: str, around: list[float], matrix: list[float], _font: object, size: float) -> None:
        if not text.strip():
            return
        x = matrix[4] * around[0] + matrix[5] * around[2] + around[4]
        y = matrix[4] * around[1] + matrix[5] * around[3] + around[5]
        scale = abs(matrix[3] * around[3]) or abs(matrix[1] * around[2]) or 1.0
        size = round(abs(size) * scale, 1)
        found.extend(Fragment(x, y, size, line) for line in text.split("\n") if line.strip())

    page.extract_text(visitor_text=draw)
    return found


def _pictures(page: pypdf.PageObject) -> int:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    held = objects.get_object().values() if objects is not None else ()
    return sum(each.get_object().get("/Subtype") == "/Image" for each in held)
