"""What was asked for at the meeting of the year before: how many 带头, how its aspects are called, and its theme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from assistant import paths
from assistant.templates import template_file
from assistant.templates.template import MeetingKind

_MATTER = "带头"


class Asked(NamedTuple):
    """What one frame of a shipped file of that year asks for; `names` are the full and the short name of each aspect, in order."""

    leads: int
    names: tuple[tuple[str, str], ...]
    theme: str = ""


@cache
def asked(meeting: MeetingKind, year: int) -> Sequence[Asked]:
    """Read what the shipped files of a year's meeting ask for, one for each batch, or each frame that a body may have; none where none is shipped.

    Raises DataError.
    """
    found: list[Asked] = []
    for path in paths.shipped("templates", f"{year}-{meeting.value}*.toml"):
        file = template_file.parse(path.read_text("utf-8"), path.name)
        theme = file.theme.text if file.theme else ""
        for aspects in [frame.aspects for frame in file.frames] or [file.aspects]:
            leads = sum(_MATTER in aspect.full for aspect in aspects)
            found.append(Asked(leads, tuple((aspect.full, aspect.short) for aspect in aspects), theme))
    return found
