"""The binary form of Word files: the header, and the shapes in which its tables stand ([MS-DOC]; Word 6 and 95 in the same shape).

What a damaged file says is believed only where it stays within the file.
"""

from __future__ import annotations

import struct

from assistant.files.too_large import MOST_READ

MOST_PARTS = 400_000  # pieces or runs; beyond that a file is made to eat time


class Damaged(Exception):
    """The file contradicts itself."""


# Of Word 97 and later, by where its pair of offset and length stands; of Word 6 and 95 the byte at which the pair stands.
_PLACES = {
    "styles": (1, 0x60),
    "footnote_refs": (2, 0x68),
    "comment_refs": (4, 0x78),
    "comment_texts": (5, 0x80),
    "headers": (11, 0xB0),
    "character_runs": (12, 0xB8),
    "paragraph_runs": (13, 0xC0),
    "fonts": (15, 0xD0),
    "pieces": (33, 0x160),
    "comment_owners": (36, None),
    "comment_bookmarks": (37, None),
    "shapes": (40, None),
    "comment_starts": (42, None),
    "comment_ends": (43, None),
    "revision_authors": (51, None),
    "box_texts": (56, None),
    "lists": (73, None),
    "list_overrides": (74, None),
    "comment_dates": (112, None),
}
_STORIES = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


def u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def i32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little", signed=True)


class Header:
    """The file information block: what there is and where."""

    def __init__(self, document: bytes) -> None:
        if len(document) < 0x180 or u16(document, 0) >> 8 not in (0xA5, 0xA6):
            raise Damaged
        self.version = u16(document, 2)
        self.old = self.version < 0x6A  # Word 6 and 95
        flags = u16(document, 0x0A)
        self.fast_saved = bool(flags & 0x0004)
        self.encrypted = bool(flags & 0x0100)
        self.second_table = bool(flags & 0x0200)
        self.wide = bool(flags & 0x1000)
        self.language = u16(document, 6)
        self.first = i32(document, 0x18)
        self.last = i32(document, 0x1C)
        self._document = document
        lengths = 0x34 if self.old else 0x4C
        self.stories = {name: max(i32(document, lengths + 4 * at), 0) for at, name in enumerate(_STORIES)}
        if sum(self.stories.values()) > MOST_READ and not self.encrypted:
            raise Damaged
        self.macintosh = self.old and u16(document, 0x14) == 256
        self._count = 0 if self.old else u16(document, 0x98)

    def start_of(self, story: str) -> int:
        """Give the cp at which a story begins: the text itself first, what belongs to it after."""
        return sum(self.stories[each] for each in _STORIES[: _STORIES.index(story)])

    def place(self, name: str) -> tuple[int, int]:
        """Tell where a structure stands in the table stream and how long it is; (0, 0) for nowhere."""
        number, byte = _PLACES[name]
        if self.old:
            if byte is None:
                return 0, 0
            at = byte
        elif number >= self._count:
            return 0, 0
        else:
            at = 0x9A + 8 * number
        start, length = i32(self._document, at), i32(self._document, at + 4)
        return (start, length) if start >= 0 and length > 0 else (0, 0)


def plc(table: bytes, place: tuple[int, int], width: int) -> tuple[list[int], list[bytes]]:
    """Read positions and the data, `width` bytes each, that belong to the stretches between them."""
    start, length = place
    count = (min(length, len(table) - start) - 4) // (4 + width)
    if not 0 < count <= MOST_PARTS:
        return [], []
    bounds = list(struct.unpack_from(f"<{count + 1}i", table, start))
    first = start + 4 * (count + 1)
    return bounds, [table[first + width * each : first + width * (each + 1)] for each in range(count)]


def strings(table: bytes, place: tuple[int, int]) -> list[str]:
    """Read a table of strings (STTB), whatever stands beside each."""
    start, length = place
    data = table[start : start + length]
    if len(data) < 6 or u16(data, 0) != 0xFFFF:
        return []
    count, extra, at = u16(data, 2), u16(data, 4), 6
    found: list[str] = []
    while len(found) < count and at < len(data):
        size = 2 * u16(data, at)
        found.append(data[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size + extra
    return found


def date(dttm: bytes) -> str:
    """Write a date of Word's as ISO 8601; "" where there is none."""
    bits = int.from_bytes(dttm[:4], "little")
    minute, hour, day, month, year = (
        bits & 63,
        bits >> 6 & 31,
        bits >> 11 & 31,
        bits >> 16 & 15,
        1900 + (bits >> 20 & 511),
    )
    if not (1 <= day <= 31 and 1 <= month <= 12 and hour < 24 and minute < 60):
        return ""
    return f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"
