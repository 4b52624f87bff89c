"""What the writer has set once for all his drafts. A frozen value, kept as JSON; a broken file means the defaults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from assistant import paths
from assistant.files.disk import bytes_of, replace_file
from assistant.files.naming import is_path
from assistant.files.trouble import Unwritable

RECENT_FILES = 10
USUAL_ZOOM = 90  # per cent of the size on paper
_FARTHEST = 100_000  # pixels; no screen is so large
_LARGEST = 1_000_000  # bytes; no settings are so long


class AnalysisSettings(NamedTuple):
    """What of the settings decides what is shown of a text: fields of `Settings`, by their names.

    `ui/page/analyser` is told these and no others, and what `ui/last_view` has kept of a draft is right only with the
    same: so a setting that the analysis is to know has to stand here, and then a view kept without it is shown no more.
    """

    quiet: bool
    layout: str


class Settings(NamedTuple):
    recent: tuple[str, ...] = ()
    layout: str = "gb9704"
    refresh_word: bool = True  # saving also refreshes the Word file of the same name
    zoom: int = USUAL_ZOOM  # per cent
    unit: str = ""
    post: str = ""
    name: str = ""
    places: Mapping[str, tuple[int, ...]] = MappingProxyType({})  # of the window, by screen; as ui/screens reads them
    screen: str = ""  # where the window was last
    outline_shown: bool = True
    side_shown: bool = True
    quiet: bool = False  # 只看必改: only what has to be changed is shown
    carets: Mapping[str, int] = MappingProxyType({})  # where he was in the recent drafts
    folders: Mapping[str, str] = MappingProxyType({})  # where each kind of question for a file was answered last
    theme: str = "system"  # how the window looks; the names are those of ui/appearance
    type_size: str = "standard"  # 界面字号; the names are those of ui/theme
    public: bool = False  # 公用电脑: no recent files, no copies once the window is closed
    sendings: bool = False  # 送审登记 is in the menu
    criticism: str = ""  # the file of 批评意见 that was opened last
    fonts_told: bool = False  # whether the bar about missing fonts has stood in front

    @property
    def analysis(self) -> AnalysisSettings:
        return AnalysisSettings(*(getattr(self, field) for field in AnalysisSettings._fields))

    def without_traces(self) -> Settings:
        """Leave out files, places in them, and who the writer is."""
        return self._replace(recent=(), carets={}, folders={}, criticism="", unit="", post="", name="")

    def with_recent(self, path: str) -> Settings:
        """Put a file first among the recent ones; on a public machine there are none."""
        if self.public:
            return self._replace(recent=(), carets={})
        rest = tuple(other for other in self.recent if other != path)
        return self._replace(recent=(path, *rest)[:RECENT_FILES])

    def with_folder(self, key: str, folder: str) -> Settings:
        """Remember where a kind of question was answered; on a public machine nothing is."""
        return self if self.public else self._replace(folders={**self.folders, key: folder})

    def with_place(self, screen: str, place: tuple[int, ...]) -> Settings:
        """Remember where the window was, on this screen."""
        return self._replace(screen=screen, places={**self.places, screen: tuple(map(int, place))})

    def with_caret(self, path: str, caret: int) -> Settings:
        """Remember the place in a recent draft; those of drafts that are recent no more are forgotten."""
        if self.public:
            return self
        return self._replace(
            carets={**{each: at for each, at in self.carets.items() if each in self.recent}, path: caret}
        )


def _is_text(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def with_others(known: Settings) -> Settings:
    """Take over the recent files, the places in them and the folders that other windows have noted since."""
    if not _file().exists():
        return known
    others = load()
    return known._replace(recent=others.recent, carets=others.carets, folders=others.folders, public=others.public)


def load() -> Settings:
    """Read the settings; what is missing or of the wrong kind takes its default."""
    try:
        content = json.loads(bytes_of(_file())[:_LARGEST].decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(content, dict):
        return Settings()
    values: dict[str, Any] = {}
    for name, default in Settings._field_defaults.items():
        value: Any = content.get(name)
        if name == "recent" and isinstance(value, list):
            values["recent"] = tuple(filter(is_path, cast("list[object]", value)))[:RECENT_FILES]
        elif name == "carets" and isinstance(value, dict):
            values["carets"] = {path: at for path, at in value.items() if type(at) is int and 0 <= at < _LARGEST}
        elif name == "folders" and isinstance(value, dict):
            values["folders"] = {key: path for key, path in value.items() if _is_text(key) and is_path(path)}
        elif name == "places" and isinstance(value, dict):
            values["places"] = {screen: tuple(place) for screen, place in value.items() if _is_place(screen, place)}
        elif type(value) is type(default) and (type(value) is not str or value.isascii() or _is_text(value)):
            values[name] = value
    return Settings(**values)


def _is_place(screen: str, value: object) -> bool:
    if not isinstance(value, list) or not _is_text(screen):
        return False
    return all(type(each) is int and abs(each) < _FARTHEST for each in cast("list[object]", value))


def save(settings: Settings) -> None:
    """Write the settings, if the file has others: every start saves them, and waits until the disk has them.

    That they cannot be written is no reason to disturb the writer.
    """
    kept = settings.without_traces() if settings.public else settings
    content = {
        **kept._asdict(),
        "carets": dict(kept.carets),
        "places": dict(kept.places),
        "folders": dict(kept.folders),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    data = text.encode("utf-8", "backslashreplace")  # a name that is no UTF-8 becomes an escape, as JSON has them
    with suppress(OSError):
        if _file().read_bytes() == data:
            return
    with suppress(Unwritable):
        replace_file(_file(), data, private=True)


def _file() -> Path:
    return paths.home() / "settings.json"
