"""A notice as one can search it: lines broken by the page put together again, marks and digits of one width.

Everything is looked for in `flat`; what is found is told in positions of the text itself.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import cycle
from typing import TypeVar

from assistant.language import years
from assistant.language.sentences import CLAUSE, WHOLE_SENTENCE
from assistant.templates.notice import quoted_cells
from assistant.templates.notice.headings import Headings
from assistant.templates.notice.tables import Tables, name_cell
from assistant.templates.notice.values import Found
from assistant.text import Span

T = TypeVar("T")

_HAN = "\u3400-\u9fff"
_WIDE = str.maketrans("０１２３４５６７８９％．－／", "0123456789%.-/")
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_EXPANDED = {chr(0x2474 + n): f"（{n + 1}）" for n in range(20)} | {chr(0x2488 + n): f"{n + 1}." for n in range(20)}
_EXPANDED |= {chr(0x3220 + n): f"（{'一二三四五六七八九十'[n]}）" for n in range(10)}
_SPECIAL = re.compile('[０-９％．－／,;:()?!*_`|【】"\\s\u3000⑴-⒛㈠-㈩]')
_LEAD = re.compile(r"^(?:#+\s*|>\s+|[-+*•·●◆■▪★☆→]\s*(?![-*])|—{1,2}\s*)*(?:\|[ \t]*)?")
_PAGE_NUMBER = re.compile(r"^(?:[-—–\s]*[0-9]{1,3}[-—–\s]+|第\s*[0-9]+\s*页.{0,12}|[-—–=_*\s|:]{3,})$")
_FIRST_MONTH = re.compile("元(?=月(?!旦))")  # 元月8日
_BARE_NUMBER = re.compile(r"^[0-9]{1,2}$")
_ROW_NUMBER = re.compile(r"^([0-9]{1,2})[\t ]")

_NUMBERED = re.compile(
    r"^(?:(?:问|答|[QA][0-9]{0,2})[：:]|[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}(?:[.、）](?![0-9])|\.(?=20[0-9]{2}年))|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、：])"
)
_TITLE_END = re.compile("(?:通知|提示|方案|安排|要求|函|意见|材料|提纲|报告|制度|办法)(?:（.{1,12}）)?$")
_OPENS_ANEW = re.compile(
    "^(?:紧扣“|请于|请各|材料请|重点|主要|是否|各|附件|联系人|中共|20[0-9]{2}年[0-9]+月[0-9]+日$|带头|在带头|时间|地点|主题)"
)
_NARROW = 16  # a telephone's screen: believed only where half the lines are that long
_NARROWEST = 9
_PARAGRAPH = 400
_TOO_LONG = 28
_STOPS = "。！？；：…"


class Page:
    """A notice with its lines joined; `flat` has a line for each paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        at = array("l")
        lines = [line for line in _lines(text) if not _PAGE_NUMBER.match(line[0])]
        widths = _page_widths([line for line, _ in lines])
        pieces: list[str] = []
        before = ""
        for line, positions in lines:
            if before and line and _BARE_NUMBER.match(before):
                pieces.append(".")  # a cell of a table that held only the number
                at.append(positions[0])
            elif before and not (line and not _opens_a_label(text, positions) and _goes_on(before, line, widths)):
                pieces.append("\n")
                at.append(at[-1])
            if line:
                pieces.append(line)
                at.extend(positions)
            before = line
        self.flat = "".join(pieces)
        self._at = at

    def span(self, start: int, end: int) -> Span:
        """Tell where a stretch of `flat` stands in the text."""
        return Span(self._at[start], self._at[end - 1] + 1)

    def found(self, value: T, start: int, end: int) -> Found[T]:
        """Put a value beside the stretch of `flat` that says it."""
        while end > start + 1 and self.flat[end - 1] in "\n\t":
            end -= 1
        while start < end - 1 and self.flat[start] in "\n\t":
            start += 1
        span = self.span(start, end)
        if self.text[: span.start].endswith("【") and "】" in span.of(self.text):
            span = Span(span.start - 1, span.end)  # a heading in such brackets is quoted with both
        return Found(value, span.of(self.text), span)

    @cached_property
    def sentences(self) -> list[Span]:
        return [Span(*match.span()) for match in WHOLE_SENTENCE.finditer(self.flat)]

    def sentence(self, position: int) -> Span:
        """Give the sentence around a position of `flat`."""
        n = bisect_right(self.sentences, Span(position, len(self.flat) + 1)) - 1
        if n >= 0 and position < self.sentences[n].end:
            return self.sentences[n]
        return Span(position, position + 1)

    def line(self, position: int) -> Span:
        """Give the paragraph around a position of `flat`."""
        end = self.flat.find("\n", position)
        return Span(self.flat.rfind("\n", 0, position) + 1, len(self.flat) if end < 0 else end)

    @cached_property
    def tables(self) -> Tables:
        return Tables(self.flat)

    @cached_property
    def headings(self) -> Headings:
        return Headings(self.flat)

    def column_head(self, position: int) -> str:
        """Give the head of the column of a table in which a place stands, "" where it stands in none."""
        row = self.tables.row(position)
        return row.heads[row.cell_at(position)] if row else ""

    def row_name(self, position: int) -> str:
        """Give the first words of the row of a table in which a place stands, "" where it stands in none or in these words."""
        row = self.tables.row(position)
        named = name_cell(self.flat, row) if row else None
        if row is None or named is None or row.cell_at(position) <= named:
            return ""
        return row.cells[named].of(self.flat).strip()

    def clauses(self, start: int, end: int) -> Iterator[Span]:
        """Yield the clauses of a stretch of `flat`."""
        for match in CLAUSE.finditer(self.flat, start, end):
            yield Span(*match.span())


def _lines(text: str) -> Iterator[tuple[str, array[int]]]:
    """Yield each line that is not blank, in one width, with the position of each of its characters; blank ones as ""."""
    blank = True
    for raw, at in quoted_cells.lines(text):
        line, positions = _one_width(raw, at)
        if line or not blank:
            yield line, positions
        blank = not line


def _one_width(raw: str, at: Sequence[int]) -> tuple[str, array[int]]:
    lead = _LEAD.match(raw)
    first = lead.end() if lead else 0
    if not _SPECIAL.search(raw, first):
        line, positions = raw[first:], array("l", at[first:])
    else:
        line, positions = _by_character(raw, at, first)
    line = _FIRST_MONTH.sub("1", years.plain(line))
    row = _ROW_NUMBER.match(line)
    if row:
        line = f"{row[1]}.{line[row.end() :]}"
    return line, positions


def _by_character(raw: str, places: Sequence[int], first: int) -> tuple[str, array[int]]:
    out: list[str] = []
    at = array("l")
    quotes = cycle("“”")
    last = len(raw.rstrip("* ")) - 1
    letterspaced = raw.count(" ", first) > 0.3 * (len(raw) - first)  # 「关 于 召 开」, as scans read it
    for n in range(first, len(raw)):
        mark = raw[n]
        if mark.isspace() or mark == "|":
            mark = _blank(raw, n, out, letterspaced=letterspaced)
        elif mark == '"':
            mark = next(quotes)
        elif mark == "】":  # 【会议主题】 names what follows
            mark = "：" if n < last and raw[n + 1] not in "：:" else ""
        elif mark in "*_`【":
            mark = ""
        elif mark in _FULL and _beside_han(raw, n):
            mark = _FULL[mark]
        for each in _EXPANDED.get(mark, mark.translate(_WIDE)):
            out.append(each)
            at.append(places[n])
    while out and out[-1].isspace():
        out.pop()
        at.pop()
    return "".join(out), at


def _blank(raw: str, n: int, out: list[str], *, letterspaced: bool) -> str:
    """Give what to put for a blank: a tab between cells, a space between words, else nothing."""
    if raw[n] in "\t|":
        if out and out[-1] == " ":
            out[-1] = "\t"
            return ""
        return "\t"  # an empty cell too keeps its place
    apart = not letterspaced and not (out and out[-1].isspace()) and _apart(raw, n, out)
    return " " if apart else ""


def _apart(raw: str, n: int, out: list[str]) -> bool:
    """Tell whether a blank keeps two words apart; between Chinese characters it was only set for looks."""
    before = out[-1] if out else ""
    after = raw[n:].lstrip()[:1] if n + 20 > len(raw) else raw[n : n + 20].lstrip()[:1]
    if before.isascii() and before.isdigit() and len(out) <= 2 and re.match(f"[{_HAN}]", after):
        return not re.match("[年月日个条字]", after)  # 「1 带头…」, a row of a table
    return bool(before) and before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _beside_han(raw: str, n: int) -> bool:
    around = raw[max(0, n - 1) : n] + raw[n + 1 : n + 2]
    return bool(re.search(f"[{_HAN}“”‘’《》（）、]", around)) or (raw[n] in "()" and bool(re.search("[0-9]", around)))


def _opens_a_label(text: str, positions: array[int]) -> bool:
    """Tell whether a line begins with 【, which is left out of it."""
    return text[max(0, positions[0] - 1) : positions[0]] == "【"


def _page_widths(lines: list[str]) -> tuple[int, int]:
    """Give the width at which lines were broken, in characters and in columns; 0 where they were not."""
    filled = [line for line in lines if line][1:]  # a title is broken as it pleases
    if len(filled) < 4:
        return 0, 0
    widths = []
    for measure, slack, most in ((len, 3, 65), (_columns, 6, 130)):
        sizes = sorted(measure(line) for line in filled)
        widest = sizes[-1 - len(sizes) // 10]  # a few lines hang over
        full = sum(size >= widest - slack for size in sizes)
        enough = max(3, len(sizes) // 4) if widest >= _NARROW else max(8, len(sizes) // 2)
        broken = _NARROWEST <= widest <= most and sizes[-1] <= widest * 5 // 4 and full >= enough
        widths.append(widest - slack if broken else 0)
    return widths[0], widths[1]


def _columns(line: str) -> int:
    return len(line.encode("gb18030", "replace"))


def _goes_on(line: str, following: str, widths: tuple[int, int]) -> bool:
    """Tell whether a line was broken in the middle of a sentence, so that the next one belongs to it."""
    filled = (widths[0] and len(line) >= widths[0]) or (widths[1] and _columns(line) >= widths[1])
    if (line[-1] in _STOPS and not (filled and line[-1] == "；")) or "\t" in line:
        return False
    if len(line) < _PARAGRAPH and any(line.count(a) > line.count(b) for a, b in ("（）", "《》", "“”", "「」")):
        return True
    if _NUMBERED.match(following):
        return False
    titled = line.startswith("关于") and bool(_TITLE_END.search(line))
    if line[-1] in "，、" or following[0] in "，。、；：）" or (filled and not titled):
        return True
    return not _TITLE_END.search(line) and not _OPENS_ANEW.match(following) and _unfinished(line, following)


def _unfinished(line: str, following: str) -> bool:
    """Tell whether a line that fills no page width was all the same cut: too long for a heading, or an aspect's half."""
    if line.startswith("关于") and _TITLE_END.search(following):
        return True
    begun = _NUMBERED.sub("", line)
    half = begun.startswith(("在", "带头")) and "方面" not in line and re.match("[^。；：，]{0,20}方面", following)
    return len(line) >= _TOO_LONG or bool(half)
