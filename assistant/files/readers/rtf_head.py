"""The head of a file of rich text: what its fonts, styles and authors are called, and what a byte means in a font."""

from __future__ import annotations

import re
from typing import ClassVar

from assistant.files.readers import own_titles

CODE_PAGES = {
    437: "cp437",
    708: "cp1256",
    850: "cp850",
    874: "cp874",
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "big5hkscs",
    1361: "johab",
    10000: "mac_roman",
    54936: "gb18030",
    65001: "utf-8",
    **{number: f"cp{number}" for number in range(1250, 1259)},
}
_MOST = 10_000
_LONGEST = 1_000_000  # characters of a table; Word's style sheets have a tenth
_GROUP_END = re.compile(r"\\[\\{}]|[{}]")
_FONT = re.compile(r"\\f([0-9]{1,6})\b([^{}]*?(?:\{[^{}]*\}[^{}]*?)*?);?(?=[}{]|\\f[0-9]|$)")
_STYLE = re.compile(r"\{[^{}]*?\\s([0-9]{1,6})\b([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_CONTROL = re.compile(r"\\\*|\\[a-z]+-?[0-9]* ?|\{[^{}]*\}")
_ESCAPED = re.compile(r"(?:\\'[0-9a-fA-F]{2})+")
_STANDING_IN = re.compile(r"\\uc([0-9]) ?")
_UNICODE = re.compile(r"\\u(-?[0-9]{1,6}) ?((?:\\'[0-9a-fA-F]{2}|[^\\{}]){0,9})")
_ONE = re.compile(r"\\'[0-9a-fA-F]{2}|.", re.DOTALL)


def _group(text: str, at: int) -> str:
    """Give what stands from a position inside a group to the end of the group."""
    depth = 1
    text = text[: at + _LONGEST]
    for match in _GROUP_END.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return text[at : match.start()]
    return text[at:]


def _unicode(written: str, standing_in: int) -> str:
    """Put characters for their numbers, and leave out what stands in for each, for programs that do not know it."""
    return _UNICODE.sub(
        lambda match: chr(int(match[1]) % 0x10000) + "".join(_ONE.findall(match[2])[standing_in:]), written
    )


def _words(written: str) -> str:
    """Give the words of an entry, without its controls."""
    # What stands, how many characters stand in for each \u, what stands, …
    first, *others = _STANDING_IN.split(written)
    written = _unicode(first, 1) + "".join(
        _unicode(each, int(count)) for count, each in zip(others[::2], others[1::2], strict=True)
    )
    written = _ESCAPED.sub(
        lambda match: bytes.fromhex(match[0].replace("\\'", "")).decode("gb18030", "replace"), written
    )
    return _CONTROL.sub("", written).strip(" ;\r\n")


class Fonts:
    """The fonts of a file: what they are called and what a byte means in them."""

    CHARSETS: ClassVar[dict[int, int]] = {77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}  # fmt: skip

    def __init__(self, text: str = "", at: int = 0) -> None:
        self.default = 0
        self._fonts: dict[int, tuple[str, int]] = {}
        for match in _FONT.finditer(_group(text, at)):
            charset = re.search(r"\\fcharset([0-9]{1,3})", match[2])
            self._fonts[int(match[1])] = _words(match[2]), int(charset[1]) if charset else 1
            if len(self._fonts) > _MOST:
                break

    def name(self, number: int) -> str:
        return self._fonts.get(number, ("", 1))[0]

    def charset(self, number: int) -> int:
        return self._fonts.get(number, ("", 1))[1]


class Head:
    """Styles and authors."""

    def __init__(self, text: str) -> None:
        self.headings: dict[int, int] = {}
        self.own_titles: frozenset[int] = frozenset()
        if (at := text.find("{\\stylesheet")) >= 0:
            names: dict[int, str] = {}
            following: dict[int, int] = {}
            for match in _STYLE.finditer(_group(text, at + 12)):
                number = int(match[1])
                names[number] = _words(match[2])
                if then := re.search(r"\\snext([0-9]{1,6})\b", match[2]):
                    following[number] = int(then[1])
                level = re.search(r"\\outlinelevel([0-8])\b", match[2])
                named = re.fullmatch(r"(?:heading|标题) ?([1-9])", names[number], re.IGNORECASE)
                if level or named:
                    self.headings[number] = int(level[1]) + 1 if level else int(named[1]) if named else 0
            self.own_titles = frozenset(
                each for each, then in following.items() if own_titles.is_own(names[each], names.get(then))
            )
        self._authors: list[str] = []
        if (at := text.find("{\\*\\revtbl")) >= 0:
            found = re.findall(r"\{([^{}]*)\}", _group(text, at + 10))
            self._authors = [_words(each) for each in found[:_MOST]]

    def author(self, number: int) -> str:
        """Give the name of an author of revisions; the first entry stands for nobody known."""
        return self._authors[number] if 0 < number < len(self._authors) else ""
