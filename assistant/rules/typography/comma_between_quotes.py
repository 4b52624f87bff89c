"""并列的引号、书名号之间用了顿号

检查什么：紧挨着的并列引号、书名号之间是否用了顿号，如“四风”、“一把手”。
为什么：紧挨着的并列引号（书名号）之间通常不用顿号；同一份材料里宜统一。
怎么改：删去顿号。中间隔着其他字的（增强“四个意识”、坚定“四个自信”）照常用顿号。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_BETWEEN = compiled_later("、(?:(?<=[”’]、)(?=[“‘])|(?<=[》〉]、)(?=[《〈]))")


def check(facts: Facts) -> Iterator[Finding]:
    places = [start + at for start, found in facts.where(_between) for at in found]
    if places:  # a habit of the whole text: told once
        yield RULE.finding(
            Span(places[0], places[0] + 1),
            "此处并列的引号（书名号）之间用了顿号" + (f"，全文共{len(places)}处。" if len(places) > 1 else "。"),
            "紧挨着的并列引号、书名号之间通常不用顿号；本单位惯用的可忽略。",
            Fix(
                f"删去这{len(places)}处顿号" if len(places) > 1 else "删去顿号",
                tuple(Edit(at, at + 1, "") for at in places),
            ),
        )


@cued(*(mark + opening for mark in "”’》〉" for opening in ("、“", "、‘", "、《", "、〈")))
def _between(paragraph: ParagraphFacts) -> tuple[int, ...]:
    return tuple(match.start() for match in _BETWEEN.finditer(paragraph.text))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("有“做样子”⟦、⟧“走过场”、“糊弄人”的倾向。", "有“做样子”“走过场”“糊弄人”的倾向。"),
        Example("学习《党章》⟦、⟧《准则》，抓“四风”、“一岗双责”。", "学习《党章》《准则》，抓“四风”“一岗双责”。"),
        Example("增强“四个意识”、坚定“四个自信”，学习《准则》（修订本）、《条例》。"),
    ),
    stage=Stage.FINAL,
)
