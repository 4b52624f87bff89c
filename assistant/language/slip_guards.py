"""How sure a word tried must be before it is told, and what is never told however sure.

The weights were fitted on statutes and reports. Elsewhere the counts know less: a rare word is a word all the same
(「遗愿」), two characters that may stand either way are now and then new (「家国」), and what a writer puts in quotation
marks he coined. Where each kind may begin was set on 0.9 million characters of right text that was not counted (statutes,
reports, materials, notes of what was said): where the first false one came, with some room.

Where much of a paragraph is new to the counts, as where somebody writes as he speaks or of a rare trade, one more thing
that is new says little. There more is asked: 5 in 100 of the slips found in materials stand in such paragraphs, of what
was told wrongly in freshly written texts three in four.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.slip_counts import Counts
from assistant.language.slip_marks import FIRST_HAN, numbers
from assistant.language.slip_scene import Candidate
from assistant.text import Span

_CUT_THROUGH = 4.0  # score from which a word is proposed that begins where another ends with 的
_SURE_OF_ONE = 3.0  # score from which a single character that comes again is still one that was not meant
_SURE = 1.3  # score from which anything is told
_SURE_OF_A_WORD = 1.4  # where the two characters written are a word of the list
_SURE_OF_A_PARTICLE = 2.5  # where one of the characters that stand anywhere is written: 「已单独报告」
_SURE_OF_AN_ORDER = 1.5  # where two characters would change places
_PRONOUNS, _FREQUENT = "他她它", "的得地在再但和只不是有做作以已了"
_OPENING, _CLOSING = "“‘", "”’"
_WORD = 2  # characters of most words
_USUALLY_NEW = 0.4  # share of a paragraph's runs of three that the counts do not know, in four materials of five less
_AT_ONCE = 500  # runs counted in a slice
_FEW = 12  # runs; fewer say little of their paragraph
_BESIDE = 2  # characters beside a slip that are in runs with it
# What is asked more where all is new: of the score; of the gain, above what is asked in the least strange of them
_SCORE_MORE, _GAIN_MORE, _LEAST_GAIN = 6.0, 20.0, 8.0


class Newness:
    """How much of a paragraph is new to the counts; nothing may be asked before `count` came to its end."""

    def __init__(self, paragraph: str, counts: Counts) -> None:
        self._ids = numbers(paragraph)
        self._counts = counts
        # Up to each place, the runs of three characters, and those of them that are new
        self._runs, self._new = [0], [0]

    def count(self) -> Iterator[None]:
        """Count once what is asked for each slip of a paragraph, in slices."""
        ids, runs, new = self._ids, 0, 0
        for at, run in enumerate(zip(ids, ids[1:], ids[2:], strict=False), 1):
            if min(run) >= FIRST_HAN:
                runs += 1
                new += not self._counts.triple(*run)
            self._runs.append(runs)
            self._new.append(new)
            if at % _AT_ONCE == 0:
                yield

    def strangeness(self, span: Span) -> float:
        """Tell how much more of the paragraph than usual is new, apart from a span: 0 to 0.6."""
        before, behind = max(0, span.start - _BESIDE - 1), min(span.end + _BESIDE - 1, len(self._runs) - 1)
        others, unknown = (each[before] + each[-1] - each[behind] for each in (self._runs, self._new))
        return max(0.0, unknown / max(_FEW, others) - _USUALLY_NEW)

    def stands_out(self, span: Span, gain: float) -> bool:
        """Tell whether so much more likely a span says something in the paragraph."""
        return stands_out(gain, self.strangeness(span))


def discounted(score: float, strange: float) -> float:
    """Give what a score is worth in so strange a paragraph."""
    return score - _SCORE_MORE * strange


def stands_out(gain: float, strange: float) -> bool:
    """Tell whether so much more likely says something in so strange a paragraph."""
    return strange == 0 or gain > _LEAST_GAIN + _GAIN_MORE * strange


def holds(paragraph: str, candidate: Candidate, score: float, *, is_word: bool) -> bool:
    """Tell whether a word tried is told with such a score; `is_word` where what is written is one of the list."""
    written = candidate.span.of(paragraph)
    if score <= _least(written, candidate.word, is_word) or _is_coined(paragraph, candidate):
        return False
    if min(numbers(written + candidate.word)) < FIRST_HAN:
        return False  # a mark or a figure changed places with its neighbour: 「１人１次」
    return not _is_topical(paragraph, candidate, score)


def what_differs(paragraph: str, candidate: Candidate) -> tuple[Span, str]:
    """Give the half of four characters that differs and what it should be, where only one half does: 「调查烟酒」."""
    span, word = candidate.span, candidate.word
    written = span.of(paragraph)
    if len(written) == len(word) == 2 * _WORD:
        if written[:_WORD] == word[:_WORD]:
            return Span(span.start + _WORD, span.end), word[_WORD:]
        if written[_WORD:] == word[_WORD:]:
            return Span(span.start, span.end - _WORD), word[:_WORD]
    return span, word


def _least(written: str, word: str, is_word: bool) -> float:
    if len(written) > 1 and written[0] in "的了" and written[0] not in word:
        return _CUT_THROUGH  # it would swallow the 的 between two words: 「各唱各的曲」
    if len(written) == len(word) == 1 and written in _FREQUENT:
        return _SURE_OF_A_PARTICLE
    if len(written) == _WORD and is_word:
        return _SURE_OF_A_WORD
    return _SURE_OF_AN_ORDER if written == word[::-1] and len(word) > 1 else _SURE


def _is_coined(paragraph: str, candidate: Candidate) -> bool:
    """Tell whether a place is all that stands between quotation marks, as a coinage does."""
    start, end = candidate.span
    opened, closed = paragraph[max(0, start - 1) : start], paragraph[end : end + 1]
    return bool(opened and closed) and opened in _OPENING and closed in _CLOSING


def _is_topical(paragraph: str, candidate: Candidate, score: float) -> bool:
    """Tell whether a character is one of a paragraph's matter, or a pronoun: 「抄完了公报，抄了三个本子」, 「她侄女」."""
    written = candidate.span.of(paragraph)
    if len(written) > 1 or score > _SURE_OF_ONE:
        return False
    pronoun = written in _PRONOUNS and candidate.word in _PRONOUNS
    return pronoun or (written not in _FREQUENT and paragraph.count(written) > 1)
