"""Slips of the keyboard: words that sound like what was meant, and characters that changed places.

Counted, not listed: where a paragraph holds a run of three characters that right text hardly has, each word that sounds
the same is put in its place, and what makes the paragraph much more likely is proposed. How much more is a weighted sum
(fitted by `dev.py slip_model`) of what the counts and the list of words say of both. No list of slips is behind it, so
it finds what nobody thought of, and it errs: names, rare words, an unusual turn. Hence only a hint.

A paragraph takes some 20 ms. `steps` does it in slices; what was found once is best remembered with the paragraph.
"""

from __future__ import annotations

import mmap
from collections.abc import Generator, Iterable, Iterator
from functools import cache

from assistant import paths
from assistant.language import (
    doubled_characters,
    slip_families,
    slip_guards,
    slip_lost,
    slip_non_words,
    slip_particles,
    slip_right,
    slip_shapes,
    slip_terms,
)
from assistant.language.slip_counts import Counts, Header, Readable, read_header
from assistant.language.slip_found import Slip, apart
from assistant.language.slip_marks import PAD, numbers
from assistant.language.slip_particle_signs import Particles
from assistant.language.slip_scene import Candidate, Scene
from assistant.language.slip_words import Homophones, Lexicon
from assistant.text import Span

_TRIED = 25  # words tried in a slice
_TERM_GAIN = 3.0  # of a term all but one character of which is there, its first and last with it
# Of a long one, inside and at its ends: the term itself says enough, though a rare word is in it
_LONG_GAIN = (-8.0, 0.0)
_END_GAIN = 4.0  # of one whose first or last character is another
_LOOSE = "是的和与及或了着过之在够太很更还再也都已没不未"  # what may stand between the words of a term
_NEGATIONS = "不未没无非"
_NUMERALS = frozenset("一二三四五六七八九十")
_AS_GOOD = frozenset("做办干搞处弄抓"), frozenset("愿可")  # 「凭经验做事」, 「宁愿」
_RARE = 4  # of a word that may be a listed slip if it is rarer: 「肯请」
_COMMON = 6  # of a word, as the list counts, that may stand where a term was cut
_DOUBLED_GAIN = 8.0  # of a character less
# Of a term of four characters that lost one; of one that was hardly counted, where what is left makes nothing else
_LOST_GAIN, _ALONE_GAIN = 6.5, -3.0
_SEEN = 3  # how often, as the counts have it, a run must have been seen where a doubled character may be meant


class Finder:
    """Finds slips by the counts of a file, which must stay open as long."""

    def __init__(self, data: Readable) -> None:
        self.header: Header = read_header(data)
        self._data = data
        self._counts = Counts(data, self.header)
        self._lexicon = Lexicon(data, self.header)
        self._homophones: Homophones | None = None
        self._non_words = slip_non_words.NonWords(self._counts, self._lexicon, self.gain)
        self._left_over = slip_lost.Lost(self._counts, self._lexicon, self.gain)
        self.particles = Particles(self._counts, self._lexicon, self.header.particles)

    def find(self, paragraph: str) -> tuple[Slip, ...]:
        """Find the slips of a paragraph, in order."""
        return self._whole(paragraph, [slip for slip in self._told(paragraph) if slip])

    def steps(self, paragraph: str) -> Generator[None, None, tuple[Slip, ...]]:
        """Do what `find` does in steps of a millisecond or two; the generator's value is what was found."""
        found_slips: list[Slip] = []
        for slip in self._told(paragraph):
            if slip:
                found_slips.append(slip)
            else:
                yield
        return self._whole(paragraph, found_slips)

    def _whole(self, paragraph: str, found_slips: Iterable[Slip]) -> tuple[Slip, ...]:
        """Take those that do not overlap, and a single character together with its word."""
        right = slip_right.places(paragraph)
        found = [slip for slip in apart(found_slips) if not any(slip.span.overlaps(each) for each in right)]
        return tuple(self._with_its_word(paragraph, slip) for slip in found)

    def _with_its_word(self, paragraph: str, slip: Slip) -> Slip:
        start, end = slip.span
        if end - start > 1:
            return slip
        words = ((max(0, start - 1), end), (start, end + 1))
        meant = {words[0]: paragraph[words[0][0] : start] + slip.word, words[1]: slip.word + paragraph[end : end + 1]}
        best = max(words, key=lambda place: self._lexicon.frequency(numbers(meant[place])))
        return slip._replace(span=Span(*best), word=meant[best]) if self.is_word(meant[best]) else slip

    def _told(self, paragraph: str) -> Iterator[Slip | None]:
        newness = slip_guards.Newness(paragraph, self._counts)
        yield from newness.count()
        yield from self._weighed(paragraph, newness)  # loads the sounds, which others ask
        yield from self._terms(paragraph)
        yield from self._doubled(paragraph)
        yield from self._non_words.find(paragraph, self._others)
        yield from slip_particles.find(paragraph, self.is_word, self.gain, newness, self.particles.more)
        for slip in self._by_rule(paragraph):
            if slip is None or newness.stands_out(slip.span, slip.gain):
                yield slip

    def _by_rule(self, paragraph: str) -> Iterator[Slip | None]:
        """Find what needs no weights: its form says already that it is hardly meant."""
        yield from self._lost(paragraph)
        yield None
        yield from slip_families.find(paragraph, self._counts, self._lexicon, self.gain, self._alike)
        yield from self._left_over.find(paragraph)
        yield None

    def _weighed(self, paragraph: str, newness: slip_guards.Newness) -> Iterator[Slip | None]:
        """Find what the weights tell."""
        for candidate in self.candidates(paragraph):
            if candidate is None:
                yield None
                continue
            score = self.header.bias + sum(map(float.__mul__, candidate.signs, self.header.weights))
            if score <= self.header.threshold:
                continue
            score = slip_guards.discounted(score, newness.strangeness(candidate.span))
            if slip_guards.holds(
                paragraph,
                candidate,
                score,
                is_word=self._lexicon.frequency(numbers(candidate.span.of(paragraph))) >= _RARE,
            ):
                span, word = slip_guards.what_differs(paragraph, candidate)
                if not all(map(self.is_word, (span.of(paragraph), word, candidate.word.replace(word, "", 1)))):
                    span, word = candidate.span, candidate.word
                yield Slip(span, word, score, candidate.gain)

    def _doubled(self, paragraph: str) -> Iterator[Slip | None]:
        """Find characters that stand twice where one alone is usual."""
        for span, is_plain in doubled_characters.find(paragraph, self.is_word):
            character = paragraph[span.start]
            around = [*PAD, *numbers(paragraph[max(0, span.start - 1) : span.end + 1]), *PAD]
            begin = len(PAD) - (span.start == 0)
            before, one, _, after = around[begin : begin + 4]
            if self._counts.four(before, one, one, after):
                continue
            gain = self.gain(paragraph, span, character)
            if gain > _DOUBLED_GAIN and (is_plain or self._counts.triple(before, one, after) >= _SEEN):
                yield Slip(span, character, gain, gain)

    def _lost(self, paragraph: str) -> Iterator[Slip | None]:
        """Find terms of four characters without one of them, where the other three are no part of a word: 「主观动机」."""
        for found in slip_terms.shipped().short_of_one(paragraph):
            if found is None:
                yield None
                continue
            (start, end), term = span, _ = found
            if not self._is_cut(paragraph, span, term) or any(
                self.is_word(paragraph[max(0, at - 1) : at + 1]) for at in (start, end)
            ):
                continue
            gain = self.gain(paragraph, span, term)
            if gain > (_ALONE_GAIN if self._left_over.stands_alone(paragraph, span, term) else _LOST_GAIN):
                yield Slip(span, term, gain, gain)

    def _is_cut(self, paragraph: str, span: Span, term: str) -> bool:
        """Tell whether right text has no such three characters, or only in a term that is never said without its ends."""
        left = span.of(paragraph)
        if not self._counts.triple(*numbers(left)):
            return True
        before, after = paragraph[max(0, span.start - 1) : span.start], paragraph[span.end : span.end + 1]
        beside = before + left if term.endswith(left) else left + after
        return term in slip_terms.shipped().whole_only and (len(beside) < len(term) or not self.is_seen(beside))

    def _terms(self, paragraph: str) -> Iterator[Slip | None]:
        """Find fixed terms with one slip in them, where right text has no such run of characters."""
        terms = slip_terms.shipped()
        yield None
        for near in terms.near(paragraph):
            if near is None:
                yield None
                continue
            span, word, wrong, right, inside, long = near
            written = wrong.of(paragraph)
            if self._is_usual(paragraph, wrong) or self._is_reversed(written) or (not right and written in _LOOSE):
                continue
            if self._says_otherwise(paragraph, span, wrong, right) or (
                self._is_another(paragraph, span, wrong, word, right)
            ):
                continue
            gain = self.gain(paragraph, span, word)
            least = _LONG_GAIN[not inside] if long else _TERM_GAIN if inside else _END_GAIN
            meant = self._may_be_meant(written, right)
            known = meant and word in terms.idioms and len(written) == len(right) == 1
            # An idiom that was never counted: the list alone says enough of what sounds or looks like it
            if (gain > least and (inside or meant)) or (known and not self.is_word(span.of(paragraph))):
                yield Slip(span, word, 0.0, gain)  # a word that the counts propose there is shorter and goes first
        yield None

    def _says_otherwise(self, paragraph: str, span: Span, wrong: Span, right: str) -> bool:
        """Tell whether what differs from a term is no slip: 「知行不一」, 「凭经验做事」, 「主要题目」."""
        written = wrong.of(paragraph)
        if not written and right in "的和与及式":
            return True  # good with it and without: 「在四个方面存在突出问题」
        if (written, right) == ("有", "") and paragraph[: wrong.start].endswith("没"):
            return True  # 没有 for 没
        if not written and wrong.start == span.end - 1:
            return self._is_common(paragraph[wrong.start : span.end + 1])
        if self._may_be_meant(written, right):
            return False
        if wrong.start == span.start and self._is_common(paragraph[max(0, span.start - 1) : wrong.end]):
            return True  # the word before ends with it: 「运用近平…」 lost the term's first character
        return (written in _NEGATIONS and right not in _NEGATIONS) or any({written, right} <= each for each in _AS_GOOD)

    def _is_another(self, paragraph: str, span: Span, wrong: Span, word: str, right: str) -> bool:
        """Tell whether one character, unlike a term's in sound and shape, makes something else of it.

        It fills the frame of a term otherwise (「以古为镜」, 「边审边改」, 「十五大」), or an idiom's place holds a word
        (「风景油画」, 「一气之下」).
        """
        written = wrong.of(paragraph)
        if self._may_be_meant(written, right):
            return False
        beside = paragraph[max(0, wrong.start - 1) : wrong.start], paragraph[wrong.end : wrong.end + 1]
        if slip_terms.is_frame(span.of(paragraph)) or (beside[1] == "大" and {written, right} <= _NUMERALS):
            return True
        is_idiom = word in slip_terms.shipped().idioms
        return is_idiom and (self.is_word(beside[0] + written) or self.is_word(written + beside[1]))

    def _is_common(self, word: str) -> bool:
        """Tell whether two characters are a word that is often written."""
        return self._lexicon.frequency(numbers(word)) >= _COMMON

    def _may_be_meant(self, written: str, right: str) -> bool:
        """Tell whether two characters sound or look alike, or more than one is concerned."""
        if len(written) != 1 or len(right) != 1:
            return True
        sounds = self._homophones
        return (sounds is not None and sounds.nearly(written, right)) or right in slip_shapes.shipped().get(written, "")

    def _is_usual(self, paragraph: str, wrong: Span) -> bool:
        """Tell whether right text has all runs of three that hold what is wrong, or its two neighbours."""
        around = numbers(paragraph[max(0, wrong.start - 2) : wrong.end + 2])
        return all(self._counts.triple(*around[at : at + 3]) for at in range(len(around) - 2))

    def _is_reversed(self, wrong: str) -> bool:
        """Tell whether two characters changed about are a word that way too: 相互, 互相."""
        return len(wrong) == 2 and self.is_word(wrong) and self.is_word(wrong[::-1])

    def gain(self, paragraph: str, span: Span, word: str) -> float:
        """Tell how much more likely a paragraph is, as a logarithm, with a word in the place of a span."""
        around = len(PAD)
        left = [*PAD, *numbers(paragraph[max(0, span.start - around) : span.start])][-around:]
        right = [*numbers(paragraph[span.end : span.end + around]), *PAD][:around]
        before, after = ([*left, *numbers(each), *right] for each in (span.of(paragraph), word))
        return sum(self._counts.likelihoods(after)) - sum(self._counts.likelihoods(before))

    def _alike(self, pair: str) -> Iterator[str]:
        """Yield the words that sound like two characters, and what looks like them."""
        yield from self._homophones.alike(pair) if self._homophones else ()
        yield from slip_shapes.alike(pair)

    def _others(self, character: str) -> Iterator[str]:
        """Yield what sounds or looks like one character."""
        yield from self._homophones.characters(character) if self._homophones else ()
        yield from slip_shapes.shipped().get(character, "")

    def is_word(self, word: str) -> bool:
        """Tell whether two to four characters are a word of the list."""
        return self._lexicon.frequency(numbers(word)) > 0

    def is_seen(self, four: str) -> bool:
        """Tell whether right text has four characters in a row."""
        return self._counts.four(*numbers(four)) > 0

    def candidates(self, paragraph: str) -> Iterator[Candidate | None]:
        """Yield what could be meant instead; None after each place that took a while."""
        if self._homophones is None:
            homophones = Homophones()
            for _ in homophones.load(self._data, self.header):
                yield None
            slip_shapes.shipped()
            yield None
            self._homophones = homophones
        scene = Scene(self._counts, self._lexicon, self._homophones, paragraph)
        for _ in scene.look():
            yield None
        for place in scene.doubtful():
            for number, (length, word) in enumerate(scene.tried(place), 1):
                if candidate := scene.candidate(place, length, word):
                    yield candidate
                if number % _TRIED == 0:
                    yield None
            yield None


@cache
def shipped() -> Finder:
    """Open the shipped counts, when they are first wanted. Raises OSError."""
    with (paths.resources() / "slips" / "slips.bin").open("rb") as file:
        return Finder(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
