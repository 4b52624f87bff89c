"""The automatic numbers of lists: programs draw them, and they stand nowhere in the text of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from assistant.language.numbering import CIRCLED, han

LEVELS = 9
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class Level(NamedTuple):
    """How one level of a list is numbered.

    `pattern` holds %1 to %9 where the count of a level stands. `restarts` names the level (from 0) whose next item
    makes this one begin anew, None for the level above; -1 for none. `legal` writes all counts in digits.
    """

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restarts: int | None = None
    legal: bool = False


class Counting:
    """How far the levels of one list have counted."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def set(self, level: int, count: int) -> None:
        """Make the next item of a level bear the number `count`."""
        self._counts[level] = count - 1

    def next(self, levels: Mapping[int, Level], level: int) -> str:
        """Count an item and write its number."""
        self._counts[level] = self._counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in self._counts if each > level]:
            restarts = levels[deeper].restarts if deeper in levels else None
            if restarts is None or level <= restarts:
                del self._counts[deeper]
        return _drawn(levels, self._counts, level)


_LEGAL = str.maketrans("〇一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def _drawn(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    own = levels[level]
    if own.kind in ("bullet", "none"):
        return ""

    def written(match: re.Match[str]) -> str:
        of = int(match[1]) - 1
        other = levels.get(of, Level())
        return write(counts.get(of, other.start), "decimal" if own.legal else other.kind)

    return spaced(re.sub("%([1-9])", written, own.pattern), close=own.suffix == "nothing")


def spaced(number: str, *, close: bool = False) -> str:
    """Put a number before a text as the tab or blank after it did: Chinese ones stand close."""
    # Chinese numbers stand close to their text; 「A」「1.1」 need the gap that the tab gave them
    close = close or not number or number[-1] in "、．.）)：:，" or "\u4e00" <= number[-1] <= "\u9fff"
    return number if close else f"{number} "


def write(count: int, kind: str) -> str:
    """Write a number as one of Word's number formats does; unknown ones as digits."""
    writer = _FORMATS.get(kind) or next((writer for prefix, writer in _FAMILIES if kind.startswith(prefix)), str)
    return writer(count) if count > 0 else str(count)


def _letters(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        while count >= worth and len(written) < 16:
            written += sign
            count -= worth
    return written


def _legal(count: int) -> str:
    written = han(count).translate(_LEGAL)
    return f"壹{written}" if written.startswith("拾") else written


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if count <= len(signs) else str(count)


def _digits(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": lambda count: _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12],
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedParen": _one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": lambda count: str(count).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
}
_FAMILIES: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("decimalEnclosedCircle", _one_of(CIRCLED)),
    ("decimalFullWidth", _FORMATS["decimalFullWidth"]),
    *((prefix, han) for prefix in ("chinese", "ideograph", "japaneseCounting", "taiwaneseCounting")),
)
