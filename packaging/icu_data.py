"""Take out of ICU's data, 32 MB that Qt for Linux brings, what a Chinese program does not read: other languages' names and orders.

Qt sorts names of files by it and asks it for nothing else that this program uses. The library stays the same in all that the
loader sees; only the table it holds is shorter (ICU User Guide, "ICU Data"; the table is the one that ICU's own icupkg writes).
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

import elf

_KEPT = re.compile(
    r"(coll/)?((root|zh|en|res_index|pool)(_\w+)?\.res|ucadata\.icu)"
    r"|(supplementalData|keyTypeData|timezoneTypes|zoneinfo64|icuver|icustd|metadata|numberingSystems)\.res|cnvalias\.icu|u(layout|emoji)\.icu|\w+\.nrm"
)
_PAGE = 0x1000


def slim(library: Path) -> bool:
    """Write the library anew with less in it; False if it is not laid out as the one that is known."""
    data = library.read_bytes()
    headers_at, headers_size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
    headers = [list(struct.unpack_from("<IIQQQQQQ", data, headers_at + each * headers_size)) for each in range(count)]
    loaded = [each for each in headers if each[0] == elf.LOAD]
    table_at = data.find(b"CmnD", 0, 2 * _PAGE) - 12  # where the table begins, which that stands in
    if len(loaded) < 2 or loaded[0][2] or table_at < 0:
        return False  # the table fills the first part to its end, the others are the loader's
    table = _shorter(data[table_at : loaded[0][5]])
    start, end, whole = loaded[1][2], loaded[-1][2] + loaded[-1][5], max(each[7] for each in loaded)
    moved = (start - table_at - len(table)) // whole * -whole  # by whole pages, as the loader maps them
    if moved >= 0:
        return False
    for each in headers:
        if each is loaded[0]:
            each[5] = each[6] = table_at + len(table)
        elif each[2] >= start:
            each[2] += moved
    first = bytearray(data[:table_at])
    for number, each in enumerate(headers):
        struct.pack_into("<IIQQQQQQ", first, headers_at + number * headers_size, *each)
    struct.pack_into("<Q", first, 40, 0)  # no section headers, which only tools read
    struct.pack_into("<HH", first, 60, 0, 0)
    made = bytes(first) + table
    library.write_bytes(made.ljust(start + moved, b"\0") + data[start:end])
    return True


def _shorter(table: bytes) -> bytes:
    """Keep the entries that are wanted: a header, their number, places of names and contents, then those."""
    head = struct.unpack_from("<H", table)[0]
    count = struct.unpack_from("<I", table, head)[0]
    places = [struct.unpack_from("<II", table, head + 4 + 8 * each) for each in range(count)]
    ends = [content for _, content in places[1:]] + [len(table) - head]
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, content_at), end in zip(places, ends, strict=True):
        name = table[head + name_at : table.index(b"\0", head + name_at)]
        if _KEPT.fullmatch(name.decode().partition("/")[2]):
            kept.append((name + b"\0", table[head + content_at : head + end]))
    names_at = 4 + 8 * len(kept)
    contents_at = -(-(names_at + sum(len(name) for name, _ in kept)) // 16) * 16
    index, names, contents = bytearray(struct.pack("<I", len(kept))), b"", b""
    for name, content in kept:
        index += struct.pack("<II", names_at + len(names), contents_at + len(contents))
        names += name
        contents += content.ljust(-(-len(content) // 16) * 16, b"\0")
    return table[:head] + (bytes(index) + names).ljust(contents_at, b"\0") + contents
