"""OpenDocument text (.odt, .ott, flat .fodt) → text, as from .docx."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from assistant.files.readers.odt_body import Body
from assistant.files.readers.odt_styles import Styles
from assistant.files.readers.office_package import Package, parsed, unpacked
from assistant.files.readers.transcript import Transcript
from assistant.files.trouble import BROKEN, ENCRYPTED, SAVE_AS
from assistant.reading import Reading, Unreadable

_OTHER = f"这是ODF格式的表格或演示稿，不是文字文件。请把文字复制到Word里再打开。{SAVE_AS}"


def read(data: bytes) -> Reading:
    """Read an OpenDocument file, packed or flat. Raises Unreadable."""
    if data.startswith(b"PK"):
        return unpacked(data, _read)
    try:
        root = parsed(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise Unreadable(BROKEN) from None
    return _reading(root, root)


def _read(package: Package) -> Reading:
    if b"encryption-data" in (package.data("META-INF/manifest.xml") if "META-INF/manifest.xml" in package else b""):
        raise Unreadable(ENCRYPTED)
    content = package.xml("content.xml")
    if content is None:
        raise Unreadable(BROKEN)
    return _reading(content, package.xml("styles.xml"))


def _reading(content: Element, styles: Element | None) -> Reading:
    body = content.find("body/text")
    if body is None:
        raise Unreadable(_OTHER)
    transcript = Transcript()
    Body(transcript, Styles(content, styles), body).read()
    for header in styles.iter("header") if styles is not None else ():
        for paragraph in header.iter("p"):
            transcript.header("".join(paragraph.itertext()))
    return transcript.reading()
