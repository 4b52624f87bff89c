"""Where in a paragraph a word is doubtful, and what speaks for another word in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.language import slip_shapes
from assistant.language.slip_counts import Counts
from assistant.language.slip_marks import FIRST_HAN, PAD, numbers
from assistant.language.slip_signs import CountedSigns, WordSigns
from assistant.language.slip_words import LONGEST, Homophones, Lexicon
from assistant.text import Span

LEAST_GAIN = 4.0  # in natural logarithms; e^4 is 55 times as likely
_CLEARLY = 15.0
_SURE = 0.9  # logarithm of how unlikely a character in its usual company is
_AT_ONCE = 60  # characters looked at in a slice
_AT = len(PAD)  # where a window's own characters begin


class Candidate(NamedTuple):
    """A word tried in a place, and what speaks for and against it. `signs` are weighed by `Header.weights`."""

    span: Span
    word: str
    gain: float
    signs: tuple[float, ...]


class Scene:
    """What is known of a paragraph before anything is tried."""

    def __init__(self, counts: Counts, lexicon: Lexicon, homophones: Homophones, text: str) -> None:
        self.text = text
        self._counts = counts
        self._lexicon = lexicon
        self._homophones = homophones
        self._ids = [*PAD, *numbers(text), *PAD]
        self._unseen: list[bool] = []
        self._likely = [0.0, 0.0, 0.0]

    def look(self) -> Iterator[None]:
        """Find out what is known, in slices; nothing else may be asked before the end."""
        counts, ids = self._counts, self._ids
        last = len(ids) - 2
        for begin in range(0, last, _AT_ONCE):
            self._unseen += [not counts.triple(*ids[at : at + 3]) for at in range(begin, min(begin + _AT_ONCE, last))]
            yield
        for begin in range(3, len(ids) if any(self._unseen) else 3, _AT_ONCE):
            self._likely += counts.likelihoods(ids[begin - 3 : begin + _AT_ONCE])
            yield

    def doubtful(self) -> Iterator[int]:
        """Yield the places of Chinese characters that stand in a run of three that was not seen, outside of titles.

        One that stands between two of its kind is passed over: a key was held, and no other word is meant.
        """
        in_title = False
        for place, character in enumerate(self.text):
            if character in "《》":
                in_title = character == "《"
            elif self.text[max(0, place - 1) : place + 2] == character * 3:
                continue
            elif not in_title and self._ids[place + _AT] >= FIRST_HAN and any(self._unseen[place + 1 : place + 7]):
                yield place

    def tried(self, place: int) -> Iterator[tuple[int, str]]:
        """Yield what sounds or looks like what stands in a place, with its length; and two characters the other way round."""
        for length in range(1, LONGEST + 1):
            span = self.text[place : place + length]
            if len(span) < length:
                break
            for word in self._homophones.alike(span):
                yield length, word
            for word in slip_shapes.alike(span) if length > 1 else ():
                if self._lexicon.frequency(numbers(word)) > 0:
                    yield length, word
        pair = self.text[place : place + 2]
        if len(pair) == 2 and pair[0] != pair[1]:
            yield 2, pair[::-1]

    def candidate(self, place: int, length: int, word: str) -> Candidate | None:
        """Weigh a word in a place; None where nothing speaks for it."""
        if not self._may_be(place, length, word) or self._is_exempt(place, length, word):
            return None
        at = place + _AT
        changed = [*self._ids[place:at], *numbers(word), *self._ids[at + length : at + length + 3]]
        gain = sum(self._counts.likelihoods(changed)) - sum(self._likely[at : at + length + 3])
        if gain < LEAST_GAIN:
            return None
        signs = (*self._of_counts(place, length, changed, gain), *self._of_words(place, length, word, changed))
        return Candidate(Span(place, place + length), word, gain, tuple(map(float, signs)))

    def _may_be(self, place: int, length: int, word: str) -> bool:
        """Tell whether it is worth computing how likely a word is in a place: its neighbours are seen beside it."""
        at = place + _AT
        if not any(self._unseen[at - 2 : at + length]):
            return False
        if -sum(self._likely[at : at + length + 3]) < LEAST_GAIN + _SURE * length:
            return False
        first, last = numbers(word[0] + word[-1])
        before = self._counts.pair(self._ids[at - 1], first)
        if length == 1 and not before:
            return False
        after = self._counts.pair(last, self._ids[at + length])
        return bool(before and after) if length == 1 else bool(before or after)

    def _is_exempt(self, place: int, length: int, word: str) -> bool:
        """Tell whether a span is the name of a place, one character twice (事事), or a word backwards (期末, 末期)."""
        if length == 1:
            return False
        ids = self._ids[place + _AT : place + _AT + length]
        if ids[0] == ids[-1]:
            return True
        swapped = word == self.text[place : place + length][::-1]
        return self._lexicon.is_name(ids) or (swapped and self._lexicon.frequency(ids) > 0)

    def _of_counts(self, place: int, length: int, changed: Sequence[int], gain: float) -> CountedSigns:
        counts, ids = self._counts, self._ids[place : place + length + 6]
        triples, fours = self._covering(ids, length)
        new_triples, new_fours = self._covering(changed, length)
        pairs, new_pairs = ([counts.pair(*each[at : at + 2]) for at in range(2, 3 + length)] for each in (ids, changed))
        at = place + _AT
        return CountedSigns(
            gain=gain,
            capped_gain=min(gain, _CLEARLY),
            most_triple=max(triples),
            least_triple=min(triples),
            no_triple=max(triples) == 0,
            new_most_triple=max(new_triples),
            new_least_triple=min(new_triples),
            least_triple_rise=min(new_triples) - min(triples),
            most_four=max(fours),
            no_four=max(fours) == 0,
            gain_without_four=gain * (max(fours) == 0),
            new_most_four=max(new_fours),
            new_four=max(new_fours) > 0,
            most_four_rise=max(new_fours) - max(fours),
            least_pair=min(pairs),
            new_least_pair=min(new_pairs),
            oddest=-min(self._likely[at : at + length + 2]),
            least_single=min(map(counts.single, ids[_AT : _AT + length])),
            new_least_single=min(map(counts.single, changed[_AT : _AT + length])),
        )

    def _of_words(self, place: int, length: int, word: str, changed: Sequence[int]) -> WordSigns:
        span, ids = self.text[place : place + length], self._ids[place : place + length + 6]
        other = [each for each in range(length) if span[each] != word[each]]
        swapped = length == 2 and word == span[::-1]
        exact = swapped or all(self._homophones.same(span[each], word[each]) for each in other)
        before, after = (self._lexicon.frequency(each[_AT : _AT + length]) for each in (ids, changed))
        around, name = self._known(ids, other)
        new_around, _ = self._known(changed, other)
        sides, straddling = self._straddling(ids, length)
        new_sides, new_straddling = self._straddling(changed, length)
        return WordSigns(
            same_sound=exact,
            swapped=swapped,
            one_character=length == 1,
            two_characters=length == 2,
            more_characters=length > 2,
            differing=len(other),
            all_differ=len(other) == length,
            frequency=before,
            no_word=before == 0,
            new_frequency=after,
            new_no_word=after == 0,
            around=around,
            no_word_around=around == 0,
            new_around=new_around,
            new_no_word_around=new_around == 0,
            is_name=name,
            straddled_sides=sides,
            straddling=straddling,
            new_straddled_sides=new_sides,
            new_straddling=new_straddling,
        )

    def _covering(self, ids: Sequence[int], length: int) -> tuple[list[int], list[int]]:
        """Count the runs of three and of four that hold something of a place."""
        triples = [self._counts.triple(*ids[at : at + 3]) for at in range(1, 3 + length)]
        fours = [self._counts.four(*ids[at : at + 4]) for at in range(3 + length) if at + 4 <= len(ids)]
        return triples, fours

    def _straddling(self, ids: Sequence[int], length: int) -> tuple[int, int]:
        """Tell on how many sides a word reaches into a span from outside, and how common the commonest is.

        In 「字体时文字」 nobody wrote 「体时」.
        """
        first, last = _AT, _AT + length
        left = [ids[start:end] for start in range(first) for end in range(first + 1, min(start + LONGEST, last) + 1)]
        right = [
            ids[start:end]
            for start in range(first, last)
            for end in range(last + 1, min(start + LONGEST, len(ids)) + 1)
        ]
        common = [
            max((self._lexicon.frequency(word) for word in words if min(word) >= FIRST_HAN), default=0)
            for words in (left, right)
        ]
        return sum(each > 0 for each in common), max(common)

    def _known(self, ids: Sequence[int], other: Sequence[int]) -> tuple[int, bool]:
        """Tell how common the commonest word is that holds all the places where two spans differ; whether one is a name."""
        first, last = other[0] + _AT, other[-1] + _AT + 1
        frequency, name = 0, False
        for start in range(max(0, last - LONGEST), first + 1):
            for end in range(max(last, start + 2), min(len(ids), start + LONGEST) + 1):
                word = ids[start:end]
                if min(word) >= FIRST_HAN:
                    frequency = max(frequency, self._lexicon.frequency(word))
                    name = name or self._lexicon.is_name(word)
        return frequency, name
