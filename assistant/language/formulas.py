"""Formulas that are said word for word: 「金融工作的政治性、人民性」. What in a text is one of them but for one word.

A formula is known by all its words but one, each at its place; the one that is another, or stands in another's place, is
told. Which wrong words there are is nowhere listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from assistant import paths, strict_toml
from assistant.certainty import Certainty
from assistant.language.cues import known_later
from assistant.language.multi_pattern import starts
from assistant.language.punctuation import is_han
from assistant.strict_toml import DataError
from assistant.text import Span

_FIXED = "="  # before a word that is only there for the others to be known by
_OR = "|"  # before the words that stand in a formula's place too
_JOINTS = ("、", "，", "和", "与", "及", ",", "以及")  # for the 、 or ， of a formula
_MARKS = "“”‘’\"'"
_LONGER = 2  # characters by which a wrong word may be longer than the right one
_LEAST = 3  # characters of a formula that must stand beside a word for it to be judged
_FEW = 2  # characters of a word by which a formula is looked for
_SHORT = 3  # words of a formula, the marks between them counted
_EXCHANGED = 3  # words that may have changed places
_BEHIND = "的等是有不没还要做抓落理把中期"  # with these something is said of a formula


@dataclass(frozen=True, slots=True)
class Formulas:
    """Formulas of one source, a line for each: its words with blanks between, then after | what may stand there too."""

    source: str
    certainty: Certainty
    lines: str


@dataclass(frozen=True, slots=True)
class FormulaFile:
    """The shipped formulas."""

    format: int
    formulas: tuple[Formulas, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its words, which of them are judged, and what may stand in their place."""

    words: tuple[str, ...]
    judged: tuple[bool, ...]
    others: tuple[str, ...]
    source: str
    certainty: Certainty
    long: frozenset[str]  # the words by which it is looked for

    @property
    def told(self) -> str:
        """Give it as it is said."""
        return "".join(self.words)


class Wrong(NamedTuple):
    """A word that is not the formula's: where it stands, and what stands there in the formula."""

    span: Span
    right: str
    formula: Formula


def parse(source: str, name: str) -> tuple[Formula, ...]:
    """Read formulas; `name` is how messages call the file. Raises DataError."""
    groups = strict_toml.load(FormulaFile, source, name).formulas
    found = [_read(line, group) for group in groups for line in group.lines.splitlines()]
    for each in found:
        han = sum(map(is_han, each.told))
        if any(judged and han - len(word) < _LEAST for word, judged in zip(each.words, each.judged, strict=True)):
            raise DataError(f"{name}：“{each.told}”太短，认不准")
    if len({each.told for each in found}) < len(found):
        raise DataError(f"{name}：有重复的提法")
    return tuple(found)


def _read(line: str, group: Formulas) -> Formula:
    said, _, others = line.partition(_OR)
    words = said.split()
    judged = tuple(not word.startswith(_FIXED) and is_han(word[0]) for word in words)
    plain = tuple(word.removeprefix(_FIXED) for word in words)
    long = frozenset(word for word in plain if len(word) >= _FEW and is_han(word[0]))
    return Formula(plain, judged, tuple(others.split()), group.source, group.certainty, long)


@cache
def shipped() -> tuple[Formula, ...]:
    """Read the shipped formulas, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("sets", "formulas.toml")
    return parse(path.read_text("utf-8"), path.name)


@cache
def _wanted() -> dict[str, tuple[tuple[Formula, int], ...]]:
    """Give the words by which formulas are looked for, with the place that each has in one."""
    wanted: dict[str, tuple[tuple[Formula, int], ...]] = {}
    for each in shipped():
        for at, word in enumerate(each.words):
            if word in each.long:
                wanted[word] = (*wanted.get(word, ()), (each, at))
    return wanted


known_later(_wanted)


def find(paragraph: str, standing: AbstractSet[str]) -> Iterator[Wrong]:
    """Find what stands in a formula's place, in the order of the text; `standing` are the cues that stand there."""
    wanted = _wanted()
    words = standing & wanted.keys()
    found: dict[Span, Wrong] = {}
    for word in words:
        for formula, at in wanted[word]:
            if len(formula.long - words) > 1:
                continue  # of most formulas one everyday word alone stands there, and one may be wrong, or all exchanged
            if len(formula.words) > _SHORT and words.isdisjoint((*formula.words[:at], *formula.words[at + 1 :])):
                continue
            for start in starts(paragraph, word):
                for wrong in _at(paragraph, formula, at, start):
                    found.setdefault(wrong.span, wrong)
    for span in sorted(found):
        if not any(span.overlaps(other) and _size(other) < _size(span) for other in found):
            yield found[span]


def _size(span: Span) -> int:
    return span.end - span.start


def _at(text: str, formula: Formula, at: int, start: int) -> Sequence[Wrong]:
    """Give the words that are not the formula's, whose word number `at` stands at a place; none where it is no such formula."""
    wrong: list[Wrong] = []
    begin, end = start, start + len(formula.words[at])
    for number in (*range(at + 1, len(formula.words)), *range(at - 1, -1, -1)):
        span = _behind(text, formula, number, end) if number > at else _before(text, formula, number, begin)
        if span is None:
            return ()
        begin, end = min(begin, span.start), max(end, span.end)
        word = formula.words[number]
        if formula.judged[number] and span.of(text) != word:
            wrong.append(Wrong(span, word, formula))
            if len(wrong) > _EXCHANGED:
                return ()
    if len(wrong) == 1:
        agreeing = sum(is_han(word[0]) for word in formula.words) - 1
        return wrong if _is_another(text, wrong[0], agreeing > 1) else ()
    exchanged = sorted(each.span.of(text) for each in wrong) == sorted(each.right for each in wrong)
    return (Wrong(Span(begin, end), formula.told, formula),) if wrong and exchanged else ()


def _is_another(text: str, wrong: Wrong, is_known: bool) -> bool:
    """Tell whether a word is none that may stand there, and does not only say more or less than the right one.

    Where only one other word tells the formula, it must have a character in common with the right one.
    """
    said, right = wrong.span.of(text), wrong.right
    if said in wrong.formula.others or right in said or said in right or (len(said) == 1 < len(right)):
        return False
    return is_known or not set(said).isdisjoint(right)


def _behind(text: str, formula: Formula, number: int, place: int) -> Span | None:
    """Give where a word of a formula, or another in its place, stands from a place on."""
    word = formula.words[number]
    for each in (word, *_alike(word)):
        if text.startswith(each, place):
            return Span(place, place + len(each))
    if not formula.judged[number]:
        return None
    last = number + 1 == len(formula.words)
    longest = sum(1 for _ in takewhile(is_han, text[place : place + len(word) + _LONGER]))
    for length in (len(word), *range(1, len(word)), *range(len(word) + 1, longest + 1)):
        if length > longest:
            continue
        end = place + length
        said = text[place:end]
        same = len(said) == len(word) and (said in formula.words or _resembles(said, word))
        if (last and (same or _ends_there(text, end))) or (not last and _goes_on(text, formula.words[number + 1], end)):
            return Span(place, end)
    return None


def _before(text: str, formula: Formula, number: int, place: int) -> Span | None:
    """Give where a word of a formula, or another in its place that is as long, stands before a place."""
    word = formula.words[number]
    for each in (word, *_alike(word)):
        if text.endswith(each, 0, place):
            return Span(place - len(each), place)
    start = place - len(word)
    if not formula.judged[number] or start < 0 or not all(map(is_han, text[start:place])):
        return None
    said = text[start:place]
    bounded = start == 0 or not is_han(text[start - 1]) or said in formula.words or _resembles(said, word)
    return Span(start, place) if number > 0 or bounded else None


def _resembles(said: str, word: str) -> bool:
    """Tell whether a word has its last character, or half of them, in common with one as long."""
    return said[-1] == word[-1] or 2 * sum(a == b for a, b in zip(said, word, strict=True)) >= len(word)


def _goes_on(text: str, following: str, end: int) -> bool:
    return any(text.startswith(each, end) for each in (following, *_alike(following)))


def _ends_there(text: str, end: int) -> bool:
    """Tell whether words end at a place: before a mark, or a word that says what is the matter with them."""
    return end == len(text) or not is_han(text[end]) or text[end] in _BEHIND


def _alike(word: str) -> Sequence[str]:
    """Give what may stand for a mark."""
    return _JOINTS if word in "、，" else tuple(_MARKS) if word in _MARKS else ()
