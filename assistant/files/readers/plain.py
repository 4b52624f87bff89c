"""Plain text and Markdown → text, whatever the encoding: UTF-8, GB18030, UTF-16."""

from __future__ import annotations

import codecs
import re

from assistant.reading import Reading, Unreadable
from assistant.text import canonical

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNKNOWN = (
    "认不出这个文件的文字编码，或者它不是文字文件。请用记事本打开，「另存为」时编码选「UTF-8」，再打开新存的文件。"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_HAN = re.compile("[\u3400-\u9fff]")


def read(data: bytes) -> Reading:
    """Decode a text file. Raises Unreadable where no encoding gives plausible text."""
    raw = _decode(data)
    # the last line break of a file ends its last line; it does not begin another
    return Reading(canonical(raw).removesuffix("\n"), raw=raw)


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding) or _fail()
    candidates = ["utf-8", "gb18030"]
    if b"\x00" in data[:4000]:
        # without a mark, UTF-16 shows by the zero bytes of its line breaks, digits and spaces
        odd, even = data[1:4000:2].count(0), data[0:4000:2].count(0)
        candidates = ["utf-16-le"] if odd > even else ["utf-16-be"]
    for encoding in candidates:
        text = _strictly(data, encoding)
        if text is not None and _plausible(text, encoding):
            return text
    return _fail()


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str, encoding: str) -> bool:
    """Tell text from bytes that happen to decode.

    Controls show a program's data. GB18030 decodes nearly everything: of real Chinese, nine characters in ten are
    among the 6,763 of GB2312; of Big5 or Japanese read as GB18030, far fewer.
    """
    if len(_CONTROLS.findall(text)) > len(text) // 100:
        return False
    if encoding != "gb18030":
        return True
    han = _HAN.findall(text)
    common = sum(_in_gb2312(character) for character in han)
    foreign = sum(character > "\x7f" for character in text) - len(han)
    return bool(han) and common >= 0.9 * len(han) and foreign <= len(han)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _fail() -> str:
    raise Unreadable(_UNKNOWN)
