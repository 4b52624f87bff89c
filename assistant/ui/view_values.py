"""What the window shows of a text when it is opened: one plain value, and the same as JSON.

`view_making` makes it, `last_view` says when it is kept and shows it, `files/kept_views` has the files. Nothing that reads a
text is loaded for it. As JSON each value is the list of its fields; `decoded` takes only what has the right kinds all
through.
"""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, cast

from assistant import __version__, kept_code
from assistant.files.settings import AnalysisSettings
from assistant.finding import Severity
from assistant.review.outline_values import Row, RowState
from assistant.ui.page.looks import FaceSpan, Kind, Look, Underline
from assistant.ui.panels.panel_values import Card, Link, ScrollMark, StatusTexts

FORMAT = 1  # another one where a field comes, goes or means something else


class View(NamedTuple):
    rows: tuple[Row, ...]  # of the outline
    completed: tuple[int, int]  # parts that are written, and all that are asked for
    grave: tuple[int, ...]  # places that must be changed
    status: StatusTexts
    findings: str  # what the tab of the findings is called
    findings_tip: str
    cards: tuple[Card, ...]  # of the questions where the caret is
    marks: tuple[ScrollMark, ...]
    looks: tuple[Look, ...]  # by paragraph
    spans: tuple[tuple[FaceSpan, ...], ...]  # the same


def about(known: AnalysisSettings, place: int, draft: bytes) -> bytes:
    """Give all that decides what is shown of a draft: program, settings, the caret's place, and the draft's own bytes."""
    return repr((FORMAT, __version__, kept_code.all_kept().mark, known, place)).encode() + draft


_LARGEST = (1 << 31) - 1  # of a number: Qt takes no other, and may die of one

# By its kind what each field is: [kind] for any number, (kind,) where it may be None, (kind, kind) for so many
_FIELDS: dict[Any, tuple[Any, ...]] = {
    View: ([Row], (int, int), [int], StatusTexts, str, str, [Card], [ScrollMark], [Look], [[FaceSpan]]),
    Row: (str, RowState, str, int, int, (str,), [Row], bool),
    StatusTexts: (str, str, str, str, bool, str, (date,), (date,)),
    Card: (str, str, str, str, str, [str], [Link], bool, bool, str, ((str, str, str),), bool, str),
    Link: (str, str, [Link], bool, bool),
    ScrollMark: (int, Severity, str),
    Look: (Kind, [Underline], bool, str),
    Underline: (int, int, Severity),
    FaceSpan: (int, int, str),
}


def encoded(view: View) -> bytes:
    """Write it as JSON."""
    return json.dumps(_plain(view), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decoded(data: bytes) -> View | None:
    """Read it; None where it is no view."""
    try:
        return cast("View", _made(View, json.loads(data)))
    except (ValueError, TypeError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    fields = getattr(value, "__dataclass_fields__", None)
    return [_plain(getattr(value, name)) for name in fields] if fields else value


def _made(kind: Any, value: Any) -> Any:
    if type(kind) is tuple and len(kind) == 1:
        return None if value is None else _made(kind[0], value)
    if type(kind) is tuple:
        return tuple([_made(each, one) for each, one in zip(kind, value, strict=True)])
    if type(kind) is list and type(value) is list:
        return tuple([_made(kind[0], each) for each in value])
    if type(kind) is not list and (fields := _FIELDS.get(kind)):
        return kind(*_made(fields, value))
    return _simple(kind, value)


def _simple(kind: Any, value: Any) -> Any:
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind or (kind is int and abs(value) > _LARGEST):
        raise ValueError(value)
    return value
