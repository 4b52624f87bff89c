"""Canonical text, and the small vocabulary for talking about places in it.

There is one text. Everything else in the program is computed from it, so every door (reader, paste, draft) must
hand in the same form of it; `canonical` makes that form. Positions are indexes into the Python `str`, end not
included. Only the editor converts them to UTF-16, with the two functions at the end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from assistant.patterns import compiled_later

BLANK = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Character class of the blanks that people use as indents; U+3000 is the full-width space."""

_LINE_BREAK = compiled_later("\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = compiled_later(
    # controls, lone surrogates, Unicode's "not a character": XML and QTextDocument cannot carry them
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    # zero-width, direction and variation marks, soft hyphen, object replacement: left by web pages, unseen, break every match
    "\u00ad\u034f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u061c\u115f\u1160\u2060-\u206f\u2800\u3164\uffa0\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    "\U000e0000-\U000e01ef]"
)
# Bullets of symbol fonts in the private use area go like blanks do; ± ≥ ≤ and boxes to be ticked are no bullets.
_BULLET = "\uf020-\uf051\uf053-\uf06e\uf070-\uf0a2\uf0a4-\uf0a7\uf0a9-\uf0b0\uf0b2\uf0b4-\uf0fd\uf0ff"
_UNSEEN = compiled_later(
    "(?<=[\u3000-\u9fff\uff00-\uffef])[\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_PRIVATE_BLANK = "\ue5e5"  # what GBK programs make of a full-width space
_EDGE_BLANKS = compiled_later(f"(?m)^[{BLANK}{_BULLET}{_PRIVATE_BLANK}]+|[{BLANK}{_PRIVATE_BLANK}]+$")
_STRANGE = compiled_later(
    "[\u2e80-\u2fd5\u31d0\ue5e5\uf020-\uf0ff\uf900-\ufaff\ufe10-\ufe19\ufe35-\ufe44\U0002f800-\U0002fa1d]"
)
# Radicals that stand for a character, and the character (Unicode: EquivalentUnifiedIdeograph); 户 and 青 as they are
# written today; upright forms of signs in vertical text; signs of symbol fonts that mean the same in all of them.
_SAME_LOOK = {
    "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺟⺠⺝⺜⺧⺩⺬⺮⺶⺷⺸⺻⺼⻁⻄⻃⻅⻆⻇⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳": "厂乙刀卜小小兀巳幺母民月日牛王示竹羊羊羊聿肉虎西西见角角贝足车長長长门雨青韦页风飞食食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
    "⺅⺉⺖⺘⺙⺡⺣⺨⺭⺰⺲⺹⺾⺿⻀⻂⻈⻌⻍⻎⻐⻖⻟⻠": "亻刂忄扌攵氵灬犭礻纟罒耂艹艹艹衤讠辶辶辶钅阝飠饣",
    "⼾⾭㇐": "户青一",
    "︐︑︒︓︔︕︖︗︘︙︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄": "，、。：；！？〖〗…（）｛｝〔〕【】《》〈〉「」『』",
    "\ue5e5\uf052\uf06c\uf06e\uf06f\uf0a3\uf0a8\uf0b0\uf0b1\uf0b3\uf0b4\uf0b7\uf0b8\uf0b9\uf0fc\uf0fe": "　☑●■□□□°±≥×·÷≠√☑",
}

# Word counts an East Asian character as one and a run of anything else as one; the quotes, dashes and dots that
# Chinese text shares with Latin are full width in a Chinese document.
_WIDE = (
    "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
    "“”‘’—…·×÷℃№①-⓿■-◿★☆"
)
_NARROW = compiled_later(f"[^{_WIDE}\\s]+")
_ASTRAL = compiled_later("[\U00010000-\U0010ffff]")
_PIECE = 200_000  # characters; a few milliseconds


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
    lines stay; what cannot be seen, or cannot be written to Word, goes; radicals and other look-alikes that PDF files
    leave in place of a character become that character. Applying it twice changes nothing more.
    """
    return _canonical(raw) if len(raw) <= _PIECE else "".join(map(_canonical, _pieces(raw)))


def _canonical(raw: str) -> str:
    unbroken = _LINE_BREAK.sub("\n", raw).replace("\u00a0", " ")
    return usual(_EDGE_BLANKS.sub("", _INVISIBLE.sub("", unbroken)))


def _pieces(raw: str) -> Iterator[str]:
    """Cut a text at ends of lines: no other thread comes to its turn while one pattern goes through the whole of it."""
    start = 0
    while start < len(raw):
        end = raw.find("\n", start + _PIECE) + 1 or len(raw)
        yield raw[start:end]
        start = end


def usual(text: str) -> str:
    """Put the usual character, one for one, in the place of those that only look like it.

    It is part of `canonical`; by itself it is for what has another form than a text: the cells of a table, drawn lines.
    """
    return text.translate(_same_look()) if _STRANGE.search(text) else text


@cache
def _same_look() -> dict[int, str]:
    """Give the look-alikes and what they stand for; made when first wanted, because few texts have any."""
    wide = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E))
    found = {code: other for code in wide if (other := unicodedata.normalize("NFKC", chr(code))) != chr(code)}
    for strange, usual in _SAME_LOOK.items():
        found |= {ord(one): other for one, other in zip(strange, usual, strict=True)}
    return found


def strange_characters(raw: str) -> tuple[int, int]:
    """Count what `canonical` changes and nobody sees: look-alikes, and characters without a look of their own."""
    look_alikes = unseen = 0
    for piece in _pieces(raw):
        same_look = _same_look() if (found := _STRANGE.findall(piece)) else {}
        look_alikes += sum(ord(each) in same_look for each in found)
        unseen += len(_UNSEEN.findall(piece))
    return look_alikes, unseen


def origins(raw: str) -> list[int]:
    """Tell for each character of the canonical text, and for its end, where in the raw text it stands."""
    found: list[int] = []
    start = 0
    for match in (*_LINE_BREAK.finditer(raw), None):
        end = match.start() if match else len(raw)
        kept = [at for at in range(start, end) if not _INVISIBLE.match(raw, at)]
        line = "".join(raw[at] for at in kept)  # look-alikes are changed one for one
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


def paragraph_of(text: str, position: int) -> int:
    """Tell the number of the paragraph (from 1) that holds a position, as `paragraph_count` counts them."""
    return 1 + paragraph_count(text[: text.rfind("\n", 0, position) + 1])


def paragraph_count(text: str) -> int:
    """Count paragraphs as people do (自然段): empty lines are none."""
    return sum(bool(line.strip()) for line in text.split("\n"))


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


def smallest(text: str, edit: Edit) -> Edit:
    """Give the smallest edit that does what `edit` does to `text`; itself where it changes nothing."""
    least = difference(text[edit.start : edit.end], edit.replacement)
    return Edit(edit.start + least.start, edit.start + least.end, least.replacement) if least else edit


def length(text: str) -> int:
    """Count 字数 as Word does: every Chinese character or mark is one, every run of other characters is one.

    All but the blanks is counted, less what the runs are longer than one: they are few, so this is fast.
    """
    runs = _NARROW.findall(text)
    return len(solid(text)) - len("".join(runs)) + len(runs)


def solid(words: str) -> str:
    """Leave out all blanks: 「李　某」 is 李某."""
    return "".join(words.split())


def utf16(text: str, position: int) -> int:
    """Convert a position in `text` to the UTF-16 units that Qt counts in."""
    return position + len(_ASTRAL.findall(text, 0, position))


def utf16_of(text: str) -> Callable[[int], int]:
    """Give the conversion for many positions of one text; where Qt counts as Python does nothing is counted.

    What lies past the end means the end.
    """
    last = len(text)
    if utf16(text, last) == last:
        return lambda position: min(position, last)
    return lambda position: utf16(text, min(position, last))


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
