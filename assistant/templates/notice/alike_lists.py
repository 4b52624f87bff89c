"""Lists of aspects that are known by their likeness: three or more lines or members that begin or end alike (「查理想信念、查组织观念、…」)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.templates.notice.aspect_names import EXAMINE, NOT_EXAMINING, NOT_NOW, Candidate, make, stated_in, weigh
from assistant.templates.notice.list_cuts import cut, placed
from assistant.templates.notice.page import Page
from assistant.text import Span

_ALIKE = re.compile(
    "(?:对照|围绕|从|聚焦)(?:党的)?(?P<body>[\u4e00-\u9fff]{2,14}?(?P<tail>纪律|情况|方面|意识)(?:、[\u4e00-\u9fff]{2,14}?(?P=tail)){2,}(?:和[\u4e00-\u9fff]{2,14}?(?P=tail))?)"
)
_ALIKE_LEAD = re.compile(
    "(?:^|(?<=[即：，。”]))(?P<lead>(?:在|对照)?带头[^，；。]{3,40}|在[^，；。]{3,40}方面(?=，)|查[^，；。]{2,20}(?=，看))"
)
_GOES_ON = re.compile("，(?:深入|认真|进行|开展|全面|逐一|深刻)[^，]{0,8}(?:检视|查摆|查找|剖析|对照|检查)[^；]*$")
_SHARED_HEAD = re.compile(  # 「查理想信念、查组织观念、…」「有没有…，有没有…，…」
    "(?P<body>(?P<head>对照(?!检查)|查一查|看一看|查(?![摆找])|看|找|有没有|有无|是否|是不是|能否)[^、，。；：“”]{2,24}"
    "(?:[、，；和]+(?:以及)?(?P=head)[^、，。；：“”]{2,24}){2,})"
)
_COUNTED_HEAD = re.compile(  # 「五个进一步”，即进一步…、进一步…」
    "[二三四五六七八2-8]个(?P<head>[\u4e00-\u9fff]{2,4}?)”?(?:方面|要求)?(?:（(?:即)?|，?(?:即|分别[是为]|具体[是为])：?|：)(?P<body>(?P=head)[^。；\n）]+)"
)
_HEAD_COUNTED = re.compile(  # 「绝对忠诚、绝对担当、绝对为民三个绝对」
    "(?P<body>(?P<head>[\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{2,12}(?:[、，和](?P=head)[\u4e00-\u9fff]{2,12}?){2,})等?[三四五六七3-7]个“?(?P=head)"
)
_MEMBER = "[^、，。；：“”（）\n]{2,14}"
_ENUMERATED = (  # 「重点查摆A、B、C方面的问题」「围绕A、B、C，深入查摆」
    re.compile(
        f"(?:查摆|检视|查找|围绕|聚焦)(?:自身|自己|本人)?(?:在)?(?P<body>{_MEMBER}(?:、{_MEMBER}){{2,}}?(?:和{_MEMBER}?)?)等?方面的?(?:突出|主要|具体|存在|的)*(?:问题|不足|差距)"
    ),
    re.compile(
        f"(?:围绕|聚焦)(?P<body>{_MEMBER}(?:、{_MEMBER}){{2,}})，(?:[^。；，]{{0,16}}，)?(?:深入|认真|逐[条项一]|全面|重点|切实)*(?:查摆|检视|查找)"
    ),
)
_QUOTED = re.compile(  # 「围绕“A、B、C、D”查找问题」
    f"(?:围绕|聚焦|从)“(?P<body>{_MEMBER}(?:、{_MEMBER}){{2,}})”[^，。；]{{0,8}}(?:检视|查摆|查找|对照检查|剖析)"
)
_STANDARDS = re.compile("主题|要求|精神|部署|意见|标准|目标|党章|条例|准则|讲话|反馈|任务")
HEADING = 30


def in_lines(page: Page) -> Iterator[Candidate]:
    """Yield runs of lines that begin alike and have no numbers."""
    run: list[Span] = []
    start = 0
    flat = page.flat
    for line in [*flat.split("\n"), ""]:
        span = Span(start, start + len(line))
        start = span.end + 1
        if re.match(
            "[“‘「]?(?:在)?带头|在[^。，；]{4,60}方面|[^，。；：]{2,8}方面：(?:看|查|重点|是否|主要)|(?:看一看|查一查|找一找|有没有|有无|是否|能否|是不是|会不会|对照(?!检查))[^。]{3,40}[；。]?$",
            line,
        ):
            run.append(span)
            continue
        if run and re.match("重点|主要|着重", line):
            continue
        if len(run) >= 2:
            yield from _lined(page, run)
        run = []


def ending_alike(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「对照政治纪律、组织纪律、…」: three or more that end in the same word, and no number."""
    match = _ALIKE.search(words) if EXAMINE.search(words) and not NOT_NOW.search(words) else None
    if match is None or NOT_EXAMINING.search(words[match.end() : match.end() + 12]):
        return None
    places = [(match.start("body") + a, match.start("body") + b) for a, b in cut(match["body"], re.compile("[、和]"))]
    return placed(page, sentence, places, len(places))


def beginning_alike(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「在带头…方面，重点看…；在带头…方面，重点看…」, 「查…，看…；查…，看…」: three or more, and no number."""
    if words.count("；") < 2 or NOT_NOW.search(words):
        return None
    line = page.line(sentence.start)
    before = page.line(line.start - 1).of(page.flat) if line.start and sentence.start == line.start else ""
    if not EXAMINE.search(page.flat[line.start : sentence.start] + before[-HEADING:] + words):
        return None
    first = _ALIKE_LEAD.search(words)
    if first is None or NOT_EXAMINING.search(words[: first.start()]):
        return None
    offset = first.start("lead")
    places = [(offset + a, offset + b) for a, b in cut(words[offset:], re.compile("；"))]
    last = _GOES_ON.search(words, *places[-1])
    places[-1] = (places[-1][0], last.start() if last else places[-1][1])
    if any(not _ALIKE_LEAD.match(words[a:b]) for a, b in places):
        return None
    drop = 1 if first["lead"].startswith("查") else 0  # 「查理论学习」
    found = placed(page, sentence, [(a + drop, b) for a, b in places], len(places))
    if found:
        found.introduced = before + words[:offset]
    return found


def sharing_head(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read a list whose members begin alike: 「党员要查理想信念、查组织观念、查工作作风」, three or more, and no number."""
    match = _COUNTED_HEAD.search(words) or _HEAD_COUNTED.search(words) or _SHARED_HEAD.search(words)
    line = page.line(sentence.start)
    if match is None or NOT_NOW.search(words) or not EXAMINE.search(page.flat[line.start : sentence.start] + words):
        return None
    drop = len(match["head"]) if match["head"] in ("查", "看", "找") else 0
    places = cut(match["body"], re.compile(f"[、，；和]+(?:以及)?(?={match['head']})"))
    if places and (more := match["body"].find("，", *places[-1])) >= 0:
        places[-1] = (places[-1][0], more)
    places = [(match.start("body") + a + drop, match.start("body") + b) for a, b in places]
    return placed(page, sentence, places, len(places))


def enumerated(page: Page, sentence: Span, words: str) -> Candidate | None:
    """Read 「重点查摆A、B、C方面的问题」 and 「围绕A、B、C，深入查摆」: three or more short names, and no number."""
    if NOT_NOW.search(words):
        return None
    for pattern in (*_ENUMERATED, _QUOTED):
        match = pattern.search(words)
        if (
            match
            and not NOT_EXAMINING.search(words[: match.end()][-HEADING - len(match[0]) :])
            and not _STANDARDS.search(match["body"])
        ):
            places = [
                (match.start("body") + a, match.start("body") + b)
                for a, b in cut(match["body"], re.compile("、|和(?=[^、和]*$)"))
            ]
            return placed(page, sentence, places, len(places))
    return None


def _lined(page: Page, run: list[Span]) -> Iterator[Candidate]:
    flat = page.flat
    before = flat[: run[0].start].rstrip()
    place = Span(max(before.rfind("\n"), before.rfind("。", 0, len(before) - 1)) + 1, len(before))
    introduced = place.of(flat)
    if not EXAMINE.search(introduced):
        return
    aspects = []
    for span in run:
        stop = flat.find("。", span.start, span.end)
        end = stop if stop >= 0 else span.end
        aspect = make(page, span.start, end, Span(span.start, end), tail=span.end)
        if aspect:
            aspects.append(aspect)
    found = Candidate(aspects, run[0].start, introduced, place, end=run[-1].end)
    weigh(found, stated_in(introduced), 1.0, examined=True, base=2.0)
    if len(aspects) >= 2:
        yield found
