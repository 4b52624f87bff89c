"""Characters of symbol fonts: which sign they show.

Symbol (Adobe's Symbol encoding), Wingdings, Wingdings 2 and Webdings; of the last three the signs that documents use.
"""

from __future__ import annotations

UNKNOWN = "□"
"""What stands in the text for a sign that is not known: something stood there."""


def _table(first: int, signs: str) -> dict[int, str]:
    return {first + at: sign for at, sign in enumerate(signs) if sign != " "}


_SYMBOL = {
    **_table(0x21, "!∀#∃%&∋()*+,-./0123456789:;<=>?"),
    **_table(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_table(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_table(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    0xF1: "〉",
    0xF2: "∫",
}
_WINGDINGS = {
    **_table(0x6C, "● ■□❐❑❒◆◆◆❖◆☒"),
    **_table(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_table(0x9E, "·• ○○ ◉◎ ▪□"),
    0xAB: "★",
    **_table(0xD8, "➢      ←→↑↓↖↗↙↘ ➔"),
    **_table(0xEF, "⇦⇨⇧⇩⇔⇕"),
    **_table(0xFB, "×√☒☑"),
    0x28: "☎",
    0x2A: "✉",
    0x46: "☞",
    0x4A: "☺",
    0xB5: "☆",
}
_WINGDINGS_2 = {
    **_table(0x4F, "×√☒☑☒☒"),
    **_table(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_table(0x96, "•●"),
    0x99: "○",
    **_table(0xA0, "▪■■□"),
    0xEA: "★",
}
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "×"}
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
}


def is_symbols(font: str) -> bool:
    """Tell whether a font shows signs in the place of letters."""
    return font.strip().lower() in _FONTS


def symbol(font: str, code: int) -> str | None:
    """Tell the sign that a font shows for a character, None for one that is not known."""
    table = _FONTS.get(font.strip().lower())
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF or code < 0x100 else -1
    if table is not None:
        return table.get(low) if low >= 0 else chr(code)
    if 0xF020 <= code <= 0xF07E:
        return chr(low)
    usual = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return chr(code) if usual else None
