"""The aspects (带头, 方面) that a notice asks people to examine themselves by.

Numbered lists, lists in one sentence and lines that begin alike are all candidates; a list counts only where its
introduction or its own wording says that it is for examination, so that steps, agendas and causes are no aspects.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.templates.notice.alike_lists import in_lines
from assistant.templates.notice.aspect_names import (
    EXAMINE,
    NOT_EXAMINING,
    PARTS,
    STATED,
    Candidate,
    bare,
    focus_of,
    is_aspect,
    make,
    stated_in,
    weigh,
)
from assistant.templates.notice.list_cuts import split
from assistant.templates.notice.mixed_lists import aspects_among
from assistant.templates.notice.numbered_lists import Item, Listing, introduction
from assistant.templates.notice.page import Page
from assistant.templates.notice.running_lists import in_sentences
from assistant.templates.notice.values import NoticeAspect
from assistant.text import Span

_ASPECT_COLUMN = re.compile("(?:^|\t)[^\t\n]{0,6}(?:方面|维度|带头)(?:\t|$)")
_STEPS = re.compile(
    "组织学习|学习研讨|征求意见|听取意见|谈心|谈话|撰写|会前|会后|召开|通报|整改方案|整改落实|报送|督导|领导|审核|时间|地点|参加人员|主持|记录|批评和自我批评|民主测评|民主评议|宣读|总结|纪律要求|材料|字数|主题|格式|提高认识|程序|对象|范围|联系人"
)
_SETS = re.compile("字数|[0-9]字|[0-9]月[0-9]+日|下班前|点前|发我|交我|邮箱|单独成段|收到请")
_NAMED_AT_ONCE = re.compile(  # 「带头…（800字左右）」「政治忠诚（500—600字）」
    "在?带头|(?![^（]*(?:材料|提纲|发言|班子|成员|党员|个人|支部|全文|整改|原因|措施|问题))[一-鿿“”、]{2,24}（[^（）]{0,10}[0-9]{3}[^（）]{0,8}字"
)
_WHO = re.compile("(?:关于)?(?:领导|党委|党组)?(?:支部|班子|支委会?|党员|成员|个人|领导干部|委员会|对照检查|材料)+")
_ASPECT_LIKE = re.compile("带头|方面|是否|^对照|^看|^查|纪律$|^“?在")
_NOT_ADDED = re.compile(f"{NOT_EXAMINING.pattern}|材料|提纲|字数|[0-9]字")
_MORE = "增加|新增|加上|补充|另加|增设|增列|再加|加查|加入"
_ALSO = "还要|还应|还须|还需|同时要|一并"
_NAMED = "(?<!对)“(?P<{0}>[^“”]{{3,60}})”(?:(?:这一|这个|一个|1个|等)?(?:方面|内容)|(?=[，。；]))"
_SEVERAL = "(?P<several>“[^“”]{3,60}”(?:[、和及与]?“[^“”]{3,60}”)+)(?:等?[两二三23]个)?(?:方面|内容)"
_OWN = re.compile(
    f"(?:{_MORE})[^。；“\n]{{0,24}}?(?:{_SEVERAL}|{_NAMED.format('quoted')}"
    "|(?:一|1|两|2)?个?(?:方面|内容|带头)(?:，即|，|：|即)：?“?(?P<after>[^。；”\n]{4,60})"
    "|(?P<before>[^“”，。；\n]{4,50})(?:这一|一个|1个|这个)?方面)"
    f"|(?:{_ALSO})[^。；“\n]{{0,10}}?(?:对照|检视|查摆|检查|查找)+在?(?:{_NAMED.format('also_quoted')}"
    "|(?P<also>[^“”，。；\n]{4,50}?)方面)"
    f"|(?:以下|上述)[二三四五六七2-7]个方面，?(?:和|以?及|并|加上?)+{_NAMED.format('joined')}"
)
_GROUPS = ("several", "joined", "quoted", "also_quoted", "after", "before", "also")


def candidates(page: Page, lists: list[Listing]) -> list[Candidate]:
    """Find all lists that read as aspects, in the order of the text."""
    found = [each for listing in lists if (each := _among_parts(page, listing) or _numbered(page, listing))]
    found += in_sentences(page)
    found += in_lines(page)
    return sorted(found, key=lambda each: each.anchor)


def best(found: list[Candidate]) -> Candidate | None:
    """Choose the list that most surely is the aspects: the highest score, then the first."""
    return max(found, key=lambda each: (each.score, -each.anchor), default=None)


def added(page: Page, chosen: Candidate, limit: int) -> list[NoticeAspect]:
    """Find aspects that a sentence adds to a list (「结合实际，增加“…”方面」), up to a place in `flat`.

    The sentence that introduces the list may add one too, if it quotes it.
    """
    known = {bare(each.text) for each in chosen.aspects}
    found: list[NoticeAspect] = []
    introducing = page.sentence(chosen.place.start).start
    for sentence in page.sentences:
        later = chosen.end <= sentence.start < limit
        if not later and sentence.start != introducing:
            continue
        words = sentence.of(page.flat)
        match = _OWN.search(words) if not _NOT_ADDED.search(words) else None
        if (
            match is None
            or not EXAMINE.search(words + chosen.introduced)
            or not (later or match["quoted"] or match["joined"])
        ):
            continue
        group = next(name for name in _GROUPS if match[name])
        offset = sentence.start + match.start(group)
        whole = [(0, len(match[group]))]
        for start, end in split(match[group], 0) if "；" in match[group] or group == "several" else whole:
            aspect = make(page, offset + start, offset + end, sentence)
            if aspect and bare(aspect.text) not in known:
                known.add(bare(aspect.text))
                found.append(aspect)
    return found


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
    named = [is_aspect(head) or _NAMED_AT_ONCE.match(head) is not None for head in heads]
    sets = sum(bool(_SETS.search(head)) and not is_named for head, is_named in zip(heads, named, strict=True))
    if sets * 3 >= len(items):
        return None  # how long, by when, where to
    parts = sum(bool(PARTS.search(head)) and "带头" not in head for head in heads)
    sentence = page.sentence(items[0].start)
    within = sentence.of(page.flat) if items[-1].start < sentence.end else ""  # 「围绕①…②…六个方面查找不足」
    examined = bool(EXAMINE.search(introduced) or EXAMINE.search(above) or EXAMINE.search(within))
    stated = stated_in(introduced) or stated_in(above) or stated_in(within)
    excluded = NOT_EXAMINING.search(introduced) or re.search(
        "包括|框架|结构|部分|议程|程序|步骤|环节", introduced[-24:]
    )
    led = sum(head.startswith(("带头", "在带头", "“带头", "对照“带头")) for head in heads)
    other = bool(excluded) and led * 2 <= len(items) and not STATED.search(introduced)
    if all(_WHO.fullmatch(head) for head in heads) or steps * 2 >= len(items) or parts * 2 >= len(items) or other:
        return None
    matching = stated is not None and stated[0] == len(items)
    if not (led * 2 > len(items) or (examined and (like * 2 >= len(items) or matching or _announces(introduced)))):
        return None
    if sum("方面" in _opening(page, item) for item in items) and NOT_EXAMINING.search(introduced) and not led:
        return None
    aspects = [_item_aspect(page, item) for item in items]
    if within and aspects[-1] and page.flat[items[-1].start - 1] not in "，；：。、":
        aspects[-1] = replace(aspects[-1], focus="")  # what follows belongs to the whole sentence
    labelled = bool(_WHO.fullmatch(above))  # 「1.支部班子。对照以下方面查摆：（1）…」
    introduced = f"{above}，{introduced}" if labelled else introduced
    found = Candidate([each for each in aspects if each], items[0].start, introduced, place, end=items[-1].line_end)
    weigh(found, stated, like / len(items), examined=examined, base=2.0 + (led * 2 > len(items)) + labelled / 2)
    return found if len(found.aspects) >= 2 else None


def _among_parts(page: Page, listing: Listing) -> Candidate | None:
    """Read the aspects of a list that names the other parts as well."""
    among = aspects_among(page, listing)
    items = listing.items[among.start : among.stop]
    made = [each for each in (_item_aspect(page, item) for item in items) if each]
    if len(made) < 2:
        return None
    place = introduction(page, listing)
    introduced = place.of(page.flat)
    found = Candidate(made, items[0].start, introduced, place, end=items[-1].line_end)
    weigh(found, stated_in(introduced), 1.0, examined=True, base=3.0)
    return found


def _announces(introduced: str) -> bool:
    """Tell whether a sentence ends in announcing what to examine (「重点查摆以下内容：」)."""
    table = re.search("(?:^|\n)[^\n]*\t[^\n]*$", introduced.rstrip("\n"))
    if table and (re.search("对照|检视|查摆", table[0]) or _ASPECT_COLUMN.search(table[0].strip("\n"))):
        return True
    return bool(re.search("(?:检视|查摆|查找|对照)[^。]{0,20}：(?:\n|$)", introduced.rstrip() + "\n"))


def _opening(page: Page, item: Item) -> str:
    return page.flat[item.body : min(item.end, item.body + 60, max(item.line_end, item.body))]


def _item_aspect(page: Page, item: Item) -> NoticeAspect | None:
    end = min(item.end, item.line_end)
    flat = page.flat
    stop = re.compile("[。\n]").search(flat, item.body, end)
    line = stop.start() if stop else end
    aspect = make(page, item.body, line, Span(item.start, line + (flat[line : line + 1] == "。")), tail=end)
    if aspect and not aspect.focus and item.end > item.line_end:  # the focus stands in the next paragraph
        following = flat[item.line_end + 1 : min(item.end, item.line_end + 400)].split("\n")[0]
        if re.match("重点|主要|着重", following) and not re.search("带头", following[:8]):
            return NoticeAspect(aspect.text, aspect.said, aspect.span, focus_of(following))
    return aspect
