"""What a text has in common with last year's: runs that stand there word for word, and sentences only lightly reworded.

A run is looked for from every eight characters on and read on as far as both texts agree, so the work grows with the
text and not with its square. What the template prescribes and what everybody has to say in the same words is not
counted. What a paragraph shows is remembered: after a key only the edited one is compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.last_year.carryover import UNPLACED
from assistant.facts.last_year.earlier_material import LastYear, sentences
from assistant.facts.material_facts import MaterialFacts, PartFact
from assistant.facts.nobodys_words import FIXED, NobodysWords, countable
from assistant.templates.template import Template
from assistant.text import Span, common, paragraphs
from assistant.text_memory import remembered

LEAST = 13  # characters that must agree, not counting what is fixed
_SEED = 8  # characters from which a run is looked for
_PLACES = 6  # of the same eight characters in last year's text that are tried
_GRAM = 3  # characters that reworded sentences are held together by
_REWORDED = 0.42  # share of a sentence's threes that one sentence of last year has too
_OF_THE_OLD = 0.25  # the same of last year's sentence, which may have been longer
_SENTENCE = 14  # characters of a sentence from which it can be called reworded


class Run(NamedTuple):
    """A stretch that stands in both texts, character for character; `length` without what is fixed."""

    here: Span
    there: Span
    length: int


class Rewording(NamedTuple):
    """A sentence of which last year's has most of the words, but not all."""

    here: Span
    there: Span
    length: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What a stretch of text shares with last year's. `length` is what of it could differ: no headings, nothing fixed."""

    length: int
    runs: tuple[Run, ...]
    reworded: tuple[Rewording, ...]

    @property
    def copied(self) -> int:
        return min(sum(run.length for run in self.runs), self.length)  # a number that two runs share counts in both

    @property
    def share(self) -> float:
        """The part from 0 to 1 that is last year's."""
        return self.copied / self.length if self.length else 0.0

    @property
    def reworded_share(self) -> float:
        """The same with lightly reworded sentences counted."""
        return (self.copied + sum(each.length for each in self.reworded)) / self.length if self.length else 0.0

    @property
    def told(self) -> str:
        """How it is told: 「相同3处83字」."""
        return f"相同{len(self.runs)}处{self.copied}字" if self.runs else "没有相同的长句"


class _Seen(NamedTuple):
    """What one paragraph shows; positions in it, but for `there`."""

    length: int  # without what is fixed
    fixed: tuple[Span, ...]
    runs: tuple[Run, ...]
    reworded: tuple[Rewording, ...]


class CopyFinder:
    """Last year's text made ready to find what a text has copied of it; `template` is this year's."""

    def __init__(self, last: LastYear, template: Template | None) -> None:
        self._last = last
        self._fixed = NobodysWords(each for each in (last.template, template) if each)
        self._places: dict[str, int] | None = None
        self._again: dict[str, list[int]] = {}  # where a seed stands once more
        self._old: list[tuple[Span, int]] = []
        self._grams: dict[str, list[int]] = {}
        self._paragraphs: dict[str, int] = {}
        self._text = ""
        self._lines: tuple[tuple[int, str], ...] = ()
        self._starts: list[int] = []
        self._seen: dict[str, _Seen] = {}
        self._before: dict[str, _Seen] = {}

    def of(self, text: str) -> Shared:
        """Compare a whole text."""
        return self.within(text, (Span(0, len(text)),))

    def within(self, text: str, stretches: Sequence[Span]) -> Shared:
        """Compare stretches of a text. With a new text, what only the one before the last had is forgotten."""
        if text != self._text:
            self._text, self._before, self._seen = text, self._seen, {}
            self._lines = tuple(paragraphs(text))
            self._starts = [start for start, _ in self._lines]
        length, runs, reworded = 0, list[Run](), list[Rewording]()
        for stretch in stretches:
            for start, paragraph in self._lines[max(0, bisect_right(self._starts, stretch.start) - 1) :]:
                if start >= stretch.end:
                    break
                part = Span(max(stretch.start - start, 0), min(stretch.end - start, len(paragraph)))
                seen = self._look(paragraph)
                if part != (0, len(paragraph)):
                    seen = _clipped(paragraph, seen, part)
                length += seen.length
                runs += [run._replace(here=run.here.shifted(start)) for run in seen.runs]
                reworded += [each._replace(here=each.here.shifted(start)) for each in seen.reworded]
        return Shared(length, tuple(runs), tuple(reworded))

    def _look(self, paragraph: str) -> _Seen:
        seen = self._seen.get(paragraph)
        if seen is None:
            seen = self._before.get(paragraph) or self._compare(paragraph)
            self._seen[paragraph] = seen
        return seen

    def _compare(self, paragraph: str) -> _Seen:
        if self._places is None:
            self._prepare()
        fixed, all_of_it = self._fixed.within(paragraph), Span(0, len(paragraph))
        length = countable(paragraph, all_of_it, fixed)
        if (same := self._paragraphs.get(paragraph)) is not None:  # the whole of it counts, be it ever so short
            run = Run(all_of_it, all_of_it.shifted(same), length)
            return _Seen(length, fixed, (run,) if length else (), ())
        runs = tuple(self._runs(paragraph, fixed))
        return _Seen(length, fixed, runs, tuple(self._reworded(paragraph, fixed, runs)))

    def _prepare(self) -> None:
        """Note where each eight characters of last year's text stand, and in which sentences each three."""
        text, places = self._last.text, dict[str, int]()
        for start, paragraph in paragraphs(text):
            self._paragraphs.setdefault(paragraph, start)
            for at in range(len(paragraph) - _SEED + 1):
                seed = paragraph[at : at + _SEED]
                if seed not in places:
                    places[seed] = start + at
                elif len(again := self._again.setdefault(seed, [])) < _PLACES:
                    again.append(start + at)
        self._places = places
        for number, (span, words) in enumerate(sentences(text)):
            grams = _grams(words)
            self._old.append((span, len(grams)))
            for gram in grams:
                self._grams.setdefault(gram, []).append(number)

    def _runs(self, paragraph: str, fixed: Sequence[Span]) -> Iterator[Run]:
        places, old = self._places or {}, self._last.text
        at, last = 0, len(paragraph) - _SEED
        while at <= last:
            seed = paragraph[at : at + _SEED]
            first = places.get(seed)
            if first is None:
                at += 1
                continue
            rest = paragraph[at:]
            sizes = [(_ahead(rest, old, place), -place) for place in (first, *self._again.get(seed, ()))]
            size, there = max(sizes)
            here = Span(at, at + size)
            length = countable(paragraph, here, fixed)
            if length >= LEAST:
                yield Run(here, Span(-there, size - there), length)
                at += size
            else:
                at += size - _SEED + 1

    def _reworded(self, paragraph: str, fixed: Sequence[Span], runs: Sequence[Run]) -> Iterator[Rewording]:
        for span, words in sentences(paragraph):
            free = countable(paragraph, span, fixed)
            copied = sum(countable(paragraph, _cut(run.here, span), fixed) for run in runs if run.here.overlaps(span))
            if free < _SENTENCE or copied * 2 > free:
                continue
            grams = _grams(words)
            met: dict[int, int] = {}
            for gram in grams:
                for number in self._grams.get(gram, ()):
                    met[number] = met.get(number, 0) + 1
            nearest = max(met, key=met.__getitem__, default=None)
            if nearest is None or met[nearest] < _REWORDED * len(grams):
                continue
            there, size = self._old[nearest]
            if met[nearest] >= _OF_THE_OLD * size:
                yield Rewording(span, there, free - copied)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a material has in common with last year's: in all, and for each part that has sections of its own."""

    whole: Shared
    parts: tuple[tuple[PartFact, Shared], ...]


def of_material(facts: Facts, material: MaterialFacts) -> Copied | None:
    """Compare a material with last year's; None where that is not at hand.

    The sections of a part that holds others (the problems over their aspects) are told by these.
    """
    if facts.last is None:
        return None
    known, outline = finder(facts.last, facts.template), material.outline
    body = [
        outline.preface_span,
        *(Span(s.start, s.end) for s in outline.chapters if not s.heading.startswith(UNPLACED)),
    ]
    parents = {fact.parent.id for fact in material.parts if fact.parent and fact.answer.sections}
    answered = [fact for fact in material.parts if fact.answer.sections and fact.part.id not in parents]
    return Copied(
        known.within(facts.text, body), tuple((fact, known.within(facts.text, fact.spans)) for fact in answered)
    )


@remembered(4)
def finder(last: LastYear, template: Template | None) -> CopyFinder:
    """Give the finder of what is copied from last year's text; it remembers what it has seen."""
    return CopyFinder(last, template)


def _ahead(rest: str, old: str, place: int) -> int:
    """Count the characters that agree from a place in last year's text on."""
    return common(rest, old[place : place + len(rest)], min(len(rest), len(old) - place))


def _grams(words: str) -> frozenset[str]:
    bare = FIXED.sub("", words)
    return frozenset(bare[at : at + _GRAM] for at in range(len(bare) - _GRAM + 1))


def _cut(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _clipped(paragraph: str, seen: _Seen, part: Span) -> _Seen:
    """Keep of what a paragraph shows only what lies in a part of it."""
    runs: list[Run] = []
    for run in seen.runs:
        here = _cut(run.here, part)
        length = countable(paragraph, here, seen.fixed) if here.start < here.end else 0
        if length >= _SEED or here == part:
            begin = run.there.start + here.start - run.here.start
            runs.append(Run(here, Span(begin, begin + here.end - here.start), length))
    reworded = tuple(each for each in seen.reworded if part.start <= each.here.start and each.here.end <= part.end)
    length = countable(paragraph, part, seen.fixed) if part.start < part.end else 0
    return _Seen(length, seen.fixed, tuple(runs), reworded)
