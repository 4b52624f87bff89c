"""Versions of a draft that the writer keeps by name (另存一稿), and those that each export leaves of itself.

They stand in the draft, so they go where it goes and survive saving, clearing and 公用电脑; what is handed on without
them is made by files/copy_for_others. In the file:

    "versions": [{"id": …, "name": …, "time": …, "sha256": …, "automatic": true}], "texts": {sha256: text}

A text stands once in `texts`, however many versions have it. Entries that are not understood are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from assistant.files.known_file import fingerprint
from assistant.text import canonical

MOST_AUTOMATIC = 20  # the oldest go; those that have a name of the writer's all stay
SENT = "送审稿"  # how a text is called that is kept because it was sent
NAMES = ("初稿", SENT, "书记审改稿", "定稿")  # how they are usually called, offered to choose from
_KEY, _TEXTS = "versions", "texts"
_LAST_TIME = 32503680000  # the year 3000; what is later no clock has told

Keys = Mapping[str, Any]  # of a draft, beside those that it knows itself
Change = Callable[[Keys], Keys]


class Version(NamedTuple):
    """A text as it was; `time` in seconds since the epoch. `automatic`: nobody has given it its name."""

    id: str
    name: str
    time: float
    text: str
    automatic: bool = False
    extra: Mapping[str, Any] = {}


def of(kept: Mapping[str, Any]) -> tuple[Version, ...]:
    """List the versions among the keys of a draft, the last first; what is none is passed over."""
    entries, texts = kept.get(_KEY), kept.get(_TEXTS)
    if not isinstance(entries, list) or not isinstance(texts, dict):
        return ()
    found = (_version(entry, texts) for entry in entries)
    return tuple(sorted((each for each in found if each), key=lambda each: -each.time))


def _version(entry: object, texts: Mapping[str, Any]) -> Version | None:
    if not isinstance(entry, dict):
        return None
    identifier, name, time = entry.get("id"), entry.get("name"), entry.get("time")
    text = texts.get(str(entry.get("sha256")))
    if not (isinstance(identifier, str) and isinstance(name, str) and isinstance(text, str)):
        return None
    if isinstance(time, bool) or not isinstance(time, (int, float)) or not 0 <= time < _LAST_TIME:
        return None
    rest = {key: value for key, value in entry.items() if key not in ("id", "name", "time", "sha256", "automatic")}
    return Version(identifier, name, float(time), canonical(text), entry.get("automatic") is True, rest)


def added(kept: Mapping[str, Any], version: Version) -> dict[str, Any]:
    """Give the keys of a draft with one more version; of the automatic ones the oldest go where they are too many."""
    automatic = [each for each in of(kept) if each.automatic]
    kept = removed(kept, [each.id for each in automatic[MOST_AUTOMATIC - version.automatic :]])
    sha256 = fingerprint(version.text.encode("utf-8", "replace"))
    entry = {"id": version.id, "name": version.name, "time": version.time, "sha256": sha256, **version.extra}
    if version.automatic:
        entry["automatic"] = True
    texts = {**_table(kept.get(_TEXTS)), sha256: version.text}
    return {**kept, _KEY: [*_list(kept.get(_KEY)), entry], _TEXTS: texts}


def removed(kept: Mapping[str, Any], identifiers: Sequence[str]) -> dict[str, Any]:
    """Give the keys of a draft without some versions, nor the texts that only they had."""
    gone = [each for each in _list(kept.get(_KEY)) if isinstance(each, dict) and each.get("id") in identifiers]
    left = [each for each in _list(kept.get(_KEY)) if each not in gone]
    wanted = {str(each.get("sha256")) for each in left if isinstance(each, dict)}
    gone_texts = {str(each.get("sha256")) for each in gone} - wanted
    texts = {sha256: text for sha256, text in _table(kept.get(_TEXTS)).items() if sha256 not in gone_texts}
    return {**kept, _KEY: left, _TEXTS: texts} if gone else dict(kept)


def renamed(kept: Mapping[str, Any], identifier: str, name: str) -> dict[str, Any]:
    """Give the keys of a draft with another name for a version, which is the writer's own then."""
    entries = [
        {**{key: value for key, value in each.items() if key != "automatic"}, "name": name}
        if isinstance(each, dict) and each.get("id") == identifier
        else each
        for each in _list(kept.get(_KEY))
    ]
    return {**kept, _KEY: entries}


def next_id(kept: Mapping[str, Any]) -> str:
    """Give a name in the file that no version of a draft has, nor had, as long as the last one is there."""
    numbers = [int(each.id) for each in of(kept) if each.id.isdecimal() and len(each.id) < 10]
    return str(max(numbers, default=0) + 1)


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _table(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}
