"""Text that is only drawn on pages (PDF, OFD) → paragraphs.

Such files know where characters stand and nothing of paragraphs. Lines are put together from what stands at one height;
a paragraph ends where a line ends early, where the next is indented, larger, or further below than lines are. Page
numbers, and headers and footers that stand on several pages, are no text. Fonts leave other characters than were
written: radicals, full-width figures, letters in one. They become the usual ones first, for numbers of headings tell
where paragraphs begin.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.text import strange_characters, usual


class Fragment(NamedTuple):
    """Characters drawn together: where they begin, upwards from the bottom of the page, and how large they are."""

    x: float
    y: float
    size: float
    text: str


class Drawn(NamedTuple):
    """Paragraphs; how many page numbers, headers and footers were left out of them; how many characters that only look like
    others, and how many runs of full-width or joined ones, were made the usual ones.
    """

    lines: list[str]
    edges: int
    look_alikes: int
    printed: int


class _Line(NamedTuple):
    page: int
    x: float
    right: float
    y: float
    size: float
    text: str
    drawn: str  # the characters as they were drawn, of which the text is made


class _Measures(NamedTuple):
    left: float
    right: float
    size: float
    pitch: float


_PAGE_NUMBER = re.compile(
    r"[-—–―－~\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:\s*[/，,共]*\s*共?\s*[0-9]{1,4}\s*页?)?[-—–―－~\s]*"
)
_NUMBER = re.compile(
    r"(?:[0-9]{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.．、]|[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⒛㈠-㈩]"
)
# Figures and letters in full width, joined as ﬁ is, or of mathematics; with the point between two figures
_PRINTED = re.compile("[０-９Ａ-Ｚａ-ｚﬀ-ﬆ\U0001d400-\U0001d7ff]+(?:．[０-９]+)*")
_WIDE = re.compile("[\u2e80-\uffef—…“”‘’]")
_AT_EDGE = 2  # lines at the top and bottom of a page that may be headers or footers
_FURTHEST = 1e6


def paragraphs(pages: Iterable[Sequence[Fragment]], width: float = 0) -> Drawn:
    """Put the fragments of each page together. `width` is that of the pages, 0 where it is not known."""
    lines: list[_Line] = []
    for number, fragments in enumerate(pages):
        lines += _lines(number, fragments)
    kept = _without_edges(lines)
    drawn = "".join(line.drawn for line in kept)
    changed = strange_characters(drawn)[0], len(_PRINTED.findall(drawn))
    if not kept:
        return Drawn([], len(lines), *changed)
    measures = _measured(kept, width)
    found: list[str] = []
    before: _Line | None = None
    for line in kept:
        if before is not None and _continues(before, line, measures):
            found[-1] = _joined(found[-1], line.text)
        else:
            found.append(line.text)
        before = line
    return Drawn(found, len(lines) - len(kept), *changed)


def _plain(drawn: str) -> str:
    """Give the usual characters for those that fonts and their makers have put in their place."""
    return _PRINTED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), usual(drawn))


def _lines(page: int, fragments: Sequence[Fragment]) -> list[_Line]:
    """Put together what stands at one height, from top to bottom."""
    usable = [each for each in fragments if each.text.strip() and abs(each.x) < _FURTHEST and abs(each.y) < _FURTHEST]
    rows: list[list[Fragment]] = []
    for fragment in sorted(usable, key=lambda each: -each.y):
        if rows and abs(rows[-1][0].y - fragment.y) <= 0.45 * max(rows[-1][0].size, fragment.size, 1):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [_line(page, sorted(row, key=lambda each: each.x)) for row in rows]


def _line(page: int, row: list[Fragment]) -> _Line:
    text = ""
    right = row[0].x
    for fragment in row:
        written, size = _plain(fragment.text), max(fragment.size, 1.0)
        gap = fragment.x - right
        if text and gap > 1.8 * size:
            text += "" if _NUMBER.fullmatch(text) else "\t"
        elif text and gap > 0.2 * size and text[-1].isascii() and written[0].isascii() and text[-1] != " ":
            text += " "
        text += written
        right = fragment.x + size * _ems(fragment.text)
    sizes: Counter[float] = Counter()
    for each in row:
        sizes[each.size] += len(each.text)
    main = sizes.most_common(1)[0][0]
    blanks = len(text) - len(text.lstrip(" \u3000"))  # blanks as an indent
    left, drawn = row[0].x + blanks * main, "".join(each.text for each in row)
    return _Line(page, left, right, row[0].y, main, text.strip(" \u3000"), drawn)


def _ems(text: str) -> float:
    """Estimate the width of a text in units of its size."""
    wide = len(_WIDE.findall(text))
    return wide + 0.5 * (len(text) - wide)


def _without_edges(lines: list[_Line]) -> list[_Line]:
    """Leave out page numbers, and what stands at the edge of at least two pages and most."""
    by_page: dict[int, list[_Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = {page: [*held[:_AT_EDGE], *held[max(len(held) - _AT_EDGE, _AT_EDGE) :]] for page, held in by_page.items()}
    repeated = Counter(key for held in edges.values() for key in {_key(line) for line in held})
    dropped = {
        line
        for held in edges.values()
        for line in held
        if (line in (held[0], held[-1]) and _PAGE_NUMBER.fullmatch(line.text))
        or (len(by_page) > 1 and repeated[_key(line)] >= max(2, 0.6 * len(by_page)))
    }
    return [line for line in lines if line not in dropped]


def _key(line: _Line) -> tuple[str, int]:
    return re.sub("[0-9]+", "#", line.text), round(line.y / 4)


def _measured(lines: list[_Line], width: float) -> _Measures:
    """Measure the text: where its lines begin and end, how large it is, how far its lines are apart."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes.most_common(1)[0][0], 1.0)
    body = [line for line in lines if abs(line.size - size) < 0.15 * size] or lines
    rights = sorted(line.right for line in body)
    # what does not begin a paragraph begins at the margin: the least frequent place left of most others is no margin
    lefts = Counter(round(line.x) for line in body)
    left = min(x for x, count in lefts.items() if count >= max(1, 0.05 * len(body)))
    # where no line is full, the margins are taken to be alike
    right = max(rights[int(0.9 * (len(rights) - 1))], width - left - 2 * size)
    pitches = Counter(
        round(one.y - two.y) for one, two in itertools.pairwise(body) if one.page == two.page and one.y > two.y
    )
    pitch = float(pitches.most_common(1)[0][0]) if pitches else 2 * size
    return _Measures(float(left), right, size, max(pitch, 1.0))


def _continues(before: _Line, line: _Line, measures: _Measures) -> bool:
    """Tell whether a line goes on with the paragraph of the one before it."""
    size = measures.size
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size) or "\t" in before.text or "\t" in line.text:
        return False
    near = before.page != line.page or before.y - line.y <= 1.5 * max(measures.pitch, 1.3 * line.size)
    if line.size > 1.2 * size:  # a title in several lines
        return near and before.page == line.page
    if line.x > measures.left + 1.2 * size:
        return False
    return near and before.right >= measures.right - 2.2 * size


def _joined(before: str, after: str) -> str:
    between = (
        " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalpha() else ""
    )
    return f"{before}{between}{after}"
