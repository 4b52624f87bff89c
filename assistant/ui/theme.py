"""Colors and sizes of the window: roles that point to base colors (resources/themes).

There is one Theme. Whoever draws asks it for a color each time, and draws anew when it says that it has changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette

from assistant import paths

SIZES = {"small": "小", "standard": "标准", "large": "大", "huge": "特大"}


class BadTheme(ValueError):
    """A theme that cannot be used; the message names file and role."""


class Sizes(NamedTuple):
    """The type of panels, dialogs and menus, in points (界面字号). The page has its own zoom."""

    body: float
    small: float
    start: float  # the title of the start page

    @property
    def scale(self) -> float:
        """How much larger than usual everything around the type is; it is never smaller, a hand must hit it."""
        return max(self.body / _SIZES["standard"].body, 1)


_SIZES = {
    "small": Sizes(10, 9.5, 17),
    "standard": Sizes(10.5, 9.75, 18),
    "large": Sizes(12, 11, 20),
    "huge": Sizes(14, 13, 22),
}


class Theme(QObject):
    """The colors and sizes in force."""

    changed = Signal()  # all that follows from them, as fonts, is in force already

    def __init__(self, colors: Mapping[str, str], size: str = "standard") -> None:
        super().__init__()
        self.colors, self.sizes = colors, _SIZES[size]
        self._known: dict[str, QColor] = {}

    def take(self, colors: Mapping[str, str], size: str) -> None:
        """Take other colors and sizes; who takes them tells of it once the fonts are those of the sizes."""
        self.colors, self.sizes = colors, _SIZES.get(size, _SIZES["standard"])
        self._known.clear()

    def color(self, role: str) -> QColor:
        """Give the color of a role."""
        if role not in self._known:
            self._known[role] = QColor(self.colors[role])
        return self._known[role]

    def length(self, pixels: float) -> int:
        """Give a length that grows with the type; `pixels` are those beside type of the usual size."""
        return round(pixels * self.sizes.scale)

    @property
    def dark(self) -> bool:
        """Whether the letters are lighter than what they stand on."""
        return self.color("text").lightness() > self.color("window").lightness()

    def style_sheet(self) -> str:
        """Give the style sheet of the whole program: $role is a color, 12u a length that grows with the type."""
        source = (paths.resources() / "themes" / "style.qss").read_text("utf-8")
        icons = (paths.resources() / "icons").as_posix()
        words = {
            "small_type": f"{self.sizes.small}pt",
            "start_type": f"{self.sizes.start}pt",
            "large_type": f"{self.sizes.body + 1.5}pt",
            "icons": icons,
            "shade": "light" if self.dark else "dark",  # of signs drawn on the window
            "on_accent_shade": "light" if self.color("on_accent").lightness() > 127 else "dark",
        }
        source = re.sub(r"\b(\d+)u\b", lambda match: f"{self.length(int(match[1]))}px", source)
        return re.sub(r"\$(\w+)", lambda match: words.get(match[1]) or self.colors[match[1]], source)

    def palette(self) -> QPalette:
        """Give the palette for what Qt draws without the style sheet."""
        palette, roles = QPalette(), QPalette.ColorRole
        for role, name in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "field"),
            (roles.AlternateBase, "hover"),
            (roles.Text, "text"),
            (roles.Button, "card"),
            (roles.ButtonText, "text"),
            (roles.BrightText, "error"),
            (roles.Highlight, "accent"),
            (roles.HighlightedText, "on_accent"),
            (roles.Accent, "accent"),
            (roles.Link, "accent"),
            (roles.LinkVisited, "accent"),
            (roles.ToolTipBase, "card"),
            (roles.ToolTipText, "text"),
            (roles.PlaceholderText, "faint"),
            (roles.Light, "card"),
            (roles.Midlight, "border"),
            (roles.Mid, "border"),
            (roles.Dark, "strong"),
            (roles.Shadow, "strong"),
        ):
            palette.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faint"))
        return palette


# The kinds of roles, and which of the system's colors each takes in high contrast.
_OF_SYSTEM = {
    "surface": "window",  # what letters stand on
    "line": "text",
    "letters": "text",
    "accent": "accent",
    "on_accent": "inside",
    "page": "page",
    "page_line": "letters",
    "page_letters": "letters",
    "page_accent": "accent",
    "page_on_accent": "inside",
}
_READABLE = 4.5  # to 1: the least contrast of letters (WCAG 2.2, 1.4.3)


def load(name: str = "light") -> Theme:
    """Read a theme. Raises BadTheme."""
    return Theme(colors(name))


def colors(name: str) -> dict[str, str]:
    """Read the colors of a theme: base colors by name, and roles that point to them. Raises BadTheme.

    A theme may be `like` another and name only what differs. It is JSON, not TOML as the other resources: it is read
    before the first paint, and the parser is there anyway.
    """
    base, roles = _layers(name)
    for role, (color, kind) in roles.items():
        if not QColor(base.get(color, "")).isValid():
            raise BadTheme(f"{name}.json.role.{role}：没有名为 {color} 的底色，或它不是颜色")
        if kind not in _OF_SYSTEM:
            raise BadTheme(f"{name}.json.role.{role}：没有名为 {kind} 的类")
    return {role: base[color] for role, (color, _) in roles.items()}


def kinds() -> dict[str, str]:
    """Give the kind of every role: by it systems of high contrast color it, and its contrast is tested."""
    return {role: kind for role, (_, kind) in _layers("light")[1].items()}


_Roles = dict[str, tuple[str, str]]  # role → base color, kind


def _layers(name: str) -> tuple[dict[str, str], _Roles]:
    content: dict[str, Any] = json.loads((paths.resources() / "themes" / f"{name}.json").read_text("utf-8"))
    base, roles = _layers(content["like"]) if "like" in content else ({}, {})
    own: _Roles = {
        role: (look, roles[role][1] if role in roles else "") if isinstance(look, str) else (look[0], look[1])
        for role, look in content.get("role", {}).items()
    }
    return {**base, **content.get("base", {})}, {**roles, **own}


def colors_of_palette(palette: QPalette) -> dict[str, str]:
    """Take all colors from a palette, for systems that show everything in high contrast.

    There is but one color for letters: what else a color would tell, shape and words tell too.
    """
    roles = QPalette.ColorRole
    system = {
        "window": palette.color(roles.Window),
        "text": palette.color(roles.WindowText),
        "page": palette.color(roles.Base),
        "letters": palette.color(roles.Text),
        "accent": palette.color(roles.Highlight),
        "inside": palette.color(roles.HighlightedText),
    }
    if min(contrast(system["accent"], system[each]) for each in ("window", "page", "inside")) < _READABLE:
        system["accent"], system["inside"] = system["text"], system["window"]
    return {role: system[_OF_SYSTEM[kind]].name() for role, kind in kinds().items()}


def contrast(one: QColor, other: QColor) -> float:
    """Tell how far two colors stand apart, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
