"""The days a notice names: when materials are handed in, when the meeting is held.

How days are written, and which date each is, is `written_days`' business; 「下周五」 names no day and is left to the writer.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.templates.notice.changed_days import carried, continued, is_past_paper, superseded
from assistant.templates.notice.limits import asked_before
from assistant.templates.notice.page import Page
from assistant.templates.notice.respective_days import DayOf, respective
from assistant.templates.notice.written_days import TO, by_weekday, date_of, resolved, written
from assistant.text import Span

_ISSUED = re.compile(
    r"(?:^|\n|[。！](?=[^\n，。；：]{0,20}20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*(?:\Z|\n附件)))(?:(?:发布|印发|发文)(?:时间|日期)：\s?|[^\n，。；：]{0,40}?)(?P<year>20[0-9]{2})(?:年|[-./])(?P<month>1[0-2]|0?[1-9])(?:月|[-./])(?P<day>[0-3]?[0-9])日?"
    r"(?=$|\n|[^\n，。；]{0,25}(?:来源|浏览|点击|作者)|\s)"
)
_VAGUE = re.compile(
    "(?:会议?|召开)前[0-9一二三四五六七八九十]+(?:个工作日|[天日])|(?:下周|本周|下个?月|本月|近期|(?<![0-9一二三十])月底)[^，。；\n]{0,6}?前|(?:春节|元旦|学期结束|放假)前(?![0-9一二三四五六七八九十]+(?:个工作日|[天日]))|(?<![月0-9])[0-3]?[0-9]号前|(?:今[天晚日]|明[天早晚日]|后天)[^，。；、\n]{0,6}前|(?<![（日号])(?:周|星期)[一二三四五六日天](?!（)[^，。；、\n]{0,6}前"
)

_SIGNATURE = re.compile(r"[^，。；：、\n]{0,24}20[0-9]{2}(?:年|[-./])[0-9]{1,2}(?:月|[-./])[0-9]{1,2}日?")

_TOLD_LATER = re.compile(
    "(?:会议?|生活会|召开|开会|报送|提交|上报|交稿|提纲|材料)[^，。；：\n]{0,4}(?:时间|日期)[^。；：\n]{0,6}?(?P<words>另行(?:通知|确定|告知|安排)|待定|待通知)"
)
_ABOUT = re.compile("材料|提纲|生活会|会议(?!室)")
_MEETS = re.compile("会|召开")
_MATERIAL = re.compile("字数|[0-9]字|材料|提纲|对照检查|初稿|电子版|纸质")
_GIVEN = re.compile(
    "反馈(?:给|至|到|[\u4e00-\u9fff]{1,6}(?:办|部|室|科|处|委|组|邮箱))|发(?:我|给|到|回|[\u4e00-\u9fff]{2,8}(?:部|室|科|处|委|邮箱|群))|回传|报送|上报|报审|送审|定稿|成稿|交稿|提交|上交|交至|交到|送至|送达|发至|发送|报至|报到|报|送|交"
)
_NOT_HANDED = re.compile(
    "情况报告|总结|整改方案|整改清单|问题清单|统计表|汇总表|回执|名单|会议记录|召开情况|方案报|意见建议|征求|反馈(?!给|至|到|[\u4e00-\u9fff]{1,6}(?:办|部|室|科|处|委|组|邮箱))|学习研讨|谈心|会后|报到|测评|票|报告会|审阅意见|工作方案|会议方案|请示"
)
_THE_MATERIAL = re.compile("对照检查材料|发言提纲|检视剖析材料|个人材料|班子材料")
_HELD = re.compile(
    "(?:会议?|生活会)[^，。；]{0,4}安排[在于]|召开|举行|完成|进行|结束|开好|开完|(?<=[旬日底末])开(?=[，。；])|[上下]午开(?=[，。；])|会议时间|召开时间|(?:会议?|生活会)(?:时间)?(?:暂定|初定|拟定|初步定[在于]?|定[在于])|(?<![召公展])开(?:好)?(?:组织|民主)生活会|时间(?:暂定|初定|拟定|定于|定在|定为)|时间：|开会"
)
_NOT_HELD = re.compile("学习|研讨|谈心|谈话|征求|撰写|报送|审核|整改|修改|提交|上报|动员|准备工作|报名|培训|材料|提纲")
_HAND_IN_LABEL = re.compile(
    "时限：|撰写[^，。；（]{0,8}材料(?=（[^）]{2,14}前）)|(?:交稿|截稿|收稿|报送|提交|上报|截止|上交|材料)(?:的?时间|日期|期限)"
)
_LABEL = re.compile("[，。；]")  # ends what may label a sentence
# No meeting is held so
_BY_THE_CLOCK = re.compile("时间：[^。；\n]{0,24}?(?:[0-9]{1,2}[时点:：][0-9]{0,2}|下班)(?:之)?前")
_GIVEN_BY = re.compile(
    "[日号](?:（[^（）]{1,8}）)?[^，。；\n前]{0,8}前(?:统一|一律|一并)?(?:报送|上报|提交|送审|上交|报审|交|送)"
)
_WHEN_GIVEN = re.compile(
    "(?:何时|什么时候|什么时间|几号|哪天|多会儿)[^？]{0,8}(?:交|报|送)|(?:交|报送?|送)[^？]{0,6}(?:时间|期限|截止)"
)
_AFTERWARDS = re.compile("会后|整改方案|情况报告")
_WRITING_DONE = "时间：|完成(?=初稿|撰写|起草|修改|定稿|材料|对照检查材料|并报)"
_NEAR = 6  # characters before a clause that may say what it is about
_NO_DAY = re.compile("^[^，。]{0,8}(?:春节|元旦|节|下周|本周|月底)前")
_BY = re.compile("[日号]?(?:（[^（）]{1,8}）)?[^，。；\n前]{0,8}(?:之?前|截止)")
_OTHER_DAYS = re.compile(
    "征求|意见|谈心|谈话|学习|研讨|整改|会后|报告|总结|测评|督导|名单|方案|回执|清单|印发|施行|统计|台账|党费|培训|评议|民主评议"
)
_PAST = re.compile("召开的|以来|印发|通过的|制定的|〔|号）|上一?年度|去年")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and the clause of `flat` that names it; `of` is what it is for where a row of names says so."""

    day: datetime.date
    span: Span
    words: str
    of: DayOf | None = None


def issued(page: Page) -> tuple[datetime.date, Span] | None:
    """Find the notice's own date: the line at its end, else one under its title."""
    found = [match for match in _ISSUED.finditer(page.flat) if date_of(match) is not None]
    if not found:
        return None
    last = found[-1]
    place = last if last.start() > len(page.flat) * 0.6 or last.start() > len(page.flat) - 200 else found[0]
    if place is not last and place.start() > 600:
        return None
    day = date_of(place)
    return (day, Span(place.start("year"), place.end())) if day else None


def hand_ins(page: Page, wanted: list[Span], year: int | None, base: datetime.date | None) -> Iterator[Deadline]:
    """Yield the days by which materials are to be handed in."""
    for sentence in wanted:
        text = continued(page, sentence) + sentence.of(page.flat)
        before = page.flat[max(0, sentence.start - 80) : sentence.start]
        labelled = _HAND_IN_LABEL.search(_lead(page, sentence))
        labelled = labelled or _BY_THE_CLOCK.match(
            page.flat, page.line(sentence.start).start + _number_before(page, sentence)
        )
        labelled = labelled or _WHEN_GIVEN.search(asked_before(page, sentence, text))
        alone = _GIVEN_BY.search(text) and not _NOT_HANDED.search(before[-40:] + text)
        in_table = "\t" in text
        if (
            not labelled
            and not alone
            and not in_table
            and not (_GIVEN.search(text) and _MATERIAL.search(before + text))
        ):
            continue
        for each in _days(page, sentence, year, base):
            if each.of is not None:
                if each.of is DayOf.HANDING_IN:
                    yield each
                continue
            first, _, second = each.words.partition("，")
            words = first if _GIVEN.search(first) or _HELD.search(first) else f"{first}，{second}"
            given = bool(_GIVEN.search(words) and not _HELD.search(re.sub(_WRITING_DONE, "", first)))
            if in_table and not labelled:
                by_column = _HAND_IN_LABEL.search(page.column_head(_place_of_day(each)))
                given = bool(given and (alone or _MATERIAL.search(before + text)))
            else:
                by_column = None
            if labelled or by_column or (given and (_THE_MATERIAL.search(words) or not _NOT_HANDED.search(words))):
                yield each


def _place_of_day(deadline: Deadline) -> int:
    month = re.search("[0-9一二三四五六七八九十]+[月./-]", deadline.words)
    return deadline.span.start + (month.start() if month else 0)


def meeting_days(page: Page, wanted: list[Span], year: int | None, base: datetime.date | None) -> Iterator[Deadline]:
    """Yield the days on which, or by which, the meeting is to be held."""
    for sentence in wanted:
        lead = _lead(page, sentence)
        text = continued(page, sentence) + sentence.of(page.flat)
        of_another = _HAND_IN_LABEL.search(_LABEL.split(lead)[0]) or _BY_THE_CLOCK.search(lead)
        may_tell = _HELD.search(lead + text) and not of_another
        for each in _days(page, sentence, year, base):
            if each.of is DayOf.MEETING:
                yield each
            if not may_tell or each.of is not None:
                continue
            words = each.words
            first, _, second = words.partition("，")
            # 「9日前报党办，会议在春节前开完」: the day is that of handing in
            own = _HELD.search(first) or (_GIVEN.search(first) and _NO_DAY.search(second))
            held = first if own else f"{first}，{second.split('，')[0]}"
            # 「谈心谈话。31日前完成。」 is no meeting
            topic = page.flat[page.line(sentence.start).start : sentence.start]
            done = re.search("完成$|[前底旬日]召开$", held.strip("。")) and not _NOT_HELD.search(topic)
            about = re.search("生活会|会议|开会", held) or ("时间" in lead and not _GIVEN.search(first)) or done
            if about and _HELD.search(lead + held) and not _NOT_HELD.search(re.sub("学习教育|整改专题", "", held)):
                yield each


def _number_before(page: Page, sentence: Span) -> int:
    """Tell how long the number is with which the paragraph of a sentence begins."""
    number = re.match(
        "(?:[0-9]{1,2}[.、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）)?",
        page.line(sentence.start).of(page.flat),
    )
    return number.end() if number else 0


def _lead(page: Page, sentence: Span) -> str:
    """Give the words that label a sentence: its paragraph's beginning, or the short line before it."""
    line = page.line(sentence.start)
    before = page.line(line.start - 1).of(page.flat) if line.start else ""
    label = before if len(before) <= 12 and line.start == sentence.start else ""
    return f"{label}\n{page.flat[line.start : min(line.end, line.start + 30)]}"


def vague(page: Page, wanted: list[Span]) -> Iterator[tuple[str, str]]:
    """Yield the words for a deadline that name no day, after what it is a deadline of."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if _MATERIAL.search(text) and _GIVEN.search(text) and not _AFTERWARDS.search(text):
            for match in _VAGUE.finditer(text):
                around = text[max(text.rfind(stop, 0, match.start()) for stop in "，。；：") + 1 : match.end() + 6]
                held = _HELD.search(around.split("，")[0]) or "开完" in around
                yield "开会" if held and not _GIVEN.search(around.split("，")[0]) else "交稿", match[0]


def told_later(page: Page, wanted: list[Span]) -> Iterator[tuple[str, str]]:
    """Yield the words by which a day is left to a later notice, after what it is the day of."""
    for sentence in wanted:
        for match in _TOLD_LATER.finditer(page.flat, *sentence):
            yield "开会" if _MEETS.search(match[0]) else "交稿", match["words"]


def left_over(page: Page, wanted: list[Span], used: list[Span]) -> Iterator[Span]:
    """Yield the clauses that set a day which was taken for nothing: its year is not said, or what it is for."""
    for sentence in wanted:
        matches = [match for match in written(page.flat, sentence) if match["day"]]
        former = superseded(page, sentence, [Span(*match.span()) for match in matches])
        following = page.sentence(sentence.end)
        replaced = any(sentence.start <= span.start < max(sentence.end, following.end) for span in used)
        for n, match in enumerate(matches):
            if is_past_paper(page.flat, *match.span()) or (n in former and replaced):
                continue
            clause = next(each for each in page.clauses(*sentence) if match.start() < each.end)
            known = any(span.start <= match.start() < span.end for span in used)
            sets = _BY.match(page.flat, match.end("day")) or "时间" in _lead(page, sentence)[:16] or n in former
            about = page.flat[max(sentence.start, clause.start - _NEAR) : clause.end]
            if sets and not known and not _PAST.search(about) and not _OTHER_DAYS.search(about):
                stop = re.compile("[；。\n]").search(page.flat, clause.end, sentence.end)
                yield Span(clause.start, stop.start() if stop else sentence.end)


def _days(page: Page, sentence: Span, year: int | None, base: datetime.date | None) -> Iterator[Deadline]:
    """Yield each day of a sentence with the words it governs: from its clause's beginning to the next day."""
    flat = page.flat
    matches = [match for match in written(flat, sentence) if match["day"] or match.groupdict().get("part")]
    places = [Span(*match.span()) for match in matches]
    former, rows = superseded(page, sentence, places), respective(page, sentence, places)
    explicit: int | None = None
    for n, match in enumerate(matches):
        explicit = int(match["year"]) if match["year"] else explicit
        gone = n in former and n not in rows
        if gone or is_past_paper(flat, *match.span()) or _signed(page, sentence, match):
            continue  # 「由1月10日推迟至1月14日」
        if n + 1 < len(matches) and TO.fullmatch(flat, match.end(), matches[n + 1].start()):
            continue  # 「12月中旬至1月中旬」: the last day counts
        day = resolved(match, explicit, year, base) or by_weekday(flat, match)
        begins = max(flat.rfind(stop, sentence.start, match.start()) for stop in "，；。\n") + 1
        ranged = n > 0 and TO.fullmatch(flat, matches[n - 1].end(), match.start())
        begins = max(begins, sentence.start, matches[n - 1].span()[not ranged] if n else 0)
        ends = matches[n + 1].start() if n + 1 < len(matches) else sentence.end
        stop = flat.find("；", match.end(), ends)
        ends = stop if stop >= 0 else ends
        if n + 1 < len(matches):
            cut = max(flat.rfind(stop, match.end(), ends) for stop in "，、")
            ends = cut if cut > 0 and ends == matches[n + 1].start() else ends
        words = flat[begins:ends]
        if flat[ends : ends + 1] == "、":  # 「民主生活会1月底前、组织生活会3月底前召开」
            words += "，" + re.split("[，。；、\n]", flat[matches[n + 1].end() : sentence.end])[0]
        if before := carried(page, sentence, places, former, n):
            words = f"{words}，{before}" if _ABOUT.search(words) else f"{before}{words}"
        if day is not None and not _PAST.search(flat[match.end() : match.end() + 6]):
            if n in rows:
                yield Deadline(day, sentence, rows[n].name + flat[match.start() : ends], rows[n].of)
            else:
                yield Deadline(day, Span(begins, ends), words)


def _signed(page: Page, sentence: Span, match: re.Match[str]) -> bool:
    """Tell whether a day is the notice's own at the end of a paragraph: 「会议时间另行通知。某局党组2026年1月5日」."""
    line = page.line(sentence.start)
    alone = _SIGNATURE.fullmatch(page.flat[sentence.start : sentence.end].rstrip())
    return bool(alone and match["year"] and line.start < sentence.start and sentence.end >= line.end)
