"""Whose material a number is of whose own clause names nobody.

「班子材料不少于5000字，其中问题部分不少于2000字，个人材料不少于3000字」: the second length is of the one that the clause before it
names. Where its sentence names nobody, those before it in the paragraph or the heading above say it: 「（一）班子材料」.
"""

from __future__ import annotations

import re

from assistant.templates.notice.nearby import REACH, clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.template import MeetingKind, Subject
from assistant.text import Span

_CLAUSE = re.compile("[，；。：\n\t]")
_SIZED = re.compile("[0-9百千万]字")
_INNER = re.compile("其中|内含|当中")
_OF_A_MATERIAL = re.compile("材料|提纲|发言稿|对照检查|检视剖析|部分|[0-9百千万]字")
_MEETING_OF = re.compile("(?:领导|党[委组]|支部)*班子(?:20[0-9]{2}年度?)?(?=(?:专题)?(?:民主|组织)生活会)")
_HEADS_A_MATERIAL = re.compile("材料|提纲|发言稿|对照检查|检视剖析")
_SUBJECT_ALONE = re.compile(
    "(?:关于|领导|党[委组]|局|院|校|厅|委|镇|乡|各|全体|每名)*"
    "(?:班子成员|班子|党员领导干部|党[委组]委?[成委]员|个人|党员|支部班子|支委会|支部委员会|支部)"
    "(?:个人)?(?:方面|部分|要求|的?(?:字数|篇幅)(?:要求)?)?"
)


def kept_subjects(page: Page, sentence: Span, at: int, meeting: MeetingKind) -> tuple[Subject, ...] | None:
    """Tell whose a number at a place of `flat` is; none where it is everybody's, None where it is the other meeting's."""
    flat = page.flat
    segment = clause_start(flat, at, "；。\n", sentence.start)
    inner = _INNER.search(flat, segment, at) is not None
    named, each_its_own = _named(flat[segment : _clause_start(page, sentence, at)], meeting)
    if not named:  # 「1.班子材料5000字以内。其中问题部分不少于2000字」
        since = max(page.line(sentence.start).start, segment - REACH)
        named, each_its_own = _named(flat[since:segment], meeting)
    if not named:
        return heading_subjects(page, sentence.start, meeting)
    if inner or each_its_own or len({*named}) == 1:
        return named[-1] or None
    return ()


def surely_kept(page: Page, sentence: Span, at: int, meeting: MeetingKind) -> tuple[Subject, ...]:
    """Tell whose a number is where nobody else can be meant: what is within the one that is named, or below its heading."""
    segment = clause_start(page.flat, at, "；。\n", sentence.start)
    named, _ = _named(page.flat[segment : _clause_start(page, sentence, at)], meeting)
    if not named:
        return heading_subjects(page, sentence.start, meeting) or ()
    opened = page.flat.count("（", segment, at) > page.flat.count("）", segment, at)
    within = opened or _INNER.search(page.flat, segment, at)
    return named[0] if len({*named}) == 1 and within else ()


def _clause_start(page: Page, sentence: Span, at: int) -> int:
    return clause_start(page.flat, at, "，；。：、（）\n\t", sentence.start)


def heading_subjects(page: Page, position: int, meeting: MeetingKind) -> tuple[Subject, ...] | None:
    """Tell of whose material the heading above a place speaks; none and None as of a number."""
    for heading in page.headings.above(position):
        words = _MEETING_OF.sub("", heading)
        if SUBJECT_WORDS.search(words) and (_HEADS_A_MATERIAL.search(words) or _SUBJECT_ALONE.fullmatch(words)):
            return subjects_in(words, meeting) or None
    return ()


def _named(words: str, meeting: MeetingKind) -> tuple[list[tuple[Subject, ...]], bool]:
    """List whose material each clause speaks of that names one, and tell whether each has its own numbers behind it.

    Nobody's is the other meeting's.
    """
    named: list[tuple[Subject, ...]] = []
    sized = each_its_own = False
    for clause in _CLAUSE.split(words):
        if SUBJECT_WORDS.search(clause) and _OF_A_MATERIAL.search(clause):
            each_its_own = sized
            named.append(subjects_in(clause, meeting))
        elif named and _SIZED.search(clause):
            sized = True
    return named, each_its_own
