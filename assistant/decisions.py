"""What no text can show: the writer's own decisions, kept in the draft. A closed list.

An ignored finding is remembered by its rule, its text and what stands around it, so it survives edits elsewhere; one
that matches nothing is kept, inactive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a draft is read before the first paint; what findings are is needed later
    from assistant.finding import Finding

CONTEXT = 12  # characters kept on each side of an ignored finding


class Ignored(NamedTuple):
    rule: str
    text: str
    before: str
    after: str

    @staticmethod
    def of(finding: Finding, text: str) -> Ignored:
        """Describe a finding so that it can be found again."""
        start, end = finding.span.start, finding.span.end
        return Ignored(finding.rule, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])

    def matches(self, other: Ignored) -> bool:
        """Tell whether two descriptions mean the same finding: rule and text agree, and before *or* after."""
        same = self.rule == other.rule and self.text == other.text
        return same and (self.before == other.before or self.after == other.after)


class Profile(NamedTuple):
    """Who writes: 单位, 职务, 姓名."""

    unit: str = ""
    post: str = ""
    name: str = ""


class Decisions(NamedTuple):
    """All decisions of a draft; changing one makes a new value.

    `answered` says of a part id where else the writer has answered it (「已在前言说明」); `not_applicable` and `notes`
    are keyed by part id and question id, joined by a slash. `headings` are the lines that the Word file he began from
    styled as headings though they bear no number, with their level.
    """

    ignored: tuple[Ignored, ...] = ()
    not_applicable: frozenset[str] = frozenset()
    answered: Mapping[str, str] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    headings: Mapping[str, int] = MappingProxyType({})
    profile: Profile = Profile()


NO_DECISIONS = Decisions()


def active(findings: Iterable[Finding], ignored: Iterable[Ignored], text: str) -> tuple[Finding, ...]:
    """Leave out the findings that the writer has ignored; each remembered one hides at most one, the nearest match.

    「Nearest」 among several equal places: the one whose surroundings agree on both sides, else the first.
    """
    remaining = list(findings)
    for each in ignored:
        candidates = [finding for finding in remaining if finding.rule == each.rule]
        described = [(Ignored.of(finding, text), finding) for finding in candidates]
        matching = [(one, finding) for one, finding in described if each.matches(one)]
        if matching:
            exact = [finding for one, finding in matching if one == each]
            remaining.remove(exact[0] if exact else matching[0][1])
    return tuple(remaining)
