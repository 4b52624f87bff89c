"""Looking into the XML of Office files, whatever namespace they use (transitional or strict)."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def local(element: Element) -> str:
    """Give an element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    """Find the first child of a name."""
    return next((each for each in element if local(each) == name), None) if element is not None else None


def value(element: Element | None, name: str = "val") -> str | None:
    """Give an attribute by its name without namespace."""
    if element is None:
        return None
    return next((each for key, each in element.attrib.items() if key.rpartition("}")[2] == name), None)


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and on; without a value it is on."""
    return element is not None and value(element) not in ("0", "false", "off")
