"""同一个标题写了两遍

检查什么：同一层里，是否有两个完全相同的标题；材料的标题是否上下写了两行。
为什么：标题重复，看不出两节各写什么；内容也可能放错了位置。
怎么改：分别改写标题；内容也重复的，合为一节。
"""

from collections.abc import Iterator, Sequence

from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_NOISE = compiled_later(r"[\s“”‘’《》、，。：；]")
_SHORTEST, _SHORTEST_ITEM, _SHORTEST_TITLE = 3, 6, 10  # characters
_YEAR = compiled_later("20[0-9]{2}年度?")
_TITLE = compiled_later("(?:材料|提纲|报告|剖析|发言)(?:（[^（）]*）)?$")
# Headings that may well come again
_ANSWER = compiled_later("^(?:不涉及|无|没有|未发生|已|正在|存在问题|存在的问题|具体表现|主要表现|整改|原因)")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        yield from _title_again(facts.text, material.outline.title_span)
        yield from _among(material.outline.sections)
        for section in material.outline.walk():
            yield from _among(section.children)


def _title_again(text: str, title: Span) -> Iterator[Finding]:
    """Yield the title's second line, or the one under it, that is the title once more: as on the page, as in the file."""
    if title.start == title.end:
        return
    begin = title.start
    if begin > 1 and "\n" not in text[title.start : title.end]:
        begin = text.rfind("\n", 0, begin - 1) + 1  # of two that are the same the lower is the title
    for start in dict.fromkeys((begin, title.start)):
        middle = text.find("\n", start)
        end = text.find("\n", middle + 1)
        if middle < 0 or end < 0:
            return
        lines = (_YEAR.sub("", _NOISE.sub("", line)) for line in (text[start:middle], text[middle + 1 : end]))
        short, long = sorted(lines, key=len)
        if len(short) >= _SHORTEST_TITLE and short in long and _TITLE.search(short) and _TITLE.search(long):
            yield RULE.finding(Span(middle + 1, end), "标题写了两行，似为同一个标题。", "请核对，只留一行。")
            return


def _among(siblings: Sequence[Section]) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for section in siblings:
        heading = _NOISE.sub("", section.heading)
        first = seen.setdefault(heading, section)
        if (
            first is not section
            and len(heading) >= (_SHORTEST if section.level <= 2 else _SHORTEST_ITEM)
            and not _ANSWER.match(heading)
        ):
            yield RULE.finding(
                Span(section.start, section.heading_end),
                f"标题{quoted(section.heading[:20])}与同一部分里的“{first.number}”相同。",
                "请核对是否粘贴后漏改，可分别改写标题；内容也重复的，可合为一节。",
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "审核常见的疏漏：标题重复",
    (
        Example("一、问题\n（一）学习不够深入\n有时应付。\n⟦（二）学习不够深入⟧\n笔记很少。\n二、原因\n放松了。\n"),
        Example(
            "镇党委书记个人对照检查材料\n⟦青山镇党委书记个人对照检查材料⟧\n按照要求，检查如下。\n一、问题\n学得浅。\n"
        ),
        Example(
            "供销社主任组织生活会个人发言提纲\n⟦供销社主任2025年度组织生活会个人发言提纲⟧\n按照要求，检查如下。\n一、问题\n学得浅。\n"
        ),
        Example("供销社主任个人对照检查材料\n⟦供销社主任个人对照检查材料⟧\n按照要求，检查如下。\n一、问题\n学得浅。\n"),
        Example("中共县供销社党组班子\n对照检查材料\n按照要求，检查如下。\n一、问题\n学得浅。\n"),
        Example("一、问题\n1.学习抓得不紧。有时应付。\n2.作风不实。\n⟦3.学习抓得不紧⟧。笔记很少。\n"),
        Example(
            "一、问题\n（一）学习方面\n有时应付。\n二、原因\n（一）学习方面\n放松了。\n三、措施\n（一）学习方面\n每周自学。\n"
        ),
    ),
)
