"""Lengths in the cells of a table: 「上年度整改情况｜500｜300」 under 「部分｜班子（字）｜个人（字）」.

A cell that holds nothing but a length is of what its row and its column name: a part, an aspect, the whole (合计), for a
subject or for all. What neither of them tells is kept for nobody and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.genre import kinds_in
from assistant.templates.notice.kept_subjects import heading_subjects
from assistant.templates.notice.lengths.owned import EACH_ASPECT, OwnedLength, aspect_at, aspect_named
from assistant.templates.notice.lengths.size import Bound, Size
from assistant.templates.notice.lengths.wordings import sizes
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.tables import Row, name_cell
from assistant.templates.notice.values import LengthRange, NoticeAspect
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_NAMING = 3  # cells at the beginning of a row that may name it
_COUNTS = re.compile("字数|篇幅|（[^（）]{0,4}字[^（）]{0,4}）|字$|长度")
_AT_LEAST = re.compile("不少于|不低于|最低|最少|至少|下限|以上|≥")
_AT_MOST = re.compile("不超过|不多于|最高|最多|至多|上限|以内|以下|≤")
_REMARK = re.compile("[约字左右上下以内及之间为宜即可（）()每人份篇\\s]*")
_WHOLE = re.compile("合计|总计|共计|全文|全篇|总字数|总篇幅")
_MATERIAL = re.compile("(?:材料|提纲|发言稿?)(?:（[^（）]*）)?$")
_GENRE = re.compile(
    "(?:对照检查|检视剖析|检视检查|剖析检查|检查剖析)(?:（[^（）]*）)?$"
)  # a material's name without 材料
_OF_MATERIALS = re.compile("材料|文稿|稿件")
_NOT_THE_MATERIAL = re.compile(
    "情况报告|总结|简报|信息|心得|体会|方案|批评意见|意见建议|小结|报道|读书|笔记|点评|讲话|清单|记录"
)
_BESIDE = (PartKind.PREVIOUS_RECTIFICATION, PartKind.CASE_ANALYSIS, PartKind.CAUSE, PartKind.MEASURE)
_ONE_OF_THEM = re.compile("主要负责|主要领导|党政正职|一把手|(?<!支部)书记|[正副]职")


def in_cells(
    page: Page, sentence: Span, meeting: MeetingKind, aspects: Sequence[NoticeAspect]
) -> Iterator[tuple[Span, OwnedLength | None]]:
    """Yield the cells of a sentence that hold a length alone, each with what it sets; None is the other meeting's."""
    row = page.tables.row(sentence.start)
    named = name_cell(page.flat, row) if row else None
    if row is None or named is None:
        return
    for n in range(named + 1, len(row.cells)):
        cell = row.cells[n]
        if sentence.start <= cell.start and cell.end <= sentence.end and (size := _alone(page, row, n)):
            yield cell, _limit(page, row, n, _bounded(size, row.heads[n]), meeting=meeting, aspects=aspects)


def is_of_another(page: Page, position: int, meeting: MeetingKind) -> bool:
    """Tell whether a place stands in a row or a column of the other meeting."""
    named = [kinds_in(label) for label in (page.row_name(position), page.column_head(position))]
    return any(kinds and meeting not in kinds for kinds in named)


def _alone(page: Page, row: Row, n: int) -> Size | None:
    """Give the length that fills a cell."""
    words = row.cells[n].of(page.flat)
    head = row.heads[n]
    counted = bool(_COUNTS.search(head))
    if not counted and "字" not in words:
        return None
    found = sizes(words, counted=counted)
    if len(found) != 1 or not _REMARK.fullmatch(words[: found[0].start] + words[found[0].end :]):
        return None
    return found[0]


def _bounded(size: Size, head: str) -> LengthRange:
    """Give a bare number the bound that its column's head says."""
    if size.bound is Bound.BARE and _AT_LEAST.search(head):
        return LengthRange(least=size.said)
    if size.bound is Bound.BARE and _AT_MOST.search(head):
        return LengthRange(most=size.said)
    return size.range


def _limit(
    page: Page,
    row: Row,
    n: int,
    bounds: LengthRange,
    *,
    meeting: MeetingKind,
    aspects: Sequence[NoticeAspect],
) -> OwnedLength | None:
    flat = page.flat
    names = [cell.of(flat).strip() for cell in row.cells[: min(n, _NAMING)]]
    labels = [each for each in (row.group, *names, row.heads[n]) if each]
    if any(_of_another(each, meeting) or _NOT_THE_MATERIAL.search(each) for each in labels):
        return None
    said = Span(row.span.start, row.cells[n].end)
    unclear = OwnedLength(bounds, said, unclear=flat[said.start : said.end].strip())
    if any(map(_ONE_OF_THEM.search, labels)):
        return unclear
    whole = _names_material(page, row)
    subjects, kind = _subjects(labels, meeting), _part([each for each in labels if not (whole and _GENRE.search(each))])
    of_nobody = not subjects
    if of_nobody:
        heading = heading_subjects(page, row.span.start, meeting)
        if heading is None:
            return None
        subjects = heading
    if any(map(_WHOLE.search, labels)):
        return OwnedLength(bounds, said, subjects)
    which = aspect_at(page, said, aspects)
    if which is None:
        which = next((found for label in labels if (found := aspect_named(label, aspects)) is not None), None)
    if (
        which is None
        and not any(map(is_aspect, labels))
        and (kind or subjects or any(map(_MATERIAL.search, labels)) or (whole and any(map(_GENRE.search, labels))))
    ):
        bare = kind is None and not subjects and not _is_of_materials(page, row, labels)
        return OwnedLength(bounds, said, subjects, kind, bare=bare)
    return unclear if which is None or not of_nobody else OwnedLength(bounds, said, aspect=which)


def _names_material(page: Page, row: Row) -> bool:
    """Tell whether 「支部班子对照检查」 in a row is a material and not the part of one: no part stands beside it in the table."""
    flat = page.flat
    if _heads_materials(page, row):
        return True
    rows = next((table.rows for table in page.tables.all if row in table.rows), ())
    labels = {each.cells[n].of(flat).strip() for each in rows for n in range(min(len(each.cells), _NAMING))}
    labels |= {head for each in rows for head in each.heads}
    beside = [each for each in labels if not (_GENRE.search(each) or _MATERIAL.search(each))]
    return all(kind_of(each) not in _BESIDE for each in beside if not _NOT_THE_MATERIAL.search(each))


def _heads_materials(page: Page, row: Row) -> bool:
    head = row.heads[name_cell(page.flat, row) or 0]
    return bool(_OF_MATERIALS.search(head)) and not kind_of(head)


def _is_of_materials(page: Page, row: Row, labels: Sequence[str]) -> bool:
    """Tell whether something says that a row is of a material: its own words or its column's head, not 「对照检查」 alone."""
    return any(map(_MATERIAL.search, labels)) or _heads_materials(page, row)


def _part(labels: Sequence[str]) -> PartKind | None:
    """Tell which part the labels of a cell name, ASPECT for each of the aspects."""
    for label in labels:
        if EACH_ASPECT.search(label):
            return PartKind.ASPECT
        kind = None if _MATERIAL.search(label) or is_aspect(label) else kind_of(label)
        if kind and kind is not PartKind.OTHER:
            return kind
    return None


def _subjects(labels: Sequence[str], meeting: MeetingKind) -> tuple[Subject, ...]:
    """Tell whose a length is: the label that names one alone says it."""
    found = [whose for label in labels if (whose := subjects_in(label, meeting))]
    return min(found, key=len, default=())


def _of_another(label: str, meeting: MeetingKind) -> bool:
    meetings = kinds_in(label)
    if meetings:
        return meeting not in meetings
    return bool(SUBJECT_WORDS.search(label)) and not subjects_in(label, meeting)
