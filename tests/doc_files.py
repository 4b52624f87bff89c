"""Make binary Word files (.doc) for tests: an OLE file of two or three streams, with just what a test is about."""

from __future__ import annotations

import itertools
import struct
from typing import NamedTuple

_FIRST = 0x800  # where the text begins
_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)


class P(NamedTuple):
    """A paragraph: its runs with their character properties, and its own properties."""

    runs: tuple[tuple[str, bytes], ...]
    properties: bytes = b""
    end: str = "\r"
    style: int = 0


def para(text: str, properties: bytes = b"", end: str = "\r", style: int = 0, look: bytes = b"") -> P:
    return P(((text, look),), properties, end, style)


def sprm(order: int, value: int, size: int = 1) -> bytes:
    """Write an order with its operand."""
    return struct.pack("<H", order) + value.to_bytes(size, "little")


def word(
    *paragraphs: P,
    lists: bytes = b"",
    levels: bytes = b"",
    overrides: bytes = b"",
    authors: tuple[str, ...] = (),
    cuts: tuple[int, ...] = (),
    compressed: bool = False,
    flags: int = 0,
    styles: bytes = b"",
) -> bytes:
    """Make a file of paragraphs; `cuts` are where its text is cut into pieces that stand in the file in reverse order."""
    text = "".join("".join(run for run, _ in each.runs) + each.end for each in paragraphs)
    width = 1 if compressed else 2
    bounds = [0, *cuts, len(text)]
    pieces = list(itertools.pairwise(bounds))
    places: dict[int, int] = {}
    body = b""
    for start, end in reversed(pieces):
        places[start] = _FIRST + len(body)
        body += text[start:end].encode("cp1252" if compressed else "utf-16-le")

    def fc(cp: int) -> int:
        start, _ = next(piece for piece in pieces if piece[0] <= cp < piece[1] or cp == piece[1] == len(text))
        return places[start] + (cp - start) * width

    characters: list[tuple[int, int, bytes]] = []
    marks: list[tuple[int, int, bytes]] = []
    at = 0
    for each in paragraphs:
        begin = at
        for run, look in each.runs:
            characters += _split((at, at + len(run)), pieces, fc, width, look)
            at += len(run)
        characters += _split((at, at + 1), pieces, fc, width, each.runs[-1][1] if each.runs else b"")
        at += 1
        marks += _split((begin, at), pieces, fc, width, struct.pack("<H", each.style) + each.properties)

    document = bytearray(_FIRST) + body
    table = bytearray(16)
    entries: dict[int, tuple[int, int]] = {}

    def put(number: int, data: bytes, length: int | None = None) -> None:
        entries[number] = len(table), len(data) if length is None else length
        table.extend(data)

    put(12, _pages(document, sorted(characters), _chpx_page))
    put(13, _pages(document, sorted(marks), _papx_page))
    plc = struct.pack(f"<{len(bounds)}i", *bounds)
    for start, _ in pieces:
        place = places[start] * 2 | 0x40000000 if compressed else places[start]
        plc += struct.pack("<HIH", 0, place, 0)
    put(33, b"\x02" + struct.pack("<i", len(plc)) + plc)
    if styles:
        put(1, styles)
    if lists:
        put(73, lists + levels, len(lists))
        put(74, overrides)
    if authors:
        names = b"".join(struct.pack("<H", len(name)) + name.encode("utf-16-le") for name in authors)
        put(51, struct.pack("<HHH", 0xFFFF, len(authors), 0) + names)
    _header(document, entries, len(text), flags | 0x0200)
    return ole({"WordDocument": bytes(document), "1Table": bytes(table)})


def _split(stretch, pieces, fc, width, data):
    """Cut a stretch where pieces are cut, and give it in positions of the file."""
    found = []
    for first, last in pieces:
        low, high = max(stretch[0], first), min(stretch[1], last)
        if low < high:
            found.append((fc(low), fc(low) + (high - low) * width, data))
    return found


def _pages(document: bytearray, runs: list[tuple[int, int, bytes]], write) -> bytes:
    """Write pages of properties behind the text and give the table of them."""
    places: list[int] = []
    firsts: list[int] = []
    for at in range(0, len(runs), 15):
        chunk = runs[at : at + 15]
        document.extend(bytes(-len(document) % _SECTOR))
        places.append(len(document) // _SECTOR)
        firsts.append(chunk[0][0])
        document.extend(write(chunk))
    return struct.pack(f"<{len(firsts) + 1}i", *firsts, runs[-1][1]) + struct.pack(f"<{len(places)}i", *places)


def _chpx_page(runs: list[tuple[int, int, bytes]]) -> bytes:
    page = bytearray(_SECTOR)
    count = len(runs)
    struct.pack_into(f"<{count + 1}i", page, 0, *(start for start, _, _ in runs), runs[-1][1])
    at = 510
    for number, (_, _, look) in enumerate(runs):
        if look:
            at -= (1 + len(look) + 1) // 2 * 2
            page[at] = len(look)
            page[at + 1 : at + 1 + len(look)] = look
            page[4 * (count + 1) + number] = at // 2
    page[511] = count
    return bytes(page)


def _papx_page(runs: list[tuple[int, int, bytes]]) -> bytes:
    page = bytearray(_SECTOR)
    count = len(runs)
    struct.pack_into(f"<{count + 1}i", page, 0, *(start for start, _, _ in runs), runs[-1][1])
    at = 510
    for number, (_, _, properties) in enumerate(runs):
        held = properties + bytes(len(properties) % 2)
        at -= 2 + len(held)
        page[at + 1] = len(held) // 2
        page[at + 2 : at + 2 + len(held)] = held
        page[4 * (count + 1) + 13 * number] = at // 2
    page[511] = count
    return bytes(page)


def _header(document: bytearray, entries: dict[int, tuple[int, int]], length: int, flags: int) -> None:
    struct.pack_into("<HHHHHH", document, 0, 0xA5EC, 193, 0, 0x804, 0, flags)
    struct.pack_into("<ii", document, 0x18, _FIRST, _FIRST + 2 * length)
    struct.pack_into("<H", document, 0x20, 14)
    struct.pack_into("<H", document, 0x3E, 22)
    struct.pack_into("<i", document, 0x4C, length)
    struct.pack_into("<H", document, 0x98, 93)
    for number, (at, size) in entries.items():
        struct.pack_into("<ii", document, 0x9A + 8 * number, at, size)


def level(kind: int, pattern: str, start: int = 1) -> bytes:
    """Write a level of a list; in the pattern the character of a number stands for the count of that level."""
    head = struct.pack("<iBB9sBiiBBBB", start, kind, 0, bytes(9), 2, 0, 0, 0, 0, 0, 0)
    return head + struct.pack("<H", len(pattern)) + pattern.encode("utf-16-le")


def style_sheet(*styles: tuple[str, int]) -> bytes:
    """Write the style sheet: names of paragraph styles, each with the number of the one that follows it."""
    found = struct.pack("<HHH", 4, len(styles), 10)
    for name, following in styles:
        head = struct.pack("<HHHHH", 0x0FFE, 1 | 0xFFF0, following << 4, 0, 0)
        style = head + struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
        found += struct.pack("<H", len(style)) + style
    return found


def list_entry(identifier: int, *, simple: bool = True) -> bytes:
    return struct.pack("<ii18sBB", identifier, 0, bytes(18), int(simple), 0)


def list_override(identifier: int) -> bytes:
    """Write the table that lets paragraphs refer to one list."""
    return struct.pack("<iiiiBBBBi", 1, identifier, 0, 0, 0, 0, 0, 0, -1)


def ole(streams: dict[str, bytes]) -> bytes:
    """Pack streams into an OLE file; each is filled up to the size from which it has sectors of its own."""
    data: list[bytes] = []
    chain: list[int] = []
    directory = [_entry("Root Entry", 5, child=1, start=_END, size=0)]
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    for number, name in enumerate(names):
        content = streams[name].ljust(4096, b"\0")
        content += bytes(-len(content) % _SECTOR)
        first = len(chain)
        count = len(content) // _SECTOR
        chain += [*range(first + 1, first + count), _END]
        data.append(content)
        right = number + 2 if number + 1 < len(names) else _FREE
        directory.append(_entry(name, 2, right=right, start=first, size=len(content)))
    held = b"".join(directory) + bytes(-len(b"".join(directory)) % _SECTOR)
    place = len(chain)
    chain += [*range(place + 1, place + len(held) // _SECTOR), _END]
    sectors = -(-(len(chain) + 1) // 127)
    fat = [*chain, *[_FAT] * sectors]
    fat += [_FREE] * (-len(fat) % 128)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0,
        sectors, place, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    where = [len(chain) + each for each in range(sectors)]
    head += struct.pack("<109I", *where, *[_FREE] * (109 - sectors))
    return head + b"".join(data) + held + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", written, len(written), kind, 1, _FREE, right, child, bytes(16), 0, 0, 0, start, size
    )
