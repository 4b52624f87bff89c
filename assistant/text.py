"""Canonical text, and the small vocabulary for talking about places in it.

There is one text. Everything else in the program is computed from it, so every door (reader, paste, draft) must
hand in the same form of it; `canonical` makes that form. Positions are indexes into the Python `str`, end not
included. Only the editor converts them to UTF-16, with the two functions at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

BLANK = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Character class of the blanks that people use as indents; U+3000 is the full-width space."""

_LINE_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    # controls, lone surrogates, Unicode's "not a character": XML and QTextDocument cannot carry them
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    # zero-width and direction marks, soft hyphen, object replacement: left by web pages, unseen, break every match
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffc]"
)
_EDGE_BLANKS = re.compile(f"(?m)^[{BLANK}]+|[{BLANK}]+$")

# Word counts an East Asian character as one and a run of anything else as one; the quotes, dashes and dots that
# Chinese text shares with Latin are full width in a Chinese document.
_WIDE = (
    "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
    "“”‘’—…·×÷℃№①-⓿■-◿★☆"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Span(NamedTuple):
    """A stretch of text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Edit(NamedTuple):
    """Put `replacement` in the place of text[start:end]."""

    start: int
    end: int
    replacement: str


def canonical(raw: str) -> str:
    """Bring text from outside into the one form the program works with.

    Paragraphs are separated by newlines only; a no-break space is a space; indents and trailing blanks go, blank
    lines stay; what cannot be seen, or cannot be written to Word, goes. Applying it twice changes nothing more.
    """
    unbroken = _LINE_BREAK.sub("\n", raw).replace("\u00a0", " ")
    return _EDGE_BLANKS.sub("", _INVISIBLE.sub("", unbroken))


def origins(raw: str) -> list[int]:
    """Tell for each character of the canonical text, and for its end, where in the raw text it stands."""
    found: list[int] = []
    start = 0
    for match in (*_LINE_BREAK.finditer(raw), None):
        end = match.start() if match else len(raw)
        kept = [at for at in range(start, end) if not _INVISIBLE.match(raw, at)]
        line = "".join(raw[at] for at in kept)
        edges = [each.span() for each in _EDGE_BLANKS.finditer(line)]
        found += [at for index, at in enumerate(kept) if not any(first <= index < last for first, last in edges)]
        found.append(end)
        start = match.end() if match else end
    return found


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the text of each paragraph, blank ones too."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


def line_of(text: str, position: int) -> int:
    """Tell the number of the line (from 1) that holds a position."""
    return text.count("\n", 0, position) + 1


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Carry out edits given in positions of `text`; they must not overlap."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def difference(old: str, new: str) -> Edit | None:
    """Give the smallest single edit that turns `old` into `new`, or None where they are the same."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    start = common(old, new, shorter)
    tail = common(old[::-1], new[::-1], shorter - start)
    return Edit(start, len(old) - tail, new[start : len(new) - tail])


def length(text: str) -> int:
    """Count 字数 as Word does: every Chinese character or mark is one, every run of other characters is one.

    All but the blanks is counted, less what the runs are longer than one: they are few, so this is fast.
    """
    solid = "".join(text.split())
    return len(solid) - sum(len(run) - 1 for run in _narrow().findall(text))


@cache
def _narrow() -> re.Pattern[str]:
    """Compile the pattern when first wanted: it takes longer than all else here, and the first paint does not need it."""
    return re.compile(f"[^{_WIDE}\\s]+")


def utf16(text: str, position: int) -> int:
    """Convert a position in `text` to the UTF-16 units that Qt counts in."""
    return position + len(_ASTRAL.findall(text, 0, position))


def from_utf16(text: str, units: int) -> int:
    """Convert Qt's UTF-16 units to a position in `text`; inside a surrogate pair means after it."""
    position = units
    for match in _ASTRAL.finditer(text):
        if match.start() >= position - 1:
            break
        position -= 1
    return position


def common(one: str, two: str, limit: int) -> int:
    """Count the leading characters two texts share, up to a limit, by halving, since comparing slices is fast."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
