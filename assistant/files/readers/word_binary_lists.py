"""What the styles and lists of a binary Word file say of headings and numbers ([MS-DOC] 2.9.131 and 2.9.271)."""

from __future__ import annotations

from typing import NamedTuple

from assistant.files.readers import own_titles
from assistant.files.readers.list_numbers import LEVELS, Counting, Level
from assistant.files.readers.word_binary import Header, i32, u16
from assistant.files.readers.word_binary_runs import Orders, orders

PICKS_LIST, PICKS_LEVEL, OUTLINE = 0x460B, 0x260A, 0x2640
_KINDS = {
    **dict(enumerate(("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter"))),
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    16: "japaneseLegal",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    32: "ideographZodiacTraditional",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
_MOST = 4000


class _Style(NamedTuple):
    built_in: int  # 1 to 9 are the headings
    base: int
    paragraph: Orders
    character: Orders
    name: str  # "" in Word 6 and 95, where nothing is known by it
    following: int  # the style of the paragraph that follows


class Styles:
    """The style sheet."""

    def __init__(self, header: Header, table: bytes) -> None:
        start, length = header.place("styles")
        data = table[start : start + length]
        self._styles: dict[int, _Style] = {}
        self._merged: dict[int, tuple[Orders, Orders]] = {}
        at = 2 + u16(data, 0)
        base = u16(data, 4)
        for number in range(min(u16(data, 2), _MOST)):
            size = u16(data, at)
            if size and at + 2 + size <= len(data):
                self._styles[number] = _style(data[at + 2 : at + 2 + size], base, old=header.old)
            at += 2 + size

    def paragraph(self, number: int) -> Orders:
        """Give the paragraph properties of a style, those of its ancestors included."""
        return self._with_ancestors(number)[0]

    def character(self, number: int) -> Orders:
        """Give the character properties of a style, those of its ancestors included."""
        return self._with_ancestors(number)[1]

    def _with_ancestors(self, number: int) -> tuple[Orders, Orders]:
        if number not in self._merged:
            chain: list[_Style] = []
            each = number
            while each in self._styles and len(chain) < 20:
                chain.append(self._styles[each])
                each = chain[-1].base
            paragraph: dict[int, bytes] = {}
            character: dict[int, bytes] = {}
            for style in reversed(chain):
                paragraph.update(style.paragraph)
                character.update(style.character)
            self._merged[number] = paragraph, character
        return self._merged[number]

    def is_own_title(self, number: int) -> bool:
        """Tell whether a style is the one that our own writer gives to titles."""
        style = self._styles.get(number)
        following = self._styles.get(style.following) if style else None
        return style is not None and own_titles.is_own(style.name, following.name if following else None)

    def heading(self, number: int) -> int:
        """Give the level of a heading style, from 1; 0 for none."""
        style = self._styles.get(number)
        if style and 1 <= style.built_in <= LEVELS:
            return style.built_in
        level = self.paragraph(number).get(OUTLINE, b"\x09")
        return level[0] + 1 if level and level[0] < LEVELS else 0


def _style(std: bytes, base: int, *, old: bool) -> _Style:
    kind, parent = u16(std, 2) & 15, u16(std, 2) >> 4
    count = u16(std, 4) & 15
    at = max(base, 8)
    name = "" if old else std[at + 2 : at + 2 + 2 * u16(std, at)].decode("utf-16-le", "replace")
    at += 2 + std[at] if old and at < len(std) else 2 * u16(std, at) + 4
    lists: list[bytes] = []
    for _ in range(min(count, 2)):
        at += at % 2
        size = u16(std, at)
        lists.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    paragraph, character = (
        (lists[0][2:] if lists else b"", lists[1] if len(lists) > 1 else b"")
        if kind == 1
        else (b"", b"".join(lists[:1]))
    )
    built_in, following = u16(std, 0) & 0xFFF, u16(std, 4) >> 4
    return _Style(built_in, parent, orders(paragraph, old=old), orders(character, old=old), name, following)


class Lists:
    """The lists of a file; counts along while its paragraphs are read in order."""

    def __init__(self, header: Header, table: bytes) -> None:
        self._definitions: dict[int, dict[int, Level]] = {}
        self._countings: dict[int, Counting] = {}
        self._overrides: list[tuple[int, dict[int, Level], dict[int, int]]] = []
        self.uncertain = 0
        self._read_lists(table, header.place("lists"))
        self._read_overrides(table, header.place("list_overrides"))

    def _read_lists(self, table: bytes, place: tuple[int, int]) -> None:
        start, length = place
        if not length:
            return
        count = min(u16(table, start), _MOST)
        at = start + length  # the levels stand after what the header tells the length of
        for each in range(count):
            entry = table[start + 2 + 28 * each : start + 30 + 28 * each]
            if len(entry) < 28:
                return
            levels: dict[int, Level] = {}
            for level in range(1 if entry[26] & 1 else LEVELS):
                levels[level], at = _level(table, at)
            self._definitions[i32(entry, 0)] = levels

    def _read_overrides(self, table: bytes, place: tuple[int, int]) -> None:
        start, length = place
        if not length:
            return
        count = min(i32(table, start), _MOST)
        at = start + 4 + 16 * count
        for each in range(count):
            entry = table[start + 4 + 16 * each : start + 20 + 16 * each]
            if len(entry) < 16:
                return
            identifier = i32(entry, 0)
            levels = dict(self._definitions.get(identifier, {}))
            starts: dict[int, int] = {}
            at += 4
            for _ in range(min(entry[12], LEVELS)):
                begins, flags = i32(table, at), table[at + 4] if at + 4 < len(table) else 0
                at += 8
                level = flags & 15
                if flags & 0x20:
                    levels[level], at = _level(table, at)
                    begins = levels[level].start
                if flags & 0x10:
                    starts[level] = begins
            self._overrides.append((identifier, levels, starts))

    def next(self, properties: Orders) -> str:
        """Give the number that Word draws before a paragraph with these properties, "" for none."""
        number = int.from_bytes(properties.get(PICKS_LIST, b""), "little")
        level = properties.get(PICKS_LEVEL, b"\0")[:1]
        if not number or number >= 0xF801:
            return ""
        if number > len(self._overrides):
            self.uncertain += 1
            return ""
        identifier, levels, starts = self._overrides[number - 1]
        at = level[0] if level else 0
        if at not in levels:
            return ""
        counting = self._countings.setdefault(identifier, Counting())
        if at in starts:
            counting.set(at, starts.pop(at))
        return counting.next(levels, at)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Read a level of a list and tell where it ends."""
    fixed = table[at : at + 28]
    if len(fixed) < 28:
        return Level(kind="none"), at
    text_at = at + 28 + fixed[24] + fixed[25]
    size = u16(table, text_at)
    written = table[text_at + 2 : text_at + 2 + 2 * size].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(each) + 1}" if each < "\x09" else each for each in written)
    restarts = fixed[26] - 1 if fixed[5] & 8 else None  # told otherwise than by the level above
    return (
        Level(
            start=min(max(i32(fixed, 0), 0), 32767),
            kind=_KINDS.get(fixed[4], "decimal"),
            pattern=pattern,
            suffix=("tab", "space", "nothing")[min(fixed[15], 2)],
            restarts=restarts,
            legal=bool(fixed[5] & 4),
        ),
        text_at + 2 + 2 * size,
    )
