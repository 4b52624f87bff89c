"""The measure that stands where another belongs: it takes up nothing told before, and the problem there is taken up by none.

A measure that was exchanged shows at both ends. One end alone is common: much is done in words of its own, and many a
problem is answered in others. Where it is known which measures stand against which problems, both at the same place are
rare enough to be said. How little is little is told by what the other measures and problems of the same text share.
A problem of which the measures at its place take up nothing at all, and all others hardly anything, was left alone: its
measure is gone, or it is itself in the place of another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from assistant.facts import answer_statements, off_the_matter, problem_references
from assistant.facts.answer_statements import Statement
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items, measures_of
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.structure.outline import Section
from assistant.text import Span

_FEWEST_PROBLEMS, _FEWEST_ANSWERS = 4, 3  # by which it is seen how a text answers
_REFERENCES = 4  # from which they say of all measures which problem they are about
# Tried on all clean texts, and on single errors in them; see tests/facts/test_exchanged_measure.py.
_SHARED, _TAKEN_UP = 0.3, 0.25  # of what the usual measure, the usual problem shares: little
_TAKEN_UP_BESIDE_NOTHING = 0.5  # the latter where a measure shares nothing at all
_USUAL_SHARED, _USUAL_TAKEN_UP, _USUAL_ANSWERED = 2, 3, 4  # less, and the text says all things in other words


class Exchanged(NamedTuple):
    """A statement of the measures, and the problem that stands without its own."""

    said: Span
    problem: Item


class _Answer(NamedTuple):
    """A stretch of the measures, and the numbers of the problems it is against."""

    said: Span
    problems: tuple[int, ...]


class _Counted(NamedTuple):
    """The statements of a paragraph, and how much of each is told before."""

    spans: tuple[Span, ...]
    told: tuple[int, ...]


class _Told:
    """What the paragraphs before the measures tell, and how much of what others say that is.

    That was counted for the text before as well, and stays of a paragraph that says nothing of what changed since then.
    """

    words: frozenset[str]

    def __init__(self, paragraphs: Sequence[ParagraphFacts], last: _Told | None) -> None:
        self.paragraphs = paragraphs
        if last and last.paragraphs == paragraphs:
            self.words, self._changed = last.words, frozenset[str]()
        else:
            self.words = frozenset(chain.from_iterable([each.kept(answer_statements.words_of) for each in paragraphs]))
            self._changed = self.words ^ last.words if last else frozenset()
        self._before = last.counted if last else {}
        self.counted: dict[str, _Counted] = {}

    def of(self, paragraph: ParagraphFacts) -> _Counted:
        """Give how much of the statements of a paragraph is told."""
        counted = self._before.get(paragraph.text)
        if counted is None or not paragraph.kept(answer_statements.words_said).isdisjoint(self._changed):
            counted = self.of_statements(paragraph.kept(answer_statements.of_paragraph))
        self.counted[paragraph.text] = counted
        return counted

    def of_statements(self, statements: Iterable[Statement]) -> _Counted:
        """Give the same of some statements; those that say too little are left out."""
        counting = [each for each in statements if each.counts]
        told = tuple([len(each.words & self.words) for each in counting])
        return _Counted(tuple([each.span for each in counting]), told)


def _told(facts: Facts, material: MaterialFacts, last: _Told | None) -> _Told:
    first = min(item.start for item in items(facts, material) if item.kind is ItemKind.MEASURE)
    return _Told([each for _, each in facts.paragraphs_from(material.outline.preface_span.end, first)], last)


class _Read(NamedTuple):
    """The problems and measures of a material, and what is known of which are against which."""

    problems: Sequence[Item]
    measures: Sequence[Item]
    answers: Sequence[_Answer]


def find(facts: Facts, material: MaterialFacts) -> Exchanged | None:
    """Find the measure of a material that was most plainly exchanged."""
    return facts.once(_find, material)


def answers(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, Sequence[Item]]]:
    """Yield the stretches of the measures of which it is known which problems they are against, with these."""
    read = facts.once(_read, material)
    for answer in read.answers if read else ():
        yield answer.said, [read.problems[number] for number in answer.problems] if read else []


def left_alone(facts: Facts, material: MaterialFacts) -> Item | None:
    """Find the only problem of a material, among several of an aspect, that the measures leave alone.

    The problem of an exchanged measure is told with that; one that has an answer of its own, with the other answers.
    """
    read = facts.once(_read, material)
    if read is None:
        return None
    asked, said = facts.resumed(_asked, material), facts.once(_answered, material)
    bare = [
        problem
        for answer, words in zip(read.answers, said, strict=True)
        for problem in answer.problems
        if len(answer.problems) > 1 and asked.told[problem].isdisjoint(words)
    ]
    if len(bare) != 1:  # asked first, since it is rare
        return None
    everywhere = frozenset(chain.from_iterable(said))
    taken_up = asked.weighed([everywhere] * len(asked.told))
    usual = _median(list(_taken_up(asked, read, said).values()))
    alone = read.problems[bare[0]]
    exchanged = find(facts, material)
    little = taken_up[bare[0]] <= _SHARED * _median(taken_up) and usual >= _USUAL_ANSWERED
    return alone if little and not (exchanged and exchanged.problem is alone) else None


def _read(facts: Facts, material: MaterialFacts) -> _Read | None:
    every = items(facts, material)
    problems = [item for item in every if item.kind is ItemKind.PROBLEM]
    measures = measures_of(every)
    if len(problems) < _FEWEST_PROBLEMS or not measures or measures[0].start < problems[-1].start:
        return None
    answers = list(_answers(facts, material, problems, measures))
    return _Read(problems, measures, answers) if len(answers) >= _FEWEST_ANSWERS else None


def _find(facts: Facts, material: MaterialFacts) -> Exchanged | None:
    read = facts.once(_read, material)
    if read is None:
        return None
    told = facts.resumed(_told, material)
    counted = [list(_counted(facts, told, answer.said)) for answer in read.answers]
    usual = _median(list(chain.from_iterable([piece.told for pieces in counted for _, piece in pieces])))
    if usual < _USUAL_SHARED:
        return None
    little = _SHARED * usual
    strange = [
        (number, count, said)
        for number, pieces in enumerate(counted)
        for begin, piece in pieces
        if piece.told and min(piece.told) <= little
        for count, span in zip(piece.told, piece.spans, strict=True)
        if count <= little and answer_statements.may_be_strange((said := span.shifted(begin)).of(facts.text))
    ]
    if not strange:  # asked first: what is taken up of the problems need not be known then
        return None
    taken_up = _taken_up(facts.resumed(_asked, material), read, facts.once(_answered, material))
    usual_taken_up = _median(list(taken_up.values()))
    if usual_taken_up < _USUAL_TAKEN_UP:
        return None
    both = [
        (taken_up[problem], count, span, problem)
        for number, count, span in strange
        for problem in read.answers[number].problems
        if taken_up[problem] <= (_TAKEN_UP if count else _TAKEN_UP_BESIDE_NOTHING) * usual_taken_up
        and not (count and _is_about(facts, span, read.problems[problem]))
    ]
    return Exchanged((least := min(both))[2], read.problems[least[3]]) if both else None


def _is_about(facts: Facts, said: Span, problem: Item) -> bool:
    """Tell whether a statement takes up anything of a problem, 「提前一天报备」 of one that was not: it is in its own place."""
    return not off_the_matter.told(said.of(facts.text)).isdisjoint(facts.of_section(_in_section, problem.section))


def _answers(
    facts: Facts, material: MaterialFacts, problems: Sequence[Item], measures: Sequence[Item]
) -> Iterator[_Answer]:
    """Yield which measures are against which problems: by number, or in their order one by one or aspect by aspect."""
    by_number = list(_by_number(facts, material, problems))
    if len(by_number) >= _REFERENCES:
        yield from by_number
        return
    aspects = list(dict.fromkeys(item.aspect for item in problems))
    if len(measures) == len(problems):
        yield from (_Answer(item.span, (number,)) for number, item in enumerate(measures))
    elif len(measures) == len(aspects):
        for aspect, measure in zip(aspects, measures, strict=True):
            yield _Answer(measure.span, tuple(n for n, item in enumerate(problems) if item.aspect == aspect))


def _by_number(facts: Facts, material: MaterialFacts, problems: Sequence[Item]) -> Iterator[_Answer]:
    known = problem_references.by_number(facts, material)
    place = {item.start: number for number, item in enumerate(problems)}
    for section in material.outline.sections if known else ():
        for reference in problem_references.numbered(facts, section):
            meant = tuple(place[known[number].start] for number in reference.numbers if number in known)
            if meant and problems[-1].start < reference.said.start:
                yield _Answer(reference.said, meant)


class _Asked:
    """The pairs and counted things that any of the problems tells: of all others it is not asked whether they are taken up.

    What a paragraph takes up of them it took up in the text before, if they are the same.
    """

    told: Sequence[frozenset[str]]
    tellers: Counter[str]  # how many problems tell each
    words: frozenset[str]

    def __init__(self, told: Sequence[frozenset[str]], last: _Asked | None) -> None:
        same = last if last and last.told == told else None
        self.told = told
        self.tellers = same.tellers if same else Counter(chain.from_iterable(told))
        self.words = same.words if same else frozenset(self.tellers)
        self._before = same.taken_up if same else {}
        self.taken_up: dict[str, frozenset[str]] = {}

    def by(self, paragraph: ParagraphFacts) -> frozenset[str]:
        """Give those that a paragraph takes up."""
        known = self._before.get(paragraph.text)
        found = paragraph.kept(answer_statements.words_said) & self.words if known is None else known
        self.taken_up[paragraph.text] = found
        return found

    def by_statements(self, statements: Iterable[Statement]) -> frozenset[str]:
        """Give those that some statements take up."""
        return frozenset[str]().union(*[each.words & self.words for each in statements])

    def weighed(self, answered: Sequence[frozenset[str]]) -> list[float]:
        """Weigh what of each problem some words take up; what several problems tell says the less of each."""
        tellers = self.tellers
        return [
            sum([1 / tellers[word] for word in each & words]) for each, words in zip(self.told, answered, strict=True)
        ]


def _asked(facts: Facts, material: MaterialFacts, last: _Asked | None) -> _Asked:
    problems = [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
    return _Asked([facts.of_section(_in_section, item.section) for item in problems], last)


def _answered(facts: Facts, material: MaterialFacts) -> list[frozenset[str]]:
    """Give what of all that the problems tell each answer takes up."""
    read, asked = facts.once(_read, material), facts.resumed(_asked, material)
    answers = read.answers if read else ()
    return [frozenset[str]().union(*_taken_in(facts, asked, answer.said)) for answer in answers]


def _taken_in(facts: Facts, asked: _Asked, said: Span) -> Iterator[frozenset[str]]:
    whole, ends = answer_statements.whole_and_ends(facts, said)
    yield from [asked.by_statements(answer_statements.statements(facts, end)) for end in ends]
    yield from map(asked.by, facts.paragraphs[whole.start : whole.stop])


def _counted(facts: Facts, told: _Told, said: Span) -> Iterator[tuple[int, _Counted]]:
    """Yield how much of an answer is told, paragraph by paragraph; of whole ones that is known after a key."""
    whole, ends = answer_statements.whole_and_ends(facts, said)
    yield from [(0, told.of_statements(answer_statements.statements(facts, end))) for end in ends]
    yield from zip(
        facts.starts[whole.start : whole.stop], map(told.of, facts.paragraphs[whole.start : whole.stop]), strict=True
    )


def _taken_up(asked: _Asked, read: _Read, said: Sequence[frozenset[str]]) -> dict[int, float]:
    """Weigh what of each problem the answers at its place take up."""
    words: dict[int, frozenset[str]] = {}
    for answer, answered in zip(read.answers, said, strict=True):
        for problem in answer.problems:
            words[problem] = words.get(problem, frozenset()) | answered
    weights = asked.weighed([words.get(number, frozenset()) for number in range(len(read.problems))])
    return {problem: weights[problem] for problem in words}


def _median(values: Sequence[float]) -> float:
    """Give the middle one of some values; 0 of none. The module `statistics` takes longer to load than all of this."""
    return sorted(values)[len(values) // 2] if values else 0


def _in_section(facts: Facts, section: Section) -> frozenset[str]:
    """Give the pairs and counted things that a problem tells."""
    return off_the_matter.told(facts.text[section.start : section.end])
