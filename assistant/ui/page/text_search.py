"""Where a word stands in a text, as people look for it: half and full width alike, capital and small letters alike."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.text import Span

# one character for one, so that places stay what they are
_ALIKE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ALIKE |= {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_ALIKE |= {code: code - 0xFEE0 + 32 for code in range(0xFF21, 0xFF3B)}


def plain(text: str) -> str:
    """Make alike what is to be found alike; every character stays where it is."""
    return text.translate(_ALIKE)


def hits(text: str, word: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where a word stands, in order; none overlaps another."""
    start, end = within or Span(0, len(text))
    wanted, searched = plain(word), plain(text[start:end])
    at = searched.find(wanted) if wanted else -1
    while at >= 0:
        yield Span(start + at, start + at + len(wanted))
        at = searched.find(wanted, at + len(wanted))
