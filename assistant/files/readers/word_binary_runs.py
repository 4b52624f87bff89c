"""The stretches of a binary Word file: pieces of its text, and runs of characters and paragraphs with their properties.

Positions in the text (cp) count 16-bit units, in Word 6 and 95 bytes; positions in the file (fc) count bytes. A piece maps
a stretch of the text to a stretch of the file. Properties are lists of small orders, "sprm"s, told apart by number.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assistant.files.readers.word_binary import MOST_PARTS, Damaged, Header, i32, u16
from assistant.files.too_large import MOST_READ

Orders = Mapping[int, bytes]
"""The last operand of each sprm that a list of properties holds."""


class Piece(NamedTuple):
    start: int  # cp
    end: int
    at: int  # fc
    width: int  # bytes a character
    orders: Orders


class Run(NamedTuple):
    """A stretch of the file whose characters, or paragraph, have the same properties."""

    start: int  # fc
    end: int
    style: int
    orders: Orders


_SHORT_CHANGES = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x43: 0x0802, 0x57: 0x0837, 0x5C: 0x083C, 0x0C: 0x260A}  # fmt: skip
# Word 6 and 95 number their orders otherwise; those that matter, and the lengths of all that may stand before them.
_OLD_ORDERS = {24: 0x2416, 25: 0x2417, 65: 0x0800, 66: 0x0801, 67: 0x0802, 69: 0x4804, 70: 0x6805, 87: 0x0837, 92: 0x083C, 117: 0x0855, 12: 0xC63E, 13: 0x250D, 2: 0x4600, 46: 0x442C, 74: 0x6A09, 93: 0x4A4F}  # fmt: skip
_OLD_LENGTHS = {
    **dict.fromkeys((3, 12, 15, 23, 64, 68, 74, 81, 82, 103, 105, 106, 108, 120, 191), 0),  # length in their first byte
    **dict.fromkeys((188, 190), -2),  # length in their first two bytes
    **dict.fromkeys((57, 83), -1),  # nothing follows
    **dict.fromkeys((4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 24, 25, 29, 37, 44, 50, 51, 65, 66, 67, 71, 75, 85, 86, 87, 88, 89, 90, 91, 92, 94, 98, 100, 102, 104, 117, 118, 119, 185, 186), 1),
    **dict.fromkeys((2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49, 69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110, 111, 112, 113, 114, 115, 116, 121, 122, 123, 124, 182, 183, 184, 189, 195, 197, 198), 2),
    **dict.fromkeys((73, 95), 3),
    **dict.fromkeys((20, 70, 192, 194, 196, 200), 4),
    **dict.fromkeys((193, 199), 5),
    187: 12,
}  # fmt: skip
_LENGTHS = (1, 1, 2, 4, 2, 2, 0, 3)  # by the top three bits of a sprm


def pieces(header: Header, table: bytes, size: int) -> list[Piece]:
    """List the pieces of the text in its order; without a table the text stands in one stretch."""
    start, length = header.place("pieces")
    simple = header.old and not header.fast_saved
    if simple or not length:
        total = sum(header.stories.values())
        width = 2 if header.wide else 1
        return [Piece(0, min(total, (size - header.first) // width), header.first, width, {})]
    data = table[start : start + length]
    grpprls: list[Orders] = []
    at = 0
    while at < len(data) and data[at] == 1:
        size_of = u16(data, at + 1)
        grpprls.append(orders(data[at + 3 : at + 3 + size_of], old=header.old))
        at += 3 + size_of
    if at >= len(data) or data[at] != 2:
        raise Damaged
    plc = data[at + 5 : at + 5 + max(i32(data, at + 1), 0)]
    count = (len(plc) - 4) // 12
    if not 0 < count <= MOST_PARTS:
        raise Damaged
    bounds = struct.unpack_from(f"<{count + 1}i", plc)
    found: list[Piece] = []
    for each in range(count):
        first, last = max(bounds[each], 0), min(bounds[each + 1], MOST_READ)
        fc, prm = struct.unpack_from("<IH", plc, 4 * (count + 1) + 8 * each + 2)
        if header.old:
            at, width = fc, 2 if header.wide else 1
        else:
            at, width = ((fc & 0x3FFFFFFF) // 2, 1) if fc & 0x40000000 else (fc, 2)
        last = min(last, first + max(size - at, 0) // width)
        if first < last and (not found or first >= found[-1].end):
            found.append(Piece(first, last, at, width, _changes(prm, grpprls)))
    return found


def _changes(prm: int, grpprls: list[Orders]) -> Orders:
    """Give what a fast save changed of the properties of a piece."""
    if prm & 1:
        return grpprls[prm >> 1] if prm >> 1 < len(grpprls) else {}
    order = _SHORT_CHANGES.get(prm >> 1 & 0x7F)
    return {order: bytes([prm >> 8])} if order else {}


def orders(data: bytes, *, old: bool) -> dict[int, bytes]:
    """Take a list of properties apart; what cannot be told ends it."""
    found: dict[int, bytes] = {}
    at = 0
    while at < len(data) - (0 if old else 1):
        if old:
            order = data[at]
            length = _OLD_LENGTHS.get(order)
            at += 1
        else:
            order = data[at] | data[at + 1] << 8
            length = _LENGTHS[order >> 13]
            at += 2
        if length is None:
            break
        if length == 0:
            length, at = (data[at] if at < len(data) else 0), at + 1
            if order == 0xD608:  # a table's definition counts in two bytes, and one too many
                length, at = u16(data, at - 1) - 1, at + 1
            elif order == 0xC615 and length == 255:
                break  # tabs, counted otherwise
        elif length < 0:
            length, at = (0, at) if length == -1 else (u16(data, at) - 1, at + 2)
        if length < 0:
            break
        order = _OLD_ORDERS.get(order, -order) if old else order
        found[order] = data[at : at + length]
        at += length
    return found


def character_runs(header: Header, document: bytes, table: bytes) -> list[Run]:
    """List the runs of character properties in the order of the file; those without any are left out."""
    seen: dict[bytes, Orders] = {}
    found: list[Run] = []
    for page in _pages(header, document, table, "character_runs"):
        count = page[511]
        offsets = 4 * (count + 1)
        if offsets + count > 511:
            continue
        bounds = struct.unpack_from(f"<{count + 1}i", page)
        for each in range(count):
            at = page[offsets + each] * 2
            if not at or bounds[each] >= bounds[each + 1]:
                continue
            grpprl = page[at + 1 : at + 1 + page[at]]
            if grpprl not in seen:
                seen[grpprl] = orders(grpprl, old=header.old)
            found.append(Run(bounds[each], bounds[each + 1], 0, seen[grpprl]))
    return sorted(found, key=lambda run: run.start)


def paragraph_runs(header: Header, document: bytes, table: bytes, data: bytes) -> list[Run]:
    """List the paragraphs' properties in the order of the file; `data` is the stream that holds the very long ones."""
    seen: dict[bytes, tuple[int, Orders]] = {}
    found: list[Run] = []
    width = 7 if header.old else 13
    for page in _pages(header, document, table, "paragraph_runs"):
        count = page[511]
        offsets = 4 * (count + 1)
        if offsets + width * count > 511:
            continue
        bounds = struct.unpack_from(f"<{count + 1}i", page)
        for each in range(count):
            at = page[offsets + width * each] * 2
            if bounds[each] >= bounds[each + 1]:
                continue
            papx = _papx(page, at, old=header.old) if at else b"\0\0"
            if papx not in seen:
                seen[papx] = u16(papx, 0), _with_huge(orders(papx[2:], old=header.old), data)
            found.append(Run(bounds[each], bounds[each + 1], *seen[papx]))
    return sorted(found, key=lambda run: run.start)


def _papx(page: bytes, at: int, *, old: bool) -> bytes:
    words = page[at]
    if old:
        return page[at + 1 : at + 1 + 2 * words]
    return page[at + 1 : at + 2 * words] if words else page[at + 2 : at + 2 + 2 * page[at + 1]]


def _with_huge(found: dict[int, bytes], data: bytes) -> Orders:
    for order in (0x6646, 0x6645):
        if (where := found.get(order)) is not None and 0 <= (at := i32(where, 0)) < len(data):
            return {**found, **orders(data[at + 2 : at + 2 + u16(data, at)], old=False)}
    return found


def _pages(header: Header, document: bytes, table: bytes, name: str) -> Iterator[bytes]:
    start, length = header.place(name)
    width = 2 if header.old else 4
    count = (length - 4) // (4 + width)
    if count > MOST_PARTS:
        raise Damaged
    done: set[int] = set()
    for each in range(count):
        at = start + 4 * (count + 1) + width * each
        number = int.from_bytes(table[at : at + width], "little") & 0x3FFFFF
        page = document[512 * number : 512 * number + 512]
        if number not in done and len(page) == 512:
            done.add(number)
            yield page


def covering(runs: list[Run], starts: list[int], fc: int) -> Run | None:
    """Find the run that holds a position of the file; `starts` are the runs' own."""
    at = bisect_right(starts, fc) - 1
    return runs[at] if at >= 0 and fc < runs[at].end else None


def is_on(operand: bytes | None) -> bool:
    """Tell whether a switch is on; 128 and 129 mean "as the style" and "other than the style"."""
    return operand is not None and operand[:1] in (b"\x01", b"\x81")
