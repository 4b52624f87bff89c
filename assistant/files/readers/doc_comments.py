"""The comments of a binary Word file ([MS-DOC] 2.8.7, 2.9.9)."""

from __future__ import annotations

from assistant.files.readers import word_binary as binary
from assistant.files.readers.doc_text import Text
from assistant.files.readers.word_binary import Header
from assistant.reading import Comment, Said

_MOST = 20_000


def comments(header: Header, table: bytes, text: Text) -> list[Comment]:
    """List the comments in positions of the file's own text, with the stretch each is about; of Word 6 and 95 with the place alone."""
    width = 20 if header.old else 30
    places, entries = binary.plc(table, header.place("comment_refs"), width)
    start, length = header.place("comment_texts")
    bounds = [binary.i32(table, start + 4 * at) for at in range(min(length // 4, _MOST))]
    first, size = header.start_of("comments"), header.stories["comments"]
    owners = _owners(table, *header.place("comment_owners"))
    ranges = _ranges(header, table)
    start, length = header.place("comment_dates")
    dates = [table[start + 18 * at : start + 18 * at + 4] for at in range(min(length // 18, _MOST))]
    found: list[Comment] = []
    for at, entry in enumerate(entries[:_MOST]):
        if at + 1 >= len(bounds) or not 0 <= bounds[at] < bounds[at + 1] <= size:
            continue
        words = text.plain(first + bounds[at], first + bounds[at + 1]).replace("\r", "\n")
        owner = binary.u16(entry, 10 if header.old else 20)
        tag = -1 if header.old else binary.i32(entry, 26)
        begin, end = ranges.get(tag, (places[at], places[at]))
        if 0 <= begin <= end <= header.stories["text"]:
            author = owners[owner] if owner < len(owners) else ""
            date = binary.date(dates[at]) if at < len(dates) else ""
            shown = "".join(c for c in words if c >= " " or c == "\n").strip()
            found.append(Comment(begin, end, Said(author, date, shown)))
    return found


def _owners(table: bytes, start: int, length: int) -> list[str]:
    names: list[str] = []
    at, end = start, min(start + length, len(table))
    while length and at + 2 <= end and len(names) < _MOST:
        size = 2 * binary.u16(table, at)
        names.append(table[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size
    return names


def _ranges(header: Header, table: bytes) -> dict[int, tuple[int, int]]:
    """Tell by the tag of a bookmark which stretch it encloses."""
    start, length = header.place("comment_bookmarks")
    data = table[start : start + length]
    starts, begins = binary.plc(table, header.place("comment_starts"), 4)
    ends, _ = binary.plc(table, header.place("comment_ends"), 0)
    found: dict[int, tuple[int, int]] = {}
    at = 6
    for each in range(min(binary.u16(data, 2), len(begins))):
        at += 2 + 2 * binary.u16(data, at)  # the bookmark's name, which is empty
        tag = binary.i32(data, at + 2)
        at += binary.u16(data, 4)
        last = binary.u16(begins[each], 0)
        if last < len(ends):
            found[tag] = starts[each], ends[last]
    return found
