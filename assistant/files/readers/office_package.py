"""The parts of a file that is a zip archive of XML (docx, odt, ofd): read with a limit, parsed with care.

What a part unpacks to is counted while it is unpacked, whatever the archive says of it; a part that declares a document
type or entities is refused before it is parsed; elements are counted before they are made.
"""

from __future__ import annotations

import codecs
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TypeVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from assistant.files.too_large import CONTENT_TOO_LARGE, LARGEST
from assistant.files.trouble import BROKEN
from assistant.reading import Unreadable

_T = TypeVar("_T")
_MOST_ELEMENTS = 1_500_000  # elements and attributes of a part; a million characters of Word have half as many
_PIECE = 1 << 20  # bytes; 20 milliseconds
_DECLARED_ENCODING = re.compile(rb"^(\s*<\?xml[^>]*?)\sencoding=[\"'][^\"']*[\"']")


class Package:
    """An archive whose parts are found by their usual names, whichever way its writer spelt them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = LARGEST
        self._names = {name.replace("\\", "/").lstrip("/"): name for name in archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def names(self) -> list[str]:
        return list(self._names)

    def data(self, name: str) -> bytes:
        """Unpack a part. Raises Unreadable where that would go beyond the limit."""
        with self._archive.open(self._names[name]) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(CONTENT_TOO_LARGE)
        return data

    def xml(self, name: str, looks: re.Pattern[bytes] | None = None) -> Element | None:
        """Parse a part, None where there is none; names of elements are without their namespace."""
        return parsed(self.data(name), looks) if name in self._names else None


def parsed(data: bytes, looks: re.Pattern[bytes] | None = None) -> Element:
    """Parse XML; names of elements lose their namespace, those of attributes keep it. Raises Unreadable, ParseError.

    `looks` are empty elements that say nothing of the text: to parse them would take most of the time.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = _DECLARED_ENCODING.sub(rb"\1", data.decode("utf-16").encode())
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unreadable(BROKEN)  # never in such a file; a way to eat memory
    if looks and b"<![CDATA[" not in data:
        data = b"".join([looks.sub(b"", piece) for piece in pieces(data)]).replace(b"<w:rPr></w:rPr>", b"")
    if data.count(b"<") - data.count(b"</") + data.count(b"=") > _MOST_ELEMENTS:
        raise Unreadable(CONTENT_TOO_LARGE)
    parser = ElementTree.XMLParser()
    for piece in pieces(data):
        parser.feed(piece)
    root: Element = parser.close()
    local = _Local()
    for element in root.iter():
        element.tag = local[element.tag]
    return root


def pieces(data: bytes) -> Iterator[bytes]:
    """Cut XML before tags: no other thread comes to its turn while one pattern or the parser goes through the whole."""
    start = 0
    while start < len(data):
        end = data.find(b"<", start + _PIECE)
        yield data[start : end if end > 0 else len(data)]
        start = end if end > 0 else len(data)


class _Local(dict[str, str]):
    """Names with their namespace → without."""

    def __missing__(self, name: str) -> str:
        self[name] = short = name.rpartition("}")[2]
        return short


def unpacked(data: bytes, read: Callable[[Package], _T]) -> _T:
    """Let `read` read an archive; whatever it stumbles over in a damaged one is said as that. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return read(Package(archive))
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Unreadable(BROKEN) from None
    except (ElementTree.ParseError, LookupError, ValueError, MemoryError):
        raise Unreadable(BROKEN) from None
