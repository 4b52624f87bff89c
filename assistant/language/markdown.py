"""The marks of Markdown that text from a chat program brings along, and what takes them off.

Seen in one paragraph at a time. Most marks speak for themselves; one that could be something else as well, above all
`**`, which people also put for what is to be filled in (「联系**县」), is believed only beside marks that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.language.numbering import ordinals
from assistant.patterns import compiled_later
from assistant.text import Edit, apply, paragraphs


class Mark(NamedTuple):
    """One mark of a paragraph: the edits that take it off, and whether it can be nothing else.

    `line`: the paragraph is nothing but the mark, and goes with it. `depth` is the level of a heading, 0 for none.
    """

    edits: tuple[Edit, ...]
    sure: bool = True
    line: bool = False
    depth: int = 0


_EMOJI = "\U0001f000-\U0001faff\u2705\u274c\u274e\u2728\u2753-\u2757\u2795\u2b50"  # ☑ ☆ ★ are written in forms
_ANY = compiled_later(rf"[*_`~#>|\\\u20e3{_EMOJI}]|^[-+] |\]\(|\[\^|^-{{3,}}$|^={{4,}}$|[【\[][0-9]{{1,2}}[】\]†]")
_SIGN = compiled_later(rf"[*_`~#>|\\\u20e3{_EMOJI}+=\[\]【-]")  # in all that `_ANY` finds, and sooner looked for
_RULE = compiled_later(r"(?:-{3,}|={4,}|\*{3,}|(?:\* ){2,}\*|(?:- ){2,}-)$")
_FENCE = compiled_later(r"`{3,}\w*$|~{3,}\w*$")
_ROW = compiled_later(r"\|.*\|$")
_BAR = compiled_later(r"[ \u3000]*\|[ \u3000]*")
_TABLE_RULE = compiled_later(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
# 「# 一、」「## 问题」「#一、」; not 「#1机组」「##paidbegin##」 or a 「#话题#」
_HEADING = compiled_later(
    r"(?P<depth>#{1,6})(?:[ \u3000]+(?=\S)|(?=[（“《]|[一二三四五六七八九十]{1,3}、)|(?<=##)(?!\w+##)(?=[\u4e00-\u9fff]))"
)
_SHORT_HEADING = compiled_later("(#)(?=[\u4e00-\u9fff][^#，。；\n]{1,28}$)")  # 「#存在的问题」: only beside other marks
_HEADING_END = compiled_later(r"[ \u3000]+#+$")
_QUOTE = compiled_later(r"(?:>[ \u3000]*)+(?=[\u4e00-\u9fff“《（*#>-]|[0-9]{1,2}[.、]|[0-9]{4}年)|>+$")
# a list's sign; not a page number 「- 3 -」 or a temperature
_BULLET = compiled_later(
    r"[-*+][ \u3000]+(?:\[[ xX]\][ \u3000]*)?(?=[\u4e00-\u9fff“《（*_`\[【]|[0-9]{1,2}[.、]|[0-9]{4}年)"
)
_PAIR = compiled_later(
    r"(?<![*_~])(?P<mark>\*{1,3}|_{2}|~~)(?=\S)(?![*_~])(?P<inside>(?:(?!(?P=mark))[^\n])*?[^\s*_~])(?P=mark)(?![*_~])"
)
_CHAIN = compiled_later(r"(?<!\*)(\*\*)[^*\s][^*\n]*(?:\*{4}[^*\s][^*\n]*)+(\*\*)(?!\*)")  # **学得浅；****用得少。**
_CODE = compiled_later(r"(`{1,2})([^`\n]+)\1")
_LINK = compiled_later(r"!?\[([^\[\]\n]*)\]\((?=[^()\s]*[./#])[^()\s]*(?: \"[^\"]*\")?\)|\[\^[0-9]+\]:?[ \u3000]*")
_ESCAPE = compiled_later(r"\\(?=[\\`*_{}\[\]()#+.!|>~-])")
# 1⃣ and ✅, which chat programs set before items
_PICTURED = compiled_later(rf"(?P<digit>[0-9])\u20e3[ \u3000]*|[{_EMOJI}]+[ \u3000]*")
_CITED = compiled_later(  # where it was found: 「…深入【1】，」「…深入[2]。」
    r"(?<=[\u4e00-\u9fff。，；！”）])(?:(?P<sure>【[0-9]{1,2}(?:[†:：][^【】\n]{0,20})?】)|\[[0-9]{1,2}(?:[,，-][0-9]{1,2})*\](?=[，。；、]|$))"
)
_OPENED = compiled_later(
    r"\*{2,3}(?=(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.、]))"
)

_FIGURE = compiled_later("[0-9][0-9.]*[%％万亿]?")  # 「**6**次」: nobody marks both sides of what is to be filled in
_STOPS = "，。；：、！？,;:）)”"
# What stands behind ** that is to be filled in: 「**县」「**公司」「**项」.
_UNIT = compiled_later(
    "[省市县区镇乡村局厅处科所校院个次项条名人年月日时户家级号字元万亿]|公司|集团|同志|单位|部门|支部|党[委组]|书记|主任|街道|社区"
)
# What is left between two names that a web page has put ** for: 「**思想、**理论」「***主义和***思想」.
_BETWEEN_MASKS = compiled_later("(?:重要)?(?:思想|理论|主义|讲话|论述|总?书记|主席|同志)(?:体系|精神)?[、和与及]")
_CONTENT = compiled_later(
    "[\u4e00-\u9fff]{2}|[\u4e00-\u9fff：、][：、]|[0-9]{1,2}[.、]|【|[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z]{2}|[“《（]"
)


def marks(paragraph: str) -> tuple[Mark, ...]:
    """Find the marks of a paragraph, in order; none overlaps another."""
    if not (_SIGN.search(paragraph) and _ANY.search(paragraph)):
        return ()
    if _RULE.match(paragraph) or _FENCE.match(paragraph):
        return (Mark((Edit(0, len(paragraph), ""),), line=True),)
    if "|" in paragraph and (_ROW.match(paragraph) or _TABLE_RULE.match(paragraph)):
        return _row(paragraph)
    found: list[Mark] = []
    at = 0
    while match := (_QUOTE.match(paragraph, at) or _HEADING.match(paragraph, at) or _BULLET.match(paragraph, at)):
        depth = len(match["depth"]) if "depth" in match.re.groupindex else 0
        edits = [Edit(*match.span(), "")]
        if depth and (end := _HEADING_END.search(paragraph, match.end())):
            edits.append(Edit(*end.span(), ""))
        found.append(Mark(tuple(edits), depth=depth))
        at = match.end()
    if not found and (match := _SHORT_HEADING.match(paragraph)):
        found.append(Mark((Edit(*match.span(), ""),), sure=False, depth=1))
        at = match.end()
    found += _inside(paragraph, at)
    return tuple(found)


def _row(paragraph: str) -> tuple[Mark, ...]:
    """Take a table's bars off: its cells are set apart by tabs."""
    if _TABLE_RULE.match(paragraph):
        return (Mark((Edit(0, len(paragraph), ""),), line=True, sure="|" in paragraph),)
    bars = [match.span() for match in _BAR.finditer(paragraph)]
    edits = [Edit(*span, "" if number in (0, len(bars) - 1) else "\t") for number, span in enumerate(bars)]
    return (Mark(tuple(edits), sure=False),)


def _inside(paragraph: str, begin: int) -> Iterator[Mark]:
    """Yield the marks within a paragraph from a place on: pairs, links, code, escapes."""
    taken = bytearray(len(paragraph))  # which characters belong to a mark already
    for pattern in (_LINK, _CITED, _PICTURED, _CODE, _CHAIN, _PAIR, _OPENED, _ESCAPE):
        at = begin
        while match := pattern.search(paragraph, at):
            edits, at = _edits(pattern, match), match.end()
            if pattern is _PAIR:
                at = match.end() if _could_be(paragraph, match) else match.end("mark")
                if at != match.end():
                    continue
            if any(1 in taken[edit.start : edit.end] for edit in edits):
                continue
            for edit in edits:
                taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
            sure = _is_sure(paragraph, match) if pattern is _PAIR else pattern is not _OPENED
            yield Mark(edits, sure and not (pattern is _CITED and not match["sure"]))


def _edits(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[Edit, ...]:
    start, end = match.span()
    if pattern is _CHAIN:
        return tuple(Edit(start + each.start(), start + each.end(), "") for each in re.finditer(r"\*+", match[0]))
    if pattern is _PAIR:
        return Edit(start, match.end("mark"), ""), Edit(match.end("inside"), end, "")
    if pattern is _CODE:
        return Edit(start, match.start(2), ""), Edit(match.end(2), end, "")
    if pattern is _LINK and match[1]:
        return Edit(start, match.start(1), ""), Edit(match.end(1), end, "")
    if pattern is _PICTURED and match["digit"]:
        return (Edit(start + 1, end, "."),)
    return (Edit(start, end, ""),)


def _could_be(paragraph: str, match: re.Match[str]) -> bool:
    """Tell a pair of signs from two that are each to be filled in: 「联系**县，到过**村」, 「**思想、**理论」."""
    inside = match["inside"]
    if _FIGURE.fullmatch(inside):
        return True
    if _BETWEEN_MASKS.fullmatch(inside):
        return False
    filled = _UNIT.match(inside) and (_UNIT.match(paragraph, match.end()) or inside[-1] in "和与、，")
    return not filled and inside[0] not in f"{_STOPS}的了和与及为是在等中上下" and len(inside) > 1


def _is_sure(paragraph: str, match: re.Match[str]) -> bool:
    """Tell whether a pair can be nothing but bold: it leads, or is closed before a stop, and no unit stands behind it."""
    mark, inside = match["mark"], match["inside"]
    if mark == "~~" or (mark == "**" and _FIGURE.fullmatch(inside)):
        return True
    closed = inside[-1] in "。：；！？" and not _UNIT.match(paragraph, match.end())
    if (_UNIT.match(inside) and not closed) or not _CONTENT.match(inside):
        return False
    before, after = paragraph[: match.start()], paragraph[match.end() : match.end() + 1]
    leads = (
        not before.strip()
        or before[-1] in f"{_STOPS}“（"
        or any(each.end == match.start() for each in ordinals(before + "字"))
    )
    ends = not after or after in _STOPS or inside[-1] in _STOPS
    if mark in ("__", "*"):  # a single * also stands for what is to be filled in
        return leads and ends
    return closed or (leads and not _UNIT.match(paragraph, match.end())) or ends


def edits(found: Iterable[tuple[int, str, Sequence[Mark]]]) -> tuple[Edit, ...]:
    """Give the edits that take all marks off a text, given as start, text and marks of its paragraphs."""
    lines = list(found)
    if not any(mark.sure for _, _, each in lines for mark in each):
        return ()
    wanted: list[Edit] = []
    for number, (start, paragraph, each) in enumerate(lines):
        for mark in each:
            if mark.line:
                last = number == len(lines) - 1
                alone = not wanted or wanted[-1].end < start
                wanted.append(Edit(start - (last and start > 0 and alone), start + len(paragraph) + (not last), ""))
            else:
                wanted += [Edit(start + edit.start, start + edit.end, edit.replacement) for edit in mark.edits]
    return tuple(wanted)


def plain(text: str) -> tuple[str, dict[str, int]]:
    """Take the marks off a text; also give the lines that were headings by their marks alone, with their level."""
    found = [(start, paragraph, marks(paragraph)) for start, paragraph in paragraphs(text)]
    wanted = edits(found)
    if not wanted:
        return text, {}
    headings: dict[str, int] = {}
    for _, paragraph, each in found:
        depth = max((mark.depth for mark in each), default=0)
        if depth:
            headings[apply(paragraph, [edit for mark in each for edit in mark.edits]).strip()] = depth
    return apply(text, wanted), headings
