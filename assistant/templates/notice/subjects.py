"""Whom a notice asks to write: the leadership, its members, party members, a branch."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.templates.notice import genre
from assistant.templates.notice.lengths.asked import lengths
from assistant.templates.notice.page import Page
from assistant.templates.notice.scopes import Scope
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.template import MeetingKind, PartKind, Subject

_WRITTEN = re.compile("材料|提纲|对照|查摆|查找|检视|检查|发言|剖析|撰写")
_ASKED = re.compile("请(?:各位?|全体|每位|每名)?(?:班子成员|党[组委]成员|党员|领导干部)")
# 「镇党委班子民主生活会」 names the meeting and not who writes
_MEETING_OF = re.compile("(?:领导|党[委组]|支部)*班子(?:20[0-9]{2}年度?)?(?=(?:专题)?民主生活会)")
_TO_EACH = re.compile(
    "(?:^|\n)(?:请)?各位(?:局|院|校|委|县|市|区|镇)?(?:班子成员|党[委组]委?成员|党委委员|常委|领导|同志)[^\n]{0,10}[：，]"
)
_HEAD = 300  # characters in which those are addressed who are asked
SUBJECT_ORDER = (Subject.LEADERSHIP, Subject.INDIVIDUAL, Subject.MEMBER, Subject.BRANCH)
_USUAL_SUBJECTS = {
    MeetingKind.DEMOCRATIC: (Subject.LEADERSHIP, Subject.INDIVIDUAL),
    MeetingKind.ORGANIZATIONAL: (Subject.MEMBER,),
}


class Subjects:
    """Tells for each meeting of a notice who writes for it; `order` tells the numbered parts, by which lengths go."""

    def __init__(self, page: Page, title: genre.Title | None, order: Mapping[int, PartKind]) -> None:
        self._page, self._title, self._order = page, title, order
        self._named: dict[MeetingKind, set[Subject]] = {}
        self._writers: dict[MeetingKind, set[Subject]] = {}

    def asked(self, kind: MeetingKind, scope: Scope) -> tuple[Subject, ...]:
        """Tell who is to write for a meeting: whom the notice names, else who usually does."""
        found = self._named[kind] = self._find_named(kind, scope)
        return tuple(each for each in SUBJECT_ORDER if each in found) or _USUAL_SUBJECTS[kind]

    def are_named(self, kind: MeetingKind) -> bool:
        """Tell whether the notice itself names who writes; known once it was asked who does."""
        return bool(self._named[kind])

    def _find_named(self, kind: MeetingKind, scope: Scope) -> set[Subject]:
        """Tell whom the notice itself names; an organizational meeting is always one of its members."""
        found = self.writing(kind, scope)
        if self._title and kind is MeetingKind.DEMOCRATIC:
            found.update({Subject.LEADERSHIP}.intersection(subjects_in(self._title.text, kind)))
            if re.search("个人|发言提纲", self._title.text):
                found.add(Subject.INDIVIDUAL)
        if kind is MeetingKind.ORGANIZATIONAL:
            found.add(Subject.MEMBER)
        for length in lengths(self._page, scope.all, kind, self._order):
            found.update(length.subjects)
        if not found and kind is MeetingKind.DEMOCRATIC and _TO_EACH.search(self._page.flat[:_HEAD]):
            found.add(Subject.INDIVIDUAL)
        return found

    def writing(self, kind: MeetingKind, scope: Scope) -> set[Subject]:
        """Tell of whom the sentences about examination and writing speak."""
        if kind in self._writers:
            return set(self._writers[kind])
        heading_span = self._title.span if self._title else None
        found: set[Subject] = set()
        for sentence in scope.all:
            words = _MEETING_OF.sub("", sentence.of(self._page.flat))
            if heading_span and sentence.overlaps(heading_span):
                continue
            if _WRITTEN.search(words):
                found.update(subjects_in(words, kind))
            elif asked := _ASKED.search(words):
                found.update(subjects_in(asked[0], kind))
        self._writers[kind] = found
        return set(found)
