"""The numbers of headings and items: 第一部分 一、 （一） 1. 一是 第一， （1） ①. Read them, write them, count them anew.

`ordinals` looks at one paragraph alone, so its answer can be kept as long as the paragraph does not change. Whether a
ordinal really opens a section is decided by the outline, which sees its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from assistant.patterns import compiled_later
from assistant.text import BLANK, Edit


class Style(Enum):
    """A way of numbering. The value is the level of heading that official documents use it for (GB/T 9704-2012)."""

    PART = "第一部分　", 1
    HAN = "一、", 1
    HAN_PAREN = "（一）", 2
    HAN_ITEM = "一、", 3  # 一、 of a list under （一）; the outline tells it from a chapter
    DIGIT = "1.", 3
    IS = "一是", 3
    ORDINAL = "第一，", 3
    DIGIT_PAREN = "（1）", 4
    CIRCLED = "①", 5

    __hash__ = object.__hash__  # the library's is a call into Python, and after a key there are hundreds

    def __init__(self, _sample: str, level: int) -> None:
        self.level = level


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number found in a paragraph.

    `start` and `end` enclose the number as written; `leading` says that nothing but markup stands before it in its
    paragraph; `sure` that the character before it ends a sentence or clause, so it needs no neighbour to be believed.
    """

    style: Style
    value: int
    raw: str
    start: int
    end: int
    leading: bool
    sure: bool


_HAN_DIGITS = "一二三四五六七八九"
_HAN = "[一二三四五六七八九十]{1,3}"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SIGNS = {  # numbers that are one character each
    "CIRCLED": CIRCLED,
    "DIGIT": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "DIGIT_PAREN": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "HAN_PAREN": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
}

# What web pages and Markdown leave before a number: 「##paidbegin##2.」「## 一、」「**（一）」「- 一是」; and 「【一、」「◆一、」.
MARKUP = compiled_later(
    rf"(?:##\w+##|#+|\*{{1,3}}|&nbsp;|>(?=\s)|[-+•·](?=\s)|[{BLANK}]|[◆■▲★◇▶►※☆▪](?![◆■▲★◇▶►※☆▪])"
    rf"|[【〖](?=(?:{_HAN} ?[、.．]|[（(]{_HAN}[）)]|[0-9]{{1,2}}[、.．]|第{_HAN}部分)))*"
)

_NUMBER = compiled_later(
    # 一、 and not 「一、二级」; also 「一.」 and 「一 、」
    rf"(?P<HAN>{_HAN}) ?[、.．](?!{_HAN}[、级类])"
    # （一） (一) and the slip 「（一）、」
    rf"|[（(] ?(?P<HAN_PAREN>{_HAN}) ?[）)][、.．]?"
    # 1. 1、 and not 0.05, 1.5亿 or 5、6月份; a number may follow: 「1.2026年1月20日前」「2、3个项目」
    r"|(?P<DIGIT>[1-9１-９][0-9０-９]?)"
    r"(?:[.．](?![0-9０-９](?![0-9]{0,3}[年月]))| ?、(?![0-9０-９]{1,2}(?:[年月日号时点季两、，至到—~～-]|$)))"
    # 一是 and not 「说一是一，说二是二」
    rf"|(?P<IS>{_HAN})是(?!(?P=IS)(?:[、，。就]|$))"
    rf"|第(?P<ORDINAL>{_HAN})[，,、：:]"
    r"|[（(](?P<DIGIT_PAREN>[0-9０-９]{1,2})[）)]|(?P<DIGIT_HALF_PAREN>[1-9][0-9]?)[）)]"
    r"|(?P<SIGN>[①-⒛㈠-㈩])"
    # 第一部分 at a paragraph's start, as a heading and not 「第一部分是…」
    rf"|第(?P<PART>{_HAN}|[1-9])部分(?:[：:、]|[{BLANK}]+|$)"
)
# Other ways of numbering, at a paragraph's start only: 一：, 一 , 一）, 壹、, 甲、, Ⅰ、, 第一章, 1.1, 【一】
_UNUSUAL = compiled_later(
    rf"(?P<HAN>{_HAN})(?: ?(?P<SURE>[：:])|[。，,丨｜]|[{BLANK}]+)|[【〔\[［＜<〈](?P<HAN_BRACKETS>{_HAN})[】〕\]］＞>〉]"
    rf"|(?P<HAN_PAREN>{_HAN})[）)]"
    rf"|[（(](?P<FORMAL_PAREN>[壹贰叁肆伍陆柒捌玖拾])[）)]"
    rf"|(?P<FORMAL>[壹贰叁肆伍陆柒捌玖拾]) ?[、.．：:]|(?P<STEM>[甲乙丙丁戊己庚辛壬癸]) ?[、.．：:](?![甲乙丙丁两双])"
    rf"|(?P<ROMAN>[Ⅰ-Ⅻ]|(?:IX|IV|V?I{{1,3}}|V|X)(?![A-Za-z])) ?(?:[、.．：:]|[{BLANK}]+)"
    rf"|第(?P<CHAPTER>{_HAN}|[1-9][0-9]?)[章篇][：:、{BLANK}]*|第(?P<PARAGRAPH>{_HAN}|[1-9][0-9]?)节[：:、{BLANK}]*"
    rf"|(?P<DECIMAL>[1-9][0-9]?(?:[.．][1-9][0-9]?){{1,2}})(?:[、.．]?[{BLANK}]*)(?![0-9.亿万元％%‰个倍度米公吨亩千百分月日天人次户家件条项小时级版])|(?P<BARE>[1-9][0-9]?)(?:[{BLANK}]+|[丨｜])|(?P<ZERO>0[1-9])(?:[{BLANK}]+|[、.．][{BLANK}]*)"
)
_SERIES = {"FORMAL": "壹贰叁肆伍陆柒捌玖拾", "STEM": "甲乙丙丁戊己庚辛壬癸", "ROMAN": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"}
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_UNUSUAL_STYLES = {
    "HAN_BRACKETS": "HAN",
    "FORMAL": "HAN",
    "FORMAL_PAREN": "HAN",
    "STEM": "HAN",
    "ROMAN": "HAN",
    "CHAPTER": "PART",
    "PARAGRAPH": "HAN_PAREN",
}
_NO_HEADING = compiled_later(".*[。；;！？，,]$|.*[。；！？]|[是个条项次名年月天日届大旦些般定致样来则把等]")
_LONGEST_HEADING = 40  # characters
_AFTER_STOP = compiled_later(  # the plain class at the start is looked for much faster than what follows
    rf"[。；：！？;:”’）)面](?:(?<=[。；：！？;:])|(?<=[。；！？][”’）)])|(?<=方面))[{BLANK}*]*(?=[一二三四五六七八九十第0-9０-９（(①-⒛㈠-㈩])"
)
_AFTER_COMMA = compiled_later(rf"[，,、][{BLANK}*]*(?={_HAN}是|第{_HAN}[，,、]|[（(]|[①-⒛㈠-㈩])")
_LAST_OF_SEVERAL = compiled_later("(?<=[.．])[1-9][0-9]?(?![0-9]|[.．][0-9])")  # 1.2
_ANY_NUMBER = compiled_later(f"{_HAN}|[0-9０-９]+")
_IN_EITHER_QUOTES = compiled_later("“[^“”]*”|‘[^‘’]*’")  # one that is never closed hides nothing


def ordinals(paragraph: str) -> tuple[Ordinal, ...]:
    """Find the numbers in a paragraph: one at its start, others after 。；： or, less surely, after a comma.

    「0.05」「2021年」「三个坚持」「5G」 are none, nor is anything inside a pair of quotes.
    """
    found: dict[int, Ordinal] = {}
    lead = MARKUP.match(paragraph)
    opening = lead.end() if lead else 0
    _note(found, paragraph, opening, leading=True, sure=True)
    if not found and (unusual := _unusual(paragraph, opening)):
        found[opening] = unusual
    quoted: Sequence[tuple[int, int]] | None = None
    for boundary, sure in ((_AFTER_STOP, True), (_AFTER_COMMA, False)):
        for match in boundary.finditer(paragraph, opening):
            if quoted is None:
                quoted = [pair.span() for pair in _IN_EITHER_QUOTES.finditer(paragraph)]
            at = bisect_left(quoted, (match.end(),)) - 1  # the last that begins before it
            if at < 0 or quoted[at][1] <= match.end():
                _note(found, paragraph, match.end(), leading=False, sure=sure)
    return tuple(found[start] for start in sorted(found))


def _note(found: dict[int, Ordinal], paragraph: str, position: int, *, leading: bool, sure: bool) -> None:
    match = _NUMBER.match(paragraph, position)
    if match is None or position in found:
        return
    kind = match.lastgroup or ""
    digits = match[kind]
    if kind == "DIGIT_HALF_PAREN":
        kind = "DIGIT_PAREN"
    if kind == "SIGN":
        kind = next(kind for kind, signs in _SIGNS.items() if digits in signs)
    value = value_of(digits)
    if kind == "PART" and not leading:
        return
    if value:
        found[position] = Ordinal(Style[kind], value, match[0].rstrip(), position, match.end(), leading, sure)


def _unusual(paragraph: str, position: int) -> Ordinal | None:
    """Read a number written otherwise. Unless it can be nothing else, `sure` is False: its neighbours must bear it out."""
    match = _UNUSUAL.match(paragraph, position)
    if match is None:
        return None
    kind = next(name for name, written in match.groupdict().items() if written and name != "SURE")
    digits, rest = match[kind], paragraph[match.end() :].strip("】〗*# ")
    heads = 2 <= len(rest) <= _LONGEST_HEADING and (rest[0] in "“《（" or "\u4e00" <= rest[0] <= "\u9fff")
    if (not heads or _NO_HEADING.match(rest)) and not match["SURE"]:
        return None
    style = Style[_UNUSUAL_STYLES.get(kind, kind)] if kind not in ("DECIMAL", "BARE", "ZERO") else Style.DIGIT
    series = _SERIES.get(kind.removesuffix("_PAREN")) if kind != "HAN_PAREN" else None
    if series:
        value = (series.find(digits) if digits not in _ROMANS else _ROMANS.index(digits)) + 1
    elif kind == "DECIMAL":
        figures = re.split("[.．]", digits)
        style, value = (Style.HAN_PAREN, Style.DIGIT)[len(figures) - 2], int(figures[-1])
    else:
        value = value_of(digits)
    sure = kind in ("CHAPTER", "PARAGRAPH", "FORMAL", "FORMAL_PAREN", "HAN_BRACKETS") or bool(match["SURE"])
    return Ordinal(style, value, match[0].rstrip(), position, match.end(), True, sure) if value else None


def form(raw: str) -> str:
    """Tell how a number is written, whatever its value: 「一，」 and 「三，」 alike."""
    series = "|".join(f"[{signs}]" for signs in _SERIES.values())
    return re.sub(f"{_HAN}|[0-9]+|[IVX]+|{series}", "1", raw)


@lru_cache(maxsize=512)
def value_of(numeral: str) -> int:
    """Read a Chinese or Arabic numeral below a hundred, or one character that is a number; 两 is two. What is none gives 0."""
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) == 1 and (series := next((signs for signs in _SIGNS.values() if numeral in signs), "")):
        return series.index(numeral) + 1
    tens, ten, ones = numeral.replace("两", "二").rpartition("十")
    if any(part and part not in _HAN_DIGITS for part in (tens, ones)) or len(tens) > 1 or len(ones) > 1:
        return 0
    return (_digit(tens, 1) if ten else 0) * 10 + _digit(ones, 0)


def _digit(numeral: str, default: int) -> int:
    return _HAN_DIGITS.index(numeral) + 1 if numeral else default


def han(value: int) -> str:
    """Write a number from 1 to 99 in Chinese numerals: 10 is 十, 21 is 二十一. Others stay in digits."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_HAN_DIGITS[tens - 1]}十"
    return ten + (_HAN_DIGITS[ones - 1] if ones else "")


def counting(value: int, like: str = "") -> str:
    """Write a number from 1 to 99 as it counts things, 两个 and not 二个; in digits where one that it is `like` is so."""
    if like.isdecimal():
        return str(value)
    return "两" if value == 2 else han(value)


def write(style: Style, value: int) -> str:
    """Write a number in the standard form of its style."""
    return rewrite(style.value[0], style, value)


def rewrite(raw: str, style: Style, value: int) -> str:
    """Give a number as written another value, keeping its brackets, dots and width."""
    signs = _SIGNS.get(style.name, "")
    if raw[:1] and raw[:1] in signs:
        return (
            signs[value - 1]
            if value <= len(signs)
            else write(Style.DIGIT_PAREN if style is Style.CIRCLED else style, value)
        )
    for at, sign in enumerate(raw[:2]):  # 壹、 （壹）
        if series := next((each for each in _SERIES.values() if sign in each), ""):
            return raw[:at] + series[min(value, len(series)) - 1] + raw[at + 1 :]
    if roman := re.match("[IVX]+", raw):
        return _ROMANS[min(value, len(_ROMANS)) - 1] + raw[roman.end() :]
    if last := _LAST_OF_SEVERAL.search(raw):
        return raw[: last.start()] + str(value) + raw[last.end() :]
    new = str(value) if style in (Style.DIGIT, Style.DIGIT_PAREN) or re.match("第?[0-9]+", raw) else han(value)
    if re.search("[０-９]", raw):
        new = new.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return _ANY_NUMBER.sub(new, raw, count=1)


def renumber(numbers: Sequence[tuple[int, str, Style, int]]) -> tuple[Edit, ...]:
    """Make edits that give each number, listed as (start, raw, style, wanted value), the value it should have."""
    edits = (Edit(start, start + len(raw), rewrite(raw, style, value)) for start, raw, style, value in numbers)
    originals = {start: raw for start, raw, _, _ in numbers}
    return tuple(edit for edit in edits if edit.replacement != originals[edit.start])
