"""Lengths of aspects in running words: 「每个方面不少于600字」「第一个方面800字左右」「政治忠诚方面（500字）」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.language.numbering import value_of
from assistant.templates.notice.kept_subjects import kept_subjects
from assistant.templates.notice.lengths.owned import EACH_ASPECT, OwnedLength, aspect_at, aspect_named
from assistant.templates.notice.lengths.size import Size
from assistant.templates.notice.nearby import REACH, clause_before
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.values import NoticeAspect
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_MATERIAL = re.compile("材料|提纲|发言|对照检查")
_NUMERAL = re.compile("[一二三四五六七八九十]|[0-9]{1,2}")
_OF_PROBLEMS = re.compile("每(?:个|一|条|项)?(?:具体|突出)?问题|每条")
_EACH_OF_THEM = re.compile("^(?:其中)?每[个项]|^各")
_NUMBERED_ASPECT = re.compile(
    "第[一二三四五六七八九十0-9]{1,2}(?:[、和及至到—-]第?[一二三四五六七八九十0-9]{1,2})*(?:个|项)?(?:方面|带头)|[前后][两二三四五]个?(?:方面|带头)"
)
_NAMED_ASPECT = re.compile("方面|带头")
_WHOLE = re.compile("全文|全篇|总|字数|篇幅")
_FOR_EACH = re.compile("各|均|都|每个")


def of_aspects(
    page: Page, text: str, size: Size, sentence: Span, *, meeting: MeetingKind, aspects: Sequence[NoticeAspect]
) -> Iterator[OwnedLength]:
    """Read a length of each aspect, or of single ones that are named, numbered, or in whose own words it stands; `text` is the sentence."""
    clause, said = clause_before(text, size.start), text[size.start : size.end]
    unclear = OwnedLength(size.range, sentence, unclear=clause + said)
    if numbered := _NUMBERED_ASPECT.search(clause):
        numbers = [value_of(each) - 1 for each in _NUMERAL.findall(numbered[0])]
        apart = len(numbers) == 1 or (_FOR_EACH.search(clause) and not re.search("[至到—-]", numbered[0]))
        if numbers and apart and all(number in range(len(aspects)) for number in numbers):
            yield from (OwnedLength(size.range, sentence, aspect=number) for number in numbers)
        else:
            yield unclear
        return
    if EACH_ASPECT.search(clause) or (
        _EACH_OF_THEM.search(clause) and "方面" in text[max(0, size.start - REACH) : size.start]
    ):
        counted = _OF_PROBLEMS.search(clause)
        subjects: tuple[Subject, ...] | None = subjects_in(clause, meeting)
        other = SUBJECT_WORDS.search(clause) and not subjects
        if not subjects and not other:
            subjects = kept_subjects(page, sentence, sentence.start + size.start, meeting)
        if subjects is None:
            return
        yield unclear if counted or other else OwnedLength(size.range, sentence, subjects, PartKind.ASPECT)
        return
    if _MATERIAL.search(clause) or SUBJECT_WORDS.search(clause) or _WHOLE.search(clause):
        return
    which = aspect_at(page, Span(sentence.start + size.start, sentence.start + size.end), aspects)
    if which is None and _NAMED_ASPECT.search(clause):
        which = aspect_named(clause, aspects)
        if which is None:
            yield unclear
    if which is not None:
        yield OwnedLength(size.range, sentence, aspect=which)
