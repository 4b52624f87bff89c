"""Fixed terms and idioms with one character wrong, missing, too many, or out of its place: 「压力传异」, 「掂轻怕重」.

Sound and shape do not matter here: where all of a term but one character is there, it was meant. A term of five
characters or more may have lost or won one; of one of four, an idiom, a wrong or displaced one is looked for (`near`), and
apart from these a missing one (`short_of_one`): three characters say little, so that the counts must be quite sure. Whoever
asks keeps to what right text hardly has (language/slips).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assistant import paths, strict_toml
from assistant.language.multi_pattern import MultiPattern
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError
from assistant.text import Edit, Span, difference

IDIOM = 4  # characters of the shortest term
_LONG = 9  # characters of a term of which one at its end may be any other
_HAN = compiled_later("[一-龥]+")
_MARKS = compiled_later("[“”‘’、]")
_MARKS_OR_COMMAS = compiled_later("[“”‘’、，]")
_FRAME = compiled_later(r"([^、，；“”])[^、，；“”]\1[^、，；“”]|以[^、，；“”]为[^、，；“”]|因[^、，；“”]制宜")
_AT_ONCE = 600  # characters looked through in a slice
_LONGEST = 40  # characters of a term
_WHOLE_SENTENCE = 8  # characters of a term that may be written with commas in it


@dataclass(frozen=True, slots=True)
class TermFile:
    """`terms`: fixed terms of the field; `idioms`: of four characters, from a dictionary. Blanks or lines between.

    `also`: what is right as well though it is nearly one of the others. `lost`: terms of four characters of which only a
    missing one is looked for, since with another in its place they are often right too. `whole_only`: of which neither the
    first nor the last three characters are said alone.
    """

    format: int
    source: str
    terms: str
    idioms: str
    also: str = ""
    lost: str = ""
    whole_only: str = ""


class Near(NamedTuple):
    """A place that is a term but for one character, and how it reads as the term.

    `wrong` is what differs in it, empty where a character is missing, and `right` what it should be; `inside` where the
    first and last characters are the term's, the term is a long one, or it stands in quotation marks; `long` where so much
    of a term is there that nothing else can be meant. A place goes no further than the marks next to what differs:
    「以人民为中心”的发展理想」.
    """

    span: Span
    word: str
    wrong: Span
    right: str
    inside: bool
    long: bool


def parse(source: str, name: str) -> Terms:
    """Read the terms; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(TermFile, source, name)
    found = tuple(dict.fromkeys((*file.terms.split(), *file.idioms.split())))
    also, lost, whole_only = (tuple(each.split()) for each in (file.also, file.lost, file.whole_only))
    for each in (*found, *also, *lost, *whole_only):
        if len(each) < IDIOM or not _HAN.fullmatch(each):
            raise DataError(f"{name}：“{each}”应为{IDIOM}个以上的汉字")
    return Terms(found, also, (*lost, *whole_only), frozenset(whole_only), frozenset(file.idioms.split()))


class Terms:
    """The terms, ready to be looked for: by their halves, of which one slip leaves one whole."""

    def __init__(
        self,
        terms: Sequence[str],
        also: Sequence[str] = (),
        lost: Sequence[str] = (),
        whole_only: frozenset[str] = frozenset(),
        idioms: frozenset[str] = frozenset(),
    ) -> None:
        self.whole_only = whole_only
        self.idioms = idioms
        self._left: dict[str, str] = {}  # what is left of a term of four that lost a character
        for term in (*lost, *terms):
            for at in range(IDIOM if len(term) == IDIOM else 0):
                self._left.setdefault(term[:at] + term[at + 1 :], term)
        self._short = MultiPattern(self._left)
        self._halves: dict[str, list[tuple[str, bool]]] = {}
        for term in terms:
            middle = len(term) // 2
            self._halves.setdefault(term[:middle], []).append((term, True))
            self._halves.setdefault(term[middle:], []).append((term, False))
            # Where the two halves meet, two changed about
            across = term[: middle - 1] + term[middle] + term[middle - 1]
            self._halves.setdefault(across, []).append((term, True))
        self._multi_pattern = MultiPattern(self._halves)
        self._whole = MultiPattern((*terms, *also))

    def near(self, paragraph: str) -> Iterator[Near | None]:
        """Yield what is a term but for one character, where no other term stands whole; marks do not count.

        None comes after each slice of the work, here and in `short_of_one`.
        """
        yield from self._near_in(paragraph, _MARKS, IDIOM)
        if "，" in paragraph:
            yield from self._near_in(paragraph, _MARKS_OR_COMMAS, _WHOLE_SENTENCE)

    def short_of_one(self, paragraph: str) -> Iterator[tuple[Span, str] | None]:
        """Yield what is left of terms of four characters that lost one, and the term: 「清正洁」, but not in 「党风政风」."""
        for found in _standing(self._short, paragraph):
            if found is None:
                yield None
                continue
            start, left = found
            term, span = self._left[left], Span(start, start + len(left))
            if term not in (paragraph[max(0, start - 1) : span.end], paragraph[start : span.end + 1]):
                yield span, term

    def _near_in(self, paragraph: str, marks: re.Pattern[str], least: int) -> Iterator[Near | None]:
        """Yield what is one of the terms of so many characters but for one, the marks left out."""
        bare, places = _without_marks(paragraph, marks)
        seen: set[tuple[Span, str]] = set()
        whole: list[Span] | None = None
        for found in _standing(self._multi_pattern, bare):
            if found is None:
                yield None
                continue
            start, half = found
            for term, is_first in self._halves[half]:
                for span in _near(bare, start, half, term, is_first) if len(term) >= least else ():
                    if (span, term) in seen:
                        continue
                    seen.add((span, term))
                    if whole is None:
                        whole = yield from _places(self._whole, bare)
                    edit = difference(span.of(bare), term)
                    if edit and not any(_explains(each, span, edit) for each in whole):
                        yield _told(paragraph, places, span, edit)


def _standing(words: MultiPattern, text: str) -> Iterator[tuple[int, str] | None]:
    """Yield where which of the words stand in a text, in order, None after each slice of it."""
    for begin in range(0, len(text), _AT_ONCE):
        for at, word in words.find(text[begin : begin + _AT_ONCE + _LONGEST]):
            if at < _AT_ONCE:
                yield begin + at, word
        yield None


def _places(words: MultiPattern, text: str) -> Generator[None, None, list[Span]]:
    """Give where any of the words stand in a text, in slices."""
    places = []
    for each in _standing(words, text):
        if each is None:
            yield
        else:
            places.append(Span(each[0], each[0] + len(each[1])))
    return places


def _without_marks(paragraph: str, marks: re.Pattern[str]) -> tuple[str, Sequence[int]]:
    """Give a paragraph without some marks, and where each of its characters stands in it."""
    if not marks.search(paragraph):
        return paragraph, range(len(paragraph) + 1)
    places = [at for at, each in enumerate(paragraph) if not marks.match(each)]
    return "".join(paragraph[at] for at in places), [*places, len(paragraph)]


def _explains(whole: Span, span: Span, edit: Edit) -> bool:
    """Tell whether a term that stands there has what differs from another in it, or a neighbour of it."""
    start, end = span.start + edit.start, span.start + max(edit.end, edit.start)
    return (whole.start < max(end, start + 1) and start < whole.end) or (
        whole.start <= span.start and span.end <= whole.end
    )


def _told(paragraph: str, places: Sequence[int], span: Span, edit: Edit) -> Near:
    """Put what differs back among the marks."""
    written = "".join(paragraph[at] for at in places[span.start : span.end])
    low, high, replacement = edit
    start = places[span.start + low] if high > low else places[span.start + low - 1] + 1
    end = places[span.start + high - 1] + 1 if high > low else start
    wrong = Span(start, end)
    while low > 0 and places[span.start + low - 1] == start - 1:
        low, start = low - 1, start - 1
    while high < len(written) and places[span.start + high] == end:
        high, end = high + 1, end + 1
    word = written[low : edit.start] + replacement + written[edit.end : high]
    return Near(
        Span(start, end),
        word,
        wrong,
        replacement,
        len(written) >= _LONG or (edit.start > 0 and edit.end < len(written)) or _is_quoted(paragraph, places, span),
        len(written) >= _WHOLE_SENTENCE,
    )


def _is_quoted(paragraph: str, places: Sequence[int], span: Span) -> bool:
    """Tell whether a place is all that stands between two quotation marks, so that its ends are its own."""
    start, end = places[span.start], places[span.end - 1] + 1
    return paragraph[max(0, start - 1) : start] == "“" and paragraph[end : end + 1] == "”"


def _near(bare: str, start: int, half: str, term: str, is_first: bool) -> Iterator[Span]:
    """Yield the places round one half of a term where the other is there but for one character."""
    end = start + len(half)
    for more in (0,) if len(term) == IDIOM else (0, -1, 1):
        span = Span(start, start + len(term) + more) if is_first else Span(end - len(term) - more, end)
        if span.start < 0 or span.end > len(bare):
            continue
        written = span.of(bare)
        if written != term and _is_one_off(written, term) and _HAN.fullmatch(written):
            yield span


def is_frame(*said: str) -> bool:
    """Tell whether terms of four characters are made in one of the ways many are: 「边查边改」, 「以史为镜」."""
    return all(_FRAME.fullmatch(each) for each in said)


def _is_one_off(written: str, term: str) -> bool:
    """Tell whether a term is written with one character wrong, missing or too many, or with two changed about."""
    if len(written) == len(term):
        wrong = [at for at, each in enumerate(term) if written[at] != each]
        return len(wrong) == 1 or (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and written[wrong[0] : wrong[1] + 1] == term[wrong[1]] + term[wrong[0]]
        )
    long, short = sorted((written, term), key=len, reverse=True)
    at = next((at for at, each in enumerate(short) if long[at] != each), len(short))
    return 0 < at < len(short) and short[at:] == long[at + 1 :]


@cache
def shipped() -> Terms:
    """Read the shipped terms, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("slips", "terms.toml")
    return parse(path.read_text("utf-8"), path.name)
