"""What a file holds, as a reader gives it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which no self-examination material goes; larger files are refused instead of filling the memory."""


class Unreadable(Exception):
    """A file that cannot be opened as text; the message is for the user."""


class Reading(NamedTuple):
    """What a file holds.

    `notes` say what could not be taken over. `headings` are the lines that the file styles as headings, with their
    level, for those that bear no number. `raw` is what stands in a file of plain text before it was made canonical.
    """

    text: str
    notes: tuple[str, ...] = ()
    headings: Mapping[str, int] = MappingProxyType({})
    raw: str | None = None
