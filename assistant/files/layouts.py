"""The layouts there are, from resources/layouts: how a material looks on paper, and on the screen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant import paths
from assistant.strict_toml import DataError
from assistant.templates import layout as layout_file
from assistant.templates.layout import Layout

if TYPE_CHECKING:
    from assistant.templates.template import Template

STANDARD = "gb9704"


@cache
def every() -> tuple[Layout, ...]:
    """Read the layouts, the national standard first. Raises DataError."""
    found = [layout_file.parse(path.read_text("utf-8"), path.name) for path in paths.shipped("layouts", "*.toml")]
    return tuple(sorted(found, key=lambda each: (each.id != STANDARD, each.id)))


def named(identifier: str) -> Layout:
    """Find a layout by its id; an unknown one is the national standard."""
    return next((each for each in every() if each.id == identifier), every()[0])


def is_another(template: Template | None, identifier: str) -> bool:
    """Tell whether a template asks for another layout than this."""
    return bool(template and template.layout and template.layout != identifier)


def wanted(template: Template | None, identifier: str | None = None) -> Layout:
    """Give the layout of that id, else the one that a template asks for, else the national standard. Raises DataError."""
    chosen = identifier or (template.layout if template else "") or STANDARD
    found = next((each for each in every() if each.id == chosen), None)
    if found is None:
        usable = "、".join(each.id for each in every())
        raise DataError(f"没有名为“{chosen}”的版式，可用的有：{usable}")
    return found
