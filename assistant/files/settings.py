"""What the writer has set once for all his drafts. A frozen value, kept as JSON; a broken file means the defaults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant import paths
from assistant.files.disk import Unwritable, replace_file

RECENT_FILES = 10


class Settings(NamedTuple):
    recent: tuple[str, ...] = ()
    layout: str = "gb9704"
    refresh_word: bool = True  # saving also refreshes the Word file of the same name
    zoom: int = 90  # per cent
    unit: str = ""
    post: str = ""
    name: str = ""
    places: Mapping[str, tuple[int, ...]] = MappingProxyType({})  # of the window, by screen; as ui/screens reads them
    screen: str = ""  # where the window was last
    outline_shown: bool = True
    side_shown: bool = True
    quiet: bool = False  # 只看必改: only what has to be changed is shown
    carets: Mapping[str, int] = MappingProxyType({})  # where he was in the recent drafts
    theme: str = "system"  # how the window looks; the names are those of ui/appearance
    type_size: str = "standard"  # 界面字号; the names are those of ui/theme
    fonts_told: bool = False  # whether the bar about missing fonts has been shown

    def with_recent(self, path: str) -> Settings:
        """Put a file first among the recent ones."""
        rest = tuple(other for other in self.recent if other != path)
        return self._replace(recent=(path, *rest)[:RECENT_FILES])

    def with_place(self, screen: str, place: tuple[int, ...]) -> Settings:
        """Remember where the window was, on this screen."""
        return self._replace(screen=screen, places={**self.places, screen: tuple(map(int, place))})

    def with_caret(self, path: str, caret: int) -> Settings:
        """Remember the place in a recent draft; those of drafts that are recent no more are forgotten."""
        return self._replace(
            carets={**{each: at for each, at in self.carets.items() if each in self.recent}, path: caret}
        )


def with_others(known: Settings) -> Settings:
    """Take over the recent files and the places in them that other windows have noted since."""
    others = load()
    return known._replace(recent=others.recent or known.recent, carets=others.carets or known.carets)


def load() -> Settings:
    """Read the settings; what is missing or of the wrong kind takes its default."""
    try:
        content = json.loads((paths.home() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(content, dict):
        return Settings()
    values: dict[str, Any] = {}
    for name, default in Settings._field_defaults.items():
        value: Any = content.get(name)
        if name == "recent" and isinstance(value, list):
            values["recent"] = tuple(str(each) for each in value)[:RECENT_FILES]
        elif name == "carets" and isinstance(value, dict):
            values["carets"] = {path: at for path, at in value.items() if type(at) is int and at >= 0}
        elif name == "places" and isinstance(value, dict):
            values["places"] = {screen: tuple(place) for screen, place in value.items() if _is_place(place)}
        elif type(value) is type(default):
            values[name] = value
    return Settings(**values)


def _is_place(value: object) -> bool:
    return isinstance(value, list) and all(type(each) is int for each in value)


def save(settings: Settings) -> None:
    """Write the settings; that they cannot be written is no reason to disturb the writer."""
    content = {**settings._asdict(), "carets": dict(settings.carets), "places": dict(settings.places)}
    data = json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")
    with suppress(Unwritable):
        replace_file(paths.home() / "settings.json", data)
