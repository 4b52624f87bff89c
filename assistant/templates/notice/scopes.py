"""Which sentences of a notice speak of which meeting, where it calls more than one.

A section headed by one meeting is that meeting's; elsewhere a sentence is of the meeting, or of the people, that it
names alone. The rest is for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.templates.notice.genre import Title, kinds_in
from assistant.templates.notice.numbered_lists import Listing
from assistant.templates.notice.page import Page
from assistant.templates.template import MeetingKind
from assistant.text import Span

_SECTION = re.compile(
    "^[【\\[（]?(?:关于|召开|开好|组织|认真|做好|组织召开|认真开好)?[^，。；：]{0,16}(?:民主|组织)生活会[^，。；：]{0,8}$"
)
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、")  # one that no list holds: 「二、二级单位民主生活会」
_NEXT_SECTION = re.compile("(?<=\n)[一二三四五六七八九十]{1,3}、")
_ABOUT = re.compile("^关于[^，。；：]{0,12}?(?:民主|组织)生活会(?![和及、与])")
_NUMBER_AFTER = re.compile("[0-9][、.]|（[一1]）|①")
_NOT_SECTION = re.compile("上一?年度|整改|双重|通知|意义|认识|主题$")
_MEMBERS = re.compile("党员(?!领导)|支部|支委")
_LEADERS = re.compile("班子|党组|领导干部|党委委员")


@dataclass(frozen=True, slots=True)
class Scope:
    """The sentences of `flat` that speak of one meeting, and those that speak to all."""

    own: tuple[Span, ...]
    shared: tuple[Span, ...]

    @property
    def all(self) -> list[Span]:
        return sorted((*self.own, *self.shared))


def sections(page: Page, lists: list[Listing], heading: Title | None) -> list[tuple[MeetingKind, Span]]:
    """Find the sections that are headed by one meeting."""
    found: list[tuple[MeetingKind, Span]] = []
    for listing in lists:
        for item in listing.items:
            head = item.head(page.flat)
            if kind := _headed(head):
                found.append((kind, Span(item.start, item.end)))
    numbered = {item.start for listing in lists for item in listing.items}
    lines: list[tuple[MeetingKind, int]] = []
    start = 0
    for line in page.flat.split("\n"):
        apart = start not in numbered and not (heading and heading.span.start <= start < heading.span.end)
        if len(line) <= 24 and apart and (kind := _headed(line)):
            lines.append((kind, start))
        start += len(line) + 1
    ends = [*(place for _, place in lines[1:]), len(page.flat)][: len(lines)]
    for (kind, place), end in zip(lines, ends, strict=True):
        following = _NEXT_SECTION.search(page.flat, place, end) if _NUMBERED.match(page.flat, place) else None
        found.append((kind, Span(place, following.start() if following else end)))
    return found


def scopes(
    page: Page, kinds: tuple[MeetingKind, ...], headed: list[tuple[MeetingKind, Span]]
) -> dict[MeetingKind, Scope]:
    """Share out the sentences among the meetings."""
    own: dict[MeetingKind, list[Span]] = {kind: [] for kind in kinds}
    shared: list[Span] = []
    for sentence in page.sentences:
        kind = _label(page, sentence, headed) if len(kinds) > 1 else None
        if kind is None:
            shared.append(sentence)
        elif kind in own:
            own[kind].append(sentence)
    return {kind: Scope(tuple(own[kind]), tuple(shared)) for kind in kinds}


def _headed(head: str) -> MeetingKind | None:
    head = _NUMBER_AFTER.split(head)[0]
    head = match[0] if (match := _ABOUT.match(head)) else head
    named = kinds_in(head)
    if len(named) != 1 or not _SECTION.match(head) or _NOT_SECTION.search(head):
        return None
    return named[0]


def _label(page: Page, sentence: Span, headed: list[tuple[MeetingKind, Span]]) -> MeetingKind | None:
    around = [
        (span.end - span.start, kind.value, kind) for kind, span in headed if span.start <= sentence.start < span.end
    ]
    if around:
        return min(around)[2]
    words = sentence.of(page.flat)
    named = kinds_in(words)
    if named:
        return named[0] if len(named) == 1 else None
    members, leaders = _MEMBERS.search(words), _LEADERS.search(words)
    if bool(members) is bool(leaders):
        return None
    return MeetingKind.ORGANIZATIONAL if members else MeetingKind.DEMOCRATIC
