"""How a notice words an aspect: its name apart from number, 在…方面 and what to look at most."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.numbering import value_of
from assistant.language.part_names import CAUSES, MEASURES
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import NoticeAspect
from assistant.text import Span

_NUMERAL = "[2-9]|1[0-2]|[二两三四五六七八九十]|十[一二]"
_UNIT = "个方面|方面|个带头|个对照|个是否|个有没有|个是不是|项纪律|大纪律|个维度|个查一查|个聚焦|项重点|个重点|条|点|个层面|个角度|角度|维度|层面|项内容|个找一找|个目标|个要求"
STATED = re.compile(rf"(?P<n>{_NUMERAL})(?P<unit>{_UNIT})")
EXAMINE = re.compile("检视|查摆|查找|对照|自查|找差距|检查|剖析检查|查问题|找问题|找不足|党性分析|反思|方面剖析|剖析：")
NOT_EXAMINING = re.compile(f"{CAUSES}|{MEASURES}|征求|意见建议|学习研讨|专题学习|考核|评议|谈心|成效|取得")
NOT_NOW = re.compile(
    "(?:查摆|检视|查找|对照检查|剖析)了|查摆出|取得[^。；]{0,10}成效|生活会上，|去年|上一?年度[^，。、；：]{0,12}(?:查摆|从)"
)
_BY_ITSELF = re.compile("^“?(?:在|对照)?“?带头|方面(?:的?(?:问题|情况|差距|不足|表现))?”?$")
PARTS = re.compile(f"上一?年度|{CAUSES}|{MEASURES}|案例|存在的?(?:突出|主要)?问题|情况说明|基本情况|前言")
_FOCUS = r"(?:重点|主要|着重|突出|具体|深入|认真)?(?:检视|查摆|查找|对照|检查|剖析|反思|排查|看|围绕|聚焦|查)"
_FOCUS_LEAD = re.compile(
    r"^[，。：；（—\-\t\s]*(?:(?:重点|主要|着重|具体)(?:是(?!否)|为)?)?(?:检视|查摆|查找|对照|检查|剖析|反思|排查|看|查|包括|围绕|聚焦)?(?:自身|自己|本人|班子|个人)?(?:在|：)?"
)
_CUT = re.compile(
    r"[。；：\t\n]|[，（—]+(?=(?:重点|主要|着重|具体)|检视|查摆|查找|看|是否|深入查|着力|切实解决|逐一|要|其中|每[名人位个]|发言提纲|字数|篇幅)"
    r"|（(?=[^（）]{0,10}[0-9]{3}[^（）]{0,8}字)"
    r"|(?:重点|主要|着重)(?=检视|查摆|查找|对照|检查|看|反思|剖析)"
)
_ASPECT_END = re.compile(
    "方面(?=的?(?:问题|情况|差距|不足|短板)?(?:[，。；：、（）”\t\n—]|$)|重点|主要|着重|是否|存在|，)"
)
_LEAD_WORDS = re.compile(
    "^(?:是否)?(?:在|对照|从(?![严业])|围绕|聚焦|针对|紧扣|关于|检视|查摆|查找|重点|看(?=“)|对标)(?=[“‘「『《\u4e00-\u9fff])"
)
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》"}
_EDGE = "，。；：、,.;: \t\n（—-"


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


def is_aspect(head: str) -> bool:
    """Tell whether the first words of an item say by themselves that it is an aspect."""
    return _BY_ITSELF.search(head.partition("（")[0].strip()) is not None


def asks_examination(words: str) -> bool:
    """Tell whether a sentence asks people to examine themselves now."""
    return bool(re.search(f"{EXAMINE.pattern}|紧扣", words)) and not (
        NOT_NOW.search(words) or re.search("学习研讨|征求|听取意见", words)
    )


def make(page: Page, start: int, end: int, said: Span, tail: int | None = None) -> NoticeAspect | None:
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
        focus_of(after)
        if re.match(rf"[，。：；（—\t\n]*(?:重点|主要|着重|具体|看|检视|查摆|查找|是否|包括|{_FOCUS})", after)
        else ""
    )
    if rest[cut : cut + 1] == "\t" and not focus:
        focus = focus_of(rest[cut:].strip("\t").split("\t")[0])  # the next cell of the table
    if not 2 <= len(bare(text)) <= 200:
        return None
    found = page.found(None, *said)
    return NoticeAspect(text, found.said, found.span, focus)


def focus_of(after: str) -> str:
    """Take what is to be looked at from the words after an aspect's name: 「重点检视…」 without 重点检视."""
    lead = _FOCUS_LEAD.match(after)
    words = after[lead.end() if lead else 0 :]
    focus = re.split("[。\n]", words, maxsplit=1)[0].strip(_EDGE + "）…")
    return focus if bare(focus) else ""


def bare(text: str) -> str:
    """Keep the Chinese characters alone, to compare by."""
    return re.sub("[^\u4e00-\u9fff]", "", text)


def stated_in(text: str) -> tuple[int, str] | None:
    """Read the number that a sentence gives, the last one before its end."""
    found = [
        match
        for match in STATED.finditer(text)
        if match["unit"] not in ("条", "点", "方面") or "以下" in text[: match.start()][-6:]
    ]
    return (value_of(found[-1]["n"]), found[-1][0]) if found else None


def weigh(found: Candidate, stated: tuple[int, str] | None, like: float, *, examined: bool, base: float) -> None:
    """Set how surely a list is the aspects; a number that agrees with it counts most."""
    found.score = base + like + examined
    if stated:
        found.stated, found.stated_words = stated
        found.score += 2 if stated[0] == len(found.aspects) else 0.5


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


def _clean(text: str) -> str:
    text = text.strip(_EDGE)
    text = re.sub("^(?:一是|二是|三是|四是|五是|六是|七是|八是)", "", text)
    lead = _LEAD_WORDS.match(text)
    if lead and lead.end() < len(text) - 1:
        text = text[lead.end() :].strip(_EDGE)
    text = re.sub("(?:[等这]*[一二三四五六七八九十0-9]{1,2}个|这)?(?:方面)?$", "", text).strip(_EDGE)
    text = re.sub("^(?!有没有|有无|是否|是不是)(.{4,})的问题$", r"\1", text)
    closing = _PAIRS.get(text[:1])
    if closing and text[0] != "《" and _quoted(text + "，") == len(text):
        text = text[1:-1].strip(_EDGE)
        if closing == "”":
            text = text.replace("‘", "“").replace("’", "”")
        text = re.sub("^在(?=带头)", "", re.sub("方面$", "", text))
    if text.count("（") > text.count("）"):
        text = text[: text.rfind("（")]
    if text.count("）") > text.count("（"):
        text = text.rstrip("）")
    return re.sub("^党的(?=[^、]{2}纪律$)|^看(?=.{3,}情况$)|^查(?=[^找摆看处一])", "", text.strip(_EDGE))
