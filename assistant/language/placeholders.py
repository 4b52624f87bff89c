"""Placeholders left in a text: X, XX, ××, **, 某某, ____, 20XX, △△, N名, 【…】, [此处…].

Found in one paragraph at a time. What of it is a mark of Markdown, as `**…**` may be, is told by `markdown` and left out
by whoever sees the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.names import hides_a_name
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

# Chinese words on both sides of × make it a multiplication sign: 长×宽, 单价×数量.
_FACTOR = "长宽高厚深价量率数积额重径时天"

_PLACEHOLDER = compiled_later(
    # 【姓名】, at most 20 characters inside
    r"【(?!(?:19|20)[0-9]{2}】|[一二三四五六七八九十]{1,3}】|[0-9]{1,2}】|(?:摘要|关键词|正文|标题|导语|编者按|精选|优选|精品|热门|最新|完整|通用|范文|范本|模板|样本|篇[0-9一二三四五六七八九十]{1,3})】)[^【】\n]{0,20}】"
    # [此处填写职务] ［姓名］ 〔待补〕 {单位} <姓名>; blanks in brackets （  ）
    r"|[\[［][^\[\]［］\n]{1,30}[\]］]"
    r"|〔(?:此处|待|请|填)[^〔〕\n]{0,20}〕|〔[.．…·]{1,6}〕"
    r"|\{\{?[^{}\n]{1,20}\}?\}|<[^<>\n]{1,20}>"
    r"|[（(](?:此处|待补|待填|待定|请填)[^（）()\n]{0,20}[)）]|[（(][ \u3000]+[)）]"
    # the writer's own doubt: （待确认）, （数字待查）
    r"|[（(][^（）()，。；：\n]{0,4}(?<!有)待(?:再|进一步)?(?:确认|核对|核准|查证?|查[实对])[)）]"
    # a year with its end open: 20XX年, 202X年
    r"|(?:19|20)[0-9]?(?:[XxＸｘ]{1,2}|[×＊*]{1,2})(?=年)|20(?:XX|xx|××)(?![A-Za-z0-9×])"
    r"|(?:19|20)[_＿]{1,2}(?=年)"
    # runs of X, also full width; not inside Latin words, X光, 3x5. The Roman numeral ten only doubled or counting:
    # Ⅹ月ⅩⅩ日, not 第Ⅹ卷, Ⅹ类, ⅩⅡ. The last X of an identity number is a digit
    r"|(?<![A-Za-zⅠ-ⅿ])(?<![0-9]{17})(?:[XＸⅩ]{2,}|[xｘⅹ]{2,}|[XＸ]|[xｘ]|[Xx]{2,}|[Ⅹⅹ](?=[年月日时个项条次名人方县市区局镇乡村]))"
    r"(?![A-Za-zⅠ-ⅿ])(?!光|射线|线机|轴|染色体|型血|[-‑]ray)"
    r"|[×✕╳]+|[*＊﹡]+"
    r"|(?<![《〈])某{2,}|某{2,}(?!》|(?:办法|规定|条例|细则|制度|规则|意见)(?:（[^（）]{1,6}）)?[》〉])|[_＿]{2,}|[□]{2,}|△{2,}|●{2,}|(?<![一二三四五六七八九十])○{2,}(?![一二三四五六七八九十])"
    # N名, A同志: a letter for a number or a name; not 1+N, 第N, N95. And what a copy has left out: （略）
    r"|(?<![A-Za-z0-9+＋×第“‘/-])[NＮ](?=[名项条件户家])|(?<![A-Za-z0-9])[A-D](?=同志)|[（(]略[)）]"
    # 待补 as a mark of its own
    r"|(?<![有亟尚])待补(?![充齐足强短课上])"
)
# Established names with an X in them: 维生素X, “双X”; 1+X证书, 2+X模式, 1+N+X.
_NAME = compiled_later("(?:维生素|乘以|[“‘]双|[0-9N][+＋])$")
_JOINED = compiled_later("[xXｘＸ][+＋]|[+＋][xXｘＸ]")  # X+党建, “支部+X”: the name of a way of working
_NAMED_X = compiled_later("[“‘][^“”‘’XxＸ×]{2,8}$")  # “数据要素×”, “415X”: the name of a programme
_UNDOING = compiled_later("[去泛](?:[XxＸｘ]{2}|[×✕╳]{2})化(?![工肥学纤验妆解])")  # a manner of speaking: 去XX化
_TIMES = compiled_later(r"[0-9.]+倍")
# What is said of those whom a case is about. No 典型 or 调查 alone: one may also be a good example.
_CASE = compiled_later(
    "案(?:例|件|中|发|情)?(?=[，。；：、的中]|$)|违纪|违法|违规|受贿|行贿|贪污|挪用|侵占|处分|落马|查处|留置|立案|审查|双开|开除党籍|判处|获刑|忏悔|反面典型|通报|围猎|收受|索贿"
)
# 五万（用户×小时）
_UNIT_PRODUCT = compiled_later("[0-9一二三四五六七八九十百千万亿]（[\u4e00-\u9fff]{1,4}[×✕][\u4e00-\u9fff]{1,4}）")
_MULTIPLIED = compiled_later(r"[0-9）)]\s*(?:厘米|毫米|分米|公里|米)?\s*$"), compiled_later(r"\s*[0-9（(]")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder; the span is in the paragraph. `name` if a family name stands before it: 「李某某」, 「张××」."""

    span: Span
    name: bool = False


def find(paragraph: str) -> tuple[Placeholder, ...]:
    """Find the placeholders of a paragraph, one for each run, spanning exactly it."""
    found: list[Placeholder] = []
    for match in _matches(paragraph):
        if match[0][0] in "×✕╳*＊xXｘＸ" and _is_sign(paragraph, match.start(), match.end()):
            continue
        before = paragraph[: match.start()]
        if match[0][0] == "<" and before.count("《") > before.count("》"):
            continue  # 《关于修改<某法>的决定》
        name = match[0][0] in "某×✕╳*＊XＸxｘ" and hides_a_name(paragraph, *match.span())
        found.append(Placeholder(Span(*match.span()), name))
    return tuple(found)


def is_of_a_case(paragraph: str, span: Span) -> bool:
    """Tell whether the sentence of a placeholder tells of somebody's breach, where names are hidden on purpose."""
    sentence = sentence_at(paragraph, span.start)
    return _CASE.search(paragraph, *sentence) is not None


def _matches(paragraph: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _PLACEHOLDER.search(paragraph, at):
        named = _is_named(match[0])
        at = match.end() if named else match.start() + 1
        if named:
            yield match


def _is_named(written: str) -> bool:
    """Tell [姓名] from [1], and <姓名> from <br>.

    Not told by the pattern: one that holds all Chinese characters takes long to compile.
    """
    if written[0] not in "[［<":
        return True
    inside = written[1:2] if written[0] == "<" else written
    if all(character in "一二三四五六七八九十" for character in written[1:-1]):
        return False  # [一] numbers a heading
    return any("\u4e00" <= character <= "\u9fff" for character in inside)


def _is_sign(paragraph: str, start: int, end: int) -> bool:
    """Tell whether X, × or * is part of a name or a manner of speaking, a multiplication sign or a list bullet."""
    if _NAME.search(paragraph, max(0, start - 4), start) or _TIMES.match(paragraph, end):
        return True
    if end - start == 1 and _JOINED.search(paragraph[max(0, start - 1) : end + 1]):
        return True
    if _UNDOING.match(paragraph, max(0, start - 1)):
        return True
    before, after = _MULTIPLIED
    if end - start < 3 and before.search(paragraph, max(0, start - 6), start) and after.match(paragraph, end):
        return True
    if paragraph[start] in "*＊" and not paragraph[:start].strip() and paragraph[end : end + 1] == " ":
        return True
    around = paragraph[start - 1 : start] + paragraph[end : end + 1]
    named = around[-1:] in ("”", "’") and _NAMED_X.search(paragraph, 0, start)
    product = paragraph[start] in "×✕" and any(m.start() < start < m.end() for m in _UNIT_PRODUCT.finditer(paragraph))
    factors = paragraph[start] in "×*xX" and len(around) == 2 and all(c in _FACTOR for c in around)
    return end - start == 1 and bool(named or factors or product)
