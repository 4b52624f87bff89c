"""Lines that were broken in the middle of a sentence, as text copied from a PDF or a narrow window is.

A single line without a stop is a slip or a heading; many, most of them about as wide as the widest, are a page's edge.
Where a paragraph's last line fills the page, nothing shows that it ends: a line that closes with 。 is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from assistant.language.numbering import ordinals
from assistant.patterns import compiled_later
from assistant.structure import bylines, front_matter
from assistant.structure.parsing import parse
from assistant.text import Edit, paragraphs
from assistant.text_memory import remembered

_CLOSED = compiled_later("[。；：！？…;:!?.][”’）)》]*$|[。！？][”’]?$")
_COMMA = compiled_later("[，。；,]")
_TOPIC_END = compiled_later("(?:方面|问题|情况|原因|剖析|措施|材料|提纲|说明|方向|不足|差距)$")
_FULL_WIDTH = compiled_later("[\u2e80-\U0010ffff“”‘’—…·]")
_NARROW, _WIDE = 12, 60  # characters of a page's line; shorter is a list, longer no page's line
_LEAST = 4  # lines broken off: fewer may be slips
_PART = 0.25  # of the lines of running text
_FULL = 0.8  # of the width of the widest line


class _Line(NamedTuple):
    start: int
    text: str
    numbered: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> float:
        return _width(self.text)


@remembered(1024)  # of a text so many of whose lines end openly, it is asked after every key
def _width(line: str) -> float:
    """Give the width of a line in Chinese characters."""
    return (len(line) + len(_FULL_WIDTH.findall(line))) / 2


def joins(text: str) -> tuple[Edit, ...]:
    """Give the edits that join broken lines, where the text as a whole shows that its lines were broken; else none."""
    if not may_be_broken(list(map(look, text.split("\n")))):
        return ()
    written = [(start, line) for start, line in paragraphs(text) if line]
    page = _page_width([line for _, line in written])
    if page > _WIDE:
        return ()
    lines = [_Line(start, line, any(each.leading for each in ordinals(line))) for start, line in written]
    front = _front(text)
    open_lines = [n for n in range(len(lines) - 1) if _runs_on(lines, n, page) and lines[n].start >= front.end]
    running = sum(not line.numbered or bool(_COMMA.search(line.text)) for line in lines)
    full = sum(lines[n].width >= _FULL * page and not _is_latin(lines[n].text[-1]) for n in open_lines)
    commas = sum(bool(_COMMA.search(lines[n].text)) for n in open_lines)
    if full < max(_LEAST, _PART * running, len(open_lines) / 2) or commas * 2 < len(open_lines):
        return ()
    title = [n for n in front.title_lines(lines) if n + 1 < len(lines)]
    return tuple(_joined(lines[n], lines[n + 1]) for n in sorted({*title, *open_lines}))


class Look(Enum):
    """What one line shows at a quick look."""

    BLANK = "blank"
    LONG = "long"  # no page is so wide
    CLOSED = "closed"  # it ends with a stop, or is too short to say
    OPEN = "open"


def look(line: str) -> Look:
    """Take a quick look at a line."""
    if not line:
        return Look.BLANK
    if len(line) > 2 * _WIDE:
        return Look.LONG
    return Look.OPEN if len(line) >= _NARROW and not _CLOSED.search(line[-3:]) else Look.CLOSED


def may_be_broken(looks: Sequence[Look]) -> bool:
    """Tell by a quick look at each whether enough lines end without a stop to look closer."""
    lines, unclosed = len(looks) - looks.count(Look.BLANK), looks.count(Look.OPEN)
    return unclosed > max(_LEAST, _PART / 2 * lines) and (lines - looks.count(Look.LONG)) * 2 > lines


class _Front(NamedTuple):
    """Where title and name lines stand; `begin` and `last` enclose the lines of the title."""

    begin: int
    last: int
    end: int

    def title_lines(self, lines: Sequence[_Line]) -> Iterator[int]:
        """Yield the lines of the title that go on in the next."""
        for n, line in enumerate(lines):
            if self.begin <= line.start and line.end < self.last:
                yield n


def _front(text: str) -> _Front:
    material = parse(text).materials[0]
    title = material.title_span
    return _Front(title.start, title.end, material.front_end)


def _page_width(lines: Sequence[str]) -> float:
    """Give the width that nine lines of ten keep to: of the page that the text was copied from."""
    widths = sorted(map(_width, lines))
    return widths[len(widths) * 9 // 10]


def _runs_on(lines: Sequence[_Line], n: int, page: float) -> bool:
    """Tell whether a line's sentence goes on in the next."""
    line, following = lines[n], lines[n + 1]
    if _CLOSED.search(line.text[-3:]) or following.numbered or line.width > page * 1.3:
        return False
    if bylines.is_byline(line.text) or bylines.is_byline(following.text):
        return False
    if not _COMMA.search(line.text) and (front_matter.PREFACE.match(following.text) or _ends_a_heading(line, page)):
        return False
    if line.numbered and not _COMMA.search(line.text):
        # a heading: broken itself only where it fills the line and does not come to its end
        return (
            line.width >= _FULL * page and not _TOPIC_END.search(line.text) and len(following.text) * 2 < len(line.text)
        )
    return line.width >= min(_NARROW, page / 2) or line.text[-1] in "，、,"


def _ends_a_heading(line: _Line, page: float) -> bool:
    return line.width < _FULL * page and bool(_TOPIC_END.search(line.text))


def _joined(line: _Line, following: _Line) -> Edit:
    """Take out the break; between two Latin words a blank stays."""
    words = _is_latin(line.text[-1]) and _is_latin(following.text[0])
    return Edit(line.end, following.start, " " if words else "")


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
