"""What stands after the last sentence of a material: its attachments, who signs, and the date.

Works on lines alone. A line is taken for a signature only above a date, or where it names itself one; so the end of a
text that merely lacks its full stop is none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from assistant.language import names, years
from assistant.language.sentences import CLAUSE_STOPS
from assistant.patterns import compiled_later
from assistant.structure import bylines

_DATE = compiled_later(
    "20[0-9X×]{2} ?年 ?(?:[0-9X×]{1,2}|[一二三四五六七八九十元]{1,3}) ?月(?: ?(?:[0-9X×]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号])?"
)
_LABELLED = compiled_later(rf"(?:{names.WRITER_LABELS})[:：](?P<who>.{{2,24}})")
_ATTACHMENT = compiled_later(r"附件(?P<number>[0-9]{1,2})?[:：]\s*(?P<item>[0-9]{1,2}[.．、]\s*)?\S.{0,60}")
_NUMBERED = compiled_later(r"(?P<item>[0-9]{1,2}[.．、]\s*)[^\s。；！？][^。；！？]{0,60}")  # a name, and no sentence
_ENDS_A_SENTENCE = "。！？”’）"
_LONGEST = 30  # characters of who signs
_MOST_LINES = 40


class Role(Enum):
    """What a line at the end of a material is."""

    ATTACHMENT = "attachment"  # 「附件：1.……」
    ATTACHED = "attached"  # a further attachment: 「2.……」
    SIGNATURE = "signature"
    DATE = "date"


class ClosingLine(NamedTuple):
    """`number` is the line's number in what was given; `label` the characters that the words of an attachment follow."""

    number: int
    role: Role
    label: str = ""


def read(lines: Sequence[str], headings: Container[int] = ()) -> tuple[ClosingLine, ...]:
    """Tell what the last lines of a material are, from the first of them down; nothing where none closes it.

    `lines` are those below title and name lines. The first is never one of them: a material is more than who signs it.
    `headings` are the numbers of those known to be headings: none of them signs, whatever it reads like.
    """
    written = [n for n, line in enumerate(lines) if line.strip()]
    found: list[ClosingLine] = []
    left = written[1:][-_MOST_LINES:]
    if left and _is_date(lines[left[-1]]):
        found.append(ClosingLine(left.pop(), Role.DATE))
        while left and len(found) < 3 and left[-1] not in headings:
            above = lines[written[written.index(left[-1]) - 1]].strip()
            if not _could_sign(lines[left[-1]].strip(), above):
                break
            found.append(ClosingLine(left.pop(), Role.SIGNATURE))
    elif left and left[-1] not in headings and _is_labelled(lines[left[-1]].strip()):
        found.append(ClosingLine(left.pop(), Role.SIGNATURE))
    # Attachments stand above the signature by the standard, but many write them below it.
    return (*_attachments(lines, left), *reversed(found)) if left else tuple(reversed(found))


def _is_date(line: str) -> bool:
    return _DATE.fullmatch(years.plain(line.strip().strip("（）()"))) is not None


def _could_sign(line: str, above: str) -> bool:
    """Tell whether a line above a date signs; of a rare name, which reads like any words, by what stands `above` it too."""
    if len(line) > _LONGEST or line[-1] in CLAUSE_STOPS or _ATTACHMENT.match(line) or _NUMBERED.match(line):
        return False
    if _is_labelled(line) or bylines.signs(line):
        return True
    return names.could_be_name(line) and (above[-1] in _ENDS_A_SENTENCE or bylines.is_unit(above))


def _is_labelled(line: str) -> bool:
    labelled = _LABELLED.fullmatch(line)
    return labelled is not None and (names.could_be_name(labelled["who"]) or bylines.signs(labelled["who"]))


def _attachments(lines: Sequence[str], left: Sequence[int]) -> Iterator[ClosingLine]:
    at = len(left)
    while at and (_NUMBERED.fullmatch(lines[left[at - 1]]) or _ATTACHMENT.fullmatch(lines[left[at - 1]])):
        at -= 1
    rows = left[at:]
    first = next((n for n, row in enumerate(rows) if _ATTACHMENT.fullmatch(lines[row])), None)
    if first is None or not _goes_on(lines, rows[first:]):
        return
    for row in rows[first:]:
        line = lines[row]
        if match := _ATTACHMENT.fullmatch(line):
            past = match.end("item") if match["item"] else line.index("：" if "：" in line else ":") + 1
            yield ClosingLine(row, Role.ATTACHMENT, line[:past])
        elif match := _NUMBERED.fullmatch(line):
            yield ClosingLine(row, Role.ATTACHED, match["item"])


def _goes_on(lines: Sequence[str], rows: Sequence[int]) -> bool:
    """Tell whether numbered lines below 「附件：」 go on with what it began: one without a number begins no list."""
    listed = False
    for row in rows:
        if attachment := _ATTACHMENT.fullmatch(lines[row]):
            listed = attachment["item"] is not None
        elif not listed:
            return False
    return True
