"""Years as people write them: 2025, ２０２５, 二〇二五, 二○二五, 二O二五, 二零二五; read, and written the same way."""

from __future__ import annotations

from assistant.patterns import compiled_later

_ZEROS = "〇○◯零OoＯｏОοΟ"  # what keyboards and scanners put for 〇: circles, the letter O of three alphabets
_HAN = "一二三四五六七八九"
_FIGURES = f"0-9０-９{_HAN}{_ZEROS}"
# Begins with a plain class, which is looked for much faster; what must not stand before it is asked behind that.
_YEAR = compiled_later(rf"[2２二](?=[0０{_ZEROS}])(?<![{_FIGURES}].).[{_FIGURES}]{{2}}(?= ?年)")
_TO_DIGITS = str.maketrans("０１２３４５６７８９" + _HAN + _ZEROS, "0123456789123456789" + "0" * len(_ZEROS))
CUES = tuple(f"{figure}{blank}年" for figure in (*"0123456789", *map(chr, _TO_DIGITS)) for blank in ("", " "))
"""Of these one stands wherever a year does, in whatever figures."""
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def plain(text: str) -> str:
    """Put the years of a text into digits; no position moves, since a year has four figures in every form."""
    return _YEAR.sub(lambda year: year[0].translate(_TO_DIGITS), text)


def written_like(sample: str, year: int) -> str:
    """Write a year with the figures that another one is written with."""
    digits = str(year)
    if sample[:1] == "二":
        zero = sample[1] if sample[1:2] in _ZEROS else "〇"
        return "".join(zero if digit == "0" else _HAN[int(digit) - 1] for digit in digits)
    return digits.translate(_FULL_WIDTH) if sample[:1] == "２" else digits


def days_in(year: int, month: int) -> int:
    """Tell how many days a month from 1 to 12 has. The library's `calendar` loads what it knows of languages first."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
