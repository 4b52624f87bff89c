"""Characters as numbers, as the counts of language/slips know them: each Chinese character by itself, marks by kind."""

from __future__ import annotations

ALPHABET = 15  # bits of a number
FIRST_HAN = 10
OTHER, DIGIT, LATIN, COMMA, STOP, LISTING, BRACKET = range(1, 8)
PAD = (STOP, STOP, STOP)  # before and after a paragraph

_KINDS = {
    **dict.fromkeys("0123456789０１２３４５６７８９", DIGIT),
    **dict.fromkeys("，,", COMMA),
    **dict.fromkeys("。！？；;!?：:", STOP),
    "、": LISTING,
    **dict.fromkeys("“”‘’\"'《》（）()", BRACKET),
}


def number(character: str) -> int:
    """Give a character's number."""
    if "一" <= character <= "龥":
        return ord(character) - ord("一") + FIRST_HAN
    if character.isascii() and character.isalpha():
        return LATIN
    return _KINDS.get(character, OTHER)


def numbers(text: str) -> list[int]:
    """Give the numbers of a text."""
    return [_known.get(each) or _note(each) for each in text]


def around(text: str, at: int) -> list[int]:
    """Give the number of a character with those of its neighbours, as many on each side as a paragraph is padded with."""
    size = len(PAD)
    left, right = numbers(text[max(0, at - size) : at]), numbers(text[at : at + 1 + size])
    return [*[*PAD, *left][-size:], *[*right, *PAD][: size + 1]]


_known: dict[str, int] = {}  # those of the characters that came so far: looked up faster than told anew


def _note(character: str) -> int:
    marked = _known[character] = number(character)
    return marked
