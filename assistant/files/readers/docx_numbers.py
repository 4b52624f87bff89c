"""The automatic numbers of a Word file (.docx)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from assistant.files.readers.list_numbers import LEVELS, Counting, Level
from assistant.files.readers.xml import child, is_on, value


def _integer(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch("-?[0-9]{1,6}", written) else default


class _List:
    """What one w:num says; lists of one definition count together, and a start of its own holds once."""

    def __init__(self, levels: Mapping[int, Level], counting: Counting, starts: dict[int, int]) -> None:
        self.levels = levels
        self.counting = counting
        self.starts = starts


class Numbers:
    """Counts along while paragraphs are read in order.

    `of_style` gives the (numId, ilvl) that a paragraph style brings along, `of_list_style` the numId of a style of
    lists, which a definition may refer to instead of saying how it numbers.
    """

    def __init__(
        self,
        root: Element | None,
        of_style: Callable[[str | None], tuple[str | None, str | None]],
        of_list_style: Callable[[str | None], str | None],
    ) -> None:
        self._of_style = of_style
        self._of_list_style = of_list_style
        self._lists: dict[str, _List] = {}
        elements = list(root) if root is not None else []
        self._definitions = {value(each, "abstractNumId") or "": each for each in elements if each.tag == "abstractNum"}
        self._definition_of = {
            value(each, "numId") or "": value(child(each, "abstractNumId")) or ""
            for each in elements
            if each.tag == "num"
        }
        self._countings: dict[str, Counting] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        for each in elements:
            if each.tag == "num":
                self._lists[value(each, "numId") or ""] = self._list(each)

    def _list(self, number: Element) -> _List:
        definition = self._linked(value(child(number, "abstractNumId")) or "")
        if definition not in self._levels:
            self._levels[definition] = _levels(self._definitions.get(definition))
        levels = dict(self._levels[definition])
        starts: dict[int, int] = {}
        for override in number:
            if override.tag != "lvlOverride":
                continue
            at = _integer(value(override, "ilvl"), 0)
            if (level := child(override, "lvl")) is not None:
                levels[at] = _level(level)
            if (start := value(child(override, "startOverride"))) is not None:
                starts[at] = _integer(start, 1)
        return _List(levels, self._countings.setdefault(definition, Counting()), starts)

    def _linked(self, definition: str) -> str:
        """Follow the links through styles of lists to the definition that has the levels."""
        for _ in range(LEVELS):
            style = value(child(self._definitions.get(definition), "numStyleLink"))
            if style is None:
                break
            linked = self._definition_of.get(self._of_list_style(style) or "") or next(
                (
                    identifier
                    for identifier, each in self._definitions.items()
                    if value(child(each, "styleLink")) == style and identifier != definition
                ),
                None,
            )
            if linked is None or linked == definition:
                break
            definition = linked
        return definition

    def next(self, properties: Element | None, style: str | None) -> str:
        """Give the number that Word draws before the next paragraph, "" for none."""
        own = child(properties, "numPr")
        style_number, style_level = self._of_style(style)
        number = value(child(own, "numId")) or style_number
        level = _integer(value(child(own, "ilvl")) or style_level, 0)
        list_ = self._lists.get(number or "")
        if list_ is None or number == "0" or not 0 <= level < LEVELS or level not in list_.levels:
            return ""
        if level in list_.starts:
            list_.counting.set(level, list_.starts.pop(level))
        return list_.counting.next(list_.levels, level)


def _levels(definition: Element | None) -> dict[int, Level]:
    return {
        _integer(value(element, "ilvl"), 0): _level(element)
        for element in (definition if definition is not None else ())
        if element.tag == "lvl"
    }


def _level(element: Element) -> Level:
    kind = child(element, "numFmt")
    if kind is None:  # newer formats stand beside an older one that stands in for them
        kind = next(element.iter("numFmt"), None)
    restart = value(child(element, "lvlRestart"))
    return Level(
        _integer(value(child(element, "start")), 1),
        value(kind) or "decimal",
        value(child(element, "lvlText")) or "",
        value(child(element, "suff")) or "tab",
        None if restart is None else _integer(restart, 0) - 1,
        is_on(child(element, "isLgl")),
    )
