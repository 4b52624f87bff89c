"""What no text can show: the writer's own decisions, kept in the draft. A closed list.

An ignored finding is remembered by its rule, its text and what stands around it, so it survives edits elsewhere; one
that matches nothing is kept, inactive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from assistant.anchors import CONTEXT, Anchor
from assistant.rounds import Opinion, Round

if TYPE_CHECKING:  # a draft is read before the first paint; what findings are is needed later
    from assistant.finding import Finding


class Ignored(NamedTuple):
    rule: str
    text: str
    before: str
    after: str

    @staticmethod
    def of(finding: Finding, text: str) -> Ignored:
        """Describe a finding so that it can be found again."""
        start, end = finding.span
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return Ignored(finding.rule, text_of(finding, text), before, after)

    def matches(self, other: Ignored) -> bool:
        """Tell whether two descriptions mean the same finding: rule and text agree, and before *or* after."""
        same = self.rule == other.rule and self.text == other.text
        return same and (self.before == other.before or self.after == other.after)


def text_of(finding: Finding, text: str) -> str:
    """Give the text a finding is known by; one that marks a place has none and is known by what it says."""
    return finding.span.of(text) or finding.message


class LinkChoice(NamedTuple):
    """What the writer says a problem, a cause or a measure belongs to, in place of what the program finds.

    `kind` is that of the others: "cause", "measure" or "problem"; no others: it need not belong to any.
    """

    item: Anchor
    kind: str
    others: tuple[Anchor, ...] = ()


class Stage(Enum):
    """How far the writer says he is. A check speaks from its stage on: a draft is not nagged about its finish."""

    DRAFT = "draft"  # 草稿
    REVIEW = "review"  # 送审
    FINAL = "final"  # 定稿

    @property
    def label(self) -> str:
        return {"draft": "草稿", "review": "送审", "final": "定稿"}[self.value]

    @property
    def rank(self) -> int:
        return list(Stage).index(self)


class Profile(NamedTuple):
    """Who writes: 单位, 职务, 姓名."""

    unit: str = ""
    post: str = ""
    name: str = ""


NOBODY = Profile()


class Decisions(NamedTuple):
    """All decisions of a draft; changing one makes a new value.

    `answered` says of a part id where else the writer has answered it (「已在前言说明」); `not_applicable` and `notes`
    are keyed by part id and question id, joined by a slash. `headings` are the lines that the Word file he began from
    styled as headings though they bear no number, with their level. `ignored_alike` are pairs of rule and text ignored
    wherever they stand; a finding that touches one of `unit_words`, the unit's own words, is none; the rules named in
    `rules_off` are silent, those in `rules_on` speak though they are off at first (`Rule.is_on`). `links` stand in place of those found. `rounds` are
    the files that came back from readers, `opinions` what others said of the writer. What is no draft is read as final.
    """

    ignored: tuple[Ignored, ...] = ()
    not_applicable: frozenset[str] = frozenset()
    answered: Mapping[str, str] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    headings: Mapping[str, int] = MappingProxyType({})
    profile: Profile = NOBODY
    stage: Stage = Stage.FINAL
    ignored_alike: frozenset[tuple[str, str]] = frozenset()
    unit_words: frozenset[str] = frozenset()
    rules_off: frozenset[str] = frozenset()
    rules_on: frozenset[str] = frozenset()
    links: tuple[LinkChoice, ...] = ()
    rounds: tuple[Round, ...] = ()
    opinions: tuple[Opinion, ...] = ()


NO_DECISIONS = Decisions()
AT_THE_BEGINNING = Decisions(stage=Stage.DRAFT)  # of every text that is to be written or revised


def active(
    findings: Iterable[Finding], decisions: Decisions, text: str, unit_words: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Leave out the findings that the writer has set aside; an `Ignored` hides at most one, the nearest match.

    `unit_words` are those that the template brings along. 「Nearest」 among several equal places: the one whose surroundings agree on both sides, else the first.
    """
    off, alike = decisions.rules_off, decisions.ignored_alike
    remaining = [f for f in findings if f.rule not in off and (f.rule, text_of(f, text)) not in alike]
    if words := decisions.unit_words.union(unit_words):
        own = [place for word in words for place in _places(word, text)]
        remaining = [f for f in remaining if not any(f.span.start < end and start < f.span.end for start, end in own)]
    hidden = _ignored(remaining, decisions.ignored, text) if decisions.ignored else frozenset()
    return tuple(finding for number, finding in enumerate(remaining) if number not in hidden)


def _ignored(findings: Sequence[Finding], ignored: Iterable[Ignored], text: str) -> frozenset[int]:
    """Tell which findings are ignored, by their numbers."""
    alike: dict[tuple[str, str], list[int]] = {}
    for number, finding in enumerate(findings):
        alike.setdefault((finding.rule, text_of(finding, text)), []).append(number)
    hidden: set[int] = set()
    for each in ignored:
        candidates = alike.get((each.rule, each.text), [])
        described = [(Ignored.of(findings[number], text), number) for number in candidates]
        matching = [(one, number) for one, number in described if each.matches(one)]
        if matching:
            exact = [number for one, number in matching if one == each]
            nearest = exact[0] if exact else matching[0][1]
            candidates.remove(nearest)
            hidden.add(nearest)
    return frozenset(hidden)


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands."""
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))
