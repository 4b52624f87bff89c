"""What the styles of an OpenDocument file say of numbers, hidden and struck text, their ancestors' word included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from assistant.files.readers import own_titles
from assistant.files.readers.list_numbers import LEVELS, Level
from assistant.files.readers.xml import value

_KINDS = {
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
}


class Styles:
    """The styles of the file and those made for its text alone."""

    def __init__(self, *roots: Element | None) -> None:
        self.lists: dict[str, Mapping[int, Level]] = {}
        self.outline: Mapping[int, Level] = {}
        self._styles: dict[str, Element] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                if element.tag == "list-style":
                    self.lists.setdefault(value(element, "name") or "", _levels(element))
                elif element.tag == "outline-style":
                    self.outline = _levels(element)
                elif element.tag == "style" and (name := value(element, "name")):
                    self._styles.setdefault(name, element)

    def is_hidden(self, name: str | None) -> bool:
        """Tell whether text in a style is not shown."""
        said = (value(style.find("text-properties"), "display") for style in self._chain(name))
        return next(filter(None, said), "") == "none"

    def is_struck(self, name: str | None) -> bool | None:
        """Tell whether text in a style is struck through; None where the style leaves it as it is around."""
        for style in self._chain(name):
            properties = style.find("text-properties")
            for each in ("text-line-through-style", "text-line-through-type"):
                if (said := value(properties, each)) is not None:
                    return said != "none"
        return None

    def is_own_title(self, name: str | None) -> bool:
        """Tell whether a style is, or stems from, the one that our own writer gives to titles."""
        return any(
            own_titles.is_own(self._shown_name(value(style, "name")), self._shown_name(value(style, "next-style-name")))
            for style in self._chain(name)
        )

    def _chain(self, name: str | None) -> Iterator[Element]:
        """Yield a style and its ancestors."""
        for _ in range(20):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = value(style, "parent-style-name")

    def _shown_name(self, name: str | None) -> str | None:
        return value(self._styles.get(name or ""), "display-name") or name

    def list_of(self, name: str | None) -> str | None:
        """Give the name of the list style that a paragraph style brings along, its ancestors included."""
        named = (value(style, "list-style-name") for style in self._chain(name))
        return next((each for each in named if each is not None), None)


def _levels(style: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        written = value(element, "level") or ""
        if not written.isdecimal() or not 1 <= int(written) <= LEVELS:
            continue
        number = int(written)
        kind = value(element, "num-format") or ""
        if element.tag not in ("list-level-style-number", "outline-level-style") or not kind:
            levels[number - 1] = Level(kind="none")
            continue
        shown = value(element, "display-levels") or "1"
        first = max(number - (int(shown) if shown.isdecimal() else 1) + 1, 1)
        counts = ".".join(f"%{each}" for each in range(first, number + 1))
        start = value(element, "start-value") or "1"
        levels[number - 1] = Level(
            start=min(int(start), 32767) if start.isdecimal() else 1,
            kind=_KINDS.get(kind[0], "decimal"),
            pattern=f"{value(element, 'num-prefix') or ''}{counts}{value(element, 'num-suffix') or ''}",
        )
    return levels
