"""Which words sound alike, or nearly so, and which words there are at all, for language/slips.

Nearly alike: n l, z zh, c ch, s sh, and -an -ang, -en -eng, -in -ing, which many speakers do not tell apart.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterator, Sequence

from assistant.language.slip_counts import Header, Readable, read_map, section
from assistant.language.slip_marks import ALPHABET

LONGEST = 4
_READINGS = 8  # of a span with characters of several readings
_AT_ONCE = 100  # lines read at a stretch: less than a millisecond
_PACKED_AT_ONCE = 4096  # bytes
_NAME = 16
_FREQUENCY = 15


def blurred(syllable: str) -> str:
    """Give a syllable as those hear it who tell no zh from z, no n from l and no -ing from -in."""
    if syllable[0] == "n" and len(syllable) > 1:
        syllable = "l" + syllable[1:]
    if syllable[1:2] == "h":
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith(("ang", "eng", "ing")) and len(syllable) > 3 else syllable


def word_key(ids: Sequence[int]) -> int:
    """Make a key of a word's characters, as the map of words has it."""
    key = 1
    for each in ids:
        key = key << ALPHABET | each
    return key


def _lines(data: Readable, header: Header, name: str) -> Iterator[str]:
    """Yield the lines of a packed part, an empty one after each slice of work."""
    packed = section(data, header, name)
    unpacking = zlib.decompressobj()
    rest = b""
    for start in range(0, len(packed), _PACKED_AT_ONCE):
        *whole, rest = (rest + unpacking.decompress(packed[start : start + _PACKED_AT_ONCE])).split(b"\n")
        for number, line in enumerate(whole, 1):
            yield line.decode()
            if number % _AT_ONCE == 0:
                yield ""
        yield ""
    if rest:
        yield rest.decode()


class Lexicon:
    """The words there are."""

    def __init__(self, data: Readable, header: Header) -> None:
        self._words = read_map(data, header, "words")

    def frequency(self, ids: Sequence[int]) -> int:
        """Tell how common a word of two to four characters is, 1 to 15 for a word, 0 for none."""
        return self._words.get(word_key(ids)) & _FREQUENCY if len(ids) > 1 else 0

    def is_name(self, ids: Sequence[int]) -> bool:
        """Tell whether it is the name of a person, a place or a thing."""
        return self._words.get(word_key(ids)) >= _NAME


class Homophones:
    """Words by their sound."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._blurred: dict[str, tuple[str, ...]] = {}
        self._characters: dict[str, str] = {}  # by what is heard

    def load(self, data: Readable, header: Header) -> Iterator[None]:
        """Read the lists in slices: a syllable and its characters; syllables, a tab, and the words that sound so."""
        for line in _lines(data, header, "readings"):
            if line:
                syllable, _, characters = line.partition("\t")
                for each in characters:
                    self._exact[each] = (*self._exact.get(each, ()), syllable)
            else:
                yield
        for number, (each, said) in enumerate(self._exact.items(), 1):
            self._blurred[each] = heard = tuple(dict.fromkeys(map(blurred, said)))
            for syllable in heard:
                self._characters[syllable] = self._characters.get(syllable, "") + each
            if number % _AT_ONCE == 0:
                yield
        for line in _lines(data, header, "sounds"):
            if line:
                syllables, _, alike = line.partition("\t")
                key = " ".join(map(blurred, syllables.split(" ")))
                before = self._words.get(key)
                self._words[key] = f"{before} {alike}" if before else alike
            else:
                yield

    def alike(self, span: str) -> Iterator[str]:
        """Yield the other words that may have been meant by a span."""
        if not all(each in self._blurred for each in span):
            return
        seen = {span}
        for said in itertools.islice(itertools.product(*(self._blurred[each] for each in span)), _READINGS):
            for word in self._words.get(" ".join(said), "").split(" "):
                if word and word not in seen:
                    seen.add(word)
                    yield word

    def characters(self, character: str) -> Iterator[str]:
        """Yield the other characters that sound like one or nearly so."""
        for syllable in self._blurred.get(character, ()):
            for each in self._characters[syllable]:
                if each != character:
                    yield each

    def nearly(self, one: str, other: str) -> bool:
        """Tell whether two characters sound alike or nearly so."""
        return not set(self._blurred.get(one, ())).isdisjoint(self._blurred.get(other, ()))

    def same(self, one: str, other: str) -> bool:
        """Tell whether two characters sound quite alike, tones aside."""
        return not set(self._exact.get(one, ())).isdisjoint(self._exact.get(other, ()))
