"""OFD files (GB/T 33190) that hold text → paragraphs. Seals, signatures and pictures are left out."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from assistant.files.readers.drawn_text import Fragment, paragraphs
from assistant.files.readers.office_package import Package, unpacked
from assistant.files.readers.transcript import Transcript
from assistant.files.readers.xml import value
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.reading import Reading, Unreadable

_SCAN = "这份OFD里没有文字，只有图片。请用能识别文字的软件转成Word，核对文字后再打开。"
_PROTECTED = "这份OFD文件已加密，不能读取。请用OFD阅读器打开，另存或打印成不加密的文件，或向发文的同志要一份Word。"
_EMPTY = "这是OFD文件，里面没有能读出的正文，可能没有保存完整。请用WPS或OFD阅读器打开，能看到文字的，另存为Word再打开；未能打开的，请重新复制一次原文件。"
_MOST_PAGES = 300


def read(data: bytes) -> Reading:
    """Read the text of an OFD file. Raises Unreadable."""
    return unpacked(data, _read)


def _read(package: Package) -> Reading:
    if "Encryptions.xml" in package:
        raise Unreadable(_PROTECTED)
    root = package.xml("OFD.xml")
    place = root.find("DocBody/DocRoot") if root is not None else None
    if place is None or not place.text:
        raise Unreadable(_EMPTY)
    main = place.text.strip().lstrip("/")
    document = package.xml(main)
    if document is None:
        raise Unreadable(_EMPTY)
    listed = document.findall("Pages/Page")
    if len(listed) > _MOST_PAGES:
        raise Unreadable(CONTENT_TOO_LARGE)
    transcript = Transcript()
    pages: list[list[Fragment]] = []
    for page in listed:
        content = package.xml(_beside(main, value(page, "BaseLoc") or ""))
        fragments: list[Fragment] = []
        for element in content.iter() if content is not None else ():
            if element.tag == "TextObject":
                fragments += _fragments(element)
            transcript.left_out["drawing"] += element.tag == "ImageObject"
        pages.append(fragments)
    area = _numbers(getattr(document.find("CommonData/PageArea/PhysicalBox"), "text", None), 4)
    transcript.take_drawn(paragraphs(pages, area[2]))
    if not any(line.strip() for line in transcript.lines):
        raise Unreadable(_SCAN)
    transcript.remarks.append("由OFD读出，段落是按版面推断的，请对照原文核对分段")
    return transcript.reading()


def _beside(main: str, place: str) -> str:
    if place.startswith("/"):
        return place.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(main), place))


def _fragments(drawn: Element) -> list[Fragment]:
    """Give the characters of an object, each code where it begins."""
    boundary = _numbers(value(drawn, "Boundary"), 4)
    scale = _numbers(value(drawn, "CTM") or "1 0 0 1 0 0", 6)
    size = _numbers(value(drawn, "Size"), 1)[0]
    found: list[Fragment] = []
    x = y = 0.0
    for code in drawn.iter("TextCode"):
        x = _numbers(value(code, "X"), 1)[0] if value(code, "X") else x
        y = _numbers(value(code, "Y"), 1)[0] if value(code, "Y") else y
        across = boundary[0] + x * scale[0] + y * scale[2] + scale[4]
        down = boundary[1] + x * scale[1] + y * scale[3] + scale[5]
        if code.text:
            found.append(Fragment(across, -down, round(abs(size * scale[3]) or size, 2), code.text))
    return found


def _numbers(written: str | None, count: int) -> list[float]:
    """Read numbers with blanks between them; what is no number is nothing."""
    found: list[float] = []
    for each in (written or "").split()[:count]:
        try:
            number = float(each)
        except ValueError:
            number = 0.0
        found.append(number if abs(number) < 1e6 else 0.0)
    return found + [0.0] * (count - len(found))
