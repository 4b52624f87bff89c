"""Numbers that take up something that is known: 「剩余23个点位」「给6名老党员」, each with what it counts.

A measure may well aim at a new number of the same thing, so a number is only taken for one that takes something up where
the words beside it say so; where a text looks back, as in its causes, nothing is aimed at, and each number does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts.cued import cued
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.character_pairs import CharacterPairs
from assistant.language.figures import CUES, Figure
from assistant.language.sentences import CLAUSE_STOPS, clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered

_COUNTED = frozenset("次条件户场名人家份篇个项亩所栋村间台封张位处套辆起宗笔座组队只盏盆棵株部期批页堂本遍") | {
    "公里",
    "元",
}
_SAME_UNIT = {"人": "名", "位": "名"}
# Words before a number that speak of what is known: 「把3个村的水管换好」, 「剩余23个」, 「没有启动的3项」.
_OF_KNOWN = compiled_later(
    "(?:(?<![调划腾拨让分转])给|把|将|同|替|剩余|剩下|余下|其余|剩|那|这|上述|[走查看谈清换装修办]完|装好|补齐|啃下|管好|盯住)[^0-9，；：。]{0,8}$"
    "|(?:没有|尚未|未)[^0-9，；：。]{1,8}的$"
    "|[为对同]在[院校岗编册建职库]的$"
)
# What stands first in its clause and has its day, or is its own topic: 「2个监管所的食堂一个月内办好」, 「86户的事」.
_TOPIC = compiled_later(
    "[^0-9，；：。]{0,2}[^，；：。]{2,14}?(?:(?:底前|[月天日周年]内|全部|尽快)"
    "|(?:办结|办好|清零|到位|解决|修好|换好|建成|完成)(?=[，；。]|$)|的事)"
)
# 「宅基地纠纷两件，明年3月底前办结」
_NAMED_BEFORE = compiled_later("(?!完成|建|新|改造|实施|打造|治理)[\u4e00-\u9fff]{4,10}$")
_DUE = compiled_later("，[^。；，]{0,8}(?:[月年季][底末]?[之以]?前|[月天日周年]内)")
_OF_THEM = compiled_later("[中里]|只|仅|其|有|就")  # some of what was told
_DUE_ITSELF = compiled_later("[^，；：。]{1,14}?(?:[月年季][底末]?[之以]?前|[月天日周]内)")
_ROUGHLY = compiled_later("以[上内下]|左右")
LEFT = compiled_later("(?:剩下|剩余|余下|其余|未|没|尚|还有|还差|缺口)[^，。；]{0,6}$")
_BESIDES = compiled_later("(?:其余|其他|另外?|别的)[^，。；]{0,6}$")
_MARK = compiled_later("[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]")
_A_NEW_NUMBER = compiled_later(
    "每|至少|以上|以内|出现$|发生$|不[少超低高]|达到|新|再|力争|年内|[增扩]|[提升降减]到"  # it is aimed at
    "|平均|左右|(?<![签合条预制节违履])约|由|从|比|占|第|人均|抽|[调划腾拨让分转][给出到]"  # it is reckoned otherwise
    "|全[国省市县区]|去年|上年|以前|以后|上半年|下半年|季度"  # it is of another place or time
)
# Characters that mean nothing by themselves: no pair with one of them names anything
_FUNCTION = "的了是在不和有没也都就被把对从到与及等这那我你他她它们很要会能还只又再而但因为以将让给向于其之个些各更最一二三四五六七八九十两名次条件户场家份篇项位处月底前年日"
_PAIRS = CharacterPairs(_FUNCTION)
_MARKED = 14  # characters before a number in which words say that it is taken up
_BEFORE_FIRST = frozenset(f"{CLAUSE_STOPS}.．、）)")  # one of these stands before what is first in a clause
_SHORT = 4  # characters of a name before a number that is the topic: 「客运站600万元缺口6月底前落实」
NOUN = 8  # characters that name what is counted
_LEAST = 2  # a single one is 「一件」 of anything


class Mention(NamedTuple):
    """A number with its sentence, and the pairs of characters that name what is counted."""

    figure: Figure
    sentence: Span
    said: str
    noun: frozenset[str]
    is_left: bool
    looks_back: bool = False
    besides_one: bool = False


def unit_of(figure: Figure) -> str:
    """Give the unit of a number, one for units of the same things: 人, 名 and 位."""
    return _SAME_UNIT.get(figure.unit, figure.unit)


def taking_up(paragraph: ParagraphFacts) -> tuple[Mention, ...]:
    """Give the numbers of a paragraph that take up something told before."""
    return tuple(mention for each in _exact(paragraph) if (mention := _mention(paragraph.text, each)))


def looking_back(paragraph: ParagraphFacts) -> tuple[Mention, ...]:
    """Give the numbers of a paragraph in which nothing is aimed at, as far as they are not of some of what was told."""
    text = paragraph.text
    clauses = ((each, _without_mark(text, clause_at(text, each.span.start))) for each in _exact(paragraph))
    whole = ((each, clause) for each, clause in clauses if not _OF_THEM.search(text, clause.start, each.span.start))
    named = (_named(text, each, clause) for each, clause in whole)
    return tuple(mention._replace(looks_back=True) for mention in named if mention)


def _exact(paragraph: ParagraphFacts) -> Iterator[Figure]:
    return (each for each in counted(paragraph) if not each.is_round)


@cued(*CUES)
def units(paragraph: ParagraphFacts) -> frozenset[str]:
    """Give the units in which a paragraph counts what could be told again."""
    return frozenset(map(unit_of, counted(paragraph)))


def counted(paragraph: ParagraphFacts) -> list[Figure]:
    """Give the numbers of a paragraph that count what could be told again."""
    return [each for each in paragraph.figures if each.unit in _COUNTED and each.value >= _LEAST]


def _mention(text: str, figure: Figure) -> Mention | None:
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


def _named(text: str, figure: Figure, clause: Span) -> Mention | None:
    """Give a number with what it counts, where it is no new one and that is named."""
    start, end = figure.span
    before, after = text[clause.start : start], text[end : clause.end]
    if _A_NEW_NUMBER.search(before) or _ROUGHLY.match(after):
        return None
    noun = word_pairs(after[:NOUN]) if not after[:1].isdecimal() else frozenset()
    noun = noun or word_pairs(text[max(0, start - NOUN) : start])
    sentence = sentence_at(text, start)
    is_left = bool(LEFT.search(before))
    if is_left and re.search(f"[0-9][百千万亿]*{figure.unit}", text[sentence.start : start]):
        return None  # left of what its own sentence tells: 「11个站点，6月底前建成5个，11月底前建成其余6个」
    besides = bool(_BESIDES.search(before))
    if not noun:
        return None
    return Mention(figure, sentence, sentence.of(text), noun, is_left, besides_one=besides)


def _without_mark(text: str, clause: Span) -> Span:
    """Give a clause without the number of an item before it: 「1.」, 「（一）」."""
    mark = _MARK.match(text, clause.start, clause.end)
    return Span(mark.end(), clause.end) if mark else clause


@remembered(1024)  # after a key nearly all sentences are what they were
def word_pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters that belong to words with a meaning of their own."""
    return _PAIRS.of(text)
