"""The aspects (带头, 方面) that a notice asks people to examine themselves by.

Numbered lists, lists in one sentence and lines that begin alike are all candidates; a list counts only where its
introduction or its own wording says that it is for examination, so that steps, agendas and causes are no aspects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.notice.items import Item, Listing, introduction
from assistant.notice.page import Page
from assistant.notice.values import NoticeAspect
from assistant.numbering import parse
from assistant.text import Span

_NUMERAL = "[2-9]|1[0-2]|[二两三四五六七八九十]|十[一二]"
_UNIT = (
    "个方面|方面|个带头|个对照|个是否|项纪律|大纪律|个维度|个查一查|个聚焦|项重点|个重点|条|点|个层面|项内容|个找一找"
)
STATED = re.compile(rf"(?P<n>{_NUMERAL})(?P<unit>{_UNIT})")
_EXAMINE = re.compile("检视|查摆|查找|对照|自查|找差距|检查|剖析检查|找问题|党性分析|反思")
_NOT_EXAMINING = re.compile(
    "剖析原因|原因|根源|征求|意见建议|整改措施|努力方向|学习研讨|专题学习|考核|评议|谈心|成效|取得"
)
_NOT_NOW = re.compile(
    "(?:查摆|检视|查找|对照检查|剖析)了|查摆出|取得[^。；]{0,10}成效|生活会上，|去年|上一?年度[^，。]{0,12}(?:查摆|从)"
)
_STEPS = re.compile(
    "组织学习|学习研讨|征求意见|听取意见|谈心|谈话|撰写|会前|会后|召开|通报|整改方案|整改落实|报送|督导|领导|审核|时间|地点|参加人员|主持|记录|批评和自我批评|民主测评|民主评议|宣读|总结|纪律要求|材料|字数|主题|格式|提高认识|程序|对象|范围|联系人"
)
_PARTS = re.compile("上一?年度|整改措施|原因|根源|案例|存在的?(?:突出|主要)?问题|情况说明|努力方向|基本情况|前言")
_ASPECT_LIKE = re.compile("带头|方面|是否|^对照|^看|^查|纪律$|^“?在")
_QUESTION = re.compile("是否|有没有")

_FOCUS = r"(?:重点|主要|着重|突出|具体|深入|认真)?(?:检视|查摆|查找|对照|检查|剖析|反思|排查|看|围绕|聚焦|查)"
_FOCUS_LEAD = re.compile(
    r"^[，。：；（—\-\t\s]*(?:(?:重点|主要|着重|具体)(?:是(?!否)|为)?)?(?:检视|查摆|查找|对照|检查|剖析|反思|排查|看|查|包括|围绕|聚焦)?(?:自身|自己|本人|班子|个人)?(?:在|：)?"
)
_CUT = re.compile(
    r"[。；：\t\n]|[，（—]+(?=(?:重点|主要|着重|具体)|检视|查摆|查找|看|是否|深入查|着力|切实解决|逐一|要|其中)"
    r"|(?:重点|主要|着重)(?=检视|查摆|查找|对照|检查|看|反思|剖析)"
)
_ASPECT_END = re.compile(
    "方面(?=的?(?:问题|情况|差距|不足|短板)?(?:[，。；：、（）”\t\n—]|$)|重点|主要|着重|是否|存在|，)"
)
_LEAD_WORDS = re.compile(
    "^(?:是否)?(?:在|对照|从|围绕|聚焦|针对|紧扣|关于|检视|查摆|查找|重点|看(?=“)|对标)(?=[“‘「『《\u4e00-\u9fff])"
)
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》"}
_EDGE = "，。；：、,.;: \t\n（—-"

_ANCHOR = re.compile("紧紧围绕|围绕|聚焦|紧扣|对照|针对|按照|从|就|在|即|包括|检视|查摆|查找")
_ANCHORED_AGAIN = re.compile(f"[^“”、，]{{0,10}}(?:要|应|须|重点|认真|检查|分别|紧紧|，)(?:{_ANCHOR.pattern})")
_OPENING = re.compile(
    r"[”’」』]?(?:[^。；：（\n]{0,24}?)(?:（(?:即|具体[为是]|分别[是为]|包括)?[：，]?|[，：。]?(?:即|具体[为是]|具体包括|分别[是为]|主要[是为]|包括|依次为|也就是)[：，]?|：)"
)
_ANNOUNCED = re.compile("(?:对照检查|检视|查摆|对照|剖析检查)[^。：；，]{0,10}：(?P<body>[^。\n：]+；[^。\n]+)")
_ALIKE = re.compile(
    "(?:对照|围绕|从|聚焦)(?:党的)?(?P<body>[\u4e00-\u9fff]{2,14}?(?P<tail>纪律|情况|方面|意识)(?:、[\u4e00-\u9fff]{2,14}?(?P=tail)){2,}(?:和[\u4e00-\u9fff]{2,14}?(?P=tail))?)"
)
_OWN = re.compile(
    r"(?:增加|新增|加上|补充|另加|增设|增列|再加|加查|加入|还要|还应|还须|还需|同时要|一并)[^。；“\n]{0,24}?"
    r"(?:“(?P<quoted>[^“”]{3,60})”[^。；，\n]{0,10}(?:方面|内容)?|(?:一|1|两|2)?(?:个)?(?:方面|内容|带头)(?:，即|，|：|即)?：?[“]?(?P<after>[^。；”\n]{4,60})"
    r"|(?:检视|查摆|对照|检查|查找)?(?:在)?(?P<before>[^“”，。；\n]{4,50})(?:这一|一个|1个|这个)?方面)"
)


@dataclass(slots=True)
class Candidate:
    """A list that may be the aspects; `anchor` is where it begins, `introduced` the words before it, `stated` the number they give."""

    aspects: list[NoticeAspect]
    anchor: int
    introduced: str
    place: Span
    stated: int = 0
    stated_words: str = ""
    score: float = 0.0
    end: int = 0


def candidates(page: Page, lists: list[Listing]) -> list[Candidate]:
    """Find all lists that read as aspects, in the order of the text."""
    found = [each for listing in lists if (each := _numbered(page, listing))]
    found += _in_sentences(page)
    found += _in_lines(page)
    return sorted(found, key=lambda each: each.anchor)


def best(found: list[Candidate]) -> Candidate | None:
    """Choose the list that most surely is the aspects: the highest score, then the first."""
    return max(found, key=lambda each: (each.score, -each.anchor), default=None)


def added(page: Page, chosen: Candidate, limit: int) -> list[NoticeAspect]:
    """Find aspects that a later sentence adds (「结合实际，增加“…”方面」), up to a place in `flat`."""
    known = {_bare(each.text) for each in chosen.aspects}
    found: list[NoticeAspect] = []
    for sentence in page.sentences:
        if not chosen.anchor < sentence.start < limit or sentence.start < chosen.end:
            continue
        words = sentence.of(page.flat)
        if not re.search("方面|带头|内容", words) or not _EXAMINE.search(words + chosen.introduced):
            continue
        if _NOT_EXAMINING.search(words) or re.search("材料|提纲|字", words):
            continue
        match = _OWN.search(words)
        if match is None:
            continue
        group = next(name for name in ("quoted", "after", "before") if match[name])
        for start, end in (
            _split(match[group], 0) if group == "after" and "；" in match[group] else [(0, len(match[group]))]
        ):
            aspect = _aspect(
                page, sentence.start + match.start(group) + start, sentence.start + match.start(group) + end, sentence
            )
            if aspect and _bare(aspect.text) not in known:
                known.add(_bare(aspect.text))
                found.append(aspect)
    return found


def asks_examination(words: str) -> bool:
    """Tell whether a sentence asks people to examine themselves now."""
    return bool(re.search(f"{_EXAMINE.pattern}|紧扣", words)) and not (
        _NOT_NOW.search(words) or re.search("学习研讨|征求|听取意见", words)
    )


def _bare(text: str) -> str:
    return re.sub("[^\u4e00-\u9fff]", "", text)


# ---- numbered lists


def _numbered(page: Page, listing: Listing) -> Candidate | None:
    items = listing.items
    if len(items) < 2:
        return None
    place = introduction(page, listing)
    introduced = place.of(page.flat)
    above = listing.parent.head(page.flat) if listing.parent else ""
    heads = [item.head(page.flat) for item in items]
    like = sum(bool(_ASPECT_LIKE.search(_opening(page, item))) for item in items)
    steps = sum(bool(_STEPS.search(head)) and not head.startswith(("带头", "在带头")) for head in heads)
    parts = sum(bool(_PARTS.search(head)) and "带头" not in head for head in heads)
    examined = bool(_EXAMINE.search(introduced) or _EXAMINE.search(above))
    stated = _stated(introduced) or _stated(above)
    excluded = _NOT_EXAMINING.search(introduced) or re.search(
        "包括|框架|结构|部分|议程|程序|步骤|环节", introduced[-24:]
    )
    if steps * 2 >= len(items) or parts * 2 >= len(items) or (excluded and not STATED.search(introduced)):
        return None
    led = sum(head.startswith(("带头", "在带头", "“带头", "对照“带头")) for head in heads)
    matching = bool(stated) and stated[0] == len(items)
    if not (led * 2 > len(items) or (examined and (like * 2 >= len(items) or matching or _announces(introduced)))):
        return None
    if sum("方面" in _opening(page, item) for item in items) and _NOT_EXAMINING.search(introduced) and not led:
        return None
    aspects = [_item_aspect(page, item) for item in items]
    found = Candidate([each for each in aspects if each], items[0].start, introduced, place, end=items[-1].line_end)
    _weigh(found, stated, like / len(items), examined=examined, base=2.0 + (led * 2 > len(items)))
    return found if len(found.aspects) >= 2 else None


def _announces(introduced: str) -> bool:
    """Tell whether a sentence ends in announcing what to examine (「重点查摆以下内容：」)."""
    table = re.search("(?:^|\n)[^\n]*\t[^\n]*$", introduced.rstrip("\n"))
    if table and re.search("对照|检视|查摆", table[0]):
        return True
    return bool(re.search("(?:检视|查摆|查找|对照)[^。]{0,20}：(?:\n|$)", introduced.rstrip() + "\n"))


def _opening(page: Page, item: Item) -> str:
    return page.flat[item.body : min(item.end, item.body + 60, max(item.line_end, item.body))]


def _item_aspect(page: Page, item: Item) -> NoticeAspect | None:
    end = min(item.end, item.line_end)
    flat = page.flat
    stop = re.compile("[。\n]").search(flat, item.body, end)
    line = stop.start() if stop else end
    aspect = _aspect(page, item.body, line, Span(item.start, line + (flat[line : line + 1] == "。")), tail=end)
    if aspect and not aspect.focus and item.end > item.line_end:  # the focus stands in the next paragraph
        following = flat[item.line_end + 1 : min(item.end, item.line_end + 400)].split("\n")[0]
        if re.match("重点|主要|着重", following) and not re.search("带头", following[:8]):
            return NoticeAspect(aspect.text, aspect.said, aspect.span, _focus(following))
    return aspect


def _aspect(page: Page, start: int, end: int, said: Span, tail: int | None = None) -> NoticeAspect | None:
    """Make an aspect of a stretch of `flat`: its name alone, what stands after it as the focus."""
    flat = page.flat
    full = flat[start:end]
    rest = flat[start : min(tail or end, start + 600)]
    ends = [match.start() for match in (_ASPECT_END.search(full), _CUT.search(full)) if match]
    cut = min((n for n in ends if n > 1), default=len(full))
    quoted = _quoted(full)
    if quoted and quoted <= cut + 4:
        cut = quoted
    text = _clean(full[:cut])
    after = re.sub("^[”’」』]?(?:方面)?(?:的?(?:问题|情况|差距|不足))?", "", rest[cut:])
    focus = (
        _focus(after)
        if re.match(rf"[，。：；（—\t\n]*(?:重点|主要|着重|具体|看|检视|查摆|查找|是否|包括|{_FOCUS})", after)
        else ""
    )
    if rest[cut : cut + 1] == "\t" and not focus:
        focus = _focus(rest[cut:].strip("\t").split("\t")[0])  # the next cell of the table
    if not 2 <= len(_bare(text)) <= 200:
        return None
    found = page.found(None, *said)
    return NoticeAspect(text, found.said, found.span, focus)


def _quoted(full: str) -> int:
    """Tell where a quotation that opens the stretch ends, 0 where none does."""
    lead = _LEAD_WORDS.match(full)
    n = lead.end() if lead else 0
    closing = _PAIRS.get(full[n : n + 1])
    if closing is None or full[n] == "《":
        return 0
    depth = 0
    for position in range(n, len(full)):
        depth += (full[position] == full[n]) - (full[position] == closing)
        if depth == 0:
            whole = full[position + 1 :].lstrip("，。；：、") == "" or re.match(
                "方面|[，。；：（]|的|重点", full[position + 1 :]
            )
            return position + 1 if whole and position - n > 6 else 0
    return 0


def _focus(after: str) -> str:
    lead = _FOCUS_LEAD.match(after)
    words = after[lead.end() if lead else 0 :]
    return re.split("[。\n]", words, maxsplit=1)[0].strip(_EDGE + "）")


def _clean(text: str) -> str:
    text = text.strip(_EDGE)
    text = re.sub("^(?:一是|二是|三是|四是|五是|六是|七是|八是)", "", text)
    lead = _LEAD_WORDS.match(text)
    if lead and lead.end() < len(text) - 1:
        text = text[lead.end() :].strip(_EDGE)
    text = re.sub("(?:这)?(?:[一1]个)?方面$", "", text).strip(_EDGE)
    closing = _PAIRS.get(text[:1])
    if closing and text[0] != "《" and _quoted(text + "，") == len(text):
        text = text[1:-1].strip(_EDGE)
        if closing in "”":
            text = text.replace("‘", "“").replace("’", "”")
        text = re.sub("^在(?=带头)", "", re.sub("方面$", "", text))
    if text.count("（") > text.count("）"):
        text = text[: text.rfind("（")]
    if text.count("）") > text.count("（"):
        text = text.rstrip("）")
    return re.sub("^党的(?=[^、]{2}纪律$)", "", text.strip(_EDGE))


def _stated(text: str) -> tuple[int, str] | None:
    """Read the number that a sentence gives, the last one before its end."""
    found = [
        match
        for match in STATED.finditer(text)
        if match["unit"] not in ("条", "点", "方面") or "以下" in text[: match.start()][-6:]
    ]
    return (parse(found[-1]["n"]), found[-1][0]) if found else None


def _weigh(found: Candidate, stated: tuple[int, str] | None, like: float, *, examined: bool, base: float) -> None:
    found.score = base + like + examined
    if stated:
        found.stated, found.stated_words = stated
        found.score += 2 if stated[0] == len(found.aspects) else 0.5


# ---- lists within a sentence


def _in_sentences(page: Page) -> Iterator[Candidate]:
    for sentence in page.sentences:
        words = sentence.of(page.flat)
        if len(words) > 1500:
            continue
        if found := _announced(page, sentence, words) or _ending_alike(page, sentence, words):
            yield found
        if "方面" not in words and not STATED.search(words):
            continue
        context = words if _EXAMINE.search(words) else page.line(sentence.start).of(page.flat)[:200]
        if not _EXAMINE.search(context) or _NOT_NOW.search(words):
            continue
        for match in [*STATED.finditer(words), *re.finditer("等(?:几个)?方面", words)]:
            if found := _around(page, sentence, words, match):
                yield found


def _announced(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「对照检查重点：…方面；…方面。」, which gives no number."""
    match = _ANNOUNCED.search(words)
    if match is None or _NOT_EXAMINING.search(match[0][: match.start("body") - match.start()]):
        return None
    places = _cut(match["body"], re.compile("；"))
    led = sum(bool(re.search("方面[。”]?$|^在?带头", match["body"][a:b])) for a, b in places)
    return _placed(page, sentence, [(match.start("body") + a, match.start("body") + b) for a, b in places], led)


def _ending_alike(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「对照政治纪律、组织纪律、…」: three or more that end in the same word, and no number."""
    match = _ALIKE.search(words) if _EXAMINE.search(words) and not _NOT_NOW.search(words) else None
    if match is None or _NOT_EXAMINING.search(words[match.end() : match.end() + 12]):
        return None
    places = [(match.start("body") + a, match.start("body") + b) for a, b in _cut(match["body"], re.compile("[、和]"))]
    return _placed(page, sentence, places, len(places))


def _placed(page: Page, sentence: Span, places: list[tuple[int, int]], led: int) -> Candidate | None:
    if len(places) < 3 or led * 2 < len(places):
        return None
    aspects = [
        a for start, end in places if (a := _aspect(page, sentence.start + start, sentence.start + end, sentence))
    ]
    found = Candidate(aspects, sentence.start + places[0][0], sentence.of(page.flat), sentence, end=sentence.end)
    _weigh(found, None, 0.5, examined=True, base=1.0)
    return found if len(aspects) == len(places) else None


def _around(page: Page, sentence: Span, words: str, match: re.Match[str]) -> Candidate | None:
    groups = match.groupdict()
    stated = parse(groups["n"]) if groups.get("n") else 0
    clause = re.split("[，。；]", words[match.end() :], maxsplit=1)[0]
    before = words[max(words.rfind(stop, 0, match.start()) for stop in "。；") + 1 : match.start()]
    if _NOT_EXAMINING.search(clause) or re.search("征求|原因|根源|学习贯彻.{0,20}学习研讨", before[-60:]):
        return None
    places = _after(words, match, stated) if stated else []
    if not places and (not stated or groups["unit"] not in ("条", "点", "方面")):
        places = _before(words, match, stated)
    if len(places) < 2 or (not stated and (len(places) < 3 or not _EXAMINE.search(words))):
        return None
    offset = sentence.start
    aspects = [a for start, end in places if (a := _aspect(page, offset + start, offset + end, sentence))]
    if len(aspects) != len(places):
        return None
    found = Candidate(aspects, offset + places[0][0], words, sentence, end=offset + places[-1][1])
    led = sum(each.text.startswith("带头") for each in aspects) / len(aspects)
    _weigh(found, (stated, match[0]) if stated else None, led, examined=True, base=1.0)
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
    body = words[start:end].rstrip("。！？ ”")
    if re.match(r"[（(]?[一1①][）).、是]?", body):
        return []  # a numbered list
    return _trimmed(body, start, _split(body, stated), stated)


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
    floor = max(words.rfind(stop, 0, end) for stop in "。：") + 1
    fallback: list[tuple[int, int]] = []
    begins = [anchor.end() for anchor in _ANCHOR.finditer(words, floor, end)]
    if words[floor - 1 : floor] == "：" and re.match("[“在]?带头|[^。]*；", words[floor:end]):
        begins.insert(0, floor)
    for begin in begins:
        body = words[begin:end]
        if _ANCHORED_AGAIN.match(body):
            continue
        places = _split(body, stated)
        placed = [(begin + a, begin + b) for a, b in places]
        if stated and len(places) == stated:
            return placed
        short = len(places) >= 3 and all(b - a <= 14 for a, b in places) and not re.search("，", body)
        if short and (not stated or abs(len(places) - stated) <= 1):
            fallback = placed
    return fallback


def _split(body: str, stated: int) -> list[tuple[int, int]]:
    """Split a list in one sentence into its members, in the way that gives the stated number where there is one."""
    if body[:1] == "“" and body[-1:] == "”" and body.count("“") == 1:
        return [(a + 1, b + 1) for a, b in _split(body[1:-1], stated)]
    ways = [
        r"[；]",
        r"(?<=[”’」』])[、，和及以与]*(?=[“‘「『])",
        r"[、，和及以与；]+(?=在?带头)",
        "，",
        "、|以及|(?:和|及|与)(?=[^、和及与]*$)",
        "、",
    ]
    results = [_cut(body, re.compile(way)) for way in ways]
    if stated:
        for places in results:
            if len(places) == stated:
                return places
    for places, sure in zip(results, (True, True, True, False, False, False), strict=True):
        if sure and len(places) >= 2:
            return places
    return results[4] if "，" not in body else []


def _cut(body: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = 0
    for match in separator.finditer(body):
        inside = body[: match.start()]
        if inside.count("“") > inside.count("”") or inside.count("（") > inside.count("）"):
            continue
        places.append((start, match.start()))
        start = match.end()
    places.append((start, len(body)))
    return [(a, b) for a, b in places if len(_bare(body[a:b])) >= 2]


# ---- lines that begin alike, without numbers


def _in_lines(page: Page) -> Iterator[Candidate]:
    run: list[Span] = []
    start = 0
    flat = page.flat
    for line in [*flat.split("\n"), ""]:
        span = Span(start, start + len(line))
        start = span.end + 1
        if re.match("[“‘「]?(?:在)?带头|在[^。，；]{4,60}方面", line):
            run.append(span)
            continue
        if run and re.match("重点|主要|着重", line):
            continue
        if len(run) >= 2:
            yield from _lined(page, run)
        run = []


def _lined(page: Page, run: list[Span]) -> Iterator[Candidate]:
    flat = page.flat
    before = flat[: run[0].start].rstrip()
    place = Span(max(before.rfind("\n"), before.rfind("。", 0, len(before) - 1)) + 1, len(before))
    introduced = place.of(flat)
    if not _EXAMINE.search(introduced):
        return
    aspects = []
    for span in run:
        stop = flat.find("。", span.start, span.end)
        end = stop if stop >= 0 else span.end
        aspect = _aspect(page, span.start, end, Span(span.start, end), tail=span.end)
        if aspect:
            aspects.append(aspect)
    found = Candidate(aspects, run[0].start, introduced, place, end=run[-1].end)
    _weigh(found, _stated(introduced), 1.0, examined=True, base=2.0)
    if len(aspects) >= 2:
        yield found
