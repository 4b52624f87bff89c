"""Findings that repeat one another: the same rule on the same text, or saying the same. They are one card.

A union, so that 「XX月」 and 「XX个」, both on XX, stand together with a further 「XX月」 on other letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions import text_of
from assistant.finding import Finding


def repeats(findings: Sequence[Finding], text: str) -> list[tuple[Finding, ...]]:
    """Put findings together that are alike; groups by their first finding, each in the order given."""
    groups: dict[int, list[tuple[int, Finding]]] = {}
    group_of: dict[tuple[str, bool, str], int] = {}
    for number, finding in enumerate(findings):
        keys = ((finding.rule, True, text_of(finding, text)), (finding.rule, False, finding.message))
        known = sorted({group_of[key] for key in keys if key in group_of})
        first, *others = known or [number]
        group = groups.setdefault(first, [])
        group.append((number, finding))
        for other in others:
            group += groups.pop(other)
            group_of.update((key, first) for key, value in group_of.items() if value == other)
        group_of.update((key, first) for key in keys)
    return [tuple(finding for _, finding in sorted(groups[first], key=_number)) for first in sorted(groups)]


def _number(numbered: tuple[int, Finding]) -> int:
    return numbered[0]
