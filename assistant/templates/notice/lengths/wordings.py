"""How a notice words a length: 「3000字左右」「三千来字」「不少于3000字、不超过4000字」「两三千字」, each as a range.

「3000字左右」 and a bare 「3000字」 are read with a `TOLERANCE` on either side. What only softens a length (一般, 原则上, 为宜)
is kept beside it, for the writer to decide what holds.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.numbering import value_of
from assistant.templates.notice.lengths.rows import AROUND, CHANGED_TO, SOFT_AFTER, in_rows
from assistant.templates.notice.lengths.size import Bound, Size, about, bounded
from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.subject_words import SUBJECT_WORDS
from assistant.templates.notice.values import LengthRange
from assistant.text import Span

NUMBER = r"[0-9]{1,2},[0-9]{3}|[0-9]+(?:\.[0-9]+)?[千万kK]|[0-9]+百?|[一二三四五六七八九十百千万两]+"
_LEAST = "[≥≧]|不(?:得|能|要|应|可|宜|准)?(?:少于|低于|下于|小于)|至少|最少|起码|写够|写足|下限(?:分别|依次|均)?"
_MOST = "[≤≦]|不(?:得|能|要|应|可|宜|准|再)?(?:超过|突破|多于|高于|大于|超)|最多|至多|上限(?:分别|依次|均)?|(?:控制|限制|限定|压缩|压减|精简|掌握|把握)[在到至]|限制?"
_ABOUT = "约|大约|大概|大致|大体|将近|接近|近|差不多|力争|争取"
# 「不足3000字的退回」: what a material is not to be; without what comes of it, nobody knows what is asked
_SHORT = "不到|不足|不满|不够|少于|低于|未达到?|达不到"
_LONG = "超过|超出|多于|高于"
_SENT_BACK = re.compile("[^。；]{0,24}?(?:退回|打回|返工|重[写报新]|不予|补[写充齐报]|修改|压[缩减]|精简|删[减节])")
_SIZE = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})(?:不?(?:得|能|要)?(?:超过|突破))?|(?P<about>{_ABOUT})|(?P<short>{_SHORT})|(?P<long>{_LONG}))?[为在到至写是：]{{0,2}}"
    rf"(?P<first>{NUMBER})(?:(?P<odd>[来多余]))?(?P<unit>个?字)?"
    rf"(?:(?:[-—–~～至到]+)(?P<second>{NUMBER})(?P<odd2>[来多余])?(?P<unit2>个?字)?)?"
    rf"(?:(?P<over>及?以上|起步|打底|往上|起(?=[，、。）；]|$))|(?P<under>以内|之内|以下|以里|内(?!容)|封顶|为限|为上限)|(?P<around>{AROUND})|之间)*"
    "(?P<fit>为宜|为好|为佳|最好|即可|就行|便可)?"
)
_WITHOUT_UNIT = re.compile("[1-9][0-9]{3,4}")
_COUNTED = re.compile("[1-9][0-9]{2,4}")
_UNIT_LATER = re.compile(rf"[、和及](?:{NUMBER})字")
_NO_SIZE_AFTER = re.compile("[0-9年月日号.千万点分页个条名人次元]|/[0-9]")
_OF_PAPER = re.compile("每[页行]$|每[页行][^，。；]{0,4}$")
_PAIR = re.compile("(?P<a>[一二两三四五六七八])(?P<b>[二三四五六七八九])(?P<unit>[千百])")
_SHORTENED = re.compile("(?P<head>[一二两三四五六七八九])(?P<unit>[千万])(?P<rest>[一二三四五六七八九])")
_ALTERED = re.compile(
    f"[^。；“”]{{0,120}}?现(?:已|将|拟|分别|统一|均|一律|相应){{0,3}}{CHANGED_TO}"
    "|[^，。；]{0,24}”现?(?:调整|修改|更改|变更|改)为"
    f"|由[^，。；]{{1,14}}?(?:{CHANGED_TO}|(?:增加|减少|充实|扩充|扩展|补充|提高|压减|缩短|精简|降低|增|减|降)(?:为|到|至))"
)
_JOINED = re.compile("[，、；（但且也又而同时应并最高]{0,4}")
_SHARED = re.compile("分别|依次|均|都|各")
_SOFT_CLAUSE = re.compile("(?:^|[，；。：])(一般(?:情况下|来说|而言)?|原则上)，$")
_LONGEST_SOFT = 8  # characters of such a clause
_CLAUSE_STOPS = "，；。：\n"
_SOFT_BEFORE = re.compile(f"一般(?:情况下|来说|而言)?|原则上?(?:要求)?|{_ABOUT}|建议|最好|尽量|提倡|参考")


def sizes(text: str, asked: str = "", *, counted: bool = False) -> list[Size]:
    """Find the lengths of a sentence; `asked` is the question it answers. What was 「由…改为」 before is none.

    `counted` says that its numbers count characters though no 字 stands behind them, as in a column of lengths.
    """
    about_length = re.search("字数|篇幅|多少字", asked + text) is not None
    single = list(_single(text, _COUNTED if counted else _WITHOUT_UNIT if about_length else None))
    found = [_soft(text, size) for size in _joined(text, single)]
    altered = [Span(*match.span()) for match in _ALTERED.finditer(text)]
    return [each for each in found if not _is_within(each.said_at, altered)]


def _is_within(place: int, stretches: Sequence[Span]) -> bool:
    n = bisect_right(stretches, Span(place, sys.maxsize)) - 1
    return n >= 0 and place < stretches[n].end


def value(numeral: str) -> int:
    """Give the number of 「5百」「3千」「三千五」「3.5k」; 0 where there is none."""
    unit = {"百": 100, "千": 1000, "万": 10000, "k": 1000, "K": 1000}
    if numeral[0].isdigit():
        try:
            return int(float(numeral.replace(",", "").rstrip("百千万kK.")) * unit.get(numeral[-1], 1))
        except ValueError:
            return 0
    if short := _SHORTENED.fullmatch(numeral):  # 「三千五」
        return (value_of(short["head"]) * 10 + value_of(short["rest"])) * unit[short["unit"]] // 10
    total = section = digit = 0
    for mark in numeral:
        factor = {"十": 10, "百": 100, "千": 1000, "万": 10000}.get(mark)
        if factor is None:
            digit = value_of(mark)
        elif factor == 10000:
            total += (section + digit) * factor
            section = digit = 0
        else:
            section += (digit or 1) * factor
            digit = 0
    return total + section + digit


def _single(text: str, without_unit: re.Pattern[str] | None) -> Iterator[Size]:
    unit_within = "字" in text
    for match in _SIZE.finditer(text):
        if not _has_unit(text, match, without_unit, unit_within=unit_within):
            continue
        if _OF_PAPER.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        sent_back = (match["short"] or match["long"]) and _SENT_BACK.match(text, match.end())
        if match["short"] and not sent_back:
            continue
        bounds, bound = _range(match, sent_back=bool(sent_back))
        if 100 <= max(bounds.least, bounds.most) <= 30000:
            begins = next((name for name in ("least", "most", "about", "short", "long") if match[name]), "first")
            yield Size(match.start(begins), match.end(), bounds, bound, value(match["first"]), match.start("first"))


def _has_unit(text: str, match: re.Match[str], without_unit: re.Pattern[str] | None, *, unit_within: bool) -> bool:
    """Tell whether a number counts characters: by its 字, by the 字 of the number beside it, or by what is spoken of."""
    if match["unit"] or match["unit2"]:
        return True
    begin, end = match.start("first"), match.end("second") if match["second"] else match.end("first")
    if _NO_SIZE_AFTER.match(text, end) or re.search("[0-9年月.—~～-]$", text[max(0, begin - 1) : begin]):
        return False
    last = match["second"] or match["first"]
    if _UNIT_LATER.match(text, end):
        return True
    bounded = match["least"] or match["most"] or match["over"] or match["under"] or match["around"]
    thousands = "千" in last and last[0] not in "千百" and len(last) >= 2
    return bool(
        (without_unit and without_unit.fullmatch(last)) or (thousands and (bounded or without_unit or unit_within))
    )


def _range(match: re.Match[str], *, sent_back: bool) -> tuple[LengthRange, Bound]:
    pair = _PAIR.fullmatch(match["first"])
    if pair and not match["second"]:  # 「三四千字」
        unit = 1000 if pair["unit"] == "千" else 100
        return LengthRange(unit * value(pair["a"]), unit * value(pair["b"])), Bound.RANGE
    first = value(match["first"])
    if match["second"]:
        second = value(match["second"])
        if first < 100 <= second:  # 「三至五千字」「3至5千字」
            first *= 1000 if second >= 1000 else 1
        return LengthRange(min(first, second), max(first, second)), Bound.RANGE
    if match["around"] or match["odd"] or match["about"]:
        return about(first), Bound.ABOUT
    if match["least"] or match["over"] or (match["short"] and sent_back):
        return LengthRange(least=first), Bound.LEAST
    if match["most"] or match["under"] or (match["long"] and sent_back):
        return LengthRange(most=first), Bound.MOST
    return about(first), Bound.ABOUT if match["fit"] else Bound.BARE


def _joined(text: str, found: list[Size]) -> list[Size]:
    """Put together what bounds one length from both sides, and give those of one row the same bound."""
    joined: list[Size] = []
    alike = _SHARED.search(text)
    for each in in_rows(text, found):
        last = joined[-1] if joined else None
        apart = last is None or not _JOINED.fullmatch(text, last.end, each.start)
        if last is None or apart or each.row or last.row or re.search("分别|依次", text[each.start : each.end]):
            joined.append(each)
        elif {last.bound, each.bound} == {Bound.LEAST, Bound.MOST} and not (
            last.bound is Bound.MOST and last.range.most < each.range.least
        ):
            bounds = LengthRange(last.range.least or each.range.least, last.range.most or each.range.most)
            joined[-1] = Size(last.start, each.end, bounds, Bound.RANGE, last.said, last.said_at)
        elif last.bound is Bound.ABOUT and each.bound is Bound.MOST and each.range.most >= last.range.least:
            bounds = LengthRange(min(last.said, each.range.most), each.range.most)  # 「力争3000字，最多4000字」
            joined[-1] = Size(last.start, each.end, bounds, Bound.RANGE, last.said, last.said_at)
        elif alike and alike.end() <= each.start and Bound.BARE in (last.bound, each.bound):
            bound = each.bound if last.bound is Bound.BARE else last.bound
            joined[-1] = bounded(last, bound)
            joined.append(bounded(each, bound))
        else:
            joined.append(each)
    return joined


def _soft(text: str, size: Size) -> Size:
    """Keep the word that softens a length beside it: one in its own clause, or one that opens the clause for all in it."""
    begins = clause_start(text, size.start, _CLAUSE_STOPS)
    alone = _SOFT_CLAUSE.search(text[max(0, begins - 2 * _LONGEST_SOFT) : begins])
    before = text[begins : size.start]
    whose = [match.start() for match in SUBJECT_WORDS.finditer(before)]
    opening = before[: whose[0]] if whose else ""
    near = before[whose[-1] :] if whose else before
    words = text[size.start : size.end]
    found = _SOFT_BEFORE.search(near) or _SOFT_BEFORE.match(words) or _SOFT_BEFORE.search(opening)
    after = SOFT_AFTER.search(words) or re.search(f"(?:{NUMBER})[来多余]字", words)
    said = found[0] if found else alone[1] if alone else after[0] if after else ""
    bare = not said or (size.bound is Bound.RANGE and is_about(said))
    return size if bare else replace(size, range=replace(size.range, soft=said))


def is_about(soft: str) -> bool:
    """Tell whether a word says that a number is only about right, and nothing of how binding it is."""
    return bool(re.fullmatch(_ABOUT, soft) or re.search(f"{AROUND}|[来多余]字$", soft))
