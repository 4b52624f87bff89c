"""A character that is left of a word when its companion was dropped: 「根本务」, 「整改施」, 「程序意不强」.

Characters that hardly ever stand alone (resources/slips/bound.toml) tell it: where one is in no word, with a run of three
beside it that right text does not have, each word that it ends or begins is put in its place. A character more makes any
text less likely, so that what gains by it says much; and the counts must know four characters in a row of what comes out.
Nothing is said of what is left where it makes another word with its neighbour: 「责任传出现断点」.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.language import slip_families, slip_terms
from assistant.language.slip_counts import Counts
from assistant.language.slip_found import Slip
from assistant.language.slip_marks import FIRST_HAN, PAD, numbers
from assistant.language.slip_words import LONGEST, Lexicon
from assistant.strict_toml import DataError
from assistant.text import Span

_COMMON = 6  # of a word, as the list counts, one half of which may have been dropped
_RARE = 3  # of a word, from which on a character in it is not left over: 「本务」 of 「根本务」 is a rarer one
_OFTEN = 16  # of a character alone, as the counts have it, that may have been dropped
_SEEN = 6  # of four characters in a row
_REMEMBERED = 64  # characters the words of which are kept
_COUNTED_AT_ONCE, _AT_ONCE = 5000, 300  # characters in a slice whose counts, or words, are looked up
_PLACES_AT_ONCE = 1000  # characters of a paragraph looked at in a slice
_GAIN = 5.5  # how much more likely the paragraph must become
_HAN = 20902  # characters that have a number
_OPENING, _CLOSING = "“‘", "”’"


@dataclass(frozen=True, slots=True)
class BoundFile:
    """`characters`: those that hardly ever stand alone, line by line."""

    format: int
    source: str
    characters: str


def parse(source: str, name: str) -> frozenset[str]:
    """Read the characters; `name` is how messages call the file. Raises DataError."""
    found = "".join(strict_toml.load(BoundFile, source, name).characters.split())
    if len(set(found)) < len(found) or not all("一" <= each <= "龥" for each in found):
        raise DataError(f"{name}：应为不重复的汉字")
    return frozenset(found)


@cache
def shipped() -> frozenset[str]:
    """Read the shipped characters, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("slips", "bound.toml")
    return parse(path.read_text("utf-8"), path.name)


class Lost:
    """Finds what was left over, by counts and words that must stay open as long."""

    def __init__(self, counts: Counts, lexicon: Lexicon, gain: Callable[[str, Span, str], float]) -> None:
        self._counts = counts
        self._lexicon = lexicon
        self._gain = gain
        self._common: tuple[int, ...] = ()  # characters that may have been dropped, once one is wanted
        self._words: dict[str, tuple[str, ...]] = {}  # of the characters that were asked for

    def find(self, paragraph: str) -> Generator[Slip | None, None, None]:
        """Find what is left of words, in order; None after each place that took a while."""
        bound = shipped()
        ids = [*PAD, *numbers(paragraph), *PAD]
        for at, character in enumerate(paragraph):
            if at % _PLACES_AT_ONCE == _PLACES_AT_ONCE - 1:
                yield None
            if character not in bound or _is_coined(paragraph, at):
                continue
            place = at + len(PAD)
            seen = (self._counts.triple(*ids[start : start + 3]) for start in range(place - 2, place + 1))
            if all(seen) or self._is_in_a_word(ids, place):
                continue
            if character not in self._words:
                if len(self._words) >= _REMEMBERED:
                    self._words.clear()
                self._words[character] = yield from self._words_with(character)
            tried = (self._tried(paragraph, ids, at, word) for word in self._words[character])
            best = max(filter(None, tried), key=lambda slip: slip.gain, default=None)
            if best:
                yield best
            yield None

    def stands_alone(self, paragraph: str, span: Span, term: str) -> bool:
        """Tell whether of a term of two words, one of which lost a character, the other half of it makes nothing else.

        「党建汇全年」: right text has no such three characters, and 「汇」 is in no word there, nor one itself.
        """
        left = span.of(paragraph)
        if term in slip_terms.shipped().idioms or self._counts.triple(*numbers(left)):
            return False
        at = span.start if left[1:] == term[2:] else span.end - 1
        ids = [*PAD, *numbers(paragraph), *PAD]
        return paragraph[at] not in slip_families.FREE and not self._is_in_a_word(ids, at + len(PAD))

    def _tried(self, paragraph: str, ids: list[int], at: int, word: str) -> Slip | None:
        """Put a word in the place of one character; None where that is not much likelier than what stands there."""
        place = at + len(PAD)
        new = [*ids[place - 2 : place], *numbers(word), *ids[place + 1 : place + 3]]
        counted = [(self._counts.four(*new[start : start + 4]), start) for start in range(3)]
        most, start = max(counted)
        gain = self._gain(paragraph, Span(at, at + 1), word) if most >= _SEEN else 0.0
        if gain <= _GAIN:
            return None
        # Told with what the counts know beside it: 「根本务」, not 「务」 alone
        begin = at - 2 + start if min(new[start : start + 4]) >= FIRST_HAN else at
        end = begin + 3 if begin != at or start == 2 else at + 1
        if min(ids[begin + len(PAD) : end + len(PAD)]) < FIRST_HAN:
            begin, end = at, at + 1
        return Slip(Span(begin, end), paragraph[begin:at] + word + paragraph[at + 1 : end], gain, gain)

    def _words_with(self, character: str) -> Generator[None, None, tuple[str, ...]]:
        """Give the common words of two characters that a character ends or begins, in steps: there are many to look up."""
        if not self._common:
            common: list[int] = []
            for begin in range(FIRST_HAN, FIRST_HAN + _HAN, _COUNTED_AT_ONCE):
                some = range(begin, min(begin + _COUNTED_AT_ONCE, FIRST_HAN + _HAN))
                common += [each for each in some if self._counts.single(each) >= _OFTEN]
                yield
            self._common = tuple(common)
        (own,) = numbers(character)
        ended, begun = [], []
        for number, other in enumerate(self._common, 1):
            said = chr(other - FIRST_HAN + ord("一"))
            if self._lexicon.frequency([other, own]) >= _COMMON:
                ended.append(said + character)
            if self._lexicon.frequency([own, other]) >= _COMMON:
                begun.append(character + said)
            if number % _AT_ONCE == 0:
                yield
        return (*ended, *begun)

    def _is_in_a_word(self, ids: list[int], place: int) -> bool:
        return any(
            min(word) >= FIRST_HAN and self._lexicon.frequency(word) >= _RARE
            for size in range(2, LONGEST + 1)
            for start in range(max(0, place - size + 1), place + 1)
            if len(word := ids[start : start + size]) == size
        )


def _is_coined(paragraph: str, at: int) -> bool:
    """Tell whether a character begins or ends what stands in quotation marks: 「“题海”」."""
    return paragraph[max(0, at - 1) : at] in _OPENING or paragraph[at + 1 : at + 2] in _CLOSING
