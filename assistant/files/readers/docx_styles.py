"""What the styles of a Word file (.docx) say of numbers, levels, hidden and struck text, their ancestors' word included."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assistant.files.readers import own_titles
from assistant.files.readers.xml import child, is_on, value

STRIKES = ("strike", "dstrike")
"""By what a run or a style says that its text is struck through."""


class Styles:
    """The style sheet."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        for style in root if root is not None else ():
            if style.tag == "style" and (identifier := value(style, "styleId")):
                self._styles[identifier] = style
        self._numbering: dict[str | None, tuple[str | None, str | None]] = {}
        self._levels: dict[str | None, int] = {}
        self._switches: dict[tuple[str, str | None], bool] = {}
        self._own_titles = {own_titles.IDENTIFIER, *filter(self._is_own_title, self._styles)}

    def _is_own_title(self, identifier: str) -> bool:
        style = self._styles[identifier]
        following = self._styles.get(value(child(style, "next")) or "")
        return own_titles.is_own(value(child(style, "name")), value(child(following, "name")))

    def is_own_title(self, identifier: str | None) -> bool:
        """Tell whether a style is the one that our own writer gives to titles."""
        return identifier in self._own_titles

    def _chain(self, identifier: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while identifier and identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            style = self._styles[identifier]
            yield style
            identifier = value(child(style, "basedOn"))

    def numbering(self, identifier: str | None) -> tuple[str | None, str | None]:
        """Give the (numId, ilvl) that a style brings along."""
        if identifier not in self._numbering:
            number: str | None = None
            level: str | None = None
            for style in self._chain(identifier):
                properties = child(child(style, "pPr"), "numPr")
                number = number or value(child(properties, "numId"))
                level = level or value(child(properties, "ilvl"))
            self._numbering[identifier] = number, level
        return self._numbering[identifier]

    def of_list(self, identifier: str | None) -> str | None:
        """Give the numId that a style of lists has."""
        return self.numbering(identifier)[0]

    def outline_level(self, identifier: str | None) -> int:
        """Give the heading level of a style, from 1; 0 for none."""
        if identifier not in self._levels:
            level: str | None = None
            for style in self._chain(identifier):
                level = level or value(child(child(style, "pPr"), "outlineLvl"))
            self._levels[identifier] = outline(level)
        return self._levels[identifier]

    def is_hidden(self, identifier: str | None) -> bool:
        """Tell whether text in a style is hidden."""
        return self._is_switched("vanish", identifier)

    def hides(self, properties: Element | None) -> bool:
        """Tell whether a run with these properties is hidden; its own word goes before that of its style."""
        own = child(properties, "vanish")
        style = child(properties, "rStyle")
        return is_on(own) if own is not None else style is not None and self.is_hidden(value(style))

    def is_struck(self, identifier: str | None) -> bool:
        """Tell whether text in a style is struck through, by one line or two."""
        return any(self._is_switched(each, identifier) for each in STRIKES)

    def _is_switched(self, switch: str, identifier: str | None) -> bool:
        if (key := (switch, identifier)) not in self._switches:
            said = (child(child(style, "rPr"), switch) for style in self._chain(identifier))
            self._switches[key] = is_on(next((each for each in said if each is not None), None))
        return self._switches[key]


def outline(level: str | None) -> int:
    """Give the heading level, from 1, that an outline level from 0 means; 0 for none."""
    return int(level) + 1 if level and level.isascii() and level.isdigit() and int(level) < 9 else 0
