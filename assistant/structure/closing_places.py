"""Where attachments, signature and date stand on the page, by GB/T 9704-2012 (7.3.4 附件说明, 7.3.5.2 落款 without a seal).

Widths are in characters of the body; a Latin letter, a digit or a half-width sign takes half of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.structure.closing import ClosingLine, Role
from assistant.structure.outline import Outline
from assistant.text import paragraphs

_FROM_EDGE = 2.0  # characters left free at the right of the signature, and at the left of 附件
_DATE_AFTER = 2.0  # characters by which the date begins further right than the signature
_LABEL = "附件："


class Placing(NamedTuple):
    """The indents of a paragraph in characters; `hanging` is how much further left its first line begins.

    `begins` marks the first line of its kind, above which one line stays free.
    """

    left: float = 0.0
    hanging: float = 0.0
    right: float = 0.0
    to_the_right: bool = False
    begins: bool = False


def of_text(text: str, outline: Outline, characters_per_line: int) -> Iterator[tuple[int, Placing]]:
    """Give where the closing lines of each material stand, by where their paragraphs begin in the text."""
    if not any(material.closing for material in outline.materials):
        return
    starts, lines = zip(*paragraphs(text), strict=True)
    for material in outline.materials:
        for number, placing in placed(lines, material.closing, characters_per_line):
            yield starts[number], placing


def placed(
    lines: Sequence[str], closing_lines: Sequence[ClosingLine], characters_per_line: int
) -> Iterator[tuple[int, Placing]]:
    """Give for each closing line, by its number, where it stands."""
    begun: set[bool] = set()
    signature = _Signature.of(lines, closing_lines)
    for each in closing_lines:
        attached = each.role in (Role.ATTACHMENT, Role.ATTACHED)
        if attached:
            place = _attached(each)
        elif each.role is Role.DATE and signature.longest:
            place = Placing(left=characters_per_line - signature.begins + _DATE_AFTER)
        else:
            # lines shorter than the longest stand under or over its middle
            spare = max(signature.longest - width(lines[each.number].strip()), 0)
            place = Placing(right=signature.right + spare / 2, to_the_right=True)
        yield each.number, place._replace(begins=attached not in begun)
        begun.add(attached)


class _Signature(NamedTuple):
    """How long the signature is, and where it ends and begins, from the right edge."""

    longest: float
    right: float

    @property
    def begins(self) -> float:
        return self.right + self.longest

    @staticmethod
    def of(lines: Sequence[str], closing_lines: Sequence[ClosingLine]) -> _Signature:
        """Let it end two characters from the edge; where the date would come nearer than that, it moves left."""
        longest = max(
            (width(lines[each.number].strip()) for each in closing_lines if each.role is Role.SIGNATURE), default=0.0
        )
        date = max((width(lines[each.number].strip()) for each in closing_lines if each.role is Role.DATE), default=0.0)
        return _Signature(
            longest, max(_FROM_EDGE, _FROM_EDGE + _DATE_AFTER + date - longest) if longest else _FROM_EDGE
        )


def width(text: str) -> float:
    """Measure a text in characters of the body."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def _attached(each: ClosingLine) -> Placing:
    """Let further attachments begin under the first one, and their next lines under their words."""
    if each.role is Role.ATTACHMENT:
        return Placing(left=_FROM_EDGE + width(each.label), hanging=width(each.label))
    item = width(each.label)
    return Placing(left=_FROM_EDGE + width(_LABEL) + item, hanging=item)
