"""How long a part is to be, as it is written in the list of parts: 「300至500」「不少于400」「300左右」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.certainty import Certainty
from assistant.language.punctuation import quoted
from assistant.strict_toml import DataError
from assistant.templates.notice import length_words
from assistant.templates.template import Length
from assistant.templates.template_file import LengthEntry
from assistant.ui.dialogs.row_list import ListRow

_LAST_NUMBER = re.compile("([0-9]+|[一二三四五六七八九十百千两]+)(?!.*[0-9一二三四五六七八九十百千两])")


def told(length: Length | LengthEntry | None) -> str:
    """Write a length down; "" where none is asked for."""
    if length is None or not (length.least or length.most):
        return ""
    if length.least and length.most:
        return f"{length.least}至{length.most}字"
    return f"不少于{length.least}字" if length.least else f"不超过{length.most}字"


def read(written: str, part: str) -> LengthEntry | None:
    """Read what is written of a part; None for nothing. Raises DataError where no length is found in it."""
    if not written.strip():
        return None
    text = written if "字" in written else _LAST_NUMBER.sub(r"\1字", written)
    found = length_words.sizes(text)
    if len(found) != 1:
        example = "“300至500”“不少于400”“300左右”"
        raise DataError(f"没有认出{quoted(part)}的字数{quoted(written)}，请写成{example}一类。")
    return LengthEntry(Certainty.NOTICE, found[0].range.least, found[0].range.most)


def with_known(rows: Sequence[ListRow]) -> list[ListRow]:
    """Give rows without the lengths that are not written to their end yet."""
    return [row if _is_read(row) else row._replace(size="") for row in rows]


def _is_read(row: ListRow) -> bool:
    try:
        read(row.size, row.text)
    except DataError:
        return False
    return True
