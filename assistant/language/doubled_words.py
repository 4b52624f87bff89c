"""Words written twice in a row (「围绕围绕」), told from those that only look so (「党组织组织开展」, 「研究研究」).

Two halves that meet may be two words' end and beginning: 「运用信用信息」, 「长期出租出租车」. Where right text has met so
before, as the counts of language/slips know, nothing is said. One character written twice is in doubled_characters;
what is always wrong stands in the wording lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from assistant.language import slips
from assistant.language.sentences import CLAUSE_STOPS, piece_start
from assistant.patterns import compiled_later
from assistant.text import Span

_TWICE = compiled_later(r"([一-龥]{2,8})\1")
_CLAUSE = 3  # characters of 「不扎紧不扎紧」, which is no word and yet hardly meets by chance
_DENIES = compiled_later("[不没未]")
_NEVER_BEGIN = "一的某"  # 一步一步, 供应的水的水质, 某某某某
_BINDS = (
    "的地得之对有在与和及接每各所"  # the first of three that are no word, where the two meet by chance: 土地的土地的
)
_ENDS = compiled_later("$|[，。；：、！？”）]|[的了地等和与](?!确)")
_SITS = "上中里内时后前了过"  # the last of three that are no word: 工作中工作中
_NEVER = frozenset(("组织",))  # a body that organizes
# what is done lightly or for a while: 商量商量, 了解了解
_LIGHTLY = compiled_later(
    "研究|讨论|商量|考虑|了解|交流|学习|总结|锻炼|休息|整理|反思|体验|帮助|关心|检查|合计|打听|打扫|收拾|盘算|比较|参考|观察|思考"
    "|走动|沟通|聊天|意思|感受|熟悉|提醒|指导"
    "|寻思|念叨|唠叨|掂量|照看|拾掇|溜达|转悠|唠嗑|捉摸|敲打|活动|比划|张罗|打理|数落|放松|高兴|热闹|点拨|开导|劝说|劝解|督促|关照|照应|担待|通融|消化|回想|回味|体谅|体会|请教|教育|教训|理论|解释|核对|打磨|清理|修理|惦记|嘀咕|叨咕|琢磨|捋顺|盘点|晾晒|见识|过问|支应|应付|调解|说和"
)
# a body and who heads it or belongs to it: 大队大队长, 支部支部书记, 社区社区干部
_BODY = compiled_later("[段线岗片队局部组室区间委站所院校会团科处办村镇乡学格]$|中心$")
_OF_THE_BODY = compiled_later(
    "(?:常务)?[副原]?(?:[校组队]?长|书记|主任|负责|政委|指导员|教导员|主席|委员|经理|干部|党员|员)"
)
# Said so, in words that are quoted: 「“恭喜恭喜”」, 「说“明白明白！”」
_SAID, _SAID_TO_END = compiled_later("“[好哎哦是]?，?$"), compiled_later("[。！，…]*”")
_AFTER_LIGHTLY = compiled_later("$|[，。；！？、”）]|再|吧|看|一下")
_BEFORE_LIGHTLY = compiled_later("(?:[要去来好多再请得]|一起|一块|坐下)$")

# Where three items of a list meet
_LISTED = compiled_later("、[一-鿿]{2,4}、(?=[一-鿿]{2,4}(?![一-鿿]))")
_NO_LIST = compiled_later("[^一-鿿、]")
_LONGEST_ITEM = 4

# A place said again: 「在局机关内在局机关」
_PLACE_AGAIN = compiled_later(r"在(?=[一-龥]{2,8}在)(?P<one>[一-龥]{2,7})[内里中上]?(?P<again>在(?P=one))")
_SHORT_CLAUSE = 4
# A list whose items are joined in one way or another: 「处分、组织处理、处分和问责」
_ROW = compiled_later("[一-龥0-9、]+")
_ITEM = compiled_later("、([一-龥]{2,5})(?=、|以及|[和与及])")
_OF_STATUTES = compiled_later("或者|的")
_BETWEEN = compiled_later("、|以及|[和与及]")
_LONG_ROW = 40


def listed_twice(paragraph: str) -> Iterator[Span]:
    """Yield the second of two equal items in a row of three or more of one length, with the mark before it.

    「做到同谋划、同部署、同部署、同考核」. Items of differing lengths are clauses that only look like a list: 「伪造、变造、买卖
    或者使用伪造、变造」.
    """
    done = 0
    for match in _LISTED.finditer(paragraph):
        if match.start() < done:
            continue
        stop = _NO_LIST.search(paragraph, match.end())
        done = stop.start() if stop else len(paragraph)
        at = match.start() + 1
        for length, items in groupby(paragraph[at:done].split("、"), key=len):
            row = list(items)
            for number, item in enumerate(row):
                if len(row) > 2 and length <= _LONGEST_ITEM and item in row[:number]:
                    yield Span(at - 1, at + length)
                at += length + 1


def said_again(paragraph: str) -> Iterator[Span]:
    """Yield what stands in a clause of its own, or behind 在, a second time."""
    clauses = paragraph.replace("。", "，").replace("；", "，").split("，")
    if len(set(clauses)) < len(clauses):
        at = 0
        for one, other in pairwise(clauses):
            at += len(one)
            if one == other and len(one) >= _SHORT_CLAUSE:
                yield Span(at, at + 1 + len(other))
            at += 1
    for match in _PLACE_AGAIN.finditer(paragraph):
        yield Span(*match.span("again"))


def listed_again(paragraph: str) -> Iterator[Span]:
    """Yield an item in the midst of a short list that stood there before, items of differing lengths among them.

    Whole lists are said again rightly: 「设计、施工、监理单位应当在设计、施工、监理中」.
    """
    for item in _ITEM.finditer(paragraph):
        if paragraph.rfind(item[1], max(0, item.start() - _LONG_ROW), item.start()) >= 0:
            place = Span(*item.span(1))
            begun = piece_start(paragraph, place.start, CLAUSE_STOPS)
            first = max(begun, place.start - _LONG_ROW)
            row = next(each for each in _ROW.finditer(paragraph, first) if each.end() > place.start)
            if len(row[0]) <= _LONG_ROW and not _OF_STATUTES.search(row[0]) and _stands_twice(row, place):
                yield place


def _stands_twice(row: re.Match[str], place: Span) -> bool:
    """Tell whether the item at a place stands in a list before, and is the only one that stands there twice."""
    items, at = [], row.start()
    for stop in (*_BETWEEN.finditer(row.string, *row.span()), None):
        end = stop.start() if stop else row.end()
        items.append(Span(at, end))
        at = stop.end() if stop else end
    said = [item.of(row.string) for item in items]
    again = [n for n in range(2, len(said) - 1) if said[n] in said[1:n] or said[0].endswith(said[n])]
    return len(again) == 1 and items[again[0]] == place and not _goes_on(said, again[0])


def _goes_on(said: Sequence[str], second: int) -> bool:
    """Tell whether the neighbour of an item that stands twice stands twice with it."""
    first = said.index(said[second]) if said[second] in said[1:second] else 0
    before = first > 0 and said[second - 1].endswith(said[first - 1][-2:])
    return before or said[second + 1][:2] == said[first + 1][:2]


def find(paragraph: str) -> Iterator[Span]:
    """Yield the second of two equal words, in order."""
    at = 0
    while match := _TWICE.search(paragraph, at):
        word, start = match[1], match.end(1)
        at = match.end()
        if not (_is_meant(paragraph, word, match.start(), match.end()) or _is_chance(paragraph, word, start)):
            yield Span(start, match.end())


def _is_meant(paragraph: str, word: str, start: int, end: int) -> bool:
    """Tell whether a word is rightly said twice."""
    if word[0] in _NEVER_BEGIN or word in _NEVER or word[0] == word[1] or (word[0] == "对" and len(word) < 4):
        return True  # 企业对企业对个人
    if _BODY.search(word) and _OF_THE_BODY.match(paragraph, end):
        return True
    if _SAID.search(paragraph[:start]) and _SAID_TO_END.match(paragraph, end):
        return True
    if len(word) == 2 and word[1] == "着":
        return True  # while it went on: 看着看着
    if not _LIGHTLY.fullmatch(word):
        return False
    return bool(_AFTER_LIGHTLY.match(paragraph, end) or _BEFORE_LIGHTLY.search(paragraph[:start]))


def _is_chance(paragraph: str, word: str, middle: int) -> bool:
    """Tell whether two short halves are no word, or meet in right text too."""
    if len(word) > 3:
        return False
    finder = slips.shipped()
    if len(word) == _CLAUSE and _DENIES.search(word):
        return finder.is_seen(paragraph[middle - 2 : middle + 2])
    known = finder.is_word(word) or (_is_phrase(word) if len(word) == _CLAUSE else _ends_alone(paragraph, middle))
    return not known or finder.is_seen(paragraph[middle - 2 : middle + 2])


def _ends_alone(paragraph: str, middle: int) -> bool:
    """Tell whether two characters that are no word end where they come twice: 「刀刃向内向内的」.

    Else other words meet in them: 「运用信用信息」, 「合伙人一人一票」.
    """
    return _ENDS.match(paragraph, middle + 2) is not None and not slips.shipped().is_word(
        paragraph[middle - 3 : middle - 1]
    )


def _is_phrase(word: str) -> bool:
    """Tell whether three characters are a word and one before or behind it: 「用公款」, 「工作中」."""
    finder = slips.shipped()
    return (word[0] not in _BINDS and finder.is_word(word[1:])) or (word[2] in _SITS and finder.is_word(word[:2]))
