"""Marks that come in pairs (“ ” ‘ ’ （ ） [ ] 【 】 〔 〕 《 》 〈 〉), paired within one paragraph.

Straight quotes are given the direction they should have, and reversed ones that of their partner, so that several
rules may mend one paragraph at once and still agree with each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.text_memory import remembered

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇々"
"""Character class of Chinese characters; each pattern with it takes a millisecond to compile, `is_han` does not."""
STOPS = "，。；：、！？"
QUOTES = "“‘"
NUMBER = (
    r"(?:##\w+##|#+ ?|\*+)?(?:第?[一二三四五六七八九十]{1,3}|[1-9][0-9]?|[①-⑳]"
    "|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)])"
)
"""Pattern of a heading's number at the start of a paragraph, without the mark after it."""
QUOTATION = compiled_later("“[^”]*”")
"""Pattern of what is quoted and so said by others: up to the first closing mark, inner quotes in other marks and all."""
PARTNER = {"“": "”", "‘": "’", "（": "）", "[": "]", "【": "】", "〔": "〕", "《": "》", "〈": "〉"}
"""The closing mark of each family of pairs; a family is named by its opening mark."""

_FAMILY: dict[str, tuple[str, bool | None]] = {  # True opens, False closes, None does not show which
    **{opening: (opening, True) for opening in PARTNER},
    **{closing: (opening, False) for opening, closing in PARTNER.items()},
    "(": ("（", True),
    ")": ("（", False),
    "［": ("[", True),
    "］": ("[", False),
    '"': ("“", None),
    "＂": ("“", None),
    "'": ("‘", None),
    "＇": ("‘", None),
}
SORTS = dict.fromkeys("“‘", "“‘") | dict.fromkeys("《〈", "《〈")
"""Of a family all that are of its sort, from outside inwards: these stand inside each other."""
_NUMBER = compiled_later(NUMBER)
_LONGEST_NUMBER = 24  # characters, with what a web page left before it
_MARK = compiled_later("[" + re.escape("".join(_FAMILY)) + "]")
_RARE_HAN = frozenset("〇々")
_CHINESE_MARKS = frozenset(f"{STOPS}“”‘’（）《》—…")
_LATIN = compiled_later("[A-Za-z0-9]")
_LIST_NUMBER = compiled_later(f"(?:^|[{STOPS}\\s])[0-9A-Za-z一二三四五六七八九十]{{1,3}}$")  # 「1）」「a)」
_INNER = str.maketrans("“”", "‘’")
_QUOTING = compiled_later("[“”‘’]")
_INCHES = compiled_later("[0-9][\"＂'＇]")
_LONGEST_REVERSED = 30  # characters
_LONGEST_FOREIGN = 500  # characters of another script, between marks, that are looked through for a Chinese one


def quoted(passage: str) -> str:
    """Put somebody's words in quotation marks; marks among them become the inner ones, so that the outer pair is clear.

    Words that are one quotation already get no second pair.
    """
    if passage[:1] == "“" and passage.find("”") == len(passage) - 1:
        return passage
    return f"“{passage.translate(_INNER)}”"


def changed_to(right: str) -> str:
    """Name the button that writes something else; its marks are shown as they will stand in the text."""
    return f"改为：{right}" if _QUOTING.search(right) else f"改为“{right}”"


class Pair(NamedTuple):
    """Two marks that belong together. `depth` counts the pairs of its sort (quotes, book marks, …) around it."""

    opening: int
    closing: int
    family: str
    depth: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is paired in a paragraph; `lone` and `crossed` marks have no partner, `reversed` ones face the wrong way."""

    pairs: tuple[Pair, ...] = ()
    lone: tuple[int, ...] = ()
    crossed: tuple[int, ...] = ()
    reversed: tuple[int, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether every mark has found its partner."""
        return not self.lone and not self.crossed


@dataclass(slots=True)
class _Token:
    position: int
    family: str
    opening: bool | None


@remembered(512)  # several rules ask about one paragraph, and of each again after a key
def pairing(paragraph: str) -> Pairing:
    """Pair the marks of a paragraph."""
    tokens = _tokens(paragraph) if _MARK.search(paragraph) else []
    if not tokens:
        return Pairing()
    turned = [position for family in QUOTES for position in _direct(tokens, family, paragraph)]
    work = _Work()
    for token in tokens:
        work.take(token)
    skipped = [token for family in work.skipped.values() for token in family]
    lone = [token.position for token in (*work.open, *skipped)] + work.lone
    return Pairing(tuple(sorted(work.pairs)), tuple(sorted(lone)), tuple(work.crossed), tuple(sorted(turned)))


def unpaired(paragraphs: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield the paragraph and the place of each mark without a partner, and whether it crosses another pair.

    What is opened in one paragraph and closed in the next is a pair: a quotation of two paragraphs, or a line that a
    page has broken.
    """
    waiting: dict[str, list[tuple[int, int]]] = {}  # by family, the first one last
    for index, text in enumerate(paragraphs):
        if not text:
            continue
        found = pairing(text)
        if not (found.lone or found.crossed or waiting):
            continue
        opened: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for at in found.lone:
            kind, opening = _FAMILY[text[at]]
            if opening is not False:
                opened[kind].append((index, at))
            elif waiting.get(kind):
                waiting[kind].pop()
            else:
                yield index, at, False
        yield from _left_waiting(waiting)
        yield from ((index, at, True) for at in found.crossed)
        waiting = {kind: places[::-1] for kind, places in opened.items()}
    yield from _left_waiting(waiting)


def _left_waiting(waiting: Mapping[str, list[tuple[int, int]]]) -> Iterator[tuple[int, int, bool]]:
    return ((index, at, False) for index, at in sorted(chain.from_iterable(waiting.values())))


def family(mark: str) -> str:
    """Name the family that a mark belongs to."""
    return _FAMILY[mark][0]


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese one; "" is none."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character in _RARE_HAN


def has_han(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text has a Chinese character near its beginning."""
    return any(map(is_han, text[start : min(end, start + _LONGEST_FOREIGN)]))


def is_chinese(character: str) -> bool:
    """Tell whether a character is Chinese or a mark that only Chinese text uses; "" is none."""
    return is_han(character) or character in _CHINESE_MARKS


def follows_number(paragraph: str, position: int) -> bool:
    """Tell whether nothing but a heading's number stands before a position; the mark there belongs to it."""
    return position <= _LONGEST_NUMBER and _NUMBER.fullmatch(paragraph, 0, position) is not None


@dataclass(slots=True)
class _Work:
    open: list[_Token] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)  # how many are open, by family
    skipped: defaultdict[str, list[_Token]] = field(default_factory=lambda: defaultdict(list))
    """By family what was opened, then passed over by a closing mark further out."""
    pairs: list[Pair] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    crossed: list[int] = field(default_factory=list)

    def take(self, token: _Token) -> None:
        """Take the next mark; each is taken off what is open but once, however many there are."""
        if token.opening:
            self.open.append(token)
            self.opened[token.family] += 1
        elif self.opened[token.family]:
            passed: list[_Token] = []
            while (other := self.open.pop()).family != token.family:
                passed.append(other)
                self.opened[other.family] -= 1
            for each in reversed(passed):
                self.skipped[each.family].append(each)
            self.opened[token.family] -= 1
            around = sum(self.opened[each] for each in SORTS.get(token.family, token.family))
            self.pairs.append(Pair(other.position, token.position, token.family, around))
        elif self.skipped[token.family]:
            self.skipped[token.family].pop()
            self.crossed.append(token.position)
        else:
            self.lone.append(token.position)


def _tokens(paragraph: str) -> list[_Token]:
    """List the marks, without apostrophes, inches and the bracket of 「1）」."""
    tokens: list[_Token] = []
    brackets = 0  # （ still open
    for match in _MARK.finditer(paragraph):
        mark, at = match[0], match.start()
        kind, opening = _FAMILY[mark]
        before, after = paragraph[at - 1 : at] if at else "", paragraph[at + 1 : at + 2]
        if kind == "‘" and mark != "‘":
            if _LATIN.match(before) and (mark != "’" or _LATIN.match(after)):
                continue  # don't, 5'
            if mark in "'＇" and not (is_chinese(before) or is_chinese(after)):
                continue
        if mark in ")）" and not brackets and _LIST_NUMBER.search(paragraph, max(0, at - 4), at):
            continue
        if kind == "（":
            brackets = brackets + 1 if opening else max(0, brackets - 1)
        tokens.append(_Token(at, kind, opening))
    straight = [token for token in tokens if token.opening is None and token.family == "“"]
    if len(straight) % 2:
        inches = [token for token in straight if _INCHES.match(paragraph, max(0, token.position - 1))]
        tokens = [token for token in tokens if token not in inches[:1]]
    return tokens


def _direct(tokens: Sequence[_Token], family: str, paragraph: str) -> list[int]:
    """Give straight quotes their direction, and turn those that face the wrong way; tell where the latter are."""
    quotes = [token for token in tokens if token.family == family]
    straight = [token for token in quotes if token.opening is None]
    if straight and _balanced([token for token in quotes if token.opening is not None]):
        for number, token in enumerate(straight):
            token.opening = number % 2 == 0
    elif straight:
        opened = False
        for token in quotes:
            if token.opening is None:
                token.opening = not opened
            opened = token.opening
    if _balanced(quotes) or len(quotes) % 2:
        return []
    turned = [number for number, token in enumerate(quotes) if token.opening != (number % 2 == 0)]
    if (len(turned) > 2 and len(turned) != len(quotes)) or not all(
        _short(quotes, number, paragraph) for number in turned
    ):
        return []
    for number in turned:
        quotes[number].opening = number % 2 == 0
    return [quotes[number].position for number in turned]


def _balanced(quotes: Sequence[_Token]) -> bool:
    depth = 0
    for token in quotes:
        depth += 1 if token.opening else -1
        if depth < 0:
            return False
    return depth == 0


def _short(quotes: Sequence[_Token], number: int, paragraph: str) -> bool:
    """Tell whether a quote and its neighbour enclose a word or phrase, so that they can belong together."""
    first = number - number % 2
    inside = paragraph[quotes[first].position + 1 : quotes[first + 1].position]
    return 0 < len(inside) <= _LONGEST_REVERSED and not re.search("[。！？]", inside[:-1])
