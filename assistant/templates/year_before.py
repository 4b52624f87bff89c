"""What was asked for at the meeting of the year before: how many 带头, and how its aspects are called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from assistant import paths
from assistant.templates import template_file
from assistant.templates.template import MeetingKind

_MATTER = "带头"


class Asked(NamedTuple):
    """What one shipped file of that year asks for; `names` are the full and the short name of each aspect, in order."""

    leads: int
    names: tuple[tuple[str, str], ...]


@cache
def asked(meeting: MeetingKind, year: int) -> Sequence[Asked]:
    """Read what the shipped files of a year's meeting ask for, one for each batch; none where none is shipped.

    Raises DataError.
    """
    found: list[Asked] = []
    for path in paths.shipped("templates", f"{year}-{meeting.value}*.toml"):
        file = template_file.parse(path.read_text("utf-8"), path.name)
        leads = sum(_MATTER in aspect.full for aspect in file.aspects)
        found.append(Asked(leads, tuple((aspect.full, aspect.short) for aspect in file.aspects)))
    return found
