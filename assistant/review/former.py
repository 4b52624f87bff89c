"""Where a former state of a text differs from another: how much longer it is, and in which sections."""

from __future__ import annotations

from assistant.language.punctuation import quoted
from assistant.review.comparison import Comparison, Kind, compare
from assistant.text import length

_NAMED = 2  # sections that are told by name
_LONGEST = 14  # characters of a heading that is told


def told(former: str, beside: str, *, called: str, unsaved: bool = False) -> str:
    """Say in one line how a former text differs from the one it is held against, which is `called` so.

    What was left `unsaved` is offered only where it differs: if not in its text, in what stands beside that.
    """
    if former == beside:
        return f"正文与{called}的相同，另有正文以外的改动没有保存（随记、意见等）" if unsaved else f"与{called}的相同"
    more = length(former) - length(beside)
    amount = f"比{called}的{'多' if more > 0 else '少'}{abs(more)}字" if more else f"字数与{called}的相同"
    places = differing_sections(compare(beside, former))
    named = "".join(map(quoted, places[:_NAMED]))
    return f"{amount}，不同在{named}" + (f"等{len(places)}处" if len(places) > _NAMED else "")


def differing_sections(comparison: Comparison) -> list[str]:
    """List the headings of the sections in which two texts differ, in their order, without numbers and 方面."""
    found: list[str] = []
    for section in comparison.sections():
        if any(comparison.rows[number].kind is not Kind.SAME for number in section.rows):
            name = _short(section.heading)
            if name not in found:
                found.append(name)
    return found


def _short(heading: str) -> str:
    """Take the number off a heading, and what every heading of its kind says."""
    bare = heading.partition("、")[2] if "、" in heading[:4] else heading.rpartition("）")[2] or heading
    bare = bare.strip(" 　。：").removeprefix("带头").removesuffix("方面")
    if not bare:
        return "开头"
    return bare if len(bare) <= _LONGEST else f"{bare[: _LONGEST - 1]}…"
