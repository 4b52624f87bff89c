"""The letters of a binary Word file: its stories in one string, decoded, one character for each position it counts."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from assistant.files.readers import word_binary as binary
from assistant.files.readers.word_binary import Header
from assistant.files.readers.word_binary_runs import Piece

# The languages whose files of Word 6 and 95 are in another code page than 1252; a table, so in one line.
_CODE_PAGES = {0x04: "gb18030", 0x11: "cp932", 0x12: "cp949", 0x19: "cp1251", 0x22: "cp1251", 0x23: "cp1251", 0x02: "cp1251", 0x08: "cp1253", 0x1F: "cp1254", 0x0D: "cp1255", 0x01: "cp1256", 0x05: "cp1250", 0x0E: "cp1250", 0x15: "cp1250", 0x18: "cp1250", 0x1B: "cp1250", 0x24: "cp1250", 0x1A: "cp1250", 0x25: "cp1257", 0x26: "cp1257", 0x27: "cp1257", 0x1E: "cp874"}  # fmt: skip
_TRADITIONAL = (0x0404, 0x0C04, 0x1404)
# What the character set of a font means, in one line too; 0 and 2 (symbols) say nothing.
_CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip
_BYTES = "".join(bytes([each]).decode("cp1252", "replace").replace("\ufffd", chr(each)) for each in range(256))


class _Font(NamedTuple):
    name: str
    charset: int


class Text:
    """All stories of a file in one string, `raw`; in Word 6 and 95 its characters are still bytes."""

    def __init__(self, header: Header, document: bytes, table: bytes, pieces: list[Piece]) -> None:
        self._narrow = header.old and not header.wide
        self._code_page = _usual_code_page(header)
        self._foreign: list[tuple[int, int, str]] = []
        parts: list[str] = []
        length = 0
        for piece in pieces:
            if piece.start > length:  # nothing may shift what follows
                parts.append(" " * (piece.start - length))
            stretch = document[piece.at : piece.at + (piece.end - piece.start) * piece.width]
            parts.append(self._units(stretch, piece.width))
            length = piece.end
        self.raw = "".join(parts)
        self._fonts = _fonts(table, *header.place("fonts"), old=header.old)

    def _units(self, stretch: bytes, width: int) -> str:
        if width == 1:
            return stretch.decode("latin-1") if self._narrow else codecs.charmap_decode(stretch, "strict", _BYTES)[0]
        text = stretch.decode("utf-16-le", "surrogatepass")
        if len(text) * 2 != len(stretch):  # a pair of surrogates counts as two
            text = "".join(chr(binary.u16(stretch, at)) for at in range(0, len(stretch) - 1, 2))
        return text

    def plain(self, start: int, end: int) -> str:
        """Give the characters between two positions."""
        text = self.raw[start:end]
        if self._narrow:
            return text if text.isascii() else self._decoded(start, text)
        if any("\ud800" <= each < "\ue000" for each in text):
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _decoded(self, start: int, text: str) -> str:
        """Decode bytes, each stretch by the code page of its font."""
        parts: list[str] = []
        at = start
        end = start + len(text)
        for first, last, code_page in self._foreign[bisect_left(self._foreign, at, key=itemgetter(1)) :]:
            if first >= end:
                break
            for upto, chosen in ((max(first, at), self._code_page), (min(last, end), code_page)):
                parts.append(text[at - start : upto - start].encode("latin-1", "replace").decode(chosen, "replace"))
                at = upto
        parts.append(text[at - start :].encode("latin-1", "replace").decode(self._code_page, "replace"))
        return "".join(parts)

    def note_font(self, start: int, end: int, number: int) -> None:
        """Take into account that a stretch is in a font; in Word 6 and 95 fonts decide what a byte means."""
        code_page = _CHARSETS.get(self._fonts[number].charset) if self._narrow and number < len(self._fonts) else None
        after = self._foreign[-1][1] if self._foreign else 0  # stretches come in order
        if code_page and code_page != self._code_page and start >= after:
            self._foreign.append((start, end, code_page))

    def font(self, number: int) -> str:
        """Give the name of a font, "" for one that is not listed."""
        return self._fonts[number].name if number < len(self._fonts) else ""


def _usual_code_page(header: Header) -> str:
    if header.macintosh:
        return "mac_roman"
    if header.language in _TRADITIONAL:
        return "big5hkscs"
    return _CODE_PAGES.get(header.language & 0x3FF, "cp1252")


def _fonts(table: bytes, start: int, length: int, *, old: bool) -> list[_Font]:
    """List the fonts that the file uses."""
    fonts: list[_Font] = []
    at, end = start + (2 if old else 4), min(start + length, len(table))
    while at < end and len(fonts) < 4000:
        size = table[at] + 1
        entry = table[at : at + size]
        name = entry[6 if old else 40 :].decode("latin-1" if old else "utf-16-le", "replace").partition("\0")[0]
        fonts.append(_Font(name, entry[4] if size > 4 and len(entry) > 4 else 0))
        at += size
    return fonts
