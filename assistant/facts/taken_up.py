"""Numbers that causes and measures take up from what was told before: 「装好剩余23个点位」, where 42 are told and 19 done.

A text that says 「给6名老党员送学上门」 speaks of old members it has spoken of. Which sentence that was is told by the
words that both share, those that are rare in the text above all; what the number may be then follows from the numbers
there: one of them, what is left of one without another, or both together. Which numbers take up anything at all is told
by `known_numbers`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from assistant.facts import known_numbers
from assistant.facts.facts import Facts
from assistant.facts.known_numbers import LEFT, NOUN, Mention, counted, unit_of, word_pairs
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.figures import Figure
from assistant.language.fixed_set_file import shipped
from assistant.language.fixed_sets import NUMBERS
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_LOOKING_BACK = (PartKind.CAUSE, PartKind.CASE_ANALYSIS)  # nothing is aimed at there
_TAKING_UP = (*_LOOKING_BACK, PartKind.MEASURE)
_SELDOM = 3  # times that a word stands before
_SAME = 1.4  # weight of shared words from which two places speak of the same
_LONG = 3  # pairs of a name that is told by itself: 「监管所的食堂」
_OF_LEFT = compiled_later("[中里][^，。；]{0,8}$")  # a part of what is left
_FRAMES = ("个带头", "个对照", "个是否")  # by which each year's meetings are called
_UNDONE = compiled_later("(?:没有|尚未|未)[^，。；]{0,4}?(?P<what>[\u4e00-\u9fff]{2})的$")
_MOST = 2_000  # mentions and sentences that are held against each other; a text of more is no material
_LONGEST = 60_000  # characters of a text; a longer one is none either, and need not be counted through


class TakenUp(NamedTuple):
    """A number that is not what was told: its place, and the place that tells, with its figures."""

    span: Span
    told: Span
    figures: tuple[Figure, ...]


class _Told(NamedTuple):
    """A sentence of a paragraph, with the one before it, and its figures of one unit."""

    sentence: Span
    said: str
    unit: str
    figures: tuple[Figure, ...]


def find(facts: Facts, material: MaterialFacts) -> Iterator[TakenUp]:
    """Yield the numbers of causes and measures that do not follow from those of the same thing told before."""
    outline = material.outline
    if outline.end - outline.start > _LONGEST:
        return
    counting = facts.telling(known_numbers.units, outline.start, outline.end)
    mentions = list(_all_mentions(facts, material, counting))
    if not mentions:
        return
    taking_up = Counter([unit_of(mention.figure) for _, mention in mentions])
    told: dict[str, list[tuple[int, _Told]]] = {unit: [] for unit in taking_up}
    wanted = told.keys()
    pairs = 0
    for index, units in counting:
        if wanted.isdisjoint(units):
            continue
        for said in facts.paragraphs[index].kept(_told):
            if said.unit in told:
                told[said.unit].append((facts.starts[index], said))
                pairs += taking_up[said.unit]
        if pairs > _MOST:
            return
    last = max(start + mention.sentence.start for start, mention in mentions)
    before = _Text(facts.text[outline.start : last])
    for start, mention in mentions:
        said_times = partial(before.said_times, start + mention.sentence.start - outline.start)
        for taken in _unlike(told[unit_of(mention.figure)], start, mention, said_times):
            if not _names_a_set(facts.text, taken.span):
                yield taken


def _names_a_set(text: str, number: Span) -> bool:
    """Tell whether a number is in the name of a set, of which there are several: “两个维护” beside “四个意识”."""
    return not text[number.start].isdecimal() and text.startswith(_sets(), number.end - 1)


@cache
def _sets() -> tuple[str, ...]:
    """Give how the names of sets go on behind their number."""
    return (*_FRAMES, *{name[1:] for each in shipped() for name in (each.name, *each.also) if name[0] in NUMBERS})


class _Text:
    """The text before the last number, in which it is told how often words are said up to a place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}  # where each ends that was asked for

    def said_times(self, end: int, word: str) -> int:
        places = self._places.get(word)
        if places is None:
            places = self._places[word] = [at + len(word) - 1 for at in _places(self._text, word)]
        return bisect_left(places, end)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _all_mentions(
    facts: Facts, material: MaterialFacts, counting: Sequence[tuple[int, object]]
) -> Iterator[tuple[int, Mention]]:
    """Yield where the paragraphs of causes and measures begin that take up numbers, with each of these.

    `counting` are the paragraphs of the material that count anything.
    """
    done: set[int] = set()
    for fact in material.parts:
        mentions = known_numbers.looking_back if fact.part.kind in _LOOKING_BACK else known_numbers.taking_up
        for part in fact.spans if fact.part.kind in _TAKING_UP else ():
            first, past = bisect_left(facts.starts, part.start), bisect_left(facts.starts, part.end)
            for index, _ in counting[bisect_left(counting, (first,)) : bisect_left(counting, (past,))]:
                if index not in done:
                    done.add(index)
                    for mention in facts.paragraphs[index].kept(mentions):
                        yield facts.starts[index], mention


def _told(paragraph: ParagraphFacts) -> tuple[_Told, ...]:
    """Give the sentences of a paragraph that tell numbers, for each unit."""
    text = paragraph.text
    found: dict[tuple[Span, str, str], list[Figure]] = {}
    sentence, said = Span(0, 0), ""
    for each in counted(paragraph):
        if each.span.start >= sentence.end:
            sentence = sentence_at(text, each.span.start)
            said = text[_before(text, sentence) : sentence.end]
        found.setdefault((sentence, said, unit_of(each)), []).append(each)
    return tuple([_Told(*about, tuple(same)) for about, same in found.items()])


def _before(text: str, sentence: Span) -> int:
    """Tell where the sentence before one begins, in which its matter may be named: 「廉政谈话面不全。下属9个站所，…」."""
    return sentence_at(text, sentence.start - 1).start if sentence.start else 0


def _unlike(
    told: Sequence[tuple[int, _Told]], begin: int, mention: Mention, said_times: Callable[[str], int]
) -> Iterator[TakenUp]:
    """Yield a mention whose number is none that the places of the same thing before it lead to, the nearest first."""
    best: tuple[float, TakenUp] | None = None
    words = word_pairs(mention.said)
    sharing = [
        (start, place, shared)
        for start, place in reversed(told)
        if start + place.sentence.start < begin + mention.sentence.start
        and not mention.noun.isdisjoint(said := word_pairs(place.said))
        and (shared := words & said)
    ]
    # Of most numbers it is soon seen that nothing contradicts them: how much is shared need not be weighed.
    for start, place, shared in sharing if any(_contradicts(mention, place) for _, place, _ in sharing) else ():
        named = _is_named(mention, place, said_times)
        if len(shared) < 2 and not named:
            continue
        likeness = sum(1 / said_times(each) for each in shared)
        alike = likeness >= _SAME or (len(mention.noun) >= _LONG and mention.noun <= shared)
        if not (alike or named or _are_left_of_one(mention, place)):
            continue
        if _follows(mention, place):
            return
        if (best is None or likeness > best[0]) and _contradicts(mention, place):
            best = likeness, TakenUp(mention.figure.span.shifted(begin), place.sentence.shifted(start), place.figures)
    if best:
        yield best[1]


def _follows(mention: Mention, place: _Told) -> bool:
    """Tell whether a number is one that those of a place lead to."""
    values = [each.value for each in place.figures]
    left = [each.value for each in _left(place.figures)] if mention.is_left else []
    if mention.figure.value in _derived(left or values):
        return True
    # 「老窦的案子2月宣判，其余4件一季度审结」: of five, the one has its own day
    return mention.besides_one and mention.figure.value + 1 in values


def _left(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Give what is left, and the parts of that: 「没有办结的5件中有2件是旧案」."""
    found: list[Figure] = []
    for each in figures:
        if LEFT.search(each.before) or (found and _OF_LEFT.search(each.before)):
            found.append(each)
    return found


def _contradicts(mention: Mention, place: _Told) -> bool:
    """Tell whether a number can be none that a place tells: a measure may aim higher, unless both stand by one word."""
    if _follows(mention, place):
        return False
    return mention.figure.value <= max(each.value for each in place.figures) or any(
        not mention.noun.isdisjoint(word_pairs(each.after[:NOUN])) or each.after[:1] == mention.figure.after[:1] != ""
        for each in place.figures
    )


def _is_named(mention: Mention, place: _Told, said_times: Callable[[str], int]) -> bool:
    """Tell whether the word right behind a number that looks back stands in a place too, and seldom else: 「1800盏路灯」."""
    if not (mention.looks_back or mention.is_left):
        return False
    word = mention.figure.after[:2]
    return word in mention.noun and word in place.said and said_times(word) <= _SELDOM


def _are_left_of_one(mention: Mention, place: _Told) -> bool:
    """Tell whether both say of what is left by one word what was not done: 「尚未谈过的38名」, 「还有38名没有单独谈过」."""
    undone = _UNDONE.search(mention.figure.before)
    if not mention.is_left or undone is None:
        return False
    return any(undone["what"] in f"{each.before}{each.after}" for each in _left(place.figures))


def _derived(values: list[float]) -> set[float]:
    """Give the numbers that may be meant by one that takes up these: each, two together, one without another, all."""
    pairs = list(combinations(values, 2))
    return {*values, *(one + other for one, other in pairs), *(abs(one - other) for one, other in pairs), sum(values)}
