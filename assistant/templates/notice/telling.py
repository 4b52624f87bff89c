"""What the reader is told of a reading: what was found, what was not, and what does not agree."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from assistant.language.numbering import value_of
from assistant.language.punctuation import quoted
from assistant.templates.notice.aspect_names import NOT_EXAMINING, STATED, Candidate, asks_examination
from assistant.templates.notice.days import vague
from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.days.written import near_day
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import OTHER, Found, NoticeTemplate
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS, MeetingKind, PartKind
from assistant.text import Span

SUBJECTS_UNNAMED = "通知没有写明是班子还是个人的材料，已按班子和班子成员个人分别列出"
_NAMED = {DayOf.HANDING_IN: "交稿", DayOf.MEETING: "开会"}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_THIRD = re.compile("[0-9０-９一二三四五六七八九十]{1,3}月[上中下]{1,2}旬")
_NUMERAL = "[0-9０-９一二三四五六七八九十]{1,3}"
_ONE = f"{_NUMERAL}(?:月(?:{_NUMERAL}[日号]?|[底末]|[上中下]旬)|[日号])"
_NO_ONE_DAY = re.compile(
    f"{_ONE}(?:（[^（）]{{1,6}}）)?[-—–~～至到]+(?:20[0-9]{{2}}年)?(?:{_NUMERAL}月)?(?:{_NUMERAL}[日号]|[底末]|[上中下]旬)(?:之间)?|{_ONE}(?:（[^（）]{{1,6}}）)?(?:之?前|以前)|{_NUMERAL}月[份]?[底末]"
)
_LISTED = re.compile(
    "(?:从|围绕|对照|聚焦|紧扣|查摆|查找|检视)[^，。；\n]{2,}、[^，。；\n]{2,}(?:等|方面|问题)|(?:紧扣|围绕|突出|从)[^，。；、\n]{2,}(?:、[^，。；、\n]{2,12}){2,}"
)
_WRITTEN_FOR_EACH = re.compile("(?:个(?:带头|方面|对照)|项纪律)[^，。；]{0,6}(?:每[个项]|各|都|逐个)[^，。；]{0,8}问题")


def lines(asked: NoticeTemplate, chosen: Candidate | None, *, alone: bool, named: bool) -> Iterator[str]:
    """Yield what to tell of one template.

    `alone`: no other template is of the same meeting; `named`: the notice says whom it means.
    """
    name = asked.name.value if asked.name else MEETING_LABELS[asked.meeting]
    whose = "、".join(SUBJECT_LABELS[subject] for subject in asked.subjects)
    yield f"{name}（{whose}）：读到{_found(asked)}。"
    name = name if alone else f"{name}（{whose}）"
    if not named and asked.meeting is MeetingKind.DEMOCRATIC:
        yield f"{name}：{SUBJECTS_UNNAMED}，请核对。"
    for of, day in ((DayOf.HANDING_IN, asked.hand_in), (DayOf.MEETING, asked.meets)):
        if day and (taken := taken_for_day(day, held=of is DayOf.MEETING)):
            yield f"{name}：{_NAMED[of]}时间{taken}，请核对。"
    if missing := _missing(asked):
        yield f"{name}：通知中未见{'、'.join(missing)}，请对照原文核对，需要的可自行填写。"
    if refused := refused_words(asked):
        yield f"{name}：{refused}"
    if unseen := usual_unseen(asked):
        yield f"{name}：{unseen}，请核对。"
    if chosen and (otherwise := counted_otherwise(asked, chosen)):
        yield f"{name}：{otherwise}，请核对。"


# What is told in a sentence here and at its value by `standing`: clauses, which each ends in its own way.


def taken_for_day(day: Found[datetime.date], *, held: bool) -> str:
    """Say which day is taken for a third of a month (「1月下旬」) or for one of this month (「本月25日」), "" where the notice names the day.

    A meeting is `held` on one day: 「2月底前」 and 「1月26日至2月6日」 do not say which.
    """
    words = (_NO_ONE_DAY.search(day.said) if held else None) or _THIRD.search(day.said)
    near = near_day(day.said)
    if not words and near and value_of(near["to_day"] or near["day"] or "") in (0, day.value.day):
        words = near
    return f"写“{words[0].translate(_HALF_WIDTH)}”，暂记{day.value.month}月{day.value.day}日" if words else ""


def counted_otherwise(asked: NoticeTemplate, chosen: Candidate) -> str:
    """Say that a notice states another number of aspects than were read, "" where it does not."""
    if not chosen.stated or chosen.stated in (len(chosen.aspects), len(asked.aspects)):
        return ""
    return f"通知写{quoted(chosen.stated_words)}，从中读到{len(asked.aspects)}个"


def another_list(candidate: Candidate) -> str:
    """Say that a list beside the one that was taken is left out."""
    return f"同一句里还列有{quoted(candidate.aspects[0].text)}等{len(candidate.aspects)}个方面，没有列入本次要求"


def not_one_by_one(words: str) -> str:
    """Say that aspects are named by their number alone."""
    return f"通知写{quoted(words)}，没有逐条列出"


def left_out(asked: NoticeTemplate, others: Iterable[Candidate]) -> Iterator[str]:
    """Yield what to tell of lists beside the one that was taken."""
    name = asked.name.value if asked.name else MEETING_LABELS[asked.meeting]
    for each in others:
        yield f"{name}：{another_list(each)}，请核对。"


def seemingly_listed(page: Page, wanted: list[Span]) -> Iterator[Span]:
    """Yield the sentences that seem to list what to examine oneself by, where no list was read."""
    for sentence in wanted:
        words = sentence.of(page.flat)
        if asks_examination(words) and _LISTED.search(words) and not NOT_EXAMINING.search(words):
            yield sentence


def unlisted(page: Page, wanted: list[Span]) -> Iterator[str]:
    """Yield what to tell where a notice names aspects by their number alone (「紧扣“五个带头”」)."""
    for words in unlisted_words(page, wanted):
        yield f"{not_one_by_one(words)}，未填写各条内容。"


def unlisted_words(page: Page, wanted: list[Span]) -> Iterator[str]:
    """Yield the words that name aspects by their number alone."""
    for sentence in wanted:
        words = sentence.of(page.flat)
        if not asks_examination(words) and not _WRITTEN_FOR_EACH.search(words):
            continue
        for match in STATED.finditer(words):
            if match["unit"] in ("个带头", "个方面", "个对照", "个是否", "项纪律"):
                yield match[0]


def vague_deadlines(page: Page, wanted: list[Span]) -> Iterator[str]:
    """Yield what to tell of deadlines that name no day."""
    for day, words in vague.deadlines(page, wanted):
        yield f"{_NAMED[day]}时间{quoted(words)}没有写明日期，未填写。"


def unread(found: Iterable[Found[str]]) -> Iterator[str]:
    """Yield what to tell of words that could not be kept."""
    for each in found:
        if each.value == OTHER:
            yield f"似有要求而没有列入，请对照原句：{quoted(each.said)}。"
        else:
            yield f"有要求没有认出，未填写，请对照原句：{quoted(each.said)}（{each.value}）。"


def _found(asked: NoticeTemplate) -> str:
    found = []
    if asked.theme:
        found.append("主题")
    if asked.aspects:
        found.append(f"{len(asked.aspects)}个对照检查的方面")
    if asked.parts:
        found.append(f"{len(asked.parts)}个要写的部分")
    sized = asked.lengths or asked.part_lengths or asked.part_lengths_for
    if sized or any(aspect.length for aspect in asked.aspects):
        found.append("字数要求")
    if asked.share:
        found.append("篇幅占比要求")
    if asked.problems_per_aspect or asked.problems_total:
        found.append("问题条数要求")
    if asked.hand_in:
        later = "、".join(f"{SUBJECT_LABELS[s]}{_day(each.value)}" for s, each in asked.hand_in_for.items())
        found.append(f"交稿日期{_day(asked.hand_in.value)}{f'（{later}）' if later else ''}")
    if asked.meets:
        found.append(f"开会日期{_day(asked.meets.value)}")
    if asked.file_name:
        found.append("文件名格式")
    if asked.layout:
        found.append("版式")
    return "、".join(found) or "会议名称"


def _missing(asked: NoticeTemplate) -> list[str]:
    wanted = (
        ("年度", asked.year),
        ("主题", asked.theme),
        ("逐条列出的对照检查方面", asked.aspects),
        ("材料要写哪几部分", asked.parts),
        ("字数要求", asked.lengths),
        ("交稿日期", asked.hand_in),
    )
    return [what for what, value in wanted if not value]


def usual_unseen(asked: NoticeTemplate) -> str:
    """Say what nearly every material has and this notice does not ask for, though it asks for problems."""
    kinds = {part.kind for part in (*asked.parts, *asked.refused)}
    sized = {*asked.part_lengths, *(kind for own in asked.part_lengths_for.values() for kind in own)}
    usual = (("原因剖析", PartKind.CAUSE), ("整改措施", PartKind.MEASURE))
    unseen = [what for what, kind in usual if kind not in kinds | sized] if PartKind.PROBLEMS in kinds else []
    return f"通知中未见{'、'.join(unseen)}，一般要写" if unseen else ""


def refused_words(asked: NoticeTemplate) -> str:
    """Tell what the notice says need not be written, and what it asks for in another place all the same."""
    left_out: dict[str, None] = {}
    doubtful: dict[str, None] = {}
    alone: dict[str, str] = {}
    for each in asked.refused:
        asked_of = [part.subjects for part in asked.parts if part.kind is each.kind]
        if any(whose in ((), each.subjects) for whose in asked_of):
            doubtful[quoted(each.said)] = None
        elif asked_of and each.subjects:
            alone[quoted(each.said)] = "、".join(SUBJECT_LABELS[subject] for subject in each.subjects)
        else:
            left_out[quoted(each.said)] = None
    unasked = f"通知写{''.join(left_out)}，据此没有列入要写的部分。" if left_out else ""
    unasked += "".join(f"通知写{said}，据此没有列入{whose}的材料。" for said, whose in alone.items())
    return unasked + (f"通知写{''.join(doubtful)}，另一处又要求写，请核对。" if doubtful else "")


def _day(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
