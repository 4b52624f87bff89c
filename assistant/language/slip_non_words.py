"""Two characters that make no word, neither with each other nor with what stands beside them: 「兹长」, 「简量」, 「坦成」.

The counts of language/slips say little of words that are rare in what was counted, and less where a whole paragraph is
new to them. Here the list of words speaks: a paragraph is cut into words so that as little as possible is left over; where
a character is, one that sounds or looks alike is put in its place, or in its neighbour's, and what leaves much less over is
weighed together with what the counts say. That no word stands there holds in a strange paragraph too, so that nothing more
is asked there. The weights are a regression's, fitted on slips of one character, made by chance in materials that were
not counted; from where on it is told was set on 320,000 characters of these as they were. That was done once, and no
command does it again (`dev.py slip_model` makes the counts, and fits the weights of `slip_scene` alone): whoever changes a
sign, or counts anew, fits these anew too, or sees by the tests and on right text that they still hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.language import slip_lost
from assistant.language.names import SURNAMES
from assistant.language.slip_counts import Counts
from assistant.language.slip_families import FREE, is_own
from assistant.language.slip_found import Slip
from assistant.language.slip_marks import FIRST_HAN, numbers
from assistant.language.slip_words import LONGEST, Lexicon
from assistant.text import Span

# What stands before or behind nearly anything: 「递过」, 「在厂」
_JOINING = frozenset(
    "在是有过了着到给把被从向对和与及或而又也都就才还不没未无很更最太这那我他她你它们的地得之所以上下中里内外前后时人事去来做看想说要会能"
)
_COUNTING = frozenset("一二三四五六七八九十百千万两几半每各")  # 「两仓」
_POSTS = frozenset("长记任员师士警工")  # the end of what somebody is before his name
_PLACES = frozenset("县市区乡镇村")  # the end of a name: 「禾县」; a person's stands behind a blank
_KNOWN = 3  # of a word, as the list counts, from which on it may have been meant
_MET = 8  # as the counts have it: two characters that met more often stand together rightly
_BESIDE = 4  # characters on either side that may be in words with the two
# What is left over costs, and what is a word, by how common it is: one that stands alone often, one that hardly does, others
_ALONE, _BOUND, _RARE, _OFTEN = 1.3, 4.2, 3.6, 0.04
_WORD, _COMMONEST, _RARER = 1.6, 15, 0.09
_LEAST_LESS = 1.0  # that must be left over
_SELDOM = 20  # of a character, as the counts have it
_SURE = 4.05
_AT_ONCE, _TRIED = 200, 4  # characters cut, and places tried, in a slice


class Signs(NamedTuple):
    """What speaks for a word; what all of it weighs is `_WEIGHTS`."""

    less_left: float  # in the units of `_cost`, 5 at most
    gain: float  # by which the place becomes likelier, in natural logarithms
    capped_gain: float
    striking_gain: float  # beyond what right text shows anywhere
    comes_again: bool  # the character that would go
    met: float  # how often the two of the word meet, times the gain
    often: int  # the character that would go; a rare one is not taken for rightly chosen because it is rare
    often_meant: int  # the one that would come
    kept_joins: bool  # the one that would stay is one of those that stand beside anything
    wrong_joins: bool
    known: int  # how common the word is


_WEIGHTS = (0.77, 0.04, 0.18, 0.4, -2.25, 1.09, 0.09, 0.005, -1.04, -1.0, 0.14)
_BIAS = -7.89


class NonWords:
    """Finds what makes no word, by counts and words that must stay open as long."""

    def __init__(self, counts: Counts, lexicon: Lexicon, gain: Callable[[str, Span, str], float]) -> None:
        self._counts = counts
        self._lexicon = lexicon
        self._gain = gain
        self._alone: dict[int, float] = {}  # what characters cost that were left over so far

    def find(self, paragraph: str, others: Callable[[str], Iterable[str]]) -> Iterator[Slip | None]:
        """Find them, in order; None after each slice. `others`: what sounds or looks like a character."""
        for found in self.tried(paragraph, others):
            if found is None:
                yield None
                continue
            at, word, signs = found
            score = _BIAS + sum(map(float.__mul__, map(float, signs), _WEIGHTS))
            if score > _SURE:
                yield Slip(Span(at, at + 2), word, score, signs.gain)

    def tried(self, paragraph: str, others: Callable[[str], Iterable[str]]) -> Iterator[tuple[int, str, Signs] | None]:
        """Yield the words that could be meant, where each would begin, and what speaks for it; None after each slice."""
        ids = numbers(paragraph)
        left: list[bool] = []
        for begin, end in _runs(ids):
            left += [False] * (begin - len(left)) + self._left_over(ids, begin, end)
            yield None
        number = 0
        for at in range(len(left) - 1):
            if not (left[at] or left[at + 1]) or not self._is_doubtful(paragraph, ids, at):
                continue
            number += 1
            if number % _TRIED == 0:
                yield None
            yield from self._at(paragraph, ids, at, others)

    def _is_doubtful(self, paragraph: str, ids: Sequence[int], at: int) -> bool:
        pair = ids[at : at + 2]
        if min(pair) < FIRST_HAN or pair[0] == pair[1] or paragraph[at] in _COUNTING:
            return False
        if not _PLACES.isdisjoint(paragraph[at + 1 : at + 3]) or paragraph[max(0, at - 1) : at].isspace():
            return False
        if self._lexicon.frequency(pair) or self._counts.pair(*pair) > _MET:
            return False

        def is_word(start: int, end: int) -> bool:
            return start >= 0 and self._lexicon.frequency(ids[start:end]) > 0

        # 「站长汪某」
        is_called = paragraph[at] in _POSTS and paragraph[at + 1] in SURNAMES and is_word(at - 1, at + 1)
        return not (is_called or is_own(paragraph, at, is_word))

    def _at(
        self, paragraph: str, ids: Sequence[int], at: int, others: Callable[[str], Iterable[str]]
    ) -> Iterator[tuple[int, str, Signs]]:
        begin, end = max(0, at - _BESIDE), min(len(ids), at + 2 + _BESIDE)
        now: float | None = None
        for changed in (0, 1):
            wrong, kept = paragraph[at + changed], paragraph[at + 1 - changed]
            for other in others(wrong):
                word = kept + other if changed else other + kept
                pair = numbers(word)
                known = self._lexicon.frequency(pair)
                if known < _KNOWN:
                    continue
                if now is None:
                    now = self._cost(ids[begin:end])
                less = now - self._cost([*ids[begin:at], *pair, *ids[at + 2 : end]])
                if less < _LEAST_LESS:
                    continue
                gain = self._gain(paragraph, Span(at, at + 2), word)
                yield (
                    at,
                    word,
                    Signs(
                        less_left=min(less, 5.0),
                        gain=gain,
                        capped_gain=min(gain, 12.0),
                        striking_gain=max(0.0, gain - 15.0),
                        comes_again=paragraph.count(wrong) > 1,
                        met=self._counts.pair(*pair) * gain / 100,
                        often=max(_SELDOM, self._counts.single(ids[at + changed])),
                        often_meant=self._counts.single(pair[changed]),
                        kept_joins=kept in _JOINING,
                        wrong_joins=wrong in _JOINING,
                        known=known,
                    ),
                )

    def _left_over(self, ids: Sequence[int], begin: int, end: int) -> list[bool]:
        """Tell of each character whether it is in no word, where as little as possible is, and none that stands alone."""
        steps = self._cut(ids[begin:end])[1]
        left = [False] * (end - begin)
        at = end - begin
        while at > 0:
            if steps[at] == 1:
                left[at - 1] = self._single(ids[begin + at - 1]) > _ALONE
            at -= steps[at]
        return left

    def _cost(self, ids: Sequence[int]) -> float:
        """Tell what it costs to cut a stretch into words and what is left over."""
        return self._cut(ids)[0]

    def _cut(self, ids: Sequence[int]) -> tuple[float, list[int]]:
        """Cut a stretch so that it costs least: the cost, and for each place how long the word is that ends there."""
        least, steps = [0.0], [0]
        for end in range(1, len(ids) + 1):
            best, step = least[end - 1] + self._single(ids[end - 1]), 1
            for length in range(2, min(LONGEST, end) + 1):
                word = ids[end - length : end]
                if min(word) < FIRST_HAN:
                    break
                if common := self._lexicon.frequency(word):
                    cost = least[end - length] + _WORD + (_COMMONEST - common) * _RARER
                    if cost < best:
                        best, step = cost, length
            least.append(best)
            steps.append(step)
        return least[-1], steps

    def _single(self, number: int) -> float:
        """Tell what one character costs that is left over."""
        cost = self._alone.get(number)
        if cost is None:
            cost = self._alone[number] = self._cost_alone(number)
        return cost

    def _cost_alone(self, number: int) -> float:
        if number < FIRST_HAN:
            return 0.0
        character = chr(number - FIRST_HAN + ord("一"))
        if character in FREE:
            return _ALONE
        return _BOUND if character in slip_lost.shipped() else _RARE - self._counts.single(number) * _OFTEN


def _runs(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where characters stand without a mark between them, in pieces of a slice's length."""
    begin = 0
    for end in range(len(ids) + 1):
        if end == len(ids) or ids[end] < FIRST_HAN or end - begin == _AT_ONCE:
            if end > begin:
                yield begin, end
            begin = end if end < len(ids) and ids[end] >= FIRST_HAN else end + 1
