"""What a file holds, as a reader gives it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; rows may be of different length."""


class Tables(NamedTuple):
    """The tables that a file holds; `notes` say what could not be taken over."""

    found: tuple[Table, ...]
    notes: tuple[str, ...] = ()


Revised = Literal["inserted", "deleted"]
"""What a tracked change has done with its text."""


def changed_characters(place: str, look_alikes: int, unseen: int) -> str:
    """Say how many characters were changed on reading though nobody sees it (text.strange_characters); "" where none were."""
    counted = (("字形相近的特殊字", look_alikes), ("不显示的符号", unseen))
    changed = "、".join(f"{name}{count}个" for name, count in counted if count)
    return f"{place}的{changed}已换成通用的字或删去" if changed else ""


class Unreadable(Exception):
    """A file that cannot be opened as text; the message is for the user."""


class Revision(NamedTuple):
    """A tracked change (修订); the text is read as if all were accepted.

    What was inserted stands in the text from `start` to `end`; what was deleted stood at `start`, which is then also
    `end`. `date` is ISO 8601, "" where the file does not tell.
    """

    start: int
    end: int
    kind: Revised
    author: str
    date: str
    text: str


class Said(NamedTuple):
    """What a comment (批注) carries, wherever it stands: in a file (Comment), in a draft (rounds.KeptComment), on a card.

    `date` is ISO 8601; what the file does not tell is "". A draft keeps every field by its name.
    """

    author: str = ""
    date: str = ""
    text: str = ""


class Comment(NamedTuple):
    """A comment on the text from `start` to `end`; an answer is a comment on the same place."""

    start: int
    end: int
    said: Said


class Reading(NamedTuple):
    """What a file holds.

    `notes` say what could not be taken over. `headings` are the lines that the file styles as headings, with their
    level, for those that bear no number. `raw` is what stands in a file of plain text before it was made canonical.
    `revisions` and `comments` are in the order of the text; `struck` counts the places that somebody struck through by
    hand, which are text all the same, and in no revision.
    """

    text: str
    notes: tuple[str, ...] = ()
    headings: Mapping[str, int] = MappingProxyType({})
    raw: str | None = None
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    struck: int = 0
