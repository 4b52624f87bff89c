"""Looking into the XML of Office files whose elements have lost their namespace."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACES = (_WORD, "{http://purl.oclc.org/ooxml/wordprocessingml/main}", "")


def value(element: Element | None, name: str = "val") -> str | None:
    """Give an attribute by its name without namespace: that of Word, of strict Word, or any other."""
    if element is None:
        return None
    attributes = element.attrib
    if (found := attributes.get(_WORD + name)) is not None or not attributes:
        return found
    for namespace in _NAMESPACES[1:]:
        if (found := attributes.get(namespace + name)) is not None:
            return found
    return next((each for key, each in attributes.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """Find the first child of a name."""
    return element.find(name) if element is not None else None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and on; without a value it is on."""
    return element is not None and value(element) not in ("0", "false", "off")
