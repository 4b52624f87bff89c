"""Year, name and theme of a meeting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from assistant.language.sentences import piece_start
from assistant.templates.notice.genre import Title
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import Found
from assistant.templates.seasons import under_review
from assistant.templates.template import MEETING_LABELS, MeetingKind
from assistant.text import Span

_YEAR_WORDS = re.compile("(20[12][0-9])年?度")
_YEAR_OF_MEETING = re.compile(r"(20[12][0-9])年(?:度)?[^，。；\n]{0,30}?生活会")
_PREVIOUS = re.compile("上一?年度|整改|落实情况|以来|查摆的问题")
_SPECIAL = re.compile(
    "(?P<special>“[^“”]{2,24}”(?:主题教育)?|党史学习教育|党纪学习教育|主题教育|[\u4e00-\u9fff]{2,8}?(?:学习教育|警示教育|整改|以案促改))专题$"
)
_NOT_NAME = re.compile(
    "^.*(?:关于|认真|扎实|切实|高质量|组织|召开|开好|做好|举行|筹备|准备|党委|党组|党支部|班子|党员|领导干部|单位|基层|各级|年度|20[0-9]{2}年|委员会|公司|学校|学院|医院|局|机关|和|及|的)"
)

_BEFORE_THEME = "(?:以|围绕|紧扣|聚焦|突出|把|将)"
_OF_MEETING = "(?:本次|这次|此次|今年)?(?:的)?(?:会议|(?:民主|组织)?生活会)?的?"
_THEME = re.compile(  # what is said stands in a lookahead: the words after one 主题 may hold the next
    r"主题(?:是|为)?(?:什么|啥|怎么定|如何确定)？\n?(?:答|A[0-9]{0,2})：(?=(?P<answer>[^\n]+))"
    r"|主题(?!教育|党日|征文|宣讲)(?:\t|(?:具体|确定|统一|明确|均|都|已经|已|由“[^“”\n]{2,80}”(?:更改|调整|修改|变更|改)|经[^，。；\n]{1,8}，|，|就|现|仍|定)*(?:是|为|即|如下|定为|确定为|[：。](?=[^\n]{6})|(?=“)|（(?=[^（）\n]{10,}）)))：?\n?(?=(?P<after>[^\n]+))"
    r"|(?<=主题)(?P<headed>[：。]?\n)：?(?=(?P<below>[^\n]+))"
    rf"|{_BEFORE_THEME}(?P<quoted>“[^\n]{{10,400}}?”)(?:这一|这个|的)?(?:为|作为)?{_OF_MEETING}主题"
    rf"|(?:^|(?<=[。；，\n]))(?P<subject>“[^“”\n]{{10,400}}”)是{_OF_MEETING}主题"
    rf"|(?:以|围绕|紧扣|聚焦)(?P<plain>[^“”。；：\n]{{10,200}}?)(?:为|作为|这个|这一){_OF_MEETING}主题"
)
_NO_THEME = re.compile(
    "^(?:教育|党日|鲜明|突出|由|按|以上级|根据上级|要|须|应|待|另行|，|、|和|与|另|与民主|同)|意义重大|高度重视|十分重要|至关重要|重要(?:举措|抓手|途径)$|另行|待定|为准$|研究同意"
)
# 「以支部为单位，以…为主题」
_OTHER_FRAME = re.compile("^.*?为(?:单位|契机|载体|抓手|指导|主体|基础|目标)，(?:以|围绕|紧扣|聚焦)")
_OTHER_THEME = re.compile("党日|党课|学习|研讨|宣讲|征文|讨论|展览")
_AFTER_THEME = re.compile("；(?=(?:不得|请|各|要|须|应|由|其他)).*$")
_HEADED = 14  # characters before 主题 in a line that is no more than a heading


def year(page: Page, heading: Title | None, meeting: MeetingKind, wanted: list[Span]) -> Found[int] | None:
    """Find the year under review as the notice names it."""
    if heading and (match := _YEAR_WORDS.search(heading.text) or re.search("(20[12][0-9])年", heading.text)):
        return page.found(int(match[1]), *heading.span)
    word = MEETING_LABELS[meeting]
    for needed in (word, "生活会"):
        for sentence in wanted:
            words = sentence.of(page.flat)
            if needed not in words:
                continue
            # 「定于2026年1月召开2025年度民主生活会」
            of_year = list(re.finditer(f"(20[12][0-9])年度[^，。；\n]{{0,30}}?{needed}", words))
            for match in of_year or _YEAR_OF_MEETING.finditer(words):
                if not _PREVIOUS.search(words[max(0, match.start() - 8) : match.end() + 12]):
                    return page.found(int(match[1]), *sentence)
    return None


def only_year(page: Page) -> Found[int] | None:
    """Give the year of a message that names one 年度 alone: 「2026年度的，别写错」."""
    found = list(re.finditer("(20[12][0-9])年度", page.flat))
    if len({match[1] for match in found}) != 1 or _PREVIOUS.search(
        page.flat[max(0, found[0].start() - 8) : found[0].end() + 12]
    ):
        return None
    return page.found(int(found[0][1]), *found[0].span())


def year_by_day(page: Page, day: datetime.date, span: Span, *, special: bool) -> Found[int] | None:
    """Tell the year from a day of the season; outside of it a special meeting looks at no other year than its own."""
    year = under_review(day.year, day.month) or (day.year if special else None)
    return page.found(year, *span) if year else None


def name(
    page: Page, heading: Title | None, meeting: MeetingKind, year: Found[int] | None, wanted: list[Span]
) -> Found[str] | None:
    """Find what the meeting is called: 「2025年度民主生活会」「主题教育专题民主生活会」."""
    word = MEETING_LABELS[meeting]
    places = [heading.span] if heading else []
    places += [span for span in wanted[:12] if word in span.of(page.flat)]
    for place in places:
        words = place.of(page.flat)
        for match in re.finditer(f"(?<!双重){word}", words):
            before = words[: match.start()]
            if place is not places[0] and _PREVIOUS.search(before[-24:] + words[match.end() : match.end() + 8]):
                continue
            special = _special(before)
            stated = _YEAR_WORDS.search(before)
            if special:
                return page.found(f"{f'{stated[1]}年度' if stated else ''}{special}{word}", *place)
            if stated:
                return page.found(f"{stated[1]}年度{word}", *place)
            if year is not None and year.said and re.search(f"{year.value}年(?:度)?", words):
                return page.found(f"{year.value}年度{word}", *place)
    return None


def _special(before: str) -> str:
    """Read what makes a meeting special from the words before its name: 「主题教育专题」."""
    if not before.endswith("专题"):
        return ""
    match = _SPECIAL.search(before)
    if match is None:
        return "专题"
    return f"{_NOT_NAME.sub('', match['special'])}专题"


def themes(page: Page, heading: Title | None) -> Iterator[tuple[Found[str], int]]:
    """Yield the themes that the notice gives, each with the place in `flat` where its words begin.

    What a sentence calls the theme goes before what merely stands below a heading.
    """
    stated = _YEAR_WORDS.search(heading.text) if heading else None
    below: list[tuple[Found[str], int]] = []
    for match in _THEME.finditer(page.flat):
        group = next(name for name in ("answer", "after", "below", "quoted", "subject", "plain") if match[name])
        line = page.line(match.start())
        if group == "below" and (match.start() - line.start > _HEADED or "“" in line.of(page.flat)):
            continue
        if _is_another_theme(page.flat, match.start(), stated[1] if stated else ""):
            continue
        text, end = _theme_words(_OTHER_FRAME.sub("", match[group]) if group == "plain" else match[group])
        if text is None:
            continue
        if "\t" in match[group]:
            yield from _in_cells(page, match.span(group))
            continue
        begins = piece_start(page.flat, match.start() + 1, "。\n；")
        ends = match.end(group) if group == "plain" else match.start(group) + end
        found = (
            page.found(_with_blanks(page, text, match.start(group)), min(begins, match.start()), ends),
            match.start(group),
        )
        if group == "below":
            below.append(found)
        else:
            yield found
    yield from below


def _in_cells(page: Page, stretch: tuple[int, int]) -> Iterator[tuple[Found[str], int]]:
    """Yield the themes of a row of a table that has one for each meeting."""
    row = page.tables.row(stretch[0])
    for cell in row.cells if row else ():
        begins = max(cell.start, stretch[0])
        text, end = _theme_words(page.flat[begins : cell.end]) if begins < cell.end else (None, 0)
        if text is not None:
            yield page.found(text, begins, begins + end), begins


def _with_blanks(page: Page, text: str, begins: int) -> str:
    """Put back the blank between the two halves of a theme (「忠诚担当守正义 司法为民葆本色」), which `flat` does not keep."""
    at = page.flat.find(text, begins)
    original = page.span(at, at + len(text)).of(page.text) if at >= 0 else text
    halves = re.split("[ \u3000]+", original)
    two = (
        len(halves) == 2
        and "".join(halves) == text
        and all(re.fullmatch("[\u4e00-\u9fff]{5,}", each) for each in halves)
    )
    return " ".join(halves) if two else text


def _is_another_theme(flat: str, position: int, year: str) -> bool:
    """Tell whether it is the theme of last year's meeting, or of something else than a meeting."""
    clause = flat[piece_start(flat, position, "，。；\n") : position]
    other = _OTHER_THEME.search(clause[-8:]) and "生活会" not in clause
    years = re.findall("(20[0-9]{2})年", clause)
    return bool(re.search("上一?年度|去年", clause) or other or (year and years and year not in years))


def _theme_words(words: str) -> tuple[str | None, int]:
    """Take the theme from the words after 「主题是」: a quotation, or as far as the sentence goes."""
    framed = re.match("(?:[^，。；：“”]{0,20}?(?=[以围紧]))(?:以|围绕|紧扣)(?=“)", words)
    words = words[framed.end() :] if framed else words
    dropped = framed.end() if framed else 0
    lead = re.match(
        "(?:以上级[^：]*：|[^，。；：“]{0,24}?(?:主题(?:，|具体|确定|统一|均|都|已)*(?:是|为|：))：?|[^。；：“]{0,30}，即：?(?=“))",
        words,
    )
    start = lead.end() if lead else 0
    stop = re.compile("[。\n]").search(words, start)
    end = stop.start() if stop else len(words)
    if words.startswith(("“", "「", "『"), start):
        closing = _closing(words, start)
        if closing > start + 8:
            start, end = start + 1, closing
    text = _AFTER_THEME.sub("", re.sub("^(?:（[一1]）|[一1][、.])", "", words[start:end])).strip("，；：、 \t")
    if text.count("）") > text.count("（"):
        text = text[: text.rfind("）")]  # 「主题（…）」
    text = re.sub("^(?:这次|本次|此次|今年|今年的)[^，。：]{0,14}会，?要?(?=[^，])", "", text)
    if text.startswith("《") and text.find("》") == len(text) - 1:
        text = text[1:-1]
    if words[start - 1 : start] == "“":
        text = text.replace("‘", "“").replace("’", "”")
    if len(text) < 6 or len(text) > 400 or _NO_THEME.search(text):
        return None, 0
    return text, dropped + min(len(words), end + (words[end : end + 1] in ("”", "」", "』", "。")))


def _closing(words: str, start: int) -> int:
    """Find the quotation mark that closes the one at `start`, over quotations inside it."""
    opening = words[start]
    closing = {"“": "”", "「": "」", "『": "』"}[opening]
    depth = 0
    for n in range(start, len(words)):
        depth += (words[n] == opening) - (words[n] == closing)
        if depth == 0:
            return n
    return -1
