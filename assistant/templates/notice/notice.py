"""A 通知 → what it asks for, each value beside the sentence it was taken from.

`read` works on canonical text and never fails. It fills in nothing that the notice does not say: what is missing stays
None and is told, and a text that is no notice gives no template and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assistant.templates.notice import (
    aspects,
    file_form,
    genre,
    kept_subjects,
    missed_words,
    numbers_that_hold,
    standing,
    telling,
    year_name_theme,
)
from assistant.templates.notice.asked_parts import placed
from assistant.templates.notice.aspect_names import Candidate
from assistant.templates.notice.days import of_subjects, purposes
from assistant.templates.notice.days.named import NamedDay, issued
from assistant.templates.notice.lengths.in_tables import is_of_another
from assistant.templates.notice.numbered_lists import listings
from assistant.templates.notice.page import Page
from assistant.templates.notice.parts import numbered, parts
from assistant.templates.notice.refused_parts import refused_parts
from assistant.templates.notice.scopes import Scope, scopes, sections
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.subjects import SUBJECT_ORDER, Subjects
from assistant.templates.notice.values import (
    Found,
    LengthRange,
    Notice,
    NoticeAspect,
    NoticePart,
    NoticeTemplate,
    Share,
)
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

__all__ = ["Found", "LengthRange", "Notice", "NoticeAspect", "NoticePart", "NoticeTemplate", "Share", "read"]

_ANCHOR = re.compile("从|围绕|对照|聚焦|紧扣|重点(?:检视|查摆|查找)")
_SURE = 3.5
_SURE_OF_NAMED = 2.5  # where those who are to examine themselves by a list open its introduction
_OPENS = re.compile(f"(?:[一二三四五六七八九十0-9]{{1,2}}[、.]|（[^（）]{{1,3}}）)?(?:{SUBJECT_WORDS.pattern})")


def read(text: str) -> Notice:
    """Read a notice. Never fails."""
    page = Page(text)
    title = genre.title(page)
    reason = genre.why_not(page, title)
    if reason is not None:
        return Notice((), (reason,))
    return _Reading(page, title).notice()


class _Reading:
    """One reading of one notice."""

    def __init__(self, page: Page, title: genre.Title | None) -> None:
        self.page = page
        self.title = title
        self.lists = listings(page)
        headed = sections(page, self.lists, title)
        self.kinds = genre.meetings(page, title, [kind for kind, _ in headed])
        self.scopes = scopes(page, self.kinds, headed)
        self.candidates = aspects.candidates(page, self.lists)
        self.themes = list(year_name_theme.themes(page, title))
        self.issued = issued(page)
        self.order = numbered(page, self.lists)
        self.subjects = Subjects(page, title, self.order)

    def notice(self) -> Notice:
        asked: list[NoticeTemplate] = []
        lines: list[str] = []
        unread: list[Found[str]] = []
        for kind in self.kinds:
            several = list(self._asked(kind))
            named = len(several) > 1 or self.subjects.are_named(kind)
            missed = list(self._unread(kind, [each for each, _ in several]))
            for each, chosen in several:
                others = list(self._left_out(chosen, several))
                wanted = self.scopes[kind].all
                doubts = standing.doubts(self.page, wanted, each, chosen, others=others, missed=missed, named=named)
                asked.append(replace(each, doubts=doubts))
                lines += telling.lines(each, chosen, alone=len(several) == 1, named=named)
                if not each.aspects:
                    lines += telling.unlisted(self.page, self.scopes[kind].all)
                lines += telling.left_out(each, others)
            lines += telling.vague_deadlines(self.page, self.scopes[kind].all)
            unread += missed
        if not any(map(_says_something, asked)):
            return Notice((), ("这份通知提到了会议，但没有从中读出主题、方面、篇幅或时间的要求。",))
        unread = list({each.span: each for each in unread}.values())
        unread += missed_words.unheeded_words(self.page, self.scopes.values(), asked, unread)
        return Notice(tuple(asked), tuple(dict.fromkeys([*lines, *telling.unread(unread)])), tuple(unread))

    def _asked(self, kind: MeetingKind) -> Iterator[tuple[NoticeTemplate, Candidate | None]]:
        page, scope = self.page, self.scopes[kind]
        wanted = scope.all
        year = year_name_theme.year(page, self.title, kind, wanted)
        name = year_name_theme.name(page, self.title, kind, year, wanted)
        if year is None and self.issued:
            year = year_name_theme.year_by_day(page, *self.issued, special="专题" in (name.value if name else ""))
        year = year or year_name_theme.only_year(page)
        value, base = (year.value if year else None), (self.issued[0] if self.issued else None)
        hand_ins = self._fitting(kind, scope, purposes.days_to_hand_in(page, wanted, value, base))
        held = self._fitting(kind, scope, purposes.meeting_days(page, wanted, value, base))
        several = list(self._aspects(kind, scope))
        for subjects, chosen in several:
            whose = subjects if len(several) > 1 else ()
            each_aspect, in_all = numbers_that_hold.counts_of(page, scope, kind, whose)
            handed = of_subjects.of_these(page, kind, subjects, hand_ins)
            added = aspects.added(page, chosen, self._until(kind, chosen)) if chosen else []
            written = self._parts(kind, wanted, subjects, chosen, each_aspect or in_all)
            listed = (*chosen.aspects, *added) if chosen else ()
            sizes = numbers_that_hold.lengths_set(page, kind, scope, self.order, listed)
            share = numbers_that_hold.share_of(page, scope, kind, whose)
            of_parts, of_parts_for = numbers_that_hold.part_lengths(page, sizes, subjects)
            yield (
                NoticeTemplate(
                    meeting=kind,
                    subjects=subjects,
                    year=year,
                    name=name,
                    theme=self._theme(kind, scope),
                    aspects=numbers_that_hold.with_lengths(page, sizes, listed),
                    parts=written,
                    lengths=self._lengths(kind, scope, subjects, sizes),
                    part_lengths=of_parts,
                    part_lengths_for=of_parts_for,
                    share=share,
                    share_of=numbers_that_hold.whose_share(page, scope, kind, subjects, share),
                    problems_per_aspect=each_aspect,
                    problems_total=in_all,
                    with_instances=numbers_that_hold.instances_of(page, scope, kind, whose),
                    instances_of=numbers_that_hold.asked_for_instances(page, scope, kind, subjects),
                    hand_in=of_subjects.first(page, handed),
                    hand_in_for=of_subjects.by_subject(page, kind, subjects, handed),
                    meets=of_subjects.first(page, held),
                    file_name=file_form.file_name(page, wanted),
                    layout=file_form.layout(page, wanted),
                    refused=refused_parts(page, wanted, kind),
                ),
                chosen,
            )

    def _unread(self, kind: MeetingKind, asked: Sequence[NoticeTemplate]) -> Iterator[Found[str]]:
        listed = next((each.aspects for each in asked if each.aspects), ())
        wanted = self.scopes[kind].all
        stated = year_name_theme.year(self.page, self.title, kind, wanted) or year_name_theme.only_year(self.page)
        year = stated.value if stated else None
        yield from missed_words.lengths_left(self.page, wanted, kind, self.order, listed)
        sizes = numbers_that_hold.lengths_set(self.page, kind, self.scopes[kind], self.order, listed)
        yield from missed_words.lengths_beside(self.page, sizes, asked)
        yield from missed_words.shares_left(self.page, wanted)
        if not listed:
            yield from (self.page.found("方面", *each) for each in telling.seemingly_listed(self.page, wanted))
        yield from missed_words.days_left(self.page, wanted, year, self.issued)

    # ---- aspects and subjects

    def _aspects(self, kind: MeetingKind, scope: Scope) -> Iterator[tuple[tuple[Subject, ...], Candidate | None]]:
        """Yield who examines himself by which list; usually all by the same."""
        own, shared = self._candidates(scope)
        usable = own or shared
        named = self.subjects.asked(kind, scope)
        by_subject: dict[Subject, list[Candidate]] = {}
        for candidate in usable:
            whose, opens = self._examined_by(candidate, kind)
            if len(whose) == 1 and candidate.score >= (_SURE_OF_NAMED if opens else _SURE):
                by_subject.setdefault(whose[0], []).append(candidate)
        texts = {
            tuple(each.text for each in chosen.aspects)
            for group in by_subject.values()
            if (chosen := aspects.best(group))
        }
        if len(by_subject) > 1 and len(texts) > 1:
            for subject in SUBJECT_ORDER:
                if subject in by_subject:
                    yield (subject,), aspects.best(by_subject[subject])
            return
        yield named, aspects.best(usable)

    def _examined_by(self, candidate: Candidate, kind: MeetingKind) -> tuple[tuple[Subject, ...], bool]:
        """Tell who is to examine himself by a list, by its own words, or by the heading above; and whether these open it."""
        before = _ANCHOR.split(candidate.introduced)[0]
        if whose := subjects_in(before[-40:], kind):
            return whose, _OPENS.match(before) is not None
        for clause in candidate.introduced.split("，")[1:]:  # 「（一）对照检查。支部班子对照以下五个方面」
            before, *after = _ANCHOR.split(clause, maxsplit=1)
            if after and (whose := subjects_in(before[-40:], kind)):
                return whose, _OPENS.match(before) is not None
        return kept_subjects.heading_subjects(self.page, candidate.anchor, kind) or (), True

    def _candidates(self, scope: Scope) -> tuple[list[Candidate], list[Candidate]]:
        own_starts, shared_starts = {span.start for span in scope.own}, {span.start for span in scope.shared}
        own, shared = [], []
        for candidate in self.candidates:
            start = self.page.sentence(candidate.anchor).start
            introduced = self.page.sentence(candidate.place.start).start
            if start in own_starts or (introduced in own_starts and start in shared_starts):
                own.append(candidate)
            elif start in shared_starts:
                shared.append(candidate)
        return own, shared

    def _left_out(
        self, chosen: Candidate | None, several: list[tuple[NoticeTemplate, Candidate | None]]
    ) -> Iterator[Candidate]:
        """Yield the lists for others in the sentence of the chosen one (「教师党员…五个方面，学生党员…四个方面」)."""
        taken = {aspect.text for asked, _ in several for aspect in asked.aspects}
        for each in self.candidates:
            within = chosen and self.page.sentence(chosen.anchor) == self.page.sentence(each.anchor)
            if within and each.stated and sum(aspect.text not in taken for aspect in each.aspects) >= 2:
                yield each

    def _until(self, kind: MeetingKind, chosen: Candidate) -> int:
        """Tell how far aspects may be added to a list: to where another meeting's list begins."""
        if len(self.kinds) == 1:
            return len(self.page.flat)
        own = {id(each) for group in self._candidates(self.scopes[kind]) for each in group}
        later = [each.anchor for each in self.candidates if each.anchor > chosen.end and id(each) not in own]
        return min(later, default=len(self.page.flat))

    def _parts(
        self,
        kind: MeetingKind,
        wanted: list[Span],
        subjects: tuple[Subject, ...],
        chosen: Candidate | None,
        counted: Found[int] | None,
    ) -> tuple[NoticePart, ...]:
        """Give the parts that are asked of these subjects; one that is asked of all of them names none."""
        found: list[NoticePart] = []
        refused = {part.kind: part.subjects for part in refused_parts(self.page, wanted, kind) if part.subjects}
        for part in parts(self.page, self.lists, wanted, chosen.place if chosen else None, kind):
            whose = tuple(each for each in part.subjects if each in subjects)
            if not part.subjects and part.kind in refused:  # 「个人材料可不写」: the others' has it
                whose = tuple(each for each in subjects if each not in refused[part.kind])
            if whose or not part.subjects:
                found.append(replace(part, subjects=() if len(whose) == len(subjects) else whose))
        if counted and all(part.kind is not PartKind.PROBLEMS for part in found):
            found = placed(found, NoticePart(PartKind.PROBLEMS, "存在的问题", counted.said, counted.span))
        return tuple(found)

    # ---- single values: what a meeting's own sentences say goes before what is said to all

    def _theme(self, kind: MeetingKind, scope: Scope) -> Found[str] | None:
        for spans in (scope.own, scope.shared):
            starts = {span.start for span in spans}
            for theme, place in self.themes:
                if self.page.sentence(place).start in starts and not is_of_another(self.page, place, kind):
                    return theme
        return None

    def _fitting(self, kind: MeetingKind, scope: Scope, found: Iterable[NamedDay]) -> list[NamedDay]:
        """Keep the days of one meeting, its own before those of all."""
        fitting = [each for each in found if genre.kinds_in(each.words) in ([], [kind]) or len(self.kinds) == 1]
        fitting = [each for each in fitting if genre.kinds_in(each.words) != [_other(kind)]]
        own = [each for each in fitting if any(span.start <= each.span.start < span.end for span in scope.own)]
        named = [each for each in fitting if genre.kinds_in(each.words) == [kind] and len(self.kinds) > 1]
        return own or named or fitting

    def _lengths(
        self, kind: MeetingKind, scope: Scope, subjects: tuple[Subject, ...], sizes: numbers_that_hold.OwnedLengths
    ) -> Mapping[Subject, Found[LengthRange]]:
        writing = [each for each in subjects if each in self.subjects.writing(kind, scope)] or subjects
        found = numbers_that_hold.lengths_of(self.page, sizes, writing)
        return MappingProxyType({subject: each for subject, each in found.items() if subject in subjects})


def _says_something(asked: NoticeTemplate) -> bool:
    """Tell whether a template holds more than the name of its meeting."""
    sized = asked.lengths or asked.part_lengths or asked.part_lengths_for
    written = asked.aspects or asked.parts or sized or asked.share
    return bool(
        asked.theme or written or asked.problems_per_aspect or asked.problems_total or asked.hand_in or asked.meets
    )


def _other(kind: MeetingKind) -> MeetingKind:
    return MeetingKind.ORGANIZATIONAL if kind is MeetingKind.DEMOCRATIC else MeetingKind.DEMOCRATIC
