"""How each value of a template stands to the notice: read, read with a doubt, or not written there at all.

The doubts are those that telling.py tells in sentences, here by the value they are about, and lengths that a notice
softens (「一般不超过3500字」).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from assistant.language.punctuation import quoted
from assistant.templates.notice import telling
from assistant.templates.notice.aspect_names import Candidate
from assistant.templates.notice.days import vague
from assistant.templates.notice.days.changed import is_unsettled
from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.lengths.size import TOLERANCE
from assistant.templates.notice.lengths.wordings import is_about
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.notice.values import Found, LengthRange, NoticeTemplate
from assistant.templates.template import SUBJECT_LABELS, MeetingKind
from assistant.text import Span

_SMALL = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_SHARE = re.compile("[%％]|分之|[0-9]/[0-9]|成|半")
_FROM_TO = re.compile(f"(?:{_SMALL})[-—–~～至到](?:{_SMALL})(?:个|条|项|点|处)")


class Standing(Enum):
    READ = "读到"
    CHECK = "请核对"
    UNSAID = "通知未写"
    OUTLINE = "通知未写，按通用提纲"


class Row(NamedTuple):
    """One value: the one sentence that says it, "" where there is none or several, and why it is to be checked."""

    standing: Standing
    was_read: bool
    said: str = ""
    doubt: str = ""


def rows(asked: NoticeTemplate) -> dict[str, Row]:
    """Tell how the values of a template stand, by the names of its fields; lengths by `length:` and the subject."""
    found = {"meeting": Row(Standing.READ, True), "subjects": _listed(True, asked.doubts.get("subjects", ""))}
    single: dict[str, Found[Any] | None] = {
        "year": asked.year,
        "name": asked.name,
        "theme": asked.theme,
        "share": asked.share,
        "problems": asked.problems_per_aspect or asked.problems_total or asked.with_instances,
        "hand_in": asked.hand_in,
        "meets": asked.meets,
        "layout": asked.layout,
        "file_name": asked.file_name,
    }
    for name, value in single.items():
        found[name] = _row(value, asked.doubts.get(name, ""))
    for several, values in (("aspects", asked.aspects), ("parts", asked.parts)):
        found[several] = _listed(bool(values), asked.doubts.get(several, ""))
    for subject in SUBJECT_LABELS:
        length = asked.lengths.get(subject)
        unread = asked.doubts.get("lengths", "") if subject in asked.subjects else ""
        if subject in asked.hand_in_for:
            own = asked.hand_in_for[subject]
            taken = telling.taken_for_day(own, held=False)
            found[f"hand_in:{subject.value}"] = _row(own, f"通知{taken}。" if taken else "")
        found[f"length:{subject.value}"] = _row(length, _softened(length) if length else unread)
    return found


def _row(found: Found[Any] | None, doubt: str) -> Row:
    standing = Standing.CHECK if doubt else Standing.READ if found else Standing.UNSAID
    return Row(standing, found is not None, found.said if found else "", doubt)


def _listed(was_read: bool, doubt: str) -> Row:
    standing = Standing.CHECK if doubt else Standing.READ if was_read else Standing.OUTLINE
    return Row(standing, was_read, "", doubt)


def _softened(length: Found[LengthRange]) -> str:
    soft = length.value.soft
    if not soft:
        return ""
    how = f"已按上下浮动{TOLERANCE}%填写" if is_about(soft) else "是否作硬性要求，请选定"
    return f"通知写{quoted(soft)}，{how}。"


def doubts(
    page: Page,
    wanted: list[Span],
    asked: NoticeTemplate,
    chosen: Candidate | None,
    *,
    others: Iterable[Candidate],
    missed: Iterable[Found[str]],
    named: bool,
) -> Mapping[str, str]:
    """Tell why values are to be checked, by the names of their fields.

    `others` are lists beside the one that was taken, `missed` the words that could not be kept, `named` as in
    `telling.lines`.
    """
    found = dict(_of_dates(page, wanted, asked))
    if not named and asked.meeting is MeetingKind.DEMOCRATIC:
        found["subjects"] = f"{telling.SUBJECTS_UNNAMED}。"
    unseen = telling.usual_unseen(asked)
    if of_parts := telling.refused_words(asked) + (f"{unseen}。" if unseen else ""):
        found["parts"] = of_parts
    if of_aspects := "".join(_of_aspects(page, wanted, asked, chosen, others)):
        found["aspects"] = of_aspects
    if of_share := _of_share(asked):
        found["share"] = of_share
    for counted in filter(None, (asked.problems_per_aspect, asked.problems_total)):
        if number := _FROM_TO.search(counted.said):
            found["problems"] = f"通知写{quoted(number[0])}，已按不少于{counted.value}个填写。"
    for each in missed:
        for name in _about(each.value, asked):
            found.setdefault(name, f"有一句没有认出：{quoted(' '.join(each.said.split()))}。")
    return found


def _of_dates(page: Page, wanted: list[Span], asked: NoticeTemplate) -> Iterator[tuple[str, str]]:
    for name, day in (("hand_in", asked.hand_in), ("meets", asked.meets)):
        if day and (taken := telling.taken_for_day(day, held=name == "meets")):
            yield name, f"通知{taken}。"
        elif day and _may_be_changed(page, wanted, day):
            yield name, "这一句里的日期有改动，是否以改后的为准，请对照原句。"
    for of, words in (*vague.deadlines(page, wanted), *vague.told_later(page, wanted)):
        name = "meets" if of is DayOf.MEETING else "hand_in"
        if not (asked.meets if name == "meets" else asked.hand_in):
            yield name, f"通知写{quoted(words)}，没有写明日期，可先不填。"


def _of_share(asked: NoticeTemplate) -> str:
    """Doubt a share that is kept for all where its sentence speaks of one of them alone, in another clause."""
    said = asked.share.said if asked.share else ""
    whose = subjects_in(said, asked.meeting)
    if len(whose) != 1 or asked.share_of or len(asked.subjects) < 2:
        return ""
    if any(_SHARE.search(each) and subjects_in(each, asked.meeting) for each in re.split("[，；。：]", said)):
        return ""
    return f"这一句只提到{SUBJECT_LABELS[whose[0]]}，占比已按各类材料填写，请对照原句。"


def _may_be_changed(page: Page, wanted: list[Span], day: Found[datetime.date]) -> bool:
    """Tell whether the sentence of a day speaks of a change and another day may be meant."""
    for sentence in wanted:
        place = page.span(*sentence)
        if place.overlaps(day.span):
            words = sentence.of(page.flat)
            return is_unsettled(words, max(words.find(day.said), 0))
    return False


def _of_aspects(
    page: Page, wanted: list[Span], asked: NoticeTemplate, chosen: Candidate | None, others: Iterable[Candidate]
) -> Iterator[str]:
    if chosen and (otherwise := telling.counted_otherwise(asked, chosen)):
        yield f"{otherwise}。"
    for each in others:
        yield f"{telling.another_list(each)}。"
    if not asked.aspects and (words := next(telling.unlisted_words(page, wanted), "")):
        yield f"{telling.not_one_by_one(words)}，已按通用提纲列出。"


def _about(value: str, asked: NoticeTemplate) -> Iterator[str]:
    """Name the fields that words which were not understood may be about: those that are still empty."""
    wanted: tuple[tuple[str, str, object], ...] = (
        ("字数", "lengths", all(subject in asked.lengths for subject in asked.subjects)),
        ("方面", "aspects", asked.aspects),
        ("占比", "share", asked.share),
        ("时间", "hand_in", asked.hand_in),
        ("时间", "meets", asked.meets),
    )
    return (name for what, name, known in wanted if what == value and not known)
