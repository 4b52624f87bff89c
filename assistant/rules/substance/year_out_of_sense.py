"""年份似不合理

检查什么：年份是否离本年度太远，如2062年、2205年；“十五五”、2035年远景目标、本世纪中叶等常用的年份不提示。
为什么：年份数字写颠倒，审核时容易引起疑问。
怎么改：核对后改为实际年份；所指确是该年的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_YEAR = compiled_later("(?P<year>[12](?<![0-9.．\\-—～至].)[0-9]{3}) ?年(?!级)")
_AIMED_AT = frozenset({2027, 2030, 2035, 2049, 2050, 2060})  # of plans and long-range goals
_NEAR = 6  # years ahead that plans speak of
_FIRST = 1840  # before that history is told


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        year = facts.year(material)
        if year is None:
            continue
        for span, written in _years(facts, material.outline.start, material.outline.end):
            if written in _AIMED_AT or _FIRST <= written <= year + _NEAR:
                continue
            message = f"此处写“{written}年”，本材料是{year}年度的。"
            yield RULE.finding(span, message, "请核对数字；所指确是该年的可忽略。")


def _years(facts: Facts, begin: int, end: int) -> Iterator[tuple[Span, int]]:
    for start, found in facts.where(_written, begin, end):
        for span, written in found:
            yield span.shifted(start), written


@cued(*(f"{figure}{blank}年" for figure in "0123456789" for blank in ("", " ")))
def _written(paragraph: ParagraphFacts) -> tuple[tuple[Span, int], ...]:
    """Give the years that a paragraph writes, at their places in it."""
    return tuple((Span(*match.span("year")), int(match["year"])) for match in _YEAR.finditer(paragraph.text))


_TEXT = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n{}\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "数字须准确、前后一致（审核必查）",
    (
        Example(_TEXT.format("⟦2062⟧年1月的台账没有核对，⟦2205⟧年度的两件事拖了半年，⟦1025⟧年以来也没有回头看。")),
        Example(_TEXT.format("对接2035年远景目标不够，到2030年前的规划谋划少，1998年以来的档案没有理清。")),
        Example("个人对照检查材料\n一、存在的问题\n2062年的事没有核对。\n"),
    ),
)
