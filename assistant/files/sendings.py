"""送审登记: which version went to whom, when, and what the writer noted of what came back. Off unless it is switched on.

It stands with the versions in the draft, so it goes where they go and stays at home where they do. In the file:

    "versions": [{"id": …, …, "sent": [{"to": …, "date": "2026-12-03", "back": …, "files": […]}]}]

What came back as a file is known from the rounds (审改稿) and is told beside it, not stored again.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant.files import versions
from assistant.files.versions import Keys
from assistant.rounds import Round

_SENT, _VERSIONS = "sent", "versions"


class Sending(NamedTuple):
    """One version given to one person. `number` is its place among the sendings of that version."""

    version: str  # its id
    name: str
    to: str
    date: datetime.date
    back: str = ""
    number: int = -1
    files: tuple[str, ...] = ()  # fingerprints of what came back, where the writer has said that it answers this one


def of(kept: Keys) -> tuple[Sending, ...]:
    """List the sendings among the keys of a draft, the last first; what is none is passed over."""
    found = [
        sending
        for version in versions.of(kept)
        for number, entry in enumerate(_sent(version.extra))
        if (sending := _sending(entry, version.id, version.name, number))
    ]
    return tuple(sorted(found, key=lambda each: each.date, reverse=True))


def _sent(entry: Keys) -> list[Any]:
    sent = entry.get(_SENT)
    return list(sent) if isinstance(sent, list) else []


def _sending(entry: object, version: str, name: str, number: int) -> Sending | None:
    if not isinstance(entry, dict):
        return None
    to, day, back = entry.get("to"), entry.get("date"), entry.get("back", "")
    if isinstance(to, str) and isinstance(day, str) and isinstance(back, str):
        with suppress(ValueError):
            files = entry.get("files")
            known = tuple(each for each in files if isinstance(each, str)) if isinstance(files, list) else ()
            return Sending(version, name, to, datetime.date.fromisoformat(day[:10]), back, number, known)
    return None


def recorded(kept: Keys, sending: Sending) -> Keys:
    """Give the keys of a draft with one more sending, or with another in the place that `sending` names.

    A version that was sent is no longer one that goes by itself when there are many.
    """
    entry: dict[str, Any] = {"to": sending.to, "date": sending.date.isoformat(), "back": sending.back}

    if sending.files:
        entry["files"] = list(sending.files)

    def put(sent: list[Any]) -> list[Any]:
        if not 0 <= sending.number < len(sent):
            return [*sent, entry]
        held = sent[sending.number]
        known = {key: value for key, value in held.items() if key != "files"} if isinstance(held, dict) else {}
        sent[sending.number] = {**known, **entry}
        return sent

    return _changed(kept, sending.version, put)


def removed(kept: Keys, sending: Sending) -> Keys:
    """Give the keys of a draft without a sending; its version stays."""
    return _changed(kept, sending.version, lambda sent: [each for n, each in enumerate(sent) if n != sending.number])


def _changed(kept: Keys, version: str, change: Callable[[list[Any]], list[Any]]) -> Keys:
    held = kept.get(_VERSIONS)
    entries: list[Any] = list(held) if isinstance(held, list) else []
    for at, entry in enumerate(entries):
        if isinstance(entry, dict) and entry.get("id") == version:
            rest = {key: value for key, value in entry.items() if key not in (_SENT, "automatic")}
            sent = change(_sent(entry))
            entries[at] = {**rest, _SENT: sent} if sent else rest
    return {**kept, _VERSIONS: entries}


class Answer(NamedTuple):
    """A file that came back, the sendings it may answer, and the one it does: None where that cannot be told."""

    round: Round
    candidates: tuple[Sending, ...]
    sending: Sending | None


def answers(
    sendings: Sequence[Sending], rounds: Iterable[Round], marks: Mapping[str, str] = MappingProxyType({})
) -> tuple[Answer, ...]:
    """Tell of each file that came back which sending it answers; it is credited to one alone.

    `marks` are the fingerprints of the versions' texts by their ids: a file may have come back before that text was kept
    as a version.
    """
    return tuple(_answer(each, sendings, marks) for each in rounds)


def _answer(round_: Round, sendings: Sequence[Sending], marks: Mapping[str, str]) -> Answer:
    def is_of(one: Sending) -> bool:
        mark = marks.get(one.version, "")
        return (round_.handed == mark) if (round_.handed and mark) else (round_.version == one.name)

    candidates = tuple(one for one in sendings if is_of(one))
    chosen = next((one for one in sendings if round_.sha256 in one.files), None)
    if chosen:  # the writer has said so
        return Answer(round_, candidates if chosen in candidates else (*candidates, chosen), chosen)
    authors = _authors(round_)
    likely = [one for one in candidates if _is_one_of(one.to, authors)] or list(candidates)
    before = [one for one in likely if one.date.isoformat() <= round_.returned[:10]] or likely
    if before and all(one.to == before[0].to for one in before):  # of several to one person the last
        return Answer(round_, candidates, max(before, key=lambda one: (one.date, one.number)))
    return Answer(round_, candidates, None)


def tied(kept: Keys, sha256: str, to: Sending) -> Keys:
    """Give the keys of a draft in which a file that came back answers one sending, and no other."""
    for each in of(kept):
        files = tuple(one for one in each.files if one != sha256)
        wanted = (*files, sha256) if (each.version, each.number) == (to.version, to.number) else files
        if wanted != each.files:
            kept = recorded(kept, each._replace(files=wanted))
    return kept


def _authors(round_: Round) -> set[str]:
    authors = (*(each.said.author for each in round_.comments), *(each.author for each in round_.changes))
    return {each.strip() for each in authors if each.strip()}


def _is_one_of(to: str, authors: set[str]) -> bool:
    """Tell whether somebody is an author: 周书记 is not told apart from another, 周明达书记 is 周明达."""
    return any(re.search(re.escape(author), to) or author == to for author in authors)


def told(round_: Round, day: str) -> str:
    """Say what came back: 12月3日“审改稿.docx”：批注3处、修订5处，未处理2处."""
    counts = (("批注", len(round_.comments)), ("修订", len(round_.changes)))
    held = "、".join(f"{name}{count}处" for name, count in counts if count)
    if not held:
        return f"{day}“{round_.name}”：没有批注和修订"
    return f"{day}“{round_.name}”：{held}" + (f"，未处理{round_.open}处" if round_.open else "，都已处理")
