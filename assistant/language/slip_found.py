"""A slip of the keyboard that was found, and how long a text may be to be looked through: all that others know of `slips`.

What finds them is loaded by whoever looks: the window shows a text before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assistant.text import Span

MOST = 200_000  # characters of a text worth the time; what is longer is no material
_AROUND = 3  # characters on each side that are the same where a phrase was copied
LEFT_OUT = "全文超过20万字，没有检查输入时选错的同音字。"  # said of a longer one


class Slip(NamedTuple):
    """A word that was probably not meant, and the one that was. `score` is how sure, `gain` how much more likely."""

    span: Span
    word: str
    score: float
    gain: float

    def is_habit(self, paragraph: str, text: str) -> bool:
        """Tell whether a text writes it so elsewhere too, a single character, also twice, together with its neighbours.

        A slip rarely comes twice; a name, a term of the trade does. But a problem's heading is written again before its
        measure, slip and all, and an input method offers again what was chosen: where the text writes the word meant,
        the same words around it are one place, and that word more often than this is no habit.
        """
        start, end = self.span
        if len(set(paragraph[start:end])) == 1:  # 「委委」, which stands in 「党委委员」 too
            start, end = start - 1, end + 1
        written = paragraph[max(0, start) : end]
        times, meant = text.count(written), 0
        if times > 1 and len(self.word) > 1 and self.word not in written:
            meant = text.count(self.word)
        if meant:
            times -= text.count(paragraph[max(0, start - _AROUND) : end + _AROUND]) - 1
        return times > 1 and times >= meant


def apart(found: Iterable[Slip]) -> list[Slip]:
    """Keep the surest of those that overlap, in the order of the text."""
    kept: list[Slip] = []
    for slip in sorted(found, key=lambda slip: -slip.score):
        if not any(slip.span.overlaps(other.span) for other in kept):
            kept.append(slip)
    return sorted(kept, key=lambda slip: slip.span)
