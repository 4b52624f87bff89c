"""The days a notice sets: when materials are handed in, when the meeting is held.

Both go through the days that a sentence names (`named_days`) and ask the same of each: does something label it (「报送时间：」,
the head of a column), and if not, do the words it governs speak of giving in, or of holding the meeting?
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from assistant.templates.notice.days.changed import continued
from assistant.templates.notice.days.changed_later import TO_ANOTHER
from assistant.templates.notice.days.named import NamedDay, named_days
from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.lengths.plausible import OF_OTHER_PAPERS
from assistant.templates.notice.nearby import REACH, asked_before
from assistant.templates.notice.page import Page
from assistant.text import Span

# What is said of handing in
GIVEN = re.compile(
    "反馈(?:给|至|到|[\u4e00-\u9fff]{1,6}(?:办|部|室|科|处|委|组|邮箱))|发(?:我|给|到|回|[\u4e00-\u9fff]{2,8}(?:部|室|科|处|委|邮箱|群))|回传|报送|上报|报审|送审|定稿|成稿|交稿|提交|上交|交至|交到|送至|送达|发至|发送|报至|报到|报|送|交"
)
_PUT_OFF = re.compile(f"(?:材料|提纲|初稿|定稿)[^，。；：]{{0,10}}{TO_ANOTHER}")
_GIVEN_BY = re.compile(
    "[日号](?:（[^（）]{1,8}）)?[^，。；\n前]{0,8}前(?:统一|一律|一并)?(?:报送|上报|提交|送审|上交|报审|交|送)"
)
MATERIAL = re.compile("字数|[0-9]字|材料|提纲|对照检查|初稿|电子版|纸质")
_THE_MATERIAL = re.compile("对照检查材料|发言提纲|检视剖析材料|个人材料|班子材料")
_NOT_HANDED = re.compile(
    "情况报告|总结|整改方案|整改清单|问题清单|统计表|汇总表|回执|名单|会议记录|召开情况|方案报|意见建议|征求|反馈(?!给|至|到|[\u4e00-\u9fff]{1,6}(?:办|部|室|科|处|委|组|邮箱))|学习研讨|谈心|会后|报到|测评|票|报告会|审阅意见|工作方案|会议方案|请示"
)
_HAND_IN_LABEL = re.compile(
    "时限：|撰写[^，。；（]{0,8}材料(?=（[^）]{2,14}前）)|(?:交稿|截稿|收稿|报送|提交|上报|截止|上交|材料)(?:的?时间|日期|期限)"
)
_WHEN_GIVEN = re.compile(
    "(?:何时|什么时候|什么时间|几号|哪天|多会儿)[^？]{0,8}(?:交|报|送)|(?:交|报送?|送)[^？]{0,6}(?:时间|期限|截止)"
)
# What is said of the meeting
HELD = re.compile(
    "(?:会议?|生活会)[^，。；]{0,4}安排[在于]|召开|举行|完成|进行|结束|开好|开完|(?<=[旬日底末])开(?=[，。；])|[上下]午开(?=[，。；])|会议时间|召开时间|(?:会议?|生活会)(?:时间)?(?:暂定|初定|拟定|初步定[在于]?|定[在于])|(?<![召公展])开(?:好)?(?:组织|民主)生活会|时间(?:暂定|初定|拟定|定于|定在|定为)|时间：|\n时间\t|开会"
    f"|(?:会议|生活会)[^，。；：材提]{{0,10}}{TO_ANOTHER}"
)
_NOT_HELD = re.compile(
    "学习|研讨|谈心|谈话|征求|撰写|报送|审核|整改|修改|提交|上报|动员|准备工作|报名|培训|材料|提纲|报告|落实情况|总结|台账"
)
_BY_THE_CLOCK = re.compile(
    "时间：[^，。；\n]{0,24}?(?:[0-9]{1,2}[时点:：][0-9]{0,2}|下班)(?:之)?前"
)  # no meeting is held so
_WRITING_DONE = re.compile("时间：|完成(?=初稿|撰写|起草|修改|定稿|材料|对照检查材料|并报)")
_BEFORE_THE_MEETING = re.compile("(?:会议|生活会)?召开前[0-9一二三四五六七八九十]+(?:个工作日|[天日])")
_NO_DAY = re.compile("^[^，。]{0,8}(?:春节|元旦|节|下周|本周|月底)前")
_NUMBER = re.compile("(?:[0-9]{1,2}[.、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）)?")
_LABEL = re.compile("[，。；]")  # ends what may label a sentence


def days_to_hand_in(page: Page, wanted: list[Span], year: int | None, base: datetime.date | None) -> Iterator[NamedDay]:
    """Yield the days by which materials are to be handed in.

    `year` is the year under review, `base` the notice's own date: they tell the year of a day that is written without one.
    """
    for sentence in wanted:
        words = continued(page, sentence) + sentence.of(page.flat)
        before = page.flat[max(0, sentence.start - 80) : sentence.start]
        labelled = _is_labelled_hand_in(page, sentence, words)
        by_itself = bool(_GIVEN_BY.search(words) and not _NOT_HANDED.search(before[-40:] + words))
        of_material = MATERIAL.search(before + words) is not None
        in_table = "\t" in words
        if not (labelled or by_itself or in_table or (of_material and (GIVEN.search(words) or _PUT_OFF.search(words)))):
            continue
        for day in named_days(page, sentence, year, base):
            if day.of is not None:
                is_wanted = day.of is DayOf.HANDING_IN
            elif labelled:
                is_wanted = True
            elif in_table:
                column = _HAND_IN_LABEL.search(page.column_head(day.at)) and not _is_of_other_paper(
                    page.row_name(day.at)
                )
                is_wanted = bool(column) or ((by_itself or of_material) and _speaks_of_handing_in(day.words))
            else:
                is_wanted = _speaks_of_handing_in(day.words)
            if is_wanted:
                yield day


def _is_of_other_paper(row_name: str) -> bool:
    """Tell whether the row of a table is about a paper that is not the material."""
    other = _NOT_HANDED.search(row_name) or OF_OTHER_PAPERS.search(row_name)
    return other is not None and not _THE_MATERIAL.search(row_name)


def _is_labelled_hand_in(page: Page, sentence: Span, words: str) -> bool:
    """Tell whether a sentence stands behind 「报送时间：」, names an hour by which, or answers when to hand in."""
    if _HAND_IN_LABEL.search(lead(page, sentence)):
        return True
    line = page.line(sentence.start)
    number = _NUMBER.match(page.flat, line.start, line.end)
    if _BY_THE_CLOCK.match(page.flat, number.end() if number else line.start):
        return True
    return _WHEN_GIVEN.search(asked_before(page, sentence, words)) is not None


def _speaks_of_handing_in(words: str) -> bool:
    """Tell whether the words that a day governs ask to give in the material, and no other paper."""
    first, _, rest = _BEFORE_THE_MEETING.sub("", words).partition("，")
    about = first if GIVEN.search(first) or HELD.search(first) else f"{first}，{rest}"
    if not (GIVEN.search(about) or _PUT_OFF.search(first)) or HELD.search(_WRITING_DONE.sub("", first)):
        return False
    return bool(_THE_MATERIAL.search(about) or not _NOT_HANDED.search(about))


def meeting_days(page: Page, wanted: list[Span], year: int | None, base: datetime.date | None) -> Iterator[NamedDay]:
    """Yield the days on which, or by which, the meeting is to be held; `year` and `base` as for handing in."""
    for sentence in wanted:
        label = lead(page, sentence)
        words = continued(page, sentence) + sentence.of(page.flat)
        of_handing_in = _HAND_IN_LABEL.search(_LABEL.split(label)[0]) or _BY_THE_CLOCK.search(label)
        may_tell = not of_handing_in and (HELD.search(label + words) or "\t" in words)
        for day in named_days(page, sentence, year, base):
            if day.of is DayOf.MEETING or (
                day.of is None and may_tell and _speaks_of_the_meeting(page, sentence, label, day)
            ):
                yield day


def _speaks_of_the_meeting(page: Page, sentence: Span, label: str, day: NamedDay) -> bool:
    """Tell whether the words that a day governs, below their label, say that the meeting is held."""
    first, _, rest = day.words.partition("，")
    # 「9日前报党办，会议在春节前开完」: the day is that of handing in
    alone = HELD.search(first) or (GIVEN.search(first) and _NO_DAY.search(rest))
    said = first if alone else f"{first}，{rest.split('，')[0]}"
    if not HELD.search(label + said) or _NOT_HELD.search(re.sub("学习教育|整改专题", "", said)):
        return False
    if re.search("生活会|会议|开会", said) or ("时间" in label and not GIVEN.search(first)):
        return True
    if not re.search("完成$|[前底旬日]召开$", said.strip("。")):
        return False
    line, until = page.line(sentence.start).start, sentence.start
    if said.strip("。").endswith("完成"):
        until = day.at  # 「情况报告2000字左右，8日前完成」
    paragraph = page.flat[max(line, until - REACH) : until]
    return not _NOT_HELD.search(paragraph)  # 「谈心谈话。31日前完成。」 is no meeting


def lead(page: Page, sentence: Span) -> str:
    """Give the words that label a sentence: its paragraph's beginning, or the short line before it."""
    line = page.line(sentence.start)
    before = page.line(line.start - 1).of(page.flat) if line.start else ""
    label = before if len(before) <= 12 and line.start == sentence.start else ""
    return f"{label}\n{page.flat[line.start : min(line.end, line.start + 30)]}"
