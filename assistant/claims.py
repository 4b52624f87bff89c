"""The numbers that a text states about itself: 「查摆5个方面15个问题」, 「主要有以下四点」.

Only what is said of this text's own search is a claim: not the notice's 「五个带头」, last year's counts, an
inspection's 「其余15项」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.facts import Facts
from assistant.numbering import parse
from assistant.outline import Section
from assistant.text import Span

_NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_ASPECTS = re.compile(rf"({_NUMBER})个?方面")
_PROBLEMS = re.compile(rf"({_NUMBER})(?:个|条|项)(?:具体|突出|主要|方面|的)*问题")
_FOLLOWING = re.compile(rf"以下({_NUMBER})(?:个方面|方面|点|条|项|个)")
_CLAUSE = re.compile("[^，；。：！？\n]+")
_OF_THIS_TEXT = re.compile("查摆|查找|检视|梳理|形成|找出|检查|剖析|对照")
_OF_ANOTHER = re.compile("通知|要求|明确|规定|《|带头|反馈|巡视|巡察|审计|督导|其余|专题|征求|提出|点出|其中|意见")
# 「征求意见建议20条，梳理形成3个方面8个问题」: what others said, sorted; a search of one's own would say 查摆
_OPINIONS = re.compile("(?:征求|征集|收集|收到)[^。]*[0-9一二两三四五六七八九十]余?[条个件]")
_OWN_SEARCH = re.compile("查摆|查找|检视|检查|剖析|对照")
_OF_ANOTHER_TIME = re.compile("上一?年度|上一?年|去年|上次|年度(?:专题)?民主生活会上")


class Counted(Enum):
    """What a number counts."""

    ASPECTS = "aspects"
    PROBLEMS = "problems"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in the text: where it stands, as written, and its value."""

    counted: Counted
    span: Span
    written: str
    value: int


def about_whole(facts: Facts, place: Span) -> Iterator[Claim]:
    """Yield what a stretch of text (preface, opening of the problems) claims about aspects and problems."""
    for match in _CLAUSE.finditer(facts.text, place.start, place.end):
        clause, start = match[0], match.start()
        sentence = facts.text[facts.text.rfind("。", place.start, start) + 1 : match.end()]
        if not _OF_THIS_TEXT.search(clause) or _OF_ANOTHER.search(clause) or _OF_ANOTHER_TIME.search(sentence):
            continue
        if _OPINIONS.search(sentence.removesuffix(clause)) and not _OWN_SEARCH.search(clause):
            continue
        for counted, pattern in ((Counted.ASPECTS, _ASPECTS), (Counted.PROBLEMS, _PROBLEMS)):
            if claim := pattern.search(clause):
                yield _claim(counted, start, claim)


def about_following(facts: Facts, section: Section) -> Iterator[Claim]:
    """Yield what the last sentence before a section's subsections says of their number: 「以下四个方面：」."""
    own = facts.text[section.heading_end : section.own_end].rstrip()
    last = own[own.rstrip("。：:").rfind("。") + 1 :]
    if section.children and (match := _FOLLOWING.search(last)):
        yield _claim(Counted.FOLLOWING, section.heading_end + len(own) - len(last), match)


def _claim(counted: Counted, offset: int, match: re.Match[str]) -> Claim:
    span = Span(offset + match.start(1), offset + match.end(1))
    return Claim(counted, span, match[1], parse(match[1]))
