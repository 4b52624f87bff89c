"""Numbers that causes and measures take up from what was told before: 「装好剩余23个点位」, where 42 are told and 19 done.

A text that says 「给6名老党员送学上门」 speaks of old members it has spoken of. Which sentence that was is told by the
words that both share, those that are rare in the text above all; what the number may be then follows from the numbers
there: one of them, what is left of one without another, or both together. A measure may well aim at a new number of
the same thing, so a number is only taken for one that is taken up where the words beside it say so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import combinations
from typing import NamedTuple

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.character_pairs import CharacterPairs
from assistant.language.figures import CUES, Figure
from assistant.language.sentences import CLAUSE_STOPS, clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_LOOKING_BACK = (PartKind.CAUSE, PartKind.CASE_ANALYSIS)  # nothing is aimed at there
_TAKING_UP = (*_LOOKING_BACK, PartKind.MEASURE)
_COUNTED = frozenset("次条件户场名人家份篇个项亩所栋村间台封张位处套辆起宗笔座组队只盏盆棵株部期批页堂本遍") | {
    "公里",
    "元",
}
_SAME_UNIT = {"人": "名", "位": "名"}
# Words before a number that speak of what is known: 「把3个村的水管换好」, 「剩余23个」, 「没有启动的3项」.
_OF_KNOWN = compiled_later(
    "(?:给|把|将|同|替|剩余|剩下|余下|其余|剩|那|这|上述|[走查看谈清换装修办]完|装好|补齐|啃下|管好|盯住)[^0-9，；：。]{0,8}$|(?:没有|尚未|未)[^0-9，；：。]{1,8}的$"
)
# What stands first in its clause and has its day, or is its own topic: 「2个监管所的食堂一个月内办好」, 「86户的事」.
_TOPIC = compiled_later(
    "[^0-9，；：。]{0,2}[^，；：。]{2,14}?(?:(?:底前|[月天日周年]内|全部|尽快)|(?:办结|办好|清零|到位|解决|修好|换好|建成|完成)(?=[，；。]|$)|的事)"
)
# 「宅基地纠纷两件，明年3月底前办结」
_NAMED_BEFORE = compiled_later("(?!完成|建|新|改造|实施|打造|治理)[\u4e00-\u9fff]{4,10}$")
_DUE = compiled_later("，[^。；，]{0,8}(?:[月年季][底末]?[之以]?前|[月天日周年]内)")
_OF_THEM = compiled_later("[中里]|只|仅|其|有|就")  # some of what was told
_DUE_ITSELF = compiled_later("[^，；：。]{1,14}?(?:[月年季][底末]?[之以]?前|[月天日周]内)")
_ROUGHLY = compiled_later("以[上内下]|左右")
_LEFT = compiled_later("(?:剩下|剩余|余下|其余|未|没|尚|还有|还差|缺口)[^，。；]{0,6}$")
_BESIDES = compiled_later("(?:其余|其他|另外?|别的)[^，。；]{0,6}$")
_MARK = compiled_later("[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]")
_A_NEW_NUMBER = compiled_later(
    "每|至少|以上|以内|出现$|发生$|不[少超低高]|达到|新|再|力争|年内|[增扩]|[提升降减]到|平均|左右|(?<![签合条预制节违履])约|由|从|比|占|第|全[国省市县区]|去年|上年|以前|以后|上半年|下半年|季度|人均|抽"
)
_FUNCTION = "的了是在不和有没也都就被把对从到与及等这那我你他她它们很要会能还只又再而但因为以将让给向于其之个些各更最一二三四五六七八九十两名次条件户场家份篇项位处月底前年日"
_PAIRS = CharacterPairs(_FUNCTION)
_SELDOM = 3  # times that a word stands before
_SAME = 1.4  # weight of shared words from which two places speak of the same
_LONG = 3  # pairs of a name that is told by itself: 「监管所的食堂」
_MARKED = 14  # characters before a number in which words say that it is taken up
_BEFORE_FIRST = frozenset(f"{CLAUSE_STOPS}.．、）)")  # one of these stands before what is first in a clause
_SHORT = 4  # characters of a name before a number that is the topic: 「客运站600万元缺口6月底前落实」
_NOUN = 8  # characters that name what is counted
_MOST = 2_000  # mentions and sentences that are held against each other; a text of more is no material
_LEAST = 2  # a single one is 「一件」 of anything


class TakenUp(NamedTuple):
    """A number that is not what was told: its place, and the place that tells, with its figures."""

    span: Span
    told: Span
    figures: tuple[Figure, ...]


class _Mention(NamedTuple):
    """A number with its sentence, and the pairs of characters that name what is counted."""

    figure: Figure
    sentence: Span
    said: str
    noun: frozenset[str]
    is_left: bool
    looks_back: bool = False
    besides_one: bool = False


class _Told(NamedTuple):
    """A sentence of a paragraph, with the one before it, and its figures of one unit."""

    sentence: Span
    said: str
    unit: str
    figures: tuple[Figure, ...]


def find(facts: Facts, material: MaterialFacts) -> Iterator[TakenUp]:
    """Yield the numbers of causes and measures that do not follow from those of the same thing told before."""
    outline = material.outline
    counting = facts.telling(_units, outline.start, outline.end)
    mentions = list(_all_mentions(facts, material, counting))
    if not mentions:
        return
    taking_up = Counter([_unit(mention.figure) for _, mention in mentions])
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
    places = cache(partial(_places, facts.text[outline.start : last]))
    for start, mention in mentions:
        said_times = partial(_said_before, places, start + mention.sentence.start - outline.start)
        yield from _unlike(told[_unit(mention.figure)], start, mention, said_times)


def _unit(figure: Figure) -> str:
    return _SAME_UNIT.get(figure.unit, figure.unit)


def _said_before(places: Callable[[str], Sequence[int]], end: int, word: str) -> int:
    return bisect_left(places(word), end)


def _places(text: str, word: str) -> list[int]:
    """Give where a word ends in a text."""
    places: list[int] = []
    at = text.find(word)
    while at >= 0:
        places.append(at + len(word) - 1)
        at = text.find(word, at + len(word))
    return places


def _all_mentions(
    facts: Facts, material: MaterialFacts, counting: Sequence[tuple[int, object]]
) -> Iterator[tuple[int, _Mention]]:
    """Yield where the paragraphs of causes and measures begin that take up numbers, with each of these.

    `counting` are the paragraphs of the material that count anything.
    """
    done: set[int] = set()
    for fact in material.parts:
        mentions = _looking_back if fact.part.kind in _LOOKING_BACK else _taking_up
        for part in fact.spans if fact.part.kind in _TAKING_UP else ():
            first, past = bisect_left(facts.starts, part.start), bisect_left(facts.starts, part.end)
            for index, _ in counting[bisect_left(counting, (first,)) : bisect_left(counting, (past,))]:
                if index not in done:
                    done.add(index)
                    for mention in facts.paragraphs[index].kept(mentions):
                        yield facts.starts[index], mention


def _taking_up(paragraph: ParagraphFacts) -> tuple[_Mention, ...]:
    """Give the numbers of a paragraph that take up something told before."""
    return tuple(mention for each in _exact(paragraph) if (mention := _mention(paragraph.text, each)))


def _looking_back(paragraph: ParagraphFacts) -> tuple[_Mention, ...]:
    """Give the numbers of a paragraph in which nothing is aimed at, as far as they are not of some of what was told."""
    text = paragraph.text
    clauses = ((each, _without_mark(text, clause_at(text, each.span.start))) for each in _exact(paragraph))
    whole = ((each, clause) for each, clause in clauses if not _OF_THEM.search(text, clause.start, each.span.start))
    named = (_named(text, each, clause) for each, clause in whole)
    return tuple(mention._replace(looks_back=True) for mention in named if mention)


@cued(*CUES)
def _units(paragraph: ParagraphFacts) -> frozenset[str]:
    """Give the units in which a paragraph counts what could be told again."""
    return frozenset(map(_unit, _counted(paragraph)))


def _counted(paragraph: ParagraphFacts) -> list[Figure]:
    return [each for each in paragraph.figures if each.unit in _COUNTED and each.value >= _LEAST]


def _exact(paragraph: ParagraphFacts) -> Iterator[Figure]:
    return (each for each in _counted(paragraph) if not each.is_round)


def _told(paragraph: ParagraphFacts) -> tuple[_Told, ...]:
    """Give the sentences of a paragraph that tell numbers, for each unit."""
    text = paragraph.text
    found: dict[tuple[Span, str, str], list[Figure]] = {}
    sentence, said = Span(0, 0), ""
    for each in _counted(paragraph):
        if each.span.start >= sentence.end:
            sentence = sentence_at(text, each.span.start)
            said = text[_before(text, sentence) : sentence.end]
        found.setdefault((sentence, said, _unit(each)), []).append(each)
    return tuple([_Told(*about, tuple(same)) for about, same in found.items()])


def _before(text: str, sentence: Span) -> int:
    """Tell where the sentence before one begins, in which its matter may be named: 「廉政谈话面不全。下属9个站所，…」."""
    return sentence_at(text, sentence.start - 1).start if sentence.start else 0


def _mention(text: str, figure: Figure) -> _Mention | None:
    start, end = figure.span
    if known := _OF_KNOWN.search(text, max(0, start - _MARKED), start):
        clause = Span(known.start(), clause_at(text, start).end)
    elif text[end : end + 1] == "，":
        clause = _without_mark(text, clause_at(text, start))
        if not _NAMED_BEFORE.fullmatch(text, clause.start, start) or not _DUE.match(text, end):
            return None
    elif start > _SHORT and _BEFORE_FIRST.isdisjoint(text[start - _SHORT - 1 : start]):
        return None
    elif start - (clause := _without_mark(text, clause_at(text, start))).start <= _SHORT:
        if not (_TOPIC if clause.start == start else _DUE_ITSELF).match(text, end, clause.end):
            return None
    else:
        return None
    return _named(text, figure, clause)


def _named(text: str, figure: Figure, clause: Span) -> _Mention | None:
    """Give a number with what it counts, where it is no new one and that is named."""
    start, end = figure.span
    before, after = text[clause.start : start], text[end : clause.end]
    if _A_NEW_NUMBER.search(before) or _ROUGHLY.match(after):
        return None
    noun = _pairs(after[:_NOUN]) if not after[:1].isdecimal() else frozenset()
    noun = noun or _pairs(text[max(0, start - _NOUN) : start])
    sentence = sentence_at(text, start)
    is_left = bool(_LEFT.search(before))
    if is_left and re.search(f"[0-9]{figure.unit}", text[sentence.start : start]):
        return None  # left of what its own sentence tells: 「11个站点，6月底前建成5个，11月底前建成其余6个」
    besides = bool(_BESIDES.search(before))
    if not noun:
        return None
    return _Mention(figure, sentence, sentence.of(text), noun, is_left, besides_one=besides)


def _without_mark(text: str, clause: Span) -> Span:
    """Give a clause without the number of an item before it: 「1.」, 「（一）」."""
    mark = _MARK.match(text, clause.start, clause.end)
    return Span(mark.end(), clause.end) if mark else clause


@lru_cache(maxsize=1024)  # after a key nearly all sentences are what they were
def _pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters that belong to words with a meaning of their own."""
    return _PAIRS.of(text)


def _unlike(
    told: Sequence[tuple[int, _Told]], begin: int, mention: _Mention, said_times: Callable[[str], int]
) -> Iterator[TakenUp]:
    """Yield a mention whose number is none that the places of the same thing before it lead to, the nearest first."""
    best: tuple[float, TakenUp] | None = None
    words = _pairs(mention.said)
    for start, place in reversed(told):
        before = start + place.sentence.start < begin + mention.sentence.start
        if not before or not any(pair in place.said for pair in mention.noun):
            continue
        figures = place.figures
        shared = words & _pairs(place.said)
        named = bool(shared) and _is_named(mention, place, said_times)
        if len(shared) < 2 and not named:
            continue
        likeness = sum(1 / said_times(each) for each in shared)
        alike = likeness >= _SAME or (len(mention.noun) >= _LONG and mention.noun <= shared)
        if not (alike or named):
            continue
        left = [each.value for each in figures if mention.is_left and _LEFT.search(each.before)]
        values = [each.value for each in figures]
        if mention.figure.value in (left or _derived(values)):
            return
        if mention.besides_one and mention.figure.value + 1 in values:
            return  # 「老窦的案子2月宣判，其余4件一季度审结」: of five, the one has its own day
        attached = any(
            not mention.noun.isdisjoint(_pairs(each.after[:_NOUN])) or each.after[:1] == mention.figure.after[:1] != ""
            for each in figures
        )
        if mention.figure.value > max(each.value for each in figures) and not attached:
            continue  # a measure aims higher
        if best is None or likeness > best[0]:
            best = likeness, TakenUp(mention.figure.span.shifted(begin), place.sentence.shifted(start), figures)
    if best:
        yield best[1]


def _is_named(mention: _Mention, place: _Told, said_times: Callable[[str], int]) -> bool:
    """Tell whether the word right behind a number that looks back stands in a place too, and seldom else: 「1800盏路灯」."""
    if not (mention.looks_back or mention.is_left):
        return False
    word = mention.figure.after[:2]
    return word in mention.noun and word in place.said and said_times(word) <= _SELDOM


def _derived(values: list[float]) -> set[float]:
    """Give the numbers that may be meant by one that takes up these: each, two together, one without another, all."""
    pairs = list(combinations(values, 2))
    return {*values, *(one + other for one, other in pairs), *(abs(one - other) for one, other in pairs), sum(values)}
