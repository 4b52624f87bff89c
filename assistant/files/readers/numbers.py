"""The automatic numbers of a Word file: they are drawn by Word and stand nowhere in its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from assistant.files.readers.xml import child, local, value
from assistant.language.numbering import CIRCLED, han

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"


@dataclass(slots=True)
class _List:
    """A numbered list: its levels and how far each has counted. Lists of one definition count together."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict[int, int])


def _integer(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch("-?[0-9]{1,6}", written) else default


class Numbers:
    """Counts along while paragraphs are read in order.

    `of_style` gives the (numId, ilvl) that a paragraph style brings along.
    """

    def __init__(self, root: Element | None, of_style: Callable[[str | None], tuple[str | None, str | None]]) -> None:
        self._of_style = of_style
        self._lists: dict[str, _List] = {}
        definitions: dict[str, _List] = {}
        elements = list(root) if root is not None else []
        for element in elements:
            if local(element) == "abstractNum":
                definitions[value(element, "abstractNumId") or ""] = _List(_levels(element))
        for element in elements:
            if local(element) != "num":
                continue
            definition = definitions.get(value(child(element, "abstractNumId")) or "")
            if definition is None:
                continue
            changed = {
                _integer(value(override, "ilvl"), 0): override
                for override in element
                if local(override) == "lvlOverride"
            }
            self._lists[value(element, "numId") or ""] = _overridden(definition, changed) if changed else definition

    def next(self, properties: Element | None, style: str | None) -> str:
        """Give the number that Word draws before the next paragraph, "" for none."""
        own = child(properties, "numPr")
        style_number, style_level = self._of_style(style)
        number = value(child(own, "numId")) or style_number
        level = _integer(value(child(own, "ilvl")) or style_level, 0)
        list_ = self._lists.get(number or "")
        if list_ is None or number == "0" or not 0 <= level < _LEVELS or level not in list_.levels:
            return ""
        definition = list_.levels[level]
        list_.counts[level] = list_.counts.get(level, definition.start - 1) + 1
        for deeper in [each for each in list_.counts if each > level]:
            del list_.counts[deeper]
        return _drawn(list_, level)


def _levels(definition: Element) -> dict[int, _Level]:
    return {_integer(value(element, "ilvl"), 0): _level(element) for element in definition if local(element) == "lvl"}


def _level(element: Element) -> _Level:
    return _Level(
        _integer(value(child(element, "start")), 1),
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")) or "",
        value(child(element, "suff")) or "tab",
    )


def _overridden(definition: _List, changed: dict[int, Element]) -> _List:
    """Make a list that counts by itself, because it restarts or redefines some levels."""
    levels = dict(definition.levels)
    for number, override in changed.items():
        if (level := child(override, "lvl")) is not None:
            levels[number] = _level(level)
        elif number in levels:
            start = _integer(value(child(override, "startOverride")), levels[number].start)
            levels[number] = _Level(start, levels[number].kind, levels[number].pattern, levels[number].suffix)
    return _List(levels)


def _drawn(list_: _List, level: int) -> str:
    kind = list_.levels[level].kind
    if kind in ("bullet", "none"):
        return ""

    def written(match: re.Match[str]) -> str:
        of = int(match[1]) - 1
        other = list_.levels.get(of, _Level())
        return write(list_.counts.get(of, other.start), other.kind)

    text = re.sub("%([1-9])", written, list_.levels[level].pattern)
    # Chinese numbers stand close to their text; 「A」「1.1」 need the gap that the tab gave them
    close = (
        not text
        or text[-1] in "、．.）)：:，"
        or "\u4e00" <= text[-1] <= "\u9fff"
        or list_.levels[level].suffix == "nothing"
    )
    return text if close else f"{text} "


def write(count: int, kind: str) -> str:
    """Write a number as one of Word's number formats does; unknown ones as digits."""
    writer = next((writer for prefix, writer in _FORMATS.items() if kind.startswith(prefix)), str)
    return writer(count) if count > 0 else str(count)


def _letters(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        while count >= worth and len(written) < 16:
            written += sign
            count -= worth
    return written


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseLegal", "ideograph", "japaneseCounting", "taiwaneseCounting"),
        han,
    ),
    "decimalEnclosedCircle": lambda count: CIRCLED[count - 1] if count <= len(CIRCLED) else str(count),
    "decimalFullWidth": lambda count: str(count).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
}
