"""标题似有多余字样

检查什么：标题里的“范文”“模板”“精选”“(2篇)”“（通用版）”，标题末尾的编号，单独一行的“篇一”“【篇1】”。
为什么：这些字样一般不出现在上报材料里，审核时容易引起疑问。
怎么改：改用本次会议要求的标题；正文也请对照本人情况通读一遍。
"""

import sys
from bisect import bisect_right
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_LONGEST = 60  # characters of a line that is looked at
_NUMERAL = "[0-9一二三四五六七八九十两]{1,3}"
# 范文杰 is a name, 「三篇文章」 are read, 样本检测中心 is a unit
_IN_TITLE = compiled_later(
    r"[（(【](?:参考|通用|最新|完整|精选|优选|精品|热门)版?[)）】]"
    rf"|[（(【](?:参考|通用)?(?:范文|模板|范本|样本|样文|例文|参考文本)[0-9]*[)）】]|[（(【](?:精选|通用|最新|共)?{_NUMERAL}篇[)）】]"
    rf"|(?:参考)?范文(?:{_NUMERAL}篇|大全|精选|参考|集锦|汇编|模板|[0-9]+|$)|(?:参考)?(?:模板|范本|样文|例文|参考文本)$"
    rf"|(?:精选|通用|最新|合集|优选|热门|共)[ \u3000]?{_NUMERAL}篇|{_NUMERAL}篇$"
)
_SUFFIX = compiled_later("(?<=材料|报告|提纲|检查|剖析)[0-9]{1,2}$")
_CERTAIN = compiled_later("范文|范本|例文|精选|模板|^[（(【](?!最新版|完整版)")
_LINE = compiled_later(
    rf"[（(【](?:共|合集)?{_NUMERAL}篇[)）】]|(?:【?篇{_NUMERAL}】?|第{_NUMERAL}篇)(?:[:：].{{0,40}})?"
    rf"|[（(【]?范文{_NUMERAL}?[)）】]?[:：]?"
)
# of these one stands in all that the two look for
_STEMS = compiled_later("篇|[范例样]文|模板|[范样]本|参考|通用|最新|完整|[精优]选|精品|热门")


def check(facts: Facts) -> Iterator[Finding]:
    fronts = [(m.start, m.sections[0].start if m.sections else m.title_span.end) for m in facts.outline.materials]
    for start, text in facts.where(_short):
        stem = _STEMS.search(text)
        if stem and _LINE.fullmatch(text):
            yield _finding(Span(start, start + len(text)), text, f"{quoted(_bare(text))}单独成行。")
        elif text[-1] not in "。，；：" and _is_in_one(fronts, start):
            for match in _IN_TITLE.finditer(text) if stem else ():
                seen = f"标题里留有{quoted(_bare(match[0]))}{'二字' if len(_bare(match[0])) == 2 else '字样'}。"
                yield _finding(Span(*match.span()).shifted(start), match[0], seen)
            for match in _SUFFIX.finditer(text):
                seen = f"标题末尾有编号“{match[0]}”。"
                yield _finding(Span(*match.span()).shifted(start), match[0], seen)


def _short(paragraph: ParagraphFacts) -> str:
    """Give a paragraph that may be a title, or a line of its own; of any other nothing."""
    return paragraph.text if len(paragraph.text) <= _LONGEST else ""


def _is_in_one(fronts: list[tuple[int, int]], position: int) -> bool:
    """Tell whether a place lies in one of the stretches, which stand in order."""
    index = bisect_right(fronts, (position, sys.maxsize)) - 1
    return index >= 0 and position < fronts[index][1]


def _bare(shown: str) -> str:
    return shown.strip("（()）【】[]:： \u3000")


def _finding(span: Span, shown: str, message: str) -> Finding:
    return RULE.finding(
        span,
        message,
        "这类字样一般不出现在上报材料里，请删去；标题和正文也请对照本次要求、本人情况通读一遍。",
        Fix("删去这些字样", (Edit(*span, ""),)),
        severity=RULE.severity if _CERTAIN.search(shown) else Severity.ADVICE,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "送审材料须清稿（审核常见意见）",
    (
        Example(
            "个人对照检查材料⟦范文⟧\n⟦(2篇)⟧\n⟦【篇1】⟧\n一、存在的问题\n学得浅。\n",
            "个人对照检查材料\n\n\n一、存在的问题\n学得浅。\n",
        ),
        Example("个人对照检查材料⟦1⟧\n按照要求，我作对照检查。\n一、存在的问题\n学得浅。\n"),
        Example("个人对照检查材料⟦（通用版）⟧\n按照要求，我作对照检查。\n一、存在的问题\n学得浅。\n"),
        Example(
            "⟦【精选】⟧个人对照检查材料⟦（最新版）⟧\n一、存在的问题\n学得浅。\n",
            "个人对照检查材料\n一、存在的问题\n学得浅。\n",
        ),
        Example("个人对照检查材料（送审稿）\n一、存在的问题\n学得浅，读《公文写作（最新版）》【精选】。\n"),
        Example("样本检测中心读三篇文章对照检查材料\n副主任 范文杰\n一、存在的问题\n学得浅。\n"),
        Example("2025年度民主生活会个人对照检查材料\n一、存在的问题\n写材料套模板、抄范文，全年写信息12篇。\n"),
    ),
)
