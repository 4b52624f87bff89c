"""Which part of the material a length is of, by the words beside it."""

from __future__ import annotations

import re

from assistant.language.part_names import CAUSES, MEASURES
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.subject_words import SUBJECT_WORDS
from assistant.templates.template import PartKind

_PART_WORDS = (
    (PartKind.PREFACE, re.compile("前言|引言")),
    (PartKind.PREVIOUS_RECTIFICATION, re.compile("上一?年度|去年|整改(?:措施)?落实|上次")),
    (PartKind.DECLARATIONS, re.compile("说明事项|有关事项|情况说明|需要说明")),
    (PartKind.CASE_ANALYSIS, re.compile("案例")),
    (
        PartKind.PROBLEMS,
        re.compile(
            "(?:查摆|检视|存在)(?:的|出)?(?:突出|主要|具体)?问题"
            f"|问题(?=部分|[和、与及](?:{CAUSES}|措施|整改))|(?<![个条项类一])问题(?:[要须应]?写?)$"
        ),
    ),
    (PartKind.CAUSE, re.compile(CAUSES)),  # no 党性分析: so the whole material may be called
    (PartKind.MEASURE, re.compile(f"{MEASURES}|措施(?:部分)?(?:[各均]|[要须应]?写?)$")),
)
_SMALL = re.compile("每(?:个|一)?(?:方面|条|项|部分|问题)|单个|各方面")
_HEADING = re.compile(
    "(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.、]|[①-⑳])(?P<numbered>[^，。；：（）]{2,16})[：，]"
    "|(?P<named>[^，。；：]{2,16})：|(?:其中，?)?(?P<topic>[^，。；：（）]{2,12}部分)(?:的?(?:篇幅|字数))?，"
)
_WHOLE = re.compile("材料|提纲|发言稿|全文|全篇|总")
_WITHIN = re.compile(
    "(?:材料|提纲|发言稿|全文)(?:[中里内的]|其中)*(?P<name>[^，。；：、和与及（）材提总]{2,10}?)(?:的?(?:部分|内容|篇幅|字数))*(?:应|要|须|一般|原则上)*$"
)
_BRACKET = 80  # characters before and in brackets
_EACH = re.compile("[各均都约写要须应]+$")
_BARE = re.compile("，(?:字数|篇幅)?$")
_APART = re.compile("单独|单列|另起|一段|部分$")
_SEPARATOR = re.compile("[、和与及]|以及")
_NAME = re.compile("(?:其中)?[\u4e00-\u9fff、]{2,16}?(?:部分)?(?:[各均都]?(?:约|写)?)$")
_NO_PART = (PartKind.OTHER, PartKind.PREFACE)


def parts_named(words: str) -> list[PartKind]:
    """Name the parts that the words before a length speak of; where several are named together, all of them."""
    named = [kind for kind, pattern in _PART_WORDS if pattern.search(words)]
    if len(named) < 2:
        return named
    words = _EACH.sub("", words)
    pieces = [kind for piece in _SEPARATOR.split(words) if (kind := kind_of(piece)) and kind not in _NO_PART]
    return list(dict.fromkeys(pieces)) or named[:1]


def is_part_name(clause: str) -> bool:
    """Tell whether a clause before a length holds nothing but the name of a part: 「查摆问题2300字」."""
    return bool(_NAME.fullmatch(clause) and not SUBJECT_WORDS.search(clause) and parts_named(clause))


def part_of_heading(text: str) -> tuple[PartKind, int] | None:
    """Tell the part that heads a sentence in which nothing else is named, and where the heading ends.

    As in 「一、上年度整改情况：逐条说清，400字左右」 and 「问题部分，班子2000字，个人1500字」.
    """
    head = _HEADING.match(text)
    name = head["numbered"] or head["named"] or head["topic"] if head else ""
    if head is None or re.search("材料|提纲|全文|字数|篇幅", name) or SUBJECT_WORDS.search(name):
        return None
    if SUBJECT_WORDS.search(text) and _WHOLE.search(text):
        return None
    kind = next((kind for kind, words in _PART_WORDS if words.search(name)), None)
    return (kind, head.end()) if kind else None


def part_within(clause: str) -> PartKind | None:
    """Tell the part that a clause names behind the material it is of: 「班子材料的问题部分」."""
    within = _WITHIN.search(clause)
    named = parts_named(f"{within['name']}部分") if within else []
    return named[0] if len(named) == 1 else None


def part_set_apart(before: str) -> PartKind | None:
    """Tell the part that the clause before a bare length sets apart: 「整改情况单独一段，200字以内」."""
    clauses = before.rstrip("，").split("，")
    named = parts_named(clauses[-1]) if _BARE.search(before) and _APART.search(clauses[-1]) else []
    return named[0] if len(named) == 1 else None


def part_before_bracket(text: str, at: int) -> tuple[PartKind, str] | None:
    """Tell the part behind whose name a length stands in brackets, and the words in these before it.

    As in 「典型案例剖析（结合实际，不少于300字」 and 「存在的问题（班子不少于2500字、个人不少于1500字」.
    """
    opened = text.rfind("（", max(0, at - _BRACKET), at)
    inner = text[opened + 1 : at] if opened >= 0 else "）"
    last = re.split("[，；、]", inner)[-1]
    if "）" in inner or _SMALL.search(last) or parts_named(last):
        return None
    named = re.split("[，。；：、\t\n]", text[max(0, opened - _BRACKET) : opened])[-1]
    if re.search("材料|提纲|全文", named):
        return None
    kind = next((kind for kind, words in _PART_WORDS if words.search(named)), None)
    return (kind, inner) if kind else None
