"""Lists of aspects without numbers within a sentence: 「从政治信仰、…六个方面」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.numbering import value_of
from assistant.language.part_names import CAUSES
from assistant.language.sentences import piece_start
from assistant.templates.notice.alike_lists import HEADING, beginning_alike, ending_alike, enumerated, sharing_head
from assistant.templates.notice.aspect_names import (
    EXAMINE,
    NOT_EXAMINING,
    NOT_NOW,
    PARTS,
    STATED,
    Candidate,
    make,
    stated_in,
    weigh,
)
from assistant.templates.notice.list_cuts import cut, placed, split
from assistant.templates.notice.page import Page
from assistant.text import Span

_ANCHOR = re.compile(
    "紧盯|(?:重点|主要|着重)写|紧紧围绕|围绕|聚焦|紧扣|对照|针对|按照|从(?![严业])|就|在|即|包括|检视|查摆|查找|\t"
)
_ANCHORED_AGAIN = re.compile(f"[^“”、]{{0,14}}(?:要|应|须|重点|认真|检查|分别|紧紧|，)(?:{_ANCHOR.pattern})")
_OPENING = re.compile(
    r"[”’」』]?(?:[^。；：（\n]{0,24}?)(?:（(?:即|具体[为是]|分别[是为]|包括)?[：，]?|[，：。]?(?:即|具体[为是]|具体包括|分别[是为]|主要[是为]|包括|依次为|也就是)[：，]?|：)"
)
_ANNOUNCED = re.compile(
    "(?:(?:对照检查|检视|查摆|对照|剖析检查)[^。：；，]{0,10}|^方面)：(?P<body>[^。\n：]+；[^。\n]+)"
)
_WHETHER = re.compile(  # 「重点检视：学习是否…，作风是否…」
    "(?:对照检查|检视|查摆|对照|检查)[^。：；，]{0,10}：(?P<body>[^，。；：\n]{0,12}是否[^，。；：\n]+(?:，[^，。；：\n]{0,12}是否[^，。；：\n]+){2,})"
)
# 「重点写理想信念、…四个方面」
_WRITE_OF = re.compile("(?:重点|主要|着重)写[^。；]{4,80}方面|从[^。；]{4,60}(?:方面|角度|维度)(?:来|去)?写")
# 「（一）个人材料。由本人撰写，聚焦…」
_OF_MATERIAL = re.compile("(?:班子|个人|党员|支部|检查|剖析|发言)(?:的)?(?:材料|提纲)")
_MATERIAL_OF = re.compile("(?:生活会|班子|个人|党员|对照检查)(?:的)?(?:材料|提纲)(?!收集|归档)")
# 「存在的主要问题。围绕“四个带头”，即…」
_OF_PROBLEMS = re.compile("存在的?(?:主要|突出|具体)*问题|每个(?:方面|带头)[^，。；]{0,10}问题")
_CLAUSE_END = re.compile("[，；。]")
_AROUND = re.compile("聚焦|围绕|紧扣|对照")
_AND_MORE = re.compile("等(?:几个)?方面")
_WHOSE_LIST = re.compile(  # who is to examine himself by the list that follows
    "(?:支部班子|支部委员会|支委会?|领导班子|班子成员|班子|(?:每名|普通|全体)?党员(?:领导)?(?:干部)?|个人|委员|领导干部)(?:同志|成员)?(?:要|应|须|需|则|可|重点|主要|分别|着重|一般)*$"
)
_WHO = "支部(?=检视|对照|查摆)|党?支部班子|党?支部委员会|支委会|支委|领导班子|党[委组]班子|班子成员|党[委组]委?成员|党委委员|党员领导干部|领导干部|班子|普通党员|全体党员|每名党员|党员|个人|委员|成员"
_ITS_LIST = re.compile(  # 「支部班子要从…」「党员重点查摆…」「个人发言提纲聚焦：…」 where a clause begins
    rf"(?:^|(?<=[，。；：、）\n①-⑳])|(?<=[0-9一二三四五六七八九][.、]))(?P<who>{_WHO})(?:的)?(?:对照检查|检视剖析|检视|查摆|对照|发言)?(?:材料|提纲|内容|重点)?(?:方面)?"
    "(?:[^，。；、]{0,10}[0-9]字[^，。；、]{0,4}，)?"  # 「党员材料1500字左右，重点写…」
    "(?:(?:要|应当?|须)?(?:对照|按照|依据)[^，。；、]{2,20}，)?"  # 「党员要对照党章，重点查找…」
    "(?:(?:，|：|要|应当?|须|需|则|可|重点|主要|着重|分别|认真|紧紧|一般)*(?:从|围绕|紧扣|对照|聚焦|针对|查摆|检视|检查|查找|突出|就|写)(?:以下)?[：“]*|：(?=[^，。；：、\n]{2,12}、))"
)
_ANOTHERS = re.compile(  # 「…；党员从三个方面检视：…」
    f"[；，](?=(?:{_WHO})(?:要|应|须|则|重点|主要)*(?:从|围绕|对照|聚焦|检视|查摆|查找))"
)
_LIST_ENDS = re.compile(
    "”?(?:等|这)*(?:[一二两三四五六七八九十0-9]{1,2}个?)?方面|等(?:突出|具体|主要)?(?:问题|不足|差距|情况)|[；。\n]|，"
)
_THEN_EXAMINED = re.compile(
    "(?:认真|深入|进行|开展|逐一)*(?:查摆|检视|对照检查|对照|查找|检查|剖析)(?:问题|不足|差距)?$"
)
_LINES_UP = 2
_NEXT_SENTENCES = 4  # in which the other subject's list is looked for
_LONGEST_NAME = 18  # characters of an aspect in such a list


def in_sentences(page: Page) -> Iterator[Candidate]:
    """Yield the lists that stand within one sentence."""
    apart = _in_sentences_of_their_own(page)
    yield from apart
    taken = {each.place for each in apart}
    for sentence in page.sentences:
        words = sentence.of(page.flat)
        if len(words) > 1500 or sentence in taken:
            continue
        several = _by_subject(page, sentence, words)
        if len({each.introduced for each in several}) > 1:
            yield from several
            continue
        found = _announced(page, sentence, words) or ending_alike(page, sentence, words)
        found = found or beginning_alike(page, sentence, words)
        found = found or enumerated(page, sentence, words) or sharing_head(page, sentence, words)
        if found:
            yield found
        if "方面" not in words and not STATED.search(words):
            continue
        context = (
            words if EXAMINE.search(words) or _WRITE_OF.search(words) else page.line(sentence.start).of(page.flat)[:200]
        )
        of_material = _AROUND.search(words) and _is_of_material(page, sentence)
        if not (EXAMINE.search(context) or of_material or _WRITE_OF.search(words) or _OF_PROBLEMS.search(context)):
            continue
        for match in [*STATED.finditer(words), *_AND_MORE.finditer(words)]:
            stop = _CLAUSE_END.search(words, match.end())
            if NOT_NOW.search(words, 0, stop.start() if stop else len(words)):
                break
            if found := _around(page, sentence, words, match):
                yield found


def _is_of_material(page: Page, sentence: Span) -> bool:
    """Tell whether a sentence says how a material is written: its paragraph's beginning, or the short line before it."""
    line = page.line(sentence.start)
    above = page.line(line.start - 1) if line.start else line
    near = above.of(page.flat) if above.end - above.start <= 2 * HEADING else ""
    return bool(_OF_MATERIAL.search(page.flat[line.start : sentence.end][:HEADING]) or _MATERIAL_OF.search(near))


def _in_sentences_of_their_own(page: Page) -> list[Candidate]:
    """Read lists of several subjects in sentences near each other: 「支部班子查找：A、B、C等方面的问题。党员查找：…」."""
    found: list[tuple[int, Candidate]] = []
    for number, sentence in enumerate(page.sentences):
        words = sentence.of(page.flat)
        if len(words) <= 300 and len(of_one := _by_subject(page, sentence, words)) == 1 and of_one[0].aspects[2:]:
            found.append((number, of_one[0]))
    return [
        each
        for at, (number, each) in enumerate(found)
        if any(
            0 < abs(number - other) <= _NEXT_SENTENCES and each.introduced != beside.introduced
            for other, beside in found[max(0, at - _NEXT_SENTENCES) : at + _NEXT_SENTENCES + 1]
        )
    ]


def _by_subject(page: Page, sentence: Span, words: str) -> list[Candidate]:
    """Read lists of several subjects in one sentence: 「支部班子从A、B、C等方面，党员从D、E、F等方面查找不足」."""
    begun = list(_ITS_LIST.finditer(words))
    line = page.line(sentence.start)
    context = words if EXAMINE.search(words) else page.flat[line.start : sentence.end]
    above = line
    for _ in range(_LINES_UP):  # 「四、对照检查\n领导班子：聚焦…\n班子成员：聚焦…」
        above = page.line(above.start - 1) if above.start else above
        context += above.of(page.flat) if above.end - above.start <= HEADING else ""
    if not begun or not EXAMINE.search(context) or NOT_NOW.search(words):
        return []
    found: list[Candidate] = []
    for n, match in enumerate(begun):
        limit = begun[n + 1].start() if n + 1 < len(begun) else len(words)
        stop = _LIST_ENDS.search(words, match.end(), limit)
        end = stop.start() if stop else limit
        if verb := _THEN_EXAMINED.search(words, match.end(), end):
            end = verb.start()
        places = cut(words[match.end() : end].rstrip("”"), re.compile("[、，]|以及|(?:和|及|与)(?=[^、和及与]*$)"))
        if len(places) < 2 or "、" not in words[match.end() : end] or any(b - a > _LONGEST_NAME for a, b in places):
            continue
        offset = sentence.start + match.end()
        aspects = [each for a, b in places if (each := make(page, offset + a, offset + b, sentence))]
        if len(aspects) != len(places) or sum(bool(PARTS.search(each.text)) for each in aspects) * 2 >= len(aspects):
            continue
        place = Candidate(
            aspects,
            offset,
            "支部班子" if match["who"] == "支部" else match["who"],
            sentence,
            end=offset + places[-1][1],
        )
        weigh(place, stated_in(stop[0]) if stop else None, 1.0, examined=True, base=3.0)
        found.append(place)
    return found


def _announced(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「对照检查重点：…方面；…方面。」, which gives no number."""
    match = _ANNOUNCED.search(words)
    if match is None and (asked := _WHETHER.search(words)):
        places = [(asked.start("body") + a, asked.start("body") + b) for a, b in cut(asked["body"], re.compile("，"))]
        return placed(page, sentence, places, len(places))
    if match is None or NOT_EXAMINING.search(match[0][: match.start("body") - match.start()]):
        return None
    places = cut(match["body"], re.compile("；"))
    led = sum(bool(re.search("方面[。”]?$|^在?带头|^有没有|^是否", match["body"][a:b])) for a, b in places)
    return placed(page, sentence, [(match.start("body") + a, match.start("body") + b) for a, b in places], led)


def _around(page: Page, sentence: Span, words: str, match: re.Match[str]) -> Candidate | None:
    groups = match.groupdict()
    stated = value_of(groups["n"]) if groups.get("n") else 0
    clause = re.split("[，。；]", words[match.end() :], maxsplit=1)[0]
    before = words[piece_start(words, match.start(), "。；") : match.start()]
    if NOT_EXAMINING.search(clause) or re.search(f"征求|{CAUSES}|学习贯彻.{{0,20}}学习研讨", before[-60:]):
        return None
    places = _after(words, match, stated) if stated else []
    if not places and (not stated or groups["unit"] not in ("条", "点", "方面")):
        places = _before(words, match, stated)
    elif not places and groups["unit"] == "方面":  # 「从甲、乙、丙三方面」
        exactly = _before(words, match, stated)
        places = exactly if len(exactly) == stated else []
    if len(places) < 2 or (not stated and (len(places) < 3 or not EXAMINE.search(words))):
        return None
    offset = sentence.start
    aspects = [a for start, end in places if (a := make(page, offset + start, offset + end, sentence))]
    named = [words[start:end] for start, end in places]
    if len(aspects) != len(places) or sum(bool(PARTS.search(each)) for each in named) * 2 >= len(named):
        return None
    if any(re.match("[（(]?[一二三1-3①-③][）)、.]", each) for each in named):
        return None  # a numbered list, or the parts of a material
    # 「支部班子从…三个方面，党员从…四个方面」
    earlier = sorted(each.end() for pattern in (STATED, _AND_MORE) for each in pattern.finditer(before))
    introduced = before[earlier[-1] if earlier else 0 :] + words[match.start() :]
    found = Candidate(aspects, offset + places[0][0], introduced, sentence, end=offset + places[-1][1])
    led = sum(each.text.startswith("带头") for each in aspects) / len(aspects)
    label = page.flat[page.line(sentence.start).start : sentence.start]
    if len(label) <= HEADING and re.search(_WHO, label):  # 「（一）支部班子。从…」
        introduced = label + introduced
    labelled = _WHOSE_LIST.search(re.split(_ANCHOR, introduced)[0].rstrip("。：，")) is not None
    found.introduced = introduced
    weigh(found, (stated, match[0]) if stated else None, led, examined=True, base=1.0 + 1.5 * labelled)
    return found


def _after(words: str, match: re.Match[str], stated: int) -> list[tuple[int, int]]:
    """Split the list that follows the number: 「“四个带头”，即：…；…」, 「六个方面（…）」."""
    opening = _OPENING.match(words, match.end())
    if opening is None:
        return []
    start = opening.end()
    end = len(words)
    if "（" in opening[0]:
        closing = words.find("）", start)
        end = closing if closing > 0 else end
    body = _ANOTHERS.split(words[start:end])[0]
    body = re.split(
        "，(?=再加|另加|另|并|共|每|主动认|(?:深入|认真|逐[条项一]|全面|主动)*(?:查摆|检视|查找|对照|剖析|检查)|(?:联系|结合)(?:实际|自身|思想|工作|岗位)|把自己)",
        body,
    )[0].rstrip("。！？ ”")
    if re.match(r"[（(]?[一1①][）).、是]?", body):
        return []  # a numbered list
    return _trimmed(body, start, split(body, stated), stated)


def _trimmed(body: str, start: int, places: list[tuple[int, int]], stated: int) -> list[tuple[int, int]]:
    """Keep a list only if its length agrees with the number or its members part clearly."""
    clear = "；" in body or body.count("带头") >= len(places) > 1
    if len(places) != stated and not clear:
        return []
    return [(start + a, start + b) for a, b in places]


def _before(words: str, match: re.Match[str], stated: int) -> list[tuple[int, int]]:
    """Split the list that stands before the number: 「从政治信仰、…六个方面」."""
    end = match.start()
    while end and words[end - 1] in "等这，—“":
        end -= 1
    floor = piece_start(words, end, "。：")
    fallback: list[tuple[int, int]] = []
    fitting: list[list[tuple[int, int]]] = []
    begins = [anchor.end() for anchor in _ANCHOR.finditer(words, floor, end)]
    if words[floor - 1 : floor] == "：" and re.match("[“在]?带头|[^。]*；", words[floor:end]):
        begins.insert(0, floor)
    for begin in begins:
        body = words[begin:end]
        if _ANCHORED_AGAIN.match(body):
            continue
        places = split(body, stated)
        placed = [(begin + a, begin + b) for a, b in places]
        if stated and len(places) == stated:
            fitting.append(placed)
        short = len(places) >= 3 and all(b - a <= 14 for a, b in places) and not re.search("，", body)
        if short and (not stated or abs(len(places) - stated) <= 1):
            fallback = placed
    plain = (each for each in fitting if not any(re.search("[，；\t]", words[a:b]) for a, b in each))
    tightest = [*plain]  # a later anchor that still gives the number stands nearer to the list
    return tightest[-1] if tightest else fitting[0] if fitting else fallback
