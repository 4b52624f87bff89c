"""送审登记: which version went to whom, when, and what the writer noted of what came back. Off unless it is switched on.

It stands with the versions in the draft, so it goes where they go and stays at home where they do. In the file:

    "versions": [{"id": …, …, "sent": [{"to": …, "date": "2026-12-03", "back": …}]}]

What came back as a file is known from the rounds (审改稿) and is told beside it, not stored again.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
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
            return Sending(version, name, to, datetime.date.fromisoformat(day[:10]), back, number)
    return None


def recorded(kept: Keys, sending: Sending) -> Keys:
    """Give the keys of a draft with one more sending, or with another in the place that `sending` names.

    A version that was sent is no longer one that goes by itself when there are many.
    """
    entry = {"to": sending.to, "date": sending.date.isoformat(), "back": sending.back}

    def put(sent: list[Any]) -> list[Any]:
        if not 0 <= sending.number < len(sent):
            return [*sent, entry]
        held = sent[sending.number]
        sent[sending.number] = {**held, **entry} if isinstance(held, dict) else entry
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


def come_back(
    sending: Sending, all_of_them: Sequence[Sending], rounds: Iterable[Round], mark: str = ""
) -> tuple[Round, ...]:
    """List the files that came back of a version. One whose author it was sent to belongs to that sending alone.

    `mark` is the fingerprint of the version's text: a file may have come back before that text was kept as a version.
    """
    found = []
    for each in rounds:
        if (each.handed != mark) if (each.handed and mark) else (each.version != sending.name):
            continue
        authors = _authors(each)
        theirs = [one for one in all_of_them if one.version == sending.version and _is_one_of(one.to, authors)]
        if not theirs or sending in theirs:
            found.append(each)
    return tuple(found)


def _authors(round_: Round) -> set[str]:
    authors = (*(each.author for each in round_.comments), *(each.author for each in round_.changes))
    return {each.strip() for each in authors if each.strip()}


def _is_one_of(to: str, authors: set[str]) -> bool:
    """Tell whether somebody is an author: 周书记 is not told apart from another, 周明达书记 is 周明达."""
    return any(re.search(re.escape(author), to) or author == to for author in authors)


def told(round_: Round, day: str) -> str:
    """Say what came back: 12月3日“审改稿.docx”：批注3处、修订5处，未处理2处."""
    counts = (("批注", len(round_.comments)), ("修订", len(round_.changes)))
    held = "、".join(f"{name}{count}处" for name, count in counts if count)
    return f"{day}“{round_.name}”：{held}" + (f"，未处理{round_.open}处" if round_.open else "，都已处理")
