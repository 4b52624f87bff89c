"""How long a part or an aspect is to be, as it is written in its list: 「300至500」「不少于400」「300左右」.

Where the subjects' lengths differ, each stands behind its subject: 「领导班子不少于800字，班子成员个人不少于500字」.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.certainty import Certainty
from assistant.language.punctuation import quoted
from assistant.strict_toml import DataError
from assistant.templates.notice.lengths import wordings
from assistant.templates.template import SUBJECT_LABELS, Length, Subject
from assistant.templates.template_file import LengthEntry
from assistant.ui.dialogs.row_list import ListRow

_SUBJECTS = {label: subject for subject, label in SUBJECT_LABELS.items()}
_NAMES = re.compile(f"({'|'.join(_SUBJECTS)})")
_OF_SOMEBODY = re.compile("班子|成员|个人|党员|支部")
_LAST_NUMBER = re.compile("([0-9]+[百千]?|[一二三四五六七八九十百千两]+)(?!.*[0-9一二三四五六七八九十百千两])")


def told(length: Length | LengthEntry | None) -> str:
    """Write a length down; "" where none is asked for."""
    if length is None or not (length.least or length.most):
        return ""
    if length.least and length.most:
        return f"{length.least}至{length.most}字"
    return f"不少于{length.least}字" if length.least else f"不超过{length.most}字"


def told_of(lengths: Mapping[Subject, Length | LengthEntry | None]) -> str:
    """Write down what length a part has for each subject, once where it is the same for all."""
    words = {subject: told(length) for subject, length in lengths.items()}
    if len({*words.values()}) == 1:
        return next(iter(words.values()))
    return "，".join(f"{SUBJECT_LABELS[subject]}{size}" for subject, size in words.items() if size)


def read_of(written: str, part: str) -> tuple[LengthEntry | None, dict[str, LengthEntry] | None]:
    """Read what is written of a part: a length for all, or one for each subject named. Raises DataError."""
    if not _NAMES.search(written):
        if _OF_SOMEBODY.search(written):
            raise DataError(_unread(part, written))  # a subject by another name is not all of them
        return read(written, part), None
    pieces = _NAMES.split(written.strip())
    if pieces[0].strip():
        raise DataError(_unread(part, written))
    found: dict[str, LengthEntry] = {}
    for label, size in zip(pieces[1::2], pieces[2::2], strict=True):
        length = read(size.strip("，；、。 ："), part)
        if length is None or _SUBJECTS[label].value in found:
            raise DataError(_unread(part, written))
        found[_SUBJECTS[label].value] = length
    return None, found


def read(written: str, part: str) -> LengthEntry | None:
    """Read what is written of a part; None for nothing. Raises DataError where no length is found in it."""
    if not written.strip():
        return None
    text = written if "字" in written else _LAST_NUMBER.sub(r"\1字", written)
    found = wordings.sizes(text)
    if len(found) != 1:
        raise DataError(_unread(part, written))
    return LengthEntry(Certainty.NOTICE, found[0].range.least, found[0].range.most)


def with_known(rows: Sequence[ListRow]) -> list[ListRow]:
    """Give rows without the lengths that are not written to their end yet."""
    return [row if _is_read(row) else row._replace(size="") for row in rows]


def _is_read(row: ListRow) -> bool:
    try:
        read_of(row.size, row.text)
    except DataError:
        return False
    return True


def _unread(part: str, written: str) -> str:
    return f"没有认出{quoted(part)}的字数{quoted(written)}，请写成“300至500”“不少于400”“300左右”一类；各类材料不同的，写成“领导班子不少于800字，班子成员个人不少于500字”一类。"
