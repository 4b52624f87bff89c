"""What a binary Word file says of its characters: hidden, struck, put in or out by a revision, a symbol, a field's code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from assistant.files.readers import word_binary as binary
from assistant.files.readers.doc_text import Text
from assistant.files.readers.symbols import UNKNOWN, is_symbols, symbol
from assistant.files.readers.word_binary_lists import Styles
from assistant.files.readers.word_binary_runs import Orders, Piece, Run, is_on
from assistant.reading import Revised

HIDDEN, DELETED, INSERTED, SPECIAL, CODE, STRUCK, UNSTRUCK = 1, 2, 4, 8, 16, 32, 64  # what `flags` says of a character
# The orders by their numbers ([MS-DOC] 2.6.1).
_CHARACTER_STYLE, _FONT, _SYMBOL = 0x4A30, 0x4A4F, 0x6A09
_VANISH, _IS_SPECIAL, _IS_DELETED, _IS_INSERTED = 0x083C, 0x0855, 0x0800, 0x0801
_STRIKES = (0x0837, 0x2A53)  # by one line, by two
_AS_STYLE = b"\x80"
_DELETED_BY, _DELETED_WHEN, _INSERTED_BY, _INSERTED_WHEN = 0x4863, 0x6864, 0x4804, 0x6805
_REVISIONS: tuple[tuple[int, int, Revised], ...] = (
    (_IS_DELETED, DELETED, "deleted"),
    (_IS_INSERTED, INSERTED, "inserted"),
)


class Change(NamedTuple):
    """A stretch that one hand has put in or taken out at one time."""

    start: int
    end: int
    kind: Revised
    author: str
    date: str


class CharacterMarks:
    """What is known of each character; what is left out is counted in `left_out`."""

    def __init__(self, text: Text, styles: Styles, authors: Sequence[str], left_out: Counter[str]) -> None:
        self._text, self._styles, self._authors, self._left_out = text, styles, authors, left_out
        self.flags = bytearray(len(text.raw))
        self.symbols: dict[int, str] = {}
        self.changes: list[Change] = []

    def note(self, pieces: Sequence[Piece], runs: Sequence[Run]) -> None:
        """Mark what is hidden, struck, deleted, inserted or a symbol, piece by piece."""
        starts = [run.start for run in runs]
        for piece in pieces:
            self._apply(piece.start, piece.end, piece.orders)
            end = piece.at + (piece.end - piece.start) * piece.width
            at = max(bisect_right(starts, piece.at) - 1, 0)
            while at < len(runs) and runs[at].start < end:
                run = runs[at]
                at += 1
                first = piece.start + max(run.start - piece.at, 0) // piece.width
                last = piece.start + (min(run.end, end) - piece.at) // piece.width
                if run.orders and first < last:
                    self._apply(first, last, run.orders)

    def _apply(self, first: int, last: int, orders: Orders) -> None:
        flags = HIDDEN if self._is_switched(_VANISH, orders) else 0
        if any(self._is_switched(each, orders) for each in _STRIKES):
            flags |= STRUCK
        elif any(orders.get(each, _AS_STYLE)[:1] != _AS_STYLE for each in _STRIKES):
            flags |= UNSTRUCK
        for order, flag, kind in _REVISIONS:
            if is_on(orders.get(order)):
                flags |= flag
                by, when = (
                    (_DELETED_BY, _DELETED_WHEN)
                    if kind == "deleted" and _DELETED_BY in orders
                    else (_INSERTED_BY, _INSERTED_WHEN)
                )
                number = binary.u16(orders.get(by, b""), 0)
                author = self._authors[number] if by in orders and number < len(self._authors) else ""
                self.changes.append(Change(first, last, kind, author, binary.date(orders.get(when, b""))))
        if _FONT in orders:
            number = binary.u16(orders[_FONT], 0)
            self._text.note_font(first, last, number)
            if is_symbols(name := self._text.font(number)):
                self._note_signs(first, min(last, first + 1000), name)
        if _SYMBOL in orders and is_on(orders.get(_IS_SPECIAL, b"\1")):
            sign = symbol(self._text.font(binary.u16(orders[_SYMBOL], 0)), binary.u16(orders[_SYMBOL], 2))
            self._left_out["sign"] += sign is None
            self.symbols.update(dict.fromkeys(range(first, min(last, first + 1000)), sign or UNKNOWN))
            flags |= SPECIAL
        if flags:
            last = min(last, len(self.flags))
            for at in range(first, last):
                self.flags[at] |= flags

    def strikes(self, style: int) -> bool:
        """Tell whether the style of a paragraph strikes text through that has no word of its own on it (STRUCK, UNSTRUCK)."""
        return any(is_on(self._styles.character(style).get(each)) for each in _STRIKES)

    def _is_switched(self, switch: int, orders: Orders) -> bool:
        """Tell whether orders switch something on; where they leave it to their style, that may."""
        if orders.get(switch, _AS_STYLE)[:1] == _AS_STYLE and _CHARACTER_STYLE in orders:
            orders = self._styles.character(binary.u16(orders[_CHARACTER_STYLE], 0))
        return is_on(orders.get(switch))

    def _note_signs(self, first: int, last: int, font: str) -> None:
        """Note what a symbol font shows for its private characters."""
        for at, character in enumerate(self._text.raw[first:last], first):
            if "\uf020" <= character <= "\uf0ff" and (sign := symbol(font, ord(character))):
                self.symbols[at] = sign
                self.flags[at] |= SPECIAL

    def hide_codes(self) -> None:
        """Hide the codes of fields, from the begin to the separator or, without a result, to the end."""
        opened: list[int] = []
        for match in re.finditer("[\x13-\x15]", self._text.raw):
            sign, at = match[0], match.start()
            if sign == "\x13":
                opened.append(at)
            elif opened and (start := opened[-1]) >= 0:
                for each in range(start, at + 1):
                    self.flags[each] |= CODE
                opened[-1] = -1
            if sign == "\x15" and opened:
                opened.pop()
