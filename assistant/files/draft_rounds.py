"""How a draft file keeps 审改稿 and 意见.

    "rounds": [{"name", "sha256", "returned", "version", "handed",
                "comments": [{"anchor", "author", "date", "body", "state"}],
                "changes": [{"parts": [{"anchor", "old", "new"}], "tracked", "author", "date", "state"}]}]
    "opinions": [{"text", "source", "anchor"|null, "state"}]

An anchor is [text, before, after]. Keys that this version does not know survive a save.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from assistant.anchors import Anchor
from assistant.reading import Said
from assistant.rounds import Answer, Change, KeptComment, Opinion, Part, Reply, Round, Verdict

_KEYS = {"text": "body"}  # of the fields of Said, where the file calls one otherwise
_State = TypeVar("_State", bound=Enum)


def round_tables(rounds: Iterable[Round]) -> list[dict[str, Any]]:
    """Write rounds as JSON tables."""
    return [
        {
            "name": each.name,
            "sha256": each.sha256,
            "returned": each.returned,
            "version": each.version,
            **({"handed": each.handed} if each.handed else {}),
            "comments": [_comment_table(comment) for comment in each.comments],
            "changes": [_change_table(change) for change in each.changes],
            **each.extra,
        }
        for each in rounds
    ]


def _comment_table(comment: KeptComment) -> dict[str, Any]:
    said = {_KEYS.get(name, name): words for name, words in comment.said._asdict().items()}
    return {"anchor": list(comment.anchor), **said, "state": comment.reply.value, **comment.extra}


def _change_table(change: Change) -> dict[str, Any]:
    return {
        "parts": [{"anchor": list(part.anchor), "old": part.old, "new": part.new} for part in change.parts],
        "tracked": change.tracked,
        "author": change.author,
        "date": change.date,
        "state": change.verdict.value,
        **change.extra,
    }


def opinion_tables(opinions: Iterable[Opinion]) -> list[dict[str, Any]]:
    """Write opinions as JSON tables."""
    return [
        {
            "text": each.text,
            "source": each.source,
            "anchor": list(each.anchor) if each.anchor else None,
            "state": each.answer.value,
            **each.extra,
        }
        for each in opinions
    ]


def rounds(tables: Iterable[Mapping[str, Any]]) -> tuple[Round, ...]:
    """Read rounds. Raises KeyError, TypeError, ValueError, AttributeError where they are damaged."""
    known = ("name", "sha256", "returned", "version", "handed", "comments", "changes")
    return tuple(
        Round(
            str(each.get("name", "")),
            str(each.get("sha256", "")),
            str(each.get("returned", "")),
            str(each.get("version", "")),
            comments=tuple(map(_comment, each.get("comments") or ())),
            changes=tuple(map(_change, each.get("changes") or ())),
            extra=_unknown(each, *known),
            handed=str(each.get("handed", "")),
        )
        for each in tables
    )


def _comment(table: Mapping[str, Any]) -> KeptComment:
    keys = {name: _KEYS.get(name, name) for name in Said._fields}
    said = Said(**{name: str(table.get(key, "")) for name, key in keys.items()})
    extra = _unknown(table, "anchor", "state", *keys.values())
    return KeptComment(anchor(table["anchor"]), said, _state(Reply, table), extra)


def _change(table: Mapping[str, Any]) -> Change:
    parts = tuple(Part(anchor(each["anchor"]), str(each["old"]), str(each["new"])) for each in table["parts"])
    author, date = str(table.get("author", "")), str(table.get("date", ""))
    extra = _unknown(table, "parts", "tracked", "author", "date", "state")
    return Change(parts, bool(table.get("tracked")), author, date, _state(Verdict, table), extra)


def _unknown(table: Mapping[str, Any], *known: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in known}


def opinions(tables: Iterable[Mapping[str, Any]]) -> tuple[Opinion, ...]:
    """Read opinions. Raises KeyError, TypeError, ValueError, AttributeError where they are damaged."""
    known = ("text", "source", "anchor", "state")
    return tuple(
        Opinion(
            str(each["text"]),
            str(each.get("source", "")),
            _state(Answer, each),
            anchor(each["anchor"]) if each.get("anchor") else None,
            _unknown(each, *known),
        )
        for each in tables
    )


def _state(kind: type[_State], table: Mapping[str, Any]) -> _State:
    """Read a state; one that only a later version knows is open here."""
    state = table.get("state")
    return next((each for each in kind if each.value == state), kind(""))


def anchor(kept: Sequence[object]) -> Anchor:
    """Read a place as it is kept. Raises ValueError."""
    text, before, after = map(str, kept)
    return Anchor(text, before, after)
