"""What the counts know of 地 or 得 in a place where 的 may be meant: 「会议地通知」, 「由我牵头得6个问题」.

地 and 得 are rare, so that how much likelier 的 makes a place says little by itself: it always does. Weighed together
with how often what stands before and behind is seen with either, it does. The weights lie beside the counts; they are
a regression's, fitted by `dev.py slip_model --particles` on materials that were not counted, each 的 in them exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.language.slip_counts import Counts
from assistant.language.slip_marks import DIGIT, FIRST_HAN, around, numbers
from assistant.language.slip_words import Lexicon

_SURE = 2.5  # from which sum on 的 is told
_SURE_OF_A_NOUN = 6.0  # where a verb may follow 地: 「机械地阅读」, 「安全地燃放」
_CAPPED, _CLEARLY = 5.0, 10.0  # of a gain: what is beyond says less, or something else
_LONGER = (1, 4), (2, 5), (3, 6), (0, 4), (1, 5), (2, 6), (3, 7)  # where longer words lie that would hold the particle
_MEANT = numbers("的")[0]


class Particles:
    """Weighs 的 in a place of 地 or 得, by counts and words that must stay open as long."""

    def __init__(self, counts: Counts, lexicon: Lexicon, weights: Mapping[str, Sequence[float]]) -> None:
        self._counts = counts
        self._lexicon = lexicon
        self._weights = weights

    def more(self, paragraph: str, at: int, gain: float) -> float:
        """Tell by how much it is surer than must be that 的 is meant, by which a place would gain so much."""
        *weights, bias = self._weights[paragraph[at] + "的"]
        may_be_a_verb = paragraph[at] == "地" and "一" <= paragraph[at + 1] <= "龥"
        least = _SURE_OF_A_NOUN if may_be_a_verb else _SURE
        return bias + sum(map(float.__mul__, self.signs(paragraph, at, gain), weights)) - least

    def signs(self, paragraph: str, at: int, gain: float) -> tuple[float, ...]:
        """Give what speaks for 的."""
        ids = around(paragraph, at)
        _, before2, before, written, after, after2, _ = ids
        words = ([before2, before], [after, after2], [before, written], [written, after])
        return (
            *self._runs(ids, written),
            *self._runs(ids, _MEANT),
            float(after < FIRST_HAN),
            float(before < FIRST_HAN),
            float(after == DIGIT),
            *map(self._frequency, words),
            max(self._frequency(ids[start:end]) for start, end in _LONGER),
            gain,
            min(gain, _CAPPED),
            max(0.0, gain - _CLEARLY),
        )

    def _frequency(self, word: Sequence[int]) -> float:
        return float(self._lexicon.frequency(word)) if min(word) >= FIRST_HAN else 0.0

    def _runs(self, ids: Sequence[int], particle: int) -> tuple[float, ...]:
        """Count the runs that hold a particle, put in the midst."""
        counts = self._counts
        a, b, c, _, d, e, f = ids
        found = (
            *(counts.pair(c, particle), counts.pair(particle, d)),
            *(counts.triple(b, c, particle), counts.triple(c, particle, d), counts.triple(particle, d, e)),
            *(counts.four(a, b, c, particle), counts.four(b, c, particle, d)),
            *(counts.four(c, particle, d, e), counts.four(particle, d, e, f)),
        )
        return tuple(map(float, found))
