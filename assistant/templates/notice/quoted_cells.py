"""The lines of a text, those of one cell put together: Excel and WPS put a cell that has line breaks into quotation marks.

The marks are left out, doubled ones within become one. Where the lines of a cell are items of their own, or sentences, they
stay apart by a mark; else the break was only set for the width of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.templates.notice.subject_words import SUBJECT_WORDS
from assistant.text import paragraphs

_OPENED = re.compile('(?:^|\t) ?"(?=[^"\t]|"")(?:[^"\t]|"")*$')
_CLOSED = re.compile('^(?:[^"\t]|"")*"(?=\t| *$)')
_MOST = 20  # lines of a cell
_ITEM = re.compile(
    "[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.、．）)](?![0-9])|[①-⑳]|[-•●·]|[一二三四五六]是"
)
_ENDS = "。；;：:，,、！？"
_COMPLETE = re.compile("(?:[字个条项份页日前内上下]|左右)$")
_BEGINS_ANEW = re.compile(f"{SUBJECT_WORDS.pattern}|其中|字数|篇幅|每|全文|问题|[0-9]{{1,2}}月|报送|会议")


def lines(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield each line with the position of each of its characters."""
    plain = [(raw, range(start, start + len(raw))) for start, raw in paragraphs(text)]
    if '"' not in text or "\t" not in text:
        yield from plain
        return
    n = 0
    while n < len(plain):
        count = _lines_of_cells([raw for raw, _ in plain[n : n + _MOST]])
        yield _put_together(plain[n : n + count]) if count > 1 else plain[n]
        n += count


def _lines_of_cells(raws: Sequence[str]) -> int:
    """Tell how many lines the cells take that are opened in the first of some lines; 1 where all are closed there."""
    opened = False
    for n, raw in enumerate(raws):
        rest = raw
        if opened:
            closed = _CLOSED.match(raw)
            if closed is None:
                if "\t" in raw:
                    return 1  # a mark that only stands there
                continue
            rest = raw[closed.end() :]
        opened = _OPENED.search(rest) is not None
        if not opened:
            return n + 1
    return 1


def _put_together(found: Sequence[tuple[str, Sequence[int]]]) -> tuple[str, Sequence[int]]:
    marks: list[str] = []
    places: list[int] = []
    for number, (raw, at) in enumerate(found):
        if number:
            between = _between("".join(marks[-3:]), raw)
            marks += between
            places += [at[0] - 1 if len(at) else places[-1]] * len(between)
        marks += raw
        places += at
    return _unquoted("".join(marks), places)


def _between(before: str, following: str) -> str:
    """Give the mark that keeps two lines of a cell apart, "" where one goes on in the other."""
    if not before or before[-1] in _ENDS or before[-1] in '"\t':
        return ""
    if _ITEM.match(following):
        return "；"
    return "；" if _COMPLETE.search(before) and _BEGINS_ANEW.match(following) else ""


def _unquoted(line: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Take away the marks round the cells that have them."""
    out: list[str] = []
    at: list[int] = []
    for match in re.finditer("[^\t]*\t?", line):
        cell = match[0].rstrip("\t ")
        quoted = len(cell) > 1 and cell.lstrip()[:1] == '"' and cell[-1] == '"'
        skip = {len(cell) - len(cell.lstrip()), len(cell) - 1} if quoted else set[int]()
        doubled = {k.start() for k in re.finditer('""', cell[1:-1])} if quoted else set[int]()
        for k, mark in enumerate(match[0]):
            if k not in skip and k - 1 not in doubled:
                out.append(mark)
                at.append(places[match.start() + k])
    return "".join(out), at
