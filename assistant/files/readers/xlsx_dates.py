"""Days in Excel files: a cell holds their number, and that it is one only its style says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from xml.etree.ElementTree import Element

# Formats that every Excel has by their number, in Chinese ones too; those of a time of day alone are none of a day.
_BUILT_IN = {
    **dict.fromkeys(("14", "15", "22", "30", "31"), "ymd"),
    **dict.fromkeys(("17", "27", "36", "50", "52", "57"), "ym"),
    **dict.fromkeys(("16", "28", "29", "51", "53", "54", "58"), "md"),
}
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # of a format: words that it adds, its language, its color
_DAY_OF_1900, _DAY_OF_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
_FIRST_SURE = 61  # of March 1900: before it Excel counts a day that there never was


class Days:
    """Knows by the style of a cell whether its number is a day, and what of it the cell shows."""

    def __init__(self, styles: Element | None, *, from_1904: bool) -> None:
        self._first = _DAY_OF_1904 if from_1904 else _DAY_OF_1900
        self._shown = tuple(_shown(styles)) if styles is not None else ()

    def written(self, number: str, style: str) -> str:
        """Write a cell's number as the day that it is, as far as the cell shows it (2026年6月); "" where it is none."""
        shown = self._shown[int(style)] if style.isdecimal() and int(style) < len(self._shown) else ""
        if not shown:
            return ""
        with suppress(ValueError, OverflowError):
            if (count := int(float(number))) >= _FIRST_SURE:
                day = self._first + datetime.timedelta(days=count)
                parts = {"y": f"{day.year}年", "m": f"{day.month}月", "d": f"{day.day}日"}
                return "".join(parts[each] for each in shown)
        return ""


def _shown(styles: Element) -> Iterator[str]:
    """Yield for each style of cells what it shows of a day: "ymd", "ym", "md", "" for what is no day."""
    own = {each.get("numFmtId", ""): _of_code(each.get("formatCode", "")) for each in styles.iterfind("numFmts/numFmt")}
    for each in styles.iterfind("cellXfs/xf"):
        number = each.get("numFmtId", "")
        yield own.get(number, _BUILT_IN.get(number, ""))


def _of_code(code: str) -> str:
    letters = _NO_LETTERS.sub("", code.partition(";")[0]).lower()
    if "general" in letters or re.search("[0#?@]", letters):
        return ""  # of a number, or a text
    shown = "".join(
        part for part, signs in (("y", "ye"), ("m", "m"), ("d", "d")) if any(each in letters for each in signs)
    )
    return shown if shown in ("ymd", "ym", "md") else ""
